"""Commands and buttons that fail in every way, for tests/test_tree.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.errors import NoMatch, NothingFound, PullquoteError, StoreError
from bot.tree import guarded

if TYPE_CHECKING:
    import re

Kind = Literal["nomatch", "nothing", "store", "bug", "late", "forbidden", "own"]
When = Literal["first", "deferred", "deferred privately", "answered"]


class Late(discord.NotFound):
    """What Discord says to an answer after three seconds."""

    def __init__(self) -> None:
        super().__init__(_Response(), {"code": 10062, "message": "Unknown interaction"})


class _Response:
    status, reason = 404, "Not Found"


def fail(kind: str) -> None:
    """Raise what ``kind`` names."""
    raise {
        "nomatch": NoMatch("film", "**balerina** <t:0>", ["Ballerina", "The *Ballad* of Narayama"]),
        "nothing": NothingFound("No review here gives a score."),
        "store": StoreError("The disk is full."),
        "bug": ZeroDivisionError("secret detail"),
        "late": Late(),
        "forbidden": app_commands.MissingPermissions(["manage_guild"]),
        "own": PullquoteError("Only for the log."),
    }[kind]


class Fuse(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"fuse:(?P<kind>[a-z]+)"):
    """A button that fails when pressed, also after a restart."""

    def __init__(self, kind: str) -> None:
        super().__init__(ui.Button(label=kind, custom_id=f"fuse:{kind}"))
        self.kind = kind

    @classmethod
    async def from_custom_id(cls, _interaction: Any, _item: Any, match: re.Match[str]) -> Fuse:
        return cls(match["kind"])

    @guarded
    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        if self.kind == "fine":
            await interaction.response.send_message("Fine.", ephemeral=True)
            return
        fail(self.kind)


class Trouble(commands.Cog):
    """The commands."""

    @app_commands.command(description="Fail")
    async def fail(self, interaction: discord.Interaction[Any], kind: Kind, when: When = "first") -> None:
        if when.startswith("deferred"):
            await interaction.response.defer(ephemeral=when.endswith("privately"), thinking=True)
        elif when == "answered":
            await interaction.response.send_message("The answer.")
        fail(kind)

    @app_commands.command(description="Answer")
    async def fine(self, interaction: discord.Interaction[Any], text: str = "") -> None:
        await interaction.response.send_message(f"Fine. {text}")

    @fine.autocomplete("text")
    async def offer(
        self, _interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=typed or "-", value="x")]

    @app_commands.command(description="Show the buttons")
    async def fuses(self, interaction: discord.Interaction[Any]) -> None:
        view = ui.LayoutView(timeout=None)
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
        for kind in ("fine", "nothing", "bug", "late"):
            row.add_item(Fuse(kind))
        view.add_item(row)
        await interaction.response.send_message(view=view)


async def setup(bot: Any) -> None:
    bot.add_dynamic_items(Fuse)
    await bot.add_cog(Trouble())
