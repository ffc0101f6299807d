"""How fast a server's library takes in a table of made-up reviews, and whether the bot keeps answering meanwhile.

python benchmarks/library.py [--reviews 5000]
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import csv
import io
import random
import resource
import tempfile
import time
from pathlib import Path

from figures import line

from bot.errors import PullquoteError
from bot.library import Librarian
from bot.models import Edits
from bot.store import Store
from bot.views import QuoteFilter, Scope

SERVER, MEMBER = 501, 1
OPINIONS = (
    "A superb harbour picture with gorgeous light and a dreadful middle",
    "The fog over the docks is staged with glorious patience",
    "{actor} is magnificent as {character}, the finest thing in it",
    "The story is a tired bore from its first scene to its last",
    "Every joke lands, and the music swells beautifully",
    "The pacing is painfully slow, though the ending is a marvellous surprise",
    "I laughed twice and yawned for an hour",
    "The dialogue is worse than the plot, which is no small feat",
)
FIRST = ("James", "Ada", "Mirela", "Jon", "Cora", "Ivo", "Una", "Peter", "Grace", "Thomas")
LAST = ("Marlow", "Sample", "Stanek", "Vale", "Holm", "Brandt", "Keller", "Moss", "Adler", "Finch")


def table(count: int) -> bytes:
    """Make up a table of reviews."""
    draw = random.Random(5)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["film", "year", "critic", "rating", "text"])
    for number in range(count):
        actor, character, critic = (f"{draw.choice(FIRST)} {draw.choice(LAST)}" for _ in range(3))
        said = [draw.choice(OPINIONS) for _ in range(draw.randint(6, 22))]
        text = ". ".join(one.format(actor=actor, character=character) for one in said)
        film = f"The Film of {draw.choice(LAST)} {number % 1200}"
        writer.writerow(
            [film, 1930 + number % 90, critic, f"{draw.randint(1, 10)}/10", f"{text}. Number {number}."]
        )
    return out.getvalue().encode()


class Meanwhile:
    """Asks for quotes all the time, as members would, and notes how long the answers take."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.answers: list[float] = []  # milliseconds
        self.pauses: list[float] = []  # what the event loop was late by

    async def run(self) -> None:
        while True:
            began = time.perf_counter()
            with contextlib.suppress(PullquoteError):
                await self._store.draw(Scope((0, SERVER)), QuoteFilter())
            self.answers.append(1000 * (time.perf_counter() - began))
            began = time.perf_counter()
            await asyncio.sleep(0.02)
            self.pauses.append(1000 * (time.perf_counter() - began - 0.02))


async def measure(path: Path, count: int) -> None:
    """Import, edit one, forget all."""
    data = table(count)
    async with await Store.open(path) as store:
        librarian, meanwhile = Librarian(store), Meanwhile(store)
        asking = asyncio.create_task(meanwhile.run())
        began = time.perf_counter()

        def told(what: str) -> None:
            nonlocal began
            print(f"{what:<24} {time.perf_counter() - began:8.2f} s")
            began = time.perf_counter()

        understood = await librarian.understand(SERVER, MEMBER, "films.csv", data)
        told("understanding")
        import_id = await librarian.begin_import(SERVER, MEMBER, understood)
        told("keeping what was given")
        report = await librarian.run_import(SERVER, import_id)
        seconds = time.perf_counter() - began
        told("reading")
        print(f"{report.kept} reviews, {report.kept / seconds:.0f} a second")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"the bot's own memory at most {peak:.0f} MB")
        print(line("a quote meanwhile", meanwhile.answers))
        print(line("the loop's delay", meanwhile.pauses))
        (newest,) = (await store.originals(SERVER, per_page=1)).lines
        began = time.perf_counter()
        await librarian.edit(SERVER, newest.id, Edits(critic="Ada Sample"))
        told("one edit")
        await librarian.forget(SERVER)
        told("forgetting all")
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asking


def main() -> None:
    """Measure in a database of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reviews", type=int, default=5000)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder) / "library.db", parser.parse_args().reviews))


if __name__ == "__main__":
    main()
