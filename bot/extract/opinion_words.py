"""Words that judge a film. Data only: see ``bot.extract.opinion``.

``charm/s/ing`` stands for charm, charms, charming; ``move/~ing`` for move, moving; ``_`` for a blank.
"""

from __future__ import annotations

# Said of works and of those who make them, hardly of what happens in a plot.
PRAISE = """
sensational irresistible irresistibly enchanting ravishing ravishingly astonishing astonishingly astonishes
astounding seductive immaculate immaculately suave unfussy masterclass memorable zinger/s exuberant exuberance
joyous ecstatic transcendent transfixing intoxicating beguiling disarming winning_performance enigmatic
tantalizing sizzling sizzles soars soaring triumphs wow wowed uplifting life-affirming cathartic unflinching
searing blistering ferocious ferociously hard-hitting tear-jerker tearjerker gut-punch gut-wrenching wrenching
disturbing_and hypnotizes gleeful gleefully frothy effervescent fizzy swoon-worthy dreamlike meticulous
meticulously well-observed well-judged well-played well-cast well-staged finely finely-tuned flawlessly_executed
genuinely_moving genuinely_funny genuinely_scary darkly_comic stellar peerless unrivalled unrivaled unparalleled
unsurpassed unequalled first-class top-tier a-plus stands_out stood_out standing_out steals_it
thoroughly_entertaining feast_for_the_eyes pure_joy sheer_joy sheer_delight hats_off masterpiece/s masterful/ly
masterwork/s master-class triumph/s/ant/antly tour_de_force virtuoso bravura riveting/ly gripping/ly grips
engrossing compelling/ly captivating/ly captivates enthralling enthralls spellbinding mesmerizing mesmerising
mesmeric mesmerizes hypnotic hypnotically unforgettable memorably entertaining/ly entertains entertained
entertainment enjoyable enjoyably enjoyed enjoy hilarious/ly funny funnier funniest witty wittily amusing/ly
charming/ly charm/s delightful/ly delight/s exhilarating/ly exhilarates thrilling/ly exciting/ly breathtaking/ly
breath-taking stunning/ly gorgeous/ly dazzling/ly dazzles superb/ly brilliant/ly brilliance excellent/ly
excellence excels outstanding/ly exceptional/ly extraordinary extraordinarily remarkable remarkably
magnificent/ly marvelous/ly marvellous/ly marvel wonderful/ly fantastic/ally fabulous/ly terrific/ally
phenomenal/ly sublime/ly exquisite/ly elegant/ly elegance splendid/ly impeccable impeccably poignant/ly
poignancy touching/ly heartbreaking/ly heart-breaking heartwarming heart-warming heartfelt thought-provoking
insightful inventive/ly inventiveness imaginative/ly innovative groundbreaking ingenious/ly ingenuity nuanced
multi-layered multilayered gem gems treat must-see must_see masterly underrated unsung overlooked rewarding/ly
satisfying/ly satisfies satisfied refreshing/ly taut/ly tautly suspenseful atmospheric stylish/ly stylized
impressive/ly impressed impresses well-acted well-written well-made well-paced well-crafted well-drawn well-shot
well-directed well_acted well_written well_made well_paced well_crafted well_done well-done well-executed
well_executed well-rounded well-developed finely_crafted first-rate top-notch top_notch first_rate world-class
second_to_none standout/s stand-out shines shine shined shone steals_the_show steals_the_film steals_the_movie
steals_every_scene scene-stealing scene-stealer believable convincing/ly convinces charismatic charisma
endearing likable likeable lovable fascinating/ly fascinates absorbing immersive immerses pitch-perfect spot-on
spot_on electric electrifying crackles crackling sparkling sparkles vibrant lush/ly sumptuous/ly rousing
stirring evocative/ly evokes timeless seminal unmissable worthwhile worth_seeing worth_watching worth_a_look
worth_your_time worth_every worth_the_price recommend/ed/s highly_recommended deft/ly nimble poetic lyrical
lyricism daring audacious assured ambitious hoot crowd-pleasing crowd-pleaser feel-good laugh-out-loud
page-turner fast-paced quick-witted razor-sharp edge-of-your-seat edge_of_your_seat edge_of_my_seat at_its_best
at_his_best at_her_best at_their_best in_top_form on_top_form never_better holds_up holds_its_own
stands_the_test_of_time stands_up pays_off comes_alive comes_to_life keeps_you_guessing keeps_you_on_the_edge
stays_with_you lingers transcends elevates elevated works_beautifully works_well works_because works_best
really_works nails nailed knocks_it_out hits_the_mark hits_all_the_right fires_on_all_cylinders lives_up_to
does_not_disappoint doesn't_disappoint didn't_disappoint not_be_disappointed won't_be_disappointed
never_disappoints don't_miss not_to_be_missed see_it go_see cant_miss can't-miss can't_go_wrong money's_worth
hits_you_hard a_must couldn't_be_better not_a_dull_moment never_a_dull_moment never_boring never_dull
never_drags glorious/ly virtuosity flair finesse panache gusto verve aplomb pathos gravitas subtlety wit
grandeur authenticity craftsmanship artistry crowning_achievement achievement cinematic_gold
cinema_at_its_finest heart_and_soul bona_fide genius brilliantly beautifully wonderfully superlative
spectacular/ly mind-blowing awe-inspiring jaw-dropping eye-popping goosebumps relatable unpredictable propulsive
kinetic breezy zippy scintillating incisive perceptive trenchant affecting/ly heartrending unnerving
bone-chilling hair-raising nail-biting pulse-pounding white-knuckle rip-roaring rollicking zany madcap
deliciously wickedly bittersweet gloriously uproarious/ly side-splitting riotous chuckle/s admirable admirably
commendable praiseworthy laudable solidly engrossed enthralled awed definitive invigorating enlightening
illuminating bewitching impactful resonant resonates resonated tremendous tremendously indelible indelibly
infectious pleasurable wry wryly adorable inspirational underappreciated underseen indispensable quotable
rewatchable re-watchable stupendous unbeatable incomparable whip-smart kick-ass badass buoyant ebullient droll
winsome zesty snappy sprightly textured palpable psychedelic must-watch must_watch must-own unmissably
stays_with_me stuck_with_me blew_me_away blown_away blows_you_away grabs_you home_run pulls_it_off pulls_off
pulled_off stands_above stood_the_test_of_time breath_of_fresh_air cut_above a_blast blast_to_watch joy_to_watch
joy_to_behold pleasure_to_watch treat_to_watch delivers_the_goods hits_home of_the_highest_order hits_the_spot
hits_the_nail won_me_over wins_you_over draws_you_in sucks_you_in pulls_you_in drew_me_in sucked_me_in
something_special truly_special magical magically uncanny uncannily skilfully artful artfully unforgettably
well-earned grows_on_you crackin greatness smashing swell dandy peach heart-pounding heart-stopping
spine-tingling tear-jerking awe awesomeness
impossible_to_find_fault impossible_to_find_any_fault impossible_to_find_a_fault impossible_to_fault hard_to_fault
hard_to_find_fault hard_to_find_any_fault difficult_to_fault cannot_fault can't_fault couldn't_fault nothing_bad_to_say
no_complaints nothing_to_complain_about recommend_it_highly_enough recommend_this_highly_enough recommend_highly_enough
cannot_recommend_it_highly_enough can't_recommend_it_highly_enough cannot_recommend_this_highly_enough
can't_recommend_this_highly_enough cannot_recommend_this_film_highly_enough cannot_recommend_this_movie_highly_enough
"""

FAULT = """
exhausting exhausts exhausted shabby muddy flimsy wafer-thin threadbare leaden turgid stodgy ponderous lumbering
listless anemic anaemic vapid vacuous cynical cynically cloying twee smug glib facile trivial trashy dire
diabolical woeful woefully wretched ghastly hideous grotesquely risible unforgivably blunder blunders
clichéd-ridden wooden_performances cut-and-paste copycat imitation retread knockoff pandering lethargic
somnolent stultifying soporific numbing mind-numbing mind-numbingly headache headache-inducing exasperating
infuriating infuriatingly baffling bafflingly mystifying unfathomable undercuts undercut squandering overcrowded
overloaded overplotted over-plotted underplotted patchy spotty hit-and-miss hit-or-miss lopsided anticlimactic
anti-climactic anticlimax unearned unconvinced tone-deaf ill-judged wrongheaded wrong-headed toothlessly
paper-thin boring/ly bores bored boredom bore snoozefast snooze dull dullness dullest tedious/ly tedium dreary
drab bland blandness insipid lifeless lackluster lacklustre limp lame lamest lazy lazily laziness predictable
predictably predictability formulaic cliched clichéd cliche/s cliché/s cliche-ridden hackneyed trite derivative
unoriginal uninspired uninspiring uninteresting generic by-the-numbers by_the_numbers paint-by-numbers
cookie-cutter run-of-the-mill forgettable unmemorable mediocre mediocrity middling awful awfulness terrible
horrible horribly horrendous/ly horrid dreadful/ly atrocious/ly abysmal/ly appalling/ly abominable abomination
laughable laughably ridiculous/ly ludicrous/ly stupid/ly stupidity idiotic idiocy dumb moronic inane mindless
brainless pointless senseless nonsensical nonsense incoherent/ly incomprehensible muddled muddles convoluted
messy mess disjointed choppy uneven unevenly unfunny humorless humourless cringe cringe-worthy cringeworthy
cringe-inducing cringing painful_to_watch excruciating/ly unbearable unbearably unwatchable disappointing/ly
disappoint/s disappointed disappointment/s letdown let-down let_down flop flops misfire misfires miscast
miscasting misguided mishandled misjudged overlong over-long overrated over-rated overwrought overblown overdone
overacted overacts overacting overact over-the-top_acting overused overplayed overstuffed wooden stilted clunky
clumsy clumsily amateurish amateur sloppy shoddy cheap-looking cheesy tacky crap crappy garbage trash rubbish
drivel dreck tripe turkey stinker dud sucks sucked suck worst wastes wasted shallow superficial one-dimensional
two-dimensional one-note cardboard underdeveloped under-developed underwritten undercooked underused
underutilized underwhelming underwhelms undermines undermined contrived contrivance/s implausible
unconvincing/ly unrealistic preposterous far-fetched pretentious pretension self-indulgent heavy-handed
ham-fisted preachy manipulative sappy saccharine schmaltzy syrupy mawkish melodramatic soulless charmless
joyless witless toothless grating annoying/ly annoyed annoys irritating/ly irritates obnoxious insufferable
sluggish plodding plods drags dragged slog meandering meanders aimless rushed bloated tiresome stale rehash/ed
rehashes recycled ripoff rip-off rips_off knock-off misses_the_mark missed_opportunity missed_opportunities
falls_flat fall_flat fell_flat falls_short fall_short falls_apart fell_apart fall_apart runs_out_of_steam
loses_steam loses_its_way wears_thin waste_of_time waste_of_money waste_your_time waste_of_talent total_waste
complete_waste what_a_waste at_its_worst through_the_motions phoning_it_in phones_it_in phoned_in no_chemistry
zero_chemistry little_chemistry doesn't_work don't_work didn't_work does_not_work left_cold leaves_you_cold
left_me_cold much_to_be_desired lot_to_be_desired to_be_desired falters fizzles needlessly needless gratuitous
gratuitously avoid_this avoid_it avoid_at_all_costs stay_away steer_clear skip_it skip_this insult insulting
unforgivable inexcusable embarrassing embarrassingly embarrassment sorely_lacking too_predictable nothing_new
nothing_special nothing_original nothing_happens no_surprises not_worth isn't_worth wasn't_worth
wouldn't_recommend don't_recommend don't_bother don't_waste do_not_waste bottom_of_the_barrel fall_asleep
fell_asleep put_me_to_sleep snooze-fest snoozefest yawn yawns excruciatingly paycheck cash-grab cash_grab
would_have_been_better would_have_preferred half-baked half-hearted halfhearted ill-conceived ill-advised
ill-fitting inept ineptly incompetent incompetently lousy pathetic pitiful sorry_excuse disaster trainwreck
train_wreck fiasco travesty atrocity unlikable unlikeable unsympathetic unappealing unengaging uninvolving
unimaginative unsatisfying unsatisfied unremarkable unexceptional unimpressive unintentionally overbearing
overcomplicated tonally_inconsistent inconsistent inconsistency haphazard/ly jumbled scattershot derails
derailed sags plot_holes plot_hole cumbersome clumsiest talky stagy stagey creaky corny hokey hammy ham-handed
caricature/s stereotypical subpar sub-par second-rate third-rate weakest jarring/ly off-putting distracting/ly
distracts repetitive repetitious monotonous interminable endless_scenes drawn-out drawn_out long-winded
hard_to_care stretches_credibility strains_credulity detracts squanders squandered botched botches fumbles
useless meaningless emotionless disposable tacked_on tacked-on superfluous extraneous rotten godawful god-awful
overdramatic improbable inexplicable inexplicably illogical illogically rote flavorless flavourless unmotivated
unfinished disastrous disastrously terribly uncreative uneventful unexciting watered-down watered_down
dumbed-down dumbed_down unneeded pitifully painfully repulsive nauseating miserable miserably hopeless
hopelessly unwieldy ungainly unintelligible inaudible overbaked overcooked overextended overstretched stalls
stalled stagnant incoherence half-assed half-arsed brain-dead braindead phony phoney makes_no_sense
make_no_sense made_no_sense make_any_sense all_over_the_place goes_nowhere went_nowhere going_nowhere
out_of_place eye-rolling eye_rolling toe-curling loses_momentum lost_interest lose_interest lost_me loses_me
ran_out_of_steam falls_to_pieces bullshit bs sh shit shitty suck-fest who_cares wasted_potential unrealized
unrealised snoozer bomb bombs yawner clunker stinks stank bargain-basement low-rent unlistenable turn-off
turned_me_off turns_me_off not_recommended cannot_recommend can't_recommend would_not_recommend wouldn't_bother
nothing_happening dross poorly_shot badly_shot
poorly-written poorly_written badly_written badly_acted poorly_acted poorly_executed
badly_directed poorly_directed poorly_made badly_made low_point lowest_point fall_short_of comes_up_short
unoriginality indistinguishable muddle confusingly bungled bungles mess_of a_chore chore to_sit_through eyesore
"""

# Said of anything: they count beside a word of the craft, or in number.
GOOD = """
moved captivated gripped charmed handsome handsomely menace menacing frightening frighteningly dread lean
leanest meanest relentless relentlessly merciless vivid vividly crisp intelligence conviction slow-burn
emotional emotionally complex complexity depth layered mature sophisticated bravely dignity dignified cheerful
brisk briskly swift muscular confident precise robust surprising surprisingly surprises sympathetic
three-dimensional well clear clearly focused faithful inspired sturdy good great greatest greatly best better
finest fine nice nicely solid strong stronger strongest strongly strength/s superior beautiful beauty fun love
loved loves lovely adore adored adores perfect perfectly perfection flawless flawlessly effective effectively
interesting intriguing cool awesome amazing amazingly incredible incredibly powerful powerfully moving funnily
happy pleasant pleasantly pleased pleasing pleasure joy clever cleverly smart smartly sharp sharply subtle
subtly rich richly warm warmly warmth tender tenderly tenderness bold boldly brave confidently fresh original
originality unique uniquely creative creatively creativity realistic credible authentic honest honestly sincere
sincerely intelligent intelligently thoughtful thoughtfully tight tightly tense tension energetic energy lively
polished slick slickly classic iconic favorite favourite favorites success successful successfully succeeds
succeed works competent competently decent adequate respectable engaging engages engaged involving inspiring
appealing appeal worthy worth deserves deserving impress noteworthy notable scary scarier creepy eerie eerily
chilling haunting hauntingly unsettling terrifying spooky visceral intense intensely intensity epic grand
legendary dynamic graceful gracefully delicate delicately restrained restraint economical controlled precision
seamless seamlessly effortless effortlessly natural naturally striking strikingly glowing gleaming luminous
playful playfully quirky offbeat irreverent sweet gentle gently hits delivers deliver wins winning win talented
talent gifted skill skilled skillfully skillful expert expertly balances balanced blends captures capture
conveys brings_to_life brings_out commanding commands magnetic luminescent kudos bravo applaud praise thankfully
luckily fortunately enough_to_keep highlight/s hooked laughed laugh laughs heart soul spirited bright heartily
ace rare welcome treasure thrill/s wonder wonders liked like_how genuine grounded intimate sensitive sensitivity
inviting profound profoundly essential vital magic seasoned accurate accurately elaborate catchy juicy smooth
smoothly cohesive artistic understated credit wise freaky fitting blast homage special resonate moves_along
impactfully praised excited immersed invested carefully ease top_form best-looking good-looking
"""

BAD = """
cipher blank crude crudely callous depressing soured overkill garish gaudy blurry shaky wobbly timid tame
nothing_more_than obvious_and cluttered crowded dim puzzling perplexing hollowness pedestrian workmanlike
undistinguished middle-of-the-road so-so meh underlit creaks creak disjoint padded padding dragged-out bloat
strains unclear nondescript incidental inoffensive unsure bad badly worse poor poorly weak weaker flat slow
slowly thin hollow empty cold silly absurd absurdly ugly cheap cheaply problem problems problematic issue issues
fault faults trouble mistake mistakes error errors lack lacked nothing fail failing sad wrong wrongly dead tired
familiar standard conventional ordinary average okay passable serviceable mixed odd oddly strange weird
hard_to_follow hard_to_believe difficult_to_follow confused confuses confusion struggles struggle strained
strain forced force-fed loud noisy shrill offensive stumble stumbles stumbled murky cliche-ish rather_than
regret regrets complaint complaints complain gripe gripes downside drawback drawbacks frustrating frustratingly
frustrated frustration unbelievable vague vaguely unfocused missing misses missed minor excess excessive
excessively awkward awkwardly goofy exaggerated artificial obvious obviously simplistic simple-minded basic
rudimentary barely hardly sentimental sentimentality melodrama gimmick gimmicks gimmicky noise sameness hate
hated dislike disliked wish wished suffer suffering hurts hurt ruins ruined ruin spoils spoiled kills_the_mood
drag dragging sinks sunk sink tries_too_hard unable hampered marred overshadowed overstays overstayed cop-out
shame pity unfortunate unfortunately sadly flaw/s flawed weakness weaknesses lacks lacking suffers misstep/s
too_much too_many too_little too_often overly unnecessary unnecessarily dated fails failed failure stereotype/s
confusing too_long too_slow too_short failings shortcomings shortcoming limitations questionable dubious
unnatural unexplained unresolved stiff robotic intrusive random randomly cartoonish childish improper disgusting
unpleasant fake noticeable annoyance incomplete racist sexist misogynistic misogyny over-the-top nowhere
clueless lackadaisical tonal_whiplash filler stereotyped rips convenience conveniently contrivedly
convoluted-ish meaninglessness mundane bothered bothers bugged bugs disappear mechanical cringey contradictory
contradicts half-way insufficient undermine glaring grates grate disservice
"""

# They hold a judging word and judge nothing.
NEUTRAL = """
nothing_short_of nothing_less_than nothing_if_not nothing_but_praise no_wonder like_a like_an like_the_rest
laughs_him laughs_her laughs_at laughs_with laughs_it insane_glee performance_capture motion_capture
motion-capture captures_him captures_her best_picture best_director best_actor best_actress best_supporting
best_adapted best_original best_foreign best_song best_screenplay best_film_oscar love_interest love_interests
love_story love_stories love_affair love_triangle love_scene love_scenes love_life love_for in_love
falls_in_love fell_in_love falling_in_love make_love true_love fun_house funhouse win_over to_win_the
wins_the_heart good_sense long-suffering events_involving involving_the involving_a involving_an involving_two
good_guy good_guys bad_guy bad_guys good_friend good_friends best_friend best_friends great_deal good_deal
great_war great_depression great_britain great_grandfather well_known well-known as_well as_well_as very_well
might_as_well well_, dead_body dead_bodies the_dead living_dead dead_people dead_wife dead_husband dead_father
dead_mother slow_motion slow-motion warm_up cold_war cold-blooded cold_blood hot_and_cold strange_man
strange_woman strange_things strange_land tender_age common_sense happy_ending happy_endings happy_birthday
happily_ever rich_man rich_kid rich_family rich_people rich_husband rich_woman sharp_object poor_man poor_girl
poor_family sweet_sixteen smart_phone ugly_duckling nothing_but good_news bad_news good_luck bad_luck good_old
hard_and_fast ordinary_people ordinary_man standard_issue slow_down slows_down sense_of_humor win_a win_an
bright_light bright_lights heart_attack sad_to_say missing_person missing_girl missing_child missing_daughter
missing_son missing_wife goes_missing gone_missing awkward_teenager epic_poem short_story natural_disaster
natural_world nature_of natural_history fresh_air fresh_start fresh_from strong_enough_to in_trouble
into_trouble gets_in_trouble serial_killer_thriller iconic_role_as classic_book beautiful_woman beautiful_women
beautiful_young beautiful_girl beautiful_wife beautiful_daughter handsome_young brave_new masculine_charms
feminine_charms her_charms his_charms best_known at_best at_least better_known better_than_nothing soul_mate
soulmate hate_crime hates_him hates_her hates_his loves_him loves_her love_with who_loves unhappy_marriage
wins_her wins_his won_the wins_the it_'s_funny_how funny_how funny_thing funny_things funny_that funny_enough
funny_to_see_how funny_because good_things_about great_things_about wonderful_things_about amazing_things_about
better_off holy_shit oh_shit i_shit_you_not holy_crap environmental_disaster disaster_film/s disaster_movie/s
disaster_flick/s disaster_picture/s disaster_epic
"""

# Between the judging word and its object these turn the judgement round.
NEGATION = """
not never no n't isn't wasn't aren't weren't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't
hasn't haven't hadn't ain't hardly scarcely barely without neither nor lacks lack lacking lacked devoid fails
fail failed failing nothing none nobody anything_but far_from short_on rarely seldom isnt dont doesnt didnt
wasnt less unable free_of never_less instead_of rather_than not_to_say isn't_to_say wasn't_to_say
"""

# They look like negations and are none.
NO_NEGATION = """
not_only not_just doesn't_just isn't_just don't_just doesn't_only isn't_only wasn't_just isn't_merely not_merely
not_simply no_doubt no_question nothing_short_of nothing_if_not nothing_less_than can't_help_but
couldn't_help_but cannot_help_but not_to_mention no_less never_fails never_less_than no_denying no_wonder
can't_say_enough can't_recommend_it_enough cannot_recommend_it_enough not_since never_better never_been_better
not_for_nothing never_more never_been_more no_better rarely_better not_unlike hard_not_to impossible_not_to
difficult_not_to no_mean_feat no_small_feat never_the_less none_the_less
"""

# Behind these a judgement is of what the film is not.
UNREAL = """
ought_to_be ought_to_have_been should_be should_have_been could_be could_have_been could_have_made
might_have_been would_have_been could_easily_have could_easily_have_been could_have_turned tries_to_be try_to_be
trying_to_be wants_to_be want_to_be pretends_to_be supposed_to_be meant_to_be
"""

# Praise before one of these is another film's: "more entertaining than this".
COMPARED = """
than_this than_the_film_itself than_this_one than_anything_in_this than_anything_here
"""

# What a review talks about when it judges: the film and its crafts.
CRAFT = """
film/s movie/s picture flick feature remake sequel prequel adaptation spinoff spin-off reboot thriller/s comedy
comedies drama/s horror western/s musical/s documentary documentaries noir blockbuster epic romance cinema
filmmaking moviemaking director/s director's directing direction directed directs directorial helmed filmmaker/s
script/s screenplay scripted writing written writer/s dialogue/s dialog story stories plot/s plotting plotted
storyline/s storytelling narrative/s scene/s sequence/s performance/s performances acting actor/s actress/es
cast casting role/s part character/s characterization characterisation protagonist/s villain/s lead/s supporting
portrayal/s portrays portrayed cinematography camera camerawork cinematographer photography photographed shot/s
shooting imagery images visual/s visually effects cgi fx animation animated editing edited cuts pacing pace
paced runtime running_time score soundtrack music song/s composer sound ending finale climax opening premise
concept idea humor humour joke/s gag/s laughs comic comedic action stunts stunt fight/s fights chase/s set_piece
set_pieces set-piece set-pieces choreography costume/s makeup production_design sets set_design art_direction
tone mood atmosphere genre franchise series viewer/s audience/s screen theme/s suspense tension production
execution star comedian chemistry monster/s creature twist/s third_act first_act second_act material experience
watch viewing watching version entry installment instalment style
"""
