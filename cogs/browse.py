"""/films and /critics: what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import render_critics, render_films, wire
from bot.words import answers
from bot.words import browse as words
from cogs.answering import Interaction, answer, scope_of
from cogs.controls import AnswerCog, button_for

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

    @app_commands.command(name="films", description=words.FILMS)
    @app_commands.describe(quietly=answers.QUIETLY)
    async def films(self, interaction: Interaction, *, quietly: bool = False) -> None:
        await answer(interaction, await self.show_films(interaction, wire.BrowseFilms()), quietly=quietly)

    @app_commands.command(name="critics", description=words.CRITICS)
    @app_commands.describe(quietly=answers.QUIETLY)
    async def critics(self, interaction: Interaction, *, quietly: bool = False) -> None:
        await answer(interaction, await self.show_critics(interaction, wire.BrowseCritics()), quietly=quietly)

    async def show_films(self, interaction: Interaction, state: wire.BrowseFilms) -> Reply:
        """Answer with a page of films."""
        scope = scope_of(interaction)
        page = await self.bot.store.films(scope, state.page)
        return render_films(page, 0 if page.films else (await self.bot.store.holdings(scope)).reviews)

    async def show_critics(self, interaction: Interaction, state: wire.BrowseCritics) -> Reply:
        """Answer with a page of critics."""
        return render_critics(await self.bot.store.critics(scope_of(interaction), state.page))


async def setup(bot: Pullquote) -> None:
    """Add the commands."""
    await bot.add_cog(Browse(bot))
