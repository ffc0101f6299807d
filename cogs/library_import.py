"""Imports as they run: beside everything else, shown in one ordinary message, cancelled by a button."""

from __future__ import annotations

import asyncio
import logging
import secrets
from typing import TYPE_CHECKING

import discord

from bot.errors import Gone, NotAllowed, NothingFound, UserError
from bot.library import ImportReport
from bot.render import library_wire as wire
from bot.render.library import render_note
from bot.render.library_import import render_import_broken, render_imported, render_progress
from cogs.controls import Interaction, action_for
from cogs.library_desk import NO_POSTING, channel_of, library_of, tell, think

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply
    from bot.store.records import ImportRecord

log = logging.getLogger(__name__)

EDIT_SECONDS = 3.0
"""A progress message changes no more often; what came of an import is shown at once."""


class Imports:
    """The imports under way, one task each."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self.controls = (action_for(wire.StartImport, self.start), action_for(wire.CancelImport, self.cancel))
        self.under_way: dict[tuple[int, str], asyncio.Task[None]] = {}
        self.ending: set[tuple[int, str]] = set()  # cancelled, and still being taken back

    async def start(self, interaction: Interaction, state: wire.StartImport) -> None:
        """Import what a preview shows."""
        library, user, key = library_of(interaction), interaction.user.id, state.preview
        channel = channel_of(interaction)
        understood = self.bot.pending.take(key, library, user)
        try:
            await think(interaction)
            import_id = await self.bot.librarian.begin_import(library, user, understood)
        except UserError:
            self.bot.pending.hold(library, user, understood, key)
            raise
        record = await self.bot.store.import_record(library, import_id)
        try:
            message = await channel.send(view=render_progress(record, 0))
        except discord.Forbidden:
            await self.bot.librarian.cancel_import(library, import_id)
            self.bot.pending.hold(library, user, understood, key)
            raise NotAllowed(NO_POSTING) from None
        await self.bot.store.put_import_message(library, import_id, message.channel.id, message.id)
        await self._run(await self.bot.store.import_record(library, import_id))
        await tell(interaction, render_note("The import is under way", f"See {message.jump_url}."))

    async def cancel(self, interaction: Interaction, state: wire.CancelImport) -> None:
        """Take an import back, all of it."""
        library = library_of(interaction)
        await interaction.response.defer()
        key = (library, state.import_id)
        running = key in self.under_way
        try:
            record = await self.bot.store.import_record(*key)
            self.ending.add(key)
            await self.bot.librarian.cancel_import(*key)
        except Gone:
            self.ending.discard(key)
            raise NothingFound(
                "That import is done already. `/library list` shows what it brought."
            ) from None
        if not running:
            self.ending.discard(key)
            await self._show(record, _taken_back(record))
        note = render_note("Cancelled", "What the import had brought is taken back.")
        await interaction.followup.send(view=note, ephemeral=True)

    async def resume(self) -> None:
        """Go on with what a restart broke off."""
        for record in await self.bot.librarian.unfinished_imports():
            await self._run(record)

    async def stop(self) -> None:
        """Break off everything; what was read so far is kept."""
        tasks = tuple(self.under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, record: ImportRecord) -> None:
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
                    await self._show(record, render_progress(record, reached, ending=now[1]))
            await self._show(record, self._outcome(record, work))
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    def _outcome(self, record: ImportRecord, work: asyncio.Task[ImportReport]) -> Reply | None:
        try:
            return render_imported(record, work.result())
        except Gone:  # it was done, or taken back, before it was begun again
            return _taken_back(record) if (record.library, record.id) in self.ending else None
        except Exception as error:
            reference = secrets.token_hex(3)
            log.exception("Import %s broke off, reference %s", record.id, reference, exc_info=error)
            return render_import_broken(record, reference)

    async def _show(self, record: ImportRecord, reply: Reply | None) -> None:
        if reply is None or record.channel is None or record.message is None:
            return
        message = self.bot.get_partial_messageable(record.channel).get_partial_message(record.message)
        try:
            await message.edit(view=reply)
        except discord.HTTPException as error:  # deleted, or no longer allowed: the import goes on unseen
            log.info("The message of import %s was not changed: %s", record.id, error)


def _taken_back(record: ImportRecord) -> Reply:
    return render_imported(record, ImportReport(record.total, cancelled=True))
