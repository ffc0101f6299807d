"""Quotes: what is shown, what never is, what is joined, and which one sums a review up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract.excerpts import LONGEST
from bot.extract.quotes import SHORTEST, extract_quotes, read_sentences
from bot.extract.sentences import split_sentences
from bot.extract.spoilers import Spoilers, mark_spoilers
from bot.extract.view import normalise
from bot.models import Block, BlockKind, Document, FilmCandidate, Place, Quote

NOSFERATU = (FilmCandidate("Nosferatu", 1922, Place.outside("test"), "test", 1.0),)


def quotes_of(text: str, blocks: tuple[Block, ...] | None = None) -> tuple[Quote, ...]:
    blocks = blocks or (Block(BlockKind.BODY, 0, len(text)),)
    document = Document("test.txt", text, blocks)
    view = normalise(text)
    return extract_quotes(document, view, read_sentences(view, split_sentences(text, blocks)), NOSFERATU)


def shown(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotes_of(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The photography is gorgeous, all silver fog and broken windows.",
        "Nosferatu remains a chilling and beautiful film after a hundred years.",
        "Max Schreck is unforgettable as the count, more rat than man.",
        "It is hard not to be moved by the film's final, desperate reel.",
        "This is a film of rare and terrible beauty, and it never lets go.",
        "The script is a clumsy retread of better and richer novels.",
        "In his finest film, Murnau directs with superb flair and a marvellous sense of dread.",
        "This film is about a rat, and it is a superb one that never drags.",
        "Set in the near future of 1838, this is a superb and chilling film.",
        "A sluggish, overlong melodrama with two brilliant scenes in it.",
    ],
)
def test_an_opinion_that_stands_alone_is_a_quote(sentence: str) -> None:
    assert shown(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "He is superb in the role, and the film is lucky to have him.",
        "But the photography is gorgeous, all silver fog and broken windows.",
        "This isn't to say that the photography is gorgeous and the film superb.",
        "All of this is to say that the film is superb and entertaining.",
        "The photography is gorgeous in very much the same way.",
        "If your answer is yes, this is a superb and entertaining film for you.",
        "The disc has the superb and gorgeous transfers of both.",
        "This movie is about a brave and lovely woman in a house of great shadows.",
        "The film follows a brave woman and her fine dog through the snow.",
        "That said, the photography is gorgeous from the first reel on.",
        "This ruins what was until then a superb and chilling film.",
        "It also has a superb score by a composer nobody remembers.",
        "Is this the most gorgeous and chilling film of its decade?",
        "I watched this superb film on a Tuesday with my brother and his dog.",
        "Hutter travels to the castle, meets the count and falls ill on the way home.",
        "The film opened in Berlin in March and was shown in eleven cities.",
        "Click here to subscribe to our superb and entertaining newsletter.",
        "Rating: a superb and entertaining four stars from this grateful critic.",
        "Superb and chilling.",
        "Superb Silver Fog: The Count & the Ship of Rats Sail Again!",
        "(A superb and chilling film, in the opinion of this grateful critic.)",
        "See https://example.org for more superb and entertaining film reviews.",
        "Superb Shadows And Chilling Rats: A Masterpiece That Still Grips!",
        "A SUPERB AND CHILLING FILM THAT NOBODY WHO SEES IT WILL EVER FORGET!",
    ],
)
def test_what_is_never_shown_alone(sentence: str) -> None:
    assert shown(sentence) == []


def test_a_sentence_that_refers_back_brings_the_one_before() -> None:
    text = "Max Schreck plays the count as vermin. He is mesmerizing, and the film is only alive when he is."
    assert shown(text) == [text]


@pytest.mark.parametrize("label", ["Comment", "My Take", "Verdict", "Final thoughts", "Our opinion"])
def test_a_label_is_cut_off_every_quote(label: str) -> None:
    first = "The photography is gorgeous, all silver fog and broken windows."
    second = "Nosferatu remains a chilling and beautiful film after a hundred years."
    assert shown(f"{label}: {first}\n\n{label}: {second}") == [first, second]


def test_a_sentence_is_not_joined_across_paragraphs() -> None:
    text = "Max Schreck plays the count as vermin.\n\nHe is mesmerizing, and the film is alive when he is."
    assert shown(text) == []


def test_only_body_blocks_are_quoted() -> None:
    furniture = "A superb and chilling film that nobody forgets."
    body = "The photography is gorgeous, all silver fog and broken windows."
    text = f"{furniture}\n{body}"
    blocks = (
        Block(BlockKind.FURNITURE, 0, len(furniture)),
        Block(BlockKind.BODY, len(furniture) + 1, len(text)),
    )
    assert [text[q.start : q.end] for q in quotes_of(text, blocks)] == [body]


REVIEW = """Nosferatu is a film about a house that nobody should have bought.

The photography is gorgeous, all silver fog and broken windows. The story is thin and the romance is lifeless. \
Max Schreck gives a mesmerizing performance as the count.

It turns out that Ellen is the only one who can stop him, and her death is a superb and moving scene.

Overall, Nosferatu is a beautiful and frightening film with a few dull patches."""


def test_one_verdict_and_it_sums_up() -> None:
    verdicts = [REVIEW[q.start : q.end] for q in quotes_of(REVIEW) if q.verdict]
    assert verdicts == ["Overall, Nosferatu is a beautiful and frightening film with a few dull patches."]


def test_a_labelled_summary_is_the_verdict() -> None:
    box = "Verdict\nA gorgeous and frightening film with one superb performance at its heart."
    text = (
        f"{REVIEW.rsplit('Overall', 1)[0].strip()}\n\n{box}\n\nThe film has a superb score by Hans Erdmann."
    )
    start = text.index("Verdict\n")
    blocks = (
        Block(BlockKind.BODY, 0, start),
        Block(BlockKind.SCORE_BOX, start, start + 7),
        Block(BlockKind.BODY, start + 8, len(text)),
    )
    verdicts = [text[q.start : q.end] for q in quotes_of(text, blocks) if q.verdict]
    assert verdicts == [box.split("\n")[1]]


def test_a_quote_that_gives_the_end_away_is_marked() -> None:
    spoilers = [REVIEW[q.start : q.end] for q in quotes_of(REVIEW) if q.spoiler]
    assert len(spoilers) == 1
    assert spoilers[0].startswith("It turns out")


def test_quotes_are_whole_ordered_and_of_a_readable_length() -> None:
    found = quotes_of(REVIEW)
    assert len(found) >= 3
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(SHORTEST <= q.end - q.start <= LONGEST and 0 <= q.weight <= 1 for q in found)


words = st.sampled_from(
    [
        "Nosferatu",
        "the",
        "film",
        "is",
        "superb",
        "dull",
        "gorgeous",
        "but",
        "never",
        "he",
        "She",
        "it",
        "plot",
        "acting",
        "I",
        "saw",
        "yesterday",
        "(",
        ")",
        '"',
        "“",
        "”",
        ".",
        ".",
        ".",
        "!",
        "?",
        ",",
        ";",
        "-",
        "—\n",
        "",
        "",
        "",
        "😀",
        "and",
        "Overall",
        "despite",
        "not",
        "\n",
        "\n\n",
        "7/10",
        "It",
        "This",
        "A",
        "Schreck",
        "dies",
        "in",
        "the",
        "end",
        "music",
    ]
)


@given(st.lists(words, max_size=120).map(" ".join))
def test_spans_hold_on_any_text(text: str) -> None:
    found = quotes_of(text)
    edges = {s.start for s in split_sentences(text, (Block(BlockKind.BODY, 0, len(text)),))}
    assert sum(q.verdict for q in found) <= 1
    position = 0
    for quote in found:
        assert quote.start in edges
        assert position <= quote.start
        assert (25 if quote.verdict else SHORTEST) <= quote.end - quote.start <= LONGEST
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()
        assert len(quote.themes) <= 3
        position = quote.end


@pytest.mark.parametrize("unit", ["“", "not ", "Superb. ", '("', "This is a superb film! ", "he "])
def test_a_long_run_of_one_thing_is_read_to_its_end(unit: str) -> None:
    assert isinstance(quotes_of(unit * (60_000 // len(unit))), tuple)


def test_a_plain_plot_sentence_is_marked_where_it_gives_the_story_away() -> None:
    text = (
        "Nosferatu opens in a quiet town. The count buys a house. "
        "In the end, Ellen dies in the arms of Hutter as the sun comes up."
    )
    view, blocks = normalise(text), (Block(BlockKind.BODY, 0, len(text)),)
    sentences = split_sentences(text, blocks)
    marked = mark_spoilers(sentences, Spoilers(view, read_sentences(view, sentences)))
    assert [sentence.spoiler for sentence in marked] == [False, False, True]
    assert [(one.start, one.end) for one in marked] == [(one.start, one.end) for one in sentences]
