"""A library as a whole, for the command line's export: always in the same order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.models import CastEntry, CrewEntry, Film, Quote, Stance
from bot.store.base import Base
from bot.store.codec import decode
from bot.store.films import mean
from bot.store.merged import settled_of
from bot.store.records import ExportedFilm, ExportedQuote, ExportedReview
from bot.store.rows import scores_of, themes_of
from bot.text import fold_title

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.store.connections import Connection, Row


class Export(Base):
    """Everything of one library."""

    async def exported_reviews(self, library: int) -> AsyncIterator[ExportedReview]:
        """Give a library's reviews one by one, ordered by source; of one state of the database."""
        async with self._db.read() as db:
            listed = await db.rows(
                "SELECT id FROM reviews WHERE library_id = :library ORDER BY source, root",
                {"library": library},
            )
            for item in listed:
                yield await _exported(db, item["id"])

    async def exported_films(self, library: int) -> tuple[ExportedFilm, ...]:
        """Give a library's films with their casts, by title and year."""
        async with self._db.read() as db:
            rows = await db.rows(
                """
                SELECT f.title, f.year, f.aliases, f.actors, f.crew, json_group_array(r.percent) AS percents
                FROM films AS f JOIN reviews AS r ON r.library_id = f.library_id AND r.film = f.id
                WHERE f.library_id = :library GROUP BY f.id
                """,
                {"library": library},
            )
        films = [_film(row) for row in rows]
        return tuple(
            sorted(films, key=lambda one: (fold_title(one.film.title), one.film.year or 0, one.film.title))
        )


def _film(row: Row) -> ExportedFilm:
    reviews = json.loads(row["percents"])
    percents = [percent for percent in reviews if percent is not None]
    return ExportedFilm(
        film=Film(row["title"], row["year"], decode(tuple[str, ...], row["aliases"])),
        reviews=len(reviews),
        scored=len(percents),
        mean_percent=mean(percents),
        cast=decode(tuple[CastEntry, ...], row["actors"]),
        crew=decode(tuple[CrewEntry, ...], row["crew"]),
    )


async def _exported(db: Connection, review: int) -> ExportedReview:
    row = await db.row(
        """
        SELECT r.public_id, r.source, r.headline, r.url, r.published, r.critic_name, r.outlet, r.film,
            f.title, f.year, f.aliases, t.text, w.credits, w.settled_credits
        FROM reviews AS r
            JOIN review_texts AS t ON t.review_id = r.id
            JOIN review_facts AS w ON w.review_id = r.id
            LEFT JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
        WHERE r.id = :review
        """,
        {"review": review},
    )
    assert row is not None  # noqa: S101 - listed in this transaction
    scores = await scores_of(db, [review])
    return ExportedReview(
        source=row["source"],
        text=row["text"],
        headline=row["headline"],
        url=row["url"],
        published=row["published"],
        film=Film(row["title"], row["year"], decode(tuple[str, ...], row["aliases"]))
        if row["film"]
        else None,
        critic=row["critic_name"],
        outlet=row["outlet"],
        scores=scores.get(review, ()),
        credits=tuple(credit for credit in settled_of(row) if credit.film is None),
        quotes=await _quotes(db, review, row["text"]),
    )


async def _quotes(db: Connection, review: int, text: str) -> tuple[ExportedQuote, ...]:
    rows = await db.rows(
        """
        SELECT public_id, start, stop, themes, stance, verdict, spoiler, weight FROM quotes
        WHERE review_id = :review ORDER BY start, stop, id
        """,
        {"review": review},
    )
    return tuple(
        ExportedQuote(
            id=row["public_id"],
            text=text[row["start"] : row["stop"]],
            quote=Quote(
                start=row["start"],
                end=row["stop"],
                themes=themes_of(row["themes"]),
                stance=Stance(row["stance"]) if row["stance"] else None,
                verdict=bool(row["verdict"]),
                spoiler=bool(row["spoiler"]),
                weight=row["weight"],
            ),
        )
        for row in rows
    )
