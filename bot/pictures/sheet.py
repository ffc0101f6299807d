"""A surface to draw on, in pixels from its top left corner, with fonts that come along for any script.

matplotlib shapes text and puts right-to-left lines in order by itself (it brings Raqm and HarfBuzz), and takes for
each letter the first font that has it. Only one thread at a time may be in here.
"""

from __future__ import annotations

import atexit
import io
import logging
import os
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

from bot.pictures.breaking import clusters

if TYPE_CHECKING:
    from collections.abc import Iterable

STRIP = 80  # pixels at the left that a film strip takes

_FOLDER = Path(__file__).resolve().parent / "fonts"


def _keep_home_clean() -> None:
    """Give matplotlib a folder of this process's own; its list of fonts would go to the home folder."""
    if "MPLCONFIGDIR" not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="pullquote-")
        atexit.register(folder.cleanup)
        os.environ["MPLCONFIGDIR"] = folder.name


_keep_home_clean()
logging.getLogger("matplotlib").setLevel(logging.WARNING)  # it tells of every list of fonts it makes

from matplotlib import rc_context  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import FontProperties, fontManager, get_font  # noqa: E402
from matplotlib.ft2font import FT2Font, LoadFlags  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import FancyBboxPatch  # noqa: E402
from matplotlib.transforms import IdentityTransform  # noqa: E402

Face = Literal["serif", "serif-italic", "sans-medium", "sans-semibold"]
Align = Literal["left", "right", "center"]

# Letters that the face lacks are looked for in this order.
_OTHERS = (
    *("serif", "sans-medium", "hebrew", "arabic", "devanagari", "thai", "cjk", "armenian", "georgian"),
    *("bengali", "gujarati", "gurmukhi", "tamil", "telugu", "kannada", "malayalam", "sinhala", "khmer"),
    *("lao", "myanmar", "ethiopic", "symbols", "math", "emoji"),
)
_RTL_MARK = "\u200f"


@cache
def _path(name: str) -> Path:
    (path,) = _FOLDER.glob(f"{name}.[ot]tf")
    return path


@cache
def _family(name: str) -> str:
    """Make a font of ours known to matplotlib; its family name."""
    fontManager.addfont(_path(name))
    return FT2Font(_path(name)).family_name


def _faces(face: Face) -> list[str]:
    return list(dict.fromkeys((face, *_OTHERS)))


@cache
def _properties(face: Face) -> FontProperties:
    return FontProperties(family=[_family(name) for name in _faces(face)])


def _at(face: Face, size: float) -> FontProperties:
    found = _properties(face).copy()
    found.set_size(size)
    return found


@cache
def _covered() -> tuple[frozenset[int], ...]:
    """The characters that each font of ours has."""
    names = dict.fromkeys(("serif", "serif-italic", "sans-medium", "sans-semibold", *_OTHERS))
    return tuple(frozenset(FT2Font(_path(name)).get_charmap()) for name in names)


@cache
def _measured(face: Face) -> FT2Font:
    """A face to measure with, 100 pixels large."""
    paths = [_path(name) for name in _faces(face)]
    # The face once more at the end, because matplotlib draws with the font it gives for the plain list, in any size.
    font = get_font([*paths, paths[0]])
    font.set_size(100, 72)
    return font


def missing(text: str) -> tuple[str, ...]:
    """The letters, each with its marks, that no font here has whole."""
    return tuple(dict.fromkeys(cluster for cluster in clusters(text) if not _has(cluster)))


def _has(cluster: str) -> bool:
    codes = {ord(c) for c in cluster}
    return any(codes <= own for own in _covered())


def _language(text: str) -> str | None:
    """Which country's forms Chinese characters take; None for the simplified ones."""
    if any("\u3040" <= c <= "\u30ff" for c in text):
        return "ja"
    return "ko" if any("\uac00" <= c <= "\ud7a3" for c in text) else None


def width_of(text: str, face: Face, size: float) -> float:
    """How wide a text will be on one line, in pixels."""
    return _width(text, face) * size / 100


@lru_cache(4096)
def _width(text: str, face: Face) -> float:
    font = _measured(face)
    font.set_text(text, 0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / 64


class Sheet:
    """A picture being drawn; sizes and places in pixels."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self.width, self.height = width, height
        # A hair more than asked, or the last row of pixels is only half covered.
        self._figure = Figure(figsize=((width + 0.01) / 72, (height + 0.01) / 72), dpi=72, facecolor=colour)
        self._canvas = FigureCanvasAgg(self._figure)

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        face: Face,
        size: float,
        colour: str,
        align: Align = "left",
        *,
        rtl: bool = False,
    ) -> None:
        """Write one line; ``rtl`` where it belongs to a right-to-left passage, whatever it begins with."""
        written = self._figure.text(
            x,
            self.height - baseline,
            f"{_RTL_MARK}{words}" if rtl else words,
            fontproperties=_at(face, size),
            color=colour,
            ha=align,
            va="baseline",
            parse_math=False,
            transform=IdentityTransform(),
        )
        written.set_language(_language(words))
        if face.startswith("sans"):
            written.set_fontfeatures(("tnum",))  # numbers stand under each other

    def line(
        self,
        points: Iterable[tuple[float, float]],
        colour: str,
        thickness: float,
        *,
        rounded: bool = False,
        dashes: tuple[float, ...] | None = None,
    ) -> None:
        """Draw a line through points."""
        xs, ys = zip(*((x, self.height - y) for x, y in points), strict=True)
        drawn = Line2D(
            xs,
            ys,
            color=colour,
            linewidth=thickness,
            solid_capstyle="round" if rounded else "butt",
            dash_capstyle="butt",
            transform=IdentityTransform(),
        )
        if dashes:
            drawn.set_dashes([length / thickness for length in dashes])
        self._figure.add_artist(drawn)

    def dot(self, x: float, y: float, radius: float, colour: str, edge: str, edge_width: float) -> None:
        """Draw a filled circle with a rim."""
        self._figure.add_artist(
            Line2D(
                [x],
                [self.height - y],
                marker="o",
                markersize=2 * radius,
                markerfacecolor=colour,
                markeredgecolor=edge,
                markeredgewidth=edge_width,
                transform=IdentityTransform(),
            )
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        edge: str | None = None,
        edge_width: float = 0,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle, its corners rounded where asked."""
        self._figure.add_artist(
            FancyBboxPatch(
                (x, self.height - y - height),
                width,
                height,
                boxstyle=f"round,pad=0,rounding_size={radius}" if radius else "square,pad=0",
                facecolor=fill or "none",
                edgecolor=edge or "none",
                linewidth=edge_width,
                transform=IdentityTransform(),
            )
        )

    def film_strip(self, colour: str) -> None:
        """Draw perforations down the left edge, as many as come out even."""
        holes = round(self.height / 62)
        pitch = self.height / holes
        for hole in range(holes):
            self.box(26, pitch * (hole + 0.5) - 19, 28, 38, fill=colour, radius=8)
        self.line([(STRIP, 0), (STRIP, self.height)], colour, 2)

    def png(self) -> bytes:
        """The finished picture."""
        with rc_context({"text.hinting": "no_hinting"}):
            self._canvas.draw()
        size, pixels = self._canvas.get_width_height(), self._canvas.buffer_rgba()
        picture = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB")
        out = io.BytesIO()
        picture.quantize(128, dither=Image.Dither.NONE).save(out, "PNG", optimize=False)
        return out.getvalue()
