"""The facts: what a file holds, what one review says, what a library makes of its reviews. Standard library only.

Every stage has its own frozen, slotted type. Absent is ``None`` or ``()``. Offsets count code points of the
review's stored text, and ``text[start:end]`` is what was printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

OPERATOR_LIBRARY = 0
"""The library id of the operator's own reviews; a server's library has the server's id."""


class BlockKind(StrEnum):
    """What a block of lines is; only ``BODY`` is ever quoted."""

    HEADLINE = "headline"
    BYLINE = "byline"
    SCORE_BOX = "score_box"
    BODY = "body"
    FURNITURE = "furniture"


class CreditKind(StrEnum):
    """Whether a character goes by a name ("Eve") or by a description ("her father")."""

    NAMED = "named"
    DESCRIBED = "described"


class Certainty(StrEnum):
    """How a review puts a credit."""

    STATED = "stated"
    UNSURE = "unsure"  # a weak rule alone says so; stated once a second critic says the same
    RUMOURED = "rumoured"
    DENIED = "denied"


class Stance(StrEnum):
    """Whether a quote speaks for the film or against it."""

    FOR = "for"
    AGAINST = "against"


class Theme(StrEnum):
    """What a quote is about."""

    ACTION = "action"
    STORY = "story"
    PERFORMANCES = "performances"
    DIRECTION = "direction"
    CHARACTERS = "characters"
    VISUALS = "visuals"
    MUSIC = "music"
    HUMOUR = "humour"
    PACING = "pacing"
    WORLD = "world"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: a span of the review's text, or the field outside the text it was given in."""

    start: int | None
    end: int | None
    given: str | None = None

    @classmethod
    def span(cls, start: int, end: int) -> Place:
        """A fact that stands in the text."""
        return cls(start, end)

    @classmethod
    def outside(cls, given: str) -> Place:
        """A fact from outside the text, for example ``"front matter: rating"``."""
        return cls(None, None, given)


# --- file -> document ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawFile:
    """One review's bytes and where they were found: a file, a ZIP's member, or a row of a table or feed."""

    root: str  # name of the folder that was loaded
    source: str  # POSIX path below it; "a.zip/b.md" for a member, "a.csv#00012" for a row
    digest: str  # SHA-256 of the bytes, in hex
    data: bytes
    form: str = "file"  # "row": JSON of the row's fields; "told": behind what a manifest says of it


@dataclass(frozen=True, slots=True)
class Given:
    """A value stated outside the text, as printed there, and the field it stood in ("manifest: film")."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class GivenCredit:
    """A credit stated outside the text; those of a manifest are official and settle spellings."""

    person: str
    role: str
    character: str | None
    where: str


@dataclass(frozen=True, slots=True)
class GivenFacts:
    """All that a document states outside its text. The manifest has already won over front matter here."""

    headline: Given | None = None
    film: Given | None = None
    year: Given | None = None
    critic: Given | None = None
    outlet: Given | None = None
    published: Given | None = None  # ISO 8601, "--06-04" without a year
    url: Given | None = None
    ratings: tuple[Given, ...] = ()  # value as printed ("4/5", "B+"); ``where`` ends in the field's name
    credits: tuple[GivenCredit, ...] = ()


@dataclass(frozen=True, slots=True)
class Edits:
    """What people say of a review that was given in Discord; it wins over the review's own word."""

    film: str | None = None
    year: int | None = None
    critic: str | None = None
    outlet: str | None = None
    published: str | None = None  # ISO 8601, "--06-04" without a year
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """How people want a name spelled: in the reviews of one film, or of every film of their library."""

    film: str | None  # public id
    spelling: str
    person: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind; blocks stand in order and never overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A review as text with its blocks and what was given beside it."""

    source: str
    text: str
    blocks: tuple[Block, ...]
    given: GivenFacts = GivenFacts()
    emphasis: tuple[
        tuple[int, int], ...
    ] = ()  # spans that the source set in italics or bold; its marks are not in the text


# --- document -> what one review says ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FilmCandidate:
    """A film this review may be about; the first of several is the likeliest."""

    title: str
    year: int | None
    place: Place
    rule: str
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Attribution:
    """A critic's or outlet's name, or a date (ISO 8601, ``--MM-DD`` without a year), and where it was read."""

    value: str
    place: Place
    rule: str
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Score:
    """A printed verdict. ``percent`` is None where no scale is stated or the value lies outside it."""

    label: str  # "Overall", or the review's own words for a category
    value: float  # counted from the scale's lower end
    scale: float | None  # length of the scale
    percent: float | None
    raw: str  # as printed
    place: Place
    rule: str
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Credit:
    """Person, role and, for an actor, character, as one review has them."""

    person: str  # the fullest form this review (or, once resolved, the library) uses
    as_written: str
    role: str  # actor, director, writer, producer, composer, cinematographer, editor, ...
    character: str | None
    kind: CreditKind
    certainty: Certainty
    rule: str
    confidence: float  # 0 to 1
    place: Place  # the whole matched phrase
    film: str | None = None  # another film's title: such a credit stays out of this film's cast


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where somebody is named, in whatever form.

    A review mentions whom it writes of; once resolved, only people of the film's cast and crew are left.
    """

    person: str  # the fullest form this review (or, once resolved, the library) uses
    start: int
    end: int
    character: bool = False  # the review writes it as a character's full name


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a body block."""

    start: int
    end: int
    spoiler: bool = False  # it gives the story away


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim excerpt of one to three whole sentences."""

    start: int
    end: int
    themes: tuple[Theme, ...]
    stance: Stance | None
    verdict: bool  # the quote that sums the review up
    spoiler: bool
    weight: float = 0.0  # how well it stands as an excerpt, 0 to 1; best first where few can be shown


@dataclass(frozen=True, slots=True)
class Extracted:
    """All that one review says: a pure function of its document."""

    headline: str | None = None
    url: str | None = None
    films: tuple[FilmCandidate, ...] = ()
    critic: Attribution | None = None
    outlet: Attribution | None = None
    published: Attribution | None = None
    scores: tuple[Score, ...] = ()  # the overall score first
    credits: tuple[Credit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()  # in the order of the text


# --- what a library makes of its reviews ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What resolution needs to know of one review."""

    key: str  # the review's public id
    source: str
    critic: str | None
    films: tuple[FilmCandidate, ...]
    credits: tuple[Credit, ...]
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Film:
    """A film as a library knows it."""

    title: str
    year: int | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CastEntry:
    """One actor of a film, counted by how many critics name them."""

    person: str
    spellings: tuple[str, ...]  # as written by the critics, the shown one among them
    characters: tuple[str, ...]  # best first
    critics: int


@dataclass(frozen=True, slots=True)
class CrewEntry:
    """One member of a film's crew, counted like :class:`CastEntry`."""

    person: str
    role: str
    critics: int


@dataclass(frozen=True, slots=True)
class ResolvedFilm:
    """One film's reviews together: their credits with settled names and certainties, and the merged cast."""

    credits: dict[str, tuple[Credit, ...]]  # by review key
    mentions: dict[str, tuple[Mention, ...]]  # by review key, persons as settled
    cast: tuple[CastEntry, ...]  # most named first
    crew: tuple[CrewEntry, ...]
