"""A library as a whole: its settings, its spellings, and what becomes of it once the bot has left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from giving import ANN, CLUB, FERN, OTHER, OWN, ROPE, add, texts

from bot.errors import NotUnderstood
from bot.library import Librarian
from bot.views import LibrarySettings


async def test_settings_are_checked_and_kept(librarian, store, world):
    await librarian.put_settings(CLUB, LibrarySettings(attribution="  From  the club "))
    assert (await librarian.settings(CLUB)).attribution == "From the club"
    assert await Librarian(store).settings(CLUB) == await librarian.settings(CLUB)
    for wrong in (LibrarySettings(excerpt_limit=5), LibrarySettings(attribution="x" * 101)):
        with pytest.raises(NotUnderstood):
            await librarian.put_settings(CLUB, wrong)
    await librarian.forget(CLUB)
    assert await librarian.settings(CLUB) == LibrarySettings()


async def test_a_spelling_is_settled(librarian, store):
    await add(librarian, ROPE.replace("James Stewart", "Jimmy Stewert"))
    await librarian.spell(CLUB, "Jimmy Stewert", "James Stewart")
    assert [one.name for one in await store.complete_people(OWN, "stew")] == ["James Stewart"]
    await librarian.unspell(CLUB, "Jimmy Stewert")
    assert [one.name for one in await store.complete_people(OWN, "stew")] == ["Jimmy Stewert"]
    with pytest.raises(NotUnderstood):
        await librarian.spell(CLUB, "...", "James Stewart")


async def test_a_server_that_was_left_is_forgotten_in_time(librarian, store, world):
    await add(librarian, ROPE)
    await add(librarian, FERN, library=OTHER)
    await librarian.left(CLUB)
    world.day += timedelta(days=20)
    await librarian.joined(CLUB)  # in time
    await librarian.present({CLUB})  # and the other is found to be left, on start
    world.day += timedelta(days=29)
    assert await librarian.sweep() == ()
    world.day += timedelta(days=1)
    assert await librarian.sweep() == (OTHER,)
    assert await store.server_libraries() == {CLUB: False}
    await librarian.present(set())
    await librarian.present({CLUB})
    world.day += timedelta(days=31)
    assert await librarian.sweep() == ()
    assert await texts(store) == [ROPE.split("---\n")[2].strip()]


async def test_the_operators_library_is_none_of_the_librarians(librarian):
    understood = await librarian.understand(CLUB, ANN, "a.md", ROPE.encode())
    for change in (librarian.add(0, ANN, understood), librarian.forget(0), librarian.left(0)):
        with pytest.raises(ValueError, match="operator"):
            await change
