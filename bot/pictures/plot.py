"""The plot of a film's scores: a row for each critic, and the mean through all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.palette import PALETTES
from bot.pictures.sheet import Sheet, width_of
from bot.pictures.wording import fitted, listed, readable, stands_tall, titled
from bot.words import pictures
from bot.words.grammar import percent

if TYPE_CHECKING:
    from bot.pictures.data import Colours, ScorePlot, ScoreRow
    from bot.pictures.palette import Palette
    from bot.pictures.sheet import Face

WIDTH = 1200
MOST_ROWS = 40
SMALLEST = 34  # pixels: 11 where a phone shows the picture 390 wide
ROOMY = 10  # up to so many rows stand in two lines each, with their categories

_EDGE, _RIGHT = 140, WIDTH - 76
_TOP, _BOTTOM = 72, 64
_TITLES = (72, 64, 56, 50)
_MEAN = 132
_NAME, _PRINTED, _SMALL = 40, 40, SMALLEST
_TRACK, _DOT = 10, 15
_ROW, _CATEGORIES, _GAP = 84, 46, 42  # heights: name and track, a line of categories, room below
_NAMES_END, _TRACK_START, _TRACK_END = 510, 534, 806  # a crowded plot's columns
_CROWDED_ROW = 56


def draw_plot(plot: ScorePlot, theme: Colours) -> bytes:
    """The plot as a PNG, 1,200 pixels wide and as high as it has rows; at most ``MOST_ROWS`` are drawn."""
    return _Plot(plot, PALETTES[theme]).draw()


class _Plot:
    def __init__(self, plot: ScorePlot, palette: Palette) -> None:
        self._plot, self._palette = plot, palette
        self._rows = plot.rows[:MOST_ROWS]
        self._roomy = len(plot.rows) <= ROOMY
        title = readable(plot.title)
        self._size, self._title = titled(title, plot.year, "serif", _TITLES, _RIGHT - _EDGE)
        self._leading = round(self._size * (1.4 if stands_tall(title) else 1.12))
        self._notes = self._note_lines()

    def draw(self) -> bytes:
        head = _TOP + len(self._title) * self._leading + _MEAN + 124
        body = sum(self._height(row) for row in self._rows)
        foot = _BOTTOM + (36 + 48 * len(self._notes) if self._notes else 0)
        self._sheet = Sheet(WIDTH, head + body + foot, self._palette.ground)
        self._sheet.film_strip(self._palette.faint)
        self._header()
        self._scale(head, head + body)
        y = head
        for row in self._rows:
            if self._roomy:
                self._roomy_row(row, y)
            else:
                self._crowded_row(row, y)
            y += self._height(row)
        self._footer(head + body)
        return self._sheet.png()

    # -- what stands above and below

    def _note_lines(self) -> list[str]:
        plot, notes = self._plot, []
        room = _RIGHT - _EDGE
        if left := len(plot.rows) - len(self._rows):
            notes.append(pictures.more(left))
        if plot.undrawn:
            beside = room - width_of(pictures.UNDRAWN, "sans-medium", _SMALL)
            one = beside - width_of(f" {pictures.more(9_999)}", "sans-medium", _SMALL)
            names = [fitted(readable(name), "sans-medium", _SMALL, one) for name in plot.undrawn]
            notes.append(pictures.UNDRAWN + listed(names, "sans-medium", _SMALL, beside))
        return notes

    def _header(self) -> None:
        sheet, colours, plot = self._sheet, self._palette, self._plot
        y = _TOP + 52
        for line in self._title:
            sheet.text(_EDGE, y, line, "serif", self._size, colours.ink)
            y += self._leading
        mean = percent(plot.mean_percent)
        y += 84
        sheet.text(_EDGE - 6, y, mean, "sans-semibold", _MEAN, colours.band(plot.mean_percent))
        x = _EDGE + width_of(mean, "sans-semibold", _MEAN) + 28
        words, reviews = pictures.average_of(len(plot.rows), plot.reviews)
        sheet.text(x, y - 50, words, "sans-semibold", 38, colours.ink)
        sheet.text(x, y - 2, reviews, "sans-medium", 36, colours.muted)

    def _footer(self, y: float) -> None:
        for number, note in enumerate(self._notes):
            self._sheet.text(_EDGE, y + 50 + 48 * number, note, "sans-medium", _SMALL, self._palette.muted)

    # -- the rows

    def _height(self, row: ScoreRow) -> int:
        if not self._roomy:
            return _CROWDED_ROW
        return _ROW + _GAP + (_CATEGORIES if row.categories else 0)

    def _x(self, percent: float) -> float:
        start, end = (_EDGE, _RIGHT) if self._roomy else (_TRACK_START, _TRACK_END)
        return start + (end - start) * max(0.0, min(100.0, percent)) / 100

    def _scale(self, top: float, bottom: float) -> None:
        """The mean as a line with its number above; in a roomy plot each row draws its own part of the line."""
        if len(self._plot.rows) < 2:
            return
        colours, x = self._palette, self._x(self._plot.mean_percent)
        words = pictures.mean(self._plot.mean_percent)
        half = width_of(words, "sans-medium", _SMALL) / 2
        middle = min(max(x, _EDGE + half), _RIGHT - half)
        self._sheet.text(middle, top - 22, words, "sans-medium", _SMALL, colours.muted, "center")
        if not self._roomy:
            self._sheet.line([(x, top - 4), (x, bottom)], colours.muted, 3, dashes=(9, 7))

    def _track(self, row: ScoreRow, y: float) -> None:
        sheet, colours = self._sheet, self._palette
        colour, x = colours.band(row.percent), self._x(row.percent)
        sheet.line([(self._x(0), y), (self._x(100), y)], colours.faint, _TRACK, rounded=True)
        sheet.line([(self._x(0), y), (x, y)], colour, _TRACK, rounded=True)
        sheet.dot(x, y, _DOT, colour, colours.ground, 4)

    def _roomy_row(self, row: ScoreRow, top: float) -> None:
        sheet, colours = self._sheet, self._palette
        used = self._score(row, top + 36, "sans-semibold", _PRINTED, (_RIGHT - _EDGE) * 0.6)
        name = fitted(readable(row.critic), "sans-medium", _NAME, _RIGHT - _EDGE - used - 40)
        sheet.text(_EDGE, top + 36, name, "sans-medium", _NAME, colours.ink)
        self._track(row, top + 68)
        mean = self._x(self._plot.mean_percent)
        if len(self._plot.rows) > 1:
            sheet.line([(mean, top + 50), (mean, top + 86)], colours.ink, 4)
        if row.categories:
            parts = [f"{readable(each.label)} {readable(each.printed)}" for each in row.categories]
            line = _in_a_row(parts, _RIGHT - _EDGE)
            sheet.text(_EDGE, top + 68 + 56, line, "sans-medium", _SMALL, colours.muted)

    def _crowded_row(self, row: ScoreRow, top: float) -> None:
        sheet, colours = self._sheet, self._palette
        name = fitted(readable(row.critic), "sans-medium", _SMALL, _NAMES_END - _EDGE)
        sheet.text(_EDGE, top + 40, name, "sans-medium", _SMALL, colours.ink)
        self._track(row, top + 28)
        self._score(row, top + 40, "sans-medium", _SMALL, _RIGHT - _TRACK_END - 28)

    def _score(self, row: ScoreRow, baseline: float, face: Face, size: float, room: float) -> float:
        """Write a score as printed, with its percent in a column of its own; how far it reaches to the left."""
        sheet, ink, muted = self._sheet, self._palette.ink, self._palette.muted
        printed = readable(row.printed)
        share = percent(row.percent)
        column = width_of("100%", face, size) + 20
        sheet.text(_RIGHT, baseline, share, face, size, ink, "right")
        if printed.replace(" ", "") == share:
            return column
        printed = fitted(printed, face, size, room - column)
        sheet.text(_RIGHT - column, baseline, printed, face, size, muted, "right")
        return column + width_of(printed, face, size)


def _in_a_row(parts: list[str], room: float) -> str:
    """As many whole parts as there is room for, and how many more there are."""
    for shown in range(len(parts), 0, -1):
        rest = len(parts) - shown
        line = "  ·  ".join(parts[:shown]) + (f"  {pictures.more(rest)}" if rest else "")
        if width_of(line, "sans-medium", _SMALL) <= room:
            return line
    return fitted(parts[0], "sans-medium", _SMALL, room)
