"""Whose database it is, and how one of an earlier version is brought up to this one, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NewerDatabase, NotOurDatabase
from bot.store import schema

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store.connections import Connection


async def migrate(writer: Connection, path: Path, *, create: bool) -> None:
    """Bring a database up to this version, making it where there is none.

    Raises NotOurDatabase for another program's file, NewerDatabase for a later version's; changes neither.
    """
    if not await _is_ours(writer):
        if not create or not await _is_blank(writer):
            raise NotOurDatabase(f"{path} is not a Pullquote database.")
        await writer.rows("PRAGMA journal_mode = WAL")
    version = await _number(writer, "PRAGMA user_version")
    if version > len(schema.MIGRATIONS):
        raise NewerDatabase(f"{path} was written by a newer version of Pullquote; update this one.")
    if version == len(schema.MIGRATIONS):
        return
    await writer.run("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have been first.
        version = await _number(writer, "PRAGMA user_version")
        for number, statements in enumerate(schema.MIGRATIONS[version:], version + 1):
            for statement in statements:
                await writer.run(statement)
            await writer.run(f"PRAGMA user_version = {number}")
        await writer.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    except BaseException:
        await writer.run("ROLLBACK")
        raise
    await writer.run("COMMIT")


async def _is_ours(writer: Connection) -> bool:
    return await _number(writer, "PRAGMA application_id") == schema.APPLICATION_ID


async def _is_blank(writer: Connection) -> bool:
    return (
        await _number(writer, "PRAGMA application_id") == 0
        and await _number(writer, "PRAGMA user_version") == 0
        and await _number(writer, "SELECT count(*) FROM sqlite_schema") == 0
    )


async def _number(writer: Connection, sql: str) -> int:
    row = await writer.row(sql)
    return int(row[0]) if row else 0
