"""Leaving no trace of a library: its rows, its words in the full-text index, its names in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.favourites import forget_kept
from bot.store.libraries import HALF_FORGOTTEN
from bot.store.review_rows import clear_review
from bot.store.walk import Walk

if TYPE_CHECKING:
    from bot.store.connections import Connection

_AT_ONCE = 50
"""Reviews deleted in one transaction: others wait for the writer no longer than that takes."""

_INDEX_PAGES = 500
"""Pages of the full-text index rewritten in one transaction."""


class Forgetting(Walk):
    """The end of a library."""

    async def forget(self, library: int) -> None:
        """Delete everything of a library, in transactions of bounded length.

        A crash on the way leaves the library among the expired ones, so that the next sweep makes an end of it.
        """
        async with self._db.write() as db:
            await db.run(
                "UPDATE libraries SET left_at = :ago WHERE id = :library",
                {"library": library, "ago": HALF_FORGOTTEN},
            )
            for table in ("library_settings", "cast_spellings", "dailies", "daily_posts"):
                await db.run(f"DELETE FROM {table} WHERE library_id = :library", {"library": library})  # noqa: S608
        more = True
        while more:
            async with self._db.write() as db:
                more = await _delete_some(db, library)
        async with self._db.write() as db:
            # An import's originals are gone; films held by nothing, folders and the library's own row come last,
            # with a quote of the day that was set in between.
            for table in ("imports", "films", "roots", "dailies", "daily_posts"):
                await db.run(f"DELETE FROM {table} WHERE library_id = :library", {"library": library})  # noqa: S608
            await db.run(
                """
                DELETE FROM walks
                WHERE ',' || substr(key, 1, instr(key, '|') - 1) || ',' LIKE '%,' || :library || ',%'
                """,
                {"library": library},
            )
            await forget_kept(db, library)
            await db.run("DELETE FROM libraries WHERE id = :library", {"library": library})
        self._drop_names(library)
        self._drop_walks(library)
        self._merged.clear()
        await self._rewrite_index()
        await self._db.truncate_journal()

    async def _rewrite_index(self) -> None:
        """Merge the full-text index into one piece: deleted words stay in the older pieces until then."""
        pages, changed = -_INDEX_PAGES, 2
        while changed > 1:
            async with self._db.write() as db:
                before = await _changes(db)
                await db.run(
                    "INSERT INTO sentence_search (sentence_search, rank) VALUES ('merge', :pages)",
                    {"pages": pages},
                )
                changed = await _changes(db) - before
            pages = _INDEX_PAGES


async def _delete_some(db: Connection, library: int) -> bool:
    """Delete some reviews and originals; False where there were none."""
    values = {"library": library, "some": _AT_ONCE}
    reviews = await db.rows("SELECT id FROM reviews WHERE library_id = :library LIMIT :some", values)
    for row in reviews:
        await clear_review(db, row["id"])
        await db.run("DELETE FROM reviews WHERE id = :id", {"id": row["id"]})
    before = await _changes(db)
    await db.run(
        """
        DELETE FROM originals
        WHERE rowid IN (SELECT rowid FROM originals WHERE library_id = :library LIMIT :some)
        """,
        values,
    )
    deleted = await _changes(db) - before
    await db.run(
        """
        UPDATE libraries SET unresolved = 1, films_generation = films_generation + 1,
            critics_generation = critics_generation + 1, people_generation = people_generation + 1
        WHERE id = :library
        """,
        values,
    )
    return bool(reviews) or deleted > 0


async def _changes(db: Connection) -> int:
    row = await db.row("SELECT total_changes()")
    return int(row[0]) if row else 0
