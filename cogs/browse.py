"""/films and /critics: what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import render_critics, render_films, wire
from cogs.controls import QUIETLY, AnswerCog, Interaction, answer, button_for, scope_of

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class Browse(AnswerCog):
    """Lists of films and critics."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            button_for(wire.BrowseFilms, self.show_films),
            button_for(wire.BrowseCritics, self.show_critics),
        )

    @app_commands.command(name="films", description="The films there are reviews of")
    @app_commands.describe(quietly=QUIETLY)
    async def films(self, interaction: Interaction, *, quietly: bool = False) -> None:
        await answer(interaction, await self.show_films(interaction, wire.BrowseFilms()), quietly=quietly)

    @app_commands.command(name="critics", description="The critics there are reviews by")
    @app_commands.describe(quietly=QUIETLY)
    async def critics(self, interaction: Interaction, *, quietly: bool = False) -> None:
        await answer(interaction, await self.show_critics(interaction, wire.BrowseCritics()), quietly=quietly)

    async def show_films(self, interaction: Interaction, state: wire.BrowseFilms) -> Reply:
        """Answer with a page of films."""
        return render_films(await self.bot.store.films(scope_of(interaction), state.page))

    async def show_critics(self, interaction: Interaction, state: wire.BrowseCritics) -> Reply:
        """Answer with a page of critics."""
        return render_critics(await self.bot.store.critics(scope_of(interaction), state.page))


async def setup(bot: Pullquote) -> None:
    """Add the commands."""
    await bot.add_cog(Browse(bot))
