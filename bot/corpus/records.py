"""JSON and JSON Lines (https://jsonlines.org) -> rows.

A list of objects, an object that holds one such list, one object, or one object a line. Lists are read item by item,
and lines one by one, so that a large file costs little more than its bytes.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING

from bot.corpus.columns import fold_name, recognise
from bot.corpus.decode import decode
from bot.corpus.own_export import is_own, own_row
from bot.corpus.rows import NO_MAPPING, ColumnMapping, Limits, Problem, Row, Value
from bot.errors import FileRejected
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEEPEST = 8
_LISTS = ("reviews", "items", "data", "results", "entries", "posts", "records")
_NAMES = ("id", "slug", "uuid", "guid", "_id", "source", "url", "link", "permalink")
_ENDINGS = (".json", ".jsonl", ".ndjson")
_SIGN = re.compile(rb"\S")
_BLANK = re.compile(r"[\s,]*")
_MOST_KEYS = 1000
_SHOWN = 30  # keys named where none will do
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00")
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False)


def is_json(head: str, source: str) -> bool:
    """Whether a file that begins so holds JSON; ``source`` tells where that is not enough.

    >>> is_json('[{"film": "Rope"}]', "a.csv"), is_json("film,text", "a.json"), is_json("[film],text", "a.csv")
    (True, True, False)
    """
    named = source.casefold().endswith(_ENDINGS)
    return named or re.match(r'\s*(?:\[\s*)?\{\s*"', head) is not None


def read_records(data: bytes, name: str, mapping: ColumnMapping, limits: Limits) -> Iterator[Row | Problem]:
    """Read the reviews of a JSON file; ``name`` is its source, which problems carry.

    Raises FileRejected where it holds no objects, none of them has a review's text, or a mapped key is missing.

    >>> [row] = read_records(b'{"film": {"title": "Rope"}, "text": "Tense."}', "a.json", NO_MAPPING, Limits())
    >>> row.fields
    {'text': 'Tense.', 'film': {'title': 'Rope'}}
    """
    keys: dict[str, None] = {}
    reader = _Reader(mapping)
    texts = False
    for number, item in _numbered(data, name, limits):
        if isinstance(item, Problem):
            yield item
            continue
        row = own_row(item, number) if is_own(item) else reader.row(item, number)
        if len(keys) < _MOST_KEYS:
            keys.update(dict.fromkeys(item))
        texts = texts or reader.texts or is_own(item)
        yield row
    folded = {fold_name(key) for key in keys}
    missing = next((key for _, key in mapping.pairs if fold_name(key) not in folded), None)
    if keys and (missing is not None or not texts):
        shown = list(keys)[:_SHOWN]
        raise FileRejected(words.no_text_key(shown) if missing is None else words.no_key(missing, shown))


class _Reader:
    """Objects -> rows; objects of the same keys are understood once."""

    def __init__(self, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        self._known: dict[tuple[str, ...], dict[str, str]] = {}
        self.texts = False  # whether any object had a key for a review's text, filled or not

    def row(self, item: Mapping[str, object], number: int) -> Row:
        """One object as a row."""
        found = self._recognise(tuple(item))
        self.texts = self.texts or "text" in found
        fields = {field: value for field, key in found.items() if (value := _value(item[key])) is not None}
        printed = {field: key for field, key in found.items() if key != field}
        if isinstance(text := fields.get("text"), dict):  # {"film": "Rope", "review": {"body": "..."}}
            inner = self.row(text, number)
            del fields["text"]
            fields = {**inner.fields, **fields}
            printed = {**inner.printed, **printed}
        folded = {fold_name(key): key for key in reversed(tuple(item))}
        names = (item[folded[name]] for name in _NAMES if name in folded)
        return Row(next((n for n in names if isinstance(n, str) and n), None), number, fields, "key", printed)

    def _recognise(self, keys: tuple[str, ...]) -> dict[str, str]:
        if keys not in self._known:
            if len(self._known) == _MOST_KEYS:
                self._known.clear()
            here = {fold_name(key) for key in keys}
            pairs = tuple((field, key) for field, key in self._mapping.pairs if fold_name(key) in here)
            self._known[keys] = recognise(keys, ColumnMapping(pairs))
        return self._known[keys]


def _value(value: object, depth: int = 0) -> Value | None:
    """A value without what is empty, yes or no, or nested too deep for anything a review has."""
    if isinstance(value, str):
        return value if value.strip() else None
    if depth == _DEEPEST:
        return None
    if isinstance(value, list):
        return [kept for item in value if (kept := _value(item, depth + 1)) is not None] or None
    if isinstance(value, dict):
        kept_items = ((key, _value(item, depth + 1)) for key, item in value.items())
        return {key: kept for key, kept in kept_items if kept is not None} or None
    return None


_Item = tuple[int, "dict[str, object] | Problem"]


def _numbered(data: bytes, name: str, limits: Limits) -> Iterator[_Item]:
    """Each object with its number."""
    if data.startswith(_WIDE):
        data = decode(data).encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    if _is_lines(data, name, limits):
        yield from _lines(data, name, limits)
        return
    number = 0
    try:
        for item in _items(_characters(data)):
            number += 1
            yield number, item if isinstance(item, dict) else _no_object(name, number)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        if not number:
            raise FileRejected(words.no_json(line)) from error
        yield number + 1, Problem(name, words.json_breaks_off(number, line))
    if not number:
        raise FileRejected(words.NO_OBJECTS)


def _is_lines(data: bytes, name: str, limits: Limits) -> bool:
    """Whether there is an object a line; a file called .jsonl may hold indented JSON, and one called .json lines."""
    start = _first_sign(data, 0)
    end = data.find(b"\n", start)
    end = len(data) if end < 0 else end
    first = data[start : min(end, start + limits.line)]
    if name.casefold().endswith((".jsonl", ".ndjson")) and not first.rstrip().endswith((b"{", b"[", b",")):
        return True
    try:
        return _first_sign(data, end) < len(data) and isinstance(_DECODER.decode(_characters(first)), dict)
    except (ValueError, RecursionError):
        return False


def _first_sign(data: bytes, start: int) -> int:
    """Where the first byte that is no blank stands, without a copy of what is before it."""
    found = _SIGN.search(data, start)
    return found.start() if found else len(data)


def _lines(data: bytes, name: str, limits: Limits) -> Iterator[_Item]:
    number = start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if end - start > limits.line:
            number += 1
            yield number, Problem(f"{name}#{number:05d}", words.line_too_large(limits.line))
        elif line := data[start:end].replace(b"\x00", b"").strip():
            number += 1
            yield number, _line(line, f"{name}#{number:05d}")
        start = end + 1


def _line(line: bytes, source: str) -> dict[str, object] | Problem:
    try:
        item = _DECODER.decode(_characters(line))
    except (ValueError, RecursionError):
        return Problem(source, words.no_json())
    except FileRejected as error:
        return Problem(source, str(error))
    return item if isinstance(item, dict) else Problem(source, words.NO_OBJECT)


def _no_object(name: str, number: int) -> Problem:
    return Problem(f"{name}#{number:05d}", words.NO_OBJECT)


def _characters(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data)


def _items(text: str) -> Iterator[object]:
    """A list's items, those of an object's one list of objects, or the object itself. Raises ValueError."""
    start = _after_blank(text, 0)
    if text.startswith("[", start):
        yield from _listed(text, start)
        return
    lists = _lists_of(text, start)
    whole = next((lists[key] for key in _LISTS if key in lists), None)
    if whole is None and len(lists) == 1 and not _is_review(text, start):
        whole = next(iter(lists.values()))
    if whole is None:
        yield _DECODER.raw_decode(text, start)[0]
    else:
        yield from _listed(text, whole)


def _is_review(text: str, start: int) -> bool:
    item, _ = _DECODER.raw_decode(text, start)
    return "text" in recognise(tuple(item), NO_MAPPING)


def _lists_of(text: str, start: int) -> dict[str, int]:
    """Where the lists of objects directly in an object begin, by folded key."""
    found: dict[str, int] = {}
    at = start + 1
    while not text.startswith("}", at := _after_blank(text, at)):
        key, at = _DECODER.raw_decode(text, at)
        at = _after_blank(text, at)
        if not isinstance(key, str) or not text.startswith(":", at):
            raise json.JSONDecodeError("no key", text, at)
        at = _after_blank(text, at + 1)
        opening = _after_blank(text, at + 1)
        if text.startswith("[", at) and text.startswith("{", opening):
            found[fold_name(key)] = at
        _, at = _DECODER.raw_decode(text, at)
    return found


def _listed(text: str, start: int) -> Iterator[object]:
    at = start + 1
    while not text.startswith("]", at := _after_blank(text, at)):
        item, at = _DECODER.raw_decode(text, at)
        yield item


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at
