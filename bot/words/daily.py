"""/daily: the quote of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import date_words, listing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

# The commands
GROUP = "A quote of the day"
SET_COMMAND = "Post a quote a day: where, and at what time"
SET_OPTIONS = {
    "channel": "Where to post it",
    "time": "The time of day, as in 8:30 or 8 pm",
    "timezone": "Whose time that is: a city, as in Berlin or New York",
    "film": "Only quotes on this film",
    "origin": "Which reviews to quote from. Empty: those that members are answered from",
    "style": "As text, or set as a picture",
}
SHOW_COMMAND = "How the quote of the day is set, and how it fares"
NEXT_COMMAND = "When the next quote of the day comes"
PAUSE_COMMAND = "Let no quote of the day come until you resume it"
RESUME_COMMAND = "Let the quote of the day come again"
NOW_COMMAND = "Post one now, besides those of each day"
OFF_COMMAND = "End the quote of the day and forget how it was set"

# What Discord calls the permissions that it wants
VIEW_CHANNEL = "View Channel"
SEND_MESSAGES = "Send Messages"
SEND_IN_THREADS = "Send Messages in Threads"
ATTACH_FILES = "Attach Files"

# The headings
HEADING = "Quote of the day"
SET = "Quote of the day: set"
PAUSED = "Quote of the day: paused"
OFF = "Quote of the day: off"
POSTED = "Posted"
STOPPED = "The quote of the day has stopped"


def occasion(day: date) -> str:
    """What stands above the quote of a day."""
    return f"Quote of the day · {_dated(day)}"


def _dated(day: date) -> str:
    return date_words(day.isoformat()) or ""


# When it comes
IS_PAUSED = "**Paused.** `/daily resume` lets it come again."
RESUMES = "`/daily resume` lets it come again."
STARTS = "`/daily set` starts it again."
MENDS = "Once that is put right, `/daily resume` lets it come again; `/daily off` ends it."


def comes(moment: str) -> str:
    """When the next one comes."""
    return f"**Next** {moment}"


def is_stopped(failures: int) -> str:
    """Why none comes any more."""
    return f"**Stopped**, since it failed {failures} times in a row. `/daily resume` lets it come again."


def stopped(server: str, channel: str, failures: int) -> str:
    """What became of it, for somebody who may be elsewhere."""
    return f"In **{server}** it could not be posted in {channel} {failures} times in a row."


def in_channel(channel: str) -> str:
    """Where it comes."""
    return f"In {channel}."


# How it is set
ANY_FILM = "Any"
AS_ANSWERED = "The reviews that members are answered from"
AS_TEXT = "Text"
AS_CARD = "A picture, with the quote set large on a card"


def where(channel: str) -> str:
    """The channel."""
    return f"**Where** {channel}"


def when(time: str, zone: str) -> str:
    """The time of day."""
    return f"**When** Every day at {time}, {zone} time"


def origin(reviews: str) -> str:
    """Whose reviews it comes from."""
    return f"**From** {reviews}"


def film(title: str) -> str:
    """The film that it is on."""
    return f"**Film** {title}"


def style(how: str) -> str:
    """How it is shown."""
    return f"**As** {how}"


def set_by(person: str) -> str:
    """Who set it."""
    return f"**Set by** {person}"


# The last one
def last_failed(day: date) -> str:
    """It did not come."""
    return f"The last one, for {_dated(day)}, did not come."


def last_unsure(day: date) -> str:
    """Nobody knows whether it came."""
    return f"The last one, for {_dated(day)}, may not have come: I was interrupted while posting it."


def last_came(day: date, address: str) -> str:
    """It came, and where it is."""
    return f"[The last one]({address}) was for {_dated(day)}."


def see(address: str) -> str:
    """Where one that was just posted is."""
    return f"[See it]({address})"


# What stands in its way
CHANNEL_GONE = "Its channel is no longer there. `/daily set` takes another."
FORBIDDEN = "I may not post in its channel. I need *View Channel* and *Send Messages* there."
NOTHING_TO_POST = "There was no quote to post. Add reviews, or choose other ones with `/daily set`."
REFUSED = "Discord did not take it. Whoever runs this bot finds the reason in its log."
COMES_AS_TEXT = "Until then quotes come as text."


def failed(why: str) -> str:
    """The last one did not come, and why, as a sentence."""
    return f"⚠️ The last one did not come. {why}"


def lacking(permissions: Sequence[str]) -> str:
    """Which permissions I miss, where it is set already.

    >>> lacking([VIEW_CHANNEL, SEND_MESSAGES]).partition(". ")[0]
    '⚠️ In that channel I miss the permissions “View Channel” and “Send Messages”'
    """
    return f"⚠️ {_missed(permissions)} Give me what is missing in the channel’s settings, under Permissions."


def lacks_for_now(permissions: Sequence[str]) -> str:
    """Which permissions I miss, where it can't be set for that.

    >>> lacks_for_now([ATTACH_FILES]).partition(". ")[0]
    'In that channel I miss the permission “Attach Files”'
    """
    return f"{_missed(permissions)} Give me that in the channel’s settings, then try again."


def _missed(permissions: Sequence[str]) -> str:
    noun = "permission" if len(permissions) == 1 else "permissions"
    return f"In that channel I miss the {noun} {listing([f'“{name}”' for name in permissions])}."


# What was typed
def no_time(text: str) -> str:
    """That is no time of day."""
    return f"“{text}” is no time of day. Write it as in 08:30, 20:15 or 8 pm."


def no_summer_time(text: str) -> str:
    """That is an offset, or the name of one."""
    return (
        f"“{text}” knows no summer time. Name a city that shares yours, as in “Berlin” or “New York”, "
        "or plain “UTC”."
    )


def zone_now(zone: str, time: str) -> str:
    """A timezone to choose, and what time it is there."""
    return f"{zone} · {time} now"


# Why it can't be done, as plain text
NOT_SET = "No quote of the day is set here yet. /daily set starts one."
UNSEEN = "I don’t see that channel. Give me the permission “View Channel” there first."
NO_CHANNEL_NOW = "Its channel is no longer there. /daily set takes another."
FORBIDDEN_NOW = (
    "I may not post in its channel. Give me “View Channel” and “Send Messages” there, then try again."
)
NO_QUOTES = (
    "There is nothing to post: these reviews have no quotes yet, or only such as give the story away. Add reviews, or "
    "choose another film or other reviews."
)
