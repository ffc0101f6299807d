"""The random walk: every quote of a scope and filter once before one returns."""

from __future__ import annotations

import asyncio
import dataclasses
import secrets
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.errors import NothingFound
from bot.store.base import libraries_of
from bot.store.films import Films
from bot.store.rows import quote_views
from bot.views import QuoteFilter, QuoteView, Scope
from bot.words.finding import no_quote

if TYPE_CHECKING:
    from bot.models import Theme
    from bot.store.connections import Connection, Connections
    from bot.store.lookups import Libraries

_REMEMBERED = 10_000  # walks in memory; each is a few words
_STORED = 50_000  # walks in the database; the oldest go

_FIRST = -1

_Names = tuple[
    str | None, str | None, str | None, "Theme | None"
]  # of a film, critic and person, and a theme


class Walk(Films):
    """Quotes drawn one by one.

    Each quote stands at a place of its own on a circle, the same in every database (``quotes.shuffle``).
    A walk goes round from a random start, so nothing returns before all was shown, and what a load adds
    on the way is met in passing. Where a walk stands is kept in memory: drawing only reads.
    """

    def __init__(self, connections: Connections) -> None:
        super().__init__(connections)
        self._cursors: OrderedDict[str, int] = OrderedDict()
        self._unsaved: dict[str, int] = {}
        self._drawing = asyncio.Lock()

    async def draw_quote(
        self,
        scope: Scope,
        film: str | None = None,
        critic: str | None = None,
        person: str | None = None,
        about: Theme | None = None,
        *,
        spoilers: bool = True,
    ) -> QuoteView:
        """Draw the next quote; names as typed or public ids. Raises NoMatch, Gone or NothingFound."""
        quote, _ = await self.draw(scope, QuoteFilter(film, critic, person, about, spoilers))
        return quote

    async def draw(self, scope: Scope, asked: QuoteFilter) -> tuple[QuoteView, QuoteFilter]:
        """Draw the next quote, and say what was asked for in public ids alone; as :meth:`draw_quote`."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            wanted, names = await self._wanted(db, libraries, asked)
            key = _key(scope, wanted)
            # Two draws at once must not show the same quote.
            async with self._drawing:
                cursor = await self._cursor(db, key)
                shuffle, quote = await _round(db, libraries, wanted, cursor, names)
                self._cursors[key] = self._unsaved[key] = shuffle
                self._cursors.move_to_end(key)
                while len(self._cursors) > _REMEMBERED:
                    self._cursors.popitem(last=False)
            return (await quote_views(db, [quote]))[quote], wanted

    async def draw_behind(
        self, scope: Scope, asked: QuoteFilter, cursor: int
    ) -> tuple[QuoteView, QuoteFilter, int]:
        """Draw the next quote of a walk that the caller keeps; answers with its new place as well.

        All filters share one circle, so that a walk goes on where its filter changes.
        """
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            wanted, names = await self._wanted(db, libraries, asked)
            place, quote = await _round(db, libraries, wanted, cursor, names)
            return (await quote_views(db, [quote]))[quote], wanted, place

    async def _wanted(
        self, db: Connection, libraries: Libraries, asked: QuoteFilter
    ) -> tuple[QuoteFilter, _Names]:
        """Find what was asked for: in public ids, and its names for a person."""
        film = await self._find_film(db, libraries, asked.film) if asked.film else None
        critic = await self._find_critic(db, libraries, asked.critic) if asked.critic else None
        person = await self._find_person(db, libraries, asked.person) if asked.person else None
        wanted = dataclasses.replace(
            asked,
            film=film.id if film else None,
            critic=critic.id if critic else None,
            person=person.id if person else None,
        )
        return wanted, (
            film.title if film else None,
            critic.label if critic else None,
            person.label if person else None,
            asked.about,
        )

    async def flush_cursors(self) -> None:
        """Write down where the walks stand, so that they go on after a restart.

        Does nothing where none moved; what can't be written stays for the next call.
        """
        if not self._unsaved:
            return
        async with self._db.write() as db:
            unsaved = dict(self._unsaved)  # not before: what is forgotten while this waits stays so
            # REPLACE gives a new rowid, so the lowest ones are those longest unused.
            await db.run_many(
                "INSERT OR REPLACE INTO walks (key, cursor) VALUES (:key, :cursor)",
                [{"key": key, "cursor": cursor} for key, cursor in unsaved.items()],
            )
            await db.run(
                "DELETE FROM walks WHERE rowid <= (SELECT max(rowid) FROM walks) - :stored",
                {"stored": _STORED},
            )
        # What was drawn in the meantime stays for the next call.
        self._unsaved = dict(self._unsaved.items() - unsaved.items())

    def _drop_walks(self, library: int) -> None:
        """Forget the walks of every scope that a library is part of."""
        for cursors in (self._cursors, self._unsaved):
            for key in [key for key in cursors if str(library) in key.partition("|")[0].split(",")]:
                del cursors[key]

    async def _cursor(self, db: Connection, key: str) -> int:
        for held in (self._cursors, self._unsaved):
            if key in held:
                return held[key]
        row = await db.row("SELECT cursor FROM walks WHERE key = :key", {"key": key})
        return int(row["cursor"]) if row else secrets.randbits(62)


async def _round(
    db: Connection, libraries: Libraries, wanted: QuoteFilter, cursor: int, names: _Names
) -> tuple[int, int]:
    """Find the next quote, from the circle's start behind its end: its place and row. Raises NothingFound."""
    found = await _next(db, libraries, wanted, cursor) or await _next(db, libraries, wanted, _FIRST)
    if found is None:
        every = dataclasses.replace(wanted, spoilers=True)
        raise NothingFound(no_quote(*names, hidden=await _next(db, libraries, every, _FIRST) is not None))
    return found


async def _next(
    db: Connection, libraries: Libraries, wanted: QuoteFilter, cursor: int
) -> tuple[int, int] | None:
    """Find the nearest quote behind a place on the circle: its place and row."""
    values = {**dataclasses.asdict(wanted), "cursor": cursor}
    found = [
        (int(row["shuffle"]), int(row["id"]))
        for library in libraries
        for row in await db.rows(_step(wanted), {**values, "library": library})
    ]
    return min(found, default=None)


def _step(wanted: QuoteFilter) -> str:
    """Choose the query whose index fits the filter; none counts, sorts or skips."""
    if wanted.person:
        return """
            SELECT p.shuffle, p.quote_id AS id
            FROM quote_people AS p CROSS JOIN quotes AS q ON q.id = p.quote_id
            WHERE p.library_id = :library AND p.person = :person AND p.shuffle > :cursor
                AND (:film IS NULL OR q.film = :film) AND (:critic IS NULL OR q.critic = :critic)
                AND (:spoilers OR NOT q.spoiler) AND (:about IS NULL OR EXISTS (
                    SELECT 1 FROM quote_themes AS t
                    WHERE t.library_id = :library AND t.theme = :about AND t.shuffle = p.shuffle
                        AND t.quote_id = p.quote_id
                ))
            ORDER BY p.shuffle LIMIT 1
        """
    if wanted.film:
        return """
            SELECT q.shuffle, q.id FROM quotes AS q INDEXED BY walk_film
            WHERE q.library_id = :library AND q.film = :film AND q.shuffle > :cursor
                AND (:critic IS NULL OR q.critic = :critic) AND (:spoilers OR NOT q.spoiler)
                AND (:about IS NULL OR EXISTS (
                    SELECT 1 FROM quote_themes AS t
                    WHERE t.library_id = :library AND t.theme = :about AND t.shuffle = q.shuffle
                        AND t.quote_id = q.id
                ))
            ORDER BY q.shuffle LIMIT 1
        """
    if wanted.critic:
        return """
            SELECT q.shuffle, q.id FROM quotes AS q INDEXED BY walk_critic
            WHERE q.library_id = :library AND q.critic = :critic AND q.shuffle > :cursor
                AND (:spoilers OR NOT q.spoiler) AND (:about IS NULL OR EXISTS (
                    SELECT 1 FROM quote_themes AS t
                    WHERE t.library_id = :library AND t.theme = :about AND t.shuffle = q.shuffle
                        AND t.quote_id = q.id
                ))
            ORDER BY q.shuffle LIMIT 1
        """
    if wanted.about:
        return """
            SELECT t.shuffle, t.quote_id AS id FROM quote_themes AS t
            WHERE t.library_id = :library AND t.theme = :about AND t.shuffle > :cursor AND (
                :spoilers OR EXISTS (SELECT 1 FROM quotes AS q WHERE q.id = t.quote_id AND NOT q.spoiler)
            )
            ORDER BY t.shuffle LIMIT 1
        """
    return """
        SELECT shuffle, id FROM quotes INDEXED BY walk_all
        WHERE library_id = :library AND shuffle > :cursor AND (:spoilers OR NOT spoiler)
        ORDER BY shuffle LIMIT 1
    """


def _key(scope: Scope, wanted: QuoteFilter) -> str:
    libraries = ",".join(map(str, libraries_of(scope)))
    asked = (wanted.film or "", wanted.critic or "", wanted.person or "", wanted.about or "")
    return "|".join((libraries, *asked, *(() if wanted.spoilers else ("unspoiled",))))
