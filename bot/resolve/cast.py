"""One film's reviews together: spellings settled, weak credits corroborated, one cast and crew."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

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
    Spelling,
)
from bot.resolve.characters import Characters, Critic, character_words, holds
from bot.resolve.respelling import respelled
from bot.resolve.spelling import best_spelling, group_names, name_tokens, same_person, sounds_alike
from bot.text import fold, fold_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BRACKETED = "character-bracket-actor"
_OFFICIAL = "manifest"  # a place given so is the operator's own word


def resolve_film(
    film: Film, reviews: Sequence[ReviewFacts], spellings: Iterable[Spelling] = ()
) -> ResolvedFilm:
    """Settle what the reviews of one film say of its people; ``spellings`` are the film's official ones."""
    official = {fold(one.spelling): one.person for one in spellings}
    if official:
        reviews = [respelled(review, official) for review in reviews]
    ordered = sorted(reviews, key=lambda review: (review.key, review.source))
    own = {fold_title(title) for title in (film.title, *film.aliases)}
    credits_ = {review.key: tuple(_claimed(credit, own) for credit in review.credits) for review in ordered}
    credits_ = _turned(credits_)
    critics = {review.key: _critic(review) for review in ordered}
    uses = Counter(one.person for review in ordered for one in review.mentions)
    people = _People(credits_, critics, uses, official.values())
    settled = {
        key: tuple(replace(credit, person=people.shown(credit.person)) for credit in found)
        for key, found in credits_.items()
    }
    characters = Characters(settled, critics, _written(ordered, critics))
    settled = {key: tuple(characters.settle(credit) for credit in found) for key, found in settled.items()}
    settled = _corroborate(settled, critics)
    known = _Known({credit.person for _, credit in _stated(settled)}, people, characters.words)
    mentions = {review.key: tuple(known.mentions(review)) for review in ordered}
    cast = _cast(settled, mentions, critics, people, characters)
    return ResolvedFilm(settled, mentions, cast, _crew(settled, critics))


def _written(reviews: Iterable[ReviewFacts], critics: Mapping[str, Critic]) -> dict[str, set[Critic]]:
    """Gather who writes which name as a character's in full."""
    found: defaultdict[str, set[Critic]] = defaultdict(set)
    for review in reviews:
        for mention in review.mentions:
            if mention.character:
                found[mention.person].add(critics[review.key])
    return found


def _claimed(credit: Credit, own: set[str]) -> Credit:
    """Take a credit for this film's where the other film it names is this one after all."""
    return (
        replace(credit, film=None) if credit.film is not None and fold_title(credit.film) in own else credit
    )


def _turned(credits_: Mapping[str, tuple[Credit, ...]]) -> dict[str, tuple[Credit, ...]]:
    """Turn round brackets read the wrong way: "A (B)" where other reviews credit A, and none but these B."""
    sure: defaultdict[str, set[str]] = defaultdict(set)
    for key, found in credits_.items():
        for credit in found:
            if credit.film is None and credit.rule != _BRACKETED:
                sure[fold(credit.person)].add(key)
    bracketed = Counter(
        fold(credit.person) for found in credits_.values() for credit in found if credit.rule == _BRACKETED
    )

    def turn(key: str, credit: Credit) -> Credit:
        actor, character = fold(credit.person), fold(credit.character or "")
        if (
            credit.rule != _BRACKETED
            or credit.film is not None
            or " " not in character
            or sure[actor]
            or bracketed[actor] > 1
            or not sure[character] - {key}
        ):
            return credit
        name = credit.character or ""
        return replace(credit, person=name, as_written=name, character=credit.as_written)

    return {key: tuple(turn(key, credit) for credit in found) for key, found in credits_.items()}


def _critic(review: ReviewFacts) -> Critic:
    """Tell critics apart; an unnamed one is nobody else."""
    return (fold(review.critic), "") if review.critic else ("", review.key)


def _alike_keys(tokens: tuple[str, ...]) -> tuple[str, str]:
    """Give what spellings of one person have in common, by one key or the other: the initials, or all signs."""
    return tokens[0][0] + tokens[-1][0], "".join(tokens)


def _is_official(credit: Credit) -> bool:
    return credit.place.given is not None and credit.place.given.startswith(_OFFICIAL)


class _People:
    """Who the written names stand for, over all reviews of a film."""

    def __init__(
        self,
        credits_: dict[str, tuple[Credit, ...]],
        critics: dict[str, Critic],
        uses: Counter[str],
        settled: Iterable[str] = (),
    ) -> None:
        votes: defaultdict[str, set[Critic]] = defaultdict(set)
        written: defaultdict[str, set[str]] = defaultdict(set)
        official: set[str] = set(settled)
        for key, found in credits_.items():
            for credit in found:
                votes[credit.person].add(critics[key])
                if _is_official(credit):
                    official.add(credit.person)
                else:
                    written[credit.person].add(" ".join(credit.as_written.split()))
        groups = group_names(votes, _played_alike(credits_))
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

    def credited(self, name: str) -> bool:
        """Whether some review credits a person by this very name."""
        return name in self._shown


def _played_alike(credits_: Mapping[str, tuple[Credit, ...]]) -> set[tuple[str, str]]:
    """Pair names that sound alike and play the same character, each in another review: one person's."""
    roles: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    reviews: defaultdict[str, set[str]] = defaultdict(set)
    # Who sounds like another shares a word of the name, and one of the character's.
    near: defaultdict[tuple[str, int, str], set[str]] = defaultdict(set)
    for key, found in credits_.items():
        for credit in found:
            if credit.film is None and credit.role == "actor" and holds(credit):
                reviews[credit.person].add(key)
                if credit.character and credit.kind is CreditKind.NAMED:
                    words = character_words(credit.character)
                    roles[credit.person].add(words)
                    tokens = name_tokens(credit.person)
                    for word in words:
                        for spot in (0, -1):
                            near[word, spot, tokens[spot] if tokens else ""].add(credit.person)
    return {
        (one, two)
        for people in near.values()
        for one, two in combinations(sorted(people), 2)
        if sounds_alike(one, two)
        and not reviews[one] & reviews[two]
        and any(a <= b or b <= a for a in roles[one] for b in roles[two])
    }


class _Known:
    """The film's people, found by whatever form a review mentions them in."""

    def __init__(self, known: set[str], people: _People, characters: frozenset[str]) -> None:
        self._people, self._characters = people, characters
        self._known = known
        self._ends: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._alike: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for person in sorted(known):
            for form in people.spellings.get(person, (person,)):
                tokens = name_tokens(form)
                for cut in range(1, len(tokens)):
                    self._ends[tokens[cut:]].add(person)
                if len(tokens) > 1:
                    for key in _alike_keys(tokens):
                        self._alike[key].add((form, person))
        self._found: dict[str, str | None] = {}

    def mentions(self, review: ReviewFacts) -> Iterable[Mention]:
        """Give a review's mentions of the film's people, under their settled names."""
        for mention in review.mentions:
            person = self._person(mention.person)
            if person is not None:
                yield Mention(person, mention.start, mention.end)

    def _person(self, name: str) -> str | None:
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> str | None:
        if self._people.credited(name):
            shown = self._people.shown(name)
            return shown if shown in self._known else None
        tokens = name_tokens(name)
        people = self._ends.get(tokens, set())
        if len(tokens) == 1 and tokens[0] in self._characters:
            return None  # "Wick" is whom he plays
        if len(tokens) > 1 and not people:
            near = {one for key in _alike_keys(tokens) for one in self._alike.get(key, ())}
            people = {person for form, person in near if same_person(name, form)}
        return next(iter(people)) if len(people) == 1 else None


def _corroborate(
    settled: dict[str, tuple[Credit, ...]], critics: dict[str, Critic]
) -> dict[str, tuple[Credit, ...]]:
    """Make stated what a weak rule reads in one review and a second critic or the manifest says too."""
    voices: defaultdict[tuple[str, str, frozenset[str]], set[Critic]] = defaultdict(set)
    official: set[tuple[str, str, frozenset[str]]] = set()
    for key, found in settled.items():
        for credit in found:
            if credit.film is None and holds(credit):
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
    return credit.person, credit.role, character_words(credit.character or "")


def _stated(settled: dict[str, tuple[Credit, ...]]) -> Iterable[tuple[str, Credit]]:
    for key, found in settled.items():
        for credit in found:
            if credit.film is None and credit.certainty is Certainty.STATED:
                yield key, credit


def _cast(
    settled: dict[str, tuple[Credit, ...]],
    mentions: dict[str, tuple[Mention, ...]],
    critics: dict[str, Critic],
    people: _People,
    characters: Characters,
) -> tuple[CastEntry, ...]:
    """Merge the actors. A critic who names one counts, whether or not in the form of a credit."""
    naming: defaultdict[str, set[Critic]] = defaultdict(set)
    for key, found in mentions.items():
        for mention in found:
            naming[mention.person].add(critics[key])
    voices: defaultdict[str, set[Critic]] = defaultdict(set)
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
            critics=len(said | naming[person]),
        )
        for person, said in voices.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (-entry.critics, not entry.characters, entry.person)))


def _crew(settled: dict[str, tuple[Credit, ...]], critics: dict[str, Critic]) -> tuple[CrewEntry, ...]:
    voices: defaultdict[tuple[str, str], set[Critic]] = defaultdict(set)
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
