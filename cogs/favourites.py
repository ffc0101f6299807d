"""/favourites, and the button under quotes that keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.errors import NotAllowed, NothingFound
from bot.render import favourites_wire as kept_wire
from bot.render import render_quote, wire
from bot.render.favourites import (
    render_drop_kept,
    render_favourites,
    render_most_kept,
)
from bot.words import answers
from bot.words import favourites as words
from cogs.answering import Interaction, answer, look_of, scope_of
from cogs.controls import AnswerCog, action_for, button_for, menu_for, pick_for
from cogs.library_desk import tell, think
from cogs.options import SPOILERS, chosen

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class Favourites(AnswerCog):
    """What people keep: their own business, but for how many of a server keep the same."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            action_for(kept_wire.KeepQuote, self.keep),
            button_for(kept_wire.ListKept, self.mine),
            button_for(kept_wire.ListMostKept, self.server),
            menu_for(kept_wire.PickQuote, self.open),
            pick_for(kept_wire.PickOff, self.take_off),
            button_for(kept_wire.AskDropKept, self.ask_drop),
            action_for(kept_wire.DropKept, self.drop),
        )

    @app_commands.command(name="favourites", description=words.COMMAND)
    @app_commands.describe(whose=words.WHOSE, spoilers=answers.SPOILING, quietly=answers.QUIETLY)
    @app_commands.choices(
        whose=[
            app_commands.Choice(name=words.MINE_CHOICE, value="mine"),
            app_commands.Choice(name=words.SERVER_CHOICE, value="server"),
        ],
        spoilers=SPOILERS,
    )
    async def favourites(
        self,
        interaction: Interaction,
        whose: str = "mine",
        spoilers: str | None = None,
        *,
        quietly: bool = False,
    ) -> None:
        asked = chosen(spoilers)
        if whose == "mine":
            mine = kept_wire.ListKept(spoilers=asked)
            await answer(interaction, await self.mine(interaction, mine), quietly=True)
        else:
            most = kept_wire.ListMostKept(spoilers=asked)
            await answer(interaction, await self.server(interaction, most), quietly=quietly)

    async def mine(self, interaction: Interaction, state: kept_wire.ListKept) -> Reply:
        """Answer with what whoever asks keeps."""
        kept = await self.bot.store.favourites(scope_of(interaction), interaction.user.id)
        return render_favourites(kept, look_of(interaction, state.spoilers), state.page)

    async def server(self, interaction: Interaction, state: kept_wire.ListMostKept) -> Reply:
        """Answer with what the server's people keep most."""
        server = self._server_of(interaction)
        if server is None:
            raise NotAllowed(words.NO_SERVER)
        kept = await self.bot.store.most_kept(scope_of(interaction), server)
        return render_most_kept(kept, look_of(interaction, state.spoilers), state.page)

    async def open(self, interaction: Interaction, quote: str) -> Reply:
        """Answer with one quote."""
        found = await self.bot.store.quote(scope_of(interaction), quote)
        return render_quote(found, look_of(interaction), wire.DrawQuote())

    async def keep(self, interaction: Interaction, state: kept_wire.KeepQuote) -> None:
        """Keep a quote for whoever presses, or keep it no longer, without touching the message it stands in."""
        # This writes, and may have to wait for a load.
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await self.bot.store.toggle_favourite(
            scope_of(interaction),
            interaction.user.id,
            state.quote,
            self._server_of(interaction),
            self.bot.now(),
        )
        await interaction.edit_original_response(content=words.KEPT if kept else words.NO_LONGER_KEPT)

    async def take_off(self, interaction: Interaction, state: kept_wire.PickOff, quote: str) -> None:
        """Take one off what whoever presses keeps."""
        await think(interaction)
        await self.bot.store.drop_favourite(interaction.user.id, quote)
        await tell(interaction, await self.mine(interaction, kept_wire.ListKept(state.page, state.spoilers)))

    async def ask_drop(self, interaction: Interaction, _: kept_wire.AskDropKept) -> Reply:
        """Ask once more."""
        kept = await self.bot.store.favourites(scope_of(interaction), interaction.user.id)
        if not kept:
            raise NothingFound(words.NONE_LEFT)
        return render_drop_kept(len(kept))

    async def drop(self, interaction: Interaction, _: kept_wire.DropKept) -> None:
        """Take off all that whoever presses keeps and can see here."""
        await think(interaction)
        await self.bot.store.drop_favourites(scope_of(interaction), interaction.user.id)
        await tell(interaction, await self.mine(interaction, kept_wire.ListKept()))

    def _server_of(self, interaction: Interaction) -> int | None:
        """The server whose people keep something together; None where the bot is no member."""
        server = interaction.guild_id
        return server if server is not None and self.bot.get_guild(server) is not None else None


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Favourites(bot))
