"""Which person a review and each of its quotes name: links from names to rows, with the names as settled."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Certainty, Credit, Mention
from bot.store.base import listed
from bot.store.identity import person_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from bot.store.connections import Connection, Row


def known_people(stated: Iterable[Credit]) -> frozenset[str]:
    """Name those whose part in the film itself is stated; the others are no one to ask for."""
    return frozenset(
        credit.person for credit in stated if credit.film is None and credit.certainty is Certainty.STATED
    )


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom a review names: known people alone are linked."""

    review: int
    credits: tuple[Credit, ...]
    mentions: tuple[Mention, ...]
    known: frozenset[str]


async def link_people(db: Connection, library: int, namings: Sequence[Naming]) -> None:
    """Link reviews of a library and their quotes to the known people they name, in place of earlier links."""
    reviews = {"reviews": listed(naming.review for naming in namings)}
    held = await db.rows(
        """
        SELECT person, review_id AS review, spelling, name FROM review_people
        WHERE review_id IN (SELECT value FROM json_each(:reviews))
        """,
        reviews,
    )
    held_quotes = await db.rows(
        """
        SELECT p.person, p.shuffle, p.quote_id AS quote
        FROM quotes AS q CROSS JOIN quote_people AS p ON p.quote_id = q.id
        WHERE q.review_id IN (SELECT value FROM json_each(:reviews))
        """,
        reviews,
    )
    quotes: dict[int, list[Row]] = defaultdict(list)
    for row in await db.rows(
        """
        SELECT review_id, id, start, stop, shuffle FROM quotes
        WHERE review_id IN (SELECT value FROM json_each(:reviews))
        """,
        reviews,
    ):
        quotes[row["review_id"]].append(row)
    named, named_quotes = set[tuple[str, int, str, str]](), set[tuple[str, int, int]]()
    for naming in namings:
        mentions = sorted(
            (one for one in naming.mentions if one.person in naming.known), key=lambda one: one.start
        )
        spellings = {(one.person, one.as_written) for one in naming.credits if one.person in naming.known}
        spellings |= {(mention.person, mention.person) for mention in mentions}
        ids = {person: person_id(person) for person, _ in spellings}
        named |= {(ids[person], naming.review, spelling, person) for person, spelling in spellings}
        starts = [mention.start for mention in mentions]
        named_quotes |= {
            (ids[mention.person], quote["shuffle"], quote["id"])
            for quote in quotes[naming.review]
            for mention in mentions[bisect_left(starts, quote["start"]) : bisect_left(starts, quote["stop"])]
            if mention.end <= quote["stop"]
        }
    await _exchange(db, library, "review_people (person, review_id, spelling, name)", held, named)
    await _exchange(db, library, "quote_people (person, shuffle, quote_id)", held_quotes, named_quotes)


async def _exchange(
    db: Connection, library: int, table: str, held: Sequence[Row], wanted: Set[tuple[str | int, ...]]
) -> None:
    """Delete the rows that are no longer wanted and insert the new ones; most stay as they are."""
    name, _, columns = table.rstrip(")").partition(" (")
    names = columns.split(", ")
    before = {tuple(row) for row in held}
    gone = [{"library": library, **dict(zip(names, row, strict=True))} for row in sorted(before - wanted)]
    new = [{"library": library, **dict(zip(names, row, strict=True))} for row in sorted(wanted - before)]
    where = " AND ".join(f"{column} = :{column}" for column in names)
    await db.run_many(f"DELETE FROM {name} WHERE library_id = :library AND {where}", gone)  # noqa: S608
    await db.run_many(
        f"INSERT OR IGNORE INTO {name} (library_id, {columns}) VALUES (:library, :{', :'.join(names)})",  # noqa: S608
        new,
    )
