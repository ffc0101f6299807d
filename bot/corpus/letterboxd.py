"""Letterboxd's account export (Settings -> Data -> Export) -> rows.

A ZIP of tables, of which reviews.csv holds the reviews: Date, Name, Year, Letterboxd URI, Rating, Rewatch, Review,
Tags, Watched Date. Ratings are stars out of five, in halves. An address in reviews.csv and diary.csv is that of the
entry, in ratings.csv and watched.csv that of the film. profile.csv says who wrote it all.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.corpus.columns import fold_name
from bot.corpus.decode import decode_as_it_is
from bot.corpus.delimited import Broken, Table, open_table
from bot.corpus.rows import Problem, Row, Value
from bot.errors import FileRejected
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bot.corpus.rows import Limits

_REVIEWS = "reviews.csv"
_TABLES = frozenset(
    [_REVIEWS, "comments.csv", "diary.csv", "profile.csv", "ratings.csv", "watched.csv", "watchlist.csv"]
)
_FEWEST = 3  # of those tables, by which a ZIP is an export
_COLUMNS = frozenset(["date", "name", "year", "letterboxd_uri", "review"])
_NOT_HIS = frozenset(["deleted", "orphaned"])
_FIELDS = {
    "text": "review",
    "film": "name",
    "year": "year",
    "published": "date",
    "url": "letterboxd_uri",
    "rating": "rating",
}
_STARS = "5"


def is_export(names: Collection[str]) -> bool:
    """Whether files of these names (below the ZIP's common folder) are an account's export.

    >>> is_export(["profile.csv", "reviews.csv", "watched.csv", "lists/best.csv"]), is_export(["reviews.csv"])
    (True, False)
    """
    return len(_TABLES.intersection(names)) >= _FEWEST


def is_table(names: Sequence[str]) -> bool:
    """Whether a header is that of reviews.csv."""
    return {fold_name(name) for name in names} >= _COLUMNS


def read_export(members: Mapping[str, bytes], limits: Limits) -> Iterator[Row | Problem]:
    """Read reviews.csv, joined with what the other files say; problems carry a member's name, or row of it.

    Raises FileRejected where there is no reviews.csv, or it cannot be read.
    """
    if _REVIEWS not in members:
        raise FileRejected(words.without_reviews(_REVIEWS))
    reviews = _opened(members[_REVIEWS], limits)
    if not is_table(reviews.names):
        raise FileRejected(words.other_columns(_REVIEWS, reviews.names))
    beside: dict[str, list[dict[str, str]]] = {}
    for name in ("profile.csv", "diary.csv", "ratings.csv"):
        try:
            beside[name] = list(_cells(_opened(members[name], limits))) if name in members else []
        except FileRejected as error:
            yield Problem(name, str(error))
            beside[name] = []
    yield from read_reviews(
        reviews, _REVIEWS, _critic(beside["profile.csv"]), _Beside(beside["diary.csv"], beside["ratings.csv"])
    )
    if unread := sorted({name.partition("/")[0] for name in members} - _READ):
        yield Problem(unread[0], words.not_read_of_export(unread), skipped=True)


_READ = frozenset([_REVIEWS, "profile.csv", "diary.csv", "ratings.csv", "watched.csv"])


class _Beside:
    """What diary.csv says of an entry, and ratings.csv of a film."""

    def __init__(self, diary: Sequence[Mapping[str, str]], ratings: Sequence[Mapping[str, str]]) -> None:
        self._diary = {uri: cells for cells in diary if (uri := cells.get("letterboxd_uri"))}
        self._ratings = {_film(cells): cells for cells in ratings}

    def entry(self, cells: Mapping[str, str]) -> Mapping[str, str]:
        """The diary's entry of the same address."""
        return self._diary.get(cells.get("letterboxd_uri", ""), {})

    def film(self, cells: Mapping[str, str]) -> Mapping[str, str]:
        """The rating that the film has now."""
        return self._ratings.get(_film(cells), {})


_NOTHING_BESIDE = _Beside((), ())


def read_reviews(
    table: Table, source: str, critic: tuple[str, str] | None = None, beside: _Beside = _NOTHING_BESIDE
) -> Iterator[Row | Problem]:
    """Read the reviews of a reviews.csv; ``critic`` is a name and the columns that hold it.

    Raises FileRejected for those that were deleted, or whose film was.
    """
    folder = source.split("/")[-2] if "/" in source else ""
    if folder.casefold() in _NOT_HIS:
        raise FileRejected(words.not_read(folder))
    columns = {fold_name(name): name for name in reversed(table.names)}
    times = Counter(_film(cells) for cells in _cells(table))
    for number, printed_cells in table.rows():
        if isinstance(printed_cells, Broken):
            yield Problem(f"{source}#{number:05d}", printed_cells.reason)
            continue
        cells = {folded: printed_cells[name] for folded, name in columns.items()}
        fields: dict[str, Value] = {f: cells[c] for f, c in _FIELDS.items() if cells.get(c, "").strip()}
        printed = {field: columns[_FIELDS[field]] for field in fields}
        if critic:
            fields["critic"], printed["critic"] = critic
        entry = beside.entry(cells)
        if "published" not in fields and (seen := cells.get("watched_date") or entry.get("watched_date")):
            fields["published"], printed["published"] = seen, "Watched Date"
        if "rating" not in fields:
            # Of a film reviewed more than once, nobody knows which review the rating goes with.
            rated = {} if times[_film(cells)] > 1 else beside.film(cells)
            for where, other in (("diary.csv", entry), ("ratings.csv", rated)):
                if "rating" not in fields and (rating := other.get("rating", "")).strip():
                    fields["rating"], printed["rating"] = rating, f"{where} Rating"
        if "rating" in fields:
            fields["scale"] = _STARS
        yield Row(cells.get("letterboxd_uri") or None, number, fields, "letterboxd", printed)


def _opened(data: bytes, limits: Limits) -> Table:
    return open_table(
        decode_as_it_is(data), lambda names: len(_COLUMNS.intersection(map(fold_name, names))), limits
    )


def _cells(table: Table) -> Iterator[dict[str, str]]:
    """Rows by folded names, without the broken ones."""
    columns = {fold_name(name): name for name in reversed(table.names)}
    for _, cells in table.rows():
        if not isinstance(cells, Broken):
            yield {folded: cells[name] for folded, name in columns.items()}


def _critic(profiles: Sequence[Mapping[str, str]]) -> tuple[str, str] | None:
    """The member's name and the columns that hold it: the given one, else that of the account."""
    if not profiles:
        return None
    for columns in (("Given Name", "Family Name"), ("Username",)):
        held = [
            (name, column) for column in columns if (name := profiles[0].get(fold_name(column), "").strip())
        ]
        if held:
            return " ".join(name for name, _ in held), f"profile.csv {' '.join(column for _, column in held)}"
    return None


def _film(cells: Mapping[str, str]) -> tuple[str, str]:
    return cells.get("name", "").strip().casefold(), cells.get("year", "").strip()
