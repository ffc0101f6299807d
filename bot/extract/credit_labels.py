"""Labels of credits and where their values stand: "Director: A", "Cast: B", fields of a line, tables made flat."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.credit_label_words import (
    BESIDE_TRADES,
    LABEL_TRADES,
    WEAK_LABELS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.extract.claims import Claim


# A label begins a line, or a field of one; a colon, bar or dash ends it, or the line.
_LABEL = re.compile(
    r"""
    [\n;|·•~([] [^\w\n]{0,6}
    (?P<label> [A-Za-z] [A-Za-z()./&,' -]{1,44}? )
    [ ]? (?P<mark> : | \| | [ ]?[—-][ ] | $ )
    """,
    re.VERBOSE | re.MULTILINE,
)
# The label of a field that begins where the one before ends: "Director: A Cast: B".
_NEXT = re.compile(r"(?<=[\w.)] )[A-Z][A-Za-z()/&.-]{1,24}(?: (?:and|&|of) [A-Za-z]{2,15})?(?: by)? ?:")
_DIR = re.compile(
    r"^[^\w\n]{0,4}(?P<label>[Dd]ir\.|Directors?|(?:Written (?:and|&) )?[Dd]irected by|Starring)"
    r" (?=[A-Z][^!?\n]{3,100}$)",
    re.MULTILINE,
)
_FIELD_END = re.compile(r"[;|·•~\n]")
_PARTS = re.compile(r"[a-z]+")
_LINE = re.compile(r"[^\n]*")
_PHOTOGRAPHY = re.compile(r"director(?:s|\(s\))? of photography|\bd\.o\.p\.?")
_LONGEST = 1_500  # signs of a list
_LINES = 40  # of a list that stands below its label
_BOX = 300  # signs between two labels of one box


class Label(NamedTuple):
    """A label and where its value stands."""

    roles: tuple[str, ...]
    start: int
    begin: int  # of the value
    end: int
    below: bool  # the value stands in lines of its own
    weak: bool  # counts beside another label only
    colon: bool


def label_roles(label: str) -> tuple[str, ...]:
    """Give the roles a label names; none where it holds any other word.

    >>> label_roles("Written & Directed by"), label_roles("Director(s)"), label_roles("Director's cut")
    (('writer', 'director'), ('director',), ())
    """
    text = _PHOTOGRAPHY.sub("photography", label.lower()).replace("(s)", "s")
    roles: list[str] = []
    for word in _PARTS.findall(text.replace("'", "")):
        if word in LABEL_TRADES:
            roles += LABEL_TRADES[word]
        elif word not in BESIDE_TRADES:
            return ()
    return tuple(dict.fromkeys(roles))


def find_labels(view: str) -> list[Label]:
    """Find the labels of a text in order, the first of each kind alone: further ones are other films'.

    >>> text = "Director: Ana Smith Cast: Bo Lee\\nMusic: Al Roe"
    >>> [(one.roles[0], text[one.begin:one.end]) for one in find_labels(text)]
    [('director', 'Ana Smith'), ('actor', 'Bo Lee'), ('composer', 'Al Roe')]
    """
    found: list[Label] = []
    seen: set[str] = set()
    # A sign before each label lets the search skip all others; the first line gets one.
    for match in _LABEL.finditer("\n" + view):
        found += _fields(view, match.start("label") - 1, match["label"], match["mark"], match.end() - 1, seen)
    for match in _DIR.finditer(view):
        if not seen.issuperset(label_roles(match["label"])):
            mark = ":" if match["label"].endswith(".") else ""
            label = "director" if match["label"].startswith(("D", "d")) else match["label"]
            found += _fields(view, match.start(), label, mark, match.end(), seen)
    found.sort(key=lambda one: one.start)
    return [one for spot, one in enumerate(found) if not one.weak or _has_neighbour(found, spot)]


def _fields(view: str, start: int, label: str, mark: str, begin: int, seen: set[str]) -> Iterator[Label]:
    """Read a label's field, and those that follow it on its line without a mark between."""
    while roles := label_roles(label):
        end = _FIELD_END.search(view, begin)
        stop = min(end.start() if end else len(view), begin + _LONGEST)
        following = _NEXT.search(view, begin, stop)
        if following:
            stop = following.start()
        below = not view[begin:stop].strip()
        if below and following is None:
            stop = _end_of_lines(view, begin)
        if not seen.issuperset(roles):
            seen.update(roles)
            weak = all(word in WEAK_LABELS for word in _PARTS.findall(label.lower()))
            text = view[begin:stop]
            first = begin + len(text) - len(text.lstrip())
            yield Label(roles, start, first, begin + len(text.rstrip()), below, weak, mark == ":")
        if following is None:
            return
        start, label, begin, mark = following.start(), following.group()[:-1], following.end(), ":"


def _end_of_lines(view: str, begin: int) -> int:
    """Give the end of the short lines below a label that stands alone; a blank line ends them."""
    step, end = begin, begin
    for count in range(_LINES):
        line = _LINE.match(view, step + 1) if step < len(view) else None
        if line is None or line.end() - begin > _LONGEST:
            break
        if line.group().strip():
            if _LABEL.match(view, line.start() - 1, line.end()) and ":" in line.group():
                break
            end = line.end()
        elif count:
            break
        step = line.end()
    return end


def _has_neighbour(found: list[Label], spot: int) -> bool:
    """Whether another label stands near."""
    return any(
        other.roles != found[spot].roles
        and min(abs(other.start - found[spot].end), abs(found[spot].start - other.end)) < _BOX
        for other in found[max(0, spot - 2) : spot + 3]
    )


def label_edges(labels: Sequence[Label]) -> list[int]:
    """Give the offsets at which no name may run on: where labels begin and their values end."""
    return [edge for one in labels for edge in (one.start, one.end)]


def in_label(label: Label, one: Claim) -> bool:
    """Whether a claim's name stands in a label's value."""
    return label.begin <= one.name.start < label.end
