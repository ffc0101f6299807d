"""Walks from a verb or bracket over the words beside it to the character or the actor that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.extract.credit_words import (
    DETERMINERS,
    NAMING,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    PHRASE_STOPS,
    RELATIONS,
)
from bot.extract.name_words import FUNCTION_WORDS, PEOPLES
from bot.extract.names import FULL, Name

if TYPE_CHECKING:
    from bot.extract.credit_page import Page

REACH = 14  # words a phrase may be long
LINKS = frozenset({" ", "\n"})


class Phrase(NamedTuple):
    """What stands for a character: a name, or a description."""

    start: int
    end: int
    first: int  # index of its first token
    last: int  # index of its last token
    named: bool
    name: Name | None


def named_phrase(page: Page, name: Name) -> Phrase:
    """Make a phrase of a name, with its article ("the Chancellor") or other half ("Bruce Wayne/Batman")."""
    start, first, end, last = name.start, name.first, name.end, name.last
    tokens = page.tokens
    if first and tokens[first - 1].lower == "the" and tokens[first].gap in LINKS and not tokens[first].edge:
        before = (
            page.name_of[first - 2]
            if first > 1 and tokens[first - 1].gap == " " and not tokens[first - 1].edge
            else None
        )
        if before and not before.owns:  # "Stoick the Vast"
            start, first = before.start, before.first
        elif len(name.words) == 1:
            start, first = tokens[first - 1].start, first - 1
    elif first and tokens[first].gap == "/" and (other := page.name_of[first - 1]):
        start, first = other.start, other.first
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].word == "the"
        and tokens[last + 1].gap == " "
        and not name.owns
    ):
        epithet = page.name_of[last + 2]
        if epithet and epithet.first == last + 2 and tokens[last + 2].gap == " ":
            end, last = epithet.end, epithet.last
    return Phrase(start, end, first, last, named=True, name=name)


def phrase_right(page: Page, index: int, *, reach: int = REACH) -> Phrase | None:
    """Read the character that begins at token ``index``; None where no noun phrase stands there.

    A possessive is passed over ("as Harry's wife Barbara"), as is a capital before nouns ("CIA man Hunley").
    """
    tokens, count = page.tokens, len(page.tokens)
    begin = index
    last = min(count, index + reach)
    commas = 0
    noun_end: int | None = None  # last token of the description so far
    while index < last:
        token = tokens[index]
        if index > begin:
            if token.edge:
                break
            if token.gap not in LINKS:
                quoted = token.gap in {' "', " '", " ("} and token.gap != " ("
                if token.gap == ", " and noun_end is not None and commas < 3:
                    commas += 1
                    if token.lower in PHRASE_STOPS or token.lower in DETERMINERS:
                        break
                    name = page.name_of[index]
                    if name and name.score >= FULL:
                        break
                    if not name and token.lower in {"and", "with"}:
                        break
                elif not quoted and token.gap != "/":
                    break
        name = page.name_of[index]
        if name and name.first <= index:
            if page.is_title(name) and not page.is_own_title(name):
                break
            index = name.last + 1
            if name.owns:
                noun_end = name.last
                continue
            if index < last and tokens[index].lower in RELATIONS and tokens[index].gap == " ":
                noun_end = index
                index += 1
                continue  # "Nikki ex husband": whose, not who
            further = _name_behind_nouns(page, index)
            if further is not None:
                noun_end = name.last
                index = further
                continue
            led = name.first > begin and any(t.lower == "of" for t in tokens[begin : name.first])
            if led or not page.may_be_character(name) or _is_modifier(page, name, begin):
                noun_end = name.last
                continue
            return named_phrase(page, name)
        if token.lower in PHRASE_STOPS or token.lower in NAMING:
            break
        if token.lower in {"and", "or"} and index + 1 < count and page.name_of[index + 1]:
            break
        if (
            token.lower in DETERMINERS
            and noun_end is not None
            and tokens[index - 1].lower not in {"of", "and"}
        ):
            break
        if token.lower in {"and", "or"} and index + 1 < count and tokens[index + 1].lower in DETERMINERS:
            break
        if token.lower == "of":
            following = tokens[index + 1].lower if index + 1 < count else ""
            if following in DETERMINERS or (index + 1 < count and tokens[index + 1].capital):
                called = _called(page, index, last)
                return called or _described(page, begin, noun_end)
        if token.lower not in DETERMINERS:
            noun_end = index
        index += 1
    called = _called(page, index, min(count, index + 6))
    return called or _described(page, begin, noun_end)


def _is_modifier(page: Page, name: Name, begin: int) -> bool:
    """Whether a capitalised word says what somebody is: "an American", "the Hawksian woman", "a Major"."""
    if len(name.words) > 1:
        return False
    tokens = page.tokens
    word = name.words[0]
    following = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    adjective = word in PEOPLES or word.endswith(("ian", "ish", "ese", "ern"))
    if (
        adjective
        and following
        and not following.capital
        and following.gap == " "
        and following.lower not in FUNCTION_WORDS
    ):
        return True
    return tokens[begin].lower in {"a", "an"} and name.first > begin


def _name_behind_nouns(page: Page, index: int) -> int | None:
    """Give the index of a name that stands behind one to three plain nouns ("CIA man Hunley"), else None."""
    tokens = page.tokens
    for step in range(index, min(index + 4, len(tokens))):
        token = tokens[step]
        if token.edge or token.gap not in LINKS or token.owns:
            return None
        name = page.name_of[step]
        if name:
            return step if step > index and not page.is_title(name) else None
        if (
            token.lower in PHRASE_STOPS
            or token.lower in FUNCTION_WORDS
            or token.lower in DETERMINERS
            or token.lower.endswith("s")
        ):
            return None
    return None


def _called(page: Page, index: int, last: int) -> Phrase | None:
    """Find "named X" or "called X" close behind a description."""
    for step in range(index, min(last, len(page.tokens) - 1)):
        token = page.tokens[step]
        if token.edge or "." in token.gap or ";" in token.gap:
            return None
        if token.lower in NAMING:
            name = page.name_of[step + 1]
            return named_phrase(page, name) if name and not page.tokens[step + 1].edge else None
        if page.name_of[step]:
            return None
    return None


def _described(page: Page, begin: int, noun_end: int | None) -> Phrase | None:
    tokens = page.tokens
    if noun_end is None or noun_end <= begin:
        return None
    name = page.name_of[begin]
    if tokens[begin].lower not in DETERMINERS and not (name and name.owns):
        return None
    if tokens[noun_end].lower in FUNCTION_WORDS or tokens[noun_end - 1].adverb:
        return None  # "the usually chipper"
    return Phrase(tokens[begin].start, tokens[noun_end].end, begin, noun_end, named=False, name=None)


def is_person_noun(word: str) -> bool:
    """Whether a noun names a person.

    >>> is_person_noun("detective"), is_person_noun("desk")
    (True, False)
    """
    return word in PERSON_NOUNS or word.endswith(PERSON_ENDINGS)
