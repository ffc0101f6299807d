"""How well a run of sentences stands by itself: what it leans on, what it judges, what speaks against showing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract import quote_words as words
from bot.extract.opinion import Judgement, find_craft, find_judgements
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
_LABEL = re.compile(
    r"""\W*\d+[.)][ ]|[A-Z ]{4,}:|[-*•][ ]|(?i:the[ ]review|note|update|ps|p\.s\.|edit|rating|score|grade|cast|director|starring|stars|
    written[ ]by|directed[ ]by|genre|runtime|release[ ]date|plot|synopsis|summary|storyline|trivia|dvd|video|audio|extras|warning|
    mpaa|trailer|country|language|music|producers?|writers?)[ ]?:""",
    re.VERBOSE,
)
_SCORE = re.compile(r"\d[ ]?/[ ]?\d|\b\d(?:\.\d)?\s+(?:out\s+)?of\s+\d|\bstars?\b.{0,3}$|[★*]{2}")
_BACK = re.compile(
    r"(?i:\bas I (?:said|mentioned|stated|noted|wrote)|\bmentioned (?:above|earlier|before)|aforementioned|see (?:above|below))\b"
)
_SLOPPY = re.compile(r"[a-z][,;!?)][A-Za-z]|\.\.|!!|\?\?|[!?]\.|\bi\b|\si'm\b|[ ][,;!]|,,|[ ]-[a-z]|``")
_COPULAS = frozenset(
    "is are was were 's isn't aren't wasn't weren't looks feels seems remains becomes gives makes brings has".split()
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|makes|made|feels|gives|gets|isn't|doesn't|it's|can|will)\b"
)
_LINE = 60  # characters from which an unended line may be prose
_BESIDE = 5  # words between a judgement and what it judges
_ENDED = re.compile(r"""[.!?…]["')\]]{0,2}$""")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One sentence, read."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    craft: tuple[int, ...]  # where the film or a craft is named
    names: int  # capitalised words that are no sentence's first
    plot: int  # how often it tells what happens
    anchored: frozenset[int]  # words near which a judgement is one of the film, its crafts or its makers
    predicative: frozenset[int]  # words said of something: "looks cool", as against "a cool million"
    attributed: bool  # it reports what others think, or what was expected
    other_film: bool  # it compares with another film
    history: int  # how often it tells of the film's making, selling and prizes
    sloppy: int  # slips of typing
    leans: bool  # it needs the sentence before
    barred: bool  # never to be shown, alone or with others
    personal: bool  # about the writer's evening
    unended: bool  # no mark closes it, as in notes set a line each
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
    flaws = dict.fromkeys(("logistics", "furniture", "plot", "attributed", "other", "history"), 0)
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
        craft := find_craft(lows),
        names,
        flaws["plot"],
        _anchored(tokens, craft),
        _predicative(lows),
        attributed=bool(flaws["attributed"]),
        other_film=bool(flaws["other"]),
        history=flaws["history"],
        sloppy=sum(1 for _ in _SLOPPY.finditer(text)),
        leans=_leans(tokens, lows),
        barred=bool(flaws["furniture"]) or _is_barred(text),
        personal=bool(flaws["logistics"]) or bool(_SCORE.search(text)),
        unended=not _ENDED.search(text),
        question=text.rstrip("\"')").endswith("?"),
    )


def _anchored(tokens: Sequence[Token], craft: tuple[int, ...]) -> frozenset[int]:
    """Places near a craft, or behind "Keaton is"."""
    near = {place for index in craft for place in range(index - _BESIDE, index + _BESIDE + 1)}
    for index, token in enumerate(tokens[1:], 1):
        before = tokens[index - 1]
        if token.low in _COPULAS and before.text[0].isupper() and before.low not in _STARTERS:
            near.update(range(index, index + _BESIDE + 1))
    return frozenset(near)


def _predicative(lows: Sequence[str]) -> frozenset[int]:
    """Places behind "is", and behind "I" ("I loved")."""
    near: set[int] = set()
    for index, low in enumerate(lows):
        if low in _COPULAS or low in {"i", "it's", "i've"}:
            near.update(range(index + 1, index + 4))
    return frozenset(near)


def _is_barred(text: str) -> bool:
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'("):
        return True
    if not _ENDED.search(text) and not (len(text) >= _LINE and text[-1].isalpha() and _VERB.search(text)):
        return True
    if text.count("(") != text.count(")") or text.count('"') % 2:
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
