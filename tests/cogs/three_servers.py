"""The bot in three servers, beside a plain model of what their libraries and the operator's hold.

Whatever changes a library is done as a member would, with commands and controls, and to the model as well.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord
import reading
from library_model import Item, Model, Seen, stated_cast
from library_texts import Texts

from bot.corpus import unpack
from bot.ingest import load
from bot.library import Fields, corrected
from bot.models import OPERATOR_LIBRARY, Edits, RawFile, Spelling
from bot.render import library_wire
from bot.store.identity import SERVER_ROOT, review_id
from bot.text import fold
from bot.views import Adders, LibrarySettings, Searched

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Club

    from bot.render.wire import State

WORDS = ("Quillon", "Vexmoor", "Ashgrove", "Dunmere")
"""A word of each library, the operator's first."""

_FIRST_PAGE = 99


@dataclass(frozen=True)
class Place:
    """Somewhere the bot is used, and who uses it there; ``channel`` is None in direct messages."""

    name: str
    user: Any
    channel: Any = None
    library: int | None = None  # of a server the bot was invited to

    async def slash(self, name: str, /, **options: Any) -> Any:
        where = () if self.channel is None else (self.channel,)
        return await self.user.slash(*where, name, **options)

    async def complete(self, name: str, option: str, text: str) -> list[dict[str, Any]]:
        where = () if self.channel is None else (self.channel,)
        return await self.user.autocomplete(*where, name, option, text)

    @property
    def channel_id(self) -> int:
        return self.channel.id if self.channel else self.user.dm_channel.id


def control(message: Any, kind: type[State]) -> str:
    """The custom_id of the one control of a kind in an answer."""
    ids = [part["custom_id"] for part in reading.parts(message) if "custom_id" in part]
    (found,) = (one for one in ids if kind.template().fullmatch(one))
    return found


class World:
    """Servers beside the model, and one step after the other done to both."""

    def __init__(self, seed: int, club: Club, folder: Path) -> None:
        self.random, self.club, self.folder = random.Random(seed), club, folder  # noqa: S311
        self.model = Model()
        self.searched: dict[int, Searched] = {}
        self.steps: Counter[str] = Counter()
        self.number = 0

    async def open(self) -> None:
        """Found the servers."""
        club, env = self.club, self.club.env
        self.managers = {club.guild.id: Place("server 1", club.manager, club.channel, club.guild.id)}
        self.members = {club.guild.id: Place("server 1, a member", club.member, club.channel, club.guild.id)}
        self.names = {club.guild.id: "Film Club"}
        for number in (2, 3):
            guild = env.create_guild(f"Film Club {number}")
            role = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
            manager = guild.add_member(env.create_user(f"manager{number}"), roles=[role])
            channel = guild.create_text_channel("reviews")
            member = guild.add_member(env.create_user(f"member{number}"))
            self.managers[guild.id] = Place(f"server {number}", manager, channel, guild.id)
            self.members[guild.id] = Place(f"server {number}, a member", member, channel, guild.id)
            self.names[guild.id] = f"Film Club {number}"
        stray = env.create_guild("Not Invited")
        visitor = stray.add_member(env.create_user("visitor"))
        self.elsewhere = Place("a server without the bot", visitor, stray.create_text_channel("talk"))
        await env.settle()
        self.servers = tuple(self.managers)
        self.words = dict(zip((OPERATOR_LIBRARY, *self.servers), WORDS, strict=True))
        self.texts = Texts(self.random, self.words)
        self.places = (
            *self.managers.values(),
            self.elsewhere,
            Place("direct messages", club.member.user),
        )
        self.uninvite()

    def uninvite(self) -> None:
        """Make the bot no member of the server where its user installed it; SimCord knows only members."""
        state = self.club.bot._connection
        if guild := self.club.bot.get_guild(self.elsewhere.user.guild.id):
            state._remove_guild(guild)

    def close_forms(self) -> None:
        """End the forms that nobody will send, as their time would: SimCord looks at each that is open."""
        for form in tuple(self.club.bot._connection._view_store._modals.values()):
            form.stop()

    def libraries(self, place: Place) -> tuple[int, ...]:
        """What a place's people are answered from."""
        if place.library is None:
            return (OPERATOR_LIBRARY,)
        settings = LibrarySettings(searched=self.searched.get(place.library, Searched.BOTH))
        return settings.scope(place.library).libraries

    def seen(self, place: Place) -> Seen:
        return self.model.seen(self.libraries(place))

    def kept(self, library: int) -> dict[str, Item]:
        return self.model.kept.setdefault(library, {})

    # --- one step after the other

    async def begin(self) -> None:
        """Fill all libraries a little."""
        for library in self.servers:
            for kind in (self.add, self.bring):
                await self.do(kind, library)
        await self.do(self.reload, OPERATOR_LIBRARY)

    def plan(self, steps: int) -> list[Any]:
        """One step of each kind, then whatever comes."""
        each = [self.edit, self.remove, self.propose, self.decide, self.cancel, self.spell, self.settings]
        each += [self.reload, self.restart, self.drop, self.withdraw, self.take]
        self.random.shuffle(each)
        kinds = [self.propose, *each, self.forget, self.add]
        weighted = [*each, self.propose, self.forget, self.bring, *[self.add] * 4]
        return (kinds + self.random.choices(weighted, k=max(0, steps - len(kinds))))[:steps]

    async def do(self, kind: Any, library: int | None = None) -> None:
        """Do one step, in a server where there is something to do it to."""
        self.number += 1
        if library is None:
            model = self.model
            wanted = {self.decide: model.proposed, self.withdraw: model.proposed}.get(kind, model.kept)
            library = self.random.choice([one for one in self.servers if wanted.get(one)] or self.servers)
        await kind(library)
        self.steps[kind.__name__] += 1

    async def manage(self, library: int, command: str, /, **options: Any) -> Any:
        self.club.clock.now += 60
        return await self.managers[library].slash(f"library {command}", **options)

    async def press(self, library: int, message: Any, kind: type[State]) -> Any:
        self.club.clock.now += 60
        return await self.managers[library].user.click(message, custom_id=control(message, kind))

    async def add(self, library: int) -> None:
        data, said = self.texts.review(library).encode(), Edits()
        if self.random.random() < 0.3:
            said = replace(self.texts.edits(library), url=None)
        name = f"{self.words[library]}-{self.number}.md"
        options = {key: getattr(said, key) for key in ("film", "critic", "outlet") if getattr(said, key)}
        shown = await self.manage(library, "add", file=(name, data), **options)
        await self.press(library, shown.response, library_wire.AddPreviewed)
        user = self.managers[library].user.id
        self.kept(library)[review_id(library, SERVER_ROOT, name)] = Item(name, data, "file", said, user)

    async def drop(self, library: int) -> None:
        """Look at a preview and let go of it."""
        data = self.texts.review(library).encode()
        shown = await self.manage(library, "add", file=(f"{self.number}.md", data))
        await self.press(library, shown.response, library_wire.DropPreviewed)

    async def bring(self, library: int) -> None:
        data, name = self.texts.table(library), f"{self.words[library]}-{self.number}.csv"
        shown = await self.manage(library, "import", file=(name, data))
        await self.press(library, shown.response, library_wire.StartImport)
        while under_way := self.club.bot.get_cog("Library").imports.running.under_way:  # type: ignore[union-attr]
            await asyncio.wait(under_way.values())
        await self.club.env.settle()
        user = self.managers[library].user.id
        for raw in unpack(data, name, root=SERVER_ROOT):
            assert isinstance(raw, RawFile)
            public = review_id(library, SERVER_ROOT, raw.source)
            self.kept(library)[public] = Item(raw.source, raw.data, raw.form, user=user)

    async def cancel(self, library: int) -> None:
        """Import and take it back before anything of it was read."""
        librarian, data = self.club.bot.librarian, self.texts.table(library)
        understood = await librarian.understand(library, 2, f"{self.number}.csv", data)
        await librarian.cancel_import(library, await librarian.begin_import(library, 2, understood))

    async def edit(self, library: int) -> None:
        if not (held := self.kept(library)):
            return
        public, said = self.random.choice(sorted(held)), self.texts.edits(library)
        form = await self.manage(library, "edit", review=public)
        shown = Fields(**reading.prefilled(form.modal))
        typed = replace(
            shown, **{name: value for name in vars_of(shown) if (value := getattr(said, name, None))}
        )
        await self.managers[library].user.submit_modal(form, vars_of(typed))
        held[public] = replace(held[public], edits=corrected(held[public].edits, shown, typed))

    async def remove(self, library: int) -> None:
        if held := self.kept(library):
            public = self.random.choice(sorted(held))
            asked = await self.manage(library, "remove", review=public)
            await self.press(library, asked.response, library_wire.RemoveGiven)
            del held[public]

    async def settings(self, library: int) -> None:
        self.searched[library] = self.random.choice(list(Searched))
        await self.manage(library, "settings", answers=self.searched[library].value)

    async def forget(self, library: int) -> None:
        form = await self.manage(library, "forget")
        await self.managers[library].user.submit_modal(form, {"name": self.names[library]})
        for part in (self.model.kept, self.model.proposed, self.model.spellings, self.searched):
            part.pop(library, None)

    async def propose(self, library: int) -> None:
        librarian = self.club.bot.librarian
        settings = replace(await librarian.settings(library), adders=Adders.EVERYONE)
        await librarian.put_settings(library, settings)
        data, name = self.texts.review(library).encode(), f"{self.words[library]}-{self.number}.md"
        member = self.members[library]
        self.club.clock.now += 60
        shown = (await member.slash("propose", file=(name, data))).response
        self.club.clock.now += 60
        await member.user.click(shown, custom_id=control(shown, library_wire.AddPreviewed))
        public = review_id(library, SERVER_ROOT, name)
        self.model.proposed.setdefault(library, {})[public] = Item(name, data, user=member.user.id)

    async def decide(self, library: int) -> None:
        """Approve or refuse what was proposed."""
        if waiting := self.model.proposed.get(library):
            listed = (await self.manage(library, "queue")).response
            public = self.random.choice([option["value"] for option in reading.menu(listed)["options"]])
            self.club.clock.now += 60
            opened = (await self.managers[library].user.select(listed, [public])).response
            item = waiting.pop(public)
            if self.random.random() < 0.6:
                await self.press(library, opened, library_wire.ApproveProposal)
                self.kept(library)[public] = item
            else:
                asked = await self.press(library, opened, library_wire.AskDecline)
                await self.press(library, asked.response, library_wire.DeclineProposal)

    async def take(self, library: int) -> None:
        """Add a member's message as a review."""
        text = self.texts.review(library).split("---")[2].strip()
        message = await self.members[library].user.send(self.managers[library].channel, text)
        self.club.clock.now += 60
        manager = self.managers[library]
        shown = await manager.user.context_menu(manager.channel, "Add as review", message)
        await self.press(library, shown.response, library_wire.AddPreviewed)
        (line,) = (await self.club.store.originals(library, per_page=1)).lines
        item = Item(line.source, text.encode(), "file", line.given, manager.user.id)
        assert line.id not in self.kept(library)
        self.kept(library)[line.id] = item

    async def withdraw(self, library: int) -> None:
        """A member takes back what they gave, whether it waits or is kept."""
        member, waiting, held = (
            self.members[library],
            self.model.proposed.get(library, {}),
            self.kept(library),
        )
        self.club.clock.now += 60
        shown = (await member.slash("privacy")).response
        if own := [part for part in reading.parts(shown) if part["type"] == 3]:
            public = self.random.choice([option["value"] for option in own[0]["options"]])
            self.club.clock.now += 60
            asked = (await member.user.select(shown, [public])).response
            self.club.clock.now += 60
            await member.user.click(asked, custom_id=control(asked, library_wire.RemoveOwn))
            assert (waiting if public in waiting else held).pop(public).user == member.user.id

    async def spell(self, library: int) -> None:
        seen = self.model.seen((library,))
        if names := sorted({name for film in seen.film_ids for name in stated_cast(seen.people(film))}):
            name, person = self.random.choice(names), f"Mirela {self.words[library]}"
            await self.club.bot.librarian.spell(library, name, person)
            self.model.spellings.setdefault(library, {})[None, fold(name)] = Spelling(None, name, person)

    async def reload(self, _: int) -> None:
        """Change the operator's folder and load it again, beside the bot."""
        files = self.kept(OPERATOR_LIBRARY)
        for _ in range(2):
            public = self.random.choice([None, *sorted(files)])
            if public is None or self.random.random() < 0.5:
                name = f"{self.number}-{self.texts.number}.md" if public is None else files[public].source
                data = self.texts.review(OPERATOR_LIBRARY).encode()
                (self.folder / name).write_bytes(data)
                files[review_id(OPERATOR_LIBRARY, self.folder.name, name)] = Item(name, data)
            elif len(files) > 1:
                (self.folder / files.pop(public).source).unlink()
        report = await load(self.club.store, self.folder)
        assert not report.failed

    async def restart(self, _: int) -> None:
        await self.club.restart()
        await self.club.env.settle()
        self.uninvite()


def vars_of(fields: Fields) -> dict[str, str]:
    """A form's fields by name."""
    return {name: getattr(fields, name) for name in Fields.__slots__}


def plain(payload: Any) -> str:
    """All of what was sent, as one text to look for words in."""
    return json.dumps(payload, ensure_ascii=False, default=str).casefold()
