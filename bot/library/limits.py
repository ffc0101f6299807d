"""How much a server's library may hold, and how fast it may be filled."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.corpus import Limits
from bot.errors import LimitReached
from bot.words import library_adding as words

if TYPE_CHECKING:
    from collections.abc import Callable

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class LibraryLimits:
    """Whoever exceeds one is told which."""

    reviews: int = 20_000  # of one server, those that wait included
    waiting: int = 100  # proposals of one server
    waiting_each: int = 20  # proposals of one member
    upload: int = 8 * _MIB  # bytes of one file
    uploads: int = 10  # of one member ...
    seconds: float = 60.0  # ... within so long
    edit: int = 200  # characters of what somebody types into a field
    files: Limits = field(default_factory=lambda: Limits(container=8 * _MIB, unpacked=64 * _MIB, rows=20_000))


LIBRARY_LIMITS = LibraryLimits()


class Uploads:
    """Who has given how many files of late."""

    def __init__(self, limits: LibraryLimits, clock: Callable[[], float]) -> None:
        self._limits, self._clock = limits, clock
        self._times: dict[int, deque[float]] = {}

    def count(self, user: int) -> None:
        """Count one more; raises LimitReached where that is one too many."""
        now, limits = self._clock(), self._limits
        for other in [one for one, times in self._times.items() if times[-1] <= now - limits.seconds]:
            del self._times[other]
        times = self._times.setdefault(user, deque(maxlen=limits.uploads))
        if len(times) == limits.uploads and times[0] > now - limits.seconds:
            wait = max(1, round(times[0] + limits.seconds - now))
            raise LimitReached(words.too_many_files(limits.uploads, wait))
        times.append(now)


def check_size(size: int, limits: LibraryLimits) -> None:
    """Raise LimitReached for a file of too many bytes."""
    if size > limits.upload:
        raise LimitReached(words.file_too_large(limits.upload // _MIB))


def check_room(held: int, more: int, limits: LibraryLimits) -> None:
    """Raise LimitReached where a library has no room for so many more reviews."""
    if held + more > limits.reviews:
        raise LimitReached(words.no_room(limits.reviews, max(0, limits.reviews - held)))
