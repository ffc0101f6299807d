"""What the controls around kept quotes remember. Whose they are is always whoever presses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.render.wire import State

if TYPE_CHECKING:
    from bot.views import Spoilers


@dataclass(frozen=True, slots=True)
class KeepQuote(State):
    """Keep a quote, or keep it no longer."""

    verb: ClassVar[str] = "keep"
    quote: str


@dataclass(frozen=True, slots=True)
class ListKept(State):
    """One page of what somebody keeps."""

    verb: ClassVar[str] = "kept"
    page: int = 0
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class ListMostKept(State):
    """One page of what a server's people keep most."""

    verb: ClassVar[str] = "most-kept"
    shareable: ClassVar[bool] = True
    page: int = 0
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class PickQuote(State):
    """A menu of quotes to open; the chosen value is a quote's id."""

    verb: ClassVar[str] = "pick-quote"


@dataclass(frozen=True, slots=True)
class PickOff(State):
    """A menu of quotes to take off, on a page; the chosen value is the id a favourite is listed under."""

    verb: ClassVar[str] = "pick-off"
    page: int
    spoilers: Spoilers | None = None


@dataclass(frozen=True, slots=True)
class AskDropKept(State):
    """Ask before all that somebody keeps is taken off."""

    verb: ClassVar[str] = "drop-kept"


@dataclass(frozen=True, slots=True)
class DropKept(State):
    """Take off all that somebody keeps."""

    verb: ClassVar[str] = "drop-kept-now"


@dataclass(frozen=True, slots=True)
class AskForgetKept(State):
    """Ask before all that somebody keeps anywhere is deleted."""

    verb: ClassVar[str] = "forget-kept"


@dataclass(frozen=True, slots=True)
class ForgetKept(State):
    """Delete all that somebody keeps anywhere."""

    verb: ClassVar[str] = "forget-kept-now"
