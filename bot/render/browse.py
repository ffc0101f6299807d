"""/films, /critics and /about: what there is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import plain_title, title
from bot.render.card import Card, Reply, accent
from bot.render.pages import PageOf, Pick
from bot.render.text import clip, escape, moment, one_line
from bot.words import answers, browse
from bot.words.grammar import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.views import CriticPage, CriticSummary, FilmPage, FilmSummary, Holdings, Page

_NAME_LIMIT = 60
_LABEL_LIMIT = 70
_OUTLET_LIMIT = 40
_MANY = 2
_SOURCES = 12


class Giving(StrEnum):
    """How somebody may add reviews to their server's own."""

    ADD = "add"
    PROPOSE = "propose"


_GIVING = {Giving.ADD: ("library", browse.MAY_ADD), Giving.PROPOSE: ("propose", browse.MAY_PROPOSE)}


def render_films(page: FilmPage, reviews: int = 0) -> Reply:
    """One page of films, by title; ``reviews`` are those there are where no film is known."""
    nothing = browse.filmless(reviews) if reviews else browse.NOTHING_LOADED
    found = browse.films(page.page.total) if page.page.total else None
    reply = Card(accent(None)).text(f"## {browse.FILMS_HEADING}", found)
    reply.rule().text(*map(_film, page.films)) if page.films else reply.text(nothing)
    picks = [Pick(plain_title(f.film, 90), f.film.id, _film_numbers(f)) for f in page.films]
    reply.menu(wire.PickFilm(), answers.OPEN_FILM, picks, aside=True)
    return reply.pager(_page(page.page), wire.BrowseFilms).reply()


def render_critics(page: CriticPage) -> Reply:
    """One page of critics: the named by name, then the unnamed."""
    found = browse.critics(page.page.total) if page.page.total else None
    reply = Card(accent(None)).text(f"## {browse.CRITICS_HEADING}", found)
    reply.rule().text(*map(_critic, page.critics)) if page.critics else reply.text(browse.NOTHING_LOADED)
    picks = [Pick(c.critic.label, c.critic.id, browse.reviews(c.reviews)) for c in page.critics]
    reply.menu(wire.PickCritic(), browse.HEAR_FROM, picks, aside=True)
    return reply.pager(_page(page.page), wire.BrowseCritics).reply()


def _page(page: Page) -> PageOf:
    return PageOf((), page.number, max(1, page.pages))


def _film(film: FilmSummary) -> str:
    return f"- **{title(film.film, 100)}** · {_film_numbers(film)}"


def _film_numbers(film: FilmSummary) -> str:
    return browse.film_numbers(film.reviews, film.scored, film.mean_percent)


def _critic(critic: CriticSummary) -> str:
    name = escape(clip(one_line(critic.critic.label), _LABEL_LIMIT))
    outlets = _shown(critic.outlets[:_MANY], _OUTLET_LIMIT)
    more = max(0, len(critic.outlets) - _MANY)
    return f"- **{name}** · {browse.critic_numbers(critic.reviews, outlets, more, critic.mean_percent)}"


def _shown(names: Sequence[str], limit: int = _NAME_LIMIT) -> list[str]:
    return [escape(clip(one_line(name), limit)) for name in names]


def render_about(holdings: Holdings, version: str | None, giving: Giving | None = None) -> Reply:
    """What is loaded here, where it comes from, and what can be asked; without a version where none is known.

    ``giving`` is how whoever asks may add reviews to their server's own, if they may.
    """
    reply = Card(accent(None))
    reply.text(f"## {browse.ABOUT_HEADING}", browse.PROMISE)
    if holdings.reviews:
        amounts = (holdings.reviews, holdings.films, holdings.critics, holdings.quotes)
        own = browse.own(holdings.own, holdings.reviews) if holdings.own else None
        reply.text(browse.loaded(*amounts), own).text(_loaded(holdings), _sources(holdings)).rule()
    else:
        reply.text(browse.NOTHING_LOADED).rule()
    commands = [*browse.COMMANDS.items(), *([_GIVING[giving]] if giving else [])]
    reply.text(*(f"**/{name}** – {does}" for name, does in commands))
    reply.text(f"-# {browse.version(escape(version)) if version else browse.NOT_INSTALLED}")
    return reply.brought_by(wire.OpenAbout()).reply()


def _loaded(holdings: Holdings) -> str | None:
    roots, more = _shown(holdings.roots[:_MANY]), max(0, len(holdings.roots) - _MANY)
    where = browse.read_from(roots, more) if roots else None
    return joined((where, _since(holdings.loaded_at))) or None


def _since(loaded_at: str | None) -> str | None:
    day, ago = moment(loaded_at), moment(loaded_at, "R")
    return browse.changed(day, ago) if day and ago else None


def _sources(holdings: Holdings) -> str | None:
    names, more = _shown(holdings.sources[:_SOURCES]), max(0, len(holdings.sources) - _SOURCES)
    return browse.outlets_named(names, more) if names else None
