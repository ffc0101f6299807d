"""A manifest inside a ZIP, loaded: it holds as one beside files does, and takes effect when it changes."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from bot.export import export_reviews
from bot.ingest import load
from bot.store import Store

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The camera never blinks, and it is a splendid, airless stunt."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reviews"
    made.mkdir()
    return made


@pytest.fixture
async def store(tmp_path: Path):
    async with await Store.open(tmp_path / "pullquote.db") as opened:
        yield opened


def pack(folder: Path, manifest: str | None, **more: str) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as held:
        held.writestr("rope.md", TEXT)
        held.writestr("gilda.md", f"{TEXT} And so on.")
        if manifest is not None:
            held.writestr("manifest.toml", manifest)
        for name, text in more.items():
            held.writestr(name, text)


async def critics(store: Store) -> dict[str, str | None]:
    out = io.BytesIO()
    await export_reviews(store, 0, out)
    return {one["source"]: one["critic"] for one in map(json.loads, out.getvalue().splitlines())}


async def test_a_changed_manifest_inside_reads_afresh_what_it_names(store: Store, folder: Path) -> None:
    pack(folder, None)
    await load(store, folder)
    pack(folder, '["rope.md"]\ncritic = "Ada Lindqvist"')
    report = await load(store, folder)
    assert (report.changed, report.unchanged) == (["reviews/a.zip/rope.md"], ["reviews/a.zip/gilda.md"])
    assert await critics(store) == {"a.zip/gilda.md": None, "a.zip/rope.md": "Ada Lindqvist"}
    assert (await load(store, folder)).changed == []
    pack(folder, '["rope.md"]\ncritic = "Cora Vance"')
    assert (await load(store, folder)).changed == ["reviews/a.zip/rope.md"]
    pack(folder, None)
    await load(store, folder)
    assert await critics(store) == {"a.zip/gilda.md": None, "a.zip/rope.md": None}


async def test_the_manifest_outside_wins(store: Store, folder: Path) -> None:
    pack(folder, '["rope.md"]\ncritic = "Ada Lindqvist"\n["gilda.md"]\ncritic = "Ada Lindqvist"')
    (folder / "manifest.toml").write_text('["a.zip/rope.md"]\ncritic = "Cora Vance"')
    await load(store, folder)
    assert await critics(store) == {"a.zip/gilda.md": "Ada Lindqvist", "a.zip/rope.md": "Cora Vance"}


async def test_a_broken_manifest_inside_keeps_the_zips_reviews(store: Store, folder: Path) -> None:
    (folder / "b.txt").write_text("It is a stunt.")
    pack(folder, '["rope.md"]\ncritic = "Ada Lindqvist"')
    await load(store, folder)
    before = await critics(store)
    pack(folder, '["rope.md"]\nstars = 4')
    (folder / "b.txt").write_text("It is no stunt.")
    report = await load(store, folder)
    assert (report.changed, report.removed) == (["reviews/b.txt"], [])
    (line,) = report.problems()
    assert line.startswith(
        'failed: reviews/a.zip: manifest.toml: "rope.md" has a field "stars", which is none of'
    )
    assert line.endswith("; the reviews it held before are kept")
    assert await critics(store) == before
