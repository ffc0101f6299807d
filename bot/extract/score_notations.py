"""How scores are printed: an ordered tuple of named notations, the first of which claims a span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract import score_readings as readings
from bot.extract.score_numbers import DIGITS, EMPTY_STAR, HALF_STAR, SCALE, STAR, STARS, VALUE
from bot.extract.score_vocabulary import NUMBER_WORDS, RATING_NOUNS, RATING_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Seed:
    """What every match of a notation holds, found in little time: one of its signs, and there its pattern.

    Both are in lower case. A text's start counts as a sign.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to print a score. The pattern's group "score" is the printed span.

    Only around its seed is the pattern tried; only there, where it begins with its seed.
    """

    name: str
    seed: Seed
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], readings.Reading | None]
    confidence: float  # 0 to 1
    floor: int  # the least rank of a claim that it needs, see bot.extract.score_claims
    begins: bool = False  # with its seed


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE | re.IGNORECASE | re.MULTILINE)


_VERB = r"""(?:give|gives|giving|gave|given|rate|rates|rated|rating|award|awarded|awarding|grade|graded
    |gets|get|earns|deserves|merits|scores|scored)"""


def _seed(pattern: str, *signs: str) -> Seed:
    return Seed(signs, re.compile(pattern, re.VERBOSE))


_COUNT = rf"(?:\d|a[ ]|(?:{'|'.join(NUMBER_WORDS)})\b)"
_OUT_OF = _seed(
    rf"""(?<!\w)out\s{{1,2}}[(\[]?(?:of\s{{1,2}}(?:an?[ ])?(?:(?:possible|maximum|total|perfect)[ ](?:of[ ])?)?)?
    {_COUNT} | of[ ]a[ ]possible""",
    "out",
    "of a possible",
)
_OF = _seed(rf"of[ ]{_COUNT}", "of ")
_SLASH = _seed("/", "/")
_SCALE_WORD = _seed("scale", "scale")
_ANY_STAR = _seed(rf"(?<![*{STAR}{EMPTY_STAR}])[*{STAR}{EMPTY_STAR}]+", *("*" + STAR + EMPTY_STAR))
_STAR_WORD = _seed("[ -]stars?", " star", "-star")
_RATING_WORD = _seed(
    rf"(?<!\w){RATING_WORDS}\b",
    *("rating", "rate", "score", "grade", "mark", "star", "judg", "points", "verdict", "note", "wertung"),
)
_GIVING_WORD = _seed(
    rf"(?<!\w){_VERB}[ ]",
    *(
        "give",
        "giving",
        "gave",
        "rate",
        "rating",
        "award",
        "grade",
        "get",
        "earns",
        "deserves",
        "merits",
        "score",
    ),
)

_BLANK = r"(?:[ ]?\n|[ ]{1,2})"

# Nothing stands before that would make it part of a longer number, a path or a price.
_FREE = r"(?<![\w/$£€\#\\])(?:(?<!\.)|(?<=[a-z]{3}\.))(?<!\d,)(?<!\d:)(?<!\w-)(?<!\d[ ]-)"

# Nothing follows that would make it a date, an ordinal, a length or a time of day.
_ENDS = r"(?![\w%/])(?![.,]\d)(?!-\d|-point|-inch)(?![ ]?[ap]\.?m\b)"

_NO_STAR = rf"(?<![*{STAR}{EMPTY_STAR}])(?<![*{STAR}][ ])"

_OBJECT = r"(?:[ ](?!and\b|but\b)[\w'\"&-]{1,20},?){0,6}?"

_PRAISE = r"""(?:(?:solid|strong|weak|high|low|full|generous|perfect|rare|respectable|decent|very
    |well-earned|big|fat|mere|whopping|resounding)[ ])"""

# A bare number or letter ends the thought: "I give it a 7 for the score", but no "a 7 year old", "a B movie".
_THEN = r"""(?=[ ]?(?:[.,;!?)"\n]|-[ -]|$|[ ](?:for|because|and|but|only|just|rather|instead|overall|simply
    |from|since|as|purely|based|due|mainly)\b))"""

_LABELLED = rf"""\b{RATING_WORDS}\b(?:[ ](?:is|of))?[ ]?[:=|"')-]{{0,3}}\s?[:=|-]?[ "'*(\[]{{0,3}}"""

_LETTER = r"[A-DF](?:[+-]|-?[ ]?(?:plus|minus)\b)?"

_SCALE_OF = rf"""(?:a|the|my)[ ](?:scale[ ](?:of|from)[ ](?:[01]|one|zero)[ ]?(?:to|-|through)[ ]?
    (?P<scale>{SCALE})|(?P<points>{DIGITS})[- ]point[ ]scale)"""

NOTATIONS: tuple[Notation, ...] = (
    Notation(  # Rating (out of 5): 4
        "scale-in-label",
        _RATING_WORD,
        _pattern(
            rf"""\b{RATING_NOUNS}[ ](?P<score>[(\[]?(?:out[ ]of|from[ ]0[ ]to|[01][ ]?-|/)[ ]?
            (?P<scale>{SCALE})[)\]]?[ ]?[:=][ ]?(?P<value>{VALUE}))(?![\w/%])(?![.,]\d)"""
        ),
        readings.read_scaled,
        0.98,
        4,
        begins=True,
    ),
    Notation(  # +2 out of -4..+4
        "signed-range",
        _seed(r"-\d", "-"),
        _pattern(
            rf"""(?<![\w.])(?P<score>(?P<value>[+-]?\d(?:\.\d)?){_BLANK}(?:out[ ])?(?:of|on){_BLANK}
            (?:a[ ]scale[ ](?:of|from)[ ])?
            (?P<low>-\d{{1,2}})[ ]?(?:\.\.\.?|…|to|through)[ ]?\+?(?P<high>\d{{1,2}}))(?!\d)"""
        ),
        readings.read_signed,
        0.98,
        3,
    ),
    Notation(  # ***1/2 out of ****, ***/****, *** (out of 4), **** of 4 stars, ** from ****
        "stars-of",
        _ANY_STAR,
        _pattern(
            rf"""{_NO_STAR}(?P<score>(?P<value>(?:(?:½|1/2)[ ])?{STARS}{HALF_STAR}?)[ ]?(?P<bracket>[(\[])?
            (?:/|(?:out[ ]of|of|from)[ ](?:a[ ])?(?:possible[ ])?)[ ]?
            (?P<scale>(?:[*][ ]?){{3,10}}|[{STAR}{EMPTY_STAR}]{{3,10}}|{SCALE})(?:[ -]stars?\b)?
            (?(bracket)[)\]]|))(?![\w*])"""
        ),
        readings.read_stars_of,
        0.99,
        1,
    ),
    Notation(  # ★★★½☆
        "full-and-empty-stars",
        _seed(rf"[{EMPTY_STAR}]", *EMPTY_STAR),
        _pattern(
            rf"""{_NO_STAR}(?P<score>(?:[{STAR}]\uFE0F?[ ]?){{0,10}}(?:½[ ]?)?
            [{EMPTY_STAR}](?:[ ]?[{EMPTY_STAR}]){{0,9}})"""
        ),
        readings.read_full_and_empty,
        0.98,
        2,
    ),
    Notation(  # 9.5 out of 10, three out of five, 3 stars out of a possible 5, 7 (out of 10), 3 out 4 stars
        "out-of",
        _OUT_OF,
        _pattern(
            rf"""{_FREE}(?P<score>(?P<value>{VALUE})(?:[ -]?(?:stars?|points?
            |marks?))?,?{_BLANK}(?P<bracket>[(\[])?
            (?:out{_BLANK}of{_BLANK}(?:an?[ ])?(?:(?:possible|maximum|total|perfect)[ ](?:of[ ])?)?
            |out[ ](?=\w{{1,5}}[ ]stars)|of[ ]a[ ]possible[ ])
            (?P<scale>{SCALE})(?:[ -](?:stars?|points)\b)?(?(bracket)[)\]]|)){_ENDS}"""
        ),
        readings.read_scaled,
        0.99,
        1,
    ),
    Notation(  # 7.5/10, 1 1/2/5, 4 stars / 5; the fraction of "3 1/2" is none
        "slash",
        _SLASH,
        _pattern(
            rf"""{_FREE}(?:(?<!\d[ ])(?<![*★½])(?<![*★][ ])|(?![13]/[24]\b))
            (?P<score>(?P<value>{VALUE})(?:[ ]?stars)?[ ]?/[ ]?(?P<scale>{SCALE})(?:[ -]stars?\b)?){_ENDS}"""
        ),
        readings.read_scaled,
        0.99,
        1,
    ),
    Notation(  # on a scale of 1 to 10, this is a 7
        "scale-then-value",
        _SCALE_WORD,
        _pattern(
            rf"""\b(?P<score>on[ ]{_SCALE_OF}\b[^.!?\n]{{0,60}}?[ ](?:an?[ ])?{_PRAISE}?(?P<value>{VALUE}))
            (?![\w/%])(?![.,]\d)"""
        ),
        readings.read_on_a_scale,
        0.95,
        1,
    ),
    Notation(  # 7 on a scale of 1 to 10
        "value-then-scale",
        _SCALE_WORD,
        _pattern(rf"{_FREE}(?P<score>(?P<value>{VALUE})(?:[ ]stars?)?[ ](?:on|in)[ ]{_SCALE_OF})\b"),
        readings.read_on_a_scale,
        0.96,
        1,
    ),
    Notation(  # 4 of 5, 8 of 10 stars
        "of",
        _OF,
        _pattern(
            rf"""{_FREE}(?P<score>(?P<value>{VALUE})(?:[ ]stars?)?[ ]of[ ](?P<scale>{SCALE})(?:[ ]stars?\b)?)
            {_ENDS}"""
        ),
        readings.read_scaled,
        0.95,
        3,
    ),
    Notation(  # 4 skulls out of 10
        "things-out-of",
        _OUT_OF,
        _pattern(
            rf"""{_FREE}(?P<score>(?P<value>{VALUE})(?:[ ](?!out|of|the|in|times|days
            |people)[a-z-]{{3,14}}){{1,2}}[ ]
            (?P<bracket>[(\[])?out[ ]of[ ](?:a[ ])?(?:possible[ ])?(?P<scale>{SCALE})(?(bracket)[)\]]
            |)){_ENDS}"""
        ),
        readings.read_scaled,
        0.94,
        3,
    ),
    Notation(  # 85%
        "percent",
        _seed("%|per[ ]?cent", "%", "percent", "per cent"),
        _pattern(rf"{_FREE}(?P<score>(?P<value>{DIGITS})[ ]?(?:%|percent\b|per[ ]cent\b))(?!\w){_THEN}"),
        readings.read_percent,
        0.9,
        4,
    ),
    Notation(  # Grade: B+
        "letter-labelled",
        _RATING_WORD,
        _pattern(
            rf"{_LABELLED}(?P<score>[A-DF][ ][+-]|{_LETTER})(?![\w+'&-])(?![ ]?/[ ]?(?:\d|[A-F](?![a-z]))|[ ][a-z])"
        ),
        readings.read_letter,
        0.95,
        4,
        begins=True,
    ),
    Notation(  # I give it a B+
        "letter-given",
        _GIVING_WORD,
        _pattern(
            rf"""\b{_VERB}\b{_OBJECT}[ ]an?[ ]{_PRAISE}?["']?(?P<score>(?-i:[A-DF])(?:[+-]|-?[ ]?(?:plus
            |minus)\b)?)
            (?![\w+/&])(?!-\w)(?![ ]for[ ]effort){_THEN}"""
        ),
        readings.read_letter,
        0.9,
        4,
        begins=True,
    ),
    Notation(  # B+ on a line of its own
        "letter-alone",
        _seed(r"\n?[ ]?[a-df](?!\w)", "\n"),
        _pattern(r"^[ ]?(?P<score>(?-i:[A-DF])(?:[+-]|[ ]?(?:plus|minus))?)(?=[ .]?$)"),
        readings.read_letter,
        0.85,
        3,
    ),
    Notation(  # (B+)
        "letter-in-brackets",
        _seed(r"\([a-df][+-]\)", "("),
        _pattern(r"(?<=\()(?P<score>(?-i:[A-DF])[+-])(?=\))"),
        readings.read_letter,
        0.85,
        3,
    ),
    Notation(  # three and a half stars
        "star-words",
        _STAR_WORD,
        _pattern(rf"{_FREE}(?P<score>(?P<value>{VALUE})[ -]stars?)(?![\w-])"),
        readings.read_stars_in_words,
        0.93,
        3,
    ),
    Notation(  # ★★★½
        "stars",
        _ANY_STAR,
        _pattern(
            rf"""{_NO_STAR}(?<![\w.,!?'])(?P<score>(?:(?:½|1/2)[ ])?{STARS}{HALF_STAR}?)
            (?![\w*{STAR}{EMPTY_STAR}/])"""
        ),
        readings.read_row_of_stars,
        0.93,
        3,
    ),
    Notation(  # Rating: 7
        "number-labelled",
        _RATING_WORD,
        _pattern(
            rf"""{_LABELLED}(?<![\w"'])(?P<score>(?P<value>{VALUE}))(?![\w%/+])(?![.,]\d|[ ]?-[ ]?\d|-\w)
            (?![ ](?!and\b|but\b|for\b|because\b)\w)"""
        ),
        readings.read_number,
        0.85,
        5,
        begins=True,
    ),
    Notation(  # I give it a 7, I rate this 8.5
        "number-given",
        _GIVING_WORD,
        _pattern(
            rf"""\b{_VERB}\b
            (?:{_OBJECT}[ ]an?[ ]{_PRAISE}?(?=\S)|[ ](?:it|this(?:[ ]\w+)?|the[ ](?:film|movie))[ ](?=\d))
            (?P<score>(?P<value>{VALUE}))(?![\w%/+'])(?![.,]\d|-\d)(?![ ]out|[ ]of){_THEN}"""
        ),
        readings.read_number,
        0.8,
        4,
        begins=True,
    ),
)
"""Tried in this order; a later notation never reads a span that an earlier one has taken."""
