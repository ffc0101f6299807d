"""A corpus in a real database, and the real bot in a simulated Discord on a copy of it."""

from __future__ import annotations

import asyncio
import logging
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord
import discord_api
import pytest
import simcord
from playing import played

from bot.app import COGS, Pullquote
from bot.errors import UserError
from bot.ingest import load
from bot.pictures import Colours, QuoteCard
from bot.sample import reviews_path
from bot.store import Store
from bot.tree import cause_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from playing import Gallery

# Short, made up, and explicit about every fact: what tests expect doesn't hang on a rule of extraction.
SMALL_CORPUS = {
    "ada.md": """---
film: The Lamplighter's Daughter
year: 1931
critic: Ada Lindqvist
outlet: The Carbide Lamp
rating: 4.5/5
url: https://reviews.example/lamplighter
---
Mirela Stanek plays Nora, the daughter, with a stillness that fills the screen.

The fog over the harbour is photographed so beautifully that the plot hardly matters. The dialogue is wooden
and far too loud, as it often was in that year. This is the finest film of the season, and the saddest.
""",
    "bruno.md": """---
film: The Lamplighter's Daughter
year: 1931
critic: Bruno Achterberg
rating: 6/10
---
A slow and gloomy picture. Nora (Mirela Stanek) waits at the window for an hour, and we wait with her.

The music by Otto Weil is glorious and deserves a better film. The ending is a disappointment that no amount
of fog can hide.
""",
    "unnamed.md": """---
film: The Lamplighter's Daughter
year: 1931
---
The performances are superb and the pacing is dreadful. I left the cinema impressed and exhausted.
""",
    "cora.md": """---
film: Nine Geese
year: 1928
critic: Cora Vance
outlet: Reel & Ratchet
rating: 80%
---
Jack Merrow as the farmer is the funniest man in pictures. The chase through the brewery is a riot of
perfectly timed action, and the geese steal every scene they are in.
""",
}


@dataclass
class Clock:
    """A monotonic clock that moves when a test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Club:
    """A server with the bot, a member and a manager, and what happened there."""

    env: simcord.Env
    clock: Clock
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    member: simcord.MemberActor
    manager: simcord.MemberActor
    open_bot: Callable[[], Any]
    expected_errors: tuple[type[BaseException], ...] = (UserError,)  # what else a test provokes, it adds
    trouble: list[logging.LogRecord] = field(default_factory=list)  # what discord.py would only have logged

    @property
    def bot(self) -> Pullquote:
        """The bot now connected."""
        return self.env.bot  # type: ignore[return-value]

    @property
    def store(self) -> Store:
        """The bot's own store."""
        return self.bot.store

    async def slash(self, name: str, /, **options: Any) -> simcord.InteractionResult:
        """Use a command as the member, rested from any cooldown."""
        self.clock.now += 60
        return await self.member.slash(self.channel, name, **options)

    async def click(self, message: Any, label: str | None = None, custom_id: str | None = None) -> Any:
        """Press a button as the member, rested from any cooldown."""
        self.clock.now += 60
        return await self.member.click(message, label=label, custom_id=custom_id)

    async def complete(self, name: str, option: str, typed: str, /, **filled: Any) -> list[dict[str, Any]]:
        """The choices offered while the member types."""
        return await self.member.autocomplete(self.channel, name, option, typed, **filled)

    async def restart(self) -> None:
        """Stop the bot and start another on the same database file."""
        await self.bot.close()
        await self.store.close()
        await self.env.restart_bot(await self.open_bot())


@pytest.fixture(scope="session")
def small_reviews(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three critics and an unnamed one on two films."""
    folder = tmp_path_factory.mktemp("corpus") / "small"
    folder.mkdir()
    for name, text in SMALL_CORPUS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sample_reviews() -> Path:
    """The corpus that comes with the bot."""
    return reviews_path()


@pytest.fixture
def reviews(small_reviews: Path) -> Path:
    """The folder that the database holds. A module of tests that wants another one overrides this fixture."""
    return small_reviews


@pytest.fixture(scope="session")
def load_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """A database file with a folder loaded; each folder is loaded once, and the file is to be copied."""
    loaded: dict[Path, Path] = {}

    def load_folder(folder: Path) -> Path:
        if folder not in loaded:
            loaded[folder] = tmp_path_factory.mktemp("database") / "loaded.db"
            asyncio.run(_load(folder, loaded[folder]))
        return loaded[folder]

    return load_folder


async def _load(folder: Path, database: Path) -> None:
    async with await Store.open(database) as store:
        report = await load(store, folder)
    assert not list(report.problems())


@pytest.fixture
def database(reviews: Path, load_once: Callable[[Path], Path], tmp_path: Path) -> Path:
    """A database file of this test's own, with :func:`reviews` loaded."""
    path = tmp_path / "pullquote.db"
    shutil.copyfile(load_once(reviews), path)
    return path


@pytest.fixture
async def store(database: Path) -> AsyncIterator[Store]:
    """A store on the test's database, beside the bot's own."""
    async with await Store.open(database) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    """The clock that the bot's cooldowns read."""
    return Clock()


@pytest.fixture
def cogs() -> tuple[str, ...]:
    """The modules of commands the bot loads. Tests with commands of their own override this fixture."""
    return COGS


@pytest.fixture(scope="session")
def easel() -> None:
    """What pictures are drawn with, loaded: the first load may take longer than SimCord waits for an answer."""
    from bot.pictures.card import draw_card
    from bot.pictures.plot import draw_plot

    assert draw_plot
    assert draw_card(QuoteCard("Fog.", None, None, "Ada"), Colours.DARK)


@pytest.fixture
async def open_bot(
    easel: None, database: Path, clock: Clock, cogs: tuple[str, ...]
) -> AsyncIterator[Callable[[], Any]]:
    """Make a bot on the test's database; bot and store are closed at the end."""
    bots: list[Pullquote] = []

    async def make() -> Pullquote:
        bots.append(Pullquote(await Store.open(database), clock=clock, cogs=cogs))
        return bots[-1]

    yield make
    for bot in bots:
        if not bot.is_closed():
            await bot.close()
            await bot.store.close()


@pytest.fixture
async def env(open_bot: Callable[[], Any]) -> AsyncIterator[simcord.Env]:
    """The bot online in a simulated Discord, its commands registered. What it sent is checked afterwards."""
    environment = simcord.Env(await open_bot(), check_errors=False)
    await environment.start()
    try:
        await environment.bot.tree.sync()
        yield environment
    finally:
        await environment.shutdown()
    refused = discord_api.problems(environment.http_requests)
    assert not refused, "Discord would refuse:\n" + "\n".join(refused)


@pytest.fixture
def discord_log() -> Iterator[list[logging.LogRecord]]:
    """What discord.py logged as an error: it swallows those of autocomplete and of dynamic items."""
    records: list[logging.LogRecord] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = records.append  # type: ignore[method-assign]
    logger = logging.getLogger("discord")
    logger.addHandler(handler)
    yield records
    logger.removeHandler(handler)


@pytest.fixture
async def club(
    env: simcord.Env, clock: Clock, open_bot: Callable[[], Any], discord_log: list[logging.LogRecord]
) -> AsyncIterator[Club]:
    """A server to use the bot in. Any error that is not worded for a user fails the test."""
    guild = env.create_guild("Film Club")
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    here = Club(
        env,
        clock,
        guild,
        guild.create_text_channel("reviews"),
        guild.add_member(env.create_user("robin")),
        guild.add_member(env.create_user("morgan"), roles=[managers]),
        open_bot,
        trouble=discord_log,
    )
    await env.settle()
    yield here
    unexpected = [error for error in env.errors if not isinstance(cause_of(error), here.expected_errors)]
    if unexpected:
        raise BaseExceptionGroup("the bot raised", unexpected)
    assert not here.trouble, [record.getMessage() for record in here.trouble]


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Gallery:
    """Every reply of the gallery; the scenes are played once, by whichever process asks first."""
    folder = tmp_path_factory.getbasetemp()
    return played(folder if worker_id == "master" else folder.parent)
