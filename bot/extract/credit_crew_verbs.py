"""Makers by a verb: "A directs", "A both directed and starred in it", "A returns to direct"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_people import names_right
from bot.extract.credit_words import CREW_VERBS, FILM_NOUNS, PERSON_NOUNS, PHRASE_STOPS
from bot.extract.name_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_ALSO = words(
    "starred stars wrote written co-wrote co-written writes produced co-produced produces acted plays"
)
_BEFORE_VERB = words("also has who had both and in again even") | _ALSO
_RETURNING = words("returns returned back steps stepped reunites chosen hired tapped enlisted brought")


def read_crew_verb(page: Page, index: int) -> Iterator[Claim]:
    """Read "A directs" and "A directed".

    >>> from bot.extract.credit_page import Page
    >>> page = Page("It is Argo, which Ana Cole both directed and starred in.")
    >>> [(c.person, c.role) for c in read_crew_verb(page, 7)]
    [('Ana Cole', 'director')]
    """
    tokens = page.tokens
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    both = following == "and" and index + 2 < len(tokens) and tokens[index + 2].lower in _ALSO
    if (
        following in {"by", "and", "toward", "towards", "at"}
        and tokens[index].lower != "directs"
        and not both
    ):
        return
    step = index - 1
    while (
        step >= 0
        and index - step < 6
        and not tokens[step + 1].edge
        and (tokens[step].adverb or tokens[step].lower in _BEFORE_VERB)
    ):
        step -= 1
    name = page.name_of[step] if step >= 0 else None
    if name is None or name.last != step or name.owns or tokens[index].edge or _leads_people(page, index):
        return
    if any("(" in tokens[i].gap for i in range(step + 1, index + 1)):
        return
    person = page.person(name)
    if person:
        yield from _beside(page, index)
        confidence = 0.8 if tokens[index].lower.endswith("s") or tokens[index].gap == " " else 0.7
        if tokens[index].lower == "directing":
            confidence = 0.7
        yield claim(
            page,
            "crew-verb",
            confidence,
            name,
            person,
            role=CREW_VERBS[tokens[index].lower],
            until=tokens[index].end,
        )


def _beside(page: Page, index: int) -> Iterator[Claim]:
    """Read the second director of "A co-directed it with B", "A directs alongside B"."""
    tokens = page.tokens
    shared = any(token.lower.startswith("co-") for token in tokens[max(0, index - 2) : index + 1])
    for step in range(index + 1, min(len(tokens) - 1, index + 5)):
        if tokens[step].edge or tokens[step].lower not in {
            "it",
            "this",
            "together",
            "the",
            "film",
            "with",
            "alongside",
        }:
            return
        if tokens[step].lower == "alongside" or (tokens[step].lower == "with" and shared):
            for name, person in names_right(page, step + 1, reach=1):
                yield claim(page, "crew-beside", 0.75, name, person, role=CREW_VERBS[tokens[index].lower])
            return


def read_pair(page: Page, index: int) -> Iterator[Claim]:
    """Read "A and B direct", "A and B co-direct"."""
    tokens = page.tokens
    if index < 3 or tokens[index].edge or tokens[index].gap != " ":
        return
    second = page.name_of[index - 1]
    if second is None or second.owns or second.last != index - 1 or second.first < 2:
        return
    first = page.name_of[second.first - 2]
    if (
        tokens[second.first - 1].lower != "and"
        or first is None
        or first.owns
        or first.last != second.first - 2
    ):
        return
    for name in (first, second):
        if person := page.person(name):
            yield claim(page, "crew-pair", 0.8, name, person, role="director", until=tokens[index].end)


def _leads_people(page: Page, index: int) -> bool:
    """Whether what is directed is a person of the story: "a ghost, A, directs a shy student"."""
    tokens = page.tokens
    if index + 1 >= len(tokens) or tokens[index + 1].lower not in {"a", "an", "his", "her", "the"}:
        return False
    for token in tokens[index + 2 : index + 6]:
        if token.edge or token.gap != " " or token.lower in FILM_NOUNS | PHRASE_STOPS:
            return False
        if token.lower in PERSON_NOUNS:
            return True
    return False


def read_to_direct(page: Page, index: int) -> Iterator[Claim]:
    """Read "A returns to direct"."""
    tokens = page.tokens
    if index < 2 or tokens[index - 1].lower != "to" or tokens[index].edge:
        return
    for step in range(index - 2, max(-1, index - 7), -1):
        name = page.name_of[step]
        if name is not None:
            between = {token.lower for token in tokens[step + 1 : index - 1]}
            if name.last == step and not name.owns and between & _RETURNING and (person := page.person(name)):
                until = tokens[index].end
                yield claim(page, "crew-verb", 0.75, name, person, role="director", until=until)
            return
        if tokens[step + 1].edge or tokens[step + 1].gap != " ":
            return
