"""Why a file, or a part of one, is not read; a member reads it in a preview, the operator on the terminal.

Each is a reason without the file's name, which stands before it, and without a full stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import count, listing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SHOWN = 30  # columns named where none will do ...
_SHOWN_LENGTH = 40  # ... and characters of each

# Any file
EMPTY = "it is empty"
BINARY = "it is binary, not text"
NO_ENCODING = "its encoding cannot be told"
NO_WORDS = "it holds no words"
NO_REVIEWS = "it holds no reviews"
DRAFT = "it is a draft"
OTHER_FORMAT = "not a format this version reads"
LEADS_OUT = "a link that leads out of the folder"
CHANGED = "it changed while it was read"
BAD_PATH = "its path holds characters that no name should"


def size(limit: int) -> str:
    """A limit of bytes.

    >>> size(1024 * 1024), size(8 * 1024 * 1024)
    ('1024 KiB', '8 MiB')
    """
    mib, rest = divmod(limit, 1024 * 1024)
    return f"{mib} MiB" if mib > 1 and not rest else f"{limit // 1024} KiB"


def unreadable(why: str) -> str:
    """The system refuses it, ``why`` in its own words."""
    return f"it cannot be read ({why})"


def unlisted(why: str) -> str:
    """The system refuses to list a folder, ``why`` in its own words."""
    return f"the folder cannot be listed ({why})"


def failed(where: str) -> str:
    """Reading it broke off through a mistake of the program's, ``where`` as a file and line."""
    return f"an error of this program ({where})"


def too_large(limit: int) -> str:
    """It has more bytes than are read."""
    return f"it is larger than {size(limit)}"


def text_too_large(limit: int) -> str:
    """A review in it has more bytes than are read."""
    return f"its text is larger than {size(limit)}"


def too_many_rows(limit: int) -> str:
    """A table or the like is too long."""
    return f"it holds more than {limit:,} rows"


def without_text(rows: int) -> str:
    """Rows that are no reviews."""
    return f"{count(rows, 'row')} without a review text"


# ZIPs
NO_ZIP = "it is no ZIP, or a damaged one"
ZIP_IN_ZIP = "a ZIP inside a ZIP is not opened"
DAMAGED_MEMBER = "it is damaged within the ZIP"
WRONG_SIZE = "it is not as large as the ZIP says"
TWICE = "the ZIP holds it twice; the first is read"
OUT_OF_ZIP = "its name leads out of the ZIP"
BAD_NAME = "its name holds characters that no name should"
LINK = "it is a link"
ENCRYPTED = "it is encrypted"
NOT_THERE = "the manifest names it, but there is no such file"


def too_many_files(limit: int) -> str:
    """A ZIP holds too much."""
    return f"it holds more than {limit:,} files"


def too_large_unpacked(limit: int) -> str:
    """All in a ZIP together is too large."""
    return f"what it holds is larger than {size(limit)} when unpacked"


def grows(times: int) -> str:
    """A ZIP bomb."""
    return f"it grows to more than {times} times its size when unpacked"


def packed_with(method: str | None) -> str:
    """A way of packing that isn't known."""
    return f"it is packed with {method or 'an unknown method'}"


def member_unreadable(name: str, reason: str) -> str:
    """A member of a ZIP without which the others can't be understood."""
    return f"{name} in it can't be read: {reason}"


def manifest_too_large(limit: int) -> str:
    """A manifest says more of a review than anybody would."""
    return f"its manifest says more than {limit // 1024} KiB of it"


# Tables
NO_HEADER = "it has no header row"
QUOTES = "its quotes are not closed, or not doubled within a cell"


def too_many_columns(limit: int) -> str:
    """A table is too wide."""
    return f"it has more than {limit:,} columns"


def other_width(cells: int, header: int) -> str:
    """A row has more or fewer cells than the header."""
    return f"it has {count(cells, 'cell')} where the header has {header}"


def cell_too_large(limit: int) -> str:
    """A cell has more characters than are read."""
    return f"a cell is larger than {size(limit)}, or its quote is not closed"


def columns(names: Collection[str]) -> str:
    """Columns, as many as help.

    >>> columns(["film", "", "x" * 50])
    'film, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'
    """
    shown = [
        name if len(name) <= _SHOWN_LENGTH else name[: _SHOWN_LENGTH - 1] + "…" for name in names if name
    ]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more


def no_text_column(names: Collection[str]) -> str:
    """No column holds reviews."""
    return f"it has no column for the text of a review; its columns are {columns(names) or 'all unnamed'}"


def no_column(wanted: str, names: Collection[str]) -> str:
    """The column that somebody named isn't there."""
    return f'it has no column "{wanted}"; its columns are {columns(names)}'


# JSON
NO_OBJECTS = "it holds no objects"
NO_OBJECT = "it is no object"


def no_json(line: int | None = None) -> str:
    """It can't be read as JSON, from a line on where that is known."""
    return f"it is no valid JSON{_in_line(line)}"


def json_breaks_off(objects: int, line: int | None = None) -> str:
    """It can be read up to a place."""
    return f"its JSON breaks off after {count(objects, 'object')}{_in_line(line)}"


def _in_line(line: int | None) -> str:
    return f" (line {line})" if line else ""


def line_too_large(limit: int) -> str:
    """A line has more bytes than are read."""
    return f"its line is larger than {size(limit)}"


def no_text_key(keys: Sequence[str]) -> str:
    """No key holds reviews."""
    return f"it has no key for the text of a review; its keys are {', '.join(keys)}"


def no_key(wanted: str, keys: Sequence[str]) -> str:
    """The key that somebody named isn't there."""
    return f'it has no key "{wanted}"; its keys are {", ".join(keys)}'


# Feeds
NO_FEED = "it is XML, but neither RSS nor Atom"
ENTITIES = "it declares entities of its own, which are not read"
BROKEN_FEED = "it is a feed that cannot be read"


def feed_too_large(limit: int) -> str:
    """A feed has more bytes than any."""
    return f"it is larger than {size(limit)}, which no feed is"


def too_many_entries(limit: int) -> str:
    """A feed is too long."""
    return f"it holds more than {limit:,} entries"


# Letterboxd's export
def without_reviews(file: str) -> str:
    """The file that holds the reviews is missing."""
    return f"this export of Letterboxd holds no {file}"


def other_columns(file: str, names: Collection[str]) -> str:
    """That file has changed its form."""
    return f"its {file} has other columns than Letterboxd's: {columns(names)}"


def not_read_of_export(names: Sequence[str]) -> str:
    """Other parts of the export."""
    return f"of Letterboxd's export only reviews are read, not {listing(names)}"


def not_read(folder: str) -> str:
    """A folder of deleted or orphaned reviews."""
    return f'what Letterboxd keeps as "{folder}" is not read'


# Manifests: whole sentences, and what ``manifest_says`` makes one of
_TEXT = "a text in quotes"
_WANTED = {
    "film": _TEXT,
    "year": "a year such as 1948, without quotes",
    "critic": _TEXT,
    "outlet": _TEXT,
    "date": 'a date such as 2025-06-04, or "--06-04" without a year',
    "url": "an address that begins with https://",
    "cast": 'a list such as ["Orson Welles as Harry Lime", "Alida Valli"]',
}


def manifest_beyond(manifest: str, limit: int) -> str:
    """A manifest has more bytes than are read."""
    return f"{manifest} is larger than {size(limit)}."


def manifest_unreadable(manifest: str, why: str) -> str:
    """The system refuses a manifest, ``why`` in its own words."""
    return f"{manifest} cannot be read: {why}."


def no_toml(manifest: str, why: str) -> str:
    """A manifest can't be read, ``why`` in the parser's own words."""
    return f"{manifest} is not valid TOML: {why}."


def no_utf8(manifest: str, byte: int) -> str:
    """A manifest isn't in the one encoding that TOML has."""
    return f"{manifest} is not UTF-8 (byte {byte})."


def manifest_says(manifest: str, wrong: str) -> str:
    """A manifest holds something it should not."""
    return f"{manifest}: {wrong}."


def no_table(file: str) -> str:
    """What is said of a file isn't a table."""
    return f'"{file}" should be a table, headed ["{file}"]'


def unquoted(file: str) -> str:
    """A file's name was taken for a path of tables."""
    return f'a file name needs quotes in its heading: ["{file}"]'


def unknown_field(file: str, field: str, known: Sequence[str]) -> str:
    """Something is said of a file that nothing is made of."""
    return f'"{file}" has a field "{field}", which is none of {", ".join(known)}'


def wrong_field(file: str, field: str) -> str:
    """A field holds what it can't."""
    return f'{field} of "{file}" should be {_WANTED[field]}'
