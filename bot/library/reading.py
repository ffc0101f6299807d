"""Kept originals -> reviews, many at a time: imports, and reading again by later rules."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.corpus import Problem
from bot.errors import Gone
from bot.library.edits import entry_of
from bot.library.understanding import job_of
from bot.settle import settle_films
from bot.workers import Failure, fingerprint

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from bot.store import Store
    from bot.store.records import Original, OriginalMark, ReviewRecord
    from bot.workers import Job, Workers

log = logging.getLogger(__name__)

_BATCH = 2500  # originals in memory, of which an upload bounds the bytes
_AT_ONCE = 20  # reviews written before others of the same library have their turn
_TAKEN_BACK = 50

Progress = Callable[[int, int], None]
"""Told how many reviews of how many are done."""

Writing = Callable[[], AbstractAsyncContextManager[object]]
"""The turn of whoever writes to a library."""


@dataclass(slots=True)
class ImportReport:
    """What an import did."""

    total: int
    kept: int = 0
    failed: list[Problem] = field(default_factory=list)  # of this run: a crash before it told its own
    cancelled: bool = False  # all of it was taken back


@dataclass(frozen=True, slots=True)
class Import:
    """One import as it runs."""

    store: Store
    workers: Workers
    library: int
    id: str
    writing: Writing
    stopped: Callable[[], bool]
    progress: Progress | None = None

    async def run(self) -> ImportReport:
        """Read what waits, settle the films, and be done; or take all of it back where it was cancelled."""
        store, library = self.store, self.library
        record = await store.import_record(library, self.id)
        report = ImportReport(record.total, await store.count_imported(library, self.id))
        try:
            while not (record.cancelled or self.stopped()):
                if not (batch := await store.import_batch(library, self.id, _BATCH)):
                    break
                await self._read(batch, report)
            async with self.writing():
                if not (await store.import_record(library, self.id)).cancelled:
                    await settle_films(store, library)
                    await store.finish_import(library, self.id)
                    return report
        except Gone:  # the whole library was forgotten
            report.cancelled = True
            return report
        await self.take_back()
        report.kept, report.cancelled = 0, True
        return report

    async def take_back(self) -> None:
        """Remove what a cancelled import brought, with turns for others."""
        while True:
            async with self.writing():
                if not await self.store.take_back(self.library, self.id, _TAKEN_BACK):
                    await settle_films(self.store, self.library)
                    return

    async def _read(self, batch: Sequence[Original], report: ImportReport) -> None:
        ids = {one.source: one.id for one in batch}
        async for results in _read_all(self.workers, batch):
            async with self.writing():
                for result in results:
                    if isinstance(result, Failure):
                        await self.store.remove_originals(self.library, [ids[result.source]])
                        report.failed.append(_problem(result))
                        continue
                    with contextlib.suppress(Gone):  # somebody deleted what they gave
                        await self.store.keep_original(self.library, ids[result.source], result)
                        report.kept += 1
            if self.progress:
                self.progress(report.kept + len(report.failed), report.total)
            if self.stopped():
                return


async def refresh(store: Store, workers: Workers, library: int, writing: Writing) -> int:
    """Read again what was read by other rules than the present ones; answers with how many reviews that were."""
    stale = [mark for mark in await store.kept_marks(library) if _is_stale(mark)]
    done = 0
    for start in range(0, len(stale), _BATCH):
        batch: list[Original] = []
        for mark in stale[start : start + _BATCH]:
            with contextlib.suppress(Gone):
                batch.append(await store.original(library, mark.id))
        given = {one.source: one for one in batch}
        async for results in _read_all(workers, batch):
            async with writing():
                for result in results:
                    if isinstance(result, Failure):  # the review as read before is kept
                        log.warning("%s of library %d: %s", result.source, library, result.reason)
                        continue
                    with contextlib.suppress(Gone):
                        one = await store.original(library, given[result.source].id)
                        if one.given == given[result.source].given:  # else it was read anew in the meantime
                            await store.keep_original(library, one.id, result)
                            done += 1
    async with writing():
        await settle_films(store, library)
    return done


def _is_stale(mark: OriginalMark) -> bool:
    return mark.fingerprint != fingerprint(mark.source, mark.digest, entry_of(mark.given))


async def _read_all(
    workers: Workers, batch: Sequence[Original]
) -> AsyncIterator[list[ReviewRecord | Failure]]:
    """Read originals, in another process where there are many; give results a few at a time."""
    few: list[ReviewRecord | Failure] = []
    async with contextlib.aclosing(workers.extract_all(_jobs(batch), len(batch))) as results:
        async for result in results:
            few.append(result)
            if len(few) == _AT_ONCE:
                yield few
                few = []
    if few:
        yield few


def _jobs(batch: Sequence[Original]) -> Iterator[Job]:
    yield from map(job_of, batch)


def _problem(failure: Failure) -> Problem:
    if failure.details:
        log.error("Reading %s failed:\n%s", failure.source, failure.details)
    return Problem(failure.source, failure.reason)
