"""What in an excerpt speaks for its being about a theme: which of the theme's words, where, and what stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.theme_words import CORE, FAINT, NEAR, NOT_A_THEME
from bot.extract.tokens import Lexicon, Phrases, word_set
from bot.models import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEVELS = ("core", "near", "faint")
_Marks = tuple[tuple[Theme, str], ...]


def _table() -> Phrases[_Marks]:
    """One table for all themes, since a word ("deadpan") may speak of several."""
    by_word: dict[str, list[tuple[Theme, str]]] = {}
    for level, lists in zip(_LEVELS, (CORE, NEAR, FAINT), strict=True):
        for theme, words in lists.items():
            for entry in words.split():
                by_word.setdefault(entry, []).append((theme, level))
    merged: dict[_Marks, list[str]] = {(): NOT_A_THEME.split()}
    for entry, marks in by_word.items():
        merged.setdefault(tuple(marks), []).append(entry)
    return Phrases({marks: " ".join(entries) for marks, entries in merged.items()})


_WORDS = _table()
_LEXICON = Lexicon(_WORDS)  # faster than the table by itself
_BESIDE = 3  # tokens between a judging word and what it judges
_COPULAS = word_set("""
    is are was were 's isn't aren't wasn't weren't looks feels seems sounds works keeps makes gives feel felt seem
    looked has have had doesn't don't didn't does helps adds takes falls drags remains becomes never
""")
_SUBJECT_OF = 2  # tokens between a subject and its verb
_PLAYER = (Theme.PERFORMANCES,)
_VERB_SOON = 5  # tokens
_JUDGED_SOON = 5  # tokens
_ENDS = frozenset([",", ";", ".", "but", "(", "that", "when", "as", "by", "in"])
_BEHIND = frozenset(["of", "in", "for", "about", "with", "from", "into", "to", "by"])
_OWNERS = frozenset(["the", "its", "a", "an", "this", "their", "his", "her", "'s", "of"])
_MANY = 3  # more of a kind says no more
_PARTS_CLAUSES = _OWNERS | _ENDS  # no judging word reaches over them
_FEW_WORDS, _MANY_WORDS = 12, 30


def weigh_themes(
    lows: list[str],
    judged: Sequence[int] = (),
    people: Mapping[str, tuple[Theme, ...]] | None = None,
    names: Sequence[int] = (),
) -> dict[Theme, dict[str, float]]:
    """Measure an excerpt for each theme that any word of it may speak of; what is absent counts 0.

    ``judged`` holds the indices of its judging words, ``people`` the theme that a name stands for.

    >>> weigh_themes("the plot of a fool is dull".split(), [6])[Theme.STORY]["core"]
    1.0
    """
    hits: list[tuple[int, int, Theme, str]] = [
        (index, length, theme, level)
        for index, length, marks in _LEXICON.read(lows).find(_WORDS)
        for theme, level in marks
    ]
    if people:
        hits += [(index, 1, theme, "name") for index, low in enumerate(lows) for theme in people.get(low, ())]
    hits += [
        (index, 2, Theme.PERFORMANCES, "full name")
        for index in _full_names(lows, names)
        if not people or people.get(lows[index + 1], _PLAYER) == _PLAYER
    ]
    found: dict[Theme, dict[str, float]] = {}
    first = min((index for index, _, _, level in hits if level == "core"), default=-1)
    for index, length, theme, level in hits:
        measures = found.setdefault(theme, {})

        def add(name: str, measures: dict[str, float] = measures) -> None:
            measures[name] = min(_MANY, measures.get(name, 0.0) + 1.0)

        if level in measures:
            add(f"more {level}")
            continue
        add(level)
        end = index + length
        if any(index - _BESIDE <= place < end + _BESIDE for place in judged):
            add(f"{level} judged")
        if any(low in _COPULAS for low in lows[end : end + _SUBJECT_OF]):
            add(f"{level} subject")
        if index - 1 in judged or (index - 2 in judged and lows[index - 1] not in _PARTS_CLAUSES):
            add(f"{level} qualified")
        if _is_said_of(lows, end, judged):
            add(f"{level} is judged")
        if _is_behind(lows, index):
            add(f"{level} behind")
        if index == first:
            add("first")
    cores = {theme for theme, measures in found.items() if "core" in measures}
    for theme, measures in found.items():
        rivals = len(cores - {theme})
        if rivals:
            measures["one rival" if rivals == 1 else "rivals"] = 1.0
        if not judged:
            measures["no judgement"] = 1.0
        if len(lows) < _FEW_WORDS:
            measures["short"] = 1.0
        elif len(lows) > _MANY_WORDS:
            measures["long"] = 1.0
    return found


def _full_names(lows: list[str], names: Sequence[int]) -> list[int]:
    """Where two capitalised words stand together, away from the start: most such names are players'."""
    known = set(names)
    return [index for index in names if index + 1 in known and index - 1 not in known]


def _is_said_of(lows: list[str], end: int, judged: Sequence[int]) -> bool:
    """ "Anna Magnani and her sister are superb": a verb soon, and a judging word soon behind it."""
    for place in range(end, min(len(lows), end + _VERB_SOON)):
        if lows[place] in _ENDS:
            return False
        if lows[place] in _COPULAS:
            return any(place < at <= place + _JUDGED_SOON for at in judged)
    return False


def _is_behind(lows: list[str], index: int) -> bool:
    """ "of the plot", "in its world": said of something else."""
    place = index - 1
    if place > 0 and lows[place] in _OWNERS:
        place -= 1
    return place >= 0 and lows[place] in _BEHIND
