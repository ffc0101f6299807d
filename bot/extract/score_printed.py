"""Every span of a text that reads as a score, before its surroundings have been looked at."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import deque
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from bot.extract.score_notations import NOTATIONS, Notation

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

AT_MOST = 100
"""Seeds of one notation looked at from each end of a text: no review prints more, hostile input does."""

BEFORE, AFTER = 64, 220
"""Code points around a seed within which its notation is tried."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A span that reads as a score."""

    start: int
    end: int
    value: float
    scale: float | None
    notation: Notation


def find_printed(view: str) -> tuple[Printed, ...]:
    """Find every span that reads as a score, in the order of the text; the spans never overlap.

    >>> view = "Story: 7/10. It gets ***½ of ****."
    >>> [(view[p.start : p.end], p.value, p.scale) for p in find_printed(view)]
    [('7/10', 7.0, 10.0), ('***½ of ****', 3.5, 4.0)]
    """
    taken: list[tuple[int, int]] = []
    found: list[Printed] = []
    windows = {seed: tuple(_windows(seed, view)) for seed in {notation.seed for notation in NOTATIONS}}
    for notation in NOTATIONS:
        for match in _matches(notation, view, windows[notation.seed]):
            start, end = match.span("score")
            end -= len(match["score"]) - len(match["score"].rstrip())
            place = bisect_right(taken, (start, end))
            if (place and taken[place - 1][1] > start) or (place < len(taken) and taken[place][0] < end):
                continue
            reading = notation.read(match)
            if reading is not None:
                insort(taken, (start, end))
                found.append(Printed(start, end, *reading, notation))
    return tuple(sorted(found, key=lambda printed: printed.start))


def _matches(notation: Notation, view: str, windows: tuple[tuple[int, int], ...]) -> Iterator[re.Match[str]]:
    for start, end in windows:
        for match in notation.pattern.finditer(view, start, end):
            if match.end() < end or end == len(view):  # what the window's end cut off may read otherwise
                yield match


def _windows(seed: re.Pattern[str], view: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around a seed's places, in order and without overlap."""
    places = seed.finditer(view)
    first = list(islice(places, AT_MOST))
    left = right = 0
    for place in chain(first, deque(places, AT_MOST)):
        start, end = max(0, place.start() - BEFORE), min(len(view), place.end() + AFTER)
        if start > right:
            yield left, right
            left = start
        right = end
    yield left, right
