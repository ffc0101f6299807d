"""Which words of a sentence judge, which way and how strongly: negation, contrast and concession taken in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract import opinion_words as words
from bot.extract.tokens import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judging word: where it stands, and its strength, positive for praise, 2 where it only judges works."""

    index: int
    strength: float


_VALUES: Phrases[float] = Phrases(
    {1.0: words.GOOD, -1.0: words.BAD, 2.0: words.PRAISE, -2.0: words.FAULT},
)
_NEGATION: Phrases[bool] = Phrases({True: words.NEGATION, False: words.NO_NEGATION})
_CRAFT: Phrases[bool] = Phrases({True: words.CRAFT})

_COMPARED: Phrases[bool] = Phrases(
    {True: "than_this than_the_film_itself than_this_one than_anything_in_this than_anything_here"},
)

_REACH = 4  # how many words a negation reaches: "not a particularly good film"
_STOPS = frozenset(
    [",", ";", ":", ".", "!", "?", "(", ")", "but", "and_then", "because", "although", "though"]
)
_SENTIMENT_NEGATORS = frozenset(
    ["lacks", "lack", "lacking", "lacked", "fails", "fail", "failed", "failing", "unable"]
)


def find_judgements(lows: Sequence[str]) -> tuple[Judgement, ...]:
    """Find the judging words of one sentence's tokens.

    >>> [j.strength for j in find_judgements(["not", "a", "good", "film"])]
    [-0.8]
    >>> [j.strength for j in find_judgements(["never", "boring"])]
    [2.0]
    """
    negations = _negated(lows)
    found = []
    for index, length, value in _VALUES.find(lows):
        low = lows[index]
        if low in _SENTIMENT_NEGATORS and length == 1:
            # "lacks charm" is one judgement, not two: the negation of what follows says it.
            following = [i for i in range(index + 1, min(len(lows), index + 1 + _REACH)) if lows[i] in _STOPS]
            limit = following[0] if following else index + 1 + _REACH
            if any(True for _ in _VALUES.find(lows[index + 1 : limit])):
                continue
        if value > 0 and _COMPARED.any(lows[index + length :]):
            value = -value  # "more entertaining than this one"
        # A phrase that carries its own negation ("never boring") is not turned again.
        turned = length == 1 and index in negations
        found.append(Judgement(index, -0.8 * value if turned else value))
    return tuple(found)


def find_craft(lows: Sequence[str]) -> tuple[int, ...]:
    """Find where the film or one of its crafts is named.

    >>> find_craft(["the", "plot", "of", "this", "film"])
    (1, 4)
    """
    return tuple(index for index, _, _ in _CRAFT.find(lows))


def _negated(lows: Sequence[str]) -> frozenset[int]:
    """Indices within a negation's reach; two negations cancel out ("not without charm")."""
    reached: dict[int, int] = {}
    for index, length, negates in _NEGATION.find(lows):
        if not negates:
            continue
        for place in range(index + length, min(len(lows), index + length + _REACH)):
            if lows[place] in _STOPS:
                break
            reached[place] = reached.get(place, 0) + 1
    return frozenset(place for place, times in reached.items() if times % 2)
