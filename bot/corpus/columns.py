"""Which column or key of a file holds which field of a review: common names as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.corpus.rows import FIELDS, ColumnMapping
from bot.errors import FileRejected

if TYPE_CHECKING:
    from collections.abc import Sequence


def fold_name(name: str) -> str:
    """Fold a column's name: no case, blanks and hyphens as underscores.

    >>> fold_name(" Film-Title ")
    'film_title'
    """
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def recognise(names: Sequence[str], mapping: ColumnMapping) -> dict[str, str]:
    """Find each field's column: names as printed, by field. Raises FileRejected where a mapped one is missing.

    >>> recognise(["Text", "Film", "body"], ColumnMapping.parse("text=body"))
    {'text': 'body', 'film': 'Film'}
    """
    folded = {fold_name(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for field, column in mapping.pairs:
        if fold_name(column) not in folded:
            raise FileRejected(f'it has no column "{column}"; its columns are {", ".join(names)}')
        found[field] = folded[fold_name(column)]
    for field in FIELDS:
        if field not in found and field in folded and folded[field] not in found.values():
            found[field] = folded[field]
    return found
