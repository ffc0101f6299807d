"""What a quote is about: themes by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.theme_words import NOT_A_THEME, STRONG, WEAK
from bot.extract.tokens import Phrases
from bot.models import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 3
"""Themes a quote carries at most; a sentence that lists every craft is about none of them in particular."""

_STRONG_POINTS = 2
_WEAK_POINTS = 1
_ENOUGH = 2
_BESIDE = 3

_Marks = tuple[tuple[Theme, int], ...]


def _tables() -> Phrases[_Marks]:
    """One table for all themes, since a word ("deadpan") may speak of several."""
    by_word: dict[str, list[tuple[Theme, int]]] = {}
    for lists, points in ((STRONG, _STRONG_POINTS), (WEAK, _WEAK_POINTS)):
        for theme, words in lists.items():
            for entry in words.split():
                by_word.setdefault(entry, []).append((theme, points))
    merged: dict[_Marks, list[str]] = {(): NOT_A_THEME.split()}
    for entry, marks in by_word.items():
        merged.setdefault(tuple(marks), []).append(entry)
    return Phrases({marks: " ".join(entries) for marks, entries in merged.items()})


_THEMES = _tables()


def find_themes(lows: list[str], judged: Sequence[int] = ()) -> tuple[Theme, ...]:
    """Name the themes of an excerpt's tokens, the most spoken of first, at most three.

    A weak word counts alone only beside a judging word (``judged``: their indices).

    >>> find_themes("the chase is a marvel of camera work and stunts".split())
    (<Theme.ACTION: 'action'>, <Theme.VISUALS: 'visuals'>)
    >>> find_themes("the best film in the world".split())
    ()
    """
    points: dict[Theme, int] = {}
    beside: set[Theme] = set()
    for index, _, marks in _THEMES.find(lows):
        for theme, worth in marks:
            points[theme] = points.get(theme, 0) + worth
            if any(abs(index - place) <= _BESIDE for place in judged):
                beside.add(theme)
    ranked = sorted(points, key=lambda theme: -points[theme])
    strong = [theme for theme in ranked if points[theme] >= _ENOUGH]
    return tuple(strong[:MOST]) if strong else tuple([theme for theme in ranked if theme in beside][:1])
