"""A review as the credit rules see it: words, names, titles, and who a short form stands for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.extract.name_lists import name_lists
from bot.extract.name_words import FUNCTION_WORDS, PARTICLES, PEOPLES
from bot.extract.names import FULL, POSSIBLE, Name, Token, find_names, find_tokens, plain_view
from bot.text import fold_title

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from bot.extract.credit_labels import Label

_YEAR = re.compile(r"\W{0,3}\((?:19|20)\d\d")
_LONGEST = 60  # words: as far back as any rule looks for a sentence's beginning

Title = tuple[int, int, str]
"""Start, end and the folded title."""


class Page:
    """Words and names of one review with the look-ups that all rules share."""

    def __init__(
        self,
        text: str,
        edges: Iterable[int] = (),
        titles: Sequence[Title] = (),
        own_titles: Iterable[str] = (),
        labels: Sequence[Label] = (),
    ) -> None:
        self.text = text
        self.view = plain_view(text)
        self.labels = labels
        self.tokens: list[Token] = find_tokens(self.view, edges)
        self._starts = _sentence_starts(self.tokens)
        self._where = _places(self.tokens)
        self._folded: dict[str, str] = {}
        self.own_titles = frozenset(fold_title(title) for title in own_titles)
        self.titles = sorted(titles)
        self.title_starts = [start for start, _, _ in self.titles]
        self.title_at: list[bool] = _cover(self.tokens, self.titles)
        self.names: list[Name] = find_names(self.view, self.tokens)
        self.name_of: list[Name | None] = [None] * len(self.tokens)
        for name in self.names:
            for index in range(name.first, name.last + 1):
                self.name_of[index] = name
        self._lower = {token.word for token in self.tokens if not token.capital}
        self._firsts = Counter(name.words[0] for name in self.names)
        self._lasts = Counter(name.words[-1] for name in self.names)
        self.alone = frozenset(name.words[0] for name in self.names if len(name.words) == 1)
        """Words that stand as a name by themselves somewhere."""
        self._title_names = self._names_of_titles()
        self._fullest = self._short_forms()
        self._take_particles()

    def _short_forms(self) -> dict[tuple[str, ...], str]:
        """Map every form of a name, short or full, to its fullest: the most used, then the first."""
        spellings: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        scores: dict[tuple[str, ...], float] = {}
        for name in self.names:
            if name.score >= POSSIBLE and not name.titled and not self.is_title(name):
                spellings[name.words][name.text] += 1
                scores.setdefault(name.words, name.score)
        ranked = sorted(spellings, key=lambda words: (scores[words] < FULL, -spellings[words].total()))
        forms: dict[tuple[str, ...], str] = {}
        for words in ranked:
            shown = spellings[words].most_common(1)[0][0]
            forms[words] = " ".join(shown.split())
        for words in ranked:
            for form in [*(words[cut:] for cut in range(1, len(words))), words[:1]]:
                forms.setdefault(form, forms[words])
        return forms

    def _names_of_titles(self) -> set[str]:
        """Fold the titles that mean no person: with a year behind them, or never named outside a title."""
        plain = {self._fold(name.text) for name in self.names if not self.is_title(name)}
        return {title for _, end, title in self.titles if title not in plain or _YEAR.match(self.view, end)}

    def _take_particles(self) -> None:
        """Give a short form the particle before it, where a full name has it too ("thanks to de Armas")."""
        for spot, name in enumerate(self.names):
            if not name.first or len(name.words) > 2:
                continue
            before = self.tokens[name.first - 1]
            words = (before.lower, *name.words)
            if before.lower in PARTICLES and self.tokens[name.first].gap == " " and words in self._fullest:
                start = before.start
                longer = name._replace(
                    start=start, first=name.first - 1, text=self.view[start : name.end], words=words
                )
                self.names[spot] = longer
                for index in range(longer.first, longer.last + 1):
                    self.name_of[index] = longer

    def occurrences(self, name: Name) -> int:
        """Count the names that begin or end like this one, itself among them."""
        return max(self._firsts[name.words[0]], self._lasts[name.words[-1]])

    def is_title(self, name: Name) -> bool:
        """Whether a name stands in a film's title."""
        return self.title_at[name.first] and self.title_at[name.last]

    def is_own_title(self, name: Name) -> bool:
        """Whether a name is the title of this very film."""
        return self._fold(name.text) in self.own_titles

    def person(self, name: Name, *, floor: float = POSSIBLE) -> str | None:
        """Give the fullest form of a person's name, or None where it cannot be one.

        ``floor`` is how much a full name must look like a person's. A single word must be short for one.
        """
        if name.titled or self.is_title(name):
            return None
        if self._title_names and self._fold(name.text) in self._title_names:
            return None
        if len(name.words) >= 2 and name.words[0] not in PARTICLES:
            if name.score < floor or (name.score < FULL and self.is_own_title(name)):
                return None
            return self._fullest.get(name.words)
        found = self._fullest.get(name.words)
        if found is None and len(name.words) > 1:
            return name.text
        return found

    def surname(self, name: Name) -> str | None:
        """Take a single word for a surname that no full name in the review explains."""
        if len(name.words) == 1 and not name.titled and not self.is_title(name) and len(name.text) > 2:
            known = name.words[0] in name_lists().last
            return name.text if known else None
        return None

    def may_be_character(self, name: Name) -> bool:
        """Whether a name can be a character's: not a mere capital at a sentence's edge."""
        if len(name.words) > 1:
            return True
        if name.words[0] in PEOPLES:
            return False
        word = self.tokens[name.first]
        return not (word.edge and word.lower in self._lower) and word.lower not in FUNCTION_WORDS

    def _fold(self, text: str) -> str:
        """Fold a title or name as titles are, once."""
        folded = self._folded.get(text)
        if folded is None:
            folded = self._folded[text] = fold_title(text)
        return folded

    def spots(self, words: Container[str]) -> list[int]:
        """Give the tokens that are one of some lower-case words, in order."""
        return sorted(index for word, places in self._where.items() if word in words for index in places)

    def sentence_start(self, index: int) -> int:
        """Give the first token of the sentence that token ``index`` stands in."""
        return self._starts[index]


def _places(tokens: list[Token]) -> dict[str, list[int]]:
    """Tell where each word stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, low in enumerate([token.lower for token in tokens]):
        places[low].append(index)
    return places


def _sentence_starts(tokens: list[Token]) -> list[int]:
    """Tell for each token which one begins its sentence, or the stretch of it that rules look back over."""
    starts, start = [], 0
    for index, token in enumerate(tokens):
        if token.edge or index - start >= _LONGEST:
            start = index
        starts.append(start)
    return starts


def _cover(tokens: list[Token], titles: list[Title]) -> list[bool]:
    """Tell for each token whether it stands in a title; both are in order."""
    covered = [False] * len(tokens)
    spot = 0
    for start, end, _ in titles:
        while spot < len(tokens) and tokens[spot].end <= start:
            spot += 1
        index = spot
        while index < len(tokens) and tokens[index].start < end:
            covered[index] = True
            index += 1
    return covered
