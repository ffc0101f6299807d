"""Turns of phrase that give a story away, each with a name: data for :mod:`bot.extract.spoiler_signs`."""

from __future__ import annotations

import re

from bot.extract.tokens import word_set

_KILLS = """(?:kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|stab(?:s|bed|bing)?|shoots?|shot|strangl(?:es|ed|ing)
    |drown(?:s|ed)|poison(?:s|ed)|behead(?:s|ed)|decapitat(?:es|ed)|eats|ate|devours?|crush(?:es|ed)|burn(?:s|ed)
    |execut(?:es|ed)|hang(?:s|ed)|slaughter(?:s|ed)|sacrific(?:es|ed)|impal(?:es|ed)|slays|butchers)"""


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("KILLS", _KILLS), re.IGNORECASE | re.VERBOSE)


# (sign, words without one of which it cannot stand, pattern)
PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "kills whom",
        """
            kill/s/ed/ing murder/s/ed/ing stab/s/bed/bing shoots shot strangles strangled strangling
            drowns drowned poisons poisoned beheads beheaded decapitates decapitated eats ate devour/s
            crushes crushed burns burned executes executed hangs hanged slaughters slaughtered sacrifices
            sacrificed impales impaled slays butchers
        """,
        _pattern(r"""
            \bKILLS[ ](?:off[ ])?(?:him|her|them|himself|herself|his|everyone|everybody|all|the|\d+|two|three|four
            |five|some|several|one|most|another|someone|somebody|people)\b"""),
    ),
    (
        "is killed",
        """
            killed murdered stabbed shot strangled drowned poisoned beheaded decapitated eaten crushed
            burned executed hanged slain sacrificed captured arrested caught rescued saved dead revealed
            exposed possessed punished
        """,
        _pattern(r"""
            \b(?:is|are|gets?|was|were|being|be|he's|she's|been)[ ]
            (?:\w+ly[ ]|then[ ]|also[ ]|later[ ]|soon[ ])?
            (?:killed|murdered|stabbed|shot|strangled|drowned|poisoned|beheaded|decapitated|eaten|crushed|burned
            |executed|hanged|slain|sacrificed|captured|arrested|caught|rescued|saved|dead|revealed|exposed
            |possessed|punished)\b"""),
    ),
    (
        "dies",
        "dies died perish perishes suicide drops drop falls fall death deaths",
        _pattern(r"""
            \b(?:dies|died|perish(?:es)?|commits?[ ]suicide|(?:drops?|falls?)[ ]to[ ](?:his|her|their))\b
            | \bto[ ](?:his|her|their)[ ]deaths?\b"""),
    ),
    (
        "name's death",
        "death demise murder suicide end fate sacrifice betrayal defeat killing departure exit",
        _pattern(r"""
            (?-i:\b[A-Z])[\w.-]+(?:'s|')[ ](?:\w+[ ]){0,2}
            (?:death|demise|murder|suicide|end|fate|sacrifice|betrayal|defeat|killing|departure|exit)\b
            | \b(?:death|demise|murder|suicide|killing|fate|defeat)[ ]of[ ](?-i:[A-Z])"""),
    ),
    (
        "the death",
        """
            death demise murder suicide killing sacrifice execution betrayal fate escape downfall defeat
            redemption resurrection
        """,
        _pattern(r"""
            \b(?:the|'s|his|her|their)[ ](?:\w+[ ])?(?:death|demise|murder|suicide|killing|sacrifice|execution
            |betrayal|fate|escape|downfall|defeat|redemption|resurrection)\b"""),
    ),
    (
        "left alive",
        "alive survivor survive/s make/s last dead life comes come",
        _pattern(r"""
            \b(?:left[ ]alive|still[ ]alive|(?:sole|lone|last|final|only)[ ]survivor|survives?
            |(?:doesn't|don't)[ ](?:last|make[ ]it|survive)|makes?[ ]it[ ]out|comes?[ ]back[ ](?:to[ ]life|from)
            |back[ ]from[ ]the[ ]dead|(?:not|isn't|wasn't)[ ]dead)\b"""),
    ),
    (
        "changes sides",
        "from murderer killer villain guy/s",
        _pattern(r"""
            \b(?:transforms?|transformed|goes|went|turns?|turned|changes?)[ ]from\b
            | \bmade?[ ]\w+(?:[ ]\w+)?[ ](?:a|the)[ ](?:murderer|killer|villain) | \b(?:good|bad)[ ]guys?\b"""),
    ),
    (
        "is the killer",
        """
            killer murderer culprit villain traitor mole ghost clone antagonist robot vampire mastermind
            imposter
        """,
        _pattern(r"""
            \b(?:is|was|as|being|be|are|were)[ ](?:really[ ]|actually[ ]|in[ ]fact[ ]|secretly[ ]|revealed[ ])?
            (?:the|a)[ ](?:real[ ]|true[ ]|actual[ ]|new[ ])?(?:killer|murderer|culprit|villain|traitor|mole|ghost
            |clone|antagonist|robot|vampire|mastermind|imposter)\b"""),
    ),
    (
        "turns into",
        "turn/s/ed becomes become transform/s goes go",
        _pattern(r"""
            \b(?:turn(?:s|ed)?[ ](?:into|against|on|evil|out)|becomes?[ ](?:a|the|an|his|her)|transforms?[ ]into
            |goes?[ ](?:mad|insane|crazy|berserk))\b"""),
    ),
    (
        "not what it seemed",
        """
            alter alter-ego split imaginary figment dream hallucination/s hallucinating head twin identity
            disguise frame/d/s con loop clone fake/d/s faking double-crosses double-crossed
        """,
        _pattern(r"""
            \b(?:alter[- ]?ego|split[ ]personality|imaginary|figment|all[ ]a[ ]dream|dream[ ]sequence|hallucinat\w+
            |in[ ](?:his|her)[ ]head|twin|(?:secret|true)[ ]identity|disguise|framed?|double-cross\w*|con[ ]artist
            |time[ ]loop|clone|fake[ds]?|faking)\b"""),
    ),
    (
        "together",
        "together married happily love pregnant divorced engaged",
        _pattern(r"""
            \b(?:gets?|got|getting|ends?|ended|lives?|be|are|falls?)[ ](?:back[ ]|up[ ])?
            (?:together|married|happily|in[ ]love|pregnant|divorced|engaged)\b"""),
    ),
    (
        "gets the girl",
        "gets get wins win keeps keep",
        _pattern(
            r"\b(?:get|win|keep)s?[ ](?:the[ ]girl|her|the[ ]guy|his[ ]girl|her[ ]man|the[ ]boy|away[ ]with)\b"
        ),
    ),
    (
        "surprise",
        "nowhere where cameo/s surprise shows show appears appear",
        _pattern(r"""
            \bout[ ]of[ ]no[ ]?where\b | \bcameos?\b | \bshows?[ ]up[ ](?:at|in|near)\b
            | \bsurprise[ ](?:appearance|cameo|creature|return|visit)\b | \bappears?[ ](?:at[ ]the[ ]end|again)\b"""),
    ),
    (
        "the end is",
        "ending finale climax end conclusion epilogue coda",
        _pattern(r"""
            \b(?:ending|finale|climax|end|conclusion|epilogue|coda)\b[^.]{0,60}
            (?:\b(?:when|where|with|in[ ]which|as|by|that|has|sees|shows|finds|involves|features|delivers)\b|:)"""),
    ),
    (
        "give away",
        "spoil spoiler away",
        _pattern(r"""
            \b(?:gonna[ ]spoil|to[ ]spoil[ ]the|spoil[ ](?:it|the[ ]ending|this)[ ]for|is[ ]a[ ]spoiler
            |g[ai]ve[ ]away)\b | spoiler:"""),
    ),
)
# Without one of these too, whose words are frequent, a pattern is not looked for.
BESIDE: dict[str, frozenset[str]] = {
    "gets the girl": word_set("her girl guy man boy away"),
    "left alive": word_set("alive survivor survive/s out back doesn't don't dead"),
    "surprise": word_set("nowhere out cameo/s up surprise end again"),
    "changes sides": word_set("transform/s/ed goes went turn/s/ed change/s/d mad made good bad"),
}
GRAVE = frozenset(
    name.replace("_", " ")
    for name in word_set("""
        kills_whom is_killed dies name's_death changes_sides gets_the_girl left_alive is_the_killer turns_into
        not_what_it_seemed together
    """)
)
"""Those that tell a fate, a culprit or an outcome."""
