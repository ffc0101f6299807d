"""Which review somebody means: kept ones by film, critic or file, as options suggest them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, defaultdict
from typing import TYPE_CHECKING

from bot.store.names import CHOICES, clip_label
from bot.text import fold
from bot.views import Choice
from bot.words import answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.store import Store
    from bot.store.records import OriginalLine

_REMEMBERED = 8  # libraries; one of 20,000 reviews takes 10 MB

_Entry = tuple[str, Choice, int]  # folded label, what is shown, who gave it


class Choosing:
    """Suggestions, from memory while a library doesn't change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: OrderedDict[int, tuple[_Entry, ...]] = OrderedDict()
        self._changes: defaultdict[int, int] = defaultdict(int)

    def changed(self, library: int) -> None:
        """Forget what a library held."""
        self._changes[library] += 1
        self._entries.pop(library, None)

    async def complete(self, library: int, text: str, user: int | None) -> tuple[Choice, ...]:
        """Suggest at most 25 reviews, the newest first; one person's where told."""
        entries = self._entries.get(library)
        if entries is None:
            before = self._changes[library]
            entries = await asyncio.to_thread(_entries, await self._store.original_lines(library))
            if before == self._changes[library]:
                self._entries[library] = entries
                while len(self._entries) > _REMEMBERED:
                    self._entries.popitem(last=False)
        words = fold(text).split()
        found: list[Choice] = []
        for folded, choice, giver in entries:
            if user in {None, giver} and all(word in folded for word in words):
                found.append(choice)
                if len(found) == CHOICES:
                    break
        return tuple(found)


def _entries(lines: Sequence[OriginalLine]) -> tuple[_Entry, ...]:
    return tuple(
        (fold(label), Choice(clip_label(label), line.id), line.user)
        for line in lines
        for label in [_label(line)]
    )


def _label(line: OriginalLine) -> str:
    year = f" ({line.film.year})" if line.film and line.film.year else ""
    film = f"{line.film.title}{year}" if line.film else answers.NO_FILM
    return " · ".join((film, line.critic or answers.UNNAMED, line.source))
