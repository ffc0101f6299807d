"""One critic's review, and single quotes by their id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Gone, NothingFound
from bot.models import CastEntry, Certainty, Credit, CreditKind
from bot.store.base import libraries_of, listed
from bot.store.merged import Merged
from bot.store.rows import quote_views, review_refs, scores_of
from bot.views import FilmRef, QuoteView, ReviewCard, Scope
from bot.words.finding import no_review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store.connections import Connection
    from bot.store.lookups import Libraries


class Reviews(Merged):
    """Single reviews and quotes."""

    async def review_cards(self, scope: Scope, film: str, critic: str) -> tuple[ReviewCard, ...]:
        """Answer with a critic's reviews of a film; raises NoMatch, Gone or NothingFound."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            ref = await self._find_film(db, libraries, film)
            name = await self._find_critic(db, libraries, critic)
            rows = await db.rows(
                """
                SELECT id FROM reviews
                WHERE library_id IN (SELECT value FROM json_each(:libraries))
                    AND film = :film AND critic = :critic
                ORDER BY library_id, root, source
                """,
                {"libraries": listed(libraries), "film": ref.id, "critic": name.id},
            )
            if not rows:
                raise NothingFound(no_review(ref.title, name.label))
            return tuple([await self._card(db, libraries, row["id"], ref) for row in rows])

    async def review_card(self, scope: Scope, review_id: str) -> ReviewCard:
        """Answer with one review by its public id; raises Gone."""
        async with self._db.read() as db:
            libraries = await self._libraries(db, scope)
            row = await db.row(
                """
                SELECT r.id, r.film, f.title, f.year
                FROM reviews AS r LEFT JOIN films AS f ON f.library_id = r.library_id AND f.id = r.film
                WHERE r.public_id IN (:id, (SELECT new_id FROM moved_ids WHERE old_id = :id))
                    AND r.library_id IN (SELECT value FROM json_each(:libraries))
                ORDER BY r.public_id = :id DESC LIMIT 1
                """,
                {"id": review_id, "libraries": listed(libraries)},
            )
            if row is None:
                raise Gone("review")
            film = FilmRef(row["film"], row["title"], row["year"]) if row["film"] else None
            return await self._card(db, libraries, row["id"], film)

    async def quote(self, scope: Scope, quote_id: str) -> QuoteView:
        """Answer with one quote by its public id; raises Gone."""
        async with self._db.read() as db:
            row = await db.row(
                """
                SELECT id FROM quotes
                WHERE public_id IN (:id, (SELECT new_id FROM moved_ids WHERE old_id = :id))
                    AND library_id IN (SELECT value FROM json_each(:libraries))
                ORDER BY public_id = :id DESC LIMIT 1
                """,
                {"id": quote_id, "libraries": listed(libraries_of(scope))},
            )
            if row is None:
                raise Gone("quote")
            return (await quote_views(db, [row["id"]]))[row["id"]]

    async def _card(
        self, db: Connection, libraries: Libraries, review: int, film: FilmRef | None
    ) -> ReviewCard:
        refs, scores = await review_refs(db, [review]), await scores_of(db, [review])
        row = await db.row("SELECT headline FROM reviews WHERE id = :review", {"review": review})
        rows = await db.rows(
            "SELECT id FROM quotes WHERE review_id = :review ORDER BY weight DESC, start", {"review": review}
        )
        quotes = tuple((await quote_views(db, [found["id"] for found in rows])).values())
        verdict = next((quote for quote in quotes if quote.verdict), None)
        own = await self._own_credits(db, libraries, review, film)
        return ReviewCard(
            review=refs[review],
            headline=row["headline"] if row else None,
            scores=scores.get(review, ()),
            verdict=verdict,
            quotes=tuple(quote for quote in quotes if quote is not verdict),
            cast=_cast(own),
            directors=tuple(dict.fromkeys(credit.person for credit in own if credit.role == "director")),
        )

    async def _own_credits(
        self, db: Connection, libraries: Libraries, review: int, film: FilmRef | None
    ) -> tuple[Credit, ...]:
        settled = await self._settled_of(db, libraries, film, [review])
        return tuple(
            credit
            for credit in settled[review]
            if credit.film is None and credit.certainty is Certainty.STATED
        )


def _cast(own: Iterable[Credit]) -> tuple[CastEntry, ...]:
    """Gather a review's actors in the order it names them."""
    people: dict[str, list[Credit]] = {}
    for credit in own:
        if credit.role == "actor":
            people.setdefault(credit.person, []).append(credit)
    return tuple(
        CastEntry(
            person=person,
            spellings=tuple(dict.fromkeys(credit.as_written for credit in found)),
            characters=tuple(
                dict.fromkeys(
                    credit.character for credit in sorted(found, key=_named_first) if credit.character
                )
            ),
            critics=1,
        )
        for person, found in people.items()
    )


def _named_first(credit: Credit) -> tuple[bool, float]:
    return credit.kind is CreditKind.DESCRIBED, -credit.confidence
