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


@dataclass(frozen=True, slots=True)
class ListProposals(State):
    """One page of what waits for approval."""

    verb: ClassVar[str] = "lib-queue"
    page: int = 0


@dataclass(frozen=True, slots=True)
class PickProposal(State):
    """A menu of what waits; the chosen value is a proposal's id."""

    verb: ClassVar[str] = "lib-queue-pick"


@dataclass(frozen=True, slots=True)
class ShowProposal(State):
    """One that waits, as it was understood."""

    verb: ClassVar[str] = "lib-queue-show"
    review: str


@dataclass(frozen=True, slots=True)
class ReadProposal(State):
    """The whole of one that waits, as a file."""

    verb: ClassVar[str] = "lib-queue-read"
    review: str


@dataclass(frozen=True, slots=True)
class ApproveProposal(State):
    """Keep what waits."""

    verb: ClassVar[str] = "lib-approve"
    review: str


@dataclass(frozen=True, slots=True)
class CorrectProposal(State):
    """Say otherwise of what waits."""

    verb: ClassVar[str] = "lib-queue-edit"
    review: str


@dataclass(frozen=True, slots=True)
class AskDecline(State):
    """Ask before what waits is refused."""

    verb: ClassVar[str] = "lib-decline"
    review: str


@dataclass(frozen=True, slots=True)
class DeclineProposal(State):
    """Refuse what waits."""

    verb: ClassVar[str] = "lib-decline-now"
    review: str


@dataclass(frozen=True, slots=True)
class ListOwn(State):
    """One page of what whoever presses gave here."""

    verb: ClassVar[str] = "own-list"
    page: int = 0


@dataclass(frozen=True, slots=True)
class PickOwn(State):
    """A menu of what whoever presses gave; the chosen value is a review's id."""

    verb: ClassVar[str] = "own-pick"


@dataclass(frozen=True, slots=True)
class RemoveOwn(State):
    """Delete one of what whoever presses gave."""

    verb: ClassVar[str] = "own-remove"
    review: str


@dataclass(frozen=True, slots=True)
class AskRemoveAllOwn(State):
    """Ask before all that whoever presses gave here is deleted."""

    verb: ClassVar[str] = "own-all"


@dataclass(frozen=True, slots=True)
class RemoveAllOwn(State):
    """Delete all that whoever presses gave here."""

    verb: ClassVar[str] = "own-all-now"


@dataclass(frozen=True, slots=True)
class ForgetSetter(State):
    """Forget that whoever presses set servers' quotes of the day."""

    verb: ClassVar[str] = "forget-setter"
