"""/person: what critics say of one person, film by film."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import other_spellings, plain_title, title
from bot.render.card import Card, Reply, accent, button
from bot.render.look import Showing, held_note, hidden_note
from bot.render.pages import Block, Pick, deal, turn_to
from bot.render.quote import evidence_block, quote_block
from bot.render.text import clip, escape, one_line
from bot.words import answers, films
from bot.words.grammar import capital, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.render.look import Look
    from bot.views import PersonCard, PersonFilm

_PER_PAGE = 4
_NAME_LIMIT = 60
_MANY = 3


def render_person(card: PersonCard, look: Look, page: int = 0) -> Reply:
    """A person's films, each with quotes that name them and, of the other critics, sentences that credit them."""
    showing = Showing(look)
    shown = turn_to(deal((block for film in card.films for block in _blocks(film, showing)), _PER_PAGE), page)
    reply = Card(accent(None))
    reply.text(f"## {escape(clip(one_line(card.person.name), _NAME_LIMIT))}", _films(card), _spellings(card))
    if shown.blocks:
        reply.rule().blocks(shown.blocks)
    else:
        reply.text(films.NOTHING_SAID)
    said = [quote.review for film in card.films for quote in film.quotes]
    said += [evidence.review for film in card.films for evidence in film.evidence]
    reply.notes(hidden_note(showing.hidden), held_note(showing.held), look.attribution(said))
    reply.menu(wire.PickFilm(), answers.OPEN_FILM, [b.pick for b in shown.blocks if b.pick], aside=True)
    reply.pager(shown, lambda number: wire.OpenPerson(card.person.id, number, look.asked))
    if any(film.quotes for film in card.films):
        reply.buttons(
            button(
                films.A_QUOTE_ABOUT_THEM,
                wire.DrawQuote(person=card.person.id, spoilers=look.asked),
                aside=True,
            )
        )
    return reply.reply()


def _films(card: PersonCard) -> str | None:
    return films.in_films(len(card.films)) if card.films else None


def _spellings(card: PersonCard) -> str | None:
    others = other_spellings(card.person.name, card.spellings)
    return f"-# {capital(others)}" if others else None


def _blocks(film: PersonFilm, showing: Showing) -> Iterator[Block]:
    heading = f"### {title(film.film, 90)}\n-# {_part(film)}"
    pick = Pick(plain_title(film.film, 90), film.film.id)
    look = showing.look
    quoted = {quote.review.critic.id for quote in film.quotes}
    words = [quote_block(quote, look, named=True) for quote in film.quotes if showing.takes(quote)]
    words += [
        evidence_block(one, look)
        for one in film.evidence
        if not (words and one.review.critic.id in quoted) and showing.takes(one)
    ]
    for block in words:
        yield replace(block, pick=pick, heading=heading)
    if not words:
        yield Block(films.NO_SENTENCE, (), pick, heading)


def _part(film: PersonFilm) -> str:
    roles = escape(clip(listing([answers.role(one) for one in film.roles[:_MANY]]), _NAME_LIMIT))
    characters = [escape(clip(one_line(c), _NAME_LIMIT)) for c in film.characters[:_MANY]]
    return films.part(roles or None, characters, film.critics)
