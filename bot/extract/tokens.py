"""Words of a sentence as tokens, and word lists that match them: what quotes, themes, stance and spoilers share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")

# A possessive, a word with its apostrophes and hyphens, a number, or one mark.
_TOKEN = re.compile(
    r"""
    '[sS](?![^\W_])
    | [^\W\d_]+ (?: (?: - | '(?![sS](?![^\W_])) ) [^\W\d_]+ )*
    | \d[\d.,/]*
    | [.,;:!?()"-]
    """,
    re.VERBOSE,
)


def read_words(text: str) -> list[str]:
    """Split a text of the plain view into words and marks as they stand.

    >>> read_words("Isn't Keaton's deadpan well-timed?")
    ["Isn't", 'Keaton', "'s", 'deadpan', 'well-timed', '?']
    """
    return _TOKEN.findall(text)


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


# Seldom the word to look a phrase up by: they stand in nearly every review.
_FREQUENT = frozenset(
    [
        "that",
        "this",
        "film",
        "movie",
        "with",
        "have",
        "what",
        "about",
        "story",
        "scene",
        "from",
        "their",
        "would",
    ]
)
_LONGEST_PHRASE = 10  # tokens
_Listed = list[
    tuple[int, int, list[str], T]
]  # (place of the key in the phrase, tokens in all, the tokens, value)
_Hit = tuple[int, int, T]  # (first token, number of tokens, value)


class Phrases(Generic[T]):
    """Words and fixed phrases with a value each; the longest phrase at a place wins."""

    __slots__ = ("_keys", "_table")

    def __init__(self, lists: Mapping[T, str]) -> None:
        # by its longest token, since hundreds of phrases begin with "the" and hardly any share their longest
        self._table: dict[str, _Listed[T]] = {}
        for value, words in lists.items():
            for phrase in spell_out(words):
                parts = read_words(phrase)
                key = max(parts, key=lambda part: (part not in _FREQUENT, len(part)))
                self._table.setdefault(key, []).append((parts.index(key), len(parts), parts, value))
        self._keys = self._table.keys()

    def find(self, lows: list[str]) -> list[_Hit[T]]:
        """Find the matches in order, without overlap.

        A compound counts as the first of its parts that is listed.

        >>> Phrases({1: "fun", -1: "no_fun"}).find(["it", "is", "no", "fun"])
        [(2, 2, -1)]
        >>> Phrases({1: "fun"}).find(["fun-filled"])
        [(0, 1, 1)]
        """
        table = self._table
        compounds = "-" in "".join(lows)
        if not compounds and self._keys.isdisjoint(lows):
            return []
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

    def starts(self, lows: list[str]) -> T | None:
        """The value of the phrase that these tokens begin with."""
        found = self.find(lows[:_LONGEST_PHRASE])
        return found[0][2] if found and found[0][0] == 0 else None


def word_set(*lists: str) -> frozenset[str]:
    """Read word lists as a set of single words."""
    return frozenset(word for words in lists for word in spell_out(words))
