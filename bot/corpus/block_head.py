"""The lines above a review's prose: which is the headline, and which are byline, labels and the site's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus import block_words as words
from bot.corpus.head_words import OUTLET_WORD, STEERS, is_byline_row, is_label, is_menu
from bot.corpus.tail_words import CLOSING
from bot.models import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDED = re.compile(r"[.!?:;…][\"')\]*_]{0,3}$")
_HEAD_LINES = 24  # looked at for a headline; a site's menu may stand one word a line
_SHORT = 260  # no headline is longer
_SENTENCE = 100  # signs; a longer line that is no headline is prose, and the head ends
_PROSE = 50  # signs; shorter lines are no prose to look for echoes in
_BODY_LOOKED_AT = 20_000  # signs of prose in which a headline's words are looked for again
_CAPITAL = re.compile(r"[^\W\d_a-z][\w'-]{3,30}")
_PHRASE = re.compile(
    r"[^\W\d_a-z][\w'-]{0,30}(?:,?\ (?:(?:of|the|and|in|on|for|to|a|de|la)\ ){0,2}[^\W\d_a-z][\w'-]{0,30}){1,6}",
    re.VERBOSE,
)
_NAMES_FILM = re.compile(  # "Movie: Dark Star" over a review
    r"(?i:film|movie|title|(?:film|movie)\stitle)\s?[:-]\s?(?:[^\W_a-z]|\d).{0,100}"
)
_SITES_OWN = frozenset(
    ("The", "This", "That", "With", "From", "Film", "Films", "Movie", "Movies", "Review", "Reviews", "Cinema")
)


@dataclass(slots=True)
class Line:
    """One line that is not blank, without the blanks around it."""

    start: int
    end: int
    text: str  # in the plain view
    kind: BlockKind | None = None
    paragraph: bool = True  # a blank line, or the start of the text, stands before it


def mark_head(lines: Sequence[Line], view: str, headline: str | None) -> None:
    """Find the headline among the first lines, and sort what stands above it; ``headline`` is one given."""
    head = lines[:_HEAD_LINES]
    if headline and (found := next((line for line in head if line.text == headline), None)):
        found.kind = BlockKind.HEADLINE
        _mark_above(head[: head.index(found)])
        return
    _mark_steers(head)
    candidates, end = _candidates(lines)
    if not candidates:
        _take_steer_for_headline(lines, view)
        return
    body = _prose(lines[end:])
    chosen = candidates[0]
    for place, index in enumerate(candidates[:-1]):
        later = [lines[i].text for i in candidates[place + 1 :]]
        if _is_masthead(lines[index].text, body):
            better = any(_speaks(line) or _is_echoed(line, body) for line in later)
        else:  # a site's motto stands between its name and the headline
            better = (
                index > 0
                and not _is_echoed(lines[index].text, body)
                and any(_speaks(line) and _is_echoed(line, body) for line in later)
            )
        signed = index + 1 < len(lines) and words.BYLINE.match(lines[index + 1].text)
        if signed and not any(map(_speaks, later)):
            better = False  # a byline stands below a headline
        if not better:
            break
        chosen = candidates[place + 1]
    lines[chosen].kind = BlockKind.HEADLINE
    _mark_above(lines[:chosen])
    for line in lines[chosen + 1 : end]:
        if line.kind is None and is_label(line.text):
            line.kind = BlockKind.FURNITURE


def _prose(lines: Sequence[Line]) -> str:
    """The sentences below the head, without what a page says of itself."""
    found: list[str] = []
    size = 0
    for line in lines:
        if (
            line.kind is None
            and len(line.text) >= _PROSE
            and ENDED.search(line.text)
            and not CLOSING.match(line.text[:_SHORT])
        ):
            found.append(line.text)
            size += len(line.text)
            if size > _BODY_LOOKED_AT:
                break
    return "\n".join(found)[:_BODY_LOOKED_AT]


def _mark_steers(head: Sequence[Line]) -> None:
    for line in head:
        if line.kind is None and len(line.text) > _SENTENCE and ENDED.search(line.text):
            return
        if line.kind in (None, BlockKind.FURNITURE) and len(line.text) <= 160:
            if is_byline_row(line.text):
                line.kind = BlockKind.BYLINE
            elif is_menu(line.text):
                line.kind = BlockKind.FURNITURE


def _candidates(lines: Sequence[Line]) -> tuple[list[int], int]:
    """Which lines may be the headline, and the index of the line where the prose begins."""
    found: list[int] = []
    said = False  # a line that is no headline stood before
    for index, line in enumerate(lines[:_HEAD_LINES]):
        spoken = index == 0 and _speaks(line.text) and len(line.text) < 120 and not is_menu(line.text)
        named = index == 0 and line.kind is BlockKind.FURNITURE and _NAMES_FILM.match(line.text)
        if line.kind is not None and not (spoken and not is_label(line.text)) and not named:
            continue
        if is_label(line.text):
            continue
        if len(lines) > 1 and is_headline(line.text, lines[index + 1 : index + 40], first=index == 0):
            if not said or _speaks(line.text):
                found.append(index)
        elif len(line.text) > _SENTENCE or (found and ENDED.search(line.text)) or said:
            return found, index
        else:
            said = True
    return found, min(len(lines), _HEAD_LINES)


def _take_steer_for_headline(lines: Sequence[Line], view: str) -> None:
    """Some films are called Home or Search: a single such word over prose that uses it as a name."""
    if not lines or lines[0].kind is not BlockKind.FURNITURE or len(lines) < 2 or lines[1].kind is not None:
        return
    word = lines[0].text
    if (
        word.lower() in STEERS
        and len(re.findall(rf"[a-z,]\ {re.escape(word)}\b", view[:_BODY_LOOKED_AT])) >= 2
    ):
        lines[0].kind = BlockKind.HEADLINE


def _mark_above(above: Sequence[Line]) -> None:
    """Lines above the headline: those that touch a date or a byline belong to it, others are the site's."""
    for span in (range(len(above)), range(len(above) - 1, -1, -1)):
        near = False
        for index in span:
            line = above[index]
            if line.kind is BlockKind.BYLINE:
                near = True
            elif line.kind is None and near and len(line.text.split()) <= 6 and not is_label(line.text):
                line.kind = BlockKind.BYLINE
            else:
                near = False
    for line in above:
        line.kind = line.kind or BlockKind.FURNITURE


def _speaks(line: str) -> bool:
    """Whether a line says that it stands over a review."""
    return bool(words.HEADLINE_REVIEW.search(line)) and not is_label(line)


def _is_masthead(line: str, body: str) -> bool:
    """Whether a line may be a critic's or a site's name rather than a headline: short, all capitals, never echoed."""
    tokens = line.split()
    if len(tokens) > 6 or _speaks(line) or line.startswith(('"', "'")):
        return False
    if any(token[:1].islower() and len(token) > 3 for token in tokens) or not line[:1].isupper():
        return False
    if OUTLET_WORD.search(line) and line not in body:
        return True
    return not any(_stands_in(word, body) for word in _CAPITAL.findall(line) if word not in _SITES_OWN)


def _is_echoed(line: str, body: str) -> bool:
    """Whether a phrase or a rarer word that a line sets in capitals comes back in the prose."""
    for match in _PHRASE.finditer(line):
        phrase = match.group().split()
        for size in range(len(phrase), 1, -1):
            if " ".join(phrase[:size]) in body:
                return True
    return any(f" {word}" in body for word in _CAPITAL.findall(line) if len(word) > 4)


def _stands_in(word: str, body: str) -> bool:
    return word in body or (word.isupper() and word.capitalize() in body)


def is_headline(line: str, following: Sequence[Line], *, first: bool = False) -> bool:
    """Whether a line stands over the review rather than in it."""
    tokens = line.split()
    count = len(tokens)
    if count > 30 or len(line) > _SHORT or words.SUBHEAD_LABEL.match(line):
        return False
    if following and following[0].text[:1].islower() and not following[0].paragraph:
        return False
    speaks = bool(words.HEADLINE_REVIEW.search(line))
    capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in tokens)
    if line.endswith("."):
        alone = len(following) > 1 and following[0].paragraph and len(following[0].text) > _SENTENCE / 2
        return capitals == count and ((speaks and count <= 4) or (first and alone and 2 <= count <= 6))
    if line.endswith(("!", "?", ",", ";", "...", "…", ":")):
        return (speaks and not line.endswith(":")) or (
            count <= 8 and capitals * 3 >= count * 2 and not line.endswith(":")
        )
    if speaks or capitals * 3 >= count * 2:
        return True
    return count <= 18 and ". " not in line and "(" not in line and _is_punctuated(following)


def _is_punctuated(lines: Sequence[Line]) -> bool:
    """Whether this writer ends paragraphs with a full stop, so that a line without one is a heading."""
    long = [line for line in lines if line.kind is None and len(line.text) > 60]
    return bool(long) and sum(bool(ENDED.search(line.text)) for line in long) * 4 >= len(long) * 3
