"""Values of fields beside a text, whatever format gave them: one name, one film, one rating, one date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parsedate

from bot.corpus.dates import iso_date
from bot.models import Given

NULLS = frozenset(["", "~", "-", "null", "none", "nan", "n/a"])
VALUES = ("value", "rating", "score", "stars", "overall", "ratingvalue")
SCALES = (
    *("out_of", "max", "best", "scale", "rating_max", "max_rating", "best_rating", "max_score"),
    *("bestrating", "rating_scale", "score_scale"),
)
_NAMES = ("name", "title", "rendered")
_FILM_WITH_YEAR = re.compile(r"(?P<title>.*\S)\s*[(\[](?P<year>(?:18|19|20)\d\d)[)\]]")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_LONGEST_DATE = 60  # characters of a field that holds a date
_BARE = re.compile(r"\d+(?:[.,]\d+)?")
_MOST_NESTED = 8
_RATING_LENGTH = 40


def scalar(value: object, depth: int = 0) -> str | None:
    """One value as a line of text: a list joined with commas, a mapping's name; None where it is empty.

    >>> scalar(["Ada", {"name": "Bruno"}, None]), scalar(" n/a "), scalar(True)
    ('Ada, Bruno', None, None)
    """
    if depth > _MOST_NESTED:
        return None
    if isinstance(value, Mapping):
        value = next((value[key] for key in _NAMES if value.get(key)), None)
    if isinstance(value, list):
        items = (scalar(item, depth + 1) for item in value if not isinstance(item, list))
        value = ", ".join(filter(None, items))
    if value is None or isinstance(value, (bool, Mapping)):
        return None
    text = " ".join(str(value).split())
    return None if text.casefold() in NULLS else text


def split_film(film: Given | None, year: Given | None) -> tuple[Given | None, Given | None]:
    """Take the year off a title, unless one is given.

    >>> [given.value for given in split_film(Given("Rope (1948)", "column: film"), None)]
    ['Rope', '1948']
    """
    if film and (match := _FILM_WITH_YEAR.fullmatch(film.value)):
        film, year = Given(match["title"], film.where), year or Given(match["year"], film.where)
    return film, year


def year_of(given: Given | None) -> Given | None:
    """The one year that a field holds.

    >>> year_of(Given("February 24, 2017", "column: released")).value, year_of(Given("1948 or 1949", "x"))
    ('2017', None)
    """
    if given is None or len(given.value) > _LONGEST_DATE:
        return None
    printed = set(_YEAR.findall(given.value))
    return Given(printed.pop(), given.where) if len(printed) == 1 else None


def date_of(given: Given | None) -> Given | None:
    """A date in ISO 8601; None where it is none or could be two.

    >>> date_of(Given("Wed, 04 Jun 2025 23:30:00 -0500", "entry: published")).value
    '2025-06-04'
    """
    if given is None or len(given.value) > _LONGEST_DATE:
        return None
    found = iso_date(given.value)
    if found is None and (parts := parsedate(given.value)):  # RFC 822, as feeds have it
        found = iso_date(f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}")
    return Given(found, given.where) if found else None


def address_of(given: Given | None) -> Given | None:
    """A web address; None where it is none."""
    return given if given and given.value.startswith(("https://", "http://")) else None


def with_scale(text: str | None, scale: str | None) -> str | None:
    """A bare number whose scale has a field of its own reads as "4/5"; None where it is too long for a rating.

    >>> with_scale("4", "5"), with_scale("B+", "5"), with_scale("4", None)
    ('4/5', 'B+', '4')
    """
    if text is None or len(text) > _RATING_LENGTH:
        return None
    if scale and re.fullmatch(r"\d+(?:\.0+)?", scale) and _BARE.fullmatch(text):
        return f"{text}/{scale.partition('.')[0]}"
    return text


def rating_of(
    fields: Mapping[str, object], keys: tuple[str, ...], beside: Mapping[str, object]
) -> str | None:
    """The first rating under any of the keys, with the scale that stands beside it."""
    scale = next((text for key in SCALES if (text := scalar(beside.get(key)))), None)
    return next((text for key in keys if (text := with_scale(scalar(fields.get(key)), scale))), None)
