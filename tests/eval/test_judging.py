"""The judgement in process is the scorer's own, where that is at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.eval import judging
from bot.eval.sets import read_rows

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

pytestmark = pytest.mark.skipif(not (FOLDER / "score.py").is_file(), reason="the scorer is not at hand")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", FOLDER / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def casts() -> list[list[tuple[str, list[str]]]]:
    rows = list(read_rows(FOLDER, "cast"))[:60]
    return [[(one["actor"], one["characters"]) for one in row["cast_all"]] for row in rows]


def test_people_and_characters_compare_as_the_scorer_compares_them(
    scorer: ModuleType, casts: list[list[tuple[str, list[str]]]]
) -> None:
    compared = 0
    for cast in casts:
        for actor, _ in cast[:12]:
            for other, roles in cast[:12]:
                for said in (actor, actor.split()[-1], f"{actor[0]}. {actor.split()[-1]}"):
                    assert judging.same_person(said, other) == scorer.same_person(said, other)
                for role in roles:
                    first = cast[0][1]
                    assert judging.character_words(role) == scorer.words(role)
                    assert judging.same_character(role, first) == scorer.same_character(role, first)
                    compared += 1
    assert compared > 1000


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Dark Star", "dark star"),
        ("Darkstar", "Dark Star"),
        ("Dark Star 2", "Dark Star"),
        ("", None),
        ("Élan", "Elan"),
    ],
)
def test_titles_compare_as_the_scorer_compares_them(scorer: ModuleType, one: str, two: str | None) -> None:
    assert judging.same_title(one, two) == scorer.same_title(one, two)
    assert judging.plain(one) == scorer.fold(one)
