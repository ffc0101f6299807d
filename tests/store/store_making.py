"""Reviews built by hand, so that what the store answers doesn't hang on a rule of extraction."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from bot.models import (
    Attribution,
    CastEntry,
    Certainty,
    Credit,
    CreditKind,
    CrewEntry,
    Extracted,
    Film,
    FilmCandidate,
    Mention,
    Place,
    Quote,
    ResolvedFilm,
    ReviewFacts,
    Score,
    Sentence,
    Stance,
    Theme,
)
from bot.store.identity import film_digest, film_id
from bot.store.records import ExportedFilm, ExportedReview, FactsRecord, FilmRecord, ReviewRecord
from bot.views import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.store import Store

OPERATOR = Scope((0,))
GUILD = 5
BOTH = Scope((0, GUILD))
LAMP = Film("The Lamplighter's Daughter", 1931)

_THEME = re.compile(r"#(\w+)")


def review(
    source: str,
    *sentences: str,
    film: Film | None = LAMP,
    critic: str | None = "Ada Lindqvist",
    outlet: str | None = None,
    percent: float | None = None,
    scores: tuple[Score, ...] = (),
    people: dict[str, str] | None = None,
    unsure: tuple[str, ...] = (),
    root: str = "reviews",
    url: str | None = None,
) -> ReviewRecord:
    """Build a review of sentences; ``#theme`` marks its theme, ``!`` before it the verdict, ``?`` a spoiler.

    A sentence in round brackets is no quote. ``people`` maps a person to a character, or to "role:director".
    """
    text, spans, quotes = "", [], []
    for marked in sentences:
        bare = _THEME.sub("", marked).strip(" !?()")
        start = len(text)
        text += bare + " "
        spans.append(Sentence(start, start + len(bare)))
        if not marked.startswith("("):
            themes = tuple(Theme(theme) for theme in _THEME.findall(marked))
            weight = round(1 - len(quotes) / 100, 2)
            quotes.append(
                Quote(
                    start,
                    start + len(bare),
                    themes,
                    Stance.FOR,
                    marked.startswith("!"),
                    marked.startswith("?"),
                    weight,
                )
            )
    if percent is not None:
        scores = (overall(percent), *scores)
    credits_ = tuple(
        credit
        for name, part in (people or {}).items()
        for credit in _credits(text, name, part, Certainty.UNSURE if name in unsure else Certainty.STATED)
    )
    said = Extracted(
        headline=f"On {film.title}" if film else None,
        url=url,
        films=(FilmCandidate(film.title, film.year, Place.outside("manifest: film"), "given", 1.0),)
        if film
        else (),
        critic=Attribution(critic, Place.outside("manifest: critic"), "given", 1.0) if critic else None,
        outlet=Attribution(outlet, Place.outside("manifest: outlet"), "given", 1.0) if outlet else None,
        published=Attribution("--06-04", Place.outside("manifest: date"), "given", 1.0),
        scores=scores,
        credits=credits_,
        mentions=tuple(
            Mention(name, found.start(), found.end())
            for name in people or {}
            for found in re.finditer(re.escape(name), text)
        ),
        sentences=tuple(spans),
        quotes=tuple(quotes),
    )
    digest = hashlib.sha256(repr((text, said)).encode()).hexdigest()
    return ReviewRecord(root, source, digest, f"{digest}-1", text, said)


def overall(percent: float | None, raw: str = "4/5") -> Score:
    """Build a main verdict."""
    return Score(
        "Overall",
        (percent or 0) / 20,
        5.0 if percent else None,
        percent,
        raw,
        Place.outside("rating"),
        "given",
        1.0,
    )


def _credits(text: str, name: str, part: str, certainty: Certainty) -> Iterable[Credit]:
    at = text.find(name)
    place = Place.span(at, at + len(name)) if at >= 0 else Place.outside("manifest: cast")
    role = part.removeprefix("role:")
    actor = role == part
    yield Credit(
        person=name,
        as_written=name,
        role="actor" if actor else role,
        character=part if actor else None,
        kind=CreditKind.NAMED,
        certainty=certainty,
        rule="made",
        confidence=0.9,
        place=place,
    )


async def settle(store: Store, library: int) -> list[str]:
    """Resolve as a load does, by the simplest rules that don't depend on order; name what was written."""
    if not await store.needs_resolution(library):
        return []
    groups: dict[str, tuple[Film, list[FactsRecord]]] = {}
    for record in await store.facts(library):
        if record.facts.films:
            film = Film(record.facts.films[0].title, record.facts.films[0].year)
            groups.setdefault(film_id(film), (film, []))[1].append(record)
    digests = {film: film_digest(*group) for film, group in groups.items()}
    held = await store.film_digests(library)
    keep = {film for film, digest in digests.items() if held.get(film) == digest}
    changed = [
        FilmRecord(
            film,
            tuple(one.facts.key for one in members),
            resolve([one.facts for one in members]),
            digests[name],
        )
        for name, (film, members) in groups.items()
        if name not in keep
    ]
    await store.put_films(library, changed, keep)
    return sorted(record.film.title for record in changed)


def resolve(reviews: Sequence[ReviewFacts]) -> ResolvedFilm:
    """Count who is stated; settle no spelling."""
    stated: dict[tuple[str, str], list[Credit]] = {}
    for facts in sorted(reviews, key=lambda facts: facts.key):
        for credit in facts.credits:
            if credit.certainty is Certainty.STATED:
                stated.setdefault((credit.person, credit.role), []).append(credit)
    order = sorted(stated.items(), key=lambda item: (-len(item[1]), item[0]))
    cast = tuple(
        CastEntry(
            person, (person,), tuple(sorted({one.character for one in found if one.character})), len(found)
        )
        for (person, role), found in order
        if role == "actor"
    )
    crew = tuple(CrewEntry(person, role, len(found)) for (person, role), found in order if role != "actor")
    return ResolvedFilm(
        {facts.key: facts.credits for facts in reviews},
        {facts.key: facts.mentions for facts in reviews},
        cast,
        crew,
    )


async def load(store: Store, *records: ReviewRecord, library: int = 0) -> None:
    """Put reviews and resolve."""
    for record in records:
        await store.put_review(library, record)
    await settle(store, library)


async def exported(store: Store, library: int = 0) -> tuple[list[ExportedReview], tuple[ExportedFilm, ...]]:
    """Take both exports."""
    return [one async for one in store.exported_reviews(library)], await store.exported_films(library)
