"""What people gave in Discord, as they gave it: reviews are read from it again when rules or edits change."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.errors import Gone
from bot.models import Edits
from bot.store.base import Base, listed
from bot.store.browse import paged
from bot.store.codec import decode, encode
from bot.store.identity import SERVER_ROOT, review_id
from bot.store.records import (
    NewOriginal,
    Original,
    OriginalLine,
    OriginalMark,
    OriginalPage,
    OriginalState,
)
from bot.store.writes import delete_reviews, ensure_library, write_review
from bot.views import FilmRef

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from bot.store.connections import Connection, Row
    from bot.store.records import ReviewRecord

_LINE = """
    SELECT o.id, o.source, o.name, o.user_id, o.added_at, o.state, o.given,
        r.critic_name, r.film, f.title, f.year
    FROM originals AS o
        LEFT JOIN reviews AS r ON r.public_id = o.id AND r.library_id = o.library_id
        LEFT JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
"""


class Originals(Base):
    """Originals and the reviews read from them: a kept one has its review, the others have none."""

    async def originals(
        self,
        library: int,
        states: Collection[OriginalState] = (OriginalState.KEPT,),
        user: int | None = None,
        page: int = 0,
        per_page: int = 10,
        *,
        oldest_first: bool = False,
    ) -> OriginalPage:
        """List originals in some states, or one person's, newest first; a page beyond the last is the last."""
        order = "ASC" if oldest_first else "DESC"
        where = """
            WHERE o.library_id = :library AND o.state IN (SELECT value FROM json_each(:states))
                AND (:user IS NULL OR o.user_id = :user)
        """
        values = {"library": library, "states": listed(states), "user": user}
        async with self._db.read() as db:
            total = await db.row(f"SELECT count(*) FROM originals AS o {where}", values)  # noqa: S608
            place, first = paged(int(total[0]) if total else 0, page, per_page)
            rows = await db.rows(
                f"{_LINE} {where} ORDER BY o.added_at {order}, o.rowid {order} LIMIT :count OFFSET :first",
                {**values, "count": per_page, "first": first},
            )
        return OriginalPage(tuple(_line(row) for row in rows), place)

    async def original(self, library: int, original: str) -> Original:
        """Read one original by its id; raises Gone."""
        async with self._db.read() as db:
            row = await db.row(
                """
                SELECT id, source, form, name, data, digest, given, user_id, added_at, state, import_id
                FROM originals WHERE library_id = :library AND id = :id
                """,
                {"library": library, "id": original},
            )
        if row is None:
            raise Gone("review")
        return original_of(row)

    async def original_line(self, library: int, original: str) -> OriginalLine:
        """Read one original as lists show it; raises Gone."""
        async with self._db.read() as db:
            row = await db.row(
                f"{_LINE} WHERE o.library_id = :library AND o.id = :id", {"library": library, "id": original}
            )
        if row is None:
            raise Gone("review")
        return _line(row)

    async def original_lines(self, library: int) -> tuple[OriginalLine, ...]:
        """List all kept originals, newest first: what options that name one choose from."""
        async with self._db.read() as db:
            rows = await db.rows(
                f"{_LINE} WHERE o.library_id = :library AND o.state = 'kept' "
                "ORDER BY o.added_at DESC, o.rowid DESC",
                {"library": library},
            )
        return tuple(_line(row) for row in rows)

    async def count_originals(
        self, library: int, state: OriginalState | None = None, user: int | None = None
    ) -> int:
        """Count originals, those in one state or one person's."""
        async with self._db.read() as db:
            row = await db.row(
                """
                SELECT count(*) FROM originals
                WHERE library_id = :library AND (:state IS NULL OR state = :state)
                    AND (:user IS NULL OR user_id = :user)
                """,
                {"library": library, "state": state, "user": user},
            )
        return int(row[0]) if row else 0

    async def free_name(self, library: int, name: str) -> str:
        """Find a name that no original's source begins with: the name itself, or a numbered one."""
        stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT DISTINCT substr(
                    source, 1, min(instr(source || '/', '/'), instr(source || '#', '#')) - 1
                ) AS name
                FROM originals
                WHERE library_id = :library AND source >= :stem AND source < :stem || char(0x10FFFF)
                """,
                {"library": library, "stem": stem},
            )
        taken = {row["name"] for row in rows}
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{stem}-{number}{suffix}"
        return free

    async def put_proposed(self, library: int, user: int, new: NewOriginal, now: datetime) -> str:
        """Keep an original that waits for approval; answers with its id."""
        async with self._db.write() as db:
            await ensure_library(db, library)
            await insert_originals(db, library, user, [new], now, OriginalState.PROPOSED)
        return review_id(library, SERVER_ROOT, new.source)

    async def put_kept(
        self, library: int, user: int, new: NewOriginal, record: ReviewRecord, now: datetime
    ) -> str:
        """Keep an original and the review read from it, both or neither; answers with their id."""
        async with self._db.write() as db:
            await ensure_library(db, library)
            await insert_originals(db, library, user, [new], now, OriginalState.KEPT)
            return await write_review(db, library, record)

    async def keep_original(
        self, library: int, original: str, record: ReviewRecord, given: Edits | None = None
    ) -> None:
        """Write the review read from an original that is there, with new edits where given; raises Gone."""
        async with self._db.write() as db:
            row = await db.row(
                """
                UPDATE originals SET state = 'kept', given = coalesce(:given, given)
                WHERE library_id = :library AND id = :id RETURNING source
                """,
                {"library": library, "id": original, "given": encode(given) if given else None},
            )
            if row is None:
                raise Gone("review")
            await write_review(db, library, record)

    async def edit_proposed(self, library: int, original: str, given: Edits) -> None:
        """Note what people say of an original that waits for approval; raises Gone."""
        async with self._db.write() as db:
            row = await db.row(
                """
                UPDATE originals SET given = :given
                WHERE library_id = :library AND id = :id AND state = 'proposed' RETURNING id
                """,
                {"library": library, "id": original, "given": encode(given)},
            )
        if row is None:
            raise Gone("proposal")

    async def remove_originals(self, library: int, originals: Sequence[str]) -> int:
        """Remove originals with what was read from them, all or none; answers with how many there were."""
        async with self._db.write() as db:
            return await delete_originals(db, library, originals)

    async def kept_marks(self, library: int) -> tuple[OriginalMark, ...]:
        """List how each kept original was read: those of an earlier version's rules want reading again."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT o.id, o.source, o.digest, o.given, r.fingerprint
                FROM originals AS o JOIN reviews AS r ON r.public_id = o.id AND r.library_id = o.library_id
                WHERE o.library_id = :library AND o.state = 'kept' ORDER BY o.source
                """,
                {"library": library},
            )
        return tuple(
            OriginalMark(
                row["id"], row["source"], row["digest"], decode(Edits, row["given"]), row["fingerprint"]
            )
            for row in rows
        )


async def insert_originals(
    db: Connection,
    library: int,
    user: int,
    originals: Sequence[NewOriginal],
    now: datetime,
    state: OriginalState,
    import_id: str | None = None,
) -> None:
    """Write originals within a transaction."""
    await db.run_many(
        """
        INSERT INTO originals (
            library_id, id, source, form, name, data, digest, given, user_id, added_at, state, import_id
        ) VALUES (
            :library, :id, :source, :form, :name, :data, :digest, :given, :user, :now, :state, :import
        )
        """,
        [
            {
                "library": library,
                "id": review_id(library, SERVER_ROOT, new.source),
                "source": new.source,
                "form": new.form,
                "name": new.name,
                "data": new.packed,
                "digest": new.digest,
                "given": encode(new.given),
                "user": user,
                "now": now.isoformat(),
                "state": state,
                "import": import_id,
            }
            for new in originals
        ],
    )


async def delete_originals(db: Connection, library: int, originals: Sequence[str]) -> int:
    """Delete originals and their reviews within a transaction."""
    rows = await db.rows(
        """
        DELETE FROM originals
        WHERE library_id = :library AND id IN (SELECT value FROM json_each(:ids)) RETURNING source
        """,
        {"library": library, "ids": listed(originals)},
    )
    await delete_reviews(db, library, SERVER_ROOT, [row["source"] for row in rows])
    return len(rows)


def original_of(row: Row) -> Original:
    """Read a whole row."""
    return Original(
        id=row["id"],
        source=row["source"],
        form=row["form"],
        name=row["name"],
        packed=row["data"],
        digest=row["digest"],
        given=decode(Edits, row["given"]),
        user=row["user_id"],
        added_at=row["added_at"],
        state=OriginalState(row["state"]),
        import_id=row["import_id"],
    )


def _line(row: Row) -> OriginalLine:
    return OriginalLine(
        id=row["id"],
        source=row["source"],
        name=row["name"],
        user=row["user_id"],
        added_at=row["added_at"],
        state=OriginalState(row["state"]),
        film=film_of(row),
        critic=row["critic_name"],
        given=decode(Edits, row["given"]),
    )


def film_of(row: Row) -> FilmRef | None:
    """The film of a row that may have none."""
    return FilmRef(row["film"], row["title"], row["year"]) if row["film"] else None
