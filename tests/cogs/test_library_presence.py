"""What a server's managers set, and what becomes of its library where the bot leaves or was away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from reading import private, public, words
from simcord.backend.serializers import guild_create_payload

from bot.models import OPERATOR_LIBRARY
from bot.views import Scope

AWAY = 424242424242
ROPE = """---
title: Rope
year: 1948
critic: Ada Sample
---
Hitchcock's camera glides through the flat with gruesome patience. The party is a superb exercise in nerves.
"""


async def add(club: Any, library: int) -> None:
    understood = await club.bot.librarian.understand(library, 1, "rope.md", ROPE.encode())
    await club.bot.librarian.add(library, 1, understood)


async def settings(club: Any, **options: Any) -> str:
    club.clock.now += 60
    return words(private(await club.manager.slash(club.channel, "library settings", **options)))


@pytest.mark.parametrize(
    ("answers", "own", "operators"), [("both", True, True), ("own", True, False), ("operator", False, True)]
)
async def test_the_settings_decide_which_reviews_members_are_answered_from(
    club: Any, answers: str, own: bool, operators: bool
) -> None:
    await add(club, club.guild.id)
    assert "own reviews and the operator’s" in await settings(club)
    await settings(club, answers=answers)
    for _ in range(2):  # a restart changes nothing
        assert bool(await club.complete("review", "film", "Rope")) is own
        assert bool(await club.complete("review", "film", "Nine Geese")) is operators
        await club.restart()
    direct = await club.member.user.slash("review", film="Nine Geese")
    assert "Nine Geese" in words(public(direct))  # what a server sets holds there alone


async def test_members_cannot_change_them(club: Any) -> None:
    (command,) = (one for one in await club.bot.tree.fetch_commands() if one.name == "library")
    club.guild.set_command_permissions(command, {club.member: True})
    assert "Manage Server" in private(await club.slash("library settings", answers="own")).content
    assert club.bot.librarian.known(club.guild.id).scope(5) == Scope((OPERATOR_LIBRARY, 5))


async def test_leaving_marks_the_library_and_joining_again_keeps_it(club: Any) -> None:
    await add(club, club.guild.id)
    backend = club.env.backend
    again = guild_create_payload(backend, backend.guilds[club.guild.id])
    del again["unavailable"]  # Discord tells of it where an outage ends
    await club.bot.get_guild(club.guild.id).leave()
    await club.env.settle()
    assert await club.store.server_libraries() == {club.guild.id: True}
    backend.emit("GUILD_CREATE", again)
    await club.env.settle()
    assert await club.store.server_libraries() == {club.guild.id: False}
    assert await club.store.count_originals(club.guild.id) == 1


async def test_an_outage_of_discords_is_no_leaving(club: Any) -> None:
    await add(club, club.guild.id)
    club.env.backend.emit("GUILD_DELETE", {"id": str(club.guild.id), "unavailable": True})
    await club.env.settle()
    assert await club.store.server_libraries() == {club.guild.id: False}


async def test_what_happened_while_it_was_away_is_found_when_it_is_ready(club: Any) -> None:
    await add(club, club.guild.id)
    await add(club, AWAY)
    await club.store.mark_left(club.guild.id, datetime.now(UTC))
    await club.restart()
    await club.env.settle()
    assert await club.store.server_libraries() == {club.guild.id: False, AWAY: True}


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
async def test_after_thirty_days_it_is_forgotten(club: Any, days: int, kept: bool) -> None:
    await add(club, AWAY)
    await club.store.mark_left(AWAY, datetime.now(UTC) - timedelta(days=days))
    await club.restart()
    await club.env.settle()
    assert (AWAY in await club.store.server_libraries()) is kept
    assert (await club.store.holdings(Scope((AWAY,)))).reviews == int(kept)


async def test_new_rules_read_a_servers_reviews_again_after_a_restart(
    club: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("bot.workers.VERSION", "an earlier one")
        await add(club, club.guild.id)
    (old,) = await club.store.kept_marks(club.guild.id)
    await club.restart()
    await club.env.settle()
    (new,) = await club.store.kept_marks(club.guild.id)
    assert new.id == old.id
    assert new.fingerprint != old.fingerprint
