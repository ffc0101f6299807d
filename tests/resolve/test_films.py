"""A library's reviews together: one film under all its titles, never two films under one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models import Certainty, Credit, CreditKind, Film, FilmCandidate, Place, ReviewFacts
from bot.resolve.films import resolve_films
from bot.resolve.title_keys import title_key


def candidate(title: str, year: int | None = None, confidence: float = 0.9) -> FilmCandidate:
    return FilmCandidate(title, year, Place.span(0, 1), "test", confidence)


def review(key: str, *films: FilmCandidate, people: tuple[str, ...] = ()) -> ReviewFacts:
    credits_ = tuple(
        Credit(name, name, "actor", None, CreditKind.NAMED, Certainty.STATED, "test", 0.9, Place.span(0, 1))
        for name in people
    )
    return ReviewFacts(key, f"{key}.txt", None, films, credits_)


def resolve(*reviews: ReviewFacts) -> dict[str, Film | None]:
    found = resolve_films(reviews)
    shuffled = list(reviews)
    random.Random(len(reviews)).shuffle(shuffled)  # noqa: S311  a test's order is no secret
    assert resolve_films(shuffled) == found
    return found


def test_full_and_short_title_are_one_film_and_one_year_serves_all() -> None:
    found = resolve(
        review("a", candidate("Nightfall", None, 0.6)),
        review("b", candidate("Nightfall", None, 0.9)),
        review("c", candidate("From the Coast of Lamp Room: Nightfall", 1961, 0.5)),
    )
    assert set(found.values()) == {Film("Nightfall", 1961, ("From the Coast of Lamp Room: Nightfall",))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lamp Room", "Lamp Room"),
        ("Lamp-Room", "LampRoom"),
        ("Gull & Song", "Gull and Song"),
        ("Lamp Room II", "Lamp Room 2"),
        ("Lamp Room: Part Two", "Lamp Room Part 2"),
        ("Gull Song: A Harbour Story", "Gull Song"),
    ],
)
def test_spellings_of_one_film(one: str, other: str) -> None:
    found = resolve(review("a", candidate(one)), review("b", candidate(other)))
    assert found["a"] == found["b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lamp Room", "Lamp Room 2"),
        ("Lamp Room II", "Lamp Room III"),
        ("Lamp Room: Chapter 3", "Lamp Room: Chapter 4"),
        ("Lamp Room", "Lamp Room: Nightfall"),
        ("Gull", "Gulls"),
    ],
)
def test_different_films(one: str, other: str) -> None:
    found = resolve(review("a", candidate(one)), review("b", candidate(other)))
    assert title_key(one) != title_key(other)
    assert found["a"] != found["b"]


def test_a_subtitle_that_two_films_share_tells_neither() -> None:
    found = resolve(
        review("a", candidate("Lamp: Nightfall")),
        review("b", candidate("Gull: Nightfall")),
        review("c", candidate("Nightfall")),
    )
    assert len(set(found.values())) == 3


def test_remakes_stay_apart_and_the_undated_goes_by_its_people() -> None:
    found = resolve(
        review("old", candidate("Gull Song", 1931), people=("Ivo Sand",)),
        review("new", candidate("Gull Song", 1984), people=("Peter Marsh",)),
        review("undated", candidate("Gull Song"), people=("Peter Marsh",)),
        review("lost", candidate("Gull Song")),
    )
    assert {key: film and film.year for key, film in found.items()} == {
        "old": 1931,
        "new": 1984,
        "undated": 1984,
        "lost": None,
    }


def test_festival_and_release_years_are_one_film() -> None:
    found = resolve(
        review("a", candidate("Gull Song", 1960)),
        review("b", candidate("Gull Song", 1961)),
        review("c", candidate("Gull Song", 1961)),
    )
    assert set(found.values()) == {Film("Gull Song", 1961)}


def test_a_full_title_of_another_year_is_another_film() -> None:
    found = resolve(
        review("a", candidate("Lamp: Nightfall", 1984)), review("b", candidate("Nightfall", 1931))
    )
    assert found["a"] != found["b"]


def test_what_others_state_settles_a_doubtful_body() -> None:
    doubtful = review("a", candidate("Salt Wind", None, 0.3), candidate("Gull Song", None, 0.25))
    assert resolve(doubtful)["a"] == Film("Salt Wind", None)
    assert resolve(doubtful, review("b", candidate("Gull Song", 1931)))["a"] == Film("Gull Song", 1931)


def test_what_others_state_never_beats_a_headline() -> None:
    found = resolve(
        review("a", candidate("Salt Wind"), candidate("Gull Song", None, 0.6)),
        review("b", candidate("Gull Song")),
    )
    assert found["a"] == Film("Salt Wind", None)


def test_too_weak_a_guess_is_no_film() -> None:
    assert resolve(review("a", candidate("Salt Wind", 1931, 0.1)), review("b")) == {"a": None, "b": None}


def test_the_commonest_spelling_is_shown() -> None:
    found = resolve(
        *(
            review(str(i), candidate(title))
            for i, title in enumerate(["GULL SONG", "Gull Song", "Gull song", "Gull Song"])
        )
    )
    assert {film.title for film in found.values() if film} == {"Gull Song"}


TITLES = st.sampled_from(
    ["Gull Song", "The Gull Song", "Lamp: Gull Song", "Gull Song 2", "Lamp", "Lamp: Nightfall", "Nightfall"]
)
CANDIDATES = st.builds(
    candidate, TITLES, st.sampled_from([None, 1931, 1932, 1984]), st.sampled_from([0.1, 0.3, 0.5, 0.9])
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CANDIDATES, max_size=3), max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_reviews_changes_nothing(
    libraries: list[list[FilmCandidate]], rng: random.Random
) -> None:
    reviews = [review(f"r{index}", *films) for index, films in enumerate(libraries)]
    found = resolve_films(reviews)
    assert set(found) == {r.key for r in reviews}
    rng.shuffle(reviews)
    assert resolve_films(reviews) == found


def unsure(title: str, confidence: float = 0.85) -> FilmCandidate:
    return FilmCandidate(title, None, Place.span(0, 1), "headline: whole", confidence)


@pytest.mark.parametrize(
    ("headline", "body", "film"),
    [
        ("Gull Song: A Feathered Triumph", 0.05, "Gull Song"),
        ("Four Men and a Boat", 0.5, "Gull Song"),
        ("Four Men and a Boat", 0.05, "Four Men and a Boat"),  # Gull Song is named in passing
        ("Gull Song 2", 0.6, "Gull Song 2"),
        ("Gull Song II: The Return", 0.6, "Gull Song II: The Return"),
    ],
)
def test_a_headline_unlike_a_title_gives_way_to_what_others_state(
    headline: str, body: float, film: str
) -> None:
    one = review("a", unsure(headline), candidate("Gull Song", None, body))
    found = resolve(one, review("b", candidate("Gull Song", 1951)))
    assert (found["a"].title if found["a"] else None) == film
    assert resolve(one)["a"] == Film(headline, None)


def test_what_one_review_sets_before_a_title_renames_nobody_elses() -> None:
    found = resolve(review("a", candidate("Nightfall")), review("b", candidate("Gullathon: Nightfall")))
    assert set(found.values()) == {Film("Nightfall", None, ("Gullathon: Nightfall",))}


def test_a_series_name_that_other_films_bear_belongs_to_the_title() -> None:
    found = resolve(
        review("a", candidate("Nightfall")),
        review("b", candidate("Lamp Room: Nightfall")),
        review("c", candidate("Lamp Room II: Daybreak")),
    )
    assert found["a"] == Film("Lamp Room: Nightfall", None, ("Nightfall",))


def test_a_given_title_never_loses_to_guesses() -> None:
    stated = FilmCandidate("Nightfall", None, Place.outside("front matter: film"), "given", 1.0)
    others = [review(key, candidate("Title: Nightfall")) for key in "bcd"]
    assert {film.title for film in resolve(review("a", stated), *others).values() if film} == {"Nightfall"}
