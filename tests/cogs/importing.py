"""What tests of imports share: files of many reviews, what a manager presses, and an import held up in mid-run."""

from __future__ import annotations

import asyncio
import csv
import io
from typing import TYPE_CHECKING, Any

from reading import private
from simcord.results import ResponseMessage

if TYPE_CHECKING:
    import pytest


def table(count: int, start: int = 0) -> bytes:
    """A table of reviews, no two alike."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["film", "year", "critic", "rating", "text"])
    for n in range(start, start + count):
        text = (
            f"A superb and dreadful film {n} about the sea. The music is lovely and the ending is a surprise."
        )
        writer.writerow([f"Film {n}", 1950 + n % 50, f"Critic {n % 7}", "7/10", text])
    return out.getvalue().encode()


async def manage(club: Any, command: str, **options: Any) -> Any:
    club.clock.now += 60
    return await club.manager.slash(club.channel, f"library {command}", **options)


async def press(club: Any, message: Any, label: str) -> Any:
    club.clock.now += 60
    return await club.manager.click(message, label=label)


async def preview(club: Any, data: bytes, name: str = "films.csv", **options: Any) -> Any:
    return private(await manage(club, "import", file=(name, data), **options))


async def held(club: Any) -> int:
    return await club.store.count_originals(club.guild.id)


async def finished(club: Any) -> None:
    """Let imports come to their end."""
    while under_way := club.bot.get_cog("Library").imports.running.under_way:
        await asyncio.wait(under_way.values())
    await club.env.settle()


def posted(club: Any) -> list[Any]:
    """What the bot posted in the channel for all to see."""
    stored = club.env.backend.messages.get(club.channel.id, {}).values()
    shown = [ResponseMessage(club.env, message) for message in sorted(stored, key=lambda one: one.id)]
    return [message for message in shown if not message.ephemeral]


def private_followup(result: Any) -> str:
    """The words of the one answer that followed, for whoever pressed."""
    (message,) = result.followups
    assert message.ephemeral
    return str(message.content)


class Gate:
    """Holds an import up before each few reviews but the first, as a slow machine would, until it is let on."""

    def __init__(self, club: Any, monkeypatch: pytest.MonkeyPatch, few: int = 4) -> None:
        self._env, self._let_on, self._open = club.env, asyncio.Semaphore(1), False
        self._take = club.store.import_batch
        monkeypatch.setattr("bot.library.reading._BATCH", few)
        monkeypatch.setattr(club.store, "import_batch", self._batch)

    async def _batch(self, *args: Any) -> Any:
        if not self._open:
            await self._env.external_wait(self._let_on.acquire(), reason="the test's gate")
        return await self._take(*args)

    async def step(self) -> None:
        """Let the next few through."""
        self._let_on.release()
        await self._env.settle()

    def open(self) -> None:
        """Let all go on."""
        self._open = True
        self._let_on.release()
