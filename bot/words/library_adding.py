"""/library add, /propose and *Add as review*: one review, from the form to the preview and into the library."""

from __future__ import annotations

from bot.words.grammar import count

ADD_COMMAND = "Add a review: a file, or text that you type or paste"
PROPOSE_COMMAND = "Give this server’s library a review; a manager approves it"
MESSAGE_MENU = "Add as review"
OPTIONS = {
    "file": "A text, Markdown or HTML file. Leave empty to type or paste the review",
    "film": "Its film, as in “Rope (1948)”. Empty: I look for it in the review",
    "critic": "Who wrote it. Empty: I look for it in the review",
    "outlet": "Where it appeared, if anywhere",
}

# The form for a text
FORM = "Add a review"
FORM_TEXT = "The review"
FORM_FILE = "Or a file"
FORM_FILE_HELP = "Instead of the text."
FORM_FILM = "Film"
FORM_FILM_HELP = "As in “Rope (1948)”. Empty: I look for it in the text."
FORM_CRITIC = "Critic"
FORM_CRITIC_HELP = "Empty: I look for it in the text."
FORM_OUTLET = "Outlet"
FORM_OUTLET_HELP = "Where it appeared, if anywhere."


def form_text_help(most: int) -> str:
    """How much the form takes."""
    return f"Up to {most:,} characters; a longer one goes in as a file."


# The preview
ASK = "Is this right?"
ADDING = "Nothing is stored yet. This is what I read:"
PROPOSING = (
    "Nothing is stored yet. Once you propose it, somebody who manages this server decides whether it joins the "
    "library. This is what I read:"
)
ADD = "Add"
ADD_ALIKE = "Add it all the same"
PROPOSE = "Propose"
PROPOSE_ALIKE = "Propose it all the same"
CORRECT = "Correct"
DROP = "Drop"

FILM_NOT_FOUND = (
    "**Film** **not found**. Press *Correct* and name it, or nobody will find this review by its film"
)
NO_QUOTES = "no sentence that stands alone as a quote"


def film(title: str, *, without_year: bool) -> str:
    """The film that was read."""
    return f"**Film** {title} (no year found)" if without_year else f"**Film** {title}"


def critic(name: str | None, *, is_poster: bool = False) -> str:
    """Who wrote it, as was read, or taken from who posted it."""
    if name is None:
        return "**Critic** not named"
    return (
        f"**Critic** {name} (who posted it, since it names nobody itself)"
        if is_poster
        else f"**Critic** {name}"
    )


def quotes(number: int) -> str:
    """How much can be quoted of it."""
    return count(number, "quote") if number else NO_QUOTES


def length(characters: int) -> str:
    """How long it is."""
    return count(characters, "character")


# What it is like, and what can't be read
def waits_already(file: str) -> str:
    """The same text waits."""
    return f"**This very text waits for approval already**, as {file}."


def here_already(file: str) -> str:
    """The same text is kept."""
    return f"**This very text is here already**, as {file}."


def alike(critic: str | None, film: str, file: str) -> str:
    """One by the same critic of the same film is kept."""
    who = critic or "The same critic"
    return f"**A review by the same critic of this film is here already**: {who} on {film}, {file}."


def more_alike(number: int) -> str:
    """Further ones."""
    return f"{count(number, 'more review')} like it."


def more_unreadable(number: int) -> str:
    """Further parts of a file that can't be read, beyond those named."""
    return f"{count(number, 'more part')} could not be read."


# What became of it
ADDED_MEANS = "Members of this server can ask for it now."
PROPOSED_MEANS = (
    "It waits for somebody who manages this server. "
    "`/privacy` shows what has become of it, and takes it back."
)
DROPPED = "Dropped"
DROPPED_MEANS = "Nothing was stored."
MINE_HERE = "My reviews here"


def added(what: str) -> str:
    """It is in the library now."""
    return f"Added: {what}"


def proposed(what: str) -> str:
    """It waits now."""
    return f"Proposed: {what}"


# What can't be taken
NOTHING_TYPED = "There is nothing to add: type the review, or put in a file."
YEAR_ALONE = "A year goes with a film: give its title as well."
NO_ADDRESS = "The link should be an address that begins with https://."
FIELDS = {
    "film": "film",
    "year": "year",
    "critic": "critic",
    "outlet": "outlet",
    "date": "date",
    "link": "link",
}


def message_too_short(words: int) -> str:
    """A message with neither enough text nor a file."""
    return (
        f"I find no review in that message: its text has fewer than {words} words, and no file that I can read hangs "
        "on it."
    )


def no_year(typed: str) -> str:
    """What was typed for a year is none."""
    return f"“{typed}” is no year that I know. Write it as in 1948."


def no_date(typed: str) -> str:
    """What was typed for a date is none."""
    return f"“{typed}” is no date that I know. Write it as in 2025-06-04."


def field_too_long(field: str, most: int) -> str:
    """Too much was typed into one of FIELDS."""
    return f"The {FIELDS[field]} has {most:,} characters at most: write less there."


def field_without_words(field: str) -> str:
    """Nothing that can be read was typed into one of FIELDS."""
    return f"The {FIELDS[field]} needs a letter or a digit, and no signs that can’t be seen."


def nothing_read(file: str, reason: str | None = None, part: str | None = None) -> str:
    """No review is in a file, or, where it has parts, in its first."""
    if reason is None:
        return f"Nothing in {file} can be read as a review."
    if part is None:
        return f"Nothing in {file} can be read as a review: {reason}."
    return f"Nothing in {file} can be read as a review: {part}: {reason}."


def not_read(file: str, reason: str) -> str:
    """A file is no review."""
    return f"{file} can’t be read as a review: {reason}."


def too_many_files(most: int, wait: int) -> str:
    """Somebody gives more than the bot reads at once; ``wait`` in seconds."""
    return f"That was {most} files in a short time: go on in {wait} s."


def file_too_large(most: int) -> str:
    """A file beyond what is taken, in MiB."""
    return (
        f"That file is larger than {most} MiB, which is as much as I take through Discord. A ZIP of it may fit, or "
        "several smaller files."
    )


def no_room(most: int, room: int) -> str:
    """A library is full, or would be."""
    if room:
        return f"A server’s library holds {most:,} reviews at most; there is room for {room:,} more here."
    return f"A server’s library holds {most:,} reviews at most, and this one is full. /library remove makes room."
