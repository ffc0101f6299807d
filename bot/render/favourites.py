"""/favourites: the quotes that somebody keeps, and those that a server's people keep most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.render import favourites_wire as wire
from bot.render.attribution import plain_title, title
from bot.render.card import Card, Reply, accent, button
from bot.render.pages import Block, Pick, deal, turn_to
from bot.render.quote import quote_block
from bot.render.text import count, moment, one_line

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
_PER_PAGE = 5


def render_favourites(kept: Sequence[Favourite], look: Look, page: int = 0) -> Reply:
    """What somebody keeps, newest first."""
    card = Card(accent(None)).text(_MINE)
    if not kept:
        return card.text(_NONE).reply()
    shown = [one for one in kept if not (look.hides and one.quote and one.quote.spoiler)]
    card.text(f"{count(len(kept), 'quote')}, the newest first", _hidden(len(kept) - len(shown)))
    turned = turn_to(deal((_kept(one, look) for one in shown), _PER_PAGE), page)
    card.rule().blocks(turned.blocks)
    _open(card, turned)
    off = [replace(block.pick, description=None) for block in turned.blocks if block.pick]
    card.menu(wire.PickOff(turned.number), "Take one off", off)
    card.pager(turned, wire.ListKept)
    return card.buttons(button("Take all of them off", wire.AskDropKept(), emoji="🗑️")).reply()


def render_most_kept(kept: Sequence[KeptQuote], look: Look, page: int = 0) -> Reply:
    """What a server's people keep, the most kept first."""
    card = Card(accent(None)).text(_SERVER)
    if not kept:
        return card.text(_NOBODY).reply()
    shown = [one for one in kept if not (look.hides and one.quote.spoiler)]
    card.text("What people kept in this server, the most kept first", _hidden(len(kept) - len(shown)))
    turned = turn_to(deal((_most_kept(one, look) for one in shown), _PER_PAGE), page)
    card.rule().blocks(turned.blocks)
    _open(card, turned)
    return card.pager(turned, wire.ListMostKept).reply()


def render_drop_kept(number: int) -> Reply:
    """Ask before all that somebody keeps is taken off."""
    what = "your favourite" if number == 1 else f"all {number:,} of your favourites"
    card = Card(accent(None)).text(f"### Take off {what}?", _FINAL)
    card.buttons(
        button(f"Take off {count(number, 'quote')}", wire.DropKept(), primary=True, emoji="🗑️"),
        button("Keep them" if number > 1 else "Keep it", wire.ListKept()),
    )
    return card.reply()


def _hidden(number: int) -> str | None:
    """Say that something is left out, where the server wants it so."""
    if not number:
        return None
    gives = "gives" if number == 1 else "give"
    return f"-# {count(number, 'more quote')} {gives} the story away, which this server hides."


def _open(card: Card, page: PageOf) -> None:
    picks = [block.pick for block in page.blocks if block.pick and block.pick.description is not None]
    card.menu(wire.PickQuote(), "Open one", picks, aside=True)


def _kept(one: Favourite, look: Look) -> Block:
    when = f"-# Kept {moment(one.kept_at)}"
    if one.quote is None:
        return Block(f"{_GONE}\n{when}", pick=Pick(_GONE_LABEL, one.id))
    return _block(one.quote, look, one.id, when)


def _most_kept(one: KeptQuote, look: Look) -> Block:
    people = "one person" if one.keepers == 1 else f"{one.keepers:,} people"
    return _block(one.quote, look, one.quote.id, f"-# Kept by **{people}**")


def _block(quote: QuoteView, look: Look, id_: str, small: str) -> Block:
    block = quote_block(quote, look, named=True, heading=f"### {title(quote.review.film)}")
    # A menu knows no veil.
    words = "Gives the story away" if look.veils(quote.spoiler) else one_line(quote.text)
    label = f"{quote.review.critic.label} · {plain_title(quote.review.film, 60)}"
    return replace(block, text=f"{block.text}\n{small}", pick=Pick(label, id_, words))
