"""A row's bytes -> the review's text and what the row gives beside it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.corpus.decode import clean_characters
from bot.corpus.fields import VALUES, address_of, date_of, rating_of, scalar, split_film, with_scale, year_of
from bot.corpus.html import parse_html
from bot.corpus.markup import Stripped, strip_markup
from bot.corpus.page_text import text_of
from bot.corpus.page_tree import is_page, parse_page, prune_around
from bot.corpus.people import parse_cast, parse_crew
from bot.models import Given, GivenCredit, GivenFacts, RawFile

if TYPE_CHECKING:
    from bot.corpus.rows import Row

FORM = "row"
OWN_EXPORT = "export"
"""What a row of this program's own export calls its fields; its text is as stored, without marks."""
_BLOCK_TAG = re.compile(
    r"<(?:p|div|article|section|table|ul|ol|h[1-6]|blockquote|figure)[\s/>]", re.IGNORECASE
)
_LINE_TAG = re.compile(r"<(?:p|br)[\s/>]", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LONGEST = 1000  # characters of a title, a name or an address
_NESTED = 65536  # characters of a cell that holds a list of people


def raw_row(root: str, source: str, row: Row) -> RawFile:
    """A row as a file of its own: the same fields are the same bytes."""
    packed = {"fields": row.fields, "where": row.where, "printed": row.printed}
    text = json.dumps(packed, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=dict)
    data = text.encode("utf-8", "replace")  # half a surrogate pair, as "\\ud83c" in JSON leaves it
    return RawFile(root, source, hashlib.sha256(data).hexdigest(), data, FORM)


def parse_row(data: bytes) -> tuple[Stripped, GivenFacts]:
    """Read a row's fields.

    >>> fields = b'{"text": "<b>Tense.</b>", "film": "Rope (1948)", "rating": "4", "scale": "5"}'
    >>> row = b'{"fields": ' + fields + b', "where": "column"}'
    >>> stripped, given = parse_row(row)
    >>> stripped.text, given.year.value, given.ratings
    ('Tense.', '1948', (Given(value='4/5', where='column: rating'),))
    """
    packed = json.loads(data)
    fields, where, printed = packed["fields"], packed["where"], packed.get("printed", {})
    given = _Fields(_cleaned(fields), where, printed).given()
    return _text(str(fields.get("text", "")), plain=where == OWN_EXPORT), given


def has_words(text: object) -> bool:
    """Whether a text holds any letter or digit."""
    return isinstance(text, str) and any(char.isalnum() for char in text)


def _text(source: str, *, plain: bool) -> Stripped:
    source = clean_characters(source)
    if plain:
        return Stripped(source, ())
    if is_page(source):
        return parse_html(source)[0]
    if _BLOCK_TAG.search(source) and (tree := parse_page(_with_paragraphs(source))) is not None:
        prune_around(tree)
        if has_words((article := text_of(tree)).text):
            return article
    return strip_markup(source)


def _with_paragraphs(source: str) -> str:
    """Where no tag ends a line, blank lines part the paragraphs, as Letterboxd has it beside its <blockquote>."""
    return source if _LINE_TAG.search(source) else _BLANK_LINE.sub("\n<p>", source)


def _cleaned(value: object) -> object:
    """The same with clean characters; parsed JSON may hold any."""
    if isinstance(value, str):
        return clean_characters(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _cleaned(item) for key, item in value.items()}
    return value


class _Fields:
    """The fields of one row with the names that its file gives them."""

    def __init__(self, fields: object, where: str, printed: Mapping[str, str]) -> None:
        self._fields: Mapping[str, object] = fields if isinstance(fields, Mapping) else {}
        self._where, self._printed = where, printed

    def given(self) -> GivenFacts:
        film, year = split_film(self._one("film"), year_of(self._one("year")))
        nested = self._fields.get("film")
        if year is None and isinstance(nested, Mapping) and (text := scalar(nested.get("year"))):
            year = year_of(Given(text, self._named("film")))
        return GivenFacts(
            headline=self._one("headline"),
            film=film,
            year=year,
            critic=self._one("critic"),
            outlet=self._one("outlet"),
            published=date_of(self._one("published")),
            url=address_of(self._one("url")),
            ratings=self._ratings(),
            credits=self._credits(),
        )

    def _named(self, field: str) -> str:
        return f"{self._where}: {self._printed.get(field, field)}"

    def _one(self, field: str) -> Given | None:
        text = scalar(self._fields.get(field))
        return Given(text, self._named(field)) if text and len(text) <= _LONGEST else None

    def _ratings(self) -> tuple[Given, ...]:
        """A rating, or those of an export, which name their fields themselves."""
        value = self._fields.get("rating")
        if isinstance(value, list) and self._where == OWN_EXPORT:
            return tuple(
                Given(text, place)
                for item in value
                if isinstance(item, Mapping)
                and (text := scalar(item.get("value")))
                and (place := scalar(item.get("where")))
            )
        if isinstance(value, Mapping):
            inner = {str(key).strip().casefold(): item for key, item in value.items()}
            text = rating_of(inner, VALUES, inner)
        else:
            text = with_scale(scalar(value), scalar(self._fields.get("scale")))
        return (Given(text, self._named("rating")),) if text else ()

    def _credits(self) -> tuple[GivenCredit, ...]:
        found: list[GivenCredit] = []
        if cast := _listed(self._fields.get("cast")):
            if isinstance(cast, list) and self._where == OWN_EXPORT:
                found.extend(credit for item in cast if (credit := _credit(item)))
            else:
                found.extend(parse_cast(cast, self._named("cast")))
        if director := _listed(self._fields.get("director")):
            found.extend(parse_crew(director, "director", self._named("director")))
        return tuple(dict.fromkeys(found))


def _credit(item: object) -> GivenCredit | None:
    """A credit of an export, which names its field itself."""
    if not isinstance(item, Mapping) or "where" not in item:
        return None
    person, role, where = (scalar(item.get(key)) for key in ("person", "role", "where"))
    return (
        GivenCredit(person, role, scalar(item.get("character")), where) if person and role and where else None
    )


def _listed(value: object) -> object:
    """People as a list; a cell may hold one in JSON. The cast of a film is rarely in more than one form."""
    if isinstance(value, str) and len(value) > _NESTED:
        return None
    if isinstance(value, str) and value.lstrip().startswith(("[", "{")):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return value
    if isinstance(value, Mapping) and "name" in value:
        return [value]
    return value
