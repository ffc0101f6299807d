"""/films, /critics and /about: what there is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import plain_title, title
from bot.render.card import Card, Reply, accent
from bot.render.pages import PageOf, Pick
from bot.render.text import clip, escape, moment, one_line
from bot.words.grammar import count, joined, listing, percent

if TYPE_CHECKING:
    from bot.views import CriticPage, CriticSummary, FilmPage, FilmSummary, Holdings, Page

_NAME_LIMIT = 60
_LABEL_LIMIT = 70
_OUTLET_LIMIT = 40
_MANY = 2
_SOURCES = 12
_COMMANDS = (
    ("review", "a film at a glance, or one critic’s review of it"),
    ("quote", "a random line, word for word"),
    ("scores", "every score of a film, as printed"),
    ("cast", "who plays whom, and the sentences that say so"),
    ("person", "what critics say of an actor or filmmaker"),
    ("search", "sentences with your words in them"),
    ("favourites", "the quotes you keep, or this server keeps most"),
    ("films", "what there is, film by film"),
    ("critics", "what there is, critic by critic"),
    ("privacy", "what I keep of you, and how to delete it"),
)


class Giving(StrEnum):
    """How somebody may add reviews to their server's own."""

    ADD = "add"
    PROPOSE = "propose"


_GIVING = {
    Giving.ADD: "**/library** – this server’s own reviews, which you may add and keep",
    Giving.PROPOSE: "**/propose** – a review for this server’s own, which its managers approve",
}
_NOTHING_LOADED = "Nothing is loaded yet. Whoever runs this bot can load reviews with `python -m bot load`."


def render_films(page: FilmPage) -> Reply:
    """One page of films, by title."""
    reply = Card(accent(None)).text("## Films", _where(page.page, "film"))
    reply.rule().text(*map(_film, page.films)) if page.films else reply.text(_NOTHING_LOADED)
    picks = [Pick(plain_title(f.film, 90), f.film.id, _film_numbers(f)) for f in page.films]
    reply.menu(wire.PickFilm(), "Open a film", picks, aside=True)
    return reply.pager(_page(page.page), wire.BrowseFilms).reply()


def render_critics(page: CriticPage) -> Reply:
    """One page of critics: the named by name, then the unnamed."""
    reply = Card(accent(None)).text("## Critics", _where(page.page, "critic"))
    reply.rule().text(*map(_critic, page.critics)) if page.critics else reply.text(_NOTHING_LOADED)
    picks = [Pick(c.critic.label, c.critic.id, count(c.reviews, "review")) for c in page.critics]
    reply.menu(wire.PickCritic(), "Hear from a critic", picks, aside=True)
    return reply.pager(_page(page.page), wire.BrowseCritics).reply()


def _page(page: Page) -> PageOf:
    return PageOf((), page.number, max(1, page.pages))


def _where(page: Page, noun: str) -> str | None:
    return count(page.total, noun) if page.total else None


def _film(film: FilmSummary) -> str:
    return f"- **{title(film.film, 100)}** · {_film_numbers(film)}"


def _film_numbers(film: FilmSummary) -> str:
    """A film's figures in words.

    >>> from bot.views import FilmRef, FilmSummary
    >>> _film_numbers(FilmSummary(FilmRef("k7q2m4abcd", "Nine Geese", 1928), 5, 2, 85.0))
    '5 reviews, 2 give a score, 85% on average'
    >>> _film_numbers(FilmSummary(FilmRef("k7q2m4abcd", "Nine Geese", 1928), 2, 1, 70.0))
    '2 reviews, 1 gives a score, 70%'
    """
    reviews = count(film.reviews, "review")
    if film.mean_percent is None or not film.scored:
        return f"{reviews}, no score given"
    mean = percent(film.mean_percent) + (" on average" if film.scored > 1 else "")
    if film.scored == film.reviews:
        return f"{reviews}, {mean}"
    return f"{reviews}, {film.scored:,} {'gives' if film.scored == 1 else 'give'} a score, {mean}"


def _critic(critic: CriticSummary) -> str:
    name = escape(clip(one_line(critic.critic.label), _LABEL_LIMIT))
    outlets = [escape(clip(one_line(outlet), _OUTLET_LIMIT)) for outlet in critic.outlets[:_MANY]]
    if len(critic.outlets) > _MANY:
        outlets.append(count(len(critic.outlets) - _MANY, "more outlet"))
    average = " on average" if critic.reviews > 1 else ""
    mean = f"{percent(critic.mean_percent)}{average}" if critic.mean_percent is not None else "no score given"
    return f"- **{name}** · {joined((count(critic.reviews, 'review'), listing(outlets) or None, mean))}"


def render_about(holdings: Holdings, version: str | None, giving: Giving | None = None) -> Reply:
    """What is loaded here, where it comes from, and what can be asked; without a version where none is known.

    ``giving`` is how whoever asks may add reviews to their server's own, if they may.
    """
    reply = Card(accent(None))
    reply.text(
        "## Pullquote",
        "What film critics wrote, word for word, with the place it stands in. Nothing here is generated.",
    )
    if holdings.reviews:
        reply.text(_holdings(holdings), _own(holdings)).text(_loaded(holdings), _sources(holdings)).rule()
    else:
        reply.text(_NOTHING_LOADED).rule()
    reply.text(*(f"**/{name}** – {does}" for name, does in _COMMANDS), giving and _GIVING[giving])
    reply.text(f"-# Version {escape(version)}" if version else "-# Run from its sources, not installed")
    return reply.brought_by(wire.OpenAbout()).reply()


def _holdings(holdings: Holdings) -> str:
    return (
        f"**{count(holdings.reviews, 'review')}** of **{count(holdings.films, 'film')}** by "
        f"**{count(holdings.critics, 'critic')}**, with {count(holdings.quotes, 'quote')} to draw from"
    )


def _own(holdings: Holdings) -> str | None:
    """Say how much of it is the server's own; nothing where none is.

    >>> from bot.views import Holdings
    >>> _own(Holdings(28, 9, 4, 90, (), None, (), 12)), _own(Holdings(1, 1, 1, 4, (), None, (), 1))
    ('12 of 28 reviews are this server’s own', 'The review is this server’s own')
    """
    if not holdings.own:
        return None
    if holdings.own < holdings.reviews:
        are = "is" if holdings.own == 1 else "are"
        return f"{holdings.own:,} of {count(holdings.reviews, 'review')} {are} this server’s own"
    if holdings.own == 1:
        return "The review is this server’s own"
    return "All of them are this server’s own"


def _loaded(holdings: Holdings) -> str | None:
    roots = [escape(clip(one_line(root), _NAME_LIMIT)) for root in holdings.roots[:_MANY]]
    if len(holdings.roots) > _MANY:
        roots.append(count(len(holdings.roots) - _MANY, "more folder"))
    where = f"Read from {'folders' if len(roots) > 1 else 'the folder'} {listing(roots)}" if roots else None
    return joined((where, _since(holdings.loaded_at))) or None


def _since(loaded_at: str | None) -> str | None:
    day = moment(loaded_at)
    return f"last changed {day} ({moment(loaded_at, 'R')})" if day else None


def _sources(holdings: Holdings) -> str | None:
    names = [escape(clip(one_line(name), _NAME_LIMIT)) for name in holdings.sources[:_SOURCES]]
    if len(holdings.sources) > _SOURCES:
        names.append(f"{len(holdings.sources) - _SOURCES:,} more, which /critics names")
    return f"Outlets named: {listing(names)}" if names else None
