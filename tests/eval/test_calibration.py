"""What is said with confidence c should be right about c of the time: counted on rows made up here."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.eval.calibration import (
    Fact,
    Group,
    by_confidence,
    by_rule,
    calibrated,
    expected_error,
    judge,
    render_groups,
)
from bot.eval.library import Row, read_reviews, settle
from bot.eval.sets import read_rows

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

BODY = """Night Harbour (2021)

By Vera Lindt

Directed by Hugh Marsh, this is a patient thriller about a port that nobody leaves. Eve Carter (Laura Whitman)
waits at the pier while Joe Stone (Peter Hale) lies to her. Simon Reed plays Albert. It is Martin Webb's film.
"""


def cast_row() -> Row:
    return {
        "id": "made up: cast",
        "text": BODY,
        "film": {"title": "Night Harbour", "year": 2021, "directors": ["Hugh Marsh"]},
        "cast_all": [
            {"actor": "Laura Whitman", "characters": ["Eve Carter"]},
            {"actor": "Simon Reed", "characters": ["Oscar"]},
        ],
        "pairs": [],
    }


def meta_row(reviewer: str | None = "Vera Lindt", year: int = 2021) -> Row:
    return {
        "id": "made up: meta",
        "text": BODY,
        "text_form": "assembled",
        "truth": {"title": "Night Harbour", "year": year, "reviewer": reviewer, "directors": ["Hugh Marsh"]},
        "in_text": {
            "title": True,
            "year": True,
            "reviewer": reviewer is not None,
            "directors": ["Hugh Marsh"],
        },
    }


def score_row(split: str, rating: str, percent: float | None) -> Row:
    return {
        "id": f"made up: {split}",
        "source": "a site",
        "text": f"Night Harbour (2021)\n\nA patient thriller, and a dull one.\n\nRating: {rating}\n",
        "split": split,
        "tier": "A",
        "truth": None if percent is None else {"norm100": percent},
    }


def said(*rows: Row, kind: str) -> dict[str, bool]:
    return {fact.said: fact.right for fact in judge(read_reviews(rows)) if fact.kind == kind}


def test_actors_are_right_in_their_characters_alone() -> None:
    facts = {fact.said: fact for fact in judge(read_reviews([cast_row()])) if fact.kind == "cast"}
    assert {name: fact.right for name, fact in facts.items()} == {
        "Laura Whitman as Eve Carter": True,
        "Peter Hale as Joe Stone": False,
        "Simon Reed as Albert": False,
    }
    assert facts["Simon Reed as Albert"].known  # the truth has him as somebody else
    assert not facts["Peter Hale as Joe Stone"].known  # the truth may only not list him
    assert all(fact.stated for fact in facts.values())


@pytest.mark.parametrize("row", [cast_row(), meta_row()])
def test_directors_are_judged_in_every_set_that_names_them(row: Row) -> None:
    assert said(row, kind="director") == {"Hugh Marsh": True}


def test_films_years_and_critics() -> None:
    assert said(meta_row(), kind="title") == {"Night Harbour": True}
    assert said(meta_row(), kind="year") == {"Night Harbour 2021": True}
    assert said(meta_row(year=1931), kind="year") == {"Night Harbour 2021": False}
    assert said(meta_row(), kind="critic") == {"Vera Lindt": True}
    assert said(meta_row(reviewer="Somebody Else"), kind="critic") == {"Vera Lindt": False}


def test_scores_are_judged_where_truth_is_known() -> None:
    assert said(score_row("main", "4/5", 80.0), kind="score") == {"4/5": True}
    assert said(score_row("main", "4/5", 60.0), kind="score") == {"4/5": False}
    assert said(score_row("none", "4/5", None), kind="score") == {"4/5": False}  # there is none
    assert said(score_row("conflict_do_not_score", "4/5", 80.0), kind="score") == {}


def test_a_row_of_one_set_says_nothing_of_what_others_measure() -> None:
    assert {fact.kind for fact in judge(read_reviews([score_row("main", "4/5", 80.0)]))} == {"score"}


def test_settled_credits_are_judged_in_place_of_those_read() -> None:
    reviews = read_reviews([cast_row()])
    settled = settle(reviews)
    as_settled = [fact for fact in judge(reviews, settled) if fact.kind == "cast"]
    assert {fact.said for fact in as_settled} == {
        "Laura Whitman as Eve Carter",
        "Peter Hale as Joe Stone",
        "Simon Reed as Albert",
    }


def fact(rule: str, confidence: float, right: bool) -> Fact:
    return Fact("cast", rule, confidence, right, True, True, "a review", "A as B")


FACTS = [
    *(fact("sure", 0.96, True) for _ in range(9)),
    fact("sure", 0.96, False),
    fact("weak", 0.31, False),
    fact("weak", 0.39, True),
]


def test_bins_hold_what_lies_from_their_beginning_up() -> None:
    assert [(one.name, one.n, round(one.right, 2)) for one in by_confidence(FACTS)] == [
        ("0.95", 10, 0.9),
        ("0.30", 2, 0.5),
    ]
    assert by_confidence([fact("edge", 0.7, True)])[0].name == "0.70"


def test_rules_are_told_apart_by_what_they_claim() -> None:
    assert [one.name for one in by_rule(FACTS)] == ["sure 0.96", "weak 0.31", "weak 0.39"]


def test_a_rule_that_weighs_each_case_is_counted_by_bins() -> None:
    weighed = [fact("weighed", 0.7 + step / 1000, step % 2 == 0) for step in range(20)]
    assert [(one.name, one.n, one.right) for one in by_rule(weighed)] == [("weighed 0.70", 20, 0.5)]


def test_small_groups_are_drawn_to_the_mean() -> None:
    assert calibrated(Group("a", 1, 0.9, 0.0), prior=0.9) == pytest.approx(0.75)
    assert calibrated(Group("a", 1000, 0.9, 0.5), prior=0.9) == pytest.approx(0.5, abs=0.01)
    assert calibrated(Group("a", 0, 0.9, 0.0), prior=0.9) == pytest.approx(0.9)


def test_expected_error_weighs_by_use() -> None:
    assert expected_error(by_confidence(FACTS)) == pytest.approx((10 * 0.06 + 2 * 0.15) / 12, abs=0.001)
    assert expected_error([]) == 0.0


def test_tables_have_a_line_a_group() -> None:
    assert [line.split() for line in render_groups(by_confidence(FACTS))] == [
        ["0.95", "10", "claimed", "0.96", "right", "0.90"],
        ["0.30", "2", "claimed", "0.35", "right", "0.50"],
    ]


@pytest.mark.skipif(not (FOLDER / "cast.jsonl").is_file(), reason="the eval texts are not at hand")
def test_credits_of_real_reviews_are_as_sure_as_they_claim() -> None:
    facts = [fact for fact in judge(read_reviews(read_rows(FOLDER, "cast"))) if fact.kind == "cast"]
    stated = [fact for fact in facts if fact.stated]
    unsure = [fact for fact in facts if not fact.stated]
    assert len(stated) > 250
    assert unsure
    assert expected_error(by_confidence(facts)) <= 0.05
    assert sum(fact.right for fact in stated) / len(stated) >= 0.92
    assert sum(fact.right for fact in unsure) / len(unsure) < 0.6  # they are kept back with good reason
