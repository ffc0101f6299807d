"""What waits for a yes: for whom, how long, and how much of it."""

from __future__ import annotations

import pytest

from bot.errors import PreviewOver
from bot.library import Pending, Understood
from bot.library.pending import PendingLimits
from bot.models import Edits

CLUB, OTHER = 501, 502
ANN, BEN = 1, 2
LIMITS = PendingLimits(seconds=60, each=2, all=4, size=100)


def given(data: bytes = b"x") -> Understood:
    return Understood("a.txt", data, Edits(), False, 1, 0, (), (), ())


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pending(time: Time) -> Pending:
    return Pending(time, LIMITS)


def is_held(pending: Pending, key: str, library: int = CLUB, user: int = ANN) -> bool:
    try:
        pending.look(key, library, user)
    except PreviewOver:
        return False
    return True


def test_a_key_is_of_use_only_to_whom_it_was_made_for_and_where(pending: Pending) -> None:
    key = pending.hold(CLUB, ANN, given())
    assert is_held(pending, key)
    assert not is_held(pending, key, user=BEN)
    assert not is_held(pending, key, library=OTHER)
    assert not is_held(pending, "0000000000")


def test_what_is_taken_is_there_once(pending: Pending) -> None:
    key = pending.hold(CLUB, ANN, given(b"one"))
    assert pending.take(key, CLUB, ANN).data == b"one"
    with pytest.raises(PreviewOver):
        pending.take(key, CLUB, ANN)


def test_it_expires_and_an_answer_in_time_holds_it_longer(pending: Pending, time: Time) -> None:
    old, kept = pending.hold(CLUB, ANN, given()), pending.hold(CLUB, ANN, given())
    time.now = 30.0
    pending.hold(CLUB, ANN, given(), kept)
    time.now = 60.0
    assert not is_held(pending, old)
    assert is_held(pending, kept)


def test_the_oldest_go_first(pending: Pending) -> None:
    keys = [pending.hold(CLUB, ANN, given()) for _ in range(3)]
    assert [is_held(pending, key) for key in keys] == [False, True, True]
    others = [pending.hold(CLUB, user, given()) for user in (3, 4, 5)]
    assert [is_held(pending, key) for key in keys] == [False, False, True]
    assert is_held(pending, others[-1], user=5)


def test_they_take_only_so_much_room_but_the_newest_is_always_held(pending: Pending) -> None:
    first = pending.hold(CLUB, ANN, given(b"x" * 60))
    second = pending.hold(CLUB, BEN, given(b"x" * 60))
    assert not is_held(pending, first)
    assert is_held(pending, second, user=BEN)
    large = pending.hold(CLUB, ANN, given(b"x" * 500))
    assert is_held(pending, large)
    assert not is_held(pending, second, user=BEN)


def test_forgetting_a_server_lets_go_of_its_own_alone(pending: Pending) -> None:
    here, there = pending.hold(CLUB, ANN, given()), pending.hold(OTHER, ANN, given())
    pending.forget(CLUB)
    assert not is_held(pending, here)
    assert is_held(pending, there, library=OTHER)
