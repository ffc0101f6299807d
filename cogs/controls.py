"""What the commands share: answering in the right place, controls that outlive a restart, autocomplete.

Who asked turns the pages of a public answer in its place. Anybody else who presses something gets a copy of
their own that only they see, so nobody's answer changes under their eyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.errors import UserError
from bot.render.text import clip
from bot.render.wire import State, is_aside
from bot.tree import guarded

if TYPE_CHECKING:
    import re
    from collections.abc import Awaitable, Callable, Sequence

    from bot.app import Pullquote
    from bot.render import Reply
    from bot.render.look import Look
    from bot.views import Choice, Scope

Interaction = discord.Interaction[Any]
_State = TypeVar("_State", bound=State)

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


async def answer(interaction: Interaction, reply: Reply) -> None:
    """Answer a command for everybody to see."""
    await interaction.response.send_message(view=reply)


async def _answer_control(interaction: Interaction, reply: Reply, *, aside: bool) -> None:
    message = interaction.message
    if not aside and message is not None and _belongs_to(message, interaction.user):
        await interaction.response.edit_message(view=reply)
    else:
        await interaction.response.send_message(view=reply, ephemeral=True)


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
            await _answer_control(interaction, reply, aside=is_aside(self.custom_id))

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


def menu_for(
    kind: type[State], respond: Callable[[Interaction, str], Awaitable[Reply]]
) -> type[ui.DynamicItem[Any]]:
    """The menu of a kind, answered by ``respond`` with the chosen public id."""

    class Chosen(ui.DynamicItem[ui.Select[Any]], template=kind.template()):
        @classmethod
        async def from_custom_id(cls, _: Interaction, item: ui.Item[Any], __: re.Match[str], /) -> Self:
            return cls(item)  # type: ignore[arg-type]

        @guarded
        async def callback(self, interaction: Interaction) -> None:
            reply = await respond(interaction, self.item.values[0])
            await _answer_control(interaction, reply, aside=is_aside(self.custom_id))

    return Chosen


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


def look_of(interaction: Interaction) -> Look:
    """How whoever asks is answered, from where they ask."""
    bot: Pullquote = interaction.client
    return bot.look(interaction)


def scope_of(interaction: Interaction) -> Scope:
    """What whoever asks may see, from where they ask."""
    bot: Pullquote = interaction.client
    return bot.scope(interaction)
