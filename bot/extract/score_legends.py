"""A review's own key to its stars ("***** Unmissable **** Good"): no scores, but it states their scale."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extract.score_numbers import STAR

_RUN = re.compile(rf"(?<![*{STAR}])(?:\*{{1,10}}|[{STAR}]{{1,10}})(?![*{STAR}])")
_STARS = "*" + STAR
_BETWEEN = 40
_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class Legend:
    """The spans of a text's legends and the number of stars at their top."""

    spans: tuple[tuple[int, int], ...] = ()
    scale: float | None = None


def find_legend(view: str) -> Legend:
    """Find rows of stars that shrink one by one with words between, at least three of them.

    >>> find_legend("STAR RATING: ***** Unmissable **** Good *** Okay ** Poor * Awful. It is fun. ***").scale
    5.0
    >>> find_legend("*** out of ****. A **bold** word.")
    Legend(spans=(), scale=None)
    """
    if not any(star in view for star in _STARS):
        return Legend()
    spans: list[tuple[int, int]] = []
    scale: float | None = None
    chain: list[re.Match[str]] = []
    for count, match in enumerate(_RUN.finditer(view)):
        if count >= _AT_MOST:
            break
        if chain and not _continues(view, chain[-1], match):
            scale = _close(chain, spans, scale)
            chain = []
        chain.append(match)
    return Legend(tuple(spans), _close(chain, spans, scale)) if chain else Legend()


def _continues(view: str, last: re.Match[str], match: re.Match[str]) -> bool:
    between = view[last.end() : match.start()]
    shrinks = abs(len(last[0]) - len(match[0])) == 1
    return shrinks and len(between) <= _BETWEEN and any(c.isalpha() for c in between)


def _close(chain: list[re.Match[str]], spans: list[tuple[int, int]], scale: float | None) -> float | None:
    if len(chain) < 3:
        return scale
    spans.append((chain[0].start(), chain[-1].end()))
    return max(scale or 0.0, float(max(len(match[0]) for match in chain)))
