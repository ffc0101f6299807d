"""Where commands can be used, who sees the answer, and how it is shown to others."""

from __future__ import annotations

from typing import Any

import pytest
from cogs_library import SECRET, write
from reading import buttons, private, public, words

SHARE = "Show to everyone"
SERVERS_ONLY = {"library", "daily", "propose"}
QUIET = {
    "review": {"film": "Nine Geese"},
    "scores": {"film": "Nine Geese"},
    "cast": {"film": "Nine Geese"},
    "person": {"name": "Jack Merrow"},
    "search": {"text": "geese"},
    "quote": {"film": "Nine Geese"},
    "films": {},
    "critics": {},
    "about": {},
}


async def test_commands_answer_in_servers_direct_messages_and_wherever_a_user_brings_them(club: Any) -> None:
    commands = {
        one.name: one.to_dict(club.bot.tree) for one in club.bot.tree.walk_commands() if not one.parent
    }
    assert set(QUIET) <= set(commands)
    for name, command in commands.items():
        servers_only = name in SERVERS_ONLY
        assert command["contexts"] == ([0] if servers_only else [0, 1, 2]), name
        assert command["integration_types"] == ([0] if servers_only else [0, 1]), name


@pytest.mark.parametrize("name", QUIET)
async def test_a_quiet_answer_is_shown_to_everyone_as_it_is(club: Any, name: str) -> None:
    quiet = private(await club.slash(name, **QUIET[name], quietly=True))
    shown = public(await club.click(quiet, SHARE))
    assert shown.id != quiet.id
    assert words(shown) == words(quiet)
    assert SHARE not in buttons(shown)
    assert set(buttons(quiet)) == {*buttons(shown), SHARE}


async def test_an_answer_for_everyone_has_no_such_button(club: Any) -> None:
    answer = public(await club.slash("films"))
    assert SHARE not in buttons(answer)
    assert SHARE not in buttons(public(await club.click(answer, "Next")))


async def test_what_was_turned_to_in_private_is_what_is_shown(club: Any) -> None:
    quiet = private(await club.slash("films", quietly=True))
    second = private(await club.click(quiet, "Next"))
    assert second.id == quiet.id
    shown = public(await club.click(second, SHARE))
    assert "Page 2 of 2" in words(shown)
    turned = public(await club.click(shown, "Previous"))  # it is the sharer's own
    assert turned.id == shown.id


async def test_a_copy_of_ones_own_can_be_shown_too_after_a_restart(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese"))
    opened = private(await club.click(answer, "Open the review"))
    await club.restart()
    assert words(public(await club.click(opened, SHARE))) == words(opened)


async def test_showing_looks_again_at_who_may_see_what(club: Any) -> None:
    await write(club.store, club.guild.id, [SECRET])
    quiet = private(await club.slash("review", film="Members Only", quietly=True))
    share = buttons(quiet)[SHARE]["custom_id"]
    await club.bot.librarian.forget(club.guild.id)
    assert "no longer here" in private(await club.click(quiet, custom_id=share)).content


async def test_who_may_not_write_here_shows_nothing(club: Any) -> None:
    quiet = private(await club.slash("films", quietly=True))
    await silence(club)
    assert "may not write in this channel" in private(await club.click(quiet, SHARE)).content
    club.clock.now += 60
    assert SHARE not in buttons(private(await club.slash("films", quietly=True)))


async def silence(club: Any) -> None:
    """Take the right to write in the channel from everyone."""
    channel = club.bot.get_channel(club.channel.id)
    await channel.set_permissions(channel.guild.default_role, send_messages=False)


async def test_alone_with_the_bot_there_is_nobody_to_show_it_to(club: Any) -> None:
    result = await club.member.user.slash("films", quietly=True)
    assert SHARE not in buttons(result.response)


def be_outside(club: Any) -> None:
    """Let the bot know nothing of the server, as where only one of its members has installed it."""
    state = club.bot._connection
    state._remove_guild(state._get_guild(club.guild.id))


async def test_in_a_server_without_the_bot_the_operators_reviews_answer(club: Any) -> None:
    await write(club.store, club.guild.id, [SECRET])
    be_outside(club)
    assert "2 of 3 reviews give a score" in words(public(await club.slash("review", film="Nine Geese")))
    assert "Members Only" in private(await club.slash("review", film="Members Only")).content
    quiet = private(await club.slash("films", quietly=True))
    assert "Members Only" not in words(quiet)


async def test_apps_from_outside_may_be_kept_from_posting(club: Any) -> None:
    quiet = private(await club.slash("films", quietly=True))
    await club.bot.get_channel(club.channel.id).set_permissions(
        club.bot.get_guild(club.guild.id).default_role, use_external_apps=False
    )
    assert public(await club.click(quiet, SHARE))  # a member of the server may
    be_outside(club)
    assert "from outside" in private(await club.click(quiet, SHARE)).content
