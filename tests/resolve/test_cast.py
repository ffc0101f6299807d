"""One cast from several reviews."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models import Certainty, Credit, CreditKind, Film, Mention, Place, ReviewFacts
from bot.resolve.cast import resolve_film
from bot.resolve.spelling import best_spelling, group_names, same_person

FILM = Film("Ballerina", 2025, ("From the World of John Wick: Ballerina",))


def credit(person: str, character: str | None = None, role: str = "actor", **changes: object) -> Credit:
    made = Credit(
        person, person, role, character, CreditKind.NAMED, Certainty.STATED, "test", 0.9, Place.span(0, 40)
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def review(
    key: str, *credits_: Credit, critic: str | None = None, mentions: tuple[Mention, ...] = ()
) -> ReviewFacts:
    return ReviewFacts(key, f"{key}.txt", critic, (), credits_, mentions)


def cast(*reviews: ReviewFacts) -> dict[str, tuple[tuple[str, ...], int]]:
    return {entry.person: (entry.characters, entry.critics) for entry in resolve_film(FILM, reviews).cast}


def test_spellings_short_forms_and_fuller_characters_are_one_entry() -> None:
    found = cast(
        review("a", credit("Ava De Armas", "Eve"), credit("Angelica Houston", "the Director")),
        review("b", credit("Ana de Armas", "Eve Macarro"), credit("Keanui Reeves", "Wick")),
        review("c", credit("Ana de Armas", "Eve"), credit("Angelica Huston"), credit("de Armas")),
        review(
            "d",
            credit("Keanu Reeves", "John Wick"),
            credit("Anjelica Huston", "Director"),
            credit("Ana", "Eve"),
        ),
    )
    assert found == {
        "Ana de Armas": (("Eve Macarro",), 4),
        "Angelica Huston": (("the Director",), 3),
        "Keanu Reeves": (("John Wick",), 2),
    }


def test_every_spelling_is_kept_with_the_shown_one_first() -> None:
    (entry,) = resolve_film(
        FILM, [review("a", credit("Keanui Reeves", as_written="Reeves")), review("b", credit("Keanu Reeves"))]
    ).cast
    assert entry.spellings == ("Keanu Reeves", "Keanui Reeves", "Reeves")


def test_an_official_cast_settles_spelling_and_counts_no_critic() -> None:
    official = credit("Anjelica Huston", "the Director", place=Place.outside("manifest: cast"))
    found = cast(
        review("a", official, credit("Angelica Houston", "Director")), review("b", credit("Angelica Houston"))
    )
    assert found == {"Anjelica Huston": (("the Director",), 2)}


def test_unnamed_critics_are_never_the_same_and_named_ones_are() -> None:
    assert cast(review("a", credit("Ana Smith")), review("b", credit("Ana Smith"))) == {"Ana Smith": ((), 2)}
    named = (
        review("a", credit("Ana Smith"), critic="Jo Roe"),
        review("b", credit("Ana Smith"), critic="JO ROE"),
    )
    assert cast(*named) == {"Ana Smith": ((), 1)}


def test_an_unsure_credit_needs_a_second_critic() -> None:
    weak = credit("Ana Smith", "Eve", certainty=Certainty.UNSURE)
    assert cast(review("a", weak)) == {}
    assert cast(review("a", weak, critic="Jo Roe"), review("b", weak, critic="Jo Roe")) == {}
    resolved = resolve_film(FILM, [review("a", weak), review("b", credit("Ana Smith", "Eve"))])
    assert {one.certainty for found in resolved.credits.values() for one in found} == {Certainty.STATED}
    assert [(entry.person, entry.critics) for entry in resolved.cast] == [("Ana Smith", 2)]


@pytest.mark.parametrize("certainty", [Certainty.DENIED, Certainty.RUMOURED])
def test_denials_and_rumours_stay_what_they_are(certainty: Certainty) -> None:
    said = credit("Bo Roe", role="director", certainty=certainty)
    resolved = resolve_film(FILM, [review("a", said), review("b", said)])
    assert resolved.crew == ()
    assert {one.certainty for found in resolved.credits.values() for one in found} == {certainty}


def test_other_films_roles_stay_out_but_this_films_other_title_does_not() -> None:
    elsewhere = credit("Ana Smith", "Paloma", film="No Time to Die")
    alias = credit("Ana Smith", "Eve", film="From the World of John Wick: Ballerina")
    resolved = resolve_film(FILM, [review("a", elsewhere, alias)])
    assert [(entry.person, entry.characters) for entry in resolved.cast] == [("Ana Smith", ("Eve",))]
    assert [one.film for one in resolved.credits["a"]] == ["No Time to Die", None]


def test_crew_is_counted_by_role() -> None:
    reviews = [
        review("a", credit("Len Wiseman", role="director"), credit("Chad Ray", role="producer")),
        review("b", credit("Len Wisemann", role="director")),
        review("c", credit("Len Wiseman", role="director")),
    ]
    found = [(one.person, one.role, one.critics) for one in resolve_film(FILM, reviews).crew]
    assert found == [("Len Wiseman", "director", 3), ("Chad Ray", "producer", 1)]


def test_mentions_carry_the_settled_name() -> None:
    reviews = [
        review("a", credit("Keanui Reeves"), mentions=(Mention("Keanui Reeves", 3, 9),)),
        review("b", credit("Keanu Reeves")),
    ]
    assert resolve_film(FILM, reviews).mentions == {"a": (Mention("Keanu Reeves", 3, 9),), "b": ()}


def test_mentions_keep_the_films_people_alone() -> None:
    other = (
        Mention("Anna Keller", 0, 11),
        Mention("Anna Keler", 20, 30),
        Mention("Keller", 40, 46),
        Mention("Anna", 50, 54),
        Mention("Pine", 60, 64),
        Mention("Bo Roe", 70, 76),
        Mention("Eve Marrow", 80, 90, character=True),
    )
    reviews = [
        review("a", credit("Anna Keller", "Eve"), credit("Norman Pine", "Pine")),
        review("b", credit("Bo Roe", film="Other"), mentions=other),
    ]
    found = resolve_film(FILM, reviews).mentions["b"]
    assert found == tuple(Mention("Anna Keller", *span) for span in ((0, 11), (20, 30), (40, 46)))


def test_names_that_sound_alike_in_one_role_are_one_person() -> None:
    found = cast(
        review("a", credit("Dwayne Jones", "Ben"), credit("Judith O'Day", "Barbra")),
        review("b", credit("Duane Jones", "Ben"), credit("Judith O’Dea", "Barbra")),
        review("c", credit("Duane Jones", "Ben"), credit("Judith O’Dea", "Barbra")),
    )
    assert found == {"Duane Jones": (("Ben",), 3), "Judith O’Dea": (("Barbra",), 3)}


@pytest.mark.parametrize(
    "reviews",
    [
        (review("a", credit("Dwayne Jones", "Ben")), review("b", credit("Duane Jones", "Harry"))),
        (review("a", credit("Dwayne Jones", "Ben"), credit("Duane Jones", "Ben")),),
        (review("a", credit("Dwayne Jones", "Ben")), review("b", credit("Rooney Jones", "Ben"))),
    ],
)
def test_others_who_sound_alike_are_two(reviews: tuple[ReviewFacts, ...]) -> None:
    assert len(cast(*reviews)) == 2


def test_a_bracket_read_the_wrong_way_follows_the_other_reviews() -> None:
    wrong = credit("Tex Panthollow", "James Barr", rule="character-bracket-actor")
    assert cast(review("a", wrong)) == {"Tex Panthollow": (("James Barr",), 1)}
    resolved = resolve_film(FILM, [review("a", wrong), review("b", credit("James Barr"))])
    assert [(one.person, one.characters) for one in resolved.cast] == [("James Barr", ("Tex Panthollow",))]
    assert resolved.credits["a"][0].as_written == "James Barr"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Jung Doo-hong", "Jung Doohong", True),
        ("J.T. Walsh", "JT Walsh", True),
        ("Timothée Chalamet", "Timothee Chalamet", True),
        ("Robert Downey Jr.", "Robert Downey", True),
        ("Chris Evans", "Chris Evens", True),
        ("Ben Affleck", "Casey Affleck", False),
        ("Jack Nicholson", "Jack Nickelson", True),
        ("Kate Mara", "Rooney Mara", False),
        ("Emma Stone", "Emma Thompson", False),
        ("Tim Roth", "Tom Roth", False),
    ],
)
def test_same_person(one: str, two: str, same: bool) -> None:
    assert same_person(one, two) is same
    assert same_person(two, one) is same


def test_a_shared_surname_stays_alone() -> None:
    groups = group_names(["Ben Affleck", "Casey Affleck", "Affleck"])
    assert len(set(groups.values())) == 3


def test_best_spelling_prefers_votes_then_the_middle() -> None:
    assert best_spelling({"Keanu Reeves": 2, "Keanui Reeves": 1, "Reeves": 9}) == "Keanu Reeves"
    assert best_spelling({"Reeves": 1}) == "Reeves"
    assert best_spelling({"Leigh Whannel": 1, "Leigh Whannell": 1}) == "Leigh Whannell"
    assert best_spelling({"Al Qwo": 1, "Al Qwoo": 1}, uses={"Al Qwo": 5, "Al Qwoo": 1}) == "Al Qwo"


NAMES = st.sampled_from(
    [
        "Ana de Armas",
        "Ava De Armas",
        "de Armas",
        "Ana",
        "Keanu Reeves",
        "Keanui Reeves",
        "Reeves",
        "Norman Reedus",
        "Huston",
    ]
)
CREDITS = st.builds(
    credit,
    NAMES,
    st.sampled_from([None, "Eve", "Eve Macarro", "Wick", "John Wick", "the Director"]),
    st.sampled_from(["actor", "director"]),
    certainty=st.sampled_from(list(Certainty)),
)


@settings(max_examples=80)
@given(
    st.lists(
        st.tuples(st.lists(CREDITS, max_size=4), st.sampled_from([None, "Jo Roe", "Al Poe"])), max_size=5
    ),
    st.randoms(),
)
def test_the_order_of_reviews_does_not_matter(
    sets: list[tuple[list[Credit], str | None]], random: object
) -> None:
    reviews = [review(str(number), *found, critic=critic) for number, (found, critic) in enumerate(sets)]
    shuffled = list(reviews)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = resolve_film(FILM, reviews), resolve_film(FILM, shuffled)
    assert (one.credits, one.mentions, one.cast, one.crew) == (two.credits, two.mentions, two.cast, two.crew)
    assert len({entry.person for entry in one.cast}) == len(one.cast)
    assert all(entry.person == entry.spellings[0] for entry in one.cast)
