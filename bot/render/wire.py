"""What a button or menu remembers: its state, written into a custom_id of at most 100 characters.

A custom_id carries public ids, a page, a theme or a search text; never a scope or a permission, which always
come from the interaction. Discord hands it back after any restart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Self

from bot.models import Theme
from bot.pictures import Colours
from bot.views import Spoilers

if TYPE_CHECKING:
    from collections.abc import Mapping

CUSTOM_ID_LIMIT = 100
SEARCH_TEXT_LIMIT = 60

_PREFIX = "pq"
_ASIDE = "pq+"  # answered beside the message, for whoever pressed, not in its place
_SHARED = "pq!"  # answered anew, for everybody to see
_NOTHING = "-"
_PUBLIC_ID = r"[a-z0-9]{10}"
_OPTIONAL_ID = f"{_PUBLIC_ID}|{_NOTHING}"
# What a command's option says of spoilers is a capital behind the verb: none in older custom_ids, and a search
# has no room for more.
_SPOILERS = "spoilers"
_BY_MARK = {one.name[0]: one for one in Spoilers}
_CHOSEN = f"(?P<{_SPOILERS}>[{''.join(_BY_MARK)}])?"
# A picture's colours stand at the end, and only where there is a picture: older custom_ids have none.
_CARD = "card"
_PAINTED = f"(?::(?P<{_CARD}>{'|'.join(Colours)}))?"
_FORMS: Mapping[str, str] = {  # by field name; every other field is a public id
    "page": r"\d{1,6}",
    "import_id": r"[0-9a-f]{8}",
    "about": "|".join((*Theme, _NOTHING)),
    "text": rf".{{1,{SEARCH_TEXT_LIMIT}}}",
}


def is_aside(custom_id: str) -> bool:
    """Whether a control's answer stands beside the message it was pressed on.

    >>> is_aside("pq+:pick-film"), is_aside("pq:films:2")
    (True, False)
    """
    return custom_id.startswith(f"{_ASIDE}:")


def is_shared(custom_id: str) -> bool:
    """Whether a control's answer is for everybody to see.

    >>> is_shared("pq!:films:2"), is_shared("pq:films:2")
    (True, False)
    """
    return custom_id.startswith(f"{_SHARED}:")


@dataclass(frozen=True, slots=True)
class State:
    """The base of all states; a subclass names its verb and its fields.

    >>> OpenFilm("k7q2m4abcd", 2).custom_id()
    'pq:film:k7q2m4abcd:2'
    >>> OpenFilm.parse(OpenFilm.template().fullmatch("pq:film:k7q2m4abcd:2"))
    OpenFilm(film='k7q2m4abcd', page=2, spoilers=None)
    """

    verb: ClassVar[str]
    shareable: ClassVar[bool] = False
    """Whether everyone may see what whoever asks is answered."""

    def custom_id(self, *, aside: bool = False, shared: bool = False) -> str:
        """The state as a custom_id; ``aside`` where the answer must not take the message's place.

        ``shared`` where it is posted for everybody to see.
        """
        head = _SHARED if shared else _ASIDE if aside else _PREFIX
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        chosen, card = values.pop(_SPOILERS, None), values.pop(_CARD, None)
        verb = f"{self.verb}{chosen.name[0]}" if chosen else self.verb
        written = [_NOTHING if value is None else str(value) for value in values.values()]
        return ":".join((head, verb, *written, *([card] if card else [])))

    @classmethod
    def template(cls) -> re.Pattern[str]:
        """What matches this state's custom_ids, with a group for each field."""
        names = [field.name for field in fields(cls)]
        plain = [name for name in names if name not in {_SPOILERS, _CARD}]
        groups = (f"(?P<{name}>{_FORMS.get(name, _OPTIONAL_ID)})" for name in plain)
        verb = f"{cls.verb}{_CHOSEN}" if _SPOILERS in names else cls.verb
        marks = "[+!]?" if cls.shareable else "[+]?"
        written = ":".join((rf"{_PREFIX}{marks}", verb, *groups))
        return re.compile(f"{written}{_PAINTED}" if _CARD in names else written, re.DOTALL)

    @classmethod
    def parse(cls, match: re.Match[str]) -> Self:
        """Read a state back from a match of its template."""
        values: dict[str, Any] = {name: _read(name, value) for name, value in match.groupdict().items()}
        return cls(**values)


def _read(name: str, value: str | None) -> str | int | Theme | Colours | Spoilers | None:
    if value is None:
        return None
    if name == _SPOILERS:
        return _BY_MARK[value]
    if name == "page":
        return int(value)
    if name == "text":
        return value
    if value == _NOTHING:
        return None
    if name == _CARD:
        return Colours(value)
    return Theme(value) if name == "about" else value


@dataclass(frozen=True, slots=True)
class OpenFilm(State):
    """A film at a glance."""

    verb: ClassVar[str] = "film"
    shareable: ClassVar[bool] = True
    film: str
    page: int = 0
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class OpenReview(State):
    """One review, by its own id."""

    verb: ClassVar[str] = "review"
    shareable: ClassVar[bool] = True
    review: str
    page: int = 0
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class OpenCritic(State):
    """All that one critic wrote on one film."""

    verb: ClassVar[str] = "reviews"
    shareable: ClassVar[bool] = True
    film: str
    critic: str
    page: int = 0
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class OpenScores(State):
    """A film's scores."""

    verb: ClassVar[str] = "scores"
    shareable: ClassVar[bool] = True
    film: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenCast(State):
    """A film's cast and crew."""

    verb: ClassVar[str] = "cast"
    shareable: ClassVar[bool] = True
    film: str
    page: int = 0
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class OpenPerson(State):
    """A person, film by film."""

    verb: ClassVar[str] = "person"
    shareable: ClassVar[bool] = True
    person: str
    page: int = 0
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class DrawQuote(State):
    """Another quote under the same filter."""

    verb: ClassVar[str] = "quote"
    film: str | None = None
    critic: str | None = None
    person: str | None = None
    about: Theme | None = None
    spoilers: Spoilers | None = None
    card: Colours | None = None  # the colours of its picture; None where it is text


@dataclass(frozen=True, slots=True)
class ShowQuote(State):
    """One quote, and the filter under which another is drawn."""

    verb: ClassVar[str] = "this-quote"
    shareable: ClassVar[bool] = True
    quote: str
    film: str | None = None
    critic: str | None = None
    person: str | None = None
    about: Theme | None = None
    spoilers: Spoilers | None = None
    card: Colours | None = None


@dataclass(frozen=True, slots=True)
class Search(State):
    """One page of a search."""

    verb: ClassVar[str] = "search"
    shareable: ClassVar[bool] = True
    page: int
    film: str | None
    critic: str | None
    text: str
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class BrowseFilms(State):
    """One page of the films."""

    verb: ClassVar[str] = "films"
    shareable: ClassVar[bool] = True
    page: int = 0


@dataclass(frozen=True, slots=True)
class BrowseCritics(State):
    """One page of the critics."""

    verb: ClassVar[str] = "critics"
    shareable: ClassVar[bool] = True
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenAbout(State):
    """What is loaded."""

    verb: ClassVar[str] = "about"
    shareable: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class PickReview(State):
    """A menu of reviews; the chosen value is a review's id."""

    verb: ClassVar[str] = "pick-review"


@dataclass(frozen=True, slots=True)
class PickFilm(State):
    """A menu of films; the chosen value is a film's id."""

    verb: ClassVar[str] = "pick-film"


@dataclass(frozen=True, slots=True)
class PickPerson(State):
    """A menu of people; the chosen value is a person's id."""

    verb: ClassVar[str] = "pick-person"


@dataclass(frozen=True, slots=True)
class PickCritic(State):
    """A menu of critics; the chosen value is a critic's id."""

    verb: ClassVar[str] = "pick-critic"
