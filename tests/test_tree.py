"""Every error gets one private answer, whatever was already said; and nobody gets in too fast."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import OnCooldown, PullquoteError
from bot.tree import Limiter

if TYPE_CHECKING:
    from pathlib import Path

REFERENCE = re.compile(r"`(?P<reference>[0-9a-f]{6})`")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "empty.db"


@pytest.fixture
def cogs() -> tuple[str, ...]:
    return ("troublesome",)


def private_words(result: Any) -> str:
    """The one message that only the user saw, the last of what was said."""
    messages = [message for message in (result.response, *result.followups) if message is not None]
    assert messages[-1].ephemeral
    assert [message.ephemeral for message in messages].count(True) == 1
    return messages[-1].content


async def test_a_user_error_is_answered_in_its_own_words(club: Any) -> None:
    result = await club.slash("fail", kind="nothing")
    assert private_words(result) == "No review here gives a score."


async def test_no_match_names_the_nearest_and_nothing_in_it_comes_alive(club: Any) -> None:
    words = private_words(await club.slash("fail", kind="nomatch"))
    assert "\\*\\*balerina\\*\\*" in words
    assert "**Ballerina**" in words
    assert "**The \\*Ballad\\* of Narayama**" in words
    assert "<t:0>" not in words


@pytest.mark.parametrize("when", ["first", "deferred", "deferred privately", "answered"])
async def test_the_answer_is_private_whatever_was_said_before(club: Any, when: str) -> None:
    result = await club.slash("fail", kind="nothing", when=when)
    assert private_words(result) == "No review here gives a score."
    public = [message.content for message in club.channel.history(viewer=club.manager)]
    assert public == (["The answer."] if when == "answered" else [])


@pytest.mark.parametrize("kind", ["store", "bug", "own"])
async def test_what_the_user_cannot_mend_is_logged_under_the_reference_they_get(
    club: Any, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    club.expected_errors = (PullquoteError, ZeroDivisionError)
    words = private_words(await club.slash("fail", kind=kind))
    found = REFERENCE.search(words)
    assert found
    assert "secret" not in words
    logged = [record for record in caplog.records if found["reference"] in record.getMessage()]
    assert len(logged) == 1
    assert logged[0].exc_info
    assert "/fail" in logged[0].getMessage()


async def test_an_answer_that_came_too_late_makes_no_noise(
    club: Any, caplog: pytest.LogCaptureFixture
) -> None:
    club.expected_errors = (discord.NotFound,)
    result = await club.slash("fail", kind="late")
    assert result.response is None
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_an_error_reply_that_came_too_late_makes_no_noise(
    club: Any, caplog: pytest.LogCaptureFixture
) -> None:
    club.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    result = await club.slash("fail", kind="nothing")
    assert result.response is None
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_an_error_reply_that_discord_refuses_is_logged(
    club: Any, caplog: pytest.LogCaptureFixture
) -> None:
    club.env.inject_error("POST", "/interactions/*/callback", status=500)
    await club.slash("fail", kind="nothing")
    assert [record for record in caplog.records if record.levelno == logging.ERROR and record.exc_info]


async def test_a_command_for_others_says_so(club: Any) -> None:
    club.expected_errors = (app_commands.CheckFailure,)
    assert private_words(await club.slash("fail", kind="forbidden")) == "You can't use this here."


async def test_a_command_that_is_gone_asks_for_patience(club: Any) -> None:
    club.expected_errors = (app_commands.CommandNotFound,)
    club.bot.tree.remove_command("fine")
    assert "older form" in private_words(await club.slash("fine"))


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_failing_button_answers_too(club: Any, *, restarted: bool) -> None:
    club.expected_errors = (PullquoteError, ZeroDivisionError)
    message = (await club.slash("fuses")).response
    if restarted:
        await club.restart()
    assert private_words(await club.click(message, "nothing")) == "No review here gives a score."
    assert REFERENCE.search(private_words(await club.click(message, "bug")))


async def test_a_button_pressed_too_late_makes_no_noise(club: Any) -> None:
    club.expected_errors = (discord.NotFound,)
    message = (await club.slash("fuses")).response
    assert (await club.click(message, "late")).response is None


async def test_commands_have_a_cooldown_that_ends(club: Any) -> None:
    for _ in range(5):
        await club.member.slash(club.channel, "fine")
    assert "try again in 10 s" in private_words(await club.member.slash(club.channel, "fine"))
    assert (await club.manager.slash(club.channel, "fine")).response.content.startswith("Fine")
    club.clock.now += 10
    assert (await club.member.slash(club.channel, "fine")).response.content.startswith("Fine")


async def test_pages_turn_more_quickly_than_commands_follow_each_other(club: Any) -> None:
    message = (await club.slash("fuses")).response
    for _ in range(15):
        assert private_words(await club.member.click(message, label="fine")) == "Fine."
    assert "try again in 10 s" in private_words(await club.member.click(message, label="fine"))
    assert (await club.member.slash(club.channel, "fine")).response.content.startswith("Fine")
    club.clock.now += 10
    assert private_words(await club.member.click(message, label="fine")) == "Fine."


async def test_autocomplete_is_never_slowed(club: Any) -> None:
    for _ in range(8):
        assert await club.complete("fine", "text", "abc") == [{"name": "abc", "value": "x"}]
    assert (await club.member.slash(club.channel, "fine")).response.content.startswith("Fine")


async def test_choices_that_come_too_late_make_no_noise(club: Any, caplog: pytest.LogCaptureFixture) -> None:
    club.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    assert await club.complete("fine", "text", "abc") == []
    assert not caplog.records


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 20)), max_size=60))
def test_the_limiter_lets_through_so_many_in_any_window(steps: list[tuple[int, float]]) -> None:
    now = 0.0
    limiter = Limiter(lambda: now, uses=3, seconds=10)
    taken: dict[int, list[float]] = {}
    for user, wait in steps:
        now += wait
        recent = [at for at in taken.get(user, []) if now - at < 10]
        if len(recent) < 3:
            limiter.take(user)
            taken.setdefault(user, []).append(now)
        else:
            with pytest.raises(OnCooldown) as refusal:
                limiter.take(user)
            assert 0 < refusal.value.seconds <= 10


def test_the_limiter_forgets_those_who_left() -> None:
    now = 0.0
    limiter = Limiter(lambda: now)
    for user in range(5_000):
        now += 0.1
        limiter.take(user)
    assert len(limiter._recent) < 2_000
