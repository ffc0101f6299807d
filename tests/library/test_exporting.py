"""A library as one file: plain while it fits, packed where it doesn't, refused in words where even that is too much."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from bot.errors import LimitReached
from bot.library import Librarian
from bot.library.exporting import export_file
from bot.store import Store

if TYPE_CHECKING:
    from pathlib import Path

CLUB = 501
TEXT = (
    "A gentle comedy with a dull middle. The music is lovely and the ending is a marvellous surprise.\n" * 20
)


@pytest.mark.parametrize(
    ("limit", "name"), [(1_000_000, "reviews.jsonl"), (8_000, "reviews.jsonl.zip"), (100, None)]
)
async def test_a_library_fits_into_what_discord_takes(tmp_path: Path, limit: int, name: str | None) -> None:
    async with await Store.open(tmp_path / "a.db") as store:
        librarian = Librarian(store)
        for source in ("a.txt", "b.txt"):
            understood = await librarian.understand(CLUB, 1, source, f"{source} {TEXT}".encode())
            await librarian.add(CLUB, 1, understood)
        if name is None:
            with pytest.raises(LimitReached, match="--library 501"):
                await export_file(store, CLUB, limit)
            return
        with await export_file(store, CLUB, limit) as exported:
            data = exported.data.read()
        assert (exported.name, exported.reviews) == (name, 2)
        assert len(data) <= limit
        if name.endswith(".zip"):
            data = zipfile.ZipFile(io.BytesIO(data)).read("reviews.jsonl")
        assert [json.loads(line)["source"] for line in data.splitlines()] == ["a.txt", "b.txt"]
