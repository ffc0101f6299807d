"""/library: the reviews that a server's own people give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.library import Fields, parse_edits
from bot.render.library import render_removal
from bot.words import library as words
from bot.words import library_adding, library_import, library_queue
from cogs.library_adding import Adding
from cogs.library_desk import find_review, librarian_may, library_of, tell
from cogs.library_forms import NameForm
from cogs.library_import import Imports
from cogs.library_keeping import Keeping
from cogs.library_queue import Queue
from cogs.library_settings import SettingsCommand
from cogs.options import CHOICE_NAME, offer, servers_only, typed

if TYPE_CHECKING:
    from bot.app import Pullquote
    from cogs.answering import Interaction

_LINE = app_commands.Range[str, 1, 200]


@servers_only
@app_commands.default_permissions(manage_guild=True)
class Library(
    SettingsCommand,
    commands.GroupCog,
    group_name="library",
    group_description=words.GROUP,
):
    """A server's library, for those who manage the server."""

    def __init__(self, bot: Pullquote) -> None:
        self.adding = Adding(bot)
        self.keeping = Keeping(bot)
        self.imports = Imports(bot)
        self.queue = Queue(bot)
        parts = (self.adding, self.keeping, self.imports, self.queue)
        super().__init__(bot, *(control for part in parts for control in part.controls))

    async def cog_unload(self) -> None:
        """Break off what is under way; it goes on after the next start."""
        await super().cog_unload()
        await self.imports.running.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Go on with imports that a restart broke off."""
        await self.imports.running.resume()

    @app_commands.command(name="add", description=library_adding.ADD_COMMAND)
    @app_commands.describe(**library_adding.OPTIONS)
    async def add(
        self,
        interaction: Interaction,
        file: discord.Attachment | None = None,
        film: _LINE | None = None,
        critic: _LINE | None = None,
        outlet: _LINE | None = None,
    ) -> None:
        library_of(interaction)
        await self.adding.begin(interaction, file, Fields(film or "", critic or "", outlet or ""))

    @app_commands.command(name="import", description=library_import.COMMAND)
    @app_commands.describe(**library_import.OPTIONS)
    async def import_(
        self,
        interaction: Interaction,
        file: discord.Attachment,
        critic: _LINE | None = None,
        outlet: _LINE | None = None,
    ) -> None:
        library_of(interaction)
        await self.adding.file(interaction, file, parse_edits(critic=critic, outlet=outlet))

    @app_commands.command(name="list", description=words.LIST_COMMAND)
    async def list_(self, interaction: Interaction) -> None:
        await tell(interaction, await self.keeping.listed(library_of(interaction)))

    @app_commands.command(name="queue", description=library_queue.COMMAND)
    async def queue_(self, interaction: Interaction) -> None:
        await self.queue.show(interaction)

    @app_commands.command(name="show", description=words.SHOW_COMMAND)
    @app_commands.describe(review=words.WHICH_REVIEW)
    async def show(self, interaction: Interaction, review: str) -> None:
        line = await find_review(interaction, review)
        await tell(interaction, await self.keeping.shown(library_of(interaction), line.id))

    @app_commands.command(name="edit", description=words.EDIT_COMMAND)
    @app_commands.describe(review=words.WHICH_REVIEW, name=words.EDIT_NAME, spelled=words.EDIT_SPELLED)
    async def edit(
        self, interaction: Interaction, review: str, name: _LINE | None = None, spelled: _LINE | None = None
    ) -> None:
        await self.keeping.edit(interaction, await find_review(interaction, review), name, spelled)

    @edit.autocomplete("name")
    async def offer_names(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        if not librarian_may(interaction):
            return []
        return await offer(self.keeping.complete_names(interaction, typed(interaction, "review"), text))

    @app_commands.command(name="remove", description=words.REMOVE_COMMAND)
    @app_commands.describe(review=words.WHICH_REVIEW)
    async def remove(self, interaction: Interaction, review: str) -> None:
        await tell(interaction, render_removal(await find_review(interaction, review)))

    @show.autocomplete("review")
    @edit.autocomplete("review")
    @remove.autocomplete("review")
    async def offer_reviews(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        if not librarian_may(interaction):
            return []
        return await offer(self.bot.librarian.complete(library_of(interaction), text[:CHOICE_NAME]))

    @app_commands.command(name="export", description=words.EXPORT_COMMAND)
    async def export(self, interaction: Interaction) -> None:
        await self.keeping.export(interaction)

    @app_commands.command(name="forget", description=words.FORGET_COMMAND)
    async def forget(self, interaction: Interaction) -> None:
        library_of(interaction)
        name = interaction.guild.name if interaction.guild else ""
        await interaction.response.send_modal(NameForm(name, self.keeping.forget))


async def setup(bot: Pullquote) -> None:
    """Add the commands."""
    await bot.add_cog(Library(bot))
