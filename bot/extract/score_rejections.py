"""What speaks against a printed score: it counts something else, is somebody else's, or was never given."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.extract.score_surroundings import Surroundings
from bot.extract.score_vocabulary import COUNTED_THINGS, OTHER_SOURCES, RELATIVES, USUAL_SCALES

_COUNTED = re.compile(rf"^[ ](?:of[ ])?(?:the[ ]|all[ ]|[a-z]{{3,12}}[ ])?{COUNTED_THINGS}\b", re.I)
_COUNTED_AT_ONCE = re.compile(rf"^[ ](?:of[ ](?!out\b)|the[ ])?{COUNTED_THINGS}\b", re.I)
_OTHERS = re.compile(
    rf"""(?<!my[ ])\b(?:{OTHER_SOURCES}|my[ ](?:\w+[ ])?{RELATIVES}|(?:he|she|they|you|who)(?:'d|'ll|[ ]have|[ ]would|[ ]might)?[ ](?:gives?|gave|rated?s?|scored?s?)|voted)\b
    (?P<between>[^.!?\n]*)$""",
    re.X | re.I,
)
_OWN = re.compile(r"\b(?:i|i'm|i'd|i'll|i've|my|our|we|me|mine|overall|verdict)\b", re.I)
_OTHERS_AFTER = re.compile(
    r"^[ ,]*(?:rating[ ]|score[ ]|average[ ])?(?:\(?(?:on|from|at|by|in)[ ])(?:the[ ])?(?:imdb|rotten|metacritic|letterboxd|tomatometer|critics|audiences?|users?|ebert)\b",
    re.I,
)
_HYPOTHETICAL = re.compile(
    r"""\b(?:(?:would|could|might|should|may|must)(?:n't|[ ]not)?(?:'ve|[ ]have)[ ](?:\w+[ ]){0,3}?(?:been|given|rated|got|gotten|scored|earned|gone)
    |would've|could've|should've|might've
    |(?:wo|would|could|ca|do|did|does|should)(?:n't|[ ]not)[ ](?:\w+[ ]){0,2}?(?:give|rate|go|award|deserve|call|get|reach)
    |wish[ ]i[ ]could|if[ ]i[ ]could|doubt|if[ ]there[ ](?:was|were)|was[ ](?:hoping|expecting)|expect(?:ed|ing)?|hoping[ ]for|tempted[ ]to
    |can[ ](?:reach|get|be)|cannot[ ](?:\w+[ ]){0,2}?(?:give|rate|award|go)|can't[ ](?:\w+[ ]){0,2}?(?:give|rate|award|go)|never[ ](?:give|gave|rate)|instead[ ]of|rather[ ]than|other[ ]than
    |below|above|beneath|lower[ ]than|higher[ ]than|less[ ]than|anything[ ](?:but|over|under)|possibly|short[ ]of|far[ ]from|close[ ]to|closer[ ]to
    |not[ ](?:quite[ ])?(?:a|an|even)|no|nearly|almost|would[ ]go[ ]to|if[ ]it[ ](?:was|were|had)|used[ ]to[ ](?:be|give)|originally|every|each|any|all[ ]the|usually)\b
    (?P<between>[^.!?\n,;:]{0,60})$""",
    re.X | re.I,
)
_NO_MORE = re.compile(
    r"(?:n't|\bnot|\bnever)[ ](?:\w+[ ]){0,3}?(?:more|higher|better|above|over)[ ](?:than[ ])?(?:an?[ ])?$",
    re.I,
)
_UNLESS = re.compile(
    r"^[ ,]*(?:\(?if[ ](?:i|it|that|there|we|only|you)\b|was[ ]possible|were[ ]possible)", re.I
)
_COMPARED = re.compile(
    r"\b(?:than|unlike|compared[ ]to|compared[ ]with|the[ ]original|predecessor|the[ ]first[ ](?:film|movie|one|part)|the[ ]second[ ](?:film|movie|part)"
    r"|last[ ]year's|the[ ]book|part[ ](?:one|two|\d)|half)\b[^.!?\n:]{0,60}$",
    re.I,
)
_RANGE = re.compile(
    r"(?:(?<![\d/])\d{1,2}(?:\.\d)?|\b(?:one|two|three|four|five|six|seven|eight|nine))[ ]?(?:to|or|-)[ ]?$|\bminus[ ]$",
    re.I,
)
_DATE = re.compile(r"\b(?:on|since|until|before|after|of|in|dated?|seen|watched|viewed|9/11)[ ]$", re.I)
_PLURAL = re.compile(r"^[ ]?'?s\b")


def _counts_something(s: Surroundings) -> bool:
    """Two out of five people, 1 of the 3 films, three stars of the show."""
    if s.printed.notation.name == "slash" and s.after.startswith(" of "):
        return True
    if s.printed.notation.name in {"star-words", "of", "slash"}:
        return bool(_COUNTED.match(s.after)) and not s.after.startswith((" for", " and", " because", " from"))
    return bool(_COUNTED_AT_ONCE.match(s.after))


def _by_others(s: Surroundings) -> bool:
    """Rotten Tomatoes gives it 93%; my wife gave it 2 out of 5; 8/10 on IMDb."""
    match = _OTHERS.search(s.before)
    if match and not _OWN.search(match["between"]):
        return True
    return bool(_OTHERS_AFTER.match(s.after)) and not re.search(r"\b(?:i|i'd|i'll|my|we)\b", s.before, re.I)


def _hypothetical(s: Surroundings) -> bool:
    """It would have been a 9/10; I'd give it 0 if I could; I can't give it a perfect 10."""
    return bool((_HYPOTHETICAL.search(s.before) and not _NO_MORE.search(s.before)) or _UNLESS.match(s.after))


def _of_another(s: Surroundings) -> bool:
    """Better than the original (8/10): another film's score, or a part's."""
    return bool(_COMPARED.search(s.before)) and not _NO_MORE.search(s.before)


def _odd_scale(s: Surroundings) -> bool:
    """Unlabelled 9/11, 24/7, 50/50, 16/9, 10/31: dates and ratios."""
    printed = s.printed
    return printed.notation.name == "slash" and (
        printed.scale not in USUAL_SCALES
        or bool(_DATE.search(s.before))
        or s.line.rstrip().endswith("|")
        or printed.value > 2 * (printed.scale or 1)
    )


def _part_of_a_list(s: Surroundings) -> bool:
    """Challenge tallies between bars: "10/31 | Countries 4/6 |"."""
    return s.printed.notation.name == "slash" and ("|" in s.line or s.after.lstrip().startswith("|"))


def _range_or_sum(s: Surroundings) -> bool:
    """3 to 4 out of 10; zero minus five stars."""
    return bool(_RANGE.search(s.before))


def _bullet(s: Surroundings) -> bool:
    """* Good acting"""
    listed = not s.line.strip() and any(c.isalpha() for c in s.after)
    return listed and s.raw.startswith("*") and s.printed.scale is None and s.printed.value % 1 == 0


def _star_ornament(s: Surroundings) -> bool:
    """*** SPOILERS ***, a scene break, a bullet, a censored word."""
    if s.printed.notation.name != "stars":
        return False
    return "*" in s.line + s.after or (
        not s.line.strip() and (bool(s.after.strip()) or s.printed.value == int(s.printed.value))
    )


REJECTIONS: tuple[tuple[str, bool, Callable[[Surroundings], bool]], ...] = (
    # name, whether it also overrules a label, test
    ("hypothetical", False, _hypothetical),
    ("counted", True, _counts_something),
    ("others", True, _by_others),
    ("another-film", False, _of_another),
    ("odd-scale", False, _odd_scale),
    ("list", False, _part_of_a_list),
    ("range", True, _range_or_sum),
    ("bullet", True, _bullet),
    ("ornament", False, _star_ornament),
)
"""Tried in this order where no label, or not even a label, speaks for the score."""
