"""/library: a server's own reviews as they are kept, shown, edited, removed, saved and forgotten."""

from __future__ import annotations

from bot.words.grammar import count

GROUP = "This server’s own reviews"
LIST_COMMAND = "The reviews that this server has added"
SHOW_COMMAND = "One review as this server’s library holds it"
EDIT_COMMAND = "Correct what a review says, or a name in its cast"
REMOVE_COMMAND = "Delete a review from this server’s library"
EXPORT_COMMAND = "All of this server’s reviews as a file (JSON Lines)"
FORGET_COMMAND = "Delete everything this server has added, for good"
WHICH_REVIEW = "Which review?"
EDIT_NAME = "Whose name to spell otherwise. Empty: a form with film, critic, outlet, date and link opens"
EDIT_SPELLED = "How to spell it in all reviews of the film. Empty: as they write it"

# Who may
NO_SERVER = "A library belongs to a server: ask me in one that I was invited to."
MANAGERS_ONLY = "This is for those who may manage this server (the permission “Manage Server”)."

# The list
LIST_HEADING = "This server’s library"
EMPTY = "Nobody has added a review to this server’s library yet. `/library add` takes one, `/library import` many."
OPEN_ONE = "Show, edit or remove one"


def listed(total: int) -> str:
    """How many there are."""
    return f"{count(total, 'review')}, the newest first"


def given_by(person: str) -> str:
    """Who gave a review."""
    return f"from {person}"


# One review
OPEN = "Open the review"
EDIT = "Edit"
REMOVE = "Remove"
READ_IN_FULL = "Read it in full"


def outlet(name: str | None) -> str:
    """Where it appeared."""
    return f"**Outlet** {name or 'none given'}"


def date(day: str | None) -> str:
    """When it appeared."""
    return f"**Date** {day or 'none given'}"


def score(printed: str | None) -> str:
    """The score it gives."""
    return f"**Score** {printed or 'none given'}"


def link(address: str | None) -> str:
    """Where it can be read."""
    return f"**Link** {address or 'none given'}"


def respelled(written: str, spelled: str, *, everywhere: bool) -> str:
    """A name that people corrected."""
    where = "in all films" if everywhere else "in this film"
    return f"**Spelled** {spelled} {where}, where reviews write {written}"


def more_respelled(number: int) -> str:
    """Further ones."""
    return f"{count(number, 'more name')} corrected"


# The form that corrects
FORM = "What should it say?"
FORM_FILM = "Film"
FORM_FILM_HELP = "With its year, as in “Rope (1948)”. Where a field is empty, the review’s own word counts."
FORM_CRITIC = "Critic"
FORM_OUTLET = "Outlet"
FORM_OUTLET_HELP = "Where it appeared."
FORM_DATE = "Date"
FORM_DATE_HELP = "Like 2025-06-04."
FORM_LINK = "Link"
FORM_LINK_HELP = "Where it can be read in full, with https://."

# Names spelled otherwise
WHOSE_NAME = "Say whose name is spelled so: fill in the option “name” as well."
FILM_FIRST = "Name this review’s film first; then its cast can be spelled otherwise."


def bad_name(most: int) -> str:
    """What was typed can't be a name."""
    return f"A name needs a letter or a digit, and has {most:,} characters at most."


def not_respelled(name: str) -> str:
    """There is no correction to take back."""
    return f"Nobody has spelled “{name}” otherwise here. To do so, fill in the option “spelled” as well."


# Removed
ASK_REMOVAL = "Remove this review?"
REMOVAL_MEANS = "Its text, its quotes and what was said of it are deleted. This can’t be undone."
REMOVE_IT = "Remove it"
KEEP_IT = "Keep it"
REMOVED = "Removed"
REMOVED_MEANS = "The review and all that was read from it are gone."

# Saved as a file
EXPORTED = "This server’s reviews"
NOTHING_TO_EXPORT = "There is nothing to export: this server’s library is empty. /library add takes a review."


def exported(reviews: int) -> str:
    """What the file holds."""
    return f"{count(reviews, 'review')}, one a line."


def export_too_large(size: int, library: int) -> str:
    """A file that Discord doesn't take, of ``size`` MiB."""
    return (
        f"The export has {size:,} MiB, more than Discord takes here. Whoever runs this bot can write it with "
        f"“python -m bot export --library {library}”."
    )


# Forgotten
FORGET_FORM = "Delete the whole library?"
FORGET_MEANS = (
    "Every review that was added in this server is deleted, and the server’s settings and quote of the day with "
    "them. This can’t be undone; `/library export` saves a copy first."
)
FORGET_NAME = "This server’s name"
WRONG_NAME = "That is not this server’s name, so nothing was deleted."
FORGOTTEN = "Forgotten"
FORGOTTEN_MEANS = "Everything that was added in this server is gone."


def type_out(name: str) -> str:
    """What to type to have everything deleted."""
    return f"Type it out: {name}"
