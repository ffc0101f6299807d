"""Dates as bylines print them, read into ISO 8601."""

from __future__ import annotations

import re
from calendar import monthrange

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary|r)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?![a-z])"
)
_DATES = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        rf"\b{_MONTH}\ (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\ (?P<year>(?:19|20)\d\d))?",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?{_MONTH}(?:,?\ (?P<year>(?:19|20)\d\d))?",
        r"(?<!\d)(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_DIGIT = re.compile(r"\d")
_LEAP = 2000  # without a year, the 29th of February may be one


def find_date(view: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Find the first date in a stretch and its span; a numeric one that could be read two ways is none.

    >>> find_date("Posted June 4th, 2025", 0, 21), find_date("on 19.03.2021", 0, 13), find_date("03/09/2021", 0, 10)
    (('2025-06-04', 7, 21), ('2021-03-19', 3, 13), None)
    >>> find_date("12 February 2022", 0, 16), find_date("30 Feb 2022", 0, 11)
    (('2022-02-12', 0, 16), None)
    """
    if not _DIGIT.search(view, start, end):
        return None
    for pattern in _DATES:
        match = pattern.search(view, start, end)
        if match is None:
            continue
        parts = match.groupdict()
        if parts.get("first"):
            low, high = sorted((int(parts["first"]), int(parts["second"])))
            if not (low == high or high > 12 >= low):
                continue
            month, day = low, high
        else:
            month = (
                int(parts["number"]) if parts.get("number") else MONTHS.index(parts["month"][:3].lower()) + 1
            )
            day = int(parts["day"])
        if 1 <= month <= 12 and 1 <= day <= monthrange(int(parts.get("year") or _LEAP), month)[1]:
            year = parts.get("year") or "-"
            return f"{year}-{month:02d}-{day:02d}", match.start(), match.end()
    return None
