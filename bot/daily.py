"""When a server's quote of the day is due, in the time its people live by. Pure: no clock, no database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.errors import NotUnderstood
from bot.words import daily as words

if TYPE_CHECKING:
    from collections.abc import Collection
    from zoneinfo import ZoneInfo

    from bot.views import Searched

LATEST = timedelta(hours=6)
"""A quote comes no later than this after its time; where the bot was away for longer, that day has none."""

FAILURES = 3
"""After so many failures in a row a quote of the day stops by itself."""

_CLOCK = re.compile(
    r"""
    (?P<hour>\d{1,2})
    (?: \s*[:.h]\s* (?P<minute>\d{2})? )?  # 8:30, 8.30, 20h30, 20h
    \s* (?P<half> [ap]\.?m\.? )?           # 8 pm, 8:30 p.m.
    (?: \s* (?:o['’]?clock | uhr) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED = {"midnight": 0, "noon": 12 * 60, "midday": 12 * 60}
_HALF_DAY = 12


class Style(StrEnum):
    """How the quote is shown."""

    TEXT = "text"
    CARD = "card"


class State(StrEnum):
    """Whether quotes come: not where somebody paused them, nor where they stopped by themselves."""

    ON = "on"
    PAUSED = "paused"
    STOPPED = "stopped"


class Trouble(StrEnum):
    """Why a quote could not be posted."""

    CHANNEL_GONE = "channel gone"
    FORBIDDEN = "forbidden"
    NOTHING = "nothing to post"
    REFUSED = "refused"  # by Discord, for a reason that is ours to mend


@dataclass(frozen=True, slots=True)
class Due:
    """A day's quote: the day it is for, in local time, and the instant it comes, in UTC."""

    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Daily:
    """How a server wants its quote of the day, and how it fares."""

    library: int  # the server's id
    channel: int
    minute: int  # of the local day
    zone: str  # IANA name
    user: int | None  # who set it; None once that was forgotten
    due: Due  # the next one
    cursor: int  # where its own walk through the quotes stands
    film: str | None = None  # public id
    searched: Searched | None = None  # None: whatever the server's members are answered from
    style: Style = Style.TEXT
    state: State = State.ON
    failures: int = 0  # in a row
    trouble: Trouble | None = None  # of the last failure


@dataclass(frozen=True, slots=True)
class Posted:
    """The last day's quote: ``message`` is None where it did not come, or nobody knows whether it came."""

    day: date
    channel: int
    message: int | None
    failed: bool


def parse_time(text: str) -> int:
    """A time of day as people write it, as the minute of the day. Raises NotUnderstood.

    >>> [parse_time(text) for text in ("8:30", "08.30", "8 pm", "20h30", "12 a.m.", "noon", "24:00", "7")]
    [510, 510, 1200, 1230, 0, 720, 0, 420]
    >>> parse_time("25:00")
    Traceback (most recent call last):
    bot.errors.NotUnderstood: “25:00” is no time of day. Write it as in 08:30, 20:15 or 8 pm.
    """
    wanted = text.strip()
    if (named := _NAMED.get(wanted.casefold())) is not None:
        return named
    match = _CLOCK.fullmatch(wanted)
    if match is not None:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if half := match["half"]:
            if 1 <= hour <= _HALF_DAY and minute < 60:
                return (hour % _HALF_DAY + (_HALF_DAY if half[0] in "pP" else 0)) * 60 + minute
        elif (hour < 24 and minute < 60) or (hour, minute) == (24, 0):
            return hour % 24 * 60 + minute
    shown = wanted if len(wanted) <= 20 else f"{wanted[:19]}…"
    raise NotUnderstood(words.no_time(shown))


def time_words(minute: int) -> str:
    """A minute of the day as a clock shows it.

    >>> time_words(510)
    '08:30'
    """
    return f"{minute // 60:02}:{minute % 60:02}"


def due_on(day: date, minute: int, zone: ZoneInfo) -> datetime | None:
    """When a local time comes on a day, in UTC; None on a day that the zone's calendar left out.

    Of a time that comes twice, as clocks go back, it is the first. One that is left out, as they go forward,
    comes at the first instant after the gap.

    >>> from zoneinfo import ZoneInfo
    >>> due_on(date(2025, 3, 30), 150, ZoneInfo("Europe/Berlin")).isoformat()  # 02:30, clocks go to 03:00
    '2025-03-30T01:00:00+00:00'
    """
    at = _resolved(day, minute, zone)
    if at.astimezone(zone).date() != day and _resolved(day, 0, zone).astimezone(zone).date() != day:
        return None
    return at


def next_due(minute: int, zone: ZoneInfo, after: datetime, taken: Collection[date] = ()) -> Due:
    """The first time after an instant, on none of the days that had their quote."""
    # From the day before: a gap that ends at midnight moves a time into the next day.
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        at = None if day in taken else due_on(day, minute, zone)
        if at is not None and at > after:
            return Due(day, at)
        day += timedelta(days=1)


def _resolved(day: date, minute: int, zone: ZoneInfo) -> datetime:
    wanted = datetime.combine(day, time(minute // 60, minute % 60), zone)
    at = wanted.astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) == wanted.replace(tzinfo=None):
        return at
    # Read with either offset, a time in a gap stands on both sides of it: the gap's end lies between.
    before, after = wanted.replace(fold=1).astimezone(UTC), at
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after.replace(microsecond=0)
