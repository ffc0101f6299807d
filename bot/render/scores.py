"""/scores: every score of a film as printed and as percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import file_only, places, source_of, title, who
from bot.render.card import Card, Reply, accent, page_note, ways_on
from bot.render.film import numbers
from bot.render.pages import Block, Pick, chunks, deal, turn_to
from bot.render.review import category
from bot.render.text import bar, one_line, score_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.models import Score
    from bot.views import FilmScores, ReviewScores

_PER_PAGE = 6
_CATEGORIES = 10


def render_scores(scores: FilmScores, page: int = 0) -> Reply:
    """Every review's scores, the highest first, then those that give none."""
    ordered = sorted(scores.reviews, key=_rank)
    shown = turn_to(deal((block for review in ordered for block in _blocks(review)), _PER_PAGE), page)
    reply = Card(accent(scores.mean_percent))
    reply.text(f"## {title(scores.film)}")
    reply.text(*numbers(scores.scored, len(scores.reviews), scores.mean_percent))
    reply.rule().blocks(shown.blocks)
    reply.text(f"-# {note}" if (note := page_note(shown)) else None)
    reply.menu(wire.PickReview(), "Open one critic’s review", [b.pick for b in shown.blocks if b.pick])
    reply.pager(shown, lambda number: wire.OpenScores(scores.film.id, number))
    reply.buttons(*ways_on(scores.film, but=wire.OpenScores))
    return reply.reply()


def _rank(review: ReviewScores) -> tuple[bool, float]:
    percent = review.scores[0].percent if review.scores else None
    return not review.scores, -1.0 if percent is None else -percent - 1.0


def _blocks(review: ReviewScores) -> Iterator[Block]:
    ref = review.review
    pick = Pick(
        ref.critic.label, ref.id, one_line(review.scores[0].raw) if review.scores else "No score given"
    )
    if not review.scores:
        yield Block(f"{who(ref)} — {score_words(None)}\n{file_only(ref)}", pick=pick)
        return
    yield Block(
        f"{who(ref)}\n{_overall(review.scores[0])}\n{source_of(ref, review.scores[0].place)}", pick=pick
    )
    for part in chunks(review.scores[1:], _CATEGORIES):
        yield Block("\n".join(map(category, part)) + f"\n{places(ref, part)}", pick=pick)


def _overall(score: Score) -> str:
    printed = f"**{score_words(score)}**"
    return printed if score.percent is None else f"{bar(score.percent)} {printed}"
