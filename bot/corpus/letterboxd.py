"""Letterboxd's account export -> rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import FileRejected

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from bot.corpus.rows import Limits, Problem, Row


def is_export(names: Collection[str]) -> bool:
    """Whether files of these names (below the ZIP's common folder) are an account's export."""
    return False


def read_export(members: Mapping[str, bytes], limits: Limits) -> Iterator[Row | Problem]:
    """Read reviews.csv, joined with what the other files say; problems carry a member's name, or row of it."""
    raise FileRejected("this export is not read yet")
    yield  # a generator from the start
