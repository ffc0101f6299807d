"""Vocabulary of the credit rules: data only."""

from __future__ import annotations

from bot.extract.name_words import words

DETERMINERS = words("a an the his her their its my our your this that another one s")
POSSESSIVES = words("his her their its")

PHRASE_STOPS = words(
    """
    who whom whose which that where when while as in on at by with from for to into onto about after
    before during against is was are were be been being has have had does did do will would can could
    should may might must but or nor so than then if because though although since until unless he she
    they it him them himself herself we you i me us makes made takes took gets got goes went gives gave
    comes came finds found falls fell tries wants meets met plays played playing stars starred starring
    portrays portrayed portraying not never also just even here there opposite alongside like throughout
    toward towards between among without
    """
)
"""Words that end a noun phrase."""

NAMING = words("named called dubbed nicknamed codenamed")
"""Words behind which a phrase's proper name follows ("a dandy named Julian")."""

PLAYING = words(
    """
    plays played playing play portrays portrayed portraying portray voices voiced voicing embodies
    embodied embodying inhabits inhabited essays essayed impersonates reprises reprised reprising depicts
    depicted
    """
)
PLAYED_BY = words(
    """
    played portrayed voiced performed acted enacted embodied essayed incarnated impersonated brought
    """
)

NOT_BEFORE_AS = words(
    """
    such well far long soon good much many same known dubbed just even almost described referred regarded
    seen works working worked serves serving served job career life acts poses posing posed disguised
    masquerading doubles doubling credited considered hired treated directs directed writes director
    writer producer feel feels felt best bad great strong funny sharp famous recognized recognised billed
    labeled labelled identified marketed sold touted hailed dressed thought remembered
    """
)
"""A word before "as" that makes it a comparison, an office or a guise, not a role."""

ROLE_NOUNS = words(
    """
    role roles part parts character performance performances turn portrayal portrayals portraying
    """
)

ACTING_SIGNS = words(
    """
    star stars starred starring star-turn appear appears appeared appearing return returns returned
    returning cast casting role roles part performance performances perform performs performed portrayal
    portrayals turn turns shine shines shone delivers delivering deliver excellent superb terrific great
    wonderful brilliant good perfect fine memorable hilarious outstanding fantastic solid strong
    convincing effective believable amazing magnificent delightful charming likeable likable decent steals
    stole co-stars co-starring cameo cameos cameoing miscast back debut debuts supporting played featuring
    features including impresses impressive excels nails fits entertaining scene-stealing joined plus
    acting turned leads leading led heads heading headlines headlining
    """
)
"""Words between an actor and "as" that speak of acting."""

CREW_NOUNS: dict[str, tuple[str, ...]] = {
    "director": ("director",),
    "directors": ("director",),
    "co-director": ("director",),
    "co-directors": ("director",),
    "writer-director": ("writer", "director"),
    "director-writer": ("writer", "director"),
    "actor-director": ("director",),
    "writer": ("writer",),
    "writers": ("writer",),
    "co-writer": ("writer",),
    "co-writers": ("writer",),
    "screenwriter": ("writer",),
    "screenwriters": ("writer",),
    "scriptwriter": ("writer",),
    "scripter": ("writer",),
    "producer": ("producer",),
    "producers": ("producer",),
    "composer": ("composer",),
    "cinematographer": ("cinematographer",),
    "cinematographers": ("cinematographer",),
}
"""Trades that stand right before a name."""

CREW_PARTICIPLES: dict[str, tuple[str, ...]] = {
    "directed": ("director",),
    "co-directed": ("director",),
    "helmed": ("director",),
    "direction": ("director",),
    "written": ("writer",),
    "co-written": ("writer",),
    "scripted": ("writer",),
    "penned": ("writer",),
    "screenplay": ("writer",),
    "script": ("writer",),
    "produced": ("producer",),
    "co-produced": ("producer",),
    "scored": ("composer",),
    "composed": ("composer",),
    "score": ("composer",),
    "music": ("composer",),
    "soundtrack": ("composer",),
    "photographed": ("cinematographer",),
    "lensed": ("cinematographer",),
    "cinematography": ("cinematographer",),
    "edited": ("editor",),
}
"""Words that "by" and a name may follow."""

CREW_VERBS: dict[str, str] = {
    "directs": "director",
    "directed": "director",
    "directing": "director",
    "helms": "director",
    "helmed": "director",
    "helming": "director",
    "co-directs": "director",
    "co-directed": "director",
}
"""Verbs that a name may stand before."""

DIRECTING_NOUNS = words("direction directing directorial direct-to helming")

FILM_NOUNS = words(
    """
    film movie picture feature thriller drama comedy western remake adaptation sequel prequel noir classic
    masterpiece debut documentary biopic epic romance satire farce opus
    """
)

OTHER_WORKS = words(
    """
    novel novels book books play story stories comic comics series song songs soundtrack score music poem
    musical
    """
)
"""Works that somebody may have written who didn't write the film."""

ACTOR_NOUNS = words(
    """
    actor actress actors actresses star stars co-star co-stars thespian comedian comedienne starlet
    """
)

GIVEN_ROLES = {
    "actor": "actor", "actress": "actor", "cast": "actor", "star": "actor", "starring": "actor",
    "actors": "actor", "director": "director", "directors": "director", "writer": "writer",
    "writers": "writer", "screenwriter": "writer",
    "producer": "producer", "producers": "producer", "composer": "composer", "music": "composer",
    "cinematographer": "cinematographer", "editor": "editor",
}  # fmt: skip
"""What a given field may call a role."""

RELATIONS = words(
    """
    son daughter wife husband father mother brother sister friend partner boss nurse colleague boyfriend
    girlfriend lover uncle aunt nephew niece cousin sidekick assistant secretary fiance fiancee fiancé
    fiancée neighbour neighbor rival enemy mentor pal buddy dad mom mum ex twin grandfather grandmother
    grandson granddaughter butler servant maid bodyguard
    replacement successor predecessor
    """
)
"""What one character is to another: their owner is no actor ("Kate's son Peter")."""

PERSON_NOUNS = RELATIONS | words(
    """
    man men woman women guy guys girl girls boy boys kid kids child children cop cops chief thief hero
    heroine villain spy captain major colonel sergeant general priest nun monk king queen prince princess
    widow witch maid crook thug criminal guard dad sailor sailors outlaw agent agents president mayor
    sheriff judge nurse chef journalist student friend friends couple twins angel ghost vampire monster
    alien robot psychopath psycho sociopath patient victim nemesis boss patriarch detective attorney
    popstar star stars brat goon chick dude bloke hunk geek nerd jock beauty blonde brunette redhead diva
    tycoon magnate aristocrat hippie junkie addict bully maniac creep snob psychic cabbie executive wizard
    clown pirate samurai ninja warlord politician journalist doc cleric druid cowboy cowgirl native guide
    assassin assassins killer killers
    kingpin mogul genius prodigy zombie werewolf matriarch orphan teen teenager adolescent professional
    human recruit fellow lady gentleman person people figure
    """
)
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ess", "ian", "ant", "eer", "ier", "ee")
"""Nouns, and endings of nouns, that name a person."""

FRANCHISE_NOUNS = words("franchise series saga universe trilogy films movies")

OWNED_WORKS = words(
    """
    film films movie movies hit novel novels play plays character characters take series version remake
    universe trilogy franchise book books classic story stories adaptation adaptations masterpiece of
    sequel sequels show shows production
    """
)
"""Words behind a capitalised name that make it a work or a modifier ("Bird's Pixar film")."""

HE = words("he him his")
SHE = words("she her hers")
