"""Numbers, lists and dates in words: what every other module of words is made with. Pure strings."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DATE = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "review"), count(3, "review"), count(2, "entry", "entries")
    ('1 review', '3 reviews', '2 entries')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listing(words: Sequence[str]) -> str:
    """Words in a row.

    >>> listing(["action"]), listing(["action", "music", "pacing"])
    ('action', 'action, music and pacing')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def capital(words: str) -> str:
    """Words as a line begins with them; the other letters stay as they are."""
    return words[:1].upper() + words[1:]


def joined(parts: Iterable[str | None]) -> str:
    """The parts that are there, with a middle dot between them."""
    return " · ".join(part for part in parts if part)


def percent(value: float) -> str:
    """A percentage in whole numbers, halves going up.

    >>> percent(87.5), percent(95.0), percent(82.5)
    ('88%', '95%', '83%')
    """
    return f"{Decimal(str(value)).quantize(Decimal(1), ROUND_HALF_UP)}%"


def number(value: float) -> str:
    """A number without needless decimals.

    >>> number(8.0), number(3.5), number(7.25)
    ('8', '3.5', '7.25')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


# In words and not as Discord's timestamp: a day in a newspaper has no time zone, and must not become the day
# before for half the readers.
def date_words(published: str | None) -> str | None:
    """A date in words; None where there is none or it is malformed.

    >>> date_words("2025-06-04"), date_words("--06-04"), date_words("2025-06"), date_words("2025")
    ('4 June 2025', '4 June', 'June 2025', '2025')
    """
    match = _DATE.fullmatch(published) if published else None
    if match is None:
        return None
    year = None if match["year"] == "-" else match["year"]
    month = int(match["month"]) if match["month"] else None
    if month is not None and not 1 <= month <= len(_MONTHS):
        return None
    day = str(int(match["day"])) if match["day"] else None
    words = [day, _MONTHS[month - 1] if month else None, year]
    return " ".join(word for word in words if word) or None
