"""How long pictures take: the first one with all that must be loaded, further ones, and one that is held.

python benchmarks/pictures.py
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from bot.pictures import QuoteCard, ScorePlot, ScoreRow, Studio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

ROUNDS = 15
COLD = 5
COLD_CODE = (
    "import time; start = time.perf_counter();"
    "from bot.pictures import Colours, QuoteCard; from bot.pictures.card import draw_card;"
    "draw_card(QuoteCard('Fog.', None, None, 'Ada'), Colours.DARK); print(time.perf_counter() - start)"
)


def plot(rows: int, number: int) -> ScorePlot:
    """A plot that was not drawn before."""
    made = tuple(ScoreRow(f"Critic {number} {n}", "7/10", 100 - n) for n in range(rows))
    return ScorePlot(f"Reel {number}", 1928, 70.0, made, rows)


def card(words: int, number: int) -> QuoteCard:
    """A card that was not drawn before."""
    return QuoteCard(
        f"Reel {number} " + "spins and spins " * (words // 3), "Nine Geese", 1928, "Ada", "The Lamp"
    )


def said(name: str, times: list[float]) -> None:
    """Print the middle and the worst of some times."""
    print(f"{name:34} p50 {statistics.median(times) * 1000:8.1f} ms   max {max(times) * 1000:8.1f} ms")


async def timed(draw: Callable[[int], Awaitable[bytes]]) -> tuple[list[float], int]:
    """How long each of some pictures took, and the bytes of the last."""
    times, size = [], 0
    for number in range(ROUNDS):
        start = time.perf_counter()
        size = len(await draw(number))
        times.append(time.perf_counter() - start)
    return times, size


def cold() -> list[float]:
    """How long a fresh process takes for its first card, with all that is loaded for it."""
    command = [sys.executable, "-c", COLD_CODE]
    return [float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(COLD)]


async def main() -> None:
    """Measure."""
    studio = Studio()
    await studio.card(card(3, -1))
    for rows in (2, 5, 12, 40):
        times, size = await timed(lambda number, rows=rows: studio.plot(plot(rows, number)))
        said(f"plot of {rows} scores ({size // 1000} kB)", times)
    for words in (9, 30, 60):
        times, size = await timed(lambda number, words=words: studio.card(card(words, number)))
        said(f"card of {words} words ({size // 1000} kB)", times)
    held, _ = await timed(lambda _: studio.card(card(3, -1)))
    said("a card that is held", held)
    studio.close()


if __name__ == "__main__":
    said("the first card, nothing loaded", cold())
    asyncio.run(main())
