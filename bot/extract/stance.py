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

_SURE = 0.62  # the least probability of a stance
_WEIGHTS = {Stance.FOR: FOR, Stance.AGAINST: AGAINST, None: NEITHER}


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
    alone = {stance: _logit(weights, measures) for stance, weights in _WEIGHTS.items()}
    whole = {stance: logit + _sum(_WEIGHTS[stance], around or {}) for stance, logit in alone.items()}
    total = sum(map(math.exp, whole.values()))
    for stance, other in ((Stance.FOR, Stance.AGAINST), (Stance.AGAINST, Stance.FOR)):
        # The rest of the review settles a doubt; it turns nothing round.
        if math.exp(whole[stance]) >= _SURE * total and alone[stance] > alone[other]:
            return stance
    return None


def _logit(weights: Mapping[str, float], measures: Mapping[str, float]) -> float:
    return weights["any"] + _sum(weights, measures)


def _sum(weights: Mapping[str, float], measures: Mapping[str, float]) -> float:
    return sum([weights[name] * value for name, value in measures.items() if name in weights])
