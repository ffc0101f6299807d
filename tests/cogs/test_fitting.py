"""Find reviews: from the menu of a message to quotes that fit it."""

from __future__ import annotations

from typing import Any

import discord
from reading import chosen, menu, private, words

from bot.render.card import COMPONENT_LIMIT
from bot.views import LibrarySettings, Spoilers
from cogs.fitting import _said

MENU = "Find reviews"


async def find(club: Any, text: str) -> Any:
    club.clock.now += 60
    return private(
        await club.member.context_menu(club.channel, MENU, await club.manager.send(club.channel, text))
    )


async def test_quotes_that_fit_are_shown_to_whoever_asked_alone(club: Any) -> None:
    shown = await find(club, "I want a riot in a brewery, and a long chase")
    text = words(shown)
    assert "Sharing words like" in text
    assert "**Ada Lindqvist** on **Nine Geese (1928)**" in text
    assert "> “The chase through the brewery is a riot.”" in text
    assert "ada.txt, characters 0–40 · [read it](https://reviews.example/geese_" in text


async def test_a_film_in_the_message_narrows_to_it_and_its_reviews_open(club: Any) -> None:
    shown = await find(club, "So, Nine Geese. Who saw the fog?")
    assert "On **Nine Geese (1928)**" in words(shown)
    assert "Fog Harbour" not in words(shown)
    assert "Ada Lindqvist" in {option["label"] for option in menu(shown)["options"]}
    club.clock.now += 60
    opened = private(await club.member.select(shown, chosen(shown, "Ada Lindqvist")))
    assert "The Carbide Lamp" in words(opened)


async def test_where_nothing_fits_there_is_a_kind_word(club: Any) -> None:
    assert "/films lists what there is" in (await find(club, "who brings crisps")).content
    assert "no words in this message" in (await find(club, "🎬🎬")).content


async def test_a_message_as_long_as_discord_takes_is_read(club: Any) -> None:
    long = ("fog harbour music geese brewery chase dialogue pacing superb dreadful " * 60)[:2000]
    shown = await find(club, long)
    assert len(words(shown)) < 4000
    assert 0 < words(shown).count("> ") <= 5
    assert len(menu(shown)["options"]) <= COMPONENT_LIMIT


async def test_an_answer_of_the_bots_own_is_read_as_well(club: Any) -> None:
    club.clock.now += 60
    answer = (await club.member.slash(club.channel, "review", film="Nine Geese")).response
    club.clock.now += 60
    shown = private(await club.member.context_menu(club.channel, MENU, answer))
    assert "Nine Geese" in words(shown)


async def test_the_servers_dial_for_spoilers_holds_here_too(club: Any) -> None:
    message = "Greta drowns in the last reel of Nine Geese"
    assert "> ||“Greta drowns in the last reel.”||" in words(await find(club, message))
    await club.bot.librarian.put_settings(club.guild.id, LibrarySettings(spoilers=Spoilers.SHOW))
    assert "> “Greta drowns in the last reel.”" in words(await find(club, message))
    await club.bot.librarian.put_settings(club.guild.id, LibrarySettings(spoilers=Spoilers.HIDE))
    assert "Greta drowns" not in words(await find(club, message))


async def test_another_bots_layout_is_read_however_deep(club: Any) -> None:
    layout = discord.ui.LayoutView()
    beside: discord.ui.Button[Any] = discord.ui.Button(label="More", url="https://reviews.example")
    section = discord.ui.Section(discord.ui.TextDisplay("a long chase"), accessory=beside)
    layout.add_item(discord.ui.TextDisplay("a brewery")).add_item(discord.ui.Container(section))
    message = await club.bot.get_partial_messageable(club.channel.id).send(view=layout)
    assert _said(message) == "a brewery\na long chase"
