"""Every kind of reply, photographed in the preview: a picture of each, and contact sheets of all.

The bot is the real one on the sample corpus, in SimCord; a picture is what SimCord's page shows in a Chromium.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.errors import MissingExtra, OperatorError
from bot.gallery_scenes import HERE, SCENES, Ask, Choose, Context, Newest, Press, Submit
from bot.preview import open_server, require_extra, simulated
from bot.sample import reviews_path

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    import simcord
    from simcord.preview import Preview

    from bot.gallery_scenes import Scene
    from bot.preview import Server

    Shown = simcord.ResponseMessage | simcord.InteractionResult

_Answer = TypeVar("_Answer")

HEIGHT = 4_000  # CSS pixels; a taller reply would be cut
_REST = 60.0  # seconds between two scenes, so that no cooldown is met


@dataclass(frozen=True, slots=True)
class Screen:
    """A width to look at replies in, and how many stand side by side on its sheet."""

    name: str
    width: int  # CSS pixels
    columns: int


SCREENS = (Screen("desktop", 760, 5), Screen("phone", 390, 8))

_COLOURS = 256  # of a picture
_GAP, _CAPTION = 24, 40  # pixels of a sheet
_GROUND, _INK = (30, 31, 34), (219, 222, 225)


def make_gallery(out: Path, only: Sequence[str], say: Callable[[str], None]) -> None:
    """Photograph the scenes, or those of the names given, into a folder. Raises OperatorError."""
    known = [scene.name for scene in SCENES]
    if unknown := [name for name in only if name not in known]:
        raise OperatorError(f"There is no scene {unknown[0]}; there are {', '.join(known)}.")
    require_extra()
    try:
        importlib.import_module("playwright")
    except ImportError as error:
        raise MissingExtra('The gallery needs playwright: pip install "pullquote[gallery]"') from error
    with tempfile.TemporaryDirectory(prefix="pullquote-") as folder:
        asyncio.run(_photograph(Path(folder) / "gallery.db", out, frozenset(only or known), say))


async def _photograph(database: Path, out: Path, only: frozenset[str], say: Callable[[str], None]) -> None:
    clock = _Clock()
    async with simulated(database, reviews_path(), clock) as env:
        server = await open_server(env)
        stage = Stage(env, server)
        viewers = [server.member, server.manager]
        async with (
            env.preview(server.channel, viewers=viewers, layout="message", port=0) as page,
            _browser(page),
        ):
            for scene in SCENES:
                clock.now += _REST
                target = await stage.play(scene)
                if scene.name not in only:
                    continue
                for screen in SCREENS:
                    path = out / screen.name / f"{scene.name}.png"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    await page.screenshot(
                        path,
                        viewer=stage.actor(scene),
                        target=target,
                        viewport=(screen.width, HEIGHT),
                        allow_incomplete=True,  # without the fonts it was measured with it is still a picture
                    )
                    slim(path)
                say(scene.title)
    for screen in SCREENS:
        sheet = out / f"{screen.name}.png"
        write_sheet(sheet, screen, [scene for scene in SCENES if scene.name in only])
        say(str(sheet))


class _Clock:
    """The cooldowns' clock: it moves between scenes."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Stage:
    """A server with a member and a manager, who do what the scenes say."""

    def __init__(self, env: simcord.Env, server: Server) -> None:
        self._env, self._server = env, server

    def actor(self, scene: Scene) -> simcord.MemberActor:
        """Who plays a scene."""
        return self._server.manager if scene.manager else self._server.member

    async def play(self, scene: Scene) -> Shown:
        """Play a scene; answers with what is to be looked at: the last message, or the form that is open."""
        actor = self.actor(scene)
        shown: simcord.ResponseMessage | None = None
        form: simcord.InteractionResult | None = None
        for step in scene.steps:
            if isinstance(step, Newest):
                shown = self._newest()
                continue
            result = await self._take(actor, step, shown, form)
            form = result if result.modal is not None else None
            shown = result.followups[-1] if result.followups else result.response or shown
        return form or _there(shown)

    async def _take(
        self,
        actor: simcord.MemberActor,
        step: Ask | Context | Press | Choose | Submit,
        shown: simcord.ResponseMessage | None,
        form: simcord.InteractionResult | None,
    ) -> simcord.InteractionResult:
        channel = self._server.channel
        match step:
            case Ask(command, options):
                filled = {name: channel if value is HERE else value for name, value in options.items()}
                return await actor.slash(channel, command, **filled)
            case Context(command, text):
                other = self._server.member if actor is self._server.manager else self._server.manager
                return await actor.context_menu(channel, command, await other.send(channel, text))
            case Press(label):
                return await actor.click(_there(shown), label=label)
            case Choose(line):
                return await actor.select(_there(shown), [_option(_there(shown), line)])
            case Submit(values):
                return await actor.submit_modal(_there(form), dict(values))

    def _newest(self) -> simcord.ResponseMessage:
        from simcord.results import ResponseMessage

        held = self._env.backend.messages[self._server.channel.id]
        shown = (ResponseMessage(self._env, held[number]) for number in sorted(held, reverse=True))
        return next(message for message in shown if not message.ephemeral)


def _there(answer: _Answer | None) -> _Answer:
    if answer is None:
        raise AssertionError("A scene begins with a command.")
    return answer


def _option(message: simcord.ResponseMessage, line: int) -> str:
    """The value of a line of the first menu of a message."""
    waiting = list(message.components)
    while waiting:
        part = waiting.pop(0)
        if options := part.get("options"):
            return str(options[line]["value"])
        waiting = [*part.get("components", ()), *waiting]
    raise AssertionError("There is no menu under this answer.")


@contextlib.asynccontextmanager
async def _browser(page: Preview) -> AsyncIterator[None]:
    """The system's Chromium where there is one, or the one named by CHROMIUM; else Playwright's own."""
    from playwright.async_api import Error, async_playwright

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(executable_path=path)
        except Error as error:
            raise OperatorError(
                "The gallery needs a Chromium: install one, name it in CHROMIUM, or run “playwright install chromium”."
            ) from error
        # SimCord, whose version is pinned, would start Playwright's own and no other.
        page._capture_manager._browser = browser
        try:
            yield
        finally:
            page._capture_manager._browser = None
            await browser.close()


def slim(path: Path) -> None:
    """Write a picture anew in few colours, which text on plain ground can do with: a half of its size or less."""
    from PIL import Image

    picture = Image.open(path).convert("RGB")
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def write_sheet(path: Path, screen: Screen, scenes: Sequence[Scene]) -> None:
    """Set the pictures of one width in columns, each under its title, in order down the columns."""
    from PIL import Image, ImageDraw, ImageFont

    pictures = [
        (scene.title, Image.open(path.parent / screen.name / f"{scene.name}.png")) for scene in scenes
    ]
    whole = sum(picture.height + _CAPTION + _GAP for _, picture in pictures)
    tall = max(whole // screen.columns, *(picture.height + _CAPTION + _GAP for _, picture in pictures))
    places: list[tuple[int, int]] = []
    column = x = y = 0
    for _, picture in pictures:
        high = picture.height + _CAPTION + _GAP
        if y and y + high // 2 > tall and column < screen.columns - 1:
            column, y = column + 1, 0
        x = _GAP + column * (screen.width + _GAP)
        places.append((x, y))
        y += high
    size = (
        _GAP + (column + 1) * (screen.width + _GAP),
        _GAP
        + max(y + picture.height + _CAPTION for (_, y), (_, picture) in zip(places, pictures, strict=True)),
    )
    sheet = Image.new("RGB", size, _GROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(18)
    for (x, y), (title, picture) in zip(places, pictures, strict=True):
        draw.text((x, y + 12), title, font=font, fill=_INK)
        sheet.paste(picture.convert("RGB"), (x, y + _CAPTION))
    sheet.save(path, optimize=True)
