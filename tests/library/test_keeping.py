"""A library as a whole: its settings, its spellings, and what becomes of it once the bot has left."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from giving import ANN, CLUB, FERN, OTHER, OWN, ROPE, add, texts

from bot.errors import NotUnderstood
from bot.library import Librarian
from bot.models import Edits
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


MISSPELLED = ROPE.replace("James Stewart", "Jimmy Stewert")


async def cast(store, film, scope=OWN):
    return [member.entry.person for member in (await store.film_cast(scope, film)).cast]


async def named_so(librarian, store, text=MISSPELLED, name="a.md"):
    """Keep a review and respell somebody in its film alone."""
    review = await add(librarian, text, name)
    film = (await store.review_card(OWN, review)).review.film
    await librarian.spell(CLUB, "Jimmy Stewert", "James Stewart", film.id)
    return review


@pytest.mark.parametrize(
    "edits", [Edits(film="Rope", year=1949), Edits(film="The Rope", year=1948), Edits(film="Fern")]
)
async def test_a_films_spelling_follows_its_title_and_year(librarian, store, edits):
    review = await named_so(librarian, store)
    await librarian.edit(CLUB, review, edits)
    assert await cast(store, edits.film) == ["James Stewart"]
    (film,) = (await store.films(OWN)).films
    assert [one.film for one in await store.spellings(CLUB)] == [film.film.id]
    await librarian.edit(CLUB, review, Edits())
    assert await cast(store, "Rope") == ["James Stewart"]
    await librarian.unspell(CLUB, "Jimmy Stewert", (await store.films(OWN)).films[0].film.id)
    assert await cast(store, "Rope") == ["Jimmy Stewert"]


async def test_it_stays_while_another_review_is_of_the_film(librarian, store):
    review = await named_so(librarian, store)
    other = await add(librarian, MISSPELLED.replace("Ada Sample", "Bo Example"), "b.md")
    await librarian.edit(CLUB, review, Edits(film="Fern", year=1950))
    assert await cast(store, "Rope") == ["James Stewart"]
    assert await cast(store, "Fern") == ["Jimmy Stewert"]  # which is another film, for all one knows
    await librarian.edit(CLUB, other, Edits(film="Fern", year=1950))
    assert await cast(store, "Fern") == ["James Stewart"]


async def test_what_people_said_of_the_film_it_becomes_stays(librarian, store):
    review = await named_so(librarian, store)
    other = await add(librarian, MISSPELLED.replace("title: Rope", "title: Fern"), "b.md")
    fern = (await store.review_card(OWN, other)).review.film
    await librarian.spell(CLUB, "Jimmy Stewert", "James M. Stewart", fern.id)
    await librarian.edit(CLUB, review, Edits(film="Fern", year=1948))
    assert await cast(store, "Fern") == ["James M. Stewart"]


async def test_it_waits_for_a_film_that_comes_back(librarian, store):
    review = await named_so(librarian, store)
    await librarian.remove(CLUB, review)
    assert len(await store.spellings(CLUB)) == 1
    await add(librarian, MISSPELLED)
    assert await cast(store, "Rope") == ["James Stewart"]


async def test_it_follows_a_year_that_another_review_brings(librarian, store):
    await named_so(librarian, store, MISSPELLED.replace("year: 1948\n", ""))
    await add(librarian, MISSPELLED.replace("Ada Sample", "Bo Example"), "b.md")
    assert await cast(store, "Rope") == ["James Stewart"]
    assert len((await store.films(OWN)).films) == 1


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


async def test_of_two_changes_of_settings_at_once_none_is_lost(librarian, store):
    await asyncio.gather(
        librarian.change_settings(CLUB, lambda settings: replace(settings, excerpt_limit=200)),
        librarian.change_settings(CLUB, lambda settings: replace(settings, whole_reviews=True)),
    )
    assert await librarian.settings(CLUB) == LibrarySettings(excerpt_limit=200, whole_reviews=True)
    assert await store.settings(CLUB) == await librarian.settings(CLUB)
