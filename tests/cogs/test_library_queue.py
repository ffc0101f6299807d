"""/library queue: what waits is looked at, approved, corrected and declined, by managers and by nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from proposals import (
    BARE,
    ROPE,
    as_manager,
    demote,
    elsewhere,
    open_to_all,
    pick,
    press,
    preview,
    propose,
    sources,
)
from reading import acknowledged, buttons, menu, private, public, words

from bot.errors import Gone


@pytest.fixture
def written() -> tuple[()]:
    """The operator has nothing: what is found is the server's own."""
    return ()


async def opened(club: Any) -> Any:
    """The first of what waits, as the manager sees it."""
    shown = await as_manager(club, "library queue")
    return await pick(club, club.manager, shown, [menu(shown)["options"][0]["value"]])


async def test_an_empty_queue_says_how_it_fills(club: Any) -> None:
    assert "/library settings" in words(await as_manager(club, "library queue"))
    await open_to_all(club)
    assert "/propose" in words(await as_manager(club, "library queue"))


async def test_what_waits_is_listed_oldest_first_with_who_proposed_it(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    for number in range(5):
        await propose(club, BARE + f" Really, {number} times.", f"bare{number}.txt")
    shown = await as_manager(club, "library queue")
    text = words(shown)
    assert "6 proposals" in text
    assert "Page 1 of 2" in text
    assert text.index("Rope (1948) · Ada Sample") < text.index("Film not named · Unnamed critic")
    assert "4/5 (80%)" in text
    assert f"from <@{club.member.id}> · <t:" in text
    assert "bare4.txt" in words(await press(club, club.manager, shown, "Next"))
    for request in club.env.http_requests:
        data = (request.json or {}).get("data", request.json or {}) if isinstance(request.json, dict) else {}
        assert data.get("allowed_mentions", {"parse": []}) == {"parse": []}


async def test_a_proposal_is_read_and_approved(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    await propose(club, BARE, "bare.txt")
    shown = await opened(club)
    for fact in (
        "Rope (1948)",
        "The Carbide Lamp",
        "17 March 2024",
        "4/5 (80%)",
        "Hitchcock's camera glides",
    ):
        assert fact in words(shown)
    club.clock.now += 60
    whole = (await club.manager.click(shown, label="Read all of it")).response
    (file,) = whole.attachments
    assert (file.filename, await file.read()) == ("rope.md", ROPE.encode())
    left = await press(club, club.manager, shown, "Approve")
    assert left.id == shown.id
    assert "Approved: **Rope (1948) · Ada Sample**" in words(left)
    assert "1 proposal" in words(left)
    assert "bare.txt" in words(left)
    assert await sources(club) == ["rope.md"]
    assert "**Ada Sample**" in words(public(await club.slash("review", film="Rope")))


async def test_the_whole_of_a_proposal_has_a_name_that_discord_leaves_as_it_is(club: Any) -> None:
    await open_to_all(club)
    await propose(club, ROPE, "Große Kritik.md")
    whole = (await club.manager.click(await opened(club), label="Read all of it")).response
    assert [file.filename for file in whole.attachments] == ["Gro-e-Kritik.md"]


async def test_what_has_to_be_read_first_is_acknowledged_at_once(club: Any) -> None:
    await open_to_all(club)
    for number in range(6):
        await propose(club, BARE + f" Really, {number} times.", f"bare{number}.txt")
    shown = await as_manager(club, "library queue")
    assert acknowledged(club) == 5
    await press(club, club.manager, shown, "Next")
    assert acknowledged(club) == 6
    club.clock.now += 60
    private(await club.member.slash(club.channel, "privacy"))
    assert acknowledged(club) == 5


async def test_a_proposal_is_corrected_before_it_is_approved(club: Any) -> None:
    await open_to_all(club)
    await propose(club, BARE, "bare.txt")
    shown = await opened(club)
    club.clock.now += 60
    form = await club.manager.click(shown, label="Correct")
    again = private(await club.manager.submit_modal(form, {"film": "Fern (1950)", "critic": "Bo Example"}))
    assert again.id == shown.id
    assert "Fern (1950) · Bo Example" in words(again)
    await press(club, club.manager, again, "Approve")
    assert "**Bo Example**" in words(public(await club.slash("review", film="Fern")))


async def test_a_proposal_is_declined_after_a_second_yes(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    shown = await opened(club)
    asked = await press(club, club.manager, shown, "Decline")
    assert "Decline this proposal?" in words(asked)
    back = await press(club, club.manager, asked, "Back")
    assert "Approve" in buttons(back)
    left = await press(club, club.manager, await press(club, club.manager, back, "Decline"), "Decline it")
    assert "Declined: **Rope (1948) · Ada Sample**" in words(left)
    assert "Nothing waits" in words(left)
    assert await club.store.count_originals(club.guild.id) == 0


@pytest.mark.parametrize(("first", "said"), [("Approve", "was approved"), ("Decline it", "no longer waits")])
@pytest.mark.parametrize("second", ["Approve", "Decline", "Decline it", "Correct", "Read all of it"])
async def test_whoever_comes_second_is_told(club: Any, first: str, said: str, second: str) -> None:
    await open_to_all(club)
    await propose(club)
    other = club.guild.add_member(club.env.create_user("noor"), roles=[club.guild.roles["Managers"]])
    await club.env.settle()
    mine = await opened(club)
    club.clock.now += 60
    theirs = private(await other.slash(club.channel, "library queue"))
    theirs = await pick(club, other, theirs, [menu(theirs)["options"][0]["value"]])
    if second == "Decline it":
        theirs = await press(club, other, theirs, "Decline")
    if first == "Decline it":
        mine = await press(club, club.manager, mine, "Decline")
    await press(club, club.manager, mine, first)
    answer = await press(club, other, theirs, second)
    text = words(answer) + answer.content
    assert "Nothing waits" in text
    assert said in text
    assert await sources(club) == (["rope.md"] if first == "Approve" else [])


async def test_a_correction_after_the_decision_changes_nothing(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    shown = await opened(club)
    club.clock.now += 60
    form = await club.manager.click(shown, label="Correct")
    await press(club, club.manager, shown, "Approve")
    result = await club.manager.submit_modal(form, {"critic": "Bo Example"})
    assert "was approved" in words(result.followups[-1] if result.followups else private(result))
    assert "Ada Sample" in words(await as_manager(club, "library show", review="rope"))


async def test_the_permission_is_asked_at_each_press(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    shown = await opened(club)
    asked = await press(club, club.manager, await opened(club), "Decline")
    listed = await as_manager(club, "library queue")
    await demote(club)
    for message, labels in (
        (shown, ("Approve", "Correct", "Decline", "Read all of it", "Back to the list")),
        (asked, ("Decline it", "Back")),
    ):
        for label in labels:
            assert "Manage Server" in (await press(club, club.manager, message, label)).content
    picked = await pick(club, club.manager, listed, [menu(listed)["options"][0]["value"]])
    assert "Manage Server" in picked.content
    assert await club.bot.librarian.waiting(club.guild.id) == 1


async def test_the_queue_outlives_a_restart(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    shown = await opened(club)
    await club.restart()
    await press(club, club.manager, shown, "Approve")
    assert await sources(club) == ["rope.md"]


async def test_managers_are_told_that_something_waits(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    assert "1 proposal waits" in words(await as_manager(club, "library list"))
    shown = await as_manager(club, "library add", file=("bare.txt", BARE.encode()))
    added = await press(club, club.manager, shown, "Add")
    assert "1 proposal waits" in words(added)
    beside = await press(club, club.manager, added, "Look at what waits")
    assert "Rope (1948)" in words(beside)
    assert beside.id != added.id
    listed = await as_manager(club, "library list")
    assert "1 proposal waits" in words(listed)
    await press(club, club.manager, await opened(club), "Approve")
    assert "wait" not in words(await as_manager(club, "library list"))


async def test_what_is_like_another_is_said_before_it_is_approved(club: Any) -> None:
    await open_to_all(club)
    await propose(club)
    await press(club, club.manager, await opened(club), "Approve")
    third = club.guild.add_member(club.env.create_user("noor"))
    await club.env.settle()
    near = await preview(club, ROPE.replace("patience", "slowness"), "other.md", who=third)
    await press(club, third, near, "Propose it all the same")
    shown = await opened(club)
    assert "A review by the same critic of this film is here already" in words(shown)
    assert "Approve it all the same" in buttons(shown)


async def test_another_servers_queue_is_not_reached(club: Any) -> None:
    await open_to_all(club)
    channel, there = await elsewhere(club)
    await propose(club)
    shown = await as_manager(club, "library queue")
    club.clock.now += 60
    theirs = private(await there.slash(channel, "library queue"))
    assert "Nothing waits" in words(theirs)
    club.clock.now += 60
    added = private(await there.slash(channel, "library add", file=("bare.txt", BARE.encode())))
    assert "wait" not in words(await press(club, there, added, "Add"))
    (waiting,) = (option["value"] for option in menu(shown)["options"])
    for change in (club.bot.librarian.approve, club.bot.librarian.drop, club.bot.librarian.proposal):
        with pytest.raises(Gone):
            await change(there.guild.id, waiting)
    assert await club.bot.librarian.waiting(club.guild.id) == 1


async def test_text_from_members_never_comes_alive(club: Any) -> None:
    await open_to_all(club)
    nasty = ROPE.replace("Ada Sample", "'@everyone **Ada** <@&1>'").replace(
        "title: Rope", "film: '# Rope ||x||'"
    )
    await propose(club, nasty.replace("gruesome", "||gruesome||"), "na_me__x_.md")
    for text in (words(await as_manager(club, "library queue")), words(await opened(club))):
        assert r"\@everyone \*\*Ada\*\* \<@&1>" in text
        assert r"\|\|x" in text
        assert "||g" not in text.replace(r"\|", "")
