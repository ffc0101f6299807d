"""The store as everybody else sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from bot.store.alike import Alike
from bot.store.browse import Browse
from bot.store.connections import BUSY_TIMEOUT, Connections
from bot.store.dailies import Dailies
from bot.store.export import Export
from bot.store.favourites import Favourites
from bot.store.fitting import Fits
from bot.store.forgetting import Forgetting
from bot.store.health import Health
from bot.store.imports import Imports
from bot.store.libraries import ServerLibraries
from bot.store.originals import Originals
from bot.store.people import Persons
from bot.store.resolution import Resolution
from bot.store.reviews import Reviews
from bot.store.search import Search
from bot.store.writes import Writes

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class Store(
    Writes,
    Resolution,
    Export,
    Health,
    ServerLibraries,
    Originals,
    Alike,
    Imports,
    Favourites,
    Dailies,
    Forgetting,
    Reviews,
    Persons,
    Search,
    Fits,
    Browse,
):
    """Reviews and what was read from them, for any number of libraries, in one SQLite file.

    Reads take a :class:`bot.views.Scope` and see nothing beyond it; none waits for a write. Writes take a
    library's id. Every failure of the database is a :class:`bot.errors.StoreError`.

    A load puts, moves and removes reviews, then resolves what they make together::

        if await store.needs_resolution(library):
            records = await store.facts(library)
            by_key = {record.facts.key: record for record in records}
            groups: dict[str, tuple[Film, list[FactsRecord]]] = {}
            for key, film in resolve_films([record.facts for record in records]).items():
                if film is not None:
                    groups.setdefault(film_id(film), (film, []))[1].append(by_key[key])
            digests = {film: film_digest(*group) for film, group in groups.items()}
            held = await store.film_digests(library)
            keep = {film for film, digest in digests.items() if held.get(film) == digest}
            changed = [
                FilmRecord(film, tuple(one.facts.key for one in members),
                           resolve_film(film, [one.facts for one in members]), digests[public])
                for public, (film, members) in groups.items() if public not in keep
            ]
            await store.put_films(library, changed, keep)

    with ``film_id`` and ``film_digest`` from :mod:`bot.store.identity`. A crash before ``put_films`` leaves
    ``needs_resolution`` true, and the next load makes up for it.
    """

    @classmethod
    async def open(cls, path: Path, *, create: bool = True, busy_timeout: float = BUSY_TIMEOUT) -> Self:
        """Open a database, made or brought up to date; ``busy_timeout`` in seconds.

        Raises NotOurDatabase, NewerDatabase, DatabaseBusy, DatabaseDamaged, or StoreError for a file that
        can't be opened or is missing without ``create``.
        """
        return cls(await Connections.open(path, create=create, busy_timeout=busy_timeout))

    async def close(self) -> None:
        """Close every connection; the caller has flushed the cursors."""
        await self._db.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
