"""What servers' libraries hold, kept in plain dictionaries: what the store must answer, and nothing else.

Facts of one review, and a film's people, come from the project's pure functions; who sees what is worked out here.
"""

from __future__ import annotations

import functools
import hashlib
import math
import re
from collections import Counter
from dataclasses import dataclass, field

from bot.corpus import parse_document
from bot.extract import extract
from bot.library.edits import entry_of
from bot.models import OPERATOR_LIBRARY, Edits, Extracted, Film, RawFile, ReviewFacts, Spelling
from bot.resolve import resolve_film, resolve_films
from bot.store.identity import critic_id, film_id, quote_ids, review_id
from bot.text import fold

_WORD = re.compile(r"[^\W_]+")


NO_EDITS = Edits()


@functools.lru_cache(maxsize=4096)
def _read(source: str, form: str, data: bytes, edits: Edits) -> tuple[str, Extracted]:
    raw = RawFile("discord", source, hashlib.sha256(data).hexdigest(), data, form)
    document = parse_document(raw, entry_of(edits))
    return document.text, extract(document)


@dataclass(frozen=True)
class Item:
    """What somebody gave, or a file of the operator's."""

    source: str
    data: bytes
    form: str = "file"
    edits: Edits = NO_EDITS
    user: int = 0


@dataclass(frozen=True)
class Known:
    """A review as the model knows it."""

    id: str
    library: int
    source: str
    text: str
    said: Extracted
    film: Film | None
    quotes: tuple[str, ...]  # ids

    @property
    def film_id(self) -> str | None:
        return film_id(self.film) if self.film else None

    @property
    def critic(self) -> str:
        return critic_id(self.said.critic.value if self.said.critic else None, self.id)

    @property
    def outlet(self) -> str | None:
        return self.said.outlet.value if self.said.outlet else None

    @property
    def percent(self) -> float | None:
        return next((score.percent for score in self.said.scores if score.label == "Overall"), None)

    @property
    def facts(self) -> ReviewFacts:
        said = self.said
        name = said.critic.value if said.critic else None
        return ReviewFacts(self.id, self.source, name, said.films, said.credits, said.mentions)


@dataclass
class Model:
    """Libraries by id; the operator's is 0."""

    kept: dict[int, dict[str, Item]] = field(default_factory=dict)
    proposed: dict[int, dict[str, Item]] = field(default_factory=dict)
    spellings: dict[int, dict[tuple[str | None, str], Spelling]] = field(default_factory=dict)

    def reviews(self, library: int) -> list[Known]:
        """A library's reviews with their films settled."""
        root = "reviews" if library == OPERATOR_LIBRARY else "discord"
        known = []
        for item in self.kept.get(library, {}).values():
            text, said = _read(item.source, item.form, item.data, item.edits)
            public = review_id(library, root, item.source)
            quotes = quote_ids(public, [text[quote.start : quote.end] for quote in said.quotes])
            known.append(Known(public, library, item.source, text, said, None, quotes))
        films = resolve_films([one.facts for one in known])
        return [
            Known(one.id, one.library, one.source, one.text, one.said, films.get(one.id), one.quotes)
            for one in known
        ]

    def seen(self, libraries: tuple[int, ...]) -> Seen:
        return Seen(self, libraries)

    def films(self, library: int) -> dict[str, str]:
        """The film of each of a library's reviews."""
        return {one.id: one.film_id for one in self.reviews(library) if one.film_id}

    def pass_on_spellings(self, library: int, before: dict[str, str]) -> None:
        """Let a film's spellings follow its reviews where none of them is of that film any more."""
        now, said = self.films(library), self.spellings.get(library, {})
        heirs = {(film, now[review]) for review, film in before.items() if review in now}
        for film, heir in sorted(heirs):
            if film not in now.values():
                for of, folded in [key for key in said if key[0] == film]:
                    one = said[of, folded]
                    said.setdefault((heir, folded), Spelling(heir, one.spelling, one.person))
        for film in {film for film, _ in heirs} - set(now.values()):
            for key in [key for key in said if key[0] == film]:
                del said[key]


class Seen:
    """What one scope sees."""

    def __init__(self, model: Model, libraries: tuple[int, ...]) -> None:
        self.model, self.libraries = model, tuple(sorted(libraries))
        self.reviews = [one for library in self.libraries for one in model.reviews(library)]
        self.by_id = {one.id: one for one in self.reviews}
        self.quotes = {
            public: (one, quote)
            for one in self.reviews
            for public, quote in zip(one.quotes, one.said.quotes, strict=True)
        }
        self.film_ids = {one.film_id for one in self.reviews if one.film}
        self.critic_ids = {one.critic for one in self.reviews}

    def of_film(self, film: str) -> list[Known]:
        return [one for one in self.reviews if one.film_id == film]

    def film(self, film: str) -> Film:
        """The film as the scope has it: the lowest library's title, everybody's aliases."""
        forms = {
            one.library: one.film for one in sorted(self.of_film(film), key=lambda one: one.id, reverse=True)
        }
        ordered = [forms[library] for library in sorted(forms)]
        aliases = dict.fromkeys(alias for form in ordered for alias in form.aliases)
        return Film(ordered[0].title, ordered[0].year, tuple(aliases))

    def people(self, film: str):
        """The film's cast and crew as all the scope's reviews together have them."""
        members = self.of_film(film)
        wanted = [
            (one.film or "", library, fold(one.spelling), one)
            for library in sorted({one.library for one in members})
            for one in self.model.spellings.get(library, {}).values()
            if one.film in {None, film}
        ]
        wanted.sort(key=lambda entry: (entry[0] != "", *entry[1:3]))
        return resolve_film(self.film(film), [one.facts for one in members], [one for *_, one in wanted])

    def labels(self, critic: str) -> set[str]:
        """How a critic may be called: by a name, or after an outlet or a file."""
        return {
            one.said.critic.value if one.said.critic else f"Unnamed critic · {one.outlet or one.source}"
            for one in self.reviews
            if one.critic == critic
        }

    def names(self) -> set[str]:
        """Every name that may be shown for a person."""
        names = {credit.person for one in self.reviews for credit in one.said.credits}
        names |= {mention.person for one in self.reviews for mention in one.said.mentions}
        names |= {
            one.person for library in self.libraries for one in self.model.spellings.get(library, {}).values()
        }
        for library in self.libraries:  # each library's own settled forms, short names made long
            alone = Seen(self.model, (library,)) if self.libraries != (library,) else self
            for film in alone.film_ids:
                resolved = alone.people(film)
                names |= {credit.person for said in resolved.credits.values() for credit in said}
                names |= {mention.person for said in resolved.mentions.values() for mention in said}
        return names

    def sentences(self, word: str) -> Counter[tuple[str, str]]:
        """Sentences that hold a word, with their review's id."""
        return Counter(
            (one.id, one.text[sentence.start : sentence.end])
            for one in self.reviews
            for sentence in one.said.sentences
            if word in _WORD.findall(one.text[sentence.start : sentence.end].casefold())
        )

    def outlets(self) -> tuple[str, ...]:
        counted = Counter(one.outlet for one in self.reviews if one.outlet)
        return tuple(sorted(counted, key=lambda outlet: (-counted[outlet], outlet)))


def mean(percents: list[float]) -> float | None:
    return round(math.fsum(percents) / len(percents), 2) if percents else None


def stated_cast(resolved) -> list[str]:
    return [entry.person for entry in resolved.cast]
