"""Timezones as people name them: by city, by IANA name, or by an offset that knows no summer time."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bot.errors import NoMatch, NotUnderstood
from bot.text import fold
from bot.views import Choice
from bot.words import daily as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_CHOICES = 25
_NEAREST = 5
_ALIKE = 75.0  # percent, of two spellings of one city
_LONGEST = 60
_UTC = "UTC"

# What is offered before anything is typed: where most people live, from west to east.
_COMMON = (
    *("America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Sao_Paulo"),
    *(
        "UTC",
        "Europe/London",
        "Europe/Lisbon",
        "Europe/Berlin",
        "Europe/Paris",
        "Europe/Madrid",
        "Europe/Rome",
    ),
    *(
        "Europe/Athens",
        "Africa/Lagos",
        "Africa/Johannesburg",
        "Europe/Istanbul",
        "Asia/Dubai",
        "Asia/Kolkata",
    ),
    *("Asia/Bangkok", "Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo", "Asia/Seoul", "Australia/Sydney"),
    "Pacific/Auckland",
)
# Names for machines, and abbreviations: those of offsets without summer time are easily taken for a place's time.
_HIDDEN = re.compile(
    r"""
    (?: Etc | SystemV | posix | right ) /
    | (?: (?!UTC) [A-Z]{3} (?: \d [A-Z]{3} )? | Factory | localtime | Zulu | Universal | GMT[-+]?\d | Greenwich ) \Z
    """,
    re.VERBOSE,
)
_OFFSET = re.compile(
    r"""
    (?: utc | gmt )? \s* [-+−–] \s* \d{1,2} (?: :? \d{2} )?
    | gmt | bst | ist | jst | kst | msk | sgt | [ecmpah] [sd]? t | ak [sd] t | [cwem] es? t | a [ecw] [sd] t | nz [sd] t
    """,
    re.VERBOSE | re.IGNORECASE,
)


def parse_zone(text: str) -> str:
    """The IANA name of a timezone as somebody typed it. Raises NotUnderstood or NoMatch.

    >>> [parse_zone(text) for text in ("berlin", "new york", "Europe/berlin", "America/New York", "utc")]
    ['Europe/Berlin', 'America/New_York', 'Europe/Berlin', 'America/New_York', 'UTC']
    >>> parse_zone("UTC+2")
    Traceback (most recent call last):
    bot.errors.NotUnderstood: “UTC+2” knows no summer time. Name a city that shares yours, as in “Berlin” or \
“New York”, or plain “UTC”.
    """
    names, wanted = _names(), fold(text)
    if name := names.get(wanted) or _cities().get(wanted):
        return name
    shown = text.strip() if len(text.strip()) <= _LONGEST else f"{text.strip()[: _LONGEST - 1]}…"
    if _OFFSET.fullmatch(text.strip()):
        raise NotUnderstood(words.no_summer_time(shown))
    found = _countries().get(wanted) or _matches(wanted)
    if len(found) == 1:
        return found[0]
    raise NoMatch("timezone", shown, [zone_words(name) for name in found[:_NEAREST]])


def complete_zones(text: str, now: datetime) -> tuple[Choice, ...]:
    """Suggest timezones, at most 25, each with the time it is there."""
    wanted = fold(text)
    found = _matches(wanted) if wanted else _COMMON
    return tuple(
        Choice(words.zone_now(zone_words(name), f"{now.astimezone(ZoneInfo(name)):%H:%M}"), name)
        for name in found[:_CHOICES]
    )


def zone_words(name: str) -> str:
    """A timezone's name for people.

    >>> zone_words("America/New_York"), zone_words("UTC")
    ('America/New York', 'UTC')
    """
    return name.replace("_", " ")


@functools.cache
def _names() -> dict[str, str]:
    """Every timezone by its folded name."""
    return {fold(name): name for name in sorted(available_timezones()) if not _HIDDEN.match(name)}


@functools.cache
def _cities() -> dict[str, str]:
    """Every timezone by its last part; of two the one that bears the name of a continent."""
    return {fold(name.rpartition("/")[2]): name for name in reversed(list(_names().values()))}


@functools.cache
def _countries() -> dict[str, list[str]]:
    """Every country's timezones by its folded name, as the timezone database itself lists them."""
    folder = resources.files("tzdata.zoneinfo")
    names = dict(_columns(folder.joinpath("iso3166.tab").read_text("utf-8"), 0, 1))
    found: dict[str, list[str]] = {}
    for code, zone in _columns(folder.joinpath("zone.tab").read_text("utf-8"), 0, 2):
        if zone in _names().values():
            found.setdefault(fold(names[code]), []).append(zone)
    return found


def _columns(table: str, first: int, second: int) -> Iterator[tuple[str, str]]:
    for line in table.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells[first], cells[second]


def _matches(wanted: str) -> tuple[str, ...]:
    """The timezones that words fit: those of a city or country that begins so, or of a like spelling."""
    cities = _cities()
    if not wanted:
        return ()
    begins = [name for city, name in sorted(cities.items()) if city.startswith(wanted)]
    lands = [
        name for land, names in sorted(_countries().items()) if land.startswith(wanted) for name in names
    ]
    holds = [name for folded, name in _names().items() if f" {wanted}" in f" {folded}"]
    begins.sort(key=lambda name: name not in _COMMON)
    found = dict.fromkeys((*_countries().get(wanted, ()), *begins, *lands, *holds))
    if not found:
        alike = process.extract(wanted, cities.keys(), scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_ALIKE)
        found = dict.fromkeys(cities[city] for city, _, _ in alike)
    return tuple(found)
