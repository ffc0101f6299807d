"""From a file, a typed text or a message to a preview, and from there into the library or into the queue.

Managers add; members propose where the server's settings let them. Which of the two is asked again at each press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NotAllowed, NotUnderstood
from bot.library import corrected, fields_of, parse_edits
from bot.render import library_wire as wire
from bot.render.library import render_added, render_note, render_proposed, render_understood
from bot.render.library_import import render_many
from bot.words import library_adding as words
from bot.words.library_queue import ONE_BY_ONE
from cogs.controls import action_for
from cogs.library_desk import fetch, manages, shelf_of, tell, think
from cogs.library_forms import FactsForm, TextForm

if TYPE_CHECKING:
    import discord

    from bot.app import Pullquote
    from bot.library import Fields, Understood
    from bot.models import Edits
    from bot.render import Reply
    from cogs.answering import Interaction

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

    async def begin(self, interaction: Interaction, file: discord.Attachment | None, fields: Fields) -> None:
        """Preview a file, or ask for the text first."""
        shelf_of(interaction)
        if file is None:
            await interaction.response.send_modal(TextForm(fields, self.typed))
        else:
            await self.file(interaction, file, said_in(fields))

    async def typed(
        self, interaction: Interaction, fields: Fields, text: str, file: discord.Attachment | None
    ) -> None:
        """Preview what was typed, or the file put in its place."""
        if file is not None:
            await self.file(interaction, file, said_in(fields))
        elif text.strip():
            await self.text(interaction, _TYPED_NAME, text, said_in(fields))
        else:
            raise NotUnderstood(words.NOTHING_TYPED)

    async def file(
        self, interaction: Interaction, file: discord.Attachment, edits: Edits, otherwise: Edits | None = None
    ) -> None:
        """Preview a file; ``otherwise`` names the critic and the link where the file names none."""
        shelf_of(interaction)
        await think(interaction)
        await self._preview(interaction, file.filename, await fetch(interaction, file), edits, otherwise)

    async def text(
        self, interaction: Interaction, name: str, text: str, edits: Edits, otherwise: Edits | None = None
    ) -> None:
        """Preview a text, under a file's name."""
        shelf_of(interaction)
        await think(interaction)
        await self._preview(interaction, name, text.encode(), edits, otherwise)

    async def _preview(
        self, interaction: Interaction, name: str, data: bytes, edits: Edits, otherwise: Edits | None
    ) -> None:
        library, user, all_of_it = shelf_of(interaction), interaction.user.id, manages(interaction)
        understood = await self.bot.librarian.understand(
            library, user, name, data, edits, otherwise=otherwise, manages=all_of_it
        )
        await self._show(interaction, understood)

    async def _show(self, interaction: Interaction, understood: Understood, key: str | None = None) -> None:
        proposes = not manages(interaction)
        if proposes and understood.many:
            raise NotAllowed(ONE_BY_ONE)
        if key is not None:  # added or dropped while it was read again, it must not come back
            self.bot.pending.look(key, shelf_of(interaction), interaction.user.id)
        key = self.bot.pending.hold(shelf_of(interaction), interaction.user.id, understood, key)
        if understood.many:
            await tell(interaction, render_many(understood, key))
        else:
            await tell(interaction, render_understood(understood, key, proposes=proposes))

    async def add(self, interaction: Interaction, state: wire.AddPreviewed) -> None:
        """Keep what a preview shows, or let it wait for a manager."""
        library, user, key = shelf_of(interaction), interaction.user.id, state.preview
        understood = self.bot.pending.take(key, library, user)
        try:
            await think(interaction)
            reply = await self._keep(interaction, library, understood)
        except Exception:  # so that the button is of use once more
            self.bot.pending.hold(library, user, understood, key)
            raise
        await tell(interaction, reply)

    async def _keep(self, interaction: Interaction, library: int, understood: Understood) -> Reply:
        librarian, user = self.bot.librarian, interaction.user.id
        if not manages(interaction):
            await librarian.propose(library, user, understood)
            return render_proposed(understood)
        review = await librarian.add(library, user, understood)
        line = await self.bot.store.original_line(library, review)
        return render_added(line, await librarian.waiting(library))

    async def correct(self, interaction: Interaction, state: wire.CorrectPreviewed) -> None:
        """Ask what a preview should say."""
        understood = self.bot.pending.look(state.preview, shelf_of(interaction), interaction.user.id)
        shown = fields_of(understood.reviews[0])

        async def respond(submitted: Interaction, typed: Fields) -> None:
            library = shelf_of(submitted)
            current = self.bot.pending.look(state.preview, library, submitted.user.id)
            edits = corrected(current.edits, shown, typed)
            await think(submitted)
            again = await self.bot.librarian.reconsider(library, current, edits)
            await self._show(submitted, again, state.preview)

        await interaction.response.send_modal(FactsForm(shown, respond))

    async def drop(self, interaction: Interaction, state: wire.DropPreviewed) -> None:
        """Let go of what a preview shows."""
        self.bot.pending.take(state.preview, shelf_of(interaction), interaction.user.id)
        await tell(interaction, render_note(words.DROPPED, words.DROPPED_MEANS))


def said_in(fields: Fields) -> Edits:
    """What somebody says of a review they give; raises NotUnderstood."""
    return parse_edits(film=fields.film, critic=fields.critic, outlet=fields.outlet)
