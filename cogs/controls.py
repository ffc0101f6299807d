"""What the commands share: answering in the right place, controls that outlive a restart, autocomplete.

Who asked turns the pages of a public answer in its place. Anybody else who presses something gets a copy of
their own that only they see, so nobody's answer changes under their eyes. What only one person sees has a button
that shows it to everyone, where that person may post.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Self, TypeVar

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.errors import NotAllowed, UserError
from bot.render.text import clip
from bot.render.wire import State, is_aside, is_shared
from bot.tree import guarded
from bot.views import Spoilers
from bot.words import answers

if TYPE_CHECKING:
    import re
    from collections.abc import Awaitable, Callable, Sequence

    from bot.app import Pullquote
    from bot.render import Reply
    from bot.render.look import Look
    from bot.views import Choice, Scope

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
_State = TypeVar("_State", bound=State)
_Command = TypeVar("_Command")

SPOILERS = [app_commands.Choice(name=answers.SPOILERS[one], value=one.value) for one in Spoilers]

CHOICES = 25
CHOICE_NAME = 100


class AnswerCog(commands.Cog):
    """A cog with the controls that its answers carry; they are known to the bot before any is pressed."""

    def __init__(self, bot: Pullquote, *controls: type[ui.DynamicItem[Any]]) -> None:
        self.bot = bot
        self._controls = controls

    async def cog_load(self) -> None:
        """Make the controls work, also under answers from before a restart."""
        self.bot.add_dynamic_items(*self._controls)

    async def cog_unload(self) -> None:
        """Take the controls back."""
        self.bot.remove_dynamic_items(*self._controls)


def servers_only(command: _Command) -> _Command:
    """Keep a command to servers that the bot is a member of; others answer wherever people are.

    Discord.py's own ``guild_only`` says nothing of direct messages, where the tree's word would go on to hold.
    """
    command = app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)(command)
    return app_commands.allowed_installs(guilds=True, users=False)(command)


async def answer(interaction: Interaction, reply: Reply, *, quietly: bool = False) -> None:
    """Answer a command for everybody to see, or ``quietly`` for whoever asked."""
    await _send(interaction, reply, quietly=quietly)


async def _answer_control(interaction: Interaction, reply: Reply, custom_id: str) -> None:
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


def button_for(
    kind: type[_State], respond: Callable[[Interaction, _State], Awaitable[Reply]]
) -> type[ui.DynamicItem[Any]]:
    """The button that carries states of a kind, answered by ``respond``."""

    class Pressed(ui.DynamicItem[ui.Button[Any]], template=kind.template()):
        state: _State

        @classmethod
        async def from_custom_id(cls, _: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> Self:
            pressed = cls(item)  # type: ignore[arg-type]
            pressed.state = kind.parse(match)
            return pressed

        @guarded
        async def callback(self, interaction: Interaction) -> None:
            reply = await respond(interaction, self.state)
            await _answer_control(interaction, reply, self.custom_id)

    return Pressed


def action_for(
    kind: type[_State], act: Callable[[Interaction, _State], Awaitable[None]]
) -> type[ui.DynamicItem[Any]]:
    """The button that carries states of a kind, where ``act`` answers in its own way."""

    class Pressed(ui.DynamicItem[ui.Button[Any]], template=kind.template()):
        state: _State

        @classmethod
        async def from_custom_id(cls, _: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> Self:
            pressed = cls(item)  # type: ignore[arg-type]
            pressed.state = kind.parse(match)
            return pressed

        @guarded
        async def callback(self, interaction: Interaction) -> None:
            await act(interaction, self.state)

    return Pressed


def pick_for(
    kind: type[_State], act: Callable[[Interaction, _State, str], Awaitable[None]]
) -> type[ui.DynamicItem[Any]]:
    """The menu that carries states of a kind, where ``act`` answers in its own way to the chosen value."""

    class Chosen(ui.DynamicItem[ui.Select[Any]], template=kind.template()):
        state: _State

        @classmethod
        async def from_custom_id(cls, _: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> Self:
            chosen = cls(item)  # type: ignore[arg-type]
            chosen.state = kind.parse(match)
            return chosen

        @guarded
        async def callback(self, interaction: Interaction) -> None:
            await act(interaction, self.state, self.item.values[0])

    return Chosen


def menu_for(
    kind: type[State], respond: Callable[[Interaction, str], Awaitable[Reply]]
) -> type[ui.DynamicItem[Any]]:
    """The menu of a kind, answered by ``respond`` with the chosen public id."""

    async def act(interaction: Interaction, _: State, value: str) -> None:
        data: Any = interaction.data
        await _answer_control(interaction, await respond(interaction, value), data["custom_id"])

    return pick_for(kind, act)


async def offer(choices: Awaitable[Sequence[Choice]]) -> list[app_commands.Choice[str]]:
    """Autocomplete choices as Discord takes them; none where the store knows nothing to offer."""
    try:
        found = await choices
    except UserError:
        return []
    return [
        app_commands.Choice(name=clip(choice.name, CHOICE_NAME), value=choice.value)
        for choice in found[:CHOICES]
    ]


def typed(interaction: Interaction, option: str) -> str | None:
    """What another option of the command holds while this one is being typed."""
    value = getattr(interaction.namespace, option, None)
    return value if isinstance(value, str) and value else None


def look_of(interaction: Interaction, spoilers: Spoilers | None = None) -> Look:
    """How whoever asks is answered, from where they ask; a command's option for spoilers wins."""
    bot: Pullquote = interaction.client
    return bot.look(interaction).asking(spoilers)


def chosen(spoilers: str | None) -> Spoilers | None:
    """What the option for spoilers says; None where it was left empty."""
    return Spoilers(spoilers) if spoilers else None


def scope_of(interaction: Interaction) -> Scope:
    """What whoever asks may see, from where they ask."""
    bot: Pullquote = interaction.client
    return bot.scope(interaction)
