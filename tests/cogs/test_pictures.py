"""Answers with pictures: attached, described, replaced and left away."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest
from cogs_library import ADA, EVERYTHING, GEESE, SHELF, Said, Written, write
from PIL import Image
from reading import buttons, private, public, words
from simcord.components import walk_components

from bot.words.quotes import NO_FILES, NO_ROOM

if TYPE_CHECKING:
    from collections.abc import Sequence

TALE = "The tale of " + "fog and " * 40 + "ships."


@pytest.fixture
def written() -> Sequence[Written]:
    long = Written("tale.txt", GEESE, (Said(TALE),), "Una Lang")
    quiet = Written("glyph.txt", GEESE, (Said("𓀀 is what the goose says."),), "Otto Weil")
    many = tuple(
        Written(
            f"many/{n}.txt", GEESE, (), f"Watcher {n}", scores=(("Overall", f"{n}/10", n, 10.0, n * 10.0),)
        )
        for n in range(8)
    )
    return (*EVERYTHING, *SHELF, long, quiet, *many)


def gallery(message: Any) -> list[dict[str, Any]]:
    """The pictures of an answer, as its layout places them."""
    parts = list(walk_components(message.components))
    return [item for part in parts if part["type"] == 12 for item in part["items"]]


async def picture(message: Any) -> bytes:
    """The one picture attached to an answer."""
    (attached,) = message.attachments
    data = await attached.read()
    assert Image.open(io.BytesIO(data)).width == 1200
    return data


def quoted(message: Any) -> str:
    return next(line for line in words(message).splitlines() if "“" in line)


async def test_scores_come_with_their_plot(club: Any) -> None:
    answer = public(await club.slash("scores", film="Nine Geese"))
    (shown,) = gallery(answer)
    assert "scores.png" in shown["media"]["url"]
    assert shown["description"] == answer.attachments[0].description
    assert "Ada Lindqvist: 9/10 (90%); Story 8/10." in shown["description"]
    assert "**9/10 (90%)**" in words(answer)
    assert await picture(answer)


async def test_only_the_first_page_of_scores_is_illustrated(club: Any) -> None:
    first = public(await club.slash("scores", film="Nine Geese"))
    second = public(await club.click(first, "Next"))
    assert second.id == first.id
    assert not gallery(second)
    assert not second.attachments
    again = public(await club.click(second, "Previous"))
    assert len(gallery(again)) == len(again.attachments) == 1
    assert club.bot.pictures.drawn == 1


async def test_few_scores_make_no_plot(club: Any) -> None:
    assert not gallery(public(await club.slash("scores", film="Fog Harbour")))


async def test_leaving_the_scores_takes_the_plot_away_and_coming_back_brings_it(club: Any) -> None:
    answer = public(await club.slash("scores", film="Nine Geese"))
    film = public(await club.click(answer, "The film"))
    assert not film.attachments
    back = public(await club.click(film, "Scores"))
    assert len(gallery(back)) == len(back.attachments) == 1
    copy = private(await club.manager.click(back, label="Scores" if "Scores" in buttons(back) else "Next"))
    assert "Nine Geese" in words(copy)


async def test_a_quote_as_a_card(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese", critic="Bruno Achterberg", style="card"))
    (shown,) = gallery(answer)
    assert shown["description"].startswith("Quote card: “The geese are **loud**")
    assert "Bruno Achterberg" in shown["description"]
    assert "“The geese are \\*\\*loud\\*\\* and the music is not enough.”" in words(answer)
    assert {"Another", "Open the review"} <= set(buttons(answer))
    assert await picture(answer)


async def test_another_stays_a_card_in_the_same_colours(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese", critic="Ada Lindqvist", theme="light"))
    before, said = await picture(answer), quoted(answer)
    await club.restart()
    after = public(await club.click(answer, "Another"))
    assert after.id == answer.id
    assert quoted(after) != said
    assert await picture(after) != before
    light = Image.open(io.BytesIO(await picture(after))).convert("L").getpixel((1190, 10))
    assert isinstance(light, int)
    assert light > 200


async def test_somebody_else_gets_a_card_of_their_own(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese", critic="Ada Lindqvist", style="card"))
    said = quoted(answer)
    copy = private(await club.manager.click(answer, label="Another"))
    assert len(gallery(copy)) == 1
    assert quoted(answer) == said
    assert "Nine Geese" in words(private(await club.click(answer, "Open the review")))


async def test_a_card_for_oneself_can_be_shown_to_everyone(club: Any) -> None:
    quiet = private(await club.slash("quote", film="Fog Harbour", style="card", quietly=True))
    shared = public(await club.click(quiet, "Show to everyone"))
    assert quoted(shared) == quoted(quiet)
    assert await picture(shared) == await picture(quiet)


async def test_no_card_gives_the_plot_away_unless_asked(club: Any) -> None:
    ending = next(part.text for part in ADA.parts if isinstance(part, Said) and part.spoiler)
    answer = public(await club.slash("quote", critic="Ada Lindqvist", film="Nine Geese", style="card"))
    seen = {quoted(answer)}
    for _ in range(4):
        answer = public(await club.click(answer, "Another"))
        seen.add(quoted(answer))
    assert not any(ending in line for line in seen)
    answer = public(
        await club.slash("quote", critic="Ada Lindqvist", film="Nine Geese", style="card", spoilers="show")
    )
    seen = {quoted(answer)}
    for _ in range(4):
        answer = public(await club.click(answer, "Another"))
        seen.add(quoted(answer))
        assert len(gallery(answer)) == 1
    assert any(ending in line for line in seen)


async def test_what_no_card_can_show_comes_as_text_and_says_why(club: Any) -> None:
    glyph = public(await club.slash("quote", critic="Otto Weil", style="card"))
    assert "characters that the card’s fonts lack" in words(glyph)
    assert not gallery(glyph)
    assert "what the goose says" in words(glyph)


async def test_a_library_that_shows_little_of_a_review_puts_no_more_on_a_card(club: Any) -> None:
    await write(club.store, club.guild.id, [Written("own.txt", GEESE, (Said(TALE),), "Zora Quill")])
    settings = await club.bot.librarian.settings(club.guild.id)
    await club.bot.librarian.put_settings(club.guild.id, replace(settings, excerpt_limit=200))
    answer = public(await club.slash("quote", critic="Zora Quill", style="card"))
    assert NO_ROOM in words(answer)
    assert not gallery(answer)


async def test_where_files_may_not_be_attached_the_words_stand_alone(club: Any) -> None:
    bare = club.guild.create_text_channel(
        "bare", overwrites={club.guild.default_role: discord.PermissionOverwrite(attach_files=False)}
    )
    await club.env.settle()
    club.clock.now += 60
    scores = public(await club.member.slash(bare, "scores", film="Nine Geese"))
    assert not gallery(scores)
    assert "**9/10 (90%)**" in words(scores)
    club.clock.now += 60
    answer = public(await club.member.slash(bare, "quote", film="Nine Geese", style="card"))
    assert NO_FILES in words(answer)


async def test_pictures_reach_direct_messages(club: Any) -> None:
    club.clock.now += 60
    answer = (await club.member.user.slash("scores", film="Nine Geese")).response
    assert len(gallery(answer)) == 1


async def test_a_drawing_that_fails_leaves_the_words(club: Any) -> None:
    club.bot.pictures.close()  # nothing can be drawn any more
    answer = public(await club.slash("scores", film="Nine Geese"))
    assert "**9/10 (90%)**" in words(answer)
    assert not gallery(answer)
