"""What one rule reads at one place, before the rules are weighed against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.extract.credit_page import Page
    from bot.extract.names import Name
    from bot.extract.noun_phrases import Phrase


class Claim(NamedTuple):
    """One reading of one place."""

    rule: str
    confidence: float
    person: str  # the fullest form in this review
    name: Name  # as written here
    role: str
    phrase: Phrase | None  # the character
    start: int
    end: int
    order: str = ""  # for a bracket: which of its sides was taken for the actor


def claim(
    page: Page,
    rule: str,
    confidence: float,
    name: Name,
    person: str,
    phrase: Phrase | None = None,
    *,
    role: str = "actor",
    order: str = "",
    until: int = 0,
) -> Claim:
    """Build a claim whose span covers person and character, and what stands up to ``until``."""
    starts, ends = [name.start], [name.end, until]
    if phrase:
        starts.append(phrase.start)
        ends.append(phrase.end)
    start, end = min(starts), max(ends)
    return Claim(rule, confidence, person, name, role, phrase, start, end, order)
