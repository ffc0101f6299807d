"""What the tests of a server's library give it, and when that happens."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

from bot.views import Scope

CLUB, OTHER = 501, 502
ANN, BEN = 1, 2
OWN = Scope((CLUB,))

ROPE = """---
title: Rope
year: 1948
critic: Ada Sample
rating: 4/5
cast: [James Stewart as Rupert Cadell]
---
Hitchcock's camera glides through the flat with gruesome patience. The party is a superb exercise in nerves.
"""
FERN = """---
title: Fern
year: 1950
critic: Bo Example
---
A gentle comedy with a dull middle. The music is lovely and the ending is a marvellous surprise.
"""


class World:
    """A clock and a calendar that stand still until told."""

    def __init__(self):
        self.seconds = 0.0
        self.day = datetime(2026, 3, 1, tzinfo=UTC)

    def clock(self):
        return self.seconds

    def now(self):
        return self.day


async def add(librarian, text, name="a.md", library=CLUB, user=ANN, edits=None):
    understood = await librarian.understand(library, user, name, text.encode(), edits)
    return await librarian.add(library, user, understood)


async def texts(store, library=CLUB):
    return [one.text async for one in store.exported_reviews(library)]


async def sources(store, library=CLUB):
    return [one.source async for one in store.exported_reviews(library)]


def table(count, start=0):
    """A table of reviews, as bytes."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["film", "year", "critic", "rating", "text"])
    for n in range(start, start + count):
        writer.writerow(
            [f"Film {n}", 1950 + n % 50, f"Critic {n % 7}", "7/10", f"A superb and dreadful film {n}. Go!"]
        )
    return out.getvalue().encode()


async def begin(librarian, data, name="films.csv", library=CLUB, user=ANN):
    understood = await librarian.understand(library, user, name, data)
    return await librarian.begin_import(library, user, understood)
