"""How scores are printed: an ordered tuple of named notations, the first of which claims a span."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.extract.score_numbers import (
    DIGITS,
    EMPTY_STAR,
    HALF_STAR,
    SCALE,
    STAR,
    STARS,
    VALUE,
    count_stars,
    parse_letter,
    parse_number,
)
from bot.extract.score_vocabulary import ANY_SCALE, LETTER_SCALE, RATING_NOUNS, RATING_WORDS

AT_MOST = 150
"""Hits of one notation that are looked at from each end of a text: no review prints more, hostile input does."""

Reading = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class Printed:
    """A span that reads as a score, before its surroundings have been looked at."""

    start: int
    end: int
    value: float
    scale: float | None
    notation: Notation


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to print a score. ``pattern`` has a group "score", the span; ``floor`` is the least claim it needs."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]
    confidence: float
    floor: int  # see bot.extract.score_claims: how plainly the surroundings must say that this is a verdict


def _value_and_scale(match: re.Match[str]) -> Reading | None:
    value, scale = parse_number(match["value"]), parse_number(match["scale"])
    return None if value is None or scale not in ANY_SCALE else (value, scale)


def _signed(match: re.Match[str]) -> Reading | None:
    low, high = float(match["low"]), float(match["high"])
    return (float(match["value"]) - low, high - low) if low < high else None


def _stars_of(match: re.Match[str]) -> Reading | None:
    value, printed = count_stars(match["value"]), match["scale"]
    scale = parse_number(printed) if printed[:1].isalnum() else count_stars(printed)
    return None if scale not in ANY_SCALE else (value, scale)


def _full_and_empty(match: re.Match[str]) -> Reading | None:
    text = match["score"]
    value = count_stars(text)
    scale = value + value % 1 + sum(text.count(star) for star in EMPTY_STAR)
    return (value, scale) if 3 <= scale <= 10 else None


def _row_of_stars(match: re.Match[str]) -> Reading | None:
    return _stars(count_stars(match["score"]))


def _stars_in_words(match: re.Match[str]) -> Reading | None:
    value = parse_number(match["value"])
    return None if value is None else _stars(value)


def _stars(count: float) -> Reading | None:
    """More than five stars are evidently out of ten; up to five may be out of four, five or ten."""
    return None if count > 10 else (count, 10.0 if count > 5 else None)


def _number_alone(match: re.Match[str]) -> Reading | None:
    value = parse_number(match["value"])
    return (
        None if value is None or value > 100 or value in {12, 15, 16, 18} else (value, None)
    )  # ages of admission


def _percent(match: re.Match[str]) -> Reading | None:
    value = parse_number(match["value"])
    return None if value is None else (value, 100.0)


def _letter(match: re.Match[str]) -> Reading | None:
    value = parse_letter(match["score"])
    return None if value is None else (value, LETTER_SCALE)


_BLANK = r"(?:[ ]?\n|[ ]{1,2})"
_FREE = r"(?<![\w./$£€\#\\])(?<!\d,)(?<!\d:)(?<!\w-)(?<!\d[ ]-)"  # nothing before that makes it part of a longer number
_ENDS = r"(?![\w%/])(?![.,]\d)(?!-\d|-point|-inch)(?![ ]?(?:[AaPp]\.?[Mm]\b))"
_NO_STAR = rf"(?<![*{STAR}{EMPTY_STAR}])(?<![*{STAR}][ ])"
_VERB = r"(?:give|gives|giving|gave|given|rate|rates|rated|rating|award|awarded|awarding|grade|graded|gets|get|earns|deserves|merits|scores|scored)"
_OBJECT = r"(?:[ ](?!and\b|but\b)[\w'\"&-]{1,20},?){0,6}?"
_PRAISE = r"(?:(?:solid|strong|weak|high|low|full|generous|perfect|rare|respectable|decent|very|well-earned|big|fat|mere|whopping|resounding)[ ])"
_THEN = r"(?=[ ]?(?:[.,;!?)\"\n]|-[- ]|$|[ ](?:for|because|and|but|only|just|rather|instead|overall|simply|from|since|as|purely|based|due|mainly|out of generosity|in my)\b))"
_LABELLED = rf"\b{RATING_WORDS}\b(?:[ ](?:is|of))?[ ]?[:=|\"')-]{{0,3}}\s?[:=|-]?[ \"'*(\[]{{0,3}}"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.X | re.I)


NOTATIONS: tuple[Notation, ...] = (
    Notation(  # Rating (out of 5): 4
        "scale-in-label",
        _compiled(
            rf"""\b{RATING_NOUNS}[ ](?P<score>[(\[]?(?:out[ ]of|from[ ]0[ ]to|0[ ]?-|1[ ]?-|/)[ ]?(?P<scale>{SCALE})[)\]]?
            [ ]?[:=][ ]?(?P<value>{VALUE}))(?![\w%/])(?![.,]\d)"""
        ),
        _value_and_scale,
        0.97,
        4,
    ),
    Notation(  # +2 out of -4..+4: counted from the negative end
        "signed-range",
        _compiled(
            rf"""(?<![\w.])(?P<score>(?P<value>[+-]?\d(?:\.\d)?){_BLANK}(?:out[ ])?(?:of|on){_BLANK}
            (?:a[ ]scale[ ](?:of|from)[ ])?(?P<low>-\d{{1,2}})[ ]?(?:\.\.\.?|…|to|through)[ ]?\+?(?P<high>\d{{1,2}}))(?!\d)"""
        ),
        _signed,
        0.98,
        3,
    ),
    Notation(  # ***1/2 out of ****, ***/****, *** (out of 4), **** of 4 stars, ** from ****
        "stars-of",
        _compiled(
            rf"""{_NO_STAR}(?P<score>(?P<value>(?:(?:½|1/2)[ ])?{STARS}{HALF_STAR}?)[ ]?(?P<bracket>[(\[])?
            (?:/|(?:out[ ]of|of|from)[ ](?:a[ ])?(?:possible[ ])?)[ ]?
            (?P<scale>(?:[*][ ]?){{3,10}}|[{STAR}{EMPTY_STAR}]{{3,10}}|{SCALE})(?:[ -]stars?\b)?(?(bracket)[)\]]|))(?![\w*])"""
        ),
        _stars_of,
        0.98,
        1,
    ),
    Notation(  # ★★★½☆
        "full-and-empty-stars",
        _compiled(
            rf"{_NO_STAR}(?P<score>(?:[{STAR}]\uFE0F?[ ]?){{0,10}}(?:½[ ]?)?[{EMPTY_STAR}](?:[ ]?[{EMPTY_STAR}]){{0,9}})"
        ),
        _full_and_empty,
        0.97,
        2,
    ),
    Notation(  # 9.5 out of 10, three out of five, 3 stars out of a possible 5, 7 (out of 10), 3 out 4 stars
        "out-of",
        _compiled(
            rf"""{_FREE}(?P<score>(?P<value>{VALUE})(?:[ -]?(?:stars?|points?|marks?))?,?{_BLANK}(?P<bracket>[(\[])?
            (?:out{_BLANK}of{_BLANK}(?:an?[ ])?(?:(?:possible|maximum|total|perfect)[ ](?:of[ ])?)?|out[ ](?=\w{{1,5}}[ ]stars)|of[ ]a[ ]possible[ ])
            (?P<scale>{SCALE})(?:[ -](?:stars?|points)\b)?(?(bracket)[)\]]|)){_ENDS}"""
        ),
        _value_and_scale,
        0.97,
        1,
    ),
    Notation(  # 7.5/10, 3 1/2/5, 4 stars / 5
        "slash",
        _compiled(
            rf"""{_FREE}(?:(?<!\d[ ])(?<![*★½])(?<![*★][ ])|(?![13]/[24]\b))(?P<score>(?P<value>{VALUE})(?:[ ]?stars)?[ ]?/[ ]?
            (?P<scale>{SCALE})(?:[ -]stars?\b)?){_ENDS}"""
        ),
        _value_and_scale,
        0.96,
        1,
    ),
    Notation(  # on a scale of 1 to 10, this is a 7
        "scale-then-value",
        _compiled(
            rf"""\b(?P<score>on[ ](?:a|the|my)[ ](?:scale[ ](?:of|from)[ ](?:[01]|one|zero)[ ]?(?:to|-|through)[ ]?(?P<scale>{SCALE})
            |(?P<points>{DIGITS})[- ]point[ ]scale)\b[^.!?\n]{{0,60}}?[ ](?:an?[ ])?{_PRAISE}?(?P<value>{VALUE}))(?![\w/%])(?![.,]\d)"""
        ),
        lambda m: _on_a_scale(m),
        0.9,
        1,
    ),
    Notation(  # 7 on a scale of 1 to 10
        "value-then-scale",
        _compiled(
            rf"""{_FREE}(?P<score>(?P<value>{VALUE})(?:[ ]stars?)?[ ](?:on|in)[ ](?:a|the|my)[ ](?:scale[ ](?:of|from)[ ]
            (?:[01]|one|zero)[ ]?(?:to|-|through)[ ]?(?P<scale>{SCALE})|(?P<points>{DIGITS})[- ]point[ ]scale))\b"""
        ),
        lambda m: _on_a_scale(m),
        0.95,
        1,
    ),
    Notation(  # 4 of 5, 8 of 10 stars
        "of",
        _compiled(
            rf"{_FREE}(?P<score>(?P<value>{VALUE})(?:[ ]stars?)?[ ]of[ ](?P<scale>{SCALE})(?:[ ]stars?\b)?){_ENDS}"
        ),
        _value_and_scale,
        0.9,
        3,
    ),
    Notation(  # 4 skulls out of 10
        "things-out-of",
        _compiled(
            rf"""{_FREE}(?P<score>(?P<value>{VALUE})(?:[ ](?!out|of|the|in|times|days|people)[a-z-]{{3,14}}){{1,2}}[ ](?P<bracket>[(\[])?out[ ]of[ ]
            (?:a[ ])?(?:possible[ ])?(?P<scale>{SCALE})(?(bracket)[)\]]|)){_ENDS}"""
        ),
        _value_and_scale,
        0.88,
        3,
    ),
    Notation(  # 85%
        "percent",
        _compiled(rf"{_FREE}(?P<score>(?P<value>{DIGITS})[ ]?(?:%|percent\b|per[ ]cent\b))(?!\w){_THEN}"),
        _percent,
        0.9,
        4,
    ),
    Notation(  # Grade: B+
        "letter-labelled",
        _compiled(
            rf"{_LABELLED}(?P<score>[A-DF](?:[ ]?[+-]|-?[ ]?(?:plus|minus)\b)?)(?![\w+'&])(?!-\w)(?![ ]?/|[ ][a-z])"
        ),
        _letter,
        0.95,
        4,
    ),
    Notation(  # I give it a B+
        "letter-given",
        re.compile(
            rf"""\b{_VERB}\b{_OBJECT}[ ](?:an?[ ]){_PRAISE}?["']?(?P<score>[A-DF](?:[+-]|-?[ ]?(?:plus|minus)\b)?)(?![\w+/&])(?!-\w)(?![ ]for[ ]effort){_THEN}""",
            re.X,
        ),
        _letter,
        0.9,
        4,
    ),
    Notation(  # B+ on a line of its own, or (B+)
        "letter-alone",
        re.compile(
            r"""(?:^[ ]?(?P<score>[A-DF](?:[+-]|[ ]?(?:plus|minus))?)[ .]?$|\((?P<bracketed>[A-DF][+-])\))""",
            re.X | re.M,
        ),
        lambda m: _letter_alone(m),
        0.85,
        3,
    ),
    Notation(  # three and a half stars
        "star-words",
        _compiled(rf"{_FREE}(?P<score>(?P<value>{VALUE})[ -]stars?)(?![\w-])"),
        _stars_in_words,
        0.85,
        3,
    ),
    Notation(  # ★★★½
        "stars",
        _compiled(
            rf"{_NO_STAR}(?<![\w.,!?'])(?P<score>(?:(?:½|1/2)[ ])?{STARS}{HALF_STAR}?)(?![\w*{STAR}{EMPTY_STAR}/])"
        ),
        _row_of_stars,
        0.85,
        3,
    ),
    Notation(  # Rating: 7
        "number-labelled",
        _compiled(
            rf"{_LABELLED}(?<![\w\"'])(?P<score>(?P<value>{VALUE}))(?![\w%/+])(?![.,]\d|[ ]?-[ ]?\d|-\w)(?![ ](?!and\b|but\b|for\b|because\b)\w)"
        ),
        _number_alone,
        0.85,
        5,
    ),
    Notation(  # I give it a 7, I rate this 8.5
        "number-given",
        _compiled(
            rf"\b{_VERB}\b(?:{_OBJECT}[ ]an?[ ]{_PRAISE}?(?=\S)|[ ](?:it|this(?:[ ]\w+)?|the[ ](?:film|movie))[ ](?=\d))(?P<score>(?P<value>{VALUE}))(?![\w%/+'])(?![.,]\d|-\d)(?![ ]out|[ ]of){_THEN}"
        ),
        _number_alone,
        0.8,
        4,
    ),
)
"""Tried in this order; a later notation never reads a span that an earlier one has taken."""


def _on_a_scale(match: re.Match[str]) -> Reading | None:
    value, scale = parse_number(match["value"]), parse_number(match["scale"] or match["points"])
    return None if value is None or scale not in ANY_SCALE else (value, scale)


def _letter_alone(match: re.Match[str]) -> Reading | None:
    value = parse_letter(match["score"] or match["bracketed"])
    return None if value is None else (value, LETTER_SCALE)


def find_printed(view: str) -> tuple[Printed, ...]:
    """Find every span that reads as a score, in the order of the text.

    >>> [(view[p.start : p.end], p.value, p.scale) for view in ["Story: 7/10. It gets ***½ of ****."] for p in find_printed(view)]
    [('7/10', 7.0, 10.0), ('***½ of ****', 3.5, 4.0)]
    """
    taken: list[tuple[int, int]] = []
    found: list[Printed] = []
    for notation in NOTATIONS:
        for match in _from_both_ends(notation.pattern.finditer(view)):
            group = "score" if match["score"] is not None else "bracketed"
            start, end = match.span(group)
            while end > start and view[end - 1] in " \n":
                end -= 1
            place = bisect_right(taken, (start, end))
            if (place and taken[place - 1][1] > start) or (place < len(taken) and taken[place][0] < end):
                continue
            reading = notation.read(match)
            if reading is not None:
                insort(taken, (start, end))
                found.append(Printed(start, end, reading[0], reading[1], notation))
    return tuple(sorted(found, key=lambda printed: printed.start))


def _from_both_ends(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    yield from islice(matches, AT_MOST)
    yield from deque(matches, AT_MOST)
