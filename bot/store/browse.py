"""What a scope holds: its films, its critics, and the whole in figures."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from bot.models import OPERATOR_LIBRARY
from bot.store.base import listed
from bot.store.films import mean
from bot.store.lookups import Libraries, Lookups
from bot.store.rows import unnamed_label
from bot.text import fold, fold_title
from bot.views import (
    CriticPage,
    CriticRef,
    CriticSummary,
    FilmPage,
    FilmRef,
    FilmSummary,
    Holdings,
    Page,
    Scope,
)

if TYPE_CHECKING:
    from bot.store.connections import Connection, Row


class Browse(Lookups):
    """Lists, page by page; a page beyond the last one is the last."""

    async def films(self, scope: Scope, page: int = 0, per_page: int = 10) -> FilmPage:
        """List films by title."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            rows = await db.rows(
                """
                SELECT id, title, year FROM films AS f
                WHERE library_id IN (SELECT value FROM json_each(:libraries)) AND EXISTS (
                    SELECT 1 FROM reviews AS r WHERE r.library_id = f.library_id AND r.film = f.id
                )
                ORDER BY library_id DESC
                """,
                {"libraries": listed(libraries)},
            )
            films = await asyncio.to_thread(_by_title, rows)
            place, first = paged(len(films), page, per_page)
            shown = films[first : first + per_page]
            percents: dict[str, list[float | None]] = defaultdict(list)
            for row in await db.rows(
                """
                SELECT film, percent FROM reviews
                WHERE library_id IN (SELECT value FROM json_each(:libraries))
                    AND film IN (SELECT value FROM json_each(:films))
                """,
                {"libraries": listed(libraries), "films": listed(film.id for film in shown)},
            ):
                percents[row["film"]].append(row["percent"])
        return FilmPage(tuple(_film_summary(film, percents[film.id]) for film in shown), place)

    async def critics(self, scope: Scope, page: int = 0, per_page: int = 10) -> CriticPage:
        """List critics: the named ones by name, then the unnamed."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            rows = await db.rows(
                """
                SELECT critic, critic_name, outlet, source, count(*) AS reviews,
                    json_group_array(percent) AS percents
                FROM reviews WHERE library_id IN (SELECT value FROM json_each(:libraries))
                GROUP BY critic, critic_name, outlet ORDER BY critic
                """,
                {"libraries": listed(libraries)},
            )
        return await asyncio.to_thread(_critic_page, rows, page, per_page)

    async def holdings(self, scope: Scope) -> Holdings:
        """Sum up what a scope holds."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            counts = await db.row(
                """
                SELECT count(*) AS reviews, count(*) FILTER (WHERE library_id <> :operator) AS own,
                    count(DISTINCT film) AS films, count(DISTINCT critic) AS critics,
                    (
                        SELECT count(*) FROM quotes
                        WHERE library_id IN (SELECT value FROM json_each(:libraries))
                    ) AS quotes,
                    (
                        SELECT max(loaded_at) FROM libraries
                        WHERE id IN (SELECT value FROM json_each(:libraries))
                    ) AS loaded_at
                FROM reviews WHERE library_id IN (SELECT value FROM json_each(:libraries))
                """,
                {"libraries": listed(libraries), "operator": OPERATOR_LIBRARY},
            )
            assert counts is not None  # noqa: S101 - an aggregate always has a row
            return Holdings(
                reviews=counts["reviews"],
                films=counts["films"],
                critics=counts["critics"],
                quotes=counts["quotes"],
                sources=await _outlets(db, libraries),
                loaded_at=counts["loaded_at"],
                roots=await _roots(db, libraries),
                own=counts["own"],
            )


async def _outlets(db: Connection, libraries: Libraries) -> tuple[str, ...]:
    rows = await db.rows(
        """
        SELECT outlet FROM reviews
        WHERE library_id IN (SELECT value FROM json_each(:libraries)) AND outlet IS NOT NULL
        GROUP BY outlet ORDER BY count(*) DESC, outlet
        """,
        {"libraries": listed(libraries)},
    )
    return tuple(row["outlet"] for row in rows)


async def _roots(db: Connection, libraries: Libraries) -> tuple[str, ...]:
    if OPERATOR_LIBRARY not in libraries:
        return ()
    rows = await db.rows(
        "SELECT DISTINCT root FROM reviews WHERE library_id = :library ORDER BY root",
        {"library": OPERATOR_LIBRARY},
    )
    return tuple(row["root"] for row in rows)


def _by_title(rows: list[Row]) -> list[FilmRef]:
    # The lowest library's title comes last and stays.
    films = {row["id"]: FilmRef(row["id"], row["title"], row["year"]) for row in rows}
    return sorted(films.values(), key=lambda film: (fold_title(film.title), film.year or 0, film.id))


def _critic_page(rows: list[Row], page: int, per_page: int) -> CriticPage:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["critic"]].append(row)
    critics = [_critic_summary(group) for group in groups.values()]
    critics.sort(key=lambda one: (one.critic.name is None, fold(one.critic.label), one.critic.id))
    place, first = paged(len(critics), page, per_page)
    return CriticPage(tuple(critics[first : first + per_page]), place)


def _film_summary(film: FilmRef, percents: list[float | None]) -> FilmSummary:
    given = [percent for percent in percents if percent is not None]
    return FilmSummary(film, len(percents), len(given), mean(given))


def _critic_summary(group: list[Row]) -> CriticSummary:
    first = group[0]
    names: Counter[str | None] = Counter()
    outlets: Counter[str] = Counter()
    for row in group:
        names[row["critic_name"]] += row["reviews"]
        if row["outlet"]:
            outlets[row["outlet"]] += row["reviews"]
    name = min(names, key=lambda name: (-names[name], name or ""))
    percents = _percents(group)
    return CriticSummary(
        critic=CriticRef(first["critic"], name, name or unnamed_label(first["outlet"], first["source"])),
        reviews=len(percents),
        outlets=tuple(sorted(outlets, key=lambda outlet: (-outlets[outlet], outlet))),
        mean_percent=mean([percent for percent in percents if percent is not None]),
    )


def _percents(group: list[Row]) -> list[Any]:
    return [percent for row in group for percent in json.loads(row["percents"])]


def paged(total: int, page: int, per_page: int) -> tuple[Page, int]:
    """Place a page among all: the last one where fewer are left, and where its items start.

    >>> paged(11, 7, 5)
    (Page(number=2, pages=3, total=11, capped=False), 10)
    >>> paged(0, 0, 5)
    (Page(number=0, pages=1, total=0, capped=False), 0)
    """
    pages = max(1, -(-total // per_page))
    number = min(max(page, 0), pages - 1)
    return Page(number, pages, total), number * per_page
