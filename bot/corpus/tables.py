"""CSV and TSV -> rows: whose columns go by common names, or by those of Letterboxd, Goodreads or Rotten Tomatoes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus import letterboxd
from bot.corpus.columns import NAMING, fold_name, recognise, scale_in
from bot.corpus.dates import day_first, in_order, iso_date
from bot.corpus.delimited import Broken, Table, open_table
from bot.corpus.fields import NULLS
from bot.corpus.rotten_tomatoes import is_in_title, parse_link, year_fits
from bot.corpus.rows import ColumnMapping, Limits, Problem, Row, Value
from bot.errors import FileRejected
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DATABASE_NULL = "\\N"
_ADDRESS = re.compile(r"\s*https?://\S+\s*")
_GOODREADS = frozenset(["book_id", "my_rating", "my_review", "exclusive_shelf"])
_TOMATOES = (
    (frozenset(["rotten_tomatoes_link"]), "rotten_tomatoes_link"),
    (frozenset(["id", "critic_name", "original_score", "review_state"]), "id"),
)
"""By which columns a table is one of Rotten Tomatoes', and the one that holds its links."""


def read_table(text: str, name: str, mapping: ColumnMapping, limits: Limits) -> Iterator[Row | Problem]:
    r"""Read a table with a header row; ``name`` is its source, which problems carry ("a.csv#00012").

    Raises FileRejected where it is no table, or lacks a mapped column or one for the text.

    >>> [row] = read_table("Movie;Review;Stars\nRope;=Tense;4", "a.csv", ColumnMapping(), Limits())
    >>> row.fields, row.printed["rating"]
    ({'text': '=Tense', 'film': 'Rope', 'rating': '4'}, 'Stars')
    """
    table = open_table(text, lambda names: _known(names, mapping), limits)
    if not mapping.pairs and letterboxd.is_table(table.names):
        yield from letterboxd.read_reviews(table, name)
        return
    kind = _kind(table, mapping)
    if "text" not in kind.columns:
        raise FileRejected(words.no_text_column(table.names))
    titled, order = kind.titles_with_numbers(table), kind.order_of_dates(table)
    for number, cells in table.rows():
        if isinstance(cells, Broken):
            yield Problem(f"{name}#{number:05d}", cells.reason)
        else:
            yield kind.row(number, cells, titled, order)


def _known(names: Sequence[str], mapping: ColumnMapping) -> int:
    """How many columns of a header go by a known name: by the right delimiter the most."""
    here = {fold_name(name) for name in names}
    pairs = tuple((field, column) for field, column in mapping.pairs if fold_name(column) in here)
    return len(recognise(names, ColumnMapping(pairs)))


def _kind(table: Table, mapping: ColumnMapping) -> _Kind:
    folded = {fold_name(column): column for column in reversed(table.names)}
    columns = recognise(table.names, mapping)
    mapped = {field for field, _ in mapping.pairs}
    naming = next((folded[name] for name in NAMING if name in folded), None)
    if folded.keys() >= _GOODREADS:  # its author and publisher are the book's
        found = {field: folded[column] for field, column in _OF_GOODREADS.items() if column in folded}
        columns = found | {field: columns[field] for field in mapped}
        return _Kind(columns, naming, scale="5", unrated="0")
    link = next((folded[column] for known, column in _TOMATOES if folded.keys() >= known), None)
    return _Kind(columns, naming, link=None if "film" in columns else link)


_OF_GOODREADS = {
    "text": "my_review",
    "film": "title",
    "year": "original_publication_year",
    "published": "date_read",
    "rating": "my_rating",
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a table's cells become the fields of a row."""

    columns: Mapping[str, str]  # as printed, by field
    naming: str | None
    scale: str | None = None  # that the format has, where no column says
    unrated: str | None = None  # what stands for no rating
    link: str | None = None  # the column of Rotten Tomatoes' links, where none holds the title

    def row(self, number: int, cells: Mapping[str, str], titled: frozenset[str], order: bool | None) -> Row:
        """One row; ``titled`` are links whose last number is part of the title, ``order`` is that of the dates."""
        fields: dict[str, Value] = {
            field: cells[column] for field, column in self.columns.items() if _is_filled(cells[column])
        }
        printed = {field: column for field, column in self.columns.items() if field in fields}
        text = fields.get("text")
        if isinstance(text, str) and (text.strip().casefold() in NULLS or _ADDRESS.fullmatch(text)):
            del fields["text"]
        critic = fields.get("critic")
        if isinstance(critic, str) and not any(map(str.isalpha, critic)):  # a user's number is no name
            del fields["critic"]
        published = fields.get("published")
        if isinstance(published, str) and order is not None:
            fields["published"] = in_order(published, day_first=order)
        if "rating" in fields:
            if fields["rating"] == self.unrated:
                del fields["rating"]
            elif "scale" not in fields and (scale := scale_in(self.columns["rating"]) or self.scale):
                fields["scale"] = scale
        if self.link and (found := parse_link(link := cells[self.link])):
            title, year = found
            if year and (link in titled or not year_fits(year, self._date(cells))):
                title, year = f"{title} {year}", None
            fields["film"], printed["film"] = title, self.link
            if year and "year" not in fields:
                fields["year"], printed["year"] = year, self.link
        return Row(cells[self.naming] if self.naming else None, number, fields, "column", printed)

    def titles_with_numbers(self, table: Table) -> frozenset[str]:
        """Links that end in a number which some review of the film writes as a part of its title."""
        if self.link is None:
            return frozenset()
        found: set[str] = set()
        for _, cells in table.rows():
            if isinstance(cells, Broken) or (link := cells[self.link]) in found:
                continue
            title, year = parse_link(link) or ("", None)
            if year and is_in_title(title, year, cells[self.columns["text"]]):
                found.add(link)
        return frozenset(found)

    def order_of_dates(self, table: Table) -> bool | None:
        """Whether all dates have the day before the month; None where they do not tell."""
        column = self.columns.get("published")
        if column is None:
            return None
        return day_first(cells[column] for _, cells in table.rows() if not isinstance(cells, Broken))

    def _date(self, cells: Mapping[str, str]) -> str | None:
        column = self.columns.get("published")
        return iso_date(cells[column]) if column else None


def _is_filled(cell: str) -> bool:
    return bool(cell.strip()) and cell != _DATABASE_NULL
