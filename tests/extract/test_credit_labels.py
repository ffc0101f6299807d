"""Labelled credits: lines, lists, boxes and tables made flat, as they come out of real files."""

from __future__ import annotations

import pytest

from bot.corpus import parse_document
from bot.extract import extract
from bot.models import Certainty, RawFile

PROSE = "The harbour lies still for an hour, and then the whole town wakes at once in a fine last act."


def said(box: str, *, below: str = PROSE) -> list[tuple[str, str, str | None]]:
    """Role, person and character of all that is stated of this film."""
    raw = RawFile("reviews", "a.txt", "0" * 64, f"Night Harbour (2019)\n\n{box}\n\n{below}\n".encode())
    credits_ = extract(parse_document(raw)).credits
    return [
        (one.role, one.person, one.character)
        for one in credits_
        if one.certainty is Certainty.STATED and one.film is None
    ]


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ("Director: Laura Whitman", [("director", "Laura Whitman", None)]),
        ("Directed by: Laura Whitman", [("director", "Laura Whitman", None)]),
        ("Dir. Laura Whitman", [("director", "Laura Whitman", None)]),
        ("Director - Laura Whitman", [("director", "Laura Whitman", None)]),
        ("Director- Laura Whitman", [("director", "Laura Whitman", None)]),
        ("DIRECTOR :  Laura Whitman", [("director", "Laura Whitman", None)]),
        (
            "Director(s): Laura Whitman & Hugh Marsh",
            [("director", "Laura Whitman", None), ("director", "Hugh Marsh", None)],
        ),
        ("Director | Laura Whitman", [("director", "Laura Whitman", None)]),
        (
            "Director: Laura Whitman\nWriters: Hugh Marsh, Ana Cole",
            [
                ("director", "Laura Whitman", None),
                ("writer", "Hugh Marsh", None),
                ("writer", "Ana Cole", None),
            ],
        ),
        (
            "Director: Laura Whitman Screenplay by: Hugh Marsh Music: Ana Cole",
            [
                ("director", "Laura Whitman", None),
                ("writer", "Hugh Marsh", None),
                ("composer", "Ana Cole", None),
            ],
        ),
        (
            "Cinematography: Hugh Marsh\nDirector of Photography: Ana Cole",
            [("cinematographer", "Hugh Marsh", None)],
        ),
        ("Starring: Hugh Marsh, Ana Cole", [("actor", "Hugh Marsh", None), ("actor", "Ana Cole", None)]),
        (
            "Cast: Hugh Marsh (as Max), Ana Cole",
            [("actor", "Hugh Marsh", "Max"), ("actor", "Ana Cole", None)],
        ),
        (
            "Cast: Hugh Marsh (Max Pine), Ana Cole as Eve",
            [("actor", "Hugh Marsh", "Max Pine"), ("actor", "Ana Cole", "Eve")],
        ),
        ("Cast: Hugh Marsh (voice), Ana Cole", [("actor", "Hugh Marsh", None), ("actor", "Ana Cole", None)]),
        (
            "Cast: Max (Hugh Marsh), Eve (Ana Cole)",
            [("actor", "Hugh Marsh", "Max"), ("actor", "Ana Cole", "Eve")],
        ),
        (
            "CAST:\nHugh Marsh, Ana Cole\nREVIEW:",
            [("actor", "Hugh Marsh", None), ("actor", "Ana Cole", None)],
        ),
        (
            "Cast\n- Hugh Marsh ... Max\n- Ana Cole ... Eve",
            [("actor", "Hugh Marsh", "Max"), ("actor", "Ana Cole", "Eve")],
        ),
        (
            "* Director: Laura Whitman\n* Stars: Ana Cole",
            [("director", "Laura Whitman", None), ("actor", "Ana Cole", None)],
        ),
        (
            "(director/writer: Laura Whitman; music: Hugh Marsh; cast: Ana Cole (Eve); Runtime: 94)",
            [
                ("director", "Laura Whitman", None),
                ("writer", "Laura Whitman", None),
                ("composer", "Hugh Marsh", None),
                ("actor", "Ana Cole", "Eve"),
            ],
        ),
    ],
)
def test_boxes(box: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert sorted(said(box), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "box",
    [
        "Music: Stellar",
        "Direction: 8/10",
        "Cast: the town is full of them",
        "Director's cut: Laura Whitman",
        "Stars: Four and a half",
        "Editor: Laura Whitman",
    ],
)
def test_other_labels_say_nothing(box: str) -> None:
    assert said(box) == []


def test_only_the_first_of_two_boxes_is_this_films() -> None:
    box = "Director: Laura Whitman\nCast: Ana Cole"
    assert said(box, below=f"{PROSE}\n\nDirector: Hugh Marsh\nCast: Bo Reed") == [
        ("director", "Laura Whitman", None),
        ("actor", "Ana Cole", None),
    ]


def test_a_box_explains_the_surnames_of_the_prose() -> None:
    prose = "There Eve (Cole) hides, and Max (Marsh) looks for her all night long in the empty town."
    assert set(said("Cast: Hugh Marsh, Ana Cole", below=prose)) >= {
        ("actor", "Ana Cole", "Eve"),
        ("actor", "Hugh Marsh", "Max"),
    }


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("It is a film which Laura Whitman both directed and starred in.", {"Laura Whitman"}),
        ("Laura Whitman has written and directed a whole film.", {"Laura Whitman"}),
        ("Laura Whitman returns to direct this quiet tale.", {"Laura Whitman"}),
        ("It cannot leave the long shadow of director Laura Whitman.", set()),
        ("At first Hugh Marsh was set to star, with Laura Whitman directing.", set()),
        ("I sat through the dull harbour flicks helmed by Laura Whitman.", set()),
        ("A ghost, Hugh Marsh, directs a shy student home.", set()),
        ("It never leans on director Laura Whitman's older work.", {"Laura Whitman"}),
    ],
)
def test_directors_in_prose(prose: str, expected: set[str]) -> None:
    assert {person for role, person, _ in said("", below=prose) if role == "director"} == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (
            "There are fine performances from Hugh Marsh and Ana Cole.",
            {("Hugh Marsh", None), ("Ana Cole", None)},
        ),
        ("He loves a girl named Eve (Ana Cole).", {("Ana Cole", "Eve")}),
        ("Later Emily is played by Ana Cole.", {("Ana Cole", "Emily")}),
        ("Ana Cole is a great Eve Pine.", {("Ana Cole", "Eve Pine")}),
        ("We meet Max and Eve (Hugh Marsh and Ana Cole).", {("Hugh Marsh", "Max"), ("Ana Cole", "Eve")}),
        ("They visit Mary of Guise (Ana Cole) twice.", {("Ana Cole", "Mary of Guise")}),
        (
            "Max Pine (Hugh Marsh) as well as Eve (Ana Cole) run.",
            {("Hugh Marsh", "Max Pine"), ("Ana Cole", "Eve")},
        ),
        ("Her ally Eve Pine (the Red Witch) runs.", set()),
        ("Max is the star quarterback of Angel Grove.", set()),
        ("Hugh Marsh's Career-Defining Performance", set()),
    ],
)
def test_players_in_prose(prose: str, expected: set[tuple[str, str | None]]) -> None:
    assert {
        (person, character) for role, person, character in said("", below=prose) if role == "actor"
    } == expected


def test_a_possessive_is_no_part_of_a_name_from_a_pages_metadata() -> None:
    page = (
        "<html><head><title>Night Harbour</title></head><body>"
        "<div itemscope itemtype='http://schema.org/Movie'><h1 itemprop='name'>Night Harbour</h1>"
        f"<p><span itemprop='director'>Laura Whitman’s</span> film. {PROSE}</p></div></body></html>"
    )
    document = parse_document(RawFile("reviews", "a.html", "0" * 64, page.encode()))
    directors = {one.person for one in extract(document).credits if one.role == "director"}
    assert directors == {"Laura Whitman"}
