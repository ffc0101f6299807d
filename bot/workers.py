"""Files -> review records, in worker processes where there are many."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import multiprocessing
import os
import signal
import threading
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection
from pathlib import PurePath
from typing import TYPE_CHECKING

from bot.corpus import ListedFile, ManifestEntry, parse_document, read_file
from bot.errors import Draft, FileRejected, OperatorError
from bot.extract import VERSION, extract
from bot.models import RawFile
from bot.store.records import ReviewRecord
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Iterator

log = logging.getLogger(__name__)

_POOL_FROM = 40  # files; fewer are done before the processes have started
_MOST_WORKERS = 8
_AHEAD = 4  # jobs under way for each worker, so that memory stays bounded


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be read and extracted, or a review that was read out of one."""

    root: str
    file: ListedFile | RawFile
    entry: ManifestEntry | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no review, and why; ``details`` is a traceback where the fault is this program's."""

    source: str
    reason: str
    details: str | None = None
    draft: bool = False  # it is not meant to give one


def fingerprint(source: str, digest: str, entry: ManifestEntry | None) -> str:
    """What a review's facts depend on: its name and bytes, its manifest entry, the version of the rules."""
    parts = (source, digest, entry.fingerprint() if entry else "", VERSION)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def extract_file(job: Job) -> ReviewRecord | Failure:
    """Read one file and all that it says; one bad file never ends a load."""
    source = job.file.source
    try:
        raw = job.file if isinstance(job.file, RawFile) else read_file(job.file, job.root)
        document = parse_document(raw, job.entry)
        extracted = extract(document)
    except FileRejected as error:
        return Failure(source, str(error), draft=isinstance(error, Draft))
    except Exception as error:  # noqa: BLE001 - a rule that trips over one text must not cost the others
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {PurePath(frame.filename).name} line {frame.lineno}"
        return Failure(source, words.failed(where), traceback.format_exc())
    mark = fingerprint(source, raw.digest, job.entry)
    return ReviewRecord(job.root, source, raw.digest, mark, document.text, extracted)


class Workers:
    """Processes that read files, shared by all who want some read at the same time; gone once nobody does.

    ``niceness`` is how far they stand back behind this process, where the system knows such a thing.
    """

    def __init__(self, most: int = _MOST_WORKERS, niceness: int = 0) -> None:
        self._count, self._niceness = min(_cpus(), most), niceness
        self._pool: ProcessPoolExecutor | None = None
        self._users: Counter[ProcessPoolExecutor] = Counter()

    async def extract_all(
        self, jobs: Iterable[Job], count: int
    ) -> AsyncGenerator[ReviewRecord | Failure, None]:
        """Do all jobs, of which there are ``count``, and yield each result as it comes.

        Jobs are drawn in a thread, a few at a time, as workers become free. Raises OperatorError where one dies.
        """
        waiting = iter(jobs)
        if count < _POOL_FROM:
            while drawn := await asyncio.to_thread(_draw, waiting, 1):
                yield await asyncio.to_thread(extract_file, drawn[0])
            return
        loop = asyncio.get_running_loop()
        running: set[asyncio.Future[ReviewRecord | Failure]] = set()
        with self._open() as pool:
            try:
                # A process waits until all this program's rules are imported there; the loop must not.
                await asyncio.to_thread(self._start, pool)
                while True:
                    for job in await asyncio.to_thread(_draw, waiting, self._count * _AHEAD - len(running)):
                        running.add(future := loop.run_in_executor(pool, extract_file, job))
                        # Where a process dies all others fail with it, unasked: once said is enough.
                        future.add_done_callback(lambda one: one.cancelled() or one.exception())
                    if not running:
                        return
                    done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                    for future in done:
                        yield future.result()
            except BrokenProcessPool as error:
                if self._pool is pool:  # whoever comes next gets others
                    self._pool = None
                running = (
                    set()
                )  # they fail by themselves, and the thread that lets them must not find them cancelled
                raise OperatorError(
                    "A worker process ended unexpectedly, perhaps for want of memory; what was loaded so far is kept."
                ) from error
            finally:
                for future in running:
                    future.cancel()

    @contextmanager
    def _open(self) -> Iterator[ProcessPoolExecutor]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._count, mp_context=_context(), initializer=_start_worker, initargs=(self._niceness,)
            )
        pool = self._pool
        self._users[pool] += 1
        try:
            yield pool
        finally:
            self._users[pool] -= 1
            if not self._users[pool]:
                del self._users[pool]
                self._pool = None if self._pool is pool else self._pool
                pool.shutdown(wait=False, cancel_futures=True)

    def _start(self, pool: ProcessPoolExecutor) -> None:
        for _ in range(self._count):
            pool.submit(os.getpid)


def _draw(jobs: Iterator[Job], count: int) -> list[Job]:
    return list(islice(jobs, count))


def _context() -> multiprocessing.context.BaseContext:
    """Start workers from a clean process: a fork of this one would copy the database's threads and locks."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.workers"])
    return context


def _start_worker(niceness: int) -> None:
    """Leave Ctrl-C to the parent, and end with it even where it was killed."""
    if hasattr(os, "nice"):
        os.nice(niceness)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def _cpus() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
