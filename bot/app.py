"""The bot: a store handed in, commands loaded by name, and who may see which library."""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import discord
from discord.ext import commands, tasks

from bot.errors import StoreError
from bot.library import Librarian, Pending
from bot.models import OPERATOR_LIBRARY
from bot.pictures import Studio
from bot.render.look import Look, Terms
from bot.store import Store
from bot.tree import CommandTree
from bot.views import Scope, Spoilers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

log = logging.getLogger(__name__)

COGS = (
    "cogs.review",
    "cogs.quote",
    "cogs.scores",
    "cogs.cast",
    "cogs.person",
    "cogs.search",
    "cogs.fitting",
    "cogs.browse",
    "cogs.favourites",
    "cogs.about",
    "cogs.propose",
    "cogs.privacy",
    "cogs.library",
    "cogs.library_presence",
    "cogs.daily",
)
"""The modules with the slash commands, in the order Discord lists them."""

FLUSH_SECONDS = 15.0

# Nothing is ever said by voice, so the missing libraries for it are no news.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False


class Pullquote(commands.Bot):
    """The Discord bot. Whoever opened ``store`` closes it, after the bot; ``terms`` are the operator's library's."""

    def __init__(
        self,
        store: Store,
        *,
        terms: Terms | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = discord.utils.utcnow,
        cogs: Sequence[str] = COGS,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,  # never seen: there is no message intent
            help_command=None,
            tree_cls=CommandTree,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.store = store
        self.now = now
        self.librarian = Librarian(store, clock=clock)
        self.pending = Pending(clock)
        self.tree.limit(clock)
        self.pictures = Studio()
        self.terms = terms or Terms()
        self._cog_modules = tuple(cogs)
        self._flushing = asyncio.Lock()

    @property
    def tree(self) -> CommandTree:
        """The slash commands."""
        return cast(CommandTree, super().tree)

    async def setup_hook(self) -> None:
        """Load the commands. Discord learns of them by ``sync`` alone, never on start."""
        self.pictures.warm()
        await self.librarian.remember()
        for module in self._cog_modules:
            await self.load_extension(module)
        self._flush.start()

    async def close(self) -> None:
        """Disconnect, then write down how far each walk through the quotes has come."""
        if self.is_closed():
            return
        async with self._flushing:  # so that no write is cut short
            self._flush.cancel()
        self.pictures.close()
        await super().close()
        await self._flush_cursors()

    def scope(self, interaction: discord.Interaction[Any]) -> Scope:
        """The libraries an interaction may see: the operator's, its server's where the bot is a member, or both.

        A server's managers set which of the two.

        A user-installed use in a server without the bot sees the operator's alone.
        """
        guild_id = interaction.guild_id
        if guild_id is None or self.get_guild(guild_id) is None:
            return Scope((OPERATOR_LIBRARY,))
        return self.librarian.known(guild_id).scope(guild_id)

    def look(self, interaction: discord.Interaction[Any]) -> Look:
        """How an answer to an interaction shows what it may: its server's dial for spoilers, the libraries' terms."""
        guild_id = interaction.guild_id
        if guild_id is None or self.get_guild(guild_id) is None:
            return Look(Spoilers.VEIL, {OPERATOR_LIBRARY: self.terms})
        return self.look_in(guild_id)

    def look_in(self, library: int) -> Look:
        """The same for what is said in a server unasked."""
        settings = self.librarian.known(library)
        return Look(settings.spoilers, {OPERATOR_LIBRARY: self.terms, library: settings.terms})

    # Beside the replies, never before one: the writer may be busy with a load for a second.
    @tasks.loop(seconds=FLUSH_SECONDS)
    async def _flush(self) -> None:
        await self._flush_cursors()

    async def _flush_cursors(self) -> None:
        try:
            async with self._flushing:
                await self.store.flush_cursors()
        except StoreError as error:
            log.warning("The places in the quotes were not written down this time: %s", error)


async def sync_commands(token: str, guild_id: int | None = None) -> tuple[str, ...]:
    """Register the slash commands with Discord, everywhere or at once in one server; the names registered.

    Raises discord.LoginFailure for a refused token and discord.HTTPException for a refused command.
    """
    with tempfile.TemporaryDirectory() as folder:
        # The commands hold a store; their names and options need nothing that is in it.
        async with await Store.open(Path(folder) / "empty.db") as store, Pullquote(store) as bot:
            await bot.login(token)
            guild = discord.Object(guild_id) if guild_id is not None else None
            if guild is not None:
                bot.tree.copy_global_to(guild=guild)
            return tuple(command.name for command in await bot.tree.sync(guild=guild))
