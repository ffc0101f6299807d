"""One writer, a few read-only readers, and every sqlite3 error turned into a StoreError."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING, Any

import aiosqlite

from bot.errors import DatabaseBusy, DatabaseDamaged, NotOurDatabase, StoreError
from bot.store.migrating import migrate
from bot.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

READERS = 4
BUSY_TIMEOUT = 5.0

# A review touches some 200 pages all over the indexes: SQLite's 1000 would copy them back every five reviews.
_JOURNAL_PAGES = 8000
_CACHED_PAGES = 8000  # of 4 KB

# SQLite keeps its journal beside the file, and wants one even to read.
_NEEDED = (
    "even reading needs it and its folder to be writable, so run this as their owner, or on a copy elsewhere"
)

Row = sqlite3.Row
Values = Mapping[str, Any]


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Let no sqlite3 error out: raise the :class:`StoreError` that says the same."""
    try:
        yield
    except (sqlite3.Error, UnicodeEncodeError, OverflowError) as error:
        raise _translation(error, path) from error


def _translation(error: Exception, path: Path) -> StoreError:
    # Extended result codes carry the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DatabaseBusy(f"The database {path} is in use by another program; try again in a moment.")
    if code == sqlite3.SQLITE_NOTADB:
        return NotOurDatabase(f"{path} is not a Pullquote database.")
    if code == sqlite3.SQLITE_CORRUPT:
        return DatabaseDamaged(f"The database {path} is damaged: {error}.")
    if code == sqlite3.SQLITE_CANTOPEN:
        return StoreError(f"The database {path} can't be opened.")
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"The disk that holds {path} is full.")
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(f"The disk that holds {path} can't be read or written, or is full: {error}.")
    if code == sqlite3.SQLITE_READONLY:
        return StoreError(f"The database {path} can't be written to: {_NEEDED}.")
    return StoreError(f"The database {path} refused: {error}.")


class Connection:
    """An aiosqlite connection with one trip to its thread for each call."""

    def __init__(self, raw: aiosqlite.Connection) -> None:
        self._raw = raw

    @classmethod
    async def open(cls, path: Path, mode: str, busy_timeout: float) -> Connection:
        """Open in a URI mode: ``ro``, ``rw`` or ``rwc``."""
        raw = await aiosqlite.connect(
            f"{_uri(path)}?mode={mode}", uri=True, isolation_level=None, timeout=busy_timeout
        )
        raw.row_factory = sqlite3.Row
        connection = cls(raw)
        try:
            await connection.run("PRAGMA foreign_keys = ON")
            await connection.run(f"PRAGMA busy_timeout = {int(busy_timeout * 1000)}")
        except BaseException:
            await connection.close()
            raise
        return connection

    async def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run a query and fetch all its rows."""
        return list(await self._raw.execute_fetchall(sql, values or {}))

    async def row(self, sql: str, values: Values | None = None) -> Row | None:
        """Run a query and take its first row."""
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def run(self, sql: str, values: Values | None = None) -> None:
        """Run a statement that answers with nothing."""
        await self._raw.execute_fetchall(sql, values or {})

    async def run_many(self, sql: str, values: Sequence[Values]) -> None:
        """Run a statement once for each set of values, if any."""
        if values:
            # Not the library's own executemany: the cursor that it hands out is dropped in the loop's thread, which
            # resets the statement, perhaps while the connection's thread runs it with the next values.
            await self._raw._execute(_run_many, self._raw._conn, sql, values)  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """Close, ending the connection's thread."""
        await self._raw.close()


class Connections:
    """The writer behind a lock, and a pool of readers that never wait for it."""

    def __init__(self, path: Path, writer: Connection, readers: list[Connection]) -> None:
        self.path = path
        self._writer = writer
        self._writing = asyncio.Lock()
        self._readers = readers
        self._idle: asyncio.LifoQueue[Connection] = asyncio.LifoQueue()
        for reader in readers:
            self._idle.put_nowait(reader)

    @classmethod
    async def open(cls, path: Path, *, create: bool, busy_timeout: float) -> Connections:
        """Open a database of ours, made or brought up to date; touches no other program's file."""
        if not create and not await asyncio.to_thread(path.is_file):
            raise StoreError(f"There is no database at {path}; `python -m bot load PATH` makes one.")
        opened: list[Connection] = []
        with translated(path):
            try:
                await asyncio.to_thread(_probe, path, "rwc" if create else "rw")
                writer = await Connection.open(path, "rwc" if create else "rw", busy_timeout)
                opened.append(writer)
                await migrate(writer, path, create=create)
                await writer.run("PRAGMA synchronous = NORMAL")
                # What is deleted is overwritten, as many builds of SQLite do unasked: it can be read nowhere.
                await writer.rows("PRAGMA secure_delete = ON")
                await writer.run(f"PRAGMA wal_autocheckpoint = {_JOURNAL_PAGES}")
                await writer.run(f"PRAGMA cache_size = {_CACHED_PAGES}")
                for _ in range(READERS):
                    opened.append(await Connection.open(path, "ro", busy_timeout))  # noqa: PERF401 - closed one by one below
            except BaseException:
                for connection in opened:
                    await connection.close()
                raise
        return cls(path, writer, opened[1:])

    async def close(self) -> None:
        """Close every connection, after the write in progress."""
        async with self._writing:
            with translated(self.path):
                for connection in (*self._readers, self._writer):
                    await connection.close()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Connection]:
        """Lend a reader that sees one state of the database throughout."""
        reader = await self._idle.get()
        try:
            with translated(self.path):
                try:
                    await reader.run("BEGIN")
                    yield reader
                finally:
                    await _rollback(reader)
        finally:
            self._idle.put_nowait(reader)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """Lend the writer for one transaction, kept whole or not at all."""
        async with self._writing:
            with translated(self.path):
                try:
                    await self._writer.run("BEGIN IMMEDIATE")
                    yield self._writer
                    await self._writer.run("COMMIT")
                except BaseException:
                    await _rollback(self._writer)
                    raise

    async def truncate_journal(self) -> None:
        """Empty the journal, as far as readers let it: what was deleted still stands in it."""
        async with self._writing:
            with translated(self.path):
                await self._writer.run("PRAGMA wal_checkpoint(TRUNCATE)")


def _run_many(raw: sqlite3.Connection, sql: str, values: Sequence[Values]) -> None:
    raw.executemany(sql, values).close()


def _probe(path: Path, mode: str) -> None:
    """Fail here where a path can't be opened: aiosqlite would leave a thread that outlives the loop."""
    sqlite3.connect(f"{_uri(path)}?mode={mode}", uri=True).close()


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


async def _rollback(connection: Connection) -> None:
    # "No transaction is active" where BEGIN failed or SQLite rolled back by itself: what was wanted anyway.
    with suppress(sqlite3.OperationalError):
        await connection.run("ROLLBACK")


__all__ = ["APPLICATION_ID", "BUSY_TIMEOUT", "Connection", "Connections", "Row", "Values", "translated"]
