"""A custom_id brings its state back, and stays within Discord's limit."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.models import Theme
from bot.render import library_wire, wire
from bot.text import public_id
from bot.views import Spoilers

IDS = st.text(min_size=1).map(public_id)
MAYBE = st.none() | IDS
PAGES = st.integers(0, 999_999)
HITS = st.integers(0, 1_999)  # no search answers with more than 2,000 hits
TEXTS = st.text(min_size=1, max_size=wire.SEARCH_TEXT_LIMIT)
THEMES = st.none() | st.sampled_from(Theme)
ASKED = st.none() | st.sampled_from(Spoilers)
STATES = st.one_of(
    st.builds(wire.OpenFilm, IDS, PAGES, ASKED),
    st.builds(wire.OpenReview, IDS, PAGES, ASKED),
    st.builds(wire.OpenCritic, IDS, IDS, PAGES, ASKED),
    st.builds(wire.OpenScores, IDS, PAGES),
    st.builds(wire.OpenCast, IDS, PAGES, ASKED),
    st.builds(wire.OpenPerson, IDS, PAGES, ASKED),
    st.builds(wire.DrawQuote, MAYBE, MAYBE, MAYBE, THEMES, ASKED),
    st.builds(wire.ShowQuote, IDS, MAYBE, MAYBE, MAYBE, THEMES, ASKED),
    st.builds(wire.Search, HITS, MAYBE, MAYBE, TEXTS, ASKED),
    st.builds(wire.BrowseFilms, PAGES),
    st.builds(wire.BrowseCritics, PAGES),
    st.sampled_from(
        [wire.PickReview(), wire.PickFilm(), wire.PickPerson(), wire.PickCritic(), wire.OpenAbout()]
    ),
)
KINDS = [kind for kind in vars(wire).values() if isinstance(kind, type) and kind.__base__ is wire.State]


@given(STATES, st.sampled_from(["", "aside", "shared"]))
def test_a_state_survives_its_custom_id(state: wire.State, where: str) -> None:
    assume(where != "shared" or state.shareable)
    written = state.custom_id(aside=where == "aside", shared=where == "shared")
    assert wire.is_aside(written) == (where == "aside")
    assert wire.is_shared(written) == (where == "shared")
    assert len(written) <= wire.CUSTOM_ID_LIMIT
    matches = {kind: match for kind in KINDS if (match := kind.template().fullmatch(written))}
    assert set(matches) == {type(state)}
    assert type(state).parse(matches[type(state)]) == state


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("pq:film:k7q2m4abcd:2", wire.OpenFilm("k7q2m4abcd", 2)),
        ("pq+:quote:k7q2m4abcd:-:-:music", wire.DrawQuote("k7q2m4abcd", about=Theme.MUSIC)),
        ("pq:search:3:-:-:a:b", wire.Search(3, None, None, "a:b")),
    ],
)
def test_buttons_from_before_there_was_a_choice_of_spoilers_still_work(
    written: str, state: wire.State
) -> None:
    match = type(state).template().fullmatch(written)
    assert match is not None
    assert type(state).parse(match) == state


@given(st.text(max_size=40))
def test_no_other_custom_id_is_taken_for_a_state(text: str) -> None:
    assert not any(kind.template().fullmatch(text) for kind in KINDS if not text.startswith("pq:"))


def test_what_only_one_person_may_see_is_never_shared() -> None:
    private = [
        kind for kind in vars(library_wire).values() if isinstance(kind, type) and kind is not wire.State
    ]
    assert private
    for kind in private:
        assert not kind.shareable
        assert not kind.template().match(f"pq!:{kind.verb}")
