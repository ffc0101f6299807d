"""One review is added, changed, removed, taken back by whoever gave it."""

from __future__ import annotations

import pytest
from giving import ANN, BEN, CLUB, FERN, OTHER, OWN, ROPE, add, sources, texts

from bot.errors import Gone
from bot.models import Edits
from bot.store.records import OriginalState
from bot.views import Adders, LibrarySettings, Scope


async def test_what_is_added_is_answered_from(librarian, store):
    public = await add(librarian, ROPE, "rope.md")
    assert (await store.film_card(OWN, "Rope")).scored == 1
    (card,) = await store.review_cards(OWN, "Rope", "Ada")
    assert (card.review.id, card.review.source) == (public, "rope.md")
    assert [member.entry.person for member in (await store.film_cast(OWN, "Rope")).cast] == ["James Stewart"]
    assert (await store.holdings(Scope((0, OTHER)))).reviews == 0
    # A second file of the same name is another review.
    assert await add(librarian, FERN, "rope.md") != public
    assert await sources(store) == ["rope-2.md", "rope.md"]
    choices = await librarian.complete(CLUB, "fern")
    assert [choice.name for choice in choices] == ["Fern (1950) · Bo Example · rope-2.md"]
    assert await librarian.complete(CLUB, "fern", user=BEN) == await librarian.complete(OTHER, "") == ()


async def test_an_edit_reads_what_was_given_again(librarian, store):
    public = await add(librarian, ROPE)
    assert [choice.value for choice in await librarian.complete(CLUB, "ada")] == [public]
    await librarian.edit(CLUB, public, Edits(film="Rope Unlimited", critic="Cora"))
    assert await librarian.complete(CLUB, "ada") == ()
    assert [choice.name for choice in await librarian.complete(CLUB, "")] == ["Rope Unlimited · Cora · a.md"]
    (card,) = await store.review_cards(OWN, "Rope Unlimited", "Cora")
    assert (card.review.id, card.scores[0].raw) == (public, "4/5")
    assert [one.name for one in await store.complete_films(OWN, "")] == ["Rope Unlimited"]
    await librarian.edit(CLUB, public, Edits())  # takes the place of the earlier ones
    assert (await store.review_cards(OWN, "Rope", "Ada Sample"))[0].review.id == public
    with pytest.raises(Gone):
        await librarian.edit(CLUB, public, Edits(), user=BEN)
    with pytest.raises(Gone):
        await librarian.edit(OTHER, public, Edits())


async def test_what_is_removed_is_gone(librarian, store):
    public = await add(librarian, ROPE)
    await add(librarian, FERN, "fern.md")
    for library, user in ((CLUB, BEN), (OTHER, None)):
        with pytest.raises(Gone):
            await librarian.remove(library, public, user=user)
    await librarian.remove(CLUB, public, user=ANN)
    assert await sources(store) == ["fern.md"]
    assert [one.film.title for one in await store.exported_films(CLUB)] == ["Fern"]
    with pytest.raises(Gone):
        await librarian.remove(CLUB, public)


async def test_a_member_takes_back_all_they_gave(librarian, store):
    await librarian.put_settings(CLUB, LibrarySettings(Adders.EVERYONE))
    await add(librarian, ROPE, user=BEN)
    kept = await add(librarian, FERN, user=ANN)
    await librarian.propose(CLUB, BEN, await librarian.understand(CLUB, BEN, "c.md", b"A superb third one."))
    await add(librarian, ROPE, user=BEN, library=OTHER)
    assert await librarian.remove_all_of(CLUB, BEN) == 2
    assert [one.id for one in (await store.originals(CLUB, list(OriginalState))).lines] == [kept]
    assert len(await texts(store, OTHER)) == 1


async def test_later_rules_read_what_was_given_again(librarian, store, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("bot.workers.VERSION", "an earlier one")
        old = await add(librarian, ROPE, edits=Edits(critic="Cora"))
    await add(librarian, FERN, "fern.md")
    before = {mark.id: mark.fingerprint for mark in await store.kept_marks(CLUB)}
    assert await librarian.refresh_all() == 1
    after = {mark.id: mark.fingerprint for mark in await store.kept_marks(CLUB)}
    assert [public for public in after if after[public] != before[public]] == [old]
    assert (await store.review_cards(OWN, "Rope", "Cora"))[0].review.id == old
    assert await librarian.refresh_stale(CLUB) == 0
