"""What members give for managers to look at: it waits, is read for whoever looks, and is approved or refused."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import Gone, LimitReached, NotAllowed, NotUnderstood
from bot.library.keeping import Keeping
from bot.library.limits import check_room
from bot.library.understanding import Preview, job_of, only, preview_of, read
from bot.settle import settle_films
from bot.store.identity import film_id
from bot.store.records import OriginalPage, OriginalState
from bot.views import Adders, FilmRef
from bot.words import library_queue as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.library.limits import LibraryLimits
    from bot.library.understanding import Understood
    from bot.store import Store
    from bot.store.records import NewOriginal, OriginalLine, ReviewRecord
    from bot.views import Page

QUEUE_PAGE = 5
OWN_PAGE = 5
_OPENING = 400  # characters
_REMEMBERED = 200  # readings; of those that wait in one server there are no more than 100


@dataclass(frozen=True, slots=True)
class Proposal:
    """What waits, and what is read of it now; nothing where the present rules find no review in it."""

    line: OriginalLine  # with the film and critic that would be kept
    preview: Preview | None
    opening: str  # the first characters of its text


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of what waits, oldest first."""

    proposals: tuple[Proposal, ...]
    page: Page


class Proposing(Keeping):
    """The part of the librarian that deals with what waits."""

    def __init__(self, store: Store, now: Callable[[], datetime], limits: LibraryLimits) -> None:
        super().__init__(store, now, limits)
        self._readings: OrderedDict[object, tuple[Preview | None, str]] = OrderedDict()

    def check_open(self, library: int) -> None:
        """Raise NotAllowed where members may not propose reviews."""
        if not self.is_open(library):
            raise NotAllowed(words.NOT_OPEN)

    def is_open(self, library: int) -> bool:
        """Whether members may propose reviews."""
        return self.known(library).adders is Adders.EVERYONE

    async def propose(self, library: int, user: int, understood: Understood) -> str:
        """Keep a review until a manager approves it; answers with its id. Raises NotAllowed or LimitReached."""
        if understood.many:
            raise NotAllowed(words.ONE_BY_ONE)
        store, limits = self._store, self.limits
        async with self._turn(library):
            self.check_open(library)
            await self._check_room(library, 1)
            if await store.count_originals(library, OriginalState.PROPOSED, user) >= limits.waiting_each:
                raise LimitReached(words.enough_of_yours(limits.waiting_each))
            if await self.waiting(library) >= limits.waiting:
                raise LimitReached(words.enough_here(limits.waiting))
            new, _ = await self._read_one(library, understood)
            return await store.put_proposed(library, user, new, self._now())

    async def approve(self, library: int, original: str) -> None:
        """Keep what a member proposed; raises Gone where it is no longer proposed."""
        async with self._turn(library):
            one = await self._store.original(library, original)
            if one.state is not OriginalState.PROPOSED:
                raise Gone("proposal")
            record = await asyncio.to_thread(read, job_of(one))
            await self._store.keep_original(library, original, record)
            await settle_films(self._store, library)

    async def drop(self, library: int, original: str) -> None:
        """Refuse what a member proposed; raises Gone where it is no longer proposed."""
        async with self._turn(library):
            if (await self._store.original(library, original)).state is not OriginalState.PROPOSED:
                raise Gone("proposal")
            await self._store.remove_originals(library, [original])

    async def waiting(self, library: int) -> int:
        """Count what waits."""
        return await self._store.count_originals(library, OriginalState.PROPOSED)

    async def queue(self, library: int, page: int = 0) -> QueuePage:
        """List what waits, oldest first."""
        held = await self._store.originals(
            library, (OriginalState.PROPOSED,), None, page, QUEUE_PAGE, oldest_first=True
        )
        return QueuePage(tuple([await self._proposal(library, line) for line in held.lines]), held.page)

    async def proposal(self, library: int, original: str) -> Proposal:
        """Read one that waits, with what the library holds that is like it; raises Gone."""
        line = await self._store.original_line(library, original)
        if line.state is not OriginalState.PROPOSED:
            raise Gone("proposal")
        found = await self._proposal(library, line)
        if found.preview is None:
            return found
        digest = (await self._store.original(library, original)).digest
        alike = await self._store.duplicates(library, digest, found.preview.critic, found.preview.film)
        others = tuple(one for one in alike if one.id != original)
        return replace(found, preview=replace(found.preview, duplicates=others))

    async def own(self, library: int, user: int, page: int = 0) -> OriginalPage:
        """List what a member gave here, newest first."""
        held = await self._store.originals(library, tuple(OriginalState), user, page, OWN_PAGE)
        return replace(held, lines=tuple([await self._filled(library, line) for line in held.lines]))

    async def own_line(self, library: int, user: int, original: str) -> OriginalLine:
        """Read one of what a member gave here; raises Gone for what is another's."""
        line = await self._store.original_line(library, original)
        if line.user != user:
            raise Gone("review")
        return await self._filled(library, line)

    async def _filled(self, library: int, line: OriginalLine) -> OriginalLine:
        return (await self._proposal(library, line)).line if line.state is OriginalState.PROPOSED else line

    async def _proposal(self, library: int, line: OriginalLine) -> Proposal:
        key = (library, line.id, line.given)
        if key not in self._readings:
            try:
                self._readings[key] = await self._reading(library, line.id)
            except Gone:  # taken back meanwhile: who proposes it once more is read anew
                return Proposal(line, None, "")
            while len(self._readings) > _REMEMBERED:
                self._readings.popitem(last=False)
        preview, opening = self._readings[key]
        if preview is None:
            return Proposal(line, None, opening)
        film = preview.film
        held = FilmRef(film_id(film), film.title, film.year) if film else None
        return Proposal(replace(line, film=held, critic=preview.critic), preview, opening)

    async def _reading(self, library: int, original: str) -> tuple[Preview | None, str]:
        try:
            record = await asyncio.to_thread(read, job_of(await self._store.original(library, original)))
        except NotUnderstood:  # no review by later rules
            return None, ""
        return preview_of(record), record.text[:_OPENING]

    async def _read_one(self, library: int, understood: Understood) -> tuple[NewOriginal, ReviewRecord]:
        name = await self._store.free_name(library, understood.name)
        new = await asyncio.to_thread(only, understood.data, name, understood.edits, self.limits.files)
        return new, await asyncio.to_thread(read, job_of(new))

    async def _check_room(self, library: int, more: int) -> None:
        check_room(await self._store.count_originals(library), more, self.limits)
