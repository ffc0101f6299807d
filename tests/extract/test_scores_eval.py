"""Rating strings and reviews by others, where they are at hand: floors that only rise."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.extract.scores import OVERALL, extract_scores
from bot.extract.view import normalise
from bot.models import Document

SHARED = Path(__file__).parents[3] / "shared"

pytestmark = pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="the eval texts are not at hand")


def overall_percent(text: str) -> float | None:
    first = next(iter(extract_scores(Document("a.txt", text, ()), normalise(text))), None)
    return first.percent if first and first.label == OVERALL else None


def test_rating_strings() -> None:
    lines = (SHARED / "eval" / "rating_strings.jsonl").read_text(encoding="utf-8").strip().split("\n")
    wrong = []
    for row in map(json.loads, lines):
        said = overall_percent(f"Film number 3\n\nIt was what it was.\n\nRating: {row['raw']}\n")
        if row["truth_kind"] in {"arithmetic", "metacritic_table"}:
            right = said is not None and abs(said - row["norm100"]) <= 1.01
        elif row["truth_kind"] == "label_only" and not re.fullmatch(r"[\d.]+ of \d+", row["raw"]):
            right = said is None
        else:
            continue
        wrong += [] if right else [(row["raw"], said)]
    assert wrong == []


def test_reviews_that_state_their_scale() -> None:
    lines = (SHARED / "eval" / "scores.jsonl").read_text(encoding="utf-8").strip().split("\n")
    rows = [row for row in map(json.loads, lines) if row["split"] != "conflict_do_not_score"]
    said = right = stated = invented = 0
    for row in rows:
        percent = overall_percent(re.sub(r"<br ?/?>", "\n", row["text"]).replace("**Rating:**", "Rating:"))
        if row["split"] == "none":
            invented += percent is not None
        elif row["tier"] == "A":
            stated += 1
            said += percent is not None
            right += percent is not None and abs(percent - row["truth"]["norm100"]) <= 5.01
    assert right / stated >= 0.98
    assert right / said >= 0.985
    assert invented == 0
