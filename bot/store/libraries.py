"""What a server's managers set, how they want names spelled, and which servers the bot has left."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.models import OPERATOR_LIBRARY, Spelling
from bot.store.base import Base, listed
from bot.store.writes import ensure_library
from bot.text import fold
from bot.views import Adders, LibrarySettings, Searched, Spoilers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from bot.store.connections import Connection

KEPT_DAYS = 30
"""How long the library of a server that the bot has left is kept."""


HALF_FORGOTTEN = "0001-01-01T00:00:00+00:00"
"""Stands for when the bot left where a library is being forgotten: nothing but the end of that changes it."""


class ServerLibraries(Base):
    """Libraries as such, whatever reviews they hold."""

    async def settings(self, library: int) -> LibrarySettings:
        """Read a library's settings: the defaults where nobody changed them."""
        async with self._db.read() as db:
            row = await db.row(
                """
                SELECT adders, spoilers, searched, excerpt_limit, whole_reviews, attribution
                FROM library_settings WHERE library_id = :library
                """,
                {"library": library},
            )
        if row is None:
            return LibrarySettings()
        return LibrarySettings(
            adders=Adders(row["adders"]),
            spoilers=Spoilers(row["spoilers"]),
            searched=Searched(row["searched"]),
            excerpt_limit=row["excerpt_limit"],
            whole_reviews=bool(row["whole_reviews"]),
            attribution=row["attribution"],
        )

    async def put_settings(self, library: int, settings: LibrarySettings) -> None:
        """Write a library's settings."""
        async with self._db.write() as db:
            await ensure_library(db, library)
            await db.run(
                """
                INSERT OR REPLACE INTO library_settings (
                    library_id, adders, spoilers, searched, excerpt_limit, whole_reviews, attribution
                ) VALUES (:library, :adders, :spoilers, :searched, :limit, :whole, :attribution)
                """,
                {
                    "library": library,
                    "adders": settings.adders,
                    "spoilers": settings.spoilers,
                    "searched": settings.searched,
                    "limit": settings.excerpt_limit,
                    "whole": settings.whole_reviews,
                    "attribution": settings.attribution,
                },
            )

    async def spellings(self, library: int) -> tuple[Spelling, ...]:
        """List how a library's people want names spelled: those of every film first."""
        async with self._db.read() as db:
            return await spellings_of(db, [library])

    async def put_spelling(self, library: int, wanted: Spelling) -> None:
        """Say whom a spelling stands for, from the next time films are settled."""
        async with self._db.write() as db:
            await ensure_library(db, library)
            await db.run(
                """
                INSERT OR REPLACE INTO cast_spellings (library_id, film, folded, spelling, person)
                VALUES (:library, :film, :folded, :spelling, :person)
                """,
                {
                    "library": library,
                    "film": wanted.film or "",
                    "folded": fold(wanted.spelling),
                    "spelling": wanted.spelling,
                    "person": wanted.person,
                },
            )
            await _unsettle_films(db, library, wanted.film)

    async def remove_spelling(self, library: int, film: str | None, spelling: str) -> None:
        """Take that back."""
        async with self._db.write() as db:
            await db.run(
                "DELETE FROM cast_spellings WHERE library_id = :library AND film = :film AND folded = :folded",
                {"library": library, "film": film or "", "folded": fold(spelling)},
            )
            await _unsettle_films(db, library, film)

    async def spelled_films(self, library: int) -> dict[str, frozenset[str]]:
        """Name the films in which people respelled somebody, each with its reviews (public ids) as last settled."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT film, public_id FROM reviews
                WHERE library_id = :library AND film IN (
                    SELECT film FROM cast_spellings WHERE library_id = :library
                )
                """,
                {"library": library},
            )
        reviews: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            reviews[row["film"]].add(row["public_id"])
        return {film: frozenset(held) for film, held in reviews.items()}

    async def pass_on_spellings(self, library: int, heirs: Collection[tuple[str, str]]) -> None:
        """Let a film's spellings hold for another in its place (old, new); what people say of that one stays."""
        async with self._db.write() as db:
            for old, new in heirs:
                await db.run(
                    """
                    INSERT OR IGNORE INTO cast_spellings (library_id, film, folded, spelling, person)
                    SELECT library_id, :new, folded, spelling, person FROM cast_spellings
                    WHERE library_id = :library AND film = :old
                    """,
                    {"library": library, "old": old, "new": new},
                )
            await db.run_many(
                "DELETE FROM cast_spellings WHERE library_id = :library AND film = :old",
                [{"library": library, "old": old} for old, _ in heirs],
            )

    async def mark_left(self, library: int, now: datetime) -> None:
        """Note when the bot left a server, where it holds anything of it; the first time counts."""
        async with self._db.write() as db:
            await db.run(
                "UPDATE libraries SET left_at = :now WHERE id = :library AND left_at IS NULL",
                {"library": library, "now": now.isoformat()},
            )

    async def unmark_left(self, library: int) -> None:
        """Note that the bot is in a server again."""
        async with self._db.write() as db:
            await db.run(
                "UPDATE libraries SET left_at = NULL WHERE id = :library AND left_at <> :half",
                {"library": library, "half": HALF_FORGOTTEN},
            )

    async def server_libraries(self) -> dict[int, bool]:
        """List the servers of which anything is held, and whether the bot has left each."""
        async with self._db.read() as db:
            rows = await db.rows(
                "SELECT id, left_at FROM libraries WHERE id <> :operator ORDER BY id",
                {"operator": OPERATOR_LIBRARY},
            )
        return {row["id"]: row["left_at"] is not None for row in rows}

    async def expired(self, now: datetime, days: int = KEPT_DAYS) -> tuple[int, ...]:
        """List the libraries of servers that the bot left longer ago than that."""
        async with self._db.read() as db:
            rows = await db.rows(
                "SELECT id FROM libraries WHERE left_at <= :until ORDER BY id",
                {"until": (now - timedelta(days=days)).isoformat()},
            )
        return tuple(row["id"] for row in rows)


async def spellings_of(db: Connection, libraries: Iterable[int]) -> tuple[Spelling, ...]:
    """Read the spellings that hold for some libraries' reviews; of two for one name the later wins."""
    rows = await db.rows(
        """
        SELECT film, spelling, person FROM cast_spellings
        WHERE library_id IN (SELECT value FROM json_each(:libraries)) ORDER BY film <> '', library_id, folded
        """,
        {"libraries": listed(libraries)},
    )
    return tuple(Spelling(row["film"] or None, row["spelling"], row["person"]) for row in rows)


async def _unsettle_films(db: Connection, library: int, film: str | None) -> None:
    """Let the next settling write a film's people anew, or every film's."""
    values = {"library": library, "film": film}
    await db.run(
        "UPDATE films SET digest = '' WHERE library_id = :library AND (:film IS NULL OR id = :film)", values
    )
    await db.run("UPDATE libraries SET unresolved = 1 WHERE id = :library", values)
