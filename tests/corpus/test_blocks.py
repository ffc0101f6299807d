"""Which lines of a page are headline, byline, score box and furniture, and which the review's own prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.blocks import split_blocks
from bot.models import BlockKind, Given, GivenFacts

PROSE = (
    "The lighthouse keeper never blinks, and neither did I. It is a slow, salty picture that earns its storm."
)
MORE = "Nobody in it is quite likeable; everybody is worth watching, which is the better bargain."


def kinds(text: str, given_facts: GivenFacts | None = None) -> list[tuple[str, str]]:
    blocks = split_blocks(text, given_facts or GivenFacts())
    return [(block.kind.value, text[block.start : block.end]) for block in blocks]


def test_a_page_with_everything() -> None:
    text = (
        "Skip to content\n‘The Lamp Room’ Review: A Keeper Worth Keeping\n- Ottoline Quay\n- Mar 9\n- 4 min read\n"
        f"{PROSE}\nImage: Harbour Pictures\n{MORE}\n"
        "FINAL SCORE\nOverall\n7.5/10\nStory - 7/10\nComments\nNice one, Otto!"
    )
    assert kinds(text) == [
        ("furniture", "Skip to content"),
        ("headline", "‘The Lamp Room’ Review: A Keeper Worth Keeping"),
        ("byline", "- Ottoline Quay\n- Mar 9"),
        ("furniture", "- 4 min read"),
        ("body", PROSE),
        ("furniture", "Image: Harbour Pictures"),
        ("body", MORE),
        ("score_box", "FINAL SCORE\nOverall\n7.5/10\nStory - 7/10"),
        ("furniture", "Comments\nNice one, Otto!"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Ottoline Quay",
        "by Ottoline Quay, Harbour Post",
        "Reviewed by Ottoline Quay",
        "Review Courtesy of Ottoline Quay",
        "Words by: Ottoline Quay",
        "Posted on 9 March 2021",
        "March 9th, 2021",
    ],
)
def test_bylines(line: str) -> None:
    assert kinds(f"{PROSE}\n\n{MORE}\n\n{line}")[-1] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "Overall Score: 9.5/10",
        "RATING: 4 out of 5",
        "★★★½",
        "8/10",
        "Rating: B+",
        "Grade: A-",
        "three out of five stars",
        "85%",
    ],
)
def test_score_lines(line: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}")[-1] == ("score_box", line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo credit: Harbour Pictures",
        "Feature Image Credit to Harbour Pictures via IMDb",
        "Courtesy of Harbour Pictures",
        "Share this:",
        "Filed under: Reviews, Drama",
        "Directed by: Ivo Sand",
        "Running time: 98 minutes",
        "https://example.org/lamp-room",
        "© 2021 Harbour Post",
        "Year 1, Day 40",
        "Slow Film Challenge 2021 | 4/52 | Lighthouses",
        "CW // drowning, gulls",
        "Check out Ottoline's other essays on Harbour Post! And subscribe to our podcast!",
        "THE REVIEW:",
    ],
)
def test_furniture(line: str) -> None:
    assert ("furniture", line) in kinds(f"{PROSE}\n\n{MORE}\n\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "By the time the storm breaks, nobody is left to care about the lamp.",
        "Images of salt and rope fill the long second act, and they are worth the ticket.",
        "Join the keeper for one night and you will know why he drinks.",
        "He gets ten out of ten for stubbornness and rather less for seamanship.",
        "Comments like these are what his crew lives on, poor souls.",
    ],
)
def test_prose_that_begins_like_furniture(line: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}\n\n{MORE}")[1] == ("body", line)


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        ("The Lamp Room (1958)", True),
        ("Film review: The Lamp Room", True),
        ("A keeper, a lamp and a very long night", True),
        ("Save your ticket money!", False),
        ("I saw this one on a wet Tuesday.", False),
        (
            "Ottoline Quay plays a keeper (Ivo Sand plays the lamp) and both of them flicker all the way through",
            False,
        ),
    ],
)
def test_what_stands_over_a_review(first: str, headline: bool) -> None:
    assert (kinds(f"{first}\n\n{PROSE}\n\n{MORE}")[0] == ("headline", first)) is headline


def test_a_given_headline_is_found_wherever_it_stands() -> None:
    facts = GivenFacts(headline=Given("So dull it glows.", "front matter: headline"))
    assert ("headline", "So dull it glows.") in kinds(f"Home\nSo dull it glows.\n\n{PROSE}", facts)


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    wrapped = (
        "The keeper of the lamp has seen\nfar too many storms to be afraid\nof one more, and the film knows\n"
        "it well enough to let him sleep\nthrough the noisiest part of it."
    )
    assert kinds(f"{wrapped}\n\n{MORE}") == [("body", wrapped), ("body", MORE)]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .\n:/*-10★|\"'“”()\t"), max_size=300))
def test_blocks_are_ordered_cover_every_word_and_never_overlap(text: str) -> None:
    blocks = split_blocks(text, GivenFacts())
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        assert isinstance(block.kind, BlockKind)
        at = block.end
    assert not text[at:].strip()


def test_a_text_of_very_many_lines_is_covered_to_its_end() -> None:
    text = "a\n\n" * 7000 + PROSE
    blocks = split_blocks(text, GivenFacts())
    assert text[blocks[-1].start : blocks[-1].end].endswith(PROSE)
    assert sum(len(text[block.start : block.end].split()) for block in blocks) == len(text.split())
