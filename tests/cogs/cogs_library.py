"""A library written by hand into a real database: what the commands answer hangs on no rule of extraction."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import (
    Attribution,
    CastEntry,
    Certainty,
    Credit,
    CreditKind,
    CrewEntry,
    Extracted,
    Film,
    FilmCandidate,
    Mention,
    Place,
    Quote,
    ResolvedFilm,
    Score,
    Sentence,
    Stance,
    Theme,
)
from bot.store.identity import film_digest, film_id
from bot.store.records import FilmRecord, ReviewRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.store import Store
    from bot.store.records import FactsRecord

GEESE = Film("Nine Geese", 1928, ("The Nine Geese of Oakes Farm",))
FOG = Film("Fog Harbour", 1931)
ROOT = "made"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence worth quoting."""

    text: str
    themes: tuple[Theme, ...] = ()
    stance: Stance | None = None
    verdict: bool = False
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Plays:
    """A sentence that credits somebody."""

    text: str
    person: str
    character: str | None = None
    role: str = "actor"


@dataclass(frozen=True, slots=True)
class Written:
    """A review as a test wants it."""

    source: str
    film: Film
    parts: tuple[Said | Plays, ...]
    critic: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    scores: tuple[
        tuple[str, str, float, float | None, float | None], ...
    ] = ()  # label, as printed, value, scale, %


ADA = Written(
    "ada.txt",
    GEESE,
    (
        Said(
            "The chase through the brewery is a riot.", (Theme.ACTION, Theme.HUMOUR), Stance.FOR, verdict=True
        ),
        Plays("Jack Merrow plays the farmer with a long face.", "Jack Merrow", "the farmer"),
        Plays("Nell Oakes is Greta, who keeps the geese.", "Nell Oakes", "Greta"),
        Plays("Ivo Brandt directs it like a clock.", "Ivo Brandt", role="director"),
        Said("Jack Merrow has never been so funny.", (Theme.PERFORMANCES,), Stance.FOR),
        Said("Greta drowns in the last reel.", (Theme.STORY,), None, spoiler=True),
    ),
    "Ada Lindqvist",
    "The Carbide Lamp",
    "--06-04",
    "https://reviews.example/geese_(1928)",
    (("Overall", "9/10", 9.0, 10.0, 90.0), ("Story", "8/10", 8.0, 10.0, 80.0)),
)
BRUNO = Written(
    "bruno.txt",
    GEESE,
    (
        Said(
            "The geese are **loud** and the music is not enough.",
            (Theme.MUSIC,),
            Stance.AGAINST,
            verdict=True,
        ),
        Plays("Jack Merrow is the farmer once more.", "Jack Merrow", "the farmer"),
    ),
    "Bruno Achterberg",
    scores=(("Overall", "★★½", 2.5, 5.0, 50.0),),
)
UNNAMED = Written("unnamed.txt", GEESE, (Said("Nine geese are eight too many.", (), Stance.AGAINST),))
FOGGY = Written(
    "foggy.txt", FOG, (Said("The harbour is all fog and no ships.", (Theme.VISUALS,)),), "Ada Lindqvist"
)
AGAIN = Written(
    "again.txt",
    FOG,
    (Said("A second look finds the ships, and Nine Geese was never this quiet."),),
    "Ada Lindqvist",
    published="1932-02-01",
)
EVERYTHING = (ADA, BRUNO, UNNAMED, FOGGY, AGAIN)
SHELF = tuple(
    Written(
        f"shelf/{number:02}.txt",
        Film(f"Reel {number:02}", 1900 + number),
        (Said(f"Reel {number:02} spins and spins."),),
        f"Watcher {number:02}",
    )
    for number in range(12)
)
SECRET = Written(
    "secret.txt", Film("Members Only", 2001), (Said("The geese never leave this house."),), "Zora Quill"
)


def record(review: Written) -> ReviewRecord:
    """The record a load would have written."""
    text = ""
    sentences, quotes, named, mentions = [], [], [], []
    people = {part.person for part in review.parts if isinstance(part, Plays)}
    for part in review.parts:
        start, end = len(text), len(text) + len(part.text)
        text += f"{part.text} "
        sentences.append(Sentence(start, end))
        if isinstance(part, Said):
            quotes.append(Quote(start, end, part.themes, part.stance, part.verdict, part.spoiler, 0.5))
        else:
            named.append(
                Credit(
                    part.person,
                    part.person,
                    part.role,
                    part.character,
                    CreditKind.NAMED,
                    Certainty.STATED,
                    "made",
                    1.0,
                    Place.span(start, end),
                )
            )
        found = [(person, start + part.text.find(person)) for person in sorted(people) if person in part.text]
        mentions += [Mention(person, at, at + len(person)) for person, at in found]
    scores = []
    for label, raw, value, scale, percent in review.scores:
        scores.append(
            Score(label, value, scale, percent, raw, Place.span(len(text), len(text) + len(raw)), "made", 1.0)
        )
        text += f"{raw}\n"
    given = Place.outside("made up")
    extracted = Extracted(
        url=review.url,
        films=(FilmCandidate(review.film.title, review.film.year, given, "made", 1.0),),
        critic=Attribution(review.critic, given, "made", 1.0) if review.critic else None,
        outlet=Attribution(review.outlet, given, "made", 1.0) if review.outlet else None,
        published=Attribution(review.published, given, "made", 1.0) if review.published else None,
        scores=tuple(scores),
        credits=tuple(named),
        mentions=tuple(mentions),
        sentences=tuple(sentences),
        quotes=tuple(quotes),
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ReviewRecord(ROOT, review.source, digest, digest, text, extracted)


async def write(store: Store, library: int, reviews: Sequence[Written]) -> dict[str, str]:
    """Write a whole library; answers with the public id of each source."""
    keys = {review.source: await store.put_review(library, record(review)) for review in reviews}
    await settle(store, library, reviews, keys)
    return keys


async def settle(store: Store, library: int, reviews: Sequence[Written], keys: dict[str, str]) -> None:
    """Write the films of a library."""
    facts = {one.facts.key: one for one in await store.facts(library)}
    groups: dict[str, list[Written]] = defaultdict(list)
    for review in reviews:
        groups[film_id(review.film)].append(review)
    records = []
    for members in groups.values():
        film = members[0].film
        own = [facts[keys[member.source]] for member in members]
        resolved = _resolved(own)
        records.append(
            FilmRecord(film, tuple(one.facts.key for one in own), resolved, film_digest(film, own))
        )
    await store.put_films(library, records)


def _resolved(members: Sequence[FactsRecord]) -> ResolvedFilm:
    named = {one.facts.key: one.facts.credits for one in members}
    mentions = {one.facts.key: one.facts.mentions for one in members}
    critics: dict[tuple[str, str], set[str]] = defaultdict(set)
    characters: dict[str, list[str]] = defaultdict(list)
    for key, own in named.items():
        for credit in own:
            critics[credit.person, credit.role].add(key)
            if credit.character and credit.character not in characters[credit.person]:
                characters[credit.person].append(credit.character)
    cast = [
        CastEntry(person, (person,), tuple(characters[person]), len(keys))
        for (person, role), keys in critics.items()
        if role == "actor"
    ]
    crew = [CrewEntry(person, role, len(keys)) for (person, role), keys in critics.items() if role != "actor"]
    return ResolvedFilm(named, mentions, tuple(sorted(cast, key=lambda one: -one.critics)), tuple(crew))
