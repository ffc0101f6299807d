"""Where pictures are drawn: one thread beside the event loop, and the last ones kept in memory."""

from __future__ import annotations

import asyncio
import hashlib
import importlib
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from bot.pictures.data import Colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.pictures.data import QuoteCard, ScorePlot

_Data = TypeVar("_Data")

HELD_BYTES = 8_000_000


class Studio:
    """Draws each picture once, however many ask for it at a time; keeps ``held`` bytes of them."""

    def __init__(self, held: int = HELD_BYTES) -> None:
        self._limit = held
        # One thread, because matplotlib isn't safe in two; it starts with the first picture.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._under_way: dict[bytes, asyncio.Task[bytes]] = {}
        self.drawn = 0

    def warm(self) -> None:
        """Load what drawing needs, which takes a second, and begin to draw in the background."""
        # Not in the thread: matplotlib parses Python as it is imported, which in Python 3.11 must not happen in two
        # threads at once (its parser counts its depth once for all).
        for part in ("bot.pictures.card", "bot.pictures.plot"):
            importlib.import_module(part)
        self._thread.submit(_first)

    async def plot(self, plot: ScorePlot, theme: Colours = Colours.DARK) -> bytes:
        """The plot of a film's scores, as a PNG."""
        return await self._draw(plot, theme, _draw_plot)

    async def card(self, card: QuoteCard, theme: Colours = Colours.DARK) -> bytes:
        """A quote card, as a PNG; raises PictureRefused where the quote can't be shown on one."""
        return await self._draw(card, theme, _draw_card)

    def close(self) -> None:
        """Draw no more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _draw(self, data: _Data, theme: Colours, draw: Callable[[_Data, Colours], bytes]) -> bytes:
        key = hashlib.sha256(repr((theme, data)).encode()).digest()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(self._drawn(key, data, theme, draw))
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key))
        return await asyncio.shield(task)  # who leaves doesn't take it from the others

    async def _drawn(
        self, key: bytes, data: _Data, theme: Colours, draw: Callable[[_Data, Colours], bytes]
    ) -> bytes:
        png = await asyncio.get_running_loop().run_in_executor(self._thread, draw, data, theme)
        self.drawn += 1
        self._kept[key] = png
        while sum(map(len, self._kept.values())) > self._limit:
            self._kept.popitem(last=False)
        return png


# matplotlib waits for the first who draws: its import takes as long as many pictures.


def _first() -> None:
    from bot.pictures.card import draw_card
    from bot.pictures.data import QuoteCard

    draw_card(QuoteCard("…", None, None, "…"), Colours.DARK)


def _draw_plot(plot: ScorePlot, theme: Colours) -> bytes:
    from bot.pictures.plot import draw_plot

    return draw_plot(plot, theme)


def _draw_card(card: QuoteCard, theme: Colours) -> bytes:
    from bot.pictures.card import draw_card

    return draw_card(card, theme)
