"""/quote: one excerpt, and the blocks in which other cards show theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures import Colours
from bot.pictures.palette import PALETTES
from bot.render import wire
from bot.render.attribution import byline, quoted, small_print, source, title, who
from bot.render.card import Card, Reply, accent, button, link
from bot.render.favourites_wire import KeepQuote
from bot.render.pages import Block, Speaker
from bot.words import answers, quotes
from bot.words.grammar import joined

if TYPE_CHECKING:
    from bot.render.card import Picture
    from bot.render.look import Look
    from bot.views import Evidence, QuoteView, ReviewRef


def render_quote(
    quote: QuoteView,
    look: Look,
    again: wire.DrawQuote,
    occasion: str | None = None,
    *,
    why: str | None = None,
) -> Reply:
    """One quote; ``again`` is the filter under which the next one is drawn.

    ``occasion`` stands above it, ``why`` below where it isn't shown in the way that was asked for.
    """
    words, _ = quoted(quote.text, spoiler=look.veils(quote.spoiler), limit=look.limit(quote.review))
    card = Card(accent(None, quote.review.film))
    card.text(f"-# {occasion}" if occasion else None)
    card.text(f"### {title(quote.review.film)}", byline(quote.review))
    card.text(words)
    card.text(
        f"-# {why}" if why else None,
        f"-# {quotes.VEILED if look.veils(True) else quotes.SPOILED}" if quote.spoiler else None,
        f"-# {subject}" if (subject := quotes.about(quote.themes, quote.stance)) else None,
        f"-# {source(quote.review, quote.start, quote.end)}",
    )
    # Where a quote comes by itself there is no command to add an option to.
    left_out = f"-# {quotes.LEFT_OUT}" if look.hides and occasion is None else None
    card.notes(left_out, look.attribution((quote.review,)))
    return _controlled(card, quote, again)


def render_card(
    quote: QuoteView, look: Look, again: wire.DrawQuote, picture: Picture, occasion: str | None = None
) -> Reply:
    """One quote as a picture, the same in small print below it; the answer takes the picture's colour.

    ``occasion`` stands above it.
    """
    words, _ = quoted(quote.text)
    film, critic = quote.review.film, quote.review.critic
    colour = PALETTES[again.card or Colours.DARK].accent(
        film.title if film else critic.name or answers.UNNAMED
    )
    card = Card(int(colour.removeprefix("#"), 16))
    card.text(f"-# {occasion}" if occasion else None)
    card.picture(picture)
    card.text(
        f"-# {words.removeprefix('> ')}",
        f"-# {title(quote.review.film)} · {byline(quote.review)}",
        f"-# {quotes.SPOILED}" if quote.spoiler else None,
        f"-# {source(quote.review, quote.start, quote.end)}",
    )
    card.notes(look.attribution((quote.review,)))
    return _controlled(card, quote, again)


def _controlled(card: Card, quote: QuoteView, again: wire.DrawQuote) -> Reply:
    card.buttons(
        button(quotes.ANOTHER, again, primary=True, emoji="🎲"),
        button(answers.OPEN_REVIEW, wire.OpenReview(quote.review.id), aside=True),
        button(quotes.KEEP, KeepQuote(quote.id), emoji="❤️"),
        link(answers.READ_IN_FULL, quote.review.url),
    )
    narrowed = (again.film, again.critic, again.person, again.about, again.spoilers, again.card)
    shown = wire.ShowQuote(quote.id, *narrowed)
    return card.brought_by(shown).reply()


def quote_block(quote: QuoteView, look: Look, *, named: bool, heading: str | None = None) -> Block:
    """A quote within a card; ``named`` where the card itself doesn't say whose it is."""
    words, length = quoted(quote.text, spoiler=look.veils(quote.spoiler), limit=look.limit(quote.review))
    place = source(quote.review, quote.start, quote.end)
    excerpts = (look.excerpt(quote.review, length),)
    if named:
        small = small_print(quote.review, place, spoiler=quote.spoiler)
        return Block(f"{words}\n{small}", excerpts, heading=heading, speaker=_speaker(quote.review))
    small = f"-# {joined((answers.SPOILER if quote.spoiler else None, place))}"
    return Block(f"{words}\n{small}", excerpts, heading=heading)


def evidence_block(evidence: Evidence, look: Look, *, heading: str | None = None) -> Block:
    """The sentence a credit was read from, within a card."""
    words, length = quoted(
        evidence.text, spoiler=look.veils(evidence.spoiler), limit=look.limit(evidence.review)
    )
    place = source(evidence.review, evidence.start, evidence.end)
    lines = f"{words}\n{small_print(evidence.review, place, spoiler=evidence.spoiler)}"
    return Block(
        lines, (look.excerpt(evidence.review, length),), heading=heading, speaker=_speaker(evidence.review)
    )


def _speaker(review: ReviewRef) -> Speaker:
    return Speaker(review.critic.id, who(review))
