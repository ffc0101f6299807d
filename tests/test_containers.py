"""Loading files that hold many reviews: each of them comes, changes, moves and goes as a file would."""

from __future__ import annotations

import asyncio
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.corpus import ColumnMapping
from bot.export import export_reviews
from bot.ingest import LoadReport, load
from bot.store import Store

HERE = Path(__file__).parents[1]
ROPE = {
    "id": "rope",
    "film": "Rope",
    "year": 1948,
    "critic": "Ada Lindqvist",
    "text": "Hitchcock has rarely been crueller.",
}
LAURA = {
    "id": "laura",
    "film": "Laura",
    "critic": "Cora Vance",
    "text": "Gene Tierney haunts every frame of it.",
}
GILDA = {
    "id": "gilda",
    "film": "Gilda",
    "critic": "Bruno Keil",
    "text": "Rita Hayworth is superb from her first look.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reviews"
    made.mkdir()
    return made


@pytest.fixture
async def store(tmp_path: Path):
    async with await Store.open(tmp_path / "pullquote.db") as opened:
        yield opened


def lines(path: Path, *items: object) -> None:
    path.write_text("".join(f"{json.dumps(item)}\n" for item in items))


def zipped(path: Path, **members: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)


async def exported(store: Store) -> list[dict[str, object]]:
    out = io.BytesIO()
    await export_reviews(store, 0, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


async def sources(store: Store) -> list[object]:
    return [review["source"] for review in await exported(store)]


def told(report: LoadReport) -> list[str]:
    return list(report.problems())


async def test_rows_come_change_and_go_one_by_one(store: Store, folder: Path) -> None:
    table = folder / "a.jsonl"
    lines(table, ROPE, LAURA)
    first = await load(store, folder)
    assert first.added == ["reviews/a.jsonl#laura", "reviews/a.jsonl#rope"]
    assert not told(first)
    again = await load(store, folder)
    assert again.summary() == "added 0, changed 0, unchanged 2, moved 0, removed 0, failed 0"
    lines(table, GILDA, ROPE | {"year": 1949})
    report = await load(store, folder)
    assert report.added == ["reviews/a.jsonl#gilda"]
    assert report.changed == ["reviews/a.jsonl#rope"]
    assert report.removed == ["reviews/a.jsonl#laura"]
    assert [review["film"] for review in await exported(store)] == [
        {"title": "Gilda", "year": None},
        {"title": "Rope", "year": 1949},
    ]


async def test_a_row_that_moves_to_another_file_keeps_its_identity(store: Store, folder: Path) -> None:
    lines(folder / "a.jsonl", ROPE, LAURA)
    await load(store, folder)
    (folder / "a.jsonl").rename(folder / "b.jsonl")
    report = await load(store, folder)
    assert report.moved == [
        ("reviews/a.jsonl#laura", "reviews/b.jsonl#laura"),
        ("reviews/a.jsonl#rope", "reviews/b.jsonl#rope"),
    ]


async def test_what_became_unreadable_keeps_its_reviews(store: Store, folder: Path) -> None:
    lines(folder / "a.jsonl", ROPE, LAURA)
    zipped(
        folder / "b.zip",
        gilda_md="---\nfilm: Gilda\n---\nRita Hayworth is superb.",
        c_json=json.dumps([LAURA]),
    )
    await load(store, folder)
    before = await sources(store)
    (folder / "a.jsonl").write_text("\x00\x01\x02" * 400)
    (folder / "b.zip").write_bytes((folder / "b.zip").read_bytes()[:-30])
    (folder / "c.txt").write_text("The plot of Laura makes no sense.")
    report = await load(store, folder)
    assert report.removed == []
    assert told(report) == [
        "failed: reviews/a.jsonl: it is binary, not text; the reviews it held before are kept",
        "failed: reviews/b.zip: it is no ZIP, or a damaged one; the reviews it held before are kept",
    ]
    assert await sources(store) == [*before, "c.txt"]


async def test_a_member_that_became_unreadable_keeps_its_rows(store: Store, folder: Path) -> None:
    zipped(folder / "b.zip", gilda_md="Rita Hayworth is superb.", c_json=json.dumps([LAURA, ROPE]))
    await load(store, folder)
    zipped(folder / "b.zip", c_json="[")
    report = await load(store, folder)
    assert report.errors == [
        f"Nothing in {folder} could be read as a review. The 3 reviews loaded from it before are kept."
    ]
    zipped(folder / "b.zip", c_json="[", d_md="It is a splendid stunt.")
    report = await load(store, folder)
    assert report.removed == ["reviews/b.zip/gilda.md"]
    assert await sources(store) == ["b.zip/c.json#laura", "b.zip/c.json#rope", "b.zip/d.md"]


async def test_a_broken_row_keeps_what_it_may_have_been(store: Store, folder: Path) -> None:
    lines(folder / "a.jsonl", ROPE, LAURA)
    await load(store, folder)
    (folder / "a.jsonl").write_text(f"{json.dumps(ROPE)}\n{{broken\n")
    report = await load(store, folder)
    assert (report.removed, len(report.failed)) == ([], 1)
    assert await sources(store) == ["a.jsonl#laura", "a.jsonl#rope"]
    lines(folder / "a.jsonl", ROPE)
    assert (await load(store, folder)).removed == ["reviews/a.jsonl#laura"]


async def test_one_file_alone_speaks_for_its_own_rows(store: Store, folder: Path) -> None:
    lines(folder / "a.jsonl", ROPE, LAURA)
    lines(folder / "b.jsonl", GILDA)
    await load(store, folder)
    lines(folder / "a.jsonl", ROPE)
    report = await load(store, folder / "a.jsonl")
    assert report.removed == ["reviews/a.jsonl#laura"]
    assert await sources(store) == ["a.jsonl#rope", "b.jsonl#gilda"]


async def test_a_manifest_names_rows_members_and_whole_files(store: Store, folder: Path) -> None:
    zipped(
        folder / "b.zip", gilda_md="Rita Hayworth is superb.", c_json=json.dumps([{"text": "It is a stunt."}])
    )
    lines(folder / "a.jsonl", ROPE, LAURA)
    (folder / "manifest.toml").write_text(
        '["b.zip"]\noutlet = "The Carbide Lamp"\ncritic = "Ada"\n'
        '["b.zip/gilda.md"]\nfilm = "Gilda"\ncritic = "Bruno"\n'
        '["b.zip/c.json#00001"]\nfilm = "Rope"\nyear = 1948\n'
        '["a.jsonl#laura"]\nyear = 1944\nfilm = "Laura"\n'
        '["a.jsonl#nosuch"]\nfilm = "Gilda"\n'
    )
    report = await load(store, folder)
    assert told(report) == ["manifest: reviews/a.jsonl#nosuch: there is no such file"]
    rows = {review["source"]: review for review in await exported(store)}
    assert rows["a.jsonl#laura"]["film"] == {"title": "Laura", "year": 1944}
    assert [(rows[s]["critic"], rows[s]["outlet"]) for s in ("b.zip/gilda.md", "b.zip/c.json#00001")] == [
        ("Bruno", "The Carbide Lamp"),
        ("Ada", "The Carbide Lamp"),
    ]
    assert rows["b.zip/c.json#00001"]["film"] == {"title": "Rope", "year": 1948}


async def test_another_mapping_reads_the_rows_afresh(store: Store, folder: Path) -> None:
    lines(
        folder / "a.jsonl",
        {"id": "x", "text": "Rope is a stunt, and a splendid one.", "words": "Laura is superb."},
    )
    await load(store, folder)
    report = await load(store, folder, mapping=ColumnMapping.parse("text=words"))
    assert report.changed == ["reviews/a.jsonl#x"]
    assert [review["text"] for review in await exported(store)] == ["Laura is superb."]


async def test_a_hundred_broken_rows_are_no_hundred_lines(store: Store, folder: Path) -> None:
    (folder / "a.jsonl").write_text(
        "{broken\n" * 100 + json.dumps(ROPE) + "\n" + json.dumps({"film": "x"}) + "\n"
    )
    report = await load(store, folder)
    assert len(report.failed) == 100
    said = told(report)
    assert len(said) == 12
    assert said[-2:] == [
        "failed: reviews/a.jsonl: 90 more rows",
        "skipped: reviews/a.jsonl: 1 row without a review text",
    ]


async def test_many_rows_go_through_the_workers(store: Store, folder: Path) -> None:
    lines(folder / "a.jsonl", *({"text": f"Film number {n} is superb, and Rope is not."} for n in range(120)))
    report = await load(store, folder)
    assert len(report.added) == 120
    assert (await sources(store))[:2] == ["a.jsonl#00001", "a.jsonl#00002"]


async def test_our_export_comes_back_as_it_was(store: Store, folder: Path, tmp_path: Path) -> None:
    (folder / "rope.md").write_text(
        "---\nfilm: Rope\nyear: 1948\ncritic: Ada Lindqvist\nrating: 4/5\ndate: 2025-06-04\n"
        "director: Alfred Hitchcock\n---\n# A *splendid* stunt\n\nJames Stewart plays Rupert Cadell with dry wit. "
        "The camera [never] blinks, and it is a triumph of staging."
    )
    (folder / "laura.txt").write_text(
        "Laura (1944)\nBy Cora Vance\n\nGene Tierney as Laura haunts every frame of this gorgeous film.\n\nGrade: A-"
    )
    await load(store, folder)
    before = await exported(store)
    again = tmp_path / "again"
    again.mkdir()
    lines(again / "all.jsonl", *before)
    async with await Store.open(tmp_path / "again.db") as second:
        assert not told(await load(second, again))
        after = await exported(second)
    assert [review.pop("source") for review in after] == ["all.jsonl#laura.txt", "all.jsonl#rope.md"]
    for review in before:
        del review["source"]
    for review in (*before, *after):
        for quote in review["quotes"]:  # type: ignore[attr-defined]
            del quote["id"]  # it hangs on the source
    assert after == before


def test_the_command_line(folder: Path, tmp_path: Path) -> None:
    def pullquote(*args: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *map(str, args)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(HERE)},
            capture_output=True,
            text=True,
            timeout=60,
        )

    lines(folder / "a.jsonl", {"words": "Rope is a splendid stunt.", "what": "Rope (1948)"})
    wrong = pullquote("load", folder, "--map", "body=words")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert '"body" is no field of a review; there are text, film, year' in wrong.stderr
    lacking = pullquote("load", folder, "--map", "text=prose")
    assert lacking.returncode == 1
    assert 'failed: reviews/a.jsonl: it has no key "prose"; its keys are words, what' in lacking.stderr
    done = pullquote("load", folder, "--map", "text=words, film=what")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "added 1, changed 0, unchanged 0, moved 0, removed 0, failed 0\n"
    [line] = pullquote("export").stdout.splitlines()
    assert json.loads(line)["film"] == {"title": "Rope", "year": 1948}


async def test_a_draft_is_passed_over_and_a_review_that_became_one_goes(store: Store, folder: Path) -> None:
    draft = "---\nfilm: Rope\ndraft: true\n---\nIt is a splendid stunt."
    (folder / "a.md").write_text(draft)
    (folder / "b.md").write_text(draft.replace("true", "false"))
    zipped(folder / "c.zip", a_md=draft + " Not yet.", b_txt="Rope is a splendid stunt.")
    report = await load(store, folder)
    assert (report.added, report.failed) == (["reviews/b.md", "reviews/c.zip/b.txt"], [])
    assert told(report) == [
        "skipped: reviews/a.md: it is a draft",
        "skipped: reviews/c.zip/a.md: it is a draft",
    ]
    (folder / "b.md").write_text(draft + " Still.")
    report = await load(store, folder)
    assert (report.removed, report.failed) == (["reviews/b.md"], [])
    assert await sources(store) == ["c.zip/b.txt"]


STATES = st.fixed_dictionaries(
    {
        "a.jsonl": st.lists(
            st.sampled_from([ROPE, LAURA, GILDA]), max_size=3, unique_by=lambda item: item["id"]
        ),
        "b.zip": st.lists(
            st.sampled_from([ROPE, LAURA, GILDA]), max_size=2, unique_by=lambda item: item["id"]
        ),
    }
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STATES, min_size=1, max_size=4))
def test_any_sequence_of_rows_ends_where_a_fresh_load_does(states: list[dict[str, list[object]]]) -> None:
    async def run() -> None:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "reviews"
            folder.mkdir()
            (folder / "anchor.txt").write_text("The plot of Laura makes no sense.")
            async with await Store.open(Path(place) / "a.db") as store:
                for state in states:
                    lines(folder / "a.jsonl", *state["a.jsonl"] or [{"film": "Rope", "text": ""}])
                    zipped(folder / "b.zip", c_json=json.dumps(state["b.zip"] or [{"text": "Rope is fine."}]))
                    await load(store, folder)
                async with await Store.open(Path(place) / "b.db") as fresh:
                    await load(fresh, folder)
                    assert await exported(store) == await exported(fresh)

    asyncio.run(run())
