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
_MENU_LINES = 120  # looked at for menus
_SHORT = 260  # no headline is longer
_SENTENCE = 100  # signs; a longer line that is no headline is prose, and the head ends
_WRAPPED = 70  # signs; an unended line of so many is prose with a right margin
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
_SMALL = frozenset(
    re.findall(r"\w+", "of the a an and in on at to for from with by or de la le les el du des der die das")
)
_QUOTED_END = re.compile(r"\"[^\"]{1,60}\"\.$|\"[^\"]{1,60}\.\"$")  # Ada shines in sombre "Salt Road".
_SCORED = re.compile(
    r"[^\W\d_a-z][^:=]{0,80}?(?:\s?[:-]\s|\s\(?)[\d★☆*].{0,14}"
)  # "Salt Road - 4/5" over a review
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
    lines = _without_menus(lines)
    head = lines[:_HEAD_LINES]
    if headline and (found := next((line for line in head if line.text == headline), None)):
        found.kind = BlockKind.HEADLINE
        _mark_above(head[: head.index(found)])
        return
    _mark_steers(head)
    candidates, end = _candidates(lines)
    if not candidates:
        _take_steer_for_headline(lines, view)
        for line in lines[:end]:
            if line.kind is None and is_label(line.text):
                line.kind = BlockKind.FURNITURE
        return
    body = _prose(lines[end:])
    chosen = candidates[0]
    for place, index in enumerate(candidates[:-1]):
        later = [lines[i].text for i in candidates[place + 1 :]]
        if _is_masthead(lines[index].text, body):
            better = any(_speaks(line) or _is_echoed(line, body) for line in later)
        else:  # a site's motto stands between its name and the headline
            lower, speaks = lines[index].text.islower(), _speaks(lines[index].text)
            better = (
                (index > 0 or lower or speaks)
                and not _is_echoed(lines[index].text, body)
                and any((lower or _speaks(line)) and _is_echoed(line, body) for line in later)
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


def _without_menus(lines: Sequence[Line]) -> Sequence[Line]:
    """Mark menus set a word a line, and give the lines from the last of them on: nothing above it is the headline."""
    start = 0
    run: list[int] = []
    for index, line in enumerate([*lines[:_MENU_LINES], None]):
        if line is not None and _may_be_item(line) and not (line.paragraph and run):
            run.append(index)
            continue
        known = [i for i in run if is_label(lines[i].text)]
        if len(run) >= 6 and len(known) * 3 >= len(run) and known[-1] - run[0] >= 5:
            # what stands last may be the headline, unless another short line follows apart from it
            apart = line is not None and line.paragraph and len(line.text) <= _SENTENCE
            start = (run[-1] if apart else known[-1]) + 1
            for above in lines[:start]:
                above.kind = above.kind or BlockKind.FURNITURE
        run = []
    return lines[start:]


def _may_be_item(line: Line) -> bool:
    return len(line.text) <= 30 and len(line.text.split()) <= 4 and not ENDED.search(line.text)


def _prose(lines: Sequence[Line]) -> str:
    """The sentences below the head, without what a page says of itself."""
    found: list[str] = []
    size = 0
    for line in lines:
        if (
            line.kind is None
            and len(line.text) >= _PROSE
            and (ENDED.search(line.text) or len(line.text) > _WRAPPED)
            and not CLOSING.match(line.text[:_SHORT])
        ):
            found.append(line.text)
            size += len(line.text)
            if size > _BODY_LOOKED_AT:
                break
    return " " + " ".join(found)[:_BODY_LOOKED_AT]


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
        named = index == 0 and (
            bool(_NAMES_FILM.match(line.text))
            if line.kind is BlockKind.FURNITURE
            else line.kind is BlockKind.SCORE_BOX and _heads_review(lines)
        )
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


def _heads_review(lines: Sequence[Line]) -> bool:
    """Whether a text's first line is the film's name and its score rather than a rating's label and its score."""
    label = re.split(r"[:\d★☆*(]|\s-", lines[0].text, maxsplit=1)[0].strip()
    return (
        bool(_SCORED.fullmatch(lines[0].text))
        and len(lines) > 1
        and lines[1].paragraph
        and len(label) > 1
        and not words.SCORE_HEADING.match(label)
        and not words.LABELLED_SCORE.match(lines[0].text)
        and not words.SUBHEAD_LABEL.match(label)
    )


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
    return any(
        f" {word}" in body for word in _CAPITAL.findall(line) if len(word) > 4 and word not in _SITES_OWN
    )


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
    capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in (token.lstrip("([\"'") for token in tokens))
    heavy = sum(token not in _SMALL for token in tokens)  # "Night of the Eagle" is set in capitals
    if line.endswith("."):
        alone = len(following) > 1 and following[0].paragraph and len(following[0].text) > _SENTENCE / 2
        quoted = (
            first and count <= 14 and following[:1] and following[0].paragraph and _QUOTED_END.search(line)
        )
        return bool(quoted) or (
            capitals == count and ((speaks and count <= 4) or (first and alone and 2 <= count <= 6))
        )
    if first and line.endswith(":") and count <= 6 and capitals * 3 >= count * 2:
        return len(following) > 0 and len(following[0].text) > _SENTENCE / 2
    if line.endswith(("!", "?", ",", ";", "...", "…", ":")):
        return (speaks and not line.endswith(":")) or (
            count <= 8 and capitals * 3 >= count * 2 and not line.endswith(":")
        )
    if speaks or (capitals * 3 >= heavy * 2 and capitals):
        return True
    return count <= 18 and ". " not in line and "(" not in line and _is_punctuated(following)


def _is_punctuated(lines: Sequence[Line]) -> bool:
    """Whether this writer ends paragraphs with a full stop, so that a line without one is a heading."""
    long = [line for line in lines if line.kind is None and len(line.text) > 60]
    return bool(long) and sum(bool(ENDED.search(line.text)) for line in long) * 4 >= len(long) * 3
