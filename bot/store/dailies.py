"""Servers' quotes of the day: how each is set, when the next is due, and which day had its quote."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.daily import FAILURES, Daily, Due, Posted, State, Style, Trouble
from bot.store.base import Base
from bot.store.writes import ensure_library
from bot.views import Searched

if TYPE_CHECKING:
    from bot.store.connections import Connection, Row

_REMEMBERED = timedelta(days=40)
"""How long it is known which days had their quote."""

_COLUMNS = """
    library_id, channel_id, minute, zone, film, searched, style, set_by, state, failures, trouble, cursor,
    next_day, next_at
"""


class Dailies(Base):
    """Quotes of the day. Each day's is claimed before it is sent, in one transaction, by one process alone.

    What was claimed is never tried again: where a process ends between the claim and Discord's answer, nobody
    can tell whether the message came, and a day without a quote is better than one with two.
    """

    async def daily(self, library: int) -> Daily | None:
        """Read how a server's quote of the day is set; None where it has none."""
        async with self._db.read() as db:
            row = await db.row(
                f"SELECT {_COLUMNS} FROM dailies WHERE library_id = :library",  # noqa: S608
                {"library": library},
            )
        return _daily(row) if row else None

    async def put_daily(self, daily: Daily) -> None:
        """Set a server's quote of the day: its walk goes on where it stood, its failures are forgotten."""
        async with self._db.write() as db:
            await ensure_library(db, daily.library)
            await db.run(
                """
                INSERT INTO dailies (
                    library_id, channel_id, minute, zone, film, searched, style, set_by, state, failures, trouble,
                    cursor, next_day, next_at
                ) VALUES (
                    :library, :channel, :minute, :zone, :film, :searched, :style, :user, 'on', 0, NULL,
                    :cursor, :day, :at
                )
                ON CONFLICT (library_id) DO UPDATE SET
                    channel_id = :channel, minute = :minute, zone = :zone, film = :film, searched = :searched,
                    style = :style, set_by = :user, state = 'on', failures = 0, trouble = NULL,
                    next_day = :day, next_at = :at
                """,
                {
                    "library": daily.library,
                    "channel": daily.channel,
                    "minute": daily.minute,
                    "zone": daily.zone,
                    "film": daily.film,
                    "searched": daily.searched,
                    "style": daily.style,
                    "user": daily.user,
                    "cursor": daily.cursor,
                    **_when(daily.due),
                },
            )

    async def pause_daily(self, library: int) -> None:
        """Let no quote come until it is resumed."""
        async with self._db.write() as db:
            await db.run(
                "UPDATE dailies SET state = 'paused' WHERE library_id = :library", {"library": library}
            )

    async def resume_daily(self, library: int, due: Due) -> None:
        """Let quotes come again, the next one when it is due."""
        async with self._db.write() as db:
            await db.run(
                """
                UPDATE dailies
                SET state = 'on', failures = 0, trouble = NULL, next_day = :day, next_at = :at
                WHERE library_id = :library
                """,
                {"library": library, **_when(due)},
            )

    async def remove_daily(self, library: int) -> bool:
        """Delete a server's quote of the day; False where it has none. Which days had one is still known."""
        async with self._db.write() as db:
            row = await db.row(
                "DELETE FROM dailies WHERE library_id = :library RETURNING library_id", {"library": library}
            )
        return row is not None

    async def count_dailies_of(self, user: int) -> int:
        """Count the servers whose quote of the day somebody set: theirs alone to know."""
        async with self._db.read() as db:
            row = await db.row("SELECT count(*) FROM dailies WHERE set_by = :user", {"user": user})
        return int(row[0]) if row else 0

    async def forget_setter(self, user: int, library: int | None = None) -> None:
        """Forget that somebody set a server's quote of the day, or any server's; each goes on as it is set."""
        async with self._db.write() as db:
            await db.run(
                "UPDATE dailies SET set_by = NULL WHERE set_by = :user AND library_id = coalesce(:library, library_id)",
                {"user": user, "library": library},
            )

    async def move_walk(self, daily: Daily, cursor: int) -> bool:
        """Take the next step of a server's own walk; False where another took it since this was read."""
        async with self._db.write() as db:
            row = await db.row(
                """
                UPDATE dailies SET cursor = :cursor WHERE library_id = :library AND cursor = :was
                RETURNING library_id
                """,
                {"library": daily.library, "cursor": cursor, "was": daily.cursor},
            )
        return row is not None

    async def due_dailies(self, now: datetime) -> tuple[Daily, ...]:
        """List what is due, the oldest first; nothing of servers that the bot has left."""
        async with self._db.read() as db:
            rows = await db.rows(
                f"""
                SELECT {_COLUMNS} FROM dailies INDEXED BY dailies_by_time
                WHERE state = 'on' AND next_at <= :now
                    AND EXISTS (SELECT 1 FROM libraries AS l WHERE l.id = library_id AND l.left_at IS NULL)
                ORDER BY next_at, library_id
                """,  # noqa: S608
                {"now": now.isoformat()},
            )
        return tuple(_daily(row) for row in rows)

    async def claim_daily(self, daily: Daily, following: Due, cursor: int, now: datetime) -> bool:
        """Take it upon oneself to post what is due, with the walk's next step.

        False where another was first, or it was set otherwise or the walk went on since it was read.
        """
        async with self._db.write() as db:
            if not await _move(db, daily, following):
                return False
            values = {"library": daily.library, "day": daily.due.day.isoformat()}
            claimed = await db.row(
                """
                INSERT INTO daily_posts (library_id, day, claimed_at, channel_id, state)
                VALUES (:library, :day, :now, :channel, 'claimed')
                ON CONFLICT DO NOTHING RETURNING library_id
                """,
                {**values, "now": now.isoformat(), "channel": daily.channel},
            )
            await db.run(
                "UPDATE dailies SET cursor = :cursor WHERE library_id = :library",
                {**values, "cursor": cursor},
            )
            await db.run(
                "DELETE FROM daily_posts WHERE library_id = :library AND claimed_at < :ago",
                {**values, "ago": (now - _REMEMBERED).isoformat()},
            )
        return claimed is not None

    async def skip_daily(self, daily: Daily, following: Due) -> bool:
        """Leave out what is due; False where another was first, or it was set otherwise since."""
        async with self._db.write() as db:
            return await _move(db, daily, following)

    async def note_posted(self, daily: Daily, message: int) -> None:
        """Note that a claimed quote came."""
        async with self._db.write() as db:
            await db.run(
                """
                UPDATE daily_posts SET state = 'posted', message_id = :message
                WHERE library_id = :library AND day = :day
                """,
                {"library": daily.library, "day": daily.due.day.isoformat(), "message": message},
            )
            await db.run(
                "UPDATE dailies SET failures = 0, trouble = NULL WHERE library_id = :library",
                {"library": daily.library},
            )

    async def note_failed(self, daily: Daily, trouble: Trouble) -> bool:
        """Note that a claimed quote did not come; True where that was once too often, and it stops here."""
        values = {"library": daily.library, "day": daily.due.day.isoformat(), "trouble": trouble}
        async with self._db.write() as db:
            await db.run(
                "UPDATE daily_posts SET state = 'failed' WHERE library_id = :library AND day = :day", values
            )
            row = await db.row(
                """
                UPDATE dailies SET failures = failures + 1, trouble = :trouble,
                    state = CASE WHEN failures + 1 >= :most THEN 'stopped' ELSE state END
                WHERE library_id = :library AND state = 'on' RETURNING state
                """,
                {**values, "most": FAILURES},
            )
        return row is not None and row["state"] == State.STOPPED

    async def days_claimed(self, library: int) -> frozenset[date]:
        """List the days that had their quote, or were to have it."""
        async with self._db.read() as db:
            rows = await db.rows(
                "SELECT day FROM daily_posts WHERE library_id = :library", {"library": library}
            )
        return frozenset(date.fromisoformat(row["day"]) for row in rows)

    async def last_daily(self, library: int) -> Posted | None:
        """Read what became of the last day's quote; None where there was none yet."""
        async with self._db.read() as db:
            row = await db.row(
                """
                SELECT day, channel_id, message_id, state FROM daily_posts
                WHERE library_id = :library ORDER BY day DESC LIMIT 1
                """,
                {"library": library},
            )
        if row is None:
            return None
        day = date.fromisoformat(row["day"])
        return Posted(day, row["channel_id"], row["message_id"], row["state"] == "failed")


def new_cursor() -> int:
    """A random place on the circle of quotes."""
    return secrets.randbits(62)


async def _move(db: Connection, daily: Daily, following: Due) -> bool:
    """Let the following one be the next, if what is due still is as it was read."""
    row = await db.row(
        """
        UPDATE dailies SET next_day = :day, next_at = :at
        WHERE library_id = :library AND next_at = :was AND state = 'on' AND cursor = :cursor
            AND channel_id = :channel AND film IS :film AND searched IS :searched AND style = :style
        RETURNING library_id
        """,
        {
            "library": daily.library,
            "channel": daily.channel,
            "film": daily.film,
            "searched": daily.searched,
            "style": daily.style,
            "cursor": daily.cursor,
            "was": daily.due.at.isoformat(),
            **_when(following),
        },
    )
    return row is not None


def _when(due: Due) -> dict[str, str]:
    return {"day": due.day.isoformat(), "at": due.at.isoformat()}


def _daily(row: Row) -> Daily:
    return Daily(
        library=row["library_id"],
        channel=row["channel_id"],
        minute=row["minute"],
        zone=row["zone"],
        user=row["set_by"],
        due=Due(date.fromisoformat(row["next_day"]), datetime.fromisoformat(row["next_at"])),
        cursor=row["cursor"],
        film=row["film"],
        searched=Searched(row["searched"]) if row["searched"] else None,
        style=Style(row["style"]),
        state=State(row["state"]),
        failures=row["failures"],
        trouble=Trouble(row["trouble"]) if row["trouble"] else None,
    )
