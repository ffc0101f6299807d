"""What the buttons and menus of ``/library`` remember. Who may press them is asked again at each press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.render.wire import State


@dataclass(frozen=True, slots=True)
class AddPreviewed(State):
    """Keep what a preview shows."""

    verb: ClassVar[str] = "lib-add"
    preview: str


@dataclass(frozen=True, slots=True)
class CorrectPreviewed(State):
    """Say otherwise of what a preview shows."""

    verb: ClassVar[str] = "lib-correct"
    preview: str


@dataclass(frozen=True, slots=True)
class DropPreviewed(State):
    """Let go of what a preview shows."""

    verb: ClassVar[str] = "lib-drop"
    preview: str


@dataclass(frozen=True, slots=True)
class ListReviews(State):
    """One page of what a server's members gave."""

    verb: ClassVar[str] = "lib-list"
    page: int = 0


@dataclass(frozen=True, slots=True)
class PickGiven(State):
    """A menu of what was given; the chosen value is a review's id."""

    verb: ClassVar[str] = "lib-pick"


@dataclass(frozen=True, slots=True)
class ShowGiven(State):
    """One review as its library holds it."""

    verb: ClassVar[str] = "lib-show"
    review: str


@dataclass(frozen=True, slots=True)
class EditGiven(State):
    """Say otherwise of a review."""

    verb: ClassVar[str] = "lib-edit"
    review: str


@dataclass(frozen=True, slots=True)
class AskRemoval(State):
    """Ask before a review is removed."""

    verb: ClassVar[str] = "lib-remove"
    review: str


@dataclass(frozen=True, slots=True)
class RemoveGiven(State):
    """Remove a review."""

    verb: ClassVar[str] = "lib-remove-now"
    review: str


@dataclass(frozen=True, slots=True)
class StartImport(State):
    """Import what a preview shows."""

    verb: ClassVar[str] = "lib-import"
    preview: str


@dataclass(frozen=True, slots=True)
class CancelImport(State):
    """Take an import back."""

    verb: ClassVar[str] = "lib-cancel"
    import_id: str
