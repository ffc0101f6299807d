"""Credits boxes: the people that labels list, with their characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_label_words import LABEL_CONFIDENCE, LABEL_FILLERS, NO_CHARACTERS, OTHER_TRADES
from bot.extract.name_lists import name_lists, plain
from bot.extract.name_words import FUNCTION_WORDS, NOT_PEOPLE
from bot.extract.names import FULL, Name
from bot.extract.noun_phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.extract.credit_labels import Label
    from bot.extract.credit_page import Page

_BETWEEN = re.compile(r"[\s,&/;+·•|*—)\].-]*")
_LEADERS = re.compile(r"\s*(?:\.{2,}|…|\s[—-]{1,2}\s|:)\s*")


def read_labels(page: Page) -> Iterator[Claim]:
    """Read every label's list.

    >>> from bot.extract.credit_labels import find_labels
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
