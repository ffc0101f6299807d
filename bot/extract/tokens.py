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


_Options = list[tuple[int, list[str], T]]  # (number of tokens, the tokens, value), the longest first
_Entry = tuple[
    tuple[T, ...], dict[str, _Options[T]]
]  # (the value of the word alone, if any; phrases by second token)


class Phrases(Generic[T]):
    """Words and fixed phrases with a value each; the longest phrase at a place wins."""

    __slots__ = ("_table", "_words")

    def __init__(self, lists: Mapping[T, str]) -> None:
        # by first and second token, since hundreds of phrases begin with "the"
        self._table: dict[str, _Entry[T]] = {}
        for value, words in lists.items():
            for phrase in spell_out(words):
                parts = read_words(phrase)
                alone, longer = self._table.get(parts[0], ((), {}))
                if len(parts) > 1:
                    longer.setdefault(parts[1], []).append((len(parts), parts, value))
                self._table[parts[0]] = (alone or (value,) if len(parts) == 1 else alone, longer)
        for _, longer in self._table.values():
            for options in longer.values():
                options.sort(key=lambda option: -option[0])
        self._words = self._table.keys()

    def find(self, lows: list[str]) -> list[tuple[int, int, T]]:
        """Find (first token, number of tokens, value) of each match, in order, without overlap.

        A compound counts as the first of its parts that is listed.

        >>> Phrases({1: "fun", -1: "no_fun"}).find(["it", "is", "no", "fun"])
        [(2, 2, -1)]
        >>> Phrases({1: "fun"}).find(["fun-filled"])
        [(0, 1, 1)]
        """
        table = self._table
        compounds = "-" in "".join(lows)
        if not compounds and self._words.isdisjoint(lows):
            return []
        found: list[tuple[int, int, T]] = []
        end = 0
        # Nearly every word is none of ours: a comprehension passes over them fastest.
        places = (
            [i for i, low in enumerate(lows) if low in table or "-" in low]
            if compounds
            else [i for i, low in enumerate(lows) if low in table]
        )
        for index in places:
            if index < end:
                continue
            entry = table.get(lows[index])
            if entry is None:
                for part in lows[index].split("-"):
                    if part in table and table[part][0]:
                        found.append((index, 1, table[part][0][0]))
                        break
                continue
            match = self._match(entry, lows, index)
            if match:
                found.append((index, *match))
                end = index + match[0]
        return found

    @staticmethod
    def _match(entry: _Entry[T], lows: list[str], index: int) -> tuple[int, T] | None:
        alone, longer = entry
        if longer and index + 1 < len(lows):
            for length, parts, value in longer.get(lows[index + 1], ()):
                if length == 2 or lows[index : index + length] == parts:
                    return length, value
        return (1, alone[0]) if alone else None

    def starts(self, lows: list[str]) -> T | None:
        """The value of the phrase that these tokens begin with."""
        entry = self._table.get(lows[0]) if lows else None
        match = self._match(entry, lows, 0) if entry else None
        return match[1] if match else None


def word_set(*lists: str) -> frozenset[str]:
    """Read word lists as a set of single words."""
    return frozenset(word for words in lists for word in spell_out(words))
