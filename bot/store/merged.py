"""One film's reviews together, as one scope sees them: what its cast is, and what each review says of it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import CastEntry, Credit, CrewEntry, Film, ResolvedFilm, ReviewFacts, Spelling
from bot.store.base import listed
from bot.store.codec import decode
from bot.store.libraries import spellings_of
from bot.store.lookups import Libraries, Lookups
from bot.store.resolution import facts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.store.connections import Connection, Connections, Row
    from bot.views import FilmRef

_KEPT = 64  # films merged across libraries that stay in memory

_Members = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class People:
    """A film's cast and crew in one scope."""

    cast: tuple[CastEntry, ...]
    crew: tuple[CrewEntry, ...]

    @property
    def directors(self) -> tuple[str, ...]:
        """Name who directed it."""
        return tuple(entry.person for entry in self.crew if entry.role == "director")


class Merged(Lookups):
    """Casts: one library's stands in the store, several libraries' is worked out on reading."""

    def __init__(self, connections: Connections) -> None:
        super().__init__(connections)
        self._merged: OrderedDict[str, tuple[_Members, ResolvedFilm]] = OrderedDict()

    async def _people_of(self, db: Connection, libraries: Libraries, film: FilmRef) -> People:
        holders = await self._holders(db, libraries, film.id)
        if len(holders) > 1:
            resolved = await self._merge(db, holders, film)
            return People(resolved.cast, resolved.crew)
        row = await db.row(
            "SELECT actors, crew FROM films WHERE library_id = :library AND id = :film",
            {"library": holders[0] if holders else None, "film": film.id},
        )
        if row is None:
            return People((), ())
        return People(
            decode(tuple[CastEntry, ...], row["actors"]), decode(tuple[CrewEntry, ...], row["crew"])
        )

    async def _settled_of(
        self, db: Connection, libraries: Libraries, film: FilmRef | None, reviews: Sequence[int] | None = None
    ) -> dict[int, tuple[Credit, ...]]:
        """Read credits, settled for this scope, of a film's reviews or some, by row id."""
        merged = film is not None and len(await self._holders(db, libraries, film.id)) > 1
        if film is not None and reviews is None:
            rows = await self._members(db, libraries, film.id)
        else:
            rows = await self._some(db, reviews)
        if not merged or film is None:
            # A film may have hundreds of reviews: reading their facts must not hold up other replies.
            return await asyncio.to_thread(lambda: {row["id"]: settled_of(row) for row in rows})
        resolved = await self._merge(db, libraries, film)
        return {row["id"]: resolved.credits.get(row["public_id"], ()) for row in rows}

    async def _holders(self, db: Connection, libraries: Libraries, film: str) -> Libraries:
        rows = await db.rows(
            """
            SELECT DISTINCT library_id FROM reviews
            WHERE library_id IN (SELECT value FROM json_each(:libraries)) AND film = :film ORDER BY library_id
            """,
            {"libraries": listed(libraries), "film": film},
        )
        return tuple(row["library_id"] for row in rows)

    async def _members(self, db: Connection, libraries: Libraries, film: str) -> list[Row]:
        return await db.rows(
            """
            SELECT r.id, r.library_id, r.public_id, r.source, r.fingerprint, r.critic_name,
                f.films, f.credits, f.mentions, f.settled_credits
            FROM reviews AS r JOIN review_facts AS f ON f.review_id = r.id
            WHERE r.library_id IN (SELECT value FROM json_each(:libraries)) AND r.film = :film
            ORDER BY r.public_id
            """,
            {"libraries": listed(libraries), "film": film},
        )

    async def _some(self, db: Connection, reviews: Sequence[int] | None) -> list[Row]:
        return await db.rows(
            """
            SELECT r.id, r.public_id, f.credits, f.settled_credits
            FROM reviews AS r JOIN review_facts AS f ON f.review_id = r.id
            WHERE r.id IN (SELECT value FROM json_each(:reviews)) ORDER BY r.public_id
            """,
            {"reviews": listed(reviews or ())},
        )

    async def _merge(self, db: Connection, libraries: Libraries, film: FilmRef) -> ResolvedFilm:
        rows = await self._members(db, libraries, film.id)
        spellings = [
            one
            for one in await spellings_of(db, {row["library_id"] for row in rows})
            if one.film in {None, film.id}
        ]
        members = frozenset((row["public_id"], row["fingerprint"]) for row in rows) | {
            (one.spelling, one.person) for one in spellings
        }
        held = self._merged.get(film.id)
        if held is None or held[0] != members:
            aliases = await self._aliases_of(db, libraries, film.id)
            known = Film(film.title, film.year, aliases)
            resolved = await asyncio.to_thread(_resolve, known, rows, spellings)
            held = self._merged[film.id] = (members, resolved)
        self._merged.move_to_end(film.id)
        while len(self._merged) > _KEPT:
            self._merged.popitem(last=False)
        return held[1]

    async def _aliases_of(self, db: Connection, libraries: Libraries, film: str) -> tuple[str, ...]:
        rows = await db.rows(
            """
            SELECT aliases FROM films
            WHERE library_id IN (SELECT value FROM json_each(:libraries)) AND id = :film ORDER BY library_id
            """,
            {"libraries": listed(libraries), "film": film},
        )
        return tuple(
            dict.fromkeys(alias for row in rows for alias in decode(tuple[str, ...], row["aliases"]))
        )


def settled_of(row: Row) -> tuple[Credit, ...]:
    """Read what a review's film settled of its credits, or what it says alone where it has no film yet."""
    return decode(tuple[Credit, ...], row["settled_credits"] or row["credits"])


def _resolve(film: Film, rows: list[Row], spellings: Sequence[Spelling]) -> ResolvedFilm:
    # Needed only where two libraries hold one film: a bot without any doesn't pay for loading the name lists.
    from bot.resolve.cast import resolve_film

    reviews: list[ReviewFacts] = [facts_of(row) for row in rows]
    return resolve_film(film, reviews, spellings)
