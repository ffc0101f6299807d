"""Who made the film, said without a trade before the name: "a film by A", "A's film", "A has made a fine film"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_subjects import pronoun_subject
from bot.extract.credit_words import CREW_NOUNS, FILM_NOUNS, PHRASE_STOPS, ROLE_NOUNS
from bot.extract.name_words import words
from bot.extract.names import FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_MAKING = words("made created crafted crafts delivered delivers")
_NOW = words("crafts delivers")  # the others need "has": "he made a film" tells a story
_PERFECT = words("has have had")
_BEFORE_MAKING = words("has have had also already again really truly successfully clearly")
_DETERMINERS = words("a an another his her one")
_WORKS = FILM_NOUNS | words("piece")
_NOT_ITSELF = words(
    "career careers novel novels book books role roles music score star stars fan fans industry appearance debut"
)
"""Words behind "film" that make it no film: "his film career", "her crime thriller novel"."""
_ANOTHER = words(
    """
    last previous earlier early later next other another first second third best greatest finest upcoming
    original classic older recent
    """
)
"""Words before "film" that make it another one."""
_BESIDE_TRADES = words("and lead star actor actress also the here both co-star of this film")
_TRADES_OF = words("director directors co-director writer-director")
_TRIGGERS = _MAKING | FILM_NOUNS | frozenset(CREW_NOUNS)
_AFTER_WORK = 12  # words of a phrase between a verb of making and its "film"


def read_makers(page: Page) -> Iterator[Claim]:
    """Read every work and what says whose it is.

    >>> from bot.extract.credit_page import Page
    >>> text = "Ana Smith has made a taut little film. Bo Lee (director and lead) is fine. See Al Miller's film."
    >>> for c in read_makers(Page(text)):
    ...     print(c.rule, "|", c.person, "|", c.role)
    director-makes-film | Ana Smith | director
    trade-in-bracket | Bo Lee | director
    director-possessive | Al Miller | director
    """
    for index in page.spots(_TRIGGERS):
        word = page.tokens[index].lower
        if word in _MAKING:
            yield from _makes(page, index)
        elif word in FILM_NOUNS:
            yield from _film_by(page, index)
            yield from _owned(page, index)
        else:
            yield from _bracket(page, index)
            if word in _TRADES_OF:
                yield from _of_film(page, index)


def _makes(page: Page, index: int) -> Iterator[Claim]:
    """Read "A has made a taut little film"."""
    tokens = page.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].lower not in _DETERMINERS or tokens[index].edge:
        return
    end = index + 2
    while tokens[end].lower not in _WORKS:
        word = tokens[end].lower
        if end + 1 >= len(tokens) or end - index > _AFTER_WORK or tokens[end + 1].edge:
            return
        if word in PHRASE_STOPS or word in ROLE_NOUNS or tokens[end].capital:
            return
        end += 1
    if end + 1 < len(tokens) and not tokens[end + 1].edge and tokens[end + 1].lower in _NOT_ITSELF:
        return
    step = index - 1
    while step > 0 and not tokens[step + 1].edge and tokens[step].lower in _BEFORE_MAKING:
        step -= 1
    if step < 0 or tokens[step + 1].edge:
        return
    lead = page.view[tokens[step].end : tokens[index].start]
    if tokens[index].lower not in _NOW and not _PERFECT & set(lead.split()) and "'s " not in lead:
        return
    name = page.name_of[step]
    if name is not None and name.last == step and not name.owns:
        if person := page.person(name, floor=FULL):
            made = claim(
                page, "director-makes-film", 0.8, name, person, role="director", until=tokens[end].end
            )
            yield made
    elif name is None and (subject := pronoun_subject(page, index - 1)):
        yield claim(
            page,
            "director-makes-film",
            0.7,
            subject.name,
            subject.person,
            role="director",
            until=tokens[end].end,
        )


def _bracket(page: Page, index: int) -> Iterator[Claim]:
    """Read "A (director and lead)": a bracket that holds nothing but trades."""
    tokens = page.tokens
    if not index or tokens[index].gap.strip() != "(":
        return
    name = page.name_of[index - 1]
    roles: list[str] = []
    step = index
    while step < len(tokens) and step - index < 6 and (step == index or ")" not in tokens[step].gap):
        roles += CREW_NOUNS.get(tokens[step].lower, ())
        if tokens[step].lower not in CREW_NOUNS and tokens[step].lower not in _BESIDE_TRADES:
            return
        step += 1
    if name is None or name.owns or page.view[tokens[step - 1].end : tokens[step - 1].end + 1] != ")":
        return
    if person := page.person(name):
        for role in dict.fromkeys(roles):
            yield claim(page, "trade-in-bracket", 0.85, name, person, role=role, until=tokens[step - 1].end)


def _of_film(page: Page, index: int) -> Iterator[Claim]:
    """Read "the director of Dark Star, A,": whose film it is, is told from the title."""
    tokens = page.tokens
    if index + 3 >= len(tokens) or tokens[index + 1].lower != "of" or not page.title_at[index + 2]:
        return
    spot = bisect_left(page.title_starts, tokens[index + 2].end) - 1
    if spot < 0:
        return
    behind = page.titles[spot][1]
    step = index + 3
    while step < len(tokens) and tokens[step].start < behind:
        step += 1
    name = page.name_of[step] if step < len(tokens) else None
    if name is None or name.first != step or tokens[step].gap.strip("\"'*_ ") != ",":
        return
    if person := page.person(name, floor=FULL):
        yield claim(page, "director-of-film", 0.85, name, person, role="director")._replace(
            start=tokens[index].start
        )


def _film_by(page: Page, index: int) -> Iterator[Claim]:
    """Read "a film by A"."""
    tokens = page.tokens
    if (
        index + 2 >= len(tokens)
        or tokens[index + 1].lower not in {"by", "from"}
        or tokens[index + 1].gap != " "
    ):
        return
    follow = 3 if tokens[index + 2].lower in CREW_NOUNS else 2
    if index and tokens[index - 1].lower in {"every", "any", "other", "another", "earlier", "previous"}:
        return
    name = page.name_of[index + follow] if index + follow < len(tokens) else None
    if (
        name
        and name.score >= FULL
        and (person := page.person(name, floor=FULL))
        and name.first == index + follow
    ):
        yield claim(page, "film-by", 0.7, name, person, role="director")._replace(start=tokens[index].start)


def _owned(page: Page, index: int) -> Iterator[Claim]:
    """Read "A's film", weakly: it may be another film of theirs, or one they act in."""
    tokens = page.tokens
    following = tokens[index + 1] if index + 1 < len(tokens) and not tokens[index + 1].edge else None
    if tokens[index].lower == "debut" and tokens[index - 1].lower != "feature":
        return
    if following is not None and (
        following.lower in _NOT_ITSELF | {"by", "from"}
        or following.lower in FILM_NOUNS
        or following.lower == "all"
    ):
        return
    if following is not None and following.lower == "of" and tokens[min(index + 2, len(tokens) - 1)].capital:
        return  # "A's adaptation of Dark Star"
    for step in range(index - 1, max(-1, index - 4), -1):
        if tokens[step + 1].edge or tokens[step + 1].gap.strip():
            return
        name = page.name_of[step]
        if name is None:
            if tokens[step].lower in _ANOTHER or tokens[step].lower.isdigit():
                return
            continue
        if name.owns and name.last == step and (person := page.person(name, floor=FULL)):
            yield claim(
                page, "director-possessive", 0.5, name, person, role="director", until=tokens[index].end
            )
        return
