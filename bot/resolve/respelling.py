"""Names as people want them spelled, put in place of what a review says before its film is settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.models import Credit, Mention, ReviewFacts


def respelled(review: ReviewFacts, spellings: Mapping[str, str]) -> ReviewFacts:
    """Call people as ``spellings`` (person by folded spelling) have them; what was written stays as it is."""

    def credited(credit: Credit) -> Credit:
        person = spellings.get(fold(credit.person)) or spellings.get(fold(credit.as_written))
        return replace(credit, person=person) if person else credit

    def mentioned(mention: Mention) -> Mention:
        person = spellings.get(fold(mention.person))
        return replace(mention, person=person) if person else mention

    # A mention goes by what a credit of the same person was called, whatever form that was written in.
    called = {
        fold(before.person): after.person
        for before, after in zip(review.credits, map(credited, review.credits), strict=True)
        if after is not before
    }
    spellings = {**called, **spellings}
    return replace(
        review,
        credits=tuple(map(credited, review.credits)),
        mentions=tuple(map(mentioned, review.mentions)),
    )
