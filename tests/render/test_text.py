"""What reviews contain never comes alive in Discord, and nothing is cut mid-word."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simcord.preview._markdown import markdown_tokens

from bot.models import Place, Score
from bot.render.attribution import quoted
from bot.render.text import clip, clip_around, escape, one_line, score_words
from bot.words.grammar import date_words, percent

ALIVE = [
    "**bold** __under__ *it* _it_ ~~gone~~ `code` ||veil||",
    "```py\ncode\n```",
    "<@1> <@!1> <@&2> <#3> @everyone @here",
    "<t:1700000000:R> <t:1700000000>",
    "</review:123> <id:customize> <a:wave:123> <:wave:123>",
    ":tada: :+1: a:b:c",
    "https://example.org/a_b_c steam://run/1 mailto:a@b.org <https://example.org> discord://x",
    "[label](https://example.org) ![picture](https://example.org/a.png)",
    "# one\n## two\n### three",
    "- a\n* b\n+ c\n1. d\n2) e\n  - f",
    "> quoted\n>>> all of it",
    "a | b\n--- | ---\n1 | 2",
    "Title\n=====\nTitle\n-----",
    "fish &amp; chips &#42;x&#42; &copy",
    "\\*stars\\* \\\\ back\\slash ¯\\_(ツ)_/¯",
]
CONTEXT: dict[str, Any] = {
    "users": {"1": "Robin"},
    "roles": {"2": "Managers"},
    "channels": {"3": "reviews"},
    "commands": {"123": "review"},
    "emojis": {"123": {"name": "wave", "animated": False}},
    "everyone": True,
}
PIECES = [
    *"*_~`|<>[]()#@&:;!\\-+=.1/ \nabtR",
    *("||", "https://", "<t:1>", "<@1>", "@everyone", ":tada:", "&amp;"),
]
PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80)  # reading drops controls
NASTY = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def shown(markdown: str) -> tuple[str, set[str]]:
    """The plain text a client shows, and the kinds of things in it that are more than text."""
    words: list[str] = []
    kinds: set[str] = set()

    def visit(tokens: list[dict[str, Any]]) -> None:
        for token in tokens:
            kind = token["type"]
            if kind == "text":
                words.append(token["content"])
            elif kind == "break":
                words.append("\n")
            elif kind in {"inline", "paragraph"}:
                visit(token["children"])
                if kind == "paragraph":
                    words.append("\n")
            else:
                kinds.add(kind)
                visit(token.get("children", []))

    visit(markdown_tokens(markdown, "text_display", context=CONTEXT))
    return "".join(words), kinds


def squeezed(text: str) -> str:
    return one_line(text)


@pytest.mark.parametrize("source", ALIVE)
def test_nothing_comes_alive(source: str) -> None:
    words, kinds = shown(escape(source))
    assert kinds == set()
    assert squeezed(words) == squeezed(source)


@pytest.mark.parametrize("source", ALIVE)
def test_each_of_these_would_have_come_alive(source: str) -> None:
    words, kinds = shown(source)
    discords_own = ":tada:" in source  # which SimCord leaves as text
    assert kinds or squeezed(words) != squeezed(source) or discords_own


@given(st.one_of(PLAIN, NASTY))
def test_escaped_text_reads_as_written(source: str) -> None:
    source = one_line(source)
    words, kinds = shown(f"“{escape(source)}”")
    assert kinds == set()
    assert squeezed(words) == f"“{without_marks(source)}”"


@given(st.lists(NASTY, min_size=1, max_size=4))
def test_escaped_lines_read_as_written(lines: list[str]) -> None:
    # SimCord would take an escaped "-#" for small print (see below).
    source = "\n".join(one_line(line).replace("-#", "-") for line in lines)
    words, kinds = shown(escape(source))
    assert kinds == set()
    assert squeezed(words) == squeezed(source)


@given(st.one_of(PLAIN, NASTY))
def test_a_spoiler_is_one_veil_around_all_of_it(source: str) -> None:
    words, length = quoted(f"x{source}x", spoiler=True)
    assert words.startswith("> ||“")
    assert words.endswith("”||")
    assert "||" not in words[4:-2].replace("\\|", "")
    assert length == len(one_line(f"x{source}x"))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<@&12>", "\\<@&12>"),
        ("</review:1>", "\\</review\\:1>"),
        ("<t:1:R>", "\\<t\\:1\\:R>"),
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("plain (words), 3-4 of them: yes!", "plain (words), 3-4 of them: yes!"),
    ],
)
def test_escapes(source: str, target: str) -> None:
    assert escape(source) == target


def test_small_print_stays_large() -> None:
    # SimCord looks for the mark after escapes are gone; Discord itself does not.
    assert escape("-# small\n  -# too") == "\\-# small\n  \\-# too"


def test_what_turns_the_writing_direction_is_left_out() -> None:
    assert escape("a\u202eb\u2066c") == "abc"


def without_marks(text: str) -> str:
    return one_line(re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", text))


@given(st.lists(st.text("abcdé’-", min_size=1, max_size=12), min_size=1, max_size=40), st.integers(15, 120))
def test_a_clipped_text_ends_with_a_whole_word(words: list[str], limit: int) -> None:
    text = " ".join(words)
    short = clip(text, limit)
    assert len(short) <= limit
    if len(text) <= limit:
        assert short == text
    else:
        assert short.endswith("…")
        kept = short[:-1]
        assert text.startswith(kept)
        rest = text[len(kept) :]
        assert rest.lstrip(",;:–—-(“‘\"'").startswith(" ")


@given(st.text(max_size=700), st.integers(0, 700))
def test_a_clipped_text_is_never_longer(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit or len(text) <= limit


@given(
    st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=60),
    st.integers(20, 200),
    st.data(),
)
def test_a_window_shows_the_hit_and_whole_words(words: list[str], limit: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join(words[:at])) + (at > 0)
    end = start + len(words[at])
    begin, stop = clip_around(text, limit, start, end)
    assert begin <= start < end <= stop
    assert stop - begin <= limit
    assert set(text[begin:stop].split()) <= set(words)


@pytest.mark.parametrize(
    ("raw", "value", "scale", "share", "words"),
    [
        ("7.5/10", 7.5, 10.0, 75.0, "7.5/10 (75%)"),
        ("85%", 85.0, 100.0, 85.0, "85%"),
        ("B+", 10.0, 12.0, 83.33, "B+ (83%)"),
        ("**1/2 of ****", 2.5, 4.0, 62.5, "\\*\\*1/2 of \\*\\*\\*\\* (2.5 of 4, 63%)"),
        ("5/4", 5.0, 4.0, None, "5/4"),
        ("8", 8.0, None, None, "8 (no scale given)"),
    ],
)
def test_scores_in_words(
    raw: str, value: float, scale: float | None, share: float | None, words: str
) -> None:
    assert score_words(Score("Overall", value, scale, share, raw, Place(0, 1), "rule", 1.0)) == words


@pytest.mark.parametrize("published", ["--13-01", "2025-00-01", "soon", "", None, "2025-6-4", "--"])
def test_a_malformed_date_is_not_shown(published: str | None) -> None:
    assert date_words(published) is None


@given(st.floats(0, 100))
def test_percentages_are_whole(value: float) -> None:
    assert abs(int(percent(value).removesuffix("%")) - value) <= 0.5
