"""/search: sentences with given words in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import render_search, wire
from bot.render.text import one_line
from bot.words import answers, quotes
from cogs.answering import Interaction, answer, look_of, scope_of
from cogs.controls import AnswerCog, button_for
from cogs.options import SPOILERS, chosen, offer, typed

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class Search(AnswerCog):
    """Full-text search."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            button_for(wire.Search, self.find),
        )

    @app_commands.command(name="search", description=quotes.SEARCH)
    @app_commands.describe(
        text=quotes.WHICH_WORDS,
        film=answers.ON_FILM,
        critic=answers.BY_CRITIC,
        spoilers=answers.SPOILING,
        quietly=answers.QUIETLY,
    )
    @app_commands.choices(spoilers=SPOILERS)
    async def search(
        self,
        interaction: Interaction,
        text: app_commands.Range[str, 1, wire.SEARCH_TEXT_LIMIT],
        film: str | None = None,
        critic: str | None = None,
        spoilers: str | None = None,
        *,
        quietly: bool = False,
    ) -> None:
        await answer(
            interaction,
            await self.find(interaction, wire.Search(0, film, critic, one_line(text), chosen(spoilers))),
            quietly=quietly,
        )

    @search.autocomplete("film")
    async def offer_films(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        return await offer(self.bot.store.complete_films(scope_of(interaction), text))

    @search.autocomplete("critic")
    async def offer_critics(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        film = typed(interaction, "film")
        return await offer(self.bot.store.complete_critics(scope_of(interaction), text, film))

    async def find(self, interaction: Interaction, wanted: wire.Search) -> Reply:
        """Answer with a page of hits; film and critic may still be as somebody typed them."""
        scope, look = scope_of(interaction), look_of(interaction, wanted.spoilers)
        page = await self.bot.store.search(
            scope,
            wanted.text,
            wanted.film,
            wanted.critic,
            wanted.page,
            spoilers=not look.hides,
            guarded=look.guarded(scope.libraries),
        )
        first = page.hits[0].review
        film = first.film.id if wanted.film and first.film else None
        critic = first.critic.id if wanted.critic else None
        state = wire.Search(page.page.number, film, critic, wanted.text)
        return render_search(page, look, state)


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Search(bot))
