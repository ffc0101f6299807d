"""/person: what critics say of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.render import render_person, wire
from bot.words import answers, films
from cogs.answering import Interaction, answer, look_of, scope_of
from cogs.controls import AnswerCog, button_for, menu_for
from cogs.options import SPOILERS, chosen, offer

if TYPE_CHECKING:
    from bot.app import Pullquote
    from bot.render import Reply


class Person(AnswerCog):
    """People, film by film."""

    def __init__(self, bot: Pullquote) -> None:
        super().__init__(
            bot,
            button_for(wire.OpenPerson, self.show),
            menu_for(wire.PickPerson, lambda interaction, one: self.show(interaction, wire.OpenPerson(one))),
        )

    @app_commands.command(name="person", description=films.PERSON)
    @app_commands.describe(name=films.WHO, spoilers=answers.SPOILING, quietly=answers.QUIETLY)
    @app_commands.choices(spoilers=SPOILERS)
    async def person(
        self, interaction: Interaction, name: str, spoilers: str | None = None, *, quietly: bool = False
    ) -> None:
        state = wire.OpenPerson(name, spoilers=chosen(spoilers))
        await answer(interaction, await self.show(interaction, state), quietly=quietly)

    @person.autocomplete("name")
    async def offer_people(self, interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        return await offer(self.bot.store.complete_people(scope_of(interaction), text))

    async def show(self, interaction: Interaction, state: wire.OpenPerson) -> Reply:
        """Answer with a person."""
        card = await self.bot.store.person_card(scope_of(interaction), state.person)
        return render_person(card, look_of(interaction, state.spoilers), state.page)


async def setup(bot: Pullquote) -> None:
    """Add the command."""
    await bot.add_cog(Person(bot))
