"""When a quote of the day is due, where clocks change and calendars leave days out; times and zones as typed."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily import Due, due_on, next_due, parse_time, time_words
from bot.errors import NoMatch, NotUnderstood
from bot.zones import complete_zones, parse_zone

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def local(day: str, minute: int, zone: str) -> str | None:
    at = due_on(date.fromisoformat(day), minute, ZoneInfo(zone))
    return at.astimezone(ZoneInfo(zone)).isoformat() if at else None


@pytest.mark.parametrize(
    ("day", "clock", "zone", "comes"),
    [
        # Forward: the first instant after the gap.
        ("2025-03-30", "02:30", "Europe/Berlin", "2025-03-30T03:00:00+02:00"),
        ("2025-03-30", "01:59", "Europe/Berlin", "2025-03-30T01:59:00+01:00"),
        ("2025-03-30", "03:00", "Europe/Berlin", "2025-03-30T03:00:00+02:00"),
        ("2025-03-09", "02:00", "America/New_York", "2025-03-09T03:00:00-04:00"),
        ("2025-10-05", "02:15", "Australia/Lord_Howe", "2025-10-05T02:30:00+11:00"),
        # Back: the first of two.
        ("2025-10-26", "02:30", "Europe/Berlin", "2025-10-26T02:30:00+02:00"),
        ("2025-11-02", "01:30", "America/New_York", "2025-11-02T01:30:00-04:00"),
        ("2025-04-06", "01:45", "Australia/Lord_Howe", "2025-04-06T01:45:00+11:00"),
        # Clocks change at midnight: the day begins at one, or the time falls into the next.
        ("2024-04-26", "00:30", "Africa/Cairo", "2024-04-26T01:00:00+03:00"),
        ("2024-03-30", "23:30", "America/Nuuk", "2024-03-31T00:00:00-01:00"),
        # Samoa had no 30 December 2011.
        ("2011-12-29", "08:00", "Pacific/Apia", "2011-12-29T08:00:00-10:00"),
        ("2011-12-30", "08:00", "Pacific/Apia", None),
        ("2011-12-31", "08:00", "Pacific/Apia", "2011-12-31T08:00:00+14:00"),
    ],
)
def test_a_local_time_comes_once_on_each_day_there_is(
    day: str, clock: str, zone: str, comes: str | None
) -> None:
    assert local(day, parse_time(clock), zone) == comes


def test_after_a_day_that_is_left_out_comes_the_one_after_it() -> None:
    zone = ZoneInfo("Pacific/Apia")
    first = next_due(480, zone, datetime(2011, 12, 29, 12, tzinfo=UTC))
    assert first.day == date(2011, 12, 29)
    assert next_due(480, zone, first.at) == Due(date(2011, 12, 31), datetime(2011, 12, 30, 18, tzinfo=UTC))


def test_days_that_had_their_quote_are_left_out() -> None:
    taken = {date(2026, 3, 1), date(2026, 3, 2)}
    assert next_due(18 * 60, ZoneInfo("UTC"), NOON, taken) == Due(
        date(2026, 3, 3), datetime(2026, 3, 3, 18, tzinfo=UTC)
    )


@given(
    st.sampled_from(sorted(available_timezones())),
    st.integers(0, 1439),
    st.datetimes(datetime(1990, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - in UTC, below
)
def test_whatever_the_clocks_do_each_day_comes_once_and_in_order(
    zone: str, minute: int, start: datetime
) -> None:
    place, after = ZoneInfo(zone), start.replace(tzinfo=UTC)
    found = [next_due(minute, place, after)]
    for _ in range(4):
        found.append(next_due(minute, place, found[-1].at))
    assert found[0].at > after
    assert len({one.day for one in found}) == len(found)
    gaps = [later.at - earlier.at for earlier, later in itertools.pairwise(found)]
    assert all(timedelta(0) < gap <= timedelta(hours=50) for gap in gaps)
    for one in found:
        there = one.at.astimezone(place)
        on_time = (there.date(), there.hour * 60 + there.minute) == (one.day, minute)
        before = (one.at - timedelta(seconds=1)).astimezone(place)
        assert on_time or before.utcoffset() != there.utcoffset()  # else right behind a gap


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("08:30", "08:30"),
        ("8:30", "08:30"),
        (" 8.30 ", "08:30"),
        ("8 pm", "20:00"),
        ("8:05PM", "20:05"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("20h30", "20:30"),
        ("20h", "20:00"),
        ("20 Uhr", "20:00"),
        ("9", "09:00"),
        ("midnight", "00:00"),
        ("24:00", "00:00"),
    ],
)
def test_times_are_read_as_people_write_them(text: str, clock: str) -> None:
    assert time_words(parse_time(text)) == clock


@pytest.mark.parametrize(
    "text", ["", "25:00", "8:60", "13 pm", "0 am", "24:01", "soon", "8:3", "-8", "8:30:00"]
)
def test_other_times_are_refused_with_examples(text: str) -> None:
    with pytest.raises(NotUnderstood, match="08:30"):
        parse_time(text)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Melborne", "Australia/Melbourne"),
        ("India", "Asia/Kolkata"),
        ("utc", "UTC"),
    ],
)
def test_a_timezone_goes_by_its_city(text: str, zone: str) -> None:
    assert parse_zone(text) == zone


@pytest.mark.parametrize("text", ["UTC+2", "gmt-5", "+02:00", "CET", "PST", "GMT", "UTC+5:30"])
def test_an_offset_is_refused_since_it_knows_no_summer_time(text: str) -> None:
    with pytest.raises(NotUnderstood, match="summer time"):
        parse_zone(text)


@pytest.mark.parametrize(
    ("text", "near"), [("Germany", "Europe/Berlin"), ("", None), ("qqqq", None), ("/" * 500, None)]
)
def test_what_is_no_one_zone_is_answered_with_the_nearest(text: str, near: str | None) -> None:
    with pytest.raises(NoMatch) as caught:
        parse_zone(text)
    assert caught.value.nearest[:1] == ((near,) if near else ())


@given(st.text(max_size=120))
def test_whatever_is_typed_can_be_offered(text: str) -> None:
    choices = complete_zones(text, NOON)
    assert len(choices) <= 25
    assert all(len(one.name) <= 100 and parse_zone(one.value) == one.value for one in choices)
