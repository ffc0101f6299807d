"""A server's library is invisible everywhere else: not even a spelling crosses over."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime

import pytest
from store_making import GUILD, OPERATOR, load, overall, review

from bot.errors import PullquoteError
from bot.models import Film, Theme
from bot.store import Store
from bot.views import QuoteFilter, Scope

THEIRS = "Vexmoor"  # stands in every text and name of the server's library
NOW = datetime(2026, 3, 1, tzinfo=UTC)
SHARED = Film("The Lamp", 1931)

# Each public read, as a member of another server might ask.
READS = {
    "complete_films": lambda store, scope, ids: store.complete_films(scope, "vexm"),
    "complete_critics": lambda store, scope, ids: store.complete_critics(scope, "vexmoor", "The Lamp"),
    "complete_people": lambda store, scope, ids: store.complete_people(scope, "", "Lamp"),
    "film_card": lambda store, scope, ids: store.film_card(scope, "The Lamp"),
    "film_scores": lambda store, scope, ids: store.film_scores(scope, "The Lamp"),
    "film_cast": lambda store, scope, ids: store.film_cast(scope, "The Lamp"),
    "person_card": lambda store, scope, ids: store.person_card(scope, "Mirela Stanek"),
    "review_cards": lambda store, scope, ids: store.review_cards(scope, "The Lamp", "Ada"),
    "review_card": lambda store, scope, ids: store.review_card(scope, ids["review"]),
    "quote": lambda store, scope, ids: store.quote(scope, ids["quote"]),
    "draw_quote": lambda store, scope, ids: store.draw_quote(scope, film="The Lamp", about=Theme.ACTION),
    "draw": lambda store, scope, ids: store.draw(scope, QuoteFilter(film="The Lamp")),
    "draw_behind": lambda store, scope, ids: store.draw_behind(scope, QuoteFilter(film="The Lamp"), 0),
    "search": lambda store, scope, ids: store.search(scope, "fog", per_page=50),
    "films": lambda store, scope, ids: store.films(scope),
    "critics": lambda store, scope, ids: store.critics(scope),
    "holdings": lambda store, scope, ids: store.holdings(scope),
    "fitting": lambda store, scope, ids: store.fitting(scope, "Vexmoor Hall in the fog"),
    "favourites": lambda store, scope, ids: store.favourites(scope, 1),
    "most_kept": lambda store, scope, ids: store.most_kept(scope, GUILD),
    "toggle_favourite": lambda store, scope, ids: toggled(store, scope, ids["quote"]),
    "drop_favourites": lambda store, scope, ids: dropped(store, scope),
}
# And the ways in which what was typed or clicked may name the server's things.
NAMED = {
    "film by near title": lambda store, scope, ids: store.film_card(scope, "Vexmor Hall"),
    "film by id": lambda store, scope, ids: store.film_card(scope, ids["film"]),
    "scores by title": lambda store, scope, ids: store.film_scores(scope, "Vexmoor Hall"),
    "cast by title": lambda store, scope, ids: store.film_cast(scope, "Vexmoor Hall"),
    "critic by near name": lambda store, scope, ids: store.review_cards(scope, "The Lamp", "Cora Vexmor"),
    "critic by id": lambda store, scope, ids: store.draw_quote(scope, critic=ids["critic"]),
    "person by near name": lambda store, scope, ids: store.person_card(scope, "Ivo Vexmor"),
    "person by id": lambda store, scope, ids: store.draw_quote(scope, person=ids["person"]),
    "old review id": lambda store, scope, ids: store.review_card(scope, ids["old review"]),
    "old quote id": lambda store, scope, ids: store.quote(scope, ids["old quote"]),
    "search by word": lambda store, scope, ids: store.search(scope, "vexmoor"),
    "search in film": lambda store, scope, ids: store.search(scope, "fog", film="Vexmoor Hall"),
    "search by critic": lambda store, scope, ids: store.search(scope, "fog", critic=ids["critic"]),
    "people, any": lambda store, scope, ids: store.complete_people(scope, "vex"),
    "critics, any": lambda store, scope, ids: store.complete_critics(scope, ""),
    "films, any": lambda store, scope, ids: store.complete_films(scope, ""),
    "a guild that has none": lambda store, scope, ids: store.films(Scope((0, 77))),
}


async def toggled(store, scope, quote):
    """What somebody else keeps, once they keep that."""
    if not await store.toggle_favourite(scope, 2, quote, None, NOW):
        assert await store.toggle_favourite(scope, 2, quote, None, NOW)
    return await store.favourites(scope, 2)


async def dropped(store, scope):
    """What was dropped, where anything was."""
    held = await store.favourites(scope, 1)
    assert await store.drop_favourites(scope, 1) == len(held)
    for one in held:
        await store.toggle_favourite(scope, 1, one.id, GUILD, NOW)
    return held


async def fill(store):
    people = {"Mirela Stanek": "Nora"}
    mine = review(
        "a.txt", "!Fog on Mirela Stanek. #action", film=SHARED, critic="Ada", percent=50.0, people=people
    )
    await load(store, mine, review("b.txt", "Nora, unseen.", film=SHARED, critic="Bo"))
    theirs = {"Mirela Stanek": "Vexmoor's Nora", "Ivo Vexmoor": "Vexmoor", "Una Vexmoor": "role:director"}
    for source, film, critic in (
        ("v.txt", SHARED, "Ada"),
        ("w.txt", SHARED, "Cora Vexmoor"),
        ("x.txt", Film("Vexmoor Hall", 1940), "Cora Vexmoor"),
        ("y.txt", Film("Vexmoor Hall", 1940), None),
    ):
        text = "!Vexmoor fog with Mirela Stanek and Ivo Vexmoor. #action"
        record = review(
            source,
            text,
            film=film,
            critic=critic,
            outlet="Vexmoor Times",
            scores=(overall(90.0, "Vexmoor 9"),),
            people=theirs,
            root="vexmoor",
        )
        await load(store, record, library=GUILD)
    guild = Scope((GUILD,))
    old = (await store.review_cards(guild, "Vexmoor Hall", "Cora Vexmoor"))[0]
    ids = {"old review": old.review.id, "old quote": old.verdict.id}
    await store.move_review(GUILD, "vexmoor", "x.txt", "vexmoor-x.txt")
    (moved,) = await store.review_cards(guild, "Vexmoor Hall", "Cora Vexmoor")
    ids |= {"review": moved.review.id, "quote": moved.verdict.id, "film": moved.review.film.id}
    ids |= {"critic": moved.review.critic.id}
    ids["person"] = (await store.complete_people(guild, "Ivo"))[0].value
    await store.toggle_favourite(guild, 1, ids["quote"], GUILD, NOW)
    return ids


@pytest.fixture
async def full(filled):
    """The operator's reviews, and a server's of the same film and of its own."""
    return await filled(fill)


def test_every_read_is_asked():
    reads = {
        name
        for name, method in inspect.getmembers(Store, inspect.isfunction)
        if not name.startswith("_") and "scope" in inspect.signature(method).parameters
    }
    assert reads == set(READS)


@pytest.mark.parametrize("ask", [*READS.values(), *NAMED.values()], ids=[*READS, *NAMED])
@pytest.mark.parametrize("scope", [OPERATOR, Scope((0, 77))], ids=["operator", "another server"])
async def test_nothing_crosses_over(full, scope, ask):
    store, ids = full
    # Asked twice, and by the server itself in between: what is kept in memory must not cross over either.
    for _ in range(2):
        try:
            answer = repr(await ask(store, scope, ids))
        except PullquoteError as error:
            answer = repr(getattr(error, "nearest", ()))
        assert THEIRS.casefold() not in answer.casefold()
        await ask_quietly(ask, store, ids)


async def ask_quietly(ask, store, ids) -> None:
    try:
        await ask(store, Scope((GUILD,)), ids)
    except PullquoteError:
        return


@pytest.mark.parametrize("ask", [*READS.values(), *NAMED.values()], ids=[*READS, *NAMED])
async def test_the_server_itself_is_answered(full, ask):
    """The other half of the proof: each of those questions has an answer, for those who may have it."""
    store, ids = full
    try:
        answer = await ask(store, Scope((GUILD,)), ids)
    except PullquoteError as error:
        answer = getattr(error, "nearest", None)
    assert ask is NAMED["a guild that has none"] or THEIRS in repr(answer)


async def test_counts_are_of_the_scope(full):
    store, _ = full
    card = await store.film_card(OPERATOR, "The Lamp")
    assert (len(card.lines), card.scored, card.mean_percent) == (2, 1, 50.0)
    assert (await store.film_cast(OPERATOR, "The Lamp")).reviews == 2
    assert (await store.search(OPERATOR, "fog")).page.total == 1
    held = await store.holdings(OPERATOR)
    assert (held.reviews, held.films, held.critics, held.quotes, held.sources) == (2, 1, 2, 2, ())
    assert (await store.holdings(Scope((GUILD,)))).roots == ()
