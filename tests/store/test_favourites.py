"""What people keep: for themselves, and counted for a server."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from store_making import BOTH, GUILD, OPERATOR, load, review

from bot.errors import Gone, LimitReached
from bot.store import favourites as module
from bot.views import Scope

NOW = datetime(2026, 3, 1, tzinfo=UTC)
OTHER = 6
ROBIN, MORGAN, NOOR = 1, 2, 3


@pytest.fixture
async def shelf(store):
    """Three quotes of the operator's and one of a server's, as (store, ids by text)."""
    await load(store, review("a.txt", "Fog.", "Rain."), review("b.txt", "Hail."))
    await load(store, review("c.txt", "Snow."), library=GUILD)
    quotes = {}
    for scope, count in ((OPERATOR, 3), (Scope((GUILD,)), 1)):
        for _ in range(count):
            quote = await store.draw_quote(scope)
            quotes[quote.text] = quote.id
    assert sorted(quotes) == ["Fog.", "Hail.", "Rain.", "Snow."]
    return store, quotes


async def texts(store, scope, user=ROBIN):
    return [one.quote.text if one.quote else None for one in await store.favourites(scope, user)]


async def top(store, scope=BOTH, server=GUILD, **limits):
    return [(one.quote.text, one.keepers) for one in await store.most_kept(scope, server, **limits)]


async def test_what_was_kept_last_comes_first_and_a_second_press_takes_it_off(shelf):
    store, quotes = shelf
    for number, text in enumerate(("Fog.", "Snow.", "Hail.")):
        assert await store.toggle_favourite(BOTH, ROBIN, quotes[text], GUILD, NOW + timedelta(hours=number))
    assert await texts(store, BOTH) == ["Hail.", "Snow.", "Fog."]
    assert [one.kept_at for one in await store.favourites(BOTH, ROBIN)][-1] == NOW.isoformat()
    assert not await store.toggle_favourite(OPERATOR, ROBIN, quotes["Fog."], None, NOW)
    assert await texts(store, BOTH) == ["Hail.", "Snow."]
    assert await texts(store, OPERATOR) == ["Hail."]
    assert await texts(store, BOTH, MORGAN) == []


async def test_what_is_out_of_sight_can_be_neither_kept_nor_taken_off(shelf):
    store, quotes = shelf
    for scope in (OPERATOR, Scope((0, OTHER))):
        with pytest.raises(Gone):
            await store.toggle_favourite(scope, ROBIN, quotes["Snow."], OTHER, NOW)
    await store.toggle_favourite(BOTH, ROBIN, quotes["Snow."], GUILD, NOW)
    with pytest.raises(Gone):
        await store.toggle_favourite(OPERATOR, ROBIN, quotes["Snow."], None, NOW)
    assert await store.drop_favourites(OPERATOR, ROBIN) == 0
    assert await texts(store, BOTH) == ["Snow."]


async def test_a_server_counts_what_its_own_people_kept_there(shelf):
    store, quotes = shelf
    for user, text, server in (
        (ROBIN, "Fog.", GUILD),
        (ROBIN, "Snow.", GUILD),
        (MORGAN, "Snow.", GUILD),
        (NOOR, "Fog.", OTHER),
        (MORGAN, "Rain.", None),
        (NOOR, "Hail.", OTHER),
    ):
        await store.toggle_favourite(BOTH, user, quotes[text], server, NOW)
    assert await top(store) == [("Snow.", 2), ("Fog.", 1)]
    assert await top(store, limit=1) == [("Snow.", 2)]
    assert await top(store, OPERATOR) == [
        ("Fog.", 1)
    ]  # where the server is answered from the operator's alone
    assert {text for text, _ in await top(store, server=OTHER)} == {"Fog.", "Hail."}


async def test_one_whose_quote_is_gone_is_still_listed_for_its_keeper_alone(shelf):
    store, quotes = shelf
    for text in ("Fog.", "Snow."):
        await store.toggle_favourite(BOTH, ROBIN, quotes[text], GUILD, NOW)
    await store.remove_reviews(GUILD, "reviews", ["c.txt"])
    assert await texts(store, OPERATOR) == ["Fog."]
    assert sorted(await texts(store, BOTH), key=str) == ["Fog.", None]
    assert await top(store) == [("Fog.", 1)]
    await store.drop_favourite(ROBIN, quotes["Snow."])
    assert await texts(store, BOTH) == ["Fog."]


async def test_pressing_an_old_button_takes_off_what_is_gone(shelf):
    store, quotes = shelf
    await store.toggle_favourite(BOTH, ROBIN, quotes["Snow."], GUILD, NOW)
    await store.remove_reviews(GUILD, "reviews", ["c.txt"])
    assert not await store.toggle_favourite(BOTH, ROBIN, quotes["Snow."], GUILD, NOW)
    with pytest.raises(Gone):
        await store.toggle_favourite(BOTH, ROBIN, quotes["Snow."], GUILD, NOW)


async def test_a_review_read_again_keeps_its_keepers_and_new_words_lose_them(shelf):
    store, quotes = shelf
    await store.toggle_favourite(BOTH, ROBIN, quotes["Fog."], GUILD, NOW)
    await store.toggle_favourite(BOTH, ROBIN, quotes["Rain."], GUILD, NOW + timedelta(hours=1))
    await load(store, review("a.txt", "Fog.", "No rain.", critic="Bo Vale"))
    assert await texts(store, BOTH) == [None, "Fog."]


async def test_a_review_that_moved_is_still_kept_under_all_its_names(shelf):
    store, quotes = shelf
    await store.toggle_favourite(BOTH, ROBIN, quotes["Hail."], GUILD, NOW)
    await store.move_review(0, "reviews", "b.txt", "d.txt")
    await store.move_review(0, "reviews", "d.txt", "e.txt")
    (kept,) = await store.favourites(BOTH, ROBIN)
    assert (kept.id, kept.quote.text, kept.quote.review.source) == (quotes["Hail."], "Hail.", "e.txt")
    await store.toggle_favourite(BOTH, MORGAN, kept.quote.id, GUILD, NOW)
    await store.toggle_favourite(BOTH, NOOR, quotes["Hail."], GUILD, NOW)  # a button from before it moved
    assert await top(store) == [("Hail.", 3)]
    assert not await store.toggle_favourite(BOTH, ROBIN, kept.quote.id, GUILD, NOW)
    assert not await store.toggle_favourite(BOTH, NOOR, quotes["Hail."], GUILD, NOW)
    assert await top(store) == [("Hail.", 1)]


async def test_there_is_an_end_to_what_one_person_keeps(shelf, monkeypatch):
    store, quotes = shelf
    monkeypatch.setattr(module, "FAVOURITES", 2)
    for text in ("Fog.", "Snow."):
        await store.toggle_favourite(BOTH, ROBIN, quotes[text], GUILD, NOW)
    with pytest.raises(LimitReached, match="/favourites"):
        await store.toggle_favourite(BOTH, ROBIN, quotes["Hail."], GUILD, NOW)
    await store.toggle_favourite(BOTH, MORGAN, quotes["Hail."], GUILD, NOW)
    assert not await store.toggle_favourite(BOTH, ROBIN, quotes["Fog."], GUILD, NOW)
    assert await store.toggle_favourite(BOTH, ROBIN, quotes["Hail."], GUILD, NOW)


async def test_all_of_a_scope_goes_at_once_and_all_of_a_person_wherever(shelf):
    store, quotes = shelf
    for user in (ROBIN, MORGAN):
        for text in quotes:
            await store.toggle_favourite(BOTH, user, quotes[text], GUILD, NOW)
    assert await store.drop_favourites(OPERATOR, ROBIN) == 3
    assert await texts(store, BOTH) == ["Snow."]
    assert await store.count_favourites_of(MORGAN) == 4
    assert await store.forget_favourites_of(MORGAN) == 4
    assert await store.count_favourites_of(MORGAN) == 0
    assert await texts(store, BOTH) == ["Snow."]


async def test_forgetting_a_server_forgets_what_was_kept_there_and_of_it(shelf):
    store, quotes = shelf
    await store.toggle_favourite(BOTH, ROBIN, quotes["Fog."], GUILD, NOW)
    await store.toggle_favourite(BOTH, ROBIN, quotes["Snow."], None, NOW)
    await store.toggle_favourite(OPERATOR, ROBIN, quotes["Hail."], OTHER, NOW)
    await store.forget(GUILD)
    assert await store.count_favourites_of(ROBIN) == 1
    assert await texts(store, BOTH) == ["Hail."]


async def test_a_server_that_only_keeps_is_known_to_have_been_left(shelf):
    store, quotes = shelf
    await store.toggle_favourite(Scope((0, OTHER)), ROBIN, quotes["Fog."], OTHER, NOW)
    assert await store.server_libraries() == {GUILD: False, OTHER: False}
    await store.mark_left(OTHER, NOW)
    assert await store.expired(NOW + timedelta(days=31)) == (OTHER,)


async def test_reading_favourites_goes_by_indexes(shelf, tmp_path, monkeypatch):
    store, quotes = shelf
    await store.toggle_favourite(BOTH, ROBIN, quotes["Fog."], GUILD, NOW)
    asked = []
    from bot.store.connections import Connection

    run = Connection.rows

    async def noted(self, sql, values=None):
        asked.append((sql, values))
        return await run(self, sql, values)

    monkeypatch.setattr(Connection, "rows", noted)
    await store.favourites(BOTH, ROBIN)
    await store.most_kept(BOTH, GUILD)
    plans = [(sql, values) for sql, values in asked if "favourites" in sql]
    assert len(plans) == 2
    with contextlib.closing(sqlite3.connect(tmp_path / "store.db")) as db:
        for sql, values in plans:
            details = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
            assert not [one for one in details if one.startswith("SCAN") and "json_each" not in one], details
