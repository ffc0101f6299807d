"""Which films, critics and people of a scope somebody's words name: not those they merely happen to contain."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.store.everyday_words import FUNCTION_WORDS
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.store.names import Name, NameIndex

# A possessive belongs to its word, as in folded names; two marks make emphasis or a quotation.
_WORD = re.compile(r"(?P<word>[^\W_]+)(?:['’]s\b)?")
_OPENING, _CLOSING = "\"“”„«‘'*_", "\"”“»’'*_"
_SENTENCE_ENDS = ".!?…:\n"
_LONG = 3  # a title of so many words is written by nobody by chance


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a message: folded, as written, and where it stands."""

    folded: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch of a message that reads like a name of some kind."""

    kind: str
    names: tuple[Name, ...]
    form: str
    words: tuple[int, int]  # from, to
    sure: bool  # else the words may be an everyday phrase: "it", "heat", "good time"

    @property
    def ids(self) -> tuple[str, ...]:
        """The public ids of what is named so."""
        return tuple(name.id for name in self.names)


def words_of(text: str) -> tuple[Word, ...]:
    """Split a message into words.

    >>> [word.folded for word in words_of("Hitchcock’s “Rope” (1948)!")]
    ['hitchcock', 'rope', '1948']
    """
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span("word")
        found += [Word(folded, match["word"], start, end) for folded in fold(match["word"]).split()]
    return tuple(found)


def namings(text: str, words: Sequence[Word], indexes: Iterable[NameIndex]) -> tuple[Naming, ...]:
    """Find what reads like names, the longest first; some may overlap."""
    found = []
    for index in indexes:
        for start, stop, names in index.standing_in([word.folded for word in words]):
            naming = _naming(text, words, index.kind, (start, stop), names)
            if naming is not None:
                found.append(naming)
    found.sort(key=lambda one: (-len(one.form), one.words))
    return tuple(found)


def apart(found: Iterable[Naming]) -> tuple[Naming, ...]:
    """Keep of names that overlap the first."""
    kept: list[Naming] = []
    for one in found:
        start, stop = one.words
        if all(stop <= other.words[0] or start >= other.words[1] for other in kept):
            kept.append(one)
    return tuple(kept)


def _naming(
    text: str, words: Sequence[Word], kind: str, place: tuple[int, int], names: tuple[Name, ...]
) -> Naming | None:
    among = words[slice(*place)]
    form = " ".join(word.folded for word in among)
    whole = len(among) == len(words)
    if kind != "film":
        # A given name alone is nobody's; a critic may go by one word, and is known by the way it is written.
        alone = kind == "critic" and all(name.label == among[0].raw for name in names)
        sure = len(among) > 1 or (alone and not among[0].raw.islower()) or (whole and kind == "critic")
        return Naming(kind, names, form, place, sure=True) if sure else None
    common = all(word.folded in FUNCTION_WORDS for word in among)
    written = _is_marked(text, among) or whole or _is_capital(text, among, common=common)
    numbered = len(among) > 1 and any(word.folded.isdigit() for word in among)
    if common and not written and not numbered:
        return None
    return Naming(kind, names, form, place, sure=written or numbered or len(among) >= _LONG)


def _is_marked(text: str, among: Sequence[Word]) -> bool:
    before, after = text[: among[0].start][-1:], text[among[-1].end :][:1]
    return bool(before and after) and before in _OPENING and after in _CLOSING


def _is_capital(text: str, among: Sequence[Word], *, common: bool) -> bool:
    """Whether a phrase has a title's capitals, where the place in its sentence doesn't ask for one."""
    first, last = among[0].raw, among[-1].raw
    if not (first[0].isupper() and last[0].isupper()) or text.isupper():
        return False
    if first == "I" and common:
        return False
    if len(among) > 1 and not common:
        return True
    before = text[: among[0].start].rstrip(f"{_OPENING} \t(")
    return bool(before) and before[-1] not in _SENTENCE_ENDS


def plain(text: str, limit: int) -> str:
    """Normalise a message as reviews are stored; of a longer one the beginning."""
    return unicodedata.normalize("NFC", text[:limit])
