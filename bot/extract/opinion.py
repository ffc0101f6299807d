"""Which words of a sentence judge, which way and how strongly: negation, contrast and concession taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.extract.lexicon import CRAFT, TURNS, VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.tokens import Hits


class Judgement(NamedTuple):
    """One judging word: which token it is, and its strength; positive for praise, 2 where it only judges works."""

    at: int
    strength: float


_REACH = 4  # how many words a negation reaches: "not a particularly good film"
_STOPS = frozenset(
    [
        ",",
        ";",
        ":",
        ".",
        "!",
        "?",
        "(",
        ")",
        "but",
        "and_then",
        "because",
        "although",
        "though",
        "while",
        "and_yet",
    ]
)
_ALSO = frozenset(["and", "or", "nor"])  # "not funny and not moving" denies twice
_SENTIMENT_NEGATORS = frozenset(
    ["lacks", "lack", "lacking", "lacked", "fails", "fail", "failed", "failing", "unable"]
)


def find_judgements(lows: list[str], hits: Hits | None = None) -> tuple[Judgement, ...]:
    """Find the judging words of one sentence's tokens; ``hits``: what the lexicon read there.

    >>> [j.strength for j in find_judgements(["not", "a", "good", "film"])]
    [-0.8]
    >>> [j.strength for j in find_judgements(["never", "boring"])]
    [2.0]
    """
    values = [found for found in (hits.find(VALUES) if hits else VALUES.find(lows)) if found[2]]
    if not values:
        return ()
    turns = hits.find(TURNS) if hits else TURNS.find(lows)
    negations = _negated(lows, turns)
    unreal = {
        place
        for first, length, kind in turns
        if kind == "unreal"
        for place in range(first, first + length + _REACH)
    }
    compared = max((at for at, _, kind in turns if kind == "compared"), default=-1)
    found = []
    for index, length, value in values:
        low = lows[index]
        if low in _SENTIMENT_NEGATORS and length == 1:
            # "lacks charm" is one judgement, not two: the negation of what follows says it.
            following = [i for i in range(index + 1, min(len(lows), index + 1 + _REACH)) if lows[i] in _STOPS]
            limit = following[0] if following else index + 1 + _REACH
            if any(index < at < limit for at, _, _ in values):
                continue
        strength = value
        if value > 0 and index < compared:
            strength = -strength  # "more entertaining than this one"
        # A phrase that carries its own negation ("never boring") is not turned again.
        if length == 1 and index in negations:
            strength *= -0.8
        if length == 1 and index in unreal:
            strength *= -0.9 if strength > 0 else 0.3
        found.append(Judgement(index, strength))
    return tuple(found)


def find_craft(lows: list[str], hits: Hits | None = None) -> tuple[int, ...]:
    """Find where the film or one of its crafts is named; ``hits``: what the lexicon read there.

    >>> find_craft(["the", "plot", "of", "this", "film"])
    (1, 4)
    """
    return tuple(index for index, _, _ in (hits.find(CRAFT) if hits else CRAFT.find(lows)))


def _negated(lows: list[str], turns: Sequence[tuple[int, int, str]]) -> frozenset[int]:
    """Indices within a negation's reach; two negations cancel out ("not without charm")."""
    reached: dict[int, int] = {}
    starts = {index for index, _, _ in turns}
    for index, length, kind in turns:
        if kind != "negation":
            continue
        begin = index + length
        if begin < len(lows) and lows[begin] == "," and "," in lows[begin + 1 : begin + 7]:
            begin += 1 + lows[begin + 1 :].index(",") + 1  # "not, for this viewer, an entertaining one"
        for place in range(begin, min(len(lows), begin + _REACH)):
            if lows[place] in _STOPS or (lows[place] in _ALSO and place + 1 in starts):
                break
            reached[place] = reached.get(place, 0) + 1
    return frozenset(place for place, times in reached.items() if times % 2)
