"""/library settings: how a server's managers set the bot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from discord import app_commands

from bot.render.library_settings import ADDERS, SEARCHED, SPOILERS, WHOLE, render_settings
from bot.views import ATTRIBUTION_LIMIT, EXCERPTS, Adders, Searched, Spoilers
from cogs.controls import AnswerCog
from cogs.library_desk import library_of, tell

if TYPE_CHECKING:
    from bot.views import LibrarySettings
    from cogs.controls import Interaction

_NO_LINE = ("-", "none")
_WHOLE = {"no": False, "yes": True}


class SettingsCommand(AnswerCog):
    """The command, for the group that it belongs to."""

    @app_commands.command(
        name="settings", description="How this server is answered, and how its reviews may be shown"
    )
    @app_commands.describe(
        answers="Which reviews members are answered from",
        adders="Who may add reviews",
        spoilers="What becomes of what gives the story away",
        excerpts="How many characters of one review a page of an answer may show",
        whole="Whether turning the pages of an answer may show a whole review",
        attribution="A line below each answer that shows something of these reviews; - takes it away",
    )
    @app_commands.choices(
        answers=[app_commands.Choice(name=said, value=one.value) for one, said in SEARCHED.items()],
        adders=[app_commands.Choice(name=said, value=one.value) for one, said in ADDERS.items()],
        spoilers=[app_commands.Choice(name=said, value=one.value) for one, said in SPOILERS.items()],
        whole=[app_commands.Choice(name=WHOLE[one], value=said) for said, one in _WHOLE.items()],
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
        if said:
            await librarian.put_settings(library, _changed(await librarian.settings(library), said))
        await tell(interaction, render_settings(await librarian.settings(library), self.bot.terms))


def _changed(settings: LibrarySettings, said: dict[str, Any]) -> LibrarySettings:
    """Settings with what was said in their place; a line that is only a dash is taken away."""
    if str(said.get("attribution", "")).strip().casefold() in _NO_LINE:
        said = {**said, "attribution": None}
    return replace(settings, **said)
