"""What stands in the pictures, and the same for who can't see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import count, listing, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

# --- in the plot ---------------------------------------------------------------------------------------------

UNDRAWN = "No score in percent: "


def average_of(scores: int, reviews: int) -> tuple[str, str]:
    """What the large number is, in two lines beside it.

    >>> average_of(2, 5), average_of(1, 1)
    (('on average of 2 scores', 'from 5 reviews'), ('the one score', 'from 1 review'))
    """
    of = "the one score" if scores == 1 else f"on average of {scores:,} scores"
    return of, f"from {count(reviews, 'review')}"


def mean(value: float) -> str:
    """What the line through all rows stands for."""
    return f"mean {percent(value)}"


def more(number: int) -> str:
    """How many more there are than stand before."""
    return f"and {number:,} more"


# --- the plot's description ----------------------------------------------------------------------------------


def plot_shows(film: str, mean: float, drawn: int, reviews: int) -> str:
    """What the plot is of."""
    found = f"{drawn:,} of {count(reviews, 'review')}"
    return f"Scores for {film}, {percent(mean)} on average from {found}."


def row_shows(critic: str, printed: str, value: float, categories: Sequence[str]) -> str:
    """One critic's row.

    >>> row_shows("Ada", "4/5", 80.0, ["Story 3/5", "Music 5/5"]), row_shows("Bo", "50%", 50.0, [])
    ('Ada: 4/5 (80%); Story 3/5, Music 5/5.', 'Bo: 50%.')
    """
    score = printed if "%" in printed else f"{printed} ({percent(value)})"
    others = f"; {', '.join(categories)}" if categories else ""
    return f"{critic}: {score}{others}."


def and_more(rows: int) -> str:
    """How many rows the description leaves out."""
    return f"And {rows:,} more."


def not_drawn(critics: Sequence[str]) -> str:
    """Whose review has no row, by name."""
    return f"Not drawn: {listing(critics)}."


def not_drawn_count(reviews: int) -> str:
    """How many reviews have no row, where they are too many to name."""
    return f"Not drawn: {count(reviews, 'review')} without a score in percent."


# --- the card's description ----------------------------------------------------------------------------------


def card_shows(text: str, by: str, film: str | None) -> str:
    """What the card holds.

    >>> card_shows("It sings.", "Ada, The Wick", "Rope (1948)"), card_shows("It sings.", "Ada", None)
    ('Quote card: “It sings.” — Ada, The Wick, on Rope (1948)', 'Quote card: “It sings.” — Ada')
    """
    return f"Quote card: “{text}” — {by}{f', on {film}' if film else ''}"


# --- why there is no card ------------------------------------------------------------------------------------

TOO_LONG = "As text, because the quote is too long for a card."
NO_WORDS = "As text, because there is nothing to set on a card."
NO_LETTERS = "As text, because the quote has characters that the card’s fonts lack."
