"""Find reviews, in the menu of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import capital, listing

if TYPE_CHECKING:
    from collections.abc import Sequence

FIND_REVIEWS = "Find reviews"
THAT_FIT = "Reviews that fit this message"
MORE_BELOW = "More of the same review: open it below to read on."


def why_they_fit(
    films: Sequence[str], critics: Sequence[str], people: Sequence[str], words: Sequence[str]
) -> str:
    """What of a message the quotes go by.

    >>> why_they_fit(["Rope"], [], ["Ada"], ["train"])
    'On **Rope**, naming **Ada**, with the word “train”, best first'
    >>> why_they_fit([], [], [], ["train", "dread"])
    'Sharing words like “train” and “dread”, best first'
    """
    named = (("on", films), ("by", critics), ("naming", people))
    parts = [f"{word} {listing([f'**{name}**' for name in names])}" for word, names in named if names]
    if words:
        noun = "the word" if len(words) == 1 else "words like"
        parts.append(f"{'with' if parts else 'sharing'} {noun} {listing([f'“{word}”' for word in words])}")
    return f"{capital(', '.join(parts))}, best first"
