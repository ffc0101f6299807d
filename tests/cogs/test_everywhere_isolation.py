"""Whatever is done in three servers and loaded by the operator: each place is answered from its own, in every
command and control, and no payload holds a word of another's.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands
from three_servers import World
from visiting import COMMANDS, DAILY, READS, Visit

from bot.render import library_wire
from bot.render.wire import State

if TYPE_CHECKING:
    from pathlib import Path

STEPS = int(os.environ.get("ISOLATION_STEPS", "14"))
SEEDS = [int(seed) for seed in os.environ.get("ISOLATION_SEEDS", "1").split()]

STEP_COMMANDS = {"library add", "library import", "library forget", "propose", "Add as review"}
"""Commands that change something; :class:`World` uses them, with those of what is read that change it as well."""

STEP_CONTROLS: set[type[State]] = {
    library_wire.AddPreviewed,
    library_wire.CorrectPreviewed,
    library_wire.DropPreviewed,
    library_wire.RemoveGiven,
    library_wire.StartImport,
    library_wire.CancelImport,
    library_wire.ApproveProposal,
    library_wire.DeclineProposal,
    library_wire.RemoveOwn,
    library_wire.RemoveAllOwn,
}


@pytest.fixture
def written() -> tuple[()]:
    """The operator's folder is loaded while the bot runs."""
    return ()


@pytest.mark.parametrize("seed", SEEDS)
async def test_every_place_is_answered_from_its_own(seed: int, club: Any, tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    folder.mkdir()
    world, told = World(seed, club, folder), Counter[str]()
    await world.open()
    await world.begin()
    for number, kind in enumerate(world.plan(STEPS)):
        await world.do(kind)
        for place in world.places:
            await Visit(world, place, told).glance()
        if number % 3 == 1:
            await Visit(world, world.random.choice(world.places), told).everything()
    for place in world.places:
        await Visit(world, place, told).everything()
    assert await club.store.integrity() == ()
    missing = {f"/{command}" for command in (*COMMANDS, *DAILY)} - set(told)
    assert not missing
    print(f"\nseed {seed}: {world.steps.total()} steps {dict(world.steps)}")
    print(f"{told['controls']} controls, {told['payloads']} payloads, commands and completions:")
    print({what: n for what, n in sorted(told.items()) if what.startswith(("/", "completing"))})


async def test_no_command_is_left_out(club: Any) -> None:
    tree = club.bot.tree
    kinds = (discord.AppCommandType.message, discord.AppCommandType.user)
    names = {menu.name for kind in kinds for menu in tree.get_commands(type=kind)}
    names |= {one.qualified_name for one in tree.walk_commands() if isinstance(one, app_commands.Command)}
    assert names == {*COMMANDS, *DAILY, "Find reviews", *STEP_COMMANDS}


def test_no_control_is_left_out() -> None:
    kinds = {kind.verb for kind in State.__subclasses__() if "verb" in vars(kind)}
    assert kinds == {kind.verb for kind in (*READS, *STEP_CONTROLS)}
