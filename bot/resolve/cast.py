"""One film's reviews together: spellings settled, weak credits corroborated, one cast and crew."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from bot.extract.name_words import HONORIFICS
from bot.models import (
    CastEntry,
    Certainty,
    Credit,
    CreditKind,
    CrewEntry,
    Film,
    Mention,
    ResolvedFilm,
    ReviewFacts,
)
from bot.resolve.spelling import best_spelling, group_names, same_person
from bot.text import fold, fold_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OFFICIAL = "manifest"  # a place given so is the operator's own word
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its"})

_Critic = tuple[str, str]
"""A critic's folded name, or for an unnamed one the review's key."""


def resolve_film(film: Film, reviews: Sequence[ReviewFacts]) -> ResolvedFilm:
    """Settle what the reviews of one film say of its people."""
    ordered = sorted(reviews, key=lambda review: (review.key, review.source))
    own = {fold_title(title) for title in (film.title, *film.aliases)}
    credits_ = {review.key: tuple(_claimed(credit, own) for credit in review.credits) for review in ordered}
    critics = {review.key: _critic(review) for review in ordered}
    people = _People(credits_, critics, Counter(one.person for review in ordered for one in review.mentions))
    settled = {
        key: tuple(replace(credit, person=people.shown(credit.person)) for credit in found)
        for key, found in credits_.items()
    }
    characters = _Characters(settled, critics)
    settled = {key: tuple(characters.settle(credit) for credit in found) for key, found in settled.items()}
    settled = _corroborate(settled, critics)
    mentions = {
        review.key: tuple(
            Mention(people.shown(mention.person), mention.start, mention.end) for mention in review.mentions
        )
        for review in ordered
    }
    return ResolvedFilm(
        settled, mentions, _cast(settled, critics, people, characters), _crew(settled, critics)
    )


def _claimed(credit: Credit, own: set[str]) -> Credit:
    """Take a credit for this film's where the other film it names is this one after all."""
    return (
        replace(credit, film=None) if credit.film is not None and fold_title(credit.film) in own else credit
    )


def _critic(review: ReviewFacts) -> _Critic:
    """Tell critics apart; an unnamed one is nobody else."""
    return (fold(review.critic), "") if review.critic else ("", review.key)


def _is_official(credit: Credit) -> bool:
    return credit.place.given is not None and credit.place.given.startswith(_OFFICIAL)


class _People:
    """Who the written names stand for, over all reviews of a film."""

    def __init__(
        self, credits_: dict[str, tuple[Credit, ...]], critics: dict[str, _Critic], uses: Counter[str]
    ) -> None:
        votes: defaultdict[str, set[_Critic]] = defaultdict(set)
        written: defaultdict[str, set[str]] = defaultdict(set)
        official: set[str] = set()
        for key, found in credits_.items():
            for credit in found:
                votes[credit.person].add(critics[key])
                if _is_official(credit):
                    official.add(credit.person)
                else:
                    written[credit.person].add(" ".join(credit.as_written.split()))
        groups = group_names(votes)
        members: defaultdict[int, list[str]] = defaultdict(list)
        for name, group in groups.items():
            members[group].append(name)
        self._shown: dict[str, str] = {}
        self.spellings: dict[str, tuple[str, ...]] = {}
        for names in members.values():
            best = best_spelling(
                {name: len(votes[name]) for name in names}, [name for name in names if name in official], uses
            )
            forms = set(chain([best], names, *(written[name] for name in names)))
            self.spellings[best] = (best, *sorted(forms - {best}))
            for name in names:
                self._shown[name] = best

    def shown(self, name: str) -> str:
        """Give the settled spelling of a person."""
        return self._shown.get(name, name)


def _words(character: str) -> frozenset[str]:
    """The words that make a character: no articles, no titles unless there is nothing else."""
    words = [word for word in fold(character).split() if word not in _ARTICLES]
    return frozenset(word for word in words if word not in HONORIFICS) or frozenset(words)


class _Characters:
    """Each actor's characters, short names joined to fuller ones, the most named first."""

    def __init__(self, settled: dict[str, tuple[Credit, ...]], critics: dict[str, _Critic]) -> None:
        said: defaultdict[str, defaultdict[str, set[_Critic]]] = defaultdict(lambda: defaultdict(set))
        self._described: set[_Critic] = set()
        for key, found in settled.items():
            for credit in found:
                if credit.role == "actor" and credit.character and credit.film is None and _holds(credit):
                    said[credit.person][credit.character].add(critics[key])
                    if credit.kind is CreditKind.DESCRIBED:
                        self._described.add((credit.person, credit.character))
        self._full: dict[tuple[str, str], str] = {}
        self.ranked: dict[str, tuple[str, ...]] = {}
        for person, forms in said.items():
            self._rank(person, forms)

    def _rank(self, person: str, forms: dict[str, set[_Critic]]) -> None:
        named = sorted(form for form in forms if (person, form) not in self._described)
        groups: list[list[str]] = []
        for form in sorted(named, key=lambda form: (-len(_words(form)), -len(forms[form]), form)):
            words = _words(form)
            home = next(
                (group for group in groups if words <= _words(group[0]) or _spelled_alike(form, group[0])),
                None,
            )
            if home is None:
                groups.append([form])
            else:
                home.append(form)
        ranking: list[tuple[int, str]] = []
        for group in groups:
            fullest = len(_words(group[0]))
            heads = [form for form in group if len(_words(form)) == fullest]
            head = min(heads, key=lambda form: (-len(forms[form]), -len(form), form))
            ranking.append((-len(set().union(*(forms[form] for form in group))), head))
            for form in group:
                self._full[person, form] = head
        shown = tuple(head for _, head in sorted(ranking))
        if not shown:
            shown = tuple(sorted(forms, key=lambda form: (-len(forms[form]), len(form), form)))
        self.ranked[person] = shown

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


def _spelled_alike(one: str, two: str) -> bool:
    """Whether two characters' names differ in a slip only."""
    return len(fold(one).split()) > 1 and same_person(one, two)


def _holds(credit: Credit) -> bool:
    return credit.certainty in {Certainty.STATED, Certainty.UNSURE}


def _corroborate(
    settled: dict[str, tuple[Credit, ...]], critics: dict[str, _Critic]
) -> dict[str, tuple[Credit, ...]]:
    """Make stated what a weak rule reads in one review and a second critic or the manifest says too."""
    voices: defaultdict[tuple[str, str, frozenset[str]], set[_Critic]] = defaultdict(set)
    official: set[tuple[str, str, frozenset[str]]] = set()
    for key, found in settled.items():
        for credit in found:
            if credit.film is None and _holds(credit):
                voices[_fact(credit)].add(critics[key])
                if _is_official(credit):
                    official.add(_fact(credit))

    def certain(credit: Credit) -> Credit:
        if credit.certainty is not Certainty.UNSURE or credit.film is not None:
            return credit
        if len(voices[_fact(credit)]) > 1 or _fact(credit) in official:
            return replace(credit, certainty=Certainty.STATED)
        return credit

    return {key: tuple(certain(credit) for credit in found) for key, found in settled.items()}


def _fact(credit: Credit) -> tuple[str, str, frozenset[str]]:
    return credit.person, credit.role, _words(credit.character or "")


def _stated(settled: dict[str, tuple[Credit, ...]]) -> Iterable[tuple[str, Credit]]:
    for key, found in settled.items():
        for credit in found:
            if credit.film is None and credit.certainty is Certainty.STATED:
                yield key, credit


def _cast(
    settled: dict[str, tuple[Credit, ...]],
    critics: dict[str, _Critic],
    people: _People,
    characters: _Characters,
) -> tuple[CastEntry, ...]:
    voices: defaultdict[str, set[_Critic]] = defaultdict(set)
    stated: defaultdict[str, set[str]] = defaultdict(set)
    for key, credit in _stated(settled):
        if credit.role == "actor":
            voices[credit.person] |= set() if _is_official(credit) else {critics[key]}
            if credit.character:
                stated[credit.person].add(credit.character)
    entries = [
        CastEntry(
            person=person,
            spellings=people.spellings.get(person, (person,)),
            characters=tuple(name for name in characters.ranked.get(person, ()) if name in stated[person]),
            critics=len(said),
        )
        for person, said in voices.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (-entry.critics, not entry.characters, entry.person)))


def _crew(settled: dict[str, tuple[Credit, ...]], critics: dict[str, _Critic]) -> tuple[CrewEntry, ...]:
    voices: defaultdict[tuple[str, str], set[_Critic]] = defaultdict(set)
    for key, credit in _stated(settled):
        if credit.role != "actor":
            voices[credit.person, credit.role] |= set() if _is_official(credit) else {critics[key]}
    entries = [CrewEntry(person, role, len(said)) for (person, role), said in voices.items()]
    roles = Counter(entry.role for entry in entries)
    return tuple(
        sorted(
            entries,
            key=lambda entry: (
                entry.role != "director",
                -entry.critics,
                -roles[entry.role],
                entry.role,
                entry.person,
            ),
        )
    )
