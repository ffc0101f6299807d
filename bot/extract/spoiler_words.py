"""Words that give a story away. Data only: see ``bot.extract.spoilers``."""

from __future__ import annotations

# Told of somebody in a film these give it away, wherever they stand.
REVEALS = """
it's_revealed it_is_revealed it_is_later_revealed it's_later_revealed is_revealed_to is_revealed_to_be is_revealed_as
is_revealed_that revealed_to_be revealed_as was_revealed_to is_finally_revealed is_later_revealed
is_eventually_revealed he's_revealed she's_revealed they're_revealed we_learn_that_the_killer is_exposed_as
is_unmasked exposed_as_a unmasked_as turns_out_that_he turns_out_that_she turns_out_that_they turns_out_he
turns_out_he's turns_out_she turns_out_she's turns_out_they turns_out_it_was turns_out_that_the turns_out_the
turns_out_his turns_out_her turned_out_he turned_out_she turned_out_that_he turned_out_that_she was_the_killer
is_the_killer is_the_real_killer is_the_murderer is_the_real_villain is_the_new_antagonist is_the_true_villain
is_the_real_bad is_the_traitor is_the_mole is_the_one_who_killed was_the_murderer behind_the_murders
behind_the_killings behind_it_all behind_everything behind_the_whole who_killed_her who_killed_his dead_all_along
evil_all_along alive_all_along villain_all_along killer_all_along was_dead_all were_dead_all him_all_along
her_all_along been_dead is_still_alive wasn't_really_dead wasn't_dead isn't_dead is_in_fact_alive still_being_alive
isn't_really_dead it_was_all_a_dream was_all_a_dream it's_all_a_dream all_just_a_dream only_a_dream in_his_head_all
in_her_head_all faked_his_death faked_her_death faking_his_death faking_her_death fakes_his_death fakes_her_death
faked_his_own faked_her_own faking_his_own faking_her_own fakes_his_own fakes_her_own is_actually_dead
is_actually_alive are_one_and_the_same is_a_man_who_murdered his_true_identity her_true_identity his_real_identity
her_real_identity true_identity_is real_identity_is killer's_identity_is ends_up_dead ends_up_killing ends_up_marrying
ends_up_alone ends_up_killed live_happily_ever lives_happily_ever commits_suicide kills_himself kills_herself
killed_himself killed_herself hangs_himself hangs_herself shoots_himself shoots_herself drowns_himself drowns_herself
sacrifice_himself sacrifice_herself sacrifices_himself sacrifices_herself makes_the_ultimate_sacrifice
ultimate_sacrifice sacrificed_himself sacrificed_herself sacrificing_himself sacrificing_herself sacrifices_his_own
sacrifices_her_own sacrifices_his_life sacrifices_her_life gives_his_life gives_her_life takes_his_own_life
takes_her_own_life comes_back_to_life twist_is_that big_reveal_is_that big_twist_is reveal_that_the reveal_that_he
reveal_that_she revelation_that_the revelation_that_he revelation_that_she making_a_great_sacrifice
""" + " ".join(
    f"{link}_{whose}_{kin}"
    for link in (
        "is_actually",
        "is_really",
        "is_in_fact",
        "is_secretly",
        "was_actually",
        "was_really",
        "turns_out_to_be",
        "turned_out_to_be",
    )
    for whose in ("his", "her", "their", "the", "a", "an", "'s")
    for kin in (
        *(
            "father",
            "mother",
            "son",
            "daughter",
            "brother",
            "sister",
            "wife",
            "husband",
            "lover",
            "twin",
            "clone",
        ),
        *(
            "killer",
            "murderer",
            "villain",
            "traitor",
            "mole",
            "spy",
            "ghost",
            "robot",
            "alien",
            "vampire",
            "culprit",
        ),
        *(
            "impostor",
            "imposter",
            "con",
            "double",
            "fraud",
            "mastermind",
            "thief",
            "cop",
            "undercover",
            "angel",
        ),
    )
)

# Deaths and the like that a sentence tells: premises as often as outcomes, so whom, and where in the review, decides.
EVENTS = """
dies died is_killed gets_killed are_killed was_killed get_killed were_killed is_murdered gets_murdered is_shot
gets_shot get_shot is_stabbed gets_stabbed is_executed gets_executed is_hanged is_beheaded is_decapitated
gets_decapitated perishes perish is_dead are_dead bleeds_to_death burns_to_death falls_to_his falls_to_her drowns
plunges_to meets_his_end meets_her_end meets_his_death meets_her_death meets_his_demise meets_her_demise
meets_his_maker killed_off kills_off is_defeated gets_his_revenge gets_her_revenge goes_back_to_him goes_back_to_her
goes_back_to_his goes_back_to_her returns_to_him returns_to_her is_reunited are_reunited turns_to_dust makes_it_out
gets_what's_coming gets_his_comeuppance gets_her_comeuppance wins_the_race wins_the_fight wins_the_game
wins_the_tournament loses_the_fight loses_the_race is_promoted comes_to_his_senses comes_to_her_senses blown_up
self-destructs bites_the_dust is_eaten gets_eaten set_on_fire kill_them_all kills_them_all kills_him kills_her
kills_them murders_him murders_her sacrifices_his sacrifices_her
"""

# Deeds that are outcomes only where the sentence speaks of the end.
DEEDS = """
being_killed getting_killed kills murders strangles beheads executes defeats vanquishes saves_the_day saves_the_world
saves_the_girl takes_down escapes is_rescued rescues marries get_married gets_married gets_the_girl is_arrested
gets_arrested confesses betrays is_betrayed gets_away_with reunites walks_away_from leaves_her leaves_him forgives_him
forgives_her survives survive survived is_fired gives_birth burns_down blows_up gets_bitten reveals_himself
reveals_herself saves_the_men saves_them saves_him saves_her kill_the kill_him kill_her
"""

# The same as nouns: told of somebody ("her death", "the death of Tom").
FATES = """
death demise suicide murder betrayal sacrifice assassination grisly_end untimely_end downfall comeuppance resurrection
redemption true_loyalties survival killing
"""

# What people do in a scene; told of the ending.
ACTS = """
leaves leave goes returns finds discovers learns realizes realises decides chooses confronts fights saves joins
becomes kisses admits reveals walks drives jumps falls loses wins beats arrives destroys shoots stabs breaks refuses
agrees accepts abandons reconciles reunite meets comes_back burns inhabits drops obliges overcomes turns_on turns_into
turning_into turns_himself turns_herself hands_over lets_him lets_her gets_back get_back get_together gets_together
fall_in_love falls_in_love sails rides begs attacks is_forced is_given is_taken is_left are_left being_promoted
being_killed being_shot being_arrested dying killing leaving returning marrying escaping walking_away driving_away
running_away falling_in_love getting_married reuniting
"""

# They hold such a word and tell nothing.
NOT_ONE = """
lives_and_dies live_or_die dies_down to_die_for dies_out kills_it kills_the_mood kills_the_pace kills_time die_hard
death_wish death_of_the_author fear_of_death life_and_death near_death marries_the killer_soundtrack survived_its
survives_its survive_its kills_this kills_every leaves_much leaves_a_lot leaves_you leaves_us leaves_the_viewer
leaves_the_audience leaves_me leave_much leave_you becomes_the_high kills_the_momentum kills_the_fun kills_any
kills_the_joke betrays_its betrays_a betrays_the betrays_his_age escapes_me escapes_the_trap survives_on
survives_the_test turns_out_to_be_a_great turns_out_to_be_a_good turns_out_to_be_one turns_out_to_be_an_excellent
turns_out_to_be_a_very turns_out_to_be_a_surprisingly turns_out_to_be_a_bad turns_out_to_be_quite
turns_out_to_be_pretty turns_out_to_be_more turns_out_to_be_less turns_out_to_be_rather turns_out_to_be_the_best
turns_out_to_be_the_film's turns_out_to_be_the_movie's turns_out_to_be_the_most turns_out_to_be_the_worst
turns_out_to_be_nothing turns_out_to_be_so turns_out_to_be_a_film turns_out_to_be_a_movie is_actually_the_best
is_actually_the_most is_in_fact_the_best is_actually_the_only is_actually_the_film's died_in_19 to_death
bored_to_death boring_us_to_death scared_to_death starve_to_death beaten_to_death suicide_note suicide_notes
is_dead_on are_dead_on is_dead_serious is_dead_wrong is_dead_right is_dead_in dead_in_the_water is_shot_in is_shot_on
is_shot_with is_shot_like is_shot_entirely is_shot_beautifully is_beautifully_shot is_shot_so is_shot_from is_fired_up
blows_up_the_screen redemption_arc redemption_story murder_mystery murder_mysteries murder_scene murder_case
suicide_mission suicide_squad murder_weapon murder_investigation murder_plot survival_horror survival_story
survival_film survival_thriller kill_bill saves_the_film saves_the_movie rescues_the_film rescues_the_movie
redeems_itself saves_it wins_the_oscar
""" + " ".join(f"is_shot_{word}" for word in ("and", "as", "at", "for", "a", "the", "well"))

# The story's end.
ENDING = """
in_the_end at_the_end at_the_very_end by_the_end by_the_film's_end by_the_movie's_end end_of_the_film end_of_the_movie
end_of_this_film end_of_this_movie film's_end movie's_end final_scene final_scenes final_shot final_minutes
final_moments final_act final_battle final_fight final_showdown final_confrontation final_twist final_reel
final_sequence third_act last_act last_scene last_shot last_minutes last_reel last_twenty last_ten last_five climax
climactic finale twist ending conclusion conclusion_where epilogue denouement film_ends movie_ends story_ends
film_concludes movie_concludes film_closes movie_closes last_half_hour closing_scene closing_scenes closing_shot
"""

# Ends with somebody doing something: the outcome itself.
ENDS = """
ends_with ends_by ends_up ended_up ended_with ends_in ends_when ends_as end_up end_with concludes_with closes_with
winds_up wound_up culminates_in culminating_in culminates_with ending_up
"""

# What somebody may end up doing; everything else is manner ("ends up feeling contrived").
OUTCOMES = """
kissing surviving killing dying marrying falling leaving shooting sacrificing saving joining becoming betraying
murdering escaping losing winning dead alone together pregnant married killed shot murdered divorced arrested defeated
rescued captured stranded finding discovering destroying defeating helping giving confessing forgiving staying
"""

# Soon or late: enough for an event, not for an act.
AT_LAST = "finally eventually ultimately later"

# Not far behind one of these a death starts the story ("when her father is killed"), or never happens.
PREMISE = """
when whose avenge avenges avenging avenged following investigating investigate investigates solve solving since ago
earlier recently every orphaned revenge flashback flashbacks opens begins starts opening premise prologue if could
would might may should sequel whether wants want wanted hoping tries trying try attempts threatens possible suspected
accused mysterious mystery probable how unless until must prevent prevents prevented never nobody like as_if most
anyone whoever after shortly mourning mourns grieving grief coping aftermath haunted
"""

# Before a reveal these leave it open.
OPEN = "if could would might may should whether never until probable suspected accused who early"

# Hidden on purpose, or talk about endings.
KEPT = """
won't_spoil not_spoil won't_reveal not_reveal won't_give not_give_away not_giving_away without_giving without_spoiling
won't_say no_spoilers spoil_it spoil_anything give_anything_away predictable_ending
"""

# News of real people and of how a film was received.
NEWS = """
released release premiere production filming shooting_of this_film_was nominated oscar career directed sequels
franchise series remake in_real_life in_reality real-life biography autobiography box_office audience_members
viewers_will fans_will
"""

# Verbs in -s behind a name that judge an actor or a film instead of telling what somebody does.
MANNER = """
is was has does gives makes delivers shines steals plays brings gets works keeps remains deserves manages proves feels
looks seems shows succeeds directs needs offers creates comes fails lacks suffers entertains falls stands leaves puts
leads carries captures knows wants hits stumbles holds lives serves provides appears excels impresses nails owns
handles struggles tries emerges turns sells adds allows takes ends feels rises raises becomes loses wins owes relies
reminds features presents tells means goes sticks suggests says films others always perhaps sometimes 's this its as
as_well besides less unless across plus thus yes us bonus his theirs towards afterwards performances scenes actors
movies stories films characters films' sequels fans comes overcomes sets drags pays satisfies surprises redeems scores
"""
