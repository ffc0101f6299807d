"""Labels against what the extractor says, on reviews written for these tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.eval.figures import Figure, load_floors, move_floors, save_floors
from bot.eval.labels import FILE, Label, LabelledReview, load_labels, place_labels
from bot.eval.quotes import measure_quotes
from bot.models import Stance, Theme

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = (
    "Overall, Harbour of Glass is a tense and beautifully acted thriller.",
    "At the end Nora dies in the fire that her own brother set.",
    "Read more about it in our archive.",
)
TEXT = (
    "Harbour of Glass (1987)\n\nNora runs a small hotel by the sea. Guests arrive in the spring.\n\n"
    + " ".join(SENTENCES)
)


def label(sentence: str, marks: str, stance: Stance | None = None, *themes: Theme) -> Label:
    start = TEXT.index(sentence)
    return Label(start, start + len(sentence), marks, stance, frozenset(themes))


def measure(*labels: Label) -> dict[str, Figure]:
    review = LabelledReview("own", "1", "dev", labels)
    figures, _ = measure_quotes([review], {("own", "1"): TEXT})
    return {figure.name: figure for figure in figures}


def test_a_quote_that_a_reader_calls_good_counts_as_right() -> None:
    got = measure(
        label(SENTENCES[0], "ov", Stance.FOR, Theme.PERFORMANCES),
        label(SENTENCES[1], "ps"),
        label(SENTENCES[2], "f"),
    )
    assert got["quotes_precision_at_5"] == Figure("quotes_precision_at_5", 1.0, 1)
    assert got["quotes_recall"].value == 1.0
    assert got["stance_precision"] == Figure("stance_precision", 1.0, 1)
    assert got["themes_precision"].value == 1.0
    assert got["verdict_found"].value == 1.0
    assert got["spoilers_recall"] == Figure("spoilers_recall", 1.0, 1)
    assert got["spoilers_precision"] == Figure("spoilers_precision", 1.0, 1)
    assert got["quotes_precision_at_5_kept"].n == 0


@pytest.mark.parametrize(
    ("marks", "fault"), [("od", "dangling"), ("p", "plot only"), ("f", "furniture"), ("ox", "unfit")]
)
def test_each_fault_of_a_quote_is_seen(marks: str, fault: str) -> None:
    review = LabelledReview("own", "1", "kept", (label(SENTENCES[0], marks),))
    figures, misses = measure_quotes([review], {("own", "1"): TEXT})
    values = {figure.name: figure.value for figure in figures}
    assert values["quotes_precision_at_5"] == values["quotes_precision_at_5_kept"] == 0.0
    assert values["quotes_furniture"] == (fault == "furniture")
    assert [miss.text for miss in misses if miss.kind == f"quote {fault}"] == [SENTENCES[0]]


def test_the_other_stance_the_other_theme_and_an_invented_spoiler_are_wrong() -> None:
    got = measure(label(SENTENCES[0], "o", Stance.AGAINST, Theme.MUSIC), label(SENTENCES[1], "p"))
    assert got["stance_precision"].value == 0.0
    assert got["themes_precision"].value == 0.0
    assert got["spoilers_precision"].value == 0.0
    assert got["verdict_precision"].value == 0.0
    assert got["verdict_found"].value is None


def test_labels_follow_their_sentences_through_reading() -> None:
    raw = "Title\n\n\n\nIt  is *so* good.   And [long](http://example.org/a) too.\n"
    stored = "Title\n\nIt is so good. And long too."
    start = raw.index("And")
    moved = list(place_labels((Label(start, len(raw) - 1, "o", None, frozenset()),), raw, stored))
    assert [stored[m.start : m.end] for m in moved] == ["And long too."]


def test_the_committed_labels_are_whole() -> None:
    reviews = load_labels()
    assert len(reviews) >= 60
    assert {review.part for review in reviews} == {"dev", "kept"}
    for review in reviews:
        spans = [(s.start, s.end) for s in review.sentences]
        assert spans == sorted(spans)
        assert all(a < b for a, b in spans)
        for sentence in review.sentences:
            assert len(set(sentence.marks) & set("opif")) == 1
            assert sentence.opinion or not (sentence.verdict or sentence.stance or sentence.themes)
    assert not any(
        len(str(value)) > 40
        for line in FILE.read_text().splitlines()
        for s in json.loads(line)["sentences"]
        for value in s
    )


def test_floors_rise_alone_and_fall_only_where_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    better = [Figure("recall", 0.9, 5), Figure("x_false_positive_rate", 0.1, 5), Figure("x_seconds", 3.0, 5)]
    worse = [Figure("recall", 0.8, 5), Figure("x_false_positive_rate", 0.2, 5)]
    save_floors(move_floors({}, better), path)
    assert load_floors(path) == {"recall": 0.9, "x_false_positive_rate": 0.1}
    assert all(figure.worse_than(load_floors(path)[figure.name]) for figure in worse)
    assert move_floors(load_floors(path), worse) == load_floors(path)
    assert move_floors(load_floors(path), worse, lower=True) == {"recall": 0.8, "x_false_positive_rate": 0.2}
