"""Words of a sentence as tokens, and word lists that match them: what quotes, themes, stance and spoilers share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Generic, TypeVar

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
_Beside = dict[str, list[tuple["Phrases[Any]", int, int, list[str], Any]]]
_NONE: list[Any] = []


class Phrases(Generic[T]):
    """Words and fixed phrases with a value each; the longest phrase at a place wins."""

    __slots__ = ("_firsts", "_keys", "table")

    def __init__(self, lists: Mapping[T, str]) -> None:
        # by its rarest token, since hundreds of phrases begin with "the" and hardly any share their rarest
        self.table: dict[str, _Listed[T]] = {}
        self._firsts: dict[str, list[tuple[int, list[str], T]]] = {}
        for value, words in lists.items():
            for phrase in spell_out(words):
                parts = read_words(phrase)
                key = max(parts, key=lambda part: (_RANKS.get(part, len(_RANKS)), len(part)))
                self.table.setdefault(key, []).append((parts.index(key), len(parts), parts, value))
                if len(parts) <= _LONGEST_PHRASE:
                    self._firsts.setdefault(parts[0], []).append((len(parts), parts, value))
        for beginning in self._firsts.values():
            beginning.sort(key=lambda listed: -listed[0])
        self._keys = self.table.keys()

    def find(self, lows: list[str]) -> list[_Hit[T]]:
        """Find the matches in order, without overlap.

        A compound counts as the first of its parts that is listed.

        >>> Phrases({1: "fun", -1: "no_fun"}).find(["it", "is", "no", "fun"])
        [(2, 2, -1)]
        >>> Phrases({1: "fun"}).find(["fun-filled"])
        [(0, 1, 1)]
        """
        compounds = _compounds(lows) if "-" in "".join(lows) else []
        if self._keys.isdisjoint(lows):
            return self.find_compounds(compounds) if compounds else []
        table = self.table
        hits: list[_Hit[T]] = []
        for index in [i for i, low in enumerate(lows) if low in table]:
            for offset, length, parts, value in table[lows[index]]:
                begin = index - offset
                if length == 1 or (begin >= 0 and lows[begin : begin + length] == parts):
                    hits.append((begin, length, value))
        if compounds:
            hits += self.find_compounds(compounds)
        return _apart(hits)

    def find_compounds(self, compounds: list[tuple[int, str]]) -> list[_Hit[T]]:
        """The compounds that count as one of their parts."""
        found = []
        for index, low in compounds:
            if low not in self.table:
                for part in low.split("-"):
                    alone = [value for _, length, _, value in self.table.get(part, ()) if length == 1]
                    if alone:
                        found.append((index, 1, alone[0]))
                        break
        return found

    def starts(self, lows: list[str]) -> T | None:
        """The value of the phrase that these tokens begin with.

        >>> phrases = Phrases({1: "no", 2: "no_fun", 3: "fun"})
        >>> phrases.starts(["no", "fun"]), phrases.starts(["fun-filled"]), phrases.starts(["a", "fun"])
        (2, 3, None)
        """
        if not lows:
            return None
        first = lows[0]
        for length, parts, value in self._firsts.get(first, ()):
            if length == 1 or lows[:length] == parts:
                return value
        found = self.find_compounds([(0, first)]) if "-" in first else None
        return found[0][2] if found else None


class Lexicon:
    """Tables of phrases that are looked up together, in one pass over a sentence's words."""

    __slots__ = ("_alone", "_listed")

    def __init__(self, *tables: Phrases[Any]) -> None:
        self._alone: dict[str, list[tuple[Phrases[Any], Any]]] = {}  # words that are listed by themselves
        # Phrases by their key, then by the word before it, or behind it where they begin with it.
        self._listed: dict[str, tuple[_Beside, _Beside]] = {}
        for table in tables:
            for key, listed in table.table.items():
                for offset, length, parts, value in listed:
                    if length == 1:
                        self._alone.setdefault(key, []).append((table, value))
                        continue
                    sides = self._listed.setdefault(key, ({}, {}))
                    side, word = (sides[0], parts[offset - 1]) if offset else (sides[1], parts[1])
                    side.setdefault(word, []).append((table, offset, length, parts, value))

    def read(self, lows: list[str]) -> Hits:
        """Find what any of the tables has of these words.

        >>> fun, negations = Phrases({1: "fun"}), Phrases({2: "no"})
        >>> hits = Lexicon(fun, negations).read(["no", "fun"])
        >>> hits.find(fun), hits.find(negations)
        ([(1, 1, 1)], [(0, 1, 2)])
        """
        alone, phrases = self._alone, self._listed
        hits: dict[Phrases[Any], list[_Hit[Any]]] = {}
        for index, low in enumerate(lows):
            if low in alone:
                for table, value in alone[low]:
                    if table in hits:
                        hits[table].append((index, 1, value))
                    else:
                        hits[table] = [(index, 1, value)]
            if low in phrases:
                before, behind = phrases[low]
                near = before.get(lows[index - 1], _NONE) if before and index else _NONE
                if behind and index + 1 < len(lows):
                    near = [*near, *behind.get(lows[index + 1], _NONE)]
                for table, offset, length, parts, value in near:
                    begin = index - offset
                    if begin >= 0 and (length == 2 or lows[begin : begin + length] == parts):
                        hits.setdefault(table, []).append((begin, length, value))
        if "-" in "".join(lows):
            self._add_compounds(lows, hits)
        return Hits(hits)

    def _add_compounds(self, lows: list[str], hits: dict[Phrases[Any], list[_Hit[Any]]]) -> None:
        for index, compound in _compounds(lows):
            found: set[Phrases[Any]] = set()
            for part in compound.split("-"):
                for table, value in self._alone.get(part, ()):
                    if table not in found and compound not in table.table:
                        found.add(table)
                        hits.setdefault(table, []).append((index, 1, value))


class Hits:
    """What one sentence has of a lexicon's tables."""

    __slots__ = ("_hits",)

    def __init__(self, hits: dict[Phrases[Any], list[_Hit[Any]]]) -> None:
        self._hits = hits

    def find(self, table: Phrases[T]) -> list[_Hit[T]]:
        """The matches of one table, as :meth:`Phrases.find` finds them."""
        hits = self._hits.get(table)
        return _apart(hits) if hits else []


def _compounds(lows: list[str]) -> list[tuple[int, str]]:
    return [(index, low) for index, low in enumerate(lows) if "-" in low and low != "-"]


def _apart(hits: list[_Hit[T]]) -> list[_Hit[T]]:
    """Drop what overlaps with what begins before it, or is longer."""
    if len(hits) < 2:
        return hits
    end = 0
    for begin, length, _ in hits:
        if begin < end:
            break
        end = begin + length
    else:
        return hits
    found, end = [], 0
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if hit[0] >= end:
            found.append(hit)
            end = hit[0] + hit[1]
    return found


def word_set(*lists: str) -> frozenset[str]:
    """Read word lists as a set of single words."""
    return frozenset(word for words in lists for word in spell_out(words))
