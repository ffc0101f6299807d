"""The service that cogs call: everything that changes a server's own library, one change after the other."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.errors import Gone, LimitReached, NotUnderstood
from bot.library.limits import LIBRARY_LIMITS, LibraryLimits, Uploads, check_size
from bot.library.proposing import Proposing
from bot.library.reading import Import, ImportReport, refresh
from bot.library.understanding import (
    Contents,
    Named,
    Understood,
    clean_name,
    for_many,
    job_of,
    originals,
    previews,
    read,
    survey,
)
from bot.models import Edits
from bot.settle import settle_films
from bot.store.alike import same_film
from bot.store.records import ImportRecord, OriginalState
from bot.words import library_import as import_words
from bot.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bot.library.reading import Progress
    from bot.store import Store
    from bot.views import Choice

_NICENESS = 10


def _now() -> datetime:
    return datetime.now(UTC)


class Librarian(Proposing):
    """Keeps the servers' libraries; a library is known by its server's id.

    Whoever calls has checked what a member may do; ``user``, where it is given, is the member who may touch
    only what is their own. Every error a member can act on is a UserError with its sentence.
    """

    def __init__(
        self,
        store: Store,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
        limits: LibraryLimits = LIBRARY_LIMITS,
    ) -> None:
        super().__init__(store, now, limits)
        self._uploads = Uploads(limits, clock)
        self._workers = Workers(1, _NICENESS)  # one processor is left to the answers
        self._running: set[tuple[int, str]] = set()
        self._stopped: set[tuple[int, str]] = set()

    # --- understanding, before anything is stored

    async def understand(
        self,
        library: int,
        user: int,
        name: str,
        data: bytes,
        edits: Edits | None = None,
        *,
        otherwise: Edits | None = None,
        manages: bool = True,
    ) -> Understood:
        """Read what a member gave; stores nothing. Raises NotUnderstood or LimitReached.

        ``otherwise`` names the critic and the link where the review itself names none. Who doesn't manage the
        library is told of no proposals but their own.
        """
        check_size(len(data), self.limits)
        self._uploads.count(user)
        among = None if manages else user
        understood = await self._understand(library, clean_name(name), data, edits or Edits(), among)
        if otherwise is None or understood.many:
            return understood
        (one,) = understood.reviews
        said = understood.edits
        if one.critic is None:
            said = replace(said, critic=otherwise.critic)
        if one.url is None:
            said = replace(said, url=otherwise.url)
        again = await self.reconsider(library, understood, said)
        return replace(again, poster=None if one.critic else otherwise.critic)

    async def reconsider(self, library: int, understood: Understood, edits: Edits) -> Understood:
        """Read the same again with other words of the member's; stores nothing."""
        again = await self._understand(library, understood.name, understood.data, edits, understood.among)
        return replace(again, poster=understood.poster)

    async def _understand(
        self, library: int, name: str, data: bytes, edits: Edits, among: int | None
    ) -> Understood:
        contents = await asyncio.to_thread(survey, data, name, self.limits.files, edits)
        said = for_many(edits) if contents.many else edits
        shown = []
        for raw, preview in await asyncio.to_thread(lambda: list(previews(contents, said))):
            alike = await self._store.duplicates(library, raw.digest, preview.critic, preview.film, among)
            shown.append(replace(preview, duplicates=alike))
        fresh = set(contents.digests)
        if contents.many:
            fresh -= await self._store.held_digests(library, fresh)
        return Understood(
            name=name,
            data=data,
            edits=said,
            many=contents.many,
            count=len(fresh),
            known=len(contents.digests) - len(fresh),
            reviews=tuple(shown),
            alike=await self._alike(library, contents, fresh),
            problems=contents.problems,
            skipped=contents.skipped,
            among=among,
        )

    async def _alike(self, library: int, contents: Contents, fresh: Collection[str]) -> tuple[Named, ...]:
        """Those of a file's new reviews whose critic has a review of the film here already."""
        named = [one for digest, one in contents.named.items() if digest in fresh]
        held = await self._store.held_films(library, {critic for critic, _ in named})
        return tuple(one for one in named if any(same_film(film, one[1]) for film in held[one[0]]))

    # --- one review

    async def add(self, library: int, user: int, understood: Understood) -> str:
        """Keep a review; answers with its public id. Raises LimitReached or NotUnderstood."""
        async with self._turn(library):
            await self._check_room(library, 1)
            new, record = await self._read_one(library, understood)
            public = await self._store.put_kept(library, user, new, record, self._now())
            await settle_films(self._store, library)
        return public

    async def edit(self, library: int, original: str, edits: Edits, *, user: int | None = None) -> None:
        """Say otherwise of a review, kept or proposed: ``edits`` take the place of all earlier ones."""
        async with self._turn(library):
            one = await self._store.original(library, original)
            if user not in {None, one.user} or one.state is OriginalState.IMPORTING:
                raise Gone("review")
            record = await asyncio.to_thread(read, job_of(one, edits))
            if one.state is OriginalState.PROPOSED:
                await self._store.edit_proposed(library, original, edits)
            else:
                await self._store.keep_original(library, original, record, edits)
                await settle_films(self._store, library)

    async def remove(self, library: int, original: str, *, user: int | None = None) -> None:
        """Delete a review, kept or proposed, and what was given; raises Gone."""
        async with self._turn(library):
            one = await self._store.original(library, original)
            if user not in {None, one.user}:
                raise Gone("review")
            await self._store.remove_originals(library, [original])
            await settle_films(self._store, library)

    async def remove_all_of(self, library: int, user: int) -> int:
        """Delete everything a member gave here, and who set the quote of the day if that was they.

        Answers with how many reviews that were.
        """
        async with self._turn(library):
            removed = 0
            while lines := (await self._store.originals(library, tuple(OriginalState), user, 0, 100)).lines:
                removed += await self._store.remove_originals(library, [line.id for line in lines])
            await self._store.forget_setter(user, library)
            await settle_films(self._store, library)
        return removed

    async def complete(self, library: int, text: str, *, user: int | None = None) -> tuple[Choice, ...]:
        """Suggest kept reviews by film, critic or file: at most 25, the newest first."""
        return await self._choosing.complete(library, text, user)

    # --- many reviews

    async def begin_import(self, library: int, user: int, understood: Understood) -> str:
        """Keep what a file holds, to be read by :meth:`run_import`; answers with the import's id.

        Raises LimitReached where there is no room or another import is under way, NotUnderstood where nothing is new.
        """
        async with self._turn(library):
            if await self._store.unfinished_imports(library):
                raise LimitReached(import_words.ANOTHER)
            name = await self._store.free_name(library, understood.name)
            new = await asyncio.to_thread(
                lambda: list(originals(understood.data, name, understood.edits, self.limits.files))
            )
            known = await self._store.held_digests(library, {one.digest for one in new})
            fresh = {one.digest: one for one in reversed(new) if one.digest not in known}
            if not fresh:
                raise NotUnderstood(import_words.nothing_new(understood.name))
            await self._check_room(library, len(fresh))
            import_id = secrets.token_hex(4)
            await self._store.begin_import(
                library, import_id, user, tuple(reversed(fresh.values())), self._now()
            )
        return import_id

    async def run_import(
        self, library: int, import_id: str, progress: Progress | None = None
    ) -> ImportReport:
        """Read what an import brought, also where it was broken off before; raises Gone where it is done.

        It goes on beside other changes. Where it is cancelled, all of it is taken back.
        """
        key = (library, import_id)
        if key in self._running:
            raise LimitReached(import_words.RUNNING)
        self._running.add(key)
        try:
            return await self._import(library, import_id, progress).run()
        finally:
            self._running.discard(key)
            self._stopped.discard(key)

    async def cancel_import(self, library: int, import_id: str) -> None:
        """Take an import back, all of it; raises Gone where it is done."""
        async with self._turn(library):
            await self._store.mark_cancelled(library, import_id)
            self._stopped.add((library, import_id))
        if (library, import_id) not in self._running:
            self._stopped.discard((library, import_id))
            await self._import(library, import_id).take_back()

    async def unfinished_imports(self) -> tuple[ImportRecord, ...]:
        """List the imports that a restart broke off: each wants :meth:`run_import`."""
        return await self._store.unfinished_imports()

    def _import(self, library: int, import_id: str, progress: Progress | None = None) -> Import:
        key = (library, import_id)
        return Import(
            self._store,
            self._workers,
            library,
            import_id,
            lambda: self._turn(library),
            lambda: key in self._stopped,
            progress,
        )

    # --- the library as a whole

    async def refresh_stale(self, library: int) -> int:
        """Read again what an earlier version of the rules read; answers with how many reviews that were."""
        return await refresh(self._store, self._workers, library, lambda: self._turn(library))

    async def refresh_all(self) -> int:
        """Do so in every server's library, and settle what a crash left unsettled."""
        return sum([await self.refresh_stale(library) for library in await self._store.server_libraries()])

    async def forget(self, library: int) -> None:
        """Delete everything of a server, imports under way included."""
        for one in await self._store.unfinished_imports(library):
            self._stopped.add((library, one.id))
        async with self._turn(library):
            await self._store.forget(library)
            self._settings.pop(library, None)
        self._stopped = {key for key in self._stopped if key in self._running}
