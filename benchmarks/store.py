"""How long the store takes to answer over a made-up corpus, at rest and beside a running load.

python benchmarks/store.py [--quotes 200000] [--times 300] [--database F]

A database that is named is kept and used again if it is there.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import multiprocessing
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from figures import line

from bot.errors import PullquoteError
from bot.models import (
    Attribution,
    Certainty,
    Credit,
    CreditKind,
    Extracted,
    FilmCandidate,
    Mention,
    Place,
    Quote,
    Score,
    Sentence,
    Stance,
    Theme,
)
from bot.settle import settle_films
from bot.store import Store
from bot.store.records import ReviewRecord
from bot.views import Scope

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Call = Callable[[], Awaitable[object]]

LIBRARY = 0
SMALL_LIBRARY = 77
SENTENCES = 60  # a review
QUOTES = 40  # of them
REVIEWS_A_FILM = 10
CRITICS = 250
WORDS = (
    "lantern",
    "harbour",
    "winter",
    "quiet",
    "brilliant",
    "dull",
    "camera",
    "score",
    "editing",
    "dialogue",
    "shadow",
    "comic",
    "tender",
    "brutal",
    "stiff",
    "lavish",
    "patient",
    "thrilling",
    "hollow",
    "warm",
    "strange",
    "elegant",
    "clumsy",
    "vivid",
    "restless",
    "careful",
    "gaudy",
    "sober",
    "lyrical",
    "tired",
)
COMMON = "film"
THEMES = tuple(Theme)


def made_up_review(number: int, root: str = "made-up", library: int = LIBRARY) -> ReviewRecord:
    """Make the same review of the same number every time."""
    chance = random.Random(f"{library}-{number}")
    film = number // REVIEWS_A_FILM
    title, year = f"{WORDS[film % 30].title()} {WORDS[film // 30 % 30].title()} {film}", 1920 + film % 100
    people = [
        f"{WORDS[(film + i) % 30].title()} {WORDS[(film // 30 + 3 * i) % 30].title()}son" for i in range(4)
    ]
    text, sentences, mentions = "", [], []
    for i in range(SENTENCES):
        words = " ".join(chance.choices(WORDS, k=14))
        name = people[i % 4] if i % 5 == 0 else ""
        start = len(text)
        text += f"{name or 'This'} makes the {COMMON} {words}. "
        if name:
            mentions.append(Mention(name, start, start + len(name)))
        sentences.append(Sentence(start, len(text) - 1))
    quotes = tuple(
        Quote(
            one.start,
            one.end,
            (chance.choice(THEMES),),
            chance.choice([Stance.FOR, None]),
            i == 0,
            i % 20 == 19,  # a spoiler
            0.5,
        )
        for i, one in enumerate(sentences[:QUOTES])
    )
    given = Place.outside("manifest: film")
    value = float(chance.randint(1, 10))
    said = Extracted(
        films=(FilmCandidate(title, year, given, "given", 1.0),),
        critic=Attribution(f"Critic {WORDS[number % 30]} {number % CRITICS}", given, "given", 1.0),
        outlet=Attribution(f"Outlet {number % 40}", given, "given", 1.0),
        scores=(Score("Overall", value, 10.0, 10 * value, f"{value:g}/10", given, "given", 1.0),),
        credits=tuple(
            Credit(name, name, "actor", f"Role {i}", CreditKind.NAMED, Certainty.STATED, "given", 1.0, given)
            for i, name in enumerate(people)
        ),
        mentions=tuple(mentions),
        sentences=tuple(sentences),
        quotes=quotes,
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ReviewRecord(root, f"{number:06d}.txt", digest, digest, text, said)


async def fill(store: Store, quotes: int) -> None:
    """Write the made-up corpus, and a small library of a server's own beside it."""
    start = time.perf_counter()
    reviews = quotes // QUOTES
    for number in range(reviews):
        await store.put_review(LIBRARY, made_up_review(number))
    written = time.perf_counter()
    for number in range(30):
        await store.put_review(SMALL_LIBRARY, made_up_review(number, library=SMALL_LIBRARY))
    each = 1000 * (written - start) / reviews
    print(f"{reviews} reviews, {reviews * QUOTES} quotes written: {each:.2f} ms a review")
    start = time.perf_counter()
    await settle_films(store, LIBRARY)
    await settle_films(store, SMALL_LIBRARY)
    print(f"films resolved and written: {time.perf_counter() - start:.1f} s")


async def questions(store: Store) -> dict[str, Call]:
    """What the commands ask, with names that change from call to call."""
    chance = random.Random(1)
    whole, small = Scope((LIBRARY,)), Scope((LIBRARY, SMALL_LIBRARY))
    films = (await store.films(whole, 0, 200)).films
    critics = (await store.critics(whole, 0, 200)).critics

    titles, names = [one.film.title for one in films], [one.critic.label for one in critics]

    def film() -> str:
        return chance.choice(films).film.id

    def critic() -> str:
        return chance.choice(critics).critic.id

    def theme() -> Theme:
        return chance.choice(THEMES)

    return {
        "draw_quote": lambda: store.draw_quote(whole),
        "draw_quote, no spoilers": lambda: store.draw_quote(whole, spoilers=False),
        "draw_quote film, no spoilers": lambda: store.draw_quote(whole, film=film(), spoilers=False),
        "draw_quote about, no spoilers": lambda: store.draw_quote(whole, about=theme(), spoilers=False),
        "draw_quote film": lambda: store.draw_quote(whole, film=film()),
        "draw_quote about": lambda: store.draw_quote(whole, about=theme()),
        "draw_quote critic, about": lambda: store.draw_quote(whole, critic=critic(), about=theme()),
        "draw_quote two libraries": lambda: store.draw_quote(small),
        "search rare words": lambda: store.search(whole, " ".join(chance.sample(WORDS, 3))),
        "search one word": lambda: store.search(whole, chance.choice(WORDS)),
        "search word in every sentence": lambda: store.search(whole, COMMON),
        "search it, half of a review": lambda: store.search(whole, COMMON, guarded=(LIBRARY,)),
        "search it, no spoilers": lambda: store.search(whole, COMMON, guarded=(LIBRARY,), spoilers=False),
        "search it in a small library": lambda: store.search(Scope((SMALL_LIBRARY,)), COMMON),
        "search film": lambda: store.search(whole, chance.choice(WORDS), film=film()),
        "fitting, rare words": lambda: store.fitting(whole, " ".join(chance.sample(WORDS, 3))),
        "fitting, a long message": lambda: store.fitting(whole, " ".join(chance.choices(WORDS, k=500))),
        "fitting, a film named": lambda: store.fitting(
            whole, f"{chance.choice(titles)} is {chance.choice(WORDS)}"
        ),
        "fitting, a critic named": lambda: store.fitting(
            whole, f"{chance.choice(names)}: {chance.choice(WORDS)}"
        ),
        "fitting, two libraries": lambda: store.fitting(small, " ".join(chance.sample(WORDS, 5))),
        "complete_films": lambda: store.complete_films(whole, chance.choice(WORDS)[: chance.randint(1, 5)]),
        "complete_films typo": lambda: store.complete_films(whole, chance.choice(WORDS)[::-1]),
        "complete_critics": lambda: store.complete_critics(whole, "critic " + chance.choice(WORDS)[:3], None),
        "complete_people": lambda: store.complete_people(whole, chance.choice(WORDS)[:3]),
        "film_card": lambda: store.film_card(whole, film()),
        "film_scores": lambda: store.film_scores(whole, film()),
        "film_cast": lambda: store.film_cast(whole, film()),
        "films": lambda: store.films(whole, chance.randint(0, 20), 10),
    }


async def measure(store: Store, times: int, note: str, seconds: float) -> None:
    """Ask every question so often, or as often as the seconds allow, and print what it took."""
    print(f"-- {note}")
    for name, ask in (await questions(store)).items():
        spent: list[float] = []
        nothing = 0
        until = time.perf_counter() + seconds
        while len(spent) < times and (len(spent) < 10 or time.perf_counter() < until):
            start = time.perf_counter()
            try:
                await ask()
            except PullquoteError:
                nothing += 1
            spent.append(1000 * (time.perf_counter() - start))
        print(line(name, spent, f"nothing found: {nothing}" if nothing else ""), flush=True)


def load_for_ever(database: Path) -> None:
    """Write reviews one after another until ended: a load in another process."""

    async def write() -> None:
        async with await Store.open(database) as store:
            for number in range(10_000_000):
                await store.put_review(LIBRARY, made_up_review(number % 500, root="beside"))

    asyncio.run(write())


async def run(database: Path, quotes: int, times: int, seconds: float) -> None:
    """Fill if empty, measure at rest, measure beside a load."""
    async with await Store.open(database) as store:
        if not (await store.holdings(Scope((LIBRARY,)))).reviews:
            await fill(store, quotes)
        await measure(store, times, "at rest", seconds)
        loader = multiprocessing.get_context("spawn").Process(
            target=load_for_ever, args=(database,), daemon=True
        )
        loader.start()
        try:
            await asyncio.sleep(2)
            await measure(store, times, "beside a load in another process", seconds)
        finally:
            loader.terminate()
            loader.join()
        start = time.perf_counter()
        await store.flush_cursors()
        print(f"flush_cursors: {1000 * (time.perf_counter() - start):.1f} ms")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quotes", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=300, help="calls of each question")
    parser.add_argument("--seconds", type=float, default=5.0, help="at most so long for each question")
    parser.add_argument("--database", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = args.database or Path(folder, "benchmark.db")
        asyncio.run(run(database, args.quotes, args.times, args.seconds))
        print(f"database: {database.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
