"""Names in running text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract.names import (
    FULL,
    find_names,
    find_tokens,
    is_first_name,
    is_person_name,
    person_score,
    plain_view,
)


def names_in(text: str) -> list[str]:
    view = plain_view(text)
    return [name.text for name in find_names(view, find_tokens(view))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When Eve met Ana de Armas, she left.", ["Eve", "Ana de Armas"]),
        ("Director Len Wiseman and J. T. Walsh agree.", ["Len Wiseman", "J. T. Walsh"]),
        ("J.T. Walsh is K.T. here", ["J.T. Walsh", "K.T."]),
        ("Jung Doo‑hong and Sharon Duncan-Brewster", ["Jung Doo-hong", "Sharon Duncan-Brewster"]),
        ("Sean O’Brien, Vincent D'Onofrio", ["Sean O'Brien", "Vincent D'Onofrio"]),
        ("Keanui Reeves’ Wick and Wick's friend", ["Keanui Reeves", "Wick", "Wick"]),
        ("Robert Downey Jr. left. Eve stayed.", ["Robert Downey Jr.", "Eve"]),
        ("Dr. Ben McKenna saw Captain Haddock", ["Dr. Ben McKenna", "Captain Haddock"]),
        ("Sean Connery is Robert 'Duke' Anderson here", ["Sean Connery", "Robert 'Duke' Anderson"]),
        ("a Capone-esque gangster and a Forest Gump-like man", ["Forest"]),
        ("Eve waits.Bond arrives", ["Eve", "Bond"]),
        ("Eve – Bond — Wick", ["Eve", "Bond", "Wick"]),
        ("nothing capital at all", []),
    ],
)
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    assert names_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anjelica Huston",
        "Léa Seydoux",
        "Ana de Armas",
        "J. K. Simmons",
        "Robert Downey Jr.",
        "Olivia de Havilland",
    ],
)
def test_full_names_are_people(text: str) -> None:
    assert is_person_name(text)


@pytest.mark.parametrize(
    "text", ["Knives Out", "Eve", "Los Angeles", "Warner Bros", "a man", "", "Walther PPK", "Captain Haddock"]
)
def test_other_capitals_are_not(text: str) -> None:
    assert not is_person_name(text)


def test_scores_order_names_by_how_sure_they_are() -> None:
    known, half, unknown = (
        person_score(("ana", "smith")),
        person_score(("zzyx", "smith")),
        person_score(("zzyx", "qworf")),
    )
    assert known > half > unknown > 0
    assert known >= FULL > unknown


def test_first_names_by_their_first_half() -> None:
    assert is_first_name("Jan-Michael")
    assert not is_first_name("Table-Michael")


@given(st.text(alphabet="Aab .'\"-(\n’—é,", max_size=80))
def test_offsets_hold(text: str) -> None:
    view = plain_view(text)
    assert len(view) == len(text)
    tokens = find_tokens(view)
    assert [token.word for token in tokens] == [view[token.start : token.end] for token in tokens]
    names = find_names(view, tokens)
    assert all(view[name.start : name.end] == name.text for name in names)
    assert all(one.end <= two.start for one, two in itertools.pairwise(names))
