"""This program's own export (``python -m bot export``), read again.

What a review was given comes back as it was: its film, critic, outlet, date, address and headline, and those scores
and credits that stood outside the text, each under the name of the field it stood in. What stood in the text is
extracted afresh from it, since the rules may have become better. What was in italics is not exported, and so is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.corpus.row import OWN_EXPORT
from bot.corpus.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.corpus.rows import Value

_KEYS = frozenset(["source", "text", "headline", "film", "critic", "outlet", "scores", "credits", "quotes"])
_PLAIN = {
    **dict.fromkeys(("text", "critic", "outlet", "published", "url", "headline")),
}


def is_own(item: Mapping[str, object]) -> bool:
    """Whether an object is a line of the export."""
    return item.keys() >= _KEYS


def own_row(item: Mapping[str, object], number: int) -> Row:
    """A line of the export as a row, named for the file that the review came from.

    >>> line = dict.fromkeys(_KEYS) | {"source": "a.txt", "text": "Tense.", "film": {"title": "Rope", "year": "1948"}}
    >>> own_row(line, 1).fields
    {'text': 'Tense.', 'film': 'Rope', 'year': '1948'}
    """
    fields: dict[str, Value] = {
        key: value for key in _PLAIN if isinstance(value := item.get(key), str) and value
    }
    film = item["film"]
    if isinstance(film, Mapping):
        title, year = film.get("title"), film.get("year")
        fields |= {"film": title} if isinstance(title, str) else {}
        fields |= {"year": year} if isinstance(year, str) else {}
    text = fields.get("text", "")
    headline = fields.get("headline")
    if isinstance(text, str) and isinstance(headline, str) and headline in text:
        del fields["headline"]  # it is found there again
    ratings: list[object] = [
        {"value": score["raw"], "where": score["given"]} for score in _given(item["scores"]) if "raw" in score
    ]
    cast: list[object] = [
        {
            "person": credit.get("as_written"),
            "role": credit.get("role"),
            "character": credit.get("character"),
            "where": credit["given"],
        }
        for credit in _given(item["credits"])
    ]
    fields |= {"rating": ratings} if ratings else {}
    fields |= {"cast": cast} if cast else {}
    source = item["source"]
    return Row(source if isinstance(source, str) else None, number, fields, OWN_EXPORT)


def _given(values: object) -> Iterator[Mapping[str, object]]:
    """Those of some scores or credits that stood outside the text."""
    for value in values if isinstance(values, list) else []:
        if isinstance(value, Mapping) and value.get("given"):
            yield value
