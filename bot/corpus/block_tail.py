"""The lines below a review's prose: outros, profiles and signatures, and what is the page's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.corpus import block_words as words
from bot.corpus.block_head import ENDED
from bot.corpus.tail_words import BREAK, CLOSING, END, PROFILE
from bot.models import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.corpus.block_head import Line

_SHORT = 260  # no longer line is the page's own, outros apart
_PROSE = 80  # signs; a sentence so long is the critic's
_LABEL = 60  # signs; no longer line without a full stop is a label or another page's headline
_LAST_LINES = 8
_FIGURE = re.compile(r"[\d*★☆⭐½%]")  # it may be a score
_BULLETS = ("- ", "* ", "• ", "+ ")


def mark_outros(lines: Sequence[Line]) -> None:
    """Lines near the end that ask the reader to do something elsewhere."""
    for line in lines[max(1, len(lines) - _LAST_LINES) :]:
        if line.kind is None and len(line.text) <= 2 * _SHORT and words.OUTRO_START.match(line.text):
            asks = len(words.OUTRO_ASK.findall(line.text))
            if words.OUTRO_WHERE.search(line.text) and (asks >= 2 or len(line.text) <= _SHORT):
                line.kind = BlockKind.FURNITURE


def mark_tail(lines: Sequence[Line], size: int) -> None:
    """Sort what stands behind the prose, in a text of ``size`` signs."""
    for index, line in enumerate(lines):
        if line.start * 2 > size and len(line.text) <= 80 and END.match(line.text):
            for other in lines[index:]:
                other.kind = other.kind or BlockKind.FURNITURE
            break
    prose = [index for index, line in enumerate(lines) if _is_prose(line)]
    last = prose[-1] if prose else 0
    if len(prose) > 1 and PROFILE.match(lines[last].text) and not _is_named(lines, last):
        lines[last].kind = BlockKind.FURNITURE
        last = prose[-2]
    closing = False
    for index, line in enumerate(lines):
        if line.kind is not None or len(line.text) > _SHORT or line.start == 0:
            closing = closing and line.kind is not None
            continue
        if CLOSING.match(line.text):
            line.kind = BlockKind.FURNITURE
            closing = closing or bool(BREAK.match(line.text))
        elif closing or (index > last and len(prose) > 1):
            _mark_closing(lines, index, last)
        if line.kind is None and BREAK.match(line.text) and line.start * 2 > size:
            line.kind = BlockKind.FURNITURE
            closing = True


def _mark_closing(lines: Sequence[Line], index: int, last: int) -> None:
    """A short line behind the prose: the critic's name just behind it, a profile, or a label of the page's."""
    line = lines[index]
    name = None if line.text.endswith(".") else words.NAME_LINE.match(line.text)
    if name and index - last <= 2 and not _is_named(lines, index, name["name"]):
        line.kind = BlockKind.BYLINE
    elif line.text.startswith(_BULLETS) or ENDED.search(line.text):
        if PROFILE.match(line.text):
            line.kind = BlockKind.FURNITURE
    elif len(line.text) <= _LABEL and not _FIGURE.search(line.text):
        line.kind = BlockKind.FURNITURE


def _is_prose(line: Line) -> bool:
    return line.kind is None and len(line.text) >= _PROSE and bool(ENDED.search(line.text))


def _is_named(lines: Sequence[Line], index: int, name: str | None = None) -> bool:
    """Whether the prose above speaks of the person that a line begins with."""
    match = PROFILE.match(lines[index].text)
    wanted = name or (match["name"] if match else lines[index].text)
    return any(wanted in line.text for line in lines[:index] if line.kind is None)
