"""How a review speaks of each title it mentions: the evidence that one of them is the film it is about."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from math import log1p
from typing import TYPE_CHECKING

from bot.extract.names import is_first_name
from bot.extract.title_runs import person_likeness
from bot.extract.title_words import (
    BEFORE_FILM,
    COMPARED,
    COPULAS,
    FILM_NOUNS,
    FILM_VERBS,
    INSIDE,
    PERSON_VERBS,
    ROLE_BEFORE,
    SEEN,
)
from bot.models import BlockKind, Document
from bot.text import fold_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.titles import TitleMention

_BEFORE, _AFTER = 32, 90  # signs of context looked at on either side
_PLAYED = re.compile(r" ?\((?:[A-Z][\w.'-]{0,20} ){1,3}[A-Z][\w.'-]{1,20}\)")
_PART = re.compile(r"(?:Part|Chapter|Volume|Vol\.?|Act|Episode|Phase)\ (?:\w{1,6})", re.IGNORECASE)
_NO_FILM = re.compile(  # a day, a region
    r"""(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?
      |Dec(?:ember)?)\.?\ (?:the\ )?\d{1,2}(?:st|nd|rd|th)?
    | (?:the\ )?(?:(?:Pacific|Atlantic|American|Deep|Far|Upper|Lower|Middle|Old)\ )?
      (?:North|South|Mid)?-?(?:East|West)(?:ern)?(?:\ Coast)?
    | (?:the\ )?(?:Pacific|Atlantic|American|Deep|Far|Global)\ (?:North|South)""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = "\"'*_"
_BARE = frozenset(("the", "a", "an", "of", "to", "in", "for"))
_AND = frozenset(("and", "or"))
_APPOSED = frozenset(("a", "an", "the", "his", "her", "their", "director", "which"))
_SAYS = (
    ("film before", BEFORE_FILM),
    ("seen", SEEN),
    ("inside", INSIDE),
    ("compared", COMPARED),
    ("role", ROLE_BEFORE),
)
_BEFORE_TITLE = {
    word: tuple(name for name, words in _SAYS if word in words)
    for word in frozenset().union(*(w for _, w in _SAYS))
}
"""What each word just before a title says of it."""


@dataclass(slots=True)
class TitleEvidence:
    """One title with all its mentions, and the named measures of what they say."""

    key: str
    mentions: list[TitleMention] = field(default_factory=list)
    measures: dict[str, float] = field(default_factory=dict)

    @property
    def first(self) -> TitleMention:
        """The mention that stands for them all: the best marked one, then the first."""
        return min(self.mentions, key=_plainness) if len(self.mentions) > 1 else self.mentions[0]


_MARKED = frozenset(("italics", "quotes", "year"))
_ORDER = {"italics": 0, "quotes": 1, "year": 1, "case": 2, "capitals": 3, "name": 4}


def _plainness(mention: TitleMention) -> tuple[int, bool, int]:
    return _ORDER[mention.sign], mention.edge, mention.start


_key = lru_cache(maxsize=4096)(fold_title)
_is_first_name = lru_cache(maxsize=4096)(is_first_name)


def weigh_titles(document: Document, view: str, mentions: Sequence[TitleMention]) -> list[TitleEvidence]:
    """Gather the mentions of the text's body by title and measure each title; a name met once is none."""
    bodies = [(block.start, block.end) for block in document.blocks if block.kind is BlockKind.BODY]
    groups: dict[str, TitleEvidence] = {}
    for mention in mentions:
        key = _key(mention.title)
        index = _body_index(bodies, mention.start)
        if (
            key
            and index >= 0
            and not _is_heading(bodies[index], mention)
            and not _PART.fullmatch(mention.title)
            and not (mention.sign not in _MARKED and _NO_FILM.fullmatch(mention.title))
        ):
            groups.setdefault(key, TitleEvidence(key)).mentions.append(mention)
    marked = sum(m.sign in {"italics", "quotes"} for e in groups.values() for m in e.mentions)
    likely = [e for e in groups.values() if len(e.mentions) > 1 or e.mentions[0].sign != "name"]
    for evidence in likely:
        evidence.measures = _measure(evidence, view, bodies)
        evidence.measures["marked elsewhere"] = float(marked >= 2 and "marked" not in evidence.measures)
        if " " not in evidence.key:
            evidence.measures["also a plain word"] = float(f" {evidence.key}" in view)
    _measure_parts(groups)
    return likely


def _is_heading(body: tuple[int, int], mention: TitleMention) -> bool:
    """Whether a paragraph is nothing but these words, and unmarked."""
    return (
        body == (mention.start, mention.end) and mention.sign in {"case", "capitals", "name"} and body[0] > 0
    )


def _body_index(bodies: Sequence[tuple[int, int]], offset: int) -> int:
    """The body paragraph an offset lies in, -1 where in none."""
    index = bisect_right(bodies, (offset, sys.maxsize)) - 1
    return index if index >= 0 and bodies[index][1] > offset else -1


def _context(view: str, mention: TitleMention) -> list[str]:
    """Name what the words on either side of a mention say of it."""
    found: list[str] = []
    low = max(0, mention.start - _BEFORE)
    before = view[low : mention.start].rstrip(_MARKS + "(").lower()
    if before.endswith((" ", "\n")) and (words := before.split()):
        last, previous = words[-1], words[-2] if len(words) > 1 else ""
        if last in _BARE and (previous in COMPARED or previous in BEFORE_FILM):
            last, previous = previous, last
        found += _BEFORE_TITLE.get(last, ())
        if last not in COMPARED and last.rstrip(",") in COMPARED:
            found.append("compared")
        if last.endswith(",") or (last in _AND and previous):
            found.append("listed before")
    _context_behind(view[mention.end : mention.end + _AFTER].lstrip(_MARKS), found)
    return found


def _context_behind(after: str, found: list[str]) -> None:
    if after.startswith(" ("):
        if _PLAYED.match(after):
            found.append("played")
        close = after.find(")")
        after = after[close + 1 :] if close >= 0 else after
    if after.startswith("s "):
        found.append("owns")
    elif after.startswith(" "):
        parts = after.split(None, 1)
        if not parts:
            return
        first = parts[0].strip(_MARKS)
        if first in COPULAS:
            found.append("copula")
            if _names_film(after.split()[1:9]):
                found.append("is film")
        elif first in FILM_VERBS:
            found.append("verb")
        elif first in PERSON_VERBS:
            found.append("person verb")
        elif first in _AND:
            found.append("listed after")
    elif after.startswith((", ", " - ")):
        words = after[2:].split()[:7]
        if words and words[0].strip(_MARKS)[:1].isupper():
            found.append("listed after")
        elif words and words[0] in _APPOSED and _names_film(words[1:]):
            found.append("apposition")


def _names_film(words: list[str]) -> bool:
    """Whether a noun that means a film stands in these words, before their sentence ends."""
    for word in words:
        if word.strip(".,;:!?\"'").lower() in FILM_NOUNS:
            return True
        if word.endswith((".", "!", "?", ";")):
            return False
    return False


def _measure(evidence: TitleEvidence, view: str, bodies: Sequence[tuple[int, int]]) -> dict[str, float]:
    found: dict[str, float] = {}
    count = len(evidence.mentions)
    for mention in evidence.mentions:
        found[mention.sign] = found.get(mention.sign, 0.0) + 1
        for name in _context(view, mention):
            found[name] = found.get(name, 0.0) + 1
        if mention.edge:
            found["edge"] = found.get("edge", 0.0) + 1
    measures = {name: log1p(value) for name, value in found.items()}
    for name in ("compared", "listed before", "listed after", "person verb", "played", "owns", "role"):
        if name in found:
            measures[name + " share"] = found[name] / count
    if found.get("italics") or found.get("quotes"):
        measures["marked"] = 1.0
    blocks = {_body_index(bodies, m.start) for m in evidence.mentions}
    size = max(len(view), 1)
    words = evidence.key.split()
    first, starts = evidence.first, [m.start for m in evidence.mentions]
    measures |= {
        "count": log1p(count),
        "occurrences": log1p(view.count(first.title)),
        "only one": float(count == 1),
        "paragraphs": len(blocks) / len(bodies),
        "in first paragraph": float(0 in blocks),
        "in last paragraph": float(len(bodies) - 1 in blocks and len(bodies) > 1),
        "first at": starts[0] / size,
        "very first": float(starts[0] < 120),
        "last at": starts[-1] / size,
        "one word": float(len(words) == 1),
        "first name": float(_is_first_name(words[0]) and len(words) <= 2),
        "person": person_likeness(first.title),
        "The": float(first.title.startswith("The ")),
    }
    return measures


def _measure_parts(groups: dict[str, TitleEvidence]) -> None:
    """Short forms speak for the full title ("Reloaded" for "The Matrix Reloaded")."""
    by_word: dict[str, list[TitleEvidence]] = {}
    for evidence in groups.values():
        if len(evidence.key.split()) > 1:
            for word in set(evidence.key.split()):
                by_word.setdefault(word, []).append(evidence)
    named = {word for e in groups.values() if e.first.sign == "name" for word in e.key.split()}
    for evidence in groups.values():
        words = evidence.key.split()
        if len(words) == 1 and words[0] in named:
            evidence.measures["part of a name"] = 1.0
        wholes = [
            e for e in by_word.get(words[0], ()) if e is not evidence and f" {evidence.key} " in f" {e.key} "
        ]
        if wholes:
            evidence.measures["part of another"] = 1.0
            for whole in wholes:
                whole.measures["has short form"] = whole.measures.get("has short form", 0.0) + log1p(
                    len(evidence.mentions)
                )
