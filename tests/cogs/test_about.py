"""/about: how much of it is the server's own, and who is told how to add to it."""

from __future__ import annotations

from typing import Any

import pytest
from proposals import ROPE, as_manager, open_to_all, press
from reading import public, words

KEEP = "**/library** – this server’s own reviews"
PROPOSE = "**/propose** – a review for this server’s own"


@pytest.mark.parametrize(
    ("manager", "is_open", "told"),
    [
        (True, False, {KEEP}),
        (True, True, {KEEP}),
        (False, True, {PROPOSE}),
        (False, False, set()),
    ],
)
async def test_whoever_may_add_is_told_how(club: Any, manager: bool, is_open: bool, told: set[str]) -> None:
    if is_open:
        await open_to_all(club)
    who = club.manager if manager else club.member
    text = words(public(await who.slash(club.channel, "about")))
    assert {line for line in (KEEP, PROPOSE) if line in text} == told


async def test_nobody_is_told_so_in_direct_messages(club: Any) -> None:
    await open_to_all(club)
    text = words(public(await club.manager.user.slash("about")))
    assert "Pullquote" in text
    assert "/library" not in text
    assert "/propose" not in text


async def test_what_is_the_servers_own_is_counted(club: Any) -> None:
    everything = (
        await club.store.holdings(club.bot.librarian.known(club.guild.id).scope(club.guild.id))
    ).reviews
    assert "server’s own" not in words(public(await club.slash("about")))
    shown = await as_manager(club, "library add", file=("rope.md", ROPE.encode()))
    await press(club, club.manager, shown, "Add")
    text = words(public(await club.slash("about")))
    assert f"1 of {everything + 1} reviews is this server’s own" in text
