"""The film in a review's headline: "‘Dark Star’ Review: ...", "Dark Star (1974)", "Film Review - Dark Star"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.title_runs import SURELY_PERSON, person_likeness
from bot.extract.title_words import LINKS, SITE_WORDS
from bot.extract.titles import looks_like_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_YEAR = r"(?P<year>(?:18[89]|19\d|20\d)\d)"
_REVIEW = (
    r"(?:(?:advance|early|spoiler-?free|non-?spoiler|full|quick|mini|my|dvd|blu-?ray|4k|uhd|streaming|theat(?:er|re)"
    r"|netflix|festival|sundance|tiff|cannes|sxsw|capsule|classic|throwback|movie|film|cinema"
    r"|short|brief|belated|honest|in-?depth|detailed|personal|spoilery?)\s){0,3}reviews?"
)

_WITH_YEAR = re.compile(
    rf"""^(?P<title>.{{1,120}}?)['"*_]?,?\s?[(\[](?P<inside>[^()\[\]]{{0,60}}?){_YEAR}[^()\[\]]{{0,30}}[)\]]""",
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
_LABELLED = re.compile(  # Movie: Dark Star; Film of the Week: Dark Star; Film #12 - Dark Star
    r"""^(?:the\s)?(?:(?:film|movie)(?:\s(?:title|name|of\sthe\s(?:week|month|day|night)))?|title|name\sof\s(?:the\s)?(?:film|movie)
      |(?:film|movie)\s(?:\#|no\.?\s?)?\d{1,4}|(?:now\s|just\s|re-?)?watch(?:ed|ing)|seen|at\sthe\s(?:movies|cinema)|(?:on\s)?(?:dvd|blu-?ray)
      |(?:tonight's|today's|last\snight's|this\sweek's)\s(?:film|movie))\s?(?:[:|»]|-(?=\s))\s?(?P<title>\S.{0,160})$""",
    re.VERBOSE | re.IGNORECASE,
)
_SALUTATION = re.compile(r"(?:dear|hello|hey|hi)\s[^,]{2,60},\s?$", re.IGNORECASE)  # of a letter
_KIND_BEHIND = re.compile(  # Dark Star (film), Dark Star (PG-13) ***
    r"""\s?[(\[](?:(?:the\s)?(?:film|movie|motion\spicture)|g|pg(?:-13)?|r|nc-17|nr|12a|not\srated|unrated)[)\]]
    \s?(?:[*★]{1,5}(?:\s?(?:½|1/2))?)?\s?$""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_LIST = re.compile(r"\#?\d{1,3}[.)]\s+(?=[^\W\d_a-z])")  # 13. Dark Star
_FESTIVAL = re.compile(r"fest|sundance|tiff|sxsw|cannes|venice|berlinale|telluride|premiere", re.IGNORECASE)
_QUOTED = re.compile(
    r"\"(?P<double>[^\"]{1,90})\"|(?<![\w])'(?P<single>[^'\n](?:[^']|'(?=\w)){0,90}?)'(?!\w)"
)
_REVIEW_FIRST = re.compile(
    rf"""^(?:a\s)?(?:{_REVIEW}|[\[(]{_REVIEW}[\])])(?:\s(?:of|for)\s|\s?[:|»~-]+\s?|(?<=[\])])\s|\s\#?\d{{1,4}}\s?[:.-]\s?)
    (?:the\s(?:film|movie)\s)?(?P<title>.{{1,160}})$""",
    re.VERBOSE | re.IGNORECASE,
)
_REVIEW_LAST = re.compile(
    rf"""^(?P<title>.{{1,120}}?)['"*_]?\s?[(\[|:,»~-]{{0,3}}\s?\b(?:(?:a|an|the|my|our)\s)?{_REVIEW}\b\)?.{{0,160}}$""",
    re.VERBOSE | re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s[|»•·]\s|\s::\s|\s-{1,2}\s")
_LABEL = re.compile(
    rf"^(?:{_REVIEW}|film|movie|reviewed|news|cinema|now\sshowing|in\stheaters|spoilers?)$", re.IGNORECASE
)
_TRIM = " \t\"'*_,;:|-"


class HeadlineTitle(NamedTuple):
    """A title read from a headline; offsets count within it."""

    start: int
    end: int
    year: int | None
    rule: str
    confidence: float


def read_headline(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> HeadlineTitle | None:
    """Read the film's title off a headline; ``body_keys`` are folded titles of the text, likeliest first.

    >>> from bot.text import fold_title
    >>> found = read_headline("Film Review: Dark Star (1974)", (), fold_title)
    >>> "Film Review: Dark Star (1974)"[found.start : found.end], found.year
    ('Dark Star', 1974)
    """
    if _SALUTATION.match(headline):
        return None
    if kind := _KIND_BEHIND.search(headline, 1):
        headline = headline[: kind.start()]
    if numbered := _IN_LIST.match(headline):
        headline = " " * numbered.end() + headline[numbered.end() :]
    for strategy in _STRATEGIES:
        for found in strategy(headline, body_keys, fold):
            start, end = _trim(headline, found.start, found.end)
            if start < end and fold(headline[start:end]):
                return found._replace(start=start, end=end)
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and (
        text[end - 1] in _TRIM or (text[end - 1] == "." and end - start > 5 and not text[end - 2].isupper())
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
        dated = not inside or inside[0].islower() or "," in inside or _FESTIVAL.search(inside)
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
        if not _LABEL.match(headline[start:end].strip(_TRIM)):
            yield HeadlineTitle(start, end, int(match["year"]), "headline: year apart", 0.93)


def _labelled(headline: str, body_keys: Sequence[str], fold: Callable[[str], str]) -> Iterator[HeadlineTitle]:
    """What stands behind "Movie:"."""
    match = _LABELLED.match(headline)
    if match and len(match["title"].split()) <= 12:
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
        named = fold(headline[start:end].strip(_TRIM)) in body_keys
        behind_column = headline[: match.start()].rstrip().endswith(":") and match.end() == len(
            headline.rstrip()
        )
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
    if last and not first:
        cut = list(_SEGMENT.finditer(headline, 0, last.end("title")))
        start = cut[-1].end() if cut and _is_site(headline[: cut[-1].start()]) else 0
        if len(headline[start : last.end("title")].split()) <= 12:
            yield HeadlineTitle(start, last.end("title"), None, "headline: review", 0.93)


def _leading_title(
    headline: str, start: int, end: int, body_keys: Sequence[str], fold: Callable[[str], str], rule: str
) -> Iterator[HeadlineTitle]:
    """The title that a stretch begins with: all of it, or as much as the text itself calls the film."""
    for separator in _SEGMENT.finditer(headline, start, end):
        if (
            _is_site(headline[separator.end() : end])
            or fold(headline[start : separator.start()]) in body_keys
        ):
            end = separator.start()
            break
    stretch = headline[start:end]
    longest = _named_in(stretch, body_keys, fold, leading=True)
    whole = looks_like_title(stretch) and len(stretch.split()) <= 9
    if longest and not (whole and len(stretch.split()) <= 5):
        yield HeadlineTitle(start + longest[0], start + longest[1], None, rule, 0.93)
    elif whole or (start and len(stretch.split()) <= 4):
        yield HeadlineTitle(start, end, None, rule, 0.9)
    elif ":" in stretch and looks_like_title(stretch.partition(":")[0]):
        yield HeadlineTitle(start, start + stretch.index(":"), None, rule, 0.75)


def _behind_column(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> Iterator[HeadlineTitle]:
    """A column's name before the film: "Tin Robots Week: Dark Star", where the text speaks of Dark Star alone.

    A series' name stands in the text too, so that none of the keys may hold a word of what stands before.
    """
    column, colon, title = headline.rpartition(": ")
    if not colon or ": " in column or fold(title) not in body_keys[:1]:
        return
    words = [word for word in fold(column).split() if len(word) > 3]
    if words and not any(word in key.split() for word in words for key in body_keys):
        yield HeadlineTitle(len(column) + 2, len(headline), None, "headline: behind a column's name", 0.86)


def _whole(headline: str, body_keys: Sequence[str], fold: Callable[[str], str]) -> Iterator[HeadlineTitle]:
    """A headline that is nothing but the title, with or without a site's name."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for separator in [*_SEGMENT.finditer(headline), None]:
        end = separator.start() if separator else len(headline)
        if not _LABEL.match(headline[at:end].strip(_TRIM)) and not (pieces and _is_site(headline[at:end])):
            pieces.append((at, end))
        at = separator.end() if separator else end
    if not pieces:
        return
    known = [(start, end) for start, end in pieces if fold(headline[start:end].strip(_TRIM)) in body_keys]
    start, end = known[0] if known else (pieces[0][0], pieces[-1][1] if len(pieces) <= 2 else pieces[0][1])
    stretch = headline[start:end].strip(_TRIM)
    inside = None if known else _named_in(stretch, body_keys, fold, leading=False)
    words = stretch.split()
    plain = [word for word in words if word[:1].islower() and word.lower() not in LINKS]
    titled = looks_like_title(stretch) and not plain
    if known or (titled and len(words) <= (7 if ":" in stretch else 5)):
        sure = 0.95 if known else 0.5 if person_likeness(stretch) >= SURELY_PERSON else 0.85
        yield HeadlineTitle(start, end, None, "headline: whole", sure)
    elif inside:
        offset = headline.index(stretch, start)
        yield HeadlineTitle(offset + inside[0], offset + inside[1], None, "headline: named in the text", 0.85)
    elif titled or len(words) <= 4:
        yield HeadlineTitle(start, end, None, "headline: whole", 0.7 if titled and len(words) <= 10 else 0.45)


def _named_in(
    stretch: str, body_keys: Sequence[str], fold: Callable[[str], str], *, leading: bool
) -> tuple[int, int] | None:
    """The likeliest of the text's own titles that stands in a stretch; of overlapping ones the longer."""
    spans = [match.span() for match in re.finditer(r"\S+", stretch)][:30]
    folded = [fold(stretch[a:b]) or "\0" for a, b in spans]
    keys = set(body_keys)
    best: tuple[int, tuple[int, int]] | None = None
    for i in range(len(spans) if not leading else min(len(spans), 1)):
        if (
            not stretch[spans[i][0]].isupper()
            and not stretch[spans[i][0]].isdigit()
            and stretch[spans[i][0]] not in "\"'"
        ):
            continue
        for j in range(min(len(spans), i + 12), i, -1):
            key = fold(stretch[spans[i][0] : spans[j - 1][1]].strip(_TRIM))
            if key in keys and not (j - i == 1 and len(folded[i]) < 3):
                rank = body_keys.index(key) - 2 * (j - i)
                if best is None or rank < best[0]:
                    best = rank, (spans[i][0], spans[j - 1][1])
                break
    return best[1] if best else None


def _is_site(segment: str) -> bool:
    words = re.findall(r"[\w']+", segment.lower())
    return not words or any(word in SITE_WORDS for word in words) or "." in segment.strip(".")


_STRATEGIES = (_with_year, _year_apart, _quoted, _labelled, _beside_review, _behind_column, _whole)
"""The surest reading first; the first that gives a title wins."""
