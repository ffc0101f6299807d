"""What is said of a server's library as a whole: its settings, its spellings, whether the bot is still there."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import NotUnderstood
from bot.library.choosing import Choosing
from bot.models import OPERATOR_LIBRARY, Spelling
from bot.settle import settle_films
from bot.text import fold
from bot.views import ATTRIBUTION_LIMIT, EXCERPTS, LibrarySettings
from bot.words import library as words
from bot.words import library_settings as setting_words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection
    from datetime import datetime

    from bot.library.limits import LibraryLimits
    from bot.store import Store


class Keeping:
    """The part of the librarian that no single review hangs on."""

    def __init__(self, store: Store, now: Callable[[], datetime], limits: LibraryLimits) -> None:
        self._store = store
        self._now = now
        self.limits = limits
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._choosing = Choosing(store)
        self._settings: dict[int, LibrarySettings] = {}

    async def settings(self, library: int) -> LibrarySettings:
        """Read a library's settings, mostly from memory."""
        if library not in self._settings:
            read = await self._store.settings(library)
            self._settings.setdefault(library, read)  # what was put in the meantime is newer
        return self._settings[library]

    async def remember(self) -> None:
        """Read the settings of all libraries, so that :meth:`known` knows them."""
        for library in await self._store.server_libraries():
            await self.settings(library)

    def known(self, library: int) -> LibrarySettings:
        """A library's settings as remembered: what decides what a reply may see waits for nothing."""
        return self._settings.get(library, LibrarySettings())

    async def put_settings(self, library: int, settings: LibrarySettings) -> None:
        """Write all of a library's settings; raises NotUnderstood for what makes no sense."""
        await self.change_settings(library, lambda _: settings)

    async def change_settings(
        self, library: int, change: Callable[[LibrarySettings], LibrarySettings]
    ) -> LibrarySettings:
        """Change a library's settings from what they are when it is their turn, so that no other change is lost.

        Answers with them as they are now; raises NotUnderstood for what makes no sense.
        """
        async with self._turn(library):
            settings = _checked(change(await self.settings(library)))
            await self._store.put_settings(library, settings)
            self._settings[library] = settings
        return settings

    async def spell(self, library: int, spelling: str, person: str, film: str | None = None) -> None:
        """Say whom a spelling stands for, in the reviews of one film (by public id) or of all."""
        wanted = Spelling(film, " ".join(spelling.split()), " ".join(person.split()))
        for name in (wanted.spelling, wanted.person):
            if len(name) > self.limits.edit or not any(char.isalnum() for char in name):
                raise NotUnderstood(words.bad_name(self.limits.edit))
        async with self._turn(library):
            await self._store.put_spelling(library, wanted)
            await settle_films(self._store, library)

    async def unspell(self, library: int, spelling: str, film: str | None = None) -> None:
        """Take that back."""
        async with self._turn(library):
            await self._store.remove_spelling(library, film, spelling)
            await settle_films(self._store, library)

    async def respell(self, library: int, film: str, name: str, spelled: str) -> None:
        """Spell a name of a film's cast otherwise, or, where ``spelled`` is empty or the same, as reviews do again.

        Raises NotUnderstood where there is nothing to take back.
        """
        name, spelled = " ".join(name.split()), " ".join(spelled.split())
        held = [one for one in await self._store.spellings(library) if one.film == film]
        written = [one.spelling for one in held if fold(name) in {fold(one.person), fold(one.spelling)}]
        if spelled and spelled != name:
            for one in written or [name]:
                if one == spelled:
                    await self.unspell(library, one, film)
                else:
                    await self.spell(library, one, spelled, film)
        elif written:
            for one in written:
                await self.unspell(library, one, film)
        else:
            raise NotUnderstood(words.not_respelled(name))

    # --- joining and leaving

    async def left(self, library: int) -> None:
        """Note that the bot left a server: its library is kept for 30 days."""
        async with self._turn(library):
            await self._store.mark_left(library, self._now())

    async def joined(self, library: int) -> None:
        """Note that the bot is in a server, for the first time or again."""
        async with self._turn(library):
            await self._store.unmark_left(library)

    async def present(self, servers: Collection[int]) -> None:
        """Note which servers the bot is in, where it may have been away while it joined or left some."""
        for library, left in (await self._store.server_libraries()).items():
            if library not in servers and not left:
                await self.left(library)
            elif library in servers and left:
                await self.joined(library)

    async def sweep(self) -> tuple[int, ...]:
        """Forget the libraries of servers left more than 30 days ago, and what was half forgotten."""
        forgotten = []
        for library in await self._store.expired(self._now()):
            async with self._turn(library):
                if library not in await self._store.expired(self._now()):  # it was joined again
                    continue
                await self._store.forget(library)
                self._settings.pop(library, None)
            forgotten.append(library)
        return tuple(forgotten)

    @asynccontextmanager
    async def _turn(self, library: int) -> AsyncIterator[None]:
        """Keep a library's changes in order, one after the other."""
        if library == OPERATOR_LIBRARY:
            raise ValueError("the operator's library is changed by loading folders alone")
        async with self._locks[library]:
            try:
                yield
            finally:
                self._choosing.changed(library)


def _checked(settings: LibrarySettings) -> LibrarySettings:
    if settings.excerpt_limit not in EXCERPTS:
        raise NotUnderstood(setting_words.excerpt_out_of(EXCERPTS.start, EXCERPTS.stop - 1))
    line = " ".join((settings.attribution or "").split()) or None
    if line and len(line) > ATTRIBUTION_LIMIT:
        raise NotUnderstood(setting_words.line_too_long(ATTRIBUTION_LIMIT))
    return replace(settings, attribution=line)
