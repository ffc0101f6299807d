"""Text with delimiters (RFC 4180, and what Excel and others make of it) -> a header and rows of cells.

Cells are data: one that begins with "=", "+", "-" or "@" stays as it stands. A row with a broken quote is given up
alone, and reading goes on with the line after the one it began in.
"""

from __future__ import annotations

import contextlib
import csv
import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import FileRejected
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.corpus.rows import Limits

_DELIMITERS = (",", ";", "\t", "|")
_DIRECTIVE = re.compile(r'"?sep=(?P<delimiter>[,;|\t])"?[ \t]*\n', re.IGNORECASE)  # Excel's own
_BLANK_LINES = re.compile(r"[^\S\n]*+\n")
_HEADER = 65536  # characters looked at for one
_MOST_COLUMNS = 1000
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Broken:
    """Why a row could not be read."""

    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """A header's names as printed, and where its rows begin."""

    names: tuple[str, ...]
    _text: str
    _start: int
    _delimiter: str
    _limits: Limits

    def rows(self) -> Iterator[tuple[int, dict[str, str] | Broken]]:
        """Each row's number, from 1, and its cells by name; of two columns with one name, the first counts.

        Rows of blank cells are counted and left out. Raises FileRejected where there are too many.
        """
        width = len(self.names)
        number = 0
        for cells in _records(self._text, self._start, self._delimiter, width, self._limits.cell):
            number += 1
            if number > self._limits.rows:
                raise FileRejected(words.too_many_rows(self._limits.rows))
            if isinstance(cells, Broken):
                yield number, cells
            elif not any(map(str.strip, cells)):
                continue
            elif len(cells) < width or any(map(str.strip, cells[width:])):
                yield number, Broken(words.other_width(len(cells), width))
            else:
                yield number, dict(zip(reversed(self.names), reversed(cells[:width]), strict=True))


def open_table(text: str, judge: Callable[[Sequence[str]], int], limits: Limits) -> Table:
    r"""Find the header and the delimiter, the one by which ``judge`` likes the header's names best.

    Raises FileRejected where there is no header.

    >>> from bot.corpus.rows import LIMITS
    >>> table = open_table('film;year\n"Rope; or not";1948\nGilda', len, LIMITS)
    >>> dict(table.rows())
    {1: {'year': '1948', 'film': 'Rope; or not'}, 2: Broken(reason='it has 1 cell where the header has 2')}
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").removeprefix("\ufeff")
    start = 0
    told = _DIRECTIVE.match(text)
    if told:
        start = told.end()
    while blank := _BLANK_LINES.match(text, start):
        start = blank.end()
    best: Table | None = None
    for delimiter in (told["delimiter"],) if told else _DELIMITERS:
        lines = _Lines(text, start, start + _HEADER)
        try:
            found = _next(csv.reader(lines, delimiter=delimiter, skipinitialspace=True), _HEADER)
        except (csv.Error, StopIteration):
            continue
        names = tuple(" ".join(name.split()) for name in found)
        table = Table(names, text, lines.at, delimiter, limits)
        if best is None or (judge(names), len(names)) > (judge(best.names), len(best.names)):
            best = table
    if best is None:
        raise FileRejected(words.NO_HEADER)
    if len(best.names) > _MOST_COLUMNS:
        raise FileRejected(words.too_many_columns(_MOST_COLUMNS))
    return best


class _Lines:
    """The lines of a text from a place on, which may be set back."""

    def __init__(self, text: str, at: int, end: int | None = None) -> None:
        self.at = at
        self._text = text
        self._end = len(text) if end is None else min(end, len(text))

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.at >= self._end:
            raise StopIteration
        start, self.at = self.at, self.after(self.at)
        return self._text[start : self.at]

    def after(self, at: int) -> int:
        """Where the line after the one at a place begins."""
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end + 1


def _records(text: str, start: int, delimiter: str, width: int, longest: int) -> Iterator[list[str] | Broken]:
    lines = _Lines(text, start)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    escaping = csv.reader(
        lines, delimiter=delimiter, skipinitialspace=True, strict=True, doublequote=False, escapechar="\\"
    )
    again = (
        16 * longest
    )  # characters that may be read twice, all in all: each broken quote may run to the end
    while True:
        begin = lines.at
        try:
            cells = _next(reader, longest)
        except StopIteration:
            return
        except csv.Error as error:
            following = lines.after(begin)
            stopped = lines.at
            if stopped - begin <= again and "\\" in text[begin:stopped]:
                again -= stopped - begin
                lines.at = begin
                with contextlib.suppress(csv.Error, StopIteration):
                    if len(cells := _next(escaping, longest)) == width:  # as databases write them: \"
                        yield cells
                        continue
                lines.at = stopped
            line = text[begin:following].rstrip("\n")
            if delimiter == "\t" and len(plain := line.split("\t")) == width:
                yield plain  # many a TSV quotes nothing
            elif "limit" in str(error):
                yield Broken(words.cell_too_large(longest))
            else:
                yield Broken(words.QUOTES)
            if (spent := lines.at - following) <= again:
                again -= spent
                lines.at = following
            continue
        if cells:
            yield cells


def _next(reader: Iterator[list[str]], longest: int) -> list[str]:
    """The next record, with a limit of our own: the module has one for all who use it."""
    with _LOCK:
        before = csv.field_size_limit(longest)
        try:
            return next(reader)
        finally:
            csv.field_size_limit(before)
