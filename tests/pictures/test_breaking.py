"""Lines break where a language lets them, and come out even."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures.breaking import break_lines, clusters, pieces

texts = st.text(st.sampled_from("ab cé\u0301映。（กเ์नि्👍🏽\u200d-"), max_size=60)


@settings(deadline=None)
@given(texts, st.integers(1, 12))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = break_lines(text, width, len)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    for line in lines:
        assert len(line) <= width or len(clusters(line)) == 1


@settings(deadline=None)
@given(texts)
def test_marks_stay_with_their_letter(text: str) -> None:
    for cluster in clusters(text)[1:]:
        assert not unicodedata.category(cluster[0]).startswith("M")


@settings(deadline=None)
@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30), st.integers(9, 40))
def test_there_are_no_more_lines_than_needed(words: list[str], width: int) -> None:
    greedy: list[str] = []
    for word in words:
        if greedy and len(greedy[-1]) + 1 + len(word) <= width:
            greedy[-1] += f" {word}"
        else:
            greedy.append(word)
    assert len(break_lines(" ".join(words), width, len)) == len(greedy)


def test_the_last_line_is_no_lone_word() -> None:
    assert break_lines("aaaa bbbb cccc dddd e", 19, len) == ["aaaa bbbb", "cccc dddd e"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("well-known", ["well-", "known"]),
        ("「映画」だ。", ["「映", "画」", "だ。"]),
        ("3-4", ["3-4"]),
        ("영화는 정말", ["영화는", "정말"]),
    ],
)
def test_where_a_line_may_break(text: str, expected: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == expected
