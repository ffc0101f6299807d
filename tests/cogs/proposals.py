"""A member and a manager of a server whose members may propose reviews."""

from __future__ import annotations

from typing import Any

import discord
from reading import private

from bot.views import Adders, LibrarySettings

ROPE = """---
title: Rope
year: 1948
critic: Ada Sample
outlet: The Carbide Lamp
date: 2024-03-17
rating: 4/5
---
Hitchcock's camera glides through the flat with gruesome patience. The party is a superb exercise in nerves.
"""
BARE = "A gentle comedy with a dull middle. The music is lovely and the ending is a marvellous surprise."


async def open_to_all(club: Any, guild: Any = None) -> None:
    """Let members propose."""
    library = (guild or club.guild).id
    await club.bot.librarian.put_settings(library, LibrarySettings(Adders.EVERYONE))


async def as_manager(club: Any, command: str, **options: Any) -> Any:
    """What a manager is answered, rested from any cooldown."""
    club.clock.now += 60
    return private(await club.manager.slash(club.channel, command, **options))


async def press(club: Any, who: Any, message: Any, label: str) -> Any:
    """What somebody is answered who presses a button; what is said after the answer, where something is."""
    club.clock.now += 60
    return _told(await who.click(message, label=label))


def _told(result: Any) -> Any:
    answer = result.followups[-1] if result.followups else private(result)
    assert answer.ephemeral
    return answer


async def pick(club: Any, who: Any, message: Any, values: list[str]) -> Any:
    """What somebody is answered who chooses from a menu."""
    club.clock.now += 60
    return _told(await who.select(message, values))


async def preview(
    club: Any, text: str = ROPE, name: str = "rope.md", who: Any = None, channel: Any = None
) -> Any:
    """What a member sees of a file before it is proposed."""
    club.clock.now += 60
    who = who or club.member
    return private(await who.slash(channel or club.channel, "propose", file=(name, text.encode())))


async def propose(
    club: Any, text: str = ROPE, name: str = "rope.md", who: Any = None, channel: Any = None
) -> Any:
    """What a member is answered who has proposed a review."""
    return await press(club, who or club.member, await preview(club, text, name, who, channel), "Propose")


async def elsewhere(club: Any) -> tuple[Any, Any]:
    """Another server, open as well: its channel, and there the same member as here, who manages it."""
    other = club.env.create_guild("Elsewhere")
    managers = other.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    channel = other.create_text_channel("reviews")
    there = other.add_member(club.member.user, roles=[managers])
    await club.env.settle()
    await open_to_all(club, other)
    return channel, there


def demote(club: Any) -> Any:
    """Take the manager's role away."""
    role = club.guild.roles["Managers"]
    club.env.backend.remove_member_role(club.guild.id, club.manager.id, role.id)
    return club.env.settle()


async def sources(club: Any, guild: Any = None) -> list[str]:
    """The files of the reviews that a server is answered from."""
    library = (guild or club.guild).id
    return [one.source async for one in club.store.exported_reviews(library)]
