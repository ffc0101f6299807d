"""A folder on disk -> the files in it that may be reviews, and each of those as bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.corpus.decode import check_textual
from bot.corpus.formats import CONTAINERS, REVIEWS, is_text
from bot.corpus.manifest import MANIFEST_NAME, ManifestEntry, ManifestError, decode_manifest
from bot.corpus.rows import LIMITS, Problem
from bot.errors import FileRejected, OperatorError, SettingsError
from bot.models import RawFile
from bot.words import files as words

SUFFIXES = REVIEWS | CONTAINERS
SIZE_LIMIT = LIMITS.text
_MANIFEST_LIMIT = 16 * SIZE_LIMIT


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file that may be a review, or hold many."""

    source: str  # POSIX path below the root
    path: Path

    @property
    def holds_many(self) -> bool:
        """Whether it is called as files that hold many reviews are."""
        return self.path.suffix.casefold() in CONTAINERS


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found below one path, in the order of the sources."""

    root: str  # the folder's name, the first part of every review's key
    folder: Path
    files: tuple[ListedFile, ...]
    manifests: tuple[ListedFile, ...] = ()  # those nearer the root first
    skipped: tuple[Problem, ...] = ()  # files that are none of ours
    unreadable: tuple[Problem, ...] = ()
    hidden_below: tuple[str, ...] = ()  # folders that could not be listed: what is below them is not known
    whole: bool = True  # False where the path was one file, which tells nothing of the others


def list_files(path: Path) -> Listing:
    """List a folder, or take one file. Links to folders and links that lead out of the folder are left out.

    Raises SettingsError where nothing is there, OperatorError where the folder cannot be listed.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would name the root after a link's target
    if path.is_file():
        return _single(path)
    if not path.is_dir():
        raise SettingsError(f"There is no folder or file {path}.")
    files: list[ListedFile] = []
    manifests: list[ListedFile] = []
    skipped: list[Problem] = []
    unreadable: list[Problem] = []
    hidden: list[str] = []
    inside = path.resolve()
    folders = [PurePosixPath()]
    while folders:
        folder = folders.pop()
        try:
            names = sorted(os.listdir(path / folder))  # noqa: PTH208 - names alone are wanted
        except OSError as error:
            if folder == PurePosixPath():
                raise OperatorError(f"The folder {path} cannot be listed: {_reason(error)}.") from error
            unreadable.append(Problem(str(folder), words.unlisted(_reason(error))))
            hidden.append(f"{folder}/")
            continue
        for name in names:
            if name.startswith("."):
                continue
            source, target = str(folder / name), path / folder / name
            try:
                kind = _kind(target, inside)
            except OSError as error:
                unreadable.append(Problem(source, words.unreadable(_reason(error))))
                continue
            if kind == "folder":
                folders.append(folder / name)
            elif kind == "outside":
                skipped.append(Problem(source, words.LEADS_OUT))
            elif name == MANIFEST_NAME:
                manifests.append(ListedFile(source, target))
            elif kind == "file" and Path(name).suffix.casefold() in SUFFIXES:
                if is_text(source):
                    files.append(ListedFile(source, target))
                else:
                    unreadable.append(Problem(source, words.BAD_PATH))
            elif kind == "file":
                skipped.append(Problem(source, words.OTHER_FORMAT))
    return Listing(
        path.name or "/",
        path,
        tuple(sorted(files, key=lambda file: file.source)),
        tuple(sorted(manifests, key=lambda file: (file.source.count("/"), file.source))),
        tuple(sorted(skipped, key=lambda problem: problem.source)),
        tuple(sorted(unreadable, key=lambda problem: problem.source)),
        tuple(sorted(hidden)),
    )


def read_file(file: ListedFile, root: str) -> RawFile:
    """Read one file. Raises FileRejected where it cannot be read, is empty, binary or too large."""
    try:
        with file.path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise FileRejected(words.unreadable(_reason(error))) from error
    if len(data) > SIZE_LIMIT:
        raise FileRejected(words.too_large(SIZE_LIMIT))
    check_textual(data)
    return RawFile(root, file.source, hashlib.sha256(data).hexdigest(), data)


def read_manifests(listing: Listing) -> dict[str, ManifestEntry]:
    """Read a listing's manifests into entries by source; a deeper manifest wins. Raises ManifestError."""
    entries: dict[str, ManifestEntry] = {}
    for file in listing.manifests:
        try:
            with file.path.open("rb") as stream:
                data = stream.read(_MANIFEST_LIMIT + 1)
            if len(data) > _MANIFEST_LIMIT:
                raise ManifestError(words.manifest_beyond(file.source, _MANIFEST_LIMIT))
        except OSError as error:
            raise ManifestError(words.manifest_unreadable(file.source, _reason(error))) from error
        entries.update(decode_manifest(data, file.source))
    return entries


def _single(path: Path) -> Listing:
    file = ListedFile(path.name, path)
    manifest = path.with_name(MANIFEST_NAME)
    beside = (ListedFile(MANIFEST_NAME, manifest),) if manifest.is_file() else ()
    folder, root = path.parent, path.parent.name or "/"
    if path.suffix.casefold() in SUFFIXES:
        return Listing(root, folder, (file,), beside, whole=False)
    skipped = (Problem(path.name, words.OTHER_FORMAT),)
    return Listing(root, folder, (), beside, skipped, whole=False)


def _kind(target: Path, inside: Path) -> str:
    """Return "file", "folder", "outside" (a link that leads out) or "other" (a pipe, a link to a folder)."""
    link = target.is_symlink()
    mode = target.stat().st_mode
    if link and not target.resolve().is_relative_to(inside):
        return "outside"
    if stat.S_ISDIR(mode):
        return "other" if link else "folder"
    return "file" if stat.S_ISREG(mode) else "other"


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
