"""Who plays whom and who made the film, as one review says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from bot.extract.claims import Claim
from bot.extract.credit_brackets import read_brackets
from bot.extract.credit_crew import read_crew
from bot.extract.credit_films import certainty, other_film
from bot.extract.credit_page import Page, Title
from bot.extract.credit_possessives import read_appearances, read_appositions, read_cast_lists, read_possessives
from bot.extract.credit_verbs import read_verbs
from bot.extract.credit_words import GIVEN_ROLES
from bot.extract.name_lists import plain
from bot.extract.titles import find_titles
from bot.models import (
    BlockKind,
    Certainty,
    Credit,
    CreditKind,
    Document,
    FilmCandidate,
    Mention,
    Place,
    Sentence,
)
from bot.text import fold, fold_title

_RULES: tuple[Callable[[Page], Iterator[Claim]], ...] = (
    read_brackets,
    read_verbs,
    read_possessives,
    read_crew,
    read_appositions,
    read_cast_lists,
    read_appearances,
)
_TITLES_CONSIDERED = 3  # candidates for this review's film


def extract_credits(
    document: Document, view: str, sentences: tuple[Sentence, ...], films: tuple[FilmCandidate, ...]
) -> tuple[Credit, ...]:
    """Read all credits of a review; those of other films carry ``film``."""
    page = read_page(document, view, sentences, films)
    claims = [one for rule in _RULES for one in rule(page)]
    for block in document.blocks:
        if block.kind is BlockKind.HEADLINE:  # its capitals say nothing of names
            claims = [one for one in claims if one.rule in _PLAIN or not block.start <= one.start < block.end]
    claims = weigh(page, claims)
    return (*_given(document), *_as_credits(page, claims))


def read_page(document: Document, view: str, sentences: tuple[Sentence, ...], films: tuple[FilmCandidate, ...]) -> Page:
    """Prepare a document for the rules; what stands in furniture is blanked out."""
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]
    titles: list[Title] = []
    for title in sorted(find_titles(document, view), key=lambda mention: (mention.start, -mention.end)):
        if title.sign != "case" and (not titles or title.start >= titles[-1][1]):
            titles.append((title.start, title.end, fold_title(title.title)))
    text = document.text
    for block in document.blocks:
        if block.kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            text = text[: block.start] + " " * (block.end - block.start) + text[block.end :]
    return Page(text, edges, titles, [film.title for film in films[:_TITLES_CONSIDERED]])


def weigh(page: Page, claims: list[Claim]) -> list[Claim]:
    """Settle what contradicts: which side of brackets holds the actors, and who is a person and who a character."""
    claims = _settle_brackets(claims)
    acts = [one for one in claims if one.role == "actor"]
    claims = [one for one in claims if one.role == "actor" or not any(_inside(one, act) for act in acts)]
    acted: defaultdict[str, float] = defaultdict(float)
    portrayed: defaultdict[str, float] = defaultdict(float)
    for one in claims:
        acted[fold(one.person)] += one.confidence
        if one.phrase and one.phrase.name:
            portrayed[" ".join(one.phrase.name.words)] += one.confidence
    kept = []
    for one in claims:
        person = fold(one.person)
        if portrayed.get(person, 0) > acted[person]:
            continue
        if one.role != "actor" and portrayed.get(person, 0) > 0.5:
            continue
        if one.phrase and one.phrase.name:
            character = " ".join(one.phrase.name.words)
            full = page.person(one.phrase.name) or character
            if character == person or (acted.get(fold(full), 0) > portrayed[character] and one.confidence < 0.95):
                continue
        kept.append(one)
    return kept


def _inside(crew: Claim, act: Claim) -> bool:
    """Whether a trade stands within an actor's own credit ("played by choreographer and director Jung")."""
    if act.person != crew.person or act.phrase is None or crew.confidence >= 0.9:
        return False
    return act.start <= crew.start and crew.end <= act.end


def _settle_brackets(claims: list[Claim]) -> list[Claim]:
    """Where both sides of a bracket look like people, follow the review's other brackets; else the inner one acts."""
    inner = sum(one.order == "inner" for one in claims)
    outer = sum(one.order == "outer" and not _twin(one, claims) for one in claims)
    acting = {one.person for one in claims if one.rule in _SURE}
    drop = []
    for one in claims:
        if one.order != "both":
            continue
        twin = _twin(one, claims)
        for_inner = inner - outer + 2 * (one.person in acting) - 2 * (twin is not None and twin.person in acting)
        flipped = twin is not None and for_inner < 0
        drop.append(one if flipped else twin)
    return [one for one in claims if not any(one is dropped for dropped in drop)]


_PLAIN = frozenset({"crew-by", "crew-noun", "character-bracket-actor", "cast-list"})
"""Rules that hold in a headline's title case too."""

_SURE = frozenset({"actor-as-character", "actor-plays-character", "character-played-by-actor", "played-by", "actor-bracket-as-character"})


def _twin(one: Claim, claims: list[Claim]) -> Claim | None:
    """Find the other reading of the same bracket."""
    orders = {"both": "outer", "outer": "both"}
    return next(
        (other for other in claims if other is not one and other.order == orders.get(one.order) and other.end == one.end), None
    )


def _as_credits(page: Page, claims: list[Claim]) -> Iterator[Credit]:
    """Turn claims into credits, the surest first where several say the same at one place."""
    best: dict[tuple[object, ...], Credit] = {}
    for one in sorted(claims, key=lambda c: (-c.confidence, c.start)):
        phrase = one.phrase
        character = " ".join(page.text[phrase.start : phrase.end].split()) if phrase else None
        credit = Credit(
            person=one.person,
            as_written=page.text[one.name.start : one.name.end],
            role=one.role,
            character=character,
            kind=CreditKind.DESCRIBED if phrase and not phrase.named else CreditKind.NAMED,
            certainty=certainty(page, one),
            rule=one.rule,
            confidence=one.confidence,
            place=Place.span(one.start, one.end),
            film=other_film(page, one),
        )
        key = (credit.person, credit.role, fold(character or ""), credit.film, credit.certainty in _HELD, one.name.start)
        best.setdefault(key, credit)
    yield from sorted(best.values(), key=lambda credit: (credit.place.start or 0, credit.place.end or 0, credit.role))


_HELD = frozenset({Certainty.STATED, Certainty.UNSURE})


def _given(document: Document) -> Iterator[Credit]:
    for given in document.given.credits:
        yield Credit(
            person=given.person,
            as_written=given.person,
            role=GIVEN_ROLES.get(given.role.lower(), given.role.lower()),
            character=given.character,
            kind=CreditKind.NAMED,
            certainty=Certainty.STATED,
            rule="given",
            confidence=1.0,
            place=Place.outside(given.where),
        )


def extract_mentions(document: Document, view: str, credits_: tuple[Credit, ...]) -> tuple[Mention, ...]:
    """Find every place that names a credited person, in whatever form."""
    people = {credit.person for credit in credits_}
    if not people:
        return ()
    page = read_page(document, view, (), ())
    wanted = {tuple(plain(word) for word in person.split()): person for person in people}
    found = []
    for name in page.names:
        person = page.person(name)
        if person is None:
            continue
        if person not in people:
            person = wanted.get(tuple(plain(word) for word in person.split()))
        if person:
            found.append(Mention(person, name.start, name.end))
    return tuple(found)
