"""Many reviews given at once: kept whole at first, read one after the other, taken back together."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.errors import Gone
from bot.store.base import Base
from bot.store.originals import delete_originals, insert_originals, original_of
from bot.store.records import ImportRecord, OriginalState
from bot.store.writes import ensure_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.store.connections import Row
    from bot.store.records import NewOriginal, Original

_COLUMNS = "library_id, id, user_id, channel_id, message_id, total, started_at, state"


class Imports(Base):
    """Imports under way; one that is done leaves no row."""

    async def begin_import(
        self, library: int, import_id: str, user: int, originals: Sequence[NewOriginal], now: datetime
    ) -> None:
        """Keep what is to be read, and that it is to be read: all of it or nothing."""
        async with self._db.write() as db:
            await ensure_library(db, library)
            await db.run(
                """
                INSERT INTO imports (library_id, id, user_id, total, started_at, state)
                VALUES (:library, :id, :user, :total, :now, 'running')
                """,
                {
                    "library": library,
                    "id": import_id,
                    "user": user,
                    "total": len(originals),
                    "now": now.isoformat(),
                },
            )
            await insert_originals(db, library, user, originals, now, OriginalState.IMPORTING, import_id)

    async def put_import_message(self, library: int, import_id: str, channel: int, message: int) -> None:
        """Note which message shows how far an import is."""
        async with self._db.write() as db:
            await db.run(
                """
                UPDATE imports SET channel_id = :channel, message_id = :message
                WHERE library_id = :library AND id = :id
                """,
                {"library": library, "id": import_id, "channel": channel, "message": message},
            )

    async def import_record(self, library: int, import_id: str) -> ImportRecord:
        """Read one import that isn't done; raises Gone."""
        async with self._db.read() as db:
            row = await db.row(
                f"SELECT {_COLUMNS} FROM imports WHERE library_id = :library AND id = :id",  # noqa: S608
                {"library": library, "id": import_id},
            )
        if row is None:
            raise Gone("import")
        return _record(row)

    async def unfinished_imports(self, library: int | None = None) -> tuple[ImportRecord, ...]:
        """List imports that aren't done, of one library or all."""
        async with self._db.read() as db:
            rows = await db.rows(
                f"""
                SELECT {_COLUMNS} FROM imports
                WHERE :library IS NULL OR library_id = :library
                ORDER BY started_at, id
                """,  # noqa: S608
                {"library": library},
            )
        return tuple(_record(row) for row in rows)

    async def import_batch(self, library: int, import_id: str, count: int) -> tuple[Original, ...]:
        """Take the next originals that wait to be read."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT id, source, form, name, data, digest, given, user_id, added_at, state, import_id
                FROM originals
                WHERE library_id = :library AND import_id = :id AND state = 'importing'
                ORDER BY rowid LIMIT :count
                """,
                {"library": library, "id": import_id, "count": count},
            )
        return tuple(original_of(row) for row in rows)

    async def count_imported(self, library: int, import_id: str) -> int:
        """Count what an import has kept so far."""
        async with self._db.read() as db:
            row = await db.row(
                """
                SELECT count(*) FROM originals
                WHERE library_id = :library AND import_id = :id AND state = 'kept'
                """,
                {"library": library, "id": import_id},
            )
        return int(row[0]) if row else 0

    async def finish_import(self, library: int, import_id: str) -> None:
        """Note that an import is done: what it kept stands for itself from here on."""
        values = {"library": library, "id": import_id}
        async with self._db.write() as db:
            await db.run(
                "UPDATE originals SET import_id = NULL WHERE library_id = :library AND import_id = :id",
                values,
            )
            await db.run("DELETE FROM imports WHERE library_id = :library AND id = :id", values)

    async def mark_cancelled(self, library: int, import_id: str) -> None:
        """Note that all of an import is to go; raises Gone where it is done."""
        async with self._db.write() as db:
            row = await db.row(
                """
                UPDATE imports SET state = 'cancelled' WHERE library_id = :library AND id = :id RETURNING id
                """,
                {"library": library, "id": import_id},
            )
        if row is None:
            raise Gone("import")

    async def take_back(self, library: int, import_id: str, count: int) -> int:
        """Delete some of what an import brought; answers with how many, and drops the import with the last."""
        values = {"library": library, "id": import_id, "count": count}
        async with self._db.write() as db:
            rows = await db.rows(
                """
                SELECT id FROM originals WHERE library_id = :library AND import_id = :id
                ORDER BY rowid LIMIT :count
                """,
                values,
            )
            if not rows:
                await db.run("DELETE FROM imports WHERE library_id = :library AND id = :id", values)
            return await delete_originals(db, library, [row["id"] for row in rows])


def _record(row: Row) -> ImportRecord:
    return ImportRecord(
        library=row["library_id"],
        id=row["id"],
        user=row["user_id"],
        channel=row["channel_id"],
        message=row["message_id"],
        total=row["total"],
        started_at=datetime.fromisoformat(row["started_at"]),
        cancelled=row["state"] == "cancelled",
    )
