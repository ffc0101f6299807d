"""/library: the reviews that a server's own people give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.library import Fields, parse_edits
from bot.render.library import render_removal
from cogs.controls import CHOICE_NAME, Interaction, offer, servers_only, typed
from cogs.library_adding import Adding
from cogs.library_desk import find_review, librarian_may, library_of, tell
from cogs.library_forms import NameForm
from cogs.library_import import Imports
from cogs.library_keeping import Keeping
from cogs.library_queue import Queue
from cogs.library_settings import SettingsCommand

if TYPE_CHECKING:
    from bot.app import Pullquote

_LINE = app_commands.Range[str, 1, 200]


@servers_only
@app_commands.default_permissions(manage_guild=True)
class Library(
    SettingsCommand,
    commands.GroupCog,
    group_name="library",
    group_description="This server’s own reviews",
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

    @app_commands.command(name="add", description="Add a review: a file, or text that you type or paste")
    @app_commands.describe(
        file="A text, Markdown or HTML file. Leave empty to type or paste the review",
        film="Its film, as in “Rope (1948)”. Empty: I look for it in the review",
        critic="Who wrote it. Empty: I look for it in the review",
        outlet="Where it appeared, if anywhere",
    )
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

    @app_commands.command(
        name="import", description="Add many reviews: Letterboxd’s export, a ZIP, a table, a feed"
    )
    @app_commands.describe(
        file="The ZIP, CSV, JSON or feed as you downloaded it, of up to 8 MiB",
        critic="Who wrote them, where the file doesn’t say",
        outlet="Where they appeared, where the file doesn’t say",
    )
    async def import_(
        self,
        interaction: Interaction,
        file: discord.Attachment,
        critic: _LINE | None = None,
        outlet: _LINE | None = None,
    ) -> None:
        library_of(interaction)
        await self.adding.file(interaction, file, parse_edits(critic=critic, outlet=outlet))

    @app_commands.command(name="list", description="The reviews that this server has added")
    async def list_(self, interaction: Interaction) -> None:
        await tell(interaction, await self.keeping.listed(library_of(interaction)))

    @app_commands.command(
        name="queue", description="The reviews that members propose: approve or decline them"
    )
    async def queue_(self, interaction: Interaction) -> None:
        await tell(interaction, await self.queue.listed(library_of(interaction)))

    @app_commands.command(name="show", description="One review as this server’s library holds it")
    @app_commands.describe(review="Which review?")
    async def show(self, interaction: Interaction, review: str) -> None:
        line = await find_review(interaction, review)
        await tell(interaction, await self.keeping.shown(library_of(interaction), line.id))

    @app_commands.command(name="edit", description="Correct what a review says, or a name in its cast")
    @app_commands.describe(
        review="Which review?",
        name="Whose name to spell otherwise. Empty: a form with film, critic, outlet, date and link opens",
        spelled="How to spell it in all reviews of the film. Empty: as they write it",
    )
    async def edit(
        self, interaction: Interaction, review: str, name: _LINE | None = None, spelled: _LINE | None = None
    ) -> None:
        await self.keeping.edit(interaction, await find_review(interaction, review), name, spelled)

    @edit.autocomplete("name")
    async def offer_names(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        if not librarian_may(interaction):
            return []
        return await offer(self.keeping.complete_names(interaction, typed(interaction, "review"), text))

    @app_commands.command(name="remove", description="Delete a review from this server’s library")
    @app_commands.describe(review="Which review?")
    async def remove(self, interaction: Interaction, review: str) -> None:
        await tell(interaction, render_removal(await find_review(interaction, review)))

    @show.autocomplete("review")
    @edit.autocomplete("review")
    @remove.autocomplete("review")
    async def offer_reviews(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        if not librarian_may(interaction):
            return []
        return await offer(self.bot.librarian.complete(library_of(interaction), text[:CHOICE_NAME]))

    @app_commands.command(name="export", description="All of this server’s reviews as a file (JSON Lines)")
    async def export(self, interaction: Interaction) -> None:
        await self.keeping.export(interaction)

    @app_commands.command(name="forget", description="Delete everything this server has added, for good")
    async def forget(self, interaction: Interaction) -> None:
        library_of(interaction)
        name = interaction.guild.name if interaction.guild else ""
        await interaction.response.send_modal(NameForm(name, self.keeping.forget))


async def setup(bot: Pullquote) -> None:
    """Add the commands."""
    await bot.add_cog(Library(bot))
