"""/favourites: the quotes that people keep."""

from __future__ import annotations

from bot.words.grammar import count

# The command
COMMAND = "The quotes you keep, or this server keeps most"
WHOSE = "Yours, which only you see, or this server’s"
MINE_CHOICE = "mine"
SERVER_CHOICE = "this server’s"

# Keeping
KEPT = "❤️ Kept. `/favourites` shows yours."
NO_LONGER_KEPT = "No longer kept."

# The lists
MINE = "Your favourites"
SERVER = "This server’s favourites"
NONE = (
    "You keep no quote of the reviews that can be read here yet. "
    "Press *Keep* under a quote, and it is listed here. `/quote` brings one."
)
NOBODY = (
    "Nobody has kept a quote in this server yet. "
    "Press *Keep* under a quote, and it is listed here. `/quote` brings one."
)
MOST_KEPT = "What people kept in this server, the most kept first"
OPEN_ONE = "Open one"
TAKE_ONE_OFF = "Take one off"
TAKE_ALL_OFF = "Take all of them off"


def listed(number: int) -> str:
    """How many somebody keeps."""
    return f"{count(number, 'quote')}, the newest first"


def kept_on(moment: str) -> str:
    """When one was kept."""
    return f"Kept {moment}"


def kept_by(number: int) -> str:
    """How many people keep one."""
    people = "one person" if number == 1 else f"{number:,} people"
    return f"Kept by **{people}**"


# One that can't be shown
GONE = "*The review behind this one was changed or removed.*"
GONE_LABEL = "One whose quote is gone"
HIDDEN = "*It gives the story away, which this server leaves out.*"
HELD = "*Not shown: no more than half of a review is, here.*"
VEILED = "Gives the story away"

# Before all of them go
FINAL = (
    "They are listed here no longer, and count no more among the server’s favourites. This can’t be undone."
)


def take_off_all(number: int) -> str:
    """Whether to take off all that somebody keeps of what can be seen here."""
    return f"Take off {_all(number)}?"


def take_off(number: int) -> str:
    """The button that does."""
    return f"Take off {count(number, 'quote')}"


def delete_all(number: int) -> str:
    """Whether to delete all that somebody keeps anywhere."""
    return f"Delete {_all(number)}, everywhere?"


def delete(number: int) -> str:
    """The button that does."""
    return f"Delete {count(number, 'favourite')}"


def keep(number: int) -> str:
    """The button that doesn't."""
    return "Keep them" if number > 1 else "Keep it"


def _all(number: int) -> str:
    return "your favourite" if number == 1 else f"all {number:,} of your favourites"


# Why it can't be done
NO_SERVER = "Only a server that I am a member of has favourites of its own: ask me there, or for yours."
NONE_LEFT = "You keep no quote of the reviews that can be read here."


def full(most: int) -> str:
    """Somebody keeps as many as one person may."""
    return f"You keep {most:,} quotes already, and I hold no more for one person. /favourites takes some off."
