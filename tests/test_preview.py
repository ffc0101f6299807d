"""The preview as its user has it: a process that prints an address, answers there and leaves no trace."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import signal
import socket
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.errors import NotOurDatabase, OperatorError, SettingsError
from bot.ingest import load
from bot.library import Librarian
from bot.preview import run_preview, simulated
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60  # seconds until a process counts as hanging

# Imports fail as they do where the extra is not installed.
WITHOUT_EXTRA = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "simcord":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocker())
from bot.__main__ import main
main(["preview", "--no-browser"])
"""


@dataclass
class Running:
    """A preview that has printed its address."""

    process: asyncio.subprocess.Process
    address: str

    async def page(self) -> str:
        """The page itself."""
        async with aiohttp.ClientSession() as session, session.get(self.address) as answer:
            assert answer.status == 200
            return await answer.text()

    async def state(self) -> dict[str, Any]:
        """What the page shows, as its script gets it."""
        base, _, secret = self.address.partition("/#")
        async with (
            aiohttp.ClientSession(headers={"X-Simcord-Capability": secret}) as session,
            session.post(f"{base}/api/pages", json={}) as answer,
        ):
            assert answer.status == 200
            return await answer.json()

    async def end(self, by: signal.Signals) -> tuple[int, str]:
        """Send a signal; the exit code and what was said on standard error."""
        self.process.send_signal(by)
        _, errors = await asyncio.wait_for(self.process.communicate(), PATIENCE)
        assert self.process.returncode is not None
        return self.process.returncode, errors.decode()


async def start(folder: Path, *command: str) -> asyncio.subprocess.Process:
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


@contextlib.asynccontextmanager
async def preview(folder: Path, *options: str) -> AsyncIterator[Running]:
    process = await start(folder, "-m", "bot", "preview", "--no-browser", "--port", "0", *options)
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        assert line.startswith(b"http://127.0.0.1:"), await process.communicate()
        yield Running(process, line.decode().strip())
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def left_over(folder: Path) -> list[Path]:
    """Temporary files that a process left behind."""
    return list((folder / "scratch").iterdir())


def contents(folder: Path) -> dict[str, str]:
    """Each file with a digest, but for the log's index, which SQLite rebuilds at will."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def review_of_first_film(folder: Path) -> Path:
    """A folder with one review of a film whose title stands first."""
    reviews = folder / "late"
    reviews.mkdir()
    facts = "film: Aardvark\nyear: 1930\ncritic: Dora Pell"
    (reviews / "dora.md").write_text(f"---\n{facts}\n---\nThe saddest burrow ever filmed, and a great one.\n")
    return reviews


def text_of(state: dict[str, Any]) -> str:
    """Everything the shown messages hold."""
    return str([state["messages"][message] for message in state["timeline"]])


async def test_it_shows_the_sample_corpus_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    async with preview(tmp_path) as running:
        assert "<title>" in await running.page()
        state = await running.state()
        assert [viewer["username"] for viewer in state["viewers"]] == ["robin", "morgan"]
        assert state["commands"]["count"] == 12  # a member's
        assert len(state["timeline"]) == 2
        assert not [one for one in state["diagnostics"] if one["code"] == "commands-unsynced"]
        code, errors = await running.end(signal.SIGINT)
    assert (code, errors) == (0, "")
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("where", ["in the log", "in a folder"])
async def test_it_shows_a_copy_of_a_database_and_leaves_that_alone(
    tmp_path: Path, database: Path, where: str
) -> None:
    reviews = review_of_first_film(tmp_path)
    async with contextlib.AsyncExitStack() as stack:
        options = ["--database", database.name]
        if where == "in the log":  # of a database that is open elsewhere
            store = await stack.enter_async_context(await Store.open(database))
            await load(store, reviews)
        else:
            options += ["--reviews", reviews.name]
        before = contents(tmp_path)
        async with preview(tmp_path, *options) as running:
            assert "Aardvark" in text_of(await running.state())
            code, errors = await running.end(signal.SIGTERM)
        assert (code, errors) == (0, "")
        assert contents(tmp_path) == before


async def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    process = await start(tmp_path, "-c", WITHOUT_EXTRA)
    out, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert (process.returncode, out) == (2, b"")
    assert errors.count(b"\n") == 1
    assert b'pip install "pullquote[preview]"' in errors


def test_a_missing_database_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no database .*nowhere\.db"):
        run_preview(database=tmp_path / "nowhere.db", reviews=None, port=0, open_browser=False)


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    notes = tmp_path / "notes.db"
    notes.write_text("No database at all.\n" * 100)
    with pytest.raises(NotOurDatabase, match=r"notes\.db is not a Pullquote database\."):
        run_preview(database=notes, reviews=None, port=0, open_browser=False)


def test_a_database_of_another_program_is_said_by_its_own_name(tmp_path: Path) -> None:
    diary = tmp_path / "diary.db"
    with contextlib.closing(sqlite3.connect(diary)) as db:
        db.execute("CREATE TABLE diary (entry TEXT)")
    with pytest.raises(NotOurDatabase) as caught:
        run_preview(database=diary, reviews=None, port=0, open_browser=False)
    assert str(caught.value).startswith(f"{diary} ")


def test_a_folder_without_reviews_is_said(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="no review"):
        run_preview(database=None, reviews=tmp_path, port=0, open_browser=False)


def test_a_taken_port_is_said(small_reviews: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OperatorError, match=str(port)):
            run_preview(database=None, reviews=small_reviews, port=port, open_browser=False)


async def test_servers_of_a_copied_database_are_left_out(tmp_path: Path) -> None:
    """Else the bot would go on with their imports, and read them again after an upgrade, before anything is shown."""
    path = tmp_path / "copy.db"
    table = b"film,text\nRope,A superb film.\nFern,A dull film.\n"
    async with await Store.open(path) as store:
        librarian = Librarian(store)
        await librarian.begin_import(501, 1, await librarian.understand(501, 1, "films.csv", table))
        assert await store.server_libraries()
    async with simulated(path, None, lambda: 0.0) as env:
        assert await env.bot.store.server_libraries() == {}
        assert await env.bot.librarian.unfinished_imports() == ()
