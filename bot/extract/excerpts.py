"""How well a run of sentences stands by itself: what it leans on, what it judges, what speaks against showing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract import quote_words as words
from bot.extract.opinion import Judgement, count_craft, find_judgements
from bot.extract.tokens import Phrases, Token, read_tokens, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENINGS: Phrases[bool] = Phrases({True: words.LEANING, False: words.STANDING})
_FLAWS: Phrases[str] = Phrases(
    {"logistics": words.LOGISTICS, "furniture": words.FURNITURE, "plot": words.PLOT}
)
_FILM_NOUNS = word_set(words.FILM_NOUNS)
_PERSONS = word_set(words.PERSONS)
_STARTERS = word_set(words.STARTERS)
_HE_SHE = frozenset(
    ["he", "she", "his", "her", "him", "himself", "herself", "he's", "she's", "he'd", "she'd"]
)
_EXPLETIVE_GOES_ON = frozenset(["to", "that", "how", "when", "if", "watching", "seeing", "as"])

_LINK = re.compile(r"https?:|www\.|\.com\b|\.net\b|\.org\b|@\w|\[\d|[{}<>|\\]|\*\*|__|#\w")
_LABEL = re.compile(r"""(?:[A-Z][\w'-]*[ ]?){1,4}:[ ]|\W*\d+[.)][ ]|[-*•][ ]""")
_SCORE = re.compile(r"\d[ ]?/[ ]?\d|\b\d(?:\.\d)?\s+(?:out\s+)?of\s+\d|\bstars?\b.{0,3}$|[★*]{2}")
_BACK = re.compile(
    r"\b(?:as I (?:said|mentioned)|mentioned (?:above|earlier|before)|aforementioned|see (?:above|below))\b"
)
_ENDED = re.compile(r"""[.!?…]["')\]]{0,2}$""")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One sentence, read."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    craft: int  # how often the film or a craft is named
    names: int  # capitalised words that are no sentence's first
    plot: int  # how often it tells what happens
    leans: bool  # it needs the sentence before
    barred: bool  # never to be shown, alone or with others
    personal: bool  # about the writer's evening
    question: bool


def read_excerpt(view: str, start: int, end: int) -> Excerpt:
    """Read one sentence of the plain view.

    >>> read = lambda text: read_excerpt(text, 0, len(text))
    >>> read("He is superb in it.").leans, read("Chaplin is superb in it.").leans
    (True, False)
    """
    tokens = read_tokens(view, start, end)
    lows = [token.low for token in tokens]
    text = view[start:end]
    flaws = {"logistics": 0, "furniture": 0, "plot": 0}
    for _, _, kind in _FLAWS.find(lows):
        flaws[kind] += 1
    names = sum(
        1
        for index, token in enumerate(tokens)
        if token.text[0].isupper()
        and token.low not in _STARTERS
        and (index or len(tokens) > 1)
        and len(token.text) > 1
    )
    return Excerpt(
        start,
        end,
        tuple(tokens),
        tuple(lows),
        find_judgements(lows),
        count_craft(lows),
        names,
        flaws["plot"],
        leans=_leans(tokens, lows),
        barred=bool(flaws["furniture"]) or _is_barred(text),
        personal=bool(flaws["logistics"]) or bool(_SCORE.search(text)),
        question=text.rstrip("\"')").endswith("?"),
    )


def _is_barred(text: str) -> bool:
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'("):
        return True
    if not _ENDED.search(text) or text.count("(") != text.count(")") or text.count('"') % 2:
        return True
    if text[0] == "(" or _LINK.search(text) or _BACK.search(text) or _LABEL.match(text):
        return True
    letters = [c for c in text if c.isalpha()]
    return sum(map(str.isupper, letters)) > len(letters) * 0.4


def _leans(tokens: Sequence[Token], lows: Sequence[str]) -> bool:
    """Whether a sentence cannot be understood without the one before it."""
    first = 1 if lows and lows[0] in {'"', "("} else 0
    opening = lows[first : first + 12]
    if not opening:
        return True
    if opening[0] in {"it", "it's", "its", "this", "it'll", "it'd"}:
        if not _names_its_film(opening, lows):
            return True
    elif _OPENINGS.starts(opening) and not (opening[0] in _HE_SHE and _names_ahead(tokens)):
        return True
    return _has_loose_pronoun(tokens, lows)


def _names_its_film(opening: Sequence[str], lows: Sequence[str]) -> bool:
    """ "This film", "It's a film that", "It is hard not to": nothing before is needed."""
    if opening[0] == "this":
        if not _FILM_NOUNS.isdisjoint(opening[1:4]):
            return True
        return (
            len(opening) > 1
            and opening[1] in {"is", "was", "isn't", "may", "has", "should"}
            and _film_soon(opening)
        )
    if opening[0] == "its":
        return False
    head = " ".join(opening[:2]) if opening[0] == "it" else opening[0]
    rest = opening[2:] if opening[0] == "it" else opening[1:]
    if (
        head in words.EXPLETIVE
        and not _EXPLETIVE_GOES_ON.isdisjoint(rest[:5])
        and rest[:1] not in (["to"], ["as"])
    ):
        return True
    return head in words.EXPLETIVE and _film_soon(opening)


def _film_soon(opening: Sequence[str]) -> bool:
    for word in opening[1:]:
        if word in {",", ".", "that", "but", "and"}:
            return False
        if word in _FILM_NOUNS:
            return True
    return False


def _names_ahead(tokens: Sequence[Token]) -> bool:
    """ "In his finest hour, Keaton ...": the name follows its pronoun."""
    for index, token in enumerate(tokens[:16]):
        if token.low == "," and index + 1 < len(tokens):
            following = tokens[index + 1]
            return following.text[0].isupper() and following.low not in _STARTERS
    return False


def _has_loose_pronoun(tokens: Sequence[Token], lows: Sequence[str]) -> bool:
    for index, low in enumerate(lows):
        if low not in _HE_SHE:
            continue
        for token in tokens[:index]:
            if token.low in _PERSONS:
                return False
            if token.text[0].isupper() and token.low not in _STARTERS and len(token.text) > 1:
                return False
        return not _names_ahead(tokens)
    return False
