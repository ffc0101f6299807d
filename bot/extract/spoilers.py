"""Whether a quote gives away what happens: fates, culprits, reversals, endings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extract.tokens import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

# Said of a plot these give it away wherever they stand.
_REVEALS = """
is_revealed_to is_revealed_as is_revealed_that revealed_to_be revealed_as turns_out_to_be_the turns_out_to_be_his
turns_out_to_be_her turned_out_to_be_the turns_out_that_he turns_out_that_she turns_out_he turns_out_she
turns_out_it_was turns_out_that_the was_the_killer is_the_killer is_the_murderer was_the_murderer real_killer
real_murderer killer_is killer_was murderer_is murderer_was culprit_is behind_the_murders who_killed_her
who_killed_his killed_her_father killed_his_father actually_dead already_dead dead_all_along all_along_was
was_dead_all were_dead_all it_was_all_a_dream all_a_dream in_on_it faked_his_death faked_her_death faking_his
faking_her survives_the is_actually_his is_actually_her is_really_his is_really_her is_in_fact_the is_actually_the
is_really_the ends_up_dead ends_up_killing ends_up_marrying ends_up_with live_happily lives_happily happily_ever_after
rides_off commits_suicide committed_suicide kills_himself kills_herself sacrifices_himself sacrifices_herself
sacrifice_himself takes_his_own_life takes_her_own_life is_reunited_with they_are_reunited are_reunited
are_finally_reunited come_back_to_life comes_back_to_life return_from_the_dead was_behind_it is_behind_it
plot_twist_is twist_is_that the_twist_being big_reveal_is dies_at_the dies_in_the dies_at
"""

# Deaths, defeats, weddings: premises as often as outcomes, so where they stand decides.
_EVENTS = """
shot_by killed_by murdered_by stabbed_by goes_back_to returns_to_him returns_to_her gets_away_with gets_caught
her_sacrifice his_sacrifice throws_over is_revealed is_unmasked unmasked dies died is_killed gets_killed are_killed
was_killed get_killed killed_off is_murdered gets_murdered is_shot gets_shot is_stabbed gets_stabbed is_executed
is_hanged is_drowned drowns perishes is_dead bleeds_to_death burns_to_death dies_of falls_to plunges_to meets_his_end
meets_her_end meets_his_death his_death her_death their_deaths 's_death kills_off kills_the kills_his kills_her
murders_his murders_her shoots_him shoots_her stabs_him stabs_her killing_him killing_her defeats defeat destroys
destroyed_by saves_the_day saves_the_world takes_down escapes_from is_rescued rescues_her rescues_him marries marry
gets_married get_married gets_the_girl gets_his_revenge gets_her_revenge is_arrested is_caught confesses betrays
betrayed_by double-crosses reunites reunited pregnant turns_into transforms_into is_resurrected resurrected survives
survive lone_survivor only_survivor sole_survivor walks_away forgives leaves_her leaves_him gives_up is_cured
turns_to_dust vanish_into
"""

_ENDING = """
in_the_end at_the_end by_the_end end_of_the_film end_of_the_movie ending end_with ends_with ends_by ends_on ends_in
ends_up ended_up finale final_scene final_scenes final_shot final_minutes final_moments final_act third_act last_scene
last_shot last_minutes climax climactic eventually finally ultimately conclusion epilogue denouement twist
twist_ending until_he until_she after_all
"""

# A death that starts the story: "when her father is killed", "after the murder of".
_PREMISE = re.compile(
    r"""\b(?:when|after|whose|avenge[sd]?|following|investigat\w+|solve|since|years\ (?:ago|earlier|later)|
        orphaned|revenge|flashback|opens|begins|starts|opening|premise|prologue)\b""",
    re.VERBOSE,
)
_WARNING = re.compile(r"\bspoiler", re.IGNORECASE)

# They hold such a word and tell nothing.
_NOT_ONE = """
lives_and_dies live_or_die dies_down to_die_for dies_out survives_on survives_as survives_the_film after_all_these
"""
_MARKS: Phrases[str] = Phrases({"none": _NOT_ONE, "reveal": _REVEALS, "event": _EVENTS, "ending": _ENDING})
_PERSON = frozenset(["he", "she", "they", "his", "her", "him", "them", "himself", "herself", "who"])
_LATE = 0.45  # of the body: premises are told before it


def has_spoiler(lows: Sequence[str], excerpt: str, *, place: float, named: bool, warned: bool) -> bool:
    """Whether an excerpt tells what a viewer would rather not know.

    ``place`` is where it stands in the body (0 to 1), ``named`` whether it names anybody, ``warned`` whether the
    review announced spoilers before it.

    >>> text = "It turns out he is the killer, and she dies in the end."
    >>> has_spoiler(text.lower().replace(",", " ,").split(), text, place=0.9, named=True, warned=False)
    True
    """
    found = {"none": 0, "reveal": 0, "event": 0, "ending": 0}
    for _, _, kind in _MARKS.find(lows):
        found[kind] += 1
    somebody = named or not _PERSON.isdisjoint(lows)
    if found["reveal"] and somebody:
        return True
    if not found["event"]:
        return False
    if found["ending"] and somebody:
        return True
    if _PREMISE.search(excerpt.lower()):
        return False
    return somebody and (warned or place > _LATE)


def warns_of_spoilers(text: str) -> bool:
    """Whether a sentence announces spoilers.

    >>> warns_of_spoilers("Mild SPOILERS below.")
    True
    """
    return bool(_WARNING.search(text))
