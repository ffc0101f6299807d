"""Words by what they say of a sentence as an excerpt. Data only: see ``bot.extract.standing`` and ``judging``."""

from __future__ import annotations

# How a sentence opens. The longest opening wins.
OPENINGS = {
    "but": """
        but yet however though although_, then_again that_said that_being_said having_said being_said even_so still_,
        even_still nevertheless nonetheless on_the_other_hand by_contrast in_contrast conversely otherwise instead
        despite_this despite_that despite_these despite_all_this in_spite_of_this unfortunately_this in_spite_of_that
        rather_than_that then_there on_the_contrary quite_the_contrary meanwhile regardless_, either_way anyhow except
    """,
    "and": """
        and plus also or nor besides_, in_addition furthermore moreover additionally likewise similarly similar_to
        on_top_of_that not_to_mention and_so_on another others other equally again next then later same_goes
        same_with as_well the_same the_other the_others add_to_this add_that as_for_him as_for_her indeed in_fact
        not_only_that once_again too worse better_still what's_more
    """,
    "so": """
        so thus hence therefore consequently as_a_result as_such because_of_this because_of_that for_this_reason
        for_that_reason that's_why which_is_why the_result the_results because this_means so_that the_reason
        in_other_words i_mean as_it_is given_this given_that in_this_case in_that_case in_this_way
    """,
    "instance": """
        for_example for_instance case_in_point for_starters at_one_point in_one_scene one_of_them one_of_these
        one_of_those most_of_them some_of_them all_of_them many_of_them none_of_them most_of_these some_of_these
        all_of_these part_of_this most_of_this much_of_this all_of_this none_of_this some_of_this all_this all_that
        most_places some_are others_are a_few_of_them both neither either one_that one_who one_which ones_that
        at_this_point at_that_point until_then by_then since_then after_that before_that from_there here_is here's
        most some many several few
    """,
    "ordinal": """
        first second third fourth firstly secondly thirdly lastly the_first the_second the_third the_latter the_former
        the_last finally number_one first_of_all first_off for_one on_the_one_hand the_two the_three the_pair the_duo
        the_trio
    """,
    "place": "here there in_here in_there in_this_scene in_that_scene at_the_end by_the_time at_the_time that_night",
    "that": "that that's those these that'd such those_who that_is",
    "he": "he she his her hers him he'd he'll she'd she'll he's she's himself herself",
    "they": "they their theirs them they'd they'll they're they've themselves",
    "which": "which who whom whose where when what_this what_that how_this",
    "chat": """
        sure nope well oh hmm yeah ok okay hey yes no anyway anyways now seriously don't_get_me_wrong let_me
        let's_face_it to_be_honest to_be_fair honestly you_know needless_to_say of_course believe_me trust_me sorry
        alas_i make_no_mistake maybe perhaps_it perhaps_that i_guess i_suppose admittedly granted
    """,
    "not": "not not_that not_because not_only not_even not_just never nothing none",
    "it": "it it's it'd it'll",
    "its": "its",
    "there": "there_is there_are there's there_was there_were",
    "if": "if unless whether",
    "grant": "despite although though while even_though in_spite_of for_all whereas",
    "what": "what why how",
    "adverb": """
        unfortunately sadly luckily fortunately thankfully occasionally sometimes often mainly mostly eventually
        initially surprisingly apparently obviously clearly certainly surely actually basically personally
    """,
    "sum": """
        overall all_in_all ultimately in_short in_conclusion in_the_end in_sum on_the_whole at_the_end_of_the_day
        simply_put
    """,
    "i": "i i'm i've i'd my",
    "you": "you you'll you're your you've we we're our us",
    "a": "a an one",
    "the": "the",
    "this": "this this's",
    "in": """
        in on at with from by for of to as like unlike through without under among between after before during since
    """,
}

# Said of something that stood before, wherever they stand.
LINKS = {
    "also": "also as_well likewise similarly equally in_turn too_, too_. moreover furthermore",
    "contrast": "however though_. though_, instead nonetheless nevertheless on_the_other_hand otherwise still_manages",
    "other": "other others another the_rest each_other elsewhere",
    "each other": "each_other one_another among_other other_than in_other_words other_words",
    "back": """
        do_that did_that does_that doing_that done_that do_this did_this does_this do_so does_so did_so just_that
        exactly_that bring_this the_aforementioned aforementioned so_far this_is_where this_is_because why_this how_this
        why_that at_one_point at_this_point even_still don't_get_me_wrong to_add_insult chalk_it in_here the_following
        for_one as_well_. arguably_this besides_that other_than_that aside_from_that apart_from_that from_there
        to_that_end in_return in_response by_contrast in_contrast in_comparison
    """,
    "pointed": """
        the_scene the_sequence the_sub-plot the_subplot the_result the_results the_problem the_issue the_answer
        the_contrast the_line the_moment the_idea the_reason the_thing the_point the_switch the_twist the_event
        the_events the_fact the_question the_difference the_effect the_joke the_gag the_battle the_fight the_shot
        the_song the_latter the_duo the_pair the_trio the_two the_three the_man the_woman the_guy the_girl the_boy
        the_kid the_couple the_family the_group the_gang the_killer the_monster the_creature the_house the_hotel
        the_town the_city the_book the_novel the_former the_ones the_one the_rest the_incident the_process
        the_movement the_problem_is the_room the_car the_party the_game the_device the_character the_transformation
        the_original the_whole_thing the_entire_thing the_concept the_other the_others the_combination
    """,
    "one": "one_that one_who ones one_. one_, one_is one_of_them one_of_these one_of_those",
    "so": "so_. so_, as_a_result because_of_this because_of_that therefore thus hence which_is_why that's_why",
    "more": "more less better worse fewer",
    "than": "than",
    "still": "still",
    "but": "but",
    "here": "here there",
}

# What it says of the film or of the story: counted, each class.
TALK = {
    "degree": """
        very too so quite really truly pretty extremely incredibly absolutely completely utterly rather fairly highly
        particularly especially totally surprisingly just simply somewhat slightly a_bit a_little nearly almost
        genuinely deeply far perfectly thoroughly
    """,
    "could": "could would should might may could've would've should've must ought",
    "is": "is are 's it's isn't aren't remains feels seems looks becomes sounds proves works has",
    "was": "was were had did wasn't weren't didn't felt seemed looked got went came took made said told saw turned",
    "does": """
        makes gives delivers offers provides creates brings manages adds captures keeps uses plays allows fails
        succeeds struggles suffers lacks deserves works shines steals gets takes never_feels comes_across
    """,
    "kin": """
        wife husband father mother son daughter brother sister girlfriend boyfriend uncle aunt boss friend friends
        family parents couple child kid kids boy girl man woman men women guy cop detective police doctor lawyer
        soldier agent teacher student priest king prince killer gang mob army
    """,
    "films": """
        films movies comedies thrillers dramas remakes sequels genre hollywood cinema filmmakers directors novels books
        franchise blockbusters documentaries
    """,
    "news": """
        released release premiered box_office budget oscar oscars academy nominated award awards festival studio studios
        producers based_on adapted novel originally sequel remake career years_ago debut previously best_known known_for
        directed_by written_by starring stars shot_in filmed_in produced history dvd series
    """,
    "critic": "i i'm i've i'd my me myself",
    "thinks": """
        i_think i_thought i_found i_felt i_feel i_find i_enjoyed i_loved i_liked i_like i_love i_was i_didn't i_don't
        i_wish i_couldn't i_can't i_would i'd_say in_my_opinion for_me to_me my_favorite my_favourite i_must_say
        i_have_to_say
    """,
    "about me": """
        i_had i_saw i_watched i_am i'm i've i_have i_will i'll i_went i_remember i_read i_know i_knew i_want i_wanted
        i_said i_got i_could i_guess i_hope i_expected i_mean i_say i_see my_wife my_friend my_friends
        my_kids when_i
    """,
    "others": """
        some_people people many_people critics fans some_fans most_people everyone others anyone many_viewers reviewers
        somebody they_say many_will some_will some_may
    """,
    "he": "he she his her him they their them",
    "advice": """
        recommend recommended see_it worth must-see must_see skip avoid miss rent watch_it check_it_out fans_of for_fans
        go_see don't_bother waste
    """,
    "as": "like as such_as similar_to",
    "weigh": "but though although while despite yet however even_if if_not even_though",
    "elsewhere": """
        book books novel novels episode episodes game games book's track_record one_of_his one_of_her documentaries
        biopic biopics called comic comics play musical album prior filmography his_films her_films 's_films 's_movies
        his_movies previous_films previous_film first_film other_film other_films other_movies another_film
        another_movie last_film better_film predecessor predecessors similar_to a_film_like a_movie_like
        show shows series tv television
    """,
    "meta": """
        i_want_to talk_about this_review my_review above below rant paragraph as_i an_aside side_note focus_on
        to_be_clear i'll_wait mention mentioned mentioning worth_noting speaking_of in_other_words let_me final_thoughts
        spoil spoiler spoilers i_talk discuss described write writing_this reading_this read_this point_out i_should
        i_say marathon rating score_of stars
    """,
}

# Nouns of what makes a film, that an opinion is about.
ABOUT = """
film movie picture flick script screenplay dialogue story plot narrative acting performance performances cast actors
direction director cinematography photography visuals effects score soundtrack music songs editing pacing tone humor
humour jokes comedy drama action scenes characters character ending premise atmosphere suspense tension animation
costumes sets design production choreography romance chemistry storytelling writing twist climax remake sequel thriller
documentary
"""

FILM = "film movie picture flick film's movie's"

# Without any of these, and no word in -ed or -es, a sentence has hardly a verb.
FINITE = """
is are was were 's has have had does do did makes made feels felt gives gave gets got isn't doesn't don't it's can will
would could should may might must can't won't didn't wasn't aren't weren't i'm i've that's there's there seems seem
looks comes goes works keeps takes plays shows tells becomes remains proves brings finds knows ought
"""

# Behind "this" or "that" these say that it stands for a thing of its own.
BEHIND_A_BARE_THIS = """
is was are were has had isn't wasn't doesn't does did makes made leads means ruins could would will can may might works
gives allows creates helps seems feels becomes should must causes results takes comes goes sounds looks brings adds . ,
; ! ? ) and or but
"""

# "Those who", "those of us": people not spoken of before.
BEHIND_THOSE = """
who of with in that looking familiar expecting seeking interested two wanting hoping whose already unfamiliar not
willing days
"""
