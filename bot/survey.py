"""What lies below a path: every review in every file, digested and let go, and given again as work where wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus import Problem, entry_of, holders_of, read_file, unpack
from bot.errors import FileRejected
from bot.models import RawFile
from bot.store.records import StoredFile
from bot.workers import Job, fingerprint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bot.corpus import ColumnMapping, Limits, ListedFile, Listing, ManifestEntry

_NUMBERED = re.compile(r".*#\d{5,6}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a listing's files hold, by the sources of their reviews."""

    seen: dict[str, StoredFile]
    failed: list[Problem]
    skipped: list[Problem]
    hidden_below: tuple[str, ...]  # folders and files of which nobody knows what they hold
    whole_below: tuple[str, ...]  # files that were read as far as they go


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads listings with one mapping of columns and one set of limits."""

    mapping: ColumnMapping
    limits: Limits

    def survey(self, listing: Listing, entries: Mapping[str, ManifestEntry]) -> Survey:
        """Digest every review without keeping it; what is wrong with the others stands beside."""
        seen: dict[str, StoredFile] = {}
        failed, skipped = list(listing.unreadable), list(listing.skipped)
        for file in listing.files:
            for item in self._items(file, listing.root):
                if isinstance(item, Problem):
                    (skipped if item.skipped else failed).append(item)
                else:
                    mark = fingerprint(item.source, item.digest, entry_of(item.source, entries))
                    seen[item.source] = StoredFile(item.source, item.digest, mark)
        many = [file.source for file in listing.files if file.holds_many]
        hidden = (*listing.hidden_below, *_hidden(many, seen, failed))
        return Survey(seen, failed, skipped, hidden, _below(many))

    def jobs(
        self, listing: Listing, wanted: Collection[str], entries: Mapping[str, ManifestEntry]
    ) -> Iterator[Job]:
        """Give the wanted reviews as work; a file that holds several is read once for all of them."""
        holders = {holder for source in wanted for holder in holders_of(source)}
        for file in listing.files:
            if file.source not in holders:
                continue
            if not file.holds_many:
                yield Job(listing.root, file, entry_of(file.source, entries))
                continue
            for item in self._items(file, listing.root):
                if isinstance(item, RawFile) and item.source in wanted:
                    yield Job(listing.root, item, entry_of(item.source, entries))

    def _items(self, file: ListedFile, root: str) -> Iterator[RawFile | Problem]:
        if file.holds_many:
            yield from unpack(file.path, file.source, root=root, mapping=self.mapping, limits=self.limits)
            return
        try:
            yield read_file(file, root)
        except FileRejected as error:
            yield Problem(file.source, str(error))


def _hidden(many: Sequence[str], seen: Mapping[str, StoredFile], failed: Sequence[Problem]) -> Iterator[str]:
    """Below what the reviews are whose state is not known: those of a file that failed, and a named row's."""
    inside = _below(many)
    whole = {problem.source for problem in failed if "#" not in problem.source}
    yield from _below([source for source in whole if source in many or source.startswith(inside)])
    # A broken row has a number; where the others go by names of their own, it may be any of those.
    broken = {problem.source.rpartition("#")[0] for problem in failed} - {""}
    named = {
        source.rpartition("#")[0] for source in seen if "#" in source and not _NUMBERED.fullmatch(source)
    }
    yield from (f"{source}#" for source in sorted(broken & named))


def _below(sources: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{source}{sign}" for source in sources for sign in "#/")
