"""Quotes that fit what somebody said: on the film, by the critic or about the person it names, or in its words."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import NothingFound
from bot.store.base import listed
from bot.store.lookups import Libraries, Lookups
from bot.store.matching import HITS, Match, askable, ranked, varied, weighed
from bot.store.meant import Naming, apart, namings, plain, words_of
from bot.store.rows import quote_views
from bot.store.schema import RANGE_BITS
from bot.store.search import match_expression
from bot.views import FilmRef, Fitting, Scope
from bot.words.finding import NO_WORDS_IN_MESSAGE, NOTHING_FITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.store.connections import Connection
    from bot.store.meant import Word

_READ = 4_000  # characters of a message, which is as many as Discord lets anybody write
_TELLING = 12  # of them that count
_STEM = 4  # letters: words that begin alike and stand in the same sentences are forms of one
_SPANS = 48  # reviews of a film, critic or person that are looked into one by one; else the whole library
_SENTENCES = 500  # the best, which quotes are made of
_SHARED = 300  # sentences that tell whether a phrase is said of that film alone


@dataclass(frozen=True, slots=True)
class _Narrow:
    """The public ids that quotes are narrowed to; none where nothing of that kind is named."""

    films: tuple[str, ...] = ()
    critics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def values(self) -> dict[str, str]:
        """The parameters of :meth:`where`."""
        return {"films": listed(self.films), "critics": listed(self.critics), "people": listed(self.people)}

    @property
    def where(self) -> str:
        """The conditions on a quote; each is left out where it says nothing, so that an index serves the others."""
        parts = (
            "q.library_id IN (SELECT value FROM json_each(:libraries)) AND (:spoilers OR NOT q.spoiler)",
            "q.film IN (SELECT value FROM json_each(:films))" if self.films else "",
            "q.critic IN (SELECT value FROM json_each(:critics))" if self.critics else "",
            _NAMING if self.people else "",
        )
        return " AND ".join(part for part in parts if part)


_NAMING = """
    q.id IN (
        SELECT quote_id FROM quote_people
        WHERE library_id IN (SELECT value FROM json_each(:libraries))
            AND person IN (SELECT value FROM json_each(:people))
    )
"""


class Fits(Lookups):
    """What a message makes one think of."""

    async def fitting(self, scope: Scope, text: str, *, most: int = 5, spoilers: bool = True) -> Fitting:
        """Answer with quotes that fit a message, best first; raises NothingFound.

        A film, critic or person that it names narrows them. Rarity is counted within the scope alone.
        """
        text = plain(text, _READ)
        words = words_of(text)
        if not words:
            raise NothingFound(NO_WORDS_IN_MESSAGE)
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            named = await self._named(db, libraries, text, words)
            if any(one.kind == "film" for one in named):
                # Who is in it ranks what is said of the film, like any word: few quotes name both.
                named = tuple(one for one in named if one.kind != "person")
            spoken = {position for one in named for position in range(*one.words)}
            said = [word.raw.casefold() for position, word in enumerate(words) if position not in spoken]
            base = {"libraries": listed(libraries), "spoilers": spoilers}
            for narrow in _narrowings(named):
                matches = await _matches(db, narrow, {**base, **narrow.values()}, said, most)
                if matches:
                    views = await quote_views(db, [match.row["id"] for match in matches])
                    return Fitting(
                        tuple(views.values()),
                        await _film_refs(db, libraries, narrow.films),
                        _labels(named, narrow.critics),
                        _labels(named, narrow.people),
                        tuple(dict.fromkeys(word for match in matches for word in sorted(match.words))),
                    )
        raise NothingFound(NOTHING_FITS)

    async def _named(
        self, db: Connection, libraries: Libraries, text: str, words: Sequence[Word]
    ) -> tuple[Naming, ...]:
        indexes = (
            await self._film_names(db, libraries),
            await self._critic_names(db, libraries),
            await self._people_names(db, libraries),
        )
        found = await asyncio.to_thread(namings, text, words, indexes)
        return apart([one for one in found if one.sure or await _is_theirs(db, libraries, one)])


async def _is_theirs(db: Connection, libraries: Libraries, one: Naming) -> bool:
    """Whether a phrase that may be an everyday one is mostly said of the films that are called so."""
    row = await db.row(
        """
        WITH spans (low, high) AS MATERIALIZED (
            SELECT no << :bits, ((no + 1) << :bits) - 1 FROM libraries
            WHERE id IN (SELECT value FROM json_each(:libraries))
        ), said (id) AS MATERIALIZED (
            SELECT f.rowid FROM spans CROSS JOIN sentence_search AS f
            WHERE f.sentence_search MATCH :phrase AND f.rowid BETWEEN low AND high LIMIT :most
        )
        SELECT count(*) AS all_of_them,
            coalesce(sum(r.film IN (SELECT value FROM json_each(:films))), 0) AS theirs
        FROM said CROSS JOIN sentences AS s ON s.id = said.id CROSS JOIN reviews AS r ON r.id = s.review_id
        """,
        {
            "bits": RANGE_BITS,
            "libraries": listed(libraries),
            "phrase": match_expression(f'"{one.form}"'),
            "films": listed(one.ids),
            "most": _SHARED,
        },
    )
    return row is None or 2 * row["theirs"] >= row["all_of_them"]


def _narrowings(named: Iterable[Naming]) -> tuple[_Narrow, ...]:
    """What to narrow quotes to, the closest first; where nothing is named, to nothing."""
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    for one in named:
        ids[one.kind] |= dict.fromkeys(one.ids)
    films, critics, people = (tuple(ids[kind]) for kind in ("film", "critic", "person"))
    tried = dict.fromkeys(
        (
            _Narrow(films, critics),
            _Narrow(films),
            _Narrow((), critics, people),
            _Narrow((), (), people),
            _Narrow((), critics),
        )
    )
    return tuple(one for one in tried if one != _Narrow()) or (_Narrow(),)


async def _matches(
    db: Connection, narrow: _Narrow, values: Mapping[str, object], said: Sequence[str], most: int
) -> list[Match]:
    """Find the best quotes within what is named; without a word in common, if something is named at all."""
    spans = await _spans(db, narrow, values)
    hits = await _hits(db, spans, askable(said))
    words, weights = await asyncio.to_thread(weighed, hits)
    score = {row: sum(weights[word] for word in of) for row, of in words.items()}
    best = sorted(score, key=lambda row: (-score[row], row))[:_SENTENCES]
    matches: dict[int, Match] = {}
    for row in await db.rows(
        f"""
        SELECT s.id AS sentence, q.id, q.review_id, q.start, q.stop, q.weight, q.shuffle
        FROM json_each(:sentences) AS best CROSS JOIN sentences AS s ON s.id = best.value
            CROSS JOIN quotes AS q ON q.review_id = s.review_id AND q.start <= s.start AND q.stop >= s.stop
        WHERE {narrow.where}
        """,  # noqa: S608 - constants
        {**values, "sentences": listed(best)},
    ):
        matches.setdefault(row["id"], Match(row)).words |= words[row["sentence"]]
    chosen = varied(ranked(matches.values(), weights), most)
    if narrow != _Narrow() and len(chosen) < most:
        chosen = varied([*chosen, *await _finest(db, narrow, values)], most)
    return chosen


async def _spans(db: Connection, narrow: _Narrow, values: Mapping[str, object]) -> list[tuple[int, int]]:
    """Bound where to look by rowids, so that a query never walks what another library, or film, holds."""
    if narrow != _Narrow():
        rows = await db.rows(
            f"""
            SELECT min(s.id) AS low, max(s.id) AS high
            FROM (SELECT DISTINCT q.review_id FROM quotes AS q WHERE {narrow.where} LIMIT :most + 1) AS r
                CROSS JOIN sentences AS s ON s.review_id = r.review_id
            GROUP BY r.review_id
            """,  # noqa: S608 - constants
            {**values, "most": _SPANS},
        )
        if len(rows) <= _SPANS:
            return [(row["low"], row["high"]) for row in rows]
    rows = await db.rows(
        """
        SELECT no << :bits AS low, ((no + 1) << :bits) - 1 AS high FROM libraries
        WHERE id IN (SELECT value FROM json_each(:libraries)) ORDER BY no
        """,
        {**values, "bits": RANGE_BITS},
    )
    return [(row["low"], row["high"]) for row in rows]


async def _hits(
    db: Connection, spans: Sequence[tuple[int, int]], words: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """Look up the sentences that hold each word, at most so many; words of one stem count once."""
    found: dict[tuple[str, tuple[int, ...]], str] = {}
    for word in words:
        row = await db.row(
            """
            SELECT json_group_array(id) AS ids FROM (
                SELECT f.rowid AS id FROM json_each(:spans) AS span CROSS JOIN sentence_search AS f
                WHERE f.sentence_search MATCH :match
                    AND f.rowid BETWEEN json_extract(span.value, '$[0]') AND json_extract(span.value, '$[1]')
                LIMIT :most
            )
            """,
            {"spans": json.dumps(spans), "match": match_expression(word), "most": HITS},
        )
        ids = tuple(json.loads(row["ids"])) if row else ()
        if ids:
            found.setdefault((word[:_STEM], ids), word)
    rarest = sorted(found.items(), key=lambda item: (len(item[0][1]), item[1]))[:_TELLING]
    return {word: ids for (_, ids), word in rarest}


async def _finest(db: Connection, narrow: _Narrow, values: Mapping[str, object]) -> list[Match]:
    """Read the best quotes of what is named, whatever words they are in."""
    rows = await db.rows(
        f"""
        SELECT id, review_id, start, stop, weight, shuffle FROM (
            SELECT q.id, q.review_id, q.start, q.stop, q.weight, q.shuffle FROM quotes AS q
            WHERE {narrow.where} LIMIT :read
        ) ORDER BY weight DESC, shuffle LIMIT :most
        """,  # noqa: S608 - constants
        {**values, "read": _SENTENCES, "most": _SPANS},
    )
    return [Match(row) for row in rows]


async def _film_refs(db: Connection, libraries: Libraries, films: Sequence[str]) -> tuple[FilmRef, ...]:
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
    return tuple({row["id"]: FilmRef(row["id"], row["title"], row["year"]) for row in rows}.values())


def _labels(named: Iterable[Naming], ids: Sequence[str]) -> tuple[str, ...]:
    labels = {name.id: name.label for one in named for name in one.names}
    return tuple(labels[one] for one in ids)
