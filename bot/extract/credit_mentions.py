"""Whom a review names and where: people it may be asked about, and characters by their full names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.extract.credit_words import (
    ACTOR_NOUNS,
    CREW_NOUNS,
    FILM_NOUNS,
    FRANCHISE_NOUNS,
    OWNED_WORKS,
    PERSON_NOUNS,
    RELATIONS,
)
from bot.extract.name_lists import plain
from bot.extract.name_words import NOT_PEOPLE, ROLE_WORDS, words
from bot.models import CreditKind, Mention

if TYPE_CHECKING:
    from bot.extract.credit_page import Page
    from bot.extract.names import Name
    from bot.models import Credit

_TRADES = ROLE_WORDS | ACTOR_NOUNS | frozenset(CREW_NOUNS) | words("by fellow genius president like unlike à")
"""Words right before a name that make it a real person's, or a comparison."""
_WORKS = (
    FILM_NOUNS | FRANCHISE_NOUNS | OWNED_WORKS | words("script screenplay score direction spin-off spinoff")
)
_TELLING = words("follows centers centres meets named called protagonist heroine hero")
"""Words right before a name that a story is told of."""
_GOES_ON = re.compile(r":\s[A-Z0-9] | \s\(?\d", re.VERBOSE)
_LEAST = 2  # places without a sign either way that make a character all the same


def extract_mentions(page: Page, credits_: tuple[Credit, ...]) -> tuple[Mention, ...]:
    """Find every place that names somebody: in full, in short where the full name is known, or by a surname.

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Ana de Armas is up for it. De Armas follows killer Eve Smith as she runs. Reedus helps.")
    >>> for one in extract_mentions(page, ()):
    ...     print(one.person, "|", page.text[one.start : one.end], one.character)
    Ana de Armas | Ana de Armas False
    Ana de Armas | De Armas False
    Eve Smith | Eve Smith True
    Reedus | Reedus False
    """
    spelled = {tuple(plain(word) for word in one.person.split()): one.person for one in credits_}
    played = {
        plain(word)
        for one in credits_
        if one.character and one.kind is CreditKind.NAMED
        for word in one.character.split()
    }
    characters = _full_characters(page, credits_)
    holders = _holders(page)
    found = []
    for name in page.names:
        person = page.person(name)
        if person is None:
            if name.words in characters:
                found.append(Mention(" ".join(name.text.split()), name.start, name.end, character=True))
            elif _may_be_surname(page, name) and name.words[0] not in played:
                found.append(Mention(name.text, name.start, name.end))
            continue
        if len(name.words) == 1 and (name.words[0] in played or len(holders[name.words]) > 1):
            continue
        person = spelled.get(tuple(plain(word) for word in person.split()), person)
        found.append(Mention(person, name.start, name.end, character=name.words in characters))
    return tuple(found)


def _may_be_surname(page: Page, name: Name) -> bool:
    """Whether a word that the review doesn't explain may be short for somebody of the film's cast."""
    return (
        len(name.words) == 1
        and len(name.text) > 2
        and not name.titled
        and not page.is_title(name)
        and name.words[0] not in NOT_PEOPLE
        and page.may_be_character(name)
    )


def _holders(page: Page) -> defaultdict[tuple[str, ...], set[str]]:
    """Tell for each short form who has it, by their other name's initial: spellings differ within a name."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in page.names:
        if len(name.words) > 1 and not name.titled and page.person(name) is not None:
            found[name.words[:1]].add(name.words[-1][0])
            found[name.words[-1:]].add(name.words[0][0])
    return found


def _full_characters(page: Page, credits_: tuple[Credit, ...]) -> set[tuple[str, ...]]:
    """Find names of several words that the review writes as characters', by the words around them.

    >>> from bot.extract.credit_page import Page
    >>> sorted(_full_characters(Page("We met the detective Jo Roe. Like Al Poe's script, Al Poe is dull."), ()))
    [('jo', 'roe')]
    """
    people = {tuple(plain(word) for word in one.person.split()) for one in credits_}
    signs: Counter[tuple[str, ...]] = Counter()
    places: Counter[tuple[str, ...]] = Counter()
    against = set()
    for name in page.names:
        if not 1 < len(name.words) < 4 or name.titled or name.words in people:
            continue
        if not NOT_PEOPLE.isdisjoint(name.words) or _in_title(page, name) or _is_modifier(page, name):
            continue
        sign = _sign(page, name)
        if sign < 0:
            against.add(name.words)
        signs[name.words] += sign
        places[name.words] += 1
    return {
        name
        for name, count in places.items()
        if name not in against
        and (signs[name] or (count >= _LEAST and name[0] in page.alone and name[-1] not in page.alone))
    }


def _in_title(page: Page, name: Name) -> bool:
    """Whether a name stands in a title, or begins one: "John Wick: Chapter 4", "John Wick 3"."""
    return page.is_title(name) or page.is_own_title(name) or _GOES_ON.match(page.view, name.end) is not None


def _is_modifier(page: Page, name: Name) -> bool:
    """Whether a name says which film is meant: "the John Wick films"."""
    following = page.tokens[name.last + 1] if name.last + 1 < len(page.tokens) else None
    if following is None or following.gap != " " or name.owns:
        return False
    return following.lower in _WORKS or (
        page.tokens[name.first - 1].lower in {"the", "a", "every"} if name.first else False
    )


def _sign(page: Page, name: Name) -> int:
    """Tell whether the words beside a name make it a character's (1), a real person's (-1) or neither (0)."""
    tokens = page.tokens
    before = tokens[name.first - 1] if name.first and tokens[name.first].gap == " " else None
    behind = tokens[name.last + 1 : name.last + 3]
    if before is not None and (before.lower in _TRADES or (before.capital and before.lower in ROLE_WORDS)):
        return -1
    if behind and name.owns:
        if behind[0].lower in _WORKS:
            return -1
        return int(any(token.lower in RELATIONS and token.gap == " " for token in behind))
    if before is not None and not before.capital and not before.owns:
        noun = before.lower.rpartition("-")[2]
        if noun in PERSON_NOUNS or noun in _TELLING:
            return 1
    if [token.lower for token in behind] in (["as", "she"], ["as", "he"]) and behind[0].gap == " ":
        return 1
    return 0
