"""Full-text search over every body sentence."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import NothingFound
from bot.store.browse import paged
from bot.store.lookups import Lookups
from bot.store.rows import review_refs
from bot.store.schema import RANGE_BITS
from bot.views import Scope, SearchHit, SearchPage, fair_share
from bot.words import finding as words

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.store.connections import Connection, Values

_PART = re.compile(r'["“”](?P<phrase>[^"“”]*)["“”]|(?P<word>[^\s"“”]+)')
_TOKEN = re.compile(r"[^\W_]+")

_RANKED = 2000
"""Hits at most of one search: whoever finds more adds a word rather than turn 400 pages."""

_SPANS = 200
"""Reviews of a film or critic that are searched one by one; of more, the whole library's hits are sifted."""


@dataclass(frozen=True, slots=True, order=True)
class _Ranked:
    """A sentence that was found; less is better."""

    rank: tuple[int, float, int, int]  # the sentence's row comes last
    length: int
    review: int
    body: int
    library: int
    spoiler: bool


# Of a sentence "s": it, or a quote that it is part of, gives the story away.
_SPOILER = """s.spoiler OR EXISTS (
    SELECT 1 FROM quotes AS q
    WHERE q.review_id = s.review_id AND q.spoiler AND q.start < s.stop AND q.stop > s.start
)"""

# Control characters are dropped at reading, so these stand in no review.
_OPEN, _CLOSE = "\x02", "\x03"


def match_expression(text: str) -> str | None:
    """Turn what somebody typed into a MATCH expression: every word, or phrase in quotation marks, must occur.

    Each token is quoted, so that nothing of it is an operator; None where there is no word in it.

    >>> match_expression('NOT a "car chase" don\\'t')
    '"NOT" "a" "car chase" "don t"'
    >>> match_expression('"*" -') is None
    True
    """
    parts = [_TOKEN.findall(part["phrase"] or part["word"] or "") for part in _PART.finditer(text)]
    return " ".join(f'"{" ".join(tokens)}"' for tokens in parts if tokens) or None


def _as_phrase(text: str) -> str:
    """Quote all words as one phrase; a phrase of nothing, which nothing matches, where there is but one."""
    tokens = _TOKEN.findall(text)
    return f'"{" ".join(tokens)}"' if len(tokens) > 1 else '""'


class Search(Lookups):
    """Sentences that hold what was asked for."""

    async def search(
        self,
        scope: Scope,
        text: str,
        film: str | None = None,
        critic: str | None = None,
        page: int = 0,
        per_page: int = 5,
        *,
        spoilers: bool = True,
        guarded: Collection[int] = (),
    ) -> SearchPage:
        """Answer with one page of hits, best first; raises NoMatch, Gone or NothingFound.

        Of a word in more than 2,000 sentences, those with all words as one phrase are ranked and the first others.
        All pages together show no more than a fair share of a review of a ``guarded`` library, and none of what
        gives the story away without ``spoilers``.
        """
        text = unicodedata.normalize("NFC", text)  # as reviews are stored: a mark apart would end a word
        wanted = match_expression(text)
        if wanted is None:
            raise NothingFound(words.NO_WORD)
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            values = {
                "match": wanted,
                "phrase": _as_phrase(text),
                "film": (await self._find_film(db, libraries, film)).id if film else None,
                "critic": (await self._find_critic(db, libraries, critic)).id if critic else None,
                "spoilers": spoilers,
            }
            ranked = [
                one for library in libraries for one in await _ranked(db, {**values, "library": library})
            ]
            if not ranked:
                raise NothingFound(words.no_sentence(text, narrowed=bool(film or critic)))
            best = sorted(ranked)[:_RANKED]
            tame = [one for one in best if spoilers or not one.spoiler]
            if not tame:
                raise NothingFound(words.all_hidden(len(best), text))
            shown = _fairly(tame, guarded)
            place, first = paged(len(shown), page, per_page)
            chosen = [one.rank[-1] for one in shown[first : first + per_page]]
            place = replace(place, capped=len(ranked) > _RANKED)
            hits = await _hits(db, wanted, chosen)
            return SearchPage(hits, place, len(best) - len(tame), len(tame) - len(shown))


def _fairly(ranked: list[_Ranked], guarded: Collection[int]) -> list[_Ranked]:
    """Leave out what would make too much of a review; its best hits stay."""
    taken: Counter[int] = Counter()
    shown = []
    for one in ranked:
        if one.library in guarded and not fair_share(one.body, taken[one.review], one.length):
            continue
        taken[one.review] += one.length
        shown.append(one)
    return shown


async def _spans(db: Connection, values: Values) -> list[tuple[int, int]]:
    """Bound where to look by rowids, so that a query never walks what another library, or film, holds."""
    if values["film"] or values["critic"]:
        # A review's sentences are written together, with rowids on end.
        rows = await db.rows(
            """
            SELECT r.id, min(s.id) AS low, max(s.id) AS high
            FROM (
                SELECT id FROM reviews
                WHERE library_id = :library
                    AND (:film IS NULL OR film = :film) AND (:critic IS NULL OR critic = :critic)
                LIMIT :most + 1
            ) AS r LEFT JOIN sentences AS s ON s.review_id = r.id
            GROUP BY r.id ORDER BY low
            """,
            {**values, "most": _SPANS},
        )
        if len(rows) <= _SPANS:
            return [(row["low"], row["high"]) for row in rows if row["low"] is not None]
    rows = await db.rows(
        "SELECT no << :bits AS low, ((no + 1) << :bits) - 1 AS high FROM libraries WHERE id = :library",
        {**values, "bits": RANGE_BITS},
    )
    return [(row["low"], row["high"]) for row in rows]


async def _ranked(db: Connection, values: Values) -> list[_Ranked]:
    """Rank hits, best first: with all words as one phrase, then parts of good quotes, then the shortest.

    Not bm25, which for every query counts the words through all libraries: nothing there may cost here.
    """
    rows = await db.rows(
        f"""
        WITH spans (low, high) AS MATERIALIZED (
            SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:spans)
        ), whole (id) AS MATERIALIZED ({_matching(":phrase")}), hits (id) AS MATERIALIZED ({_matching(":match")})
        SELECT s.id IN (SELECT id FROM whole) AS whole, s.worth, s.stop - s.start AS length, s.id,
            s.review_id, r.body, r.library_id, CASE WHEN :spoilers THEN 0 ELSE {_SPOILER} END AS spoiler
        FROM (SELECT id FROM whole UNION SELECT id FROM hits) AS f CROSS JOIN sentences AS s ON s.id = f.id
            CROSS JOIN reviews AS r ON r.id = s.review_id
        ORDER BY whole DESC, s.worth DESC, length, s.id LIMIT :most
        """,  # noqa: S608 - two names of parameters
        {**values, "spans": json.dumps(await _spans(db, values)), "most": _RANKED + 1},
    )
    return [
        _Ranked(
            rank=(-row["whole"], -row["worth"], row["length"], row["id"]),
            length=row["length"],
            review=row["review_id"],
            body=row["body"],
            library=row["library_id"],
            spoiler=bool(row["spoiler"]),
        )
        for row in rows
    ]


def _matching(expression: str) -> str:
    return f"""
        SELECT f.rowid FROM spans CROSS JOIN sentence_search AS f
            CROSS JOIN sentences AS s ON s.id = f.rowid CROSS JOIN reviews AS r ON r.id = s.review_id
        WHERE f.sentence_search MATCH {expression} AND f.rowid BETWEEN low AND high
            AND (:film IS NULL OR r.film = :film) AND (:critic IS NULL OR r.critic = :critic)
        LIMIT :most
    """  # noqa: S608 - the name of a parameter


async def _hits(db: Connection, wanted: str, chosen: list[int]) -> tuple[SearchHit, ...]:
    found = {}
    for sentence in chosen:
        row = await db.row(
            f"""
            SELECT s.review_id, s.start, s.stop,
                highlight(sentence_search, 0, :open, :close) AS marked, {_SPOILER} AS spoiler
            FROM sentence_search JOIN sentences AS s ON s.id = sentence_search.rowid
            WHERE sentence_search MATCH :match AND sentence_search.rowid = :id
            """,  # noqa: S608 - a constant
            {"match": wanted, "id": sentence, "open": _OPEN, "close": _CLOSE},
        )
        if row is not None:
            found[sentence] = row
    refs = await review_refs(db, {row["review_id"] for row in found.values()})
    hits = []
    for row in found.values():
        text, marks = read_marks(row["marked"])
        hits.append(
            SearchHit(text, row["start"], row["stop"], marks, bool(row["spoiler"]), refs[row["review_id"]])
        )
    return tuple(hits)


def read_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks out of a highlighted text, as spans within what is left.

    >>> read_marks("Long \\x02live\\x03 M")
    ('Long live M', ((5, 9),))
    """
    pieces, marks, length, start = [], [], 0, 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            start = length
        elif piece == _CLOSE:
            marks.append((start, length))
        else:
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), tuple(marks)
