"""Where lines of a passage break, in any script, so that they come out about as long as each other. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# What must not begin a line, or end one, in scripts that break between any two letters.
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕〗”’…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.;:!?)]}%％"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔〖“‘([{")
_HYPHENS = frozenset("-–—/\u2010")
_WIDE = (
    (0x2E80, 0x3130),
    (0x3190, 0xA4D0),
    (0xF900, 0xFB00),
    (0xFE30, 0xFE50),
    (0xFF00, 0xFFF0),
    (0x20000, 0x40000),
)
_VIRAMAS = 9  # canonical combining class of signs that tie two letters together
_JOINER = "\u200d"
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")  # written before the letter they belong to
_SHORT_END = 0.4  # a last line shorter than this part of the others looks lost


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on one line in any case; ``blank`` where a space parts it from the piece before."""

    text: str
    blank: bool


def clusters(text: str) -> list[str]:
    """A text's letters, each with the marks that belong to it.

    >>> clusters("नमस्ते")
    ['न', 'म', 'स्ते']
    """
    found: list[str] = []
    for letter in text:
        before = found[-1] if found else ""
        tied = before and (
            unicodedata.category(letter).startswith("M")
            or letter == _JOINER
            or before[-1] in _LEADING_VOWELS
            or before[-1] == _JOINER
            or unicodedata.combining(before[-1]) == _VIRAMAS
            or "\U0001f3fb" <= letter <= "\U0001f3ff"
        )
        if tied:
            found[-1] += letter
        else:
            found.append(letter)
    return found


def pieces(text: str) -> list[Piece]:
    """Cut a passage wherever a line may break.

    >>> [piece.text for piece in pieces("well-made, 映画だ。")]
    ['well-', 'made,', '映', '画', 'だ。']
    """
    found: list[Piece] = []
    for word in text.split():
        blank = bool(found)
        for part in _parts(word):
            found.append(Piece(part, blank))
            blank = False
    return found


def _parts(word: str) -> Iterator[str]:
    kept = ""
    for before, letter in pairwise(["", *clusters(word)]):
        if kept and _may_part(before, letter):
            yield kept
            kept = ""
        kept += letter
    if kept:
        yield kept


def _may_part(before: str, after: str) -> bool:
    if before[-1] in _HYPHENS:
        return after[0].isalpha()
    if not (_wide(before) or _wide(after)):
        return False
    return after[0] not in _NOT_FIRST and before[-1] not in _NOT_LAST


def _wide(letter: str) -> bool:
    return (
        any(low <= ord(letter[0]) < high for low, high in _WIDE) and unicodedata.category(letter[0]) != "Po"
    )


def break_lines(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The passage as the fewest lines within ``width`` (in the units of ``measure``), of even length.

    >>> break_lines("one two three four five six", 14, len)
    ['one two three', 'four five six']
    >>> break_lines("a lamplighter", 5, len)
    ['a', 'lampl', 'ighte', 'r']
    """
    parts = [small for piece in pieces(text) for small in _fitting(piece, width, measure)]
    space = measure("n n") - measure("nn")
    sizes = [(measure(part.text), space if part.blank else 0.0) for part in parts]
    return [_joined(parts[first:stop]) for first, stop in _spans(sizes, width)]


def _fitting(piece: Piece, width: float, measure: Callable[[str], float]) -> Iterator[Piece]:
    """The piece itself or, where it is too long for any line, as much of it as fits, and so on."""
    if measure(piece.text) <= width:
        yield piece
        return
    kept, blank = "", piece.blank
    for letter in clusters(piece.text):
        if kept and measure(kept + letter) > width:
            yield Piece(kept, blank)
            kept, blank = "", False
        kept += letter
    yield Piece(kept, blank)


def _spans(sizes: Sequence[tuple[float, float]], width: float) -> list[tuple[int, int]]:
    """Which pieces stand on which line: the fewest lines first, then the least uneven."""
    # best[i]: (lines, unevenness, where the last of them begins) of the first i pieces
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for stop in range(1, len(sizes) + 1):
        found = (len(sizes) + 1, float("inf"), stop - 1)
        length = 0.0
        for first in range(stop - 1, -1, -1):
            length += sizes[first][0] + (sizes[first + 1][1] if first + 1 < stop else 0.0)
            if length > width and first < stop - 1:
                break
            lines, uneven, _ = best[first]
            slack = max(0.0, width - length) / width
            lost = 2.0 if stop == len(sizes) and first and length < _SHORT_END * width else 0.0
            found = min(found, (lines + 1, uneven + slack**2 + lost, first))
        best.append(found)
    spans: list[tuple[int, int]] = []
    stop = len(sizes)
    while stop:
        first = best[stop][2]
        spans.append((first, stop))
        stop = first
    return spans[::-1]


def _joined(parts: Sequence[Piece]) -> str:
    return "".join(f"{' ' if part.blank and number else ''}{part.text}" for number, part in enumerate(parts))
