"""Whether a quote speaks for the film or against it; None where it weighs both, or says neither."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.extract.stance_evidence import weigh_evidence
from bot.extract.stance_weights import AGAINST, FOR, NEITHER
from bot.models import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.extract.opinion import Judgement

_SURE = 0.6  # the least probability of a stance


def read_stance(
    lows: list[str], judgements: Sequence[Judgement], around: Mapping[str, float] | None = None
) -> Stance | None:
    """Weigh the judgements of one excerpt; ``around`` is what the rest of its review says, where that is known.

    >>> from bot.extract.opinion import find_judgements
    >>> for text in ("a dull film", "despite a dull start , a superb film", "superb but dull"):
    ...     print(read_stance(text.split(), find_judgements(text.split())))
    against
    for
    None
    """
    measures = weigh_evidence(lows, judgements)
    if not measures.keys() - {"short", "long"}:
        return None
    if around:
        measures.update(around)
    praise, blame, neither = (
        math.exp(weights["any"] + sum(weights.get(name, 0.0) * value for name, value in measures.items()))
        for weights in (FOR, AGAINST, NEITHER)
    )
    whole = praise + blame + neither
    if praise >= _SURE * whole:
        return Stance.FOR
    return Stance.AGAINST if blame >= _SURE * whole else None
