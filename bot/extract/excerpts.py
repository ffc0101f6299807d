"""One sentence as an excerpt: what it judges, what it tells, what speaks against showing it."""

from __future__ import annotations

import re
import string
from collections import Counter
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from bot.extract import quote_words as words
from bot.extract.leaning import STARTERS, leans_back
from bot.extract.lexicon import CLINGING, FLAWS, LEXICON
from bot.extract.opinion import Judgement, find_craft, find_judgements
from bot.extract.tokens import Phrases, lower, read_words, word_set

if TYPE_CHECKING:
    from collections.abc import Callable

_CHAT: Phrases[bool] = Phrases({True: words.CHAT})
_DESCRIBING: Phrases[bool] = Phrases({True: words.DESCRIBING})
_COPULAS = word_set("""
    is are was were 's isn't aren't wasn't weren't looks feels seems remains becomes gives makes brings has
""")
_SAID_OF = _COPULAS | {"i", "it's", "i've"}
_SENTENCE_STARTS = frozenset(['"', "(", ".", "!", "?", ":"])
LONGEST = 350  # characters of the longest quote
_WORTH_A_LOOK = 0.65  # opinion below which nobody asks for the rest
_BESIDE = 5  # words between a judgement and what it judges
_OPENING = 4  # words of "this film is about"
_BEHIND = 3  # words between "is" and what is said

_LINKS = (
    "http:",
    "https:",
    "www.",
    ".com",
    ".net",
    ".org",
    "{",
    "}",
    "<",
    ">",
    "|",
    "\\",
    "**",
    "__",
    "[1",
    "[2",
    " @",
    " #",
)
# The name of a field, or a list's bullet.
_LABEL = re.compile(
    r"""
    \W*\d+[.)][ ] | [A-Z ]{4,}: | [-*•][ ]
    | (?i: the[ ]review | note | update | ps | p\.s\. | edit | rating | score | grade | cast | director
        | starring | stars | written[ ]by | directed[ ]by | genre | runtime | release[ ]date | plot | synopsis | summary
        | storyline | trivia | dvd | video | audio | extras | warning | mpaa | trailer | country | language
        | music | producers? | writers?
      )[ ]?:
    """,
    re.VERBOSE,
)
_SCORE = re.compile(r"\d[ ]?/[ ]?\d|\b\d(?:\.\d)?\s+(?:out\s+)?of\s+\d|\bstars?\b.{0,3}$|[★*]{2}")
_MAY_SCORE = re.compile(r"[\d★*]|star")  # most sentences have no such sign
_BACK = re.compile(
    r"""\b(?:
        as[ ]I[ ](?:have[ ])?(?:said|mentioned|wrote|stated|noted|explained|discussed|alluded)
        | mentioned[ ](?:above|earlier|before)
        | see[ ](?:above|below)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SLIP = re.compile(  # begins with one class of characters, which is searched for fast
    r"""
    [,;!?).` ] (?:
        (?<= [a-z][,;!?)] ) [A-Za-z] | (?<= [.!?] ) [.] | (?<= ! ) ! | (?<= [?] ) [?] | (?<= , ) , | (?<= ` ) `
      | (?<= [ ] ) (?: [,;!] | -[a-z] )
    )
    """,
    re.VERBOSE,
)
_SMALL_I = re.compile(r"i(?<!\wi)\b")
_MAY_GO_BACK = ("as i ", "mentioned ", "see ")
_CAPITALS = string.ascii_uppercase.encode()
_LETTERS = string.ascii_letters.encode()
_ENDED = re.compile(r"""[.!?…]["')\]]{0,2}$""")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|makes|made|feels|gives|gets|isn't|doesn't|it's|can|will)\b"
)
_LINE = 60  # characters from which an unended line may be prose
_SHOUTED = 0.4  # share of capitals
_HEADED = 0.7  # share of words with a capital, as in headings
_SMALL = 3  # letters of a word that headings may leave without one


T = TypeVar("T")


class _lazy(Generic[T]):  # noqa: N801 - used as a decorator, like property
    """Found out once, when first asked for: functools.cached_property takes a lock up to Python 3.11."""

    def __init__(self, compute: Callable[[Excerpt], T]) -> None:
        self.compute, self.name, self.__doc__ = compute, compute.__name__, compute.__doc__

    @overload
    def __get__(self, excerpt: None, owner: type) -> _lazy[T]: ...
    @overload
    def __get__(self, excerpt: Excerpt, owner: type) -> T: ...
    def __get__(self, excerpt: Excerpt | None, owner: type) -> T | _lazy[T]:
        if excerpt is None:
            return self
        value = excerpt.__dict__[self.name] = self.compute(excerpt)
        return value


class Excerpt:
    """One sentence of the plain view. What it costs to find out is found out when somebody asks.

    >>> def read(text): return Excerpt(text, 0, len(text))
    >>> read("He is superb in it.").leans, read("Chaplin is superb in it.").leans
    (True, False)
    """

    def __init__(self, view: str, start: int, end: int) -> None:
        self.start, self.end, self.text = start, end, view[start:end]
        # split off behind a full stop: its writer never uses a capital
        self.small = self.text[:1].islower() and view[max(0, start - 2) : start].startswith((".", "!", "?"))
        # What is longer than any quote is not worth reading, and may be a megabyte of anything.
        self.tokens = read_words(self.text) if end - start <= LONGEST else []
        self.lows = lower(self.tokens)
        self.hits = LEXICON.read(self.lows)
        self.judgements: tuple[Judgement, ...] = tuple(
            judgement
            for judgement in find_judgements(self.lows, self.hits)
            if not self._in_title(judgement.at)
        )

    def _in_title(self, index: int) -> bool:
        """Whether a word is one of two or more with a capital, away from the sentence's start: "Best Picture"."""
        tokens = self.tokens
        if not index or not tokens[index].istitle():
            return False
        return any(
            0 < other < len(tokens) and tokens[other].istitle() and tokens[other - 1] not in _SENTENCE_STARTS
            for other in (index - 1, index + 1)
        )

    @_lazy
    def names(self) -> list[int]:
        """Which tokens look like a name's part."""
        return [
            index
            for index, (token, low) in enumerate(zip(self.tokens, self.lows, strict=True))
            if token[0].isupper() and low not in STARTERS and len(token) > 1
        ]

    @_lazy
    def craft(self) -> tuple[int, ...]:
        """Where the film or one of its crafts is named."""
        return find_craft(self.lows, self.hits)

    @property
    def plot(self) -> int:
        """How often it tells what happens in the film."""
        return self.flaws["plot"]

    @_lazy
    def flaws(self) -> Counter[str]:
        """How often it speaks of what nobody wants quoted, by kind."""
        return Counter(kind for _, _, kind in self.hits.find(FLAWS))

    @_lazy
    def leans(self) -> bool:
        """Whether it needs the sentence before."""
        return leans_back(self.tokens, self.lows, self.hits)

    @_lazy
    def describes(self) -> bool:
        """Whether it only says what the film is about: none of its judgements is said of the film."""
        if not _DESCRIBING.starts(self.lows):
            return False
        return not any(
            abs(judgement.strength) > 1
            or not _SAID_OF.isdisjoint(self.lows[max(_OPENING, judgement.at - _BEHIND) : judgement.at])
            or any(0 < at - judgement.at <= 2 for at in self.craft if at > _OPENING)
            for judgement in self.judgements
        )

    @_lazy
    def clings(self) -> bool:
        """Whether it makes no sense without what stands before, whatever it judges."""
        return bool(self.hits.find(CLINGING))

    @_lazy
    def barred(self) -> bool:
        """Whether it is never to be shown, alone or with others."""
        return bool(self.flaws["furniture"]) or _is_barred(self.text, small=self.small)

    @_lazy
    def personal(self) -> bool:
        """Whether it is about the writer's evening, or a rating."""
        return bool(self.flaws["logistics"]) or (
            bool(_MAY_SCORE.search(self.text)) and bool(_SCORE.search(self.text))
        )

    @_lazy
    def question(self) -> bool:
        """Whether it asks."""
        return self.text.rstrip("\"')").endswith("?")

    @property
    def chatty(self) -> bool:
        """Whether it warms up before its point."""
        return bool(_CHAT.starts(self.lows))

    @_lazy
    def slips(self) -> bool:
        """Whether it has a slip of typing."""
        return bool(_SLIP.search(self.text) or _SMALL_I.search(self.text))

    @_lazy
    def opinion(self) -> float:
        """How much it judges the film; away from any craft or maker's name, a judgement counts little."""
        if not self.judgements or self.describes:
            return 0.0
        named = self._named()
        strong = general = 0.0
        for judgement in self.judgements:
            worth, place = abs(judgement.strength), judgement.at
            if any(abs(at - place) <= _BESIDE for at in self.craft) or any(
                0 <= place - at <= _BESIDE for at in named
            ):
                share = 1.0
            elif (worth > 1 and self.craft) or self._is_said(place):
                share = 0.6
            else:
                share = 0.35
            if worth > 1:
                strong += worth * share
            else:
                general += worth * share
        total = strong + min(general, 2.0)
        if total >= _WORTH_A_LOOK and self.plot >= 2 + len(self.craft):
            return 0.4 * (strong + general)
        return total

    def _named(self) -> list[int]:
        """Where "Keaton is" has its verb."""
        lows = self.lows
        return [at + 1 for at in self.names if at + 1 < len(lows) and lows[at + 1] in _COPULAS]

    def _is_said(self, place: int) -> bool:
        """Whether it stands right behind "is" or "I": "looks cool", as against "a cool million"."""
        return not _SAID_OF.isdisjoint(self.lows[max(0, place - _BEHIND) : place])


def _is_barred(text: str, *, small: bool) -> bool:
    """Whether its shape is no sentence's: a fragment, a label, a link, shouting, half a bracket."""
    if not (small or text[0].isupper() or text[0].isdigit() or text[0] in "\"'"):
        return True
    if (":" in text or not (small or text[0].isupper())) and _LABEL.match(text):
        return True
    if not _ENDED.search(text) and not (len(text) >= _LINE and text[-1].isalpha() and _VERB.search(text)):
        return True
    if text[0] == '"' == text[-1] and text.count('"') == 2:  # what somebody else said
        return True
    if text.count("(") != text.count(")") or text.count('"') % 2:
        return True
    for link in _LINKS:
        if link in text:
            return True
    low = text.lower()
    if any(sign in low for sign in _MAY_GO_BACK) and _BACK.search(text):
        return True
    if text.isascii():
        data = text.encode()
        capitals = len(data) - len(data.translate(None, _CAPITALS))
        letters = len(data) - len(data.translate(None, _LETTERS))
    else:
        capitals, letters = sum(map(str.isupper, text)), sum(map(str.isalpha, text))
    if capitals > letters * _SHOUTED:
        return True
    words = text.split()
    headed = len(words) * _HEADED
    if capitals > headed and sum(word[0].isupper() for word in words) > headed:
        return True
    if capitals < 3:
        return False
    long = [word for word in words if len(word) > _SMALL]  # title case leaves "of" and "the" small
    return len(long) > 2 and all(word[0].isupper() for word in long)
