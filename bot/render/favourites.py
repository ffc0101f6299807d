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
from bot.words.grammar import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render.look import Look
    from bot.render.pages import PageOf
    from bot.views import Favourite, KeptQuote, QuoteView

KEPT = "❤️ Kept. `/favourites` shows yours."
NO_LONGER_KEPT = "No longer kept."

_MINE = "## Your favourites"
_SERVER = "## This server’s favourites"
_HOW = "Press *Keep* under a quote, and it is listed here. `/quote` brings one."
_NONE = f"You keep no quote of the reviews that can be read here yet. {_HOW}"
_NOBODY = f"Nobody has kept a quote in this server yet. {_HOW}"
_GONE = "*The review behind this one was changed or removed.*"
_GONE_LABEL = "One whose quote is gone"
_FINAL = (
    "They are listed here no longer, and count no more among the server’s favourites. This can’t be undone."
)
_HIDDEN = "*It gives the story away, which this server leaves out.*"
_HELD = "*Not shown: no more than half of a review is, here.*"
_VEILED = "Gives the story away"
_PER_PAGE = 5


def render_favourites(kept: Sequence[Favourite], look: Look, page: int = 0) -> Reply:
    """What somebody keeps, newest first; what can't be shown is still theirs to take off."""
    card = Card(accent(None)).text(_MINE)
    if not kept:
        return card.text(_NONE).reply()
    card.text(f"{count(len(kept), 'quote')}, the newest first").rule()
    showing = Showing(look)
    turned = turn_to(deal((_kept(one, showing) for one in kept), _PER_PAGE), page)
    card.blocks(turned.blocks).notes(look.attribution([one.quote.review for one in kept if one.quote]))
    _open(card, turned)
    off = [replace(block.pick, description=None) for block in turned.blocks if block.pick]
    card.menu(wire.PickOff(turned.number, look.asked), "Take one off", off)
    card.pager(turned, lambda number: wire.ListKept(number, look.asked))
    return card.buttons(button("Take all of them off", wire.AskDropKept(), emoji="🗑️")).reply()


def render_most_kept(kept: Sequence[KeptQuote], look: Look, page: int = 0) -> Reply:
    """What a server's people keep, the most kept first."""
    card = Card(accent(None)).text(_SERVER)
    if not kept:
        return card.text(_NOBODY).reply()
    card.text("What people kept in this server, the most kept first").rule()
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
    card = Card(accent(None)).text(f"### Take off {_all(number)}?", _FINAL)
    card.buttons(
        button(f"Take off {count(number, 'quote')}", wire.DropKept(), primary=True, emoji="🗑️"),
        button("Keep them" if number > 1 else "Keep it", wire.ListKept()),
    )
    return card.reply()


def render_forget_kept(number: int) -> Reply:
    """Ask before all that somebody keeps anywhere is deleted."""
    card = Card(accent(None)).text(f"### Delete {_all(number)}, everywhere?", _FINAL)
    card.buttons(
        button(f"Delete {count(number, 'favourite')}", wire.ForgetKept(), primary=True, emoji="🗑️"),
        button("Keep them" if number > 1 else "Keep it", wire.ListKept()),
    )
    return card.reply()


def _all(number: int) -> str:
    return "your favourite" if number == 1 else f"all {number:,} of your favourites"


def _open(card: Card, page: PageOf) -> None:
    picks = [block.pick for block in page.blocks if block.pick and block.pick.description is not None]
    card.menu(wire.PickQuote(), "Open one", picks, aside=True)


def _kept(one: Favourite, showing: Showing) -> Block:
    when = f"-# Kept {moment(one.kept_at)}"
    if one.quote is None:
        return Block(f"{_GONE}\n{when}", pick=Pick(_GONE_LABEL, one.id))
    if showing.takes(one.quote):
        return _block(one.quote, showing.look, one.id, when)
    why = _HIDDEN if one.quote.spoiler and showing.look.hides else _HELD
    return Block(f"{why}\n{when}", pick=Pick(_name(one.quote), one.id), heading=_heading(one.quote))


def _most_kept(one: KeptQuote, look: Look) -> Block:
    people = "one person" if one.keepers == 1 else f"{one.keepers:,} people"
    return _block(one.quote, look, one.quote.id, f"-# Kept by **{people}**")


def _block(quote: QuoteView, look: Look, id_: str, small: str) -> Block:
    block = quote_block(quote, look, named=True, heading=_heading(quote))
    # A menu knows no dark bar.
    words = _VEILED if look.veils(quote.spoiler) else one_line(quote.text)
    return replace(block, text=f"{block.text}\n{small}", pick=Pick(_name(quote), id_, words))


def _heading(quote: QuoteView) -> str:
    return f"### {title(quote.review.film)}"


def _name(quote: QuoteView) -> str:
    return f"{quote.review.critic.label} · {plain_title(quote.review.film, 60)}"
