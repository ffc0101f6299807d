"""What stands around the title in a headline and is no part of it: stars, grades, certificates, formats, columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extract.titles import looks_like_title

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FLAGS = re.VERBOSE | re.IGNORECASE
_STARS = r"(?:[*★☆⭐✩✭✮]\uFE0F?\ ?){1,10}(?:½|\ ?1/2)?"
_GAP = r"[\ :|,;~-]{0,4}"
_CERTIFICATE = (
    r"(?:u|g|pg(?:-?13)?|r|nc-?17|nr|x|m|ma(?:\ ?15\+?)?|12a?|15|16|18|r18|tv-\w{1,3}|not\ rated|unrated)"
)
_FORMAT = r"""(?:film|movie|motion\ picture|documentary|short(?:\ film)?|blu-?ray|dvd|vod|bd|4k|uhd|vhs|3d|imax
    |netflix|hulu|streaming|re-?release|review|spoiler-?free|(?:no|minor|major)\ spoilers|spoilers?)"""
_BEHIND = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        rf"(?<=[^*★☆]){_GAP}[(\[]?(?:(?:[2-5]|\b(?:two|three|four|five))\ stars?|{_STARS})[)\]]?\ ?$",  # Rope ***
        # Rope (4/5), Rope - 7.5/10; no scale of 11 is known, but a film of that day
        rf"""(?<=\w){_GAP}[(\[]?(?<![\w.])\d{{1,3}}(?:[.,]\d{{1,2}})?\ ?(?:/|out\ of)\ ?(?:[4-6]|10|20|100)
        (?:\ ?stars)?[)\]]?\ ?$""",
        r"(?<=\w)\ ?(?:[:|,~-]\ (?:grade|rating|score)?[:\ ]{0,2}|[(\[](?:grade[:\ ]{1,2})?)[A-F][+-]?[)\]]?\ ?$",
        r"(?<=\w)\ (?:grade[:\ ]{1,2})?[A-DF][+-]\ ?$",
        rf"\ ?[(\[](?:rated\ |cert(?:ificate)?\.?\ )?{_CERTIFICATE}[)\]]\ ?$",
        rf",\ (?:rated|cert(?:ificate)?\.?)\ {_CERTIFICATE}\ ?$",
        rf"""\ ?[(\[](?:the\ |original\ |on\ |an?\ )?{_FORMAT}(?:[\ /&,+-]{{1,3}}{_FORMAT}){{0,2}}
        (?:\ (?:release|edition|version|only))?[)\]]\ ?$""",
        r"\ ?[(\[](?:[\w'-]{1,12}\ ){0,2}reviews?[)\]]\ ?$",  # (second review)
        rf"\ [|:~-]\ (?:(?:on|now\ on)\ )?{_FORMAT}\ ?$",  # Rope - DVD
        r"[\ ,;:|~-]{1,4}$",
    )
)
_SEPARATOR = r"\ ?(?:[:|]|~|-(?=\ )|::|\")\ "
_BEFORE = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        rf"[(\[]?{_STARS}[)\]]?[\ :|-]{{1,3}}(?=\S)",  # **** Rope
        r"\#?\d{1,3}[.)]\ {1,3}(?=[^\W\d_])|\#\d{1,4}(?:\ ?[:.|)]|\ -)\ (?=\S)",  # 13. Rope; #13: Rope
    )
)
_FESTIVALS = r"""(?:tiff|sundance|sxsw|cannes|berlinale|berlin|venice|telluride|tribeca|toronto|lff
    |bfi\ lff|nyff|iffr|rotterdam|locarno|fantasia|fantastic\ fest|frightfest|film4\ frightfest|afi\ fest|slamdance
    |hot\ docs|eiff|miff|siff|ciff|sitges
    |london\ film\ festival|[\w'.]{2,20}(?:\ [\w'.]{2,20}){0,2}\ (?:film\ )?fest(?:ival)?)"""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_FEW = r"(?:[\w'&.-]{1,20}\ )"
_COLUMN = tuple(
    re.compile(pattern + _SEPARATOR, _FLAGS)
    for pattern in (
        rf"(?:\d{{4}}\ )?{_FESTIVALS}(?:\ '?\d{{2,4}})?(?:\ (?:(?:film|movie|capsule)\ )?reviews?)?",
        r"""(?:(?:on|new\ on|now\ on)\ )?(?:vod|dvd|blu-?ray|bd|4k(?:\ uhd)?|netflix|(?:amazon\ )?prime(?:\ video)?
        |hulu|shudder|disney\+|mubi|apple\ tv\+?|hbo\ max|streaming|home\ video)
        (?:\ (?:reviews?|picks?|releases?|tip|of\ the\ (?:week|month|day)))?""",
        rf"{_FEW}{{0,2}}{_DAY}(?:\ [\w'&-]{{1,20}}){{0,2}}",  # Film Friday, Friday Night Fright
        rf"""{_FEW}{{0,3}}\d{{1,3}}\ (?:days|nights|weeks|films|movies)\ (?:of|in)\ [\w'-]{{2,20}}
        (?:\ [\w'-]{{1,20}}){{0,2}}(?:,?\ (?:day|night|week|film|part|no\.|\#)\ ?\d{{1,3}})?""",
        r"(?:day|week|night|month|episode|ep\.?|entry|film|movie|review)\ \#?\d{1,4}",
        rf"""{_FEW}{{0,4}}(?:rewind|corner|throwback|flashback|spotlight|marathon|challenge|diary|vault|archives?
        |retrospective|picks?|round-?up|inspiration|classics|matinee|critique|verdicts|re-?watch
        |(?:oscar|awards?|movie|film|horror)\ watch|(?:now|still|also)\ (?:showing|playing|streaming)
        |of\ the\ (?:day|week|month|year)|days\ of\ [\w'-]{{2,20}})""",
        rf"(?:{_FEW}{{0,3}}(?:films?|movies|cinema)\ (?:corner|club|blog|diary)|cinema|reviewed)",
        rf"{_FEW}{{1,4}}\#\d{{1,4}}",  # The Essential Films #76
        rf"""(?:the\ )?(?:\d{{1,3}}\ )?(?:best|worst|greatest|top)\ {_FEW}{{0,3}}of\ (?:the|all)\ [\w'-]{{2,12}}
        (?:\ [\w'-]{{2,12}})?""",
        rf"(?!(?:film|movie)s?\ ){_FEW}{{1,3}}(?:reviews|movies|films)",  # a site's name
    )
)
_OPENING = re.compile(  # Thoughts on Rope, Ada's review of Rope, Revisiting Rope
    rf"""(?:(?:(?:my|some|a\ few|final|brief|quick|initial|first)\ ){{0,2}}(?:thoughts|reflections|impressions|notes
      |musings)(?:\ (?:on|about))|(?:a\ )?look(?:ing)?(?:\ back)?\ at|re-?visiting|re-?watching|reviewing
      |{_FEW}{{0,4}}(?:review|rating)\ (?:of|for)
      (?:\ the\ (?:film|movie))?|review(?=\ .{{1,80}}\ [(\[](?:18|19|20)\d\d[)\]]))[:\ ]\ ?(?=["'(\[\w])""",
    _FLAGS,
)


def strip_behind(text: str, start: int, end: int) -> int:
    """Where a stretch of a headline ends without the rating, the certificate and the format behind it.

    >>> for text in ("Rope (15) ***1/2", "Rope - B+", "Rope (Blu-ray)", "Rope: 4/5", "Fahrenheit 9/11", "Plan B"):
    ...     print(text[: strip_behind(text, 0, len(text))])
    Rope
    Rope
    Rope
    Rope
    Fahrenheit 9/11
    Plan B
    """
    for _ in range(4):
        tail = max(start, end - 60)
        found = next((m for pattern in _BEHIND if (m := pattern.search(text, tail, end))), None)
        if found is None or found.start() <= start:
            return end
        end = found.start()
    return end


def strip_before(headline: str, body: str, body_keys: Sequence[str], fold: Callable[[str], str]) -> int:
    """Where a headline begins without stars, a list's number, a column's or a festival's name.

    >>> from bot.text import fold_title
    >>> for text in ("#34: Rope", "TIFF 2019: Rope", "Film Friday: Rope", "Black Sunday: a review", "On DVD: Rope"):
    ...     print(text[strip_before(text, "", (), fold_title) :])
    Rope
    Rope
    Rope
    Black Sunday: a review
    Rope
    """
    at = 0
    for _ in range(3):
        rest = headline[at:]
        found = next((m for pattern in _BEFORE if (m := pattern.match(rest))), None)
        if found is None:
            found = next(
                (m for p in _COLUMN if (m := p.match(rest)) and _heads(m, rest, body, body_keys, fold)), None
            )
        if found is None and (opening := _OPENING.match(rest)) and fold(rest) not in body_keys:
            found = opening
        if found is None or found.end() >= len(rest):
            return at
        at += found.end()
    return at


def _heads(
    column: re.Match[str], rest: str, body: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> bool:
    """Whether what stands behind a column's name is a title, and the text speaks of no film called like the column."""
    title = rest[column.end() :]
    title = title[: strip_behind(title, 0, len(title))]
    name = column.group().rstrip(' :|~-"')
    if fold(name) in body_keys or fold(rest) in body_keys or f"{name}:" in body:
        return False
    first = re.split(r"\s[|~-]\s|:\s|\s[(\[]", title, maxsplit=1)[0].strip("\"' ")
    return fold(first) in body_keys or (
        (looks_like_title(first) or '"' in title or "'" in title[:1])
        and len(first.split()) <= 9
        and not re.fullmatch(r"(?:(?:film|movie)\s)?reviews?.{0,30}", title, re.IGNORECASE)
    )
