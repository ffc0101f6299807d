"""Every span of a text that reads as a score, before its surroundings have been looked at."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract.score_notations import NOTATIONS, Notation, Seed

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

AT_MOST = 100
"""Seeds of one notation looked at from each end of a text: no review prints more, hostile input does."""

BEFORE, AFTER = 64, 140
"""Code points around a seed within which its notation is tried."""


_SEEDS = {notation.seed for notation in NOTATIONS}


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
    low = _lower(view)
    places = {seed: _places(seed, low) for seed in _SEEDS}
    for notation in NOTATIONS:
        for match in _matches(notation, view, places[notation.seed]):
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


def _lower(view: str) -> str:
    low = view.lower()
    if len(low) == len(view):
        return low
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in view)  # "İ" becomes two


def _matches(notation: Notation, view: str, places: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    if notation.begins:
        begin = 0
        for place, _ in places:
            if place >= begin and (match := notation.pattern.match(view, place)):
                begin = match.end()
                yield match
        return
    for start, end in _windows(places, len(view)):
        for match in notation.pattern.finditer(view, start, end):
            if match.end() < end or end == len(view):  # what the window's end cut off may read otherwise
                yield match


def _windows(places: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around places, in order and without overlap."""
    left = right = 0
    for first, last in places:
        start, end = max(0, first - BEFORE), min(length, last + AFTER)
        if start > right:
            if right:
                yield left, right
            left = start
        right = max(right, end)
    if right:
        yield left, right


def _places(seed: Seed, low: str) -> list[tuple[int, int]]:
    """The spans of a seed, in order: those nearest to either end of a long text."""
    match = seed.pattern.match(low)
    found = {match.span()} if match else set()
    for sign in seed.signs:
        at, count = low.find(sign), 0
        while at >= 0 and count < AT_MOST:
            match = seed.pattern.match(low, at)
            if match:
                found.add(match.span())
                count += 1
            at = low.find(sign, match.end() if match else at + 1)
        last, count = len(low), 0
        while at >= 0 and count < AT_MOST and (last := low.rfind(sign, at, last)) >= 0:
            match = seed.pattern.match(low, last)
            if match:
                found.add(match.span())
                count += 1
    places = sorted(found)
    return places if len(places) <= 2 * AT_MOST else places[:AT_MOST] + places[-AT_MOST:]
