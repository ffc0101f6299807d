"""Who said it and where it stands: the lines that every quote, score and credit is shown with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.card import web_address
from bot.render.text import EXCERPT_LIMIT, clip, clip_around, escape, film_title, one_line
from bot.text import fold
from bot.words import answers
from bot.words.grammar import date_words, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.models import Score
    from bot.views import CriticRef, FilmRef, ReviewRef

_NAME_LIMIT = 60
_FILM_LIMIT = 60
_SPELLING_LIMIT = 50
_SPELLINGS = 3
_SOURCE_LIMIT = 80
_LINK_LIMIT = 512
_AFTER_NAME = 4  # marks that may stand close behind a name
_OPENING, _CLOSING = '“"«', '”"»'


def title(film: FilmRef | None, limit: int = 120) -> str:
    """A film's title and year, escaped."""
    return escape(plain_title(film, limit))


def plain_title(film: FilmRef | None, limit: int = 120) -> str:
    """A film's title and year for labels, which know no markdown."""
    return answers.NO_FILM if film is None else film_title(film.title, film.year, limit)


def critic_name(critic: CriticRef) -> str:
    """A critic's name, escaped; an unnamed one is said to be unnamed."""
    return escape(clip(one_line(critic.name), _NAME_LIMIT)) if critic.name else answers.UNNAMED


def who(review: ReviewRef, *, film: bool = False) -> str:
    """The critic, and the film where asked for; outlet, date and place stand in the small print."""
    name = f"**{critic_name(review.critic)}**"
    return answers.on_film(name, f"**{title(review.film, _FILM_LIMIT)}**") if film else name


def byline(review: ReviewRef) -> str:
    """Critic, outlet and date on one line, for an answer that is about this review alone."""
    return joined((who(review), _outlet(review), date_words(review.published)))


def source(review: ReviewRef, start: int, end: int) -> str:
    """The file and the place in it."""
    return answers.place(_file(review), [(start, end)])


def source_of(review: ReviewRef, *facts: Score) -> str:
    """The file and the places of a main score and others, or the field they were given in."""
    main, others = facts[:1], facts[1:]
    stretches = [stretch for stretch in map(_stretch, (main, others)) if stretch]
    if stretches:
        return answers.place(_file(review), stretches)
    given = facts[0].place.given
    return (
        answers.given_in(_file(review), escape(clip(one_line(given), _NAME_LIMIT)))
        if given
        else _file(review)
    )


def _stretch(scores: Sequence[Score]) -> tuple[int, int] | None:
    spans = [
        (s.place.start, s.place.end) for s in scores if s.place.start is not None and s.place.end is not None
    ]
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def small_print(
    review: ReviewRef,
    place: str | None = None,
    *,
    critic: bool = False,
    spoiler: bool = False,
    linked: bool = True,
) -> str:
    """Where something in a list of several reviews comes from, as small text with a link to the review."""
    parts = (
        answers.SPOILER if spoiler else None,
        critic_name(review.critic) if critic else None,
        _outlet(review),
        date_words(review.published),
        place or _file(review),
        read_it(review.url) if linked else None,
    )
    return f"-# {joined(parts)}"


def other_spellings(person: str, spellings: Sequence[str]) -> str | None:
    """How else the critics write a name, but for short forms, capitals and accents; None where they don't.

    >>> other_spellings("Ana de Armas", ("Ana de Armas", "Ana De Armas", "de Armas", "Ava De Armas"))
    'also written Ava De Armas'
    """
    known = {*fold(person).split()}
    others = {fold(name): name for name in spellings if not known.issuperset(fold(name).split())}
    shown = [escape(clip(one_line(name), _SPELLING_LIMIT)) for name in list(others.values())[:_SPELLINGS]]
    return answers.also_written(shown) if shown else None


def _outlet(review: ReviewRef) -> str | None:
    return escape(clip(one_line(review.outlet), _NAME_LIMIT)) if review.outlet else None


def read_it(url: str | None) -> str | None:
    """A link to a review, as markdown; None where there is no address fit for one."""
    if url is None or not web_address(url):
        return None
    plain = url.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    return f"[{answers.READ_IT}]({plain})" if len(plain) <= _LINK_LIMIT else None


def _file(review: ReviewRef) -> str:
    path = review.source
    if len(path) > _SOURCE_LIMIT:
        path = f"…{path[1 - _SOURCE_LIMIT :]}"
    return escape(path)


def quoted(
    text: str, *, spoiler: bool = False, limit: int = EXCERPT_LIMIT, around: Sequence[str] = ()
) -> tuple[str, int]:
    """An excerpt as a block quote, veiled where it gives the plot away, and its length as shown.

    Where it is too long, the first of ``around`` that stands in it stays in view.

    >>> quoted("It *sings*.")
    ('> “It \\\\*sings\\\\*.”', 11)
    >>> quoted("She dies.", spoiler=True)
    ('> ||“She dies.”||', 9)
    >>> quoted("In the very last of its nine reels Nora (Ada Vance) leaves.", limit=30, around=("Ada Vance",))
    ('> “…Nora (Ada Vance) leaves.”', 25)
    """
    whole = one_line(text)
    name = next((name for name in around if name in whole), "")
    at = whole.find(name)
    if at + len(name) + _AFTER_NAME < limit:
        shown = clip(whole, limit)
    else:
        begin, stop = clip_around(whole, limit - 2, at, at + len(name))
        shown = f"{'…' * (begin > 0)}{whole[begin:stop].strip()}{'…' * (stop < len(whole))}"
    marked = shown[:1] in _OPENING and shown[-1:] in _CLOSING
    words = escape(shown) if marked else f"“{escape(shown)}”"
    return (f"> ||{words}||" if spoiler else f"> {words}"), len(shown)
