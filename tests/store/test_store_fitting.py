"""Quotes that fit a message: what it names, what it shares, and what never counts."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_making import BOTH, GUILD, OPERATOR, load, review

from bot.errors import NothingFound
from bot.models import Film
from bot.store import Store
from bot.views import Scope

THEIRS = Scope((GUILD,))
HEAT = Film("Heat", 1995)
IT = Film("It", 2017)
THIRD = Film("The Third Man", 1949)
SPIRITED = Film("千と千尋の神隠し", 2001)


async def fill(store):
    await load(
        store,
        review("lamp.txt", "The fog over the harbour is lovely.", "A patient harbour tale.", "(Fog, again.)"),
        review("heat.txt", "Heat is the best of them.", "The heist crackles.", film=HEAT, critic="Bert Ox"),
        review(
            "it.txt", "The clown is a marvel.", "?The clown dies.", film=IT, people={"Mirela Stanek": "Bev"}
        ),
        review("third.txt", "The zither sings.", "The sewers gleam.", film=THIRD, critic="FilmGoose"),
        review("geese.txt", "The heat of a brewery fire.", "In that heat, geese.", film=Film("Geese", 1928)),
        review("spirited.txt", "A bathhouse of marvels.", film=SPIRITED, critic="Cora Vance"),
    )
    await load(
        store,
        review(
            "own.txt", "The harbour is dull.", "A zither again.", critic="Dora Own", film=Film("Own", 2001)
        ),
        library=GUILD,
    )


@pytest.fixture
async def full(filled):
    """Some films with titles that are everyday words, and a server's own library."""
    store, _ = await filled(fill)
    return store


def told(found):
    return [quote.text for quote in found.quotes]


async def films(store, text, scope=OPERATOR):
    """The films a message is taken to name."""
    try:
        return [film.title for film in (await store.fitting(scope, text)).films]
    except NothingFound:
        return []


async def test_whole_quotes_that_share_most_words_come_first(full):
    found = await full.fitting(OPERATOR, "Is there something with fog in a harbour?")
    assert told(found) == ["The fog over the harbour is lovely.", "A patient harbour tale."]
    assert set(found.words) == {"fog", "harbour"}
    assert (found.films, found.critics, found.people) == ((), (), ())


async def test_a_word_in_another_form_fits_and_counts_once(full):
    other = await full.fitting(OPERATOR, "fogs, harbours harbouring harbour")
    assert told(other) == told(await full.fitting(OPERATOR, "fog harbour"))
    assert len(other.words) == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the third man was on tv", ["The Third Man"]),
        ("I love The Third Man’s zither", ["The Third Man"]),
        ("a thirdman harbour", []),
        ("did you see It last night?", ["It"]),
        ("*it* is the one", ["It"]),
        ("it (2017) or nothing", ["It"]),
        ("it", ["It"]),
        ("it is a harbour", []),
        ("It is a harbour", []),
        ("I LIKE IT IN THE HARBOUR", []),
        ("we saw Heat by the harbour", ["Heat"]),
        ("heat 1995 please", ["Heat"]),
        ("the harbour heat is killing me", []),
        ("Heat makes the harbour shimmer", []),
        ("千と千尋の神隠しが好き", ["千と千尋の神隠し"]),
        ("**The Third Man** and “Heat”, the harbour", ["Heat", "The Third Man"]),
    ],
)
async def test_a_film_is_named_or_its_title_is_only_an_everyday_word(full, text, named):
    assert sorted(await films(full, text)) == named


async def test_a_title_in_small_letters_counts_where_nobody_else_uses_the_word(full):
    assert await films(full, "some geese") == ["Geese"]


async def test_what_is_named_narrows_the_quotes_and_its_words_still_rank_them(full):
    found = await full.fitting(OPERATOR, "The Third Man gleams, unlike that harbour")
    assert told(found) == ["The sewers gleam.", "The zither sings."]


async def test_critics_and_people_are_named_too(full):
    by = await full.fitting(OPERATOR, "bert ox says so")
    assert (by.critics, {quote.review.source for quote in by.quotes}) == (("Bert Ox",), {"heat.txt"})
    assert (await full.fitting(OPERATOR, "FilmGoose again")).critics == ("FilmGoose",)
    with pytest.raises(NothingFound):
        await full.fitting(OPERATOR, "Ada")  # a given name is nobody's


async def test_a_person_narrows_to_what_names_them(store):
    await load(
        store,
        review("a.txt", "Mirela Stanek glows.", "The fog rolls.", people={"Mirela Stanek": "Nora"}),
        review("b.txt", "The fog rolls twice."),
    )
    found = await store.fitting(OPERATOR, "mirela stanek in the fog")
    assert (told(found), found.people) == (["Mirela Stanek glows."], ("Mirela Stanek",))


async def test_beside_a_film_a_person_ranks_what_is_said_of_it(store):
    await load(
        store,
        review(
            "a.txt",
            "The fog rolls.",
            "The lamp is lit.",
            "Mirela Stanek glows.",
            people={"Mirela Stanek": "N"},
        ),
    )
    found = await store.fitting(OPERATOR, "Mirela Stanek in The Lamplighter's Daughter")
    assert (told(found)[0], len(found.quotes), found.people) == ("Mirela Stanek glows.", 3, ())


async def test_where_a_film_and_a_critic_never_met_the_film_counts(full):
    found = await full.fitting(OPERATOR, "Bert Ox on The Third Man")
    assert ([film.title for film in found.films], found.critics) == (["The Third Man"], ())


async def test_spoilers_are_left_out_where_they_are_hidden(full):
    assert "The clown dies." in told(await full.fitting(OPERATOR, "the clown"))
    assert told(await full.fitting(OPERATOR, "the clown", spoilers=False)) == ["The clown is a marvel."]
    assert told(await full.fitting(OPERATOR, "*It*", spoilers=False)) == ["The clown is a marvel."]


async def test_of_many_reviews_each_is_heard_once_before_one_is_heard_twice(store):
    await load(store, *(review(f"{n}.txt", *(f"Fog {n} {m}." for m in "abc")) for n in range(4)))
    found = await store.fitting(OPERATOR, "fog")
    assert len(found.quotes) == 5
    assert {quote.review.source for quote in found.quotes} == {f"{n}.txt" for n in range(4)}
    assert len((await store.fitting(OPERATOR, "fog", most=3)).quotes) == 3


async def test_rarity_is_counted_within_the_scope_and_nothing_else_is_heard(store, tmp_path):
    common = [review(f"{n}.txt", f"Fog number {n}.") for n in range(20)]
    await load(store, *common, review("one.txt", "A harbour, one.", "Plain fog."))
    await load(store, *(review(f"{n}.txt", f"Harbour, {n}.") for n in range(60)), library=GUILD)
    alone = await store.fitting(OPERATOR, "fog harbour")
    assert told(alone)[0] == "A harbour, one."
    async with await Store.open(tmp_path / "alone.db") as other:
        await load(other, *common, review("one.txt", "A harbour, one.", "Plain fog."))
        assert await other.fitting(OPERATOR, "fog harbour") == alone


async def test_a_server_hears_its_own_and_others_never_do(full):
    own = told(await full.fitting(THEIRS, "harbour zither"))
    assert sorted(own) == ["A zither again.", "The harbour is dull."]
    assert "The harbour is dull." in told(await full.fitting(BOTH, "harbour"))
    assert "The harbour is dull." not in told(await full.fitting(OPERATOR, "harbour"))
    for text in ("Dora Own", "*Own* (2001)", "Own 2001"):
        with pytest.raises(NothingFound):
            await full.fitting(OPERATOR, text)
    assert await films(full, "The Third Man", THEIRS) == []


@pytest.mark.parametrize("text", ["", "🎬🎬 👻", "!!! ???", "  \n "])
async def test_a_message_without_words_is_refused_in_words(full, text):
    with pytest.raises(NothingFound, match="no words"):
        await full.fitting(OPERATOR, text)


async def test_where_nothing_fits_it_is_said_what_to_do(full):
    with pytest.raises(NothingFound, match="/films"):
        await full.fitting(OPERATOR, "who brings the crisps?")
    with pytest.raises(NothingFound):
        await full.fitting(Scope((99,)), "harbour")


async def test_operators_of_the_search_are_only_words(full):
    found = await full.fitting(OPERATOR, '```sql\nNOT harbour* AND ("fog" NEAR/2 -zither) OR {text} : ^\n```')
    assert set(told(found)) >= {"The fog over the harbour is lovely.", "The zither sings."}


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
@example("harbour " * 600)
@example(" ".join(f"word{n}" for n in range(900)))
@example("“It” *it* _It_ (2017) 千と千尋の神隠し ½ ﬁlm ß İ")
@example('"" NEAR( fog* "')
async def test_any_message_is_answered_or_refused_in_words(kept, text):
    if "path" in kept and "answer" not in kept:
        async with await Store.open(kept["path"]) as store:
            kept["answer"] = await fill(store)
    async with await Store.open(kept["path"]) as store:
        try:
            found = await store.fitting(OPERATOR, text)
        except NothingFound:
            return
    assert 1 <= len(found.quotes) <= 5
    assert all(quote.review.library == 0 for quote in found.quotes)
