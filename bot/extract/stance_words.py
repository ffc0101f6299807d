"""Words that sway a stance without judging by themselves. Data only: see ``bot.extract.stance_evidence``.

``charm/s/ing`` stands for charm, charms, charming; ``_`` for a blank.
"""

from __future__ import annotations

# The writer's liking and what a film achieves.
LIKING = """
i_like i_liked i_do_like i_did_like i_really_like i_really_liked i_also_like i_also_liked i_quite_liked like_how
like_that_it like_the_way liked_how liked_the liked_it liked_that big_fan had_a_blast having_a_blast a_blast
good_time had_fun on_board i_was_in grew_on_me grows_on_you in_tears made_me_cry cried my_favorite my_favourite
impressed_me surprised_me won_me_over blew_me_away blown_away floored wowed i_appreciate i_appreciated
appreciation appreciated i_admire can't_get_enough cannot_get_enough can't_wait look_forward rewatch watch_again
watch_it_again seen_it_again what_i_liked stays_with stuck_with_me stayed_with_me resonates resonated resonate
not_complaining rules quite_good don't_complain i_love_it i_absolutely_love i_absolutely_loved
i_really_love i_really_loved impossible_to_find_fault
impossible_to_find_any_fault impossible_to_find_a_fault impossible_to_fault hard_to_fault
hard_to_find_fault hard_to_find_any_fault difficult_to_fault cannot_fault can't_fault couldn't_fault nothing_bad_to_say
no_complaints nothing_to_complain_about
cannot_recommend_it_highly_enough can't_recommend_it_highly_enough cannot_recommend_this_highly_enough
can't_recommend_this_highly_enough cannot_recommend_this_film_highly_enough cannot_recommend_this_movie_highly_enough
"""

ACHIEVING = """
pulls_it_off pulls_off pulled_off pulling_off pull_off carries carried holds_your hold_your holds_up holds_the
keeps_the keeps_you keeps_us keeps_it kept_me keep_you keeps_things grabs grab_your grabs_your draws_you
draws_us draws_the pulls_you pulls_us sucks_you pulled_in works clicks click kicks_in accomplishes accomplished
accomplishment adds_to adds_a adds_an adds_depth adds_another adds_tension lends lending brings_a brings_an
imbues infuses complements compliments complement suits suited fits_the fits_perfectly fitting perfectly_fitting
helps helped does_justice does_wonders makes_you makes_us makes_the_most makes_up_for made_me_laugh rises_above
stands_above above_average above_the_rest sets_it_apart set_apart sets_apart stands_apart a_cut_above
ahead_of_its paved renewed renews redefined redefines reinvents home_run hits_home high_point high_points
highlight/s best_part best_thing best_scene best_moments peak secret_weapon the_reason_to reason_enough
reason_to_see reason_to_watch credit_to major_credit a_ton_of_credit deserves_credit hats_off props_to
something_special so_special truly_special special_film magical magic breakout definitive quotable iconic
influential influence ground-breaking breath_of_fresh every_bit_as as_good_as_ever plenty_of lots_of rewards
reward earns earned well-earned gives_us allows provides proves manages_to finds_a never_loses never_lets
never_feels never_gets without_ever on_point at_its_brightest of_the_highest_order class a_real_trick skilfully
artfully lovingly painstaking tremendous uncanny sensitivity urgency freaky vibe flavorful savory nerve-wracking
tension_and hell_of_a one_hell_of helluva badass kick-ass kicks_ass fun_to a_joy a_pleasure testament worth_it
well_worth worth_seeing must_watch must-watch must-watches must_see bonus perks unexpected everything_you
as_good_as relish relishes embraces commits leans_into trusts understands knows_how knows_exactly knows_what
"""

# What a film fails at.
FAILING = """
doesn't_help didn't_help does_not_help don't_help not_helped isn't_helped buckle buckles grates grate abandons
abandoned poisonous hopeless hopelessly fake phony phoney betrays loses loses_momentum lost_in lost_interest
lose_interest lost_me loses_me ran_out runs_out run_out tuning_out tuned_out zoned_out checked_out
rolling_my_eyes eye-rolling eye_rolling eye-roll roll_your_eyes roll_my_eyes mechanical mechanically autopilot
on_cruise_control cruise_control superfluous out_of_place makes_no_sense make_no_sense made_no_sense
make_any_sense making_sense doesn't_make_sense all_over_the_place over-the-top over_the_top in_your_face
too_on_the_nose on_the_nose on-the-nose nowhere goes_nowhere went_nowhere comes_out_of_nowhere for_no_reason
no_reason no_apparent_reason no_purpose no_point what's_the_point what_is_the_point unanswered unresolved
unexplained left_dangling dangling loose_ends holds_it_back hold_it_back held_back holding_back
holds_the_film_back robs robbed bugged bugs bothered bothers bothersome falls_to_pieces falls_down lets_down
let_down lets_it_down let_it_down diminished diminishes dilutes diluted cheapens dips disorienting disjointed
distracted distracts detract detracted takes_away takes_you_out took_me_out taken_out_of pulls_you_out
pulled_me_out thorn low_point low_points lowlight worst_part worst_thing worst_scene biggest_problem
main_problem only_problem biggest_issue main_issue my_issue my_problem my_complaint biggest_complaint bombards
overwhelms overwhelmed overshadows drowned_out drowns pad padded filler bog bogs bogged afterthought forgotten
forgets forgot squander ignored ignores omitted cut_corners corners sin sins guilty sick_of tired_of
sick_to_death sick_and_tired had_enough couldn't_wait could_not_wait can't_wait_for_it_to_end waiting_for_it_to
hurl vomit puke kill_myself suicide_watch fast_forward fast_forwarding fast-forward turn_it_off turned_it_off
walked_out walk_out shut_it_off bullshit sh*t shit shitty bs toe-curling ripoffs rip-offs rips stolen
steals_from copies copied copying ripping cash_in cash_grab money_grab bargain-basement low-rent low_rent
amateur_hour made_for_tv tv-movie student_film home_movie direct-to-video straight-to-video straight_to_video
dtv low-budget micro-budget z-grade grade-z b-grade poverty_row meaningless irrelevant unmotivated unrelated
random randomly arbitrary arbitrarily convenient conveniently convenience coincidence/s logic illogical
inexplicable inexplicably unexplainable racist sexist misogynistic misogyny offensive problematic stereotyping
undeveloped less-developed not_developed not_well_developed poorly_developed lack_of_development vague vaguely
nonexistent non-existent look_elsewhere looking_elsewhere go_elsewhere elsewhere stick_with_the stick_to_the
go_see_something
"""

# Questions no answer is wanted to, and other signs of scorn.
SCORN = """
why_would why_did why_do why_does why_is why_are why_the why_on why_not why_even why_bother how_could how_can
how_do how_did how_does what_the_hell what_the_heck what_was what_were where_the_hell why_the_hell who_cares
who_care to_what_end huh come_on i_mean oh_my oh_boy oh_god oh_yeah my_god dear_god good_grief for_god's_sake
please sure nope yawn ugh wtf apparently supposedly allegedly so-called so_called seriously
suspension_of_disbelief suspend give_me_a_break spare_me whatever as_if i_guess i_suppose i_presume
i_think_you've somehow excuse_for excuse_me call_it_a called_a if_you_can_call
"""

# Less than there should be.
WANTING = """
not_enough isn't_enough wasn't_enough just_not_enough not_much not_very not_quite not_really not_a_lot
not_particularly not_exactly not_all_that not_that not_so never_quite never_really never_fully never_feels
never_gets never_goes never_given never_becomes never_comes never_finds never_gives doesn't_really doesn't_quite
doesn't_even doesn't_have doesn't_feel doesn't_know doesn't_do doesn't_add doesn't_give doesn't_go doesn't_fit
doesn't_hold doesn't_take don't_add didn't_feel didn't_click don't_really don't_care don't_know didn't_really
didn't_quite didn't_even didn't_have didn't_care didn't_like don't_like did_not_like do_not_like couldn't_care
can't_care not_care isn't_really isn't_much isn't_very isn't_even wasn't_really wasn't_very wasn't_much
wasn't_even aren't_really no_real no_plot no_story no_sense no_idea no_interest no_one_cares no_attempt
no_effort no_logic no_depth no_character no_development no_resolution no_conclusion no_tension no_suspense
no_surprise no_vested little_substance little_else little_sense little_to little_more nothing_but nothing_more
nothing_else nothing_to none_of hardly_any barely_any at_all even_less less_than less_interesting less_effective
less_successful lesser minimal zero any_sense any_real anything_to there_isn't there_isn't_much there's_not
there_is_no there's_no there_was_no there's_nothing there_is_nothing has_no have_no had_no with_no without_any
instead_of substitute devoid absent absence unable can't_even couldn't_even fails_to failed_to neither not_even
only_to only_so_much left_me leaves_me left_wanting wanting hard_to hard_time difficult_to impossible_to
tough_to struggled struggled_to unless
"""

# What might have been.
UNREAL = """
could_have could've could_have_been would_have would've should_have should've might_have might've ought_to
would_be_better could_be_better should_be would_benefit would_have_benefited could_use could_have_used if_only
had_it had_they i_wish wish_it wish_they wished potential promising promise promised supposed_to meant_to
intended trying_to tries_to try_to tried_to attempts attempt attempting attempted wants_to want_to wanted_to
aims strives aspires pretends seems_to seemed_to hoped hoping hope expected expecting expectations better_off
instead had_heard had_read i'd_heard heard_so_much good_things great_things wonderful_things would_have_helped
might_have_helped could_have_helped looking_forward high_hopes high_expectations hype hyped on_paper
"""

# A judgement beside these is weighed down.
SOFTENING = """
a_bit a_little a_tad a_touch somewhat slightly kind_of sort_of at_times sometimes occasionally now_and_then
in_places in_parts here_and_there mostly mainly largely for_the_most_part more_or_less fairly rather quite
pretty_much almost nearly some_of not_all not_always may_be may_not might_not perhaps maybe arguably probably
necessarily
"""

# Praise that damns.
FAINT = """
watchable passable decent competent adequate serviceable okay ok alright fine enough not_bad not_terrible
not_awful not_horrible isn't_bad wasn't_bad mildly harmless diverting time-waster timewaster time-killer
guilty_pleasure better_than_nothing mixed_bag mixed_feelings mixed divisive polarizing not_for_everyone
isn't_for_everyone won't_be_for_everyone not_be_for_everyone depends depending acquired_taste hit-or-miss
hit_or_miss hit-and-miss half_the moments_of has_its_moments has_moments has_its_charms has_its uneven average
mediocre fair middling intermittently sporadically partially partly only_real only_thing only_good
only_redeeming redeeming saving_grace saved_by save_it saves_it at_least if_nothing_else
"""

MIXED_CONTRAST = """
but yet however although though while despite even_though in_spite_of still nevertheless nonetheless that_said
on_the_other_hand at_the_same_time aside apart_from except otherwise even_if even_when never_the_less
none_the_less
"""

AMPLIFYING = """
holy_shit holy_crap oh_shit i_shit_you_not
very really so truly absolutely incredibly extremely highly utterly completely totally thoroughly especially
particularly definitely certainly always every most equally also both genuinely deeply
"""

TOO = (
    "too overly excessively far_too way_too so_much_so so_many so_much just merely simply only even bunch_of"
)

COMPARING_UP = """
better_than more_than superior_to best_since greatest_since best_of_the surpasses improves_upon improves_on
improvement_over improvement_on outdoes tops bests exceeds exceeded rivals one_of_the_best one_of_the_greatest
one_of_the_most one_of_the_finest one_of_my the_best the_most the_finest the_greatest ever_made ever_seen
of_all_time of_the_year
"""

COMPARING_DOWN = """
worse_than inferior not_as isn't_as wasn't_as aren't_as nowhere_near not_nearly pales pale_in doesn't_compare
did_better done_better better_film better_movie better_version better_films better_movies a_better much_better
far_better was_better were_better were_much_better is_better_than_this the_original other_movies other_films
so_many_other lesser_films one_of_the_worst the_worst the_weakest the_least can't_match doesn't_match
cannot_match couldn't_match no_match_for can't_compare cannot_compare doesn't_hold_a_candle hold_a_candle
not_the_best not_his_best not_her_best not_up_to doesn't_live_up doesn't_measure_up measure_up
better_off_watching
"""

# What the story tells, not how well it is told.
EVENTS = """
villain/s killer/s murder/s murderer death/s victim/s evil monster/s man woman boy girl child children kid/s guy
person people wife husband father mother family war crime crimes criminal gang girl girls men women world life
situation dream/s nightmare plan fate past future secret marriage relationship ghost/s demon/s creature/s
soldier/s
"""

HORROR = """
horror scary scares scare creepy disturbing disturbed terrifying terror frightening gruesome gory gore bloody
brutal brutality violent violence savage dark bleak grim grisly sinister eerie chilling tragic tragedy sad
melancholy tense tension suspense uncomfortable unsettling nasty mean
"""
