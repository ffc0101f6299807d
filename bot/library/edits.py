"""What people type into fields -> what is said of a review."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.corpus import ManifestEntry
from bot.corpus.dates import iso_date
from bot.errors import NotUnderstood
from bot.library.limits import LIBRARY_LIMITS
from bot.models import Edits
from bot.words import library_adding as words

if TYPE_CHECKING:
    from bot.library.limits import LibraryLimits

_YEAR = re.compile(r"(?:18[7-9]\d|19\d\d|20\d\d|21\d\d)")
_WITH_YEAR = re.compile(rf"(?P<title>.*\S)\s*[(\[](?P<year>{_YEAR.pattern})[)\]]", re.DOTALL)


def parse_edits(
    film: str | None = None,
    year: str | None = None,
    critic: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    *,
    limits: LibraryLimits = LIBRARY_LIMITS,
) -> Edits:
    """Read fields as typed; an empty one says nothing. Raises NotUnderstood, naming the field.

    >>> parse_edits(film=" Rope (1948) ", critic="Ada  Sample", published="2025-06-04", url="")
    Edits(film='Rope', year=1948, critic='Ada Sample', outlet=None, published='2025-06-04', url=None)
    """
    title, stated = _line("film", film, limits), _line("year", year, limits)
    if title and not stated and (match := _WITH_YEAR.fullmatch(title)):
        title, stated = match["title"], match["year"]
    if stated and not _YEAR.fullmatch(stated):
        raise NotUnderstood(words.no_year(stated))
    if stated and not title:
        raise NotUnderstood(words.YEAR_ALONE)
    return Edits(
        film=title,
        year=int(stated) if stated else None,
        critic=_line("critic", critic, limits),
        outlet=_line("outlet", outlet, limits),
        published=_date(_line("date", published, limits)),
        url=_address(_line("link", url, limits)),
    )


def entry_of(edits: Edits) -> ManifestEntry | None:
    """Edits as what a manifest would say; None where they say nothing."""
    if edits == Edits():
        return None
    return ManifestEntry(
        film=edits.film,
        year=edits.year,
        critic=edits.critic,
        outlet=edits.outlet,
        published=edits.published,
        url=edits.url,
        given_by="edit",
    )


def _line(field: str, text: str | None, limits: LibraryLimits) -> str | None:
    line = " ".join((text or "").split())
    if len(line) > limits.edit:
        raise NotUnderstood(words.field_too_long(field, limits.edit))
    if line and not (line.isprintable() and any(char.isalnum() for char in line)):
        raise NotUnderstood(words.field_without_words(field))
    return line or None


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    if (found := iso_date(text)) is None:
        raise NotUnderstood(words.no_date(text))
    return found


def _address(text: str | None) -> str | None:
    if text and (not re.match(r"https?://[^/\s.]+\.[^\s]+", text) or " " in text):
        raise NotUnderstood(words.NO_ADDRESS)
    return text
