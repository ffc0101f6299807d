"""Facts out, resolved films in: what a library makes of its reviews, written once a load."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Credit, FilmCandidate, Mention, ResolvedFilm, ReviewFacts
from bot.store.base import Base, listed
from bot.store.codec import decode, encode
from bot.store.identity import film_id
from bot.store.people_links import Naming, known_people, link_people
from bot.store.records import FactsRecord, FilmRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.store.connections import Connection, Row

_AT_ONCE = 100
"""Reviews settled in one transaction: others wait for the writer no longer than that takes."""


class Resolution(Base):
    """What resolution reads and writes."""

    async def facts(self, library: int, keys: Collection[str] | None = None) -> tuple[FactsRecord, ...]:
        """Read what each review of a library, or those of some public ids, says, ordered by root and source."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT r.public_id, r.source, r.fingerprint, r.critic_name, f.films, f.credits, f.mentions
                FROM reviews AS r JOIN review_facts AS f ON f.review_id = r.id
                WHERE r.library_id = :library
                    AND (:keys IS NULL OR r.public_id IN (SELECT value FROM json_each(:keys)))
                ORDER BY r.root, r.source
                """,
                {"library": library, "keys": None if keys is None else listed(keys)},
            )
        return await asyncio.to_thread(_facts, rows)

    async def film_facts(self, library: int) -> tuple[FactsRecord, ...]:
        """Read of every review what choosing its film takes: as :meth:`facts`, but without mentions."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT r.public_id, r.source, r.fingerprint, r.critic_name, f.films, f.credits, '[]' AS mentions
                FROM reviews AS r JOIN review_facts AS f ON f.review_id = r.id
                WHERE r.library_id = :library ORDER BY r.root, r.source
                """,
                {"library": library},
            )
        return await asyncio.to_thread(_facts, rows)

    async def film_digests(self, library: int) -> dict[str, str]:
        """List the films a library holds: public id (:func:`bot.store.identity.film_id`) to digest."""
        async with self._db.read() as db:
            rows = await db.rows(
                "SELECT id, digest FROM films WHERE library_id = :library", {"library": library}
            )
        return {row["id"]: row["digest"] for row in rows}

    async def put_films(
        self, library: int, records: Sequence[FilmRecord], keep: Collection[str] = ()
    ) -> None:
        """Write the films that changed and drop those neither written nor in ``keep`` (public ids).

        Goes from state to state in transactions of bounded length: a review has its old film until it has its
        new one, and none from here on where no film claims it. The last one notes the digests and clears
        ``needs_resolution``; until then the next load starts over.
        """
        written = {film_id(record.film): record for record in records}
        if len(written) != len(records):
            raise ValueError("two records of one film: group reviews by film_id first")
        async with self._db.read() as db:
            films = await db.rows("SELECT id FROM films WHERE library_id = :library", {"library": library})
            members = await db.rows(
                "SELECT id, public_id, film FROM reviews WHERE library_id = :library", {"library": library}
            )
        rows = {row["public_id"]: row["id"] for row in members}
        claims = [_Claim(film, rows.get(key), key) for film, one in written.items() for key in one.reviews]
        for claim in claims:
            if claim.row is None:
                raise ValueError(f"review {claim.key} of {claim.film} is not in library {library}")
        dropped = {row["id"] for row in films} - written.keys() - set(keep)
        claimed = {claim.row for claim in claims}
        released = [
            row["id"]
            for row in members
            if (row["film"] in dropped or row["film"] in written) and row["id"] not in claimed
        ]
        known = {film: _known(record.resolved) for film, record in written.items()}
        for start in range(0, len(claims), _AT_ONCE):
            async with self._db.write() as db:
                await _settle(db, library, written, known, claims[start : start + _AT_ONCE])
        for start in range(0, len(released), _AT_ONCE):
            async with self._db.write() as db:
                await _release(db, library, released[start : start + _AT_ONCE])
        async with self._db.write() as db:
            await db.run_many(
                "DELETE FROM films WHERE library_id = :library AND id = :film",
                [{"library": library, "film": film} for film in sorted(dropped)],
            )
            await db.run_many(
                "UPDATE films SET digest = :digest WHERE library_id = :library AND id = :film",
                [
                    {"library": library, "film": film, "digest": record.digest}
                    for film, record in written.items()
                ],
            )
            await _count_up(db, library)
            await db.run("UPDATE libraries SET unresolved = 0 WHERE id = :library", {"library": library})


@dataclass(frozen=True, slots=True)
class _Claim:
    """A review that a film to be written claims."""

    film: str
    row: int | None
    key: str


def facts_of(row: Row) -> ReviewFacts:
    """Read a row of public_id, source, critic_name, films, credits and mentions."""
    return ReviewFacts(
        key=row["public_id"],
        source=row["source"],
        critic=row["critic_name"],
        films=decode(tuple[FilmCandidate, ...], row["films"]),
        credits=decode(tuple[Credit, ...], row["credits"]),
        mentions=decode(tuple[Mention, ...], row["mentions"]),
    )


def _facts(rows: Sequence[Row]) -> tuple[FactsRecord, ...]:
    return tuple(FactsRecord(row["fingerprint"], facts_of(row)) for row in rows)


def _known(resolved: ResolvedFilm) -> frozenset[str]:
    known = known_people(credit for said in resolved.credits.values() for credit in said)
    return known | {entry.person for entry in resolved.cast} | {entry.person for entry in resolved.crew}


async def _settle(
    db: Connection,
    library: int,
    written: Mapping[str, FilmRecord],
    known: Mapping[str, frozenset[str]],
    claims: Sequence[_Claim],
) -> None:
    """Write films without their digest, and of some of their reviews what was settled."""
    await db.run_many(
        """
        INSERT INTO films (library_id, id, title, year, aliases, digest, actors, crew)
        VALUES (:library, :film, :title, :year, :aliases, '', :actors, :crew)
        ON CONFLICT (library_id, id) DO UPDATE SET
            title = excluded.title, year = excluded.year, aliases = excluded.aliases,
            digest = '', actors = excluded.actors, crew = excluded.crew
        """,
        [
            {
                "library": library,
                "film": film,
                "title": written[film].film.title,
                "year": written[film].film.year,
                "aliases": encode(written[film].film.aliases),
                "actors": encode(written[film].resolved.cast),
                "crew": encode(written[film].resolved.crew),
            }
            for film in dict.fromkeys(claim.film for claim in claims)
        ],
    )
    values, namings = [], []
    for claim in claims:
        assert claim.row is not None  # noqa: S101 - checked before the first is written
        resolved = written[claim.film].resolved
        settled = resolved.credits.get(claim.key, ())
        values.append({"film": claim.film, "review": claim.row, "credits": encode(settled)})
        mentions = resolved.mentions.get(claim.key, ())
        namings.append(Naming(claim.row, settled, mentions, known[claim.film]))
    await db.run_many("UPDATE reviews SET film = :film WHERE id = :review AND film IS NOT :film", values)
    await db.run_many(
        "UPDATE quotes SET film = :film WHERE review_id = :review AND film IS NOT :film", values
    )
    await db.run_many("UPDATE review_facts SET settled_credits = :credits WHERE review_id = :review", values)
    await link_people(db, library, namings)
    await _count_up(db, library)


async def _release(db: Connection, library: int, reviews: Sequence[int]) -> None:
    """Take reviews from their film, and with it what was settled of them: each is known by what it says alone."""
    values = {"reviews": listed(reviews)}
    for statement in (
        "UPDATE reviews SET film = NULL WHERE id IN (SELECT value FROM json_each(:reviews))",
        "UPDATE quotes SET film = NULL WHERE review_id IN (SELECT value FROM json_each(:reviews))",
        """
        UPDATE review_facts SET settled_credits = NULL
        WHERE review_id IN (SELECT value FROM json_each(:reviews))
        """,
    ):
        await db.run(statement, values)
    rows = await db.rows(
        """
        SELECT review_id, credits, mentions FROM review_facts
        WHERE review_id IN (SELECT value FROM json_each(:reviews))
        """,
        values,
    )
    namings = []
    for row in rows:
        stated = decode(tuple[Credit, ...], row["credits"])
        mentions = decode(tuple[Mention, ...], row["mentions"])
        namings.append(Naming(row["review_id"], stated, mentions, known_people(stated)))
    await link_people(db, library, namings)
    await _count_up(db, library)


async def _count_up(db: Connection, library: int) -> None:
    """Let a running bot see that names of films and people changed."""
    await db.run(
        """
        UPDATE libraries
        SET films_generation = films_generation + 1, people_generation = people_generation + 1
        WHERE id = :library
        """,
        {"library": library},
    )
