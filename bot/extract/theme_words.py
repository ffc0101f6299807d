"""Words by theme. Data only: see ``bot.extract.theme_evidence``.

``CORE`` words name the theme itself ("the plot"), ``NEAR`` ones what belongs to it ("the ideas"), ``FAINT`` ones are
said of it and as often of something else. ``fight/s`` stands for fight, fights; ``_`` for a blank.
"""

from __future__ import annotations

from bot.models import Theme

CORE: dict[Theme, str] = {
    Theme.ACTION: """
        action_scene/s action_sequence/s action_set action_choreography fight_scene/s fight_sequence/s
        fight_choreography fight/s fighting stunt/s stuntwork stunt_work choreography choreographed set_piece
        set_pieces set-piece set-pieces setpiece/s shootout/s shoot-out shoot-outs gunfight/s gunplay swordplay
        sword_fight sword_fights swordfight/s chase_scene/s chase_sequence/s car_chase/s chases chase explosions
        martial_arts kung_fu derring-do battle_scene/s battle_sequence/s battles the_battle brawl/s duel/s raid
        heist_sequence fisticuffs action-wise the_action its_action of_action more_action no_action
        action-scenes action_beats action_pieces fist_fight fistfights fight-scene gun_battle gun_battles
        sword-fighting sword_fighting stunt-work swashbuckling well-choreographed beautifully_choreographed
        action_is action_was the_fights set_-_pieces dogfight/s dogfighting bullet_ballet thrills_and_spills
        boxing_matches boxing_scenes racing_scenes combat_scenes war_scenes
    """,
    Theme.STORY: """
        plot/s plotting plotted plotline/s story storyline/s storylines storytelling narrative/s narratively
        script/s screenplay/s scripted writing dialogue dialogues dialog plot_hole plot_holes plot-holes twist/s
        ending endings third_act second_act first_act final_act subplot/s sub-plot sub-plots premise denouement
        finale exposition story-wise plot-wise well-written poorly_written badly_written well_written climax_is
        conclusion resolution payoff set-up story_arc storyline's plot-line plot-lines plot_line plot_lines
        plot_points plot_twist plot_twists plot_device plot_devices scriptwriting screenwriting script's
        scriptwriter well-plotted well-scripted tightly_plotted overplotted plotless backstory_of twist_ending
        cliffhanger epilogue prologue monologues speeches writing_is well-told well_told storytellers
        story-telling third-act narrative_structure story_structure plot_contrivances plot_turns love_story_is
        the_dialogues one_-_dimensional_plot deus_ex_machina source_material
    """,
    Theme.PERFORMANCES: """
        performance/s acting cast actor/s actress/es well-acted acts acted overacting overacts overact overacted
        overplays miscast casting portrayal/s scene-stealing scene-stealer steals_the_show steals_every_scene
        steals_the_film steals_the_movie steals_every steals_his steals_her chemistry screen_presence
        supporting_cast supporting_role supporting_roles supporting_players ensemble charisma star_turn
        in_his_role in_her_role in_their_roles in_the_role in_the_lead title_role delivery line_readings
        line_delivery acting-wise typecast thespian good_as great_as excellent_as wonderful_as terrific_as
        superb_as brilliant_as fantastic_as perfect_as amazing_as hilarious_as convincing_as well_cast ill-cast
        perfectly_cast badly_cast his_performance her_performance plays_the plays_him plays_her plays_it
        plays_his performers performance's lead_performance leading_man leading_lady leading_performance
        title_performance central_performance lead_actors lead_actress lead_actor supporting_actor
        supporting_actress supporting_turn comic_turn scene_stealer steals_scenes steal_the_show stole_the_show
        steals_it voice_acting voice_work voice_cast voice_actors voice_performance on-screen_chemistry
        screen_persona star_power acting_skills acting_ability acting_chops acting_talent method_acting
        acting_performances well_acted superbly_acted beautifully_acted badly_acted poorly_acted finely_acted
        nuanced_turn all-star_cast star-studded gives_his gives_her underplays underplayed hams hamming hams_it
        chews_the_scenery chewing_the_scenery scenery-chewing scenery_chewing emotes emoting a_revelation
        breakout_performance career-best on_top_form in_top_form at_his_best at_her_best at_their_best castmates
        co-star co-stars costar costars well_as_the miscasting player's thesps recast portrayal_of
    """,
    Theme.DIRECTION: """
        direction directing directorial directed director director's mise-en-scene staging staged
        behind_the_camera auteur helmed helmer filmmaking film-making craftsmanship his_direction her_direction
        directs direction_is directors_cut director_'s_vision well-directed well_directed poorly_directed
        badly_directed superbly_directed assured_direction under_the_direction helming helmer's
        directorial_debut film-maker's filmmaker's director_does film_craft blocking
    """,
    Theme.CHARACTERS: """
        characters character characterization/s characterisation/s character_development character_arc
        character_arcs protagonist/s antagonist/s villain villains heroine heroines one-dimensional
        two-dimensional three-dimensional sympathetic unsympathetic likable likeable unlikable unlikeable
        relatable character-driven well-drawn backstory backstories main_character main_characters root_for
        rooting_for care_about care_for cared_about character_study character_studies character_work
        character_moments character's_motivations character_motivations supporting_characters side_characters
        secondary_characters female_characters male_characters cardboard_characters stock_characters
        caricature/s cardboard_cutouts well-rounded fully-rounded fleshed-out fleshed_out anti-hero antihero
        archetypal femme_fatale dislikable detestable_characters cared_for relationships_between
        relationship_between the_relationship cast_of_characters gallery_of characters_are characters_were
    """,
    Theme.VISUALS: """
        visual/s visually cinematography cinematographer photography photographed camerawork camera_work imagery
        cgi special_effects visual_effects effects fx lighting lit shots costume/s costuming makeup make-up
        art_direction production_design set_design sets animation animated black-and-white technicolor
        color_palette palette close-ups closeups eye_candy scenery vistas looks_great looks_gorgeous
        looks_beautiful looks_stunning looks_cheap looks_fake looks_amazing looks_like_it look_great look_good
        look_fake beautifully_shot beautifully_filmed beautifully_photographed well-shot well_shot stop-motion
        claymation eye-popping framing composition/s aesthetic aesthetics special-effects visual-effects
        computer_graphics computer-generated cg graphics cinematographic camera-work camera_angles
        camera_movement camera_movements tracking_shots long_takes one-take shot_composition
        black_and_white_photography location_photography location_shooting set-design set_decoration
        production_values sets_are sets_and the_sets costume_design costumes_are wardrobe practical_effects
        gore_effects makeup_effects creature_effects make-up_effects visual_style visual_feast visual_flair
        visual_treat cinematographers photography's lensed lensing colour_palette looks_fantastic looks_terrific
        looks_wonderful looks_incredible looks_awful looks_terrible looks_ugly looked_great looked_fake
        rotoscoping art_style drawn_animation hand-drawn animators imagery's picturesque visually-stunning
        eye-catching widescreen mise_en_scene beautifully_lit gorgeously_shot gorgeously_photographed
        stunningly_shot well_photographed well-photographed handsomely_mounted
    """,
    Theme.MUSIC: """
        music musical_score musical_numbers musical_number soundtrack/s song/s composer tune/s melody melodies
        theme_song theme_tune sound_design sound_track sound_effects lyrics score scores the_sound the_songs
        orchestral background_music scored_by sings singing music's scoring orchestration orchestrations
        needle-drops needle_drops needle-drop song-and-dance dance_numbers opening_song closing_song musically
        soundscape/s sound_mix sound_editing background_score theme_music title_song pop_songs rock_songs vocals
        vocal singer's original_songs film's_score ear-worm earworm catchy_tune
    """,
    Theme.HUMOUR: """
        humor humour humorous humorously humorless joke/s jokes gag/s gags funny funnier funniest hilarious
        hilariously comedic comic_relief comic_timing laughs laugh laughed laughing laughter laugh-out-loud wit
        witty wittily wisecrack/s one-liner one-liners one_liners slapstick satire satirical parody spoof
        unfunny farce farcical banter chuckle/s giggle/s amusing amusingly punchline/s quip/s wordplay deadpan
        tongue-in-cheek tongue_in_cheek comedy hysterical hilarity humourous humour's joke's comedically
        comedy_gold comic_genius comic_performance comedic_timing funniest_parts funny-bone rib-tickling
        belly_laugh belly_laughs guffaw/s sidesplitting side-splitting knee-slapper gag-filled sight_gags
        running_gag running_gags physical_comedy black_humor dark_humor dark_humour black_comedy_that
        toilet_humor toilet_humour gross-out humor-wise screwball_antics one_-_liners comic_set dry_wit
        witticisms repartee mirth mirthless ribald zingers zinger riotously uproarious uproariously drollery
        droll
    """,
    Theme.PACING: """
        pace paced pacing well-paced fast-paced slow-paced slow-moving overlong over-long too_long too_slow
        drags dragged dragging drag slog running_time runtime run_time run-time brisk briskly sluggish tedious
        plodding plods momentum meanders meandering rushed slow-burn slow_burn slow_burner tempo breakneck
        minutes_too_long wraps_up moves_along drawn-out drawn_out leisurely padded padding long-winded snail's
        never_drags editing edited tightly_edited interminable flies_by slow glacial slowly_paced slow_moving
        feels_long length bogs_down bogged_down an_hour hours_long half_an_hour kept_me_interested
        edge_of_your_seat edge_of_my_seat pacing's pace's slow_pace fast_pace quick_pace leisurely_pace
        snail's_pace breakneck_pace brisk_pace slow_going slow_start moves_quickly moves_fast moves_swiftly
        moves_slowly moves_at a_bit_long bit_too_long little_long little_too_long way_too_long far_too_long
        too_short overstays_its_welcome overstay_its_welcome outstays_its_welcome outstay_its_welcome
        wears_out_its_welcome never_boring never_dull never_a_dull not_a_dull dull_moment dull_moments
        breezes_by breezy flew_by time_flies clips_along rattles_along zips_along hums_along trundles crawls
        to_a_crawl grinds_to_a_halt trimmed tightened tighter_editing could_have_been_shorter
        could_have_been_cut editing_is well-edited well_edited fall_asleep fell_asleep put_me_to_sleep
        puts_you_to_sleep snoozefest minutes_long two-hour three-hour two_and_a_half hour_running length_is
        overlength feels_like_an_eternity ponderous languid languorous unhurried lethargic frenetic_pace
        keeps_things_moving keeps_moving moves_the_plot moves_the_story moves_the_film moves_things drags_on
    """,
    Theme.WORLD: """
        world-building worldbuilding world_building mythology lore universe atmosphere atmospheric milieu
        period_detail period_details sense_of_place its_world film's_world movie's_world own_world
        world_it_creates fictional_world fantasy_world time_and_place settings locales period_piece evocation
        recreation overall_feel feel_of sense_of_time sense_of_atmosphere moody_atmosphere creepy_atmosphere
        eerie_atmosphere gothic_atmosphere atmospherics atmospherically period_setting period_settings
        period_feel period_atmosphere period_recreation fictional_universe cinematic_universe imaginary_world
        imagined_world fully_realized_world fully_realised_world lived-in lived_in_world immersive_world
        vividly_realized evokes_the evokes_a evocative_of time_period worldbuild setting_is setting_of
        the_setting milieux backdrop feel_for_the_period
    """,
}

NEAR: dict[Theme, str] = {
    Theme.ACTION: """
        action boxing excitement guns battle action-packed
    """,
    Theme.STORY: """
        idea ideas tell tells told themes theme thematic conflict concept mystery political confusing
        adaptation structure answer answers predictable complex events questions novel history writers
        writer screenwriter screenwriters logic contrived explain explained explanation message messages
        originality formulaic stories written end convoluted cliche cliches cliched clichéd cliché
        clichés unoriginal implausible plausible coherent incoherent subtext moral reveal revelation
        unpredictable guessing material set_up social commentary scenario
    """,
    Theme.PERFORMANCES: """
        plays role roles playing convincing convincingly believable_as memorable oscar gives_a stellar
        debut leads voice cameo cameos wooden job as_the terrific accent star nails nailed shines
        portrays portrayed portraying supporting delivers embodies presence hammy steals performer
        comedienne lead_actor excellent
    """,
    Theme.DIRECTION: """
        directors style keeps moves hands handles handled vision crafts filmmaker filmmakers shoots
        assured technique craftsman
    """,
    Theme.CHARACTERS: """
        character's personality personalities invested depth hero heroes motivation motivations
        interactions relationship relationships friendship friendships villainess villainous villainy
        development humanity root arcs archetype archetypes sidekick dynamic people_in nuanced the_leads
        empathize
    """,
    Theme.VISUALS: """
        shot looks blood beautifully fake designs colors colour colours colourful prosthetics filmed camera look
        close-up puppetry picturesque images color
    """,
    Theme.MUSIC: """
        sound sounds musical tracks track voices rock jazz band musicals dubbing choir audio composed
        orchestra sung
    """,
    Theme.HUMOUR: """
        comedies camp campy tongue clowning screwball hysterically ridiculous comic goofy ironic irony
        whimsical whimsy cheeky
    """,
    Theme.PACING: """
        boring bored dull cut hour hours longer filler fast repetitive frenetic patience boredom
        stretched lags asleep snooze bores half_hour draggy
    """,
    Theme.WORLD: """
        authentic authenticity world period era future futuristic dystopian dystopia environment society
        landscape landscapes village
    """,
}

FAINT: dict[Theme, str] = {
    Theme.ACTION: """
        stuntman kill_shots slapstick_stunts pratfalls sequence sequences gun swashbuckling explosion
        raids car_crash
    """,
    Theme.STORY: """
        writes climax book explains romance romantic reveals subject truth murder outcome satire
        love_story surprises
    """,
    Theme.PERFORMANCES: """
        lead_role leading_man leading_lady co-star co-stars deadpan of_his_career of_her_career shine
        stars starring played lead star-making believable excels he she his her career he's she's
        versatile range
    """,
    Theme.DIRECTION: """
        staged_with helm stages craft crafted film-maker films_it blocking knows_how camera restraint
    """,
    Theme.CHARACTERS: """
        hero's anti-hero antihero heroic stereotype stereotypes father mother family identify psychology
        figures empathy
    """,
    Theme.VISUALS: """
        silhouette silhouettes tableau tableaux gorgeous stylish style beautiful_to_look dazzling gory looking
        looked puppet puppets prosthetic ugly colorful black_and_white image spectacle digital 3-d 3d shadow
        shadows montage optical design
    """,
    Theme.MUSIC: """
        needle_drop needle_drops piano numbers dance ballad ballads sing singer
    """,
    Theme.HUMOUR: """
        punch_line repartee farts mock joking jokey
    """,
    Theme.PACING: """
        overlength moves_fast breathless breathlessly minutes tight long moves cuts quick tightly sleep
        lulls
    """,
    Theme.WORLD: """
        locale dream_world recreates production_values inhabits the_world_of this_world
        vision_of_the_future cityscape cityscapes city 1930s 1950s 1970s 1980s post-apocalyptic
        wilderness underworld island small-town
    """,
}

# They hold a theme's word and are about something else.
NOT_A_THEME = """
as_good_as as_great_as as_bad_as as_perfect_as as_convincing_as as_hilarious_as
in_the_world of_the_world all_over_the_world around_the_world shot_down shot_dead shot_in_the action_figure
comic_book comic_books score_of final_score perfect_score score_box a_score the_scores main_character_dies
play_the_game toy_story west_side_story love_story war_story true_story parody_of_itself last_action_hero
neverending_story philadelphia_story bears_the_brunt long_shot no_laughing_matter in_action set_in_motion
cast_aside cast_away cast_a hot_shot one_shot image_comics live-action live_action action_hero action_star
action_figures action_film action_films action_movie action_movies action_flick action_flicks action_thriller
action_comedy action_fans action_adventure action-adventure action-comedy action-thriller romantic_comedy
romantic_comedies romantic-comedy horror_comedy horror-comedy comedy_films short_story short_stories
character_actor character_actors comic-book main_reason sound_of_the based_on_the_story ghost_story
ghost_stories love_stories story_of the_story_follows story_is_about the_story_begins the_plot_follows
plot_follows plot_concerns plot_involves directed_by_the director_of_the shot_by shot_to video_camera
hidden_camera effects_of the_effects_of had_the_effect special_edition on_set set_in film_score my_score
the_cast_includes the_cast_of_characters cast_list the_real_world world_war in_this_world whole_world
in_the_music_business music_video music_videos music_industry dance_music song_and_dance out_of_action
laugh_at_him laughing_at_him laughs_at fighting_for fight_for fighting_against fight_against fight_back
fighting_back fights_for fight_off a_long_time long_time no_longer as_long_as so_long_as long_before long_after
how_long before_long long_ago long-running run_of_the_mill animated_film animated_movie animated_flick
animated_feature animated_films animated_movies costume_drama costume_dramas comedy_team comedy_teams
plot_introduction plotting_his plotting_her plotting_to plotting_against theme_park in_the_end end_result
end_credits opening_credits end_of_the_day end_up ends_up ending_up end_of_the_world near_the_end until_the_end
by_the_end setting_out setting_up setting_off setting_him setting_her setting_action masters_of_the_universe
lack-of-direction half-hour full-length body-image freeze-frame on-screen in_the_direction in_that_direction
right_direction wrong_direction new_direction action_is_taken class_action call_to_action courses_of_action
scripted_television fighting_chance sense_of_direction stage_play the_script_called comic_strip comic_strips
out_of_character in_character written_all_over song_of swan_song laugh_track evil_laugh good_laugh_at music_box
sound_stage sounds_like sounds_good sounds_great picture_frame shot_at shot_on shot_him shot_her shots_at
gun_shots drug_dealer opening_shot_of character_named character_called characters_named a_character_in part_in
a_part_of edited_out cut_off cut_down_by slow_motion film_effects special_effects_team director_'s_cut fight_to
fights_to fight_with_his battle_with battle_of battle_against fighting_to fighting_the plays_like plays_out
plays_a_game plays_on plays_in plays_with role_in_the_story role_model role_models at_work job_at a_job her_job
his_job the_job lose_his_job get_a_job tells_the_story_of tells_him tells_her tell_him tell_her tell_you
tell_us_that i_can_tell can_tell you_can_tell to_tell_you written_and_directed directed_and_written written_by
star_wars star_trek four_stars five_stars three_stars two_stars one_star out_of_five_stars half_star star_rating
it_'s_funny_how funny_how funny_thing funny_things funny_that funny_enough funny_to_see_how funny_because
good_story_idea characters_act_like sets_up sets_out sets_in sets_off sets_it sets_the sets_him sets_her sets_a
sets_them sets_itself pacing-sense storied bus_timetable acts_of act_of plays_for plays_at no_dialogue
"""
