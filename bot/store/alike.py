"""Reviews that are like others: of the same bytes, or by the same critic on the same film."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from bot.store.base import Base, listed
from bot.store.identity import critic_id
from bot.store.originals import film_of
from bot.store.records import Duplicate, OriginalState, Twins
from bot.text import fold_title

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.models import Film
    from bot.views import FilmRef


class Alike(Base):
    """What a library holds more than once, and what would make it so."""

    async def held_digests(self, library: int, digests: Collection[str]) -> frozenset[str]:
        """Tell which of some bytes a library holds already, in whatever state."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT DISTINCT digest FROM originals
                WHERE library_id = :library AND digest IN (SELECT value FROM json_each(:digests))
                """,
                {"library": library, "digests": listed(digests)},
            )
        return frozenset(row["digest"] for row in rows)

    async def duplicates(
        self,
        library: int,
        digest: str,
        critic: str | None,
        film: Film | FilmRef | None,
        user: int | None = None,
    ) -> tuple[Duplicate, ...]:
        """Find what a library holds of the same bytes, or by the same critic on the same film.

        Of what waits for approval, that is only one person's where told whose.
        """
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT o.id, o.source, o.digest, o.state, r.critic_name, r.film, f.title, f.year
                FROM originals AS o
                    LEFT JOIN reviews AS r ON r.public_id = o.id AND r.library_id = o.library_id
                    LEFT JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
                WHERE o.library_id = :library AND (o.digest = :digest OR o.id IN (
                    SELECT public_id FROM reviews WHERE library_id = :library AND critic = :critic
                )) AND (o.state <> 'proposed' OR :user IS NULL OR o.user_id = :user)
                ORDER BY o.digest = :digest DESC, o.added_at, o.id
                """,
                {
                    "library": library,
                    "digest": digest,
                    "critic": critic_id(critic, "") if critic else None,
                    "user": user,
                },
            )
        return tuple(
            Duplicate(
                row["id"],
                row["source"],
                film_of(row),
                row["critic_name"],
                row["digest"] == digest,
                row["state"] == OriginalState.PROPOSED,
            )
            for row in rows
            if row["digest"] == digest or same_film(film_of(row), film)
        )

    async def held_films(self, library: int, critics: Collection[str]) -> dict[str, tuple[FilmRef, ...]]:
        """List the films that critics, by name, have a review of here; under each name as it was given."""
        ids = {critic: critic_id(critic, "") for critic in critics}
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT DISTINCT r.critic, r.film, f.title, f.year
                FROM reviews AS r JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
                WHERE r.library_id = :library AND r.critic IN (SELECT value FROM json_each(:critics))
                """,
                {"library": library, "critics": listed(set(ids.values()))},
            )
        held: dict[str, list[FilmRef]] = defaultdict(list)
        for row in rows:
            if film := film_of(row):
                held[row["critic"]].append(film)
        return {critic: tuple(held.get(key, ())) for critic, key in ids.items()}

    async def twins(self, library: int) -> tuple[Twins, ...]:
        """List the reviews that a named critic has more than one of on a film, but for those of the same bytes."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT r.critic, r.critic_name, r.film, f.title, f.year, r.root, r.source, r.digest
                FROM reviews AS r JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
                WHERE r.library_id = :library AND r.critic_name IS NOT NULL AND (r.film, r.critic) IN (
                    SELECT film, critic FROM reviews
                    WHERE library_id = :library AND film IS NOT NULL AND critic_name IS NOT NULL
                    GROUP BY film, critic HAVING count(DISTINCT digest) > 1
                )
                ORDER BY f.title, r.film, r.critic, r.root, r.source
                """,
                {"library": library},
            )
        found = []
        for _, group in groupby(rows, key=lambda row: (row["film"], row["critic"])):
            members = list(group)
            first = {row["digest"]: (row["root"], row["source"]) for row in reversed(members)}
            if film := film_of(members[0]):
                found.append(Twins(film, members[0]["critic_name"], tuple(sorted(first.values()))))
        return tuple(found)


def same_film(held: FilmRef | None, film: Film | FilmRef | None) -> bool:
    """Whether a film of the library is one that was named, perhaps without its year."""
    if held is None or film is None or fold_title(held.title) != fold_title(film.title):
        return False
    return held.year is None or film.year is None or held.year == film.year
