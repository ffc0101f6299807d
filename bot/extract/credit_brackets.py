"""Credits around brackets: "Eve (Ana de Armas)", "Ana de Armas (as Eve)", "Ana de Armas (Eve)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_words import PLAYED_BY
from bot.extract.name_words import words
from bot.extract.names import FULL, Name
from bot.extract.noun_phrases import Phrase, is_person_noun, phrase_right
from bot.extract.noun_phrases_left import phrase_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]?")
_NOT_LEADING = words(
    """
    from in see also including eg ie think as like of at on for and or to who whose which that he she it
    they directed written co-written produced composed based whom where when if not but is was you i
    formerly later also remember music song after with before since until than plus aka pseudonym named
    called credited then now real
    """
)
"""Words before a name that keep it from being the player of the character before the bracket."""
_PARTS = words("part side department front wise")
_ARTICLES = words("the a an his her their")
_CREW_OUTSIDE = words(
    """
    director directors writer writers screenwriter screenwriters screenplay script story music score
    soundtrack composer cinematographer cinematography photography editor editing producer producers novel
    book author film movie song songs play remake sequel version original direction directed by actor
    actress actors actresses star stars costumes design designer effects makeup lyrics album single
    classic trilogy comic cast studio studios theme track
    """
)
"""Nouns before a bracket that name a trade or a work, not a character."""


def read_brackets(page: Page) -> Iterator[Claim]:
    """Read every bracket.

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Eve (Ana de Armas) meets the Chancellor (Gabriel Byrne.) and Ian McShane (as Winston).")
    >>> for c in read_brackets(page):
    ...     print(c.rule, "|", c.person, "|", page.text[c.phrase.start : c.phrase.end])
    character-bracket-actor | Ana de Armas | Eve
    character-bracket-actor | Gabriel Byrne | the Chancellor
    actor-bracket-as-character | Ian McShane | Winston
    """
    starts = [token.start for token in page.tokens]
    for match in _BRACKET.finditer(page.view):
        first = bisect_left(starts, match.start(1))
        last = bisect_left(starts, match.end(1)) - 1
        if last < first or not first or page.tokens[first].start >= match.end(1):
            continue
        yield from _read(page, first, last, match.end())


def _read(page: Page, first: int, last: int, end: int) -> Iterator[Claim]:
    tokens = page.tokens
    outer = page.name_of[first - 1]
    outer_ends = "." not in tokens[first].gap and "\n" not in tokens[first].gap
    if not outer_ends:
        return
    outside = page.person(outer) if outer and not outer.owns else None
    if outer and outside and outer.score >= FULL and _seen_in(page, first, last):
        yield claim(page, "actor-bracket-films", 0.7, outer, outside, until=end)
        return
    if tokens[first].lower == "as" and outer and (phrase := phrase_right(page, first + 1)):
        person = outside or page.surname(outer)
        if person and phrase.named:
            yield claim(
                page, "actor-bracket-as-character", 0.95, outer, person, phrase, order="outer", until=end
            )
        return
    inner = _inner_name(page, first, last)
    if inner is None:
        yield from _inner_character(page, outer, outside, first, last, end)
        return
    name, explicit = inner
    group = _group(page, name, last)
    if len(group) > 1 and tokens[first - 1].lower not in _CREW_OUTSIDE:
        for member, person in group:
            yield claim(page, "bracket-of-actors", 0.75, member, person, None, until=end)
        return
    phrase = phrase_left(page, first - 1)
    outside_word = tokens[first - 2 if tokens[first - 1].lower in _PARTS and first > 1 else first - 1].lower
    trade = outside_word in _CREW_OUTSIDE and not (phrase and phrase.named)
    if trade or (phrase is None and not explicit):
        return
    if phrase and (couple := list(_couple(page, name, last, phrase, end))):
        yield from couple
        return
    if name.score < FULL and any(sign.isdigit() for sign in tokens[first - 1].word):
        return  # "Rated NC-16 (Violent Scenes)"
    person = page.person(name) or (page.surname(name) if explicit else None)
    if phrase is None:
        if person and explicit:
            yield claim(page, "bracket-played-by", 0.7, name, person, None, until=end)
        return
    if person is not None:
        follows = tokens[last + 1].lower if last + 1 < len(tokens) and not tokens[last + 1].edge else ""
        if not phrase.named and not explicit:
            if name.score < FULL:
                return
            if not is_person_noun(tokens[phrase.last].lower):
                yield claim(
                    page,
                    "bracket-of-actors",
                    0.8 if name.score > FULL + 0.2 else 0.5,
                    name,
                    person,
                    None,
                    until=end,
                )
                return
        filmography = outside is not None and not explicit and _plays_on(page, last + 1, follows)
        both = outside is not None and outer is not None and outer.score >= FULL and not explicit
        if not filmography:
            confidence = 0.97 if explicit else 0.96 if name.score >= FULL else 0.92
            if not phrase.named:
                confidence -= 0.05
            yield claim(
                page,
                "character-bracket-actor",
                confidence,
                name,
                person,
                phrase,
                order="both" if both else "inner",
                until=end,
            )
            second = page.name_of[name.last + 2] if name.last + 2 <= last else None
            if second and tokens[name.last + 1].lower == "and":
                yield from _second(page, second, phrase, end)
        if both:
            yield from _inner_character(page, outer, outside, first, last, end)
    elif outside is not None:
        yield from _inner_character(page, outer, outside, first, last, end)


def _plays_on(page: Page, index: int, word: str) -> bool:
    """Whether the word behind a bracket makes the name before it the actor: "A (Dark Star) as C"."""
    if word != "as":
        return word in {"plays", "playing", "stars"}
    phrase = phrase_right(page, index + 1) if index + 1 < len(page.tokens) else None
    return phrase is not None and phrase.named and page.tokens[index + 1].lower not in {"well", "they"}


def _seen_in(page: Page, first: int, last: int) -> bool:
    """Whether a bracket tells where its actor was seen before: "(as seen in X)", "(from X)"."""
    words = [token.lower for token in page.tokens[first : min(first + 4, last + 1)]]
    if words[0] == "from" or words[:2] in (["best", "known"], ["of", "the"]):
        return len(words) > 1 and any(
            token.capital for token in page.tokens[first + 1 : min(first + 4, last + 1)]
        )
    behind = [token.lower for token in page.tokens[first + 1 : min(first + 5, last)] if token.gap == " "]
    return ("seen" in words and "in" in words) or ("from" in behind and page.tokens[first].capital)


def _group(page: Page, name: Name, last: int) -> list[tuple[Name, str]]:
    """Give the people of a bracket that lists several ("a group of mobsters (A, B and C)"); else nobody."""
    found: list[tuple[Name, str]] = []
    member: Name | None = name
    while member is not None and member.last <= last and member.score >= FULL:
        person = page.person(member, floor=FULL)
        if person is None:
            break
        found.append((member, person))
        step = member.last + 1
        if step <= last and page.tokens[step].lower == "and" and len(found) > 1:
            step += 1
        elif step > last or page.tokens[step].gap != ", ":
            break
        member = page.name_of[step] if step <= last else None
    return found


def _second(page: Page, second: Name, phrase: Phrase, end: int) -> Iterator[Claim]:
    """Read the second of two actors in a bracket: "her parents (A and B)"."""
    person = page.person(second)
    if person and not phrase.named:
        yield claim(page, "character-bracket-actor", 0.8, second, person, phrase, until=end)


def _couple(page: Page, name: Name, last: int, phrase: Phrase, end: int) -> Iterator[Claim]:
    """Read "C and D (A and B)": two characters and their two actors in order."""
    tokens = page.tokens
    other = page.name_of[phrase.first - 2] if phrase.first > 1 and not tokens[phrase.first].edge else None
    second = page.name_of[name.last + 2] if name.last + 2 <= last else None
    if not (other and second and phrase.named and second.last == last) or other.owns:
        return
    if other.titled and len(other.words) == 1:
        return  # "Mr. and Mrs. Drayton"
    if (
        tokens[phrase.first - 1].lower != "and"
        or tokens[name.last + 1].lower != "and"
        or page.is_title(other)
    ):
        return
    people = page.person(name), page.person(second)
    if people[0] and people[1]:
        whom = Phrase(other.start, other.end, other.first, other.last, named=True, name=other)
        yield claim(page, "character-bracket-actor", 0.9, name, people[0], whom, until=end)
        yield claim(page, "character-bracket-actor", 0.9, second, people[1], phrase, until=end)


def _inner_name(page: Page, first: int, last: int) -> tuple[Name, bool] | None:
    """Find the name inside a bracket that may be an actor's, and whether "played by" says so."""
    tokens = page.tokens
    explicit = False
    for index in range(first, min(last + 1, first + 9)):
        token = tokens[index]
        name = page.name_of[index]
        if name and name.last <= last:
            if name.first < index:
                continue
            if name.owns or (index > first and not explicit and tokens[index - 1].lower in _ARTICLES):
                return None  # "(the Scarlet Witch)"
            if len(name.words) == 1 and page.person(name) is None and index < last and explicit:
                continue  # "played by Korean choreographer Jung"
            if len(name.words) == 1 and index > first and not explicit:
                return None
            return name, explicit
        if token.lower == "by":
            before = {tokens[step].lower for step in range(first, index)}
            if before & PLAYED_BY or before & {"voice", "voiced", "performance", "turn", "work"}:
                explicit = True
                continue
            return None
        if token.lower in PLAYED_BY or (
            token.lower in {"in", "to"} and index + 1 <= last and not tokens[index + 1].capital
        ):
            continue
        if token.lower == "of" and index > first and tokens[index - 1].lower == "voice":
            explicit = True
            continue
        if token.lower in _NOT_LEADING or token.word.isdigit():
            return None
    return None


def _inner_character(
    page: Page, outer: Name | None, outside: str | None, first: int, last: int, end: int
) -> Iterator[Claim]:
    """Read "Actor (Character)": a full name before the bracket and nothing but a character in it."""
    if outer is None or outside is None or outer.score < FULL or outer.owns:
        return
    tokens = page.tokens
    if "," in page.view[tokens[first].start : tokens[last].end] and not tokens[first].capital:
        return
    phrase = phrase_right(page, first)
    if phrase is None or not phrase.named or phrase.first != first or phrase.name is None:
        return
    if phrase.last != last:
        return
    if page.occurrences(phrase.name) < 2 and phrase.name.score < FULL and not phrase.name.titled:
        return  # named nowhere else: likelier another film of theirs
    if page.is_title(phrase.name) or tokens[first].gap.strip() not in {"(", "["}:
        return
    # Alone, "Jack Maine (Cooper)" is as often a character with the actor's surname behind it.
    confidence = 0.5 if len(phrase.name.words) == 1 and not phrase.name.titled else 0.85
    yield claim(page, "actor-bracket-character", confidence, outer, outside, phrase, order="outer", until=end)
