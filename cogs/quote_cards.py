"""A quote as an answer: as text, or as a card where it can be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures import PictureRefused
from bot.render import card_of, card_picture, render_card, render_quote
from bot.views import Spoilers
from bot.words import quotes

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply, wire
    from bot.render.look import Look
    from bot.views import QuoteView


def quote_reply(
    bot: Pullquote,
    quote: QuoteView,
    look: Look,
    again: wire.DrawQuote,
    *,
    attaches: bool,
    occasion: str | None = None,
) -> Reply:
    """A quote in the way that ``again`` is to be shown in as well, to be illustrated where that is a card.

    ``attaches`` where the bot may send files; ``occasion`` stands above the quote.
    """
    colours = again.card
    if colours is None:
        return render_quote(quote, look, again, occasion)
    if not attaches:
        return render_quote(quote, look, again, occasion, why=quotes.NO_FILES)
    if len(quote.text) > look.limit(quote.review):
        return render_quote(quote, look, again, occasion, why=quotes.NO_ROOM)
    if quote.spoiler and look.asked is not Spoilers.SHOW:
        return render_quote(quote, look, again, occasion, why=quotes.NO_SPOILERS)

    async def illustrated() -> Reply:
        try:
            png = await bot.pictures.card(card_of(quote), colours)
        except PictureRefused as refused:
            return render_quote(quote, look, again, occasion, why=str(refused))
        return render_card(quote, look, again, card_picture(quote, png), occasion)

    reply = render_quote(quote, look, again, occasion)
    reply.illustrated = illustrated
    return reply
