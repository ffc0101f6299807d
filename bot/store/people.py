"""The cast of a film with its evidence, and one person film by film."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import CastEntry, Certainty, Credit
from bot.store.base import listed
from bot.store.identity import person_id
from bot.store.merged import Merged, People
from bot.store.rows import evidence_of, quote_views, review_refs
from bot.views import (
    CastMember,
    Evidence,
    FilmCast,
    FilmRef,
    PersonCard,
    PersonFilm,
    PersonRef,
    QuoteView,
    Scope,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.store.connections import Connection
    from bot.store.lookups import Libraries

_EVIDENCE = 12  # sentences kept for one person in one film
_QUOTES = 12  # quotes likewise


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a review credits somebody."""

    review: int
    credit: Credit


class Persons(Merged):
    """Who is in a film, and what is said of whom."""

    async def film_cast(self, scope: Scope, film: str) -> FilmCast:
        """Answer with a film's cast, each with the sentences that say so; raises NoMatch or Gone."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            ref = await self._find_film(db, libraries, film)
            people = await self._people_of(db, libraries, ref)
            settled = await self._settled_of(db, libraries, ref)
            named = _by_person(settled, role="actor")
            evidence = await _evidence(
                db, {entry.person: named.get(entry.person, []) for entry in people.cast}
            )
        members = tuple(
            CastMember(person_id(entry.person), entry, evidence.get(entry.person, ()))
            for entry in people.cast
        )
        return FilmCast(ref, members, people.crew, len(settled))

    async def person_card(self, scope: Scope, person: str) -> PersonCard:
        """Answer with what reviews say of a person, film by film; raises NoMatch or Gone."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            name = await self._find_person(db, libraries, person)
            rows = await db.rows(
                """
                SELECT r.film, r.id FROM review_people AS p JOIN reviews AS r ON r.id = p.review_id
                WHERE p.library_id IN (SELECT value FROM json_each(:libraries)) AND p.person = :person
                    AND r.film IS NOT NULL
                GROUP BY r.id
                """,
                {"libraries": listed(libraries), "person": name.id},
            )
            reviews: dict[str, list[int]] = defaultdict(list)
            for row in rows:
                reviews[row["film"]].append(row["id"])
            quotes = await _quotes_naming(db, libraries, name.id)
            films, spellings = [], [name.label]
            for ref in await _films(db, libraries, reviews):
                entry, said = await self._person_in(db, libraries, ref, name.id, reviews[ref.id])
                films.append(_with_quotes(said, quotes.get(ref.id, ())))
                spellings += entry.spellings if entry else ()
        films.sort(key=lambda film: (-film.critics, film.film.title, film.film.id))
        return PersonCard(PersonRef(name.id, name.label), tuple(dict.fromkeys(spellings)), tuple(films))

    async def _person_in(
        self, db: Connection, libraries: Libraries, film: FilmRef, person: str, reviews: list[int]
    ) -> tuple[CastEntry | None, PersonFilm]:
        people = await self._people_of(db, libraries, film)
        entry = _entry_of(people, person)
        crew = [one for one in people.crew if person_id(one.person) == person]
        ids = {person} | ({person_id(entry.person)} if entry else set())
        settled = await self._settled_of(db, libraries, film, reviews)
        named = [
            one
            for found in _by_person(settled).values()
            for one in found
            if person_id(one.credit.person) in ids
        ]
        evidence = await _evidence(db, {person: named})
        roles = [*(["actor"] if entry else []), *(one.role for one in crew)]
        characters = entry.characters if entry else _characters(named)
        counts = [*([entry.critics] if entry else []), *(one.critics for one in crew)]
        return entry, PersonFilm(
            film=film,
            roles=tuple(dict.fromkeys(roles or [one.credit.role for one in named])),
            characters=characters,
            critics=max(counts, default=len(reviews)),
            quotes=(),
            evidence=evidence.get(person, ()),
        )


def _entry_of(people: People, person: str) -> CastEntry | None:
    """Find a person among a cast, under the shown name or, where libraries were merged, another spelling."""
    shown = (entry for entry in people.cast if person_id(entry.person) == person)
    spelled = (entry for entry in people.cast if person in map(person_id, entry.spellings))
    return next(shown, None) or next(spelled, None)


def _by_person(settled: Mapping[int, tuple[Credit, ...]], role: str | None = None) -> dict[str, list[_Named]]:
    """Gather stated credits of the film itself by person."""
    named: dict[str, list[_Named]] = defaultdict(list)
    for review, said in settled.items():
        for credit in said:
            if credit.film is None and credit.certainty is Certainty.STATED and role in {None, credit.role}:
                named[credit.person].append(_Named(review, credit))
    return named


async def _evidence(db: Connection, named: Mapping[str, list[_Named]]) -> dict[str, tuple[Evidence, ...]]:
    """Read the sentences that credit each person: one a critic, the surest first."""
    refs = await review_refs(db, {one.review for found in named.values() for one in found})
    chosen: list[tuple[str, _Named]] = []
    for person, found in named.items():
        best: dict[str, _Named] = {}
        for one in sorted(found, key=lambda one: (-one.credit.confidence, refs[one.review].id)):
            if one.credit.place.start is not None:
                best.setdefault(refs[one.review].critic.id, one)
        chosen += [(person, one) for one in list(best.values())[:_EVIDENCE]]
    spans = [(one.review, one.credit.place.start or 0, one.credit.place.end or 0) for _, one in chosen]
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for (person, _), sentence in zip(chosen, await evidence_of(db, spans, refs), strict=True):
        evidence[person].append(sentence)
    return {person: tuple(sentences) for person, sentences in evidence.items()}


async def _films(db: Connection, libraries: Libraries, films: Iterable[str]) -> list[FilmRef]:
    rows = await db.rows(
        """
        SELECT id, title, year FROM films
        WHERE library_id IN (SELECT value FROM json_each(:libraries))
            AND id IN (SELECT value FROM json_each(:films))
        ORDER BY library_id DESC
        """,
        {"libraries": listed(libraries), "films": listed(films)},
    )
    # The lowest library's title comes last and stays.
    return list({row["id"]: FilmRef(row["id"], row["title"], row["year"]) for row in rows}.values())


async def _quotes_naming(
    db: Connection, libraries: Libraries, person: str
) -> dict[str, tuple[QuoteView, ...]]:
    rows = await db.rows(
        """
        SELECT film, id FROM (
            SELECT q.film, q.id,
                row_number() OVER (PARTITION BY q.film ORDER BY q.weight DESC, q.shuffle) AS place
            FROM quote_people AS p JOIN quotes AS q ON q.id = p.quote_id
            WHERE p.library_id IN (SELECT value FROM json_each(:libraries)) AND p.person = :person
                AND q.film IS NOT NULL
        ) WHERE place <= :most ORDER BY film, place
        """,
        {"libraries": listed(libraries), "person": person, "most": _QUOTES},
    )
    views = await quote_views(db, [row["id"] for row in rows])
    found: dict[str, list[QuoteView]] = defaultdict(list)
    for row in rows:
        found[row["film"]].append(views[row["id"]])
    return {film: tuple(quotes) for film, quotes in found.items()}


def _characters(named: Iterable[_Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.credit.character for one in named if one.credit.character))


def _with_quotes(said: PersonFilm, quotes: tuple[QuoteView, ...]) -> PersonFilm:
    return PersonFilm(said.film, said.roles, said.characters, said.critics, quotes, said.evidence)
