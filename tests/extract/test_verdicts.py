"""The verdict is the review's own sum: picked among all sentences by what they say and where they stand."""

from __future__ import annotations

import pytest

from bot.extract.films import extract_films
from bot.extract.quotes import extract_quotes, read_sentences
from bot.extract.sentences import split_sentences
from bot.extract.verdict_evidence import Evidence
from bot.extract.verdict_weights import WEIGHTS
from bot.extract.verdicts import film_names
from bot.extract.view import normalise
from bot.models import Block, BlockKind, Document

MIDDLE = """Hutter rides out to sell a house. The count signs the papers and looks at his throat.

The scene with the coach is splendid. Max Schreck plays the count as vermin. Ellen waits by the window, \
and the waiting is dull."""


def verdict_of(text: str) -> str | None:
    document = Document("a.txt", text, (Block(BlockKind.BODY, 0, len(text)),))
    view = normalise(text)
    excerpts = read_sentences(view, split_sentences(text, document.blocks))
    quotes = extract_quotes(document, view, excerpts, extract_films(document, view))
    found = [text[q.start : q.end] for q in quotes if q.verdict]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    "verdict",
    [
        "All in all, Nosferatu is a frightening film with a few dull patches.",
        "Nosferatu is flawed but unforgettable, and one of the best horror films of its decade.",
        "This is a superb thriller that fans of silent cinema should not miss.",
        "I enjoyed this film from start to finish and recommend it to anyone who sleeps too well.",
        "It is a mess, but a fascinating mess.",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_sum_is_found_at_either_end(verdict: str, first: bool) -> None:
    parts = (verdict, MIDDLE) if first else (MIDDLE, verdict)
    assert verdict_of("\n\n".join(parts)) == verdict


def test_a_run_in_label_is_left_off() -> None:
    verdict = "Nosferatu is a superb and frightening film."
    assert verdict_of(f"{MIDDLE}\n\nThe verdict: {verdict}") == verdict


def test_no_verdict_hangs_on_what_is_not_shown() -> None:
    alone = "But he is superb, and the film is a masterpiece whenever he is on the screen."
    assert verdict_of(f"{MIDDLE}\n\n{alone}") != alone
    assert verdict_of(alone) is None


def test_one_that_leans_brings_what_it_leans_on() -> None:
    text = "Nosferatu is slow and the romance is dull. But the film is a masterpiece of dread all the same."
    assert verdict_of(f"{MIDDLE}\n\n{text}") == text


def test_half_of_a_list_of_good_and_bad_is_no_verdict() -> None:
    verdict = "Nosferatu is a superb and frightening film."
    lists = (
        "The Good: The photography is superb.\n\nThe Bad: The romance is a dull and tedious film of its own."
    )
    assert verdict_of(f"{verdict}\n\n{MIDDLE}\n\n{lists}") == verdict


def test_a_text_without_judgement_has_none() -> None:
    assert verdict_of("Hutter rides to the castle. The count buys a house. The ship sails at night.") is None
    assert verdict_of("") is None


def test_signs_that_are_found_are_weighed() -> None:
    """A sign that is renamed in one module alone would weigh nothing."""
    text = "Overall, Nosferatu is a great film. It is dull. I enjoyed this (once), a sad, odd, slow film!"
    view = normalise(text)
    excerpts = read_sentences(view, split_sentences(text, (Block(BlockKind.BODY, 0, len(text)),)))
    evidence = Evidence(excerpts, [True, False, True], film_names("nosferatu"), [], None)
    found = {sign for index in range(len(excerpts)) for sign in evidence.signs(index)}
    assert {
        "sums first",
        "title is a",
        "judged film",
        "I react",
        "brackets",
        "exclaims",
        "says of it",
    } <= found
    assert len(found & WEIGHTS.keys()) > 30
