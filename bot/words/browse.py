"""What there is: /films, /critics and /about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import count, joined, listing, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_PERCENT = "no score in percent"  # there may be one that states no scale
NOTHING_LOADED = "Nothing is loaded yet. Whoever runs this bot can load reviews with `python -m bot load`."

# --- /films --------------------------------------------------------------------------------------------------

FILMS = "The films there are reviews of"
FILMS_HEADING = "Films"


def filmless(reviews: int) -> str:
    """What stands where no review says which film it is on.

    >>> filmless(1)
    'Of the 1 review here no film is known. Who manages a server’s library names it with `/library edit`.'
    """
    return (
        f"Of the {count(reviews, 'review')} here no film is known. Who manages a server’s library names it with "
        "`/library edit`."
    )


def films(number: int) -> str:
    """How many films there are."""
    return count(number, "film")


def film_numbers(reviews: int, scored: int, mean: float | None) -> str:
    """A film's figures.

    >>> film_numbers(5, 2, 85.0), film_numbers(2, 1, 70.0)
    ('5 reviews, 85% on average from 2 of them', '2 reviews, 70% from 1 of them')
    >>> film_numbers(2, 2, 85.0), film_numbers(1, 0, None)
    ('2 reviews, 85% on average', '1 review, no score in percent')
    """
    held = count(reviews, "review")
    if mean is None or not scored:
        return f"{held}, {_NO_PERCENT}"
    average = f"{percent(mean)} on average" if scored > 1 else percent(mean)
    if scored == reviews:
        return f"{held}, {average}"
    return f"{held}, {average} from {scored:,} of them"


# --- /critics ------------------------------------------------------------------------------------------------

CRITICS = "The critics there are reviews by"
CRITICS_HEADING = "Critics"
HEAR_FROM = "Hear from a critic"


def critics(number: int) -> str:
    """How many critics there are."""
    return count(number, "critic")


def reviews(number: int) -> str:
    """How many reviews there are by somebody."""
    return count(number, "review")


def critic_numbers(reviews: int, outlets: Sequence[str], more: int, mean: float | None) -> str:
    """A critic's figures, and where they write; ``more`` outlets are not named.

    >>> critic_numbers(3, ["The Wick"], 2, 70.0), critic_numbers(1, [], 0, None)
    ('3 reviews · The Wick and 2 more outlets · 70% on average', '1 review · no score in percent')
    """
    where = listing([*outlets, count(more, "more outlet")] if more else outlets) or None
    given = _NO_PERCENT
    if mean is not None:
        given = f"{percent(mean)} on average" if reviews > 1 else percent(mean)
    return joined((count(reviews, "review"), where, given))


# --- /about --------------------------------------------------------------------------------------------------

ABOUT = "What is loaded here, where it comes from, and what to ask"
ABOUT_HEADING = "Pullquote"
PROMISE = "What film critics wrote, word for word, with the place it stands in. Nothing here is generated."
COMMANDS = {
    "review": "a film at a glance, or one critic’s review of it",
    "quote": "a random line, word for word",
    "scores": "every score of a film, as printed",
    "cast": "who plays whom, and the sentences that say so",
    "person": "what critics say of an actor or filmmaker",
    "search": "sentences with your words in them",
    "favourites": "the quotes you keep, or this server keeps most",
    "films": "what there is, film by film",
    "critics": "what there is, critic by critic",
    "privacy": "what I keep of you, and how to delete it",
}
MAY_ADD = "this server’s own reviews, which you may add and keep"
MAY_PROPOSE = "a review for this server’s own, which its managers approve"
NOT_INSTALLED = "Run from its sources, not installed"


def loaded(reviews: int, films: int, critics: int, quotes: int) -> str:
    """How much is loaded."""
    return (
        f"**{count(reviews, 'review')}** of **{count(films, 'film')}** by "
        f"**{count(critics, 'critic')}**, with {count(quotes, 'quote')} to draw from"
    )


def own(own: int, reviews: int) -> str:
    """How much of it is the server's own.

    >>> own(12, 28), own(1, 28)
    ('12 of 28 reviews are this server’s own', '1 of 28 reviews is this server’s own')
    >>> own(1, 1), own(3, 3)
    ('The review is this server’s own', 'All of them are this server’s own')
    """
    if own < reviews:
        are = "is" if own == 1 else "are"
        return f"{own:,} of {count(reviews, 'review')} {are} this server’s own"
    return "The review is this server’s own" if own == 1 else "All of them are this server’s own"


def read_from(folders: Sequence[str], more: int) -> str:
    """Where reviews were read from; ``more`` folders are not named.

    >>> read_from(["reviews"], 0), read_from(["reviews", "more"], 2)
    ('Read from the folder reviews', 'Read from folders reviews, more and 2 more folders')
    """
    if len(folders) + more == 1:
        return f"Read from the folder {folders[0]}"
    return f"Read from folders {listing([*folders, count(more, 'more folder')] if more else folders)}"


def changed(day: str, ago: str) -> str:
    """When something was last loaded."""
    return f"last changed {day} ({ago})"


def outlets_named(outlets: Sequence[str], more: int) -> str:
    """Where the reviews appeared; ``more`` outlets are not named."""
    return (
        f"Outlets named: {listing([*outlets, f'{more:,} more, which `/critics` names'] if more else outlets)}"
    )


def version(number: str) -> str:
    """Which version answers."""
    return f"Version {number}"
