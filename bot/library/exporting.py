"""A server's library as one file to send: JSON Lines, packed where it would be too large."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Self

from bot.errors import LimitReached
from bot.export import export_reviews
from bot.words import library as words

if TYPE_CHECKING:
    from types import TracebackType

    from bot.store import Store

NAME = "reviews.jsonl"
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file ready to be sent, read from its beginning; leaving it closes it."""

    name: str
    data: BinaryIO
    reviews: int

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.data.close()


class _Counting:
    """Counts lines on their way into a file."""

    def __init__(self, out: BinaryIO) -> None:
        self.out, self.lines = out, 0

    def write(self, line: bytes) -> int:
        self.lines += 1
        return self.out.write(line)


async def export_file(store: Store, library: int, limit: int) -> ExportFile:
    """Write a library to a temporary file of at most ``limit`` bytes; raises LimitReached where none can be."""
    plain: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    counting = _Counting(plain)
    try:
        await export_reviews(store, library, counting)  # type: ignore[arg-type]
    except BaseException:
        plain.close()
        raise
    if plain.tell() <= limit:
        plain.seek(0)
        return ExportFile(NAME, plain, counting.lines)
    with plain:
        packed = await asyncio.to_thread(_packed, plain)
    if (size := packed.tell()) > limit:
        packed.close()
        raise LimitReached(words.export_too_large(size // _MIB + 1, library))
    packed.seek(0)
    return ExportFile(f"{NAME}.zip", packed, counting.lines)


def _packed(plain: BinaryIO) -> BinaryIO:
    out: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    plain.seek(0)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(NAME, "w") as member:
        shutil.copyfileobj(plain, member, _MIB)
    return out
