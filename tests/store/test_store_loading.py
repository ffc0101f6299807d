"""What a load writes: reviews whole, moved, removed; films resolved; all exported again."""

from __future__ import annotations

import dataclasses

import pytest
from store_making import GUILD, LAMP, OPERATOR, exported, load, resolve, review, settle

from bot.errors import Gone, StoreError
from bot.models import Film, Place, Score
from bot.store.identity import quote_ids, review_id
from bot.store.records import FilmRecord, StoredFile

ADA = review(
    "ada.txt",
    "!Fog lies over the harbour like a grudge. #visuals #world",
    "(Mirela Stanek plays Nora.)",
    "Mirela Stanek is naïve and 🎬 brilliant. #performances",
    percent=80.0,
    people={"Mirela Stanek": "Nora", "Jon Vale": "role:director"},
    url="https://reviews.example/ada",
)
BERT = review("bert.txt", "Dull as a wet lamp. #pacing", critic="Bert Ohm", percent=40.0)


async def test_a_stored_file_is_known_by_its_source(store):
    await store.put_review(0, ADA)
    assert await store.stored_files(0, "reviews") == {
        "ada.txt": StoredFile("ada.txt", ADA.digest, ADA.fingerprint)
    }
    assert await store.stored_files(0, "other") == {}
    assert await store.stored_files(GUILD, "reviews") == {}


async def test_a_review_comes_out_as_it_went_in(store):
    await load(store, ADA)
    ((one,), (film,)) = await exported(store)
    assert one.text == ADA.text
    assert one.film == LAMP
    assert one.critic == "Ada Lindqvist"
    assert one.published == "--06-04"
    assert one.url == "https://reviews.example/ada"
    assert one.scores == ADA.extracted.scores
    assert one.credits == ADA.extracted.credits
    assert [quote.quote for quote in one.quotes] == list(ADA.extracted.quotes)
    assert [quote.text for quote in one.quotes] == [
        "Fog lies over the harbour like a grudge.",
        "Mirela Stanek is naïve and 🎬 brilliant.",
    ]
    assert (film.reviews, film.scored, film.mean_percent) == (1, 1, 80.0)
    assert [entry.person for entry in film.cast] == ["Mirela Stanek"]
    assert [entry.person for entry in film.crew] == ["Jon Vale"]


async def test_public_ids_follow_from_content(store):
    key = await store.put_review(0, ADA)
    assert key == review_id(0, "reviews", "ada.txt")
    (one,), _ = await exported(store)
    assert tuple(quote.id for quote in one.quotes) == quote_ids(key, [quote.text for quote in one.quotes])


async def test_equal_sentences_are_two_quotes(store):
    await store.put_review(0, review("echo.txt", "Again.", "Again."))
    (one,), _ = await exported(store)
    first, second = one.quotes
    assert first.id != second.id
    assert (await store.quote(OPERATOR, second.id)).start == second.quote.start


async def test_other_films_credits_are_not_exported(store):
    other = dataclasses.replace(ADA.extracted.credits[0], film="Another Film")
    said = dataclasses.replace(ADA.extracted, credits=(other,))
    await load(store, dataclasses.replace(ADA, extracted=said))
    (one,), _ = await exported(store)
    assert one.credits == ()


async def test_a_second_put_replaces_the_first_whole(store):
    await load(store, ADA, BERT)
    again = review("ada.txt", "Only the fog remains.", critic="Ada Lindqvist")
    await load(store, again)
    reviews, films = await exported(store)
    assert reviews[0].text == again.text
    assert reviews[0].scores == ()
    assert reviews[0].credits == ()
    assert films[0].cast == ()
    assert films[0].reviews == 2
    assert await store.integrity() == ()


async def test_export_is_ordered_by_source(store):
    await load(store, review("b.txt", "B."), review("a.txt", "A."), review("a/c.txt", "C."))
    reviews, _ = await exported(store)
    assert [one.source for one in reviews] == ["a.txt", "a/c.txt", "b.txt"]


async def test_resolution_is_needed_after_each_change_until_films_are_put(store):
    assert not await store.needs_resolution(0)
    await store.put_review(0, ADA)
    assert await store.needs_resolution(0)
    assert not await store.needs_resolution(GUILD)
    await settle(store, 0)
    assert not await store.needs_resolution(0)
    await store.move_review(0, "reviews", "ada.txt", "ava.txt")
    assert await store.needs_resolution(0)
    await settle(store, 0)
    await store.remove_reviews(0, "reviews", ["ava.txt"])
    assert await store.needs_resolution(0)
    await settle(store, 0)
    assert not await store.needs_resolution(0)


async def test_a_crash_before_put_films_is_made_up_for(store, open_store):
    await store.put_review(0, ADA)
    after_restart = await open_store()
    assert await after_restart.needs_resolution(0)
    assert await settle(after_restart, 0) == [LAMP.title]
    assert (await after_restart.film_card(OPERATOR, LAMP.title)).film.year == 1931


async def test_only_films_whose_reviews_changed_are_written_again(store):
    fern = Film("Fern", 1950)
    await load(store, ADA, review("fern.txt", "Green.", film=fern))
    await store.put_review(0, BERT)
    assert await settle(store, 0) == [LAMP.title]
    await store.move_review(0, "reviews", "fern.txt", "fir.txt")
    assert await settle(store, 0) == ["Fern"]


@pytest.mark.parametrize("lost", ["changed", "removed"])
async def test_a_film_is_settled_again_when_a_review_was_lost_and_came_back(store, lost):
    await load(store, ADA)
    before = await exported(store)
    if lost == "changed":
        await store.put_review(0, review("ada.txt", "Something else."))
    else:
        await store.remove_reviews(0, "reviews", ["ada.txt"])
    await store.put_review(0, ADA)
    assert await settle(store, 0) == [LAMP.title]
    assert await exported(store) == before


async def test_a_film_nobody_claims_any_more_goes(store):
    await load(store, ADA)
    await load(store, review("ada.txt", "Fog.", film=None))
    (one,), films = await exported(store)
    assert one.film is None
    assert films == ()


async def test_people_of_a_review_that_lost_its_film_are_still_found(store):
    await load(store, ADA)
    said = dataclasses.replace(ADA.extracted, films=())
    await load(store, dataclasses.replace(ADA, extracted=said, fingerprint="other"))
    assert (await store.draw_quote(OPERATOR, person="Mirela Stanek")).text.startswith("Mirela")


async def test_put_films_refuses_two_records_of_one_film(store):
    await load(store, ADA)
    await store.put_review(0, BERT)
    before = await store.film_digests(0)
    record = FilmRecord(LAMP, (), resolve([]), "x")
    with pytest.raises(ValueError, match="two records"):
        await store.put_films(0, [record, record])
    assert await store.film_digests(0) == before


async def test_put_films_with_a_foreign_review_changes_nothing(store):
    await load(store, ADA)
    key = await store.put_review(GUILD, BERT)
    before = await exported(store)
    with pytest.raises(ValueError, match="not in library"):
        await store.put_films(0, [FilmRecord(Film("Fern", 1950), (key,), resolve([]), "x")])
    assert await exported(store) == before


async def test_a_move_keeps_the_old_ids_alive(store):
    ghost = review("ghost.txt", "Boo.", "Nora waits.", critic=None)
    key = await store.put_review(0, ghost)
    await settle(store, 0)
    (one,), _ = await exported(store)
    old_quote = one.quotes[1].id
    (choice,) = await store.complete_critics(OPERATOR, "")
    await store.move_review(0, "reviews", "ghost.txt", "b/spirit.txt")
    await store.move_review(0, "reviews", "b/spirit.txt", "c/spectre.txt")
    await settle(store, 0)
    card = await store.review_card(OPERATOR, key)
    assert card.review.source == "c/spectre.txt"
    assert card.review.id == review_id(0, "reviews", "c/spectre.txt")
    assert (await store.quote(OPERATOR, old_quote)).text == "Nora waits."
    assert (await store.draw_quote(OPERATOR, critic=choice.value)).review.source == "c/spectre.txt"
    await store.move_review(0, "reviews", "c/spectre.txt", "ghost.txt")
    assert (await store.review_card(OPERATOR, key)).review.source == "ghost.txt"
    assert (await store.quote(OPERATOR, old_quote)).id == old_quote


async def test_a_new_review_at_a_left_place_is_meant_by_its_own_id(store):
    key = await store.put_review(0, ADA)
    await store.move_review(0, "reviews", "ada.txt", "old.txt")
    assert await store.put_review(0, review("ada.txt", "New here.")) == key
    assert (await store.review_card(OPERATOR, key)).review.source == "ada.txt"


async def test_a_move_over_another_review_is_refused(store):
    await load(store, ADA, BERT)
    before = await exported(store)
    with pytest.raises(StoreError, match="already"):
        await store.move_review(0, "reviews", "ada.txt", "bert.txt")
    with pytest.raises(StoreError, match="no review"):
        await store.move_review(0, "reviews", "gone.txt", "x.txt")
    assert await exported(store) == before


async def test_what_was_removed_is_gone(store):
    key = await store.put_review(0, ADA)
    await settle(store, 0)
    (one,), _ = await exported(store)
    await store.remove_reviews(0, "reviews", ["ada.txt", "never.txt"])
    with pytest.raises(Gone):
        await store.review_card(OPERATOR, key)
    with pytest.raises(Gone):
        await store.quote(OPERATOR, one.quotes[0].id)
    await settle(store, 0)
    assert await exported(store) == ([], ())
    assert await store.integrity() == ()


async def test_removing_looks_at_one_root_of_one_library(store):
    await store.put_review(0, ADA)
    await store.put_review(0, dataclasses.replace(ADA, root="other"))
    await store.put_review(GUILD, ADA)
    await store.remove_reviews(0, "reviews", ["ada.txt"])
    assert list(await store.stored_files(0, "other")) == ["ada.txt"]
    assert list(await store.stored_files(GUILD, "reviews")) == ["ada.txt"]


async def test_a_write_that_fails_leaves_the_review_as_it_was(store):
    await load(store, ADA)
    before = await exported(store)
    with pytest.raises(StoreError):
        await store.put_review(0, dataclasses.replace(review("ada.txt", "New."), text="broken \ud800 text"))
    assert await exported(store) == before
    assert not await store.needs_resolution(0)


async def test_gaps_name_what_is_missing(store):
    fern = Film("Fern", None)
    await load(
        store,
        ADA,
        review("b.txt", "(Nothing to quote.)", film=fern, critic=None),
        review("c.txt", "C.", film=None),
    )
    gaps = await store.gaps(0)
    assert gaps.reviews == 3
    assert (gaps.film, gaps.year, gaps.critic) == (("c.txt",), ("b.txt",), ("b.txt",))
    assert (gaps.score, gaps.quote) == (("b.txt", "c.txt"), ("b.txt",))


async def test_a_score_without_scale_counts_in_no_mean(store):
    bare = Score("Overall", 7.0, None, None, "7", Place.span(0, 1), "made", 0.9)
    await load(store, ADA, review("b.txt", "B.", scores=(bare,)))
    _, (film,) = await exported(store)
    assert (film.reviews, film.scored, film.mean_percent) == (2, 1, 80.0)
