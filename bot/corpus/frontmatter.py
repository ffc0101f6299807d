"""Front matter (YAML, TOML or JSON at the head of a file) -> GivenFacts."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, cast

import yaml  # type: ignore[import-untyped]
from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from bot.corpus.dates import iso_date
from bot.corpus.fields import SCALES, VALUES, address_of, rating_of, scalar, split_film, year_of
from bot.corpus.people import parse_cast, parse_crew
from bot.errors import Draft
from bot.models import Given, GivenCredit, GivenFacts
from bot.words import files as words

_MAX_LENGTH = 65536  # characters; more than that at a file's head is no front matter
_LOADER = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # every scalar stays as printed: "3.50", "1917", "2025-06-04"
_NESTS = re.compile(r"[\[{]|[-?][ \t]")
_MOST_NESTED = (
    500  # what may open a level; libyaml's loader overflows the C stack some thousands of levels deep
)


class _Yaml(YAMLHandler):
    def load(self, fm: str, **_: object) -> dict[str, Any]:
        # The slow loader ends in a RecursionError where the fast one would take the whole process down.
        deep = len(_NESTS.findall(fm)) > _MOST_NESTED
        return cast("dict[str, Any]", super().load(fm, Loader=yaml.BaseLoader if deep else _LOADER))


class _Toml(BaseHandler):
    FM_BOUNDARY = re.compile(r"^\+{3,}[ \t]*$", re.MULTILINE)

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        return tomllib.loads(fm, parse_float=str)


class _Json(JSONHandler):
    def load(self, fm: str, **_: object) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(fm, parse_float=str, parse_int=str))


_HANDLERS = (_Yaml(), _Toml(), _Json())
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])")  # between the words of "releaseYear"
_NAMED = re.compile(
    r"---[ ]?(?P<language>json|toml|ya?ml|js)[ \t]*\n(?P<head>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL
)
_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):[ \t]*+(?P<value>.*)")

_KEYS: dict[str, tuple[str, ...]] = {
    "film": ("film", "movie", "film_title", "movie_title"),
    "year": (
        "year",
        "film_year",
        "movie_year",
        "release_year",
        "year_released",
        "released",
        "release_date",
        "release",
    ),
    "headline": ("headline", "title"),
    "critic": ("critic", "reviewer", "reviewed_by", "author", "by", "byline", "authors"),
    "outlet": ("outlet", "publication", "publisher", "site", "website"),
    "published": (
        *("date", "published", "pubdate", "pub_date", "publishdate", "publish_date", "published_at"),
        *("published_on", "date_published", "publication_date", "review_date", "reviewed", "reviewed_on"),
        *("date_reviewed", "posted", "posted_on", "post_date", "created", "created_at", "date_created"),
    ),
    "url": ("url", "link", "permalink", "canonical_url", "canonical"),
}
_RATINGS = ("rating", "score", "stars", "grade", "my_rating", "review_rating", "verdict", "ratings", "scores")
_BELOW = (
    "params",
    "extra",
    "review",
    "meta",
    "custom",
    "data",
)  # where Hugo, Zola and others put fields of one's own
_CAST = ("cast", "actors", "starring", "stars")
_CREW = {
    **dict.fromkeys(("director", "directors", "directed_by"), "director"),
    **dict.fromkeys(("screenwriter", "screenwriters", "screenplay", "written_by"), "writer"),
    **dict.fromkeys(("producer", "producers"), "producer"),
    **dict.fromkeys(("composer", "music_by"), "composer"),
}
_KNOWN = frozenset([*_RATINGS, *_CAST, *_CREW, *(key for keys in _KEYS.values() for key in keys)])
_KIND = ("type", "kind", "media", "media_type", "medium", "collection")
_FILM_KINDS = frozenset(["movie", "movies", "film", "films", "movie review", "film review"])
_MAKERS = ("creator", "artist")  # of what a diary of books, records and films calls its makers
_HEADER_LINES = 40  # at the most, of a head without a fence
_BOOKKEEPING = frozenset(
    ["slug", "category", "categories", "tags", "status", "modified", "lang", "save_as", "template", "layout"]
)
"""Fields that a publishing system reads and nobody writes into a review."""


def split_front_matter(text: str, *, markdown: bool = True) -> tuple[GivenFacts, str]:
    """Take the front matter off a file's text. Elsewhere than in Markdown it has to hold a field we know.

    >>> given, rest = split_front_matter("---\\nfilm: Rope (1948)\\nscore: B+\\n---\\nTense.")
    >>> given.film.value, given.year.value, given.ratings[0].value, rest
    ('Rope', '1948', 'B+', '\\nTense.')
    """
    text = text.lstrip()
    if found := _split_other(text):
        return found
    for handler in _HANDLERS:
        if not handler.detect(text):
            continue
        try:
            head, rest = handler.split(text)
        except ValueError:  # nothing closes it
            continue
        fields = _load(handler, head) if len(head) <= _MAX_LENGTH else None
        if fields is not None and (markdown or _KNOWN & fields.keys()):
            return _given(fields), rest
    return _split_headers(text) or (GivenFacts(), text)


def _split_other(text: str) -> tuple[GivenFacts, str] | None:
    """A head whose fence names its language ("---json"), as Eleventy has it, or JSON on a line of its own."""
    head, rest = "", ""
    handler: BaseHandler = _HANDLERS[0]
    if text.startswith("---") and (match := _NAMED.match(text, 0, _MAX_LENGTH)):
        head, rest = match["head"], text[match.end() :]
        handler = {"json": _HANDLERS[2], "toml": _HANDLERS[1]}.get(match["language"], _HANDLERS[0])
    elif text.startswith('{"'):
        head, _, rest = text.partition("\n")
        handler = _HANDLERS[2]
    fields = _load(handler, head) if 0 < len(head) <= _MAX_LENGTH else None
    return (_given(fields), rest) if fields is not None and _KNOWN & fields.keys() else None


def _split_headers(text: str) -> tuple[GivenFacts, str] | None:
    """A head of "Title: Rope" lines that no fence encloses, up to the first blank line, as Pelican has it."""
    head, blank, _ = text[:_MAX_LENGTH].partition("\n\n")
    lines = head.split("\n", _HEADER_LINES)
    if not blank or len(lines) > _HEADER_LINES or not (first := _LINE.fullmatch(lines[0])):
        return None
    if first["key"].casefold() not in {"title", "date", "author", "authors", "slug", "layout", "category"}:
        return None
    fields: dict[str, object] = {}
    for line in lines:
        if match := _LINE.fullmatch(line):
            fields.setdefault(_key(match["key"]), match["value"].strip().strip("\"'"))
        elif not line.startswith((" ", "\t")):  # a value that runs on is set in
            return None
    if not {"title", "date"} <= fields.keys() or not _BOOKKEEPING & fields.keys():
        return None
    return _given(fields), text[len(head) :]


def _load(handler: BaseHandler, head: str) -> dict[str, object] | None:
    loaded: object
    try:
        loaded = handler.load(head)
    except (yaml.YAMLError, ValueError, RecursionError):
        # "title: Thor: Ragnarok" is no YAML, though many a blog has it
        loaded = _read_lines(head) if isinstance(handler, _Yaml) else None
    if not isinstance(loaded, dict) or not loaded:
        return None
    fields = {_key(str(key)): value for key, value in loaded.items()}
    for name in _BELOW:
        if isinstance(nested := fields.get(name), dict):
            fields = {_key(str(key)): value for key, value in nested.items()} | fields
    return fields


def _key(key: str) -> str:
    """One spelling of a field's name.

    >>> [_key(key) for key in ("releaseYear", "Release Year", "release-year", "URL", "pubDate")]
    ['release_year', 'release_year', 'release_year', 'url', 'pub_date']
    """
    return re.sub(r"[\s-]+", "_", _CAMEL.sub("_", key.strip())).casefold()


def _read_lines(head: str) -> dict[str, str] | None:
    lines = [line for line in head.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    found = {
        match["key"]: match["value"].strip().strip("\"'") for match in map(_LINE.fullmatch, lines) if match
    }
    return found if 2 * len(found) >= len(lines) else None


def _given(fields: Mapping[str, object]) -> GivenFacts:
    """What the fields give. Raises Draft where they say that the text is none to be read yet."""
    if _is(fields, "draft", "true") or _is(fields, "published", "false"):
        raise Draft(words.DRAFT)
    film, year = _first(fields, "film"), _year(fields)
    nested = next((fields[key] for key in _KEYS["film"] if isinstance(fields.get(key), Mapping)), None)
    inner: dict[str, object] = {}
    if isinstance(nested, Mapping):
        film = _field(nested, "title", "film") or _field(nested, "name", "film")
        inner = {_key(str(key)): value for key, value in nested.items()}
        year = year or _year(inner, "film")
    headline = _first(fields, "headline")
    if film and headline and film.value.isdigit() and film.value not in headline.value:
        film = None  # a count of films
    if film is None and _field(fields, "headline"):
        film = _field(fields, "title")  # with a headline beside it, the title is the film's
    film, year = split_film(film, year)
    return GivenFacts(
        headline=headline,
        film=film,
        year=year,
        critic=_first(fields, "critic"),
        outlet=_first(fields, "outlet"),
        published=_published(fields),
        url=address_of(_first(fields, "url")),
        ratings=_ratings(fields) or (_ratings(inner) if inner else ()),
        credits=_credits(fields) or _credits(inner),
    )


def _is(fields: Mapping[str, object], key: str, value: str) -> bool:
    return str(fields.get(key)).strip().casefold() == value


def _year(fields: Mapping[str, object], within: str | None = None) -> Given | None:
    """The one year that the first field with any holds: "2024", "February 24, 2017"."""
    return next((year for key in _KEYS["year"] if (year := year_of(_field(fields, key, within)))), None)


def _published(fields: Mapping[str, object]) -> Given | None:
    """The first field that holds a date; "published: true" is a flag."""
    for key in _KEYS["published"]:
        if (given := _field(fields, key)) and (date := iso_date(given.value)):
            return Given(date, given.where)
    return None


def _first(fields: Mapping[str, object], name: str) -> Given | None:
    return next((found for key in _KEYS[name] if (found := _field(fields, key))), None)


def _field(fields: Mapping[str, object], key: str, within: str | None = None) -> Given | None:
    text = scalar(fields.get(key))
    return Given(text, f"front matter: {within or key}") if text else None


def _ratings(fields: Mapping[str, object]) -> tuple[Given, ...]:
    found: list[Given] = []
    for key in _RATINGS:
        value = fields.get(key)
        if isinstance(value, Mapping):
            inner = {str(k).strip().casefold(): v for k, v in value.items()}
            if main := rating_of(inner, VALUES, inner):
                found.append(Given(main, f"front matter: {key}"))
            named = ((k, v) for k, v in inner.items() if k not in VALUES and k not in SCALES)
            found.extend(
                Given(text, f"front matter: {k}") for k, v in named if (text := rating_of(inner, (k,), inner))
            )
        elif not isinstance(value, list) and (text := rating_of(fields, (key,), fields)):
            found.append(Given(text, f"front matter: {key}"))
    return tuple(dict.fromkeys(found))


def _credits(fields: Mapping[str, object]) -> tuple[GivenCredit, ...]:
    found: list[GivenCredit] = []
    for key in _CAST:
        value = fields.get(key)
        if value and not (key == "stars" and not isinstance(value, (list, Mapping))):
            found.extend(parse_cast(value, f"front matter: {key}"))
    for key, role in _CREW.items():
        if fields.get(key):
            found.extend(parse_crew(fields[key], role, f"front matter: {key}"))
    if not any(credit.role == "director" for credit in found) and any(
        (scalar(fields.get(key)) or "").casefold() in _FILM_KINDS for key in _KIND
    ):
        for key in _MAKERS:
            if fields.get(key):
                found.extend(parse_crew(fields[key], "director", f"front matter: {key}"))
    return tuple(dict.fromkeys(found))
