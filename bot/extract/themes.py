"""What a quote is about: themes by their words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.extract.theme_evidence import weigh_themes
from bot.extract.theme_weights import BASE, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.models import Theme

MOST = 3
"""Themes a quote carries at most; a sentence that lists every craft is about none of them in particular."""

_SURE = 0.66  # the least probability of a theme


def find_themes(
    lows: list[str],
    judged: Sequence[int] = (),
    people: Mapping[str, tuple[Theme, ...]] | None = None,
    names: Sequence[int] = (),
) -> tuple[Theme, ...]:
    """Name the themes that an excerpt's judgement is about, the surest first, at most three.

    ``judged`` are the indices of its judging words, ``people`` says what the bearer of a name (in lower case)
    does, ``names`` are the indices of its names.

    >>> find_themes("the chase is a marvel of camera work and stunts".split(), [4])
    (<Theme.ACTION: 'action'>, <Theme.VISUALS: 'visuals'>)
    >>> find_themes("the best film in the world".split(), [1])
    ()
    """
    sure = {
        theme: chance
        for theme, measures in weigh_themes(lows, judged, people, names).items()
        if (chance := _chance(theme, measures)) >= _SURE
    }
    return tuple(sorted(sure, key=lambda theme: -sure[theme])[:MOST])


def _chance(theme: Theme, measures: Mapping[str, float]) -> float:
    own, shared = WEIGHTS[theme], WEIGHTS[None]
    logit = BASE + own.get("any", 0.0)
    for name, value in measures.items():
        logit += value * (shared.get(name, 0.0) + own.get(name, 0.0))
    return 1 / (1 + math.exp(-logit))
