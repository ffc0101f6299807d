"""Finding a film, critic or person by what somebody typed: exact, by its start, by a word, or nearly."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.errors import NoMatch
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

CHOICES = 25
"""Discord shows no more suggestions."""

LABEL_LIMIT = 100
"""Nor a longer one, in characters."""

_NEAREST = 5
_CERTAIN = 0.79  # a similarity from which a typo is taken as read
_MARGIN = 0.08  # and by how much it must lead
_NEAR = 0.66
_WORD_NEAR = 0.74
_WORDS = 6  # of what was typed are compared one by one
_WORD_DISCOUNT = 0.95  # a hit on some words counts less than one on the whole name

# Scripts that set no blanks between words: a name stands within what looks like one long word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_YEAR = re.compile(r" \d{4}")


@dataclass(frozen=True, slots=True)
class Name:
    """A thing to be found: its public id, how it is shown, the folded forms that find it, its reviews."""

    id: str
    label: str
    forms: tuple[str, ...]
    weight: int


class NameIndex:
    """The names of one kind in one scope, in memory."""

    def __init__(self, kind: str, names: Iterable[Name], fold: Callable[[str], str]) -> None:
        self.kind = kind
        self._fold = fold
        self._names = sorted(names, key=lambda name: (-name.weight, name.label, name.id))
        self._by_id = {name.id: name for name in self._names}
        self._by_form: dict[str, set[int]] = defaultdict(set)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for number, name in enumerate(self._names):
            for form in name.forms:
                self._by_form[form].add(number)
                for word in form.split():
                    self._by_word[word].add(number)
        self._forms = sorted(self._by_form)
        self._alike: dict[tuple[int, bool], list[str]] = defaultdict(list)
        for form in self._forms:
            self._alike[len(form), bool(_numbers(form))].append(form)
        self._words = sorted(self._by_word)
        self._lengths = sorted({len(form.split()) for form in self._forms}, reverse=True)
        self._unspaced = tuple(form for form in self._forms if len(form) > 1 and _UNSPACED.fullmatch(form))

    def get(self, public: str) -> Name | None:
        """Look up a public id."""
        return self._by_id.get(public)

    def standing_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Find names that stand whole among folded words: from where to where, and whose they are."""
        for start in range(len(words)):
            for length in self._lengths:
                owners = self._by_form.get(" ".join(words[start : start + length]))
                if owners and start + length <= len(words):
                    yield start, start + length, tuple(self._names[number] for number in sorted(owners))
            for form in self._unspaced:
                if form in words[start] and form != words[start]:
                    yield (
                        start,
                        start + 1,
                        tuple(self._names[number] for number in sorted(self._by_form[form])),
                    )

    def complete(self, text: str, among: Collection[str] | None = None) -> list[Name]:
        """Suggest at most 25 names for what was typed so far: starts first, then words, then near ones."""
        typed = self._fold(text)
        found: dict[int, None] = {}
        for number in self._candidates(typed):
            if among is None or self._names[number].id in among:
                found[number] = None
                if len(found) == CHOICES:
                    break
        return [self._names[number] for number in found]

    def find(self, text: str) -> Name:
        """Take what was typed for the one name it means; raises NoMatch with the nearest ones."""
        if name := self._by_id.get(text.strip()):
            return name
        typed = self._fold(text)
        if not typed:
            raise NoMatch(self.kind, text)
        for strategy in (self._exact, self._holding, self._starting, self._holding_so_far):
            if found := strategy(typed):
                meant = sorted(self._as_typed(text, found) or found)
                if len(meant) == 1:
                    return self._names[meant[0]]
                labels = [self._names[number].label for number in meant[:_NEAREST]]
                raise NoMatch(self.kind, text, labels, several=True)
        near = self._near(typed)
        if near and self._is_certain(typed, near):
            return self._names[near[0][0]]
        raise NoMatch(self.kind, text, [self._names[number].label for number, _ in near[:_NEAREST]])

    def _candidates(self, typed: str) -> Iterator[int]:
        """Give names best first, with repeats."""
        if not typed:
            yield from range(len(self._names))
            return
        yield from sorted(self._by_form.get(typed, ()))
        yield from sorted(self._starting(typed))
        yield from sorted(self._holding_so_far(typed))
        if len(typed) > 2:
            yield from (number for number, _ in self._near(typed))

    def _exact(self, typed: str) -> set[int]:
        found = self._by_form.get(typed, set())
        # "Solaris" means the film without a year where another has one: nothing else would name it.
        whole = {number for number in found if self._fold(self._names[number].label) == typed}
        return whole if len(whole) == 1 else found

    def _as_typed(self, text: str, found: set[int]) -> set[int]:
        """Those called just as somebody typed it, but for a year: "Lamp" is not "The Lamp" where there is a "Lamp"."""
        words = fold(text)
        rest = {number: fold(self._names[number].label).removeprefix(words) for number in found}
        return {
            number
            for number, left in rest.items()
            if fold(self._names[number].label).startswith(words) and (not left or _YEAR.fullmatch(left))
        }

    def _holding(self, typed: str) -> set[int]:
        return set.intersection(*(self._by_word.get(word, set()) for word in typed.split()))

    def _starting(self, typed: str) -> set[int]:
        return set().union(*(self._by_form[form] for form in _starting_with(self._forms, typed)))

    def _holding_so_far(self, typed: str) -> set[int]:
        """Find names that hold the words typed, the last of which may be unfinished."""
        *whole, last = typed.split()
        found: set[int] = set().union(*(self._by_word[word] for word in _starting_with(self._words, last)))
        return found.intersection(*(self._by_word.get(word, set()) for word in whole))

    def _near(self, typed: str) -> list[tuple[int, float]]:
        """Rank names by similarity, of the whole or of each word typed to some word of the name."""
        best: dict[int, float] = {}
        for form, score, _ in process.extract(
            typed,
            self._comparable(typed),
            scorer=OSA.normalized_similarity,
            score_cutoff=_NEAR,
            limit=2 * CHOICES,
        ):
            for owner in self._by_form[form]:
                best[owner] = max(best.get(owner, 0.0), score)
        for owner, score in self._near_by_words(typed.split()[:_WORDS]).items():
            best[owner] = max(best.get(owner, 0.0), score * _WORD_DISCOUNT)
        return sorted(best.items(), key=lambda item: (-item[1], item[0]))

    def _comparable(self, typed: str) -> list[str]:
        """Take the forms of a length that can be near; with a number where one is typed."""
        numbered = bool(_numbers(typed))
        lengths = range(int(len(typed) * _NEAR), int(len(typed) / _NEAR) + 2)
        return [form for length in lengths for form in self._alike.get((length, numbered), ())]

    def _near_by_words(self, words: list[str]) -> dict[int, float]:
        total: dict[int, float] | None = None
        for word in words:
            here: dict[int, float] = {}
            for near, score in self._near_words(word):
                for owner in self._by_word[near]:
                    here[owner] = max(here.get(owner, 0.0), score)
            total = (
                here if total is None else {key: total[key] + here[key] for key in total.keys() & here.keys()}
            )
            if not total:
                return {}
        return {owner: score / len(words) for owner, score in (total or {}).items()}

    def _near_words(self, word: str) -> list[tuple[str, float]]:
        if word in self._by_word:
            return [(word, 1.0)]
        found = process.extract(
            word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_WORD_NEAR, limit=CHOICES
        )
        return [(near, score) for near, score, _ in found]

    def _is_certain(self, typed: str, near: list[tuple[int, float]]) -> bool:
        (number, score), *others = near
        if score < _CERTAIN or (others and score - others[0][1] < _MARGIN):
            return False
        # A part's number is never a typo: "Alien 4" is not "Alien 3".
        return any(_numbers(form) == _numbers(typed) for form in self._names[number].forms)


def _starting_with(ordered: list[str], start: str) -> list[str]:
    """Cut out of a sorted list what starts so."""
    return ordered[bisect_left(ordered, start) : bisect_right(ordered, start + chr(sys.maxunicode))]


def _numbers(folded: str) -> set[str]:
    return {word for word in folded.split() if word.isdigit()}


def clip_label(label: str, tail: str = "") -> str:
    """Cut a label, keeping its tail, to what Discord shows.

    >>> len(clip_label("x" * 200, " (1999)"))
    100
    """
    room = LABEL_LIMIT - len(tail)
    return (label if len(label) <= room else label[: room - 1].rstrip() + "…") + tail
