"""Public ids: short strings derived from what a thing is, the same after a re-load or in a fresh database."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from bot.text import fold, fold_title, public_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.models import Film
    from bot.store.records import FactsRecord


SERVER_ROOT = "discord"
"""Where the reviews of a server's library come from, in place of a folder's name."""


def review_id(library: int, root: str, source: str) -> str:
    """Name a review."""
    return public_id("review", library, root, source)


def quote_ids(review: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Name a review's quotes, given in the order of the text; equal texts are told apart by occurrence."""
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        ids.append(public_id("quote", review, text, seen[text]))
        seen[text] += 1
    return tuple(ids)


def film_id(film: Film) -> str:
    """Name a film: equal wherever title (folded) and year are.

    >>> from bot.models import Film
    >>> film_id(Film("The Third Man", 1949)) == film_id(Film("third man", 1949, ("Der dritte Mann",)))
    True
    """
    return public_id("film", fold_title(film.title), film.year)


def critic_id(name: str | None, review: str) -> str:
    """Name a critic; an unnamed one is known by the review alone."""
    folded = fold(name) if name else ""
    return public_id("critic", folded) if folded else public_id("critic", "", review)


def person_id(name: str) -> str:
    """Name a person."""
    return public_id("person", fold(name))


def shuffle_of(public: str) -> int:
    """Place a quote on the random walk: a number of 62 bits that looks random and is always the same."""
    return int.from_bytes(hashlib.sha256(public.encode()).digest()[:8], "big") >> 2


def film_digest(film: Film, members: Iterable[FactsRecord]) -> str:
    """Sum up what a film's resolution depends on: itself and its reviews' fingerprints, in whatever order."""
    parts = [repr((film.title, film.year, film.aliases))]
    parts += sorted(f"{member.facts.key} {member.fingerprint}" for member in members)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
