"""A bot with nothing loaded still says what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reading import private, public, words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "empty.db"


@pytest.mark.parametrize("command", ["films", "critics", "about"])
async def test_lists_say_that_nothing_is_loaded(club: Any, command: str) -> None:
    assert "Nothing is loaded yet" in words(public(await club.slash(command)))


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("quote", {}),
        ("review", {"film": "Nine Geese"}),
        ("search", {"text": "geese"}),
        ("person", {"name": "Jack Merrow"}),
    ],
)
async def test_questions_are_answered_privately(club: Any, command: str, options: dict[str, str]) -> None:
    assert len(private(await club.slash(command, **options)).content) > 10


async def test_autocomplete_offers_nothing(club: Any) -> None:
    assert await club.complete("review", "film", "geese") == []
