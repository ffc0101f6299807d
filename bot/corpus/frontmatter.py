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
from bot.corpus.people import parse_cast, parse_crew
from bot.models import Given, GivenCredit, GivenFacts

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
_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):[ \t]*+(?P<value>.*)")

_KEYS: dict[str, tuple[str, ...]] = {
    "film": ("film", "movie", "film_title", "movie_title"),
    "year": ("year", "film_year", "movie_year", "release_year"),
    "headline": ("headline", "title"),
    "critic": ("critic", "reviewer", "author", "by", "byline", "authors"),
    "outlet": ("outlet", "publication", "publisher", "site", "website"),
    "published": ("date", "published", "pubdate", "publish_date", "published_at", "date_published"),
    "url": ("url", "link", "permalink", "canonical_url", "canonical"),
}
_RATINGS = ("rating", "score", "stars", "grade", "my_rating", "review_rating", "verdict", "ratings", "scores")
_SCALES = ("out_of", "max", "best", "scale", "rating_max", "max_rating", "best_rating", "max_score")
_VALUES = ("value", "rating", "score", "stars", "overall")
_CAST = ("cast", "actors", "starring", "stars")
_CREW = {
    **dict.fromkeys(("director", "directors", "directed_by"), "director"),
    **dict.fromkeys(("screenwriter", "screenwriters", "screenplay", "written_by"), "writer"),
    **dict.fromkeys(("producer", "producers"), "producer"),
    **dict.fromkeys(("composer", "music_by"), "composer"),
}
_KNOWN = frozenset([*_RATINGS, *_CAST, *_CREW, *(key for keys in _KEYS.values() for key in keys)])
_NULLS = frozenset(["", "~", "null", "none", "n/a"])
_FILM_WITH_YEAR = re.compile(r"(?P<title>.*\S)\s*\((?P<year>(?:18|19|20)\d\d)\)")


def split_front_matter(text: str, *, markdown: bool = True) -> tuple[GivenFacts, str]:
    """Take the front matter off a file's text. Elsewhere than in Markdown it has to hold a field we know.

    >>> given, rest = split_front_matter("---\\nfilm: Rope (1948)\\nscore: B+\\n---\\nTense.")
    >>> given.film.value, given.year.value, given.ratings[0].value, rest
    ('Rope', '1948', 'B+', '\\nTense.')
    """
    text = text.lstrip()
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
    return GivenFacts(), text


def _load(handler: BaseHandler, head: str) -> dict[str, object] | None:
    loaded: object
    try:
        loaded = handler.load(head)
    except (yaml.YAMLError, ValueError, RecursionError):
        # "title: Thor: Ragnarok" is no YAML, though many a blog has it
        loaded = _read_lines(head) if isinstance(handler, _Yaml) else None
    if not isinstance(loaded, dict) or not loaded:
        return None
    return {re.sub(r"[\s-]+", "_", str(key).strip().casefold()): value for key, value in loaded.items()}


def _read_lines(head: str) -> dict[str, str] | None:
    lines = [line for line in head.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    found = {
        match["key"]: match["value"].strip().strip("\"'") for match in map(_LINE.fullmatch, lines) if match
    }
    return found if 2 * len(found) >= len(lines) else None


def _given(fields: Mapping[str, object]) -> GivenFacts:
    film, year = _first(fields, "film"), _first(fields, "year")
    nested = next((fields[key] for key in _KEYS["film"] if isinstance(fields.get(key), Mapping)), None)
    if isinstance(nested, Mapping):
        film = _field(nested, "title", "film") or _field(nested, "name", "film")
        year = year or _field(nested, "year", "film")
    headline = _first(fields, "headline")
    if film is None and _field(fields, "headline"):
        film = _field(fields, "title")  # with a headline beside it, the title is the film's
    if film and (match := _FILM_WITH_YEAR.fullmatch(film.value)):
        film, year = Given(match["title"], film.where), year or Given(match["year"], film.where)
    if year and not re.fullmatch(r"(?:18|19|20)\d\d", year.value):
        year = None
    published = _first(fields, "published")
    date = iso_date(published.value) if published else None
    url = _first(fields, "url")
    return GivenFacts(
        headline=headline,
        film=film,
        year=year,
        critic=_first(fields, "critic"),
        outlet=_first(fields, "outlet"),
        published=Given(date, published.where) if published and date else None,
        url=url if url and url.value.startswith(("https://", "http://")) else None,
        ratings=_ratings(fields),
        credits=_credits(fields),
    )


def _first(fields: Mapping[str, object], name: str) -> Given | None:
    return next((found for key in _KEYS[name] if (found := _field(fields, key))), None)


def _field(fields: Mapping[str, object], key: str, within: str | None = None) -> Given | None:
    text = _scalar(fields.get(key))
    return Given(text, f"front matter: {within or key}") if text else None


def _scalar(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(filter(None, (_scalar(item) for item in value if not isinstance(item, list))))
    if value is None or isinstance(value, (bool, Mapping)):
        return None
    text = " ".join(str(value).split())
    return None if text.casefold() in _NULLS else text


def _ratings(fields: Mapping[str, object]) -> tuple[Given, ...]:
    found: list[Given] = []
    for key in _RATINGS:
        value = fields.get(key)
        if isinstance(value, Mapping):
            inner = {str(k).strip().casefold(): v for k, v in value.items()}
            if main := _rating(inner, _VALUES, inner):
                found.append(Given(main, f"front matter: {key}"))
            named = ((k, v) for k, v in inner.items() if k not in _VALUES and k not in _SCALES)
            found.extend(
                Given(text, f"front matter: {k}")
                for k, v in named
                if (text := _with_scale(_scalar(v), inner))
            )
        elif not isinstance(value, list) and (text := _rating(fields, (key,), fields)):
            found.append(Given(text, f"front matter: {key}"))
    return tuple(dict.fromkeys(found))


def _rating(fields: Mapping[str, object], keys: tuple[str, ...], beside: Mapping[str, object]) -> str | None:
    return next((text for key in keys if (text := _with_scale(_scalar(fields.get(key)), beside))), None)


def _with_scale(text: str | None, beside: Mapping[str, object]) -> str | None:
    """A bare number whose scale has a field of its own reads as "4/5"."""
    if text is None or len(text) > 40:
        return None
    scale = next((s for key in _SCALES if (s := _scalar(beside.get(key)))), None)
    bare = re.fullmatch(r"\d+(?:\.\d+)?", text)
    return f"{text}/{scale}" if bare and scale and re.fullmatch(r"\d+", scale) else text


def _credits(fields: Mapping[str, object]) -> tuple[GivenCredit, ...]:
    found: list[GivenCredit] = []
    for key in _CAST:
        value = fields.get(key)
        if value and not (key == "stars" and not isinstance(value, (list, Mapping))):
            found.extend(parse_cast(value, f"front matter: {key}"))
    for key, role in _CREW.items():
        if fields.get(key):
            found.extend(parse_crew(fields[key], role, f"front matter: {key}"))
    return tuple(dict.fromkeys(found))
