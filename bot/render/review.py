"""/review with a critic: one review, or all that a critic wrote on the film, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.models import Stance
from bot.render import wire
from bot.render.attribution import byline, quoted, read_it, small_print, source_of, title
from bot.render.card import Card, Reply, accent, button, link, ways_on
from bot.render.film import directed_by
from bot.render.look import Showing, hidden_note
from bot.render.pages import Block, PageOf, chunks, deal
from bot.render.quote import quote_block
from bot.render.text import bar, clip, escape, one_line, overall_first, score_words
from bot.text import fold
from bot.words import answers, films
from bot.words.grammar import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.models import CastEntry, Score
    from bot.render.look import Look
    from bot.views import ReviewCard, ReviewRef

_PER_PAGE = 6
_CATEGORIES = 12
_ROW_LIMIT = 1600
_ROLES = 2
_LABEL_LIMIT = 40
_HEADLINE_LIMIT = 200
_SIDES = (Stance.FOR, Stance.AGAINST)
_HEADLINE_WORDS = ("review", "film", "movie", "a", "the", "by", "of", "on", "in", "for")


def render_review(
    cards: Sequence[ReviewCard], look: Look, page: int, state: Callable[[int], wire.State]
) -> Reply:
    """One or several reviews of a film as one run of pages; ``state`` is the custom_id's state for a page."""
    showings = [Showing(look) for _ in cards]
    leaves = [
        (at, leaf)
        for at, card in enumerate(cards)
        for leaf in deal(_blocks(card, showings[at]), _PER_PAGE) or ((),)
    ]
    number = max(0, min(page, len(leaves) - 1))
    at, blocks = leaves[number]
    card, showing = cards[at], showings[at]
    shown = PageOf(blocks, number, len(leaves))
    overall, _ = overall_first(card.scores)
    reply = Card(accent(overall.percent if overall else None, card.review.film))
    reply.text(f"## {title(card.review.film)}", directed_by(card.directors)).rule(visible=False)
    which = films.which_review(at + 1, len(cards)) if len(cards) > 1 else None
    reply.text(byline(card.review), f"-# {which}" if which else None, *_overall(card))
    if shown.blocks:
        reply.rule().blocks(shown.blocks)
    elif not showing.hidden:
        reply.text(films.NO_QUOTE, small_print(card.review))
    last = number + 1 == len(leaves) or leaves[number + 1][0] != at
    held = _more(card.review) if last and showing.held else None
    reply.notes(hidden_note(showing.hidden), held, look.attribution((card.review,)))
    reply.pager(shown, state)
    film = card.review.film
    quote = wire.DrawQuote(film=film.id if film else None, critic=card.review.critic.id, spoilers=look.asked)
    reply.buttons(
        link(answers.READ_IN_FULL, card.review.url),
        button(films.A_QUOTE_FROM_IT, quote, aside=True),
        *ways_on(film, but=wire.DrawQuote),
    )
    return reply.reply()


def _overall(card: ReviewCard) -> tuple[str, ...]:
    overall, categories = overall_first(card.scores)
    if overall is None:
        return (answers.NO_OVERALL_GIVEN if categories else answers.NO_SCORE_GIVEN,)
    blocks = f"{bar(overall.percent)} " if overall.percent is not None else ""
    return f"{blocks}**{score_words(overall)}**", f"-# {source_of(card.review, overall)}"


def _blocks(card: ReviewCard, showing: Showing) -> Iterator[Block]:
    review, look = card.review, showing.look
    if card.headline and _says_more(card.headline, review):
        words, length = quoted(card.headline, limit=look.limit(review, _HEADLINE_LIMIT))
        yield Block(f"-# {films.HEADLINE}\n{words}", (look.excerpt(review, length),))
    for scores in chunks(overall_first(card.scores)[1], _CATEGORIES):
        yield Block(
            "\n".join((*map(category, scores), f"-# {source_of(review, *scores)}")),
            heading=f"**{films.CATEGORIES}**",
        )
    if card.verdict and showing.takes(card.verdict):
        yield quote_block(card.verdict, look, named=False, heading=f"**{films.IN_SHORT}**")
    left = list(card.quotes)
    for stance in _SIDES:
        best = next((quote for quote in left if quote.stance is stance and showing.may(quote)), None)
        if best is not None and showing.takes(best):
            left.remove(best)
            yield quote_block(best, look, named=False, heading=f"**{films.SIDES[stance]}**")
    for cast in _rows(map(_actor, card.cast)):
        yield Block(cast, heading=f"**{films.CAST_NAMED}**")
    for quote in filter(showing.takes, left):
        yield quote_block(quote, look, named=False, heading=f"**{films.MORE_QUOTES}**")


def _more(review: ReviewRef) -> str:
    return f"-# {answers.held_of_review(read_it(review.url))}"


def _says_more(headline: str, review: ReviewRef) -> bool:
    """Whether a headline tells more than what the card's first lines say already."""
    film = f"{review.film.title} {review.film.year or ''}" if review.film else ""
    said = fold(f"{film} {review.critic.name or ''} {review.outlet or ''}").split()
    return not {*fold(headline).split()} <= {*said, *_HEADLINE_WORDS}


def category(score: Score) -> str:
    """One category's score on a line."""
    label = escape(clip(one_line(score.label), _LABEL_LIMIT))
    blocks = f"{bar(score.percent, 5)} " if score.percent is not None else ""
    return f"{blocks}{label}: **{score_words(score, 30)}**"


def _rows(names: Iterable[str]) -> Iterator[str]:
    """Names in a row, in as few pieces as a page can hold."""
    row = ""
    for name in names:
        longer = joined((row, name))
        if row and len(longer) > _ROW_LIMIT:
            yield row
            longer = name
        row = longer
    if row:
        yield row


def _actor(entry: CastEntry) -> str:
    name = escape(clip(one_line(entry.person), _LABEL_LIMIT))
    played = [escape(clip(one_line(character), _LABEL_LIMIT)) for character in entry.characters[:_ROLES]]
    return answers.playing(f"**{name}**", played, max(0, len(entry.characters) - _ROLES))
