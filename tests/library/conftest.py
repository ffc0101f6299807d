"""A librarian on a real database, in a world whose time stands still."""

from __future__ import annotations

import pytest
from giving import World

from bot.library import Librarian
from bot.store import Store


@pytest.fixture
def world():
    return World()


@pytest.fixture
async def store(tmp_path):
    async with await Store.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def librarian(store, world):
    return Librarian(store, clock=world.clock, now=world.now)
