"""Words of a sentence as tokens, and word lists that match them: what quotes, themes, stance and spoilers share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

# A word with its apostrophes and hyphens, a number, or one mark.
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\d.,/]*|[.,;:!?()\"-]")


class Token(NamedTuple):
    """One word or mark: in lower case, and as it stands."""

    low: str
    text: str
    start: int


def read_tokens(view: str, start: int, end: int) -> list[Token]:
    """Split a span of the plain view into words and marks.

    >>> [t.low for t in read_tokens("Keaton's deadpan isn't dull.", 0, 28)]
    ['keaton', "'s", 'deadpan', "isn't", 'dull', '.']
    """
    found = []
    for match in _TOKEN.finditer(view, start, end):
        text = match.group()
        if text[-2:] in ("'s", "'S") and len(text) > 2:
            found.append(Token(text[:-2].lower(), text[:-2], match.start()))
            found.append(Token("'s", "'s", match.end() - 2))
        else:
            found.append(Token(text.lower(), text, match.start()))
    return found


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


_Options = list[tuple[int, tuple[str, ...], T]]  # (number of tokens, the tokens, value), the longest first


class Phrases(Generic[T]):
    """Words and fixed phrases with a value each; the longest phrase at a place wins."""

    __slots__ = ("_table",)

    def __init__(self, lists: Mapping[T, str]) -> None:
        # by first and second token, since hundreds of phrases begin with "the"; single words under ""
        self._table: dict[str, dict[str, _Options[T]]] = {}
        for value, words in lists.items():
            for phrase in spell_out(words):
                parts = tuple(token.low for token in read_tokens(phrase, 0, len(phrase)))
                second = parts[1] if len(parts) > 1 else ""
                self._table.setdefault(parts[0], {}).setdefault(second, []).append((len(parts), parts, value))
        for by_second in self._table.values():
            for options in by_second.values():
                options.sort(key=lambda option: -option[0])

    def find(self, lows: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Yield (first token, number of tokens, value) of each match, in order, without overlap.

        A compound counts as the first of its parts that is listed.

        >>> list(Phrases({1: "fun", -1: "no_fun"}).find(["it", "is", "no", "fun"]))
        [(2, 2, -1)]
        >>> list(Phrases({1: "fun"}).find(["fun-filled"]))
        [(0, 1, 1)]
        """
        table, end = self._table, 0
        # Nearly every word is none of ours: a comprehension passes over them fastest.
        for index in [i for i, low in enumerate(lows) if low in table or "-" in low]:
            if index < end:
                continue
            low = lows[index]
            by_second = table.get(low)
            if by_second is None:
                if "-" in low:
                    for part in low.split("-"):
                        if part in table and "" in table[part]:
                            yield index, 1, table[part][""][0][2]
                            break
                continue
            match = self._match(by_second, lows, index)
            if match:
                yield index, *match
                end = index + match[0]

    @staticmethod
    def _match(by_second: dict[str, _Options[T]], lows: Sequence[str], index: int) -> tuple[int, T] | None:
        if index + 1 < len(lows):
            for length, parts, value in by_second.get(lows[index + 1], ()):
                if length == 2 or tuple(lows[index : index + length]) == parts:
                    return length, value
        single = by_second.get("")
        return (1, single[0][2]) if single else None

    def starts(self, lows: Sequence[str]) -> T | None:
        """The value of the phrase that these tokens begin with."""
        by_second = self._table.get(lows[0]) if lows else None
        match = self._match(by_second, lows, 0) if by_second else None
        return match[1] if match else None


def word_set(*lists: str) -> frozenset[str]:
    """Read word lists as a set of single words."""
    return frozenset(word for words in lists for word in spell_out(words))


def lows_of(tokens: Iterable[Token]) -> list[str]:
    """The tokens' lower-case forms."""
    return [token.low for token in tokens]
