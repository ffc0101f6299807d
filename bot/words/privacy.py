"""/privacy: what is kept of a person, and what they gave in a server."""

from __future__ import annotations

from bot.words.grammar import count

COMMAND = "What I keep of you, and the reviews you gave: see and delete them"

KEPT_OF_YOU: tuple[str, ...] = (
    "**Reviews that you give to a server**: the file or text, what you say of it (film, critic, outlet, date, link), "
    "when you gave it, and your user id, so that you can find it and take it back. While an import of yours runs, "
    "your user id stands with that too.",
    "**Quotes that you keep**: which ones, when and in which server you pressed *Keep*, and your user id, until you "
    "take them off. A server’s own list shows how many people kept a quote, never who.",
    "**That you set a server’s quote of the day**: your user id, so that you can be told if it stops, until you "
    "delete it here, or somebody sets it anew or ends it with `/daily off`.",
    "**Nothing of what you ask.** Who used a command is remembered for some seconds, in memory, so that nobody asks "
    "too fast; a preview is held in memory for half an hour at most.",
    "**No messages.** I see one only when somebody uses *Add as review* or *Find reviews* on it. What they then add "
    "counts as given by them; if it was yours and shouldn’t be here, ask those who manage the server to remove it.",
    "Those who manage a server can correct, save and delete what was given there. Where I leave a server, all of it "
    "is deleted after 30 days.",
)
"""What is kept of a person and why, a point each (markdown)."""

# The headings
HEADING = "What I keep of you"
KEPT = "Quotes that you keep"
DAILIES = "Quotes of the day that you set"
OWN = "What you gave in this server"
DELETED = "Deleted"

# What there is
NONE = "Nothing so far. `/propose` offers this server a review."
NONE_OF_KEPT = "None so far. *Keep* below a quote puts it here."
NONE_LEFT = "Nothing of yours is left here."
NONE_KEPT = "You keep no quote any more."
NO_DAILIES = "Your user id stands with no quote of the day any more. Each goes on as it is set."
ELSEWHERE = (
    "What you gave belongs to the server you gave it to: ask me `/privacy` there to see it, and to delete it."
)


def kept(number: int) -> str:
    """How many quotes somebody keeps."""
    return f"{count(number, 'quote')}, in all places together"


def dailies(number: int) -> str:
    """How many servers' quote of the day somebody set, and what becomes of it without them."""
    if number == 1:
        return (
            "In one server. Without your user id it goes on as it is set; should it stop, the server’s channel for "
            "system messages is told in your place."
        )
    return (
        f"In {number:,} servers. Without your user id they go on as they are set; should one stop, its server’s "
        "channel for system messages is told in your place."
    )


def own(number: int) -> str:
    """How many reviews somebody gave here."""
    return f"{count(number, 'review')}, the newest first" if number > 1 else count(number, "review")


# What becomes of a review
IN_THE_LIBRARY = "✅ in the library"
WAITS = "⏳ waits for a manager"
BEING_IMPORTED = "⏳ being imported"


# Deleting
DELETE_FAVOURITES = "Delete my favourites"
DELETE_ID = "Delete my user id there"
DELETE_ONE = "Delete one review"
DELETE_ALL = "Delete all of mine here"
DELETE_THIS = "Delete this review?"
DELETE_IT = "Delete it"
KEEP_IT = "Keep it"
FINAL = "The text, its quotes and what was said of it are deleted. This can’t be undone."
ID_AS_WELL = (
    "If you set this server’s quote of the day, your user id is deleted there too; the quote goes on."
)


def delete_all(number: int) -> str:
    """Whether to delete all that somebody gave here."""
    all_of = "the review" if number == 1 else f"all {number:,} reviews"
    return f"Delete {all_of} that you gave here?"


def delete(number: int) -> str:
    """The button that does."""
    return f"Delete {count(number, 'review')}"


def keep(number: int) -> str:
    """The button that doesn't."""
    return "Keep them" if number > 1 else "Keep it"


def deleted(review: str) -> str:
    """One was deleted."""
    return f"🗑️ Deleted: **{review}**."


def deleted_all(number: int) -> str:
    """All that somebody gave here was deleted."""
    return f"{count(number, 'review')} of yours. Nothing of yours is left here."
