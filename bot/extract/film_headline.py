"""The film in a review's headline: "‘Dark Star’ Review: ...", "Dark Star (1974)", "Film Review - Dark Star"."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from bot.extract.headline_pieces import (
    FESTIVAL,
    LABEL,
    REVIEW,
    SEGMENT,
    TRIM,
    HeadlineTitle,
    is_site,
    named_in,
    whole_headline,
)
from bot.extract.headline_rims import strip_before, strip_behind
from bot.extract.headline_sentence import named_in_sentence, without_owner
from bot.extract.title_runs import SURELY_PERSON, person_likeness
from bot.extract.title_words import LINKS
from bot.extract.titles import looks_like_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_YEAR = r"(?P<year>(?:18[89]|19\d|20\d)\d)"
_WITH_YEAR = re.compile(
    rf"""^(?P<title>.{{1,120}}?)['"*_]?,?\s?[(\[](?P<inside>[^()\[\]]{{0,60}}?){_YEAR}[^()\[\]]{{0,160}}[)\]]""",
    re.VERBOSE,
)
_YEAR_APART = re.compile(  # Dark Star | 1974, Dark Star - 1974 - Movie Review, Dark Star, 1974
    rf"""^(?P<title>.{{1,120}}?)(?:,|\s?[|•·]|\s-{{1,2}}|\s::)\s?{_YEAR}(?:\s?[|•·,:]\s?.{{0,80}}|\s-{{1,2}}\s.{{0,80}})?$""",
    re.VERBOSE,
)
_YEAR_FIRST = re.compile(rf"^[(\[]{_YEAR}[)\]]\s(?P<title>.{{1,120}})$")
_DAY = re.compile(
    r"""\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?
    |oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s\d{1,2}(?:st|nd|rd|th)?)?\s?$""",
    re.VERBOSE | re.IGNORECASE,
)
_SHOUTED = re.compile(
    r"(?i:(?:(?:film|movie)\s)?review\s?[:|-]\s)?(?P<title>[A-Z0-9][A-Z0-9'&.!?/ -]{2,60}?)"
    r"\s?(?:,|:|\s-)\s(?=[A-Z]?[a-z])"
)
_BARE_YEAR = re.compile(rf"(?P<title>.{{2,80}}?)\s{_YEAR}$")
_DATE_ALONE = re.compile(
    r"(?:[a-z]{3,9},?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}|[a-z]{3,9}\s\d{1,2})(?:,?\s\d{4})?",
    re.IGNORECASE,
)
_LABELLED = re.compile(  # Movie: Dark Star; Film of the Week: Dark Star; Film #12 - Dark Star
    r"""^(?:the\s)?(?:(?:film|movie)(?:\s(?:title|name|of\sthe\s(?:week|month|day|night)))?|title|name\sof\s(?:the\s)?(?:film|movie)
      |(?:film|movie)\s(?:\#|no\.?\s?)?\d{1,4}|(?:now\s|just\s|re-?)?watch(?:ed|ing)|seen|at\sthe\s(?:movies|cinema)|(?:on\s)?(?:dvd|blu-?ray)
      |(?:tonight's|today's|last\snight's|this\sweek's)\s(?:film|movie))\s?(?:[:|»]|-(?=\s))\s?(?P<title>\S.{0,160})$""",
    re.VERBOSE | re.IGNORECASE,
)
_SALUTATION = re.compile(r"(?:dear|hello|hey|hi)\s[^,]{2,60},\s?$", re.IGNORECASE)  # of a letter
_QUOTED = re.compile(
    r"\"(?P<double>[^\"]{1,90})\"|(?<![\w])'(?P<single>[^'\n](?:[^']|'(?=\w)){0,90}?)'(?!\w)"
)
_REVIEW_FIRST = re.compile(
    rf"""^(?:a\s)?(?:{REVIEW}|[\[(]{REVIEW}[\])])(?:\s(?:of|for)\s|\s?[:|»~-]+\s?|(?<=[\])])\s|\s\#?\d{{1,4}}\s?[:.-]\s?)
    (?:the\s(?:film|movie)\s)?(?P<title>.{{1,160}})$""",
    re.VERBOSE | re.IGNORECASE,
)
_REVIEW_LAST = re.compile(
    rf"""^(?P<title>.{{1,120}}?)['"*_]?\s?[(\[|:,»~-]{{0,3}}\s?\b(?:(?:a|an|the|my|our|(?-i:in))\s)?(?P<word>{REVIEW}|reviewed)\b\)?.{{0,160}}$""",
    re.VERBOSE | re.IGNORECASE,
)
_BY_NAME = re.compile(r"['\"]?,?\s(?:-\s)?[Bb]y\s(?P<name>[^\W\d_]\S{0,24}(?:\s\S{1,24}){1,2})$")
_MADE_BY = re.compile(r",\s(?:directed\sby|dir\.?(?:\sby)?:?)\s[^\W\d_a-z].{2,120}$")
_TRANSLATION = re.compile(r"\s\([A-Z][^()\d]{3,60}\)$")


def read_headline(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str], body: str = ""
) -> HeadlineTitle | None:
    """Read the film's title off a headline; ``body_keys`` are folded titles of the text ``body``, likeliest first.

    >>> from bot.text import fold_title
    >>> found = read_headline("Film Review: Dark Star (1974)", (), fold_title)
    >>> "Film Review: Dark Star (1974)"[found.start : found.end], found.year
    ('Dark Star', 1974)
    """
    if _SALUTATION.match(headline):
        return None
    offset = strip_before(headline, body, body_keys, fold)
    headline = headline[offset:]
    if (made := _MADE_BY.search(headline)) and made.start():
        headline = headline[: made.start()]
    if (by := _BY_NAME.search(headline)) and person_likeness(by["name"]) >= SURELY_PERSON:
        headline = headline[: by.start()]
    headline = headline[: strip_behind(headline, 0, len(headline))]
    for strategy in (*_STRATEGIES, partial(_sentence, body=body)):
        for found in strategy(headline, body_keys, fold):
            start, end = _trim(headline, found.start, strip_behind(headline, found.start, found.end))
            title = headline[start:end]
            other = _TRANSLATION.search(title)  # Y Tu Mama Tambien (And Your Mother Too)
            if other and fold(title[: other.start()]) in body_keys[:3] and fold(title) not in body_keys:
                end = start + other.start()
                title = headline[start:end]
            owner = without_owner(title)
            if owner and fold(title[owner:]) in body_keys and fold(title) not in body_keys:
                start += owner
            if start < end and fold(headline[start:end]):
                return found._replace(start=start + offset, end=end + offset)
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and (
        text[end - 1] in TRIM or (text[end - 1] == "." and end - start > 5 and not text[end - 2].isupper())
    ):
        end -= 1
    return start, end


def _with_year(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> Iterator[HeadlineTitle]:
    """A title and its year in brackets; so is the year of the festival it was seen at."""
    match = _WITH_YEAR.match(headline)
    if match and len(match["title"].split()) <= 14:
        start = _after_label(headline, match.end("title"))
        inside = match["inside"].strip()
        dated = not inside or inside[0].islower() or "," in inside or FESTIVAL.search(inside)
        year = int(match["year"]) if dated else None
        quoted = _QUOTED.search(headline, start, match.end("title") + 1)
        if quoted:
            yield HeadlineTitle(*quoted.span(quoted.lastgroup or 0), year, "headline: quoted, year", 0.97)
        else:
            yield HeadlineTitle(start, match.end("title"), year, "headline: year", 0.97)


def _year_apart(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> Iterator[HeadlineTitle]:
    """A title and its year with a bar, a dash or a comma between; a date has a day or a month there."""
    match = _YEAR_APART.match(headline) or _YEAR_FIRST.match(headline)
    if match and len(match["title"].split()) <= 12 and not _DAY.search(match["title"]):
        start = max(match.start("title"), _after_label(headline, match.end("title")))
        end = match.end("title")
        last = _REVIEW_LAST.match(headline[:end])
        if last and not start:
            end = last.end("title")
        if not LABEL.match(headline[start:end].strip(TRIM)):
            yield HeadlineTitle(start, end, int(match["year"]), "headline: year apart", 0.93)


def _shouted(headline: str, body_keys: Sequence[str], fold: Callable[[str], str]) -> Iterator[HeadlineTitle]:
    """SALT ROAD, Or How to Lose a Lamp: a title in capitals before words that aren't."""
    match = _SHOUTED.match(headline)
    if match and not LABEL.match(match["title"]):
        sure = 0.92 if fold(match["title"]) in body_keys else 0.85
        yield HeadlineTitle(*match.span("title"), None, "headline: in capitals", sure)


def _bare_year(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> Iterator[HeadlineTitle]:
    """Salt Road 1974, where the text speaks of Salt Road alone."""
    match = _BARE_YEAR.match(headline)
    if match and fold(match["title"]) in body_keys[:3] and fold(headline) not in body_keys:
        yield HeadlineTitle(*match.span("title"), int(match["year"]), "headline: year", 0.9)


def _labelled(headline: str, body_keys: Sequence[str], fold: Callable[[str], str]) -> Iterator[HeadlineTitle]:
    """What stands behind "Movie:"."""
    match = _LABELLED.match(headline)
    if match and len(match["title"].split()) <= 12 and not _DATE_ALONE.fullmatch(match["title"]):
        last = _REVIEW_LAST.match(match["title"])
        end = match.start("title") + (last.end("title") if last else len(match["title"]))
        yield HeadlineTitle(match.start("title"), end, None, "headline: labelled", 0.9)


def _after_label(headline: str, end: int) -> int:
    """Where the title begins behind a leading "Film Review:"."""
    match = _REVIEW_FIRST.match(headline[:end]) or _LABELLED.match(headline[:end])
    return match.start("title") if match else 0


def _quoted(headline: str, body_keys: Sequence[str], fold: Callable[[str], str]) -> Iterator[HeadlineTitle]:
    for match in _QUOTED.finditer(headline):
        start, end = match.span(match.lastgroup or 0)
        if not looks_like_title(headline[start:end]):
            continue
        named = fold(headline[start:end].strip(TRIM)) in body_keys
        before = headline[: match.start()].rstrip()
        behind_column = before.endswith(":") and len(before.split()) <= 6
        at_edge = match.start() == 0 or behind_column or "review" in headline.lower()
        if named or at_edge:
            yield HeadlineTitle(start, end, None, "headline: quoted", 0.95 if named else 0.85)


def _beside_review(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> Iterator[HeadlineTitle]:
    """What stands before or behind the word "review"."""
    first = _REVIEW_FIRST.match(headline)
    if first:
        yield from _leading_title(
            headline, first.start("title"), first.end("title"), body_keys, fold, "headline: review of"
        )
    last = _REVIEW_LAST.match(headline)
    plural = last is not None and last["word"].lower().endswith("reviews")
    if last and not first and not (plural and fold(last["title"]) not in body_keys):
        cut = list(SEGMENT.finditer(headline, 0, last.end("title")))
        start = cut[-1].end() if cut and is_site(headline[: cut[-1].start()]) else 0
        if len(headline[start : last.end("title")].split()) <= 12:
            yield HeadlineTitle(start, last.end("title"), None, "headline: review", 0.93)


def _leading_title(
    headline: str, start: int, end: int, body_keys: Sequence[str], fold: Callable[[str], str], rule: str
) -> Iterator[HeadlineTitle]:
    """The title that a stretch begins with: all of it, or as much as the text itself calls the film."""
    for separator in SEGMENT.finditer(headline, start, end):
        if is_site(headline[separator.end() : end]) or fold(headline[start : separator.start()]) in body_keys:
            end = separator.start()
            break
    stretch = headline[start:end]
    longest = named_in(stretch, body_keys, fold, leading=True)
    whole = looks_like_title(stretch) and len(stretch.split()) <= 9
    if longest and not (whole and len(stretch.split()) <= 5):
        yield HeadlineTitle(start + longest[0], start + longest[1], None, rule, 0.93)
    elif (whole and not _before_pun(stretch)) or (start and len(stretch.split()) <= 4):
        yield HeadlineTitle(start, end, None, rule, 0.9)
    elif pun := _before_pun(stretch):
        yield HeadlineTitle(start, start + pun, None, rule, 0.85)
    elif ":" in stretch and looks_like_title(stretch.partition(":")[0]):
        yield HeadlineTitle(start, start + stretch.index(":"), None, rule, 0.75)


def _before_pun(stretch: str) -> int:
    """Where a title ends before a sentence behind a dash or colon, "Rope - The knot holds"; 0 where none stands."""
    for separator in re.finditer(r"\s-{1,2}\s|:\s", stretch):
        behind = stretch[separator.end() :].split()
        plain = [word for word in behind if word[:1].islower() and word.lower() not in LINKS]
        if (
            plain
            and (len(behind) > 2 or behind[0] in plain)
            and looks_like_title(stretch[: separator.start()])
        ):
            return separator.start()
    return 0


def _behind_column(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> Iterator[HeadlineTitle]:
    """A column's name before the film: "Tin Robots Week: Dark Star", where the text speaks of Dark Star alone.

    A series' name stands in the text too, so that none of the keys may hold a word of what stands before.
    """
    column, colon, title = headline.rpartition(": ")
    if not colon or ": " in column or fold(title) not in body_keys[:3]:
        return
    words = [word for word in fold(column).split() if len(word) > 3]
    if words and not any(word in key.split() for word in words for key in body_keys):
        yield HeadlineTitle(len(column) + 2, len(headline), None, "headline: behind a column's name", 0.86)


def _sentence(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str], *, body: str
) -> Iterator[HeadlineTitle]:
    """A headline that says something of the film: what the text names too, else what stands first."""
    found = list(named_in_sentence(headline, body))
    for start, end, said in sorted(found, key=lambda one: not one[2]):
        yield HeadlineTitle(start, end, None, "headline: in a sentence", 0.8 if said else 0.6)


_STRATEGIES = (
    _with_year,
    _year_apart,
    _bare_year,
    _shouted,
    _quoted,
    _labelled,
    _beside_review,
    _behind_column,
    whole_headline,
)
"""The surest reading first; the first that gives a title wins."""
