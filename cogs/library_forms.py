"""The forms of /library: a review's text, what is said of a review, and a server's name typed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.library import Fields
from bot.words import library as words
from bot.words import library_adding as adding

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from cogs.answering import Interaction

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
        super().__init__(adding.FORM)
        self._respond = respond
        self._text: ui.TextInput[Any] = ui.TextInput(
            custom_id="text", style=discord.TextStyle.paragraph, required=False, max_length=TEXT_LIMIT
        )
        self._file: ui.FileUpload[Any] = ui.FileUpload(custom_id="file", required=False, max_values=1)
        self._film = _line("film", adding.FORM_FILM, adding.FORM_FILM_HELP, given.film)
        self._critic = _line("critic", adding.FORM_CRITIC, adding.FORM_CRITIC_HELP, given.critic)
        self._outlet = _line("outlet", adding.FORM_OUTLET, adding.FORM_OUTLET_HELP, given.outlet)
        self.add_item(
            ui.Label(
                text=adding.FORM_TEXT,
                description=adding.form_text_help(TEXT_LIMIT),
                component=self._text,
            )
        )
        self.add_item(
            ui.Label(text=adding.FORM_FILE, description=adding.FORM_FILE_HELP, component=self._file)
        )
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
        super().__init__(words.FORM)
        self._respond = respond
        self._labels = (
            _line("film", words.FORM_FILM, words.FORM_FILM_HELP, shown.film),
            _line("critic", words.FORM_CRITIC, None, shown.critic),
            _line("outlet", words.FORM_OUTLET, words.FORM_OUTLET_HELP, shown.outlet),
            _line("published", words.FORM_DATE, words.FORM_DATE_HELP, shown.published),
            _line("url", words.FORM_LINK, words.FORM_LINK_HELP, shown.url),
        )
        for label in self._labels:
            self.add_item(label)

    async def on_submit(self, interaction: Interaction, /) -> None:
        """Hand on what was typed."""
        await self._respond(interaction, Fields(*map(_typed, self._labels)))


class NameForm(Form):
    """A server's name typed out before everything of it is deleted."""

    def __init__(self, name: str, respond: Callable[[Interaction, str], Awaitable[None]]) -> None:
        super().__init__(words.FORGET_FORM)
        self._respond = respond
        self._name: ui.TextInput[Any] = ui.TextInput(custom_id="name", max_length=100)
        shown = name if len(name) <= _LABEL_NAME else f"{name[: _LABEL_NAME - 1]}…"
        self.add_item(ui.TextDisplay(words.FORGET_MEANS))
        self.add_item(
            ui.Label(text=words.FORGET_NAME, description=words.type_out(shown), component=self._name)
        )

    async def on_submit(self, interaction: Interaction, /) -> None:
        """Hand on what was typed."""
        await self._respond(interaction, self._name.value)
