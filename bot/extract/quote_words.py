"""Words that make a sentence a poor excerpt. Data only: see ``bot.extract.excerpts``."""

from __future__ import annotations

# Openings that lean on the sentence before.
LEANING = """
all_are most_places what_i've_just what_i_just on_the_one_hand for_everyone_else everyone_else now_for
the_fact_that_they and but or so yet nor then however instead meanwhile otherwise besides nevertheless nonetheless
likewise similarly furthermore moreover additionally conversely again even_so that_said that_being_said having_said
being_said on_the_other_hand by_contrast in_contrast for_example for_instance not_only_that to_make_matters
because_of_this as_a_result as_such for_this_reason for_that_reason in_addition on_top_of_that at_the_same_time
in_other_words the_latter the_former the_same the_two the_pair the_duo the_trio the_other the_others the_second
the_third the_result the_results the_reason the_problem_is the_answer the_scene the_sequence others another neither
both thus hence therefore consequently this_is_because that's_because which who whom whose not_so not_anymore not_that
not_officially not_due not_until too_bad what's_more what_is_more he she they his her hers their theirs him them he'd
he'll she'd she'll they'd they'll they're they've himself herself themselves that that's those these such it's_because
it_also and_so first second secondly thirdly third firstly next also too because worse better_still maybe perhaps_that
part_of_this most_of_this much_of_this all_of_this none_of_this some_of_this part_of_that most_of_these some_of_these
all_of_these many_of_these none_of_these most_of_them some_of_them all_of_them many_of_them none_of_them one_of_them
either even_then just_as_ here_is here's hence_the as_i_said like_i_said as_mentioned as_stated case_in_point
for_starters i_mean he's she's therein similar same_goes same_with of_these of_those as_for_the_rest the_first_one
the_last_one this_one's in_fact indeed after_that before_that until_then by_then since_then at_this_point
at_that_point from_there from_here in_this_case in_that_case in_this_scene in_that_scene unlike_the_others
none_of_which all_of_which both_of_which the_rest either_way regardless_, still_, anyhow all_of_which_is
not_to_mention_the on_the_contrary rather_on_the quite_the_contrary couple_this couple_that compare_this compare_that
add_this add_that add_to_this add_to_that not_like only_one_of_them only_one_of_these the_only_thing_it
the_other_thing as_for_him as_for_her as_i_stated as_stated as_previously as_noted as_described why_not_then
other_times final_thing the_former_is that_is_not that_being that_alone with_that_said with_that_in_mind it_does
it_doesn't it_did it_didn't it_has it_isn't it_wasn't it_never it_just it_really plus except
"""

# They begin like the openings above and stand alone.
STANDING = """
so_many so_much so_few so_bad so_good so_long_as that_the that_this both_the those_who those_looking those_expecting
those_familiar these_days such_is such_a so_rarely so_often perhaps_the first_of_all even_so-so first_and_foremost
better_than worse_than such_as nor_is_the yet_another once_again either_you another_of the_second_half the_third_act
the_first_half the_second_act the_same_can't second_only next_to because_the because_of_the not_that_the just_as_the
neither_the which_is_why_the the_result_is_a the_end_result_is the_reason_to like_the_other the_problem_is_that_the
the_problem_with the_rest_of_the the_other_actors the_rest_of_its both_leads both_actors both_stars both_performances
in_fact_the indeed_the
"""

# "It" that points at nothing: "It's hard not to ...", "It takes a certain ...".
_IT = "is was has would will may might can must seems feels turns takes helps"
EXPLETIVE = frozenset(["it's", *(f"it {verb}" for verb in _IT.split())])

# Words after "this" that name the film.
FILM_NOUNS = """
film film's movie movie's picture flick feature remake sequel prequel adaptation spinoff spin-off reboot thriller
comedy drama horror western musical documentary romance noir blockbuster epic production version masterpiece classic
gem mess turkey entry installment instalment franchise series story tale piece spectacle satire farce anthology biopic
shocker actioner programmer b-movie cartoon fantasy adventure whodunit whodunnit mystery slasher chiller romcom
rom-com disaster experience trainwreck garbage trash entertainment cinema disappointment
"""

# Persons a pronoun may point back at.
PERSONS = """
man woman boy girl actor actress director star lead hero heroine protagonist villain antagonist character performer
comedian comedienne comic writer filmmaker composer cinematographer screenwriter wife husband father mother son
daughter brother sister killer detective kid child cop doctor king queen prince princess soldier teacher student lady
guy nobody somebody someone anyone everyone no-one whoever who one monster vampire count creature artist author singer
lover victim newcomer veteran thief spy agent reporter lawyer professor scientist hunter cowboy sheriff outlaw
gangster assassin robot baby teenager widow player auteur
"""

# Capitalised at the start of a sentence without being anybody's name.
STARTERS = """
the a an this that these those it its it's he she they we you i my our your his her their in on at by for from with
without of to into as if when while where why how what who which there here then than though although despite because
since unless until after before during through throughout over under above between among beyond against about around
across not no nothing never nobody none neither nor and but or so yet still also even just only very too quite rather
almost nearly perhaps maybe unfortunately fortunately sadly luckily thankfully overall ultimately finally eventually
initially originally mostly mainly clearly obviously certainly surely definitely honestly frankly personally
admittedly sure yes well oh ah okay ok all any some many much more most few less least each every other another such
same both either one two three four five first second third last next once twice again always often sometimes usually
rarely seldom now today soon later meanwhile however moreover furthermore besides instead otherwise nevertheless
nonetheless thus therefore hence indeed actually really simply merely like unlike except per plus let let's don't do
does did is are was were am be been being have has had can could will would shall should may might must watching
seeing looking speaking considering given based set starring directed written produced shot made filmed played
featuring good great bad best worst better worse nice fine poor funny beautiful brilliant excellent amazing awesome
terrible awful horrible wonderful fantastic superb perfect interesting boring dull part i'm i've i'd i'll you're
you'll you've we're we've we'll there's here's what's that's who's where's it'd it'll everything everyone everybody
something someone anything anyone especially particularly visually technically whenever wherever whatever whoever
together alone apart aside add adding credit call note notice think imagine remember try take give get go come see
look hear enter cue blame say ask thanks kudos bravo else half several various certain numerous countless amongst amid
amidst via upon within inside outside behind beneath beside near
"""

# What the writer did, saw and bought: no opinion of the film stands on it.
LOGISTICS = """
my_previous previous_reviews my_praise i_happen_to i_tend_to when_i_watch i_always i'm_a_fan i'm_a_big i'm_a_huge
i_am_a_fan i_am_a_big i_am_a_huge as_a_fan_of chance_to_see got_to_see fantastic_fest at_a_festival at_the_festival
i_watched i_saw i_rented i_bought i_went i_caught i_first_saw i_finally_saw i_recently_watched i_recently_saw
i_had_seen i_just_saw i_just_watched i_have_seen_this i've_seen_this i_remember i_read i_grew_up when_i_was i_stumbled
i_picked_up i_turned_it i_turned_on i_heard i_decided i_had_heard i've_heard i_happened_to i_ordered i_borrowed
i_streamed i_taped i_recorded i_own i_have_read i've_read i_read_the i_sat_down i_walked_in i_walked_out i_came_to
i_came_across i_started i_went_into i_went_to i_was_looking i_was_expecting i_am_writing i'm_writing i_gave_this
i_give_this i_give_it i_gave_it i_rate i_rated i'd_give i_would_give i'll_give i_have_to_give i_will_give
i_only_got_around i_knew i_did_some i_looked_up i_googled my_wife my_husband my_girlfriend my_boyfriend my_friend
my_friends my_brother my_sister my_mom my_dad my_mother my_father my_kids my_son my_daughter my_family my_roommate
my_parents last_night yesterday this_week last_week the_other_day at_the_video_store video_store on_dvd on_vhs
on_blu-ray on_netflix on_hbo on_cable on_tv the_dvd dvd blu-ray bluray vhs the_trailer the_trailers trailer trailers
other_reviews other_reviewers previous_reviewer other_reviewer other_comments previous_comments this_review my_review
these_reviews the_reviews_here imdb my_rating my_score my_grade rating the_theater the_cinema_with bargain_bin
film_festival_screening press_screening free_screening sneak_preview i_will_try i'll_try i_won't_spoil i_want_to_talk
let_me_say let_me_start let_me_begin i_must_admit_i_have_never spoiler spoilers spoiler-free warning user_comments
message_boards message_board one_reviewer reviewers marketing_campaign marketing i_won't_mention i_doubt_if
hopefully_by for_this_blog this_blog this_marathon this_chain next_film next_movie
"""

# Page furniture that slipped into a paragraph.
FURNITURE = """
subscribe click_here read_more share_this follow_us follow_me sign_up newsletter photo_credit image_credit
image_courtesy photo_courtesy review_courtesy courtesy_of comments leave_a_comment min_read posted_by posted_on
filed_under tagged all_rights_reserved copyright related_posts previous_post next_post advertisement sponsored podcast
patreon check_out_our check_out_my check_out_more join_the join_us facebook instagram youtube letterboxd twitter
watch_the_trailer buy_tickets our_review_of see_also continue_reading table_of_contents cookies privacy_policy
terms_of_use in_cinemas_now now_playing in_theaters_now reviewed_by written_by_a edited_by_our running_time runtime
mpaa rated_r rated_pg rated_g rated_pg-13
"""

# A sentence that begins like this says what the film is about, and perhaps nothing of how good it is.
_TOLD = ["this_film", "this_movie", "the_film", "the_movie", "this_one", "the_story", "it", "the_plot"]
_ABOUT = "is_about was_about follows followed concerns concentrates_on concentrated_on centers_on centres_on "
_ABOUT += "revolves_around tells_the_story tells_of tells_us_the_story takes_place deals_with is_set_in is_the_story_of"
DESCRIBING = " ".join(
    [
        *(f"{subject}_{verb}" for subject in _TOLD for verb in _ABOUT.split()),
        "it's_about it's_the_story_of set_in set_during set_on set_against set_around based_on",
    ]
)

# What happens in a story: many of these with little judgement is a summary.
PLOT = """
discovers discover learns finds_himself finds_herself find_themselves falls_in_love fall_in_love sets_out set_out
decides decide must embarks embark tries_to try_to attempts_to kidnapped kidnaps murdered murder murders kills killed
escapes escape flees flee hired hires returns_home moves_to travels_to arrives meets meet encounters befriends joins
marries married divorced pregnant betrays robbery heist plans_to agrees_to refuses_to forced_to sent_to assigned_to
investigates investigate wakes_up dies dead dying death suicide orphaned inherits lives_with works_as lives_in
is_a_young is_an_aging wife husband father mother son daughter brother sister girlfriend boyfriend uncle aunt boss
story_is_about film_is_about movie_is_about story_concerns plot_concerns who_is who_has who_was whose follows
centers_on centres_on revolves_around concerns tells_the_story the_story_of story_follows when_he when_she in_order_to
gets_caught is_caught soon begins_to starts_to starts goes_to comes_to leaves ends_up turns_out chased pursued
captured rescued attacked shot stabbed trapped stranded wounded injured sells steals stolen money police army war gang
mob mafia prison jail hospital village school named called apartment rents lover ex-wife ex-husband stranger seeks
seek takes_him takes_her tells_him tells_her asks_him asks_her gives_him gives_her meanwhile
"""

# What others think or will say.
OTHERS = """
many_say many_believe many_think many_argue many_feel skeptics sceptics detractors haters naysayers purists doubters
fans_will_argue some_will some_may some_might some_would some_could others_say others_may others_might others_will
others_would others_have many_critics some_critics most_critics critics_have critics_say critics_will many_fans
some_fans fans_and_critics some_people people_say people_think people_will_say some_friends friends_of_mine
you_might_think you_would_think you'd_think you_may_think one_might_think one_would_think you're_probably
you_are_probably you_might_be_thinking it's_been_said it_has_been_said anyone_who_might
"""

# Somebody else's opinion, or what was expected: no stance of the writer's.
ATTRIBUTED = """
a_friend most_people many_people people_who one_might might_assume i_expected i_was_expecting i_had_expected
i_thought_it_would i_assumed going_in expectations looking_forward i_thought_this_might might_be_worth i_have_heard
was_supposed_to were_supposed_to is_supposed_to has_been_called was_considered is_considered is_regarded
"""

# Another film is being judged.
OTHER_FILM = """
when_a_film when_a_movie all_good_movies any_movie_that any_film_that the_original the_first_film the_first_movie
the_first_one the_book the_novel the_previous_film the_previous_films predecessor the_novel_is the_novels
a_film_like_the a_movie_like_the the_sequel the_sequels the_other_films the_earlier_film the_later_film other_films
other_movies the_tv_series the_tv_show the_series the_comic the_play a_film_like films_like movies_like a_movie_like
a_film_that_might with_film in_film in_a_film_adaptation most_films most_movies many_films many_movies other_pictures
"""

# How a film was made, sold and honoured: news of it, not a judgement.
HISTORY = """
director_behind writer_behind team_behind years_earlier distributors exhibitors studio_executives box_office budget
grossed earned oscar oscars nominated nominations academy_award academy_awards won_the golden_globe premiered premiere
released release re-released came_out in_production distributor studio studios producers sequel_was banned censors
adapted_from based_on remake_of originally in_theaters in_theatres years_later years_after years_before
performance_capture_meaning was_filmed_in was_shot_in shot_on_location was_made_using his_previous her_previous
previously best_known starred_in went_on_to announced
"""

# Anywhere in a sentence these point at one before it.
BACKWARD = """
among_them amongst_them these_low these_high these_three this_complexity this_concept this_area another_area
this_moment this_scene this_sequence this_problem this_reason this_question this_explanation this_regard this_point
this_approach this_decision this_choice this_aspect this_element this_one_scene this_shot this_fight this_exchange
that_movie that_film that_scene that_moment that_regard that_sequence that_shot that_decision those_scenes
those_moments these_scenes these_moments these_sequences these_jokes these_elements these_problems these_issues
these_flaws this_character these_characters this_song this_man this_woman this_guy this_part this_subplot this_idea
this_issue this_line this_joke that_character that_line that_joke the_scene_is the_scene_was the_sequence_is
bring_it_up bring_this_up the_aforementioned the_former the_latter for_two_reasons not_due not_until why_it's_so
why_this_is
"""

# Nothing with one of these is understood without what stands before it.
CLINGING = """
this_isn't_to_say that_isn't_to_say this_is_not_to_say that_is_not_to_say this_is_to_say which_is_to_say
of_this_is_to_say of_that_is_to_say in_much_the_same_way_. in_much_the_same_way_! in_very_much_the_same_way
in_the_same_way_. in_much_the_same_way_, those_type_of those_types_of those_kind_of those_kinds_of those_sorts_of
if_your_answer_is if_the_answer_is of_both_. of_both_!
"""

# Chat before the point.
CHAT = """
sure nope well oh hmm yeah ok okay hey yes no anyway anyways now seriously don't_get_me_wrong what_i'm_trying
i_want_to let_me let's_face_it to_be_honest to_be_fair honestly i_mean you_know needless_to_say of_course believe_me
trust_me sorry alas_i i_will_admit i'll_admit i_admit i_have_to_say i_must_say i_have_to_admit i_must_admit i_hope
i_wish i_guess i_suppose i_don't_know i_can't_remember i_understand
"""
