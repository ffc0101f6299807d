"""Text -> blocks: which lines are headline, byline, score box or furniture, and which the review's prose."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from bot.corpus import block_words as words
from bot.corpus.block_head import ENDED, Line, mark_head
from bot.corpus.block_tail import mark_outros, mark_tail
from bot.models import Block, BlockKind, GivenFacts
from bot.text import normalise

_LINE = re.compile(r"[^\n]+")
_SHORT = 260  # no line longer than this is anything but prose, outros apart
_HEAD_LINES = 12  # headline and byline stand among the first lines
_MOST_LINES = 5_000  # looked at one by one; what follows in a longer text is taken for one stretch of prose
_WRAP = 120  # hard-wrapped text has no longer lines

_FURNITURE = (
    words.IMAGE_CREDIT,
    words.NAVIGATION,
    words.NAVIGATION_LABELLED,
    words.LINK_ONLY,
    words.READING_TIME,
    words.FACT_LINE,
    words.SERIES_LABEL,
)


def split_blocks(text: str, given: GivenFacts) -> tuple[Block, ...]:
    """Sort a text's lines into blocks; each body block is one paragraph, hard-wrapped lines joined.

    >>> sample = "Nosferatu (1922)\\nBy Ada Byron\\n\\nA shadow of a film.\\n\\nRating: 4/5\\nComments"
    >>> [(b.kind.value, sample[b.start:b.end]) for b in split_blocks(sample, GivenFacts())][:3]
    [('headline', 'Nosferatu (1922)'), ('byline', 'By Ada Byron'), ('body', 'A shadow of a film.')]
    """
    view = normalise(text)
    lines = _read_lines(view)
    for line in lines[:_MOST_LINES]:
        line.kind = _kind_by_shape(line.text)
    mark_outros(lines)
    _mark_facts_below_labels(lines[:_MOST_LINES])
    mark_head(lines, view, normalise(given.headline.value).strip() if given.headline else None)
    _mark_names(lines)
    looked_at = lines[:_MOST_LINES]
    _mark_score_labels(looked_at)
    mark_tail(looked_at, len(text))
    _mark_subheads(looked_at)
    for line in lines:
        line.kind = line.kind or BlockKind.BODY
    return _join(lines)


def _read_lines(view: str) -> list[Line]:
    lines: list[Line] = []
    previous = -2
    for match in _LINE.finditer(view):
        bare = match.group().strip()
        if not bare:
            continue
        start = match.start() + match.group().index(bare[0])
        lines.append(
            Line(start, start + len(bare), bare, paragraph="\n\n" in view[previous:start] or previous < 0)
        )
        previous = start + len(bare)
        if len(lines) == _MOST_LINES:
            rest = view[previous:].rstrip()
            if rest.strip():
                after = previous + len(rest) - len(rest.lstrip())
                lines.append(Line(after, previous + len(rest), rest.lstrip()))
            break
    return lines


@lru_cache(maxsize=2048)
def _kind_by_shape(line: str) -> BlockKind | None:
    if len(line) > _SHORT:
        return None
    bare = line.strip("*_# ")
    if words.SCORE_LINE.match(line) or _is_labelled_score(bare):
        return BlockKind.SCORE_BOX
    item = bare.lstrip("-•·∙| ")
    if words.DATE_LINE.match(item):
        return BlockKind.BYLINE
    byline = words.BYLINE.match(bare)
    if byline and not (byline["rest"] and bare.endswith(".") and len(bare) > 60):
        return BlockKind.BYLINE
    if any(pattern.match(item) for pattern in _FURNITURE):
        return BlockKind.FURNITURE
    if words.CONTENT_WARNING.match(item):
        return BlockKind.FURNITURE
    return None


def _is_labelled_score(line: str) -> bool:
    match = words.LABELLED_SCORE.match(line)
    return match is not None and len(match["value"].split()) <= 5


def _mark_facts_below_labels(lines: list[Line]) -> None:
    """ "Directed by" alone on its line, the name on the next; "Reviewed by" likewise."""
    for line, below in pairwise(lines):
        if len(line.text) > 40 or below.kind is not None or not words.NAME_LINE.match(below.text):
            continue
        if words.FACT_LABEL.match(line.text):
            line.kind = below.kind = BlockKind.FURNITURE
        elif words.BYLINE_LABEL.match(line.text):
            line.kind = below.kind = BlockKind.BYLINE


def _mark_names(lines: list[Line]) -> None:
    """A bare name beside a date, or between headline and prose, or signing off, is a byline."""
    head = lines[:_HEAD_LINES]
    for index, line in enumerate(head):
        if line.kind is not None or not words.NAME_LINE.match(line.text):
            continue
        near = head[max(0, index - 1) : index] + head[index + 1 : index + 2]
        if any(other.kind is BlockKind.BYLINE for other in near) or any(
            other.kind is BlockKind.HEADLINE for other in head[max(0, index - 1) : index]
        ):
            line.kind = BlockKind.BYLINE
    if len(lines) > 3:
        last = lines[-1]
        if last.kind is None and last.text.startswith(("-", "~")) and words.NAME_LINE.match(last.text):
            last.kind = BlockKind.BYLINE


def _mark_score_labels(lines: list[Line]) -> None:
    """A label on its own beside a score ("Overall" above "7.5/10"), and the heading of a score box."""
    for index, line in enumerate(lines):
        if line.kind is None and len(line.text) <= 60:
            after = lines[index + 1].kind if index + 1 < len(lines) else None
            before = lines[index - 1].kind if index else None
            beside = after is BlockKind.SCORE_BOX or (
                before is BlockKind.SCORE_BOX and line.text in {"-", "|", "*"}
            )
            if (beside and words.LABEL_ALONE.match(line.text)) or words.SCORE_HEADING.match(line.text):
                line.kind = BlockKind.SCORE_BOX


def _mark_subheads(lines: list[Line]) -> None:
    """Section headings: a stock label, or a short line in capitals with nothing to say."""
    for line in lines:
        if line.kind is not None or len(line.text) > 60:
            continue
        count = len(line.text.split())
        shouted = line.text.isupper() and count <= 8 and not line.text.endswith(("!", "?", "."))
        labelled = line.text.endswith(":") and count <= 6
        if (
            shouted
            or labelled
            or words.SUBHEAD_LABEL.match(line.text)
            or not any(c.isalpha() for c in line.text)
        ):
            line.kind = BlockKind.FURNITURE


def _join(lines: list[Line]) -> tuple[Block, ...]:
    """Lines of one kind that follow each other directly become one block; prose goes by paragraph."""
    prose = [a for a, b in pairwise(lines) if a.kind is BlockKind.BODY is b.kind and not b.paragraph]
    open_ended = sum(not ENDED.search(line.text) for line in prose)
    wrapped = (
        len(prose) >= 3 and open_ended * 2 > len(prose) and max(len(line.text) for line in prose) <= _WRAP
    )
    blocks: list[Block] = []
    previous: Line | None = None
    for line in lines:
        kind = line.kind or BlockKind.BODY
        if previous is not None and previous.kind is kind and _belongs(previous, line, wrapped=wrapped):
            blocks[-1] = Block(kind, blocks[-1].start, line.end)
        else:
            blocks.append(Block(kind, line.start, line.end))
        previous = line
    return tuple(blocks)


def _belongs(before: Line, line: Line, *, wrapped: bool) -> bool:
    if line.kind is BlockKind.HEADLINE:
        return False
    if line.kind is not BlockKind.BODY:
        return True
    if line.paragraph:
        return False
    return wrapped or (line.text[:1].islower() and not ENDED.search(before.text))
