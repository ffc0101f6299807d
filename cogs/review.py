"""/review: a film at a glance, or one critic's review of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import render_film, render_review, wire
from bot.words import answers, films
from cogs.answering import Interaction, answer, look_of, scope_of
from cogs.controls import AnswerCog, button_for, menu_for
from cogs.options import SPOILERS, chosen, offer, typed

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class Review(AnswerCog):
    """Films and reviews."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            button_for(wire.OpenFilm, self.film),
            button_for(wire.OpenCritic, self.critic),
            button_for(wire.OpenReview, self.one),
            menu_for(wire.PickFilm, lambda interaction, film: self.film(interaction, wire.OpenFilm(film))),
            menu_for(wire.PickReview, lambda interaction, one: self.one(interaction, wire.OpenReview(one))),
        )

    @app_commands.command(name="review", description=films.REVIEW)
    @app_commands.describe(
        film=answers.WHICH_FILM,
        critic=films.WHOSE,
        spoilers=answers.SPOILING,
        quietly=answers.QUIETLY,
    )
    @app_commands.choices(spoilers=SPOILERS)
    async def review(
        self,
        interaction: Interaction,
        film: str,
        critic: str | None = None,
        spoilers: str | None = None,
        *,
        quietly: bool = False,
    ) -> None:
        asked = chosen(spoilers)
        if critic is None:
            reply = await self.film(interaction, wire.OpenFilm(film, spoilers=asked))
        else:
            reply = await self.critic(interaction, wire.OpenCritic(film, critic, spoilers=asked))
        await answer(interaction, reply, quietly=quietly)

    @review.autocomplete("film")
    async def offer_films(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        return await offer(self.bot.store.complete_films(scope_of(interaction), text))

    @review.autocomplete("critic")
    async def offer_critics(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        film = typed(interaction, "film")
        return await offer(self.bot.store.complete_critics(scope_of(interaction), text, film))

    async def film(self, interaction: Interaction, state: wire.OpenFilm) -> Reply:
        """Answer with a film at a glance."""
        card = await self.bot.store.film_card(scope_of(interaction), state.film)
        return render_film(card, look_of(interaction, state.spoilers), state.page)

    async def one(self, interaction: Interaction, state: wire.OpenReview) -> Reply:
        """Answer with one review."""
        card = await self.bot.store.review_card(scope_of(interaction), state.review)
        return render_review(
            [card],
            look_of(interaction, state.spoilers),
            state.page,
            lambda page: wire.OpenReview(card.review.id, page, state.spoilers),
        )

    async def critic(self, interaction: Interaction, state: wire.OpenCritic) -> Reply:
        """Answer with all that a critic wrote on a film."""
        cards = await self.bot.store.review_cards(scope_of(interaction), state.film, state.critic)
        first = cards[0].review
        film = first.film.id if first.film else state.film
        return render_review(
            cards,
            look_of(interaction, state.spoilers),
            state.page,
            lambda page: wire.OpenCritic(film, first.critic.id, page, state.spoilers),
        )


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Review(bot))
