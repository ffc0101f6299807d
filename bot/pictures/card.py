"""The quote card: one quote set large, and below it the film, the critic and the outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.breaking import break_lines
from bot.pictures.data import PictureRefused
from bot.pictures.palette import PALETTES
from bot.pictures.sheet import Sheet, missing, width_of
from bot.pictures.wording import fitted, one_line, readable, runs_right_to_left, stands_tall, titled
from bot.words import pictures

if TYPE_CHECKING:
    from bot.pictures.data import Colours, QuoteCard
    from bot.pictures.palette import Palette
    from bot.pictures.sheet import Align

WIDTH = 1200
SMALLEST = 36  # pixels: more than 11 where a phone shows the picture 390 wide

_SIZES = (112, 104, 96, 90, 84, 78, 73, 68, 64, 60, 56, 52, 49, 46, 44, 42)
_ROOM = 500  # the height a quote fills at most, but at the smallest size
_MOST_ROOM = 700
_FREEDOM = 0.82  # a size down to this part of the largest is taken if its lines come out more even
_LEADING, _TALL_LEADING = 1.18, 1.5
_LEFT, _RIGHT = 148, WIDTH - 92
_TOP, _BOTTOM = 92, 84
_ORNAMENT, _ORNAMENT_RISE, _ORNAMENT_HEIGHT = (
    400,
    0.67,
    100,
)  # size, how far its ink stands above the line, height
_LEAST_HEIGHT = 675
_FILM, _CRITIC = 50, 38
_HANGING = frozenset("“‘\"'«„‚「『（(")


def draw_card(card: QuoteCard, theme: Colours) -> bytes:
    """The card as a PNG, 1,200 pixels wide.

    Raises PictureRefused where the quote can't be shown whole and as written.
    """
    text = one_line(card.text)
    if not text:
        raise PictureRefused(pictures.NO_WORDS)
    if missing(text):
        raise PictureRefused(pictures.NO_LETTERS)
    return _Card(card, text, PALETTES[theme]).draw()


class _Card:
    def __init__(self, card: QuoteCard, text: str, palette: Palette) -> None:
        self._palette = palette
        self._rtl = runs_right_to_left(text)
        self._edge: float = _RIGHT if self._rtl else _LEFT
        self._align: Align = "right" if self._rtl else "left"
        self._accent = palette.accent(card.film or card.critic)
        self._set(text)
        self._film_size, self._film = _FILM, list[str]()
        if card.film is not None:
            room = _RIGHT - _LEFT
            title = readable(card.film)
            self._film_size, self._film = titled(title, card.year, "serif-italic", (_FILM, SMALLEST), room)
        self._by = (readable(card.critic), readable(card.outlet) if card.outlet else None)

    def _set(self, text: str) -> None:
        """Find the size at which the quote fits: of the largest few, the one whose lines are the most even."""
        spread = _TALL_LEADING if stands_tall(text) else _LEADING
        found: list[tuple[float, int, list[str]]] = []
        for size in _SIZES:
            if found and size < found[0][1] * _FREEDOM:
                break
            lines = break_lines(text, _RIGHT - _LEFT, lambda part: width_of(part, "serif", size))  # noqa: B023
            room = _MOST_ROOM if size == _SIZES[-1] else _ROOM
            if size * spread * len(lines) <= room:
                found.append((_unevenness(lines, size), size, lines))
        if not found:
            raise PictureRefused(pictures.TOO_LONG)
        _, self._size, self._lines = min(found, key=lambda one: one[0])
        self._leading = self._size * spread

    def draw(self) -> bytes:
        first = _TOP + _ORNAMENT_HEIGHT + 44 + 0.72 * self._size  # the first line's foot
        words_end = first + self._leading * (len(self._lines) - 1) + 0.25 * self._size
        outlet_below = self._outlet_below()
        below = 64 + 66 * len(self._film) + 50 + (48 if outlet_below else 0)
        height = round(max(_LEAST_HEIGHT, words_end + 56 + below + _BOTTOM))
        self._sheet = Sheet(WIDTH, height, self._palette.ground)
        self._sheet.film_strip(self._palette.faint)
        ornament, lean = ("”", 16) if self._rtl else ("“", -16)
        self._write(_TOP + _ORNAMENT * _ORNAMENT_RISE, ornament, _ORNAMENT, self._accent, lean)
        y = first + (height - words_end - 56 - below - _BOTTOM) / 2
        for line in self._lines:
            hung = line[0] in _HANGING and not self._rtl
            hang = -width_of(line[0], "serif", self._size) if hung else 0.0
            self._write(y, line, self._size, self._palette.ink, hang)
            y += self._leading
        self._attribution(height - _BOTTOM - below, outlet_below)
        return self._sheet.png()

    def _write(self, baseline: float, words: str, size: float, colour: str, lean: float = 0) -> None:
        self._sheet.text(
            self._edge + lean, baseline, words, "serif", size, colour, self._align, rtl=self._rtl
        )

    def _outlet_below(self) -> bool:
        critic, outlet = self._by
        if outlet is None:
            return False
        both = width_of(critic, "sans-semibold", _CRITIC) + width_of(f"  {outlet}", "sans-medium", SMALLEST)
        return self._rtl or both > _RIGHT - _LEFT

    def _attribution(self, top: float, outlet_below: bool) -> None:
        sheet, colours, room = self._sheet, self._palette, _RIGHT - _LEFT
        end = self._edge + (-110 if self._rtl else 110)
        sheet.line([(self._edge, top), (end, top)], self._accent, 6)
        y = top + 64
        for line in self._film:
            sheet.text(self._edge, y, line, "serif-italic", self._film_size, self._accent, self._align)
            y += 66
        critic, outlet = self._by
        critic = fitted(critic, "sans-semibold", _CRITIC, room)
        sheet.text(self._edge, y, critic, "sans-semibold", _CRITIC, colours.ink, self._align)
        if outlet is None:
            return
        if outlet_below:
            outlet = fitted(outlet, "sans-medium", SMALLEST, room)
            sheet.text(self._edge, y + 48, outlet, "sans-medium", SMALLEST, colours.muted, self._align)
        else:
            x = self._edge + width_of(f"{critic}  ", "sans-semibold", _CRITIC)
            sheet.text(x, y, outlet, "sans-medium", SMALLEST, colours.muted)


def _unevenness(lines: list[str], size: float) -> float:
    """How much of the room beside the lines is left empty, the last line counting half."""
    slack = [1 - width_of(line, "serif", size) / (_RIGHT - _LEFT) for line in lines]
    return (sum(slack) - slack[-1] / 2) / len(slack) if len(lines) > 1 else 0.0
