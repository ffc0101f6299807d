"""What goes into the store and what comes out of it whole; the read views stand in :mod:`bot.views`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.models import (
        CastEntry,
        Credit,
        CrewEntry,
        Extracted,
        Film,
        Quote,
        ResolvedFilm,
        ReviewFacts,
        Score,
    )


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What the store knows of a file that was loaded: enough to decide whether it needs loading again."""

    source: str
    digest: str  # SHA-256 of the bytes
    fingerprint: str  # digest, manifest entry and extractor version together


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """One review to be written whole."""

    root: str
    source: str
    digest: str
    fingerprint: str
    text: str
    extracted: Extracted


@dataclass(frozen=True, slots=True)
class FactsRecord:
    """One review as resolution sees it; ``fingerprint`` tells whether it changed."""

    fingerprint: str
    facts: ReviewFacts


@dataclass(frozen=True, slots=True)
class FilmRecord:
    """One film of a library as resolved; ``digest`` names its members and their fingerprints."""

    film: Film
    reviews: tuple[str, ...]  # public ids
    resolved: ResolvedFilm
    digest: str


@dataclass(frozen=True, slots=True)
class ExportedQuote:
    """A quote with its public id."""

    id: str
    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class ExportedReview:
    """One review with everything said of it."""

    source: str
    text: str
    headline: str | None
    url: str | None
    published: str | None
    film: Film | None
    critic: str | None
    outlet: str | None
    scores: tuple[Score, ...]
    credits: tuple[Credit, ...]  # as resolved, without other films' credits
    quotes: tuple[ExportedQuote, ...]


@dataclass(frozen=True, slots=True)
class ExportedFilm:
    """One film with its merged cast."""

    film: Film
    reviews: int
    scored: int
    mean_percent: float | None
    cast: tuple[CastEntry, ...]
    crew: tuple[CrewEntry, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a library's reviews lack: sources of those without a film, a year, and so on."""

    reviews: int  # in all
    film: tuple[str, ...]
    year: tuple[str, ...]  # of those with a film
    critic: tuple[str, ...]
    outlet: tuple[str, ...]
    published: tuple[str, ...]
    score: tuple[str, ...]
    quote: tuple[str, ...]
