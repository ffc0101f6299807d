"""/daily: how a server's quote of the day is set, how it fares, and the quote itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.daily import FAILURES, State, Style, Trouble, time_words
from bot.render.attribution import title
from bot.render.card import Card, Reply, accent
from bot.render.text import escape
from bot.words.grammar import date_words, listing
from bot.words.library_settings import SEARCHED
from bot.zones import zone_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.daily import Daily, Due, Posted
    from bot.views import FilmRef

HEADING = "Quote of the day"

_ANY_FILM = "Any"
_AS_SET = "The reviews that members are answered from"
_PAUSED = "**Paused.** `/daily resume` lets it come again."
_STOPPED = f"**Stopped**, since it failed {FAILURES} times in a row. `/daily resume` lets it come again."
_FAILED = "⚠️ The last one did not come. "
_UNSURE = "may not have come: I was interrupted while posting it"
_REASONS = {
    Trouble.CHANNEL_GONE: "Its channel is no longer there. `/daily set` takes another.",
    Trouble.FORBIDDEN: "I may not post in its channel. I need *View Channel* and *Send Messages* there.",
    Trouble.NOTHING: "There was no quote to post. Add reviews, or choose other ones with `/daily set`.",
    Trouble.REFUSED: "Discord did not take it. Whoever runs this bot finds the reason in its log.",
}
STYLES = {Style.TEXT: "Text", Style.CARD: "A picture, with the quote set large on a card"}
ATTACH = "Attach Files"
"""The permission that pictures alone want, as Discord names it."""

_AS_TEXT = "Until then quotes come as text."
_GIVE = "Give me what is missing in the channel’s settings, under Permissions."


def occasion_of(day: date) -> str:
    """What stands above the quote of a day."""
    return f"{HEADING} · {date_words(day.isoformat())}"


def render_daily(
    daily: Daily, film: FilmRef | None, last: Posted | None, lacking: Sequence[str], heading: str = HEADING
) -> Reply:
    """How a quote of the day is set and when the next comes; ``lacking`` names permissions the bot needs."""
    card = Card(accent(None)).text(f"### {heading}", next_line(daily))
    card.text(
        f"{_FAILED}{_REASONS[daily.trouble]}" if daily.trouble else None,
        f"⚠️ {lacking_words(lacking)} {_GIVE}" if lacking else None,
        _AS_TEXT if list(lacking) == [ATTACH] else None,
    )
    card.rule().text(
        f"**Where** <#{daily.channel}>",
        f"**When** Every day at {time_words(daily.minute)}, {escape(zone_words(daily.zone))} time",
        f"**From** {SEARCHED[daily.searched] if daily.searched else _AS_SET}",
        f"**Film** {title(film) if film else _ANY_FILM}",
        f"**As** {STYLES[daily.style]}",
        f"**Set by** <@{daily.user}>" if daily.user is not None else None,
    )
    card.text(f"-# {_last_words(daily.library, last)}" if last else None)
    return card.reply()


def render_daily_posted(daily: Daily, message: str) -> Reply:
    """A quote was posted at once; ``message`` is its address."""
    return Card(accent(None)).text("### Posted", f"[See it]({message})", next_line(daily)).reply()


def next_line(daily: Daily) -> str:
    """When the next quote comes, or why none does."""
    if daily.state is State.ON:
        return f"**Next** {moment(daily.due)}"
    return _PAUSED if daily.state is State.PAUSED else _STOPPED


def moment(due: Due) -> str:
    """When a quote comes, in each reader's own time."""
    at = int(due.at.timestamp())
    return f"<t:{at}:F>, <t:{at}:R>"


def lacking_words(lacking: Sequence[str]) -> str:
    """Which permissions the bot misses in the channel.

    >>> lacking_words(["View Channel", "Send Messages"])
    'In that channel I miss the permissions “View Channel” and “Send Messages”.'
    """
    noun = "permission" if len(lacking) == 1 else "permissions"
    return f"In that channel I miss the {noun} {listing([f'“{name}”' for name in lacking])}."


def render_daily_stopped(daily: Daily, trouble: Trouble, server: str) -> Reply:
    """Tell a manager, once, that a quote of the day stopped by itself."""
    return (
        Card(accent(None))
        .text(
            f"### The {HEADING.lower()} has stopped",
            f"In **{escape(server)}** it could not be posted in <#{daily.channel}> {FAILURES} times in a row.",
            _REASONS[trouble],
        )
        .text("Once that is put right, `/daily resume` lets it come again; `/daily off` ends it.")
        .reply()
    )


def _last_words(library: int, last: Posted) -> str:
    day = date_words(last.day.isoformat())
    if last.failed:
        return f"The last one, for {day}, did not come."
    if last.message is None:
        return f"The last one, for {day}, {_UNSURE}."
    return (
        f"[The last one](https://discord.com/channels/{library}/{last.channel}/{last.message}) was for {day}."
    )
