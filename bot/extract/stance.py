"""Whether a quote speaks for the film or against it; None where it weighs both, or says neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.tokens import Phrases
from bot.models import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.opinion import Judgement

# What stands behind one of these outweighs what stands before.
_TURN: Phrases[bool] = Phrases(
    {
        True: """but yet however nevertheless nonetheless still_manages still_works even_so that_said that_being_said
        only_to unfortunately""",
        False: "but_something_to_say but_also but_rather nothing_but anything_but all_but but_not_least",
    }
)
# What follows one of these, up to the comma, is granted only to be outweighed.
_GRANT: Phrases[bool] = Phrases(
    {
        True: """despite in_spite_of although though even_though while even_if whatever notwithstanding not_without
        if_not if_you if_you're if_you've if_you'd as_much_as for_all if_sometimes if_occasionally aside_from apart_from
        other_than except_for regardless_of whatever_its not_perfect isn't_perfect not_flawless far_from_perfect
        isn't_without not_too_bad not_too_horrible""",
    }
)

_ONLY_FIRST = frozenset(["while", "if", "as", "for", "whatever"])  # elsewhere they say "meanwhile", "whether"
_OPENERS = frozenset([",", ";", "(", "-", "and", "but", '"', ".", "!", "?"])
_GRANTED = 0.25
_OUTWEIGHED = 0.6
_CLEAR = 0.9  # less than this in all is no stance
_DOUBT = 1.8  # how many times over one side must outweigh the other


def read_stance(lows: list[str], judgements: Sequence[Judgement]) -> Stance | None:
    """Weigh the judgements of one excerpt.

    >>> from bot.extract.opinion import find_judgements
    >>> for text in ("a dull film", "despite a dull start , a superb film", "superb but dull"):
    ...     print(read_stance(text.split(), find_judgements(text.split())))
    against
    for
    None
    """
    granted = _granted(lows)
    last = max((j.at for j in judgements), default=-1)
    turn = max((index for index, _, turns in _TURN.find(lows) if turns and index < last), default=-1)
    praise = blame = 0.0
    for judgement in judgements:
        weight = abs(judgement.strength)
        if judgement.at in granted:
            weight *= _GRANTED
        elif judgement.at < turn:
            weight *= _OUTWEIGHED
        if judgement.strength > 0:
            praise += weight
        else:
            blame += weight
    if praise >= max(_CLEAR, blame * _DOUBT):
        return Stance.FOR
    if blame >= max(_CLEAR, praise * _DOUBT):
        return Stance.AGAINST
    return None


def _granted(lows: list[str]) -> frozenset[int]:
    places: set[int] = set()
    for index, length, _ in _GRANT.find(lows):
        if lows[index] in _ONLY_FIRST and index and lows[index - 1] not in _OPENERS:
            continue
        for place in range(index, len(lows)):
            if place > index + length and lows[place] in {",", ";", ".", "!", "?"}:
                break
            places.add(place)
    return frozenset(places)
