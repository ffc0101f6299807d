"""Find reviews: quotes that fit a message."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import plain_title, quoted, small_print, source, title, who
from bot.render.card import Card, Reply, accent, ways_on
from bot.render.look import Look, Showing, held_note
from bot.render.pages import Block, Pick, Speaker
from bot.render.text import clip, escape, one_line
from bot.words import answers, fitting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.views import Fitting, QuoteView

_NAMED = 3
_WORDS = 5
_NAME_LIMIT = 60
_WORTH_SHOWING = 60
_ROOM = 2_800  # characters of all excerpts with what stands around them

# How much of each quote is shown and whether its review is linked; the first that leaves room for all.
_MEASURES = ((350, True), (350, False), (200, False), (80, False))


def render_fitting(found: Fitting, look: Look) -> Reply:
    """Quotes that fit a message, best first, and why they do."""
    showing = Showing(look)
    quotes = [quote for quote in found.quotes if showing.takes(quote)]
    reviews = [quote.review for quote in found.quotes]
    card = Card(accent(None)).text(f"### {fitting.THAT_FIT}", _why(found))
    card.rule().blocks(_blocks(quotes, look))
    card.notes(held_note(showing.held), look.attribution(reviews))
    picks = [Pick(one.critic.label, one.id, plain_title(one.film, 95)) for one in reviews]
    card.menu(wire.PickReview(), answers.OPEN_REVIEW, picks, aside=True)
    if len(found.films) == 1:
        card.buttons(*ways_on(found.films[0]))
    return card.reply()


def _why(found: Fitting) -> str:
    """What of the message the quotes go by, in words."""
    films = [title(film, _NAME_LIMIT) for film in found.films]
    critics, people = (
        [escape(clip(one_line(name), _NAME_LIMIT)) for name in names]
        for names in (found.critics, found.people)
    )
    words = [escape(clip(word, _NAME_LIMIT)) for word in found.words[:_WORDS]]
    return fitting.why_they_fit(films[:_NAMED], critics[:_NAMED], people[:_NAMED], words)


def _blocks(quotes: Sequence[QuoteView], look: Look) -> list[Block]:
    blocks: list[Block] = []
    for limit, linked in _MEASURES:
        shown: Counter[str] = Counter()
        blocks = [_block(quote, look, shown, limit, linked=linked) for quote in quotes]
        if sum(len(block.text) + len(block.speaker.line) for block in blocks if block.speaker) <= _ROOM:
            break
    return blocks


def _block(quote: QuoteView, look: Look, shown: Counter[str], limit: int, *, linked: bool) -> Block:
    """A quote with its critic and film; of one review no more than its library allows in a reply."""
    left = look.limit(quote.review) - shown[quote.review.id]
    if left < min(_WORTH_SHOWING, len(quote.text)):
        words = f"> {fitting.MORE_BELOW}"
    else:
        words, length = quoted(quote.text, spoiler=look.veils(quote.spoiler), limit=min(limit, left))
        shown[quote.review.id] += length
    place = source(quote.review, quote.start, quote.end)
    small = small_print(quote.review, place, spoiler=quote.spoiler, linked=linked)
    return Block(f"{words}\n{small}", speaker=Speaker(quote.review.id, who(quote.review, film=True)))
