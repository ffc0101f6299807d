"""Rotten Tomatoes' addresses of films: what a link such as "m/rope_1948" says of the film.

Two data sets of critics' reviews are in wide use, whose columns are "rotten_tomatoes_link", "critic_name",
"publisher_name", "review_type", "review_score", "review_date", "review_content", or "id", "criticName",
"publicatioName", "originalScore", "reviewState", "reviewText". Neither prints a film's title in every row.
"""

from __future__ import annotations

import re

_LINK = re.compile(
    r"""(?:https?://(?:www\.)?rottentomatoes\.com)?/?(?:m/)?+
        (?:\d{6,}-)?                                # an older link's number
        (?P<words>[a-z0-9]+(?:[_-][a-z0-9]+){0,30})""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{5,}")
_YEAR = re.compile(r"(?:18[89]|19\d|20[0-4])\d")
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def parse_link(link: str) -> tuple[str, str | None] | None:
    """The words of a link as a title, and the year that tells the film from others of that title.

    The words have lost their commas and their capitals; None where a link holds a number alone.

    >>> parse_link("m/rope_1948"), parse_link("m/1017289-rear_window"), parse_link("m/2012")
    (('Rope', '1948'), ('Rear Window', None), ('2012', None))
    >>> parse_link("m/lord_of_the_rings"), parse_link("m/0814255"), parse_link("tv/rope")
    (('Lord of the Rings', None), None, None)
    """
    match = _LINK.fullmatch(link.strip())
    if match is None or _NUMBER.fullmatch(match["words"]):
        return None
    words = re.split(r"[_-]", match["words"].lower())
    year = words.pop() if len(words) > 1 and _YEAR.fullmatch(words[-1]) else None
    return " ".join(w if i and w in _SMALL else w.capitalize() for i, w in enumerate(words)), year


def is_in_title(title: str, year: str, text: str) -> bool:
    """Whether a text writes the number as a part of the title.

    >>> is_in_title("Wonder Woman", "1984", "Wonder Woman 1984 is long."), is_in_title("Rope", "1948", "Rope (1948)")
    (True, False)
    """
    if year not in text:
        return False
    words = r"\W{1,3}".join(map(re.escape, title.split()))
    return re.search(rf"\b{words}:?\s{year}\b", text, re.IGNORECASE) is not None


def year_fits(year: str, published: str | None) -> bool:
    """Whether a film of that year could be reviewed at a date (ISO 8601, or none)."""
    return published is None or not published[:4].isdigit() or int(year) <= int(published[:4]) + 1
