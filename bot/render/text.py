"""Text as Discord shows it: escaped, clipped at words, scores and moments. Pure strings."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import discord

from bot.words import answers
from bot.words.grammar import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.models import Score

EXCERPT_LIMIT = 600
"""No reply shows more characters than this of one review."""

_ALIVE = re.compile(
    r"""
    [\\*_~`|<\[\]]                      # emphasis, code, spoilers, links, <@..>, <#..>, <t:..>, </..:..>
    | :(?=\S)                           # :shortcodes:, and the colon that makes a bare address a link
    | @(?=everyone|here)
    | &(?=\#?\w{1,32};)                 # HTML entities, which some clients decode
    | ^(?P<blanks>[^\S\n]*)(?P<mark>[-+=>\#])              # subtext, bullets, quotes, headings, rules
    | ^(?P<indent>[^\S\n]*)(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|\Z)  # numbered lists
    """,
    re.VERBOSE | re.MULTILINE,
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_BLANKS = re.compile(r"\s+")
_LOOSE_END = " \t\n,;:–—-(“‘\"'"
_STARS = re.compile(r"[★☆⭐✩✪✭✮✯*½]")
_DIGIT = re.compile(r"\d")


def _quiet(match: re.Match[str]) -> str:
    if mark := match["mark"]:
        return f"{match['blanks']}\\{mark}"
    if dot := match["dot"]:
        return f"{match['indent']}{match['number']}\\{dot}"
    return f"\\{match.group()}"


def escape(text: str) -> str:
    r"""Escape text so that it shows as written: no markdown, mention, timestamp, link or list comes alive.

    >>> print(escape("**Bold** <@&12> :tada: https://a.b"))
    \*\*Bold\*\* \<@&12> \:tada: https\://a.b
    >>> print(escape("-# small"), escape("1. one"), escape("Part 2: plain (really)."))
    \-# small 1\. one Part 2: plain (really).
    """
    return _ALIVE.sub(_quiet, _BIDI.sub("", text))


def one_line(text: str) -> str:
    """Set text on one line: each run of blanks and line breaks becomes one space.

    >>> one_line(" It sings.\\n\\nIt soars. ")
    'It sings. It soars.'
    """
    return _BLANKS.sub(" ", text).strip()


def clip(text: str, limit: int) -> str:
    """Shorten to at most ``limit`` characters, at a word, with an ellipsis; a single longer word is cut.

    >>> clip("A blunt, brutal and very funny film", 20)
    'A blunt, brutal and…'
    >>> clip("A blunt, brutal film", 20), clip("A blunt, brutal and so on", 9)
    ('A blunt, brutal film', 'A blunt…')
    """
    if len(text) <= limit:
        return text
    if limit < 2:
        return "…"[:limit]
    head = text[:limit]  # one more than fits beside the ellipsis: a blank there ends a whole word
    cut = max(head.rfind(" "), head.rfind("\n"))
    kept = (head[:cut].rstrip(_LOOSE_END) or head[:cut].rstrip()) if cut > 0 else ""
    return (kept or head[: limit - 1]) + "…"


def clip_around(text: str, limit: int, start: int, end: int) -> tuple[int, int]:
    """The span of at most ``limit`` characters of ``text``, cut at words, that holds ``start`` to ``end``.

    >>> text = "one two three four five six"
    >>> begin, stop = clip_around(text, 14, 8, 13)
    >>> text[begin:stop]
    'two three'
    """
    if len(text) <= limit:
        return 0, len(text)
    end = min(end, start + limit)
    begin = min(max(0, (start + end - limit) // 2), len(text) - limit)
    stop = begin + limit
    if begin > 0 and not text[begin - 1].isspace():
        blank = text.find(" ", begin, start)
        begin = blank + 1 if blank >= 0 else start
    if stop < len(text) and not text[stop].isspace():
        blank = text.rfind(" ", end, stop)
        stop = blank if blank >= 0 else max(end, min(stop, begin + limit))
    return begin, stop


def bar(value: float, width: int = 10) -> str:
    """A percentage as a row of blocks; the number always stands beside it.

    >>> bar(75), bar(0), bar(100, 5)
    ('▰▰▰▰▰▰▰▰▱▱', '▱▱▱▱▱▱▱▱▱▱', '▰▰▰▰▰')
    """
    full = int(max(0.0, min(100.0, value)) / 100 * width + 0.5)
    return "▰" * full + "▱" * (width - full)


def score_words(score: Score | None, limit: int = 60) -> str:
    """A score as printed, escaped, with what it means in numbers where the print does not say it itself.

    >>> from bot.models import Place, Score
    >>> stars = Score("Overall", 3.5, 5.0, 70.0, "★★★½", Place(0, 4), "stars", 1.0)
    >>> score_words(stars), score_words(None)
    ('★★★½ (3.5 of 5, 70%)', 'no score given')
    """
    if score is None:
        return answers.NO_SCORE
    printed = escape(clip(one_line(score.raw), limit))
    notes = []
    if score.scale is None:
        notes.append(answers.NO_SCALE)
    elif _STARS.search(score.raw):
        notes.append(answers.of_scale(score.value, score.scale))
    if score.percent is not None and "%" not in score.raw:
        notes.append(percent(score.percent))
    return f"{printed} ({', '.join(notes)})" if notes else printed


def overall_first(scores: Sequence[Score]) -> tuple[Score | None, tuple[Score, ...]]:
    """The main verdict, of which a review may give none, and the scores of its categories."""
    overall = next((score for score in scores if score.label == "Overall"), None)
    return overall, tuple(score for score in scores if score is not overall)


def moment(when: datetime | str | None, style: Literal["D", "R"] = "D") -> str | None:
    """A moment as each reader's clock has it: the day, or how long ago; None where it is none.

    >>> moment("2025-06-04T12:00:00+00:00"), moment("2025-06-04T12:00:00+00:00", "R"), moment("soon")
    ('<t:1749038400:D>', '<t:1749038400:R>', None)
    """
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when)
        except ValueError:
            return None
    return discord.utils.format_dt(when, style) if when else None


def film_title(title: str, year: int | None, limit: int = 120) -> str:
    """A film's title with its year, not yet escaped.

    >>> film_title("Ballerina", 2025), film_title("Ballerina", None)
    ('Ballerina (2025)', 'Ballerina')
    """
    shown = clip(one_line(title), limit)
    return shown if year is None else f"{shown} ({year})"
