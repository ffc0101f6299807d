"""What all answers from reviews share: options, buttons, attribution, scores, and what is left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import count, listing, number

if TYPE_CHECKING:
    from collections.abc import Sequence

# --- options that several commands have, and their choices ---------------------------------------------------

QUIETLY = "Only you see the answer"
SPOILING = "What gives the story away: empty, as this server has it set"
SPOILERS = {
    "hide": "hide: leave it out",
    "veil": "veil: behind a dark bar",
    "show": "show: in plain sight",
}
WHICH_FILM = "Which film?"
ON_FILM = "Only on this film"
BY_CRITIC = "Only by this critic"

# --- buttons and menus that several answers have -------------------------------------------------------------

SHARE = "Show to everyone"
PREVIOUS = "Previous"
NEXT = "Next"
THE_FILM = "The film"
SCORES = "Scores"
CAST = "Cast"
A_QUOTE = "A quote"
READ_IN_FULL = "Read it in full"
OPEN_REVIEW = "Open the review"
OPEN_FILM = "Open a film"
OPEN_CRITIC = "Open one critic’s review"


def page_of(page: int, pages: int) -> str:
    """Which page of an answer this is, counted from 1."""
    return f"Page {page:,} of {pages:,}"


# --- why something can't be shown to everyone ----------------------------------------------------------------

MAY_NOT_POST = "You may not write in this channel, so I can’t show this to everyone here."
MAY_NOT_POST_FROM_OUTSIDE = (
    "I am not a member of this server, and it doesn’t let apps from outside post (the permission “Use External Apps”), "
    "so only you can see my answers here."
)

# --- who said it and where it stands -------------------------------------------------------------------------

UNNAMED = "Unnamed critic"
NO_FILM = "Film not named"
SPOILER = "Spoiler"
READ_IT = "read it"


def on_film(critic: str, film: str) -> str:
    """A critic's name with the film that they write on."""
    return f"{critic} on {film}"


def continued(name: str) -> str:
    """A name above what is left of a part that didn't fit."""
    return f"{name}, continued"


def place(file: str, stretches: Sequence[tuple[int, int]]) -> str:
    """A file and the stretches of characters in it.

    >>> place("a.txt", [(10, 40), (61, 64)])
    'a.txt, characters 10–40 and 61–64'
    """
    return f"{file}, characters {listing([f'{start}–{end}' for start, end in stretches])}"


def given_in(file: str, field: str) -> str:
    """A file and the field of it in which something was given."""
    return f"{file}, {field}"


def also_written(spellings: Sequence[str]) -> str:
    """How else the critics write a name, among other notes."""
    return f"also written {listing(spellings)}"


# --- scores --------------------------------------------------------------------------------------------------

NO_SCORE = "no score given"
NO_SCORE_GIVEN = "No score given"
NO_OVERALL = "no overall score given"
NO_OVERALL_GIVEN = "No overall score given"
NO_SCALE = "no scale given"


def of_scale(value: float, scale: float) -> str:
    """A score in numbers where it is printed as signs.

    >>> of_scale(3.5, 5)
    '3.5 of 5'
    """
    return f"{number(value)} of {number(scale)}"


# --- people and what they are in a film ----------------------------------------------------------------------

_ROLES = {
    "actor": "actor",
    "cinematographer": "cinematographer",
    "composer": "composer",
    "director": "director",
    "editor": "editor",
    "producer": "producer",
    "writer": "writer",
}


def role(name: str) -> str:
    """What somebody did for a film; roles that nobody has worded are shown as they come."""
    return _ROLES.get(name, name)


def playing(actor: str, characters: Sequence[str], more: int = 0) -> str:
    """An actor with their characters, and how many more of these there are.

    >>> playing("Ada", ["Nora", "Eve"], 2), playing("Bo", ["a guard"]), playing("Una", [])
    ('Ada as Nora, Eve and 2 more roles', 'Bo as a guard', 'Una')
    """
    if not characters:
        return actor
    return f"{actor} as {listing([*characters, count(more, 'more role')] if more else characters)}"


def as_characters(characters: Sequence[str]) -> str:
    """The characters alone, where the actor's name stands beside."""
    return f"as {listing(characters)}"


# --- what is left out, and why -------------------------------------------------------------------------------


def hidden(passages: int) -> str:
    """Say that something is left out because it gives the story away, and how to see it.

    >>> hidden(1)
    '1 passage that gives the story away is left out. Add `spoilers: veil` to the command to see it behind a bar.'
    """
    how = "Add `spoilers: veil` to the command to see"
    if passages == 1:
        return f"1 passage that gives the story away is left out. {how} it behind a bar."
    return f"{count(passages, 'passage')} that give the story away are left out. {how} them behind a bar."


def held(passages: int) -> str:
    """Say that something is left out so that no review is shown whole, where the reviews are linked beside.

    >>> held(3)
    '3 more passages are not shown: an answer shows no more than half of a review.'
    """
    left = "1 more passage is" if passages == 1 else f"{passages:,} more passages are"
    return f"{left} not shown: an answer shows no more than half of a review."


def held_of_review(link: str | None) -> str:
    """The same of the one review that an answer shows; ``link`` leads to all of it, where it has an address."""
    if link:
        return f"More of this review is not shown here: {link}"
    return "More of this review is not shown here: an answer shows no more than half of a review."
