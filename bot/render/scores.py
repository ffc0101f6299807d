"""/scores: every score of a film as printed and as percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import small_print, source_of, title, who
from bot.render.card import Card, Reply, accent, ways_on
from bot.render.film import numbers
from bot.render.pages import Block, Pick, chunks, deal, turn_to
from bot.render.review import category
from bot.render.text import bar, one_line, score_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.models import Score
    from bot.views import FilmScores, ReviewScores

_PER_PAGE = 6
_SCORES = 11


def render_scores(scores: FilmScores, page: int = 0) -> Reply:
    """Every review's scores, the highest first, then those that give none."""
    ordered = sorted(scores.reviews, key=_rank)
    shown = turn_to(deal((block for review in ordered for block in _blocks(review)), _PER_PAGE), page)
    reply = Card(accent(scores.mean_percent))
    reply.text(f"## {title(scores.film)}")
    reply.text(*numbers(scores.scored, len(scores.reviews), scores.mean_percent))
    reply.rule().blocks(shown.blocks)
    reply.menu(wire.PickReview(), "Open one critic’s review", [b.pick for b in shown.blocks if b.pick])
    reply.pager(shown, lambda number: wire.OpenScores(scores.film.id, number))
    reply.buttons(*ways_on(scores.film, but=wire.OpenScores))
    return reply.reply()


def _rank(review: ReviewScores) -> tuple[bool, float]:
    percent = review.scores[0].percent if review.scores else None
    return not review.scores, -1.0 if percent is None else -percent - 1.0


def _blocks(review: ReviewScores) -> Iterator[Block]:
    ref = review.review
    if not review.scores:
        pick = Pick(ref.critic.label, ref.id, "No score given")
        yield Block(f"{who(ref)} — {score_words(None)}\n{small_print(ref)}", pick=pick)
        return
    overall = review.scores[0]
    pick = Pick(ref.critic.label, ref.id, one_line(overall.raw))
    # The first part holds the overall score and the first categories, the others what is left of them.
    for part in chunks(review.scores, _SCORES):
        first = part[0] is overall
        lines = [_overall(part[0]), *map(category, part[1:])] if first else [*map(category, part)]
        name = who(ref) if first else f"{who(ref)}, continued"
        yield Block("\n".join((name, *lines, small_print(ref, source_of(ref, *part)))), pick=pick)


def _overall(score: Score) -> str:
    printed = f"**{score_words(score)}**"
    return printed if score.percent is None else f"{bar(score.percent)} {printed}"
