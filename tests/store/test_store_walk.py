"""The random walk: everything once before anything twice."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_making import BOTH, GUILD, OPERATOR, load, review

from bot.errors import NothingFound
from bot.models import Film, Theme
from bot.store import Store
from bot.views import QuoteFilter, Scope

FERN = Film("Fern", 1950)


async def fill(store):
    for critic in ("Ada", "Bert"):
        for film in (FERN, Film("Lamp", 1931)):
            await load(
                store,
                review(
                    f"{critic}-{film.title}.txt",
                    f"{critic} on {film.title} one. #action #music",
                    f"{critic} on {film.title} two, with Mirela Stanek. #action",
                    f"{critic} on {film.title} three.",
                    film=film,
                    critic=critic,
                    people={"Mirela Stanek": "Nora"},
                ),
            )
    await load(
        store, review("g.txt", "Guild one. #action", "Guild two.", film=FERN, critic="Ada"), library=GUILD
    )


@pytest.fixture
async def full(filled):
    """Fourteen quotes over two films, two critics and two libraries."""
    store, _ = await filled(fill)
    return store


async def fill_spoilers(store):
    """Half of all quotes give the story away."""
    for critic in ("Ada", "Bert"):
        await load(
            store,
            review(
                f"{critic}.txt",
                f"{critic} one, with Mirela Stanek. #action",
                f"?{critic} two, with Mirela Stanek. #action",
                f"{critic} three.",
                f"?{critic} four. #music",
                film=FERN,
                critic=critic,
                people={"Mirela Stanek": "Nora"},
            ),
        )


async def draws(store, scope, count, **wanted):
    return [(await store.draw_quote(scope, **wanted)).id for _ in range(count)]


@pytest.mark.parametrize(
    ("scope", "wanted", "count"),
    [
        (OPERATOR, {}, 12),
        (BOTH, {}, 14),
        (Scope((GUILD,)), {}, 2),
        (OPERATOR, {"film": "Fern"}, 6),
        (BOTH, {"film": "Fern"}, 8),
        (OPERATOR, {"critic": "Ada"}, 6),
        (BOTH, {"critic": "Ada"}, 8),
        (OPERATOR, {"film": "Fern", "critic": "Ada"}, 3),
        (OPERATOR, {"person": "Mirela Stanek"}, 4),
        (OPERATOR, {"person": "Mirela Stanek", "film": "Fern"}, 2),
        (OPERATOR, {"person": "Mirela Stanek", "critic": "Bert", "about": Theme.ACTION}, 2),
        (OPERATOR, {"about": Theme.ACTION}, 8),
        (BOTH, {"about": Theme.ACTION}, 9),
        (OPERATOR, {"about": Theme.MUSIC, "film": "Fern"}, 2),
        (OPERATOR, {"about": Theme.MUSIC, "critic": "Ada"}, 2),
        (OPERATOR, {"about": Theme.MUSIC, "critic": "Ada", "film": "Lamp"}, 1),
    ],
)
async def test_all_are_shown_before_one_returns(full, scope, wanted, count):
    first = await draws(full, scope, count, **wanted)
    assert len(set(first)) == count
    assert await draws(full, scope, count, **wanted) == first


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"about": Theme.HUMOUR}, "No quote here is about humour. Choose another theme, or try /search."),
        (
            {"critic": "Ada", "about": Theme.PACING},
            "No quote here is by Ada and is about pacing. Ask for less at once, or try /search.",
        ),
        (
            {"person": "Mirela Stanek", "film": "Fern", "about": Theme.MUSIC},
            "No quote here is from a review of Fern, names Mirela Stanek and is about music. "
            "Ask for less at once, or try /search.",
        ),
    ],
)
async def test_nothing_fits(full, wanted, said):
    with pytest.raises(NothingFound) as caught:
        await full.draw_quote(OPERATOR, **wanted)
    assert str(caught.value) == said


async def test_each_scope_and_filter_walks_by_itself(full):
    first = await draws(full, OPERATOR, 6)
    await draws(full, BOTH, 5)
    await draws(full, OPERATOR, 5, about=Theme.ACTION)
    assert not set(first) & set(await draws(full, OPERATOR, 6))


async def test_the_same_thing_typed_otherwise_is_the_same_walk(full):
    ids = [
        (await full.draw_quote(OPERATOR, film=typed)).id
        for typed in ("Fern", "fern (1950)", "Fernn", "FERN", "fer")
    ]
    (choice,) = await full.complete_films(OPERATOR, "fern")
    ids.append((await full.draw_quote(OPERATOR, film=choice.value)).id)
    assert len(set(ids)) == 6


async def test_a_draw_says_what_was_asked_for_in_public_ids(full):
    asked = QuoteFilter("fernn", "ada", "mirela", Theme.ACTION)
    quote, found = await full.draw(OPERATOR, asked)
    assert quote.text == "Ada on Fern two, with Mirela Stanek."
    (person,) = await full.complete_people(OPERATOR, "mirela")
    assert found == QuoteFilter(quote.review.film.id, quote.review.critic.id, person.value, Theme.ACTION)
    assert await full.draw(OPERATOR, found) == (quote, found)
    assert (await full.draw(OPERATOR, QuoteFilter()))[1] == QuoteFilter()


async def test_a_walk_goes_on_after_a_restart(full, open_store):
    first = await draws(full, OPERATOR, 7)
    await full.flush_cursors()
    assert not set(first) & set(await draws(await open_store(), OPERATOR, 5))


async def test_draws_at_once_differ(full):
    drawn = await asyncio.gather(*(full.draw_quote(OPERATOR) for _ in range(12)))
    assert len({quote.id for quote in drawn}) == 12


async def test_the_start_is_random(full, open_store):
    starts = {(await draws(await open_store(), OPERATOR, 1))[0] for _ in range(12)}
    assert len(starts) > 1


async def test_a_review_that_moves_or_comes_anew_disturbs_no_round(full):
    first = await draws(full, OPERATOR, 5)
    texts = {(await full.quote(OPERATOR, one)).text for one in first}
    await full.move_review(0, "reviews", "Ada-Fern.txt", "moved.txt")
    rest = {(await full.draw_quote(OPERATOR)).text for _ in range(7)}
    assert not texts & rest


Step = st.one_of(st.just("draw"), st.integers(0, 9), st.tuples(st.just("remove"), st.integers(0, 9)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=4, unique=True), st.lists(Step, max_size=25))
def test_what_stays_is_shown_once_before_one_returns(first, steps):
    """Between two showings of one quote, every quote that was there all the time is shown."""

    async def walk() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with await Store.open(Path(folder) / "s.db") as store:
                held: dict[str, int] = {}  # text -> the draw since which it is there
                shown: list[str] = []

                async def put(number: int) -> None:
                    texts = [f"Number {number} {which}." for which in "ab"]
                    await store.put_review(0, review(f"{number}.txt", *texts))
                    for text in texts:
                        held.setdefault(text, len(shown))

                for number in first:
                    await put(number)
                for step in [*steps, *["draw"] * 2 * len(first)]:
                    if step == "draw" and held:
                        text = (await store.draw_quote(OPERATOR)).text
                        assert text in held
                        if text in shown:
                            last = len(shown) - 1 - shown[::-1].index(text)
                            between = set(shown[last:])
                            if held[text] <= last:
                                assert {one for one, since in held.items() if since <= last} <= between
                        shown.append(text)
                    elif isinstance(step, int):
                        await put(step)
                    elif isinstance(step, tuple):
                        await store.remove_reviews(0, "reviews", [f"{step[1]}.txt"])
                        for which in "ab":
                            held.pop(f"Number {step[1]} {which}.", None)

    asyncio.run(walk())


@pytest.mark.parametrize(
    ("wanted", "tame", "all_of_them"),
    [
        ({}, 4, 8),
        ({"film": "Fern"}, 4, 8),
        ({"critic": "Ada"}, 2, 4),
        ({"person": "Mirela Stanek"}, 2, 4),
        ({"about": Theme.ACTION}, 2, 4),
        ({"about": Theme.ACTION, "film": "Fern", "critic": "Bert"}, 1, 2),
    ],
)
async def test_quotes_that_give_the_story_away_are_left_out_on_a_walk_of_its_own(
    store, wanted, tame, all_of_them
):
    await fill_spoilers(store)
    tame_ids = set(await draws(store, OPERATOR, 3 * tame, spoilers=False, **wanted))
    # Where the one walk stands moves nothing in the other.
    every = await draws(store, OPERATOR, all_of_them, **wanted)
    assert len(tame_ids) == tame
    assert len(set(every)) == all_of_them
    assert tame_ids < set(every)
    quotes = [await store.quote(OPERATOR, one) for one in tame_ids]
    assert not any(quote.spoiler for quote in quotes)


async def test_where_all_give_the_story_away_nothing_is_drawn(store):
    await fill_spoilers(store)
    with pytest.raises(NothingFound):
        await store.draw_quote(OPERATOR, about=Theme.MUSIC, spoilers=False)


async def test_a_walk_forgotten_while_writing_waits_is_not_written_down(store):
    await load(store, review("a.txt", "One line. #action"), library=GUILD)
    await store.draw_quote(Scope((GUILD,)))
    async with store._db.write():
        flush = asyncio.create_task(store.flush_cursors())
        await asyncio.sleep(0)
        store._drop_walks(GUILD)
    await flush
    async with store._db.read() as db:
        assert await db.rows("SELECT key FROM walks") == []
