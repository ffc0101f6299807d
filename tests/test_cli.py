"""The command line as another program sees it: real processes, exit codes, one line for each trouble."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.ingest import sole_loader
from bot.store import Store

HERE = Path(__file__).parents[1]
GOOD = """Rope (1948)
By Ada Lindqvist

James Stewart plays Rupert Cadell with dry wit. It is a splendid film.

4/5
"""
REVIEW_KEYS = [
    "source",
    "text",
    "headline",
    "url",
    "published",
    "film",
    "critic",
    "outlet",
    "scores",
    "credits",
    "quotes",
]
SCORE_KEYS = ["label", "value", "scale", "percent", "raw", "start", "end", "given"]
CREDIT_KEYS = [
    "person",
    "as_written",
    "role",
    "character",
    "kind",
    "certainty",
    "rule",
    "confidence",
    "start",
    "end",
    "given",
]
QUOTE_KEYS = ["id", "text", "start", "end", "themes", "stance", "verdict", "spoiler"]
FILM_KEYS = ["title", "year", "aliases", "reviews", "scored", "mean_percent", "cast", "crew"]


def environment(**settings: str) -> dict[str, str]:
    """This process's environment without any setting of ours but those given."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PULLQUOTE_", "DISCORD_"))
    }
    return {**kept, "PYTHONPATH": str(HERE), **settings}


def pullquote(cwd: Path, *words: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, words)],
        cwd=cwd,
        env=environment(**settings),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def one_line(done: subprocess.CompletedProcess[str], code: int) -> str:
    """What a failed command said: one line, no traceback."""
    assert done.returncode == code, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    return done.stderr.strip()


@pytest.fixture
def place(tmp_path: Path, database: Path) -> Path:
    """A working directory with a database (pullquote.db) of the small corpus."""
    assert database == tmp_path / "pullquote.db"
    return tmp_path


def test_alone_it_prints_the_help(tmp_path: Path) -> None:
    done = pullquote(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    for command in ("run", "load", "export", "sync", "preview", "check"):
        assert f"\n  {command} " in done.stdout
    assert not list(tmp_path.iterdir())


def test_from_files_to_json_lines(tmp_path: Path, reviews: Path) -> None:
    first = pullquote(tmp_path, "load", reviews)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "added 4, changed 0, unchanged 0, moved 0, removed 0, failed 0\n"
    export = pullquote(tmp_path, "export")
    assert (export.returncode, export.stderr) == (0, "")
    rows = [json.loads(line) for line in export.stdout.splitlines()]
    assert [row["source"] for row in rows] == ["ada.md", "bruno.md", "cora.md", "unnamed.md"]
    for row in rows:
        assert list(row) == REVIEW_KEYS
        for field, keys in (("scores", SCORE_KEYS), ("credits", CREDIT_KEYS), ("quotes", QUOTE_KEYS)):
            assert all(list(item) == keys for item in row[field])
        for item in row["quotes"]:
            assert row["text"][item["start"] : item["end"]] == item["text"]
    assert rows[0]["film"] == {"title": "The Lamplighter's Daughter", "year": 1931}
    assert rows[0]["critic"] == "Ada Lindqvist"
    score = rows[0]["scores"][0]
    assert (score["label"], score["value"], score["scale"], score["percent"]) == ("Overall", 4.5, 5, 90.0)
    assert (score["start"], score["given"]) == (None, "front matter: rating")
    assert '"scale": 5,' in export.stdout

    films = pullquote(tmp_path, "export", "--what", "films")
    lines = [json.loads(line) for line in films.stdout.splitlines()]
    assert [(line["title"], line["reviews"], line["scored"]) for line in lines] == [
        ("The Lamplighter's Daughter", 3, 2),
        ("Nine Geese", 1, 1),
    ]
    assert list(lines[0]) == FILM_KEYS

    again = pullquote(tmp_path, "load", reviews, "--database", tmp_path / "other.db")
    assert again.returncode == 0
    assert pullquote(tmp_path, "export", "--database", tmp_path / "other.db").stdout == export.stdout
    assert pullquote(tmp_path, "export", "--library", "77").stdout == ""


def test_some_bad_files_among_good_ones(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "windows.txt").write_bytes("Café “Élan” is a fine film.".encode("cp1252"))
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "long.txt").write_bytes(b"word " * 10_000_000)
    (folder / "lost.txt").symlink_to("nowhere")
    (folder / "poster.jpg").touch()
    done = pullquote(tmp_path, "load", "reviews")
    assert done.returncode == 0
    assert done.stdout == "added 2, changed 0, unchanged 0, moved 0, removed 0, failed 4\n"
    assert done.stderr.splitlines() == [
        "failed: reviews/binary.txt: it is binary, not text",
        "failed: reviews/empty.txt: it is empty",
        "failed: reviews/long.txt: it is larger than 1024 KiB",
        "failed: reviews/lost.txt: it cannot be read (no such file or directory)",
        "skipped: reviews/poster.jpg: not a format this version reads",
    ]


def test_nothing_but_unreadable_files(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = pullquote(tmp_path, "load", "empty.txt")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"Nothing in {tmp_path} could be read as a review."


def test_a_path_that_is_not_there(place: Path) -> None:
    before = (place / "pullquote.db").read_bytes()
    assert "There is no folder or file" in one_line(pullquote(place, "load", "nowhere"), 2)
    assert (place / "pullquote.db").read_bytes() == before


def test_a_folder_of_nothing_and_one_that_was_full_before(tmp_path: Path, reviews: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    assert "There is no review" in one_line(pullquote(tmp_path, "load", folder), 1)
    shutil.copytree(reviews, folder, dirs_exist_ok=True)
    assert pullquote(tmp_path, "load", folder).returncode == 0
    before = pullquote(tmp_path, "export").stdout
    shutil.rmtree(folder)
    folder.mkdir()
    said = one_line(pullquote(tmp_path, "load", folder), 1)
    assert "The 4 reviews loaded from it before are kept" in said
    assert pullquote(tmp_path, "export").stdout == before


def test_a_broken_manifest(place: Path) -> None:
    folder = place / "small"
    folder.mkdir()
    (folder / "new.txt").write_text(GOOD, encoding="utf-8")
    (folder / "manifest.toml").write_text('["new.txt"]\nyear = "1948"\n', encoding="utf-8")
    done = pullquote(place, "load", folder)
    assert 'year of "new.txt" should be a year' in one_line(done, 1)
    assert asyncio.run(_sources(place / "pullquote.db")) == {"ada.md", "bruno.md", "cora.md", "unnamed.md"}


async def _sources(database: Path) -> set[str]:
    async with await Store.open(database, create=False) as store:
        return {review.source async for review in store.exported_reviews(0)}


@pytest.mark.parametrize("kind", ["text", "another program's", "newer"])
def test_a_database_that_is_not_ours_or_newer(place: Path, reviews: Path, kind: str) -> None:
    path = place / "pullquote.db"
    if kind == "text":
        path.write_text("Dear diary,\n" * 500, encoding="utf-8")
    else:
        if kind == "another program's":
            path.unlink()
        with closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE diary (entry TEXT)" if kind != "newer" else "PRAGMA user_version = 999")
            db.commit()
    before = path.read_bytes()
    one_line(pullquote(place, "load", reviews), 1)
    one_line(pullquote(place, "export"), 1)
    assert path.read_bytes() == before


def test_no_database_to_export_or_check(tmp_path: Path) -> None:
    said = one_line(pullquote(tmp_path, "export"), 1)
    assert said == "pullquote: There is no database at pullquote.db; `python -m bot load PATH` makes one."
    assert not list(tmp_path.iterdir())


def test_a_second_loader_is_turned_away_at_once(tmp_path: Path, reviews: Path) -> None:
    with sole_loader(tmp_path / "pullquote.db"):
        done = pullquote(tmp_path, "load", reviews)
    assert "Another process is loading into pullquote.db" in one_line(done, 1)


@pytest.mark.parametrize(
    ("words", "settings", "said"),
    [
        (["run"], {}, "DISCORD_TOKEN is not set"),
        (["sync"], {"DISCORD_TOKEN": " "}, "DISCORD_TOKEN is not set"),
        (["run"], {"DISCORD_TOKEN": "x", "PULLQUOTE_REVIEWS": "nowhere"}, "nowhere"),
        (["check"], {"PULLQUOTE_LOG_LEVEL": "loud"}, "PULLQUOTE_LOG_LEVEL"),
        (["check"], {"PULLQUOTE_EXCERPT_LIMIT": "9"}, "PULLQUOTE_EXCERPT_LIMIT"),
    ],
)
def test_wrong_settings(tmp_path: Path, words: list[str], settings: dict[str, str], said: str) -> None:
    assert said in one_line(pullquote(tmp_path, *words, **settings), 2)
    assert not list(tmp_path.iterdir())


def test_the_version(tmp_path: Path) -> None:
    done = pullquote(tmp_path, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Pullquote")


def test_wrong_usage(tmp_path: Path) -> None:
    assert pullquote(tmp_path, "load").returncode == 2
    assert pullquote(tmp_path, "export", "--what", "critics").returncode == 2


def test_check_tells_what_there_is_and_keeps_the_token_to_itself(place: Path) -> None:
    (place / ".env").write_text("DISCORD_TOKEN=very-secret\n", encoding="utf-8")
    done = pullquote(place, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "DISCORD_TOKEN: set" in done.stdout
    assert "very-secret" not in done.stdout
    assert "The database is sound." in done.stdout
    assert "Reviews: 4" in done.stdout
    assert "Without a critic: 1 (unnamed.md)" in done.stdout


def test_a_reader_that_leaves_early(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(GOOD + "It goes on and on. " * 8000, encoding="utf-8")
    assert pullquote(tmp_path, "load", folder).returncode == 0
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "export"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        assert export.stdout.read(100)
        export.stdout.close()
        assert export.stderr.read() == b""
    assert export.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
@pytest.mark.parametrize("words", [["export"], ["check"], ["load", "reviews"]])
def test_a_full_disk_is_one_line(place: Path, words: list[str]) -> None:
    (place / "reviews").mkdir(exist_ok=True)
    (place / "reviews" / "good.txt").write_text(GOOD, encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=place,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert one_line(done, 1) == "pullquote: No space left on device."


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits")
def test_a_disk_that_takes_no_more_is_one_line_and_costs_nothing(place: Path) -> None:
    before = pullquote(place, "export").stdout
    folder = place / "reviews"
    folder.mkdir(exist_ok=True)
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    # No file may grow, so that whatever SQLite writes beside the database fails.
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 0; exec "$0" -m bot load reviews', sys.executable],
        cwd=place,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "The disk that holds pullquote.db can't be read or written, or is full" in one_line(done, 1)
    assert pullquote(place, "export").stdout == before


def test_what_a_load_removes_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    folder.mkdir()
    for number in range(23):
        (folder / f"{number:02}.txt").write_text(f"{GOOD}\nSeen {number} times.\n", encoding="utf-8")
    assert pullquote(tmp_path, "load", folder).returncode == 0
    for number in range(1, 23):
        (folder / f"{number:02}.txt").unlink()
    said = pullquote(tmp_path, "load", folder).stdout.splitlines()
    assert said[0] == "added 0, changed 0, unchanged 1, moved 0, removed 22, failed 0"
    assert said[1:3] == ["removed: reviews/01.txt", "removed: reviews/02.txt"]
    assert (len(said), said[-1]) == (22, "removed: 2 more")


def test_a_name_with_a_line_end_stays_on_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    try:
        (folder / "two\nlines.txt").write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert "two\\nlines.txt" in one_line(pullquote(tmp_path, "load", folder), 0)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_load_that_is_stopped_leaves_whole_reviews(tmp_path: Path, number: signal.Signals) -> None:
    folder, path = tmp_path / "reviews", tmp_path / "pullquote.db"
    folder.mkdir()
    for count in range(400):
        (folder / f"{count}.txt").write_text(f"{GOOD}\nSeat {count}.\n" * 8, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "load", folder],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as loading:
        while loading.poll() is None and _stored(path) < 3:
            time.sleep(0.02)
        os.killpg(loading.pid, number) if number == signal.SIGINT else loading.send_signal(number)
        _, said = loading.communicate(timeout=30)
    assert (loading.returncode, said) == (1, "pullquote: stopped; what was written so far is kept.\n")
    assert 3 <= _stored(path) < 400
    assert asyncio.run(_problems(path)) == ()


def _stored(path: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM reviews").fetchone()[0])
    except sqlite3.Error:
        return 0


async def _problems(path: Path) -> tuple[str, ...]:
    async with await Store.open(path, create=False) as store:
        return await store.integrity()


class _Discord(BaseHTTPRequestHandler):
    """A Discord that knows no token, or one that never answers."""

    answers = True
    asked = threading.Event()

    def do_GET(self) -> None:
        type(self).asked.set()
        if not self.answers:
            time.sleep(30)
        body = b'{"message": "401: Unauthorized", "code": 0}'
        self.send_response(401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def discord_server():
    """The address of a local stand-in for Discord's API."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Discord)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    _Discord.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def against(address: str, *words: str) -> list[str]:
    """The command line of a bot that takes an address for Discord's."""
    start = f"""
import discord.http
discord.http.Route.BASE = {address!r}
from bot.__main__ import main
main({[*words]!r})
"""
    return [sys.executable, "-c", start]


@pytest.mark.parametrize("words", [["run"], ["sync"]])
def test_a_bad_token(place: Path, discord_server: str, words: list[str]) -> None:
    done = subprocess.run(
        against(discord_server, *words),
        cwd=place,
        env=environment(DISCORD_TOKEN="not-a-token"),  # noqa: S106 - made up
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert one_line(done, 2) == "pullquote: Discord refused the token in DISCORD_TOKEN."
    assert "not-a-token" not in done.stdout


def test_a_start_reads_tables_as_it_is_told(place: Path, discord_server: str) -> None:
    (place / "reviews").mkdir()
    (place / "reviews" / "odd.csv").write_text(
        f"gedanken,werk\n{GOOD.splitlines()[-1]},Rope\n", encoding="utf-8"
    )
    command = against(discord_server, "run", "--map", "text=gedanken,film=werk")
    settings = environment(DISCORD_TOKEN="not-a-token")  # noqa: S106 - made up
    done = subprocess.run(command, cwd=place, env=settings, capture_output=True, text=True, timeout=60)
    assert done.stderr.startswith("added 1, changed 0"), done.stderr
    assert asyncio.run(_sources(place / "pullquote.db")) >= {"odd.csv#00001"}


def test_a_map_that_makes_no_sense_is_refused_before_anything_starts(tmp_path: Path) -> None:
    done = pullquote(tmp_path, "run", "--map", "zebra", DISCORD_TOKEN="x")  # noqa: S106 - made up
    assert "zebra" in one_line(done, 2)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_bot_that_is_told_to_stop_stops_cleanly(
    place: Path, discord_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Discord, "answers", False)
    (place / "reviews").mkdir()
    (place / "reviews" / "new.txt").write_text(GOOD, encoding="utf-8")
    with subprocess.Popen(
        against(discord_server, "run"),
        cwd=place,
        env=environment(DISCORD_TOKEN="x"),  # noqa: S106 - made up
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert _Discord.asked.wait(30)
        running.terminate()
        _, said = running.communicate(timeout=30)
    assert running.returncode == 0, said
    assert said.splitlines() == ["added 1, changed 0, unchanged 0, moved 0, removed 0, failed 0"]
    assert "new.txt" in asyncio.run(_sources(place / "pullquote.db"))
