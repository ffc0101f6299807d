"""What every part of the store stands on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store.connections import Connections
    from bot.views import Scope


class Base:
    """Holds the connections; the parts of the store inherit it."""

    def __init__(self, connections: Connections) -> None:
        self._db = connections


def libraries_of(scope: Scope) -> tuple[int, ...]:
    """Put a scope's libraries in one order, the operator's first."""
    return tuple(sorted(set(scope.libraries)))


def listed(values: Iterable[int | str]) -> str:
    """Pass a list to SQL, for ``json_each``."""
    return json.dumps(list(values))
