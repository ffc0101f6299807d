"""/privacy: what the bot keeps of whoever asks, and how they get rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.errors import NothingFound
from bot.render import library_wire as wire
from bot.render.favourites import render_forget_kept
from bot.render.favourites_wire import AskForgetKept, ForgetKept
from bot.render.library import render_note
from bot.render.privacy import render_all_removal, render_own_removal, render_privacy, render_setter_forgotten
from bot.words import privacy as words
from cogs.controls import AnswerCog, action_for, button_for, pick_for
from cogs.library_desk import has_library, read_and_tell, server_of, tell, think

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply
    from cogs.answering import Interaction


class Privacy(AnswerCog):
    """For everybody, about themselves alone."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            action_for(
                wire.ListOwn, lambda asked, state: read_and_tell(asked, self._shown(asked, state.page))
            ),
            pick_for(wire.PickOwn, lambda asked, _, one: read_and_tell(asked, self._ask_removal(asked, one))),
            action_for(wire.RemoveOwn, self._remove),
            button_for(wire.AskRemoveAllOwn, self._ask_all),
            action_for(wire.RemoveAllOwn, self._remove_all),
            button_for(AskForgetKept, self._ask_forget),
            action_for(ForgetKept, self._forget),
            action_for(wire.ForgetSetter, self._forget_setter),
        )

    @app_commands.command(name="privacy", description=words.COMMAND)
    async def privacy(self, interaction: Interaction) -> None:
        await read_and_tell(interaction, self._shown(interaction))

    async def _shown(self, interaction: Interaction, page: int = 0) -> Reply:
        user = interaction.user.id
        kept = await self.bot.store.count_favourites_of(user)
        dailies = await self.bot.store.count_dailies_of(user)
        here = has_library(interaction)
        own = await self.bot.librarian.own(server_of(interaction), user, page) if here else None
        return render_privacy(own, kept=kept, dailies=dailies)

    async def _ask_forget(self, interaction: Interaction, _: AskForgetKept) -> Reply:
        if not (kept := await self.bot.store.count_favourites_of(interaction.user.id)):
            raise NothingFound(words.NONE_KEPT)
        return render_forget_kept(kept)

    async def _forget(self, interaction: Interaction, _: ForgetKept) -> None:
        await think(interaction)
        await self.bot.store.forget_favourites_of(interaction.user.id)
        await tell(interaction, render_note(words.DELETED, words.NONE_KEPT))

    async def _forget_setter(self, interaction: Interaction, _: wire.ForgetSetter) -> None:
        await think(interaction)
        await self.bot.store.forget_setter(interaction.user.id)
        await tell(interaction, render_setter_forgotten())

    async def _ask_removal(self, interaction: Interaction, review: str) -> Reply:
        line = await self.bot.librarian.own_line(server_of(interaction), interaction.user.id, review)
        return render_own_removal(line)

    async def _remove(self, interaction: Interaction, state: wire.RemoveOwn) -> None:
        library, user = server_of(interaction), interaction.user.id
        await think(interaction)
        line = await self.bot.librarian.own_line(library, user, state.review)
        await self.bot.librarian.remove(library, state.review, user=user)
        await tell(interaction, render_privacy(await self.bot.librarian.own(library, user), deleted=line))

    async def _ask_all(self, interaction: Interaction, _: wire.AskRemoveAllOwn) -> Reply:
        total = await self.bot.store.count_originals(server_of(interaction), user=interaction.user.id)
        if not total:
            raise NothingFound(words.NONE_LEFT)
        return render_all_removal(total)

    async def _remove_all(self, interaction: Interaction, _: wire.RemoveAllOwn) -> None:
        library = server_of(interaction)
        await think(interaction)
        if not (removed := await self.bot.librarian.remove_all_of(library, interaction.user.id)):
            raise NothingFound(words.NONE_LEFT)
        await tell(interaction, render_note(words.DELETED, words.deleted_all(removed)))


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Privacy(bot))
