"""Facts as JSON: what goes in comes out, what doesn't fit is refused."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import DatabaseDamaged
from bot.models import CastEntry, Credit, Extracted, Film, Score
from bot.store.codec import decode, encode

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
@pytest.mark.parametrize("kind", [Extracted, Credit, Score, CastEntry, Film])
def test_round_trip(kind, data):
    st.register_type_strategy(float, NUMBERS)
    st.register_type_strategy(str, TEXT)
    value = data.draw(st.from_type(kind))
    assert decode(kind, encode(value)) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Film, "{"),
        (Film, '{"title":"M"}'),
        (Film, '{"title":"M","year":"1931"}'),
        (Film, '{"title":"M","year":true}'),
        (Film, '{"title":"M","year":1931,"colour":"none"}'),
        (Film, '{"title":null,"year":1931}'),
        (tuple[Film, ...], '{"title":"M"}'),
        (CastEntry, '{"person":"A","spellings":"A","characters":[],"critics":1}'),
        (Credit, '{"kind":"nameless"}'),
    ],
)
def test_what_does_not_fit_is_refused(kind, text):
    with pytest.raises(DatabaseDamaged):
        decode(kind, text)
