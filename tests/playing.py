"""The gallery's scenes, played once for all tests of a run: what Discord was given for each."""

from __future__ import annotations

import asyncio
import copy
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from bot.gallery import Stage
from bot.gallery_scenes import SCENES
from bot.preview import open_server, simulated
from bot.sample import reviews_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Gallery:
    """What every scene ends in: a message's parts or a form; and the commands as Discord knows them."""

    replies: dict[str, dict[str, Any]]  # by the scene's name: "content", "parts", "form"
    commands: list[dict[str, Any]]

    def messages(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Every message with its scene's name."""
        return ((name, reply["parts"]) for name, reply in self.replies.items() if not reply["form"])


def played(folder: Path) -> Gallery:
    """Play the scenes, or take what another process of the same run has played into this folder."""
    kept = folder / "gallery.json"
    with FileLock(f"{kept}.lock"):
        if not kept.exists():
            # In a thread of its own, so that the tests' event loop is left alone.
            with ThreadPoolExecutor(1) as thread:
                found = thread.submit(asyncio.run, _play(folder / "gallery.db")).result()
            kept.write_text(json.dumps(found), encoding="utf-8")
    return Gallery(**json.loads(kept.read_text(encoding="utf-8")))


async def _play(database: Path) -> dict[str, Any]:
    now = 0.0
    replies: dict[str, Any] = {}
    async with simulated(database, reviews_path(), lambda: now) as env:
        stage = Stage(env, await open_server(env))
        for scene in SCENES:
            now += 60
            shown: Any = await stage.play(scene)
            form = getattr(shown, "modal", None)
            content, parts = ("", []) if form else (shown.content, shown.components)
            # A copy, because a later scene may edit the message.
            replies[scene.name] = copy.deepcopy({"content": content, "parts": parts, "form": form})
        commands = [command.to_dict(env.bot.tree) for command in env.bot.tree.get_commands()]
    return {"replies": replies, "commands": commands}
