"""Bylines without a "By": names, outlets and dates one under the other, or in one row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.byline_dates import find_date
from bot.extract.byline_words import JOB, NOT_A_CRITIC, OUTLET_WORD, PLACES
from bot.extract.names import is_person_name
from bot.models import BlockKind
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.models import Block

_PARTICLE = r"(?:de|da|di|del|della|der|den|du|la|le|van|von|bin|al|ten|ter)\b"
_PIECE = rf"(?:[^\W\d_a-z](?:[\w'-]{{0,24}}\w|\.)?\.?|{_PARTICLE})"
NAME = rf"{_PIECE}(?:\ {_PIECE}){{0,4}}"
"""A name by its shape alone, for verbose patterns; case matters."""

_NAME_LINE = re.compile(rf"{_PIECE}(?:\ {_PIECE}){{1,3}}", re.VERBOSE)
_PART = re.compile(r"(?:[^|•·∙/,\n-]|(?<=\S)-(?=\S)){1,100}")
_POSTED_BY = re.compile(rf"\bby\ (?P<name>{NAME})[.\s]{{0,3}}$", re.VERBOSE)
_OUTLET = re.compile(
    r"(?:the\ )?[A-Z0-9][\w'&.]{0,24}(?:\ (?:of|the|and|&|[A-Z0-9][\w'&.]{0,24})){0,5}", re.VERBOSE
)
_MARKS = " \t-~•*_"
_MOST_LINES = 24  # of one stack looked at
_HEAD_BLOCKS = 10


class Stack(NamedTuple):
    """What one byline block says: spans in the text."""

    critic: tuple[int, int] | None
    outlet: tuple[int, int] | None
    job: bool = False  # a job stands beside the name


class _Part(NamedTuple):
    start: int
    text: str
    alone: bool  # it is all of its line

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.start + len(self.text)


def read_stacks(blocks: Sequence[Block], view: str) -> Iterator[Stack]:
    """Read each byline block that names its critic without a "By".

    >>> from bot.models import Block
    >>> view = "Ada Byron\\nThe Salt Review\\n4 June 2025"
    >>> [stack] = read_stacks((Block(BlockKind.BYLINE, 0, len(view)),), view)
    >>> view[slice(*stack.critic)], view[slice(*stack.outlet)]
    ('Ada Byron', 'The Salt Review')
    """
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.BYLINE:
            below = any(before.kind is BlockKind.BODY for before in blocks[:index])
            yield _read_stack(view, block.start, block.end, above=index < _HEAD_BLOCKS, below=below)


def is_critic(name: str) -> bool:
    """Whether what stands where a critic's name stands may be one at all."""
    words = fold(name).split()
    return bool(words) and words[0] not in NOT_A_CRITIC and words[-1] not in NOT_A_CRITIC and len(name) > 2


def _read_stack(view: str, start: int, end: int, *, above: bool, below: bool) -> Stack:
    parts = list(_parts(view, start, end))
    dated = find_date(view, start, end) is not None
    names = [part for part in parts if _NAME_LINE.fullmatch(part.text) and is_critic(part.text)]
    names = [
        part for part in names if find_date(part.text, 0, len(part.text)) is None and not JOB.match(part.text)
    ]
    known = [part for part in names if is_person_name(part.text) and not OUTLET_WORD.search(part.text)]
    signed = view[start:end].lstrip()[:1] in "-~" and len(parts) == 1
    jobs = any(JOB.match(part.text) for part in parts)
    listed = (
        len(known) > 1 and not (dated or signed or jobs or not below) and all(part.alone for part in known)
    )
    if jobs and known:  # "Ada Byron, Staff Writer" among other names
        known.sort(key=lambda part: not _has_job(parts, part))
    critic = (
        known[0] if known and not listed else None
    )  # people one under the other below a review are its cast
    if critic is None and (dated or signed or jobs):
        plain = [part for part in names if not OUTLET_WORD.search(part.text)]
        critic = plain[0] if plain else names[0] if names and dated and not signed else None
    if critic is None:
        for line in view[start:end].split("\n")[:_MOST_LINES]:
            match = _POSTED_BY.search(line)
            if match and dated and is_critic(match["name"]):
                at = view.index(line, start) + match.start("name")
                return Stack((at, at + len(match["name"])), None)
        return Stack(None, None)
    outlets = [part for part in parts if part is not critic and part.alone and _is_outlet(part.text)]
    named = len(outlets) == 1 and dated and above and critic.alone and len(known) < 2
    return Stack(critic.span, outlets[0].span if named else None, jobs)


def _has_job(parts: Sequence[_Part], name: _Part) -> bool:
    """Whether the part behind a name is a job."""
    place = parts.index(name) + 1
    return place < len(parts) and bool(JOB.match(parts[place].text))


def _parts(view: str, start: int, end: int) -> Iterator[_Part]:
    at = start
    for line in view[start:end].split("\n")[:_MOST_LINES]:
        whole = line.strip(_MARKS)
        for match in _PART.finditer(line):
            bare = match.group().strip(_MARKS)
            if bare:
                yield _Part(at + match.start() + match.group().index(bare), bare, bare == whole)
        at += len(line) + 1


def _is_outlet(text: str) -> bool:
    if not _OUTLET.fullmatch(text) or JOB.match(text) or text.lower() in PLACES:
        return False
    if find_date(text, 0, len(text)) is not None or text[:1].isdigit():
        return False
    worded = bool(OUTLET_WORD.search(text)) or fold(text).startswith("the ")
    return worded or (len(text.split()) > 1 and not is_person_name(text))
