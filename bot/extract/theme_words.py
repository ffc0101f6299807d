"""Words by theme. Data only: see ``bot.extract.themes``.

``STRONG`` words settle a theme alone; ``WEAK`` ones count only where no strong word of another theme stands
in the quote, or two of them meet. ``fight/s`` stands for fight, fights; ``_`` for a blank.
"""

from __future__ import annotations

from bot.models import Theme

STRONG: dict[Theme, str] = {
    Theme.ACTION: """
        action action-packed stunt/s stuntwork stuntman fight/s fighting fight_choreography chase/s car_chase
        set_piece set_pieces set-piece set-pieces setpiece/s shootout/s shoot-out gunfight/s gunplay swordplay
        sword_fight battle/s combat martial_arts kung_fu explosion/s brawl/s choreography choreographed fisticuffs
        duel/s derring-do swashbuckling kill_shots slapstick_stunts pratfalls
    """,
    Theme.STORY: """
        plot/s plotting plotted plotline/s story stories storyline/s storytelling narrative/s narratively script/s
        screenplay/s scripted screenwriter screenwriters writing dialogue dialogues dialog plot_holes twist/s
        premise third_act second_act first_act final_act subplot/s sub-plot ending climax denouement finale writer/s
        written well-written adaptation exposition structure
    """,
    Theme.PERFORMANCES: """
        performance/s performer/s acting actor/s actress/es acts acted well-acted overacting cast casting miscast
        portrayal/s portrays portrayed portraying scene-stealing scene-stealer steals_the_show steals_every_scene
        steals_the_film steals_the_movie star_turn supporting_role title_role in_the_role in_the_lead lead_role
        leading_man leading_lady co-star co-stars chemistry charisma screen_presence deadpan comedienne thespian
        ensemble in_his_role in_her_role in_their_roles delivery of_his_career of_her_career plays_it plays_him
        plays_her typecast acting-wise
    """,
    Theme.DIRECTION: """
        director/s director's directed directing direction directorial directs helmed helmer filmmaker/s filmmaking
        film-making film-maker auteur mise-en-scene staging staged blocking behind_the_camera staged_with
        craftsmanship
    """,
    Theme.CHARACTERS: """
        character/s characterization/s characterisation/s character_development protagonist/s antagonist/s villain/s
        heroine hero hero's heroes villainy villainous anti-hero antihero one-dimensional two-dimensional
        three-dimensional sympathetic likable likeable unlikable relatable character's backstory archetype/s
        well-drawn character_arc motivation/s
    """,
    Theme.VISUALS: """
        visual/s visually cinematography cinematographer camera camerawork camera_work photography photographed
        imagery image/s cgi effects special_effects visual_effects fx lighting lit shadow/s shot shots lens frame
        frames framing composition/s compositions color colour colors colours colorful colourful palette costume/s
        costuming makeup make-up art_direction production_design set_design sets animation animated black-and-white
        black_and_white technicolor close-up close-ups closeups eye_candy scenery vistas stop-motion optical montage
        spectacle looks_great looks_gorgeous looks_beautiful looks_stunning looks_cheap well-shot silhouette/s
        tableau tableaux
    """,
    Theme.MUSIC: """
        music musical_score musical_numbers musical_number soundtrack/s song/s composer composed tune/s melody
        melodies orchestra orchestral theme_song theme_tune sound_design sound_track sings singing sung singer
        ballad/s lyrics needle_drop needle_drops background_music choir jazz
    """,
    Theme.HUMOUR: """
        humor humour humorous humorously humorless joke/s jokes gag/s funny funnier funniest hilarious hilariously
        comedy comedies comedic comic laugh/s laughs laughed laughing laughter laugh-out-loud wit witty wittily
        wisecrack/s one-liner one-liners slapstick satire satirical parody spoof unfunny farce farcical banter
        chuckle/s giggle/s amusing amusingly punchline/s punch_line screwball deadpan quip/s repartee wordplay
    """,
    Theme.PACING: """
        pace paced pacing well-paced fast-paced slow-paced slow-moving overlong over-long overlength too_long
        too_slow drags dragged dragging drag slog running_time runtime run_time run-time brisk briskly sluggish
        tedious plodding plods momentum meanders meandering rushed slow-burn slow_burn tempo breakneck
        minutes_too_long wraps_up moves_along moves_fast bogs_down bogged_down drawn-out drawn_out leisurely padded
        padding long-winded snail's breathless breathlessly never_drags editing edited tightly_edited interminable
        flies_by
    """,
    Theme.WORLD: """
        world-building worldbuilding world_building mythology lore universe setting/s atmosphere atmospheric milieu
        period_detail period_details locale/s location/s landscape/s underworld dystopian dystopia futuristic
        post-apocalyptic sense_of_place its_world film's_world movie's_world own_world world_it_creates
        fictional_world fantasy_world dream_world time_and_place recreation recreates evocation production_values
        inhabits the_world_of this_world vision_of_the_future cityscape/s wilderness
    """,
}

WEAK: dict[Theme, str] = {
    Theme.STORY: """
        tale yarn concept idea/s theme/s scenario material mystery writes message line lines
    """,
    Theme.PERFORMANCES: """
        shines shine steals role/s star/s starring stars plays played playing lead leads turn turns star-making
        convincing convincingly believable nails excels
    """,
    Theme.VISUALS: """
        gorgeous stylish style look looks beautiful_to_look stunning dazzling eye-popping spectacular design
        designed scenes
    """,
    Theme.CHARACTERS: """
        monster/s creature/s heroic people couple relationship/s friendship
    """,
    Theme.HUMOUR: """
        fun silly goofy playful zany absurd laughable irreverent
    """,
    Theme.ACTION: """
        violence violent brutal carnage adrenaline thrills thrill-ride suspense exciting
    """,
    Theme.PACING: """
        slow boring dull minutes suspense tension taut tight bored long
    """,
    Theme.WORLD: """
        world era mood city castle town village future tone
    """,
    Theme.DIRECTION: """
        helm vision tone style stages handles craft crafted crafts touch
    """,
    Theme.MUSIC: """
        score scores sound piano numbers theme
    """,
}

# They hold a theme's word and are about something else.
NOT_A_THEME = """
in_the_world of_the_world all_over_the_world around_the_world shot_down shot_dead shot_in_the action_figure comic_book
comic_books score_of final_score perfect_score score_box a_score the_scores main_character_dies play_the_game
toy_story west_side_story love_story war_story true_story parody_of_itself last_action_hero neverending_story
philadelphia_story bears_the_brunt long_shot no_laughing_matter in_action set_in_motion cast_aside cast_away cast_a
hot_shot one_shot image_comics
"""
