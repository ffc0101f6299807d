"""``manifest.toml``: what a folder's owner gives or corrects, by file name.

["reviews/002.txt"]
film = "Ballerina"
year = 2025
critic = "Ada Sample"
outlet = "The Daily Sample"
date = 2025-06-04            # or "--06-04" where the year is not known
url = "https://example.org/ballerina"
cast = ["Ana de Armas as Eve Macarro", "Gabriel Byrne"]

["watched.csv"]              # holds for all of its rows
critic = "Ada Sample"

["watched.csv#00012"]        # and this for one
film = "Rope"
"""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import PurePosixPath

from bot.corpus.dates import iso_date
from bot.corpus.formats import CONTAINERS
from bot.corpus.people import parse_cast
from bot.errors import OperatorError
from bot.models import Given, GivenCredit, GivenFacts
from bot.words import files as words

MANIFEST_NAME = "manifest.toml"
_FIELDS = ("film", "year", "critic", "outlet", "date", "url", "cast")


class ManifestError(OperatorError):
    """A manifest that cannot be read or holds something it should not."""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the manifest says of one file."""

    film: str | None = None
    year: int | None = None
    critic: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    cast: tuple[GivenCredit, ...] = ()
    given_by: str = "manifest"  # what is named as the source of what it gives

    def applied_to(self, given: GivenFacts) -> GivenFacts:
        """What is given beside a text, where this entry wins over front matter."""

        def won(value: str | int | None, field: str, other: Given | None) -> Given | None:
            return other if value is None else Given(str(value), f"{self.given_by}: {field}")

        crew = tuple(c for c in given.credits if c.role != "actor") if self.cast else given.credits
        return replace(
            given,
            film=won(self.film, "film", given.film),
            # a year that front matter gave belongs to the film it gave
            year=won(self.year, "year", given.year if self.film is None else None),
            critic=won(self.critic, "critic", given.critic),
            outlet=won(self.outlet, "outlet", given.outlet),
            published=won(self.published, "date", given.published),
            url=won(self.url, "url", given.url),
            credits=self.cast + crew,
        )

    def over(self, other: ManifestEntry | None) -> ManifestEntry:
        """This entry, with what it leaves open taken from another."""
        if other is None:
            return self
        mine = {f.name: value for f in fields(self) if (value := getattr(self, f.name))}
        if self.film and not self.year:
            mine["year"] = None  # a year belongs to the film it was given with
        return replace(other, **mine)

    def fingerprint(self) -> str:
        """A text that differs wherever two entries do."""
        cast = [(credit.person, credit.character) for credit in self.cast]
        return json.dumps([self.film, self.year, self.critic, self.outlet, self.published, self.url, cast])


def entry_of(source: str, entries: Mapping[str, ManifestEntry]) -> ManifestEntry | None:
    """What a manifest says of a file, of a row and its file, or of a ZIP's member, row and ZIP.

    >>> entries = {"a.csv": ManifestEntry(critic="Ada"), "a.csv#00001": ManifestEntry(film="Rope")}
    >>> found = entry_of("a.csv#00001", entries)
    >>> found.critic, found.film
    ('Ada', 'Rope')
    """
    if not entries:
        return None
    found: ManifestEntry | None = None
    for part in holders_of(source):
        if entry := entries.get(part):
            found = entry.over(found)
    return found


def holders_of(source: str) -> Iterator[str]:
    """A source behind the files that hold it, the outermost first.

    >>> list(holders_of("sub/a.zip/b.csv#1"))
    ['sub/a.zip', 'sub/a.zip/b.csv', 'sub/a.zip/b.csv#1']
    """
    ends = [at for at, sign in enumerate(source) if sign in "/#"]
    yield from (source[:end] for end in ends if PurePosixPath(source[:end]).suffix.casefold() in CONTAINERS)
    yield source


def parse_manifest(text: str, name: str = MANIFEST_NAME) -> dict[str, ManifestEntry]:
    """Read a manifest: entries by POSIX path below its folder. Raises ManifestError, saying what is wrong.

    >>> parse_manifest('["a.txt"]\\nfilm = "Rope"\\nyear = 1948')["a.txt"].year
    1948
    """
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ManifestError(words.no_toml(name, str(error))) from error
    try:
        return {file.removeprefix("./"): _entry(file, table) for file, table in tables.items()}
    except ManifestError as error:
        raise ManifestError(words.manifest_says(name, str(error))) from error


def decode_manifest(data: bytes, name: str) -> dict[str, ManifestEntry]:
    """Read a manifest's bytes: entries by POSIX path from where ``name`` starts. Raises ManifestError.

    >>> list(decode_manifest(b'["a.txt"]', "sub/manifest.toml"))
    ['sub/a.txt']
    """
    try:
        found = parse_manifest(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise ManifestError(words.no_utf8(name, error.start)) from error
    folder = PurePosixPath(name).parent
    return {str(folder / file): entry for file, entry in found.items()}


def nearest_last(names: Iterable[str]) -> list[str]:
    """Manifests in the order in which later ones win: those nearer the root first."""
    return sorted(names, key=lambda name: (name.count("/"), name))


def _entry(name: str, table: object) -> ManifestEntry:
    if not isinstance(table, Mapping):
        raise ManifestError(words.no_table(name))
    for field, value in table.items():
        if isinstance(value, Mapping) and field != "cast":
            raise ManifestError(words.unquoted(f"{name}.{field}"))
        if field not in _FIELDS:
            raise ManifestError(words.unknown_field(name, field, _FIELDS))
    return ManifestEntry(
        film=_text(name, table, "film"),
        year=_year(name, table),
        critic=_text(name, table, "critic"),
        outlet=_text(name, table, "outlet"),
        published=_date(name, table),
        url=_url(name, table),
        cast=_cast(name, table),
    )


def _wrong(name: str, field: str) -> ManifestError:
    return ManifestError(words.wrong_field(name, field))


def _text(name: str, table: Mapping[str, object], field: str) -> str | None:
    value = table.get(field)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise _wrong(name, field)
    return " ".join(value.split())


def _year(name: str, table: Mapping[str, object]) -> int | None:
    value = table.get("year")
    if value is None:
        return None
    if not isinstance(value, int) or not 1870 <= value <= 2199:
        raise _wrong(name, "year")
    return value


def _date(name: str, table: Mapping[str, object]) -> str | None:
    value = table.get("date")
    if isinstance(value, dt.datetime):
        value = value.date()
    found: str | None = None
    if isinstance(value, dt.date):
        found = value.isoformat()
    elif isinstance(value, str):
        found = iso_date(value)
    if value is not None and found is None:
        raise _wrong(name, "date")
    return found


def _url(name: str, table: Mapping[str, object]) -> str | None:
    value = _text(name, table, "url")
    if value is not None and (not value.startswith(("https://", "http://")) or " " in value):
        raise _wrong(name, "url")
    return value


def _cast(name: str, table: Mapping[str, object]) -> tuple[GivenCredit, ...]:
    value = table.get("cast")
    if value is None:
        return ()
    if isinstance(value, (list, Mapping)):
        found = parse_cast(value, "manifest: cast")
        if len(found) == len(value):
            return tuple(dict.fromkeys(found))
    raise _wrong(name, "cast")
