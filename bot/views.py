"""What the store answers with and the render layer shows. Standard library only, like :mod:`bot.models`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.models import OPERATOR_LIBRARY

if TYPE_CHECKING:
    from bot.models import CastEntry, CrewEntry, Score, Stance, Theme


@dataclass(frozen=True, slots=True)
class Scope:
    """The libraries one interaction may see; the operator's is 0, a server's is its id."""

    libraries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One autocomplete suggestion: what is shown (at most 100 characters) and the public id it stands for."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FilmRef:
    """A film by its public id."""

    id: str
    title: str
    year: int | None


@dataclass(frozen=True, slots=True)
class CriticRef:
    """A critic by public id; ``name`` is None for an unnamed critic, who is never the same as another."""

    id: str
    name: str | None
    label: str  # the name, or "Unnamed critic · outlet or file"


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person credited in some review."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ReviewRef:
    """A review: enough to attribute any quote or score to its source."""

    id: str
    film: FilmRef | None
    critic: CriticRef
    outlet: str | None
    url: str | None
    published: str | None  # ISO 8601, "--06-04" without a year
    source: str
    library: int
    body: int  # characters of its sentences


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its attribution; ``text`` is verbatim, ``start`` and ``end`` its place in the review."""

    id: str
    text: str
    start: int
    end: int
    themes: tuple[Theme, ...]
    stance: Stance | None
    verdict: bool
    spoiler: bool
    review: ReviewRef


@dataclass(frozen=True, slots=True)
class Favourite:
    """A quote that somebody keeps."""

    id: str  # the quote's public id when it was kept
    quote: QuoteView | None  # None where it is gone
    kept_at: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A quote that people of a server keep."""

    quote: QuoteView
    keepers: int


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """What /quote may be narrowed by: public ids and a theme."""

    film: str | None = None
    critic: str | None = None
    person: str | None = None
    about: Theme | None = None
    spoilers: bool = True  # False: quotes that give the story away are not drawn


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review within a film's overview: its overall score and a line of it, where it has them."""

    review: ReviewRef
    overall: Score | None
    words: QuoteView | None  # the verdict line, or the best quote of a review that has none
    tame: QuoteView | None = None  # the best that doesn't, where ``words`` gives the story away


@dataclass(frozen=True, slots=True)
class FilmCard:
    """A film at a glance."""

    film: FilmRef
    aliases: tuple[str, ...]
    directors: tuple[str, ...]
    lines: tuple[ReviewLine, ...]  # scored ones first, highest percent first
    scored: int  # reviews with an overall percent
    mean_percent: float | None
    lowest_percent: float | None
    highest_percent: float | None


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """One critic's review."""

    review: ReviewRef
    headline: str | None
    scores: tuple[Score, ...]
    verdict: QuoteView | None
    quotes: tuple[QuoteView, ...]  # best first, without the verdict line
    cast: tuple[CastEntry, ...]  # as this critic names it
    directors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewScores:
    """Every score of one review, the overall one first; empty where it gives none."""

    review: ReviewRef
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class FilmScores:
    """Every score of a film."""

    film: FilmRef
    reviews: tuple[ReviewScores, ...]
    scored: int
    mean_percent: float | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The whole sentence a credit was read from."""

    text: str
    start: int
    end: int
    review: ReviewRef
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class CastMember:
    """An actor with the sentences that name them."""

    id: str
    entry: CastEntry
    evidence: tuple[Evidence, ...]  # one a critic, best first


@dataclass(frozen=True, slots=True)
class FilmCast:
    """The merged cast and crew of a film in one scope."""

    film: FilmRef
    cast: tuple[CastMember, ...]
    crew: tuple[CrewEntry, ...]
    reviews: int


@dataclass(frozen=True, slots=True)
class PersonFilm:
    """What the reviews of one film say of a person."""

    film: FilmRef
    roles: tuple[str, ...]
    characters: tuple[str, ...]
    critics: int
    quotes: tuple[QuoteView, ...]  # quotes that name the person, best first
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person, film by film."""

    person: PersonRef
    spellings: tuple[str, ...]
    films: tuple[PersonFilm, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A sentence that matches; ``marks`` are spans within ``text``."""

    text: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    spoiler: bool
    review: ReviewRef


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page stands: pages count from 0."""

    number: int
    pages: int
    total: int
    capped: bool = False  # there is more than ``total``, which nobody counted


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of search hits, best first."""

    hits: tuple[SearchHit, ...]
    page: Page
    hidden: int = 0  # sentences left out because they give the story away
    held: int = 0  # sentences left out because enough of their reviews is shown


@dataclass(frozen=True, slots=True)
class Fitting:
    """Quotes that fit a message, best first, and what of it they fit."""

    quotes: tuple[QuoteView, ...]
    films: tuple[FilmRef, ...]  # named in the message: the quotes are on these alone
    critics: tuple[str, ...]  # likewise, by these
    people: tuple[str, ...]  # likewise, naming these
    words: tuple[str, ...]  # of the message that stand in some of the quotes


@dataclass(frozen=True, slots=True)
class FilmSummary:
    """A film in a list."""

    film: FilmRef
    reviews: int
    scored: int
    mean_percent: float | None


@dataclass(frozen=True, slots=True)
class FilmPage:
    """One page of films, by title."""

    films: tuple[FilmSummary, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class CriticSummary:
    """A critic in a list."""

    critic: CriticRef
    reviews: int
    outlets: tuple[str, ...]
    mean_percent: float | None


@dataclass(frozen=True, slots=True)
class CriticPage:
    """One page of critics: named ones by name, then the unnamed."""

    critics: tuple[CriticSummary, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a scope holds, for /about."""

    reviews: int
    films: int
    critics: int
    quotes: int
    sources: tuple[str, ...]  # outlets named by the reviews, most reviews first
    loaded_at: str | None  # ISO 8601, UTC, of the last load that changed something
    roots: tuple[
        str, ...
    ]  # names of the folders the operator's reviews came from; empty for servers' libraries
    own: int = 0  # of the reviews, those of a server's library


class Adders(StrEnum):
    """Who may add to a server's library; what members add waits for a manager's word."""

    MANAGERS = "managers"
    EVERYONE = "everyone"


class Spoilers(StrEnum):
    """What becomes of quotes that give the story away."""

    HIDE = "hide"
    VEIL = "veil"
    SHOW = "show"


class Searched(StrEnum):
    """Which libraries a server's members are answered from."""

    BOTH = "both"
    OWN = "own"
    OPERATOR = "operator"


EXCERPTS = range(100, 2001)
"""How many characters of one review a library may let a reply show."""

ATTRIBUTION_LIMIT = 100
"""Characters of the line that a library puts below each answer."""


def fair_share(body: int, shown: int, more: int) -> bool:
    """Whether an answer that shows so many of a review's characters may show more: one passage, or up to half.

    >>> fair_share(100, 0, 80), fair_share(100, 30, 20), fair_share(100, 30, 21)
    (True, True, False)
    """
    return not shown or 2 * (shown + more) <= body


@dataclass(frozen=True, slots=True)
class Terms:
    """How one library lets its reviews be shown."""

    excerpt_limit: int = 600  # characters of one review in a reply
    whole_reviews: bool = False  # paging may reveal a whole review
    attribution: str | None = None  # a line below each answer


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """How a server's managers set the bot."""

    adders: Adders = Adders.MANAGERS
    spoilers: Spoilers = Spoilers.VEIL
    searched: Searched = Searched.BOTH
    excerpt_limit: int = 600  # characters of one review in a reply
    whole_reviews: bool = False  # paging may reveal a whole review
    attribution: str | None = None  # a line below each answer

    @property
    def terms(self) -> Terms:
        """How the server's own reviews may be shown."""
        return Terms(self.excerpt_limit, self.whole_reviews, self.attribution)

    def scope(self, library: int) -> Scope:
        """What the server of a library sees.

        >>> LibrarySettings(searched=Searched.OWN).scope(5)
        Scope(libraries=(5,))
        """
        own, operator = self.searched is not Searched.OPERATOR, self.searched is not Searched.OWN
        return Scope((*((OPERATOR_LIBRARY,) if operator else ()), *((library,) if own else ())))
