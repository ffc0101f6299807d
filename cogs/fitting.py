"""Find reviews: quotes that fit what somebody wrote, from the menu of their message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.render import render_fitting
from bot.words.fitting import FIND_REVIEWS
from cogs.answering import Interaction, answer, look_of, scope_of
from cogs.controls import AnswerCog

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.app import Pullquote


class Fitting(AnswerCog):
    """What a message makes one think of, for whoever asked alone: the message is somebody else's."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(bot)
        self._menu = app_commands.ContextMenu(name=FIND_REVIEWS, callback=self.find)

    async def cog_load(self) -> None:
        """Put the command in the menu of messages."""
        await super().cog_load()
        self.bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it out."""
        self.bot.tree.remove_command(self._menu.name, type=self._menu.type)
        await super().cog_unload()

    async def find(self, interaction: Interaction, message: discord.Message) -> None:
        look = look_of(interaction)
        found = await self.bot.store.fitting(scope_of(interaction), _said(message), spoilers=not look.hides)
        await answer(interaction, render_fitting(found, look), quietly=True)


def _said(message: discord.Message) -> str:
    """All that can be read in a message: its own text, what it forwards, and what its links show."""
    texts = [message.content, *(part.content for part in message.message_snapshots)]
    for embed in message.embeds:
        texts += [embed.title or "", embed.description or ""]
    texts += _texts(message.components)
    return "\n".join(text for text in texts if text)


def _texts(components: Iterable[discord.Component]) -> Iterator[str]:
    """The texts of a message that is laid out, however deep they stand."""
    for part in components:
        if isinstance(part, discord.TextDisplay):
            yield part.content
        yield from _texts(getattr(part, "children", ()))


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Fitting(bot))
