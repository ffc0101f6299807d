"""Walks from a verb or bracket over the words beside it to the character or the actor that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.extract.credit_words import (
    DETERMINERS,
    NAMING,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    PHRASE_STOPS,
    POSSESSIVES,
    RELATIONS,
)
from bot.extract.name_words import FUNCTION_WORDS, PEOPLES
from bot.extract.names import FULL, Name, is_first_name

if TYPE_CHECKING:
    from bot.extract.credit_page import Page

_REACH = 14  # words a phrase may be long
_LINKS = frozenset({" ", "\n"})


class Phrase(NamedTuple):
    """What stands for a character: a name, or a description."""

    start: int
    end: int
    first: int  # index of its first token
    last: int  # index of its last token
    named: bool
    name: Name | None


def _named(page: Page, name: Name) -> Phrase:
    """Make a phrase of a name, with its article ("the Chancellor") or other half ("Bruce Wayne/Batman")."""
    start, first, end, last = name.start, name.first, name.end, name.last
    tokens = page.tokens
    if first and tokens[first - 1].lower == "the" and tokens[first].gap in _LINKS and not tokens[first].edge:
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


def phrase_right(page: Page, index: int, *, reach: int = _REACH) -> Phrase | None:
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
            if token.gap not in _LINKS:
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
            return _named(page, name)
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
        if token.edge or token.gap not in _LINKS or token.owns:
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
            return _named(page, name) if name and not page.tokens[step + 1].edge else None
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


def phrase_left(page: Page, index: int, *, reach: int = _REACH) -> Phrase | None:
    """Read the character whose phrase ends with token ``index``.

    An apposition or relative clause leads to the name before it: "Winston, John's mentor (".
    """
    tokens = page.tokens
    name = page.name_of[index]
    if name and name.last == index:
        if page.is_title(name) and not page.is_own_title(name):
            return None
        if not page.may_be_character(name):
            return None
        if (len(name.words) == 1 or name.score < FULL) and name.first and not tokens[name.first].edge:
            before = tokens[name.first - 1].lower
            office = before == "of" and name.first > 1 and tokens[name.first - 2].capital
            if before in {"in", "at", "near"}:
                return None
            if office and (whole := _of_somewhere(page, name)):
                return whole
            if not office and not (article := _indefinite(page, name.first)):
                return _named(page, name)
            if not office:
                if tokens[name.first - 1].lower in NAMING:
                    return _named(page, name)
                return Phrase(tokens[article].start, name.end, article, name.last, named=False, name=None)
        else:
            return _named(page, name)
    if tokens[index].capital and tokens[index].edge:
        return None
    floor = max(-1, index - reach)
    step = index
    while step > floor:
        token = tokens[step]
        owner = page.name_of[step]
        if owner and not owner.owns and (step == index or _describes(page, owner)):
            step = owner.first - 1
            continue
        if token.lower == "of" and step > floor + 1:
            step -= 1
            continue
        if token.lower in PHRASE_STOPS:
            return _relative(page, step, floor)
        if token.lower in POSSESSIVES and step > floor + 2 and _is_of_person(page, step):
            step -= 2  # "the girl of his dreams"
            continue
        if token.owns or token.lower in POSSESSIVES or token.lower in DETERMINERS:
            first = owner.first if owner else step
            described = Phrase(tokens[first].start, tokens[index].end, first, index, named=False, name=None)
            if first == index:
                return None
            leads = token.lower in POSSESSIVES or token.owns or is_person_noun(tokens[index].lower)
            return (
                _before_apposition(page, first)
                or (None if leads else _relative(page, first - 1, floor))
                or described
            )
        if owner:
            return _before_apposition(page, step + 1)
        if token.edge:
            return None
        if token.gap not in _LINKS:
            if token.gap == ", " and step - 1 > floor and page.name_of[step - 1]:
                return _before_apposition(page, step)
            if token.gap != ", ":
                return None
        step -= 1
    return None


def _is_of_person(page: Page, step: int) -> bool:
    """Whether "girl of", "love of" stands before token ``step``."""
    of, noun = page.tokens[step - 1].lower, page.tokens[step - 2].lower
    return of == "of" and (noun == "love" or noun in PERSON_NOUNS)


def _of_somewhere(page: Page, name: Name) -> Phrase | None:
    """Give "Mary of Guise", "the Duke of Norfolk": a name or a title of rank, "of" and a place."""
    left = page.name_of[name.first - 2]
    if left is None or left.owns or left.last != name.first - 2 or len(left.words) > 1:
        return None
    if not (left.titled or is_first_name(left.words[0])) or page.tokens[name.first].gap not in _LINKS:
        return None
    return Phrase(left.start, name.end, left.first, name.last, named=True, name=name)


def is_person_noun(word: str) -> bool:
    """Whether a noun names a person.

    >>> is_person_noun("detective"), is_person_noun("desk")
    (True, False)
    """
    return word in PERSON_NOUNS or word.endswith(PERSON_ENDINGS)


def _describes(page: Page, name: Name) -> bool:
    """Whether a capital is part of a description: "an American expatriate", "the Prefect of Police"."""
    following = page.tokens[name.last + 1]
    if following.gap not in _LINKS or page.tokens[name.first].edge:
        return False
    return name.words[0] in PEOPLES or following.lower == "of"


def _indefinite(page: Page, first: int) -> int:
    """Give the index of the "a" that token ``first`` and the plain words before it belong to, else 0."""
    for step in range(first - 1, max(0, first - 5), -1):
        token = page.tokens[step]
        if page.tokens[step + 1].gap not in _LINKS:
            return 0
        if token.lower in {"a", "an"}:
            return step
        if token.capital or token.lower in PHRASE_STOPS or token.lower in FUNCTION_WORDS or token.edge:
            return 0
    return 0


def _before_apposition(page: Page, first: int) -> Phrase | None:
    """Give the name that stands before token ``first`` and its comma or dash, if one does."""
    if not first or page.tokens[first].edge:
        return None
    token = page.tokens[first]
    name = page.name_of[first - 1]
    if name and token.gap.strip() in {",", "—", "-", "--"} and not name.owns and page.may_be_character(name):
        if page.is_title(name):
            return None
        return _named(page, name)
    return None


def _relative(page: Page, step: int, floor: int) -> Phrase | None:
    """Go left from a word inside a relative clause to the name that "who" belongs to."""
    tokens = page.tokens
    while step > floor and not tokens[step].edge:
        if tokens[step].lower in {"who", "whom", "whose"}:
            name = page.name_of[step - 1] if step else None
            return _named(page, name) if name and not name.owns and not page.is_title(name) else None
        if page.name_of[step] or ";" in tokens[step].gap or ")" in tokens[step].gap:
            return None
        step -= 1
    return None
