"""Where a writer announces spoilers, and how seriously."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple


class Warned(NamedTuple):
    """What a review's warnings cover; ``sure`` is one that isn't about stray thoughts or possible trifles."""

    sections: tuple[tuple[int, int, bool], ...]  # (start, end, sure)
    head: bool | None  # the whole review: sure, unsure, or no warning
    elsewhere: bool  # it begins with a warning for another film


_UNSURE = re.compile(
    r"thoughts?|notes|trivia|random|misc|possible|potential|minor|mild|slight|little|may\b|maybe|some\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"spoilers?[ ](?:for|from|of|to|about|in|on)[ ](?!the[ ](?:film|movie|end|story|plot)|this)",
    re.IGNORECASE,
)


def read_warnings(view: str) -> Warned:
    """Read all warnings of one review.

    >>> view = "A fine film that keeps its secrets well.\\n\\nStray Thoughts / Spoilers\\n\\nTom did it."
    >>> read_warnings(view).sections
    ((42, 80, False),)
    """
    if "spoiler" not in view.casefold():
        return Warned((), None, elsewhere=False)
    sections = tuple(
        (start, end, not _UNSURE.search(view[start:end].lstrip().split("\n")[0]))
        for start, end in warned_spans(view)
    )
    line = _opening_warning(view)
    if line is None:
        return Warned(sections, None, elsewhere=False)
    if _ELSEWHERE.search(line):
        return Warned(sections, None, elsewhere=True)
    return Warned(sections, not _UNSURE.search(line), elsewhere=False)


_SPOILER = re.compile(r"spoiler", re.IGNORECASE)
_NO_WARNING = re.compile(
    r"\b(?:no|without|avoid\w*|won't|not|end|over|spoiler[- ]free|rear|tail|don't|isn't)\b", re.IGNORECASE
)
_ANNOUNCED = re.compile(
    r"""spoilers?[ ](?:alert|ahead|below|follow|begin|start|warning|coming|territory|from[ ]here|to[ ]come)
    | (?:(?<=^)|(?<=[.!?\n])) [^\w.!?\n]* (?:\w+[ ])? spoilers?\b [^\w.!?\n]""",
    re.VERBOSE | re.IGNORECASE,
)
_OVER = re.compile(
    r"\bend(?:s|ing)?[ ](?:of[ ])?(?:the[ ])?spoilers?|/spoilers?|\bspoilers?[ ](?:end|over)", re.IGNORECASE
)
# A line that heads the next section: short, after a blank line, and no mark ends it.
_HEADING = re.compile(r"\n[ ]?\n[ ]?(?=[A-Z0-9][^\n]{2,50}[^\n.!?,;:\"')]\n)")
_STOPS = ".!?\n"
_LINE = 60  # characters of a line that is a heading
_MOST_WARNINGS = 20
_FOREWORD = 0.12  # of the text: a warning up here speaks of the whole review


def warned_spans(view: str) -> tuple[tuple[int, int], ...]:
    """Where the writer announces spoilers, from the warning to the section's end.

    >>> warned_spans("A fine film that keeps its secrets well.\\n\\nSPOILERS \\n\\nTom did it. END OF SPOILERS. Fine.")
    ((42, 65),)
    >>> warned_spans("A film without spoilers. No spoilers here.")
    ()
    """
    found: list[tuple[int, int]] = []
    if "spoiler" not in view.casefold():
        return ()
    for warning in islice(_SPOILER.finditer(view), _MOST_WARNINGS):
        begin = max(view.rfind(stop, max(0, warning.start() - 200), warning.start()) for stop in _STOPS) + 1
        stops = [at for stop in _STOPS if (at := view.find(stop, warning.end(), warning.end() + 200)) >= 0]
        end = min(stops, default=min(len(view), warning.end() + 200))
        if _NO_WARNING.search(view, begin, end) or begin < len(view) * _FOREWORD:
            continue
        line = (view.rfind("\n", 0, warning.start()) + 1, view.find("\n", warning.end()))
        if 0 <= line[1] - line[0] <= _LINE:  # a heading: the section below it
            limits = [
                match.start()
                for match in (_OVER.search(view, line[1]), _HEADING.search(view, end + 2))
                if match
            ]
        elif _ANNOUNCED.search(view, begin, end):  # what is left of the paragraph
            limits = [line[1]] if line[1] >= 0 else []
        else:  # said in passing
            continue
        found.append((begin, min(limits, default=len(view))))
    return tuple(found)


def _opening_warning(view: str) -> str | None:
    """The sentence that warns at the review's beginning."""
    head = view[: min(5_000, max(200, int(len(view) * _FOREWORD)))]
    for warning in islice(_SPOILER.finditer(head), _MOST_WARNINGS):
        begin = max(head.rfind(stop, 0, warning.start()) for stop in _STOPS) + 1
        end = min((at for stop in _STOPS if (at := head.find(stop, warning.end())) >= 0), default=len(head))
        if not _NO_WARNING.search(head, begin, end):
            return head[begin:end]
    return None
