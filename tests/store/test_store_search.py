"""Full-text search: what matches, in what order, and where the marks stand."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_making import BOTH, GUILD, OPERATOR, load, review

from bot.errors import NothingFound
from bot.models import Film, Sentence
from bot.store import Store
from bot.store.search import match_expression
from bot.views import Page


def marked(hit):
    return [hit.text[start:end] for start, end in hit.marks]


async def fill(store):
    await load(
        store,
        review(
            "a.txt", "A flamethrower lights the fog.", "(The café 🎬 opens: naïve 𝒩𝒶𝓂𝑒, cafe.)", "?He drowns."
        ),
        review(
            "b.txt", "Flamethrowers again, chase a car.", "A car chase, then a long walk home.", critic="Bert"
        ),
        review("c.txt", "The chase is fern green.", film=Film("Fern", 1950)),
    )


@pytest.fixture
async def full(filled):
    """Two critics, two films."""
    store, _ = await filled(fill)
    return store


async def test_words_match_in_any_form(full):
    page = await full.search(OPERATOR, "flamethrower")
    assert sorted(hit.text for hit in page.hits) == [
        "A flamethrower lights the fog.",
        "Flamethrowers again, chase a car.",
    ]
    assert sorted(marked(hit) for hit in page.hits) == [["Flamethrowers"], ["flamethrower"]]


async def test_a_hit_is_verbatim_and_attributed(full):
    (hit,) = (await full.search(OPERATOR, "drowns")).hits
    assert (hit.text, hit.spoiler, hit.review.source) == ("He drowns.", True, "a.txt")
    card = await full.review_card(OPERATOR, hit.review.id)
    assert [quote.text for quote in card.quotes if quote.start == hit.start] == ["He drowns."]


async def test_a_sentence_that_is_no_quote_may_give_the_story_away_as_well(store):
    record = review("a.txt", "(The keeper drowns.)", "(The keeper sings.)")
    sentences = tuple(replace(one, spoiler=not one.start) for one in record.extracted.sentences)
    await load(store, replace(record, extracted=replace(record.extracted, sentences=sentences)))
    hits = (await store.search(OPERATOR, "keeper")).hits
    assert {hit.text: hit.spoiler for hit in hits} == {"The keeper drowns.": True, "The keeper sings.": False}


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "café", "cafe\u0301"])
async def test_marks_stand_right_behind_accents_and_astral_letters(full, typed):
    (hit,) = (await full.search(OPERATOR, typed)).hits
    assert marked(hit) == ["café", "cafe"]


async def test_an_accent_typed_apart_ends_no_word(full):
    (hit,) = (await full.search(OPERATOR, "nai\u0308ve")).hits
    assert marked(hit) == ["naïve"]


async def test_a_phrase_in_quotation_marks_stays_together(full):
    (hit,) = (await full.search(OPERATOR, "“car chase”")).hits
    assert marked(hit) == ["car chase"]


async def test_words_side_by_side_come_first(full):
    page = await full.search(OPERATOR, "car chase")
    assert [hit.text for hit in page.hits] == [
        "A car chase, then a long walk home.",
        "Flamethrowers again, chase a car.",
    ]


async def test_quotes_come_before_other_sentences(store):
    await load(store, review("a.txt", "(Fog.)", "Fog is all there is to see in this."))
    assert [hit.text[:6] for hit in (await store.search(OPERATOR, "fog")).hits] == ["Fog is", "Fog."]


async def test_film_and_critic_narrow(full):
    assert (await full.search(OPERATOR, "chase")).page.total == 3
    assert (await full.search(OPERATOR, "chase", film="Fern")).page.total == 1
    assert (await full.search(OPERATOR, "chase", critic="Bert")).page.total == 2
    with pytest.raises(NothingFound):
        await full.search(OPERATOR, "chase", film="Fern", critic="Bert")


async def test_pages(store):
    await load(store, *(review(f"{n}.txt", f"Fog number {n}.") for n in range(7)))
    pages = [await store.search(OPERATOR, "fog", page=n, per_page=3) for n in range(3)]
    assert [page.page for page in pages] == [Page(0, 3, 7), Page(1, 3, 7), Page(2, 3, 7)]
    assert len({hit.text for page in pages for hit in page.hits}) == 7
    assert await store.search(OPERATOR, "fog", page=9, per_page=3) == pages[2]


async def test_more_hits_than_are_ranked_are_not_counted(store, monkeypatch):
    monkeypatch.setattr("bot.store.search._RANKED", 4)
    many = [review(f"{n}.txt", f"Fog, number {n}.", critic="Bert") for n in range(5)]
    await load(store, *many, review("z.txt", "(Lamps, then fog lamps.)", "Fog.", film=Film("Fern", 1950)))
    pages = [await store.search(OPERATOR, "fog", page=n, per_page=3) for n in range(3)]
    assert [page.page for page in pages] == [Page(0, 2, 4, True), Page(1, 2, 4, True), Page(1, 2, 4, True)]
    assert len({hit.review.source for page in pages[:2] for hit in page.hits}) == 4
    assert (await store.search(OPERATOR, "fog", critic="Bert")).page == Page(0, 1, 4, True)
    # A phrase is found wherever it stands, and a film's hits behind those of others.
    assert (await store.search(OPERATOR, "fog lamps")).hits[0].text == "Lamps, then fog lamps."
    assert (await store.search(OPERATOR, "fog", film="Fern")).page == Page(0, 1, 2)


@pytest.mark.parametrize("spans", [0, 200])
async def test_a_film_is_searched_alike_by_its_reviews_or_by_the_library(full, spans, monkeypatch):
    monkeypatch.setattr("bot.store.search._SPANS", spans)
    page = await full.search(OPERATOR, "chase", critic="Bert")
    assert [hit.text[:6] for hit in page.hits] == ["Flamet", "A car "]
    with pytest.raises(NothingFound):
        await full.search(OPERATOR, "car chase", film="Fern")


async def test_two_libraries_are_searched_together(full):
    await load(full, review("z.txt", "Chase me."), library=GUILD)
    page = await full.search(BOTH, "chase", per_page=2)
    assert page.page.total == 4
    assert (await full.search(OPERATOR, "chase")).page.total == 3


async def test_nothing_left_of_a_replaced_review(full):
    await load(full, review("a.txt", "Empty now."))
    with pytest.raises(NothingFound):
        await full.search(OPERATOR, "drowns")
    assert (await full.search(OPERATOR, "empty")).page.total == 1


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "-- ()", "🎬", '""""', "\x00"])
async def test_nothing_to_search_for(full, typed):
    with pytest.raises(NothingFound):
        await full.search(OPERATOR, typed)


@given(st.text(max_size=60))
@example("a NOT b")
@example('x" OR text:y')
@example("NEAR(a b, 5)")
@example("^fog* + {a b}")
@example("a\x00b")
@example('"unclosed (phrase')
def test_no_text_is_an_operator_or_an_error(typed):
    wanted = match_expression(typed)
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')")
    db.execute("INSERT INTO t VALUES (?)", (typed.replace("\x00", " "),))
    db.execute("INSERT INTO t VALUES ('fog')")
    if wanted is not None:
        found = [row[0] for row in db.execute("SELECT rowid FROM t WHERE t MATCH ?", (wanted,))]
        # What was typed always finds itself, as long as there is a token in it by SQLite's own reckoning.
        assert not found or 1 in found
    db.close()


@given(st.lists(st.sampled_from(["fog", "NOT", "OR", "AND", "NEAR", "text", "lamp"]), min_size=1, max_size=5))
def test_every_word_must_occur(words):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5 (text)")
    for row in ("fog", "lamp", "fog lamp", "fog not or and near text lamp"):
        db.execute("INSERT INTO t VALUES (?)", (row,))
    found = {
        row[0]
        for row in db.execute("SELECT text FROM t WHERE t MATCH ?", (match_expression(" ".join(words)),))
    }
    wanted = {word.lower() for word in words}
    assert found == {
        row
        for row in ("fog", "lamp", "fog lamp", "fog not or and near text lamp")
        if wanted <= set(row.split())
    }
    db.close()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=1, max_size=6))
def test_marks_are_spans_of_the_sentence(tmp_path_factory, words):
    sentence = " ".join(["fog", *words, "fog"])

    async def check() -> None:
        async with await Store.open(tmp_path_factory.mktemp("marks") / "s.db") as store:
            record = review("a.txt", "First.", "x")
            text = f"First. {sentence}"
            said = replace(record.extracted, sentences=(Sentence(0, 6), Sentence(7, len(text))), quotes=())
            await store.put_review(0, replace(record, text=text, extracted=said))
            (hit,) = (await store.search(OPERATOR, "fog")).hits
            assert hit.text == sentence
            assert {"fog"} <= {one.casefold() for one in marked(hit)}
            assert hit.marks[0] == (0, 3)

    asyncio.run(check())


async def all_pages(store, text, **how):
    """Every hit of a search, page by page."""
    first = await store.search(OPERATOR, text, **how)
    pages = [first] + [await store.search(OPERATOR, text, page=n, **how) for n in range(1, first.page.pages)]
    assert sum(len(page.hits) for page in pages) == first.page.total
    return [hit for page in pages for hit in page.hits], first


@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=12), min_size=1, max_size=4))
def test_paging_through_a_common_word_shows_half_of_each_review(lengths):
    async def turn():
        with tempfile.TemporaryDirectory() as folder:
            async with await Store.open(Path(folder) / "store.db") as store:
                for number, own in enumerate(lengths):
                    said = [f"The {number} {place} {'very ' * words}end." for place, words in enumerate(own)]
                    await load(store, review(f"{number}.txt", *said, critic=f"Critic {number}"))
                shown, page = await all_pages(store, "the", guarded=(0, GUILD))
                whole, free = await all_pages(store, "the", guarded=(GUILD,))
        assert len(whole) == sum(map(len, lengths)) == len(shown) + page.held
        assert (free.held, free.hidden) == (0, 0)
        of_each = defaultdict(list)
        for hit in shown:
            of_each[hit.review.id].append(hit.end - hit.start)
        assert len(of_each) == len(lengths)  # none is silent
        for hit in shown:
            assert len(of_each[hit.review.id]) == 1 or 2 * sum(of_each[hit.review.id]) <= hit.review.body

    asyncio.run(turn())


async def test_what_gives_the_story_away_is_left_out_and_counted(store):
    await load(store, review("a.txt", "The fog is fine.", "?The keeper drowns.", "The lamp is better."))
    page = await store.search(OPERATOR, "the", spoilers=False)
    assert {hit.text for hit in page.hits} == {"The fog is fine.", "The lamp is better."}
    assert (page.hidden, page.held, page.page.total) == (1, 0, 2)
    with pytest.raises(NothingFound, match=r"The one sentence here .* gives the story away"):
        await store.search(OPERATOR, "drowns", spoilers=False)
