"""How an answer may show what its reviews say: the server's dial for spoilers, and each library's terms."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from bot.views import Spoilers, Terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.views import ReviewRef

_DEFAULT = Terms()


@dataclass(frozen=True, slots=True)
class Look:
    """What one answer goes by; ``asked`` is what the command's own option says of spoilers."""

    spoilers: Spoilers = Spoilers.VEIL
    terms: Mapping[int, Terms] = field(default_factory=dict)  # by library
    asked: Spoilers | None = None

    def of(self, review: ReviewRef) -> Terms:
        """The terms of a review's library."""
        return self.terms.get(review.library, _DEFAULT)

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


__all__ = ["Look", "Terms"]
