"""How well quotes fit the words of a message: which words tell, what each weighs, which quotes to show."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.store.everyday_words import CHATTER, FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.store.connections import Row

HITS = 800
"""Sentences looked at for one word."""

_ASKED = 18  # words that are looked up; of more, the longest, which are mostly the rarest
_WEAK = 0.34  # of the best score: what fits less is left out


@dataclass(slots=True)
class Match:
    """A quote with the words of the message that are in it."""

    row: Row
    words: set[str] = field(default_factory=set)


def ranked(matches: Iterable[Match], weights: Mapping[str, float]) -> list[Match]:
    """Put the best first, and leave out what fits much less."""
    found = sorted(matches, key=lambda one: (-_score(one, weights), *_worth(one.row)))
    least = _WEAK * _score(found[0], weights) if found else 0.0
    return [one for one in found if _score(one, weights) >= least]


def _score(match: Match, weights: Mapping[str, float]) -> float:
    """Rarity of the words in a quote; several together tell more than one that is rarer."""
    return sum(weights[word] for word in match.words) * math.sqrt(len(match.words))


def _worth(row: Row) -> tuple[float, int, int]:
    return (-row["weight"], row["stop"] - row["start"], row["shuffle"])


def askable(said: Sequence[str]) -> list[str]:
    """Choose the words of a message that may tell quotes apart.

    >>> askable(["that", "foggy", "harbour", "at", "2"])
    ['harbour', 'foggy']
    """
    words = dict.fromkeys(word for word in said if len(word) > 1 and not word.isdigit())
    telling = [word for word in words if word not in FUNCTION_WORDS and word not in CHATTER]
    return sorted(telling, key=lambda word: -len(word))[:_ASKED]


def weighed(hits: Mapping[str, tuple[int, ...]]) -> tuple[dict[int, set[str]], dict[str, float]]:
    """Turn hits around: the words in each sentence, and what each word weighs, the rarer the more."""
    words: dict[int, set[str]] = defaultdict(set)
    for word, ids in hits.items():
        for row in ids:
            words[row].add(word)
    return words, {word: 1 + math.log2(HITS / len(ids)) for word, ids in hits.items()}


def varied(found: Sequence[Match], most: int) -> list[Match]:
    """Take the best that don't overlap: of each review one, then more where there are too few reviews."""
    taken: list[Match] = []
    times: Counter[int] = Counter()
    for rounds in range(1, most + 1):
        for one in found:
            if len(taken) == most:
                break
            if times[one.row["review_id"]] < rounds and not any(
                _overlap(one.row, other.row) for other in taken
            ):
                taken.append(one)
                times[one.row["review_id"]] += 1
    return sorted(taken, key=found.index)


def _overlap(one: Row, other: Row) -> bool:
    same: bool = one["review_id"] == other["review_id"]
    return same and bool(one["start"] < other["stop"] and other["start"] < one["stop"])
