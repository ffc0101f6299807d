"""Words of a sentence that sums a review up. Data only: see ``bot.extract.verdict_evidence``."""

from __future__ import annotations

# Openings, or asides, that announce the sum.
SUMMING = """
overall all_in_all all-in-all in_the_end ultimately in_short in_conclusion to_conclude bottom_line the_bottom_line
to_sum_up to_sum_it_up summing_up in_sum in_summary final_verdict the_verdict verdict at_the_end_of_the_day
when_all_is_said when_all_was_said all_told on_the_whole as_a_whole taken_together taken_as_a_whole still_and_all
the_final_word final_thoughts long_story_short simply_put put_simply in_a_nutshell to_summarize to_summarise
so_there_you_have_it at_any_rate altogether in_other_words the_takeaway final_analysis in_total the_end_result
end_result the_result_is the_final_product all_things_considered for_the_most_part at_its_core at_its_best
at_its_heart at_heart by_and_large  more_than_anything above_all what_we_get what_you_get
what_we_have conclusion summary taken_for_what_it_is for_what_it_is in_all for_all_its
for_all_of_its
"""

# Whether to see it.
ADVICE = """
recommend recommended recommending recommendation highly_recommended must-see must_see a_must must_watch must-watch
worth_seeing worth_watching worth_a_look worth_a_watch worth_a_rewatch worth_it worth_your worth_the worth_every
worth_checking worth_catching worth_a worth_price well_worth see_it see_this go_see seek_it_out seek_out skip_it
skip_this skip avoid avoid_it avoid_this stay_away don't_miss don't_bother not_worth miss_it give_it_a_miss
give_it_a_try give_this give_it_a check_it_out check_this_out check_out deserves watch_it watch_this rent_it rental
waste_your don't_waste waste_of catch_it track_it_down look_elsewhere pass_on worth_a_rental worth_time
price_of_admission do_yourself keep_away steer_clear
"""

# Whom it will please.
AUDIENCE = """
fans_of for_fans fans_will any_fan anyone_who those_who anyone_looking those_looking if_you're if_you_are if_you_like
if_you_love if_you_enjoy if_you_want if_you_can if_you_have if_you've viewers_will audiences_will audience_will
for_everyone not_for_everyone isn't_for_everyone for_the_whole_family the_whole_family kids_and_adults all_ages
for_kids for_children for_anyone for_those everyone_will you_will you'll fans viewers audiences moviegoers
movie-goers buffs enthusiasts lovers_of
"""

# The film against all others.
RANK = """
one_of_the_best one_of_the_worst one_of_the_finest one_of_the_greatest one_of_the_most one_of_the_funniest
one_of_the_better one_of_the_more one_of_the_few one_of_the_scariest one_of_the_weakest one_of_those one_of_his_best
one_of_his one_of_my the_best the_worst the_greatest the_finest the_funniest of_all_time of_the_year ever_made
ever_seen this_year of_the_decade i've_seen i_have_seen have_ever_seen i've_ever best_film best_movie worst_film
worst_movie among_the_best among_the_worst all-time my_favorite my_favourite favorite_films favorite_movies
favourite_films in_history of_its_kind of_its_time of_the_genre in_the_genre of_the_series in_the_series
in_the_franchise in_recent_memory in_recent_years in_years
"""

# The film as one thing.
FILM = """
film movie picture flick feature motion_picture remake sequel prequel adaptation spinoff spin-off reboot thriller
comedy drama horror_film western musical documentary noir blockbuster epic rom-com romcom biopic satire farce shocker
slasher anthology chiller actioner whodunit mystery fantasy adventure cartoon romp caper tearjerker production
debut entry installment instalment outing effort follow-up followup offering programmer b-movie
swashbuckler melodrama character_study
"""

# What a film is called when all of it is judged.
WHOLE = """
masterpiece classic gem mess turkey failure disaster triumph disappointment letdown let-down trash garbage
train_wreck trainwreck waste delight treat joy pleasure fun ride rollercoaster experience watch viewing time_waster
time-waster mixed_bag misfire dud stinker bore snoozefest hoot blast crowd-pleaser tour_de_force achievement
accomplishment piece work_of_art piece_of_work spectacle entertainment diversion guilty_pleasure good_time great_time
fun_time slog chore knockoff rip-off ripoff retread rehash hit home_run return_to_form cash-in cash_grab tale
testament exercise
blueprint mishmash hodgepodge concoction crap junk schlock curio curiosity relic popcorn
"""

# Adjectives that are said of whole films more than of their parts.
QUALITY = """
entertaining enjoyable watchable unwatchable forgettable unforgettable memorable boring dull tedious underwhelming
disappointing disappointed satisfying unsatisfying uneven flawed flaws overlong hilarious gripping riveting moving
thought-provoking engaging compelling mediocre average decent competent pleasant harmless inoffensive
lightweight fluffy charming delightful heartwarming heartfelt ambitious overrated underrated overlooked inept
lifeless pointless mindless brainless unoriginal predictable derivative formulaic generic bland hollow
exhilarating absorbing intriguing interesting fascinating provocative haunting powerful intelligent smart witty
slick stylish taut tense suspenseful scary frightening insubstantial shallow fast-paced quirky awful terrible
horrible dreadful great good solid fine wonderful excellent brilliant superb fantastic amazing perfect
imperfect bad poor lousy abysmal atrocious worthless timeless
"""

# What it did to the critic.
REACTION = """
enjoyed enjoy loved love liked like hated hate disliked dislike appreciate appreciated endorse recommend admire admired
disappointed bored entertained impressed unimpressed moved touched surprised glad great_time good_time fun_time
blast won_me kept_me left_me wanting_more favorite favourite laughed cried hooked
"""

# Said of all of it.
GENERALLY = """
everything nothing never always throughout from_start_to_finish from_beginning_to_end start_to_finish beginning_to_end
entire entirely whole every any anything plenty not_much a_lot lots all_the_way all_around all-around completely
totally thoroughly simply truly undeniable undeniably unquestionably definitely certainly easily pure purely
probably
"""

# What a whole film does.
FILM_VERB = """
holds_up held_up stands_the_test test_of_time stood_the_test remains delivers delivered works worked succeeds succeeded
fails failed manages falls_flat falls_short fell_short lacks lacked suffers misses missed feels offers proves defies
captures keeps_you leaves_you left_you will_leave transcends surpasses lives_up live_up ranks stands_out stands_as
reinvented elevates rises never_rises wastes wasted squanders amounts_to adds_up comes_across comes_off turns_out
pays_off ends_up blows
"""

# For and against, weighed.
BALANCE = """
but though although despite while yet however in_spite_of even_if even_though nevertheless nonetheless aside
flaws_and_all not_without still otherwise not_perfect isn't_perfect far_from_perfect flawed except_for apart_from
if_not at_least at_best not_quite almost rather_than more_than as_much_as mostly
"""

# One thing in it, which is not the whole.
PART = """
scene scenes sequence sequences moment moments shot shots line lines joke jokes gag gags ending finale climax opening
twist twists song songs subplot performance performances role roles character characters actor actress actors cast
villain hero heroine protagonist dialogue dialog score soundtrack effects cinematography camera photography costumes
makeup editing screenplay script act acts half minutes scene's plays played performer stars turn chemistry
portrayal lead leads supporting relationship relationships accent
"""

# Pointing words that make a sentence part of an argument.
ARGUING = """
because since for_example for_instance such_as e.g. like_when when first second secondly another also too then
if_only instead why how here there where perhaps maybe probably supposed
"""

KINDS = {
    "sums": SUMMING,
    "rank": RANK,
    "advises": ADVICE,
    "audience": AUDIENCE,
    "whole": WHOLE,
    "quality": QUALITY,
    "balance": BALANCE,
    "film": FILM,
    "part": PART,
    "film verb": FILM_VERB,
    "reaction": REACTION,
    "generally": GENERALLY,
    "argues": ARGUING,
}
