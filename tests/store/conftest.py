"""The engine under test: all but test_store_sqlite.py speak to the Store alone and would fit another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are loaded as files, not as a package

from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable


@pytest.fixture
async def open_store(tmp_path: Path) -> AsyncIterator[Callable[[], Awaitable[Store]]]:
    """Open the same database, once more at each call; all are closed in the end."""
    opened: list[Store] = []

    async def open_again() -> Store:
        opened.append(await Store.open(tmp_path / "store.db", busy_timeout=0.2))
        return opened[-1]

    yield open_again
    for store in opened:
        await store.close()


@pytest.fixture
async def store(open_store: Callable[[], Awaitable[Store]]) -> Store:
    """An empty store."""
    return await open_store()
