"""Loading: incremental, whole or not at all, and always ending where a fresh load would."""

from __future__ import annotations

import asyncio
import functools
import gc
import io
import os
import shutil
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.corpus import ListedFile
from bot.errors import LoaderBusy, OperatorError, SettingsError
from bot.export import export_films, export_reviews
from bot.ingest import load, sole_loader
from bot.store import Store
from bot.workers import Failure, Job, Workers, extract_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXTS = (
    """Rope (1948)
By Ada Lindqvist

James Stewart plays Rupert Cadell with dry wit. The film is a splendid stunt.

3.5/5""",
    """Rope (1948)

Rupert Cadell (James Stewart) is the only grown man here. It is a clever, airless exercise.

Rating: 6/10""",
    """---
film: Rope
year: 1948
critic: Bruno Achterberg
rating: 4/5
---
Hitchcock has rarely been so cruel or so funny.""",
    """Laura (1944)
By Cora Vance

Gene Tierney as Laura haunts every frame of this gorgeous film.

Grade: A-""",
    "I liked it very much. The plot of *Laura* makes no sense, and Dana Andrews is superb as the detective.",
    "The pacing is dreadful. I left the cinema exhausted, and so did everybody else who sat near me.",
)
MANIFESTS = (
    None,
    """
["anchor.txt"]
film = "Laura"
year = 1944
critic = "Dora Keil"
""",
    """
["a.txt"]
film = "Rope"
year = 1948
cast = ["James Stewart as Rupert Cadell"]

["sub/b.md"]
outlet = "The Carbide Lamp"
""",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three reviews."""
    root = tmp_path / "reviews"
    for name, text in zip(("a.txt", "b.txt", "sub/c.md"), TEXTS, strict=False):
        write(root, name, text)
    return root


def write(root: Path, name: str, text: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def empty(root: Path) -> None:
    shutil.rmtree(root)
    root.mkdir()


async def exported(store: Store) -> bytes:
    out = io.BytesIO()
    await export_reviews(store, 0, out)
    await export_films(store, 0, out)
    return out.getvalue()


async def fresh(folder: Path) -> bytes:
    """The export of a database that has seen nothing but these files."""
    with tempfile.TemporaryDirectory() as place:
        async with await Store.open(Path(place) / "fresh.db") as store:
            await load(store, folder)
            return await exported(store)


@pytest.fixture
async def store(tmp_path: Path):
    async with await Store.open(tmp_path / "pullquote.db") as opened:
        yield opened


async def test_the_second_load_does_nothing(store: Store, folder: Path) -> None:
    first = await load(store, folder)
    assert first.summary() == "added 3, changed 0, unchanged 0, moved 0, removed 0, failed 0"
    assert first.added == ["reviews/a.txt", "reviews/b.txt", "reviews/sub/c.md"]
    before = await exported(store)
    again = await load(store, folder)
    assert again.summary() == "added 0, changed 0, unchanged 3, moved 0, removed 0, failed 0"
    assert await exported(store) == before
    assert not list(again.problems())


async def test_every_kind_of_change_at_once(store: Store, folder: Path) -> None:
    await load(store, folder)
    write(folder, "b.txt", TEXTS[3])
    write(folder, "new.txt", TEXTS[4])
    (folder / "a.txt").rename(folder / "moved.txt")
    (folder / "sub" / "c.md").unlink()
    report = await load(store, folder)
    assert report.added == ["reviews/new.txt"]
    assert report.changed == ["reviews/b.txt"]
    assert report.moved == [("reviews/a.txt", "reviews/moved.txt")]
    assert report.removed == ["reviews/sub/c.md"]
    assert await exported(store) == await fresh(folder)


async def test_a_manifest_edit_reads_only_the_files_it_names(store: Store, folder: Path) -> None:
    await load(store, folder)
    write(folder, "manifest.toml", '["b.txt"]\ncritic = "Dora Keil"\nyear = 1949\n')
    report = await load(store, folder)
    assert (report.changed, len(report.unchanged)) == (["reviews/b.txt"], 2)
    assert b'"Dora Keil"' in await exported(store)
    (folder / "manifest.toml").unlink()
    assert (await load(store, folder)).changed == ["reviews/b.txt"]
    assert await exported(store) == await fresh(folder)


async def test_new_rules_read_everything_afresh(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load(store, folder)
    monkeypatch.setattr("bot.workers.VERSION", "the next one")
    assert len((await load(store, folder)).changed) == 3


async def test_a_broken_manifest_changes_nothing(store: Store, folder: Path) -> None:
    await load(store, folder)
    before = await exported(store)
    write(folder, "b.txt", TEXTS[3])
    write(folder, "manifest.toml", "[b.txt\n")
    report = await load(store, folder)
    assert [error for error in report.errors if "manifest.toml is not valid TOML" in error]
    assert report.summary() == "added 0, changed 0, unchanged 0, moved 0, removed 0, failed 0"
    assert await exported(store) == before


async def test_manifest_entries_without_a_file_are_named(store: Store, folder: Path) -> None:
    write(folder, "manifest.toml", '["nowhere.txt"]\nyear = 1948\n["../b.txt"]\nyear = 1948\n')
    report = await load(store, folder)
    assert report.remarks == [
        "manifest: reviews/../b.txt: there is no such file",
        "manifest: reviews/nowhere.txt: there is no such file",
    ]
    assert len(report.added) == 3


async def test_a_file_that_becomes_unreadable_keeps_its_review(store: Store, folder: Path) -> None:
    await load(store, folder)
    before = await exported(store)
    write(folder, "a.txt", b"\x89PNG\r\n\x1a\n")
    (folder / "b.txt").unlink()
    (folder / "b.txt").symlink_to("nowhere")
    report = await load(store, folder)
    assert [(problem.source, problem.reason) for problem in report.failed] == [
        ("reviews/a.txt", "it is binary, not text; the review it held before is kept"),
        ("reviews/b.txt", "it cannot be read (no such file or directory); the review it held before is kept"),
    ]
    assert not report.errors
    assert await exported(store) == before


@pytest.mark.parametrize("how", ["emptied", "unreadable", "gone files"])
async def test_a_folder_without_a_readable_review_removes_nothing(
    store: Store, folder: Path, how: str
) -> None:
    await load(store, folder)
    before = await exported(store)
    empty(folder)
    if how == "unreadable":
        write(folder, "a.txt", b"")
        write(folder, "z.txt", "...")
    if how == "gone files":
        write(folder, "poster.jpg", b"")
    report = await load(store, folder)
    assert len(report.errors) == 1
    assert "The 3 reviews loaded from it before are kept" in report.errors[0]
    assert not report.removed
    assert await exported(store) == before


@pytest.fixture
def locked(folder: Path) -> Iterator[Callable[[], None]]:
    """Takes away the right to list the subfolder, until the test is over."""
    yield lambda: (folder / "sub").chmod(0)
    (folder / "sub").chmod(0o755)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
async def test_a_folder_that_cannot_be_listed_keeps_what_it_held(
    store: Store, folder: Path, locked: Callable[[], None]
) -> None:
    await load(store, folder)
    locked()
    report = await load(store, folder)
    assert not report.removed
    assert [problem.source for problem in report.failed] == ["reviews/sub"]


@pytest.fixture
def nameless(folder: Path) -> Path:
    """A folder below whose name is bytes that are no text."""
    try:
        os.mkdir(os.fsencode(folder) + b"/d\xff")  # noqa: PTH102 - no Path takes bytes
    except OSError:
        pytest.skip("this file system takes no such name")
    return Path(os.fsdecode(os.fsencode(folder) + b"/d\xff"))


async def test_a_folder_whose_name_is_no_text_costs_its_own_files_alone(
    store: Store, folder: Path, nameless: Path
) -> None:
    shutil.copy(folder / "a.txt", nameless)
    report = await load(store, folder)
    assert "reviews/a.txt" in report.added
    assert [problem.reason for problem in report.failed] == ["its path holds characters that no name should"]


async def test_names_as_browsers_save_them_are_loaded(store: Store, folder: Path) -> None:
    for name in ("Rope\u00a0(1948) review.txt", "👩\u200d🚀.txt"):
        write(folder, name, TEXTS[1])
    write(folder, "line\nend.txt", TEXTS[1])
    report = await load(store, folder)
    assert {"reviews/Rope\u00a0(1948) review.txt", "reviews/👩\u200d🚀.txt"} <= set(report.added)
    assert [problem.source for problem in report.failed] == ["reviews/line\nend.txt"]


async def test_duplicates_are_loaded_and_named(store: Store, folder: Path) -> None:
    write(folder, "copy.txt", TEXTS[0])
    report = await load(store, folder)
    assert len(report.added) == 4
    assert report.remarks == ["duplicate: reviews/copy.txt: the same as reviews/a.txt"]


async def test_single_files_are_known_by_their_folder(store: Store, folder: Path) -> None:
    await load(store, folder / "a.txt", folder / "b.txt")
    report = await load(store, folder)
    assert (report.added, len(report.unchanged)) == (["reviews/sub/c.md"], 2)
    (folder / "b.txt").unlink()
    assert not (await load(store, folder / "a.txt")).removed
    assert (await load(store, folder, folder / "a.txt")).removed == ["reviews/b.txt"]


async def test_folders_of_one_name_are_refused_before_anything_changes(store: Store, tmp_path: Path) -> None:
    for place in ("one", "two"):
        write(tmp_path / place / "reviews", "a.txt", TEXTS[0])
    with pytest.raises(SettingsError, match="one name"):
        await load(store, tmp_path / "one" / "reviews", tmp_path / "two" / "reviews")
    assert not await store.stored_files(0, "reviews")


async def test_two_folders_do_not_remove_each_others_reviews(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    write(tmp_path / "more", "d.txt", TEXTS[3])
    await load(store, folder, tmp_path / "more")
    assert not (await load(store, tmp_path / "more")).removed
    assert len(await store.stored_files(0, "reviews")) == 3


async def test_another_folder_of_the_same_name_is_remarked_on_while_the_first_is_there(
    store: Store, tmp_path: Path
) -> None:
    one, two = tmp_path / "one" / "reviews", tmp_path / "two" / "reviews"
    write(one, "a.txt", TEXTS[0])
    write(two, "b.txt", TEXTS[3])
    await load(store, one)
    (remark,) = (await load(store, two)).remarks
    assert remark.startswith(f"folder: reviews: it was loaded from {one} before")
    assert not (await load(store, two)).remarks
    shutil.move(two, tmp_path / "reviews")
    assert not (await load(store, tmp_path / "reviews")).remarks


async def test_files_that_another_folder_holds_as_well_are_named(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    await load(store, folder)
    write(tmp_path / "more", "again.txt", TEXTS[0])
    report = await load(store, tmp_path / "more")
    assert report.added == ["more/again.txt"]
    assert report.remarks == ["duplicate: more/again.txt: the same as reviews/a.txt"]


async def test_libraries_are_apart(store: Store, folder: Path) -> None:
    await load(store, folder)
    report = await load(store, folder, library=77)
    assert len(report.added) == 3
    (folder / "a.txt").unlink()
    await load(store, folder, library=77)
    assert len(await store.stored_files(0, "reviews")) == 3


async def test_a_load_cut_short_is_completed_by_the_next(store: Store, folder: Path) -> None:
    class CutError(Exception):
        pass

    def cut(done: int, total: int) -> None:
        if done == 2:
            raise CutError

    with pytest.raises(CutError):
        await load(store, folder, progress=cut)
    assert len(await store.stored_files(0, "reviews")) == 2
    assert not await store.integrity()
    report = await load(store, folder)
    assert (len(report.added), len(report.unchanged)) == (1, 2)
    assert await exported(store) == await fresh(folder)


async def test_films_left_unsettled_are_settled_by_the_next_load(store: Store, folder: Path) -> None:
    record = extract_file(next(iter(_jobs(folder))))
    assert not isinstance(record, Failure)
    await store.put_review(0, record)
    assert await store.needs_resolution(0)
    await load(store, folder)
    assert not await store.needs_resolution(0)
    assert await exported(store) == await fresh(folder)


def _jobs(folder: Path) -> list[Job]:
    from bot.corpus import list_files

    return [Job(folder.name, file, None) for file in list_files(folder).files]


async def test_worker_processes_give_the_same_as_this_one(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    for number in range(50):
        write(folder, f"{number}.txt", f"{TEXTS[number % len(TEXTS)]}\n\nSeat {number}.")
    write(folder, "empty.txt", b"")
    jobs = _jobs(folder)
    here = {job.file.source: extract_file(job) for job in jobs}
    there = {result.source: result async for result in Workers().extract_all(jobs, len(jobs))}
    assert there == here
    assert isinstance(there["empty.txt"], Failure)


async def test_a_worker_that_dies_is_reported_once() -> None:
    deadly = cast("Path", SimpleNamespace(open=functools.partial(os.execlp, "false")))
    jobs = [Job("r", ListedFile(f"{number}.txt", deadly), None) for number in range(50)]
    said: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: said.append(context["message"]))
    try:
        [result async for result in Workers().extract_all(jobs, len(jobs))]
    except OperatorError as error:  # pytest.raises would keep the traceback, and with it the futures
        words = str(error)
    await asyncio.sleep(0.1)  # until the other futures have heard of it
    gc.collect()
    assert (words[:22], said) == ("A worker process ended", [])


def test_only_one_loads_at_a_time(tmp_path: Path) -> None:
    busy = pytest.raises(LoaderBusy, match="Another process is loading")
    with sole_loader(tmp_path / "a.db"), sole_loader(tmp_path / "b.db"), busy, sole_loader(tmp_path / "a.db"):
        pytest.fail("two loaders at once")
    with sole_loader(tmp_path / "a.db"):
        pass


def test_a_database_in_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="There is no folder"), sole_loader(tmp_path / "none" / "a.db"):
        pytest.fail("nowhere to put it")


_NAMES = st.sampled_from(["a.txt", "b.txt", "sub/b.md", "c.md"])
_STEP = st.one_of(
    st.tuples(st.just("write"), _NAMES, st.sampled_from(TEXTS)),
    st.tuples(st.just("move"), _NAMES, _NAMES),
    st.tuples(st.just("remove"), _NAMES),
    st.tuples(st.just("manifest"), st.sampled_from(MANIFESTS)),
)


@given(st.lists(st.lists(_STEP, min_size=1, max_size=3), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_sequence_of_loads_ends_where_a_fresh_one_does(loads: list[list[tuple[str, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        asyncio.run(_sequence(Path(place), loads))


async def _sequence(place: Path, loads: list[list[tuple[str, ...]]]) -> None:
    root = place / "reviews"
    write(root, "anchor.txt", TEXTS[5])  # an emptied folder removes nothing, which is another test's subject
    async with await Store.open(place / "pullquote.db") as store:
        for steps in loads:
            for step in steps:
                _carry_out(root, step)
            await load(store, root)
        assert await exported(store) == await fresh(root)
        assert not await store.integrity()


def _carry_out(root: Path, step: tuple[str, ...]) -> None:
    match step:
        case ("write", name, text):
            write(root, name, text)
        case ("move", old, new) if (root / old).exists():
            (root / new).parent.mkdir(exist_ok=True)
            (root / old).replace(root / new)
        case ("remove", name):
            (root / name).unlink(missing_ok=True)
        case ("manifest", None):
            (root / "manifest.toml").unlink(missing_ok=True)
        case ("manifest", text):
            write(root, "manifest.toml", text)


async def test_another_review_by_the_same_critic_is_named(store: Store, folder: Path) -> None:
    by_ada = "---\nfilm: Gilda\nyear: 1946\ncritic: {critic}\n---\n{text}"
    write(folder, "g1.md", by_ada.format(critic="Ada Lindqvist", text="It is a stunt."))
    write(folder, "g2.md", by_ada.format(critic="Bruno Keil", text="It is a stunt."))
    assert not [line for line in (await load(store, folder)).remarks if "g1" in line or "g2" in line]
    write(folder, "g3.md", by_ada.format(critic="ADA Lindqvist", text="It is a bore."))
    write(folder, "g4.md", by_ada.format(critic="Ada Lindqvist", text="It is a stunt."))
    remarks = (await load(store, folder)).remarks
    assert "duplicate: reviews/g3.md: by Ada Lindqvist on Gilda, as is reviews/g1.md" in remarks
    assert "duplicate: reviews/g4.md: the same as reviews/g1.md" in remarks
    assert len(remarks) == 2
    assert (await load(store, folder)).remarks == ["duplicate: reviews/g4.md: the same as reviews/g1.md"]
