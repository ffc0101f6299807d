"""From a file or a typed text to a preview, and from there to a review in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NotUnderstood, UserError
from bot.library import corrected, fields_of, parse_edits
from bot.render import library_wire as wire
from bot.render.library import render_added, render_note, render_understood
from bot.render.library_import import render_many
from cogs.controls import Interaction, action_for
from cogs.library_desk import fetch, library_of, tell, think
from cogs.library_forms import FactsForm

if TYPE_CHECKING:
    import discord

    from bot.app import Pullquote
    from bot.library import Fields, Understood

_TYPED_NAME = "pasted.txt"


class Adding:
    """Previews, and what is pressed under them."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self.controls = (
            action_for(wire.AddPreviewed, self.add),
            action_for(wire.CorrectPreviewed, self.correct),
            action_for(wire.DropPreviewed, self.drop),
        )

    async def typed(
        self, interaction: Interaction, fields: Fields, text: str, file: discord.Attachment | None
    ) -> None:
        """Preview what was typed, or the file put in its place."""
        if file is not None:
            await self.file(interaction, file, fields)
        elif text.strip():
            await self._preview(interaction, _TYPED_NAME, text.encode(), fields)
        else:
            raise NotUnderstood("There is nothing to add: type the review, or put in a file.")

    async def file(self, interaction: Interaction, file: discord.Attachment, fields: Fields) -> None:
        """Preview a file."""
        library_of(interaction)
        await think(interaction)
        await self._preview(interaction, file.filename, await fetch(interaction, file), fields)

    async def _preview(self, interaction: Interaction, name: str, data: bytes, fields: Fields) -> None:
        library, user = library_of(interaction), interaction.user.id
        edits = parse_edits(film=fields.film, critic=fields.critic, outlet=fields.outlet)
        if not interaction.response.is_done():
            await think(interaction)
        understood = await self.bot.librarian.understand(library, user, name, data, edits)
        await self._show(interaction, understood)

    async def _show(self, interaction: Interaction, understood: Understood, key: str | None = None) -> None:
        key = self.bot.pending.hold(library_of(interaction), interaction.user.id, understood, key)
        render = render_many if understood.many else render_understood
        await tell(interaction, render(understood, key))

    async def add(self, interaction: Interaction, state: wire.AddPreviewed) -> None:
        """Keep what a preview shows."""
        library, user, key = library_of(interaction), interaction.user.id, state.preview
        understood = self.bot.pending.take(key, library, user)
        try:
            await think(interaction)
            review = await self.bot.librarian.add(library, user, understood)
        except UserError:
            self.bot.pending.hold(library, user, understood, key)
            raise
        await tell(interaction, render_added(await self.bot.store.original_line(library, review)))

    async def correct(self, interaction: Interaction, state: wire.CorrectPreviewed) -> None:
        """Ask what a preview should say."""
        understood = self.bot.pending.look(state.preview, library_of(interaction), interaction.user.id)
        shown = fields_of(understood.reviews[0])

        async def respond(submitted: Interaction, typed: Fields) -> None:
            library = library_of(submitted)
            current = self.bot.pending.look(state.preview, library, submitted.user.id)
            edits = corrected(current.edits, shown, typed)
            await think(submitted)
            again = await self.bot.librarian.reconsider(library, current, edits)
            await self._show(submitted, again, state.preview)

        await interaction.response.send_modal(FactsForm(shown, respond))

    async def drop(self, interaction: Interaction, state: wire.DropPreviewed) -> None:
        """Let go of what a preview shows."""
        self.bot.pending.take(state.preview, library_of(interaction), interaction.user.id)
        await tell(interaction, render_note("Dropped", "Nothing was stored."))
