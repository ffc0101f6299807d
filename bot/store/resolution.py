"""Facts out, resolved films in: what a library makes of its reviews, written once a load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Credit, Extracted, Mention, ReviewFacts
from bot.store.base import Base, listed
from bot.store.codec import decode, encode
from bot.store.identity import film_id
from bot.store.people_links import known_people, link_people
from bot.store.records import FactsRecord, FilmRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.store.connections import Connection, Row


@dataclass(frozen=True, slots=True)
class Settled:
    """One review's credits and mentions as its film's resolution settled them."""

    credits: tuple[Credit, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Resolution(Base):
    """What resolution reads and writes."""

    async def facts(self, library: int) -> tuple[FactsRecord, ...]:
        """Read what each review of a library says, ordered by root and source."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT r.public_id, r.source, r.fingerprint, r.critic_name, f.facts
                FROM reviews AS r JOIN review_facts AS f ON f.review_id = r.id
                WHERE r.library_id = :library ORDER BY r.root, r.source
                """,
                {"library": library},
            )
        return tuple(FactsRecord(row["fingerprint"], facts_of(row)) for row in rows)

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

        One transaction. A review that no film claims has none from here on. Clears ``needs_resolution``.
        """
        written = {film_id(record.film) for record in records}
        if len(written) != len(records):
            raise ValueError("two records of one film: group reviews by film_id first")
        async with self._db.write() as db:
            held = await db.rows("SELECT id FROM films WHERE library_id = :library", {"library": library})
            dropped = {row["id"] for row in held} - written - set(keep)
            released = [
                review for film in sorted(written | dropped) for review in await _release(db, library, film)
            ]
            for film in sorted(dropped):
                await db.run(
                    "DELETE FROM films WHERE library_id = :library AND id = :film",
                    {"library": library, "film": film},
                )
            for record in records:
                await _write_film(db, library, record)
            await _link_filmless(db, released)
            await db.run(
                """
                UPDATE libraries
                SET unresolved = 0,
                    films_generation = films_generation + 1,
                    people_generation = people_generation + 1
                WHERE id = :library
                """,
                {"library": library},
            )


def facts_of(row: Row) -> ReviewFacts:
    """Read a row of public_id, source, critic_name and facts."""
    said = decode(Extracted, row["facts"])
    return ReviewFacts(
        key=row["public_id"],
        source=row["source"],
        critic=row["critic_name"],
        films=said.films,
        credits=said.credits,
        mentions=said.mentions,
    )


async def _release(db: Connection, library: int, film: str) -> list[int]:
    """Take a film's reviews from it, and with it what was settled of them; answers with their rows."""
    values = {"library": library, "film": film}
    rows = await db.rows("SELECT id FROM reviews WHERE library_id = :library AND film = :film", values)
    await db.run(
        """
        UPDATE review_facts SET settled_credits = NULL, settled_mentions = NULL
        WHERE review_id IN (SELECT id FROM reviews WHERE library_id = :library AND film = :film)
        """,
        values,
    )
    await db.run("UPDATE quotes SET film = NULL WHERE library_id = :library AND film = :film", values)
    await db.run("UPDATE reviews SET film = NULL WHERE library_id = :library AND film = :film", values)
    return [row["id"] for row in rows]


async def _write_film(db: Connection, library: int, record: FilmRecord) -> None:
    film, resolved = record.film, record.resolved
    values = {
        "library": library,
        "film": film_id(film),
        "title": film.title,
        "year": film.year,
        "aliases": encode(film.aliases),
        "digest": record.digest,
        "actors": encode(resolved.cast),
        "crew": encode(resolved.crew),
    }
    await db.run(
        """
        INSERT INTO films (library_id, id, title, year, aliases, digest, actors, crew)
        VALUES (:library, :film, :title, :year, :aliases, :digest, :actors, :crew)
        ON CONFLICT (library_id, id) DO UPDATE SET
            title = excluded.title, year = excluded.year, aliases = excluded.aliases,
            digest = excluded.digest, actors = excluded.actors, crew = excluded.crew
        """,
        values,
    )
    known = known_people(credit for said in resolved.credits.values() for credit in said)
    known |= {entry.person for entry in resolved.cast} | {entry.person for entry in resolved.crew}
    for public in record.reviews:
        row = await db.row(
            "SELECT id FROM reviews WHERE public_id = :public AND library_id = :library",
            {"public": public, "library": library},
        )
        if row is None:
            raise ValueError(f"review {public} of {film.title} is not in library {library}")
        review = row["id"]
        settled = Settled(resolved.credits.get(public, ()), resolved.mentions.get(public, ()))
        await db.run("UPDATE reviews SET film = :film WHERE id = :review", {**values, "review": review})
        await db.run("UPDATE quotes SET film = :film WHERE review_id = :review", {**values, "review": review})
        await db.run(
            """
            UPDATE review_facts SET settled_credits = :credits, settled_mentions = :mentions
            WHERE review_id = :review
            """,
            {"credits": encode(settled.credits), "mentions": encode(settled.mentions), "review": review},
        )
        await link_people(db, review, settled.credits, settled.mentions, known)


async def _link_filmless(db: Connection, reviews: list[int]) -> None:
    """Link the people of those reviews that now have no film by what each says alone."""
    rows = await db.rows(
        """
        SELECT r.id, f.facts FROM reviews AS r JOIN review_facts AS f ON f.review_id = r.id
        WHERE r.id IN (SELECT value FROM json_each(:reviews)) AND r.film IS NULL
        """,
        {"reviews": listed(reviews)},
    )
    for row in rows:
        said = decode(Extracted, row["facts"])
        await link_people(db, row["id"], said.credits, said.mentions, known_people(said.credits))
