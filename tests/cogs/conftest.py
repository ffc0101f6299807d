"""The commands' tests run on a library written by hand."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest
from cogs_library import EVERYTHING, SHELF, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cogs_library import Written


@pytest.fixture(scope="session")
def write_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[Written]], Path]:
    """A database file with these reviews as the operator's; to be copied."""
    made: dict[tuple[Written, ...], Path] = {}

    def make(reviews: Sequence[Written]) -> Path:
        from bot.store import Store

        async def fill(path: Path) -> None:
            async with await Store.open(path) as store:
                await write(store, 0, reviews)

        key = tuple(reviews)
        if key not in made:
            made[key] = tmp_path_factory.mktemp("made") / "made.db"
            asyncio.run(fill(made[key]))
        return made[key]

    return make


@pytest.fixture
def written() -> Sequence[Written]:
    """The reviews the bot has; a module that wants others overrides this."""
    return (*EVERYTHING, *SHELF)


@pytest.fixture
def database(
    written: Sequence[Written], write_once: Callable[[Sequence[Written]], Path], tmp_path: Path
) -> Path:
    path = tmp_path / "pullquote.db"
    shutil.copyfile(write_once(written), path)
    return path
