"""Which classes of words a sentence holds, where a word may belong to several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.tokens import Phrases, spell_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.extract.tokens import Hits


class WordClasses:
    """Word lists by class, read like those of :class:`~bot.extract.tokens.Phrases`."""

    __slots__ = ("_words", "phrases")

    def __init__(self, lists: Mapping[str, str]) -> None:
        words: dict[str, list[str]] = {}
        phrases: dict[str, list[str]] = {}
        for name, text in lists.items():
            for entry in spell_out(text):
                found = words if entry.replace("'", "").replace("-", "").isalpha() else phrases
                found.setdefault(entry, []).append(name)
        self._words = {entry: tuple(names) for entry, names in words.items()}
        merged: dict[tuple[str, ...], list[str]] = {}
        for entry, names in phrases.items():
            merged.setdefault(tuple(names), []).append(entry.replace(" ", "_"))
        self.phrases = Phrases({names: " ".join(entries) for names, entries in merged.items()})

    def read(self, lows: list[str], hits: Hits | None = None) -> set[str]:
        """Which classes a sentence's tokens have a word or phrase of; ``hits``: what a lexicon read there.

        >>> classes = WordClasses({"mild": "rather a_bit", "sure": "very rather"})
        >>> sorted(classes.read(["a", "bit", "dull"])), sorted(classes.read(["rather"]))
        (['mild'], ['mild', 'sure'])
        """
        found: set[str] = set()
        words = self._words
        for low in lows:
            if low in words:
                found.update(words[low])
        for _, _, names in hits.find(self.phrases) if hits else self.phrases.find(lows):
            found.update(names)
        return found
