"""Which quote comes next as a server's quote of the day, and how it looks there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.daily import Style
from bot.errors import NothingFound
from bot.pictures import Colours
from bot.render import wire
from bot.views import QuoteFilter
from bot.words import daily as words
from cogs.answering import illustrated
from cogs.daily_desk import attaches
from cogs.quote_cards import quote_reply

if TYPE_CHECKING:
    from datetime import date

    import discord

    from bot.app import Pullquote
    from bot.daily import Daily
    from bot.render import Reply
    from bot.views import Scope, Searched


class Drawing:
    """Draws from each server's own walk."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot

    async def draw(self, guild: discord.Guild, daily: Daily, day: date) -> tuple[Reply, int]:
        """The next quote of a server's own walk, and the walk's new place. Raises NothingFound, NoMatch or Gone.

        What gives the story away is never among them. A quote that can't be a card comes as text.
        """
        scope, asked = self.scope(daily.library, daily.searched), QuoteFilter(daily.film, spoilers=False)
        quote, found, cursor = await self.bot.store.draw_behind(scope, asked, daily.cursor)
        again = wire.DrawQuote(found.film, card=Colours.DARK if daily.style is Style.CARD else None)
        reply = quote_reply(
            self.bot,
            quote,
            self.bot.look_in(daily.library),
            again,
            attaches=attaches(guild.get_channel_or_thread(daily.channel)),
            occasion=words.occasion(day),
        )
        return await illustrated(reply), cursor

    async def settled(self, daily: Daily) -> Daily:
        """The same with its film by public id; raises NothingFound, NoMatch or Gone where nothing could be posted."""
        scope, asked = self.scope(daily.library, daily.searched), QuoteFilter(daily.film, spoilers=False)
        try:
            _, found, _ = await self.bot.store.draw_behind(scope, asked, daily.cursor)
        except NothingFound:
            raise NothingFound(words.NO_QUOTES) from None
        return replace(daily, film=found.film)

    def scope(self, library: int, searched: Searched | None) -> Scope:
        """The libraries that a server's quotes come from: as its settings say, unless it chose otherwise."""
        settings = self.bot.librarian.known(library)
        return replace(settings, searched=searched or settings.searched).scope(library)
