"""What everybody may do for a server's library: propose a review, or take one from a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.errors import NotUnderstood
from bot.library import Fields, parse_edits
from bot.models import Edits
from bot.words import library_adding as words
from cogs.controls import AnswerCog
from cogs.library_adding import Adding
from cogs.library_desk import shelf_of
from cogs.options import servers_only

if TYPE_CHECKING:
    from bot.app import Pullquote
    from cogs.answering import Interaction

_LINE = app_commands.Range[str, 1, 200]
_NAME = "message.txt"
_WORDS = 10
_NO_TEXT = ("image/", "video/", "audio/")


class Propose(AnswerCog):
    """Reviews from members."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(bot)
        self.adding = Adding(bot)
        self._menu = servers_only(
            app_commands.ContextMenu(name=words.MESSAGE_MENU, callback=self.add_message)
        )

    async def cog_load(self) -> None:
        """Offer the message menu."""
        await super().cog_load()
        self.bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it back."""
        await super().cog_unload()
        self.bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(name="propose", description=words.PROPOSE_COMMAND)
    @servers_only
    @app_commands.describe(**words.OPTIONS)
    async def propose(
        self,
        interaction: Interaction,
        file: discord.Attachment | None = None,
        film: _LINE | None = None,
        critic: _LINE | None = None,
        outlet: _LINE | None = None,
    ) -> None:
        await self.adding.begin(interaction, file, Fields(film or "", critic or "", outlet or ""))

    async def add_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Preview a message, or the file on it: whichever is longer."""
        shelf_of(interaction)
        text = message.clean_content.strip()
        file = next((one for one in message.attachments if _is_readable(one)), None)
        otherwise = Edits(critic=_name_of(message.author), url=message.jump_url)
        long_enough = len(text.split()) >= _WORDS
        if file is not None and (not long_enough or file.size > len(text.encode())):
            await self.adding.file(interaction, file, Edits(), otherwise)
        elif long_enough:
            await self.adding.text(interaction, _NAME, text, Edits(), otherwise)
        else:
            raise NotUnderstood(words.message_too_short(_WORDS))


def _is_readable(file: discord.Attachment) -> bool:
    """Whether a file may hold text, as far as Discord tells; what is in it decides."""
    return not (file.content_type or "").startswith(_NO_TEXT)


def _name_of(author: discord.abc.User) -> str | None:
    """What a message's author is called; None for a bot or a webhook, which writes no reviews."""
    if author.bot:
        return None
    for name in (author.display_name, author.name):
        try:
            return parse_edits(critic=name).critic
        except NotUnderstood:  # a name of signs alone
            continue
    return None


async def setup(bot: Pullquote) -> None:
    """Add the command and the message menu."""
    await bot.add_cog(Propose(bot))
