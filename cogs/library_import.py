"""Imports: begun from a preview, cancelled by a button; cogs.library_running runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.errors import Gone, NotAllowed, NothingFound
from bot.render import library_wire as wire
from bot.render.library import render_note
from bot.render.library_import import render_progress
from bot.words import library_import as words
from cogs.controls import action_for
from cogs.library_desk import channel_of, library_of, tell, think
from cogs.library_running import Running, taken_back

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.library import Understood
    from bot.store.records import ImportRecord
    from cogs.answering import Interaction


class Imports:
    """What is pressed to begin and to cancel imports."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self.controls = (action_for(wire.StartImport, self.start), action_for(wire.CancelImport, self.cancel))
        self.running = Running(bot)

    async def start(self, interaction: Interaction, state: wire.StartImport) -> None:
        """Import what a preview shows."""
        library, user, key = library_of(interaction), interaction.user.id, state.preview
        channel = channel_of(interaction)
        understood = self.bot.pending.take(key, library, user)
        try:
            await think(interaction)
            with self.running.starting(library):
                record, message = await self._begin(library, user, understood, channel)
                self.running.begin(record)
        except Exception:  # so that the button is of use once more
            self.bot.pending.hold(library, user, understood, key)
            raise
        await tell(interaction, render_note(words.UNDER_WAY, words.see(message.jump_url)))

    async def _begin(
        self, library: int, user: int, understood: Understood, channel: discord.abc.Messageable
    ) -> tuple[ImportRecord, discord.Message]:
        """Keep what is to be read, with a message that shows it; nothing where there can be none."""
        store, librarian = self.bot.store, self.bot.librarian
        import_id = await librarian.begin_import(library, user, understood)
        try:
            record = await store.import_record(library, import_id)
            message = await channel.send(view=render_progress(record, 0))
            await store.put_import_message(library, import_id, message.channel.id, message.id)
        except Exception as error:
            await librarian.cancel_import(library, import_id)
            if isinstance(error, discord.Forbidden | discord.NotFound):
                raise NotAllowed(words.NO_POSTING) from None
            raise
        return await store.import_record(library, import_id), message

    async def cancel(self, interaction: Interaction, state: wire.CancelImport) -> None:
        """Take an import back, all of it."""
        library = library_of(interaction)
        await interaction.response.defer()
        key = (library, state.import_id)
        running = key in self.running.under_way
        try:
            record = await self.bot.store.import_record(*key)
            self.running.ending.add(key)
            await self.bot.librarian.cancel_import(*key)
        except Gone:
            self.running.ending.discard(key)
            raise NothingFound(words.DONE_ALREADY) from None
        if not running:
            self.running.ending.discard(key)
            await self.running.show(record, taken_back(record))
        await interaction.followup.send(
            view=render_note(words.CANCELLED_NOW, words.TAKEN_BACK_NOW), ephemeral=True
        )
