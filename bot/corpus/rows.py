"""What files that hold many reviews are read into: rows with fields of known names, and how much one may hold.

A reader of such a format yields a :class:`Row` for each review and a :class:`Problem` for each part it could not
read; one bad row never costs the others. Rows without a review's text are yielded all the same: whoever reads
them all counts those in one line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | list[object] | dict[str, object]
"""A field as it stands in the file; numbers as printed. Never evaluated, so "=1+1" is a text."""

FIELDS = (
    *("text", "film", "year", "critic", "outlet", "published", "url"),
    *("rating", "scale", "headline", "director", "cast"),
)
"""The names of a row's fields, whatever its file calls them."""

_ALSO = {"date": "published", "movie": "film", "title": "headline", "author": "critic", "score": "rating"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one file or a part of it, in words that follow its name."""

    source: str
    reason: str
    skipped: bool = False  # passed over on purpose; else it failed


@dataclass(frozen=True, slots=True)
class Row:
    """One review of a file that holds many."""

    name: str | None  # the row's own id, slug or address, as printed; None where it has none
    number: int  # from 1; a header isn't counted, a row that could not be read is
    fields: Mapping[str, Value]  # by the names in FIELDS; only those that are filled
    where: str  # what a field is called in this format: "column", "field", "entry", "letterboxd"
    printed: Mapping[str, str] = field(default_factory=dict)  # what the file calls a field: {"film": "Name"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold; whoever exceeds one is told which."""

    text: int = 1024 * 1024  # bytes of one review's file; the longest review is a hundredth of that
    container: int = 64 * 1024 * 1024  # bytes of a file that holds many
    unpacked: int = 256 * 1024 * 1024  # bytes of all that a ZIP holds
    ratio: int = 200  # how many times its packed size a ZIP's member may grow to ...
    ratio_from: int = 1024 * 1024  # ... where it is larger than so many bytes
    entries: int = 10_000  # of a ZIP
    line: int = 4 * 1024 * 1024  # bytes of one JSON line
    cell: int = 1024 * 1024  # characters of one cell
    rows: int = 200_000  # of one file


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column holds a field where its name doesn't say so: pairs of field and column."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> ColumnMapping:
        """Read "text=body,film=movie". Raises SettingsError, naming the fields there are.

        >>> ColumnMapping.parse("text=body, film = Movie title").pairs
        (('film', 'Movie title'), ('text', 'body'))
        """
        found: dict[str, str] = {}
        for part in filter(str.strip, text.split(",")):
            left, _, right = (side.strip() for side in part.partition("="))
            name = left.casefold()
            name = name if name in FIELDS else _ALSO.get(name, name)
            if name not in FIELDS:
                raise SettingsError(f'"{left}" is no field of a review; there are {", ".join(FIELDS)}.')
            if not right:
                raise SettingsError(f'"{part.strip()}" should be a field and a column, such as text=body.')
            if name in found:
                raise SettingsError(f"The field {name} is mapped twice.")
            found[name] = right
        return cls(tuple(sorted(found.items())))

    def fingerprint(self) -> str:
        """A text that differs wherever two mappings do; empty where nothing is mapped."""
        return "\x1e".join(f"{name}={column}" for name, column in self.pairs)


NO_MAPPING = ColumnMapping()
