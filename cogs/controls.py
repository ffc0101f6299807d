"""Controls that outlive a restart: each carries its state, and a cog knows what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from discord import ui
from discord.ext import commands

from bot.render.wire import State
from bot.tree import guarded
from cogs.answering import Interaction, answer_control

if TYPE_CHECKING:
    import re
    from collections.abc import Awaitable, Callable

    from bot.app import Pullquote
    from bot.render import Reply

_State = TypeVar("_State", bound=State)


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


def button_for(
    kind: type[_State], respond: Callable[[Interaction, _State], Awaitable[Reply]]
) -> type[ui.DynamicItem[Any]]:
    """The button that carries states of a kind, answered by ``respond``."""

    async def act(interaction: Interaction, state: _State) -> None:
        await answer_control(interaction, await respond(interaction, state), _custom_id(interaction))

    return action_for(kind, act)


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
        await answer_control(interaction, await respond(interaction, value), _custom_id(interaction))

    return pick_for(kind, act)


def _custom_id(interaction: Interaction) -> str:
    data: Any = interaction.data
    return str(data["custom_id"])
