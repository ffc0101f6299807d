"""Which stored reviews a folder's files replace, move or no longer back: a pure function of the two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.store.records import StoredFile


@dataclass(frozen=True, slots=True)
class Plan:
    """Sources, each sorted; a move is a pair of old and new."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()


def plan_load(
    stored: Mapping[str, StoredFile],
    seen: Mapping[str, StoredFile],
    *,
    unreadable: Collection[str] = (),
    hidden_below: Sequence[str] = (),
    whole: bool = True,
    whole_below: Sequence[str] = (),
) -> Plan:
    """Compare what is stored of one root with its readable files, both by source.

    ``unreadable`` sources, and those below a folder or file in ``hidden_below``, are there in what state nobody
    knows: they are kept. Where not the ``whole`` root was listed, only what such a file as was (``whole_below``)
    held before is removed. Where nothing could be read, nothing is, since an unmounted disk looks the same.

    >>> from bot.store.records import StoredFile
    >>> old, new = StoredFile("a.txt", "digest", "f"), StoredFile("b.txt", "digest", "f")
    >>> plan_load({"a.txt": old}, {"b.txt": new}).moved
    (('a.txt', 'b.txt'),)
    >>> plan_load({"a.txt": old}, {})
    Plan(added=(), changed=(), unchanged=(), moved=(), removed=())
    """
    fresh = sorted(seen.keys() - stored.keys())
    gone: list[str] = []
    if seen:
        hidden, listed = tuple(hidden_below), ("",) if whole else tuple(whole_below)
        missing = stored.keys() - seen.keys() - set(unreadable)
        gone = sorted(
            source for source in missing if source.startswith(listed) and not source.startswith(hidden)
        )
    moved = _moves(gone, fresh, stored, seen)
    left, arrived = {old for old, _ in moved}, {new for _, new in moved}
    both = sorted(seen.keys() & stored.keys())
    same = {source for source in both if seen[source].fingerprint == stored[source].fingerprint}
    return Plan(
        added=tuple(source for source in fresh if source not in arrived),
        changed=tuple(source for source in both if source not in same),
        unchanged=tuple(source for source in both if source in same),
        moved=moved,
        removed=tuple(source for source in gone if source not in left),
    )


def _moves(
    gone: Sequence[str],
    fresh: Sequence[str],
    stored: Mapping[str, StoredFile],
    seen: Mapping[str, StoredFile],
) -> tuple[tuple[str, str], ...]:
    """Pair vanished with new files of the same bytes, in the order of their names."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for old in reversed(gone):
        waiting[stored[old].digest].append(old)
    return tuple((waiting[digest].pop(), new) for new in fresh if waiting.get(digest := seen[new].digest))
