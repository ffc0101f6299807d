"""/propose and “Add as review”: members propose, managers add, and nothing is stored before a yes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from proposals import BARE, ROPE, as_manager, demote, elsewhere, open_to_all, press, preview, propose, sources
from reading import buttons, private, words

MENU = "Add as review"


@pytest.fixture
def written() -> tuple[()]:
    """The operator has nothing: what is found is the server's own."""
    return ()


def posted(club: Any, text: str = "", who: Any = None, **more: Any) -> Any:
    return (who or club.member).send(club.channel, text, **more)


async def take(club: Any, message: Any, who: Any = None) -> Any:
    club.clock.now += 60
    return private(await (who or club.member).context_menu(club.channel, MENU, message))


# --- /propose


async def test_members_propose_only_where_the_managers_let_them(club: Any) -> None:
    message = await posted(club, BARE)
    for answer in (
        private(await club.slash("propose")),
        private(await club.slash("propose", file=("rope.md", ROPE.encode()))),
        await take(club, message),
    ):
        assert "Manage Server" in answer.content
        assert "/library settings" in answer.content
    assert await club.bot.librarian.waiting(club.guild.id) == 0


async def test_a_members_review_is_previewed_and_waits_after_a_yes(club: Any) -> None:
    await open_to_all(club)
    shown = await preview(club)
    for fact in ("Rope (1948)", "Ada Sample", "The Carbide Lamp", "17 March 2024", "4/5 (80%)", "decides"):
        assert fact in words(shown)
    assert set(buttons(shown)) == {"Propose", "Correct", "Drop"}
    assert await club.bot.librarian.waiting(club.guild.id) == 0
    done = await press(club, club.member, shown, "Propose")
    assert done.id == shown.id
    assert "Proposed: Rope (1948) · Ada Sample" in words(done)
    assert await club.bot.librarian.waiting(club.guild.id) == 1
    assert await sources(club) == []
    assert "Rope" in private(await club.slash("review", film="Rope")).content  # nobody is answered from it
    mine = await press(club, club.member, done, "My reviews here")
    assert "waits for a manager" in words(mine)


async def test_a_typed_review_is_corrected_and_proposed(club: Any) -> None:
    await open_to_all(club)
    form = await club.slash("propose", critic="Bo Example")
    assert "4,000 characters" in json.dumps(form.modal)
    shown = private(await club.member.submit_modal(form, {"text": BARE, "critic": "Bo Example"}))
    club.clock.now += 60
    form = await club.member.click(shown, label="Correct")
    again = private(await club.member.submit_modal(form, {"film": "Fern (1950)", "critic": "Bo Example"}))
    assert again.id == shown.id
    assert "Proposed: Fern (1950) · Bo Example" in words(await press(club, club.member, again, "Propose"))


async def test_a_dropped_proposal_stores_nothing(club: Any) -> None:
    await open_to_all(club)
    assert "Nothing was stored" in words(await press(club, club.member, await preview(club), "Drop"))
    assert await club.store.server_libraries() == {club.guild.id: False}
    assert await club.store.count_originals(club.guild.id) == 0


async def test_a_manager_who_proposes_adds(club: Any) -> None:
    shown = await as_manager(club, "propose", file=("rope.md", ROPE.encode()))
    assert "Added: Rope" in words(await press(club, club.manager, shown, "Add"))
    assert await sources(club) == ["rope.md"]


async def test_what_somebody_may_is_asked_at_each_press(club: Any) -> None:
    shown = await as_manager(club, "propose", file=("rope.md", ROPE.encode()))
    await demote(club)
    assert "Manage Server" in (await press(club, club.manager, shown, "Add")).content
    await open_to_all(club)
    assert "Proposed" in words(await press(club, club.manager, shown, "Add"))
    shown = await preview(club)
    await club.bot.librarian.put_settings(
        club.guild.id, replace(await club.bot.librarian.settings(club.guild.id), adders="managers")
    )
    assert "/library settings" in (await press(club, club.member, shown, "Propose")).content
    assert await sources(club) == []


async def test_members_import_nothing(club: Any) -> None:
    await open_to_all(club)
    table = b"film,critic,text\nRope,Ada,A superb film.\nFern,Bo,A dreadful film.\n"
    result = await club.slash("propose", file=("films.csv", table))
    assert "holds many reviews" in private(result).content


async def test_limits_are_said_in_words(club: Any) -> None:
    await open_to_all(club)
    librarian = club.bot.librarian
    librarian.limits = replace(librarian.limits, waiting_each=1, waiting=2, reviews=3)
    await propose(club)
    shown = await preview(club, BARE)
    answer = (await press(club, club.member, shown, "Propose")).content
    assert "of yours" in answer
    assert "/privacy" in answer
    await demote(club)
    await propose(club, BARE, who=club.manager)
    third = club.guild.add_member(club.env.create_user("noor"))
    await club.env.settle()
    shown = await preview(club, who=third)
    assert "Try again once they have looked" in (await press(club, third, shown, "Propose")).content
    librarian.limits = replace(librarian.limits, waiting=9, reviews=2)
    assert "this one is full. /library remove" in (await press(club, third, shown, "Propose")).content
    librarian.limits = replace(librarian.limits, upload=10)
    assert "larger than" in (await preview(club, who=third)).content


async def test_nobody_hears_of_anothers_proposal(club: Any) -> None:
    await open_to_all(club)
    channel, there = await elsewhere(club)
    await propose(club, who=club.member)
    third = club.guild.add_member(club.env.create_user("noor"))
    await club.env.settle()
    assert "already" not in words(await preview(club, who=third))
    assert "already" not in words(await preview(club, who=there, channel=channel))
    assert "waits for approval already" in words(await preview(club, who=club.member))
    assert "waits for approval already" in words(
        await as_manager(club, "library add", file=("rope.md", ROPE.encode()))
    )


# --- the message menu


async def test_a_message_is_taken_with_whoever_posted_it_and_its_link(club: Any) -> None:
    await open_to_all(club)
    message = await posted(club, BARE, club.manager)
    shown = await take(club, message)
    assert "morgan (who posted it" in words(shown)
    link = f"https\\://discord.com/channels/{club.guild.id}/{club.channel.id}/{message.id}"
    assert link in words(shown)
    await press(club, club.member, shown, "Propose")
    (line,) = (await club.bot.librarian.own(club.guild.id, club.member.id)).lines
    assert (line.critic, line.given.url) == ("morgan", link.replace("\\", ""))


async def test_the_poster_is_no_critic_where_the_text_names_one_or_somebody_says_so(club: Any) -> None:
    await open_to_all(club)
    named = await take(club, await posted(club, ROPE, club.manager))
    assert "**Critic** Ada Sample" in words(named)
    assert "who posted" not in words(named)
    shown = await take(club, await posted(club, BARE, club.manager))
    club.clock.now += 60
    form = await club.member.click(shown, label="Correct")
    again = private(await club.member.submit_modal(form, {"film": "Fern (1950)", "critic": ""}))
    assert "**Critic** not named" in words(again)


async def test_a_manager_adds_a_message_at_once(club: Any) -> None:
    shown = await take(club, await posted(club, BARE), club.manager)
    assert "Added" in words(await press(club, club.manager, shown, "Add"))
    assert await sources(club) == ["message.txt"]


async def test_the_file_on_a_message_is_taken_where_it_is_the_review(club: Any) -> None:
    await open_to_all(club)
    picture = ("still.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    shown = await take(club, await posted(club, "Mine!", attachments=[picture, ("rope.md", ROPE.encode())]))
    assert "Rope (1948)" in words(shown)
    shown = await take(club, await posted(club, BARE, attachments=[("note.txt", b"Enjoy.")]))
    assert "message.txt" in words(shown)


@pytest.mark.parametrize("text", ["", "Rope is superb."])
async def test_a_message_that_is_no_review_is_refused_in_words(club: Any, text: str) -> None:
    await open_to_all(club)
    picture = ("still.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    message = await posted(club, text, attachments=[picture])
    assert "no review in that message" in (await take(club, message)).content


async def test_a_bots_message_has_no_critic(club: Any) -> None:
    await open_to_all(club)
    message = await club.bot.get_channel(club.channel.id).send(BARE)
    assert "**Critic** not named" in words(await take(club, message))


async def test_mentions_in_a_message_become_names(club: Any) -> None:
    await open_to_all(club)
    text = f"{BARE} <@{club.manager.id}> said so, and @everyone || knows <@&1> **it**."
    shown = await take(club, await posted(club, text))
    form = await club.member.click(shown, label="Propose")
    (line,) = (await club.bot.librarian.own(club.guild.id, club.member.id)).lines
    assert form.response is not None
    opening = (await club.bot.librarian.proposal(club.guild.id, line.id)).opening
    assert "@morgan said so" in opening
