"""Which of a review's quotes sums it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extract import quote_words as words
from bot.extract.tokens import Phrases
from bot.models import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.excerpts import Excerpt
    from bot.models import Document

_SUMMING: Phrases[str] = Phrases({"sums": words.SUMMING, "advises": words.ADVICE})
_FILM = frozenset(["film", "movie", "picture", "remake", "sequel", "comedy", "thriller", "drama", "spin-off"])

# A box or heading whose prose is the review's summary.
_SUMMARY_LABEL = re.compile(
    r"""^\W{0,3}
    (?:(?:the[ ])?(?:final[ ])?(?:verdict|summary|bottom[ ]line|conclusion|final[ ]thoughts|in[ ]short|consensus))
    \W{0,3}$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_EARLY = 12  # words within which a sentence about the film calls it one
_ENOUGH = 1.5


def find_verdict(
    document: Document,
    view: str,
    excerpts: Sequence[Excerpt],
    quotes: Sequence[Sequence[Excerpt]],
    title: str,
    labelled: Sequence[tuple[int, int]],
) -> int | None:
    """Index of the quote that sums the review up, by its words and its place; None where none does.

    ``labelled`` are the spans that the review itself sets apart as its summary.
    """
    if not excerpts or not quotes:
        return None
    last = _last_paragraph(view, excerpts)
    # Behind a colon stands what the prose calls the film.
    names = {name for name in (title, title.rpartition(": ")[2]) if name}
    blurb = _blurb(document, excerpts)
    best: tuple[float, int] | None = None
    for index, inside in enumerate(quotes):
        start, end = inside[0].start, inside[-1].end
        lows = [low for e in inside for low in e.lows]
        if any(e.flaws["others"] or e.flaws["other film"] or e.plot > 1 or e.chatty for e in inside):
            continue
        kinds = {kind for _, _, kind in _SUMMING.find(lows)}
        opening = {kind for i, _, kind in _SUMMING.find(lows[:6]) if i == 0}
        text = view[start:end].casefold()
        about = not _FILM.isdisjoint(lows[:_EARLY]) or any(name in text for name in names)
        final = start >= last
        points = 0.15 * min(4.0, max(e.opinion for e in inside))
        for bonus, holds in (
            (2.0, "sums" in opening),
            (1.0, "sums" in kinds and "sums" not in opening),
            (1.0, "advises" in kinds),
            (1.0, final),
            (0.5, final and end == excerpts[-1].end),
            (2.5, any(begin <= start < stop for begin, stop in labelled)),
            (1.5, blurb and blurb[0] <= start < blurb[1]),
            (0.75, about),
            (-0.5, any(e.flaws["history"] for e in inside)),
        ):
            points += bonus if holds else 0.0
        if points >= _ENOUGH and (best is None or points >= best[0]):
            best = (points, index)
    return best[1] if best else None


def _last_paragraph(view: str, excerpts: Sequence[Excerpt]) -> int:
    """Where the last paragraph of prose begins; in an unbroken text, its last quarter."""
    for before, after in zip(reversed(excerpts[:-1]), reversed(excerpts[1:]), strict=True):
        if "\n" in view[before.end : after.start] and excerpts[-1].end - after.start > 60:
            return after.start
    return excerpts[-max(1, len(excerpts) // 4)].start


def labelled_spans(view: str) -> list[tuple[int, int]]:
    """The paragraphs under a heading such as "Verdict" or "Summary"."""
    found = []
    for label in _SUMMARY_LABEL.finditer(view):
        start = label.end()
        while start < len(view) and view[start].isspace():
            start += 1
        stop = view.find("\n", start)
        found.append((start, stop if stop >= 0 else len(view)))
    return found


def _blurb(document: Document, excerpts: Sequence[Excerpt]) -> tuple[int, int] | None:
    """A paragraph of one or two sentences right under the headline."""
    bodies = [b for b in document.blocks if b.kind is BlockKind.BODY]
    headed = any(b.kind is BlockKind.HEADLINE for b in document.blocks) or document.given.headline
    if not headed or len(bodies) < 3:
        return None
    inside = [e for e in excerpts if bodies[0].start <= e.start < bodies[0].end]
    return (bodies[0].start, bodies[0].end) if len(inside) <= 2 else None
