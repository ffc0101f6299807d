"""What the commands and controls of /library share: who may use them, files, and answers only one person sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.errors import Gone, NoMatch, NotAllowed
from bot.library import check_size

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply
    from bot.store.records import OriginalLine
    from cogs.controls import Interaction

_NEAREST = 5

NO_POSTING = (
    "I show how far an import is in a message of mine, and may not post in this channel. Give me *View Channel* and "
    "*Send Messages* here, or import from another channel."
)


def library_of(interaction: Interaction) -> int:
    """The library that whoever asks may manage: their server's. Raises NotAllowed."""
    bot: Pullquote = interaction.client
    if interaction.guild_id is None or bot.get_guild(interaction.guild_id) is None:
        raise NotAllowed("A library belongs to a server: ask me in one that I was invited to.")
    if not interaction.permissions.manage_guild:
        raise NotAllowed("This is for those who may manage this server (the permission “Manage Server”).")
    return interaction.guild_id


def librarian_may(interaction: Interaction) -> bool:
    """Whether whoever asks may manage the library, where refusing in words is no use."""
    try:
        library_of(interaction)
    except NotAllowed:
        return False
    return True


async def think(interaction: Interaction) -> None:
    """Ask Discord for time: under a message that only one person sees, or before one."""
    message = interaction.message
    if message is not None and message.flags.ephemeral:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)


async def tell(interaction: Interaction, reply: Reply) -> None:
    """Answer for one person's eyes, in place of the message of theirs that they pressed something on."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=reply)
    elif interaction.message is not None and interaction.message.flags.ephemeral:
        await interaction.response.edit_message(view=reply)
    else:
        await interaction.response.send_message(view=reply, ephemeral=True)


async def fetch(interaction: Interaction, file: discord.Attachment) -> bytes:
    """Download an attachment; raises LimitReached for one that is too large, before any of it is fetched."""
    bot: Pullquote = interaction.client
    check_size(file.size, bot.librarian.limits)
    return await file.read()


async def find_review(interaction: Interaction, text: str) -> OriginalLine:
    """The review that an option names: by its id, or by words that only it has. Raises NoMatch."""
    bot: Pullquote = interaction.client
    library = library_of(interaction)
    try:
        return await bot.store.original_line(library, text)
    except Gone:
        found = await bot.librarian.complete(library, text)
        if len(found) != 1:
            nearest = [choice.name for choice in found[:_NEAREST]]
            raise NoMatch("review of this server’s library", text, nearest) from None
        return await bot.store.original_line(library, found[0].value)


def channel_of(interaction: Interaction) -> discord.abc.Messageable:
    """Where the import's message goes; raises NotAllowed where the bot may not post."""
    channel, may = interaction.channel, interaction.app_permissions
    posts = may.send_messages_in_threads if isinstance(channel, discord.Thread) else may.send_messages
    if not isinstance(channel, discord.abc.Messageable) or not (may.view_channel and posts):
        raise NotAllowed(NO_POSTING)
    return channel
