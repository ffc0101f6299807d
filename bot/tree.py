"""The one place where an error becomes a reply, and where somebody in a hurry is asked to wait."""

from __future__ import annotations

import functools
import logging
import math
import secrets
import time
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import app_commands

from bot.errors import NoMatch, OnCooldown, UserError
from bot.render.text import clip, escape
from bot.words import errors as words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
_Item = TypeVar("_Item")

_UNKNOWN_INTERACTION = 10062
_LONGEST_SENTENCE = 400  # of an error's own words, which may repeat what the user typed
_REMEMBERED_USERS = 1_000


class Limiter:
    """At most ``uses`` uses in ``seconds`` for each user, on an injected monotonic clock.

    >>> now = 0.0
    >>> limiter = Limiter(lambda: now, uses=1, seconds=10)
    >>> limiter.take(1); limiter.take(2)
    >>> limiter.take(1)
    Traceback (most recent call last):
    bot.errors.OnCooldown: One moment: try again in 10 s.
    >>> now = 10.0
    >>> limiter.take(1)
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, uses: int = 5, seconds: float = 10.0
    ) -> None:
        self._clock, self._uses, self._seconds = clock, uses, seconds
        self._recent: dict[int, deque[float]] = {}

    def take(self, user_id: int) -> None:
        """Count one use, or raise :class:`OnCooldown` with the seconds to wait."""
        now = self._clock()
        recent = self._recent.setdefault(user_id, deque())
        while recent and now - recent[0] >= self._seconds:
            recent.popleft()
        if len(recent) >= self._uses:
            raise OnCooldown(math.ceil(self._seconds - (now - recent[0])))
        recent.append(now)
        if len(self._recent) > _REMEMBERED_USERS:
            self._recent = {
                user: uses for user, uses in self._recent.items() if now - uses[-1] < self._seconds
            }


class CommandTree(app_commands.CommandTree[Any]):
    """The slash commands, with their cooldown and with words for whatever goes wrong."""

    def __init__(self, client: discord.Client) -> None:
        # Commands answer wherever people are; what only a server can have says so itself.
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.limit()

    def limit(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start to count uses, on this clock: few commands, more presses, since pages are turned quickly."""
        self.commands_used = Limiter(clock)
        self.controls_used = Limiter(clock, uses=15)

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let autocomplete through always, and commands as often as the limiter allows."""
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        try:
            self.commands_used.take(interaction.user.id)
        except OnCooldown as error:
            await answer_error(interaction, error)
            return False
        return True

    async def on_error(self, interaction: Interaction, error: Exception, /) -> None:
        """Answer any error; discord.py calls this for commands, :func:`guarded` for buttons."""
        await answer_error(interaction, error)


def guarded(
    callback: Callable[[_Item, Interaction], Awaitable[None]],
) -> Callable[[_Item, Interaction], Coroutine[Any, Any, None]]:
    """Put a button's or menu's ``callback`` under a cooldown and the commands' error replies.

    A dynamic item has no view of ours: discord.py would log its error and leave the user without an answer.
    """

    @functools.wraps(callback)
    async def run(item: _Item, interaction: Interaction) -> None:
        tree: CommandTree = interaction.client.tree
        try:
            tree.controls_used.take(interaction.user.id)
            await callback(item, interaction)
        except Exception as error:  # noqa: BLE001 - every error gets its answer in one place
            await tree.on_error(interaction, error)

    return run


async def answer_error(interaction: Interaction, error: Exception) -> None:
    """Tell the user, privately, what went wrong; log what only the operator can mend under a reference."""
    cause = cause_of(error)
    if _expired(cause):
        log.info("%s: Discord no longer took the answer", _name(interaction))
        return
    said = _words(cause)
    if said is None:
        reference = secrets.token_hex(3)
        log.error("%s failed, reference %s", _name(interaction), reference, exc_info=cause)
        said = words.went_wrong(reference)
    try:
        await _send_privately(interaction, said)
    except discord.HTTPException as failure:
        if _expired(failure):
            log.info("%s: Discord no longer took the answer", _name(interaction))
        else:
            log.exception("%s: the error could not be answered", _name(interaction))


def cause_of(error: BaseException) -> BaseException:
    """What a command raised, out of discord.py's wrappers."""
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    if isinstance(error, app_commands.TransformerError) and error.__cause__ is not None:
        return error.__cause__
    return error


def _words(error: BaseException) -> str | None:
    """The sentence for the user; None where the error is not theirs to mend."""
    if isinstance(error, UserError):
        said = escape(clip(str(error), _LONGEST_SENTENCE))
        if isinstance(error, NoMatch):
            names = [f"**{escape(clip(name, 100))}**" for name in error.nearest[:5]]
            said += f"\n{words.instead(error.kind, names, several=error.several)}"
        return said
    for kinds, said in (
        ((app_commands.CommandNotFound, app_commands.CommandSignatureMismatch), words.OUTDATED),
        ((app_commands.CheckFailure,), words.NOT_ALLOWED),
        ((app_commands.TransformerError,), words.BAD_VALUE),
    ):
        if isinstance(error, kinds):
            return said
    return None


def _expired(error: BaseException) -> bool:
    return isinstance(error, discord.NotFound) and error.code == _UNKNOWN_INTERACTION


class _NotInTime(logging.Filter):
    """Keeps choices that came too late, while somebody went on typing, out of discord.py's log of errors."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return error is None or not _expired(error)


# Where discord.py logs what autocomplete raises; nothing else can be done about it there.
logging.getLogger("discord.app_commands.tree").addFilter(_NotInTime())


def _name(interaction: Interaction) -> str:
    """What was used, for the log: a command's name or a button's custom_id."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data: Any = interaction.data or {}
    return str(data.get("custom_id") or data.get("name") or interaction.type.name)


async def _send_privately(interaction: Interaction, said: str) -> None:
    """Send an ephemeral message, whatever was already answered."""
    if not interaction.response.is_done():
        await interaction.response.send_message(said, ephemeral=True)
        return
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        # The first message after "is thinking" takes its place, in public if that was public: so it gets a
        # sign to show for a moment.
        original = await interaction.original_response()
        if original.flags.loading and not original.flags.ephemeral:
            await original.edit(content="…")
            await interaction.followup.send(said, ephemeral=True)
            await original.delete()
            return
    await interaction.followup.send(said, ephemeral=True)
