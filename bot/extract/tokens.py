"""Words of a sentence as tokens, and word lists that match them: what quotes, themes, stance and spoilers share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")

# A word with its apostrophes and hyphens, a possessive, a number, or one mark.
_PATTERN = r"""
    LETTER+ (?: (?: - | '(?![sS](?!LETTER|\d)) ) LETTER+ )*
    | '[sS](?!LETTER|\d)
    | \d[\d.,/]*
    | [.,;:!?()"-]
    """
_TOKEN = re.compile(_PATTERN.replace("LETTER", r"[^\W\d_]"), re.VERBOSE)
_ASCII_TOKEN = re.compile(
    _PATTERN.replace("LETTER", "[A-Za-z]"), re.VERBOSE
)  # takes three quarters of the time


def read_words(text: str) -> list[str]:
    """Split a text of the plain view into words and marks as they stand.

    >>> read_words("Isn't Keaton's deadpan well-timed?")
    ["Isn't", 'Keaton', "'s", 'deadpan', 'well-timed', '?']
    """
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text)


def lower(words: list[str]) -> list[str]:
    """The words in lower case, which all word lists match."""
    return [word.lower() for word in words]


def spell_out(words: str) -> Iterator[str]:
    """Read a word list in which ``charm/s/ing`` stands for charm, charms, charming, and ``_`` for a blank.

    >>> list(spell_out("charm/s/ing at_its_best"))
    ['charm', 'charms', 'charming', 'at its best']
    """
    for entry in words.split():
        stem, *endings = entry.replace("_", " ").split("/")
        yield stem
        for ending in endings:
            # "~" takes the stem's last letter away: "move/~ing" is move, moving.
            yield stem[:-1] + ending[1:] if ending.startswith("~") else stem + ending


# Words of nearly every review, the most frequent first: a phrase is looked up by the rarest of its words.
_FREQUENT = """
, . " ( ) ! ? ; : - the and a to of is it in that i this but film for with 's on as you was are at movie be not he his
one like there what have t so they out an all from her about just or more up when by has see some who my if story she
how we can me into much time also which after only other good way while most their characters no very would him than
them do films get before many will even where because two seen really these still great first off know make does well
going back through had think best were end lot been being why people something then could things makes watch character
bad did too any never go your another little now say its big here part life few movies may same watching look work love
quite over place don though again man reason around find between those gets actually scene turns turned fact
"""
_RANKS = {word: rank for rank, word in enumerate(_FREQUENT.split())}
_LONGEST_PHRASE = 10  # tokens
_Listed = list[
    tuple[int, int, list[str], T]
]  # (place of the key in the phrase, tokens in all, the tokens, value)
_Hit = tuple[int, int, T]  # (first token, number of tokens, value)


class Phrases(Generic[T]):
    """Words and fixed phrases with a value each; the longest phrase at a place wins."""

    __slots__ = ("_firsts", "_keys", "_table")

    def __init__(self, lists: Mapping[T, str]) -> None:
        # by its rarest token, since hundreds of phrases begin with "the" and hardly any share their rarest
        self._table: dict[str, _Listed[T]] = {}
        firsts: set[str] = set()
        for value, words in lists.items():
            for phrase in spell_out(words):
                parts = read_words(phrase)
                key = max(parts, key=lambda part: (_RANKS.get(part, len(_RANKS)), len(part)))
                self._table.setdefault(key, []).append((parts.index(key), len(parts), parts, value))
                firsts.add(parts[0])
        self._keys = self._table.keys()
        self._firsts = frozenset(firsts)

    def find(self, lows: list[str]) -> list[_Hit[T]]:
        """Find the matches in order, without overlap.

        A compound counts as the first of its parts that is listed.

        >>> Phrases({1: "fun", -1: "no_fun"}).find(["it", "is", "no", "fun"])
        [(2, 2, -1)]
        >>> Phrases({1: "fun"}).find(["fun-filled"])
        [(0, 1, 1)]
        """
        compounds = "-" in "".join(lows)
        if self._keys.isdisjoint(lows):
            return list(self._compounds(lows)) if compounds else []
        table = self._table
        hits: list[_Hit[T]] = []
        for index in [i for i, low in enumerate(lows) if low in table]:
            for offset, length, parts, value in table[lows[index]]:
                begin = index - offset
                if length == 1 or (begin >= 0 and lows[begin : begin + length] == parts):
                    hits.append((begin, length, value))
        if compounds:
            hits += self._compounds(lows)
        if len(hits) < 2:
            return hits
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        found, end = [], 0
        for hit in hits:
            if hit[0] >= end:
                found.append(hit)
                end = hit[0] + hit[1]
        return found

    def _compounds(self, lows: list[str]) -> Iterator[_Hit[T]]:
        for index, low in enumerate(lows):
            if "-" in low and low not in self._table:
                for part in low.split("-"):
                    alone = [value for _, length, _, value in self._table.get(part, ()) if length == 1]
                    if alone:
                        yield index, 1, alone[0]
                        break

    def may_find(self, lows: list[str]) -> bool:
        """Whether a closer look may find anything."""
        return not self._keys.isdisjoint(lows) or "-" in "".join(lows)

    def starts(self, lows: list[str]) -> T | None:
        """The value of the phrase that these tokens begin with."""
        if not lows or (lows[0] not in self._firsts and "-" not in lows[0]):
            return None
        found = self.find(lows[:_LONGEST_PHRASE])
        return found[0][2] if found and found[0][0] == 0 else None


def word_set(*lists: str) -> frozenset[str]:
    """Read word lists as a set of single words."""
    return frozenset(word for words in lists for word in spell_out(words))
