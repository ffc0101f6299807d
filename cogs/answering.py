"""Where an answer goes: in public or for one person, in the place of another or beside it.

Who asked turns the pages of a public answer in its place. Anybody else who presses something gets a copy of
their own that only they see, so nobody's answer changes under their eyes. What only one person sees has a button
that shows it to everyone, where that person may post.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.errors import NotAllowed
from bot.render.wire import is_aside, is_shared
from bot.words import answers

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply
    from bot.render.look import Look
    from bot.views import Scope, Spoilers

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]


async def answer(interaction: Interaction, reply: Reply, *, quietly: bool = False) -> None:
    """Answer a command for everybody to see, or ``quietly`` for whoever asked."""
    await _send(interaction, reply, quietly=quietly)


async def answer_control(interaction: Interaction, reply: Reply, custom_id: str) -> None:
    """Answer a press: for everyone where it says so, beside the message, or in its place."""
    message = interaction.message
    if is_shared(custom_id):
        if refusal := _why_not_shown(interaction):
            raise NotAllowed(refusal)
        await _send(interaction, reply, quietly=False)
    elif is_aside(custom_id) or message is None or not _belongs_to(message, interaction.user):
        await _send(interaction, reply, quietly=True)
    else:
        await _replace(interaction, reply, quietly=message.flags.ephemeral)


async def _send(interaction: Interaction, reply: Reply, *, quietly: bool) -> None:
    if reply.illustrated is None:
        view = _offer_sharing(interaction, reply) if quietly else reply
        await interaction.response.send_message(view=view, ephemeral=quietly)
    else:
        await interaction.response.defer(ephemeral=quietly, thinking=True)
        await _complete(interaction, reply, quietly=quietly)


async def _replace(interaction: Interaction, reply: Reply, *, quietly: bool) -> None:
    if reply.illustrated is None:
        view = _offer_sharing(interaction, reply) if quietly else reply
        # Naming no attachment drops the picture of the answer before.
        await interaction.response.edit_message(view=view, attachments=[])
    else:
        await interaction.response.defer()
        await _complete(interaction, reply, quietly=quietly)


async def _complete(interaction: Interaction, reply: Reply, *, quietly: bool) -> None:
    """Put the answer, with its picture, where Discord was told to wait for it."""
    whole = await illustrated(reply)
    view = _offer_sharing(interaction, whole) if quietly else whole
    await interaction.edit_original_response(view=view, attachments=whole.files())


async def illustrated(reply: Reply) -> Reply:
    """The same answer with its picture, where it has one that can be drawn."""
    if reply.illustrated is None:
        return reply
    try:
        return await reply.illustrated()
    except Exception:
        # The answer says everything in words; it isn't lost over its picture.
        log.exception("A picture could not be drawn")
        return reply


def _offer_sharing(interaction: Interaction, reply: Reply) -> Reply:
    """Let what one person sees be shown to everyone, where there is anyone else and the person may post."""
    alone = interaction.guild_id is None and not interaction.context.private_channel
    return reply if alone or _why_not_shown(interaction) else reply.shareable()


def _why_not_shown(interaction: Interaction) -> str | None:
    """Why whoever asks may not have something shown to everyone here; None where they may."""
    if interaction.guild_id is None:
        return None
    may, in_thread = interaction.permissions, isinstance(interaction.channel, discord.Thread)
    if not (may.send_messages_in_threads if in_thread else may.send_messages):
        return answers.MAY_NOT_POST
    # Discord asks for this permission only of apps that aren't installed in the server.
    outside = interaction.client.get_guild(interaction.guild_id) is None
    return answers.MAY_NOT_POST_FROM_OUTSIDE if outside and not may.use_external_apps else None


def may_attach(interaction: Interaction) -> bool:
    """Whether an answer here may bring a picture along."""
    return interaction.guild_id is None or interaction.app_permissions.attach_files


def _belongs_to(message: discord.Message, user: discord.abc.User) -> bool:
    if message.flags.ephemeral:
        return True
    asked = message.interaction_metadata
    return asked is not None and asked.user.id == user.id


def look_of(interaction: Interaction, spoilers: Spoilers | None = None) -> Look:
    """How whoever asks is answered, from where they ask; a command's option for spoilers wins."""
    bot: Pullquote = interaction.client
    return bot.look(interaction).asking(spoilers)


def scope_of(interaction: Interaction) -> Scope:
    """What whoever asks may see, from where they ask."""
    bot: Pullquote = interaction.client
    return bot.scope(interaction)
