"""/library import: many reviews at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import count, listing, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMAND = "Add many reviews: Letterboxd’s export, a ZIP, a table, a feed"
OPTIONS = {
    "file": "The ZIP, CSV, JSON or feed as you downloaded it, of up to 8 MiB",
    "critic": "Who wrote all of them; wins over what the file says",
    "outlet": "Where all of them appeared; wins over what the file says",
}

# Before it
FOUND = "Nothing is stored yet. This is what I found:"
FIRST = "**The first of them**"
WHAT_FOLLOWS = (
    "The import posts one message in this channel that shows how far it is, and can be cancelled there."
)
NOTHING_NEW = "Everything in it is here already, so there is nothing to import."
IMPORT = "Import"
NO_FILM_FOUND = "No film found"
NO_CRITIC = "critic not named"
ALIKE = "one by the same critic is here already"


def asked(reviews: int) -> str:
    """The heading of what would be imported."""
    if not reviews:
        return "Nothing new"
    return f"Import {count(reviews, 'review')}?"


def new(reviews: int, file: str) -> str:
    """How many are new."""
    return f"{count(reviews, 'new review')} in {file}"


def known(reviews: int) -> str:
    """How many are not."""
    return f"{reviews:,} that {'is' if reviews == 1 else 'are'} here already, or twice in the file: left out"


def review_of(film: str, critic: str) -> str:
    """One review, named."""
    return f"{film} by {critic}"


def alike(reviews: int, some: Sequence[str]) -> str:
    """How many would stand beside one by the same critic on the same film, and which the first of them are."""
    of_these = "1 of the new ones is" if reviews == 1 else f"{reviews:,} of the new ones are"
    more = [f"{reviews - len(some):,} more"] if reviews > len(some) else []
    named = listing([*some, *more])
    return f"{of_these} of a film that the same critic has a review of here: {named}. Both would stay."


def skipped(parts: int) -> str:
    """What was passed over on purpose."""
    return f"{count(parts, 'part')} passed over"


def unreadable(parts: int) -> str:
    """What can't be read."""
    return f"{count(parts, 'part')} that can’t be read"


def quotes(number: int) -> str:
    """How much can be quoted of one of them."""
    return count(number, "quote")


# While it runs
UNDER_WAY = "The import is under way"
ENDING = "Cancelled: what came in so far is being taken back."
CANCEL = "Cancel"


def see(address: str) -> str:
    """Where the message stands that shows it."""
    return f"[This message]({address}) shows how far it is, and can cancel it."


def importing(reviews: int) -> str:
    """The heading while it runs."""
    return f"Importing {count(reviews, 'review')}"


def reached(share: float, done: int, total: int) -> str:
    """How far it is, beside a bar; ``share`` in percent."""
    return f"{percent(share)} · {done:,} of {total:,} read"


def asked_by(person: str, when: str | None) -> str:
    """Who asked for it, and how long ago."""
    return f"Asked for by {person} {when}" if when else f"Asked for by {person}"


# What came of it
DONE = "Import done"
CANCELLED = "Import cancelled"
TAKEN_BACK = "Everything it had brought was taken back."
CANCELLED_NOW = "Cancelled"
TAKEN_BACK_NOW = "What the import had brought is taken back."
INTERRUPTED = "Import interrupted"


def added(reviews: int) -> str:
    """What it brought."""
    return f"{count(reviews, 'review')} added to this server’s library."


def failed(reviews: int) -> str:
    """What it could not bring, before the reasons."""
    return f"{count(reviews, 'review')} could not be read:"


def went_wrong(reference: str) -> str:
    """It stopped through no fault of its file."""
    return (
        "Something went wrong on my side. What was read so far is kept, and the rest follows when I am started again. "
        f"The operator can look it up under `{reference}`."
    )


# What can't be done
NO_POSTING = (
    "I show how far an import is in a message of mine, and may not post in this channel. Give me the permissions "
    "“View Channel” and “Send Messages” here, or import from another channel."
)
DONE_ALREADY = "That import is done already. /library list shows what it brought."
ANOTHER = "Another import is under way here. Wait until it is done, or cancel it, then try again."
RUNNING = "That import is under way already."


def nothing_new(file: str) -> str:
    """Every review of a file is held."""
    return f"This library holds every review of {file} already."
