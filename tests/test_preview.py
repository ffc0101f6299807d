"""The preview as its user has it: a process that prints an address, answers there and leaves no trace."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import signal
import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.ingest import load
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

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


async def finish(process: asyncio.subprocess.Process) -> tuple[int | None, bytes, str]:
    out, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    return process.returncode, out, errors.decode()


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
        assert state["commands"]["count"] == 9
        assert len(state["timeline"]) == 2
        assert not [one for one in state["diagnostics"] if one["code"] == "commands-unsynced"]
        code, errors = await running.end(signal.SIGINT)
    assert (code, errors) == (0, "")
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("in_use", [False, True])
async def test_it_shows_a_copy_of_a_database_and_leaves_that_alone(
    tmp_path: Path, database: Path, *, in_use: bool
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        if in_use:  # with a review that still stands in the log alone
            store = await stack.enter_async_context(await Store.open(database))
            await load(store, review_of_first_film(tmp_path))
        before = contents(tmp_path)
        async with preview(tmp_path, "--database", database.name) as running:
            assert ("Aardvark" in text_of(await running.state())) is in_use
            code, errors = await running.end(signal.SIGTERM)
        assert (code, errors) == (0, "")
        assert contents(tmp_path) == before


async def test_it_shows_a_folder_of_reviews(tmp_path: Path, small_reviews: Path) -> None:
    async with preview(tmp_path, "--reviews", str(small_reviews)) as running:
        assert "Lamplighter" in text_of(await running.state())
        await running.end(signal.SIGINT)


async def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    code, out, errors = await finish(await start(tmp_path, "-c", WITHOUT_EXTRA))
    assert (code, out) == (2, b"")
    assert errors.count("\n") == 1
    assert 'pip install "pullquote[preview]"' in errors


@pytest.mark.parametrize("what", ["folder", "database", "text"])
async def test_what_is_not_there_is_one_line(tmp_path: Path, what: str) -> None:
    (tmp_path / "notes.db").write_text("No database at all.\n" * 100)
    options = {
        "folder": ("--reviews", "nowhere"),
        "database": ("--database", "nowhere.db"),
        "text": ("--database", "notes.db"),
    }[what]
    code, out, errors = await finish(await start(tmp_path, "-m", "bot", "preview", "--no-browser", *options))
    assert (code, out) == (1 if what == "text" else 2, b"")
    assert errors.count("\n") == 1
    assert options[1] in errors


async def test_a_taken_port_is_one_line(tmp_path: Path, small_reviews: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = ("preview", "--no-browser", "--reviews", str(small_reviews), "--port", port)
        code, out, errors = await finish(await start(tmp_path, "-m", "bot", *command))
    assert (code, out) == (1, b"")
    assert errors.count("\n") == 1
    assert port in errors
