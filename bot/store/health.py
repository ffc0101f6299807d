"""Is the database sound, and what do the reviews in it lack?"""

from __future__ import annotations

from bot.errors import DatabaseDamaged
from bot.store.base import Base
from bot.store.records import Gaps


class Health(Base):
    """For the command line's check."""

    async def integrity(self) -> tuple[str, ...]:
        """List what is wrong with the file, in sentences; empty where all is sound."""
        problems = []
        async with self._db.read() as db:
            rows = await db.rows("PRAGMA integrity_check(20)")
            problems += [f"SQLite finds: {row[0]}." for row in rows if row[0] != "ok"]
            rows = await db.rows("PRAGMA foreign_key_check")
            problems += [
                f"A row of {row['table']} belongs to nothing in {row['parent']}." for row in rows[:20]
            ]
            rows = await db.rows(
                """
                SELECT DISTINCT r.source
                FROM reviews AS r JOIN review_texts AS t ON t.review_id = r.id
                    JOIN quotes AS q ON q.review_id = r.id
                WHERE q.start < 0 OR q.stop <= q.start OR q.stop > length(t.text) ORDER BY r.source LIMIT 20
                """
            )
            problems += [f"A quote of {row['source']} lies outside its text." for row in rows]
        try:
            async with self._db.write() as db:
                # A rank other than 0 compares the index with the sentences themselves.
                await db.run(
                    "INSERT INTO sentence_search (sentence_search, rank) VALUES ('integrity-check', 1)"
                )
        except DatabaseDamaged as error:
            problems.append(f"The full-text index doesn't fit the reviews: {error}")
        return tuple(problems)

    async def gaps(self, library: int) -> Gaps:
        """List the reviews that lack something, by source."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT r.source, r.film, f.year, r.critic_name, r.outlet, r.published,
                    EXISTS (SELECT 1 FROM scores AS s WHERE s.review_id = r.id) AS scored,
                    EXISTS (SELECT 1 FROM quotes AS q WHERE q.review_id = r.id) AS quoted
                FROM reviews AS r LEFT JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
                WHERE r.library_id = :library ORDER BY r.source, r.root
                """,
                {"library": library},
            )
        return Gaps(
            reviews=len(rows),
            film=tuple(row["source"] for row in rows if row["film"] is None),
            year=tuple(row["source"] for row in rows if row["film"] is not None and row["year"] is None),
            critic=tuple(row["source"] for row in rows if row["critic_name"] is None),
            outlet=tuple(row["source"] for row in rows if row["outlet"] is None),
            published=tuple(row["source"] for row in rows if row["published"] is None),
            score=tuple(row["source"] for row in rows if not row["scored"]),
            quote=tuple(row["source"] for row in rows if not row["quoted"]),
        )
