"""What a picture is made of. Standard library only, so that naming a picture costs nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Colours(StrEnum):
    """The colours of a picture; each brings its own background, so it is legible on whatever surrounds it."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Category:
    """A score of one side of a film, as printed."""

    label: str
    printed: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One critic's score: the percent that is drawn and the print that stands beside it."""

    critic: str
    printed: str
    percent: float
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True)
class ScorePlot:
    """A film's scores, highest first; ``undrawn`` names who gives no score that could be drawn."""

    title: str
    year: int | None
    mean_percent: float
    rows: tuple[ScoreRow, ...]
    reviews: int
    undrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A quote with whom and what it is by and about; ``film`` is None where the review names none."""

    text: str
    film: str | None
    year: int | None
    critic: str
    outlet: str | None = None


class PictureRefused(Exception):
    """What a picture can't show as it is written; the message says why, for a person to read."""
