"""The engine under test: all but test_store_sqlite.py speak to the Store alone and would fit another."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path


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


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Where a module keeps the database its tests start from."""
    return {"path": tmp_path_factory.mktemp("kept") / "store.db"}


@pytest.fixture
async def filled(
    kept: dict[str, Any], tmp_path: Path, open_store: Callable[[], Awaitable[Store]]
) -> Callable[[Callable[[Store], Awaitable[Any]]], Awaitable[tuple[Store, Any]]]:
    """Open a copy of what ``fill`` made for the first test of the module, with what it answered."""

    async def take(fill: Callable[[Store], Awaitable[Any]]) -> tuple[Store, Any]:
        if "answer" not in kept:
            async with await Store.open(kept["path"]) as store:
                kept["answer"] = await fill(store)
        shutil.copy(kept["path"], tmp_path / "store.db")
        return await open_store(), kept["answer"]

    return take
