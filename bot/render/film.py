"""/review with a film alone: the film at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import quoted, small_print, source, source_of, title, who
from bot.render.card import Card, Reply, accent, ways_on
from bot.render.look import hidden_note
from bot.render.pages import Block, Excerpt, Pick, deal, turn_to
from bot.render.text import bar, clip, escape, one_line, score_words
from bot.words import answers, films

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render.look import Look
    from bot.views import FilmCard, QuoteView, ReviewLine

PER_PAGE = 5
_LINE_LIMIT = 350  # characters: no quote is longer, so none is cut
_NAMES = 4
_NAME_LIMIT = 50


def render_film(card: FilmCard, look: Look, page: int = 0) -> Reply:
    """A film with its numbers and each critic's score and a line of their own."""
    hidden = sum(_words(line, look) is not line.words for line in card.lines)
    shown = turn_to(deal((_line(line, look) for line in card.lines), PER_PAGE), page)
    reply = Card(accent(card.mean_percent, card.film))
    reply.text(
        f"## {title(card.film)}",
        directed_by(card.directors),
        _also_known(card.aliases),
    )
    bounds = card.lowest_percent, card.highest_percent
    bare = sum(line.overall is not None and line.overall.percent is None for line in card.lines)
    reply.text(*numbers(card.scored, len(card.lines), card.mean_percent, *bounds, bare=bare))
    reply.rule().blocks(shown.blocks)
    reply.notes(hidden_note(hidden), look.attribution(line.review for line in card.lines))
    reply.menu(wire.PickReview(), answers.OPEN_CRITIC, [b.pick for b in shown.blocks if b.pick])
    reply.pager(shown, lambda number: wire.OpenFilm(card.film.id, number, look.asked))
    reply.buttons(*ways_on(card.film, but=wire.OpenFilm))
    return reply.reply()


def _line(line: ReviewLine, look: Look) -> Block:
    ref, said = line.review, _words(line, look)
    score = f"**{score_words(line.overall)}**" if line.overall else score_words(None)
    lines = [f"{who(ref)} — {score}"]
    excerpts: tuple[Excerpt, ...] = ()
    if said:
        words, length = quoted(
            said.text, spoiler=look.veils(said.spoiler), limit=look.limit(ref, _LINE_LIMIT)
        )
        place: str | None = source(ref, said.start, said.end)
        lines.append(words)
        excerpts = (look.excerpt(ref, length),)
    else:
        place = source_of(ref, line.overall) if line.overall else None
    lines.append(small_print(ref, place, spoiler=said is not None and said.spoiler))
    description = one_line(line.overall.raw) if line.overall else answers.NO_SCORE_GIVEN
    return Block("\n".join(lines), excerpts, Pick(ref.critic.label, ref.id, description))


def _words(line: ReviewLine, look: Look) -> QuoteView | None:
    return line.tame if look.hides and line.words and line.words.spoiler else line.words


def directed_by(directors: Sequence[str]) -> str | None:
    """Who directed, in words; None where no review says."""
    if not directors:
        return None
    names = [f"**{escape(clip(one_line(name), _NAME_LIMIT))}**" for name in directors[:_NAMES]]
    return films.directed_by(names, max(0, len(directors) - _NAMES))


def _also_known(aliases: Sequence[str]) -> str | None:
    if not aliases:
        return None
    shown = [escape(clip(one_line(alias), _NAME_LIMIT)) for alias in aliases[:2]]
    return f"-# {films.also_reviewed_as(shown)}"


def numbers(
    scored: int,
    reviews: int,
    mean: float | None,
    lowest: float | None = None,
    highest: float | None = None,
    *,
    bare: int = 0,
) -> tuple[str, ...]:
    """A film's mean and how many reviews give a score and between what bounds, in words and as a bar.

    ``bare`` counts the scores beside ``scored`` that state no scale.

    >>> numbers(2, 5, 85.0, 75.0, 95.0)
    ('▰▰▰▰▰▰▰▰▰▱ **85%** on average', '2 of 5 reviews give a score, from 75% to 95%')
    >>> numbers(2, 3, 85.0, bare=1)[1], numbers(0, 3, None, bare=1)
    ('2 of 3 reviews give a score, 1 more without a scale', ('1 of 3 reviews gives a score without a scale',))
    >>> numbers(0, 3, None), numbers(0, 2, None)
    (('None of the 3 reviews gives a score',), ('Neither review gives a score',))
    """
    if mean is None or not scored:
        return (films.unscored(reviews, bare),)
    average = f"{bar(mean)} {films.mean(mean, scored, reviews)}"
    return (average,) if reviews == 1 else (average, films.scored(scored, reviews, lowest, highest, bare))
