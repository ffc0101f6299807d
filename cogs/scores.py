"""/scores: every score of a film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import plot_of, plot_picture, render_scores, wire
from bot.words import answers, films
from cogs.answering import Interaction, answer, look_of, may_attach, scope_of
from cogs.controls import AnswerCog, button_for
from cogs.options import offer

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class Scores(AnswerCog):
    """Scores as printed."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            button_for(wire.OpenScores, self.show),
        )

    @app_commands.command(name="scores", description=films.EVERY_SCORE)
    @app_commands.describe(film=answers.WHICH_FILM, quietly=answers.QUIETLY)
    async def scores(self, interaction: Interaction, film: str, *, quietly: bool = False) -> None:
        await answer(interaction, await self.show(interaction, wire.OpenScores(film)), quietly=quietly)

    @scores.autocomplete("film")
    async def offer_films(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        return await offer(self.bot.store.complete_films(scope_of(interaction), text))

    async def show(self, interaction: Interaction, state: wire.OpenScores) -> Reply:
        """Answer with a film's scores."""
        scores = await self.bot.store.film_scores(scope_of(interaction), state.film)
        look = look_of(interaction)
        reply = render_scores(scores, look, state.page)
        plot = plot_of(scores)
        if plot is not None and not state.page and may_attach(interaction):

            async def illustrated() -> Reply:
                picture = plot_picture(plot, await self.bot.pictures.plot(plot))
                return render_scores(scores, look, state.page, picture)

            reply.illustrated = illustrated
        return reply


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Scores(bot))
