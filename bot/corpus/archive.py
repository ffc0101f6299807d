"""A ZIP -> its members' bytes, one at a time and in memory alone: nothing is ever written to disk.

The format is PKWARE's APPNOTE 6.3 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). What a ZIP says of
itself is checked before anything is unpacked, and unpacking stops where a member turns out larger than it said.
"""

from __future__ import annotations

import contextlib
import io
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from bot.corpus.formats import CONTAINERS, REVIEWS, is_text
from bot.corpus.manifest import MANIFEST_NAME, nearest_last
from bot.corpus.rows import Limits, Problem
from bot.errors import FileRejected
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")  # the latter alone is an empty ZIP
_DRIVE = re.compile(r"[A-Za-z]:")
_UTF8_NAME = 0x800  # flag: the name is UTF-8; else it counts as code page 437
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_METHODS = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])  # the others unpack without a bound
# What zipfile raises for bytes that are no ZIP; its own error is but one of them.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError),
    *(OSError, ValueError, IndexError, OverflowError),
)
_END = struct.Struct("<4s4H2LH")  # end of central directory
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LONGEST_COMMENT = 65535
_LONGEST_ENTRY = 512  # bytes that a directory may spend on each entry, names and extra fields together


@dataclass(frozen=True, slots=True)
class Archive:
    """An open ZIP: the names of the members that may be read, and what is wrong with the others."""

    names: tuple[str, ...]  # sorted, with "/" between folders
    manifests: tuple[str, ...]  # those nearer the root first
    problems: tuple[Problem, ...]
    _file: zipfile.ZipFile
    _infos: dict[str, zipfile.ZipInfo]
    _limits: Limits

    def read(self, name: str) -> bytes:
        """Unpack one member. Raises FileRejected where it is damaged."""
        info = self._infos[name]
        try:
            with self._file.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except _DAMAGED as error:
            raise FileRejected(words.DAMAGED_MEMBER) from error
        if len(data) != info.file_size:
            raise FileRejected(words.WRONG_SIZE)
        return data

    def common_folder(self) -> str:
        """The one folder that holds all members, with its slash; empty where there is none."""
        folders = {name.partition("/")[0] if "/" in name else "" for name in self.names}
        folder = folders.pop() if len(folders) == 1 else ""
        return f"{folder}/" if folder else ""


def is_zip(file: bytes | Path) -> bool:
    """Whether a file begins as a ZIP does, whatever it is called."""
    if isinstance(file, bytes):
        return file.startswith(_SIGNATURES)
    return _read(file, 4).startswith(_SIGNATURES)


def read_whole(file: bytes | Path, limit: int) -> bytes:
    """A file's bytes. Raises FileRejected where it cannot be read or is larger than the limit."""
    data = file if isinstance(file, bytes) else _read(file, limit + 1)
    if len(data) > limit:
        raise FileRejected(words.too_large(limit))
    return data


@contextlib.contextmanager
def opened(file: bytes | Path, limits: Limits) -> Iterator[Archive]:
    """Open a ZIP and look through its directory. Raises FileRejected where it is damaged or beyond a limit."""
    try:
        stream: BinaryIO = io.BytesIO(file) if isinstance(file, bytes) else file.open("rb")
    except OSError as error:
        raise FileRejected(words.unreadable((error.strerror or "error").lower())) from error
    with stream:
        size = stream.seek(0, io.SEEK_END)
        if size > limits.container:
            raise FileRejected(words.too_large(limits.container))
        if _directory_size(stream, size) > limits.entries * _LONGEST_ENTRY:
            raise FileRejected(words.too_many_files(limits.entries))
        try:
            held = zipfile.ZipFile(stream)
        except _DAMAGED as error:
            raise FileRejected(words.NO_ZIP) from error
        with held:
            yield _look_through(held, limits)


def _look_through(held: zipfile.ZipFile, limits: Limits) -> Archive:
    if len(held.infolist()) > limits.entries:
        raise FileRejected(words.too_many_files(limits.entries))
    infos: dict[str, zipfile.ZipInfo] = {}
    problems: list[Problem] = []
    for info in held.infolist():
        name = _name(info)
        if name.endswith("/") or _is_hidden(name):
            continue
        if name in infos:
            problems.append(Problem(shown(name), words.TWICE))
        elif problem := _problem(info, name, limits):
            if _is_manifest(name) and not _leads_out(name):
                raise FileRejected(words.member_unreadable(problem.source, problem.reason))
            problems.append(problem)
        else:
            infos[name] = info
    if sum(info.file_size for info in infos.values()) > limits.unpacked:
        raise FileRejected(words.too_large_unpacked(limits.unpacked))
    manifests = nearest_last(filter(_is_manifest, infos))
    names = sorted(infos.keys() - set(manifests))
    return Archive(tuple(names), tuple(manifests), tuple(problems), held, infos, limits)


def _problem(info: zipfile.ZipInfo, name: str, limits: Limits) -> Problem | None:
    """Why a member is not read; None where it is."""
    suffix = PurePosixPath(name).suffix.casefold()
    limit = limits.text if suffix in REVIEWS or _is_manifest(name) else limits.container
    reason: str | None = None
    if _leads_out(name):
        reason = words.OUT_OF_ZIP
    elif not name or not is_text(name) or "\x00" in info.orig_filename:
        reason = words.BAD_NAME
    elif stat.S_ISLNK(info.external_attr >> 16):
        reason = words.LINK
    elif suffix == ".zip":
        reason = words.ZIP_IN_ZIP
    elif suffix not in REVIEWS | CONTAINERS and not _is_manifest(name):
        return Problem(name, words.OTHER_FORMAT, skipped=True)
    elif info.flag_bits & _ENCRYPTED:
        reason = words.ENCRYPTED
    elif info.compress_type not in _METHODS:
        reason = words.packed_with(zipfile.compressor_names.get(info.compress_type))  # type: ignore[attr-defined]
    elif info.file_size > limit:
        reason = words.too_large(limit)
    elif info.file_size > limits.ratio_from and info.file_size > limits.ratio * max(info.compress_size, 1):
        reason = words.grows(limits.ratio)
    return Problem(shown(name), reason) if reason else None


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name, in the encoding that it is likely in, with "/" between folders."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME and not name.isascii():
        with contextlib.suppress(UnicodeError):  # many programs write UTF-8 without saying so
            name = name.encode("cp437").decode("utf-8")
    name = name.replace("\\", "/")
    while name.startswith("./"):
        name = name[2:]
    return name


def _is_manifest(name: str) -> bool:
    return PurePosixPath(name).name == MANIFEST_NAME


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name) is not None


def _is_hidden(name: str) -> bool:
    """What starts with a dot, or holds what macOS puts beside files; as below a folder, none of ours."""
    parts = name.split("/")
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)


def shown(name: str) -> str:
    """A name with a question mark for each character that none should hold."""
    return "".join(char if is_text(char) else "?" for char in name)


def _read(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        raise FileRejected(words.unreadable((error.strerror or "error").lower())) from error


def _directory_size(stream: BinaryIO, size: int) -> int:
    """How many bytes of directory a ZIP says it has, before it is read; 0 where it says nothing."""
    start = max(0, size - _LONGEST_COMMENT - _END.size)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        return 0
    told: int = _END.unpack_from(tail, at)[5]
    before = start + at - _LOCATOR.size - _END64.size
    if before >= 0:
        stream.seek(before)
        record = stream.read(_END64.size + _LOCATOR.size)
        if record.startswith(b"PK\x06\x06") and record[_END64.size :].startswith(b"PK\x06\x07"):
            told = max(told if told != 0xFFFFFFFF else 0, _END64.unpack_from(record)[8])
    return told
