"""Imports in mid-run: how often their message changes, cancelling, restarts, and what else happens meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import aiohttp
import discord
import pytest
from importing import Gate, finished, held, manage, posted, press, preview, private_followup, table
from reading import buttons, private, public, words

from bot.views import Scope

COUNT = 12
EDIT_SECONDS = 60.0  # in place of three, so that time moves only when a test says so


@pytest.fixture
def written() -> tuple[()]:
    """The operator has nothing: what is found is the server's own."""
    return ()


@pytest.fixture
def gate(club: Any, monkeypatch: pytest.MonkeyPatch) -> Gate:
    monkeypatch.setattr("cogs.library_running.EDIT_SECONDS", EDIT_SECONDS)
    return Gate(club, monkeypatch)


async def start(club: Any, count: int = COUNT) -> Any:
    """Begin an import; its message."""
    await press(club, await preview(club, table(count)), "Import")
    (message,) = posted(club)
    return message


def edits(club: Any, message: Any) -> int:
    path = f"/channels/{club.channel.id}/messages/{message.id}"
    return sum((one.method, one.path) == ("PATCH", path) for one in club.env.http_requests)


async def test_its_message_says_how_far_it_is_only_so_often(club: Any, gate: Gate) -> None:
    message = await start(club)
    assert "0 of 12 read" in words(message)
    assert edits(club, message) == 0
    await club.env.advance_time(EDIT_SECONDS)
    assert "33% · 4 of 12 read" in words(message)
    await gate.step()
    for _ in range(2):
        await club.env.advance_time(EDIT_SECONDS / 3)
        assert "4 of 12 read" in words(message)
    await club.env.advance_time(EDIT_SECONDS / 3)
    assert "8 of 12 read" in words(message)
    await club.env.advance_time(5 * EDIT_SECONDS)
    assert edits(club, message) == 2  # nothing new, nothing changed
    gate.open()
    await finished(club)
    assert "12 reviews added" in words(message)
    assert buttons(message) == {}
    assert edits(club, message) == 3


async def test_cancelled_in_mid_run_all_of_it_is_taken_back(club: Any, gate: Gate) -> None:
    message = await start(club)
    holdings = await club.store.holdings(Scope((club.guild.id,)))
    assert (holdings.reviews, await held(club)) == (4, COUNT)
    assert "taken back" in words((await press(club, message, "Cancel")).followups[0])
    await club.env.advance_time(EDIT_SECONDS)
    assert "being taken back" in words(message)
    assert buttons(message) == {}
    gate.open()
    await finished(club)
    assert "Import cancelled" in words(message)
    assert await held(club) == 0
    assert (await club.store.holdings(Scope((club.guild.id,)))).reviews == 0
    assert await club.complete("review", "film", "") == []
    assert await club.store.unfinished_imports() == ()
    assert "Import 12 reviews?" in words(await preview(club, table(COUNT)))


async def test_broken_off_in_mid_run_it_goes_on_after_a_restart(club: Any, gate: Gate) -> None:
    message = await start(club)
    await gate.step()
    assert (await club.store.holdings(Scope((club.guild.id,)))).reviews == 8
    await club.restart()
    await finished(club)
    assert "12 reviews added" in words(message)
    assert [one.id for one in posted(club)] == [message.id]
    assert (await club.store.holdings(Scope((club.guild.id,)))).reviews == COUNT
    assert await club.store.integrity() == ()


async def test_the_bot_goes_on_answering_beside_it(club: Any, gate: Gate) -> None:
    await start(club)
    public(await club.slash("quote"))
    public(await club.slash("search", text="superb"))
    (line, *_) = (await club.store.originals(club.guild.id)).lines
    removed = private(await press(club, private(await manage(club, "remove", review=line.id)), "Remove it"))
    assert "Removed" in words(removed)
    gate.open()
    await finished(club)
    assert await held(club) == COUNT - 1


async def test_a_second_one_waits_and_its_preview_stays(club: Any, gate: Gate) -> None:
    await start(club)
    second = await preview(club, table(3, start=50))
    assert "Another import is under way" in private_followup(await press(club, second, "Import"))
    gate.open()
    await finished(club)
    await press(club, second, "Import")
    await finished(club)
    assert await held(club) == COUNT + 3


async def test_forgetting_all_ends_it(club: Any, gate: Gate) -> None:
    message = await start(club)
    form = await manage(club, "forget")
    assert "gone" in words(private(await club.manager.submit_modal(form, {"name": "Film Club"})))
    gate.open()
    await finished(club)
    assert "Import cancelled" in words(message)
    assert await held(club) == 0
    assert await club.store.unfinished_imports() == ()
    assert await club.store.integrity() == ()


async def test_its_message_may_be_deleted_meanwhile(club: Any, gate: Gate) -> None:
    message = await start(club)
    await message.message.delete()
    await gate.step()
    await club.env.advance_time(EDIT_SECONDS)
    gate.open()
    await finished(club)
    assert (await held(club), posted(club)) == (COUNT, [])


async def test_its_channel_may_be_deleted_meanwhile(club: Any, gate: Gate) -> None:
    await start(club)
    club.guild.create_text_channel("another")
    await club.bot.get_channel(club.channel.id).delete()
    await gate.step()
    await club.env.advance_time(EDIT_SECONDS)
    gate.open()
    await finished(club)
    assert await held(club) == COUNT


async def test_the_server_may_be_left_meanwhile(club: Any, gate: Gate) -> None:
    await start(club)
    await club.bot.get_guild(club.guild.id).leave()
    gate.open()
    await finished(club)
    assert await held(club) == COUNT
    assert await club.store.server_libraries() == {club.guild.id: True}


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_it_goes_on_where_its_message_can_no_longer_be_changed(
    club: Any, gate: Gate, status: int
) -> None:
    await start(club)
    club.env.inject_error("PATCH", f"/channels/{club.channel.id}/messages/*", status=status, times=None)
    await gate.step()
    await club.env.advance_time(EDIT_SECONDS)
    gate.open()
    await finished(club)
    assert await held(club) == COUNT


async def test_it_goes_on_where_discord_is_not_reached(
    club: Any, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_: Any, **__: Any) -> None:
        raise aiohttp.ServerDisconnectedError

    await start(club)
    monkeypatch.setattr(club.bot.http, "edit_message", unreachable)
    await club.env.advance_time(EDIT_SECONDS)
    gate.open()
    await finished(club)
    assert await held(club) == COUNT


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_where_the_message_is_refused_nothing_is_imported_and_the_preview_stays(
    club: Any, status: int
) -> None:
    club.expected_errors = (*club.expected_errors, Exception) if status == 500 else club.expected_errors
    shown = await preview(club, table(3))
    club.env.inject_error("POST", f"/channels/{club.channel.id}/messages", status=status, times=None)
    refused = private_followup(await press(club, shown, "Import"))
    assert ("Send Messages" in refused) is (status != 500)
    club.env.backend.faults.clear()
    assert await held(club) == 0
    assert await club.store.unfinished_imports() == ()
    await press(club, shown, "Import")
    await finished(club)
    assert await held(club) == 3


async def test_discord_reached_anew_before_its_message_stands_leaves_it_alone(
    club: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = club.store.put_import_message

    async def reached_anew(*args: Any) -> None:
        await club.bot.get_cog("Library").on_ready()
        await put(*args)

    monkeypatch.setattr(club.store, "put_import_message", reached_anew)
    message = await start(club)
    await finished(club)
    assert f"{COUNT} reviews added" in words(message)


async def test_two_servers_import_at_once(club: Any, gate: Gate) -> None:
    guild = club.env.create_guild("Second Club")
    role = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    manager = guild.add_member(club.env.create_user("second"), roles=[role])
    second = replace(club, guild=guild, channel=guild.create_text_channel("films"), manager=manager)
    await club.env.settle()
    ours, theirs = await start(club), await start(second, COUNT - 2)
    await gate.step()  # whoever waits longest
    await gate.step()
    for one in (club, second):
        assert 0 < (await one.store.holdings(Scope((one.guild.id,)))).reviews < COUNT - 2
    gate.open()
    gate.open()
    await finished(club)
    assert (await held(club), await held(second)) == (COUNT, COUNT - 2)
    assert (f"{COUNT} reviews added" in words(ours), f"{COUNT - 2} reviews added" in words(theirs)) == (1, 1)
    assert await club.store.integrity() == ()
