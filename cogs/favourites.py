"""/favourites, and the button under quotes that keeps them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from discord import app_commands

from bot.errors import NotAllowed, NothingFound
from bot.render import favourites_wire, render_quote, wire
from bot.render.favourites import (
    KEPT,
    NO_LONGER_KEPT,
    render_drop_kept,
    render_favourites,
    render_most_kept,
)
from cogs.controls import (
    QUIETLY,
    AnswerCog,
    Interaction,
    action_for,
    answer,
    button_for,
    look_of,
    menu_for,
    pick_for,
    scope_of,
)
from cogs.library_desk import tell, think

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply

_NO_SERVER = "Only a server that I am a member of has favourites of its own: ask me there, or for yours."
_NONE_LEFT = "You keep no quote of the reviews that can be read here."


class Favourites(AnswerCog):
    """What people keep: their own business, but for how many of a server keep the same."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            action_for(favourites_wire.KeepQuote, self.keep),
            button_for(favourites_wire.ListKept, lambda asked, state: self.mine(asked, state.page)),
            button_for(favourites_wire.ListMostKept, lambda asked, state: self.server(asked, state.page)),
            menu_for(favourites_wire.PickQuote, self.open),
            pick_for(favourites_wire.PickOff, self.take_off),
            button_for(favourites_wire.AskDropKept, self.ask_drop),
            action_for(favourites_wire.DropKept, self.drop),
        )

    @app_commands.command(name="favourites", description="The quotes you keep, or this server keeps most")
    @app_commands.describe(whose="Yours, which only you see, or this server’s", quietly=QUIETLY)
    @app_commands.choices(
        whose=[
            app_commands.Choice(name="mine", value="mine"),
            app_commands.Choice(name="this server’s", value="server"),
        ]
    )
    async def favourites(
        self, interaction: Interaction, whose: str = "mine", *, quietly: bool = False
    ) -> None:
        if whose == "mine":
            await answer(interaction, await self.mine(interaction), quietly=True)
        else:
            await answer(interaction, await self.server(interaction), quietly=quietly)

    async def mine(self, interaction: Interaction, page: int = 0) -> Reply:
        """Answer with what whoever asks keeps."""
        kept = await self.bot.store.favourites(scope_of(interaction), interaction.user.id)
        return render_favourites(kept, look_of(interaction), page)

    async def server(self, interaction: Interaction, page: int = 0) -> Reply:
        """Answer with what the server's people keep most."""
        server = self._server_of(interaction)
        if server is None:
            raise NotAllowed(_NO_SERVER)
        kept = await self.bot.store.most_kept(scope_of(interaction), server)
        return render_most_kept(kept, look_of(interaction), page)

    async def open(self, interaction: Interaction, quote: str) -> Reply:
        """Answer with one quote."""
        found = await self.bot.store.quote(scope_of(interaction), quote)
        return render_quote(found, look_of(interaction), wire.DrawQuote())

    async def keep(self, interaction: Interaction, state: favourites_wire.KeepQuote) -> None:
        """Keep a quote for whoever presses, or keep it no longer, without touching the message it stands in."""
        # This writes, and may have to wait for a load.
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await self.bot.store.toggle_favourite(
            scope_of(interaction),
            interaction.user.id,
            state.quote,
            self._server_of(interaction),
            datetime.now(UTC),
        )
        await interaction.edit_original_response(content=KEPT if kept else NO_LONGER_KEPT)

    async def take_off(self, interaction: Interaction, state: favourites_wire.PickOff, quote: str) -> None:
        """Take one off what whoever presses keeps."""
        await think(interaction)
        await self.bot.store.drop_favourite(interaction.user.id, quote)
        await tell(interaction, await self.mine(interaction, state.page))

    async def ask_drop(self, interaction: Interaction, _: favourites_wire.AskDropKept) -> Reply:
        """Ask once more."""
        kept = await self.bot.store.favourites(scope_of(interaction), interaction.user.id)
        if not kept:
            raise NothingFound(_NONE_LEFT)
        return render_drop_kept(len(kept))

    async def drop(self, interaction: Interaction, _: favourites_wire.DropKept) -> None:
        """Take off all that whoever presses keeps and can see here."""
        await think(interaction)
        await self.bot.store.drop_favourites(scope_of(interaction), interaction.user.id)
        await tell(interaction, await self.mine(interaction))

    def _server_of(self, interaction: Interaction) -> int | None:
        """The server whose people keep something together; None where the bot is no member."""
        server = interaction.guild_id
        return server if server is not None and self.bot.get_guild(server) is not None else None


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Favourites(bot))
