"""Spoilers: what tells the story, what only speaks of it, where a retelling begins to tell, and announced ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract import spoiler_weights as weights
from bot.extract import spoiler_words
from bot.extract.quotes import read_sentences
from bot.extract.sentences import split_sentences
from bot.extract.spoiler_patterns import GRAVE, PATTERNS
from bot.extract.spoiler_signs import read_signs
from bot.extract.spoiler_warnings import read_warnings, warned_spans
from bot.extract.spoilers import Spoilers, mark_spoilers
from bot.extract.tokens import spell_out
from bot.extract.view import normalise
from bot.models import Block, BlockKind

BLAND = (
    "The photography is handsome.",
    "Its songs are catchy, and the sets look expensive.",
    "I liked the costumes.",
    "The dialogue is witty.",
    "It is rather long.",
    "The colours are lovely.",
    "There is a good joke about a hat.",
    "The lighting is moody.",
    "I had a good time.",
)


def told(text: str) -> list[str]:
    """The marked sentences of a text."""
    sentences = split_sentences(text, (Block(BlockKind.BODY, 0, len(text)),))
    view = normalise(text)
    marked = mark_spoilers(sentences, Spoilers(view, read_sentences(view, sentences)))
    return [text[one.start : one.end] for one in marked if one.spoiler]


def among_bland(sentence: str, place: float) -> str:
    at = round(place * len(BLAND))
    return " ".join([*BLAND[:at], sentence, *BLAND[at:]])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It turns out that she is the killer and hangs herself.", 0.2),
        ("In the end Ben is shot by the posse.", 0.9),
        ("The mild man from the embassy, Bartholomew, is revealed to be the murderer.", 0.3),
        ("In the final scene Tom survives the fire and kisses her.", 0.8),
        ("At the climax, Tom is killed by his own brother when he tries to escape.", 0.8),
    ],
)
def test_spoilers(text: str, place: float) -> None:
    assert told(among_bland(text, place)) == [text]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("After her husband is murdered, Reggie comes home to an empty flat.", 0.1),
        ("The ending is a disappointment.", 0.9),
        ("The film ends up being a mess.", 0.9),
        ("In the end, it is a superb film with a fine cast.", 0.9),
        ("The reveals are surprising and the twist ending works.", 0.9),
        ("Ben (Duane Jones) is revealed to be a careful man.", 0.1),
        ("A killer who kills for money is a dull villain.", 0.1),
        ("Ben dies.", 0.1),
        ("The killer score never lets up.", 0.9),
        ("Keaton lives and dies by his timing.", 0.8),
        ("This is really the Christmas film that people miss.", 0.9),
        ("The actor died a year after the film was released.", 0.9),
    ],
)
def test_no_spoilers(text: str, place: float) -> None:
    assert told(among_bland(text, place)) == []


def test_a_retelling_gives_away_its_end_and_not_its_beginning() -> None:
    steps = [
        "Anna moves to the coast with her daughter.",
        "She meets a fisherman, who asks her to dinner.",
        "Her husband finds them and beats him.",
        "Then he kidnaps the girl and drives off.",
        "Anna follows him to the lighthouse and shoots him.",
        "In the end she and the fisherman escape to the island, and he dies in her arms.",
    ]
    found = told(" ".join([*BLAND[:2], *steps]))
    assert steps[0] not in found
    assert steps[-1] in found


def test_what_stands_below_a_warning_is_told_and_what_stands_above_is_not() -> None:
    above, below = "Tom runs a shop with his brother.", "Tom kills his brother in the end and leaves her."
    assert told(f"{above} {' '.join(BLAND)}\n\nSPOILERS\n\n{below}") == [below]


def test_warnings() -> None:
    assert read_warnings("A film without a warning.") == ((), None, False)
    assert read_warnings("SPOILERS AHEAD. Tom did it.").head is True
    assert read_warnings("Minor spoilers ahead. Tom did it.").head is False
    assert read_warnings("WARNING: spoilers for The Thing Returns are inevitable. Tom did it.").elsewhere
    assert read_warnings("No spoilers here. A fine film.").head is None
    assert warned_spans("A fine film.") == ()


def test_every_weight_weighs_a_sign_that_can_be_read() -> None:
    named = {name for name, _, _ in PATTERNS} | spoiler_words.KINDS.keys() | spoiler_words.PHRASES.keys()
    assert named & weights.TOGETHER.keys()
    assert {name for name, _, _ in PATTERNS} >= GRAVE
    assert weights.ALONE.keys() <= weights.TOGETHER.keys()


@pytest.mark.parametrize(("name", "words"), [(name, list_) for name, list_, _ in PATTERNS])
def test_every_pattern_begins_with_a_word_that_is_listed(name: str, words: str) -> None:
    assert len(set(spell_out(words))) > 1, name


units = st.sampled_from(
    ["Tom", "kills", "her", ".", "in the end", "(", "spoilers", "\n\n", "the", "he", '"', "1922", "dies"]
)


@given(st.lists(units, max_size=60).map(" ".join))
def test_any_text_is_read_once_a_sentence(text: str) -> None:
    view = normalise(text)
    sentences = split_sentences(text, (Block(BlockKind.BODY, 0, len(text)),))
    excerpts = read_sentences(view, sentences)
    assert len(read_signs(view, excerpts)) == len(excerpts)
    assert len(mark_spoilers(sentences, Spoilers(view, excerpts))) == len(sentences)


@pytest.mark.parametrize("unit", ["he kills ", "the end ", "Spoilers. ", "(", "dies in the end ", "A"])
def test_a_long_run_of_one_thing_is_read_to_its_end(unit: str) -> None:
    assert isinstance(told(unit * (60_000 // len(unit))), list)
