"""/library edit with a name: how a film's cast is spelled in a server's own reviews."""

from __future__ import annotations

from typing import Any

import pytest
from reading import private, public, words

MISSPELLED = """---
title: Rope
year: 1948
critic: Ada Sample
cast: [Jimmy Stewert as Rupert Cadell]
---
Jimmy Stewert is superb as Rupert Cadell. The party is a gruesome exercise in nerves.
"""


@pytest.fixture
def written() -> tuple[()]:
    """The operator has nothing: what is found is the server's own."""
    return ()


async def manage(club: Any, command: str, **options: Any) -> Any:
    club.clock.now += 60
    return await club.manager.slash(club.channel, f"library {command}", **options)


@pytest.fixture
async def review(club: Any) -> str:
    """A review with a misspelled name, kept."""
    understood = await club.bot.librarian.understand(club.guild.id, 1, "rope.md", MISSPELLED.encode())
    return await club.bot.librarian.add(club.guild.id, 1, understood)


async def names(club: Any, review: str, text: str) -> list[str]:
    options = {"review": review}
    found = await club.manager.autocomplete(club.channel, "library edit", "name", text, **options)
    return [choice["name"] for choice in found]


async def test_a_name_is_spelled_otherwise_everywhere_but_in_quotes(club: Any, review: str) -> None:
    assert await names(club, review, "") == ["Jimmy Stewert"]
    shown = private(await manage(club, "edit", review=review, name="Jimmy Stewert", spelled="James Stewart"))
    assert "**Spelled** James Stewart in this film, where reviews write Jimmy Stewert" in words(shown)
    assert "**James Stewart**" in words(public(await club.slash("cast", film="Rope")))
    person = words(public(await club.slash("person", name="James Stewart")))
    assert "“Jimmy Stewert is superb" in person  # verbatim
    assert await names(club, review, "stew") == ["James Stewart"]
    (film,) = await club.store.exported_films(club.guild.id)
    assert [one.person for one in film.cast] == ["James Stewart"]
    (kept,) = [one async for one in club.store.exported_reviews(club.guild.id)]
    assert {credit.as_written for credit in kept.credits} == {"Jimmy Stewert"}
    assert "**Spelled** James Stewart" in words(private(await manage(club, "show", review=review)))


@pytest.mark.parametrize("spelled", [{}, {"spelled": "Jimmy Stewert"}, {"spelled": "James Stewart"}])
async def test_it_is_taken_back_by_an_empty_or_the_same_name(club: Any, review: str, spelled: Any) -> None:
    await manage(club, "edit", review=review, name="Jimmy Stewert", spelled="James Stewart")
    shown = private(await manage(club, "edit", review=review, name="James Stewart", **spelled))
    assert "**Spelled**" not in words(shown)
    assert await names(club, review, "") == ["Jimmy Stewert"]


async def test_a_corrected_name_is_corrected_again(club: Any, review: str) -> None:
    await manage(club, "edit", review=review, name="Jimmy Stewert", spelled="Jim Stewart")
    (choice,) = await club.manager.autocomplete(club.channel, "library edit", "name", "", review=review)
    await manage(club, "edit", review=review, name=choice["value"], spelled="James Stewart")
    assert await names(club, review, "") == ["James Stewart"]
    assert len(await club.store.spellings(club.guild.id)) == 1


async def test_what_makes_no_sense_is_refused_in_words(club: Any, review: str) -> None:
    refused = await manage(club, "edit", review=review, name="Jimmy Stewert")
    assert "Nobody has spelled “Jimmy Stewert” otherwise" in private(refused).content
    refused = await manage(club, "edit", review=review, spelled="James Stewart")
    assert "whose name" in private(refused).content
    assert (await manage(club, "edit", review=review)).modal
