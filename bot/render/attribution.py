"""Who said it and where it stands: the lines that every quote, score and credit is shown with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.card import web_address
from bot.render.text import EXCERPT_LIMIT, clip, date_words, escape, film_title, joined, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.models import Place, Score
    from bot.views import CriticRef, FilmRef, ReviewRef

UNNAMED = "Unnamed critic"
NO_FILM = "Film not named"

_NAME_LIMIT = 80
_SOURCE_LIMIT = 90
_LINK_LIMIT = 300
_OPENING, _CLOSING = '“"«', '”"»'


def title(film: FilmRef | None, limit: int = 150) -> str:
    """A film's title and year, escaped."""
    return escape(plain_title(film, limit))


def plain_title(film: FilmRef | None, limit: int = 150) -> str:
    """A film's title and year for labels, which know no markdown."""
    return NO_FILM if film is None else film_title(film.title, film.year, limit)


def critic_name(critic: CriticRef) -> str:
    """A critic's name, escaped; an unnamed one is said to be unnamed."""
    return escape(clip(one_line(critic.name), _NAME_LIMIT)) if critic.name else UNNAMED


def who(review: ReviewRef, *, film: bool = False) -> str:
    """Critic, film where asked for, outlet, date and a link to the review, on one line of markdown."""
    name = f"**{critic_name(review.critic)}**"
    if film:
        name = f"{name} on **{title(review.film)}**"
    outlet = escape(clip(one_line(review.outlet), _NAME_LIMIT)) if review.outlet else None
    return joined((name, outlet, date_words(review.published), _read_it(review.url)))


def _read_it(url: str | None) -> str | None:
    if url is None or len(url) > _LINK_LIMIT or not web_address(url):
        return None
    plain = url.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    return f"[read it]({plain})"


def source(review: ReviewRef, start: int, end: int) -> str:
    """The file and the place in it, as small text."""
    return f"-# {_file(review)}, characters {start}–{end}"


def source_of(review: ReviewRef, place: Place) -> str:
    """The file and place of a fact, or the field beside the text that it was given in, as small text."""
    if place.start is not None and place.end is not None:
        return source(review, place.start, place.end)
    given = f", {escape(clip(one_line(place.given), _NAME_LIMIT))}" if place.given else ""
    return f"-# {_file(review)}{given}"


def places(review: ReviewRef, scores: Sequence[Score]) -> str:
    """The file and the stretch of it that holds several scores, as small text."""
    spans = [
        (s.place.start, s.place.end) for s in scores if s.place.start is not None and s.place.end is not None
    ]
    if len(spans) < len(scores):
        return source_of(review, scores[0].place)
    return source(review, min(start for start, _ in spans), max(end for _, end in spans))


def file_only(review: ReviewRef) -> str:
    """The file alone, as small text."""
    return f"-# {_file(review)}"


def _file(review: ReviewRef) -> str:
    path = review.source
    if len(path) > _SOURCE_LIMIT:
        path = f"…{path[1 - _SOURCE_LIMIT :]}"
    return escape(path)


def quoted(text: str, *, spoiler: bool = False, limit: int = EXCERPT_LIMIT) -> tuple[str, int]:
    """An excerpt as a block quote, veiled where it gives the plot away, and its length as shown.

    >>> quoted("It *sings*.")
    ('> “It \\\\*sings\\\\*.”', 11)
    >>> quoted("She dies.", spoiler=True)
    ('> ||“She dies.”||', 9)
    """
    shown = clip(one_line(text), limit)
    marked = shown[:1] in _OPENING and shown[-1:] in _CLOSING
    words = escape(shown) if marked else f"“{escape(shown)}”"
    return (f"> ||{words}||" if spoiler else f"> {words}"), len(shown)
