"""Mentions of film titles in a review: by type, by quotation marks, by a year behind them, by capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.extract.names import FULL, is_first_name, person_score
from bot.extract.title_words import LINKS, LOOSE_LINKS, MAY_OPEN_TITLE, NEVER_ALONE, SENTENCE_OPENERS
from bot.models import BlockKind, Document
from bot.text import fold

_CAP = r"""(?:
    (?:Mr|Mrs|Ms|Dr|St|Vol|Jr|Sr|Lt|Sgt|Col|Capt|Gen|Prof|Pt|No|vs|Inc|Co)\.(?=\ [A-Z0-9])
  | (?:[A-Z]\.){2,6} | [A-Z]\.(?=\ [A-Z])
  | [A-Z\u00c0-\u00de]\w{0,24}(?:['/-]\w{1,24}|\.\d{1,2}(?!\d)){0,4}
  | \d{1,4}(?:st|nd|rd|th|-[A-Za-z]{1,16})?(?![\w,.]*\d)
)"""
_LINK = (
    r"(?:of|the|a|an|and|&|in|on|at|to|by|for|from|with|or"
    r"|de|la|le|les|el|du|des|der|die|das|del|di|da|vs\.?|y|et)"
)
_CAPITALS = re.compile(
    rf"""(?<![\w'-])
    {_CAP}[!?]?
    (?:
        (?:,?\ (?:{_LINK}\ ){{0,3}}|:\ (?:{_LINK}\ ){{0,2}}|\ [-&]\ )
        {_CAP}[!?]?
    ){{0,11}}""",
    re.VERBOSE,
)
_YEAR = r"(?P<year>(?:18[89]|19\d|20\d)\d)"
_YEAR_BEHIND = re.compile(
    rf"""['"*_]{{0,2}},?\ ?[\[(](?:[A-Z][^()\[\]\n]{{1,40}}?,\ ?|[a-z]{{2,12}}\.?\ )?
    {_YEAR}(?P<range>\ ?[-/]\ ?(?:\d\d(?:\d\d)?)?)?(?:[,;][^()\[\]\n]{{0,60}})?[\])]""",
    re.VERBOSE,
)
_YEAR_BEFORE = re.compile(rf"{_YEAR}(?:'s|\ (?:film|movie|classic|remake|version\ of|hit))[\ \"'*_]{{1,3}}$")
_DIGITS = re.compile(r"\d{4}")
_DOUBLE = re.compile(r'"(?P<title>[^"\n]{1,90})"')
_SINGLE = re.compile(
    r"(?<![\w'`])['`](?P<title>[A-Z0-9](?:[^'`\n]|'(?=[\w])|(?<=s)'(?=\ [a-z])){0,80}?)'(?![\w'])"
)
_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;…\n][\"')\]]{0,2}\s{0,4}[\"'(\[*_-]{0,3}$")
_CONTRACTED = re.compile(r"'(?:m|ll|ve|d|re|t)$")
_PART = re.compile(r"\b(?:Chapter|Part|Episode|Vol|Volume|Book|Act)\b")
_NOT_SUBTITLE = frozenset("it this that he she they i we you but if when why what how there in here".split())
_TRIM = " \t\n\"'`*_,;"
_SURELY_PERSON = 0.85
_MOST_MENTIONS = 4000  # of one review; a text with more is no review


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


def find_mentions(document: Document, view: str) -> list[TitleMention]:
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
    return sorted(taken, key=lambda mention: mention.start)


def looks_like_title(title: str) -> bool:
    """Whether a marked phrase is capitalised as titles are.

    >>> looks_like_title("The Man Who Knew Too Much"), looks_like_title("so bad it hurts"), looks_like_title("Why me?")
    (True, False, False)
    """
    words = _WORD.findall(title)
    if not words or len(words) > 14 or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    heavy = [word for word in words[1:] if word.lower() not in LINKS]
    small = sum(word[0].islower() for word in heavy)
    return small == 0 or (len(heavy) >= 3 and small <= len(heavy) // 3 and title[-1] not in ".?!")


def is_edge(view: str, start: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = view[max(0, start - 8) : start]
    return not before.strip(" \n\"'*_([") or bool(_SENTENCE_END.search(before))


def _mention(view: str, start: int, end: int, sign: str) -> TitleMention | None:
    """A mention without the marks and blanks at its ends, with the year that stands behind it."""
    while start < end and view[start] in _TRIM:
        start += 1
    while end > start and (
        view[end - 1] in _TRIM or (view[end - 1] == "." and not _abbreviated(view, start, end))
    ):
        end -= 1
    if sign == "case" and view.startswith("'s", end - 2):
        end -= 2
    if end <= start:
        return None
    return TitleMention(
        view[start:end], _year_beside(view, start, end), start, end, sign, is_edge(view, start)
    )


def _year_beside(view: str, start: int, end: int) -> int | None:
    """The year behind a title ("Title (1974)"), or before it ("1974's Title")."""
    close = view[end : end + 5]
    if "(" in close or "[" in close:
        behind = _YEAR_BEHIND.match(view, end)
        if behind:
            return None if behind["range"] else int(behind["year"])
    near = max(0, start - 24)
    found = _YEAR_BEFORE.search(view[near:start]) if _DIGITS.search(view, near, start) else None
    return int(found["year"]) if found else None


def _abbreviated(view: str, start: int, end: int) -> bool:
    return view[end - 2 : end - 1].isupper() and end - start > 3 and view[end - 3 : end - 2] in ". "


def _in_italics(document: Document, view: str) -> Iterator[TitleMention]:
    for start, end in document.emphasis:
        if end - start > 100 or "\n" in view[start:end].strip():
            continue
        inner = _YEAR_BEHIND.search(view, start, end)
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
    for pattern in (_DOUBLE, _SINGLE):
        for match in pattern.finditer(view):
            mention = _mention(view, match.start("title"), match.end("title"), "quotes")
            if mention and looks_like_title(mention.title):
                year = mention.year or _year_beside(view, match.start(), match.end())
                yield mention._replace(year=year)


def _by_capitals(document: Document, view: str) -> Iterator[TitleMention]:
    runs = [match.span() for match in _CAPITALS.finditer(view)]
    counts = Counter(view[start:end] for start, end in runs)
    found = [
        mention
        for start, end in runs
        for piece in _split_run(view, start, end, counts)
        if (mention := _mention(view, *piece, "case"))
    ]
    known = {mention.title for mention in found if not mention.edge}
    for mention in found:
        if mention.year is not None:
            yield mention._replace(sign="year")
        elif _is_shouted(mention.title):
            if not view[mention.start : mention.end + 30].isupper():
                yield mention._replace(sign="capitals")
        elif _may_be_title(mention, known):
            named = person_likeness(mention.title) >= _SURELY_PERSON
            yield mention._replace(sign="name") if named else mention


def _split_run(view: str, start: int, end: int, counts: Counter[str]) -> Iterator[tuple[int, int]]:
    """Cut a run of capitals into the names it holds: at commas, sentence openers and doubtful small words."""
    if " " not in view[start:end] and not _CONTRACTED.search(view, start, end):
        yield start, end
        return
    words = [word for word in _WORD.finditer(view, start, end) if not _CONTRACTED.search(word.group())]
    if words and words[-1].group() == "I" and view[end : end + 2].strip().islower():
        words.pop()
    end = words[-1].end() + (view[words[-1].end() : end][:1] in ("!", "?", ".")) if words else end
    if words and is_edge(view, start):
        words = _without_opener(words)
    if not words:
        return
    if len(words) == 1 or (counts[view[words[0].start() : end]] > 1 and "," not in view[start:end]):
        yield words[0].start(), end
        return
    piece = words[0].start()
    for index in range(1, len(words)):
        before, word = words[index - 1], words[index]
        between = view[before.end() : word.start()]
        plain = between == " " and word.group() not in LINKS and not before.group().isupper()
        if plain and not before.group().endswith("'s"):
            continue
        if piece < before.end() and _is_cut(view, piece, words, index, end, between, counts):
            yield piece, before.end() + (between[:1] in "!?")
            piece = next(
                (later.start() for later in words[index:] if later.group() not in LINKS), word.start()
            )
    yield piece, end


def _without_opener(words: list[re.Match[str]]) -> list[re.Match[str]]:
    lead = words[0].group().lower()
    if len(words) == 1 or lead not in SENTENCE_OPENERS or lead in MAY_OPEN_TITLE:
        return words
    rest = words[1:]
    while len(rest) > 1 and rest[0].group() in LOOSE_LINKS:
        rest = rest[1:]
    return rest


def _is_cut(
    view: str,
    piece: int,
    words: list[re.Match[str]],
    index: int,
    end: int,
    between: str,
    counts: Counter[str],
) -> bool:
    """Whether the name that began at ``piece`` ends before the word at ``index``."""
    before, link = words[index - 1], words[index].group()
    left = view[piece : before.end()]
    if between.startswith((",", "!", "?", ";")):
        return True
    if between.startswith(":"):
        return left.isupper() or link.lower() in _NOT_SUBTITLE or all(w in NEVER_ALONE for w in _folded(left))
    if between == " - ":
        return not (_PART.search(left) or _PART.match(link))
    if left.isupper() and len(left) > 6 and not view[words[index].start() : end].isupper() and " " in left:
        return True
    if before.group().endswith("'s") and link not in LINKS:
        person = len(left.split()) > 1 and person_likeness(left[:-2]) >= FULL
        return person or link == "The" or view[words[index].start() : end] in counts
    if link in {"and", "or"}:
        return _is_pair_cut(view, left, words, index, end, counts)
    if link in LINKS and index + 1 < len(words):
        right = view[words[index + 1].start() : end]
        if right in counts or person_likeness(left) >= FULL:
            return True
        return link in LOOSE_LINKS and (len(left.split()) == 1 and is_first_name(left))
    return False


def _is_pair_cut(
    view: str, left: str, words: list[re.Match[str]], index: int, end: int, counts: Counter[str]
) -> bool:
    """Whether "and" stands between two names ("Dune and Rogue One") rather than in one ("Live Free or Die Hard")."""
    after = words[index + 1 :]
    if not after:
        return True
    right = view[after[0].start() : end]
    if left in counts or right in counts or right.startswith(("The ", "A ")) or ":" in left:
        return True
    if after[0].group() == "the":
        return False
    heavy = [sum(word.lower() not in LINKS for word in side.split()) for side in (left, right)]
    if (heavy[0] == 1) != (heavy[1] == 1) or left.startswith("The "):
        return True
    return any(is_first_name(side) or person_likeness(side) >= _SURELY_PERSON for side in (left, right))


@lru_cache(maxsize=4096)
def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


@lru_cache(maxsize=4096)
def person_likeness(name: str) -> float:
    """How much a printed name looks like a person's, 0 to 1."""
    return person_score(_folded(name))


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


def _may_be_title(mention: TitleMention, known: set[str]) -> bool:
    alone = _alone(mention.title)
    return alone is None or (alone and (not mention.edge or mention.title in known))


@lru_cache(maxsize=4096)
def _alone(title: str) -> bool | None:
    """Whether a single word may be a title; None where there are several words."""
    words = _folded(title)
    if not words or all(word in NEVER_ALONE for word in words):
        return False
    if len(words) > 1:
        return None
    return not (len(words[0]) < 3 or words[0].isdigit() or words[0] in SENTENCE_OPENERS or title.isupper())


_STRATEGIES = (_in_italics, _in_quotes, _by_capitals)
"""The surest signs first; a later one never overlaps what an earlier one found."""
