"""What the commands of /daily ask and check before they change anything."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import discord

from bot.daily import Daily, Style, Trouble, next_due, parse_time
from bot.errors import NotAllowed, NothingFound, UserError
from bot.render.daily import render_daily
from bot.store.dailies import new_cursor
from bot.words import daily as words
from bot.zones import parse_zone
from cogs.library_desk import library_of

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.daily import Due
    from bot.render import Reply
    from bot.views import Searched
    from cogs.answering import Interaction
    from cogs.daily_posting import Poster

DailyChannel = discord.TextChannel | discord.Thread
"""Where a quote of the day can be posted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants of a quote of the day, as typed."""

    channel: int
    time: str
    timezone: str
    film: str | None
    searched: Searched | None
    style: Style


async def arrange(interaction: Interaction, poster: Poster, asked: Asked) -> Daily:
    """Read what was typed, and try whether it could be posted; raises a UserError that says what is wrong."""
    bot: Pullquote = interaction.client
    library = library_of(interaction)
    minute, zone = parse_time(asked.time), parse_zone(asked.timezone)
    check_channel(bot, library, asked.channel, asked.style)
    before = await bot.store.daily(library)
    daily = Daily(
        library=library,
        channel=asked.channel,
        minute=minute,
        zone=zone,
        user=interaction.user.id,
        due=await due_next(bot, library, minute, zone),
        cursor=before.cursor if before else new_cursor(),
        film=asked.film,
        searched=asked.searched,
        style=asked.style,
    )
    return await poster.settled(daily)


async def daily_of(bot: Pullquote, library: int) -> Daily:
    """A server's quote of the day; raises NothingFound where none is set."""
    daily = await bot.store.daily(library)
    if daily is None:
        raise NothingFound(words.NOT_SET)
    return daily


async def due_next(bot: Pullquote, library: int, minute: int, zone: str) -> Due:
    """When a server's next quote comes: not on a day that had its own already."""
    return next_due(minute, ZoneInfo(zone), bot.now(), await bot.store.days_claimed(library))


def lacking(channel: DailyChannel, style: Style) -> tuple[str, ...]:
    """The permissions that the bot needs to post so in a channel and doesn't have, as Discord names them."""
    may = channel.permissions_for(channel.guild.me)
    thread = isinstance(channel, discord.Thread)
    needed = {
        words.VIEW_CHANNEL: may.view_channel,
        words.SEND_IN_THREADS if thread else words.SEND_MESSAGES: (
            may.send_messages_in_threads if thread else may.send_messages
        ),
        words.ATTACH_FILES: style is Style.TEXT or may.attach_files,
    }
    return tuple(name for name, given in needed.items() if not given)


def attaches(channel: object) -> bool:
    """Whether the bot may post files in a channel or thread of a server."""
    if not isinstance(channel, DailyChannel) or (
        isinstance(channel, discord.Thread) and channel.parent is None
    ):
        return False
    return words.ATTACH_FILES not in lacking(channel, Style.CARD)


def check_channel(bot: Pullquote, library: int, channel: int, style: Style) -> None:
    """Raise NotAllowed where the bot may not post so in a channel."""
    guild = bot.get_guild(library)
    found = guild.get_channel_or_thread(channel) if guild else None
    if not isinstance(found, DailyChannel):
        raise NotAllowed(words.UNSEEN)
    if missing := lacking(found, style):
        raise NotAllowed(words.lacks_for_now(missing))


async def shown(bot: Pullquote, poster: Poster, daily: Daily, heading: str = words.HEADING) -> Reply:
    """How a quote of the day is set and how it fares."""
    guild = bot.get_guild(daily.library)
    channel = guild.get_channel_or_thread(daily.channel) if guild else None
    missing = lacking(channel, daily.style) if isinstance(channel, DailyChannel) else ()
    film = None
    if daily.film:
        with suppress(UserError):  # gone since: the last trouble says so
            film = (await bot.store.film_card(poster.scope(daily.library, daily.searched), daily.film)).film
    return render_daily(daily, film, await bot.store.last_daily(daily.library), missing, heading)


def refusal(trouble: Trouble) -> NotAllowed:
    """Why a quote could not be posted at once, for whoever asked for it."""
    if trouble is Trouble.CHANNEL_GONE:
        return NotAllowed(words.NO_CHANNEL_NOW)
    if trouble is Trouble.FORBIDDEN:
        return NotAllowed(words.FORBIDDEN_NOW)
    return NotAllowed(words.REFUSED)
