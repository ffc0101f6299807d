"""Cutting a run of capitalised words into the names and titles it holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.extract.names import FULL, is_first_name, person_score
from bot.extract.title_words import LINKS, LOOSE_LINKS, MAY_OPEN_TITLE, NEVER_ALONE, SENTENCE_OPENERS
from bot.text import fold

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;…\n][\"')\]]{0,2}\s{0,4}[\"'(\[*_-]{0,3}$")
_CONTRACTED = re.compile(r"'(?:m|ll|ve|d|re|t)$")
_PART = re.compile(r"\b(?:Chapter|Part|Episode|Vol|Volume|Book|Act)\b")
_NOT_SUBTITLE = frozenset(
    (
        "it",
        "this",
        "that",
        "he",
        "she",
        "they",
        "i",
        "we",
        "you",
        "but",
        "if",
        "when",
        "why",
        "what",
        "how",
        "there",
        "in",
        "here",
    )
)
SURELY_PERSON = 0.85


def is_edge(view: str, start: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = view[max(0, start - 8) : start]
    if before[-1:] == " " and before[-2:-1].isalnum():
        return False
    return not before.strip(" \n\"'*_([") or bool(_SENTENCE_END.search(before))


def split_run(view: str, start: int, end: int, counts: Counter[str]) -> Iterator[tuple[int, int]]:
    """Cut a run of capitals into the names it holds: at commas, sentence openers and doubtful small words."""
    if " " not in view[start:end] and (
        "'" not in view[start:end] or not _CONTRACTED.search(view, start, end)
    ):
        yield start, end
        return
    words = list(WORD.finditer(view, start, end))
    if "'" in view[start:end]:
        words = [word for word in words if not _CONTRACTED.search(word.group())]
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
        return (
            left.isupper()
            or link.lower() in _NOT_SUBTITLE
            or all(w in NEVER_ALONE for w in folded_words(left))
        )
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
    return any(is_first_name(side) or person_likeness(side) >= SURELY_PERSON for side in (left, right))


@lru_cache(maxsize=4096)
def folded_words(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(name).split())


@lru_cache(maxsize=4096)
def person_likeness(name: str) -> float:
    """How much a printed name looks like a person's, 0 to 1."""
    return person_score(folded_words(name))
