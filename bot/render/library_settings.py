"""/library settings: how a server is set, in plain words, and what the operator's own terms are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.card import Card, Reply, accent
from bot.render.text import escape
from bot.views import Adders, Searched, Spoilers

if TYPE_CHECKING:
    from bot.views import LibrarySettings, Terms

SEARCHED = {
    Searched.BOTH: "This server’s own reviews and the operator’s",
    Searched.OWN: "This server’s own reviews alone",
    Searched.OPERATOR: "The operator’s reviews alone",
}
"""Which libraries members are answered from, in words."""

ADDERS = {
    Adders.MANAGERS: "Those who may manage this server",
    Adders.EVERYONE: "Everyone; what members propose waits for approval",
}
"""Who may add reviews, in words."""

SPOILERS = {
    Spoilers.HIDE: "Left out",
    Spoilers.VEIL: "Behind a dark bar",
    Spoilers.SHOW: "In plain sight, marked as a spoiler",
}
"""What becomes of what gives the story away, in words."""

WHOLE = {
    False: "no, at most half of it",
    True: "yes",
}
"""Whether an answer's pages together may show a whole review, in words."""

_HEADING = "## This server’s settings"
_HOW = "Change any of these with an option of `/library settings`."
_SEARCHED = "`answers` · **Members are answered from**"
_ADDERS = "`adders` · **Who may add reviews**"
_ADDERS_MEANS = {
    Adders.MANAGERS: None,
    Adders.EVERYONE: "Members use `/propose`; managers approve or decline with `/library queue`.",
}
_SPOILERS = "`spoilers` · **What gives the story away**"
_SPOILERS_MEANS = "In every answer here. A command’s own option `spoilers` wins over it."
_OWN = "**How this server’s own reviews may be shown**"
_LIMIT = "Of one review, a page shows at most"
_WHOLE = "Turning the pages may show a whole review:"
_LINE = "Line below answers:"
_NO_LINE = "none"
_REMOVE = "`attribution: -` takes that line away."
_OPERATORS = "**How the operator’s reviews may be shown**"
_NOT_HERE = "Whoever runs this bot sets that; it can’t be changed here."


def render_settings(settings: LibrarySettings, operators: Terms) -> Reply:
    """How a server's managers set the bot, what each means, and the terms of the operator's library."""
    card = Card(accent(None)).text(_HEADING, f"-# {_HOW}").rule()
    card.text(_SEARCHED, SEARCHED[settings.searched])
    means = _ADDERS_MEANS[settings.adders]
    card.rule(visible=False).text(_ADDERS, ADDERS[settings.adders], f"-# {means}" if means else None)
    card.rule(visible=False).text(_SPOILERS, SPOILERS[settings.spoilers], f"-# {_SPOILERS_MEANS}")
    card.rule().text(_OWN, *_terms(settings.terms), f"-# {_REMOVE}" if settings.attribution else None)
    card.rule().text(_OPERATORS, *_terms(operators, here=False), f"-# {_NOT_HERE}")
    return card.reply()


def _terms(terms: Terms, *, here: bool = True) -> tuple[str, ...]:
    """A library's terms, one a line; with the options that change them where that can be done ``here``."""
    line = f"“{escape(terms.attribution)}”" if terms.attribution else _NO_LINE
    lines = (
        (f"{_LIMIT} **{terms.excerpt_limit:,} characters**", "excerpts"),
        (f"{_WHOLE} **{WHOLE[terms.whole_reviews]}**", "whole"),
        (f"{_LINE} **{line}**", "attribution"),
    )
    return tuple(f"- `{option}` · {said}" if here else f"- {said}" for said, option in lines)
