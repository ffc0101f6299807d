"""A ZIP given in Discord that brings a manifest: what it says is kept with the reviews, and read again with them."""

from __future__ import annotations

import io
import zipfile

import pytest
from giving import ANN, CLUB, OWN, begin, sources

from bot.errors import NotUnderstood
from bot.models import Edits, Film

TEXT = "The camera never blinks, and it is a splendid, airless stunt with a superb score."
MANIFEST = """
["rope.txt"]
film = "Rope"
year = 1948
critic = "Ada Sample"
cast = ["James Stewart as Rupert Cadell"]
"""


def packed(manifest=MANIFEST):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as held:
        held.writestr("rope.txt", TEXT)
        held.writestr("manifest.toml", manifest)
    return out.getvalue()


async def test_the_preview_shows_what_the_manifest_says(librarian):
    understood = await librarian.understand(CLUB, ANN, "club.zip", packed())
    (one,) = understood.reviews
    assert (one.film, one.critic) == (Film("Rope", 1948), "Ada Sample")
    assert understood.skipped == ()


async def test_it_is_read_again_by_later_rules_and_edited_over(librarian, store, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("bot.workers.VERSION", "an earlier one")
        await librarian.run_import(CLUB, await begin(librarian, packed(), "club.zip"))
    assert await sources(store) == ["club.zip/rope.txt"]
    assert await librarian.refresh_stale(CLUB) == 1
    (card,) = await store.review_cards(OWN, "Rope", "Ada Sample")
    assert (card.review.film.title, card.review.film.year) == ("Rope", 1948)
    cast = (await store.film_cast(OWN, "Rope")).cast
    assert [(one.entry.person, one.entry.characters) for one in cast] == [
        ("James Stewart", ("Rupert Cadell",))
    ]
    await librarian.edit(CLUB, card.review.id, Edits(critic="Bo Example"))
    (card,) = await store.review_cards(OWN, "Rope", "Bo Example")
    assert card.review.film.title == "Rope"
    assert await librarian.refresh_stale(CLUB) == 0


async def test_the_same_with_another_manifest_is_new(librarian):
    await librarian.run_import(CLUB, await begin(librarian, packed(), "club.zip"))
    same = await librarian.understand(CLUB, ANN, "club.zip", packed())
    assert (same.count, same.known) == (0, 1)
    other = await librarian.understand(CLUB, ANN, "club.zip", packed(MANIFEST.replace("1948", "1949")))
    assert (other.count, other.known) == (1, 0)


async def test_a_broken_manifest_is_told_in_words(librarian, store):
    with pytest.raises(
        NotUnderstood, match=r"Nothing in club\.zip can be read as a review: manifest\.toml is not valid TOML"
    ):
        await librarian.understand(CLUB, ANN, "club.zip", packed("[rope.txt"))
    assert await sources(store) == []
