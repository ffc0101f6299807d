"""/library settings: how a server's managers set the bot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from discord import app_commands

from bot.render.library_settings import render_settings
from bot.views import ATTRIBUTION_LIMIT, EXCERPTS, Adders, Searched, Spoilers
from bot.words import library_settings as words
from cogs.controls import AnswerCog
from cogs.library_desk import library_of, tell, think

if TYPE_CHECKING:
    from bot.views import LibrarySettings
    from cogs.answering import Interaction

_WHOLE = {"no": False, "yes": True}


class SettingsCommand(AnswerCog):
    """The command, for the group that it belongs to."""

    @app_commands.command(name="settings", description=words.COMMAND)
    @app_commands.describe(**words.OPTIONS)
    @app_commands.choices(
        answers=[app_commands.Choice(name=said, value=one.value) for one, said in words.SEARCHED.items()],
        adders=[app_commands.Choice(name=said, value=one.value) for one, said in words.ADDERS.items()],
        spoilers=[app_commands.Choice(name=said, value=one.value) for one, said in words.SPOILERS.items()],
        whole=[app_commands.Choice(name=words.WHOLE[one], value=said) for said, one in _WHOLE.items()],
    )
    async def settings(
        self,
        interaction: Interaction,
        answers: str | None = None,
        adders: str | None = None,
        spoilers: str | None = None,
        excerpts: app_commands.Range[int, EXCERPTS.start, EXCERPTS.stop - 1] | None = None,
        whole: str | None = None,
        attribution: app_commands.Range[str, 1, ATTRIBUTION_LIMIT] | None = None,
    ) -> None:
        library, librarian = library_of(interaction), self.bot.librarian
        changes: dict[str, Any] = {
            "searched": answers and Searched(answers),
            "adders": adders and Adders(adders),
            "spoilers": spoilers and Spoilers(spoilers),
            "excerpt_limit": excerpts,
            "whole_reviews": whole and _WHOLE[whole],
            "attribution": attribution,
        }
        said = {name: value for name, value in changes.items() if value is not None}
        await think(interaction)  # the library may be busy with an import
        if said:
            await librarian.change_settings(library, lambda settings: _changed(settings, said))
        await tell(interaction, render_settings(await librarian.settings(library), self.bot.terms))


def _changed(settings: LibrarySettings, said: dict[str, Any]) -> LibrarySettings:
    """Settings with what was said in their place; a line that is only a dash is taken away."""
    if str(said.get("attribution", "")).strip().casefold() in words.NO_LINE_TYPED:
        said = {**said, "attribution": None}
    return replace(settings, **said)
