"""Cast and crew as a field gives them -> GivenCredit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.models import GivenCredit

_AS = re.compile(r"(?P<person>[^()]+?)\s+(?:as|plays)\s+(?P<character>.+)")  # "Ana de Armas as Eve"
_BRACKETED = re.compile(r"(?P<person>[^()]+?)\s*\((?:as\s+)?(?P<character>[^()]+)\)")  # "Ana de Armas (Eve)"
_PERSON_KEYS = ("person", "actor", "name")
_CHARACTER_KEYS = ("character", "as", "role")
_MAX_LENGTH = 120  # characters of a name


def parse_cast(value: object, where: str) -> tuple[GivenCredit, ...]:
    """Read a cast: a list of "Actor as Character", a mapping of actor to character, or a list of tables.

    >>> given = parse_cast(["Orson Welles as Harry Lime", "Alida Valli (Anna)"], "cast")
    >>> [(credit.person, credit.character) for credit in given]
    [('Orson Welles', 'Harry Lime'), ('Alida Valli', 'Anna')]
    >>> given = parse_cast({"Orson Welles": "Harry Lime", "Alida Valli": ""}, "cast")
    >>> [(credit.person, credit.character) for credit in given]
    [('Orson Welles', 'Harry Lime'), ('Alida Valli', None)]
    """
    pairs = ((_scalar(person), _scalar(character)) for person, character in _pairs(value))
    return tuple(
        GivenCredit(person, "actor", character, where)
        for person, character in pairs
        if person and len(person) <= _MAX_LENGTH
    )


def parse_crew(value: object, role: str, where: str) -> tuple[GivenCredit, ...]:
    """Read the people of one role: a name, several with commas or "and" between them, or a list.

    >>> [c.person for c in parse_crew("Joel Coen and Ethan Coen", "director", "director")]
    ['Joel Coen', 'Ethan Coen']
    """
    names: list[object] = (
        list(value) if isinstance(value, list) else re.split(r",|;|&|\band\b", _scalar(value) or "")
    )
    people = (_scalar(name) for name in names)
    return tuple(GivenCredit(p, role, None, where) for p in people if p and len(p) <= _MAX_LENGTH)


def _pairs(value: object) -> Iterator[tuple[object, object]]:
    if isinstance(value, str):
        value = re.split(r"[,;\n]", value)
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping):
                yield _first(item, _PERSON_KEYS), _first(item, _CHARACTER_KEYS)
            elif text := _scalar(item):
                match = _AS.fullmatch(text) or _BRACKETED.fullmatch(text)
                yield (match["person"], match["character"]) if match else (text, None)


def _first(item: Mapping[object, object], keys: tuple[str, ...]) -> object:
    return next((item[key] for key in keys if item.get(key)), None)


def _scalar(value: object) -> str | None:
    if value is None or isinstance(value, (Mapping, list, bool)):
        return None
    return " ".join(str(value).split()) or None
