"""Quotes of the day in the store: each day's is claimed once, whoever tries, and forgotten with its server."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from store_making import GUILD, OPERATOR, load, review

from bot.daily import FAILURES, Daily, Due, State, Style, Trouble
from bot.errors import NothingFound
from bot.views import QuoteFilter, Searched

OTHER = 6
NOW = datetime(2026, 3, 1, 18, tzinfo=UTC)
TODAY, TOMORROW = (Due(date(2026, 3, day), NOW + timedelta(days=day - 1)) for day in (1, 2))


def daily(library=GUILD, due=TODAY, **changes):
    return replace(Daily(library, 11, 18 * 60, "UTC", 7, due, 5), **changes)


async def test_it_is_read_as_it_was_put(store):
    assert await store.daily(GUILD) is None
    wanted = daily(film="abcdefghij", searched=Searched.OWN, style=Style.CARD)
    await store.put_daily(wanted)
    assert await store.daily(GUILD) == wanted
    assert await store.daily(OTHER) is None
    await store.put_daily(replace(wanted, channel=12, cursor=99))
    assert await store.daily(GUILD) == replace(wanted, channel=12)  # its walk goes on
    assert await store.remove_daily(GUILD)
    assert not await store.remove_daily(GUILD)
    assert await store.daily(GUILD) is None


async def test_only_what_is_due_and_wanted_is_listed(store):
    for library in (GUILD, OTHER, 7, 8):
        await store.put_daily(daily(library))
    await store.put_daily(daily(OTHER, TOMORROW))
    await store.pause_daily(7)
    await store.mark_left(8, NOW)
    assert [one.library for one in await store.due_dailies(NOW)] == [GUILD]
    assert await store.due_dailies(NOW - timedelta(microseconds=1)) == ()
    assert [one.library for one in await store.due_dailies(TOMORROW.at)] == [GUILD, OTHER]


async def test_of_many_processes_one_claims_a_day(open_store):
    stores = [await open_store() for _ in range(3)]
    await stores[0].put_daily(daily())
    due = [(await store.due_dailies(NOW))[0] for store in stores]
    tries = [
        store.claim_daily(one, TOMORROW, 77, NOW)
        for store, one in zip(stores, due, strict=True)
        for _ in range(3)
    ]
    assert sum(await asyncio.gather(*tries)) == 1
    for store in stores:
        assert await store.due_dailies(NOW) == ()
        assert (await store.daily(GUILD)).due == TOMORROW
        assert (await store.daily(GUILD)).cursor == 77


@pytest.mark.parametrize("change", ["pause", "set", "film", "off", "walked"])
async def test_what_is_changed_meanwhile_is_not_claimed(store, change):
    await store.put_daily(daily())
    (due,) = await store.due_dailies(NOW)
    if change == "pause":
        await store.pause_daily(GUILD)
    elif change == "set":
        await store.put_daily(daily(channel=12))
    elif change == "film":
        await store.put_daily(daily(film="abcdefghij"))
    elif change == "walked":
        assert await store.move_walk(due, 6)
    else:
        await store.remove_daily(GUILD)
    assert not await store.claim_daily(due, TOMORROW, 77, NOW)
    assert await store.days_claimed(GUILD) == frozenset()


async def test_a_day_is_never_claimed_twice_however_it_is_set(store):
    await store.put_daily(daily())
    assert await store.claim_daily(daily(), TOMORROW, 6, NOW)
    await store.remove_daily(GUILD)
    await store.put_daily(daily())
    assert not await store.claim_daily(daily(), TOMORROW, 6, NOW)
    assert (await store.daily(GUILD)).due == TOMORROW  # nor tried again


async def test_what_came_of_a_claim_is_told(store):
    assert await store.last_daily(GUILD) is None
    await store.put_daily(daily())
    await store.claim_daily(daily(), TOMORROW, 6, NOW)
    last = await store.last_daily(GUILD)
    assert (last.day, last.message, last.failed) == (TODAY.day, None, False)
    await store.note_posted(daily(), 123)
    last = await store.last_daily(GUILD)
    assert (last.channel, last.message, last.failed) == (11, 123, False)


async def test_it_stops_after_failures_in_a_row(store):
    await store.put_daily(daily())
    stopped = [await store.note_failed(daily(), Trouble.FORBIDDEN) for _ in range(FAILURES - 1)]
    await store.note_posted(daily(), 1)
    stopped += [await store.note_failed(daily(), Trouble.NOTHING) for _ in range(FAILURES)]
    assert stopped == [False] * (len(stopped) - 1) + [True]
    held = await store.daily(GUILD)
    assert (held.state, held.failures, held.trouble) == (State.STOPPED, FAILURES, Trouble.NOTHING)
    assert not await store.note_failed(daily(), Trouble.NOTHING)  # a manager is told once
    assert await store.due_dailies(TOMORROW.at) == ()
    await store.resume_daily(GUILD, TOMORROW)
    held = await store.daily(GUILD)
    assert (held.state, held.failures, held.trouble, held.due) == (State.ON, 0, None, TOMORROW)


async def test_who_set_it_can_be_forgotten_and_it_goes_on(store):
    for library, user in ((GUILD, 7), (OTHER, 7), (9, 8)):
        await store.put_daily(daily(library, user=user))
    assert await store.count_dailies_of(7) == 2
    await store.forget_setter(7, OTHER)
    assert [(await store.daily(library)).user for library in (GUILD, OTHER, 9)] == [7, None, 8]
    await store.forget_setter(7)
    assert await store.count_dailies_of(7) == 0
    assert [(await store.daily(library)).user for library in (GUILD, OTHER, 9)] == [None, None, 8]
    assert [one.library for one in await store.due_dailies(NOW)] == [GUILD, OTHER, 9]
    await store.put_daily(daily(user=8))
    assert (await store.daily(GUILD)).user == 8


async def test_days_long_gone_are_forgotten(store):
    await store.put_daily(daily())
    await store.claim_daily(daily(), TOMORROW, 6, NOW)
    later = NOW + timedelta(days=41)
    await store.claim_daily(daily(due=TOMORROW, cursor=6), Due(later.date(), later), 6, later)
    assert await store.days_claimed(GUILD) == {TOMORROW.day}


async def test_its_walk_is_its_own_and_meets_each_quote_once(store):
    await load(store, *(review(f"{n}.txt", f"Fog number {n}. #visuals") for n in range(6)))
    cursor, seen = 0, []
    for _ in range(6):
        quote, _, cursor = await store.draw_behind(OPERATOR, QuoteFilter(), cursor)
        seen.append(quote.id)
        await store.draw_quote(OPERATOR)
    assert len(set(seen)) == 6
    assert (await store.draw_behind(OPERATOR, QuoteFilter(), cursor))[0].id == seen[0]


async def test_an_empty_library_has_nothing_to_draw(store):
    with pytest.raises(NothingFound):
        await store.draw_behind(OPERATOR, QuoteFilter(), 0)
