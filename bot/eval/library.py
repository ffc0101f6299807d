"""Rows of an evaluation set as a library holds them: read, extracted and resolved in process, without a database."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.corpus import parse_document
from bot.eval.judging import plain
from bot.extract import extract
from bot.models import OPERATOR_LIBRARY, RawFile, ReviewFacts
from bot.resolve import resolve_film, resolve_films
from bot.store.identity import film_id, review_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.models import Credit, Extracted, Film, ResolvedFilm

Row = dict[str, Any]
"""One line of a set: a review's text and what its source says of it."""

_ROOT = "reviews"


@dataclass(frozen=True, slots=True)
class Read:
    """One review with what it says and what is known of it."""

    row: Row
    extracted: Extracted
    facts: ReviewFacts


@dataclass(frozen=True, slots=True)
class Settled:
    """What resolution makes of some reviews, by review key; credits of other films are left out."""

    films: Mapping[str, Film | None]
    credits: Mapping[str, tuple[Credit, ...]]
    merged: tuple[ResolvedFilm, ...]


def directors_of(row: Row) -> list[str]:
    """Who directed a row's film, as far as its set tells."""
    known = row["film"] if "cast_all" in row else row.get("truth") or {}
    return list(known.get("directors") or ())


@dataclass(frozen=True, slots=True)
class TrueFilm:
    """A row's film, and what of it the text prints."""

    title: str | None
    year: int | None
    title_printed: bool
    year_printed: bool


def film_of(row: Row) -> TrueFilm | None:
    """Give a row's film as far as its set tells."""
    if "in_text" in row:
        truth, printed = row["truth"], row["in_text"]
        return TrueFilm(truth.get("title"), truth.get("year"), bool(printed["title"]), bool(printed["year"]))
    if "cast_all" in row:
        film = row["film"]
        named = f" {plain(film['title'])} " in f" {plain(row['text'])} "
        return TrueFilm(film["title"], film["year"], named, False)  # a year in the text may be anything's
    return None


def read_review(name: str, row: Row) -> Read:
    """Read and extract a row's text as the file ``name`` of a library."""
    data = str(row["text"]).encode()
    raw = RawFile(_ROOT, name, hashlib.sha256(data).hexdigest(), data)
    extracted = extract(parse_document(raw))
    facts = ReviewFacts(
        key=review_id(OPERATOR_LIBRARY, _ROOT, name),
        source=name,
        critic=extracted.critic.value if extracted.critic else None,
        films=extracted.films,
        credits=extracted.credits,
        mentions=extracted.mentions,
    )
    return Read(row, extracted, facts)


def read_reviews(rows: Iterable[Row]) -> tuple[Read, ...]:
    """Read every row that holds a text; names of files are those that the scorer gives."""
    return tuple(
        read_review(f"{number:05d}.{'html' if 'HTML' in row.get('text_form', '') else 'txt'}", row)
        for number, row in enumerate(rows)
        if "text" in row
    )


def settle(reviews: Sequence[Read]) -> Settled:
    """Resolve reviews as one library; a review without a film keeps its credits as they were read."""
    films = resolve_films([review.facts for review in reviews])
    members: defaultdict[str, list[Read]] = defaultdict(list)
    credits_: dict[str, tuple[Credit, ...]] = {}
    for review in reviews:
        film = films[review.facts.key]
        credits_[review.facts.key] = review.facts.credits
        if film is not None:
            members[film_id(film)].append(review)
    merged = []
    for group in members.values():
        film = films[group[0].facts.key]
        if film is not None:
            merged.append(resolve_film(film, [review.facts for review in group]))
            credits_ |= merged[-1].credits
    own = {key: tuple(one for one in found if one.film is None) for key, found in credits_.items()}
    return Settled(films, own, tuple(merged))


def settle_alone(reviews: Sequence[Read]) -> Settled:
    """Resolve each review as a library of its own."""
    single = [settle([review]) for review in reviews]
    return Settled(
        {key: film for one in single for key, film in one.films.items()},
        {key: found for one in single for key, found in one.credits.items()},
        tuple(film for one in single for film in one.merged),
    )
