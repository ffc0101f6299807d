"""/library settings: how a server is set, in plain words, and what the operator's own terms are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.card import Card, Reply, accent
from bot.render.text import escape
from bot.views import Adders
from bot.words import library_settings as words

if TYPE_CHECKING:
    from bot.views import LibrarySettings, Terms


def render_settings(settings: LibrarySettings, operators: Terms) -> Reply:
    """How a server's managers set the bot, what each means, and the terms of the operator's library."""
    card = Card(accent(None)).text(f"## {words.HEADING}", f"-# {words.HOW}").rule()
    card.text(words.ANSWERED_FROM, words.SEARCHED[settings.searched])
    opened = f"-# {words.EVERYONE_ADDS}" if settings.adders is Adders.EVERYONE else None
    card.rule(visible=False).text(words.WHO_ADDS, words.ADDERS[settings.adders], opened)
    card.rule(visible=False).text(
        words.GIVING_AWAY, words.SPOILERS[settings.spoilers], f"-# {words.OPTION_WINS}"
    )
    goes = f"-# {words.LINE_GOES}" if settings.attribution else None
    card.rule().text(words.OWN_TERMS, *_terms(settings.terms), goes)
    card.rule().text(words.OPERATORS_TERMS, *_terms(operators, here=False), f"-# {words.NOT_HERE}")
    return card.reply()


def _terms(terms: Terms, *, here: bool = True) -> tuple[str, ...]:
    """A library's terms, one a line; with the options that change them where that can be done ``here``."""
    lines = (
        (words.excerpts(terms.excerpt_limit), "excerpts"),
        (words.whole(allowed=terms.whole_reviews), "whole"),
        (words.line_below(escape(terms.attribution) if terms.attribution else None), "attribution"),
    )
    return tuple(f"- `{option}` · {said}" if here else f"- {said}" for said, option in lines)
