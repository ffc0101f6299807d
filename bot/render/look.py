"""How an answer may show what its reviews say: the server's dial for spoilers, and each library's terms."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from bot.render.pages import Excerpt
from bot.render.text import clip, escape, one_line
from bot.views import ATTRIBUTION_LIMIT, Spoilers, Terms, fair_share
from bot.words import answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.views import Evidence, QuoteView, ReviewRef

_DEFAULT = Terms()
_PASSAGE_LIMIT = 900  # characters: escaping may double them, and a page holds little more

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """What one answer goes by; ``asked`` is what the command's own option says of spoilers."""

    spoilers: Spoilers = Spoilers.VEIL
    terms: Mapping[int, Terms] = field(default_factory=dict)  # by library
    asked: Spoilers | None = None

    def of(self, review: ReviewRef) -> Terms:
        """The terms of a review's library."""
        return self.terms.get(review.library, _DEFAULT)

    def limit(self, review: ReviewRef, most: int = _PASSAGE_LIMIT) -> int:
        """How long a passage of a review may be, in characters."""
        return min(self.of(review).excerpt_limit, most)

    def excerpt(self, review: ReviewRef, characters: int) -> Excerpt:
        """What a block shows of a review, for the pages to count."""
        return Excerpt(review.id, characters, self.of(review).excerpt_limit)

    def asking(self, spoilers: Spoilers | None) -> Self:
        """The same with the command's option, which wins over the dial."""
        return self if spoilers is None else replace(self, spoilers=spoilers, asked=spoilers)

    @property
    def hides(self) -> bool:
        """Whether what gives the story away is left out."""
        return self.spoilers is Spoilers.HIDE

    def veils(self, spoiler: bool) -> bool:
        """Whether something stands behind a bar."""
        return spoiler and self.spoilers is not Spoilers.SHOW

    def guarded(self, libraries: Iterable[int]) -> tuple[int, ...]:
        """Those libraries whose reviews paging doesn't reveal whole."""
        return tuple(one for one in libraries if not self.terms.get(one, _DEFAULT).whole_reviews)

    def attribution(self, reviews: Iterable[ReviewRef]) -> str | None:
        """The lines that the libraries of these reviews want below an answer, as small text."""
        wanted = {review.library: self.of(review).attribution for review in reviews}
        lines = dict.fromkeys(line for _, line in sorted(wanted.items()) if line)
        return "\n".join(f"-# {escape(clip(one_line(line), ATTRIBUTION_LIMIT))}" for line in lines) or None


class Showing:
    """Decides what one answer shows over all its pages, and knows what it left out."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._shown: dict[str, tuple[_Span, ...]] = {}
        self._hidden: set[tuple[str, int, int]] = set()
        self._held: set[tuple[str, int, int]] = set()

    def takes(self, passage: QuoteView | Evidence) -> bool:
        """Whether a passage is to be shown, noting it as shown or as left out."""
        review, place = passage.review, (passage.review.id, passage.start, passage.end)
        if self._hides(passage):
            self._hidden.add(place)
        elif self._holds(passage):
            self._held.add(place)
        else:
            self._shown[review.id] = _joined(self._shown.get(review.id, ()), passage)
            return True
        return False

    def may(self, passage: QuoteView | Evidence) -> bool:
        """Whether a passage could be shown, noting nothing: where there is a choice."""
        return not self._hides(passage) and not self._holds(passage)

    def _hides(self, passage: QuoteView | Evidence) -> bool:
        return passage.spoiler and self.look.hides

    def _holds(self, passage: QuoteView | Evidence) -> bool:
        review = passage.review
        if self.look.of(review).whole_reviews:
            return False
        spans = self._shown.get(review.id, ())
        before, after = _length(spans), _length(_joined(spans, passage))
        return after > before and not fair_share(review.body, before, after - before)

    @property
    def hidden(self) -> int:
        """How many passages that give the story away are left out."""
        return len(self._hidden)

    @property
    def held(self) -> int:
        """How many passages are left out so that no review is shown whole."""
        return len(self._held)


def hidden_note(hidden: int) -> str | None:
    """Say that something is left out because it gives the story away, and how to see it."""
    return f"-# {answers.hidden(hidden)}" if hidden else None


def held_note(held: int) -> str | None:
    """Say that something is left out so that no review is shown whole, where the reviews are linked beside."""
    return f"-# {answers.held(held)}" if held else None


def _length(spans: Iterable[_Span]) -> int:
    return sum(stop - start for start, stop in spans)


def _joined(spans: Iterable[_Span], passage: QuoteView | Evidence) -> tuple[_Span, ...]:
    """Spans of a text with one more, none of which overlap."""
    joined: list[_Span] = []
    for start, stop in sorted((*spans, (passage.start, max(passage.start, passage.end)))):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((start, stop))
    return tuple(joined)


__all__ = ["Look", "Showing", "Terms", "held_note", "hidden_note"]
