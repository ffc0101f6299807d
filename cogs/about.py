"""/about: what is loaded, where it comes from, and which version answers."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import render_about, wire
from bot.words import answers
from bot.words import browse as words
from cogs.answering import Interaction, answer, scope_of
from cogs.controls import AnswerCog, button_for
from cogs.library_desk import giving_of

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class About(AnswerCog):
    """What this bot is."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(bot, button_for(wire.OpenAbout, self.show))

    @app_commands.command(name="about", description=words.ABOUT)
    @app_commands.describe(quietly=answers.QUIETLY)
    async def about(self, interaction: Interaction, *, quietly: bool = False) -> None:
        await answer(interaction, await self.show(interaction, wire.OpenAbout()), quietly=quietly)

    async def show(self, interaction: Interaction, _: wire.OpenAbout) -> Reply:
        """Answer with what is loaded."""
        holdings = await self.bot.store.holdings(scope_of(interaction))
        return render_about(holdings, _version(), giving_of(interaction))


def _version() -> str | None:
    try:
        return version("pullquote")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return None


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(About(bot))
