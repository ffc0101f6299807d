"""/quote: one random excerpt, and another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.models import Theme
from bot.pictures import Colours
from bot.render import wire
from bot.views import QuoteFilter, Spoilers
from bot.words import answers, quotes
from cogs.answering import Interaction, answer, look_of, may_attach, scope_of
from cogs.controls import AnswerCog, button_for, menu_for
from cogs.options import SPOILERS, chosen, offer, typed
from cogs.quote_cards import quote_reply

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply

_THEMES = [app_commands.Choice(name=quotes.THEMES[theme], value=theme.value) for theme in Theme]
_STYLES = [app_commands.Choice(name=name, value=style) for style, name in quotes.STYLES.items()]
_COLOURS = [app_commands.Choice(name=quotes.COLOURS_NAMED[one], value=one.value) for one in Colours]


class Quote(AnswerCog):
    """Random quotes; none returns before all were shown."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            button_for(wire.DrawQuote, self.draw),
            button_for(wire.ShowQuote, self.show),
            menu_for(
                wire.PickCritic, lambda interaction, one: self.draw(interaction, wire.DrawQuote(critic=one))
            ),
        )

    @app_commands.command(name="quote", description=quotes.QUOTE)
    @app_commands.describe(
        film=answers.ON_FILM,
        critic=answers.BY_CRITIC,
        person=quotes.ABOUT_PERSON,
        about=quotes.ABOUT,
        style=quotes.STYLE,
        theme=quotes.COLOURS,
        spoilers=answers.SPOILING,
        quietly=answers.QUIETLY,
    )
    @app_commands.choices(about=_THEMES, style=_STYLES, theme=_COLOURS, spoilers=SPOILERS)
    async def quote(
        self,
        interaction: Interaction,
        film: str | None = None,
        critic: str | None = None,
        person: str | None = None,
        about: str | None = None,
        style: str = "text",
        theme: str | None = None,
        spoilers: str | None = None,
        *,
        quietly: bool = False,
    ) -> None:
        # Who names a card's colours wants a card.
        card = Colours(theme or Colours.DARK) if style == "card" or theme else None
        subject = Theme(about) if about else None
        wanted = wire.DrawQuote(film, critic, person, subject, chosen(spoilers), card)
        await answer(interaction, await self.draw(interaction, wanted), quietly=quietly)

    @quote.autocomplete("film")
    async def offer_films(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        return await offer(self.bot.store.complete_films(scope_of(interaction), text))

    @quote.autocomplete("critic")
    async def offer_critics(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        film = typed(interaction, "film")
        return await offer(self.bot.store.complete_critics(scope_of(interaction), text, film))

    @quote.autocomplete("person")
    async def offer_people(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        film = typed(interaction, "film")
        return await offer(self.bot.store.complete_people(scope_of(interaction), text, film))

    async def draw(self, interaction: Interaction, wanted: wire.DrawQuote) -> Reply:
        """Answer with the next quote of a filter, whose names may still be as somebody typed them."""
        look = look_of(interaction, wanted.spoilers)
        spoilers = not look.hides if wanted.card is None else look.asked is Spoilers.SHOW
        asked = QuoteFilter(wanted.film, wanted.critic, wanted.person, wanted.about, spoilers=spoilers)
        quote, found = await self.bot.store.draw(scope_of(interaction), asked)
        again = wire.DrawQuote(
            found.film, found.critic, found.person, found.about, wanted.spoilers, wanted.card
        )
        return quote_reply(self.bot, quote, look, again, attaches=may_attach(interaction))

    async def show(self, interaction: Interaction, wanted: wire.ShowQuote) -> Reply:
        """Answer with one quote."""
        quote = await self.bot.store.quote(scope_of(interaction), wanted.quote)
        narrowed = (wanted.film, wanted.critic, wanted.person, wanted.about, wanted.spoilers, wanted.card)
        look, again = look_of(interaction, wanted.spoilers), wire.DrawQuote(*narrowed)
        return quote_reply(self.bot, quote, look, again, attaches=may_attach(interaction))


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Quote(bot))
