"""The gallery: every scene plays, and every command has one. The pictures themselves want a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bot.errors import OperatorError
from bot.gallery import Screen, make_gallery, write_sheet
from bot.gallery_scenes import SCENES, Ask, Context, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playing import Gallery

SUBCOMMAND, GROUP = 1, 2


def test_every_scene_ends_in_an_answer_and_every_command_has_one(gallery: Gallery) -> None:
    for name, reply in gallery.replies.items():
        answered = reply["form"] or reply["content"] or reply["parts"]
        assert answered, name
        assert "went wrong" not in str(answered), name
    asked = {step.command for scene in SCENES for step in scene.steps if isinstance(step, Ask | Context)}
    assert set(gallery.replies) == {scene.name for scene in SCENES}
    assert set(_names(gallery.commands)) - asked == set()


def _names(commands: list[dict[str, Any]], above: str = "") -> Iterator[str]:
    """The commands that can be asked: a group's own, and not the group."""
    for command in commands:
        name = f"{above} {command['name']}".strip()
        below = [one for one in command.get("options", ()) if one["type"] in {SUBCOMMAND, GROUP}]
        yield from _names(below, name) if below else [name]


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
