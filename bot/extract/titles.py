"""Mentions of film titles in a review: by type, by quotation marks, by a year behind them, by capitals."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.film_years import YEAR_BEHIND, are_near, year_beside, year_places
from bot.extract.title_runs import SURELY_PERSON, WORD, folded_words, is_edge, person_likeness, split_run
from bot.extract.title_words import LINKS, NEVER_ALONE, SENTENCE_OPENERS
from bot.models import BlockKind, Document
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAP = r"""(?:
    (?:Mr|Mrs|Ms|Dr|St|Vol|Jr|Sr|Lt|Sgt|Col|Capt|Gen|Prof|Pt|No|vs|Inc|Co)\.(?=\ [A-Z0-9])
  | (?:[A-Z]\.){2,6} | [A-Z]\.(?=\ [A-Z])
  | [A-Z\u00c0-\u00de]\w{0,24}(?:['/-]\w{1,24}|\.\d{1,2}(?!\d)){0,4}
  | \d{1,4}(?:st|nd|rd|th|-[A-Za-z]{1,16})?(?![\w,.]{0,40}\d)
)"""
_LINK = (
    r"(?:of|the|a|an|and|&|in|on|at|to|by|for|from|with|or"
    r"|de|la|le|les|el|du|des|der|die|das|del|di|da|vs\.?|y|et)"
)
_SEED = re.compile(r"[A-Z0-9\u00c0-\u00de]")  # a run begins with one; searched for far faster than runs are
_CAPITALS = re.compile(
    rf"""{_CAP}[!?]?
    (?:
        (?:,?\ (?:{_LINK}\ ){{0,3}}|:\ (?:{_LINK}\ ){{0,2}}|\ [-&]\ )
        {_CAP}[!?]?
    ){{0,11}}""",
    re.VERBOSE,
)
_DOUBLE = re.compile(r'"(?P<title>[^"\n]{1,90})"')
_SINGLE = re.compile(
    r"['`](?<![\w'`]['`])(?P<title>[A-Z0-9](?:[^'`\n]|'(?=[\w])|(?<=s)'(?=\ [a-z])){0,80}?)'(?![\w'])"
)
_DOUBLE_OPENING = re.compile(r'"')
_SINGLE_OPENING = re.compile(r"['`](?<![\w'`]['`])(?=[A-Z0-9])")
_IS_FILM = re.compile(  # (Lantana) is a hothouse thriller
    r"""\ (?:is|was)\ (?:an?|the|one\ of(?:\ the)?)\ (?:[\w',-]{1,20}\ ){0,5}
    (?:films?|movies?|thriller|comedy|drama|documentary|western|musical|sequel|remake|masterpiece|romance|melodrama|satire)
    \b(?!-|\ (?:director|maker|critic|star|buff|fan|producer|actor|icon|composer|writer)|maker)""",
    re.VERBOSE,
)
_TRIM = " \t\n\"'`*_,;"
_TRIM_END = _TRIM + "."
_MOST_RUNS = 10_000  # looked at in one text: some 200,000 signs of prose, so that hostile input stays cheap
_MOST_MENTIONS = 4000


class TitleMention(NamedTuple):
    """One place where a film seems to be named."""

    title: str  # as printed, without the marks around it
    year: int | None  # that stands behind it
    start: int
    end: int
    sign: str  # "italics", "quotes", "year", "capitals" (ALL OF IT), "case"; from find_mentions also "name"
    edge: bool = False  # begins a sentence, so that its first capital says nothing


def find_titles(document: Document, view: str) -> tuple[TitleMention, ...]:
    """Find what may be titles of films, this one's and others', in the order of the text and never overlapping.

    >>> text = "Better than Dark Star (1974), and Carrie Fisher liked it."
    >>> [(m.title, m.year, m.sign) for m in find_titles(Document("a", text, ()), text)]
    [('Dark Star', 1974, 'year')]
    """
    return tuple(mention for mention in find_mentions(document, view) if mention.sign != "name")


@lru_cache(maxsize=2)  # several stages ask for the same review's
def find_mentions(document: Document, view: str) -> tuple[TitleMention, ...]:
    """Find titles and, with the sign "name", people's full names too: some films are called by one."""
    taken: list[TitleMention] = []
    free = bytearray(len(view))
    for block in document.blocks:
        if block.kind in (BlockKind.BYLINE, BlockKind.SCORE_BOX):
            free[block.start : block.end] = b"\x01" * (block.end - block.start)
    for strategy in _STRATEGIES:
        for mention in strategy(document, view):
            if len(taken) < _MOST_MENTIONS and 1 not in free[mention.start : mention.end]:
                free[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.start))


def looks_like_title(title: str) -> bool:
    """Whether a marked phrase is capitalised as titles are.

    >>> looks_like_title("The Man Who Knew Too Much"), looks_like_title("so bad it hurts"), looks_like_title("Why me?")
    (True, False, False)
    """
    words = WORD.findall(title)
    if not words or len(words) > 14 or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    heavy = [word for word in words[1:] if word.lower() not in LINKS]
    small = sum(word[0].islower() for word in heavy)
    return small == 0 or (len(heavy) >= 3 and small <= len(heavy) // 3 and title[-1] not in ".?!")


def _mention(view: str, start: int, end: int, sign: str, *, dated: bool = True) -> TitleMention | None:
    """A mention without the marks and blanks at its ends, with the year beside it if the text is ``dated`` there."""
    while start < end and view[start] in _TRIM:
        start += 1
    while end > start and view[end - 1] in _TRIM_END:
        if view[end - 1] == "." and _abbreviated(view, start, end):
            break
        end -= 1
    if sign == "case" and view.startswith("'s", end - 2):
        end -= 2
    if end <= start:
        return None
    year = year_beside(view, start, end) if dated else None
    return TitleMention(view[start:end], year, start, end, sign, is_edge(view, start))


def _abbreviated(view: str, start: int, end: int) -> bool:
    return view[end - 2 : end - 1].isupper() and end - start > 3 and view[end - 3 : end - 2] in ". "


def _in_italics(document: Document, view: str) -> Iterator[TitleMention]:
    for start, end in document.emphasis[:_MOST_RUNS]:
        if end - start > 100 or "\n" in view[start:end].strip():
            continue
        inner = YEAR_BEHIND.search(view, start, end)
        mention = _mention(view, start, inner.start() if inner else end, "italics")
        if mention and looks_like_title(mention.title) and not _is_label(view, mention):
            yield mention


def _is_label(view: str, mention: TitleMention) -> bool:
    """Bold labels ("Rating:") and whole lines set in bold are no titles."""
    after = view[mention.end : mention.end + 3].lstrip("*_ ")
    line = (
        mention.edge
        and (not after or after[0] in ":\n")
        and (mention.start == 0 or view[mention.start - 1] == "\n")
    )
    return line or mention.title.endswith(":") or fold(mention.title) in NEVER_ALONE


def _in_quotes(document: Document, view: str) -> Iterator[TitleMention]:
    for pattern, opening in ((_DOUBLE, _DOUBLE_OPENING), (_SINGLE, _SINGLE_OPENING)):
        at = 0
        for place in islice(opening.finditer(view), _MOST_RUNS):
            match = pattern.match(view, place.start()) if place.start() >= at else None
            if match is None:
                continue
            at = match.end()
            mention = _mention(view, match.start("title"), match.end("title"), "quotes")
            if mention and looks_like_title(mention.title):
                year = mention.year or year_beside(view, match.start(), match.end())
                yield mention._replace(year=year)


def _runs(view: str) -> Iterator[tuple[int, int]]:
    """Every run of capitalised words, small words between them included."""
    at = 0
    while seed := _SEED.search(view, at):
        at = seed.start()
        before = view[at - 1] if at else " "
        match = None if before.isalnum() or before in "_'-" else _CAPITALS.match(view, at)
        if match:
            yield match.span()
            at = match.end()
        else:
            at += 1


def _by_capitals(document: Document, view: str) -> Iterator[TitleMention]:
    runs = list(islice(_runs(view), _MOST_RUNS))
    printed = [view[start:end] for start, end in runs]
    counts = Counter(printed)
    years = year_places(view)
    found: list[TitleMention] = []
    for (start, end), word in zip(runs, printed, strict=True):
        dated = bool(years) and are_near(years, start, end)
        if " " in word or "'" in word:
            pieces = split_run(view, start, end, counts)
        elif dated or word.isupper() or _alone(word):
            pieces = iter(((start, end),))
        else:  # most capitals merely begin a sentence
            continue
        for piece in pieces:
            mention = _mention(view, *piece, "case", dated=dated)
            if mention:
                found.append(mention)
    known = {mention.title for mention in found if not mention.edge}
    for mention in found:
        if mention.year is not None:
            yield mention._replace(sign="year")
        elif mention.title.isupper() and _is_shouted(mention.title):
            if not view[mention.start : mention.end + 30].isupper():
                yield mention._replace(sign="capitals")
        elif _may_be_title(mention, known, view):
            named = person_likeness(mention.title) >= SURELY_PERSON
            yield mention._replace(sign="name") if named else mention


@lru_cache(maxsize=4096)
def _is_shouted(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    words = title.split()
    return (
        3 < len(letters) < 50
        and not title.startswith(("SPOILER", "WARNING"))
        and title.isupper()
        and (len(words) > 1 or len(letters) > 4)
        and fold(title) not in NEVER_ALONE
    )


def _may_be_title(mention: TitleMention, known: set[str], view: str) -> bool:
    alone = _alone(mention.title)
    if alone and mention.edge and mention.title not in known:
        return bool(_IS_FILM.match(view, mention.end))
    return alone is not False


@lru_cache(maxsize=4096)
def _alone(title: str) -> bool | None:
    """Whether a single word may be a title; None where there are several words."""
    words = folded_words(title)
    if not words or all(word in NEVER_ALONE for word in words):
        return False
    if len(words) > 1:
        return None
    return not (len(words[0]) < 3 or words[0].isdigit() or words[0] in SENTENCE_OPENERS or title.isupper())


_STRATEGIES = (_in_italics, _in_quotes, _by_capitals)
"""The surest signs first; a later one never overlaps what an earlier one found."""
