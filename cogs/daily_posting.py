"""Quotes of the day as they are posted: each claimed in the database first, one server's trouble its own."""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import discord

from bot.daily import LATEST, Style, Trouble, next_due
from bot.errors import NothingFound, UserError
from bot.pictures import Colours
from bot.render import wire
from bot.render.daily import render_daily_stopped
from bot.views import QuoteFilter
from bot.words import daily as words
from cogs.answering import illustrated
from cogs.daily_desk import attaches
from cogs.quote_cards import quote_reply

if TYPE_CHECKING:
    from datetime import date

    from bot.app import Pullquote
    from bot.daily import Daily
    from bot.render import Reply
    from bot.views import Scope, Searched

log = logging.getLogger(__name__)

_AT_ONCE = 5
"""Servers posted to at the same time: one that is slow to answer holds up few."""


class Poster:
    """Posts what is due, and tells a manager where it can't."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self._few = asyncio.Semaphore(_AT_ONCE)

    async def post_due(self) -> None:
        """Post every quote that is due; raises StoreError where the database can't be read."""
        due = await self.bot.store.due_dailies(self.bot.now())
        await asyncio.gather(*map(self._try, due))

    async def _try(self, daily: Daily) -> None:
        async with self._few:
            try:
                await self._post(daily)
            except Exception:
                # Whether the message came is not known, so it isn't tried again.
                log.exception("The quote of the day of server %d was broken off", daily.library)

    async def _post(self, daily: Daily) -> None:
        store, now, zone = self.bot.store, self.bot.now(), ZoneInfo(daily.zone)
        if now - daily.due.at > LATEST:
            await store.skip_daily(daily, next_due(daily.minute, zone, now - LATEST))
            return
        guild = self.bot.get_guild(daily.library)
        if guild is None or guild.unavailable:  # in an outage of Discord's: it may come back in time
            return
        reply, cursor = None, daily.cursor
        with suppress(UserError):  # an empty library, or a film that is gone
            reply, cursor = await self.draw(guild, daily, daily.due.day)
        if not await store.claim_daily(daily, next_due(daily.minute, zone, now), cursor, now):
            return
        # Within discord.py's own retries Discord takes what bears one nonce once.
        nonce = f"{daily.library}{daily.due.day:%y%m%d}"
        sent = await self.send(guild, daily, reply, nonce) if reply else Trouble.NOTHING
        if isinstance(sent, discord.Message):
            await store.note_posted(daily, sent.id)
            return
        log.info("No quote of the day in server %d: %s", daily.library, sent.value)
        if await store.note_failed(daily, sent):
            await self._tell(guild, daily, sent)

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

    async def post_now(self, daily: Daily) -> discord.Message | Trouble:
        """Post one besides those of each day; as :meth:`send`, and raises as :meth:`draw`."""
        guild = self.bot.get_guild(daily.library)
        if guild is None:
            return Trouble.CHANNEL_GONE
        today = self.bot.now().astimezone(ZoneInfo(daily.zone)).date()
        reply, cursor = await self.draw(guild, daily, today)
        sent = await self.send(guild, daily, reply, secrets.token_hex(8))
        if isinstance(sent, discord.Message):
            await self.bot.store.move_walk(daily.library, cursor)
        return sent

    def scope(self, library: int, searched: Searched | None) -> Scope:
        """The libraries that a server's quotes come from: as its settings say, unless it chose otherwise."""
        settings = self.bot.librarian.known(library)
        return replace(settings, searched=searched or settings.searched).scope(library)

    async def send(
        self, guild: discord.Guild, daily: Daily, reply: Reply, nonce: str
    ) -> discord.Message | Trouble:
        """Post in the channel that was set, without a sound; or why Discord surely did not take it.

        Whatever it raises leaves open whether the message came.
        """
        try:
            channel = guild.get_channel_or_thread(daily.channel) or await guild.fetch_channel(daily.channel)
            if isinstance(channel, discord.abc.Messageable):
                return await channel.send(view=reply, files=reply.files(), silent=True, nonce=nonce)
        except discord.DiscordServerError:
            raise
        except discord.Forbidden:
            return Trouble.FORBIDDEN
        except discord.NotFound:
            pass
        except discord.HTTPException:
            log.exception("Discord refused the quote of the day of server %d", guild.id)
            return Trouble.REFUSED
        return Trouble.CHANNEL_GONE

    async def _tell(self, guild: discord.Guild, daily: Daily, trouble: Trouble) -> None:
        """Tell who set it, where they still manage the server; else the server's own channel for notices."""
        notice = render_daily_stopped(daily, trouble, guild.name)
        if daily.user is not None:
            with suppress(discord.HTTPException):
                member = await guild.fetch_member(daily.user)
                if member.guild_permissions.manage_guild:
                    await member.send(view=notice)
                    return
        if guild.system_channel is not None:
            with suppress(discord.HTTPException):
                await guild.system_channel.send(view=notice)
