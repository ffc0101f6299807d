"""Which servers the bot is in: the library of one it has left is kept for 30 days, then forgotten.

At the first start with new rules every server's reviews are read again, beside the answers.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from discord.ext import commands, tasks

from bot.errors import OperatorError, StoreError

if TYPE_CHECKING:
    import discord

    from bot.app import Pullquote

log = logging.getLogger(__name__)

_SWEEP_HOURS = 12.0


class LibraryPresence(commands.Cog):
    """Marks libraries on leaving and joining, and sweeps those whose time is up."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot

    async def cog_unload(self) -> None:
        """Sweep and read no more."""
        self._sweep.cancel()
        self._refresh.cancel()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self.bot.librarian.left(guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.bot.librarian.joined(guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Find out what happened while the bot was away, before anything is swept."""
        await self.bot.librarian.present({guild.id for guild in self.bot.guilds})
        if not self._sweep.is_running():
            self._sweep.start()
            self._refresh.start()

    @tasks.loop(hours=_SWEEP_HOURS)
    async def _sweep(self) -> None:
        try:
            for library in await self.bot.librarian.sweep():
                log.info("The library of server %d is forgotten: the bot left it 30 days ago", library)
        except StoreError as error:
            log.warning("The libraries of servers left long ago were not forgotten this time: %s", error)

    @tasks.loop(count=1)
    async def _refresh(self) -> None:
        try:
            if count := await self.bot.librarian.refresh_all():
                log.info("%d reviews of servers were read again by this version's rules", count)
        except OperatorError as error:
            log.warning("The servers' reviews were not all read again by this version's rules: %s", error)


async def setup(bot: Pullquote) -> None:
    """Add the listeners."""
    await bot.add_cog(LibraryPresence(bot))
