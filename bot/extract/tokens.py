"""Words of a sentence as tokens, and word lists that match them: what quotes, themes, stance and spoilers share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

# A word with its apostrophes and hyphens, a number, or one mark.
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\d.,/]*|[.,;:!?()\"-]")


@dataclass(frozen=True, slots=True)
class Token:
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


class Phrases(Generic[T]):
    """Words and fixed phrases with a value each; the longest phrase at a place wins."""

    __slots__ = ("_longer", "_single")

    def __init__(self, lists: Mapping[T, str]) -> None:
        self._single: dict[str, T] = {}
        self._longer: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for value, words in lists.items():
            for phrase in spell_out(words):
                parts = tuple(token.low for token in read_tokens(phrase, 0, len(phrase)))
                if len(parts) == 1:
                    self._single[parts[0]] = value
                else:
                    self._longer.setdefault(parts[0], []).append((parts, value))
        for options in self._longer.values():
            options.sort(key=lambda option: -len(option[0]))

    def find(self, lows: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Yield (first token, number of tokens, value) of each match, in order, without overlap.

        >>> list(Phrases({1: "fun", -1: "no_fun"}).find(["it", "is", "no", "fun"]))
        [(2, 2, -1)]
        """
        index, count = 0, len(lows)
        single, longer = self._single, self._longer
        while index < count:
            low = lows[index]
            if low in longer:
                for parts, value in longer[low]:
                    if tuple(lows[index : index + len(parts)]) == parts:
                        yield index, len(parts), value
                        index += len(parts)
                        break
                else:
                    if low in single:
                        yield index, 1, single[low]
                    index += 1
                continue
            if low in single:
                yield index, 1, single[low]
            elif "-" in low and len(low) > 1:
                for part in low.split("-"):
                    if part in single:
                        yield index, 1, single[part]
                        break
            index += 1

    def any(self, lows: Sequence[str]) -> bool:
        """Whether one of them stands here."""
        return next(self.find(lows), None) is not None

    def starts(self, lows: Sequence[str]) -> T | None:
        """The value of the phrase that these tokens begin with."""
        found = next(self.find(lows[:8]), None)
        return found[2] if found and found[0] == 0 else None


def word_set(*lists: str) -> frozenset[str]:
    """Read word lists as a set of single words."""
    return frozenset(word for words in lists for word in spell_out(words))


def lows_of(tokens: Iterable[Token]) -> list[str]:
    """The tokens' lower-case forms."""
    return [token.low for token in tokens]
