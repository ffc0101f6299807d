"""Weighing what the rules read against each other: which side of brackets acts, who is a person and who a character."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.extract.name_words import words
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.claims import Claim
    from bot.extract.credit_page import Page

_PLAIN = words("crew-by crew-noun character-bracket-actor cast-list label-cast label-crew")
"""Rules that hold in a headline's title case too."""

_SURE = words(
    "actor-as-character actor-plays-character character-played-by-actor played-by actor-bracket-as-character"
    " label-cast actors-performance"
)
"""Rules whose actors are actors wherever else they stand."""

_WEAK_MAKERS = words("director-makes-film director-possessive")
"""Rules that take for the director whoever the film is said to be of."""

_BORNE_OUT = 0.8  # how sure "A (C)" is where A acts elsewhere too, or the review writes so more than once
_AGAIN = 0.7  # how sure it is that a film is the director's whose "film" it is called twice

_PLAIN_PORTRAYAL = 0.93  # so sure a rule is heard even where the character is credited more often as an actor
_PLAIN_TRADE = 0.9  # so sure a trade counts beside an actor's own credit

_ACTOR_FIRST = words("actor-as-character actor-plays-character")


def weigh(page: Page, claims: list[Claim], headlines: Sequence[tuple[int, int]] = ()) -> list[Claim]:
    """Settle what contradicts, over the whole review.

    >>> from bot.extract.credit_brackets import read_brackets
    >>> from bot.extract.credit_page import Page
    >>> page = Page("Mildred Rogers (Bette Davis) and Philip Carey (Leslie Howard) meet.")
    >>> [one.person for one in weigh(page, list(read_brackets(page)))]
    ['Bette Davis', 'Leslie Howard']
    """
    for start, end in headlines[:3]:
        claims = [one for one in claims if one.rule in _PLAIN or not start <= one.start < end]
    claims = _settle_brackets(page, claims)
    claims = _settle_makers(_without_trades_of_actors(claims))
    acted: defaultdict[str, float] = defaultdict(float)
    portrayed: defaultdict[str, float] = defaultdict(float)
    for one in claims:
        acted[fold(one.person)] += one.confidence
        if one.phrase and one.phrase.name:
            portrayed[" ".join(one.phrase.name.words)] += one.confidence
    kept = []
    for one in claims:
        person = fold(one.person)
        as_character = portrayed.get(person, 0.0)
        if as_character > acted[person] or (one.role != "actor" and as_character > 0.5):
            continue
        if one.phrase and one.phrase.name:
            character = " ".join(one.phrase.name.words)
            full = fold(page.person(one.phrase.name) or character)
            acts_more = acted.get(full, 0.0) > portrayed[character] and one.confidence < _PLAIN_PORTRAYAL
            if character == person or acts_more:
                continue
        kept.append(one)
    return kept


def _without_trades_of_actors(claims: list[Claim]) -> list[Claim]:
    """Drop a trade that stands in an actor's own credit ("played by choreographer and director, Jung")."""
    acts: defaultdict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        if one.role == "actor" and one.phrase is not None and len(acts[one.person]) < 50:
            acts[one.person].append(one)
    return [
        one
        for one in claims
        if one.role == "actor"
        or one.confidence >= _PLAIN_TRADE
        or not any(act.start <= one.start and one.end <= act.end for act in acts.get(one.person, ()))
    ]


def _settle_makers(claims: list[Claim]) -> list[Claim]:
    """Keep a weak claim of a director where nobody is plainly called so and the person does nothing else.

    Of several people whose film it is called, one that it is called of more than once is surer.
    """
    plainly = {one.person for one in claims if one.role == "director" and one.rule not in _WEAK_MAKERS}
    busy = {one.person for one in claims if one.role != "director"}
    kept = [
        one
        for one in claims
        if one.rule not in _WEAK_MAKERS or one.person in plainly or not (plainly or one.person in busy)
    ]
    uses = Counter(one.person for one in kept if one.rule in _WEAK_MAKERS)
    most = [person for person, count in uses.items() if count > 1 and count == max(uses.values())]
    return [
        one._replace(confidence=max(one.confidence, _AGAIN))
        if one.rule in _WEAK_MAKERS and most == [one.person]
        else one
        for one in kept
    ]


def _settle_brackets(page: Page, claims: list[Claim]) -> list[Claim]:
    """Where both sides of a bracket look like people, follow the review's others; else the inner one acts."""
    both = {one.end: one for one in claims if one.order == "both"}
    twins = {one.end: one for one in claims if one.order == "outer" and one.end in both}
    inner = sum(one.order == "inner" for one in claims)
    outer = sum(one.order == "outer" and one.end not in both for one in claims)
    acting = {one.person for one in claims if one.rule in _SURE}
    listed = {one.person for one in claims if one.order == "list"}
    # A sentence that has named one actor before a character goes on so.
    actors_first = {page.sentence_start(one.name.first) for one in claims if one.rule in _ACTOR_FIRST}
    dropped = set()
    for end, one in both.items():
        twin = twins.get(end)
        if twin is None:
            outer_name = one.phrase.name if one.phrase else None
            outside = page.person(outer_name) if outer_name else None
            if outside in acting and one.person not in acting:
                dropped.add((end, "both"))  # "A (Dark Star, Night)": what else A was in
            continue
        for_inner = inner - outer + 2 * (one.person in acting) - 2 * (twin.person in acting)
        if twin.person in listed and one.person not in listed | acting:
            for_inner = -1
        reverse = for_inner < 0 or (not for_inner and page.sentence_start(one.name.first) in actors_first)
        dropped.add((end, "both" if reverse else "outer"))
    return [
        one._replace(confidence=_BORNE_OUT)
        if one.rule == "actor-bracket-character" and (one.person in acting or outer > 1)
        else one
        for one in claims
        if (one.end, one.order) not in dropped
    ]
