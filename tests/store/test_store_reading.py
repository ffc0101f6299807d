"""What the commands ask for."""

from __future__ import annotations

import dataclasses

import pytest
from store_making import BOTH, GUILD, LAMP, OPERATOR, load, overall, review

from bot.errors import Gone, NoMatch, NothingFound
from bot.models import CastEntry, Certainty, Film, Place, Score
from bot.views import Page, Scope

FERN = Film("Fern", 1950)
CATEGORY = Score("Music", 3.0, 5.0, 60.0, "3/5", Place.span(0, 3), "made", 0.9)
PEOPLE = {"Mirela Stanek": "Nora", "Jon Vale": "role:director"}


async def fill(store):
    await load(
        store,
        review(
            "ada.txt",
            "(Mirela Stanek plays Nora.)",
            "Jon Vale directs with patience. #direction",
            "!Fog and flame, and nothing wasted.",
            "?Mirela Stanek drowns in the end.",
            percent=80.0,
            scores=(CATEGORY,),
            outlet="The Carbide Lamp",
            people=PEOPLE,
        ),
        review(
            "bert.txt",
            "Dull.",
            "!Duller than Mirela Stanek deserves.",
            critic="Bert Ohm",
            percent=40.0,
            people=PEOPLE,
        ),
        review("cora.txt", "No verdict here.", critic=None, outlet="The Wick"),
        review("dora.txt", "Bare seven.", critic="Dora", scores=(overall(None, "7"),)),
        review(
            "fern.txt", "Mirela Stanek is green.", film=FERN, percent=100.0, people={"Mirela Stanek": "Ivy"}
        ),
    )


@pytest.fixture
async def full(filled):
    """Three reviews of one film, one of another."""
    store, _ = await filled(fill)
    return store


async def test_film_card(full):
    card = await full.film_card(OPERATOR, "the lamplighter's daughter")
    assert (card.film.title, card.film.year) == (LAMP.title, 1931)
    assert card.directors == ("Jon Vale",)
    assert [line.review.critic.label for line in card.lines] == [
        "Ada Lindqvist",
        "Bert Ohm",
        "Dora",
        "Unnamed critic · The Wick",
    ]
    assert (card.scored, card.mean_percent, card.lowest_percent, card.highest_percent) == (
        2,
        60.0,
        40.0,
        80.0,
    )
    assert card.lines[0].words.text == "Fog and flame, and nothing wasted."
    assert card.lines[3].words.text == "No verdict here."
    assert card.lines[0].review.outlet == "The Carbide Lamp"


async def test_a_film_card_shows_a_spoiler_only_where_there_is_nothing_else(store):
    told = review("a.txt", "?He drowns.", "Fog and flame.")
    untold = review("b.txt", "?He drowns.", critic="Bert Ohm")
    await load(store, told, untold, review("c.txt", "(Nothing to quote.)", critic="Cora"))
    card = await store.film_card(OPERATOR, LAMP.title)
    assert [line.words.text if line.words else None for line in card.lines] == [
        "Fog and flame.",
        "He drowns.",
        None,
    ]


async def test_film_scores(full):
    scores = await full.film_scores(OPERATOR, LAMP.title)
    assert [one.review.critic.label for one in scores.reviews][:2] == ["Ada Lindqvist", "Bert Ohm"]
    assert [score.label for score in scores.reviews[0].scores] == ["Overall", "Music"]
    assert scores.reviews[0].scores[1] == CATEGORY
    assert scores.reviews[-1].scores == ()
    assert (len(scores.reviews), scores.scored, scores.mean_percent) == (4, 2, 60.0)


async def test_film_cast_shows_the_sentences_that_say_so(full):
    cast = await full.film_cast(OPERATOR, LAMP.title)
    (member,) = cast.cast
    assert member.entry == CastEntry("Mirela Stanek", ("Mirela Stanek",), ("Nora",), 2)
    assert [(one.review.critic.label, one.text) for one in member.evidence] != []
    assert {one.text for one in member.evidence} == {
        "Mirela Stanek plays Nora.",
        "Duller than Mirela Stanek deserves.",
    }
    assert [(entry.person, entry.role) for entry in cast.crew] == [("Jon Vale", "director")]
    assert cast.reviews == 4


async def test_evidence_covers_every_sentence_its_span_touches(store):
    one = review("a.txt", "First here.", "Then Mirela Stanek.", "As Nora.", people={"Mirela Stanek": "Nora"})
    (credit,) = one.extracted.credits
    wide = dataclasses.replace(credit, place=Place.span(one.text.index("Mirela"), one.text.index("Nora") + 4))
    await load(store, dataclasses.replace(one, extracted=dataclasses.replace(one.extracted, credits=(wide,))))
    (member,) = (await store.film_cast(OPERATOR, LAMP.title)).cast
    (evidence,) = member.evidence
    assert evidence.text == "Then Mirela Stanek. As Nora."
    assert one.text[evidence.start : evidence.end] == evidence.text


async def test_evidence_that_gives_the_plot_away_says_so(store):
    told = review(
        "a.txt",
        "Mirela Stanek is Nora.",
        "?Nora, played by Omar Haas, is dead.",
        people={"Mirela Stanek": "Nora", "Omar Haas": "Nora"},
    )
    await load(store, told)
    cast = await store.film_cast(OPERATOR, "The Lamp")
    spoilers = {member.entry.person: [one.spoiler for one in member.evidence] for member in cast.cast}
    assert spoilers == {"Mirela Stanek": [False], "Omar Haas": [True]}


async def test_evidence_outside_every_sentence_is_the_phrase_itself(store):
    one = review("a.txt", "Fine.", people={"Mirela Stanek": "Nora"})
    text = one.text + "Cast: Mirela Stanek"
    (credit,) = one.extracted.credits
    boxed = dataclasses.replace(credit, place=Place.span(text.index("Mirela"), len(text)))
    said = dataclasses.replace(one.extracted, credits=(boxed,))
    await load(store, dataclasses.replace(one, text=text, extracted=said))
    (member,) = (await store.film_cast(OPERATOR, LAMP.title)).cast
    assert [evidence.text for evidence in member.evidence] == ["Mirela Stanek"]


async def test_a_credit_from_outside_the_text_has_no_sentence(store):
    await load(store, review("a.txt", "Fine.", people={"Mirela Stanek": "Nora"}))
    (member,) = (await store.film_cast(OPERATOR, LAMP.title)).cast
    assert member.evidence == ()


async def test_review_card(full):
    (card,) = await full.review_cards(OPERATOR, LAMP.title, "Ada Lindqvist")
    assert card.headline == f"On {LAMP.title}"
    assert card.verdict.text == "Fog and flame, and nothing wasted."
    assert [quote.text for quote in card.quotes] == [
        "Jon Vale directs with patience.",
        "Mirela Stanek drowns in the end.",
    ]
    assert [quote.spoiler for quote in card.quotes] == [False, True]
    assert card.cast == (CastEntry("Mirela Stanek", ("Mirela Stanek",), ("Nora",), 1),)
    assert card.directors == ("Jon Vale",)
    assert [score.raw for score in card.scores] == ["4/5", "3/5"]
    assert await full.review_card(OPERATOR, card.review.id) == card


async def test_an_unnamed_critic_can_be_chosen(full):
    choices = await full.complete_critics(OPERATOR, "unnamed", LAMP.title)
    assert [choice.name for choice in choices] == ["Unnamed critic · The Wick"]
    (card,) = await full.review_cards(OPERATOR, LAMP.title, choices[0].value)
    assert (card.review.critic.name, card.review.source) == (None, "cora.txt")


async def test_two_reviews_of_one_film_by_one_critic(full):
    await load(full, review("ada2.txt", "On second thought."))
    cards = await full.review_cards(OPERATOR, LAMP.title, "Ada Lindqvist")
    assert [card.review.source for card in cards] == ["ada.txt", "ada2.txt"]


async def test_a_critic_who_did_not_review_the_film(full):
    with pytest.raises(NothingFound, match="Bert Ohm"):
        await full.review_cards(OPERATOR, "Fern", "Bert Ohm")


async def test_a_review_without_film_has_a_card(store):
    key = await store.put_review(0, review("x.txt", "What was it?", film=None, people=PEOPLE))
    card = await store.review_card(OPERATOR, key)
    assert card.review.film is None
    assert [entry.person for entry in card.cast] == ["Mirela Stanek"]


async def test_what_is_only_unsure_is_no_cast(store):
    await load(store, review("a.txt", "Perhaps Mirela Stanek.", people=PEOPLE, unsure=("Mirela Stanek",)))
    (card,) = await store.review_cards(OPERATOR, LAMP.title, "Ada Lindqvist")
    assert card.cast == ()
    with pytest.raises(NoMatch):
        await store.person_card(OPERATOR, "Mirela Stanek")


async def test_person_card(full):
    card = await full.person_card(OPERATOR, "mirela stanek")
    assert card.person.name == "Mirela Stanek"
    assert [(film.film.title, film.characters, film.critics) for film in card.films] == [
        (LAMP.title, ("Nora",), 2),
        ("Fern", ("Ivy",), 1),
    ]
    lamp, fern = card.films
    assert lamp.roles == ("actor",)
    assert {quote.text for quote in lamp.quotes} == {
        "Mirela Stanek drowns in the end.",
        "Duller than Mirela Stanek deserves.",
    }
    assert [quote.text for quote in fern.quotes] == ["Mirela Stanek is green."]
    assert {one.text for one in lamp.evidence} == {
        "Mirela Stanek plays Nora.",
        "Duller than Mirela Stanek deserves.",
    }


async def test_a_director_has_a_card(full):
    (film,) = (await full.person_card(OPERATOR, "Jon Vale")).films
    assert (film.roles, film.characters, film.critics) == (("director",), (), 2)


async def test_a_denied_credit_names_nobody(store):
    one = review("a.txt", "Not Jon Vale, that is sure.", people=PEOPLE)
    denied = tuple(
        dataclasses.replace(credit, certainty=Certainty.DENIED) for credit in one.extracted.credits
    )
    said = dataclasses.replace(one.extracted, credits=denied)
    await load(store, dataclasses.replace(one, extracted=said))
    assert await store.complete_people(OPERATOR, "") == ()


async def test_films_by_title_page_by_page(full):
    page = await full.films(OPERATOR)
    assert [(one.film.title, one.reviews, one.scored, one.mean_percent) for one in page.films] == [
        ("Fern", 1, 1, 100.0),
        (LAMP.title, 4, 2, 60.0),
    ]
    second = await full.films(OPERATOR, page=1, per_page=1)
    assert [one.film.title for one in second.films] == [LAMP.title]
    assert second.page == Page(1, 2, 2)
    assert (await full.films(OPERATOR, page=99, per_page=1)) == second


async def test_critics_named_first(full):
    page = await full.critics(OPERATOR)
    assert [(one.critic.label, one.reviews, one.outlets, one.mean_percent) for one in page.critics] == [
        ("Ada Lindqvist", 2, ("The Carbide Lamp",), 90.0),
        ("Bert Ohm", 1, (), 40.0),
        ("Dora", 1, (), None),
        ("Unnamed critic · The Wick", 1, ("The Wick",), None),
    ]


async def test_holdings(full):
    held = await full.holdings(OPERATOR)
    assert (held.reviews, held.films, held.critics, held.quotes) == (5, 2, 4, 8)
    assert held.sources == ("The Carbide Lamp", "The Wick")
    assert held.roots == ("reviews",)
    assert held.loaded_at.endswith("+00:00")


async def test_an_empty_store_says_so(store):
    assert (await store.films(OPERATOR)).films == ()
    assert (await store.critics(OPERATOR)).page == Page(0, 1, 0)
    assert (await store.holdings(OPERATOR)).loaded_at is None
    assert await store.complete_films(OPERATOR, "x") == ()
    for asked in (
        store.film_card(OPERATOR, "Fern"),
        store.person_card(OPERATOR, "x"),
        store.search(OPERATOR, "x", film="y"),
    ):
        with pytest.raises(NoMatch):
            await asked
    with pytest.raises(NothingFound):
        await store.draw_quote(OPERATOR)
    with pytest.raises(NothingFound):
        await store.search(OPERATOR, "fog")
    with pytest.raises(Gone):
        await store.quote(OPERATOR, "abcdefghij")


async def test_one_film_of_two_libraries_is_one_film(full):
    mine = review("mine.txt", "Ours says Mirela Stanek shines.", critic="Zoe", percent=60.0, people=PEOPLE)
    await load(full, mine, library=GUILD)
    card = await full.film_card(BOTH, LAMP.title)
    assert [line.review.library for line in card.lines] == [0, GUILD, 0, 0, 0]
    assert (card.scored, card.mean_percent) == (3, 60.0)
    assert [(await full.holdings(scope)).own for scope in (OPERATOR, BOTH, Scope((GUILD,)))] == [0, 1, 1]
    assert (await full.films(BOTH)).page.total == 2
    assert (await full.film_card(OPERATOR, LAMP.title)).scored == 2


async def test_one_critic_of_two_libraries_is_one_critic(full):
    await load(full, review("mine.txt", "Ours.", critic="ADA  Lindqvist"), library=GUILD)
    named = [one for one in (await full.critics(BOTH)).critics if one.critic.name]
    assert (named[0].critic.label, named[0].reviews) == ("Ada Lindqvist", 3)
    assert len(await full.review_cards(BOTH, LAMP.title, "Ada Lindqvist")) == 2


async def test_a_cast_of_two_libraries_is_each_scopes_own(full):
    """What was merged for one server, or before the last load, is not kept for another."""
    other = 6
    scopes = (BOTH, Scope((0, other)), BOTH)
    await load(full, review("g.txt", "Ivo Brandt plays Abel.", people={"Ivo Brandt": "Abel"}), library=GUILD)
    await load(full, review("h.txt", "Lena Roth plays Ruth.", people={"Lena Roth": "Ruth"}), library=other)
    casts = [{one.entry.person for one in (await full.film_cast(scope, LAMP.title)).cast} for scope in scopes]
    assert [cast & {"Ivo Brandt", "Lena Roth"} for cast in casts] == [
        {"Ivo Brandt"},
        {"Lena Roth"},
        {"Ivo Brandt"},
    ]
    await load(full, review("g.txt", "Omar Haas plays Abel.", people={"Omar Haas": "Abel"}), library=GUILD)
    members = (await full.film_cast(BOTH, LAMP.title)).cast
    assert {"Ivo Brandt", "Omar Haas"} & {one.entry.person for one in members} == {"Omar Haas"}
    (omar,) = [one for one in members if one.entry.person == "Omar Haas"]
    assert [one.text for one in omar.evidence] == ["Omar Haas plays Abel."]
    card = await full.person_card(BOTH, "Omar Haas")
    assert [(film.characters, film.critics) for film in card.films] == [(("Abel",), 1)]
