"""One file of any format -> the reviews in it, each as a file of its own; chosen by what it holds, not by its name.

A member of a ZIP is a file below it ("a.zip/b.md"), a row or entry stands behind "#" ("a.csv#00012").
"""

from __future__ import annotations

import hashlib
import re
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bot.corpus import archive, feeds, letterboxd, records, tables
from bot.corpus.decode import check_textual, decode, decode_as_it_is
from bot.corpus.formats import CONTAINERS
from bot.corpus.manifest import ManifestEntry, ManifestError, decode_manifest, entry_of, holders_of
from bot.corpus.page_tree import is_page
from bot.corpus.row import has_words, raw_row
from bot.corpus.rows import LIMITS, NO_MAPPING, ColumnMapping, Limits, Problem, Row
from bot.corpus.told import told
from bot.errors import FileRejected
from bot.models import RawFile
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NAME_LENGTH = 60
_SNIFFED = 4096
_TAG = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,10}://[^/]*(?P<path>.*)", re.IGNORECASE | re.DOTALL)
_NOT_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def unpack(
    file: bytes | Path,
    source: str,
    *,
    root: str,
    mapping: ColumnMapping = NO_MAPPING,
    limits: Limits = LIMITS,
) -> Iterator[RawFile | Problem]:
    """Give a file's reviews one by one, and what is wrong with it or with parts of it; never raises.

    ``source`` is its path below ``root``; its ending tells a review from a file that holds many, no more.

    >>> [raw.source for raw in unpack(b'[{"film": "Rope", "text": "Tense."}]', "a.json", root="reviews")]
    ['a.json#00001']
    """
    empty = True
    try:
        for item in _unpack(file, source, root, mapping, limits, inside=False):
            empty = False
            yield item
    except FileRejected as error:
        yield Problem(source, str(error))
    else:
        if empty:
            yield Problem(source, words.NO_REVIEWS, skipped=True)


def _unpack(
    file: bytes | Path, source: str, root: str, mapping: ColumnMapping, limits: Limits, *, inside: bool
) -> Iterator[RawFile | Problem]:
    suffix = PurePosixPath(source).suffix.casefold()
    if archive.is_zip(file):
        if inside:
            raise FileRejected(words.ZIP_IN_ZIP)
        yield from _members(file, source, root, mapping, limits)
        return
    if suffix == ".zip":
        raise FileRejected(words.NO_ZIP)
    holds_many = suffix in CONTAINERS
    data = archive.read_whole(file, limits.container if holds_many else limits.text)
    check_textual(data)
    if not holds_many or is_page(_head(data)):
        if len(data) > limits.text:
            raise FileRejected(words.too_large(limits.text))
        yield RawFile(root, source, hashlib.sha256(data).hexdigest(), data)
        return
    yield from _rows(_reader(data, source, mapping, limits), source, source, root, limits)


def _reader(
    data: bytes, source: str, mapping: ColumnMapping, limits: Limits
) -> Callable[[], Iterator[Row | Problem]]:
    """How to read the rows of a file that holds many."""
    head = _head(data).lstrip()
    if head.startswith("<"):
        entries = list(feeds.read_feed(data, limits))  # which takes its time, and no feed is large
        return lambda: iter(entries)
    if records.is_json(head, source):
        return partial(records.read_records, data, source, mapping, limits)
    return partial(tables.read_table, decode_as_it_is(data), source, mapping, limits)


def _head(data: bytes) -> str:
    return decode(data[:_SNIFFED])


def _members(
    file: bytes | Path, source: str, root: str, mapping: ColumnMapping, limits: Limits
) -> Iterator[RawFile | Problem]:
    with archive.opened(file, limits) as held:
        entries = {f"{source}/{name}": entry for name, entry in _entries(held).items()}
        yield from (Problem(f"{source}/{p.source}", p.reason, p.skipped) for p in held.problems)
        known = {f"{source}/{name}" for name in held.names}
        for item in _reviews(held, source, root, mapping, limits):
            if isinstance(item, Problem):
                known.add(item.source)
                yield item
                continue
            known.update(holders_of(item.source))
            try:
                yield told(item, entry_of(item.source, entries))
            except FileRejected as error:
                yield Problem(item.source, str(error))
        known.update(f"{source}/{problem.source}" for problem in held.problems)
        for name in sorted(entries.keys() - known):
            yield Problem(archive.shown(name), words.NOT_THERE, skipped=True)


def _entries(held: archive.Archive) -> dict[str, ManifestEntry]:
    """What the manifests in a ZIP say. Raises FileRejected: with a broken one, nobody knows what is said."""
    entries: dict[str, ManifestEntry] = {}
    for name in held.manifests:
        try:
            entries.update(decode_manifest(held.read(name), name))
        except (FileRejected, ManifestError) as error:
            reason = (
                words.member_unreadable(name, str(error)) if isinstance(error, FileRejected) else str(error)
            )
            raise FileRejected(reason.removesuffix(".")) from error
    return entries


def _reviews(
    held: archive.Archive, source: str, root: str, mapping: ColumnMapping, limits: Limits
) -> Iterator[RawFile | Problem]:
    folder = held.common_folder()
    if letterboxd.is_export([name.removeprefix(folder) for name in held.names]):
        yield from _letterboxd(held, folder, source, root, limits)
        return
    for name in held.names:
        below = f"{source}/{name}"
        try:
            yield from _unpack(held.read(name), below, root, mapping, limits, inside=True)
        except FileRejected as error:
            yield Problem(below, str(error))


def _letterboxd(
    held: archive.Archive, folder: str, source: str, root: str, limits: Limits
) -> Iterator[RawFile | Problem]:
    found: dict[str, bytes] = {}
    for name in held.names:
        try:
            found[name.removeprefix(folder)] = held.read(name)
        except FileRejected as error:
            yield Problem(f"{source}/{name}", str(error))
    table = f"{source}/{folder}reviews.csv"
    yield from _rows(
        partial(letterboxd.read_export, found, limits), table, f"{source}/{folder}", root, limits
    )


def _rows(
    read: Callable[[], Iterator[Row | Problem]], source: str, below: str, root: str, limits: Limits
) -> Iterator[RawFile | Problem]:
    """Read twice: once to see whether the rows' own names will do, then for the rows. Problems stand ``below``."""
    names = _names(read, limits)
    textless = 0
    for item in read():
        if isinstance(item, Problem):
            yield (
                item
                if item.source.startswith(below)
                else Problem(below + item.source, item.reason, item.skipped)
            )
        elif (text := _text(item)) is None:
            textless += 1
        else:
            name = (names and names.get(item.number)) or f"{item.number:05d}"
            if len(text.encode("utf-8", "replace")) > limits.text:
                yield Problem(f"{source}#{name}", words.text_too_large(limits.text))
            else:
                yield raw_row(root, f"{source}#{name}", item)
    if textless:
        yield Problem(source, words.without_text(textless), skipped=True)


def _names(read: Callable[[], Iterator[Row | Problem]], limits: Limits) -> Mapping[int, str] | None:
    """Each row's own name by its number; None where one has none or two have the same."""
    names: dict[int, str] | None = {}
    seen: set[str] = set()
    for item in read():
        if isinstance(item, Problem):
            continue
        if item.number > limits.rows:
            raise FileRejected(words.too_many_rows(limits.rows))
        if names is None or _text(item) is None:
            continue
        name = reduce_name(item.name or "")
        if not name or name.casefold() in seen:
            names = None
        else:
            seen.add(name.casefold())
            names[item.number] = name
    return names


def _text(row: Row) -> str | None:
    """A row's text where it holds words beside its tags."""
    text = row.fields.get("text")
    return text if isinstance(text, str) and has_words(_TAG.sub("", text)) else None


def reduce_name(name: str) -> str:
    """Reduce an id, a slug or an address to what may stand in a source; empty where nothing is left.

    >>> reduce_name("https://example.org/2025/rope-1948/"), reduce_name("https://example.org/?p=12")
    ('rope-1948', 'p-12')
    >>> reduce_name("sub/Léon.txt")
    'sub-L-on.txt'
    """
    if match := _ADDRESS.fullmatch(name.strip()):
        path, _, query = match["path"].partition("#")[0].partition("?")
        parts = [part for part in unquote(path).split("/") if part]
        # "rope/2" is the second time somebody saw it
        last = parts[-2:] if parts and parts[-1].isdigit() else parts[-1:]
        name = "-".join([*last, *(part for part in query.split("&") if not part.startswith("utm_"))])
    reduced = _NOT_NAME.sub("-", name).strip("-.")
    if len(reduced) <= _NAME_LENGTH:
        return reduced
    mark = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]  # two long ids may begin alike
    return f"{reduced[: _NAME_LENGTH - 9]}-{mark}"
