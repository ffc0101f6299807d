"""What the commands and controls of /library share: who may use them, files, and answers only one person sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord

from bot.errors import Gone, NoMatch, NotAllowed
from bot.library import check_size
from bot.render.browse import Giving
from bot.render.wire import is_aside
from bot.words import library as words
from bot.words.library_import import NO_POSTING

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from bot.app import Pullquote
    from bot.render import Reply
    from bot.store.records import OriginalLine
    from cogs.answering import Interaction

_NEAREST = 5


def has_library(interaction: Interaction) -> bool:
    """Whether somebody asks in a server that the bot is in."""
    bot: Pullquote = interaction.client
    return interaction.guild_id is not None and bot.get_guild(interaction.guild_id) is not None


def server_of(interaction: Interaction) -> int:
    """The library of the server that somebody asks in. Raises NotAllowed."""
    if interaction.guild_id is None or not has_library(interaction):
        raise NotAllowed(words.NO_SERVER)
    return interaction.guild_id


def library_of(interaction: Interaction) -> int:
    """The library that whoever asks may manage: their server's. Raises NotAllowed."""
    library = server_of(interaction)
    if not manages(interaction):
        raise NotAllowed(words.MANAGERS_ONLY)
    return library


def shelf_of(interaction: Interaction) -> int:
    """The library that whoever asks may give a review to: managers always, members where it is open to them.

    Raises NotAllowed.
    """
    bot: Pullquote = interaction.client
    library = server_of(interaction)
    if not manages(interaction):
        bot.librarian.check_open(library)
    return library


def manages(interaction: Interaction) -> bool:
    """Whether whoever asks may manage the server they ask in."""
    return interaction.permissions.manage_guild


def librarian_may(interaction: Interaction) -> bool:
    """Whether whoever asks may manage the library, where refusing in words is no use."""
    return has_library(interaction) and manages(interaction)


def giving_of(interaction: Interaction) -> Giving | None:
    """How whoever asks may give reviews to their server's library, if they may."""
    bot: Pullquote = interaction.client
    if interaction.guild_id is None or not has_library(interaction):
        return None
    if manages(interaction):
        return Giving.ADD
    return Giving.PROPOSE if bot.librarian.is_open(interaction.guild_id) else None


async def think(interaction: Interaction) -> None:
    """Ask Discord for time: for an answer in the place of a message that only one person sees, or for such a message.

    A control says itself where its answer is to stand beside its message.
    """
    message, data = interaction.message, cast(dict[str, Any], interaction.data or {})
    if message is not None and message.flags.ephemeral and not is_aside(str(data.get("custom_id"))):
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


async def read_and_tell(interaction: Interaction, read: Awaitable[Reply]) -> None:
    """Answer as :func:`tell` with what has to be read out of reviews first: a long one takes seconds."""
    await think(interaction)
    await tell(interaction, await read)


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
            raise NoMatch("review", text, nearest, several=bool(nearest)) from None
        return await bot.store.original_line(library, found[0].value)


def channel_of(interaction: Interaction) -> discord.abc.Messageable:
    """Where the import's message goes; raises NotAllowed where the bot may not post."""
    channel, may = interaction.channel, interaction.app_permissions
    posts = may.send_messages_in_threads if isinstance(channel, discord.Thread) else may.send_messages
    if not isinstance(channel, discord.abc.Messageable) or not (may.view_channel and posts):
        raise NotAllowed(NO_POSTING)
    return channel
