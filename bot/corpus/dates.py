"""Dates as given in a field -> ISO 8601, without inventing the parts that are not there."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ].*)?)?)?")
_WITHOUT_YEAR = re.compile(r"--(?P<month>\d\d)-?(?P<day>\d\d)")
_SLASHED = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})")
_MONTHS = 12
_LEAP_YEAR = 2000
_MAX_LENGTH = 60


def iso_date(value: str) -> str | None:
    """Return ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or ``--MM-DD``; None where it is no date or could be two.

    >>> iso_date("2025-06-04 12:30:00 +0200"), iso_date("June 4, 2025"), iso_date("4 June"), iso_date("2025")
    ('2025-06-04', '2025-06-04', '--06-04', '2025')
    >>> iso_date("06/04/2025"), iso_date("16/04/2025"), iso_date("2025-13-01"), iso_date("2025-00-10")
    (None, '2025-04-16', None, None)
    """
    value = value.strip()
    if match := _ISO.fullmatch(value):
        parts = [int(part) for part in match.groups() if part]
        return _valid(*parts)
    if match := _WITHOUT_YEAR.fullmatch(value):
        return _without_year(int(match["month"]), int(match["day"]))
    if match := _SLASHED.fullmatch(value):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        found = {found for found in (_valid(year, first, second), _valid(year, second, first)) if found}
        return found.pop() if len(found) == 1 else None
    return _worded(value) if len(value) <= _MAX_LENGTH and any(c.isdigit() for c in value) else None


def day_first(values: Iterable[str]) -> bool | None:
    """Whether a column's dates have the day before the month, which one with a 13th or later tells of all.

    >>> day_first(["02.03.2004", "16.03.2004"]), day_first(["03/02/2004", "03/16/2004", "June 4"])
    (True, False)
    >>> day_first(["02.03.2004"]), day_first(["16.03.2004", "03.16.2004"])
    (None, None)
    """
    orders: set[bool] = set()
    for match in filter(None, map(_SLASHED.fullmatch, map(str.strip, values))):
        first, second = int(match["first"]), int(match["second"])
        if (first > _MONTHS) != (second > _MONTHS):
            orders.add(first > _MONTHS)
            if len(orders) > 1:
                return None
    return orders.pop() if orders else None


def in_order(value: str, *, day_first: bool) -> str:
    """A date such as "02.03.2004" in ISO 8601, others as they are.

    >>> in_order(" 02.03.2004", day_first=True), in_order("02.03.2004", day_first=False)
    ('2004-03-02', '2004-02-03')
    """
    if match := _SLASHED.fullmatch(value.strip()):
        first, second = int(match["first"]), int(match["second"])
        month, day = (second, first) if day_first else (first, second)
        return _valid(int(match["year"]), month, day) or value
    return value


def _worded(value: str) -> str | None:
    import dateparser

    for parts in (["day", "month", "year"], ["day", "month"]):
        found = dateparser.parse(
            value, languages=["en"], settings={"REQUIRE_PARTS": parts, "PARSERS": ["absolute-time"]}
        )
        if found is not None:
            return found.date().isoformat() if "year" in parts else _without_year(found.month, found.day)
    return None


def _valid(year: int, month: int = 0, day: int = 0) -> str | None:
    if day and not month:
        return None
    try:
        date = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return date.isoformat()[: 10 if day else 7 if month else 4]


def _without_year(month: int, day: int) -> str | None:
    whole = _valid(_LEAP_YEAR, month, day)
    return whole[3:].replace("0", "-", 1) if whole else None
