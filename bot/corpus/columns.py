"""Which column or key of a file holds which field of a review: common names as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.errors import FileRejected
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.corpus.rows import ColumnMapping

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "review_text", "review_content", "review_body", "full_review", "review", "my_review"),
        *("content", "body", "full_text", "post_content", "content_html", "html", "rendered", "article"),
        *("critique", "comment", "comments", "review_comment", "thoughts", "quote", "excerpt", "snippet"),
        "blurb",
    ),
    "film": (
        *("film", "movie", "film_title", "movie_title", "film_name", "movie_name", "title_of_film"),
        *("primary_title", "title_of_movie", "reviewed_film", "reviewed_movie", "item_reviewed"),
    ),
    "year": (
        *("year", "release_year", "film_year", "movie_year", "year_released", "year_of_release"),
        *("released", "release_date", "original_release_date", "start_year"),
    ),
    "critic": (
        *("critic", "critic_name", "reviewer", "reviewer_name", "reviewed_by", "author", "author_name"),
        *("review_author", "byline", "by", "writer", "written_by", "user", "username", "user_name"),
        *("profile_name", "display_name", "member", "authors"),
    ),
    "outlet": (
        *("outlet", "publisher_name", "publication", "publication_name", "publicatio_name", "outlet_name"),
        *("publisher", "newspaper", "magazine", "site", "site_name", "website"),
    ),
    "published": (
        *("published", "review_date", "date", "date_published", "published_at", "published_on", "pub_date"),
        *("publish_date", "publication_date", "date_reviewed", "reviewed_on", "reviewed_at", "posted"),
        *("posted_on", "posted_at", "post_date", "creation_date", "created_at", "created", "date_created"),
        *("watched_date", "date_watched", "watched_on", "watched", "viewing_date", "date_rated"),
        *("timestamp", "datetime"),
    ),
    "url": (
        *("url", "review_url", "review_link", "full_review_url", "link", "uri", "permalink", "canonical_url"),
        *("letterboxd_uri", "letterboxd_url", "source_url", "href"),
    ),
    "rating": (
        *("rating", "score", "review_score", "stars", "grade", "my_rating", "your_rating", "user_rating"),
        *("review_rating", "star_rating", "original_score", "critic_rating", "overall", "overall_rating"),
        *("rating_value", "reviewer_rating", "my_score", "your_score", "user_score"),
    ),
    "scale": (
        *("scale", "out_of", "max_rating", "rating_max", "max_score", "score_max", "best_rating", "best"),
        *("rating_scale", "score_scale", "max"),
    ),
    "headline": ("headline", "review_title", "review_headline", "heading", "post_title", "subject"),
    "director": ("director", "directors", "directed_by", "film_director", "movie_director"),
    "cast": ("cast", "actors", "starring", "film_cast", "movie_cast"),
}
"""Names that tables and records give a field, folded, the surest first. A site's own average ("imdb_rating",
"metascore", "average_rating") is nobody's verdict, and so in no list; nor is a synopsis ("description")."""

_TITLES = ("title", "name", "original_title")
"""Names that may stand for a film, a headline or a person."""
_OF_POSTS = frozenset(
    [
        *(
            "slug",
            "permalink",
            "excerpt",
            "category",
            "categories",
            "status",
            "layout",
            "post_type",
            "post_id",
        ),
        *("content_html", "content_text", "date_published", "date_modified", "modified", "post_date"),
    ]
)
"""Beside one of these, a title is that of a post ..."""
_OF_FILMS = frozenset(
    [*_NAMES["year"], *_NAMES["director"], "genre", "genres", "runtime", "imdb_id", "tmdb_id"]
)
"""... unless one of these stands there as well."""

NAMING = (
    "review_id",
    "id",
    "slug",
    "uuid",
    "guid",
    "url",
    "review_url",
    "link",
    "permalink",
    "uri",
    "book_id",
)
"""Columns by which a row may go."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")  # between the words of "reviewText"
_SCALE = re.compile(r"_?(?:(?:out_of|of|from|[01])_)?(?P<scale>4|5|6|10|20|100)$")


def fold_name(name: str) -> str:
    """Fold a column's name: no case, blanks and hyphens as underscores.

    >>> fold_name(" Film-Title "), fold_name("reviewText"), fold_name("Letterboxd URI"), fold_name("_id")
    ('film_title', 'review_text', 'letterboxd_uri', 'id')
    """
    return re.sub(r"[\W_]+", "_", _CAMEL.sub("_", name).casefold()).strip("_")


def recognise(names: Sequence[str], mapping: ColumnMapping) -> dict[str, str]:
    """Find each field's column: names as printed, by field. Raises FileRejected where a mapped one is missing.

    >>> from bot.corpus.rows import ColumnMapping
    >>> recognise(["Text", "Film", "body"], ColumnMapping.parse("text=body"))
    {'text': 'body', 'film': 'Film'}
    >>> recognise(["Title", "Year", "Review"], ColumnMapping())
    {'text': 'Review', 'year': 'Year', 'film': 'Title'}
    >>> recognise(["movie", "title", "body", "Rating (1-10)"], ColumnMapping())
    {'text': 'body', 'film': 'movie', 'rating': 'Rating (1-10)', 'headline': 'title'}
    """
    folded = {fold_name(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for field, column in mapping.pairs:
        if column in names:
            found[field] = column
        elif fold_name(column) in folded:
            found[field] = folded[fold_name(column)]
        else:
            raise FileRejected(words.no_column(column, names))
    for field, known in _NAMES.items():
        _claim(found, field, known, folded)
    if "rating" not in found:
        scaled = {name[: at.start()]: folded[name] for name in folded if (at := _SCALE.search(name))}
        _claim(found, "rating", _NAMES["rating"], scaled)
    _claim_titles(found, folded)
    return found


def _claim(found: dict[str, str], field: str, known: Sequence[str], folded: Mapping[str, str]) -> None:
    if field not in found:
        free = (folded[name] for name in known if name in folded and folded[name] not in found.values())
        if (column := next(free, None)) is not None:
            found[field] = column


def _claim_titles(found: dict[str, str], folded: Mapping[str, str]) -> None:
    """A title is the film's, unless a film stands beside it or it is a post's; a name then is a critic's."""
    if "film" not in found and not (_OF_POSTS & folded.keys() and not _OF_FILMS & folded.keys()):
        _claim(found, "film", _TITLES, folded)
    _claim(found, "headline", ("title",), folded)
    if "film" in found:
        _claim(found, "critic", ("name",), folded)


def scale_in(name: str) -> str | None:
    """The scale that a column's name states.

    >>> [scale_in(name) for name in ("Rating10", "Score (out of 5)", "Rating (1-10)", "Rating", "score_2")]
    ['10', '5', '10', None, None]
    """
    folded = fold_name(name)
    match = _SCALE.search(folded)
    return match["scale"] if match and folded[: match.start()] in _NAMES["rating"] else None
