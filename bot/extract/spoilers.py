"""Which sentences of a review give its story away: fates, culprits, reversals, endings, and what is retold at length.

Each sentence's signs are weighed twice: alone, then with how much the sentences around it tell.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.extract import spoiler_weights as weights
from bot.extract.spoiler_signs import mean_near, read_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.excerpts import Excerpt
    from bot.extract.spoiler_signs import Signs
    from bot.models import Sentence


_WEIGHTS = {
    sign: (weights.ALONE.get(sign, 0.0), weights.TOGETHER.get(sign, 0.0))
    for sign in weights.ALONE.keys() | weights.TOGETHER.keys()
}


class Spoilers:
    """Which sentences of one review give something away.

    >>> from bot.extract.excerpts import Excerpt
    >>> view = "A fine, funny film. In the end, it turns out that Tom is the killer and shoots himself."
    >>> spoilers = Spoilers(view, (Excerpt(view, 0, 19), Excerpt(view, 20, len(view))))
    >>> spoilers.told
    frozenset({20})
    """

    def __init__(self, view: str, excerpts: Sequence[Excerpt]) -> None:
        signs = read_signs(view, excerpts)
        self.told = frozenset(
            excerpt.start
            for excerpt, one, score in zip(excerpts, signs, weigh(signs), strict=True)
            if score > weights.THRESHOLD or _is_plain(one)
        )

    def among(self, parts: Sequence[Excerpt]) -> bool:
        """Whether one of these sentences is told."""
        return any(part.start in self.told for part in parts)


def _is_plain(signs: Signs) -> bool:
    """Whether it says outright how it turned out, and for whom: wherever that stands, and however it is judged."""
    return (
        "revealed" in signs
        and not {"excuses", "bracket"} & signs.keys()
        and ("grave" in signs or "the death" in signs or "in the end" in signs)
    )


def weigh(signs: Sequence[Signs]) -> list[float]:
    """How much each sentence of one review gives away, above or below ``spoiler_weights.THRESHOLD``."""
    alone, together = [], []
    for one in signs:
        here, there = weights.ALONE_BASE, 0.0
        for sign, value in one.items():
            if sign in _WEIGHTS:
                first, second = _WEIGHTS[sign]
                here += first * value
                there += second * value
        alone.append(1 / (1 + math.exp(-here)))
        together.append(there)
    return [
        there + sum([weights.TOGETHER[sign] * value for sign, value in near.items()])
        for there, near in zip(together, mean_near(alone), strict=True)
    ]


def mark_spoilers(sentences: Sequence[Sentence], spoilers: Spoilers) -> tuple[Sentence, ...]:
    """Mark the sentences that give the story away, whether they are quoted or not."""
    return tuple(replace(one, spoiler=True) if one.start in spoilers.told else one for one in sentences)
