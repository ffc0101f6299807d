"""Who made the film where no trade stands before the name."""

from __future__ import annotations

import pytest

from bot.extract import extract
from bot.extract.credit_films import certainty
from bot.extract.credit_page import Page
from bot.extract.credit_possessives import read_possessives
from bot.models import Block, BlockKind, Certainty, Document

HEAD = "Dark Harbour (2019)"


def directors(body: str) -> set[tuple[str, str]]:
    """Name and certainty of everybody said to direct the film."""
    text = f"{HEAD}\n\n{body}"
    start = len(HEAD) + 2
    blocks = (Block(BlockKind.HEADLINE, 0, len(HEAD)), Block(BlockKind.BODY, start, len(text)))
    said = extract(Document("a.txt", text, blocks)).credits
    return {(one.person, str(one.certainty)) for one in said if one.role == "director" and one.film is None}


STATED = str(Certainty.STATED)
UNSURE = str(Certainty.UNSURE)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Laura Whitman has made a taut and quiet little film about grief.", {("Laura Whitman", STATED)}),
        ("Laura Whitman is only thirty, and she's already made a fine film.", {("Laura Whitman", STATED)}),
        ("Laura Whitman delivers a thoughtful piece about the sea.", {("Laura Whitman", STATED)}),
        ("Sadly Laura Whitman (director and lead) is tired here.", {("Laura Whitman", STATED)}),
        ("Laura Whitman's film is slow. Still, Whitman's movie has charm.", {("Laura Whitman", STATED)}),
        ("Laura Whitman's film is slow and cold.", {("Laura Whitman", UNSURE)}),
        # What only looks like it.
        ("Laura Whitman has made a film appearance of note.", set()),
        ("Laura Whitman delivers a performance in a thoughtful film.", set()),
        ("Laura Whitman made a film about bees in the story.", set()),
        ("Laura Whitman's film career ended here.", set()),
        ("Laura Whitman's last film was longer than this.", set()),
        ("Laura Whitman's adaptation of Moby Dick was longer.", set()),
        ("The lighting recalls Laura Whitman's lush art direction.", set()),
    ],
)
def test_makers(body: str, found: set[tuple[str, str]]) -> None:
    assert directors(body) == found


def test_whose_film_it_is_called_gives_way_to_a_plain_director() -> None:
    body = "Director Hugh Marsh is at ease. It lacks the edge of Laura Whitman's classic."
    assert directors(body) == {("Hugh Marsh", STATED)}


def test_an_actors_film_is_not_directed_by_them() -> None:
    body = "Laura Whitman plays Eve Carter. This is Laura Whitman's movie, and Whitman's film it stays."
    assert directors(body) == set()


def test_the_director_whom_another_replaces() -> None:
    assert ("Hugh Marsh", STATED) not in directors("The studio hired Al Roe, replacing director Hugh Marsh.")


def test_the_film_named_behind_its_directors_is_no_director() -> None:
    body = "Directed by the excellent Laura Whitman, Dark Harbour is a quiet film."
    assert directors(body) == {("Laura Whitman", STATED)}


def cast(body: str) -> set[tuple[str, str | None, str]]:
    """Who plays whom, and how certain that is."""
    text = f"{HEAD}\n\n{body}"
    blocks = (Block(BlockKind.HEADLINE, 0, len(HEAD)), Block(BlockKind.BODY, len(HEAD) + 2, len(text)))
    said = extract(Document("a.txt", text, blocks)).credits
    return {(one.person, one.character, str(one.certainty)) for one in said if one.role == "actor"}


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("I prefer it to Laura Whitman's Quarry by far.", False),  # nobody's name: a work or a place
        ("Here is Laura Whitman's Quarry. Then Quarry runs.", True),
        ("Here is Laura Whitman's Chancellor.", True),
        ("Here is Laura Whitman's Albert.", True),
    ],
)
def test_an_owned_word_that_is_nobodys_name_is_unsure(body: str, sure: bool) -> None:
    (claim,) = read_possessives(page := Page(body))
    assert claim.rule == "actors-character"
    assert (certainty(page, claim) is Certainty.STATED) is sure


@pytest.mark.parametrize(
    ("body", "put"),
    [
        ("Laura Whitman is Eve Carter, and she is grim.", STATED),
        ("Laura Whitman is now Eve Carter to many.", UNSURE),
        ("They think that Laura Whitman was Eve Carter.", UNSURE),
    ],
)
def test_being_a_character_is_playing_it_only_where_said_plainly(body: str, put: str) -> None:
    assert ("Laura Whitman", "Eve Carter", put) in cast(body)


def test_playing_the_character_tells_of_no_character() -> None:
    assert cast("Laura Whitman is fine, playing the character like a child.") == set()
