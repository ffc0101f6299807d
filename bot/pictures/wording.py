"""Text made ready for a picture: on one line, with fonts for all of it, as long as there is room for."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.pictures.breaking import break_lines, clusters
from bot.pictures.sheet import missing, width_of
from bot.words.pictures import more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.sheet import Face

NO_GLYPH = "□"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_JOINERS = frozenset("\u200c\u200d")
_ENOUGH = 0.5  # of what would fit
_LOOSE_END = " ,;:–—-(“‘\"'·"
_TITLE_LINES = 2
_TALL = 0x590  # from here on most scripts stack marks above and below their letters
_TALL_END = 0x1100


def one_line(text: str) -> str:
    """The text composed and on one line, without characters that are never seen, but for joiners of letters."""
    seen = (c for c in unicodedata.normalize("NFC", text) if c in _JOINERS or not _unseen(c))
    return " ".join("".join(seen).split())


def _unseen(c: str) -> bool:
    return not c.isspace() and (unicodedata.category(c) in {"Cc", "Cf", "Cs"} or "\ufe00" <= c <= "\ufe0f")


def readable(text: str) -> str:
    """The same on one line, with a box for each letter that no font here has."""
    line = one_line(text)
    lacking = set(missing(line))
    return (
        "".join(NO_GLYPH if cluster in lacking else cluster for cluster in clusters(line))
        if lacking
        else line
    )


def fitted(text: str, face: Face, size: float, room: float) -> str:
    """The text, or as much of it as ``room`` pixels hold, with an ellipsis: cut at a word or a hyphen.

    A word is cut only where too little would be left.
    """
    if width_of(text, face, size) <= room:
        return text
    letters = clusters(text)
    over = bisect_left(
        range(1, len(letters)), True, key=lambda n: width_of(f"{''.join(letters[:n])}…", face, size) > room
    )
    kept = "".join(letters[:over])
    at = max(kept.rfind(" "), kept.rfind("-"))
    if at > len(kept) * _ENOUGH:
        kept = kept[:at]
    return f"{kept.rstrip(_LOOSE_END)}…"


def titled(
    title: str, year: int | None, face: Face, sizes: Sequence[int], room: float
) -> tuple[int, list[str]]:
    """A film's title and year on at most two lines, at the largest size at which they fit.

    At the smallest size a longer title is shortened; the year stays.
    """
    tail = "" if year is None else f" ({year})"
    for size in sizes:
        lines = break_lines(f"{title}{tail}", room, lambda part: width_of(part, face, size))  # noqa: B023
        if len(lines) <= _TITLE_LINES:
            return size, lines
    *_, size = sizes
    rest = " ".join(lines[1:]).removesuffix(tail)
    return size, [lines[0], fitted(rest, face, size, room - width_of(tail, face, size)) + tail]


def listed(names: Sequence[str], face: Face, size: float, room: float) -> str:
    """Names in a row and how many more there are, in ``room`` pixels.

    Each name alone is taken to fit.
    """
    for shown in range(len(names), 0, -1):
        rest = len(names) - shown
        words = ", ".join(names[:shown]) + (f" {more(rest)}" if rest else "")
        if width_of(words, face, size) <= room:
            return words
    return f"{len(names):,}"


def runs_right_to_left(text: str) -> bool:
    """Whether most of a text's letters run from right to left."""
    ways = [unicodedata.bidirectional(c) for c in text]
    return sum(way in _RIGHT_TO_LEFT for way in ways) > sum(way == "L" for way in ways)


def stands_tall(text: str) -> bool:
    """Whether lines of this text need more room between them."""
    return any(_TALL <= ord(c) < _TALL_END for c in text)
