"""/search: sentences with the hits in bold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.render import wire
from bot.render.attribution import plain_title, small_print, source, who
from bot.render.card import Card, Reply, accent
from bot.render.pages import Block, PageOf, Pick
from bot.render.text import EXCERPT_LIMIT, clip_around, count, escape, joined

if TYPE_CHECKING:
    from bot.views import SearchHit, SearchPage

_HIT_LIMIT = 280
_WORTH_SHOWING = 60


def render_search(page: SearchPage, state: wire.Search, narrowed: str | None = None) -> Reply:
    """One page of hits, best first; ``narrowed`` says in words what the search was narrowed to."""
    reply = Card(accent(None))
    reply.text(f"## “{escape(state.text)}”", _found(page, narrowed))
    reply.rule()
    quoted: Counter[str] = Counter()
    reply.blocks([Block("\n".join(_hit(hit, quoted))) for hit in page.hits])
    picks = [
        Pick(hit.review.critic.label, hit.review.id, plain_title(hit.review.film, 95)) for hit in page.hits
    ]
    shown = PageOf((), page.page.number, max(1, page.page.pages))
    reply.menu(wire.PickReview(), "Open one of these reviews", picks, aside=True)
    reply.pager(shown, lambda number: wire.Search(number, state.film, state.critic, state.text))
    return reply.reply()


def _found(page: SearchPage, narrowed: str | None) -> str:
    where = f" in {narrowed}" if narrowed else ""
    found = f"{count(page.page.total, 'sentence')}{where}, best first"
    pages = f"page {page.page.number + 1} of {page.page.pages}" if page.page.pages > 1 else None
    return joined((found, pages))


def _hit(hit: SearchHit, quoted: Counter[str]) -> tuple[str, str, str]:
    left = EXCERPT_LIMIT - quoted[hit.review.id]
    place = small_print(hit.review, source(hit.review, hit.start, hit.end), spoiler=hit.spoiler)
    name = who(hit.review, film=True)
    if left < min(_WORTH_SHOWING, len(hit.text)):
        return name, "> Another sentence of the same review; open it below to read on.", place
    words, length = marked(hit, min(_HIT_LIMIT, left))
    quoted[hit.review.id] += length
    return name, f"> ||{words}||" if hit.spoiler else f"> {words}", place


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
