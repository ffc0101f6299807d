"""Loading: list a folder, plan, extract, write what changed, settle the films, and say what happened."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import filelock

from bot.corpus import (
    LIMITS,
    NO_MAPPING,
    ColumnMapping,
    Listing,
    ManifestEntry,
    Problem,
    holders_of,
    list_files,
    read_manifests,
)
from bot.corpus.manifest import ManifestError
from bot.errors import LoaderBusy, OperatorError, SettingsError
from bot.models import OPERATOR_LIBRARY
from bot.plan import Plan, plan_load
from bot.settle import settle_films
from bot.survey import Reader, Survey
from bot.words import files as words
from bot.workers import Failure, Workers

if TYPE_CHECKING:
    from bot.store import Store
    from bot.store.records import StoredFile, Twins

_SKIPPED_NAMED = 10
_ROWS_NAMED = 10
_DUPLICATES_NAMED = 50

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Told how many files of how many are done."""


@dataclass(slots=True)
class LoadReport:
    """What a load did, by files as ``root/source``; a problem stands behind the name of its file."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    failed: list[Problem] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # duplicates, manifest entries without a file
    errors: list[str] = field(default_factory=list)  # what kept a whole folder from being loaded

    def summary(self) -> str:
        """One line of counts.

        >>> LoadReport(added=["a.txt"]).summary()
        'added 1, changed 0, unchanged 0, moved 0, removed 0, failed 0'
        """
        counted = ("added", "changed", "unchanged", "moved", "removed", "failed")
        return ", ".join(f"{name} {len(getattr(self, name))}" for name in counted)

    def problems(self) -> Iterator[str]:
        """One line for whatever an operator should know of."""
        yield from _by_file(self.failed)
        # A folder of pictures would bury what matters.
        yield from (
            f"skipped: {problem.source}: {problem.reason}" for problem in self.skipped[:_SKIPPED_NAMED]
        )
        if more := len(self.skipped[_SKIPPED_NAMED:]):
            yield f"skipped: {more} more files"
        yield from self.remarks
        yield from self.errors


def _by_file(failed: Sequence[Problem]) -> Iterator[str]:
    """A line for each, but not for each of the many rows that one file may hold."""
    rows: Counter[str] = Counter()
    for problem in failed:
        file, is_row, _ = problem.source.rpartition("#")
        rows[file] += bool(is_row)
        if not is_row or rows[file] <= _ROWS_NAMED:
            yield f"failed: {problem.source}: {problem.reason}"
    yield from (
        f"failed: {file}: {count - _ROWS_NAMED} more rows"
        for file, count in rows.items()
        if count > _ROWS_NAMED
    )


@contextlib.contextmanager
def sole_loader(database: Path) -> Iterator[None]:
    """Hold the lock beside a database. Raises LoaderBusy at once where another process does."""
    if not database.parent.is_dir():
        raise SettingsError(f"There is no folder {database.parent} for the database.")
    lock = filelock.FileLock(f"{database}.lock", timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise LoaderBusy(f"Another process is loading into {database} at this moment.") from error
    except OSError as error:
        raise OperatorError(f"The lock {lock.lock_file} cannot be taken: {error.strerror}.") from error
    try:
        yield
    finally:
        lock.release()


async def load(
    store: Store,
    *paths: Path,
    library: int = OPERATOR_LIBRARY,
    mapping: ColumnMapping = NO_MAPPING,
    progress: Progress | None = None,
) -> LoadReport:
    """Load folders and files into a library: only what changed is read afresh.

    Raises SettingsError, before anything is changed, where a path is not there.
    """
    report = LoadReport()
    loader = _Loader(store, library, report, Reader(mapping, LIMITS), progress)
    for listing in _by_root([list_files(path) for path in paths]):
        await loader.load(listing)
    await settle_films(store, library)
    report.remarks += _alike(await store.twins(library), {*report.added, *report.changed})
    return report


def _alike(twins: Iterable[Twins], fresh: Collection[str]) -> list[str]:
    """Say which reviews of a load are by a critic who has another on the same film."""
    lines = []
    for one in twins:
        files = [f"{root}/{source}" for root, source in one.files]
        first = files[1] if files[0] in fresh and files[1] not in fresh else files[0]
        lines += [
            f"duplicate: {file}: by {one.critic} on {one.film.title}, as is {first}"
            for file in files
            if file in fresh and file != first
        ]
    if more := len(lines[_DUPLICATES_NAMED:]):
        lines[_DUPLICATES_NAMED:] = [
            f"duplicate: {more} more are by a critic with another review of the film"
        ]
    return lines


def _by_root(listings: Sequence[Listing]) -> list[Listing]:
    """Put files of one folder together; two folders of one name would pass for each other."""
    merged: dict[str, Listing] = {}
    for listing in listings:
        other = merged.get(listing.root)
        if other is None or (listing.whole and listing.folder == other.folder):
            merged[listing.root] = listing
        elif listing.folder != other.folder:
            raise SettingsError(
                f"{other.folder} and {listing.folder} have one name, by which reviews are known: rename one."
            )
        elif not other.whole:
            files = {file.source: file for file in (*other.files, *listing.files)}
            skipped = tuple(dict.fromkeys(other.skipped + listing.skipped))
            merged[listing.root] = replace(other, files=tuple(files.values()), skipped=skipped)
    return list(merged.values())


@dataclass(slots=True)
class _Loader:
    """Loads one listing after another into the same library."""

    store: Store
    library: int
    report: LoadReport
    reader: Reader
    progress: Progress | None

    async def load(self, listing: Listing) -> None:
        root, report = listing.root, self.report
        try:
            entries = await asyncio.to_thread(read_manifests, listing)
        except ManifestError as error:
            report.errors.append(f"Nothing was loaded from {root}: {error}")
            return
        stored = await self.store.stored_files(self.library, root)
        found = await asyncio.to_thread(self.reader.survey, listing, entries)
        unreadable = found.failed
        self._remark(listing, entries, found)
        before = await self.store.folder_of_root(self.library, root)
        await self._remark_other_folders(listing, before, found.seen)
        plan = plan_load(
            stored,
            found.seen,
            unreadable={problem.source for problem in unreadable},
            hidden_below=found.hidden_below,
            whole=listing.whole,
            whole_below=found.whole_below,
        )
        drafts: list[str] = []
        written = await self._write(listing, plan, entries, unreadable, drafts)
        if written or plan.unchanged:
            there = stored.keys() | {new for _, new in plan.moved}
            await self._remove(root, sorted([*plan.removed, *there.intersection(drafts)]))
            if listing.whole and before != str(listing.folder):
                await self.store.put_root(self.library, root, str(listing.folder))
        else:
            report.errors.append(_nothing(listing, unreadable, len(stored)))
        for problem in sorted(unreadable, key=lambda problem: problem.source):
            report.failed.append(Problem(f"{root}/{problem.source}", problem.reason + _kept(problem, stored)))
        report.unchanged += [f"{root}/{source}" for source in plan.unchanged]

    async def _write(
        self,
        listing: Listing,
        plan: Plan,
        entries: Mapping[str, ManifestEntry],
        unreadable: list[Problem],
        drafts: list[str],
    ) -> int:
        """Move, then extract and write one review after the other; adds what gave none to the two lists."""
        root = listing.root
        for old, new in plan.moved:
            await self.store.move_review(self.library, root, old, new)
            self.report.moved.append((f"{root}/{old}", f"{root}/{new}"))
        # A moved file is read again: what is said of it may hang on its name and its manifest entry.
        sources = sorted([*plan.added, *plan.changed, *(new for _, new in plan.moved)])
        jobs = self.reader.jobs(listing, frozenset(sources), entries)
        written: list[str] = []
        done: set[str] = set()
        async with contextlib.aclosing(Workers().extract_all(jobs, len(sources))) as results:
            async for result in results:
                done.add(result.source)
                if isinstance(result, Failure) and result.draft:
                    drafts.append(result.source)
                    self.report.skipped.append(Problem(f"{root}/{result.source}", result.reason))
                elif isinstance(result, Failure):
                    unreadable.append(Problem(result.source, result.reason))
                    if result.details:
                        log.debug("Reading %s/%s failed:\n%s", root, result.source, result.details)
                else:
                    await self.store.put_review(self.library, result)
                    written.append(result.source)
                if self.progress:
                    self.progress(len(done), len(sources))
        unreadable += [Problem(source, words.CHANGED) for source in sources if source not in done]
        for report, planned in ((self.report.added, plan.added), (self.report.changed, plan.changed)):
            report += [f"{root}/{source}" for source in sorted({*planned}.intersection(written))]
        return len(written)

    async def _remove(self, root: str, sources: Sequence[str]) -> None:
        if sources:
            await self.store.remove_reviews(self.library, root, sources)
            self.report.removed += [f"{root}/{source}" for source in sources]

    async def _remark_other_folders(
        self, listing: Listing, before: str | None, seen: Mapping[str, StoredFile]
    ) -> None:
        """Say where another folder's reviews are touched by this load, or are the same as its own."""
        root, remarks = listing.root, self.report.remarks
        moved = listing.whole and before is not None and before != str(listing.folder)
        if moved and await asyncio.to_thread(Path(before or "").is_dir):
            remarks.append(
                f"folder: {root}: it was loaded from {before} before, which is still there. Folders are known by "
                "their names: rename one to keep the reviews of both."
            )
        held = await self.store.stored_digests(self.library, {file.digest for file in seen.values()})
        same = [
            f"duplicate: {root}/{source}: the same as {other}/{twin}"
            for source, file in seen.items()
            for other, twin in held.get(file.digest, ())
            if other != root
        ]
        remarks += same[:_SKIPPED_NAMED]
        if more := len(same[_SKIPPED_NAMED:]):
            remarks.append(f"duplicate: {more} more files are the same as others loaded before")

    def _remark(self, listing: Listing, entries: Mapping[str, ManifestEntry], found: Survey) -> None:
        """Report what was passed over, exact duplicates, and manifest entries that name nothing."""
        root, report = listing.root, self.report
        report.skipped += [Problem(f"{root}/{problem.source}", problem.reason) for problem in found.skipped]
        first: dict[str, str] = {}
        same: list[str] = []
        for source, file in found.seen.items():
            if (other := first.setdefault(file.digest, source)) != source:
                same.append(f"duplicate: {root}/{source}: the same as {root}/{other}")
        report.remarks += same[:_DUPLICATES_NAMED]
        if more := len(same[_DUPLICATES_NAMED:]):
            report.remarks.append(f"duplicate: {root}: {more} more are the same as others in it")
        if listing.whole and entries:
            known = {file.source for file in listing.files}.union(
                *map(holders_of, found.seen), (problem.source for problem in found.failed)
            )
            nameless = sorted(entries.keys() - known)
            report.remarks += [f"manifest: {root}/{source}: there is no such file" for source in nameless]


def _kept(problem: Problem, stored: Collection[str]) -> str:
    """What becomes of the reviews that a file held before it failed."""
    if problem.source in stored:
        return "; the review it held before is kept"
    below = (f"{problem.source}#", f"{problem.source}/")
    return "; the reviews it held before are kept" if any(s.startswith(below) for s in stored) else ""


def _nothing(listing: Listing, unreadable: Sequence[Problem], stored: int) -> str:
    kept = f" The {stored} reviews loaded from it before are kept." if stored else ""
    if unreadable:
        return f"Nothing in {listing.folder} could be read as a review.{kept}"
    return f"There is no review in {listing.folder}: no text, page, table, feed or ZIP that holds one.{kept}"
