"""What waits for approval: listed, opened, approved, corrected, declined, with the permission asked at each press."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import discord

from bot.errors import Gone
from bot.library import Fields, corrected, fields_of, given_file
from bot.render import library_wire as wire
from bot.render.library import render_note, what_line
from bot.render.library_queue import render_decline, render_proposal, render_queue
from bot.words import library_queue as words
from cogs.controls import action_for, pick_for
from cogs.library_desk import library_of, read_and_tell, tell, think
from cogs.library_forms import FactsForm

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.app import Pullquote
    from bot.library import Proposal
    from bot.render import Reply
    from cogs.answering import Interaction


class Queue:
    """The queue and what is pressed in it; who comes second is told, and sees what is left."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self.controls = (
            action_for(wire.ListProposals, lambda asked, state: self.show(asked, state.page)),
            pick_for(wire.PickProposal, lambda asked, _, one: self._open(asked, one, render_proposal)),
            action_for(
                wire.ShowProposal, lambda asked, state: self._open(asked, state.review, render_proposal)
            ),
            action_for(wire.AskDecline, lambda asked, state: self._open(asked, state.review, render_decline)),
            action_for(wire.ReadProposal, self.read),
            action_for(wire.CorrectProposal, self.correct),
            action_for(
                wire.ApproveProposal,
                lambda asked, state: self._decide(
                    asked, state.review, self.bot.librarian.approve, words.approved
                ),
            ),
            action_for(
                wire.DeclineProposal,
                lambda asked, state: self._decide(
                    asked, state.review, self.bot.librarian.drop, words.declined
                ),
            ),
        )

    async def listed(self, library: int, page: int = 0, note: str | None = None) -> Reply:
        """Answer with a page of what waits."""
        is_open = self.bot.librarian.is_open(library)
        return render_queue(await self.bot.librarian.queue(library, page), is_open=is_open, note=note)

    async def show(self, interaction: Interaction, page: int = 0) -> None:
        """Show a page of what waits."""
        await read_and_tell(interaction, self.listed(library_of(interaction), page))

    async def _open(
        self, interaction: Interaction, proposal: str, render: Callable[[Proposal], Reply]
    ) -> None:
        await read_and_tell(interaction, self._opened(library_of(interaction), proposal, render))

    async def _opened(self, library: int, proposal: str, render: Callable[[Proposal], Reply]) -> Reply:
        try:
            return render(await self.bot.librarian.proposal(library, proposal))
        except Gone:
            return await self._over(library, proposal)

    async def _over(self, library: int, proposal: str) -> Reply:
        try:
            line = await self.bot.store.original_line(library, proposal)
        except Gone:
            return await self.listed(library, note=words.WAS_DECLINED)
        return await self.listed(library, note=words.was_approved(what_line(line)))

    async def read(self, interaction: Interaction, state: wire.ReadProposal) -> None:
        """Answer with the whole of a proposal, as it was given."""
        library = library_of(interaction)
        await think(interaction)
        try:
            line = (await self.bot.librarian.proposal(library, state.review)).line
            one = await self.bot.store.original(library, line.id)
        except Gone:
            await tell(interaction, await self._over(library, state.review))
            return
        name, data = await asyncio.to_thread(given_file, one)
        file = discord.File(io.BytesIO(data), filename=name)
        reply = render_note(what_line(line), words.WHOLE)
        reply.add_item(discord.ui.File(file))
        await interaction.edit_original_response(view=reply, attachments=[file])

    async def correct(self, interaction: Interaction, state: wire.CorrectProposal) -> None:
        """Ask what a proposal should say."""
        library = library_of(interaction)
        try:
            found = await self.bot.librarian.proposal(library, state.review)
        except Gone:
            await tell(interaction, await self._over(library, state.review))
            return
        shown = fields_of(found.preview) if found.preview else Fields()

        async def respond(submitted: Interaction, typed: Fields) -> None:
            library = library_of(submitted)
            await think(submitted)
            try:
                said = (await self.bot.librarian.proposal(library, state.review)).line.given
                await self.bot.librarian.edit(library, state.review, corrected(said, shown, typed))
            except Gone:
                await tell(submitted, await self._over(library, state.review))
            else:
                await tell(submitted, await self._opened(library, state.review, render_proposal))

        await interaction.response.send_modal(FactsForm(shown, respond))

    async def _decide(
        self,
        interaction: Interaction,
        proposal: str,
        decide: Callable[[int, str], Awaitable[None]],
        note: Callable[[str], str],
    ) -> None:
        library = library_of(interaction)
        await think(interaction)
        try:
            what = what_line((await self.bot.librarian.proposal(library, proposal)).line)
            await decide(library, proposal)
        except Gone:
            await tell(interaction, await self._over(library, proposal))
        else:
            await tell(interaction, await self.listed(library, note=note(what)))
