"""The rows that answers are made of, one reader a kind; each takes row ids already found in scope."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.models import Place, Score, Stance, Theme
from bot.store.base import listed
from bot.views import CriticRef, Evidence, FilmRef, QuoteView, ReviewRef
from bot.words.answers import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.store.connections import Connection, Row


def unnamed_label(outlet: str | None, source: str) -> str:
    """Say which unnamed critic is meant.

    >>> unnamed_label(None, "2025/004.txt")
    'Unnamed critic · 004.txt'
    """
    return f"{UNNAMED} · {outlet or PurePosixPath(source).name}"


async def review_refs(db: Connection, reviews: Iterable[int]) -> dict[int, ReviewRef]:
    """Read attributions, by row id."""
    rows = await db.rows(
        """
        SELECT r.id, r.public_id, r.library_id, r.source, r.critic, r.critic_name,
            r.outlet, r.url, r.published, r.body, r.film, f.title, f.year
        FROM reviews AS r LEFT JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
        WHERE r.id IN (SELECT value FROM json_each(:reviews))
        """,
        {"reviews": listed(reviews)},
    )
    return {row["id"]: _review_ref(row) for row in rows}


def _review_ref(row: Row) -> ReviewRef:
    name = row["critic_name"]
    return ReviewRef(
        id=row["public_id"],
        film=FilmRef(row["film"], row["title"], row["year"]) if row["film"] else None,
        critic=CriticRef(row["critic"], name, name or unnamed_label(row["outlet"], row["source"])),
        outlet=row["outlet"],
        url=row["url"],
        published=row["published"],
        source=row["source"],
        library=row["library_id"],
        body=row["body"],
    )


async def quote_views(
    db: Connection, quotes: Iterable[int], reviews: Mapping[int, ReviewRef] | None = None
) -> dict[int, QuoteView]:
    """Read quotes with their attribution, where it isn't at hand, by row id, in the order given."""
    wanted = list(quotes)
    rows = await db.rows(
        """
        SELECT q.id, q.public_id, q.review_id, q.start, q.stop, q.themes, q.stance, q.verdict, q.spoiler,
            substr(t.text, q.start + 1, q.stop - q.start) AS text
        FROM quotes AS q JOIN review_texts AS t ON t.review_id = q.review_id
        WHERE q.id IN (SELECT value FROM json_each(:quotes))
        """,
        {"quotes": listed(wanted)},
    )
    if reviews is None:
        reviews = await review_refs(db, {row["review_id"] for row in rows})
    views = {row["id"]: _quote_view(row, reviews[row["review_id"]]) for row in rows}
    return {quote: views[quote] for quote in wanted if quote in views}


def _quote_view(row: Row, review: ReviewRef) -> QuoteView:
    return QuoteView(
        id=row["public_id"],
        text=row["text"],
        start=row["start"],
        end=row["stop"],
        themes=themes_of(row["themes"]),
        stance=Stance(row["stance"]) if row["stance"] else None,
        verdict=bool(row["verdict"]),
        spoiler=bool(row["spoiler"]),
        review=review,
    )


def themes_of(stored: str) -> tuple[Theme, ...]:
    """Read a quote's themes."""
    return tuple(Theme(theme) for theme in stored.split())


async def scores_of(db: Connection, reviews: Iterable[int]) -> dict[int, tuple[Score, ...]]:
    """Read reviews' scores, by row id; a review without any is left out."""
    rows = await db.rows(
        """
        SELECT review_id, label, value, scale, percent, raw, start, stop, given, rule, confidence FROM scores
        WHERE review_id IN (SELECT value FROM json_each(:reviews)) ORDER BY review_id, ordinal
        """,
        {"reviews": listed(reviews)},
    )
    found: dict[int, list[Score]] = defaultdict(list)
    for row in rows:
        found[row["review_id"]].append(_score(row))
    return {review: tuple(scores) for review, scores in found.items()}


def _score(row: Row) -> Score:
    return Score(
        label=row["label"],
        value=row["value"],
        scale=row["scale"],
        percent=row["percent"],
        raw=row["raw"],
        place=Place(row["start"], row["stop"], row["given"]),
        rule=row["rule"],
        confidence=row["confidence"],
    )


async def evidence_of(
    db: Connection, spans: Sequence[tuple[int, int, int]], reviews: Mapping[int, ReviewRef]
) -> list[Evidence]:
    """Read the whole sentences around spans of (review's row, start, end), in the order given.

    Of a span outside every sentence, in a box or a list, the span itself.
    """
    rows = await db.rows(
        """
        WITH wanted AS (
            SELECT key AS place, json_extract(value, '$[0]') AS review,
                json_extract(value, '$[1]') AS start, json_extract(value, '$[2]') AS stop
            FROM json_each(:spans)
        ), whole AS (
            SELECT w.place, w.review, min(w.start, coalesce(min(s.start), w.start)) AS start,
                max(w.stop, coalesce(max(s.stop), w.stop)) AS stop, coalesce(max(s.spoiler), 0) AS spoiler
            FROM wanted AS w
                LEFT JOIN sentences AS s ON s.review_id = w.review AND s.start < w.stop AND s.stop > w.start
            GROUP BY w.place
        )
        SELECT w.review, w.start, w.stop, substr(t.text, w.start + 1, w.stop - w.start) AS text,
            w.spoiler OR EXISTS (
                SELECT 1 FROM quotes AS q
                WHERE q.review_id = w.review AND q.spoiler AND q.start < w.stop AND q.stop > w.start
            ) AS spoiler
        FROM whole AS w JOIN review_texts AS t ON t.review_id = w.review
        ORDER BY w.place
        """,
        {"spans": json.dumps(spans)},
    )
    return [
        Evidence(row["text"], row["start"], row["stop"], reviews[row["review"]], bool(row["spoiler"]))
        for row in rows
    ]
