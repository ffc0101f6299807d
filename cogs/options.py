"""What options of the commands share: what is offered while one is typed, and where commands can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from discord import app_commands

from bot.errors import UserError
from bot.render.text import clip
from bot.views import Spoilers
from bot.words import answers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from bot.views import Choice
    from cogs.answering import Interaction

_Command = TypeVar("_Command")

SPOILERS = [app_commands.Choice(name=answers.SPOILERS[one], value=one.value) for one in Spoilers]


CHOICES = 25


CHOICE_NAME = 100


def servers_only(command: _Command) -> _Command:
    """Keep a command to servers that the bot is a member of; others answer wherever people are.

    Discord.py's own ``guild_only`` says nothing of direct messages, where the tree's word would go on to hold.
    """
    command = app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)(command)
    return app_commands.allowed_installs(guilds=True, users=False)(command)


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


def chosen(spoilers: str | None) -> Spoilers | None:
    """What the option for spoilers says; None where it was left empty."""
    return Spoilers(spoilers) if spoilers else None
