"""/library settings."""

from __future__ import annotations

from bot.views import Adders, Searched, Spoilers

COMMAND = "How this server is answered, and how its reviews may be shown"
OPTIONS = {
    "answers": "Which reviews members are answered from",
    "adders": "Who may add reviews",
    "spoilers": "What becomes of what gives the story away",
    "excerpts": "How many characters of one review a page of an answer may show",
    "whole": "Whether turning the pages of an answer may show a whole review",
    "attribution": "A line below each answer that shows something of these reviews; - takes it away",
}
NO_LINE_TYPED = ("-", "none")
"""What people type to take the line below answers away, in lower case."""

# What can be chosen
SEARCHED = {
    Searched.BOTH: "This server’s own reviews and the operator’s",
    Searched.OWN: "This server’s own reviews alone",
    Searched.OPERATOR: "The operator’s reviews alone",
}
"""Which libraries members are answered from."""

ADDERS = {
    Adders.MANAGERS: "Those who may manage this server",
    Adders.EVERYONE: "Everyone; what members propose waits for approval",
}
"""Who may add reviews."""

SPOILERS = {
    Spoilers.HIDE: "Left out",
    Spoilers.VEIL: "Behind a dark bar",
    Spoilers.SHOW: "In plain sight, marked as a spoiler",
}
"""What becomes of what gives the story away."""

WHOLE = {
    False: "no, at most half of it",
    True: "yes",
}
"""Whether an answer's pages together may show a whole review."""

# How a server is set
HEADING = "This server’s settings"
HOW = "Change any of these with an option of `/library settings`."
ANSWERED_FROM = "`answers` · **Members are answered from**"
WHO_ADDS = "`adders` · **Who may add reviews**"
EVERYONE_ADDS = "Members use `/propose`; managers approve or decline with `/library queue`."
GIVING_AWAY = "`spoilers` · **What gives the story away**"
OPTION_WINS = "In every answer here. A command’s own option `spoilers` wins over it."
OWN_TERMS = "**How this server’s own reviews may be shown**"
LINE_GOES = "`attribution: -` takes that line away."
OPERATORS_TERMS = "**How the operator’s reviews may be shown**"
NOT_HERE = "Whoever runs this bot sets that; it can’t be changed here."


def excerpts(limit: int) -> str:
    """How much a page may show."""
    return f"Of one review, a page shows at most **{limit:,} characters**"


def whole(*, allowed: bool) -> str:
    """Whether all pages together may show all of a review."""
    return f"Turning the pages may show a whole review: **{WHOLE[allowed]}**"


def line_below(line: str | None) -> str:
    """The line below answers, if there is one."""
    return f"Line below answers: **“{line}”**" if line else "Line below answers: **none**"


# What can't be set


def excerpt_out_of(least: int, most: int) -> str:
    """An excerpt's length beyond what can be set."""
    return f"An excerpt has {least:,} to {most:,} characters."


def line_too_long(most: int) -> str:
    """A line below answers beyond what fits."""
    return f"The line below answers has {most:,} characters at most."
