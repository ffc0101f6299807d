"""From a notation's match to value and scale; None where it is no plausible score after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.score_numbers import EMPTY_STAR, count_stars, parse_letter, parse_number
from bot.extract.score_vocabulary import AGES_OF_ADMISSION, ANY_SCALE, LETTER_SCALE

if TYPE_CHECKING:
    import re

Reading = tuple[float, float | None]
"""A value, counted from the scale's lower end, and the scale's length where it is stated or evident."""


def read_scaled(match: re.Match[str]) -> Reading | None:
    """Groups "value" and "scale" hold numbers."""
    value, scale = parse_number(match["value"]), parse_number(match["scale"])
    return None if value is None or scale not in ANY_SCALE else (value, scale)


def read_on_a_scale(match: re.Match[str]) -> Reading | None:
    """As :func:`read_scaled`; "points" may stand for "scale" ("on a 10-point scale")."""
    value, scale = parse_number(match["value"]), parse_number(match["scale"] or match["points"])
    return None if value is None or scale not in ANY_SCALE else (value, scale)


def read_signed(match: re.Match[str]) -> Reading | None:
    """Groups "low" and "high" are the ends of a scale that begins below nought."""
    low, high = float(match["low"]), float(match["high"])
    return (float(match["value"]) - low, high - low) if low < high else None


def read_stars_of(match: re.Match[str]) -> Reading | None:
    """Stars out of stars or of a number."""
    printed = match["scale"]
    scale = parse_number(printed) if printed[:1].isalnum() else count_stars(printed)
    scale = scale or float(len(printed.replace(" ", "")))
    return (count_stars(match["value"]), scale) if scale in ANY_SCALE else None


def read_full_and_empty(match: re.Match[str]) -> Reading | None:
    """The empty stars state the scale."""
    text = match["score"]
    value = count_stars(text)
    scale = value + value % 1 + sum(text.count(star) for star in EMPTY_STAR)
    return (value, scale) if 3 <= scale <= 10 else None


def read_row_of_stars(match: re.Match[str]) -> Reading | None:
    """A row of full stars."""
    return _stars(count_stars(match["score"]))


def read_stars_in_words(match: re.Match[str]) -> Reading | None:
    """Three and a half stars."""
    value = parse_number(match["value"])
    return None if value is None else _stars(value)


def read_number(match: re.Match[str]) -> Reading | None:
    """A number whose scale nobody states; "Rating: 15" is an age of admission."""
    value = parse_number(match["value"])
    return None if value is None or value > 100 or value in AGES_OF_ADMISSION else (value, None)


def read_percent(match: re.Match[str]) -> Reading | None:
    """85%."""
    value = parse_number(match["value"])
    return None if value is None else (value, 100.0)


def read_letter(match: re.Match[str]) -> Reading | None:
    """A letter grade, on the scale of 12."""
    value = parse_letter(match["score"])
    return None if value is None else (value, LETTER_SCALE)


def _stars(count: float) -> Reading | None:
    """More than five stars are evidently out of ten; up to five may be out of four, five or ten."""
    return None if count > 10 else (count, 10.0 if count > 5 else None)
