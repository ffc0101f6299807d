"""A server's own library: what its members give in Discord is understood, kept, changed and forgotten here."""

from __future__ import annotations

from bot.library.edits import parse_edits
from bot.library.librarian import Librarian
from bot.library.limits import LIBRARY_LIMITS, LibraryLimits
from bot.library.reading import ImportReport
from bot.library.understanding import Preview, Understood

__all__ = [
    "LIBRARY_LIMITS",
    "ImportReport",
    "Librarian",
    "LibraryLimits",
    "Preview",
    "Understood",
    "parse_edits",
]
