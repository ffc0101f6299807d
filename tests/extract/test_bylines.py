"""Critic, outlet and date."""

from __future__ import annotations

import pytest

from bot.corpus.blocks import split_blocks
from bot.extract.bylines import extract_critic, extract_outlet, extract_published
from bot.extract.view import normalise
from bot.models import Attribution, Document, Given, GivenFacts

BODY = "The keeper lights his lamp and waits for somebody to notice. Nobody does, which is the joke of it."


def read(
    text: str, given: GivenFacts | None = None
) -> tuple[Attribution | None, Attribution | None, Attribution | None]:
    given = given or GivenFacts()
    document, view = Document("a.txt", text, split_blocks(text, given), given), normalise(text)
    found = extract_critic(document, view), extract_outlet(document, view), extract_published(document, view)
    for fact in found:
        if fact and fact.place.start is not None and not fact.value[:2].strip("-").isdigit():
            assert text[fact.place.start : fact.place.end] == fact.value or fact is found[2]
    return found


@pytest.mark.parametrize(
    ("line", "critic"),
    [
        ("By Ottoline Quay", "Ottoline Quay"),
        ("by Ottoline Quay", "Ottoline Quay"),
        ("By: J. R. de la Quay", "J. R. de la Quay"),
        ("Reviewed by Seán O’Dowd", "Seán O’Dowd"),
        ("Film review by Ottoline Quay for Harbour Post", "Ottoline Quay"),
        ("Written by Ottoline Quay | March 9, 2021", "Ottoline Quay"),
        ("Review Courtesy of Ottoline Quay", "Ottoline Quay"),
        ("Author: Ottoline Quay", "Ottoline Quay"),
        ("By Otto", "Otto"),
        ("By Staff", None),
        ("By the sea", None),
    ],
)
def test_bylines(line: str, critic: str | None) -> None:
    for text in (f"The Lamp Room\n\n{line}\n\n{BODY}", f"{BODY}\n\n{BODY}\n\n{line}"):
        found = read(text)[0]
        assert (found.value if found else None) == critic


def test_a_list_under_the_headline() -> None:
    critic, outlet, published = read(
        f"‘The Lamp Room’ Review\n- Ottoline Quay\n- Mar 9\n- 2 min read\n{BODY}\nImage: Lantern Films"
    )
    assert critic is not None
    assert critic.value == "Ottoline Quay"
    assert outlet is None
    assert published is not None
    assert published.value == "--03-09"


def test_an_outro_names_critic_and_outlet() -> None:
    critic, outlet, _ = read(
        f"{BODY}\n\n{BODY}\n\nCheck out Otto’s other columns on Harbour Post! And subscribe to our podcast!"
    )
    assert critic is not None
    assert critic.value == "Otto"
    assert outlet is not None
    assert outlet.value == "Harbour Post"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By Ottoline Quay, Harbour Post", "Harbour Post"),
        ("By Ottoline Quay of the Harbour Post", "the Harbour Post"),
        ("By Ottoline Quay | March 9, 2021", None),
        ("By Ottoline Quay", None),
    ],
)
def test_outlets_of_bylines(line: str, outlet: str | None) -> None:
    found = read(f"The Lamp Room\n\n{line}\n\n{BODY}")[1]
    assert (found.value if found else None) == outlet


def test_where_a_review_first_stood() -> None:
    outlet = read(f"{BODY}\n\nThis review was originally published in The Harbour Post in spring.")[1]
    assert outlet is not None
    assert outlet.value == "The Harbour Post"


@pytest.mark.parametrize(
    "line",
    ["Image: Lantern Films", "Courtesy of Lantern Films", "Feature Image Credit to Lantern Films via IMDb"],
)
def test_studios_are_neither(line: str) -> None:
    assert read(f"The Lamp Room\n\n{BODY}\n\n{line}") == (None, None, None)


def test_makers_of_the_film_did_not_write_the_review() -> None:
    assert read(f"The Lamp Room\n\nWritten by Ivo Sand\nDirected by Peter Marsh\n\n{BODY}")[0] is None


def test_prose_names_no_critic() -> None:
    assert (
        read(f"The Lamp Room\n\nBy Ivo Sand's own account the lamp was real. {BODY}\n\nI loved Peter Marsh.")[
            0
        ]
        is None
    )


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("March 9, 2021", "2021-03-09"),
        ("9 March 2021", "2021-03-09"),
        ("Posted on Mar 9th", "--03-09"),
        ("2021-03-09", "2021-03-09"),
        ("03/19/2021", "2021-03-19"),
        ("19.03.2021", "2021-03-19"),
        ("03/09/2021", None),
    ],
)
def test_dates(line: str, date: str | None) -> None:
    found = read(f"The Lamp Room\n\n{line}\n\n{BODY}")[2]
    assert (found.value if found else None) == date


def test_given_facts_win() -> None:
    given = GivenFacts(
        critic=Given("Ada Lamp", "manifest: critic"),
        outlet=Given("Salt Review", "manifest: outlet"),
        published=Given("2020-01-02", "front matter: date"),
    )
    found = read(f"The Lamp Room\n\nBy Ottoline Quay, Harbour Post\nMarch 9, 2021\n\n{BODY}", given)
    assert [fact and (fact.value, fact.place.given) for fact in found] == [
        ("Ada Lamp", "manifest: critic"),
        ("Salt Review", "manifest: outlet"),
        ("2020-01-02", "front matter: date"),
    ]
