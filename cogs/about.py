"""/about: what is loaded, where it comes from, and which version answers."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.render import render_about
from cogs.controls import Interaction, answer, scope_of

if TYPE_CHECKING:
    from bot.app import Pullquote


class About(commands.Cog):
    """What this bot is."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot

    @app_commands.command(
        name="about", description="What is loaded here, where it comes from, and what to ask"
    )
    async def about(self, interaction: Interaction) -> None:
        holdings = await self.bot.store.holdings(scope_of(interaction))
        await answer(interaction, render_about(holdings, _version()))


def _version() -> str | None:
    try:
        return version("pullquote")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return None


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(About(bot))
