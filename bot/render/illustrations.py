"""What the pictures show, from the views, and the same in words for who can't see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures import Category, QuoteCard, ScorePlot, ScoreRow
from bot.render.attribution import plain_title
from bot.render.card import Picture
from bot.render.scores import by_rank
from bot.render.text import clip, film_title, one_line, overall_first
from bot.words import pictures
from bot.words.answers import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.views import CriticRef, FilmScores, QuoteView, ReviewScores

ALT_LIMIT = 1024
"""Characters that Discord takes as a picture's description."""

FEWEST = 2  # scores that make a plot


def plot_of(scores: FilmScores) -> ScorePlot | None:
    """A film's scores as they are drawn; None where fewer than two reviews give one in percent."""
    ordered = by_rank(scores)
    rows = tuple(row for review in ordered if (row := _row(review)))
    if len(rows) < FEWEST or scores.mean_percent is None:
        return None
    undrawn = tuple(_name(review.review.critic) for review in ordered if _row(review) is None)
    return ScorePlot(
        scores.film.title, scores.film.year, scores.mean_percent, rows, len(scores.reviews), undrawn
    )


def _row(review: ReviewScores) -> ScoreRow | None:
    overall, others = overall_first(review.scores)
    if overall is None or overall.percent is None:
        return None
    categories = tuple(Category(one_line(score.label), one_line(score.raw)) for score in others)
    return ScoreRow(_name(review.review.critic), one_line(overall.raw), overall.percent, categories)


def _name(critic: CriticRef) -> str:
    return one_line(critic.name) if critic.name else one_line(critic.label)


def plot_picture(plot: ScorePlot, png: bytes) -> Picture:
    """A drawn plot with its description."""
    return Picture("scores.png", png, plot_alt(plot))


def plot_alt(plot: ScorePlot) -> str:
    """What a plot shows, in at most ``ALT_LIMIT`` characters: as many critics as there is room for, and how many more.

    >>> rows = (ScoreRow("Ada", "4/5", 80.0), ScoreRow("Bo", "50%", 50.0))
    >>> plot_alt(ScorePlot("Nine Geese", 1928, 65.0, rows, 3, ("Una",)))
    'Scores for Nine Geese (1928), 65% on average from 2 of 3 reviews. Ada: 4/5 (80%). Bo: 50%. Not drawn: Una.'
    """
    film = film_title(plot.title, plot.year)
    head = pictures.plot_shows(film, plot.mean_percent, len(plot.rows), plot.reviews)
    said, left = [head], ALT_LIMIT - len(head)
    tail = pictures.not_drawn([clip(name, 60) for name in plot.undrawn]) if plot.undrawn else ""
    if len(tail) > ALT_LIMIT // 4:
        tail = pictures.not_drawn_count(len(plot.undrawn))
    left -= len(tail) + len(pictures.and_more(99_999)) + 2
    sentences = list(_sentences(plot))
    for shown, sentence in enumerate(sentences):
        if left < len(sentence) + 1:
            said.append(pictures.and_more(len(sentences) - shown))
            break
        said.append(sentence)
        left -= len(sentence) + 1
    return " ".join((*said, tail) if tail else said)


def _sentences(plot: ScorePlot) -> Iterator[str]:
    for row in plot.rows:
        others = [f"{clip(each.label, 40)} {clip(each.printed, 40)}" for each in row.categories]
        yield pictures.row_shows(clip(row.critic, 60), clip(row.printed, 60), row.percent, others)


def card_of(quote: QuoteView) -> QuoteCard:
    """A quote as it is set on a card."""
    review = quote.review
    film = review.film
    return QuoteCard(
        one_line(quote.text),
        film.title if film else None,
        film.year if film else None,
        one_line(review.critic.name) if review.critic.name else UNNAMED,
        one_line(review.outlet) if review.outlet else None,
    )


def card_picture(quote: QuoteView, png: bytes) -> Picture:
    """A drawn card with its description."""
    return Picture("quote.png", png, card_alt(quote))


def card_alt(quote: QuoteView) -> str:
    """What a card shows, in at most ``ALT_LIMIT`` characters."""
    card = card_of(quote)
    by = ", ".join(clip(part, 80) for part in (card.critic, card.outlet) if part)
    film = plain_title(quote.review.film) if card.film else None
    around = len(pictures.card_shows("", by, film))
    return pictures.card_shows(clip(card.text, ALT_LIMIT - around), by, film)
