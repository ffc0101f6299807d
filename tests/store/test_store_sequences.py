"""Any sequence of loads that ends in the same files exports the same as one fresh load."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_making import exported, load, review, settle

from bot.models import Film
from bot.store import Store

FILMS = (Film("Fern", 1950), Film("The Lamp", 1931), None)
SOURCES = ("a.txt", "b.txt", "c/d.txt")


def version(source: str, number: int):
    """One of some contents that a file may have."""
    film = FILMS[number % 3]
    people = {"Mirela Stanek": f"Nora {number % 2}", "Jon Vale": "role:director"} if number % 2 else {}
    return review(
        source,
        "Fog, and Mirela Stanek in it. #visuals",
        f"!Number {number}.",
        "Fog, and Mirela Stanek in it. #visuals",
        film=film,
        critic=("Ada", None)[number % 2],
        percent=(10.0, 33.3, None, 70.1)[number % 4],
        people=people,
    )


Put = st.tuples(st.just("put"), st.sampled_from(SOURCES), st.integers(0, 5))
Move = st.tuples(st.just("move"), st.sampled_from(SOURCES), st.sampled_from(SOURCES))
Remove = st.tuples(st.just("remove"), st.sampled_from(SOURCES), st.none())
Settle = st.tuples(st.just("settle"), st.none(), st.none())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(Put, Move, Remove, Settle), max_size=14))
@example([("put", "a.txt", 1), ("settle", None, None), ("remove", "a.txt", None), ("put", "a.txt", 1)])
@example(
    [("put", "a.txt", 1), ("settle", None, None), ("move", "a.txt", "b.txt"), ("move", "b.txt", "a.txt")]
)
@example(
    [
        ("put", "a.txt", 1),
        ("put", "b.txt", 4),
        ("settle", None, None),
        ("put", "a.txt", 2),
        ("put", "a.txt", 1),
    ]
)
def test_the_way_there_leaves_no_trace(steps):
    async def check() -> None:
        with tempfile.TemporaryDirectory() as folder:
            files: dict[str, int] = {}
            async with await Store.open(Path(folder) / "long.db") as store:
                for what, source, other in steps:
                    if what == "put":
                        await store.put_review(0, version(source, other))
                        files[source] = other
                    elif what == "move" and source in files and other not in files:
                        await store.move_review(0, "reviews", source, other)
                        files[other] = files.pop(source)
                    elif what == "remove":
                        await store.remove_reviews(0, "reviews", [source])
                        files.pop(source, None)
                    elif what == "settle":
                        await settle(store, 0)
                await settle(store, 0)
                travelled = await exported(store)
                assert await store.integrity() == ()
                known = await store.film_digests(0)
            async with await Store.open(Path(folder) / "fresh.db") as store:
                await load(store, *(version(source, number) for source, number in sorted(files.items())))
                assert await exported(store) == travelled
                assert await store.film_digests(0) == known

    asyncio.run(check())
