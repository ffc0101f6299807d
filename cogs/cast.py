"""/cast: who plays whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import render_cast, wire
from bot.words import answers, films
from cogs.answering import Interaction, answer, look_of, scope_of
from cogs.controls import AnswerCog, button_for
from cogs.options import SPOILERS, chosen, offer

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class Cast(AnswerCog):
    """Casts and crews."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            button_for(wire.OpenCast, self.show),
        )

    @app_commands.command(name="cast", description=films.WHO_PLAYS)
    @app_commands.describe(film=answers.WHICH_FILM, spoilers=answers.SPOILING, quietly=answers.QUIETLY)
    @app_commands.choices(spoilers=SPOILERS)
    async def cast(
        self, interaction: Interaction, film: str, spoilers: str | None = None, *, quietly: bool = False
    ) -> None:
        state = wire.OpenCast(film, spoilers=chosen(spoilers))
        await answer(interaction, await self.show(interaction, state), quietly=quietly)

    @cast.autocomplete("film")
    async def offer_films(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        return await offer(self.bot.store.complete_films(scope_of(interaction), text))

    async def show(self, interaction: Interaction, state: wire.OpenCast) -> Reply:
        """Answer with a film's cast and crew."""
        cast = await self.bot.store.film_cast(scope_of(interaction), state.film)
        return render_cast(cast, look_of(interaction, state.spoilers), state.page)


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Cast(bot))
