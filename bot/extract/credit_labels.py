"""Labelled credits: "Director: A", "Cast: A (as C), B", boxes of lines with a label each, tables made flat."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.claims import Claim, claim
from bot.extract.credit_label_words import (
    BESIDE_TRADES,
    LABEL_CONFIDENCE,
    LABEL_FILLERS,
    LABEL_TRADES,
    NO_CHARACTERS,
    OTHER_TRADES,
    WEAK_LABELS,
)
from bot.extract.name_lists import name_lists, plain
from bot.extract.name_words import FUNCTION_WORDS, NOT_PEOPLE
from bot.extract.names import FULL, Name
from bot.extract.noun_phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.extract.credit_page import Page

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
_DIR = re.compile(r"^[^\w\n]{0,4}(?P<label>[Dd]ir\.|Directors?) (?=[A-Z][^.!?\n]{3,60}$)", re.MULTILINE)
_FIELD_END = re.compile(r"[;|·•~\n]")
_PARTS = re.compile(r"[a-z]+")
_LINE = re.compile(r"[^\n]*")
_PHOTOGRAPHY = re.compile(r"director(?:s|\(s\))? of photography|\bd\.o\.p\.?")
_LONGEST = 1_500  # signs of a list
_LINES = 40  # of a list that stands below its label
_BOX = 300  # signs between two labels of one box
_BETWEEN = re.compile(r"[\s,&/;+·•|*—)\].-]*")
_LEADERS = re.compile(r"\s*(?:\.{2,}|…|\s[—-]{1,2}\s|:)\s*")


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
        if "director" not in seen:
            mark = ":" if match["label"].endswith(".") else ""
            found += _fields(view, match.start(), "director", mark, match.end(), seen)
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


def read_labels(page: Page) -> Iterator[Claim]:
    """Read every label's list.

    >>> from bot.extract.credit_page import Page
    >>> text = "Director: Ana Smith\\nCast: Bo Lee (as Eve), Al Roe as Tom Pine, Kit Moss"
    >>> for c in read_labels(Page(text, labels=find_labels(text))):
    ...     print(c.rule, "|", c.person, "|", c.role, "|", c.phrase and text[c.phrase.start : c.phrase.end])
    label-crew | Ana Smith | director | None
    label-cast | Bo Lee | actor | Eve
    label-cast | Al Roe | actor | Tom Pine
    label-cast | Kit Moss | actor | None
    """
    starts = [token.start for token in page.tokens]
    lists = [(label, _entries(page, starts, label)) for label in page.labels]
    plain = any(name.score >= FULL for _, entries in lists for name, _ in entries)
    for label, entries in lists:
        turned = label.roles == ("actor",) and _turned(entries)
        for name, phrase in entries:
            who, whom = (
                (phrase.name, _phrase(page, name)) if turned and phrase and phrase.name else (name, phrase)
            )
            person = _person(page, who, among=plain)
            if person is None:
                continue
            for role in label.roles:
                acts = role == "actor"
                confidence = LABEL_CONFIDENCE.get(role, OTHER_TRADES)
                rule = "label-cast" if acts else "label-crew"
                made = claim(page, rule, confidence, who, person, whom if acts else None, role=role)
                yield made if acts else made._replace(start=label.start)


def _person(page: Page, name: Name, *, among: bool) -> str | None:
    """Whom a list names; an unknown or single name counts ``among`` plain names alone."""
    if not NOT_PEOPLE.isdisjoint(name.words) or len(name.words) > 4 or (len(name.words) > 1 and name.titled):
        return None
    person = page.person(name)
    if person or not among:
        return person
    if len(name.words) > 1:
        return name.text
    lists = name_lists()
    word = name.words[0]
    known = word in lists.first or word in lists.last or "-" in word
    return name.text if known and word not in FUNCTION_WORDS and len(word) > 2 else None


def _phrase(page: Page, name: Name) -> Phrase:
    return Phrase(name.start, name.end, name.first, name.last, named=True, name=name)


def _turned(entries: Sequence[tuple[Name, Phrase | None]]) -> bool:
    """Whether a list has the characters first ("Max (Tom Hardy)"): more of its second names look like people's."""
    pairs = [(name, phrase.name) for name, phrase in entries if phrase and phrase.name]
    first = sum(name.score >= FULL for name, _ in pairs)
    second = sum(other.score >= FULL for _, other in pairs)
    return second > first


def _entries(page: Page, starts: list[int], label: Label) -> list[tuple[Name, Phrase | None]]:
    """Read a list up to the first thing that is no name; a label without a colon needs nothing but names."""
    tokens = page.tokens
    index, last = bisect_left(starts, label.begin), bisect_left(starts, label.end)
    found: list[tuple[Name, Phrase | None]] = []
    while index < last:
        name = _name_at(page, index, last)
        if name is None or name.first != index or name.owns or name.last >= last:
            if tokens[index].lower in LABEL_FILLERS and name is None:
                index += 1
                continue
            break
        behind, phrase = _character(page, name.last + 1, last)
        gap = page.view[tokens[behind - 1].stop : tokens[behind].start] if behind < last else ""
        if behind < last and not _BETWEEN.fullmatch(gap):
            break
        if behind < last and gap in {" ", ""} and tokens[behind].lower not in LABEL_FILLERS:
            break
        found.append((name, phrase))
        index = behind
    plainly = index >= last or (label.colon and not label.below)
    return found if plainly or _ends_line(page, index) else []


def _name_at(page: Page, index: int, last: int) -> Name | None:
    """Give the name at a token of a list, with a first word that looked like no name, or one in lower case."""
    tokens = page.tokens
    name = page.name_of[index]
    behind = index + 1
    if behind >= last or tokens[behind].gap != " " or not tokens[index].capital:
        return name
    following = page.name_of[behind]
    if name is None and following and following.first == behind:
        words = (plain(tokens[index].word), *following.words)
    elif name and name.last == index == name.first and following is None and _is_typo(page, behind, last):
        following = name._replace(end=tokens[behind].end, last=behind)
        words = (*name.words, tokens[behind].lower)
    else:
        return name
    start = tokens[index].start
    return following._replace(start=start, first=index, text=page.view[start : following.end], words=words)


def _is_typo(page: Page, index: int, last: int) -> bool:
    """Whether a lower-case word between a capital and a comma is a surname ("Viola davis,")."""
    word = page.tokens[index].lower
    ends = index + 1 >= last or page.tokens[index + 1].gap.startswith(",")
    return ends and word in name_lists().last and word not in FUNCTION_WORDS | LABEL_FILLERS


def _ends_line(page: Page, index: int) -> bool:
    """Whether token ``index`` begins a line, so that whole lines were read before it."""
    return "\n" in page.tokens[index].gap


def _character(page: Page, index: int, last: int) -> tuple[int, Phrase | None]:
    """Read the character behind an actor's name; give the next entry's index too."""
    tokens = page.tokens
    if index >= last:
        return index, None
    gap = tokens[index].gap
    if "(" in gap or "[" in gap:
        end = index
        while end + 1 < last and ")" not in tokens[end + 1].gap and "]" not in tokens[end + 1].gap:
            end += 1
        return end + 1, _named(page, index + (tokens[index].lower == "as"), end)
    if tokens[index].lower == "as" and gap == " ":
        index += 1
    elif not _LEADERS.fullmatch(gap) or "\n" in gap:
        return index, None
    end = index
    while (
        end + 1 < last
        and tokens[end + 1].gap.strip() in {"", "'", '"', "/", "."}
        and "\n" not in tokens[end + 1].gap
    ):
        if tokens[end + 1].lower == "and":
            break
        end += 1
    return end + 1, _named(page, index, end)


def _named(page: Page, first: int, last: int) -> Phrase | None:
    """Make a character of some tokens, if a name stands among them and nothing says it is none."""
    tokens = page.tokens
    if first > last or not NO_CHARACTERS.isdisjoint(token.lower for token in tokens[first : last + 1]):
        return None
    names = [page.name_of[index] for index in range(first, last + 1)]
    name = next((one for one in names if one and first <= one.first and one.last <= last), None)
    if name is None or last - first > 7:
        return None
    return Phrase(tokens[first].start, tokens[last].end, first, last, named=True, name=name)


def label_edges(labels: Sequence[Label]) -> list[int]:
    """Give the offsets at which no name may run on: where labels begin and their values end."""
    return [edge for one in labels for edge in (one.start, one.end)]


def in_label(label: Label, one: Claim) -> bool:
    """Whether a claim's name stands in a label's value."""
    return label.begin <= one.name.start < label.end
