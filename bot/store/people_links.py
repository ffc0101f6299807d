"""Which person a review and each of its quotes name: links from names to rows, with the names as settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.models import Certainty, Credit, Mention
from bot.store.identity import person_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store.connections import Connection


def known_people(stated: Iterable[Credit]) -> frozenset[str]:
    """Name those whose part in the film itself is stated; the others are no one to ask for."""
    return frozenset(
        credit.person for credit in stated if credit.film is None and credit.certainty is Certainty.STATED
    )


async def link_people(
    db: Connection, review: int, stated: Iterable[Credit], mentions: Iterable[Mention], known: frozenset[str]
) -> None:
    """Link a review and its quotes to the known people it names, in place of earlier links."""
    await _unlink_people(db, review)
    row = await db.row("SELECT library_id FROM reviews WHERE id = :id", {"id": review})
    assert row is not None  # noqa: S101 - callers hold the review's row
    mentions = [mention for mention in mentions if mention.person in known]
    spellings = {(credit.person, credit.as_written) for credit in stated if credit.person in known}
    spellings |= {(mention.person, mention.person) for mention in mentions}
    ids = {person: person_id(person) for person, _ in spellings}
    await db.run_many(
        """
        INSERT OR IGNORE INTO review_people (library_id, person, review_id, name, spelling)
        VALUES (:library, :person, :review, :name, :spelling)
        """,
        [
            {
                "library": row["library_id"],
                "person": ids[person],
                "review": review,
                "name": person,
                "spelling": spelling,
            }
            for person, spelling in sorted(spellings)
        ],
    )
    quotes = await db.rows(
        "SELECT id, start, stop, shuffle FROM quotes WHERE review_id = :id", {"id": review}
    )
    await db.run_many(
        """
        INSERT OR IGNORE INTO quote_people (library_id, person, shuffle, quote_id)
        VALUES (:library, :person, :shuffle, :quote)
        """,
        [
            {
                "library": row["library_id"],
                "person": ids[mention.person],
                "shuffle": quote["shuffle"],
                "quote": quote["id"],
            }
            for quote in quotes
            for mention in mentions
            if quote["start"] <= mention.start and mention.end <= quote["stop"]
        ],
    )


async def _unlink_people(db: Connection, review: int) -> None:
    """Remove a review's links."""
    await db.run("DELETE FROM review_people WHERE review_id = :id", {"id": review})
    await db.run(
        "DELETE FROM quote_people WHERE quote_id IN (SELECT id FROM quotes WHERE review_id = :id)",
        {"id": review},
    )
