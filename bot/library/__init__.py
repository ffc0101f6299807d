"""A server's own library: what its members give in Discord is understood, kept, changed and forgotten here."""

from __future__ import annotations

from bot.library.correcting import Fields, corrected, fields_of
from bot.library.edits import parse_edits
from bot.library.librarian import Librarian
from bot.library.limits import LIBRARY_LIMITS, LibraryLimits, check_size
from bot.library.pending import Pending
from bot.library.proposing import Proposal, QueuePage
from bot.library.reading import ImportReport
from bot.library.understanding import Preview, Understood, given_file

__all__ = [
    "LIBRARY_LIMITS",
    "Fields",
    "ImportReport",
    "Librarian",
    "LibraryLimits",
    "Pending",
    "Preview",
    "Proposal",
    "QueuePage",
    "Understood",
    "check_size",
    "corrected",
    "fields_of",
    "given_file",
    "parse_edits",
]
