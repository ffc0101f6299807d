"""The real bot against a simulated Discord in a page of the local browser: no token, nothing kept."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
import signal
import sqlite3
import tempfile
import threading
import time
import webbrowser
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.app import Pullquote
from bot.errors import MissingExtra, NotOurDatabase, OperatorError, SettingsError, StoreError
from bot.ingest import load
from bot.models import OPERATOR_LIBRARY
from bot.sample import reviews_path
from bot.store import Store
from bot.views import Scope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import simcord

    from bot.views import Terms

log = logging.getLogger(__name__)

SETTLE_SECONDS = 30.0  # how long one command may take before the page gives up on it
# Without PyAV, which SimCord wants for video alone.
_PARTS = ("simcord", "markdown_it", "linkify_it", "regex", "PIL")

TOPIC = "Type / to see the commands. Choose at the top whose eyes to look through."


def run_preview(
    *, database: Path | None, reviews: Path | None, port: int, open_browser: bool, terms: Terms | None = None
) -> None:
    """Serve the preview until Ctrl-C, a termination signal or the page's own "End preview session".

    It shows the sample corpus, or ``reviews``, or a temporary copy of ``database`` with ``reviews`` added.
    Prints the page's address on standard output once it answers. Raises :class:`OperatorError`.
    """
    require_extra()
    ended = contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError)
    with ended, tempfile.TemporaryDirectory(prefix="pullquote-") as folder:
        path = Path(folder) / "preview.db"
        if database is not None:
            _copy_database(database, path)
        if reviews is None and database is None:
            reviews = reviews_path()
        try:
            asyncio.run(_serve(path, reviews, port, open_browser=open_browser, terms=terms))
        except StoreError as error:
            # Nobody but us knows of the copy.
            raise type(error)(str(error).replace(str(path), str(database or path))) from error


def require_extra() -> None:
    """Raise MissingExtra where a part is not installed that a simulated Discord needs."""
    # SimCord tries discord.py out as it is imported, with a client that knows of no servers.
    logging.getLogger("discord.state").setLevel(logging.ERROR)
    for part in _PARTS:
        try:
            importlib.import_module(part)
        except ImportError as error:
            raise MissingExtra(f'The preview needs {part}: pip install "pullquote[preview]"') from error


def _copy_database(source: Path, target: Path) -> None:
    """Copy with SQLite's own backup: what still stands in the write-ahead log comes along."""
    if not source.is_file():
        raise SettingsError(f"There is no database {source}.")
    # A read-only connection can't remove the log it makes; one that is there already isn't ours to remove.
    mode = "ro" if source.with_name(f"{source.name}-wal").exists() else "rw"
    try:
        with (
            contextlib.closing(
                sqlite3.connect(f"{source.resolve().as_uri()}?mode={mode}", uri=True)
            ) as original,
            contextlib.closing(sqlite3.connect(target)) as copy,
        ):
            original.backup(copy)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise NotOurDatabase(f"{source} is not a Pullquote database.") from error
        raise NotOurDatabase(f"{source} can't be read as a database: {error}.") from error


async def _serve(
    path: Path, reviews: Path | None, port: int, *, open_browser: bool, terms: Terms | None
) -> None:
    import simcord

    _end_on_signals()
    # SimCord's time stands still between commands; taken before it starts, the real clock ends cooldowns.
    async with simulated(path, reviews, time.monotonic, terms) as env:
        server = await open_server(env)
        await _first_answers(server, env)
        viewers = [server.member, server.manager]
        try:
            async with env.preview(server.channel, viewers=viewers, layout="channel", port=port) as page:
                print(page.url, flush=True)
                if open_browser:
                    # A browser in the terminal holds its caller up until it is left.
                    threading.Thread(target=webbrowser.open, args=(page.url,), daemon=True).start()
                await page.wait_closed()
        except simcord.SetupError as error:
            raise OperatorError(f"The page could not be served: {error}.") from error


@contextlib.asynccontextmanager
async def simulated(
    database: Path, reviews: Path | None, clock: Callable[[], float], terms: Terms | None = None
) -> AsyncIterator[simcord.Env]:
    """The bot in a simulated Discord, on a database with ``reviews`` loaded; ``clock`` is the cooldowns'."""
    import simcord

    async with await Store.open(database) as store, Pullquote(store, terms=terms, clock=clock) as bot:
        # Nobody here is in the servers of a copied database; what the bot would go on with for them, nobody waits for.
        for library in await store.server_libraries():
            await store.forget(library)
        if reviews is not None:
            await _load(store, reviews)
        async with simcord.run(bot, check_errors=False, settle_timeout=SETTLE_SECONDS) as env:
            # SimCord takes every error of a command for a bug, also a worded answer. Real bugs are logged.
            del bot.tree.on_error
            # SimCord's time starts on a day of its own and stands still; it may as well stand at the present.
            env.backend.advance_clock(max(0.0, (datetime.now(UTC) - env.now()).total_seconds()))
            yield env


async def _load(store: Store, reviews: Path) -> None:
    report = await load(store, reviews)
    if report.errors:
        raise OperatorError(report.errors[0])
    for problem in report.problems():
        log.warning("%s", problem)


def _end_on_signals() -> None:
    """Let Ctrl-C and a termination signal unwind the running task, so that everything it opened is closed."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None  # noqa: S101 - this runs in a task
    with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C is a KeyboardInterrupt there
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)


@dataclass(frozen=True, slots=True)
class Server:
    """A channel, and two who look around in it."""

    channel: simcord.ChannelHandle
    member: simcord.MemberActor
    manager: simcord.MemberActor


async def open_server(env: simcord.Env) -> Server:
    """A server of the simulated Discord, with the bot's commands."""
    import discord

    bot: Any = env.bot
    await bot.user.edit(username="Pullquote")
    await bot.tree.sync()
    guild = env.create_guild("Film Club")
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    channel = guild.create_text_channel("reviews", topic=TOPIC)
    member = guild.add_member(env.create_user("robin", global_name="Robin (member)"))
    manager = guild.add_member(env.create_user("morgan", global_name="Morgan (manager)"), roles=[managers])
    await env.settle()
    return Server(channel, member, manager)


async def _first_answers(server: Server, env: simcord.Env) -> None:
    bot: Any = env.bot
    films = await bot.store.films(Scope((OPERATOR_LIBRARY,)))
    if films.films:
        await server.member.slash(server.channel, "review", film=films.films[0].film.id)
        await server.manager.slash(server.channel, "quote")
    else:
        await server.member.slash(server.channel, "about")
