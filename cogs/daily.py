"""/daily: a quote a day, in a channel of the server's choice."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.daily import Style
from bot.render.daily import render_daily_next, render_daily_posted
from bot.render.library import render_note
from bot.views import Searched
from bot.words import daily as words
from bot.words.library_settings import SEARCHED
from bot.words.quotes import STYLES
from bot.zones import complete_zones
from cogs.daily_desk import Asked, DailyChannel, arrange, daily_of, due_next, refusal, shown
from cogs.daily_posting import Poster
from cogs.library_desk import librarian_may, library_of, tell, think
from cogs.options import CHOICE_NAME, offer, servers_only, typed

if TYPE_CHECKING:
    from bot.app import Pullquote
    from cogs.answering import Interaction

log = logging.getLogger(__name__)

TICK_SECONDS = 10.0
"""A quote comes at most so much after its time."""

_CLOSING_SECONDS = 5.0
_SHORT = app_commands.Range[str, 1, 100]
_LIBRARIES = [app_commands.Choice(name=name, value=one) for one, name in SEARCHED.items()]
_STYLES = [app_commands.Choice(name=STYLES[one], value=one.value) for one in Style]


@servers_only
@app_commands.default_permissions(manage_guild=True)
class DailyQuote(commands.GroupCog, group_name="daily", group_description=words.GROUP):
    """For those who manage the server."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self.poster = Poster(bot)
        self._posting = asyncio.Lock()

    async def cog_unload(self) -> None:
        """Post no more, after what is being posted: of a post that is cut short nobody knows whether it came."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING_SECONDS), self._posting:
                self._post.cancel()
        self._post.cancel()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        if not self._post.is_running():
            self._post.start()

    @tasks.loop(seconds=TICK_SECONDS)
    async def _post(self) -> None:
        try:
            async with self._posting:
                await self.poster.post_due()
        except Exception:  # else the loop would end, and no server's would come until a restart
            log.exception("Which quotes of the day are due could not be read this time")

    @app_commands.command(name="set", description=words.SET_COMMAND)
    @app_commands.describe(**words.SET_OPTIONS)
    @app_commands.rename(origin="from")
    @app_commands.choices(origin=_LIBRARIES, style=_STYLES)
    async def set_(
        self,
        interaction: Interaction,
        channel: DailyChannel,
        time: _SHORT,
        timezone: _SHORT,
        film: str | None = None,
        origin: str | None = None,
        style: str = "text",
    ) -> None:
        searched = Searched(origin) if origin else None
        asked = Asked(channel.id, time, timezone, film, searched, Style(style))
        daily = await arrange(interaction, self.poster, asked)
        await think(interaction)  # here and below: whoever writes may have to wait for a load
        await self.bot.store.put_daily(daily)
        await tell(interaction, await shown(self.bot, self.poster, daily, words.SET))

    @set_.autocomplete("timezone")
    async def offer_zones(self, _: Interaction, text: str) -> list[app_commands.Choice[str]]:
        found = complete_zones(text[:CHOICE_NAME], self.bot.now())
        return [app_commands.Choice(name=one.name, value=one.value) for one in found]

    @set_.autocomplete("film")
    async def offer_films(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        if not librarian_may(interaction):
            return []
        origin = typed(interaction, "from")
        scope = self.poster.scope(library_of(interaction), Searched(origin) if origin else None)
        return await offer(self.bot.store.complete_films(scope, text))

    @app_commands.command(name="show", description=words.SHOW_COMMAND)
    async def show(self, interaction: Interaction) -> None:
        daily = await daily_of(self.bot, library_of(interaction))
        await tell(interaction, await shown(self.bot, self.poster, daily))

    @app_commands.command(name="next", description=words.NEXT_COMMAND)
    async def next(self, interaction: Interaction) -> None:
        await tell(interaction, render_daily_next(await daily_of(self.bot, library_of(interaction))))

    @app_commands.command(name="pause", description=words.PAUSE_COMMAND)
    async def pause(self, interaction: Interaction) -> None:
        library = (await daily_of(self.bot, library_of(interaction))).library
        await think(interaction)
        await self.bot.store.pause_daily(library)
        await tell(interaction, render_note(words.PAUSED, words.RESUMES))

    @app_commands.command(name="resume", description=words.RESUME_COMMAND)
    async def resume(self, interaction: Interaction) -> None:
        daily = await daily_of(self.bot, library_of(interaction))
        due = await due_next(self.bot, daily.library, daily.minute, daily.zone)
        await think(interaction)
        await self.bot.store.resume_daily(daily.library, due)
        await tell(interaction, await shown(self.bot, self.poster, await daily_of(self.bot, daily.library)))

    @app_commands.command(name="now", description=words.NOW_COMMAND)
    async def now(self, interaction: Interaction) -> None:
        daily = await daily_of(self.bot, library_of(interaction))
        await think(interaction)
        sent = await self.poster.post_now(daily)
        if not isinstance(sent, discord.Message):
            raise refusal(sent)
        await tell(interaction, render_daily_posted(daily, sent.jump_url))

    @app_commands.command(name="off", description=words.OFF_COMMAND)
    async def off(self, interaction: Interaction) -> None:
        library = (await daily_of(self.bot, library_of(interaction))).library
        await think(interaction)
        await self.bot.store.remove_daily(library)
        await tell(interaction, render_note(words.OFF, words.STARTS))


async def setup(bot: Pullquote) -> None:
    """Add the commands."""
    await bot.add_cog(DailyQuote(bot))
