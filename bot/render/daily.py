"""/daily: how a server's quote of the day is set, how it fares, and the quote itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.daily import FAILURES, State, Style, Trouble, time_words
from bot.render.attribution import title
from bot.render.card import Card, Reply, accent
from bot.render.text import escape
from bot.words import daily as words
from bot.words.library_settings import SEARCHED
from bot.zones import zone_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.daily import Daily, Posted
    from bot.views import FilmRef

_TROUBLES = {
    Trouble.CHANNEL_GONE: words.CHANNEL_GONE,
    Trouble.FORBIDDEN: words.FORBIDDEN,
    Trouble.NOTHING: words.NOTHING_TO_POST,
    Trouble.REFUSED: words.REFUSED,
}
_STYLES = {Style.TEXT: words.AS_TEXT, Style.CARD: words.AS_CARD}


def render_daily(
    daily: Daily, film: FilmRef | None, last: Posted | None, lacking: Sequence[str], heading: str
) -> Reply:
    """How a quote of the day is set and when the next comes; ``lacking`` names permissions the bot needs."""
    card = Card(accent(None)).text(f"### {heading}", _next(daily))
    card.text(
        words.failed(_TROUBLES[daily.trouble]) if daily.trouble else None,
        words.lacking(lacking) if lacking else None,
        words.COMES_AS_TEXT if list(lacking) == [words.ATTACH_FILES] else None,
    )
    card.rule().text(
        words.where(_channel(daily)),
        words.when(time_words(daily.minute), escape(zone_words(daily.zone))),
        words.origin(SEARCHED[daily.searched] if daily.searched else words.AS_ANSWERED),
        words.film(title(film) if film else words.ANY_FILM),
        words.style(_STYLES[daily.style]),
        words.set_by(f"<@{daily.user}>") if daily.user is not None else None,
    )
    card.text(f"-# {_last(daily.library, last)}" if last else None)
    return card.reply()


def render_daily_posted(daily: Daily, message: str) -> Reply:
    """A quote was posted at once; ``message`` is its address."""
    return Card(accent(None)).text(f"### {words.POSTED}", words.see(message), _next(daily)).reply()


def render_daily_next(daily: Daily) -> Reply:
    """When the next one comes, and where."""
    lines = f"### {words.HEADING}", _next(daily), words.in_channel(_channel(daily))
    return Card(accent(None)).text(*lines).reply()


def render_daily_stopped(daily: Daily, trouble: Trouble, server: str) -> Reply:
    """Tell a manager, once, that a quote of the day stopped by itself."""
    why = words.stopped(escape(server), _channel(daily), FAILURES)
    card = Card(accent(None)).text(f"### {words.STOPPED}", why, _TROUBLES[trouble])
    return card.text(words.MENDS).reply()


def _next(daily: Daily) -> str:
    """When the next quote comes, or why none does."""
    if daily.state is State.ON:
        at = int(daily.due.at.timestamp())
        return words.comes(f"<t:{at}:F>, <t:{at}:R>")  # in each reader's own time
    return words.IS_PAUSED if daily.state is State.PAUSED else words.is_stopped(FAILURES)


def _channel(daily: Daily) -> str:
    return f"<#{daily.channel}>"


def _last(library: int, last: Posted) -> str:
    if last.failed:
        return words.last_failed(last.day)
    if last.message is None:
        return words.last_unsure(last.day)
    return words.last_came(last.day, f"https://discord.com/channels/{library}/{last.channel}/{last.message}")
