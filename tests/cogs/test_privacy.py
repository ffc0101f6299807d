"""/privacy: what is kept of whoever asks, theirs to see and to delete, and nobody else's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from proposals import BARE, as_manager, elsewhere, open_to_all, pick, press, propose, sources
from reading import buttons, menu, private, public, words

from bot.daily import Daily, Due
from bot.errors import Gone
from bot.words.privacy import KEPT_OF_YOU


@pytest.fixture
def written() -> tuple[()]:
    """The operator has nothing: what is found is the server's own."""
    return ()


async def mine(club: Any, who: Any = None, channel: Any = None) -> Any:
    club.clock.now += 60
    return private(await (who or club.member).slash(channel or club.channel, "privacy"))


async def approve(club: Any, place: int = 0) -> None:
    shown = await as_manager(club, "library queue")
    opened = await pick(club, club.manager, shown, [menu(shown)["options"][place]["value"]])
    await press(club, club.manager, opened, "Approve")


async def test_it_says_what_is_kept_also_where_there_is_nothing(club: Any) -> None:
    shown = await mine(club)
    assert all(point in words(shown) for point in KEPT_OF_YOU)
    assert "Nothing so far" in words(shown)
    assert buttons(shown) == {}


async def test_a_direct_message_says_where_to_ask(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    text = words((await club.member.user.slash("privacy")).response)
    assert all(point in text for point in KEPT_OF_YOU)
    assert "ask me `/privacy` there" in text
    assert "Rope" not in text


async def test_what_waits_and_what_is_kept_is_told_apart(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    await propose(club, BARE, "bare.txt")
    await approve(club)
    lines = words(await mine(club)).splitlines()
    assert next(line for line in lines if "Rope (1948) · Ada Sample" in line).endswith("in the library")
    assert next(line for line in lines if "Film not named" in line).endswith("waits for a manager")


async def test_the_list_turns_its_pages(club: Any) -> None:
    await open_to_all(club)
    for number in range(6):
        await propose(club, f"{BARE} Really, {number} times.", f"bare{number}.txt")
    shown = await mine(club)
    assert "6 reviews" in words(shown)
    assert "bare0.txt" not in words(shown)
    second = await press(club, club.member, shown, "Next")
    assert second.id == shown.id
    assert "bare0.txt" in words(second)


@pytest.mark.parametrize("kept", [True, False])
async def test_one_review_is_deleted_after_a_second_yes(club: Any, *, kept: bool) -> None:
    await open_to_all(club)
    await propose(club)
    if kept:
        await approve(club)
        assert "**Ada Sample**" in words(public(await club.slash("review", film="Rope")))
    shown = await mine(club)
    asked = await pick(club, club.member, shown, [menu(shown)["options"][0]["value"]])
    assert "Delete this review?" in words(asked)
    back = await press(club, club.member, asked, "Keep it")
    assert "Rope" in words(back)
    asked = await pick(club, club.member, back, [menu(back)["options"][0]["value"]])
    left = words(await press(club, club.member, asked, "Delete it"))
    assert "Deleted: **Rope (1948) · Ada Sample**" in left
    assert "Nothing of yours is left" in left
    assert await club.store.count_originals(club.guild.id) == 0
    assert await sources(club) == []
    assert "Nothing waits" in words(await as_manager(club, "library queue"))


async def test_all_of_mine_are_deleted_after_a_second_yes_and_nobody_elses(club: Any) -> None:
    await open_to_all(club)
    channel, there = await elsewhere(club)
    await propose(club)
    await approve(club)
    await propose(club, BARE, "bare.txt")
    added = await as_manager(club, "library add", file=("other.txt", f"{BARE} Indeed.".encode()))
    await press(club, club.manager, added, "Add")
    club.clock.now += 60
    added = private(await there.slash(channel, "library add", file=("far.txt", BARE.encode())))
    await press(club, there, added, "Add")
    asked = await press(club, club.member, await mine(club), "Delete all of mine here")
    assert "Delete all 2 reviews" in words(asked)
    twice = await press(club, club.member, await mine(club), "Delete all of mine here")
    done = await press(club, club.member, asked, "Delete 2 reviews")
    assert "2 reviews of yours" in words(done)
    assert await sources(club) == ["other.txt"]
    assert await sources(club, there.guild) == ["far.txt"]
    assert "Nothing of yours" in (await press(club, club.member, twice, "Delete 2 reviews")).content


async def test_with_all_of_mine_goes_that_i_set_the_quote_of_the_day(club: Any) -> None:
    await open_to_all(club)
    added = await as_manager(club, "library add", file=("other.txt", BARE.encode()))
    await press(club, club.manager, added, "Add")
    due = Due(date(2999, 1, 1), datetime(2999, 1, 1, tzinfo=UTC))
    for library in (club.guild.id, 77):
        await club.store.put_daily(Daily(library, club.channel.id, 0, "UTC", club.manager.id, due, 5))
    asked = await press(club, club.manager, await mine(club, club.manager), "Delete all of mine here")
    assert "your user id is deleted there too" in words(asked)
    await press(club, club.manager, asked, "Delete 1 review")
    assert (await club.store.daily(club.guild.id)).user is None
    assert (await club.store.daily(77)).user == club.manager.id


async def test_only_what_is_mine_here_is_listed_and_deleted(club: Any) -> None:
    await open_to_all(club)
    channel, there = await elsewhere(club)
    third = club.guild.add_member(club.env.create_user("noor"))
    await club.env.settle()
    await propose(club)
    await propose(club, BARE, "theirs.txt", who=third)
    assert "theirs.txt" not in words(await mine(club))
    assert "Nothing so far" in words(await mine(club, there, channel))
    assert "Nothing so far" in words(await mine(club, club.manager))
    shown = await mine(club)
    (own,) = (option["value"] for option in menu(shown)["options"])
    librarian = club.bot.librarian
    for library, user in ((club.guild.id, third.id), (there.guild.id, club.member.id)):
        with pytest.raises(Gone):
            await librarian.own_line(library, user, own)
        with pytest.raises(Gone):
            await librarian.remove(library, own, user=user)
    assert await librarian.waiting(club.guild.id) == 2


async def test_what_a_manager_removed_is_gone_for_its_member_too(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    await approve(club)
    shown, again = await mine(club), await mine(club)
    (own,) = (option["value"] for option in menu(shown)["options"])
    asked = await pick(club, club.member, again, [own])
    removal = await as_manager(club, "library remove", review="rope")
    await press(club, club.manager, removal, "Remove it")
    assert "no longer here" in (await press(club, club.member, asked, "Delete it")).content
    assert "no longer here" in (await pick(club, club.member, shown, [own])).content
    assert "Nothing of yours" in (await press(club, club.member, shown, "Delete all of mine here")).content
    assert "Nothing so far" in words(await mine(club))


async def test_what_a_member_took_back_no_longer_waits(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    queue = await as_manager(club, "library queue")
    opened = await pick(club, club.manager, queue, [menu(queue)["options"][0]["value"]])
    shown = await mine(club)
    asked = await pick(club, club.member, shown, [menu(shown)["options"][0]["value"]])
    await press(club, club.member, asked, "Delete it")
    assert "taken back" in words(await press(club, club.manager, opened, "Approve"))
    assert await sources(club) == []


async def test_the_controls_outlive_a_restart(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    asked = await press(club, club.member, await mine(club), "Delete all of mine here")
    await club.restart()
    assert "Deleted" in words(await press(club, club.member, asked, "Delete 1 review"))
    assert await club.bot.librarian.waiting(club.guild.id) == 0
