"""/search: sentences with the hits in bold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import critic_name, plain_title, small_print, source, title, who
from bot.render.card import Card, Reply, accent
from bot.render.look import held_note, hidden_note
from bot.render.pages import Block, PageOf, Pick, Speaker
from bot.render.text import clip_around, escape
from bot.words import quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render.look import Look
    from bot.views import SearchHit, SearchPage

_WORTH_SHOWING = 60
_ROOM = 3600

# How much of each hit is shown and whether its review is linked; the first that leaves room for all.
_MEASURES = ((280, True), (120, True), (60, False))


def render_search(page: SearchPage, look: Look, state: wire.Search) -> Reply:
    """One page of hits, best first, with the search that found them as ``state``."""
    reply = Card(accent(None))
    reply.text(f"## “{escape(state.text)}”", _found(page, state))
    reply.rule().blocks(_blocks(page.hits, look))
    refs = [hit.review for hit in page.hits]
    reply.notes(hidden_note(page.hidden), held_note(page.held), look.attribution(refs))
    picks = [
        Pick(hit.review.critic.label, hit.review.id, plain_title(hit.review.film, 95)) for hit in page.hits
    ]
    shown = PageOf((), page.page.number, max(1, page.page.pages))
    reply.menu(wire.PickReview(), quotes.OPEN_ONE, picks, aside=True)
    reply.pager(shown, lambda number: wire.Search(number, state.film, state.critic, state.text, look.asked))
    return reply.reply()


def _found(page: SearchPage, state: wire.Search) -> str:
    """How many there are and where was looked, which every hit knows."""
    review = page.hits[0].review if page.hits else None
    film = title(review.film, 60) if state.film and review else None
    critic = critic_name(review.critic) if state.critic and review else None
    return quotes.sentences_found(page.page.total, capped=page.page.capped, film=film, critic=critic)


def _blocks(hits: Sequence[SearchHit], look: Look) -> list[Block]:
    blocks: list[Block] = []
    for limit, linked in _MEASURES:
        quoted: Counter[str] = Counter()
        blocks = [_block(hit, look, quoted, limit, linked=linked) for hit in hits]
        if sum(len(block.text) + len(block.speaker.line) for block in blocks if block.speaker) <= _ROOM:
            break
    return blocks


def _block(hit: SearchHit, look: Look, quoted: Counter[str], limit: int, *, linked: bool) -> Block:
    seen = hit.review.id in quoted  # and linked there
    left = look.limit(hit.review) - quoted[hit.review.id]
    if left < min(_WORTH_SHOWING, len(hit.text)):
        line = f"> {quotes.ANOTHER_SENTENCE}"
    else:
        words, length = marked(hit, min(limit, left))
        quoted[hit.review.id] += length
        line = f"> ||{words}||" if look.veils(hit.spoiler) else f"> {words}"
    place = source(hit.review, hit.start, hit.end)
    linked = linked and not seen
    small = small_print(hit.review, place, spoiler=hit.spoiler, linked=linked)
    return Block(f"{line}\n{small}", speaker=Speaker(hit.review.id, who(hit.review, film=True)))


def marked(hit: SearchHit, limit: int) -> tuple[str, int]:
    """A hit as markdown, its marks in bold, clipped around the first; and how many characters it shows."""
    first = hit.marks[0] if hit.marks else (0, 0)
    begin, stop = clip_around(hit.text, limit, *first)
    parts = ["…" if begin else "“"]
    at = begin
    for start, end in hit.marks:
        if start < at or end > stop or start >= end:
            continue
        parts += [escape(_flat(hit.text[at:start])), f"**{escape(_flat(hit.text[start:end]))}**"]
        at = end
    parts += [escape(_flat(hit.text[at:stop])), "…" if stop < len(hit.text) else "”"]
    return "".join(parts), stop - begin


def _flat(text: str) -> str:
    return text.replace("\n", " ")
