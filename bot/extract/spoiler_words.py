"""Words by which a sentence tells a film's story, or excuses itself. Data only: see ``bot.extract.spoiler_signs``."""

from __future__ import annotations

KINDS: dict[str, str] = {
    "death": """
        dies died die dying dead death/s killed kills kill killing murder/s/ed/ing suicide stabs stabbed stabbing
        shot shoots strangle/s/d slaughter/s/ed executed hanged behead/s/ed decapitated drown/s/ed perish/es/ed
        corpse/s poisons poisoned explodes exploded massacre sacrifice/s/d demise grave funeral crushed eaten eats
        devour/s/ed burned burnt slain slays mauled impaled dismember/s/ed bodies fate suffocates overdose/s buried
        bury
    """,
    "culprit": """
        killer/s murderer/s culprit/s villain traitor impostor imposter mastermind mole assassin possessed
    """,
    "outcome": """
        marries married marry wedding survive/s/d surviving survivor/s escape/s/d rescue/s/d saves saved saving save
        defeat/s/ed wins win won loses lost reunite/d/s reunion pregnant divorce arrested arrest captured captures
        caught confess/es/ed destroy/s/ed freed frees betray/s/ed betrayal forgives forgive reconcile/s
        reconciliation victory redemption sacrificed abandon/s/ed abort/s abortion alive punished redeemed triumph/s
        triumphant doomed released lives victorious conquer/s revives resurrected reborn transforms transformed
        transformation
    """,
    "reveal": """
        reveals revealed revelation/s revealing reveal discovers discovered discover realizes realises realize
        realized realise learns learn learned finds secret truth twist actually identity turns turned unmasked
        exposed explains explained knows knew switch confession confesses lied lying fake faked fooled pretending
        secretly
    """,
    "end": """
        ending/s end ends ended finale climax climactic final conclusion resolution epilogue closing coda showdown
        denouement last
    """,
    "at last": "finally eventually ultimately later",
    "then": "then next meanwhile soon afterwards suddenly afterward instead",
    "when": "after before until once when while as where",
    "fight": """
        attack/s/ed fight/s fights chase/s battle/s duel explosion/s rape/s/d raped raping showdown standoff
        torture/s/d kidnapped kidnaps raid brawl shootout shoot-out crash crashes heist robbery gun knife blood
        bloody axe bomb beats beaten punches slap/s confrontation confront/s robs sword bullet/s
    """,
    "intimate": "naked sex kiss kisses kissed sleeps rapes affair drugs drug bed undress shower bath",
    "film": """
        film/s movie/s picture plot script screenplay story director directed cast acting performance/s actor/s
        actress cinematography score soundtrack dialogue characters character editing direction writer screenwriter
        audience/s viewer/s role genre filmmaker/s style
    """,
    "we": "i my me we you your us our i'm i've you're i'd",
    "he": "he she they he's she's they're him her his their them himself herself themselves",
    "open": """
        must should would could might may will can if whether wants want wanted hopes hoping hope tries trying try
        attempts need needs
    """,
    "other film": "sequel/s remake/s book novel original version prequel franchise series play comic",
    "history": """
        years year century decade/s ago today recently now oscar/s release released releases produced producer
        production studio budget
    """,
    "person": """
        father mother dad mom son daughter brother sister wife husband boyfriend girlfriend friend/s man woman men
        women boy girl boys girls kid/s child children cop/s police detective doctor family parents couple victim/s
        soldier/s crew monster alien zombie/s vampire ghost creature priest boss guy/s gang uncle aunt lover
        student/s teacher professor partner nurse bartender lawyer team people everyone everybody someone agent
        sheriff king queen prince princess hero heroine owner neighbor stranger guests somebody townsfolk villagers
        bride fiance fiancee assistant servant army
    """,
}

# What somebody in a story does, in the tense stories are retold in.
ACTS = """
goes went comes came takes took gets got gives gave tells told asks asked says said sees saw meets met arrives arrived
enters entered tries decides decided runs ran walks walked calls called finds found follows followed grabs grabbed
throws threw puts sends sent leaves left kicks hits hit returns returned breaks broke opens opened picks picked sits
sat stands stood brings brought attempts pulls pulled helps helped invites invited visits visited agrees agreed
refuses refused warns warned convinces convinced offers offered lures hides hid steals stole flees fled begins starts
becomes became falls fell moves drives drove turns gathers orders demands threatens accuses suspects believes thinks
hears heard wakes awakens drinks sleeps plans forces forced locks locked ties tied cuts cut jumps jumped climbs
carries drags drops dropped pushes catches chases hunts searches travels heads heading joins hires hired fires fired
quits wonders remembers forgets dreams cries laughs smiles screams shows encounters confronts accepts rejects rejected
leads loads buys sells pays trades trains teaches teams befriends seduces proposes kisses dances sings writes reads
receives delivers inherits notices witnesses watches looks stares hangs ends sets makes uses lets keeps speaks talks
replies responds reacts appears disappears vanishes vanished transforms collapses passes learns discovers realizes
suggests insists claims pretends poses admits confesses explains reports informs persuades tricks blackmails rapes
hurts injures wounds tortures captures holds releases destroys burns bites eats feeds
"""
# Between a name and its verb.
BETWEEN = "then also is and immediately"
SUBJECTS = "he she they who it and then also"

PHRASES: dict[str, str] = {
    "in the end": """
        in_the_end at_the_end by_the_end by_film's_end at_the_very_end toward_the_end towards_the_end near_the_end
        end_of_the_film end_of_the_movie last_act third_act final_act final_scene final_shot last_scene last_shot
        final_minutes last_minutes final_moments closing_scene last_10_minutes final_reel
    """,
    "ends with": """
        ends_with ends_up ended_up ends_by ending_up end_up winds_up closes_with concludes_with culminates_in
        culminating_in finale_is ends_on
    """,
    "premise": """
        tells_the_story is_the_story story_of centers_on centers_around revolves_around is_about plays_a plays_the
        stars_as played_by directed_by story_about follows_the set_in based_on the_story_is the_plot_is begins_when
        begins_with opens_with starts_with starts_out starts_off introduced_to follows_a
    """,
    # Hidden on purpose, or news of how a film was made and received.
    "news": """
        premiere filming shooting_of this_film_was nominated career sequels in_real_life in_reality real-life
        biography autobiography box_office audience_members viewers_will fans_will won't_spoil not_spoil
        won't_reveal not_reveal won't_give not_give_away not_giving_away without_giving without_spoiling won't_say
        no_spoilers spoil_anything give_anything_away
    """,
}

# Not far from one of these a death starts the story, or never happens.
PREMISE = """
when whose avenge avenges avenging avenged following investigating investigate investigates solve solving since ago
earlier recently every orphaned revenge flashback flashbacks opens begins starts opening premise prologue if could
would might may should sequel whether wants want wanted hoping tries trying try attempts threatens possible suspected
accused mysterious mystery probable how unless until must prevent prevents prevented never nobody like most anyone
whoever after shortly mourning mourns grieving grief coping aftermath haunted
"""

# First words of a retelling's next step.
NEXT = "so then when once after as before meanwhile eventually finally later soon suddenly next"

# Told of somebody in a film these give it away, wherever they stand.
REVEALS = """
turns_out_that turned_out_that
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
