"""What is true of the SQLite engine alone: whose file it is, its locks, its journal."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3

import pytest
from store_making import LAMP, OPERATOR, exported, load, review, settle

from bot.errors import DatabaseBusy, DatabaseDamaged, NewerDatabase, NotOurDatabase, StoreError
from bot.models import Film
from bot.store import Store
from bot.store.connections import Connection, translated
from bot.store.schema import APPLICATION_ID, MIGRATIONS


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.db"


async def made(path, *records):
    async with await Store.open(path) as store:
        await load(store, *records)


def sql(path, *statements):
    with contextlib.closing(sqlite3.connect(path)) as db:
        found = [db.execute(statement).fetchall() for statement in statements]
        db.commit()
        return found[-1]


async def test_a_new_database_is_marked_as_ours(path):
    await made(path)
    assert sql(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert sql(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert sql(path, "PRAGMA journal_mode") == [("wal",)]
    tables = sql(path, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    assert {name for name, strict in tables if not strict} <= {"sqlite_schema"}


async def test_it_is_the_same_after_it_was_closed(path):
    await made(path, review("a.txt", "Fog."))
    async with await Store.open(path, create=False) as store:
        assert len((await exported(store))[0]) == 1


async def test_a_missing_file_is_not_made_unless_wanted(path):
    with pytest.raises(StoreError, match="no database"):
        await Store.open(path, create=False)
    assert not path.exists()


@pytest.mark.parametrize("create", [True, False])
async def test_a_file_that_is_no_database_is_left_alone(path, create):
    path.write_bytes(b"Dear diary, today I reviewed a film. " * 40)
    with pytest.raises(NotOurDatabase):
        await Store.open(path, create=create)
    assert path.read_bytes().startswith(b"Dear diary")


@pytest.mark.parametrize(
    "mark", ["CREATE TABLE diary (day TEXT)", "PRAGMA application_id = 7", "PRAGMA user_version = 3"]
)
async def test_another_programs_database_is_left_alone(path, mark):
    sql(path, mark)
    before = path.read_bytes()
    with pytest.raises(NotOurDatabase):
        await Store.open(path)
    assert path.read_bytes() == before


async def test_a_newer_database_is_left_alone(path):
    await made(path)
    sql(path, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerDatabase):
        await Store.open(path)
    assert sql(path, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]


async def test_a_folder_or_a_missing_folder_is_a_sentence(tmp_path):
    for path in (tmp_path, tmp_path / "missing" / "store.db"):
        with pytest.raises(StoreError):
            await Store.open(path)


async def test_a_damaged_file_is_told(path):
    await made(path, *(review(f"{number}.txt", "Fog and more fog. " * 50) for number in range(20)))
    data = bytearray(path.read_bytes())
    data[4096 : len(data)] = b"\x55" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        async with await Store.open(path) as store:
            await store.films(OPERATOR)


async def test_a_migration_that_fails_leaves_nothing(path, monkeypatch):
    await made(path, review("a.txt", "Fog."))
    later = (
        *MIGRATIONS,
        ("CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT", "CREATE TABLE half (id INTEGER)"),
    )
    monkeypatch.setattr("bot.store.schema.MIGRATIONS", later)
    with pytest.raises(StoreError):
        await Store.open(path)
    assert sql(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert sql(path, "SELECT name FROM sqlite_schema WHERE name = 'half'") == []


async def test_a_migration_brings_an_older_file_up(path, monkeypatch):
    await made(path, review("a.txt", "Fog."))
    monkeypatch.setattr(
        "bot.store.schema.MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE extra (id INTEGER) STRICT",))
    )
    async with await Store.open(path, create=False) as store:
        assert len((await exported(store))[0]) == 1
    assert sql(path, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]


@contextlib.contextmanager
def locked(path):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other
        other.execute("ROLLBACK")


async def test_replies_do_not_wait_for_a_writer(path):
    await made(path, review("a.txt", "Fog.", people={"Jon Vale": "role:director"}))
    async with await Store.open(path, busy_timeout=30) as store:
        with locked(path):
            async with asyncio.timeout(10):
                assert (await store.film_card(OPERATOR, LAMP.title)).directors == ("Jon Vale",)
                assert (await store.draw_quote(OPERATOR)).text == "Fog."
                assert (await store.search(OPERATOR, "fog")).page.total == 1
                assert await store.complete_films(OPERATOR, "lamp")


async def test_a_write_beside_another_writer_is_busy(path):
    await made(path, review("a.txt", "Fog."))
    async with await Store.open(path, busy_timeout=0.05) as store:
        await store.draw_quote(OPERATOR)
        with locked(path):
            with pytest.raises(DatabaseBusy):
                await store.put_review(0, review("b.txt", "More."))
            with pytest.raises(DatabaseBusy):
                await store.flush_cursors()
        await store.put_review(0, review("b.txt", "More."))
        await store.flush_cursors()
        assert len(sql(path, "SELECT key FROM walks")) == 1


async def test_readers_cannot_write(path):
    async with await Store.open(path) as store, store._db.read() as db:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await db.run("DELETE FROM reviews")


async def test_a_cancelled_write_leaves_no_transaction_behind(path):
    async with await Store.open(path) as store:
        many = review("a.txt", *(f"Sentence {number}." for number in range(300)))
        for pause in range(12):
            task = asyncio.create_task(store.put_review(0, many))
            await asyncio.sleep(pause / 2000)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            assert len(sql(path, "SELECT count(*) FROM quotes")) == 1
            (count,) = sql(path, "SELECT count(*) FROM quotes")[0]
            assert count in {0, 300}
        await store.put_review(0, review("b.txt", "Fine."))
        assert await store.integrity() == ()


@pytest.mark.parametrize("done", range(5))
async def test_a_crash_within_put_films_is_made_up_for(store, open_store, path, monkeypatch, done):
    monkeypatch.setattr("bot.store.resolution._AT_ONCE", 1)
    fern, fir = Film("Fern", 1950), Film("Fir", 1960)
    people = {"Mirela Stanek": "Nora"}
    sources = [f"{number}.txt" for number in range(4)]
    await load(store, *(review(source, "Mirela Stanek is fog.", people=people) for source in sources))
    # One stays, two go to other films, one loses its film.
    later = [
        review(source, "Mirela Stanek is green.", people=people, film=film)
        for source, film in zip(sources, (LAMP, fern, fir, None), strict=True)
    ]
    for record in later:
        await store.put_review(0, record)
    write, left = store._db.write, [done]

    @contextlib.asynccontextmanager
    async def cut():
        left[0] -= 1
        if left[0] < 0:
            raise StoreError("cut")
        async with write() as db:
            yield db
        (*reviews, _), _ = await exported(await open_store())
        assert all(one.film for one in reviews)

    monkeypatch.setattr(store._db, "write", cut)
    # Three reviews are settled, one is released, the digests noted: five transactions.
    with pytest.raises(StoreError, match="cut"):
        await settle(store, 0)
    assert await store.needs_resolution(0)
    monkeypatch.undo()
    await settle(store, 0)
    async with await Store.open(path.with_name("fresh.db")) as fresh:
        await load(fresh, *later)
        assert await exported(store) == await exported(fresh)
        assert await store.film_digests(0) == await fresh.film_digests(0)
    assert await store.integrity() == ()
    assert not await store.needs_resolution(0)


async def test_a_reader_sees_one_state_throughout(path):
    async with await Store.open(path) as store:
        await load(store, review("a.txt", "A."), review("b.txt", "B."))
        seen = []
        async for one in store.exported_reviews(0):
            await store.remove_reviews(0, "reviews", ["a.txt", "b.txt"])
            seen.append(one.source)
        assert seen == ["a.txt", "b.txt"]


async def test_integrity_tells_of_an_index_that_does_not_fit(path):
    await made(path, review("a.txt", "Fog.", "Lamp."))
    sql(path, "UPDATE sentences SET stop = stop - 2")
    async with await Store.open(path) as store:
        (problem,) = await store.integrity()
        assert "full-text" in problem


async def test_rowids_of_a_library_keep_to_its_range(path):
    async with await Store.open(path) as store:
        for library in (0, 2**62, 7):
            await store.put_review(library, review("a.txt", "Fog.", "Lamp."))
    assert sql(path, "SELECT id >> 40, count(*) FROM sentences GROUP BY 1") == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("draw_quote", {}),
        ("draw_quote", {"film": LAMP.title}),
        ("draw_quote", {"critic": "Ada Lindqvist"}),
        ("draw_quote", {"film": LAMP.title, "critic": "Ada Lindqvist"}),
        ("draw_quote", {"about": "action"}),
        ("draw_quote", {"person": "Jon Vale"}),
        ("draw_quote", {"spoilers": False}),
        ("draw_quote", {"about": "action", "spoilers": False}),
    ],
)
async def test_a_draw_neither_sorts_nor_scans(path, query, index, monkeypatch):
    plans = []
    async with await Store.open(path) as store:
        await load(store, review("a.txt", "Jon Vale is fog. #action", people={"Jon Vale": "role:director"}))
        from bot.store import walk

        step = walk._step

        def noted(wanted):
            plans.append(step(wanted))
            return step(wanted)

        monkeypatch.setattr(walk, "_step", noted)
        await getattr(store, query)(OPERATOR, **index)
    values = dict.fromkeys(("library", "film", "critic", "person", "about", "cursor", "spoilers"), "")
    with contextlib.closing(sqlite3.connect(path)) as db:
        for plan in plans:
            details = " / ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {plan}", values))
            assert "SCAN" not in details
            assert "TEMP B-TREE" not in details


async def test_a_database_that_cant_be_written_to_says_why_that_matters_to_a_reader(tmp_path):
    path = tmp_path / "a.db"
    async with await Store.open(path):
        pass
    reader = await Connection.open(path, "ro", 1.0)
    try:
        with (
            pytest.raises(StoreError, match="even reading needs it and its folder to be writable"),
            translated(path),
        ):
            await reader.run("DELETE FROM reviews")
    finally:
        await reader.close()
