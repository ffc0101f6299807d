"""The gallery: every scene plays, and every command has one. The pictures themselves want a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bot.errors import OperatorError
from bot.gallery import Screen, Stage, make_gallery, write_sheet
from bot.gallery_scenes import SCENES, Ask, Context, Scene
from bot.preview import open_server, simulated
from bot.sample import reviews_path

if TYPE_CHECKING:
    from pathlib import Path


async def test_every_scene_ends_in_an_answer_and_every_command_has_one(tmp_path: Path) -> None:
    now = 0.0
    asked: set[str] = set()
    async with simulated(tmp_path / "gallery.db", reviews_path(), lambda: now) as env:
        stage = Stage(env, await open_server(env))
        for scene in SCENES:
            now += 60
            shown = await stage.play(scene)
            answered = getattr(shown, "modal", None) or shown.content or shown.components  # type: ignore[union-attr]
            assert answered, scene.name
            assert "went wrong" not in str(answered), scene.name
            asked |= {step.command for step in scene.steps if isinstance(step, Ask | Context)}
        bot = env.bot
        commands = {
            command.qualified_name for command in bot.tree.walk_commands() if not hasattr(command, "commands")
        }
        commands |= {menu.name for menu in bot.tree.get_commands() if not hasattr(menu, "description")}
    assert commands - asked == set()


def test_scenes_have_names_of_their_own() -> None:
    assert len({scene.name for scene in SCENES}) == len({scene.title for scene in SCENES}) == len(SCENES)


def test_a_scene_nobody_knows_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="There is no scene zebra"):
        make_gallery(tmp_path, ["zebra"], print)


def test_a_sheet_holds_every_picture_under_its_title(tmp_path: Path) -> None:
    screen = Screen("phone", 40, 3)
    scenes = [Scene(str(number), f"No. {number}", ()) for number in range(7)]
    colours = [(10 * number + 60, 0, 0) for number in range(7)]
    (tmp_path / "phone").mkdir()
    for scene, colour in zip(scenes, colours, strict=True):
        Image.new("RGB", (40, 30), colour).save(tmp_path / "phone" / f"{scene.name}.png")
    write_sheet(tmp_path / "phone.png", screen, scenes)
    found = {colour: count for count, colour in Image.open(tmp_path / "phone.png").getcolors(1 << 16) or ()}
    assert [found.get(colour) for colour in colours] == [40 * 30] * 7
