"""The commands' tests run on a library written by hand."""

from __future__ import annotations

import asyncio
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are loaded as files, not as a package

from cogs_library import EVERYTHING, write

@pytest.fixture(scope="session")
def made_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two films by two named critics and an unnamed one."""
    from bot.store import Store

    path = tmp_path_factory.mktemp("made") / "made.db"

    async def make() -> None:
        async with await Store.open(path) as store:
            await write(store, 0, EVERYTHING)

    asyncio.run(make())
    return path


@pytest.fixture
def database(made_database: Path, tmp_path: Path) -> Path:
    path = tmp_path / "pullquote.db"
    shutil.copyfile(made_database, path)
    return path
