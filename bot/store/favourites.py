"""Quotes that people keep: each belongs to one library, and is seen only where that library is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Gone, LimitReached
from bot.store.base import Base, libraries_of, listed
from bot.store.rows import quote_views
from bot.store.writes import ensure_library
from bot.views import Favourite, KeptQuote
from bot.words import favourites as words

if TYPE_CHECKING:
    from datetime import datetime

    from bot.store.connections import Connection, Row
    from bot.views import Scope

FAVOURITES = 1_000
"""Quotes one person may keep."""

# The quote's id of today: its own, or the one it got when its review's file moved.
_TODAY = """
    coalesce(
        (SELECT k.public_id FROM quotes AS k WHERE k.public_id = f.quote AND k.library_id = f.library_id),
        (SELECT m.new_id FROM moved_ids AS m WHERE m.old_id = f.quote),
        f.quote
    )
"""


class Favourites(Base):
    """What people keep."""

    async def toggle_favourite(
        self, scope: Scope, user: int, quote: str, server: int | None, now: datetime
    ) -> bool:
        """Keep a quote, or keep it no longer; whether it is kept now.

        ``server`` is where it was kept; None in direct messages. Raises Gone or LimitReached.
        """
        values = {"user": user, "libraries": listed(libraries_of(scope)), "quote": quote}
        async with self._db.write() as db:
            found = await db.row(
                """
                SELECT public_id, library_id FROM quotes
                WHERE public_id IN (:quote, (SELECT new_id FROM moved_ids WHERE old_id = :quote))
                    AND library_id IN (SELECT value FROM json_each(:libraries))
                ORDER BY public_id = :quote DESC LIMIT 1
                """,
                values,
            )
            today = found["public_id"] if found else quote
            held = await db.row(
                f"""
                SELECT f.quote FROM favourites AS f
                WHERE f.user_id = :user AND f.library_id IN (SELECT value FROM json_each(:libraries))
                    AND (f.quote = :today OR {_TODAY} = :today)
                """,  # noqa: S608
                {**values, "today": today},
            )
            if held is not None:
                await _drop(db, user, held["quote"])
                return False
            if found is None:
                raise Gone("quote")
            if await _count(db, user) >= FAVOURITES:
                raise LimitReached(words.full(FAVOURITES))
            if server is not None:  # so that it is known to have been left, should it be
                await ensure_library(db, server)
            await db.run(
                """
                INSERT INTO favourites (user_id, quote, library_id, kept_in, kept_at)
                VALUES (:user, :quote, :library, :server, :now)
                """,
                {
                    "user": user,
                    "quote": today,
                    "library": found["library_id"],
                    "server": server,
                    "now": now.isoformat(),
                },
            )
            return True

    async def favourites(self, scope: Scope, user: int) -> tuple[Favourite, ...]:
        """List what somebody keeps of a scope, newest first, with what is gone by now."""
        async with self._db.read() as db:
            rows = await db.rows(
                f"""
                SELECT f.quote, f.kept_at, q.id
                FROM favourites AS f
                    LEFT JOIN quotes AS q ON q.public_id = {_TODAY} AND q.library_id = f.library_id
                WHERE f.user_id = :user AND f.library_id IN (SELECT value FROM json_each(:libraries))
                ORDER BY f.kept_at DESC, f.quote
                """,  # noqa: S608
                {"user": user, "libraries": listed(libraries_of(scope))},
            )
            views = await quote_views(db, [row["id"] for row in rows if row["id"] is not None])
        return tuple(Favourite(row["quote"], views.get(row["id"]), row["kept_at"]) for row in rows)

    async def most_kept(self, scope: Scope, server: int, limit: int = 100) -> tuple[KeptQuote, ...]:
        """List what the people of a server kept there, the most kept first, without what is gone."""
        async with self._db.read() as db:
            rows = await db.rows(
                f"""
                SELECT q.id, count(DISTINCT f.user_id) AS keepers
                FROM favourites AS f JOIN quotes AS q ON q.public_id = {_TODAY} AND q.library_id = f.library_id
                WHERE f.kept_in = :server AND f.library_id IN (SELECT value FROM json_each(:libraries))
                GROUP BY q.id ORDER BY keepers DESC, max(f.kept_at) DESC, q.id LIMIT :limit
                """,  # noqa: S608
                {"server": server, "libraries": listed(libraries_of(scope)), "limit": limit},
            )
            views = await quote_views(db, [row["id"] for row in rows])
        return tuple(KeptQuote(views[row["id"]], row["keepers"]) for row in rows)

    async def drop_favourite(self, user: int, quote: str) -> None:
        """Take one off what somebody keeps, by the id it is listed under; none is fine."""
        async with self._db.write() as db:
            await _drop(db, user, quote)

    async def drop_favourites(self, scope: Scope, user: int) -> int:
        """Take all of a scope off what somebody keeps; how many there were."""
        async with self._db.write() as db:
            dropped = await db.rows(
                """
                DELETE FROM favourites
                WHERE user_id = :user AND library_id IN (SELECT value FROM json_each(:libraries))
                RETURNING quote
                """,
                {"user": user, "libraries": listed(libraries_of(scope))},
            )
        return len(dropped)

    async def count_favourites_of(self, user: int) -> int:
        """Count what somebody keeps, wherever it belongs: theirs alone to know."""
        async with self._db.read() as db:
            return await _count(db, user)

    async def forget_favourites_of(self, user: int) -> int:
        """Delete all that somebody keeps, wherever it belongs; how many there were."""
        async with self._db.write() as db:
            dropped = await db.rows(
                "DELETE FROM favourites WHERE user_id = :user RETURNING quote", {"user": user}
            )
        return len(dropped)


async def forget_kept(db: Connection, library: int) -> None:
    """Delete what anybody keeps of a library, and what was kept in its server."""
    await db.run(
        "DELETE FROM favourites WHERE library_id = :library OR kept_in = :library", {"library": library}
    )


async def _count(db: Connection, user: int) -> int:
    row: Row | None = await db.row("SELECT count(*) FROM favourites WHERE user_id = :user", {"user": user})
    return int(row[0]) if row else 0


async def _drop(db: Connection, user: int, quote: str) -> None:
    await db.run(
        "DELETE FROM favourites WHERE user_id = :user AND quote = :quote", {"user": user, "quote": quote}
    )
