"""What somebody gave -> what the bot makes of it, before anything is stored; pure but for the time it takes."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.corpus import Limits, Problem, parse_given, unpack
from bot.corpus.unpack import reduce_name
from bot.errors import FileRejected, NotUnderstood
from bot.library.edits import entry_of
from bot.models import Edits, Film, RawFile, ReviewFacts
from bot.resolve import resolve_films
from bot.store.identity import SERVER_ROOT, review_id
from bot.store.records import Duplicate, NewOriginal, Original, ReviewRecord
from bot.words import library_adding as words
from bot.workers import Failure, Job, extract_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.corpus import ManifestEntry
    from bot.models import Score

SAMPLES = 5
"""Reviews of a file that holds many which are shown before they are imported."""

UNSTATED = 50
"""Reviews that don't state their film and critic which are read for them before an import: reading takes time."""

_PROBLEMS = 100
_NAME_LENGTH = 80
_NOT_NAME = re.compile(r"[^\w .()+-]+")


@dataclass(frozen=True, slots=True)
class Preview:
    """What was read of one review."""

    source: str
    film: Film | None
    critic: str | None
    outlet: str | None
    published: str | None
    url: str | None
    score: Score | None  # of the main verdict
    quotes: int
    words: str | None  # the line that sums it up, else its best quote; none that gives the story away
    length: int  # characters
    duplicates: tuple[Duplicate, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read of a file; nothing of it is stored."""

    name: str
    data: bytes = field(repr=False)
    edits: Edits
    many: bool  # it is a file that holds reviews; else it is one
    count: int  # reviews that are new here
    known: int  # reviews of the same bytes as others in it or here, which an import leaves out
    reviews: tuple[Preview, ...]  # the first of them
    problems: tuple[Problem, ...]  # parts that can't be read, the first of them
    skipped: tuple[Problem, ...]  # parts passed over on purpose
    among: int | None = None  # of what waits, only this member's was compared; all of it where None
    alike: tuple[Named, ...] = ()  # those of an import that are of a film which their critic has one of here
    poster: str | None = None  # who posted it, taken for the critic because it names none


Named = tuple[str, Film]
"""A review's critic and film, as understood alone."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A file's reviews by their digests, the first few whole."""

    digests: tuple[str, ...]
    first: tuple[RawFile, ...]
    named: dict[str, Named]  # by digest, where both are named
    many: bool
    problems: tuple[Problem, ...]
    skipped: tuple[Problem, ...]


def survey(data: bytes, name: str, limits: Limits, edits: Edits) -> Contents:
    """Look through a file; raises NotUnderstood where it holds no review."""
    entry, unread, named = entry_of(for_many(edits)), UNSTATED, dict[str, Named]()
    digests: list[str] = []
    first: list[RawFile] = []
    problems: list[Problem] = []
    skipped: list[Problem] = []
    many = False
    for item in unpack(data, name, root=SERVER_ROOT, limits=limits):
        if isinstance(item, Problem):
            (skipped if item.skipped else problems).append(item)
            continue
        many = many or item.source != name
        digests.append(item.digest)
        if item.source != name:
            one, was_read = _named(item, entry, read_it=unread > 0)
            unread -= was_read
            if one:
                named[item.digest] = one
        if len(first) < SAMPLES:
            first.append(item)
    if not digests:
        raise NotUnderstood(_nothing(name, [*problems, *skipped]))
    return Contents(
        tuple(digests), tuple(first), named, many, tuple(problems[:_PROBLEMS]), tuple(skipped[:_PROBLEMS])
    )


def _named(raw: RawFile, entry: ManifestEntry | None, *, read_it: bool) -> tuple[Named | None, bool]:
    """Who wrote a review on what: as stated beside its text, else read from it where that is wanted; and if it was."""
    try:
        given = parse_given(raw, entry)
        if given.critic and given.film:
            year = int(given.year.value) if given.year and given.year.value.isdecimal() else None
            return (given.critic.value, Film(given.film.value, year)), False
        if not read_it:
            return None, False
        one = preview_of(read(Job(SERVER_ROOT, raw, entry)))
    except (FileRejected, NotUnderstood):  # an import will tell
        return None, False
    return ((one.critic, one.film) if one.critic and one.film else None), True


def _nothing(name: str, problems: list[Problem]) -> str:
    """Say why a file gave no review.

    >>> _nothing("a.csv", [Problem("a.csv", "it has no header")])
    'Nothing in a.csv can be read as a review: it has no header.'
    """
    if not problems:
        return words.nothing_read(name)
    problem = problems[0]
    return words.nothing_read(name, problem.reason, None if problem.source == name else problem.source)


def originals(data: bytes, name: str, edits: Edits, limits: Limits) -> Iterator[NewOriginal]:
    """Give a file's reviews as they are kept."""
    for item in unpack(data, name, root=SERVER_ROOT, limits=limits):
        if isinstance(item, RawFile):
            yield NewOriginal(item.source, item.form, name, zlib.compress(item.data), item.digest, edits)


def only(data: bytes, name: str, edits: Edits, limits: Limits) -> NewOriginal:
    """Give the review that a file is."""
    return next(originals(data, name, edits, limits))


def raw_of(one: NewOriginal | Original) -> RawFile:
    """What is kept as it was read from its file."""
    return RawFile(SERVER_ROOT, one.source, one.digest, zlib.decompress(one.packed), one.form)


def given_file(one: Original) -> tuple[str, bytes]:
    """What was given, as a file to send.

    A message names its file, and Discord renames one that has blanks or letters with accents in its name.
    """
    return reduce_name(one.source) or "review.txt", zlib.decompress(one.packed)


def job_of(one: NewOriginal | Original, edits: Edits | None = None) -> Job:
    """What is kept as work; ``edits`` in place of its own."""
    return Job(SERVER_ROOT, raw_of(one), entry_of(one.given if edits is None else edits))


def read(job: Job) -> ReviewRecord:
    """Read one review; raises NotUnderstood where there is none."""
    record = extract_file(job)
    if isinstance(record, Failure):
        raise NotUnderstood(words.not_read(job.file.source, record.reason))
    return record


def previews(contents: Contents, edits: Edits) -> Iterator[tuple[RawFile, Preview]]:
    """Say what is read of a file's first reviews; raises NotUnderstood for a file that is none after all."""
    for raw in contents.first:
        try:
            yield raw, preview_of(read(Job(SERVER_ROOT, raw, entry_of(edits))))
        except NotUnderstood:  # an import will tell
            if not contents.many:
                raise


def preview_of(record: ReviewRecord) -> Preview:
    """Say what was read of one review, as it would be understood alone."""
    said = record.extracted
    told = [quote for quote in said.quotes if not quote.spoiler]
    best = max(told, key=lambda quote: (quote.verdict, quote.weight), default=None)
    return Preview(
        source=record.source,
        film=_film(record),
        critic=said.critic.value if said.critic else None,
        outlet=said.outlet.value if said.outlet else None,
        published=said.published.value if said.published else None,
        url=said.url,
        score=next((score for score in said.scores if score.label == "Overall"), None),
        quotes=len(said.quotes),
        words=record.text[best.start : best.end] if best else None,
        length=len(record.text),
    )


def _film(record: ReviewRecord) -> Film | None:
    said, key = record.extracted, review_id(0, record.root, record.source)
    critic = said.critic.value if said.critic else None
    facts = ReviewFacts(key, record.source, critic, said.films, said.credits, said.mentions)
    return resolve_films([facts]).get(key)


def for_many(edits: Edits) -> Edits:
    """What can be said of many reviews at once: who wrote them, and where they appeared."""
    return replace(edits, film=None, year=None, published=None, url=None)


def clean_name(name: str) -> str:
    """Reduce a file's name to what a source may hold.

    >>> clean_name("../sub/Léon #2.md"), clean_name("C:\\\\film.CSV"), clean_name("???.txt"), clean_name("")
    ('Léon 2.md', 'film.CSV', 'review.txt', 'review.txt')
    """
    last = PurePosixPath(name.replace("\\", "/"))
    stem, suffix = (" ".join(_NOT_NAME.sub(" ", part).split()) for part in (last.stem, last.suffix[:12]))
    stem = stem.strip(" .")[: _NAME_LENGTH - len(suffix)].strip(" .")
    return f"{stem or 'review'}{suffix if len(suffix) > 1 else '.txt'}"
