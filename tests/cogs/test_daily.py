"""/daily: set, posted once a day and on time, paused, ended, and what becomes of it where it can't be posted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
from cogs_library import EVERYTHING, Said, Written, write
from reading import acknowledged, private, words
from simcord.components import walk_components
from simcord.results import ResponseMessage

from bot.app import Pullquote
from bot.daily import State, Trouble
from bot.models import Film
from bot.store import Store
from bot.views import LibrarySettings, Scope, Searched
from bot.words.quotes import NO_FILES
from cogs.daily_posting import Poster


@pytest.fixture
def written() -> tuple[Written, ...]:
    """Few enough quotes to see the walk go round."""
    return EVERYTHING


class Time:
    """The time of day that the bot goes by: SimCord's, and what a test adds to it at once."""

    def __init__(self, club: Any) -> None:
        self.club = club
        self.added = timedelta()
        club.bot.now = self

    def __call__(self) -> datetime:
        return self.club.env.now() + self.added

    async def until(self, moment: datetime) -> None:
        """Go on to a moment, and let what is due there happen."""
        self.added += moment - self()
        await self.pass_by()

    async def pass_by(self) -> None:
        """Let the next round come."""
        await self.club.env.advance_time(12)
        await self.club.env.settle()


@pytest.fixture
def time(club: Any) -> Time:
    here = Time(club)
    here.added = datetime(2026, 3, 1, 12, tzinfo=UTC) - club.env.now()  # a Sunday at noon
    return here


async def manage(club: Any, command: str, **options: Any) -> Any:
    club.clock.now += 60
    return await club.manager.slash(club.channel, f"daily {command}", **options)


async def told(club: Any, command: str, **options: Any) -> str:
    return words(private(await manage(club, command, **options)))


async def refused(club: Any, command: str, **options: Any) -> str:
    return private(await manage(club, command, **options)).content


async def set_up(club: Any, **options: Any) -> str:
    wanted = {"channel": club.channel, "time": "18:00", "timezone": "UTC", **options}
    return await told(club, "set", **wanted)


def posts(club: Any, channel: Any = None) -> list[str]:
    """What the bot posted for all to see, in order."""
    stored = club.env.backend.messages.get((channel or club.channel).id, {}).values()
    shown = [ResponseMessage(club.env, message) for message in sorted(stored, key=lambda one: one.id)]
    return [words(message) for message in shown if not message.ephemeral]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


async def test_it_is_set_and_comes_once_a_day(club: Any, time: Time) -> None:
    text = await set_up(club, time="7 pm", timezone="Berlin")
    assert "Every day at 19:00, Europe/Berlin time" in text
    assert f"<t:{int(at(1, 18).timestamp())}:F>" in text
    await time.until(at(1, 17, 59))
    assert posts(club) == []
    await time.until(at(1, 18))
    (first,) = posts(club)
    assert first.startswith("-# Quote of the day · 1 March 2026")
    await time.pass_by()
    await time.until(at(1, 23))
    assert len(posts(club)) == 1
    await time.until(at(2, 18))
    assert "2 March 2026" in posts(club)[1]
    shown = await told(club, "show")
    assert f"<t:{int(at(3, 18).timestamp())}:R>" in shown
    assert f"/{club.guild.id}/{club.channel.id}/" in shown  # the last one


async def test_a_post_can_be_kept_by_everybody(club: Any, time: Time) -> None:
    await set_up(club)
    await time.until(at(1, 18))
    post = max(club.env.backend.messages[club.channel.id].values(), key=lambda one: one.id)
    for who in (club.member, club.manager):
        club.clock.now += 60
        await who.click(ResponseMessage(club.env, post), label="Keep")
    (top,) = await club.store.most_kept(Scope((0, club.guild.id)), club.guild.id)
    assert top.keepers == 2
    assert top.quote.text in posts(club)[0].replace("\\", "")


async def test_a_post_neither_pings_nor_sounds(club: Any, time: Time) -> None:
    await set_up(club)
    await time.until(at(1, 18))
    (sent,) = [
        one for one in club.env.http_requests if one.method == "POST" and one.path.endswith("/messages")
    ]
    assert sent.json["flags"] & discord.MessageFlags(suppress_notifications=True).value
    assert sent.json["allowed_mentions"]["parse"] == []
    assert sent.json["enforce_nonce"] is True


async def test_no_quote_returns_before_all_were_shown_and_none_spoils(club: Any, time: Time) -> None:
    await set_up(club)
    every = {
        part.text for one in EVERYTHING for part in one.parts if isinstance(part, Said) and not part.spoiler
    }
    for day in range(1, len(every) + 1):
        await time.until(at(day, 18))
        await club.slash("quote")  # what members draw on the way doesn't disturb it
    daily = [text for text in posts(club) if "Quote of the day" in text]
    seen = {quote for quote in every if any(quote in text.replace("\\", "") for text in daily)}
    assert len(daily) == len(every)
    assert seen == every
    assert not any("drowns" in text for text in daily)


async def test_a_restart_neither_repeats_nor_loses_it(club: Any, time: Time) -> None:
    await set_up(club)
    await time.until(at(1, 18))
    await club.restart()
    club.bot.now = time
    await time.pass_by()
    assert len(posts(club)) == 1
    await club.bot.close()
    await club.store.close()
    time.added += at(2, 19) - time()
    await club.env.restart_bot(await club.open_bot())
    club.bot.now = time
    await time.pass_by()
    assert len(posts(club)) == 2  # an hour late
    await club.bot.close()
    await club.store.close()
    time.added += at(4, 9) - time()
    await club.env.restart_bot(await club.open_bot())
    club.bot.now = time
    await time.pass_by()
    assert len(posts(club)) == 2  # fifteen hours late is too late
    await time.until(at(4, 18))
    assert len(posts(club)) == 3


async def test_two_processes_on_one_database_post_once(club: Any, time: Time, database: Any) -> None:
    await set_up(club)
    async with await Store.open(database) as store:
        other = Pullquote(store, now=time, cogs=())
        other._connection, other.http = club.bot._connection, club.bot.http  # the same bot, started twice
        posters = [Poster(club.bot), Poster(other)]
        for day in (1, 2, 3):
            time.added += at(day, 18) - time()
            await asyncio.gather(*(poster.post_due() for poster in posters * 2))
            assert len(posts(club)) == day


async def test_paused_it_rests_and_resumed_it_comes_again(club: Any, time: Time) -> None:
    await set_up(club)
    assert "resume" in await told(club, "pause")
    await time.until(at(1, 18))
    await time.until(at(2, 18))
    assert posts(club) == []
    assert "Paused" in await told(club, "next")
    time.added += at(2, 18, 30) - time()
    assert f"<t:{int(at(3, 18).timestamp())}:F>" in await told(club, "resume")  # not the one it slept through
    await time.pass_by()
    assert posts(club) == []
    await time.until(at(3, 18))
    assert len(posts(club)) == 1


async def test_setting_it_anew_brings_no_second_one_that_day(club: Any, time: Time) -> None:
    await set_up(club)
    await time.until(at(1, 18))
    for again in (False, True):
        if again:
            assert "off" in await told(club, "off")
            assert "No quote of the day is set" in await refused(club, "show")
        text = await set_up(club, time="20:00")
        assert f"<t:{int(at(2, 20).timestamp())}:F>" in text
    await time.until(at(1, 20))
    assert len(posts(club)) == 1


async def test_one_can_be_posted_at_once_besides(club: Any, time: Time) -> None:
    await set_up(club, film="Nine Geese")
    text = await told(club, "now")
    assert "/channels/" in text
    assert "Nine Geese" in posts(club)[0]
    await time.until(at(1, 18))
    assert len(posts(club)) == 2


async def test_who_press_now_at_once_post_different_quotes(club: Any, time: Time) -> None:
    await set_up(club)
    daily = await club.store.daily(club.guild.id)
    poster = Poster(club.bot)
    sent = await asyncio.gather(*(poster.post_now(daily) for _ in range(3)))
    assert all(isinstance(one, discord.Message) for one in sent)
    quotes = {next(line for line in post.splitlines() if line.startswith("> ")) for post in posts(club)}
    assert len(quotes) == 3


async def test_whatever_writes_is_acknowledged_first(club: Any, time: Time) -> None:
    await set_up(club)
    assert acknowledged(club) == 5
    for command in ("pause", "resume", "now", "off"):
        await told(club, command)
        assert acknowledged(club) == 5


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"time": "25:00"}, "08\\:30"),
        ({"timezone": "UTC+2"}, "summer time"),
        ({"timezone": "Nowhere"}, "Name a large city"),
        ({"film": "Zebra"}, "films lists"),
        ({"origin": "own"}, "nothing to post"),
    ],
)
async def test_what_makes_no_sense_is_refused_in_words(
    club: Any, time: Time, options: dict[str, str], said: str
) -> None:
    options = {"from" if name == "origin" else name: value for name, value in options.items()}
    text = await refused(
        club, "set", **{"channel": club.channel, "time": "18:00", "timezone": "UTC", **options}
    )
    assert said.replace("\\", "") in text.replace("\\", "")
    assert await club.store.daily(club.guild.id) is None


async def test_times_and_timezones_are_offered(club: Any, time: Time) -> None:
    found = await club.manager.autocomplete(club.channel, "daily set", "timezone", "new yo")
    assert [(one["name"], one["value"]) for one in found] == [
        ("America/New York · 07:00 now", "America/New_York")
    ]
    found = await club.manager.autocomplete(club.channel, "daily set", "film", "geese")
    assert [one["name"] for one in found] == ["Nine Geese (1928)"]


async def test_members_may_not(club: Any, time: Time) -> None:
    (command,) = (one for one in await club.bot.tree.fetch_commands() if one.name == "daily")
    club.guild.set_command_permissions(command, {club.member: True})
    for name in ("show", "next", "pause", "resume", "now", "off"):
        assert "Manage Server" in private(await club.slash(f"daily {name}")).content
    refusal = await club.slash("daily set", channel=club.channel, time="8", timezone="UTC")
    assert "Manage Server" in private(refusal).content


async def test_a_channel_it_may_not_post_in_is_refused_at_once(club: Any, time: Time) -> None:
    quiet = club.guild.create_text_channel(
        "quiet", overwrites={club.bot.user: discord.PermissionOverwrite(send_messages=False)}
    )
    await club.env.settle()
    text = await refused(club, "set", channel=quiet, time="18:00", timezone="UTC")
    assert "Send Messages" in text
    assert await club.store.daily(club.guild.id) is None


async def test_where_it_may_no_longer_post_it_says_so(club: Any, time: Time) -> None:
    await set_up(club)
    channel = club.bot.get_channel(club.channel.id)
    await channel.set_permissions(channel.guild.me, send_messages=False)
    await club.env.settle()
    await time.until(at(1, 18))
    daily = await club.store.daily(club.guild.id)
    assert (daily.state, daily.failures, daily.trouble) == (State.ON, 1, Trouble.FORBIDDEN)
    text = await told(club, "show")
    assert "I miss the permission “Send Messages”" in text
    assert "did not come. I may not post" in text
    assert "Send Messages" in await refused(club, "now")
    await channel.set_permissions(channel.guild.me, send_messages=True)
    await time.until(at(2, 18))
    assert len(posts(club)) == 1
    daily = await club.store.daily(club.guild.id)
    assert (daily.failures, daily.trouble) == (0, None)


async def test_three_failures_stop_it_and_a_manager_is_told_once(club: Any, time: Time) -> None:
    room = club.guild.create_text_channel("daily")
    await club.env.settle()
    await set_up(club, channel=room)
    await club.bot.get_channel(room.id).delete()
    await club.env.settle()
    for day in (1, 2, 3, 4, 5):
        await time.until(at(day, 18))
    daily = await club.store.daily(club.guild.id)
    assert (daily.state, daily.failures, daily.trouble) == (State.STOPPED, 3, Trouble.CHANNEL_GONE)
    dm = club.manager.user.dm_channel
    (notice,) = posts(club, dm)
    assert "3 times in a row" in notice
    assert "no longer there" in notice
    assert "Stopped" in await told(club, "show")
    assert "no longer there" in await refused(club, "now")
    await set_up(club)
    await time.until(at(6, 18))
    assert len(posts(club)) == 1


def newest(club: Any) -> ResponseMessage:
    stored = club.env.backend.messages[club.channel.id].values()
    return ResponseMessage(club.env, max(stored, key=lambda one: one.id))


def pictures(message: Any) -> list[dict[str, Any]]:
    parts = walk_components(message.components)
    return [item for part in parts if part["type"] == 12 for item in part["items"]]


async def test_it_can_come_as_a_card(club: Any, time: Time) -> None:
    assert "set large on a card" in await set_up(club, film="Nine Geese", style="card")
    await time.until(at(1, 18))
    text = words(newest(club))
    assert text.startswith("-# Quote of the day · 1 March 2026")
    (shown,) = pictures(newest(club))
    (attached,) = newest(club).attachments
    assert shown["description"].startswith("Quote card: “")
    assert attached.description == shown["description"]
    assert (await attached.read()).startswith(b"\x89PNG")
    said = next(line for line in text.splitlines() if "“" in line).removeprefix("-# ").strip("“”")
    assert said.replace("\\", "") in shown["description"]
    another = private(await club.click(newest(club), "Another"))
    assert len(pictures(another)) == 1
    await told(club, "now")
    assert len(pictures(newest(club))) == 1
    assert "Text" in await set_up(club)
    await told(club, "now")
    assert pictures(newest(club)) == []


async def test_a_card_wants_files_to_be_allowed(club: Any, time: Time) -> None:
    bare = club.guild.create_text_channel(
        "bare", overwrites={club.bot.user: discord.PermissionOverwrite(attach_files=False)}
    )
    await club.env.settle()
    text = await refused(club, "set", channel=bare, time="18:00", timezone="UTC", style="card")
    assert "I miss the permission “Attach Files”" in text
    assert await club.store.daily(club.guild.id) is None
    assert "Every day" in await set_up(club, channel=bare)


async def test_where_files_are_no_longer_allowed_it_comes_as_text_and_says_so(club: Any, time: Time) -> None:
    await set_up(club, style="card")
    channel = club.bot.get_channel(club.channel.id)
    await channel.set_permissions(channel.guild.me, attach_files=False)
    await club.env.settle()
    await time.until(at(1, 18))
    assert pictures(newest(club)) == []
    assert "> " in words(newest(club))
    assert NO_FILES in words(newest(club))
    shown = await told(club, "show")
    assert "I miss the permission “Attach Files”" in shown
    assert "come as text" in shown
    assert (await club.store.daily(club.guild.id)).failures == 0


async def test_a_quote_that_fits_no_card_comes_as_text(club: Any, time: Time) -> None:
    glyph = Written("glyph.txt", Film("Sand", 1931), (Said("𓀀 is what the sand says."),), "Otto Weil")
    await write(club.store, 0, [glyph])
    await set_up(club, film="Sand", style="card")
    await time.until(at(1, 18))
    assert pictures(newest(club)) == []
    assert "what the sand says" in words(newest(club))


async def test_a_drawing_that_fails_leaves_the_words(club: Any, time: Time) -> None:
    await set_up(club, style="card")
    club.bot.pictures.close()  # nothing can be drawn any more
    await time.until(at(1, 18))
    assert "> " in posts(club)[0]


async def test_who_set_it_can_have_that_deleted_and_it_goes_on(club: Any, time: Time) -> None:
    room, notices = club.guild.create_text_channel("daily"), club.guild.create_text_channel("notices")
    await club.env.settle()
    assert f"<@{club.manager.id}>" in await set_up(club, channel=room)
    await club.bot.get_guild(club.guild.id).edit(system_channel=club.bot.get_channel(notices.id))
    assert "Quotes of the day that you set" not in words(private(await club.slash("privacy")))
    club.clock.now += 60
    mine = private(await club.manager.slash(club.channel, "privacy"))
    assert "In one server" in words(mine)
    done = (await club.manager.click(mine, label="Delete my user id there")).response or mine
    assert "goes on as it is set" in words(done)
    assert "Set by" not in await told(club, "show")
    club.clock.now += 60
    assert "that you set\n" not in words(private(await club.manager.slash(club.channel, "privacy")))
    await time.until(at(1, 18))
    assert len(posts(club, room)) == 1
    await club.bot.get_channel(room.id).delete()
    await club.env.settle()
    for day in (2, 3, 4):
        await time.until(at(day, 18))
    (notice,) = posts(club, notices)
    assert "has stopped" in notice
    assert club.manager.user.dm_channel is None or posts(club, club.manager.user.dm_channel) == []


async def test_one_servers_trouble_holds_up_no_other(club: Any, time: Time) -> None:
    other = club.env.create_guild("Other Club")
    there = other.create_text_channel("quotes")
    gone = club.guild.create_text_channel("gone")
    await club.env.settle()
    await set_up(club, channel=gone)
    daily = await club.store.daily(club.guild.id)
    await club.store.put_daily(replace(daily, library=other.id, channel=there.id))
    await club.bot.get_channel(gone.id).delete()
    await time.until(at(1, 18))
    assert len(posts(club, there)) == 1
    assert (await club.store.daily(club.guild.id)).failures == 1


async def test_an_empty_library_is_a_failure_of_its_own(club: Any, time: Time) -> None:
    await set_up(club)
    await club.bot.librarian.put_settings(club.guild.id, LibrarySettings(searched=Searched.OWN))
    await time.until(at(1, 18))
    assert posts(club) == []
    assert "no quote to post" in await told(club, "show")


async def test_where_no_manager_is_left_the_server_is_told(club: Any, time: Time) -> None:
    room, notices = club.guild.create_text_channel("daily"), club.guild.create_text_channel("notices")
    await club.env.settle()
    await set_up(club, channel=room)
    await club.bot.get_guild(club.guild.id).edit(system_channel=club.bot.get_channel(notices.id))
    club.guild.remove_member(club.manager)
    await club.bot.get_channel(room.id).delete()
    await club.env.settle()
    for day in (1, 2, 3):
        await time.until(at(day, 18))
    (notice,) = posts(club, notices)
    assert "has stopped" in notice


async def test_nothing_is_posted_for_a_server_that_it_left(club: Any, time: Time) -> None:
    await set_up(club)
    await club.bot.get_guild(club.guild.id).leave()
    await club.env.settle()
    await time.until(at(1, 18))
    assert await club.store.days_claimed(club.guild.id) == frozenset()
    assert await club.store.due_dailies(time()) == ()
