"""/library settings, and what each of them does to the answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from cogs_library import Plays, Said, Written, record, settle, write
from reading import buttons, parts, private, public, words

from bot.models import Film
from bot.views import Adders, LibrarySettings, Searched, Spoilers, Terms

ADDRESS = "https://reviews.example/rope"
ROPE = Written(
    "rope.md",
    Film("Rope", 1948),
    (
        Said("Rupert Vale opens the chest and finds the guest.", verdict=True, spoiler=True),
        Said("The camera is the most curious guest of them all."),
        Plays("Jon Vale plays Rupert with a weary wit.", "Jon Vale", "Rupert"),
        Said("Jon Vale carries the whole evening on his shoulders."),
        Said("Jon Vale is shot beside the open chest.", spoiler=True),
        Said("The music is sparse and all the better for it."),
        Said("The pacing never slackens for a moment."),
    ),
    "Ada Lindqvist",
    url=ADDRESS,
    scores=(("Overall", "4/5", 4.0, 5.0, 80.0),),
)


async def settings(club: Any, **options: Any) -> str:
    club.clock.now += 60
    return words(private(await club.manager.slash(club.channel, "library settings", **options)))


async def ask(club: Any, name: str, /, **options: Any) -> str:
    return words(public(await club.slash(name, **options)))


async def ask_all(club: Any, name: str, /, **options: Any) -> str:
    """Every page of an answer."""
    message = public(await club.slash(name, **options))
    seen = [words(message)]
    while (following := buttons(message).get("Next")) and not following.get("disabled"):
        message = public(await club.click(message, "Next"))
        seen.append(words(message))
    return "\n".join(seen)


@pytest.fixture
async def rope(club: Any) -> Any:
    """The server has a review of its own, with a link."""
    await write(club.store, club.guild.id, (ROPE,))
    return club


async def test_all_is_shown_and_changed_one_by_one_or_together(club: Any) -> None:
    club.bot.terms = Terms(450, whole_reviews=True, attribution="From *The Lamp*")
    shown = await settings(club)
    assert "`excerpts` · Of one review, a page shows at most **600 characters**" in shown
    assert "- Of one review, a page shows at most **450 characters**" in shown
    assert "“From \\*The Lamp\\*”" in shown
    await settings(club, spoilers="hide", excerpts=200, whole="yes")
    shown = await settings(club, adders="everyone", attribution="  Read us <@&1>  every week ")
    assert club.bot.librarian.known(club.guild.id) == LibrarySettings(
        Adders.EVERYONE, Spoilers.HIDE, Searched.BOTH, 200, True, "Read us <@&1> every week"
    )
    assert "`/propose`" in shown
    assert "“Read us \\<@&1> every week”" in shown
    assert "takes that line away" in shown
    shown = await settings(club, attribution="-", whole="no")
    assert "takes that line away" not in shown
    await club.restart()
    assert club.bot.librarian.known(club.guild.id) == LibrarySettings(
        Adders.EVERYONE, Spoilers.HIDE, Searched.BOTH, 200
    )


ASKED = (
    ("review", {"film": "Rope", "critic": "Ada Lindqvist"}),
    ("review", {"film": "Rope"}),
    ("search", {"text": "guest"}),
    ("person", {"name": "Jon Vale"}),
)


@pytest.mark.parametrize(("name", "asked"), ASKED)
async def test_the_dial_holds_for_every_answer_and_the_option_wins(
    rope: Any, name: str, asked: dict[str, str]
) -> None:
    await settings(rope, whole="yes")
    veiled = await ask(rope, name, **asked)
    plain = await ask(rope, name, spoilers="show", **asked)
    hidden = await ask(rope, name, spoilers="hide", **asked)
    assert re.search(r"> \|\|.*chest.*\|\|\n-# Spoiler", veiled)
    assert "||" not in plain
    assert re.search(r"chest.*\n-# Spoiler", plain)
    assert "chest" not in hidden
    assert "is left out" in hidden or "are left out" in hidden
    assert "`spoilers: veil`" in hidden
    if asked == {"film": "Rope"}:
        assert "most curious guest" in hidden  # the next best line
    for dial, shown in (("show", plain), ("hide", hidden), ("veil", veiled)):
        await settings(rope, spoilers=dial)
        assert await ask(rope, name, **asked) == shown
        assert await ask(rope, name, spoilers="veil", **asked) == veiled


async def test_a_sentence_that_credits_somebody_can_give_the_story_away(rope: Any) -> None:
    dies = Plays("Ada Vance dies as Nora at the end.", "Ada Vance", "Nora")
    telling = replace(record(Written("fog.md", Film("Fog", 1950), (dies,), "Bo")), source="fog.md")
    said = telling.extracted
    sentences = tuple(replace(one, spoiler=True) for one in said.sentences)
    telling = replace(telling, extracted=replace(said, sentences=sentences))
    key = await rope.store.put_review(rope.guild.id, telling)
    await settle(
        rope.store, rope.guild.id, (Written("fog.md", Film("Fog", 1950), (dies,), "Bo"),), {"fog.md": key}
    )
    assert "> ||“Ada Vance dies" in await ask(rope, "cast", film="Fog")
    assert "> “Ada Vance dies" in await ask(rope, "cast", film="Fog", spoilers="show")
    hidden = await ask(rope, "cast", film="Fog", spoilers="hide")
    assert "dies" not in hidden
    assert "**Ada Vance** as Nora" in hidden
    assert "1 passage that gives the story away is left out" in hidden


async def test_the_option_survives_turning_the_page_and_drawing_another(rope: Any) -> None:
    await settings(rope, spoilers="hide", excerpts=100, whole="yes")
    seen = await ask_all(rope, "review", film="Rope", critic="Ada Lindqvist", spoilers="show")
    assert seen.count("chest") == 2
    assert "Page 2 of" in seen
    seen = await ask_all(rope, "review", film="Rope", critic="Ada Lindqvist")
    assert "chest" not in seen
    message = public(await rope.slash("quote", film="Rope", spoilers="show"))
    drawn = [words(message), *[words(public(await rope.click(message, "Another"))) for _ in range(5)]]
    assert sum("chest" in one for one in drawn) == 2
    message = public(await rope.slash("quote", film="Rope"))
    drawn = [words(message), *[words(public(await rope.click(message, "Another"))) for _ in range(5)]]
    assert not any("chest" in one for one in drawn)
    assert all("left out" in one for one in drawn)


async def test_without_leave_an_answer_shows_half_of_a_review_and_says_so(rope: Any) -> None:
    body = sum(len(part.text) for part in ROPE.parts)
    for excerpts in (100, 600):
        await settings(rope, answers="own", excerpts=excerpts, spoilers="show")
        seen = await ask_all(rope, "review", film="Rope", critic="Ada Lindqvist")
        shown = [part for part in ROPE.parts if part.text in seen]
        assert 0 < 2 * sum(len(part.text) for part in shown) <= body
        assert f"More of this review is not shown here: [read it]({ADDRESS})" in seen
        assert "not shown" in await ask(rope, "search", text="the")
    await settings(rope, whole="yes")
    whole = await ask_all(rope, "review", film="Rope", critic="Ada Lindqvist")
    assert all(part.text in whole for part in ROPE.parts if isinstance(part, Said))
    assert "not shown" not in whole
    assert "not shown" not in await ask(rope, "search", text="the")


async def test_where_all_that_fits_gives_the_story_away_the_answer_says_how_to_see_it(rope: Any) -> None:
    await settings(rope, spoilers="hide")
    refused = private(await rope.slash("search", text="Jon Vale shot"))
    assert "“spoilers”" in refused.content
    assert "chest" in await ask(rope, "search", text="Jon Vale shot", spoilers="veil")


async def test_a_line_of_attribution_stands_once_below_what_shows_something_of_the_library(rope: Any) -> None:
    await settings(rope, attribution="Reel Friends, *every* Friday")
    line = "-# Reel Friends, \\*every\\* Friday"
    for name, asked in (
        ("review", {"film": "Rope"}),
        ("review", {"film": "Rope", "critic": "Ada Lindqvist"}),
        ("quote", {"film": "Rope"}),
        ("scores", {"film": "Rope"}),
        ("cast", {"film": "Rope"}),
        ("person", {"name": "Jon Vale"}),
        ("search", {"text": "camera"}),
    ):
        assert (await ask(rope, name, **asked)).count(line) == 1, name
    assert line not in await ask(rope, "quote", film="Nine Geese")
    direct = words(public(await rope.member.user.slash("quote", film="Nine Geese")))
    assert line not in direct


async def test_the_operators_line_stands_below_the_operators_reviews(club: Any) -> None:
    club.bot.terms = Terms(attribution="By kind permission")
    assert "-# By kind permission" in await ask(club, "quote", film="Nine Geese")


async def test_every_answer_links_to_a_review_that_has_an_address(rope: Any) -> None:
    await settings(rope, answers="own", whole="yes")
    for name, asked in (
        ("review", {"film": "Rope"}),
        ("review", {"film": "Rope", "critic": "Ada Lindqvist"}),
        ("quote", {"critic": "Ada Lindqvist"}),
        ("scores", {"film": "Rope"}),
        ("cast", {"film": "Rope"}),
        ("person", {"name": "Jon Vale"}),
        ("search", {"text": "camera"}),
    ):
        message = public(await rope.slash(name, **asked))
        links = [part.get("url") or part.get("content") for part in parts(message)]
        assert any(ADDRESS in (link or "") for link in links), name
