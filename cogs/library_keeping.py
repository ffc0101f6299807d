"""What is done with reviews a library holds: shown, edited, removed, exported, forgotten."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import discord

from bot.errors import Gone, NoMatch, NothingFound, NotUnderstood
from bot.library import corrected, fields_of
from bot.library.exporting import export_file
from bot.render import library_wire as wire
from bot.render.library import render_given, render_given_list, render_note, render_removal
from bot.store.records import OriginalState
from bot.views import Scope
from bot.words import library as words
from cogs.controls import action_for, button_for, menu_for
from cogs.library_desk import find_review, library_of, tell, think
from cogs.library_forms import FactsForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import Pullquote
    from bot.library import Fields
    from bot.render import Reply
    from bot.store.records import OriginalLine
    from bot.views import Choice
    from cogs.answering import Interaction


class Keeping:
    """Lists and single reviews, and what is pressed under them."""

    def __init__(self, bot: Pullquote) -> None:
        self.bot = bot
        self.controls = (
            button_for(wire.ListReviews, lambda asked, state: self.listed(library_of(asked), state.page)),
            button_for(wire.ShowGiven, lambda asked, state: self.shown(library_of(asked), state.review)),
            menu_for(wire.PickGiven, lambda asked, review: self.shown(library_of(asked), review)),
            button_for(wire.AskRemoval, self.ask_removal),
            action_for(wire.EditGiven, lambda asked, state: self.open_form(asked, state.review)),
            action_for(wire.RemoveGiven, self.remove),
        )

    async def listed(self, library: int, page: int = 0) -> Reply:
        """Answer with a page of the library."""
        held = await self.bot.store.originals(library, page=page)
        return render_given_list(held, await self.bot.librarian.waiting(library))

    async def shown(self, library: int, review: str) -> Reply:
        """Answer with one review as the library holds it."""
        line = await self.bot.store.original_line(library, review)
        film = line.film.id if line.film else None
        respelled = [one for one in await self.bot.store.spellings(library) if one.film in {None, film}]
        digest = (await self.bot.store.original(library, review)).digest
        held = await self.bot.store.duplicates(library, digest, line.critic, line.film)
        card = await self.bot.store.review_card(Scope((library,)), review)
        return render_given(line, card, respelled, [one for one in held if one.id != review])

    async def edit(
        self, interaction: Interaction, line: OriginalLine, name: str | None, spelled: str | None
    ) -> None:
        """Respell a name where one is given; else ask what the review should say."""
        if name is not None:
            await self._respell(interaction, line, name, spelled or "")
        elif spelled is not None:
            raise NotUnderstood(words.WHOSE_NAME)
        else:
            await self.open_form(interaction, line.id)

    async def _respell(self, interaction: Interaction, line: OriginalLine, name: str, spelled: str) -> None:
        """Spell a name of a film's cast as somebody says, and show the review."""
        library = library_of(interaction)
        if line.film is None:
            raise NotUnderstood(words.FILM_FIRST)
        await think(interaction)
        with contextlib.suppress(NoMatch, Gone):  # a name as it was before it was corrected
            name = (await self.bot.store.person_card(Scope((library,)), name)).person.name
        await self.bot.librarian.respell(library, line.film.id, name, spelled)
        await tell(interaction, await self.shown(library, line.id))

    async def complete_names(
        self, interaction: Interaction, review: str | None, text: str
    ) -> Sequence[Choice]:
        """Suggest the people of a review's film, as this server's own reviews name them."""
        library = library_of(interaction)
        line = await find_review(interaction, review or "")
        film = line.film.id if line.film else None
        return await self.bot.store.complete_people(Scope((library,)), text, film) if film else ()

    async def open_form(self, interaction: Interaction, review: str) -> None:
        """Ask what a review should say."""
        card = await self.bot.store.review_card(Scope((library_of(interaction),)), review)
        shown = fields_of(card.review)

        async def respond(submitted: Interaction, typed: Fields) -> None:
            library = library_of(submitted)
            before = (await self.bot.store.original_line(library, review)).given
            edits = corrected(before, shown, typed)
            await think(submitted)
            await self.bot.librarian.edit(library, review, edits)
            await tell(submitted, await self.shown(library, review))

        await interaction.response.send_modal(FactsForm(shown, respond))

    async def ask_removal(self, interaction: Interaction, state: wire.AskRemoval) -> Reply:
        """Ask before a review is removed."""
        return render_removal(await self.bot.store.original_line(library_of(interaction), state.review))

    async def remove(self, interaction: Interaction, state: wire.RemoveGiven) -> None:
        """Remove a review."""
        library = library_of(interaction)
        await think(interaction)
        await self.bot.librarian.remove(library, state.review)
        await tell(interaction, render_note(words.REMOVED, words.REMOVED_MEANS))

    async def export(self, interaction: Interaction) -> None:
        """Answer with a file of all reviews."""
        library = library_of(interaction)
        held = await self.bot.store.count_originals(library, OriginalState.KEPT)
        if not held:
            raise NothingFound(words.NOTHING_TO_EXPORT)
        await think(interaction)
        with await export_file(self.bot.store, library, interaction.filesize_limit) as exported:
            file = discord.File(exported.data, filename=exported.name)  # type: ignore[arg-type]
            reply = render_note(words.EXPORTED, words.exported(exported.reviews))
            reply.add_item(discord.ui.File(file))
            await interaction.edit_original_response(view=reply, attachments=[file])

    async def forget(self, interaction: Interaction, typed: str) -> None:
        """Delete everything of a server whose name was typed out."""
        library = library_of(interaction)
        name = interaction.guild.name if interaction.guild else ""
        if " ".join(typed.split()).casefold() != " ".join(name.split()).casefold():
            raise NotUnderstood(words.WRONG_NAME)
        await think(interaction)
        self.bot.pending.forget(library)
        await self.bot.librarian.forget(library)
        await tell(interaction, render_note(words.FORGOTTEN, words.FORGOTTEN_MEANS))
