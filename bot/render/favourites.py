"""/favourites: the quotes that somebody keeps, and those that a server's people keep most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.render import favourites_wire as wire
from bot.render.attribution import plain_title, title
from bot.render.card import Card, Reply, accent, button
from bot.render.look import Showing, held_note, hidden_note
from bot.render.pages import Block, Pick, deal, turn_to
from bot.render.quote import quote_block
from bot.render.text import moment, one_line
from bot.words import favourites as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render.look import Look
    from bot.render.pages import PageOf
    from bot.views import Favourite, KeptQuote, QuoteView

_PER_PAGE = 5


def render_favourites(kept: Sequence[Favourite], look: Look, page: int = 0) -> Reply:
    """What somebody keeps, newest first; what can't be shown is still theirs to take off."""
    card = Card(accent(None)).text(f"## {words.MINE}")
    if not kept:
        return card.text(words.NONE).reply()
    card.text(words.listed(len(kept))).rule()
    showing = Showing(look)
    turned = turn_to(deal((_kept(one, showing) for one in kept), _PER_PAGE), page)
    card.blocks(turned.blocks).notes(look.attribution([one.quote.review for one in kept if one.quote]))
    _open(card, turned)
    off = [replace(block.pick, description=None) for block in turned.blocks if block.pick]
    card.menu(wire.PickOff(turned.number, look.asked), words.TAKE_ONE_OFF, off)
    card.pager(turned, lambda number: wire.ListKept(number, look.asked))
    return card.buttons(button(words.TAKE_ALL_OFF, wire.AskDropKept(), emoji="🗑️")).reply()


def render_most_kept(kept: Sequence[KeptQuote], look: Look, page: int = 0) -> Reply:
    """What a server's people keep, the most kept first."""
    card = Card(accent(None)).text(f"## {words.SERVER}")
    if not kept:
        return card.text(words.NOBODY).reply()
    card.text(words.MOST_KEPT).rule()
    showing = Showing(look)
    shown = [_most_kept(one, look) for one in kept if showing.takes(one.quote)]
    turned = turn_to(deal(shown, _PER_PAGE), page)
    card.blocks(turned.blocks)
    reviews = [one.quote.review for one in kept]
    card.notes(hidden_note(showing.hidden), held_note(showing.held), look.attribution(reviews))
    _open(card, turned)
    return card.pager(turned, lambda number: wire.ListMostKept(number, look.asked)).reply()


def render_drop_kept(number: int) -> Reply:
    """Ask before all that somebody keeps here is taken off."""
    card = Card(accent(None)).text(f"### {words.take_off_all(number)}", words.FINAL)
    card.buttons(
        button(words.take_off(number), wire.DropKept(), primary=True, emoji="🗑️"),
        button(words.keep(number), wire.ListKept()),
    )
    return card.reply()


def render_forget_kept(number: int) -> Reply:
    """Ask before all that somebody keeps anywhere is deleted."""
    card = Card(accent(None)).text(f"### {words.delete_all(number)}", words.FINAL)
    card.buttons(
        button(words.delete(number), wire.ForgetKept(), primary=True, emoji="🗑️"),
        button(words.keep(number), wire.ListKept()),
    )
    return card.reply()


def _open(card: Card, page: PageOf) -> None:
    picks = [block.pick for block in page.blocks if block.pick and block.pick.description is not None]
    card.menu(wire.PickQuote(), words.OPEN_ONE, picks, aside=True)


def _kept(one: Favourite, showing: Showing) -> Block:
    when = f"-# {words.kept_on(moment(one.kept_at) or '')}"
    if one.quote is None:
        return Block(f"{words.GONE}\n{when}", pick=Pick(words.GONE_LABEL, one.id))
    if showing.takes(one.quote):
        return _block(one.quote, showing.look, one.id, when)
    why = words.HIDDEN if one.quote.spoiler and showing.look.hides else words.HELD
    return Block(f"{why}\n{when}", pick=Pick(_name(one.quote), one.id), heading=_heading(one.quote))


def _most_kept(one: KeptQuote, look: Look) -> Block:
    return _block(one.quote, look, one.quote.id, f"-# {words.kept_by(one.keepers)}")


def _block(quote: QuoteView, look: Look, id_: str, small: str) -> Block:
    block = quote_block(quote, look, named=True, heading=_heading(quote))
    # A menu knows no dark bar.
    said = words.VEILED if look.veils(quote.spoiler) else one_line(quote.text)
    return replace(block, text=f"{block.text}\n{small}", pick=Pick(_name(quote), id_, said))


def _heading(quote: QuoteView) -> str:
    return f"### {title(quote.review.film)}"


def _name(quote: QuoteView) -> str:
    return f"{quote.review.critic.label} · {plain_title(quote.review.film, 60)}"
