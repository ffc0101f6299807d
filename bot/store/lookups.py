"""From what somebody typed, or a button carries, to films, critics and people of one scope."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, OrderedDict, defaultdict
from typing import TYPE_CHECKING

from bot.errors import Gone, NoMatch
from bot.store.base import Base, libraries_of, listed
from bot.store.codec import decode
from bot.store.names import LABEL_LIMIT, Name, NameIndex, clip_label
from bot.store.rows import unnamed_label
from bot.text import fold, fold_title
from bot.views import Choice, FilmRef, Scope

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.store.connections import Connection, Connections, Row

_INDEXES = 24  # scopes whose names are kept in memory, for each kind

# A public id has neither l, o, 0 nor 1, and mostly a digit; what people type seldom looks like it.
_PUBLIC_ID = re.compile(r"(?=[a-z]*[2-9])[a-km-np-z2-9]{10}")

Libraries = tuple[int, ...]


class Lookups(Base):
    """Names to public ids, within a scope."""

    def __init__(self, connections: Connections) -> None:
        super().__init__(connections)
        self._indexes: OrderedDict[tuple[str, Libraries], tuple[tuple[int, ...], NameIndex]] = OrderedDict()

    async def complete_films(self, scope: Scope, text: str) -> tuple[Choice, ...]:
        """Suggest films; the most reviewed where nothing is typed."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            return _choices(await self._film_names(db, libraries), text)

    async def complete_critics(self, scope: Scope, text: str, film: str | None = None) -> tuple[Choice, ...]:
        """Suggest critics, unnamed ones included; of one film where it is recognised."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            among = None
            if named := await self._film_if_known(db, libraries, film):
                rows = await db.rows(
                    """
                    SELECT DISTINCT critic FROM reviews
                    WHERE library_id IN (SELECT value FROM json_each(:libraries)) AND film = :film
                    """,
                    {"libraries": listed(libraries), "film": named},
                )
                among = {row["critic"] for row in rows}
            return _choices(await self._critic_names(db, libraries), text, among)

    async def complete_people(self, scope: Scope, text: str, film: str | None = None) -> tuple[Choice, ...]:
        """Suggest people whom reviews credit; of one film where it is recognised."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            among = None
            if named := await self._film_if_known(db, libraries, film):
                rows = await db.rows(
                    """
                    SELECT DISTINCT p.person FROM reviews AS r JOIN review_people AS p ON p.review_id = r.id
                    WHERE r.library_id IN (SELECT value FROM json_each(:libraries)) AND r.film = :film
                    """,
                    {"libraries": listed(libraries), "film": named},
                )
                among = {row["person"] for row in rows}
            return _choices(await self._people_names(db, libraries), text, among)

    def _drop_names(self, library: int) -> None:
        """Forget the names of every scope that a library is part of."""
        for key in [key for key in self._indexes if library in key[1]]:
            del self._indexes[key]

    async def _libraries(self, db: Connection, scope: Scope) -> Libraries:
        """Keep of a scope what holds anything, so that servers without a library share one index."""
        rows = await db.rows(
            """
            SELECT id FROM libraries
            WHERE id IN (SELECT value FROM json_each(:libraries))
                AND EXISTS (SELECT 1 FROM reviews WHERE library_id = libraries.id)
            ORDER BY id
            """,
            {"libraries": listed(libraries_of(scope))},
        )
        return tuple(row["id"] for row in rows)

    async def _find_film(self, db: Connection, libraries: Libraries, text: str) -> FilmRef:
        public = (await self._find(db, await self._film_names(db, libraries), text)).id
        row = await db.row(
            """
            SELECT title, year FROM films
            WHERE library_id IN (SELECT value FROM json_each(:libraries)) AND id = :film
            ORDER BY library_id LIMIT 1
            """,
            {"libraries": listed(libraries), "film": public},
        )
        if row is None:
            raise Gone("film")
        return FilmRef(public, row["title"], row["year"])

    async def _find_critic(self, db: Connection, libraries: Libraries, text: str) -> Name:
        return await self._find(db, await self._critic_names(db, libraries), text)

    async def _find_person(self, db: Connection, libraries: Libraries, text: str) -> Name:
        return await self._find(db, await self._people_names(db, libraries), text)

    async def _find(self, db: Connection, names: NameIndex, text: str) -> Name:
        try:
            return names.find(text)
        except NoMatch as error:
            if not _PUBLIC_ID.fullmatch(text):
                raise
            moved = await db.row("SELECT new_id FROM moved_ids WHERE old_id = :text", {"text": text})
            name = names.get(moved["new_id"]) if moved else None
            if name is None:
                raise Gone(names.kind) from error
            return name

    async def _film_if_known(self, db: Connection, libraries: Libraries, text: str | None) -> str | None:
        if not text:
            return None
        try:
            return (await self._film_names(db, libraries)).find(text).id
        except NoMatch:
            return None

    async def _film_names(self, db: Connection, libraries: Libraries) -> NameIndex:
        return await self._index(db, "film", libraries, _read_film_names)

    async def _critic_names(self, db: Connection, libraries: Libraries) -> NameIndex:
        return await self._index(db, "critic", libraries, _read_critic_names)

    async def _people_names(self, db: Connection, libraries: Libraries) -> NameIndex:
        return await self._index(db, "person", libraries, _read_people_names)

    async def _index(
        self,
        db: Connection,
        kind: str,
        libraries: Libraries,
        read: Callable[[Connection, Libraries], Awaitable[Callable[[], NameIndex]]],
    ) -> NameIndex:
        """Take the index from memory while no load, in whatever process, has changed these names since."""
        rows = await db.rows(
            """
            SELECT CASE :kind
                WHEN 'film' THEN films_generation WHEN 'critic' THEN critics_generation ELSE people_generation
            END AS generation
            FROM libraries WHERE id IN (SELECT value FROM json_each(:libraries)) ORDER BY id
            """,
            {"kind": kind, "libraries": listed(libraries)},
        )
        generations = tuple(row["generation"] for row in rows)
        key = (kind, libraries)
        held = self._indexes.get(key)
        if held is None or held[0] != generations:
            build = await read(db, libraries)
            held = (generations, await asyncio.to_thread(build))
            self._indexes[key] = held
        self._indexes.move_to_end(key)
        while len(self._indexes) > 3 * _INDEXES:
            self._indexes.popitem(last=False)
        return held[1]


def _choices(names: NameIndex, text: str, among: set[str] | None = None) -> tuple[Choice, ...]:
    return tuple(Choice(name.label, name.id) for name in names.complete(text, among))


async def _read_film_names(db: Connection, libraries: Libraries) -> Callable[[], NameIndex]:
    rows = await db.rows(
        """
        SELECT f.id, f.title, f.year, f.aliases, count(*) AS reviews
        FROM films AS f JOIN reviews AS r ON r.library_id = f.library_id AND r.film = f.id
        WHERE f.library_id IN (SELECT value FROM json_each(:libraries))
        GROUP BY f.library_id, f.id ORDER BY f.library_id, f.id
        """,
        {"libraries": listed(libraries)},
    )

    def build() -> NameIndex:
        films: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            films[row["id"]].append(row)
        return NameIndex("film", [_film_name(group) for group in films.values()], fold_title)

    return build


def _film_name(rows: list[Row]) -> Name:
    first = rows[0]
    year = first["year"]
    titles = dict.fromkeys(row["title"] for row in rows)
    titles |= dict.fromkeys(alias for row in rows for alias in decode(tuple[str, ...], row["aliases"]))
    folded = [fold_title(title) for title in titles]
    forms = dict.fromkeys(folded + ([f"{form} {year}" for form in folded] if year else []))
    label = clip_label(first["title"], f" ({year})" if year else "")
    return Name(first["id"], label, tuple(forms), sum(row["reviews"] for row in rows))


async def _read_critic_names(db: Connection, libraries: Libraries) -> Callable[[], NameIndex]:
    rows = await db.rows(
        """
        SELECT critic, critic_name, outlet, source, count(*) AS reviews FROM reviews
        WHERE library_id IN (SELECT value FROM json_each(:libraries))
        GROUP BY critic, critic_name ORDER BY critic, count(*) DESC, critic_name
        """,
        {"libraries": listed(libraries)},
    )

    def build() -> NameIndex:
        critics: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            critics[row["critic"]].append(row)
        labels = {critic: _critic_label(group[0]) for critic, group in critics.items()}
        times = Counter(labels.values())
        names = []
        for critic, group in critics.items():
            label = labels[critic]
            if times[label] > 1:  # several unnamed critics of one outlet
                label = f"{label} · {group[0]['source']}"
            names.append(
                Name(critic, clip_label(label), (fold(label),), sum(row["reviews"] for row in group))
            )
        return NameIndex("critic", names, fold)

    return build


def _critic_label(row: Row) -> str:
    return row["critic_name"] or unnamed_label(row["outlet"], row["source"])


async def _read_people_names(db: Connection, libraries: Libraries) -> Callable[[], NameIndex]:
    rows = await db.rows(
        """
        SELECT person, name, spelling, count(*) AS reviews FROM review_people
        WHERE library_id IN (SELECT value FROM json_each(:libraries))
        GROUP BY person, name, spelling ORDER BY person, count(*) DESC, name, spelling
        """,
        {"libraries": listed(libraries)},
    )

    def build() -> NameIndex:
        people: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            people[row["person"]].append(row)
        return NameIndex("person", [_person_name(person, group) for person, group in people.items()], fold)

    return build


def _person_name(person: str, rows: list[Row]) -> Name:
    forms = dict.fromkeys(fold(text) for row in rows for text in (row["name"], row["spelling"]))
    return Name(person, clip_label(rows[0]["name"]), tuple(forms), sum(row["reviews"] for row in rows))


__all__ = ["LABEL_LIMIT", "Libraries", "Lookups"]
