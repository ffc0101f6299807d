"""/scores: every score of a film as printed and as percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import small_print, source_of, title, who
from bot.render.card import Card, Reply, accent, ways_on
from bot.render.film import numbers
from bot.render.pages import Block, Pick, chunks, deal, turn_to
from bot.render.review import category
from bot.render.text import bar, one_line, overall_first, score_words
from bot.words import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.models import Score
    from bot.render.card import Picture
    from bot.render.look import Look
    from bot.views import FilmScores, ReviewScores

_PER_PAGE = 6
_SCORES = 11


def render_scores(scores: FilmScores, look: Look, page: int = 0, plot: Picture | None = None) -> Reply:
    """Every review's scores, the highest first, then those that give none; their plot where it was drawn."""
    ordered = by_rank(scores)
    shown = turn_to(deal((block for review in ordered for block in _blocks(review)), _PER_PAGE), page)
    reply = Card(accent(scores.mean_percent, scores.film))
    reply.text(f"## {title(scores.film)}")
    bare = sum(_is_bare(review) for review in scores.reviews)
    reply.text(*numbers(scores.scored, len(scores.reviews), scores.mean_percent, bare=bare))
    if plot:
        reply.rule(visible=False).picture(plot)
    reply.rule().blocks(shown.blocks)
    reply.notes(look.attribution(review.review for review in scores.reviews))
    reply.menu(wire.PickReview(), answers.OPEN_CRITIC, [b.pick for b in shown.blocks if b.pick])
    reply.pager(shown, lambda number: wire.OpenScores(scores.film.id, number))
    reply.buttons(*ways_on(scores.film, but=wire.OpenScores))
    return reply.reply()


def by_rank(scores: FilmScores) -> list[ReviewScores]:
    """A film's reviews, the highest score first, those without a percent and those without a score last."""
    return sorted(scores.reviews, key=_rank)


def _is_bare(review: ReviewScores) -> bool:
    overall, _ = overall_first(review.scores)
    return overall is not None and overall.percent is None


def _rank(review: ReviewScores) -> tuple[bool, float]:
    overall, _ = overall_first(review.scores)
    percent = overall.percent if overall else None
    return not review.scores, 0.0 if overall is None else -1.0 if percent is None else -percent - 2.0


def _blocks(review: ReviewScores) -> Iterator[Block]:
    ref = review.review
    if not review.scores:
        pick = Pick(ref.critic.label, ref.id, answers.NO_SCORE_GIVEN)
        yield Block(f"{who(ref)} — {score_words(None)}\n{small_print(ref)}", pick=pick)
        return
    overall, categories = overall_first(review.scores)
    pick = Pick(ref.critic.label, ref.id, one_line(overall.raw) if overall else answers.NO_OVERALL_GIVEN)
    # The first part holds the overall score and the first categories, the others what is left of them.
    for number, part in enumerate(chunks((overall, *categories) if overall else categories, _SCORES)):
        lines = [_overall(score) if score is overall else category(score) for score in part]
        name = who(ref) if overall else f"{who(ref)} — {answers.NO_OVERALL}"
        name = answers.continued(who(ref)) if number else name
        yield Block("\n".join((name, *lines, small_print(ref, source_of(ref, *part)))), pick=pick)


def _overall(score: Score) -> str:
    printed = f"**{score_words(score)}**"
    return printed if score.percent is None else f"{bar(score.percent)} {printed}"
