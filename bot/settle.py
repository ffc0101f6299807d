"""A library's films, worked out anew where its reviews changed."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING

from bot.models import Film
from bot.resolve import resolve_film, resolve_films
from bot.store.identity import film_digest, film_id
from bot.store.records import FactsRecord, FilmRecord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.models import Spelling
    from bot.store import Store


async def settle_films(store: Store, library: int) -> None:
    """Work out a library's films anew where reviews changed; a film with the same reviews stays untouched."""
    if not await store.needs_resolution(library):
        return
    films = await asyncio.to_thread(_group, await store.film_facts(library))
    known = await store.film_digests(library)
    changed, keep = await asyncio.to_thread(_compare, films, known)
    keys = {member.facts.key for _, members in changed for member in members}
    whole = {record.facts.key: record for record in await store.facts(library, keys)}
    await _pass_on_spellings(store, library, films)
    spellings = await store.spellings(library)
    resolved = await asyncio.to_thread(_resolve, changed, whole, spellings)
    await store.put_films(library, resolved, keep=keep)


_Group = tuple[Film, tuple[FactsRecord, ...]]


async def _pass_on_spellings(store: Store, library: int, films: Sequence[_Group]) -> None:
    """Let what people said of a film's cast follow its reviews where its title or year changed, and so its id."""
    if not (spelled := await store.spelled_films(library)):
        return
    now = {member.facts.key: film_id(film) for film, members in films for member in members}
    left = set(now.values())
    heirs = [
        (film, heir)
        for film, reviews in spelled.items()
        if film not in left
        for heir in sorted({now[review] for review in reviews if review in now})
    ]
    if heirs:
        await store.pass_on_spellings(library, heirs)


def _compare(films: Sequence[_Group], known: Mapping[str, str]) -> tuple[list[_Group], set[str]]:
    """Tell the films that changed from the ids of those that did not."""
    changed: list[_Group] = []
    same: set[str] = set()
    for film, members in films:
        if known.get(public := film_id(film)) == film_digest(film, members):
            same.add(public)
        else:
            changed.append((film, members))
    return changed, same


def _group(records: Sequence[FactsRecord]) -> list[_Group]:
    chosen = resolve_films([record.facts for record in records])
    films: dict[str, Film] = {}
    members: dict[str, list[FactsRecord]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.facts.key):
        if film := chosen.get(record.facts.key):
            films.setdefault(film_id(film), film)
            members[film_id(film)].append(record)
    return [(films[key], tuple(members[key])) for key in sorted(films)]


def _resolve(
    films: Sequence[_Group], whole: Mapping[str, FactsRecord], spellings: Sequence[Spelling]
) -> list[FilmRecord]:
    return [
        FilmRecord(
            film,
            tuple(member.facts.key for member in members),
            resolve_film(
                film,
                [whole[member.facts.key].facts for member in members],
                [one for one in spellings if one.film in {None, film_id(film)}],
            ),
            film_digest(film, members),
        )
        for film, members in films
    ]
