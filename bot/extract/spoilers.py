"""Whether a quote gives away what happens: fates, culprits, reversals, endings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extract.tokens import Phrases, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

# Said of anybody in a film these give it away, wherever they stand.
_REVEALS = """
is_revealed_to_be is_revealed_as revealed_to_be revealed_as turns_out_to_be_the_killer turns_out_to_be_the_murderer
turns_out_to_be_his turns_out_to_be_her turns_out_to_be_a turns_out_to_be_an turned_out_to_be_the turns_out_that_he
turns_out_that_she turns_out_he turns_out_she turns_out_it_was turns_out_that_the turned_out_that was_the_killer
is_the_killer is_the_murderer was_the_murderer the_real_killer the_real_murderer behind_the_murders
behind_the_killings who_killed_her who_killed_his dead_all_along evil_all_along alive_all_along was_dead_all
were_dead_all it_was_all_a_dream was_all_a_dream faked_his_death faked_her_death faking_his_death faking_her_death
is_actually_his is_actually_her is_really_his is_really_her is_actually_dead is_actually_alive is_secretly_the
ends_up_dead ends_up_killing ends_up_marrying ends_up_alone live_happily_ever lives_happily_ever commits_suicide
committed_suicide kills_himself kills_herself killed_himself killed_herself sacrifices_himself sacrifices_herself
sacrificed_himself sacrificed_herself takes_his_own_life takes_her_own_life comes_back_to_life come_back_to_life
twist_is_that big_reveal_is_that
"""

# Deaths, defeats, weddings: premises as often as outcomes, so who, and where in the review, decides.
_EVENTS = """
dies die died is_killed gets_killed are_killed was_killed get_killed is_murdered gets_murdered is_shot gets_shot
be_shot be_killed be_murdered is_stabbed gets_stabbed is_executed is_hanged perishes is_dead bleeds_to_death
burns_to_death meets_his_end meets_her_end meets_his_death meets_her_death killed_off death suicide sacrifice demise
kills murders defeats is_defeated saves_the_day saves_the_world takes_down escapes is_rescued marries marry
gets_married gets_the_girl gets_his_revenge gets_her_revenge is_arrested confesses betrays goes_back_to returns_to_him
returns_to_her gets_away_with reunites is_reunited walks_away_from leaves_her leaves_him forgives_him forgives_her
turns_to_dust
"""

# They hold such a word and tell nothing.
_NOT_ONE = """
lives_and_dies live_or_die dies_down to_die_for dies_out kills_it kills_the_mood kills_the_pace kills_time die_hard
death_scene death_scenes death_wish death_of_the fear_of_death life_and_death near_death marries_the
"""

_ENDING = """
in_the_end at_the_end by_the_end end_of_the_film end_of_the_movie ends_with ends_by final_scene final_scenes
final_shot final_minutes final_moments final_act third_act last_scene last_shot last_minutes last_reel climax
climactic finale eventually finally only_to twist ending conclusion epilogue
"""

# Not far behind one of these a death starts the story ("when her father is killed"), or never happens.
_PREMISE = word_set("""
when after whose avenge avenges avenged following investigating investigates solve since ago earlier later every
orphaned revenge flashback opens begins starts opening premise prologue if could would might sequel
""")
_WARNING = re.compile(r"\bspoiler", re.IGNORECASE)

_MARKS: Phrases[str] = Phrases({"none": _NOT_ONE, "reveal": _REVEALS, "event": _EVENTS, "ending": _ENDING})
_SOMEBODY = frozenset(["he", "she", "they", "his", "her", "their", "him", "them", "everyone", "everybody"])
_CLOSE = 4  # words between somebody and what befalls them
_STARTS = 8  # words that a premise reaches
_LATE = 0.45  # of the body: premises are told before it


def has_spoiler(lows: Sequence[str], names: Collection[int], *, place: float, warned: bool) -> bool:
    """Whether an excerpt tells what a viewer would rather not know.

    ``names`` are the words that look like a name's part, ``place`` is where the excerpt stands in the body (0 to 1),
    ``warned`` whether the review announced spoilers before it.

    >>> has_spoiler("it turns out she is the killer".split(), (), place=0.1, warned=False)
    True
    >>> has_spoiler("the killer music never dies".split(), (), place=0.9, warned=False)
    False
    """
    people = {index for index, low in enumerate(lows) if low in _SOMEBODY}.union(names)
    late = warned or place > _LATE
    befalls = told = ending = False
    for index, _, kind in _MARKS.find(lows):
        if kind == "reveal" and people:
            return True
        if kind == "event" and index not in names:  # a capital makes it part of a title
            befallen = any(index - _CLOSE <= one < index for one in people)
            first = _PREMISE.isdisjoint(lows[max(0, index - _STARTS) : index])
            befalls, told = befalls or befallen, told or (befallen and first)
        ending = ending or kind == "ending"
    return (befalls and ending) or (told and late)


def warns_of_spoilers(text: str) -> bool:
    """Whether a sentence announces spoilers.

    >>> warns_of_spoilers("Mild SPOILERS below."), warns_of_spoilers("No spoilers here.")
    (True, False)
    """
    return bool(_WARNING.search(text)) and not re.search(
        r"\b(?:no|without|avoid\w*|won't|not)\b", text, re.IGNORECASE
    )
