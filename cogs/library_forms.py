"""The forms of /library: a review's text, what is said of a review, and a server's name typed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.library import Fields

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from cogs.controls import Interaction

TEXT_LIMIT = 4_000
"""What Discord lets somebody type into a field."""

_LINE_LIMIT = 200
_OPEN_SECONDS = 15 * 60.0
_LABEL_NAME = 60


class Form(ui.Modal):
    """A form whose errors are answered like those of commands."""

    def __init__(self, title: str) -> None:
        super().__init__(title=title, timeout=_OPEN_SECONDS)

    async def on_error(self, interaction: Interaction, error: Exception, /) -> None:  # type: ignore[override]
        """Answer an error in words."""
        await interaction.client.tree.on_error(interaction, error)


def _line(custom_id: str, text: str, description: str | None, default: str = "") -> ui.Label[Any]:
    field: ui.TextInput[Any] = ui.TextInput(
        custom_id=custom_id, required=False, max_length=_LINE_LIMIT, default=default[:_LINE_LIMIT] or None
    )
    return ui.Label(text=text, description=description, component=field)


def _typed(label: ui.Label[Any]) -> str:
    field: ui.TextInput[Any] = label.component  # type: ignore[assignment]
    return field.value


class TextForm(Form):
    """A review typed, pasted or put in as a file."""

    def __init__(
        self,
        given: Fields,
        respond: Callable[[Interaction, Fields, str, discord.Attachment | None], Awaitable[None]],
    ) -> None:
        super().__init__("Add a review")
        self._respond = respond
        self._text: ui.TextInput[Any] = ui.TextInput(
            custom_id="text", style=discord.TextStyle.paragraph, required=False, max_length=TEXT_LIMIT
        )
        self._file: ui.FileUpload[Any] = ui.FileUpload(custom_id="file", required=False, max_values=1)
        self._film = _line(
            "film", "Film", "As in “Rope (1948)”. Empty: I look for it in the text.", given.film
        )
        self._critic = _line("critic", "Critic", "Empty: I look for it in the text.", given.critic)
        self._outlet = _line("outlet", "Outlet", "Where it appeared, if anywhere.", given.outlet)
        self.add_item(
            ui.Label(
                text="The review",
                description=f"Up to {TEXT_LIMIT:,} characters; a longer one goes in as a file.",
                component=self._text,
            )
        )
        self.add_item(ui.Label(text="Or a file", description="Instead of the text.", component=self._file))
        for label in (self._film, self._critic, self._outlet):
            self.add_item(label)

    async def on_submit(self, interaction: Interaction, /) -> None:
        """Hand on what was typed."""
        fields = Fields(_typed(self._film), _typed(self._critic), _typed(self._outlet))
        file = self._file.values[0] if self._file.values else None
        await self._respond(interaction, fields, self._text.value, file)


class FactsForm(Form):
    """What is said of a review."""

    def __init__(self, shown: Fields, respond: Callable[[Interaction, Fields], Awaitable[None]]) -> None:
        super().__init__("What should it say?")
        self._respond = respond
        self._labels = (
            _line("film", "Film", "With its year, as in “Rope (1948)”.", shown.film),
            _line("critic", "Critic", None, shown.critic),
            _line("outlet", "Outlet", "Where it appeared.", shown.outlet),
            _line("published", "Date", "Like 2025-06-04.", shown.published),
            _line("url", "Link", "Where it can be read in full, with https://.", shown.url),
        )
        for label in self._labels:
            self.add_item(label)

    async def on_submit(self, interaction: Interaction, /) -> None:
        """Hand on what was typed."""
        await self._respond(interaction, Fields(*map(_typed, self._labels)))


class NameForm(Form):
    """A server's name typed out before everything of it is deleted."""

    def __init__(self, name: str, respond: Callable[[Interaction, str], Awaitable[None]]) -> None:
        super().__init__("Delete the whole library?")
        self._respond = respond
        self._name: ui.TextInput[Any] = ui.TextInput(custom_id="name", max_length=100)
        shown = name if len(name) <= _LABEL_NAME else f"{name[: _LABEL_NAME - 1]}…"
        self.add_item(
            ui.TextDisplay(
                "Every review that was added in this server is deleted, with its settings. "
                "This can’t be undone; `/library export` saves a copy first."
            )
        )
        self.add_item(
            ui.Label(text="This server’s name", description=f"Type it out: {shown}", component=self._name)
        )

    async def on_submit(self, interaction: Interaction, /) -> None:
        """Hand on what was typed."""
        await self._respond(interaction, self._name.value)
