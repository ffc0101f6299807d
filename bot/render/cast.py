"""/cast: who plays whom, who else made the film, and the sentences that say so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import other_spellings, quoted, small_print, source, title
from bot.render.card import Card, Reply, accent, ways_on
from bot.render.look import Showing, held_note, hidden_note
from bot.render.pages import Block, Excerpt, Pick, deal, turn_to
from bot.render.text import EXCERPT_LIMIT, clip, escape, one_line
from bot.words import answers, films
from bot.words.grammar import joined

if TYPE_CHECKING:
    from bot.models import CastEntry, CrewEntry
    from bot.render.look import Look
    from bot.views import CastMember, Evidence, FilmCast

_PER_PAGE = 5
_EVIDENCE_LIMIT = 240
_NAME_LIMIT = 60
_MANY = 4


def render_cast(cast: FilmCast, look: Look, page: int = 0) -> Reply:
    """Actors with characters and evidence, most named first, then the crew."""
    quoted_so_far: Counter[str] = Counter()
    showing = Showing(look)
    blocks = [_member(member, showing, cast.reviews, quoted_so_far) for member in cast.cast]
    blocks += [_crew(entry, cast.reviews) for entry in cast.crew]
    shown = turn_to(deal(blocks, _PER_PAGE), page)
    reply = Card(accent(None, cast.film))
    reply.text(f"## {title(cast.film)}", _summary(cast))
    if shown.blocks:
        reply.rule().blocks(shown.blocks)
    else:
        reply.text(films.NOBODY_NAMED)
    said = (evidence.review for member in cast.cast for evidence in member.evidence)
    reply.notes(hidden_note(showing.hidden), held_note(showing.held), look.attribution(said))
    reply.menu(
        wire.PickPerson(), films.WHAT_CRITICS_SAY, [b.pick for b in shown.blocks if b.pick], aside=True
    )
    reply.pager(shown, lambda number: wire.OpenCast(cast.film.id, number, look.asked))
    reply.buttons(*ways_on(cast.film, but=wire.OpenCast))
    return reply.reply()


def _summary(cast: FilmCast) -> str | None:
    if not cast.cast and not cast.crew:
        return None
    return films.cast_found(len(cast.cast), len(cast.crew), cast.reviews)


def _member(member: CastMember, showing: Showing, reviews: int, so_far: Counter[str]) -> Block:
    entry = member.entry
    named = films.named_by(entry.critics, reviews)
    lines = [_as(entry), f"-# {joined((named, other_spellings(entry.person, entry.spellings)))}"]
    excerpts: tuple[Excerpt, ...] = ()
    look = showing.look
    if evidence := _least_quoted(member, showing, so_far):
        names = (entry.person, *sorted(entry.spellings, key=len, reverse=True))
        hidden = evidence.spoiler
        ref = evidence.review
        limit = look.limit(ref, _EVIDENCE_LIMIT)
        words, length = quoted(evidence.text, spoiler=look.veils(hidden), limit=limit, around=names)
        place = source(ref, evidence.start, evidence.end)
        lines += [words, small_print(ref, place, critic=True, spoiler=hidden)]
        excerpts = (look.excerpt(ref, length),)
        so_far[ref.id] += length
    roles = answers.as_characters(entry.characters[:2]) if entry.characters else None
    return Block("\n".join(lines), excerpts, Pick(entry.person, member.id, roles))


def _least_quoted(member: CastMember, showing: Showing, so_far: Counter[str]) -> Evidence | None:
    """The best sentence; where there is a choice, no spoiler, and of a review that little was quoted of so far."""

    def cost(evidence: Evidence) -> tuple[bool, int]:
        return evidence.spoiler, so_far[evidence.review.id] // EXCERPT_LIMIT

    # Where none may be shown, the first is noted as left out.
    best = min(filter(showing.may, member.evidence), key=cost, default=next(iter(member.evidence), None))
    return best if best and showing.takes(best) else None


def _as(entry: CastEntry) -> str:
    name = f"**{escape(clip(one_line(entry.person), _NAME_LIMIT))}**"
    shown = [escape(clip(one_line(c), _NAME_LIMIT)) for c in entry.characters[:_MANY]]
    return answers.playing(name, shown, max(0, len(entry.characters) - _MANY))


def _crew(entry: CrewEntry, reviews: int) -> Block:
    name = escape(clip(one_line(entry.person), _NAME_LIMIT))
    role = escape(clip(one_line(answers.role(entry.role)), _NAME_LIMIT))
    text = f"**{name}**, {role}\n-# {films.named_by(entry.critics, reviews)}"
    return Block(text, heading=f"**{films.BEHIND_THE_CAMERA}**")
