"""One film's characters: short names joined to fuller ones, over all reviews."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.extract.name_lists import name_lists
from bot.extract.name_words import HONORIFICS
from bot.models import Certainty, Credit, CreditKind
from bot.resolve.spelling import same_person
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

Critic = tuple[str, str]
"""A critic's folded name, or for an unnamed one the review's key."""

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its"})


def character_words(character: str) -> frozenset[str]:
    """Give the words that make a character: no articles, no titles unless there is nothing else.

    >>> sorted(character_words("the late Dr. Ben McKenna")), sorted(character_words("the Captain"))
    (['ben', 'late', 'mckenna'], ['captain'])
    """
    words = [word for word in fold(character).split() if word not in _ARTICLES]
    return frozenset(word for word in words if word not in HONORIFICS) or frozenset(words)


def holds(credit: Credit) -> bool:
    """Whether a credit is put as a fact, be it weakly."""
    return credit.certainty in {Certainty.STATED, Certainty.UNSURE}


class Characters:
    """Each actor's characters, the most named first.

    ``written`` holds longer names that critics write as characters' without saying who plays them.
    """

    def __init__(
        self,
        settled: Mapping[str, tuple[Credit, ...]],
        critics: Mapping[str, Critic],
        written: Mapping[str, set[Critic]],
    ) -> None:
        said: defaultdict[str, defaultdict[str, set[Critic]]] = defaultdict(lambda: defaultdict(set))
        self._described: set[tuple[str, str]] = set()
        people: set[str] = set()
        for key, found in settled.items():
            for credit in found:
                people |= {fold(credit.person), fold(credit.as_written)}
                if credit.role == "actor" and credit.character and credit.film is None and holds(credit):
                    said[credit.person][credit.character].add(critics[key])
                    if credit.kind is CreditKind.DESCRIBED:
                        self._described.add((credit.person, credit.character))
        groups = {person: self._groups(person, forms) for person, forms in said.items()}
        fuller = _Fuller(
            {person: [_head(group, said[person]) for group in found] for person, found in groups.items()},
            {name: voices for name, voices in written.items() if fold(name) not in people},
        )
        self._full: dict[tuple[str, str], str] = {}
        self.ranked: dict[str, tuple[str, ...]] = {}
        for person, forms in said.items():
            ranking: list[tuple[int, str]] = []
            for group in groups[person]:
                head = fuller.name(person, _head(group, forms))
                ranking.append((-len(set().union(*(forms[form] for form in group))), head))
                self._full |= {(person, form): head for form in group}
            shown = [head for _, head in sorted(ranking)]
            self.ranked[person] = tuple(
                shown or sorted(forms, key=lambda form: (-len(forms[form]), len(form), form))
            )
        self.words = frozenset(word for _, form in self._full for word in character_words(form))
        """All words that name a character of the film."""

    def _groups(self, person: str, forms: Mapping[str, set[Critic]]) -> list[list[str]]:
        """Put the names of one character together, the fullest first."""
        named = [form for form in forms if (person, form) not in self._described]
        groups: list[list[str]] = []
        for form in sorted(named, key=lambda form: (-len(character_words(form)), -len(forms[form]), form)):
            words = character_words(form)
            home = next(
                (g for g in groups if words <= character_words(g[0]) or _spelled_alike(form, g[0])), None
            )
            if home is None:
                groups.append([form])
            else:
                home.append(form)
        return groups

    def settle(self, credit: Credit) -> Credit:
        """Give a credit its character's fuller name."""
        full = self._full.get((credit.person, credit.character or ""))
        if (
            full is None
            or credit.role != "actor"
            or credit.film is not None
            or credit.kind is CreditKind.DESCRIBED
        ):
            return credit
        return replace(credit, character=full)


def _head(group: list[str], forms: Mapping[str, set[Critic]]) -> str:
    """Choose the name to show among those of one character."""
    fullest = len(character_words(group[0]))
    heads = [form for form in group if len(character_words(form)) == fullest]
    return min(heads, key=lambda form: (-len(forms[form]), -len(form), form))


def _spelled_alike(one: str, two: str) -> bool:
    """Whether two characters' names differ in a slip only."""
    return len(fold(one).split()) > 1 and same_person(one, two)


class _Fuller:
    """Full names for characters that the cast knows by one word."""

    def __init__(self, heads: Mapping[str, list[str]], written: Mapping[str, set[Critic]]) -> None:
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        for person, names in heads.items():
            for head in names:
                for word in character_words(head):
                    self._owners[word].add(person)
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(written):
            words = fold(name).split()
            for word in {words[0], words[-1]} if words else ():
                self._by_word[word].append(name)
        self._written = written

    def name(self, person: str, head: str) -> str:
        """Give a character's full name; the head itself where none is written, or several are."""
        word = fold(head)
        if " " in word or self._owners[word] != {person}:
            return head
        found = [name for name in self._by_word[word] if self._may_be(person, word, name)]
        if not found:
            return head
        best = min(found, key=lambda name: (-len(self._written[name]), -len(name), name))
        return best if all(same_person(best, name) for name in found) else head

    def _may_be(self, person: str, word: str, name: str) -> bool:
        """Whether a full name can be a character's: no word of it is somebody else's, and the sex fits."""
        words = fold(name).split()
        if len(words) < 2 or any(self._owners.get(other, {person}) != {person} for other in words):
            return False
        lists, player = name_lists(), fold(person).partition(" ")[0]
        crossed = ((lists.male, lists.female), (lists.female, lists.male))
        return words[0] == word or not any(player in one and words[0] in other for one, other in crossed)
