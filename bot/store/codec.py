# ruff: noqa: ANN401 - what JSON holds has no type until it was read
"""Domain dataclasses to JSON and back, strictly: what doesn't fit its type is refused, never guessed."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable, Hashable
from enum import Enum
from typing import Any, TypeVar, cast

from bot.errors import DatabaseDamaged

T = TypeVar("T")
_Reader = Callable[[Any], Any]


def encode(value: object) -> str:
    """Write dataclasses, tuples, enums and plain values as JSON; fields at their default are left out.

    >>> from bot.models import Film
    >>> encode((Film("M", 1931),))
    '[{"title":"M","year":1931}]'
    """
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """Read back what :func:`encode` wrote; raises DatabaseDamaged where it doesn't fit.

    >>> from bot.models import Film
    >>> decode(tuple[Film, ...], '[{"title":"M","year":1931}]')
    (Film(title='M', year=1931, aliases=()),)
    """
    try:
        value: T = _reader(cast("Hashable", kind))(json.loads(text))
    except (ValueError, TypeError, KeyError) as error:
        raise DatabaseDamaged(f"A stored fact can't be read: {error}.") from error
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if value is None or isinstance(value, (str, int, float)):
        return value
    return {
        name: _plain(item)
        for name, default in _defaults(cast("Hashable", type(value)))
        if (item := getattr(value, name)) != default or default is dataclasses.MISSING
    }


@functools.cache
def _defaults(kind: Hashable) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(cast("Any", kind)))


@functools.cache
def _reader(kind: Any) -> _Reader:
    """Build the reader of one type, once."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        (inner,) = (arg for arg in args if arg is not types.NoneType)
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        return _sequence_reader(args)
    if origin is dict:
        read_item = _reader(args[1])
        return lambda value: {str(key): read_item(item) for key, item in _scalar(dict, value).items()}
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(cast("type", kind))
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return lambda value: members[value]
    return functools.partial(_scalar, kind)


def _scalar(kind: type, value: Any) -> Any:
    if type(value) is kind:
        return value
    # JSON has one kind of number: a whole float may come back as an int.
    if kind is float and type(value) is int:
        return float(value)
    raise TypeError(f"{value!r} is no {kind.__name__}")


def _sequence_reader(args: tuple[Any, ...]) -> _Reader:
    if len(args) == 2 and args[1] is Ellipsis:
        read = _reader(args[0])
        return lambda value: tuple(map(read, _scalar(list, value)))
    reads = tuple(_reader(arg) for arg in args)
    return lambda value: tuple(read(item) for read, item in zip(reads, _scalar(list, value), strict=True))


def _dataclass_reader(kind: type) -> _Reader:
    hints = typing.get_type_hints(kind)
    readers: dict[str, _Reader] = {
        field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)
    }

    def read(value: Any) -> Any:
        return kind(**{name: readers[name](item) for name, item in _scalar(dict, value).items()})

    return read
