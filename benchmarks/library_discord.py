"""An import through a simulated Discord, and how long members wait for answers beside it.

Preview, button, one message that shows how far it is. Members' commands arrive at moments of their own; the time
is taken from their arrival to the bot's answer.

python benchmarks/library_discord.py [--reviews 5000]
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import contextvars
import resource
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import discord
import simcord
from figures import line
from library import table
from simcord import interactions

from bot.app import Pullquote
from bot.store import Store

HOUR = 3600.0
IDLE_SECONDS = 10.0
PAUSE = 0.05  # seconds between two commands
ASKED: tuple[tuple[str, dict[str, str]], ...] = (("quote", {}), ("search", {"text": "superb fog"}))


class Members:
    """Use commands, one after the other, and note in milliseconds how long each took to be answered."""

    def __init__(self, env: simcord.Env, channel: Any, member: Any) -> None:
        self._env, self._channel, self._member = env, channel, member
        self._commands = {name: env.backend.find_command(name, None) for name, _ in ASKED}
        self.answers: dict[str, list[float]] = {name: [] for name, _ in ASKED}
        self.pauses: list[float] = []  # what the event loop was late by

    async def run(self) -> None:
        while True:
            for name, options in ASKED:
                await self._ask(name, options)
                began = time.perf_counter()
                await asyncio.sleep(PAUSE)
                self.pauses.append(1000 * (time.perf_counter() - began - PAUSE))

    async def _ask(self, name: str, options: dict[str, str]) -> None:
        """Let an interaction arrive; SimCord's own ``slash`` would wait until the import is done."""
        backend = self._env.backend
        data = {
            "id": (self._commands[name] or {})["id"],
            "name": name,
            "type": 1,
            "options": [{"name": key, "type": 3, "value": value} for key, value in options.items()],
        }
        record, payload = interactions.base_payload(
            backend,
            type=2,
            channel_id=self._channel.id,
            guild_id=self._member.guild.id,
            user_id=self._member.id,
            data=data,
        )
        began = time.perf_counter()
        backend.emit("INTERACTION_CREATE", payload)
        while not record.responded:  # noqa: ASYNC110 - SimCord tells nobody
            await asyncio.sleep(0.001)
        self.answers[name].append(1000 * (time.perf_counter() - began))

    def told(self, when: str) -> None:
        """Print what was noted, and forget it."""
        for name, values in self.answers.items():
            if values:
                print(line(f"/{name} {when}", values))
            values.clear()
        if self.pauses:
            print(line(f"the loop's delay {when}", self.pauses))
        self.pauses.clear()


def noted_edits(bot: Pullquote, env: simcord.Env) -> list[float]:
    """When the import's message was changed; the import itself runs in real time, which SimCord's stands still for."""
    run, edit, edits = bot.librarian.run_import, bot.http.edit_message, []

    async def outside(*args: Any) -> Any:
        task = env._runtime.create_task(run(*args), context=contextvars.Context())  # type: ignore[union-attr]
        return await env.external_wait(task, reason="an import")

    async def noted(*args: Any, **options: Any) -> Any:
        edits.append(time.perf_counter())
        return await edit(*args, **options)

    bot.librarian.run_import, bot.http.edit_message = outside, noted
    return edits


async def measure(path: Path, count: int) -> None:
    """Import a table, with members beside it."""
    data, now = table(count), 0.0

    def clock() -> float:  # nobody is asked to wait
        nonlocal now
        now += 60
        return now

    async with await Store.open(path) as store:
        bot = Pullquote(store, clock=clock)
        env = simcord.Env(bot, check_errors=False, settle_timeout=HOUR)
        await env.start()
        await bot.tree.sync()
        guild = env.create_guild("Film Club")
        role = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
        channel, manager = (
            guild.create_text_channel("reviews"),
            guild.add_member(env.create_user("morgan"), roles=[role]),
        )
        members = Members(env, channel, guild.add_member(env.create_user("robin")))
        await env.settle()
        before = await manager.slash(channel, "library add", file=("rope.md", _ONE))
        await manager.click(before.response, label="Add")

        asking = asyncio.create_task(members.run())
        await asyncio.sleep(IDLE_SECONDS)
        members.told("idle")
        edits = noted_edits(bot, env)
        began = time.perf_counter()
        preview = await manager.slash(channel, "library import", file=("films.csv", data))
        print(f"{'the preview':<32} {time.perf_counter() - began:8.2f} s")
        members.told("beside the preview")
        began = time.perf_counter()
        pressed = asyncio.create_task(manager.click(preview.response, label="Import"))
        running = bot.get_cog("Library").imports.running  # type: ignore[union-attr]
        while not running.under_way:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        print(f"{'the import begins':<32} {time.perf_counter() - began:8.2f} s")
        members.told("beside its beginning")
        while under_way := running.under_way:
            await asyncio.wait(under_way.values())
        await pressed
        seconds = time.perf_counter() - began
        print(f"{'the import':<32} {seconds:8.2f} s, {count / seconds:.0f} reviews a second")
        members.told("beside the import")
        gap = min(later - earlier for earlier, later in pairwise(edits)) if len(edits) > 1 else seconds
        print(f"{len(edits)} changes of its message, the smallest time between two {gap:.2f} s")
        print(f"{await store.count_originals(guild.id)} reviews held")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"memory at most {peak:.0f} MB, SimCord's included; a worker process {workers:.0f} MB")
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asking
        await env.shutdown()
        await bot.close()


_ONE = b"---\ntitle: Rope\nyear: 1948\ncritic: Ada Sample\n---\nA superb exercise in fog and nerves, and a patient one."


def main() -> None:
    """Measure in a database of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reviews", type=int, default=5000)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder) / "library.db", parser.parse_args().reviews))


if __name__ == "__main__":
    main()
