"""Many reviews at once: also broken off, killed, cancelled, and beside other changes."""

from __future__ import annotations

import asyncio
import io
import signal
import sys
import zipfile

import pytest
from giving import ANN, CLUB, FERN, OTHER, OWN, ROPE, add, begin, sources, table, texts

from bot.errors import Gone, LimitReached, NotUnderstood
from bot.library import Librarian
from bot.models import Edits, Film
from bot.store import Store
from bot.store.records import OriginalState


async def test_an_import_keeps_what_is_new(librarian, store):
    understood = await librarian.understand(
        CLUB, ANN, "films.csv", table(6) + b",,,,\nRope,1948,Ada,4/5,???\n"
    )
    assert (understood.many, understood.count, understood.known, len(understood.reviews)) == (True, 6, 0, 5)
    assert understood.reviews[0].film == Film("Film 0", 1950)
    import_id = await librarian.begin_import(CLUB, ANN, understood)
    told = []
    report = await librarian.run_import(CLUB, import_id, lambda done, total: told.append((done, total)))
    assert (report.total, report.kept, report.failed, report.cancelled) == (6, 6, [], False)
    assert told[-1] == (6, 6)
    assert (await store.holdings(OWN)).films == 6
    # Again with two more: what is held is left out, and the same once more is nothing new.
    understood = await librarian.understand(CLUB, ANN, "films.csv", table(8))
    assert (understood.count, understood.known) == (2, 6)
    await librarian.run_import(CLUB, await librarian.begin_import(CLUB, ANN, understood))
    assert len(await texts(store)) == 8
    assert min(await sources(store)) == "films-2.csv#00007"
    with pytest.raises(NotUnderstood, match="holds every review"):
        await begin(librarian, table(8))
    assert await librarian.unfinished_imports() == ()


async def test_what_cannot_be_read_costs_nothing_else(librarian, store):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("rope.md", ROPE)
        packed.writestr("empty.md", "---\ntitle: Nothing\n---\n")
        packed.writestr("draft.html", "<html><body><script>alert(1)</script></body></html>")
    report = await librarian.run_import(CLUB, await begin(librarian, out.getvalue(), "club.zip"))
    assert report.kept == 1
    assert {problem.source for problem in report.failed} == {"club.zip/draft.html", "club.zip/empty.md"}
    assert await sources(store) == ["club.zip/rope.md"]
    assert await store.count_originals(CLUB) == 1


async def test_an_import_that_was_broken_off_goes_on(tmp_path, world):
    path = tmp_path / "library.db"
    async with await Store.open(path) as store:
        librarian = Librarian(store, clock=world.clock, now=world.now)
        import_id = await begin(librarian, table(30))
        running = asyncio.create_task(
            librarian.run_import(CLUB, import_id, lambda done, total: running.cancel())  # as a bot that stops
        )
        with pytest.raises(asyncio.CancelledError):
            await running
        kept = await texts(store)
        assert 0 < len(kept) < 30
        assert await store.needs_resolution(CLUB)
    async with await Store.open(path) as store:
        librarian = Librarian(store, clock=world.clock, now=world.now)
        (left,) = await librarian.unfinished_imports()
        assert (left.library, left.id, left.user, left.total, left.cancelled) == (
            CLUB,
            import_id,
            ANN,
            30,
            False,
        )
        with pytest.raises(LimitReached, match="Wait until it is done"):
            await begin(librarian, table(3, start=50))
        report = await librarian.run_import(CLUB, import_id)
        assert (report.total, report.kept) == (30, 30)
        assert len(set(await texts(store))) == 30
        assert (await store.holdings(OWN)).films == 30
        assert await store.integrity() == ()


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.library import Librarian
from bot.store import Store

async def main():
    async with await Store.open(Path(sys.argv[1])) as store:
        librarian = Librarian(store)
        understood = await librarian.understand(501, 1, "films.csv", sys.stdin.buffer.read())
        import_id = await librarian.begin_import(501, 1, understood)
        await librarian.run_import(501, import_id, lambda done, total: os.kill(os.getpid(), signal.SIGKILL))

asyncio.run(main())
"""


async def test_an_import_survives_a_kill(tmp_path, world):
    path = tmp_path / "library.db"
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, str(path), stdin=asyncio.subprocess.PIPE
    )
    await killed.communicate(table(30))
    assert killed.returncode == -signal.SIGKILL
    async with await Store.open(path) as store:
        librarian = Librarian(store, clock=world.clock, now=world.now)
        (left,) = await librarian.unfinished_imports()
        assert 0 < await store.count_imported(CLUB, left.id) < 30
        report = await librarian.run_import(CLUB, left.id)
        assert (report.kept, report.failed) == (30, [])
        assert (len(set(await texts(store))), (await store.holdings(OWN)).films) == (30, 30)
        assert await store.integrity() == ()


@pytest.mark.parametrize("at", ["before", "on the way", "after a crash"])
async def test_a_cancelled_import_leaves_nothing(librarian, store, world, at):
    kept = await add(librarian, ROPE, "films.md")
    import_id = await begin(librarian, table(30))
    if at == "before":
        await librarian.cancel_import(CLUB, import_id)
    elif at == "on the way":
        cancelling = []

        def cancel(done, total):
            if not cancelling:
                cancelling.append(asyncio.ensure_future(librarian.cancel_import(CLUB, import_id)))

        report = await librarian.run_import(CLUB, import_id, cancel)
        await asyncio.gather(*cancelling)
        assert (report.cancelled, report.kept) == (True, 0)
    else:
        running = asyncio.create_task(
            librarian.run_import(CLUB, import_id, lambda done, total: running.cancel())
        )
        with pytest.raises(asyncio.CancelledError):
            await running
        await store.mark_cancelled(CLUB, import_id)
        librarian = Librarian(store, clock=world.clock, now=world.now)
        assert (await librarian.run_import(CLUB, import_id)).cancelled
    assert [one.id for one in (await store.originals(CLUB, list(OriginalState))).lines] == [kept]
    assert [one.film.title for one in await store.exported_films(CLUB)] == ["Rope"]
    assert await librarian.unfinished_imports() == ()
    with pytest.raises(Gone):
        await librarian.cancel_import(CLUB, import_id)
    with pytest.raises(Gone):
        await librarian.run_import(CLUB, import_id)
    assert await store.integrity() == ()


async def test_others_have_their_turn_during_an_import(librarian, store):
    import_id = await begin(librarian, table(38))
    seen = []

    async def meanwhile():
        public = await add(librarian, ROPE, "rope.md")
        seen.append((await store.film_card(OWN, "Rope")).scored)
        await librarian.edit(CLUB, public, Edits(critic="Cora"))
        await add(librarian, FERN, "fern.md", library=OTHER)
        seen.append(len(await librarian.unfinished_imports()))

    report, _ = await asyncio.gather(librarian.run_import(CLUB, import_id), meanwhile())
    assert report.kept == 38
    assert seen[0] == 1
    assert (await store.holdings(OWN)).films == 39
    assert (await store.review_cards(OWN, "Rope", "Cora"))[0].review.source == "rope.md"
    assert await sources(store, OTHER) == ["fern.md"]


async def test_a_library_forgotten_during_an_import_stays_empty(librarian, store):
    import_id = await begin(librarian, table(38))
    forgetting = []

    def forget(done, total):
        if not forgetting:
            forgetting.append(asyncio.ensure_future(librarian.forget(CLUB)))

    report = await librarian.run_import(CLUB, import_id, forget)
    await asyncio.gather(*forgetting)
    assert report.total == 38
    assert await store.server_libraries() == {}
    assert await texts(store) == []
    await add(librarian, ROPE)
    assert (await store.holdings(OWN)).reviews == 1
