"""Imports as they run: beside everything else, one task each, shown in one ordinary message."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.errors import Gone
from bot.library import ImportReport
from bot.render.library_import import render_import_broken, render_imported, render_progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.app import Pullquote
    from bot.render import Reply
    from bot.store.records import ImportRecord

log = logging.getLogger(__name__)

EDIT_SECONDS = 3.0
"""A progress message changes no more often; what came of an import is shown at once."""


class Running:
    """The imports under way."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self.under_way: dict[tuple[int, str], asyncio.Task[None]] = {}
        self.ending: set[tuple[int, str]] = set()  # cancelled, and still being taken back
        self._starting: Counter[int] = Counter()  # libraries with one that has no message yet

    async def resume(self) -> None:
        """Go on with what a restart broke off."""
        for record in await self.bot.librarian.unfinished_imports():
            if not self._starting[record.library]:
                self.begin(record)

    @contextmanager
    def starting(self, library: int) -> Iterator[None]:
        """Leave the library's import alone when Discord is reached anew: whoever starts it begins it."""
        self._starting[library] += 1
        try:
            yield
        finally:
            self._starting[library] -= 1

    async def stop(self) -> None:
        """Break off everything; what was read so far is kept."""
        tasks = tuple(self.under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def begin(self, record: ImportRecord) -> None:
        """Run an import, unless it is under way."""
        key = (record.library, record.id)
        if key not in self.under_way:
            self.under_way[key] = task = asyncio.create_task(self._import(record), name=f"import {record.id}")
            task.add_done_callback(lambda _: self._done(key))

    def _done(self, key: tuple[int, str]) -> None:
        self.under_way.pop(key, None)
        self.ending.discard(key)

    async def _import(self, record: ImportRecord) -> None:
        reached = 0

        def progress(done: int, _: int) -> None:
            nonlocal reached
            reached = done

        work = asyncio.create_task(self.bot.librarian.run_import(record.library, record.id, progress))
        shown = (0, False)
        try:
            while not (await asyncio.wait({work}, timeout=EDIT_SECONDS))[0]:
                now = (reached, (record.library, record.id) in self.ending)
                if now != shown:
                    shown = now
                    await self.show(record, render_progress(record, reached, ending=now[1]))
            await self.show(record, self._outcome(record, work))
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    def _outcome(self, record: ImportRecord, work: asyncio.Task[ImportReport]) -> Reply | None:
        try:
            return render_imported(record, work.result())
        except Gone:  # it was done, or taken back, before it was begun again
            return taken_back(record) if (record.library, record.id) in self.ending else None
        except Exception as error:
            reference = secrets.token_hex(3)
            log.exception("Import %s broke off, reference %s", record.id, reference, exc_info=error)
            return render_import_broken(record, reference)

    async def show(self, record: ImportRecord, reply: Reply | None) -> None:
        """Change the message that shows an import, where there still is one."""
        if reply is None or record.channel is None or record.message is None:
            return
        message = self.bot.get_partial_messageable(record.channel).get_partial_message(record.message)
        try:
            await message.edit(view=reply)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            # Deleted, no longer allowed, or Discord is not reached: the import goes on unseen.
            log.info("The message of import %s was not changed: %s", record.id, error)


def taken_back(record: ImportRecord) -> Reply:
    """What is left to say of an import that was cancelled."""
    return render_imported(record, ImportReport(record.total, cancelled=True))
