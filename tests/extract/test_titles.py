"""Mentions of film titles: what marks one, where it ends, and whose year it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract.titles import find_titles
from bot.extract.view import normalise
from bot.models import Block, BlockKind, Document


def mentions(text: str, *marked: str) -> list[tuple[str, int | None, str]]:
    spans = tuple((text.index(piece), text.index(piece) + len(piece)) for piece in marked)
    document = Document("a.txt", text, (Block(BlockKind.BODY, 0, len(text)),), emphasis=spans)
    return [(m.title, m.year, m.sign) for m in find_titles(document, normalise(text))]


@pytest.mark.parametrize(
    ("text", "title", "year", "sign"),
    [
        ("I prefer “The Lamp Room” to it.", "The Lamp Room", None, "quotes"),
        ("I prefer 'The Keeper's Lamp' to it.", "The Keeper's Lamp", None, "quotes"),
        ("I prefer The Lamp Room (1958) to it.", "The Lamp Room", 1958, "year"),
        ("I prefer The Lamp Room (Sand, 1958) to it.", "The Lamp Room", 1958, "year"),
        ("I prefer 1958's The Lamp Room to it.", "The Lamp Room", 1958, "year"),
        ("I prefer THE LAMP ROOM to it.", "THE LAMP ROOM", None, "capitals"),
        ("I prefer The Lamp Room to it.", "The Lamp Room", None, "case"),
        (
            "It follows Lamp Room: Chapter 3 – Nightfall closely.",
            "Lamp Room: Chapter 3 - Nightfall",
            None,
            "case",
        ),
        ("Nothing here beats Lamp Room: The Long Night yet.", "Lamp Room: The Long Night", None, "case"),
    ],
)
def test_one_title(text: str, title: str, year: int | None, sign: str) -> None:
    assert (title, year, sign) in mentions(text)


def test_italics_win_and_keep_their_year() -> None:
    assert mentions("Unlike Lamp Room (1958), it sails.", "Lamp Room") == [("Lamp Room", 1958, "italics")]


def test_a_year_belongs_to_the_title_it_stands_behind() -> None:
    found = mentions("After Lamp Room (1958) and Gull Song (1961) came Salt.")
    assert found == [("Lamp Room", 1958, "year"), ("Gull Song", 1961, "year"), ("Salt", None, "case")]


def test_a_span_of_years_is_no_films() -> None:
    assert mentions("She left Harbour Street (2010-2016) for this.") == [("Harbour Street", None, "case")]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("She shone in Salt and The Lamp Room last year.", ["Salt", "The Lamp Room"]),
        ("She shone in Salt and Gull Song last year.", ["Salt", "Gull Song"]),
        ("She shone in Sink Slow or Swim Hard last year.", ["Sink Slow or Swim Hard"]),
        (
            "It is Lamp Room: Chapter 3 and Lamp Room: Chapter 4 at once.",
            ["Lamp Room: Chapter 3", "Lamp Room: Chapter 4"],
        ),
    ],
)
def test_and_joins_two_titles_or_stands_in_one(text: str, apart: list[str]) -> None:
    assert [title for title, _, _ in mentions(text)] == apart


@pytest.mark.parametrize(
    "text",
    [
        "We met Anna Smith and George Miller at the door.",
        "But when they saw it, I'm told, nobody laughed.",
        "In March the American press loved it.",
        "He said “go home” and left.",
    ],
)
def test_no_titles(text: str) -> None:
    assert mentions(text) == []


def test_bold_labels_and_whole_phrases_are_no_titles() -> None:
    assert mentions("Rating: four\nIt never lets go.", "Rating", "never lets go") == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ab cD.,:'\"“”‘’-–()1958 \n&!?"), max_size=200))
def test_mentions_stand_in_the_text_in_order_and_apart(text: str) -> None:
    view, at = normalise(text), 0
    document = Document("a.txt", text, (Block(BlockKind.BODY, 0, len(text)),))
    for mention in find_titles(document, view):
        assert at <= mention.start < mention.end <= len(text)
        assert view[mention.start : mention.end] == mention.title
        at = mention.end


@pytest.mark.parametrize("piece", ["(", '"', "'A", "A ", "A, ", "A of the ", "A: ", "A's ", "A.", "*"])
def test_hostile_input_ends(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert find_titles(Document("a.txt", text, ()), text) is not None
