"""Quotes of the day as they are posted: each claimed in the database first, one server's trouble its own."""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import discord

from bot.daily import LATEST, Trouble, next_due
from bot.errors import UserError
from bot.render.daily import render_daily_stopped
from cogs.daily_desk import daily_of
from cogs.daily_drawing import Drawing

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.daily import Daily
    from bot.render import Reply

log = logging.getLogger(__name__)

_AT_ONCE = 5
"""Servers posted to at the same time: one that is slow to answer holds up few."""


class Poster(Drawing):
    """Posts what is due, and tells a manager where it can't."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(bot)
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

    async def post_now(self, daily: Daily) -> discord.Message | Trouble:
        """Post one besides those of each day; as :meth:`send`, and raises as :meth:`draw`."""
        guild, store = self.bot.get_guild(daily.library), self.bot.store
        if guild is None:
            return Trouble.CHANNEL_GONE
        today = self.bot.now().astimezone(ZoneInfo(daily.zone)).date()
        reply, cursor = await self.draw(guild, daily, today)
        while not await store.move_walk(daily, cursor):  # that quote is another's who asked at the same time
            daily = await daily_of(self.bot, daily.library)
            reply, cursor = await self.draw(guild, daily, today)
        return await self.send(guild, daily, reply, secrets.token_hex(8))

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
