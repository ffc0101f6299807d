"""/library: from a file or a typed text to a review that is asked for, changed, exported and forgotten."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from typing import Any

import discord
import pytest
from reading import buttons, chosen, prefilled, private, public, words

from bot.errors import StoreError
from bot.library.limits import LIBRARY_LIMITS
from bot.views import Scope

ROPE = """---
title: Rope
year: 1948
critic: Ada Sample
outlet: The Carbide Lamp
date: 2024-03-17
rating: 4/5
url: https://reviews.example/rope
---
Hitchcock's camera glides through the flat with gruesome patience. The party is a superb exercise in nerves.
"""
BARE = "A gentle comedy with a dull middle. The music is lovely and the ending is a marvellous surprise."


@pytest.fixture
def written() -> tuple[()]:
    """The operator has nothing: what is found is the server's own."""
    return ()


async def manage(club: Any, command: str, **options: Any) -> Any:
    club.clock.now += 60
    return await club.manager.slash(club.channel, f"library {command}", **options)


async def press(club: Any, message: Any, label: str) -> Any:
    club.clock.now += 60
    return await club.manager.click(message, label=label)


async def preview(club: Any, text: str = ROPE, name: str = "rope.md", **options: Any) -> Any:
    return private(await manage(club, "add", file=(name, text.encode()), **options))


async def add(club: Any, text: str = ROPE, name: str = "rope.md", **options: Any) -> Any:
    return private(await press(club, await preview(club, text, name, **options), "Add"))


async def held(club: Any) -> list[str]:
    """The files in the server's library."""
    return [line.source for line in (await club.store.originals(club.guild.id)).lines]


# --- adding


async def test_a_file_is_previewed_and_kept_only_after_a_yes(club: Any) -> None:
    shown = await preview(club)
    text = words(shown)
    for fact in ("Rope (1948)", "Ada Sample", "The Carbide Lamp", "17 March 2024", "4/5 (80%)"):
        assert fact in text
    assert "Nothing is stored yet" in text
    assert "> “" in text
    assert await held(club) == []
    added = private(await press(club, shown, "Add"))
    assert added.id == shown.id  # in the preview's place, so that it can't be pressed twice
    assert "Added: Rope (1948) · Ada Sample" in words(added)
    assert await held(club) == ["rope.md"]
    assert "**Ada Sample**" in words(public(await club.slash("review", film="Rope")))
    assert "> “" in words(public(await club.slash("quote", critic="Ada Sample")))


async def test_a_preview_outlives_what_the_database_refuses(club: Any) -> None:
    shown, club.expected_errors = await preview(club), (StoreError,)
    with contextlib.closing(sqlite3.connect(club.store._db.path)) as db:
        db.execute("CREATE TRIGGER full BEFORE INSERT ON originals BEGIN SELECT RAISE(ABORT, 'full'); END")
        club.clock.now += 60
        refused = await club.manager.click(shown, label="Add")
        assert "went wrong" in refused.followups[-1].content
        db.execute("DROP TRIGGER full")
    assert "Added: Rope (1948) · Ada Sample" in words(private(await press(club, shown, "Add")))


async def test_what_the_options_say_wins_over_the_file(club: Any) -> None:
    shown = await preview(club, film="Fern (1950)", critic="Bo Example", outlet="Reel & Ratchet")
    assert "Fern (1950)" in words(shown)
    assert "Bo Example" in words(shown)
    assert "Reel & Ratchet" in words(shown)
    assert "Rope" not in words(shown).replace("rope.md", "")


async def test_a_typed_review_goes_through_a_form_that_says_how_much_fits(club: Any) -> None:
    form = await manage(club, "add", critic="Bo Example")
    assert "4,000 characters" in json.dumps(form.modal)
    values = {"text": BARE, "film": "Fern (1950)", "critic": "Bo Example"}
    shown = private(await club.manager.submit_modal(form, values))
    assert "Fern (1950)" in words(shown)
    assert "Bo Example" in words(shown)
    await press(club, shown, "Add")
    assert await held(club) == ["pasted.txt"]


async def test_the_form_takes_a_file_in_place_of_text(club: Any) -> None:
    form = await manage(club, "add")
    shown = private(await club.manager.submit_modal(form, {"file": ("rope.md", ROPE.encode())}))
    assert "Rope (1948)" in words(shown)


async def test_an_empty_form_is_refused_in_words(club: Any) -> None:
    form = await manage(club, "add")
    assert "nothing to add" in private(await club.manager.submit_modal(form, {"text": "  "})).content


async def test_what_was_not_found_is_said(club: Any) -> None:
    text = words(await preview(club, BARE, "bare.txt"))
    assert "**Film** **not found**" in text
    assert "**Critic** not named" in text
    assert "**Score** none given" in text


async def test_a_preview_is_corrected_before_it_is_kept(club: Any) -> None:
    shown = await preview(club, BARE, "bare.txt")
    form = await press(club, shown, "Correct")
    again = private(await club.manager.submit_modal(form, {"film": "Fern (1950)", "critic": "Bo Example"}))
    assert again.id == shown.id
    assert "Fern (1950)" in words(again)
    assert "Added: Fern (1950) · Bo Example" in words(private(await press(club, again, "Add")))


async def test_only_what_is_changed_in_the_form_is_said_by_people(club: Any) -> None:
    form = await press(club, await preview(club), "Correct")
    values = {
        "film": "Rope (1948)",
        "critic": "Bo Example",
        "outlet": "The Carbide Lamp",
        "published": "2024-03-17",
        "url": "https://reviews.example/rope",
    }
    await press(club, private(await club.manager.submit_modal(form, values)), "Add")
    (line,) = (await club.store.originals(club.guild.id)).lines
    assert (line.given.critic, line.given.film, line.given.outlet, line.given.url) == (
        "Bo Example",
        *[None] * 3,
    )


async def test_a_correction_that_makes_no_sense_leaves_the_preview_as_it_was(club: Any) -> None:
    shown = await preview(club)
    form = await press(club, shown, "Correct")
    assert "is no date" in private(await club.manager.submit_modal(form, {"published": "soon"})).content
    assert "Added" in words(private(await press(club, shown, "Add")))


async def test_a_dropped_preview_stores_nothing(club: Any) -> None:
    shown = await preview(club)
    assert "Nothing was stored" in words(private(await press(club, shown, "Drop")))
    assert await held(club) == []


async def test_a_preview_expires_and_is_gone_after_a_restart(club: Any) -> None:
    old = await preview(club)
    club.clock.now += 3600
    assert "expired" in private(await press(club, old, "Add")).content
    for label in ("Add", "Correct", "Drop"):
        shown = await preview(club)
        await club.restart()
        assert "expired" in private(await press(club, shown, label)).content
    assert await held(club) == []


async def test_a_review_like_one_that_is_here_is_asked_about(club: Any) -> None:
    await add(club)
    same = await preview(club)
    assert "This very text is here already" in words(same)
    assert "Add it all the same" in buttons(same)
    near = await preview(club, ROPE.replace("patience", "slowness"), "other.md")
    assert "same critic" in words(near)
    await press(club, near, "Add it all the same")
    assert sorted(await held(club)) == ["other.md", "rope.md"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "can be read as a review"),
        ("large.txt", b"a" * (LIBRARY_LIMITS.upload + 1), "8 MiB"),
    ],
)
async def test_what_is_no_review_is_refused_in_words(club: Any, name: str, data: bytes, said: str) -> None:
    result = await manage(club, "add", file=(name, data))
    assert said in private(result).content
    assert await held(club) == []


async def test_more_files_than_allowed_in_a_minute_are_refused_in_words(club: Any) -> None:
    for _ in range(LIBRARY_LIMITS.uploads):
        await preview(club)
        club.clock.now -= 57  # uploads are counted by the minute, commands by ten seconds
    assert "go on in" in private(await manage(club, "add", file=("rope.md", ROPE.encode()))).content


async def test_text_from_a_review_never_comes_alive(club: Any) -> None:
    nasty = ROPE.replace("Ada Sample", "'@everyone **Ada** <@&1>'").replace(
        "title: Rope", "film: '# Rope ||x||'"
    )
    text = words(await preview(club, nasty, "na_me__x_.md"))
    assert r"\@everyone \*\*Ada\*\* \<@&1>" in text
    assert r"\|\|x" in text


# --- who may


async def test_only_those_who_manage_the_server_may(club: Any) -> None:
    assert not [name for name in club.member.available_commands(club.channel) if name.startswith("library")]
    assert "library add" in club.manager.available_commands(club.channel)


async def test_the_bot_itself_asks_for_the_permission_at_every_step(club: Any) -> None:
    shown = await preview(club)
    added = await add(club, BARE, "bare.txt")
    role = club.guild.roles["Managers"]
    club.env.backend.remove_member_role(club.guild.id, club.manager.id, role.id)
    await club.env.settle()
    for message, labels in ((shown, ("Add", "Correct", "Drop")), (added, ("Edit", "Remove"))):
        for label in labels:
            assert "Manage Server" in private(await press(club, message, label)).content
    assert await held(club) == ["bare.txt"]


async def test_a_member_whom_discord_lets_through_is_refused_by_the_bot(club: Any) -> None:
    await add(club)
    (command,) = (one for one in await club.bot.tree.fetch_commands() if one.name == "library")
    club.guild.set_command_permissions(command, {club.member: True})
    assert "library list" in club.member.available_commands(club.channel)
    for name, options in (
        ("add", {}),
        ("add", {"file": ("rope.md", ROPE.encode())}),
        ("import", {"file": ("rope.md", ROPE.encode())}),
        ("list", {}),
        ("show", {"review": "rope"}),
        ("edit", {"review": "rope"}),
        ("remove", {"review": "rope"}),
        ("export", {}),
        ("forget", {}),
    ):
        assert "Manage Server" in private(await club.slash(f"library {name}", **options)).content
    assert await club.complete("library show", "review", "rope") == []


# --- what is held


async def many(club: Any, count: int) -> None:
    for number in range(count):
        text = ROPE.replace("Ada Sample", f"Critic {number:02}")
        understood = await club.bot.librarian.understand(
            club.guild.id, number, f"r{number:02}.md", text.encode()
        )
        await club.bot.librarian.add(club.guild.id, club.manager.id, understood)


async def test_an_empty_library_says_how_to_fill_it(club: Any) -> None:
    assert "/library add" in words(private(await manage(club, "list")))
    assert "nothing to export" in private(await manage(club, "export")).content


async def test_the_list_turns_its_pages_and_opens_a_review(club: Any) -> None:
    await many(club, 12)
    first = private(await manage(club, "list"))
    assert "12 reviews" in words(first)
    assert "Page 1 of 2" in words(first)
    second = private(await press(club, first, "Next"))
    assert second.id == first.id
    assert "Critic 00" in words(second)
    club.clock.now += 60
    opened = await club.manager.select(second, chosen(second, "Rope (1948) · Critic 00"))
    assert "**Outlet** The Carbide Lamp" in words(private(opened))


async def test_a_review_is_named_by_completion_by_its_words_or_not_at_all(club: Any) -> None:
    await many(club, 3)
    offered = await club.manager.autocomplete(club.channel, "library show", "review", "critic 01")
    assert [choice["name"] for choice in offered] == ["Rope (1948) · Critic 01 · r01.md"]
    assert "Critic 01" in words(private(await manage(club, "show", review=offered[0]["value"])))
    assert "Critic 02" in words(private(await manage(club, "show", review="critic 02")))
    several = private(await manage(club, "show", review="rope")).content
    assert "more than one review" in several
    assert "r02.md" in several
    assert "matches" in private(await manage(club, "show", review="Members Only")).content


async def test_an_edit_is_what_the_bot_says_from_then_on(club: Any) -> None:
    await add(club)
    form = await manage(club, "edit", review="rope")
    prefilled = json.dumps(form.modal)
    assert "Rope (1948)" in prefilled
    assert "https://reviews.example/rope" in prefilled
    values = {"film": "Rope Trick (1949)", "critic": "Bo Example", "outlet": "", "published": "2024-03-17"}
    shown = private(await club.manager.submit_modal(form, {**values, "url": "https://reviews.example/rope"}))
    assert "Rope Trick (1949) · Bo Example" in words(shown)
    assert "**Bo Example**" in words(public(await club.slash("review", film="Rope Trick")))
    (line,) = (await club.store.originals(club.guild.id)).lines
    assert (line.given.film, line.given.year, line.given.published) == ("Rope Trick", 1949, None)


async def test_a_field_emptied_again_gives_the_review_its_own_word_back(club: Any) -> None:
    await add(club, critic="Bo Example")
    form = await press(club, private(await manage(club, "show", review="rope")), "Edit")
    shown = private(await club.manager.submit_modal(form, {"film": "Rope (1948)", "critic": ""}))
    assert "Ada Sample" in words(shown)


async def test_a_review_is_removed_only_after_a_second_yes(club: Any) -> None:
    await add(club)
    asked = private(await manage(club, "remove", review="rope"))
    kept = private(await press(club, asked, "Keep it"))
    assert kept.id == asked.id
    asked = private(await press(club, kept, "Remove"))
    assert await held(club) == ["rope.md"]
    assert "gone" in words(private(await press(club, asked, "Remove it")))
    assert await held(club) == []
    assert private(await club.slash("review", film="Rope")).content


async def test_controls_outlive_a_restart(club: Any) -> None:
    added = await add(club)
    await club.restart()
    assert "**Ada Sample**" in words((await press(club, added, "Open the review")).response)
    asked = private(await press(club, added, "Remove"))
    await club.restart()
    await press(club, asked, "Remove it")
    assert await held(club) == []


async def test_another_servers_review_is_not_reached_by_its_id(club: Any) -> None:
    await add(club)
    (line,) = (await club.store.originals(club.guild.id)).lines
    other = club.env.create_guild("Elsewhere")
    channel = other.create_text_channel("reviews")
    stranger = other.add_member(club.env.create_user("noor"), roles=[managers_of(other)])
    await club.env.settle()
    assert await stranger.autocomplete(channel, "library show", "review", "rope") == []
    for command in ("show", "edit", "remove"):
        club.clock.now += 60
        answer = private(await stranger.slash(channel, f"library {command}", review=line.id))
        assert "matches" in answer.content
    assert await held(club) == ["rope.md"]


def managers_of(guild: Any) -> Any:
    return guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))


# --- leaving with everything, and forgetting


async def test_the_export_is_a_file_of_json_lines_that_can_be_added_again(club: Any) -> None:
    await add(club, critic="Bo Example")
    answer = private(await manage(club, "export"))
    assert "1 review, one a line" in words(answer)
    (file,) = answer.attachments
    (line,) = (await file.read()).decode().splitlines()
    exported = json.loads(line)
    assert (exported["source"], exported["critic"]) == ("rope.md", "Bo Example")
    assert exported["film"] == {"title": "Rope", "year": 1948}


async def test_forgetting_wants_the_servers_name(club: Any) -> None:
    await add(club)
    form = await manage(club, "forget")
    assert "Film Club" in json.dumps(form.modal)
    assert (
        "not this server’s name"
        in private(await club.manager.submit_modal(form, {"name": "Fim Club"})).content
    )
    assert await held(club) == ["rope.md"]
    waiting = await preview(club, BARE, "bare.txt")
    form = await manage(club, "forget")
    assert "gone" in words(private(await club.manager.submit_modal(form, {"name": " film club "})))
    assert await held(club) == []
    assert (await club.store.holdings(Scope((club.guild.id,)))).reviews == 0
    assert "expired" in private(await press(club, waiting, "Add")).content


async def test_an_edit_that_makes_two_reviews_alike_says_so(club: Any) -> None:
    await add(club)
    await add(club, ROPE.replace("Rope", "Fern").replace("1948", "1950"), "fern.md")
    ids = {line.source: line.id for line in (await club.store.originals(club.guild.id)).lines}
    form = await manage(club, "edit", review=ids["fern.md"])
    typed = {**prefilled(form.modal), "film": "Rope (1948)"}
    said = words(private(await club.manager.submit_modal(form, typed)))
    assert "here already" in said
    assert "rope.md" in said
    assert "fern.md" in words(private(await manage(club, "show", review=ids["rope.md"])))


async def test_films_say_where_none_is_known(club: Any) -> None:
    await add(club, BARE, "bare.md")
    said = words(public(await club.slash("films")))
    assert "Of the 1 review here no film is known" in said
