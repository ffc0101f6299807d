"""A printed score with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.extract.score_printed import Printed

REACH = 160
"""Code points looked at on either side of a printed score."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A printed score with the rest of its line on either side."""

    printed: Printed
    raw: str
    before: str  # from the line's start or the last sentence end
    line: str  # from the line's start
    previous: str  # the last line above that isn't empty
    after: str  # to the line's end


MARKS = " \t:=|*-([{\"'#>_•·~"
"""What may stand between a label and its score."""

_SENTENCE_END = re.compile(r"[.!?…]+[\"')\]]*\s+(?=\S)|[\n|;•·]")


def surroundings(view: str, printed: Printed, floor: int) -> Surroundings:
    """Cut out what stands around a printed score; ``floor`` is where the one before it ended."""
    left = max(0, printed.start - REACH)
    line_start = view.rfind("\n", left, printed.start) + 1 or left
    line = view[line_start : printed.start]
    cut = max(line_start, floor if floor <= printed.start else 0)
    before = view[cut : printed.start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before) if before[match.end() :].strip(MARKS)]
    if ends:
        before = before[ends[-1] :]
    previous = view[max(0, line_start - REACH) : max(0, line_start - 1)].rstrip()
    after = view[printed.end : printed.end + REACH].partition("\n")[0]
    return Surroundings(
        printed,
        view[printed.start : printed.end],
        before,
        line,
        previous[previous.rfind("\n") + 1 :].strip(),
        after,
    )
