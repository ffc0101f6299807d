"""One place looked through as its people could: every command, every control, and what belongs to others."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Any

import discord
import reading
from discord import ui
from three_servers import WORDS, plain

from bot.models import Theme
from bot.render import favourites_wire, library_wire, wire
from bot.render.card import Reply
from bot.words.grammar import count

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from library_model import Known
    from three_servers import Place, World

    from bot.render.wire import State

READS: tuple[type[State], ...] = (
    wire.OpenFilm,
    wire.OpenReview,
    wire.OpenCritic,
    wire.OpenScores,
    wire.OpenCast,
    wire.OpenPerson,
    wire.DrawQuote,
    wire.ShowQuote,
    wire.OpenAbout,
    wire.Search,
    wire.BrowseFilms,
    wire.BrowseCritics,
    wire.PickFilm,
    wire.PickReview,
    wire.PickPerson,
    wire.PickCritic,
    library_wire.ListReviews,
    library_wire.PickGiven,
    library_wire.ShowGiven,
    library_wire.EditGiven,
    library_wire.AskRemoval,
    library_wire.ListProposals,
    library_wire.PickProposal,
    library_wire.ShowProposal,
    library_wire.ReadProposal,
    library_wire.CorrectProposal,
    library_wire.AskDecline,
    library_wire.ListOwn,
    library_wire.PickOwn,
    library_wire.AskRemoveAllOwn,
    library_wire.ForgetSetter,
    favourites_wire.KeepQuote,
    favourites_wire.ListKept,
    favourites_wire.ListMostKept,
    favourites_wire.PickQuote,
    favourites_wire.PickOff,
    favourites_wire.AskDropKept,
    favourites_wire.DropKept,
    favourites_wire.AskForgetKept,
    favourites_wire.ForgetKept,
)
"""Controls that change nothing but what whoever presses keeps: all are pressed wherever they are met."""

COMMANDS = {
    "about": (),
    "films": (),
    "critics": (),
    "favourites": (),
    "review": ("film", "critic"),
    "quote": ("film", "critic", "person"),
    "scores": ("film",),
    "cast": ("film",),
    "person": ("name",),
    "search": ("film", "critic"),
    "library list": (),
    "library show": ("review",),
    "library edit": ("review",),
    "library remove": ("review",),
    "library export": (),
    "library settings": (),
    "library queue": (),
    "privacy": (),
}
"""What is asked in every place, with the options that name something of a library."""

DAILY = tuple(f"daily {one}" for one in ("set", "show", "next", "now", "pause", "resume", "off"))
"""What is asked of the quote of the day, in this order, where there are managers."""

_KINDS = {"name": "person"}  # what an option names where its name doesn't say so
_PICKED = (
    wire.PickPerson,
    favourites_wire.PickQuote,
    favourites_wire.PickOff,
)  # neither film, critic nor review
_TEMPLATES = {kind: kind.template() for kind in READS}
_CHOICES = 25
_QUIETLY = 0.2
_PANEL = 15


class Visit:
    """A place, and what a model says is seen there."""

    def __init__(self, world: World, place: Place, told: Counter[str]) -> None:
        self.world, self.place, self.told = world, place, told
        self.libraries, self.seen = world.libraries(place), world.seen(place)
        self.requests = world.club.env.http_requests
        self.read = len(self.requests)
        self.ids: Counter[tuple[str, str]] = Counter()  # what controls point at, by kind
        self.pressed: set[tuple[str, str]] = set()

    @property
    def managed(self) -> dict[str, Any]:
        return self.world.kept(self.place.library) if self.place.library else {}

    @property
    def waiting(self) -> dict[str, Any]:
        return self.world.model.proposed.get(self.place.library or 0, {})

    # --- asking, and looking through all that was sent

    async def ask(self, command: str, /, **options: Any) -> Any:
        self.world.club.clock.now += 60
        self.told[f"/{command}"] += 1
        quietly: dict[str, Any] = {}
        if not command.startswith(("library ", "daily ", "privacy")):
            quietly = {"quietly": self.world.random.random() < _QUIETLY}
        result = await self.place.slash(command, **options, **quietly)
        self.look()
        for message in (result.response, *result.followups):
            await self._files(message)
        return result.response

    async def find(self, text: str) -> Any:
        """Use the menu of a message."""
        self.world.club.clock.now += 60
        self.told["Find reviews"] += 1
        message = await self.place.user.send(self.place.channel, text)
        result = await self.place.user.context_menu(self.place.channel, "Find reviews", message)
        self.look()
        return result.response

    async def _files(self, message: Any) -> None:
        for file in message.attachments if message else ():
            self.no_word_of_others(f"{file.filename} {file.description}")
            if not file.filename.endswith(".png"):  # a picture's words are those of its description
                self.no_word_of_others((await file.read()).decode())

    def look(self) -> None:
        """Look for others' words in every request of the bot's since the last look."""
        for request in self.requests[self.read :]:
            self.no_word_of_others(plain((request.path, request.json)))
            self.told["payloads"] += 1
        self.read = len(self.requests)

    def no_word_of_others(self, text: str) -> None:
        own = {*self.libraries, self.place.library}
        folded = text.casefold()
        for library, word in self.world.words.items():
            assert library in own or word.casefold() not in folded, f"{word} in {self.place.name}: {text}"

    async def offered(self, command: str, option: str, text: str = "") -> set[str]:
        self.told[f"completing /{command} {option}"] += 1
        choices = await self.place.complete(command, option, text)
        self.look()
        return {choice["value"] for choice in choices}

    # --- the whole place

    async def glance(self) -> None:
        """What is counted, listed and completed."""
        seen = self.seen
        about = reading.words(await self.ask("about"))
        if seen.reviews:
            for number, noun in (
                (len(seen.reviews), "review"),
                (len(seen.film_ids), "film"),
                (len(seen.critic_ids), "critic"),
                (len(seen.quotes), "quote"),
            ):
                assert count(number, noun) in about.replace("*", ""), (self.place.name, number, noun, about)
        for command, expected in (("films", len(seen.film_ids)), ("critics", len(seen.critic_ids))):
            listed = reading.words(await self.ask(command))
            assert not expected or count(expected, command[:-1]) in listed, (self.place.name, listed)
        for command, option in (("quote", "film"), ("quote", "critic"), ("library show", "review")):
            if self.place.library or command == "quote":
                await self.completed(command, option)

    async def completed(self, command: str, option: str) -> None:
        """Look at all that is offered where nothing is typed so far."""
        found, seen = await self.offered(command, option), self.seen
        known = {"film": seen.film_ids, "critic": seen.critic_ids, "review": set(self.managed)}
        if (wanted := known.get(_KINDS.get(option, option))) is not None:
            assert found == wanted or (found < wanted and len(found) == _CHOICES), self.place.name

    def commands(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """The commands there are in this place."""
        for command, options in COMMANDS.items():
            if self.place.library or not command.startswith("library "):
                yield command, options

    async def everything(self) -> None:
        """Glance, walk through all answers, draw whole rounds, ask for what is others'."""
        await self.glance()
        for command, option in ((command, one) for command, options in self.commands() for one in options):
            await self.completed(command, option)
        seen, draw = self.seen, self.world.random
        answers = [await self.ask(command) for command in ("films", "critics", "privacy")]
        for one in draw.sample(seen.reviews, min(3, len(seen.reviews))):
            answers += await self.of_review(one)
        answers.append(await self.ask("search", text="fog"))
        answers.append(await self.ask("quote", about=draw.choice(list(Theme))))
        if self.place.channel is not None:
            answers += [await self.find(f"{word} Hall or The Lamp, superb {word}") for word in WORDS]
        if self.place.library:
            answers += await self.library()
        await self.walk(answers)
        await self.walk([await self.ask("favourites"), await self.ask("favourites", whose="server")])
        reached = {kind: {public for other, public in self.ids if other == kind} for kind, _ in self.ids}
        assert reached.get("film", set()) == seen.film_ids, self.place.name
        assert reached.get("critic", set()) == seen.critic_ids
        assert reached.get("review", set()) == {*seen.by_id, *self.managed, *self.waiting}
        await self.round(None)
        if seen.film_ids:
            await self.round(draw.choice(sorted(seen.film_ids)))
        await self.others_things()
        self.world.close_forms()

    async def of_review(self, one: Known) -> list[Any]:
        """Ask for a review's film, critic and people, by words and by ids."""
        film = one.film.title if one.film else ""
        critic = one.said.critic.value if one.said.critic else one.critic
        people = [credit.person for credit in one.said.credits[:1]]
        asked = [
            ("review", {"film": film}),
            ("review", {"film": one.film_id or "", "critic": critic}),
            ("scores", {"film": film}),
            ("cast", {"film": one.film_id or ""}),
            ("quote", {"critic": one.critic}),
            ("search", {"text": "superb", "film": film}),
            ("search", {"text": "dreadful", "critic": one.critic}),
            *(("person", {"name": name}) for name in people),
            *(("quote", {"person": name}) for name in people),
        ]
        return [await self.ask(command, **options) for command, options in asked]

    async def library(self) -> list[Any]:
        """What the server's managers are shown."""
        listed = await self.ask("library list")
        answers = [listed, await self.ask("library settings"), await self.ask("library queue")]
        assert not self.waiting or count(len(self.waiting), "proposal") in reading.words(answers[-1])
        await self.daily()
        if not (held := self.managed):
            return answers
        assert count(len(held), "review") in reading.words(listed)
        public = self.world.random.choice(sorted(held))
        answers += [await self.ask(f"library {command}", review=public) for command in ("show", "remove")]
        await self.ask("library edit", review=public)
        exported = await self.ask("library export")
        lines = (await exported.attachments[0].read()).decode().splitlines()
        assert len(lines) == len(held)
        return answers

    async def daily(self) -> None:
        """Set a quote of the day, post one, end it."""
        at = {"channel": self.place.channel, "time": "8:30", "timezone": "Berlin"}
        assert await self.offered("daily set", "film") == self.seen.film_ids
        for command in DAILY:
            if command == "daily off":  # while whoever set it is still known
                await self.walk([await self.ask("privacy")])
            await self.ask(command, **(at if command == "daily set" else {}))

    # --- controls

    async def walk(self, answers: Iterable[Any]) -> None:
        """Press everything there is in answers, in the answers to that, and so on: each control once."""
        waiting = deque(self.controls(answers))
        while waiting:
            batch = [waiting.popleft() for _ in range(min(_PANEL, len(waiting)))]
            waiting.extend(self.controls(await self.press(batch)))

    def controls(self, answers: Iterable[Any]) -> list[tuple[str, str]]:
        """The controls of answers not met so far: custom_id, and the value for a menu's."""
        found = []
        for part in (part for message in answers if message for part in reading.parts(message)):
            if not (custom_id := part.get("custom_id")) or part.get("disabled"):
                continue
            for value in [option["value"] for option in part.get("options", ())] or [""]:
                self._note(custom_id, value)
                if (custom_id, value) not in self.pressed and _matches(custom_id):
                    self.pressed.add((custom_id, value))
                    found.append((custom_id, value))
        return found

    def _note(self, custom_id: str, value: str) -> None:
        for kind, match in _matches(custom_id):
            for name, public in match.groupdict().items():
                if name in {"film", "critic", "review"} and public != "-":
                    self.ids[name, public] += 1
            if value and kind not in _PICKED:
                name = {wire.PickFilm: "film", wire.PickCritic: "critic"}.get(kind, "review")
                self.ids[name, value] += 1

    async def press(self, controls: list[tuple[str, str]]) -> list[Any]:
        """Press controls under a message of the bot's that carries them all; answers with what came."""
        room = self.world.club.bot.get_partial_messageable(self.place.channel_id)
        panel = await room.send(view=_panel(controls))
        self.read = len(self.requests)  # the panel itself is this test's own
        answers = []
        for custom_id, value in controls:
            self.world.club.clock.now += 60
            self.told["controls"] += 1
            if value:
                result = await self.place.user.select(panel, [value], custom_id=custom_id)
            else:
                result = await self.place.user.click(panel, custom_id=custom_id)
            assert result.acknowledged
            self.look()
            found = [message for message in (result.response, *result.followups) if message]
            for message in found:
                await self._files(message)
            answers += found
        return answers

    async def round(self, film: str | None) -> None:
        """Draw until all was shown: each review's quotes, each once."""
        wanted = Counter(one.id for one, _ in self.seen.quotes.values() if film in {None, one.film_id})
        if not wanted:
            return
        drawn: Counter[str] = Counter()
        answer = await self.ask("quote", **({"film": film} if film else {}))
        for _ in range(wanted.total()):
            drawn[_review_of(answer)] += 1
            again = wire.DrawQuote(film).custom_id()
            (answer,) = await self.press([(again, "")])
        assert drawn == wanted

    # --- what is others'

    async def others_things(self) -> None:
        """Ask for others' things by id and by nearly their names, and press others' controls."""
        draw, model = self.world.random, self.world.model
        for library in set(self.world.words) - {*self.libraries, self.place.library}:
            theirs = [one for one in model.reviews(library) if one.critic not in self.seen.critic_ids]
            for one in draw.sample(theirs, min(1, len(theirs))):
                await self.typed(one)
                await self.press(_controls_of(one))
            near = WORDS[list(self.world.words).index(library)][:-1]
            for command, options in self.commands():
                for option in options:
                    found = await self.offered(command, option, near)
                    assert not found & {one.id for one in theirs}
            for command, option in (("review", "film"), ("person", "name"), ("quote", "critic")):
                await self.ask(command, **{option: f"Cora {near}"})
            await self.ask("search", text=near)

    async def typed(self, one: Known) -> None:
        ids = {
            "film": one.film_id or one.id,
            "critic": one.critic,
            "review": one.id,
            "person": one.quotes[0] if one.quotes else one.id,
        }
        for command, options in self.commands():
            for option in options:
                value = ids[_KINDS.get(option, option)]
                if value in self.seen.film_ids:
                    continue
                more = {"text": "fog"} if command == "search" else {}
                if command == "review" and option == "critic":
                    more = {"film": ids["film"]}
                answer = await self.ask(command, **{**more, option: value})
                assert answer is None or not answer.components


def _matches(custom_id: str) -> list[tuple[type[State], re.Match[str]]]:
    return [(kind, match) for kind, one in _TEMPLATES.items() if (match := one.fullmatch(custom_id))]


def _controls_of(one: Known) -> list[tuple[str, str]]:
    """Controls as they stand under answers about a review of another library."""
    film = one.film_id or one.id
    states: list[State] = [
        wire.OpenReview(one.id),
        wire.OpenCritic(film, one.critic),
        wire.DrawQuote(critic=one.critic),
        *map(wire.ShowQuote, one.quotes[:1]),
        *map(favourites_wire.KeepQuote, one.quotes[:1]),
        wire.Search(0, None, one.critic, "fog"),
        library_wire.ShowGiven(one.id),
        library_wire.EditGiven(one.id),
        library_wire.AskRemoval(one.id),
        library_wire.RemoveGiven(one.id),
        library_wire.ShowProposal(one.id),
        library_wire.ReadProposal(one.id),
        library_wire.ApproveProposal(one.id),
        library_wire.DeclineProposal(one.id),
        library_wire.RemoveOwn(one.id),
    ]
    menus: list[tuple[State, str]] = [
        (wire.PickReview(), one.id),
        (wire.PickCritic(), one.critic),
        (library_wire.PickGiven(), one.id),
    ]
    menus += [(library_wire.PickProposal(), one.id), (library_wire.PickOwn(), one.id)]
    menus += [(favourites_wire.PickQuote(), public) for public in one.quotes[:1]]
    return [(one.custom_id(), "") for one in states] + [(menu.custom_id(), value) for menu, value in menus]


def _panel(controls: list[tuple[str, str]]) -> Reply:
    buttons = [ui.Button[Any](label="x", custom_id=one) for one, value in controls if not value]
    rows = [ui.ActionRow(*buttons[at : at + 5]) for at in range(0, len(buttons), 5)]
    menus: dict[str, list[str]] = {}
    for custom_id, value in controls:
        if value:
            menus.setdefault(custom_id, []).append(value)
    for custom_id, values in menus.items():
        options = [discord.SelectOption(label="x", value=value) for value in values]
        rows.append(ui.ActionRow(ui.Select[Any](custom_id=custom_id, options=options)))
    return Reply(*rows)


def _review_of(answer: Any) -> str:
    """The review that a quote's answer leads to."""
    (found,) = (
        match["review"]
        for part in reading.parts(answer)
        if (match := wire.OpenReview.template().fullmatch(part.get("custom_id") or ""))
    )
    return str(found)
