"""The colours of both themes. Text is at least 4.5:1 against its background, marks at least 3:1."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from bot.pictures.data import Colours


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, as ``#rrggbb``."""

    ground: str
    ink: str
    muted: str  # smaller text
    faint: str  # tracks and frames, which carry no meaning alone
    bands: tuple[tuple[float, str], ...]  # lowest percent, colour
    accents: tuple[str, ...]  # one of them is a film's own

    def band(self, percent: float) -> str:
        """The colour of a score's band."""
        return next((colour for lowest, colour in self.bands if percent >= lowest), self.bands[-1][1])

    def accent(self, name: str) -> str:
        """A colour that stays with a film."""
        return self.accents[crc32(name.casefold().encode(errors="replace")) % len(self.accents)]


PALETTES = {
    Colours.DARK: Palette(
        ground="#16141b",
        ink="#f4ecdc",
        muted="#b3aab4",
        faint="#3a3642",
        bands=((70.0, "#5cc98a"), (45.0, "#efb445"), (0.0, "#f0736a")),
        accents=("#efb445", "#f0736a", "#6fc3d6", "#c9a0e8", "#8ecf7e", "#f09a5d"),
    ),
    Colours.LIGHT: Palette(
        ground="#f7f1e3",
        ink="#221d2b",
        muted="#615868",
        faint="#d8cfbd",
        bands=((70.0, "#1f7a45"), (45.0, "#8f5f00"), (0.0, "#b8322b")),
        accents=("#8f5f00", "#b8322b", "#17687c", "#6d3f9c", "#37702a", "#a34a12"),
    ),
}


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG 2 counts it.

    >>> round(contrast("#000000", "#ffffff"), 1), contrast("#777777", "#777777")
    (21.0, 1.0)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
