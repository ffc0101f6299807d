"""What goes into the store and what comes out of it whole; the read views stand in :mod:`bot.views`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.models import (
        CastEntry,
        Credit,
        CrewEntry,
        Edits,
        Extracted,
        Film,
        Quote,
        ResolvedFilm,
        ReviewFacts,
        Score,
    )
    from bot.views import FilmRef, Page


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


class OriginalState(StrEnum):
    """How far something given in Discord has come."""

    PROPOSED = "proposed"  # a member gave it, no manager has approved it
    IMPORTING = "importing"  # one of many, whose turn has not come
    KEPT = "kept"  # its review is in the library


@dataclass(frozen=True, slots=True)
class NewOriginal:
    """A review as somebody gave it, to be kept beside what is read from it."""

    source: str
    form: str  # of :class:`bot.models.RawFile`
    name: str  # of the file that was given, which may have held many
    packed: bytes  # zlib
    digest: str  # SHA-256 of the bytes
    given: Edits


@dataclass(frozen=True, slots=True)
class Original:
    """What was given, as stored; ``id`` is its review's as well."""

    id: str
    source: str
    form: str
    name: str
    packed: bytes  # zlib
    digest: str
    given: Edits
    user: int
    added_at: str  # ISO 8601, UTC
    state: OriginalState
    import_id: str | None


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """One of a list: what was given, and what was read from it where it is kept."""

    id: str
    source: str
    name: str
    user: int
    added_at: str
    state: OriginalState
    film: FilmRef | None
    critic: str | None
    given: Edits


@dataclass(frozen=True, slots=True)
class OriginalPage:
    """One page of a list, newest first."""

    lines: tuple[OriginalLine, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class OriginalMark:
    """Enough to tell whether a kept original's review was read by the present rules."""

    id: str
    source: str
    digest: str
    given: Edits
    fingerprint: str  # of the review as it stands


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Something the library holds already that is like what is to be added."""

    id: str
    source: str
    film: FilmRef | None
    critic: str | None
    same_text: bool  # the same bytes; else the same critic on the same film
    waiting: bool = False  # for approval


@dataclass(frozen=True, slots=True)
class Twins:
    """Reviews by one critic on one film, of different bytes."""

    film: FilmRef
    critic: str
    files: tuple[tuple[str, str], ...]  # root and source of each, sorted


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """Many reviews given at once that are being read."""

    library: int
    id: str
    user: int
    channel: int | None  # of the message that shows how far it is
    message: int | None
    total: int
    started_at: datetime
    cancelled: bool
