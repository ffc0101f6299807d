"""What a review says around a quote: how its other sentences judge, its score, and what its people are known for."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.models import CreditKind, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.extract.excerpts import Excerpt
    from bot.models import Credit, Score

_ROLES = {
    "actor": Theme.PERFORMANCES,
    "director": Theme.DIRECTION,
    "composer": Theme.MUSIC,
    "cinematographer": Theme.VISUALS,
    "writer": Theme.STORY,
}
_SHORTEST_NAME = 3  # letters
_SCORE_OF_NOTHING = 55.0  # percent that speak neither way
_SCORE_SPAN = 45.0
_HALF_SURE = 4.0  # as many judgements again are needed to be half sure of a review's tone
_CLEAR = 2.0  # a neighbour's balance that leaves little doubt


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One review as the frame of its quotes."""

    balances: tuple[float, ...]  # praise less blame, sentence by sentence
    percent: float | None
    people: Mapping[str, tuple[Theme, ...]]  # lower-case parts of names, with what their bearers do
    _total: float = field(init=False, repr=False)
    _sides: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Summed once: a long file has thousands of quotes.
        object.__setattr__(self, "_total", math.fsum(self.balances))
        object.__setattr__(self, "_sides", math.fsum(map(abs, self.balances)))

    def around(self, first: int, count: int) -> dict[str, float]:
        """Measure how the rest of the review judges, seen from ``count`` sentences from ``first`` on.

        >>> measures = Surroundings((2.0, 0.0, 2.0), 100.0, {}).around(1, 1)
        >>> {name: round(value, 2) for name, value in measures.items()}
        {'tone': 0.5, 'next to it': 1.52, 'score': 1.0}
        """
        after = first + count
        own = self.balances[first:after]
        sides = self._sides - math.fsum(map(abs, own)) + _HALF_SURE
        found = {"tone": (self._total - math.fsum(own)) / sides}
        for name, places in (("next to it", (first - 1, after)), ("two away", (first - 2, after + 1))):
            near = [math.tanh(self.balances[at] / _CLEAR) for at in places if 0 <= at < len(self.balances)]
            if any(near):
                found[name] = math.fsum(near)
        if self.percent is not None:
            found["score"] = (self.percent - _SCORE_OF_NOTHING) / _SCORE_SPAN
        return found


def read_surroundings(
    excerpts: Sequence[Excerpt], credits_: Sequence[Credit] = (), scores: Sequence[Score] = ()
) -> Surroundings:
    """Read a review once for all its quotes; of its scores the first counts."""
    people: dict[str, tuple[Theme, ...]] = {}

    def know(name: str, theme: Theme) -> None:
        for part in _parts(name):
            if theme not in people.get(part, ()):
                people[part] = (*people.get(part, ()), theme)

    for credit in credits_:
        if credit.film is not None:
            continue
        if credit.character and credit.kind is CreditKind.NAMED:
            know(credit.character, Theme.CHARACTERS)
        if theme := _ROLES.get(credit.role):
            know(credit.person, theme)
    return Surroundings(
        tuple(math.fsum(judgement.strength for judgement in excerpt.judgements) for excerpt in excerpts),
        scores[0].percent if scores else None,
        people,
    )


def _parts(name: str) -> list[str]:
    return [part.lower() for part in name.split() if len(part) >= _SHORTEST_NAME and part[0].isupper()]
