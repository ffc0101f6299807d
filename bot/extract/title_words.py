"""Vocabulary for film titles: data only. All entries are folded to lower case."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LINKS = _words(
    "of the a an and & in on at to by for from with or de la le les el du des der die das del di da n' vs vs. y et"
)
"""Lower-case words that may stand inside a title."""

LOOSE_LINKS = _words("in on at to for from with and or")
"""Those among them that as often stand between two names: "Wayne in Stagecoach"."""

SENTENCE_OPENERS = _words(
    """
    about according after again all also although and another any anyone anyway are as at back because
    been before both but by can come considering could despite did do does during each either enter
    especially even eventually ever every everyone everything except finally first following for from
    given has have having he hence her here his how however i i'd i'll i'm i've if in indeed initially
    instead is it it'd it'll it's its just last later let let's like luckily many maybe meanwhile more
    most much my neither nevertheless no none nor not nothing now oh ok okay on once one only or other
    others our over overall perhaps plus quite rather really regardless second see seeing she should
    similarly since so some someone something soon still such sure surely thankfully that that's their
    then there there's these they they're third this those though through thus to today together too two
    under unfortunately unlike until upon very was watch watching we we're well were what whatever when
    where whereas whether which while who whose why will with within without would yes yet you you'll
    you're your best directed starring written based set originally recently naturally obviously
    ultimately
    """
)
"""Words whose capital at the start of a sentence says nothing."""

MAY_OPEN_TITLE = _words("all no two first one what my some once never her his i")
"""Sentence openers that open many titles too."""

NEVER_ALONE = _words(
    """
    i i'm i'd i've i'll mr mrs ms dr film movie movies films review reviews director hollywood oscar
    oscars academy award awards english american british french german italian spanish irish scottish
    russian chinese japanese korean cuban mexican canadian australian indian swedish jewish european asian
    african nazi nazis catholic christian western westerns victorian gothic america britain england france
    germany italy spain ireland scotland russia china japan korea mexico canada australia india europe
    asia africa york london paris berlin vietnam iraq monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december christmas
    halloween god lord jesus tv dvd vhs cgi imdb netflix disney pixar mgm warner universal paramount rko
    fox hbo bbc amc tcm criterion blu-ray vod usa us uk nyc la wwii wwi fbi cia spoiler spoilers warning
    b-movie sci-fi internet earth world sequel remake part chapter act episode scene rating score year day
    before after overall good bad ugly verdict pros cons thoughts stray spoiler letterboxd bluray best
    worst first second third ok the a an and but this that these it if in on at of to for with by from as
    """
)
"""Words that are no title on their own, nor a list of them."""

FILM_NOUNS = _words(
    """
    film movie flick picture remake sequel prequel spinoff spin-off reboot adaptation documentary comedy
    drama thriller western musical horror romance feature classic entry instalment installment story tale
    satire blockbuster masterpiece noir programmer biopic whodunit whodunnit mystery melodrama farce debut
    cartoon anime short mess experience experiment ride treat delight disappointment failure success gem
    exercise effort production vehicle fable allegory epic franchise films movies
    """
)
"""Nouns that say that what was named is a film."""

FILM_VERBS = _words(
    """
    follows tells opens begins starts stars features boasts works delivers offers depicts centers centres
    revolves concerns explores suffers feels succeeds fails unfolds premiered marks remains proves manages
    lacks looks presents chronicles recounts represents deserves ranks holds benefits struggles drags
    combines blends ends shows belongs stands shines falters stumbles transcends captures might may should
    also really still never certainly ultimately comes
    """
)
"""What a film does, rather than a person; weak evidence each."""

COPULAS = _words("is was isn't wasn't has had does doesn't did didn't will would could can are were")

PERSON_VERBS = _words(
    """
    who say says said knows decides wants learns falls meets finds discovers goes walks kills leaves
    returns arrives realizes thinks loves lives tries gets takes runs asks gives played starred directed
    himself herself plays
    """
)
"""What a person does, rather than a film."""

BEFORE_FILM = (
    _words(
        "titled entitled called titular make makes made film: movie: "
        "version review point end start half rest fan part world"
    )
    | FILM_NOUNS
)
SEEN = _words(
    """
    watch watched watching see seeing seen saw recommend recommended enjoy enjoyed love loved liked hate
    hated rent rented give gave think today's find found reviewing
    """
)
INSIDE = _words("in of throughout for about with to that")
COMPARED = _words(
    """
    like than unlike since from known recalls recalling echoes echoing before after previous including
    evokes between meets novel book song series show magazine such similar reminiscent director writer
    star creator maker sequel prequel follow-up remake based inspired
    """
)
"""Words before a title that is named for comparison."""
ROLE_BEFORE = _words(
    """
    as play plays played playing named character portrays portraying by mr mrs ms dr detective agent actor
    actress starring young old when while where because until who poor and
    """
)
"""Words before a person's or character's name."""

SITE_WORDS = _words(
    "review reviews film films movie movies cinema blog magazine news critic critics journal times post tribune"
)
