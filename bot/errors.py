"""One tree of errors; the text of each is the sentence its reader sees, so nothing needs rewording on the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words import errors as words

if TYPE_CHECKING:
    from collections.abc import Sequence


class PullquoteError(Exception):
    """The root: ``str(error)`` is a whole sentence, fit for a user or an operator."""


# --- what a member of a server can act on: shown as an ephemeral reply -------------------------------------------


class UserError(PullquoteError):
    """Something the person who typed the command can put right."""


class NoMatch(UserError):
    """A name nobody in this scope has, or ``several`` have; carries the nearest ones, best first."""

    def __init__(self, kind: str, text: str, nearest: Sequence[str] = (), *, several: bool = False) -> None:
        self.kind, self.text, self.nearest, self.several = kind, text, tuple(nearest), several
        super().__init__(words.several(kind, text) if several else words.no_match(kind, text))


class NothingFound(UserError):
    """The question was understood and its answer is empty."""


class Gone(UserError):
    """What a button or a favourite points at is no longer there, or no longer in this scope."""

    def __init__(self, what: str) -> None:
        super().__init__(words.gone(what))


class OnCooldown(UserError):
    """The same person asked again too soon."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(words.wait(max(1, round(seconds))))


class NotUnderstood(UserError):
    """What somebody gave can't be read as a review, or as what a field wants."""


class PreviewOver(UserError):
    """A preview was answered already, or is no longer held."""

    def __init__(self) -> None:
        super().__init__(words.PREVIEW_OVER)


class LimitReached(UserError):
    """A server's or a member's share is used up."""


class NotAllowed(UserError):
    """A server's settings say no."""


# --- what the operator can act on: one line on stderr and an exit code -------------------------------------------


class OperatorError(PullquoteError):
    """Something the person who runs the bot can put right; ``exit_code`` is the command line's."""

    exit_code = 1


class SettingsError(OperatorError):
    """A missing or malformed setting or option."""

    exit_code = 2


class MissingExtra(OperatorError):
    """An optional part of the bot that is not installed."""

    exit_code = 2


class LoaderBusy(OperatorError):
    """Another process is loading into the same database."""


class FileRejected(PullquoteError):
    """One file that cannot be read as a review; the message is the reason, without the file's name."""


class Draft(FileRejected):
    """A file that its own front matter calls unfinished: passed over, and no longer answered from."""


class StoreError(OperatorError):
    """Anything the database refused; every sqlite3 error leaves the store as one of these."""


class NotOurDatabase(StoreError):
    """The file is not SQLite, or is some other program's database."""


class NewerDatabase(StoreError):
    """The database was written by a later version of this program."""


class DatabaseBusy(StoreError):
    """A lock was not given within the time allowed."""


class DatabaseDamaged(StoreError):
    """SQLite found the file malformed."""
