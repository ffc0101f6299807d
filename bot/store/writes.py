"""Writing reviews: each whole in one transaction, or not at all."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.errors import StoreError
from bot.store.base import Base, listed
from bot.store.identity import critic_id, quote_ids, review_id
from bot.store.people_links import Naming, known_people, link_people
from bot.store.records import ReviewRecord, StoredFile
from bot.store.review_rows import ReviewRow, clear_review, insert_parts, overall_of
from bot.store.schema import RANGE_BITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store.connections import Connection, Row


class Writes(Base):
    """Stored files, and reviews put, moved and removed."""

    async def stored_files(self, library: int, root: str) -> dict[str, StoredFile]:
        """List the files a library holds of one root, by source."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT source, digest, fingerprint FROM reviews
                WHERE library_id = :library AND root = :root ORDER BY source
                """,
                {"library": library, "root": root},
            )
        return {row["source"]: StoredFile(row["source"], row["digest"], row["fingerprint"]) for row in rows}

    async def folder_of_root(self, library: int, root: str) -> str | None:
        """Where a root was when it was last loaded whole."""
        async with self._db.read() as db:
            row = await db.row(
                "SELECT folder FROM roots WHERE library_id = :library AND name = :root",
                {"library": library, "root": root},
            )
        return row["folder"] if row else None

    async def put_root(self, library: int, root: str, folder: str) -> None:
        """Keep where a root is. A library without any review keeps nothing."""
        async with self._db.write() as db:
            await db.run(
                """
                INSERT INTO roots (library_id, name, folder)
                SELECT id, :root, :folder FROM libraries WHERE id = :library
                ON CONFLICT (library_id, name) DO UPDATE SET folder = excluded.folder
                """,
                {"library": library, "root": root, "folder": folder},
            )

    async def stored_digests(
        self, library: int, digests: Iterable[str]
    ) -> dict[str, tuple[tuple[str, str], ...]]:
        """Find which stored files have these bytes: root and source of each, by digest."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT digest, root, source FROM reviews
                WHERE library_id = :library AND digest IN (SELECT value FROM json_each(:digests))
                ORDER BY root, source
                """,
                {"library": library, "digests": json.dumps(sorted(digests))},
            )
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for row in rows:
            found[row["digest"]] = (*found.get(row["digest"], ()), (row["root"], row["source"]))
        return found

    async def put_review(self, library: int, record: ReviewRecord) -> str:
        """Write one review, new or in place of the one with its key; answers with its public id.

        A review written anew keeps its film until :meth:`put_films`.
        """
        async with self._db.write() as db:
            return await write_review(db, library, record)

    async def move_review(self, library: int, root: str, old_source: str, new_source: str) -> None:
        """Give a review a new source; ids follow it, and the old ids keep leading here.

        Raises StoreError where there is nothing to move or the new source is taken.
        """
        async with self._db.write() as db:
            old, new = review_id(library, root, old_source), review_id(library, root, new_source)
            row = await db.row(
                "SELECT id, critic, critic_name FROM reviews WHERE public_id = :old", {"old": old}
            )
            if row is None:
                raise StoreError(f"There is no review {old_source} to move.")
            if await db.row("SELECT id FROM reviews WHERE public_id = :new", {"new": new}):
                raise StoreError(f"There is a review {new_source} already.")
            await _unsettle(db, row["id"])
            critic = critic_id(row["critic_name"], new)
            renamed = [(old, new), *await _rename_quotes(db, row["id"], new, critic)]
            if critic != row["critic"]:
                renamed.append((row["critic"], critic))
            await db.run(
                "UPDATE reviews SET public_id = :new, source = :source, critic = :critic WHERE id = :id",
                {"new": new, "source": new_source, "critic": critic, "id": row["id"]},
            )
            await _remember_moves(db, row["id"], renamed)
            await _mark_changed(db, library, critics=True)

    async def remove_reviews(self, library: int, root: str, sources: Iterable[str]) -> None:
        """Remove reviews with all that was read from them."""
        async with self._db.write() as db:
            await delete_reviews(db, library, root, sources)

    async def needs_resolution(self, library: int) -> bool:
        """Tell whether reviews changed since films were last put, a crash in between included."""
        async with self._db.read() as db:
            row = await db.row("SELECT unresolved FROM libraries WHERE id = :library", {"library": library})
        return bool(row and row["unresolved"])


async def ensure_library(db: Connection, library: int) -> None:
    """Make a library where there is none."""
    # Its names' generations start anywhere: a process that knew a forgotten library of this id holds on to nothing.
    await db.run(
        """
        INSERT INTO libraries (id, no, films_generation, critics_generation, people_generation)
        SELECT :library, coalesce(max(no) + 1, 0), :first, :first, :first FROM libraries WHERE true
        ON CONFLICT (id) DO NOTHING
        """,
        {"library": library, "first": secrets.randbits(40)},
    )


async def write_review(db: Connection, library: int, record: ReviewRecord) -> str:
    """Write one review within a transaction; answers with its public id."""
    public, said = review_id(library, record.root, record.source), record.extracted
    name, outlet = (said.critic.value if said.critic else None), (said.outlet.value if said.outlet else None)
    critic = critic_id(name, public)
    known = await _known(db, library, public)
    if known is None:
        await ensure_library(db, library)
        known = await _known(db, library, public)
        assert known is not None  # noqa: S101 - made in this transaction
    replaced = known["id"] is not None
    row = ReviewRow(
        id=known["id"] if replaced else known["next_review"],
        library=library,
        public=public,
        critic=critic,
        film=known["film"],
        first_sentence=known["next_sentence"],
        first_quote=known["next_quote"],
    )
    if replaced:
        await _unsettle(db, row.id)
        await clear_review(db, row.id)
    await _write_row(db, row, record)
    await insert_parts(db, row, record)
    await link_people(db, library, [Naming(row.id, said.credits, said.mentions, known_people(said.credits))])
    # An unnamed critic is called after the outlet.
    renamed = (known["critic"], known["critic_name"], known["outlet"]) != (critic, name, outlet)
    await _mark_changed(db, library, critics=renamed)
    return public


async def delete_reviews(db: Connection, library: int, root: str, sources: Iterable[str]) -> None:
    """Delete reviews with all that was read from them, within a transaction."""
    rows = await db.rows(
        """
        SELECT id FROM reviews
        WHERE library_id = :library AND root = :root AND source IN (SELECT value FROM json_each(:sources))
        """,
        {"library": library, "root": root, "sources": listed(sources)},
    )
    if not rows:
        return
    for row in rows:
        await _unsettle(db, row["id"])
        await clear_review(db, row["id"])
        await db.run("DELETE FROM reviews WHERE id = :id", {"id": row["id"]})
    await _mark_changed(db, library, critics=True, films=True)


async def _known(db: Connection, library: int, public: str) -> Row | None:
    """Look up a review's row, if it has one, and the next free rows; None where there is no such library."""
    return await db.row(
        """
        SELECT r.id, r.critic, r.critic_name, r.outlet, r.film,
            (SELECT coalesce(max(id), 0) + 1 FROM reviews) AS next_review,
            (SELECT coalesce(max(id), 0) + 1 FROM quotes) AS next_quote,
            coalesce(
                (SELECT max(s.id) FROM sentences AS s WHERE s.id >= l.no << :bits AND s.id < (l.no + 1) << :bits),
                l.no << :bits
            ) + 1 AS next_sentence
        FROM libraries AS l LEFT JOIN reviews AS r ON r.public_id = :public
        WHERE l.id = :library
        """,
        {"library": library, "public": public, "bits": RANGE_BITS},
    )


async def _unsettle(db: Connection, review: int) -> None:
    """Forget the digest of a review's film, so that it is written again even if its members come back."""
    await db.run(
        """
        UPDATE films SET digest = ''
        WHERE (library_id, id) = (SELECT library_id, film FROM reviews WHERE id = :review)
        """,
        {"review": review},
    )


async def _mark_changed(db: Connection, library: int, *, critics: bool, films: bool = False) -> None:
    await db.run(
        """
        UPDATE libraries
        SET unresolved = 1,
            loaded_at = :now,
            critics_generation = critics_generation + :critics,
            films_generation = films_generation + :films,
            people_generation = people_generation + :films
        WHERE id = :library
        """,
        {
            "library": library,
            "now": datetime.now(UTC).isoformat(timespec="seconds"),
            "critics": critics,
            "films": films,
        },
    )


async def _write_row(db: Connection, row: ReviewRow, record: ReviewRecord) -> None:
    said = record.extracted
    overall = overall_of(said.scores)
    await db.run(
        """
        INSERT INTO reviews (
            id, library_id, public_id, root, source, digest, fingerprint,
            critic, critic_name, outlet, published, url, headline, percent, body
        ) VALUES (
            :id, :library, :public, :root, :source, :digest, :fingerprint,
            :critic, :critic_name, :outlet, :published, :url, :headline, :percent, :body
        )
        ON CONFLICT (id) DO UPDATE SET
            digest = excluded.digest, fingerprint = excluded.fingerprint,
            critic = excluded.critic, critic_name = excluded.critic_name,
            outlet = excluded.outlet, published = excluded.published,
            url = excluded.url, headline = excluded.headline, percent = excluded.percent,
            body = excluded.body
        """,
        {
            "id": row.id,
            "library": row.library,
            "public": row.public,
            "root": record.root,
            "source": record.source,
            "digest": record.digest,
            "fingerprint": record.fingerprint,
            "critic": row.critic,
            "critic_name": said.critic.value if said.critic else None,
            "outlet": said.outlet.value if said.outlet else None,
            "published": said.published.value if said.published else None,
            "url": said.url,
            "headline": said.headline,
            "percent": overall.percent if overall else None,
            "body": sum(sentence.end - sentence.start for sentence in said.sentences),
        },
    )


async def _rename_quotes(db: Connection, review: int, public: str, critic: str) -> list[tuple[str, str]]:
    """Give a moved review's quotes their new ids; their places on the walk stay, undisturbed."""
    rows = await db.rows(
        """
        SELECT q.id, q.public_id, substr(t.text, q.start + 1, q.stop - q.start) AS text
        FROM quotes AS q JOIN review_texts AS t ON t.review_id = q.review_id
        WHERE q.review_id = :review ORDER BY q.id
        """,
        {"review": review},
    )
    ids = quote_ids(public, [row["text"] for row in rows])
    await db.run_many(
        "UPDATE quotes SET public_id = :new, critic = :critic WHERE id = :id",
        [{"id": row["id"], "new": new, "critic": critic} for row, new in zip(rows, ids, strict=True)],
    )
    return [(row["public_id"], new) for row, new in zip(rows, ids, strict=True)]


async def _remember_moves(db: Connection, review: int, renamed: Iterable[tuple[str, str]]) -> None:
    values = [{"old": old, "new": new, "review": review} for old, new in renamed]
    await db.run_many("UPDATE moved_ids SET new_id = :new WHERE new_id = :old", values)
    await db.run_many(
        "INSERT OR REPLACE INTO moved_ids (old_id, new_id, review_id) VALUES (:old, :new, :review)", values
    )
    await db.run("DELETE FROM moved_ids WHERE old_id = new_id")
