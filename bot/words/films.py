"""A film at a glance, one review, scores, casts and people: /review, /scores, /cast and /person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.models import Stance
from bot.words.grammar import capital, count, joined, listing, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

# --- /review: a film at a glance -----------------------------------------------------------------------------

REVIEW = "A film at a glance, or one critic’s review of it"
WHOSE = "Whose review? Leave empty for all critics at a glance"


def directed_by(directors: Sequence[str], more: int = 0) -> str:
    """Who directed, and how many others did.

    >>> directed_by(["Ada", "Bo"]), directed_by(["Ada", "Bo"], 2)
    ('Directed by Ada and Bo', 'Directed by Ada, Bo and 2 others')
    """
    return f"Directed by {listing([*directors, count(more, 'other')] if more else directors)}"


def also_reviewed_as(titles: Sequence[str]) -> str:
    """What else critics call the film."""
    return f"Also reviewed as {listing([f'“{title}”' for title in titles])}"


def mean(value: float, scored: int, reviews: int) -> str:
    """A film's mean.

    >>> mean(85, 2, 5), mean(85, 1, 5), mean(85, 1, 1)
    ('**85%** on average', '**85%**', '**85%** in the one review')
    """
    if reviews == 1:
        return f"**{percent(value)}** in the one review"
    return f"**{percent(value)}**{' on average' if scored > 1 else ''}"


def scored(some: int, reviews: int, lowest: float | None, highest: float | None, bare: int) -> str:
    """How many reviews give a score, and between what bounds; ``bare`` more state no scale.

    >>> scored(2, 5, 75.0, 95.0, 0), scored(2, 3, None, None, 1)
    ('2 of 5 reviews give a score, from 75% to 95%', '2 of 3 reviews give a score, 1 more without a scale')
    >>> scored(2, 2, 80.0, 80.0, 0), scored(1, 3, 80.0, 80.0, 0)
    ('Both reviews give a score, each 80%', '1 of 3 reviews gives a score')
    """
    more = f", {bare:,} more without a scale" if bare else ""
    bounds = ""
    if some > 1 and lowest is not None and highest is not None:
        low, high = percent(lowest), percent(highest)
        bounds = f", each {low}" if low == high else f", from {low} to {high}"
    return f"{_of(some, reviews)} a score{bounds}{more}"


def unscored(reviews: int, bare: int) -> str:
    """Say that no review gives a score in percent; ``bare`` of them give one without a scale.

    >>> unscored(3, 0), unscored(2, 0)
    ('None of the 3 reviews gives a score', 'Neither review gives a score')
    >>> unscored(3, 1)
    '1 of 3 reviews gives a score without a scale'
    """
    if bare:
        return f"{_of(bare, reviews)} a score without a scale"
    said = {0: "No reviews yet", 1: "The one review gives no score", 2: "Neither review gives a score"}
    return said.get(reviews, f"None of the {reviews:,} reviews gives a score")


def _of(some: int, reviews: int) -> str:
    """Some of all reviews, as who gives something.

    >>> _of(1, 1), _of(2, 2), _of(3, 3), _of(1, 3)
    ('The one review gives', 'Both reviews give', 'All 3 reviews give', '1 of 3 reviews gives')
    """
    if some == reviews:
        return {1: "The one review gives", 2: "Both reviews give"}.get(some, f"All {some:,} reviews give")
    return f"{some:,} of {reviews:,} reviews {'gives' if some == 1 else 'give'}"


# --- /review: one critic's -----------------------------------------------------------------------------------

SIDES = {Stance.FOR: "For it", Stance.AGAINST: "Against it"}
HEADLINE = "Headline"
CATEGORIES = "Scores"
IN_SHORT = "In short"
CAST_NAMED = "Cast named here"
MORE_QUOTES = "More from this review"
NO_QUOTE = "No sentence here stands well on its own as a quote."
A_QUOTE_FROM_IT = "A quote from it"


def which_review(number: int, reviews: int) -> str:
    """Which of a critic's reviews of one film this is, counted from 1."""
    return f"Review {number:,} of {reviews:,} by this critic"


# --- /scores -------------------------------------------------------------------------------------------------

EVERY_SCORE = "Every score the critics gave a film, as printed"

# --- /cast ---------------------------------------------------------------------------------------------------

WHO_PLAYS = "Who plays whom in a film, and the sentences that say so"
BEHIND_THE_CAMERA = "Behind the camera"
NOBODY_NAMED = "No review of this film names its cast or crew. Try Scores or A quote below."
WHAT_CRITICS_SAY = "What critics say of…"


def cast_found(actors: int, crew: int, reviews: int) -> str:
    """How many people the reviews name.

    >>> cast_found(12, 3, 5), cast_found(0, 1, 1)
    ('12 actors and 3 of the crew, from 5 reviews', '1 of the crew, from 1 review')
    """
    found = [count(actors, "actor")] if actors else []
    if crew:
        found.append(f"{crew:,} of the crew")
    return f"{listing(found)}, from {count(reviews, 'review')}"


def named_by(critics: int, reviews: int) -> str:
    """How many critics name somebody.

    >>> named_by(3, 5), named_by(5, 5), named_by(1, 1)
    ('Named by 3 of 5 critics', 'Named by all 5 critics', 'Named by the one critic')
    """
    if critics < reviews:
        return f"Named by {critics:,} of {reviews:,} critics"
    return {1: "Named by the one critic", 2: "Named by both critics"}.get(
        reviews, f"Named by all {reviews:,} critics"
    )


# --- /person -------------------------------------------------------------------------------------------------

PERSON = "What critics say of an actor or filmmaker"
WHO = "Who?"
NOTHING_SAID = "No critic here says more of them. Try `/search` with their name."
NO_SENTENCE = "No sentence about them stands well on its own."
A_QUOTE_ABOUT_THEM = "A quote about them"


def in_films(films: int) -> str:
    """In how many films somebody is named."""
    return f"In {count(films, 'film')} reviewed here"


def part(roles: str | None, characters: Sequence[str], critics: int) -> str:
    """What somebody did for a film, and how many critics say so.

    >>> part("actor and director", ["Eve"], 3), part(None, [], 1)
    ('Actor and director, as Eve · named by 3 critics', 'named by 1 critic')
    """
    played = f"as {listing(characters)}" if characters else None
    did = ", ".join(words for words in (roles and capital(roles), played) if words)
    return joined((did, f"named by {count(critics, 'critic')}"))
