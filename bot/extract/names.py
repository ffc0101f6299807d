"""Words, sentences' edges and names in running text: the ground that the credit rules stand on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.name_lists import name_lists, plain
from bot.extract.name_words import (
    ABBREVIATIONS,
    AGES,
    COMPOUND_ENDS,
    FUNCTION_WORDS,
    HONORIFICS,
    MAY_BE_NAMES,
    NOT_PEOPLE,
    PARTICLES,
    PERSON_TITLES,
    ROLE_WORDS,
    SUFFIXES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_PATTERN = r"""
    (?P<word> SIGN+ (?: -SIGN+ | '(?!s\b)SIGN+ )* )   # Soo-young, O'Hara; a dash between words is none
    (?P<own> '[sS]\b | (?<=[szxSZX])'(?!\w) )?       # Wick's, Reeves'
    """
_WORD = re.compile(_PATTERN.replace("SIGN", r"[^\W_]"), re.VERBOSE)
_ASCII_WORD = re.compile(_PATTERN.replace("SIGN", "[A-Za-z0-9]"), re.VERBOSE)  # the same, in less time
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("‒–―−", "—"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
            " ",
        ),
    }
)
_ODD = re.compile("[" + "".join(map(re.escape, map(chr, _SAME_LENGTH))) + "]")
_ENDS = re.compile(r"[.!?…]|\n\s*\n|\n\s*[-•*]")
_SHORT_LINE = (
    40  # a single newline behind a shorter line ends a sentence; behind a longer one the text is hard-wrapped
)

_AGAINST = NOT_PEOPLE | (FUNCTION_WORDS - MAY_BE_NAMES)

FULL = 0.55
"""A name scored at least so looks like a person's full name."""
POSSIBLE = 0.3
"""A name scored at least so may be a person's where the words around it say so."""


class Token(NamedTuple):
    """One word."""

    start: int
    end: int  # without a possessive mark
    stop: int  # with it
    word: str
    lower: str
    capital: bool
    edge: bool  # begins a sentence or a line of its own
    gap: str  # what stands between the word before and this one

    @property
    def adverb(self) -> bool:
        """Whether it looks like an adverb; "Emily" and "Kelly" do not."""
        return not self.capital and self.lower.endswith("ly")

    @property
    def owns(self) -> bool:
        """Whether a possessive mark follows."""
        return self.stop > self.end


class Name(NamedTuple):
    """A run of capitalised words that may name somebody."""

    start: int
    end: int
    first: int  # index of its first token
    last: int  # index of its last token
    text: str
    words: tuple[str, ...]  # lower-case, without accents, titles and suffixes
    score: float  # how much it looks like a person's full name, 0 to 1
    titled: bool  # begins with an honorific ("Captain Haddock")
    owns: bool


def plain_view(text: str) -> str:
    """Replace curly quotes, odd blanks and hyphens, one code point for one; a dash stays a dash.

    >>> plain_view("Jung Doo‑hong – ‘fine’")
    "Jung Doo-hong — 'fine'"
    """
    # Few signs need it: a search is ten times as fast as str.translate, which looks up every one.
    return _ODD.sub(lambda match: _SAME_LENGTH[ord(match[0])], text)


def find_tokens(view: str, edges: Iterable[int] = ()) -> list[Token]:
    """Split into words; ``edges`` are offsets where a new block begins.

    >>> [(t.word, t.owns, t.edge) for t in find_tokens("Reeves' Wick. J. T. Walsh")][:3]
    [('Reeves', True, True), ('Wick', False, False), ('J', False, True)]
    """
    tokens: list[Token] = []
    make = tuple.__new__  # a named tuple's own constructor takes twice as long
    marks = iter(sorted(set(edges)))
    mark = next(marks, len(view) + 1)
    before, line = 0, 0
    # Split by words, the text is gap, word, possessive mark, gap ...: far faster than match by match.
    pieces = iter((_ASCII_WORD if view.isascii() else _WORD).split(view))
    for gap, word, own in zip(pieces, pieces, pieces, strict=False):
        start = before + len(gap)
        end = start + len(word)
        edge = not tokens
        while mark <= start:
            edge = edge or mark >= before
            mark = next(marks, len(view) + 1)
        if gap == " " and not own and word.islower():  # most words
            tokens.append(make(Token, (start, end, end, word, word, False, edge, gap)))
            before = end
            continue
        if gap != " ":
            edge = edge or _ends_sentence(view, start, gap, tokens[-1])
            if "\n" in gap:
                newline = before + gap.rfind("\n")
                edge = edge or newline - line < _SHORT_LINE
                line = newline
        lower = word.lower()
        capital = (
            word != lower
            and word[0].isupper()
            and not ("-" in lower and lower.rpartition("-")[2] in COMPOUND_ENDS)
        )
        before = end + len(own) if own else end
        tokens.append(make(Token, (start, end, before, word, lower, capital, edge, gap)))
    return tokens


def _ends_sentence(view: str, start: int, gap: str, previous: Token) -> bool:
    """Whether a sentence ends in the gap before the word at ``start``."""
    if len(gap) > 1 and _ENDS.search(gap):
        if not gap.startswith(".") or "\n\n" in gap:
            return True
        if gap[1] in ")],":
            return not view[start].islower()
        return not (gap[1:].isspace() and _is_abbreviation(previous))
    return gap == "." and not _is_abbreviation(previous) and view[start].isupper()


def _is_abbreviation(token: Token) -> bool:
    return token.capital and (len(token.word) == 1 or token.lower in ABBREVIATIONS)


def _joins(previous: Token, token: Token) -> bool:
    """Whether two words can stand in one name."""
    if previous.owns:
        return False
    gap = token.gap
    if gap in {" ", "\n"}:
        return not token.edge
    return gap in {".", ". "} and _is_abbreviation(previous)


def is_first_name(word: str) -> bool:
    """Whether a word is on the lists of first names, or its first part is.

    >>> is_first_name("Jan-Michael"), is_first_name("Baroness")
    (True, False)
    """
    word = plain(word)
    first = name_lists().first
    return word in first or ("-" in word and word.partition("-")[0] in first)


@lru_cache(maxsize=4096)
def person_score(words: tuple[str, ...]) -> float:
    """How much folded words look like a person's full name, 0 to 1.

    >>> person_score(("ana", "de", "armas")) > person_score(("knives", "out"))
    True
    """
    if len(words) < 2 or len(words) > 5:
        return 0.0
    if words[0] in PARTICLES and len(words) == 2:
        return 0.2
    lists = name_lists()
    first, last = words[0], words[-1]
    if first == "the" or any(word.isdigit() for word in words):
        return 0.0
    known_first, known_last = is_first_name(first), last in lists.last
    initials = len(first) == 1 or (
        len(first) == 2 and first not in lists.first and not any(c in "aeiouy" for c in first)
    )
    if known_first:
        score = 1.0 if known_last else 0.9
    elif initials:
        score = 0.8
    elif known_last or any(is_first_name(word) for word in words[1:]):
        score = 0.6
    else:
        score = 0.4
    return score * 0.5 ** sum(word in _AGAINST for word in words)


def find_names(view: str, tokens: list[Token]) -> list[Name]:
    """Find every run of capitalised words, trimmed of what is no part of a name.

    >>> view = "When Eve met Director Len Wiseman, J. T. Walsh and Ana de Armas left."
    >>> [name.text for name in find_names(view, find_tokens(view))]
    ['Eve', 'Len Wiseman', 'J. T. Walsh', 'Ana de Armas']
    """
    names: list[Name] = []
    count, last = len(tokens), -1
    for index in [index for index, token in enumerate(tokens) if token.capital]:
        if index <= last:
            continue
        last = index
        while last + 1 < count and last - index < 7:
            if _is_nickname(tokens, last + 1):
                last += 2
                continue
            if not _joins(tokens[last], tokens[last + 1]):
                break
            if tokens[last + 1].capital:
                last += 1
            elif (
                tokens[last + 1].lower in PARTICLES
                and last + 2 < count
                and _joins(tokens[last + 1], tokens[last + 2])
                and (tokens[last + 2].capital or tokens[last + 2].lower in PARTICLES)
            ):
                last += 2
            else:
                break
        name = _trim(view, tokens, index, last)
        if name:
            names.append(name)
    return names


def _is_nickname(tokens: list[Token], index: int) -> bool:
    """Whether a quoted word stands between two words of one name (Robert 'Duke' Anderson)."""
    if index + 1 >= len(tokens) or tokens[index].gap not in {' "', " '", ' ("'} or tokens[index].edge:
        return False
    following = tokens[index + 1]
    return (
        following.gap in {'" ', "' ", '") '}
        and tokens[index].capital
        and following.capital
        and not following.edge
    )


def _trim(view: str, tokens: list[Token], first: int, last: int) -> Name | None:
    """Cut function words and trades off both ends of a run; None where nothing is left."""
    while first <= last:
        token = tokens[first]
        rest = last - first
        if token.lower in FUNCTION_WORDS and not (
            token.lower in MAY_BE_NAMES and rest and tokens[first + 1].lower not in FUNCTION_WORDS
        ):
            if token.lower in PARTICLES or (
                len(token.word) == 1 and tokens[min(first + 1, last)].gap.startswith(".")
            ):
                break
            first += 1
        elif rest > 1 and token.edge and token.lower in AGES and is_first_name(tokens[first + 1].word):
            first += 1  # "Little Karen Cooper": a capital for the sentence's sake
        elif (rest and token.lower in ROLE_WORDS and tokens[first + 1].lower not in FUNCTION_WORDS) or (
            rest
            and token.edge
            and token.lower not in HONORIFICS
            and token.lower not in PARTICLES
            and not is_first_name(token.word)
            and (
                token.lower.endswith("ing")
                or (is_first_name(tokens[first + 1].word) and "-" not in tokens[first + 1].word)
            )
        ):
            first += 1
        else:
            break
    while last >= first and tokens[last].lower in FUNCTION_WORDS and tokens[last].lower not in MAY_BE_NAMES:
        last -= 1
    if last < first:
        return None
    start, end = tokens[first].start, tokens[last].end
    if _is_abbreviation(tokens[last]) and last > first and view[end : end + 1] == ".":
        end += 1
    lowered = [plain(token.word) for token in tokens[first : last + 1]]
    titled = lowered[0] in HONORIFICS
    core = [word for word in lowered if word not in SUFFIXES]
    while len(core) > 1 and (core[0] in HONORIFICS or core[0] in PERSON_TITLES):
        core.pop(0)
    words = tuple(core or lowered)
    score = person_score(words) * (0.2 if titled and lowered[0] != "young" else 1.0)
    if tokens[last].word.isupper() and 1 < len(tokens[last].word) < 5 and not tokens[first].word.isupper():
        score *= 0.3  # a make, not a surname: "Walther PPK"
    return Name(start, end, first, last, view[start:end], words, score, titled, tokens[last].owns)


def is_person_name(text: str) -> bool:
    """Whether a whole text looks like one person's full name.

    >>> is_person_name("Anjelica Huston"), is_person_name("Knives Out"), is_person_name("Choi Soo-young")
    (True, False, False)
    """
    view = plain_view(text.strip())
    names = find_names(view, find_tokens(view))
    return len(names) == 1 and names[0].text == view and names[0].score >= FULL
