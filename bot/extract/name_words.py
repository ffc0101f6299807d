"""Vocabulary for telling names from other capitalised words: data only."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Split a vocabulary."""
    return frozenset(text.split())


FUNCTION_WORDS = words(
    """
    a about above across after again against ago ah all almost along already also although always am amid
    among an and another any anyone anything apart are around as aside at away back be because been before
    behind being below beneath beside besides best better between beyond both but by can cannot come could
    d despite did do does don't done down during each either else enough enter especially even ever every
    everyone everything except far few finally find first for fortunately from further get gets give given
    gives go good got great had has have having he hence her here here's hers herself him himself his how
    however i i'd i'll i'm i've if in indeed initially instead into is isn't it it'd it'll it's its itself
    just last lastly later least less let let's like likewise ll made make makes many may maybe me
    meanwhile might mine more moreover most mostly much must my myself near nearly neither never
    nevertheless new next no nobody none nonetheless nor not nothing now of off often oh ok okay on once
    one only onto or other others otherwise our ours out over overall own part per perhaps please
    previously quite rather re really recently regardless right s said same say see seems set several
    shall she she'd she'll she's should simply since so some somehow someone something sometimes soon
    still such suddenly take takes than that that's the their theirs them themselves then there there's
    therefore these they they'll they're they've thing things this those though three through throughout
    thus till to today together too toward towards two ultimately under unfortunately unless unlike until
    unto up upon us using usually ve very via want wants was wasn't watch we we'd we'll we're we've well
    went were weren't what what's whatever when whenever where whereas whether which while who who's
    whoever whole whom whose why will wish with within without won't would yeah yes yet you you'd you'll
    you're you've your yours yourself featuring starring co-starring directed written produced based set
    playing played meet set thanks due including
    """
)
"""Lower-case words that never begin or end a name; a name may still hold some of them ("Will", "May")."""

MAY_BE_NAMES = words("will may mark guy art pat sue rob bill grace hope faith joy bob drew chase frank grant")

PEOPLES = words(
    """
    american british english french german italian spanish irish scottish welsh russian chinese japanese
    korean cuban mexican canadian australian indian swedish danish norwegian dutch polish greek turkish
    jewish european asian african latin hungarian czech austrian swiss belgian israeli iranian arab arabic
    brazilian argentine vietnamese thai nigerian christian catholic protestant muslim mormon quaker
    victorian nazi soviet confederate communist oscar emmy nobel olympic cia fbi nsa mi6 nypd lapd imf kgb
    pov tv cgi ai vip ceo
    """
)
"""Capitalised words that say what somebody is, not who."""

COMPOUND_ENDS = words(
    """
    like esque style type era inspired based themed winning nominated loving obsessed born ish level
    centric driven starring directed produced made drama thriller comedy goon bred turned only area wide
    led fan fans
    """
)
"""Second halves of compounds that are no names ("Capone-esque")."""

PARTICLES = words("de da del della di du dos das la le van von der den ter ten bin ibn al el y st af zu")
"""Lower-case words inside a name ("Ana de Armas")."""

HONORIFICS = words(
    """
    mr mrs ms miss mister dr doctor prof professor captain capt lt lieutenant sgt sergeant col colonel
    general gen major maj admiral commander officer detective det inspector agent sheriff deputy marshal
    judge senator president king queen prince princess lord lady baron baroness count countess duke
    duchess emperor father fr mother brother sister uncle aunt auntie grandma grandpa granny reverend rev
    pastor bishop saint st chief private pvt corporal cpl master mistress madame madam monsieur
    mademoiselle signor senor señor frau herr mayor governor gov chef coach nurse warden constable scout
    secretary ambassador principal minister empress sultan khan pharaoh emperor chancellor young old big
    little evil
    """
)
"""Titles that stand before a character's name; players of roles go without them."""

AGES = words("little young old big poor evil")
"""Those of them that are mere adjectives before a full name."""

PERSON_TITLES = words("sir dame")
ABBREVIATIONS = words("mr mrs ms dr st jr sr lt sgt capt col gen rev prof det cpl pvt maj gov sen rep mt")
SUFFIXES = words("jr sr ii iii iv junior")

ROLE_WORDS = words(
    """
    director directors co-director writer writers writer-director co-writer screenwriter screenwriters
    producer producers actor actors actress actresses star stars co-star co-stars composer cinematographer
    editor filmmaker filmmakers auteur newcomer veteran comedian comedienne comic author novelist critic
    lead leads singer legend icon cameraman photographer cast starring featuring screenplay
    """
)
"""Trades that may be capitalised before a name ("Director Len Wiseman") and are no part of it."""

NOT_PEOPLE = words(
    """
    film films movie movies story review reviews cinema picture pictures studio studios entertainment
    university college school academy award awards oscar oscars emmy festival hollywood disney netflix
    marvel pixar warner universal paramount lionsgate mgm hbo bbc cbs abc tv dvd blu-ray bluray imdb
    street avenue road city island hotel park church house castle globe globes court supreme golden
    constitution amendment war world century fox theatre theater company inc corporation press times news
    magazine post tribune weekly variety monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december christmas halloween
    thanksgiving easter american british english french german italian spanish irish scottish russian
    chinese japanese korean cuban mexican canadian australian indian swedish danish norwegian dutch polish
    greek turkish jewish european asian african latin america britain england france germany italy spain
    ireland scotland russia china japan korea cuba mexico canada australia india sweden europe asia africa
    york angeles francisco vegas california texas florida london paris berlin act part chapter episode
    season volume vol section final scene score summary overall rating stars grade verdict trilogy
    franchise series saga universe empire kingdom army navy police force squad league society club team
    group band
    """
)
"""Words that hardly ever stand in a person's name; some are surnames too, so they only count against it."""
