"""Films at a glance and their scores."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.store.base import listed
from bot.store.merged import Merged
from bot.store.review_rows import overall_of
from bot.store.rows import quote_views, review_refs, scores_of
from bot.views import FilmCard, FilmScores, QuoteView, ReviewLine, ReviewRef, ReviewScores, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.models import Score
    from bot.store.connections import Connection
    from bot.store.lookups import Libraries


class Films(Merged):
    """One film's answers."""

    async def film_card(self, scope: Scope, film: str) -> FilmCard:
        """Answer with a film at a glance; raises NoMatch or Gone."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            ref = await self._find_film(db, libraries, film)
            lines = await _lines(db, await _reviews_of(db, libraries, ref.id))
            people = await self._people_of(db, libraries, ref)
            aliases = await self._aliases_of(db, libraries, ref.id)
        percents = _percents(line.overall for line in lines)
        return FilmCard(
            film=ref,
            aliases=aliases,
            directors=people.directors,
            lines=lines,
            scored=len(percents),
            mean_percent=mean(percents),
            lowest_percent=min(percents, default=None),
            highest_percent=max(percents, default=None),
        )

    async def film_scores(self, scope: Scope, film: str) -> FilmScores:
        """Answer with every score of a film, by review; raises NoMatch or Gone."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            ref = await self._find_film(db, libraries, film)
            reviews = await _reviews_of(db, libraries, ref.id)
            refs, scores = await review_refs(db, reviews), await scores_of(db, reviews)
        given = [ReviewScores(refs[review], scores.get(review, ())) for review in reviews]
        given.sort(
            key=lambda one: (
                *_by_score(overall_of(one.scores)),
                not one.scores,
                one.review.critic.label,
                one.review.id,
            )
        )
        percents = _percents(overall_of(one.scores) for one in given)
        return FilmScores(ref, tuple(given), len(percents), mean(percents))


async def _reviews_of(db: Connection, libraries: Libraries, film: str) -> list[int]:
    rows = await db.rows(
        """
        SELECT id FROM reviews
        WHERE library_id IN (SELECT value FROM json_each(:libraries)) AND film = :film
        """,
        {"libraries": listed(libraries), "film": film},
    )
    return [row["id"] for row in rows]


async def _lines(db: Connection, reviews: list[int]) -> tuple[ReviewLine, ...]:
    refs, scores = await review_refs(db, reviews), await scores_of(db, reviews)
    words = await _words_of(db, refs)
    telling = {review: refs[review] for review, quote in words.items() if quote.spoiler}
    tame = await _words_of(db, telling, spoilers=False) if telling else {}
    lines = [
        ReviewLine(refs[review], overall_of(scores.get(review, ())), words.get(review), tame.get(review))
        for review in reviews
    ]
    lines.sort(key=lambda line: (*_by_score(line.overall), line.review.critic.label, line.review.id))
    return tuple(lines)


async def _words_of(
    db: Connection, reviews: Mapping[int, ReviewRef], *, spoilers: bool = True
) -> dict[int, QuoteView]:
    """Read the quote that sums each review up, or else its best, no spoiler where there is a choice."""
    rows = await db.rows(
        """
        SELECT value AS review_id, (
            SELECT id FROM quotes WHERE review_id = value AND (:spoilers OR NOT spoiler)
            ORDER BY verdict DESC, spoiler, weight DESC, start, id LIMIT 1
        ) AS id
        FROM json_each(:reviews)
        """,
        {"reviews": listed(reviews), "spoilers": spoilers},
    )
    best = {row["review_id"]: row["id"] for row in rows if row["id"] is not None}
    views = await quote_views(db, best.values(), reviews)
    return {review: views[quote] for review, quote in best.items()}


def _by_score(overall: Score | None) -> tuple[bool, bool, float]:
    percent = overall.percent if overall else None
    return percent is None, overall is None, -(percent or 0.0)


def _percents(scores: Iterable[Score | None]) -> list[float]:
    return [score.percent for score in scores if score is not None and score.percent is not None]


def mean(percents: list[float]) -> float | None:
    """Average to two decimals, as percents are given, in a way that doesn't depend on the order."""
    return round(math.fsum(percents) / len(percents), 2) if percents else None
