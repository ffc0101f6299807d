"""What speaks against a printed score: it counts something else, is somebody else's, or was never given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extract.score_vocabulary import COUNTED_THINGS, OTHER_SOURCES, RELATIVES, USUAL_SCALES

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extract.score_surroundings import Surroundings


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE | re.IGNORECASE)


_COUNTED = _pattern(rf"^[ ](?:of[ ])?(?:the[ ]|all[ ]|[a-z]{{3,12}}[ ])?{COUNTED_THINGS}\b")
_COUNTED_AT_ONCE = _pattern(rf"^[ ](?:of[ ](?!out\b)|the[ ])?{COUNTED_THINGS}\b")
_REASON = _pattern(r"^[ ](?:for|and|because|from)\b")

_OTHERS = _pattern(
    rf"""(?<!my[ ])\b(?:{OTHER_SOURCES}|my[ ](?:\w+[ ])?{RELATIVES}|voted
    |(?:he|she|they|you|who)(?:'d|'ll|[ ]have|[ ]would|[ ]might)?[ ](?:gives?|gave|rated?s?|scored?s?))\b
    (?P<between>[^.!?\n]*)$"""
)
_OTHERS_AFTER = _pattern(
    r"""^[ ,]*(?:rating[ ]|score[ ]|average[ ])?\(?(?:on|from|at|by|in)[ ](?:the[ ])?
    (?:imdb|rotten|metacritic|letterboxd|tomatometer|critics|audiences?|users?|ebert)\b"""
)
_OWN = _pattern(r"\b(?:i|i'm|i'd|i'll|i've|my|our|we|me|mine|overall|verdict)\b")

_HYPOTHETICAL = _pattern(
    r"""\b(?:
    (?:would|could|might|should|may|must)(?:n't|[ ]not)?(?:'ve|[ ]have)[ ](?:\w+[ ]){0,3}?
        (?:been|given|rated|got|gotten|scored|earned|gone)
    |would've|could've|should've|might've
    |(?:wo|would|could|ca|do|did|does|should)(?:n't|[ ]not)[ ](?:\w+[ ]){0,2}?
        (?:give|rate|go|award|deserve|call|get|reach)
    |cannot[ ](?:\w+[ ]){0,2}?(?:give|rate|award|go)
    |never[ ](?:give|gave|rate)|can[ ](?:reach|get|be)|used[ ]to[ ](?:be|give)|would[ ]go[ ]to
    |wish[ ]i[ ]could|if[ ]i[ ]could|if[ ]there[ ](?:was|were)|if[ ]it[ ](?:was|were|had)
    |was[ ](?:hoping|expecting)|expect(?:ed|ing)?|hoping[ ]for|tempted[ ]to|doubt
    |instead[ ]of|(?:rather|other|lower|higher|less)[ ]than
    |anything[ ](?:but|over|under)|below|above|beneath|possibly|short[ ]of|far[ ]from|close[ ]to|closer[ ]to
    |nearly|almost
    |not[ ](?:quite[ ])?(?:a|an|even|one)|none|beyond|no|originally|every|each|any|all[ ]the|usually
    )\b(?P<between>[^.!?\n,;:]{0,60})$"""
)
_UNLESS = _pattern(r"^[ ,]*(?:\(?if[ ](?:i|it|that|there|we|only|you)\b|was[ ]possible|were[ ]possible)")
_NO_MORE = _pattern(
    r"(?:n't|\bnot|\bnever)[ ](?:\w+[ ]){0,3}?(?:more|higher|better|above|over)[ ](?:than[ ])?(?:an?[ ])?$"
)

_COMPARED = _pattern(
    r"""\b(?:than|unlike|compared[ ]to|compared[ ]with|the[ ]original|predecessor|last[ ]year's|the[ ]book
    |half|the[ ]first[ ](?:film|movie|one|part)|the[ ]second[ ](?:film|movie|part)|part[ ](?:one|two|\d))\b
    [^.!?\n:]{0,60}$"""
)
_RANGE = _pattern(
    r"""(?:(?<![\d/])\d{1,2}(?:\.\d)?|\b(?:one|two|three|four|five|six|seven|eight|nine))[ ]?(?:to|or|-)[ ]?$
    |\bminus[ ]$"""
)
_DATE = _pattern(r"\b(?:on|since|until|before|after|of|in|dated?|seen|watched|viewed)[ ]$")


def counts_something(s: Surroundings) -> bool:
    """Two out of five people, 1 of the 3 films, three stars of the show, 3/4 of it."""
    notation = s.printed.notation.name
    if notation == "slash" and s.after.startswith(" of "):
        return True
    if notation in {"star-words", "of", "slash"}:
        return bool(_COUNTED.match(s.after)) and not _REASON.match(s.after)
    return bool(_COUNTED_AT_ONCE.match(s.after))


def is_of_others(s: Surroundings) -> bool:
    """Rotten Tomatoes gives it 93%; my wife gave it 2 out of 5; 8/10 on IMDb."""
    match = _OTHERS.search(s.before)
    if match and not _OWN.search(match["between"]):
        return True
    return bool(_OTHERS_AFTER.match(s.after)) and not _OWN.search(s.before)


def is_hypothetical(s: Surroundings) -> bool:
    """It would have been a 9/10; I'd give it 0 if I could; I can't give it a perfect 10."""
    if _NO_MORE.search(s.before):  # "never earns more than a 1/10" is a verdict
        return False
    return bool(_HYPOTHETICAL.search(s.before) or _UNLESS.match(s.after))


def is_of_another_film(s: Surroundings) -> bool:
    """Better than the original (8/10)."""
    return bool(_COMPARED.search(s.before)) and not _NO_MORE.search(s.before)


def is_date_or_ratio(s: Surroundings) -> bool:
    """Unlabelled 9/11, 24/7, 50/50, 16/9, "on 5/10"."""
    printed = s.printed
    if printed.notation.name != "slash":
        return False
    far_above = printed.value > 2 * (printed.scale or 1)
    return printed.scale not in USUAL_SCALES or far_above or bool(_DATE.search(s.before))


def is_tally(s: Surroundings) -> bool:
    """Challenge tallies between bars: "10/31 | Countries 4/6 |"."""
    return s.printed.notation.name == "slash" and ("|" in s.line or s.after.lstrip().startswith("|"))


def is_range_or_sum(s: Surroundings) -> bool:
    """3 to 4 out of 10; zero minus five stars."""
    return bool(_RANGE.search(s.before))


def is_bullet(s: Surroundings) -> bool:
    """An asterisk that opens a line of words."""
    listed = s.printed.notation.name == "stars" and not s.line.strip() and any(c.isalpha() for c in s.after)
    return listed and s.raw.startswith("*") and s.printed.scale is None and s.printed.value % 1 == 0


def is_ornament(s: Surroundings) -> bool:
    """*** SPOILERS ***, a scene break, a censored word."""
    if s.printed.notation.name != "stars":
        return False
    alone = not s.line.strip()
    return "*" in s.line + s.after or (alone and (bool(s.after.strip()) or s.printed.value % 1 == 0))


REJECTIONS: tuple[tuple[Callable[[Surroundings], bool], bool], ...] = (
    # the test, and whether it also overrules a label
    (is_hypothetical, False),
    (counts_something, True),
    (is_of_others, True),
    (is_of_another_film, False),
    (is_date_or_ratio, False),
    (is_tally, False),
    (is_range_or_sum, True),
    (is_bullet, True),
    (is_ornament, False),
)
