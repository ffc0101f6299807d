"""What is built and installed holds all that it needs: both packages, the sample reviews, the command."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents, as an installer would lay them out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("pullquote-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_sample_reviews_come_along(installed: Path, tmp_path: Path) -> None:
    code = "from bot.sample import reviews_path; import cogs.quote; print(reviews_path())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert done.returncode == 0, done.stderr
    folder = Path(done.stdout.strip())
    assert folder.is_relative_to(installed)
    there = {path.name for path in (ROOT / "bot" / "sample" / "reviews").iterdir()}
    assert {path.name for path in folder.iterdir()} == there
    assert len(there) > 12


def test_the_fonts_come_along_with_their_licence(installed: Path) -> None:
    fonts = installed / "bot" / "pictures" / "fonts"
    assert {path.name for path in fonts.iterdir()} == {
        path.name for path in (ROOT / "bot" / "pictures" / "fonts").iterdir()
    }
    assert "SIL OPEN FONT LICENSE" in (fonts / "LICENSE.txt").read_text(encoding="utf-8").upper()
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 12_000_000


def test_the_wheel_brings_the_command_and_nothing_of_the_tests(installed: Path) -> None:
    (entries,) = installed.glob("pullquote-*.dist-info/entry_points.txt")
    assert "pullquote = bot.__main__:main" in entries.read_text(encoding="utf-8")
    assert {path.name for path in installed.iterdir() if path.suffix != ".dist-info"} == {"bot", "cogs"}
