"""What was understood and waits for a yes: held in memory for a while, for whoever gave it, where they gave it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import PreviewOver

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.library.understanding import Understood

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PendingLimits:
    """Beyond these the oldest go first; a restart lets go of all."""

    seconds: float = 30 * 60.0
    each: int = 5  # of one member
    all: int = 200
    size: int = 64 * _MIB  # bytes of all files together


PENDING_LIMITS = PendingLimits()


@dataclass(frozen=True, slots=True)
class _Held:
    library: int
    user: int
    understood: Understood
    since: float


class Pending:
    """Previews by short keys. A key is of use only to the member it was made for, in their server."""

    def __init__(self, clock: Callable[[], float], limits: PendingLimits = PENDING_LIMITS) -> None:
        self._clock, self._limits = clock, limits
        self._held: dict[str, _Held] = {}  # oldest first

    def hold(self, library: int, user: int, understood: Understood, key: str | None = None) -> str:
        """Hold a preview, under the key it had before if any; answers with its key."""
        key = key or secrets.token_hex(5)
        self._held.pop(key, None)
        self._held[key] = _Held(library, user, understood, self._clock())
        self._let_go(user)
        return key

    def look(self, key: str, library: int, user: int) -> Understood:
        """Read a preview; raises PreviewOver."""
        self._expire()
        held = self._held.get(key)
        if held is None or (held.library, held.user) != (library, user):
            raise PreviewOver
        return held.understood

    def take(self, key: str, library: int, user: int) -> Understood:
        """Read a preview and let go of it, so that no second press finds it; raises PreviewOver."""
        understood = self.look(key, library, user)
        del self._held[key]
        return understood

    def forget(self, library: int) -> None:
        """Let go of all of a server's."""
        self._held = {key: held for key, held in self._held.items() if held.library != library}

    def _expire(self) -> None:
        oldest = self._clock() - self._limits.seconds
        self._held = {key: held for key, held in self._held.items() if held.since > oldest}

    def _let_go(self, user: int) -> None:
        self._expire()
        own = [key for key, held in self._held.items() if held.user == user]
        for key in own[: max(0, len(own) - self._limits.each)]:
            del self._held[key]
        size = sum(len(held.understood.data) for held in self._held.values())
        while len(self._held) > self._limits.all or (size > self._limits.size and len(self._held) > 1):
            size -= len(self._held.pop(next(iter(self._held))).understood.data)
