"""Walks left from a verb or bracket over a noun phrase to the character that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.credit_words import DETERMINERS, NAMING, PERSON_NOUNS, PHRASE_STOPS, POSSESSIVES
from bot.extract.name_words import FUNCTION_WORDS, PEOPLES
from bot.extract.names import FULL, Name, is_first_name
from bot.extract.noun_phrases import LINKS, REACH, Phrase, is_person_noun, named_phrase

if TYPE_CHECKING:
    from bot.extract.credit_page import Page


def phrase_left(page: Page, index: int, *, reach: int = REACH) -> Phrase | None:
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
                return named_phrase(page, name)
            if not office:
                if tokens[name.first - 1].lower in NAMING:
                    return named_phrase(page, name)
                return Phrase(tokens[article].start, name.end, article, name.last, named=False, name=None)
        else:
            return named_phrase(page, name)
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
        if token.gap not in LINKS:
            if token.gap == ", " and step - 1 > floor and page.name_of[step - 1]:
                return _before_apposition(page, step)
            if token.gap != ", ":
                return None
        step -= 1
    return None


def _describes(page: Page, name: Name) -> bool:
    """Whether a capital is part of a description: "an American expatriate", "the Prefect of Police"."""
    following = page.tokens[name.last + 1]
    if following.gap not in LINKS or page.tokens[name.first].edge:
        return False
    return name.words[0] in PEOPLES or following.lower == "of"


def _indefinite(page: Page, first: int) -> int:
    """Give the index of the "a" that token ``first`` and the plain words before it belong to, else 0."""
    for step in range(first - 1, max(0, first - 5), -1):
        token = page.tokens[step]
        if page.tokens[step + 1].gap not in LINKS:
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
        return named_phrase(page, name)
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
    if not (left.titled or is_first_name(left.words[0])) or page.tokens[name.first].gap not in LINKS:
        return None
    return Phrase(left.start, name.end, left.first, name.last, named=True, name=name)


def _relative(page: Page, step: int, floor: int) -> Phrase | None:
    """Go left from a word inside a relative clause to the name that "who" belongs to."""
    tokens = page.tokens
    while step > floor and not tokens[step].edge:
        if tokens[step].lower in {"who", "whom", "whose"}:
            name = page.name_of[step - 1] if step else None
            return named_phrase(page, name) if name and not name.owns and not page.is_title(name) else None
        if page.name_of[step] or ";" in tokens[step].gap or ")" in tokens[step].gap:
            return None
        step -= 1
    return None
