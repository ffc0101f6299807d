"""`python -m bot eval` as a process, on a folder of our own with a scorer of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Harbour of Glass (1987)\n\nHarbour of Glass is a tense and beautifully acted thriller."
SCORER = """import json
print(json.dumps({"figure": "own_recall", "value": 0.75, "n": 4}))
print(json.dumps({"figure": "own_bad_spans", "value": 0, "n": 4}))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("scores", "cast", "rating_strings", "meta"):
        row = json.dumps({"id": "1", "text": TEXT}) + "\n" if name == "meta" else ""
        (tmp_path / f"{name}.jsonl").write_text(row)
    (tmp_path / "score.py").write_text(SCORER)
    start = TEXT.index("Harbour", 5)
    review = {
        "set": "meta",
        "id": "1",
        "part": "dev",
        "sentences": [[start, len(TEXT), "ov", "+", "performances"]],
    }
    (tmp_path / "labels.jsonl").write_text(json.dumps(review) + "\n")
    return tmp_path


def measure(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    given = ["--data", folder, "--labels", folder / "labels.jsonl", "--baseline", folder / "floors.json"]
    command = [sys.executable, "-m", "bot", "eval", *map(str, given), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")


def test_floors_are_written_held_and_only_lowered_by_an_explicit_flag(folder: Path) -> None:
    raised = measure(folder, "--raise-floors")
    assert raised.returncode == 0, raised.stderr
    floors = json.loads((folder / "floors.json").read_text())
    assert floors["own_recall"] == 0.75
    assert floors["quotes_precision_at_5"] == 1.0

    (folder / "floors.json").write_text(json.dumps({**floors, "own_recall": 0.8}))
    below = measure(folder, "--raise-floors")
    assert below.returncode == 1
    assert "1 below their floor" in below.stdout
    assert any(
        line.startswith("own_recall ") and line.endswith("BELOW") for line in below.stdout.splitlines()
    )
    assert json.loads((folder / "floors.json").read_text())["own_recall"] == 0.8

    lowered = measure(folder, "--lower-floors")
    assert lowered.returncode == 0
    assert json.loads((folder / "floors.json").read_text())["own_recall"] == 0.75
    assert "every floor holds" in measure(folder).stdout


def test_a_figure_that_vanished_fails(folder: Path) -> None:
    (folder / "floors.json").write_text(json.dumps({"gone_recall": 0.5}))
    done = measure(folder)
    assert done.returncode == 1
    assert "gone_recall has a floor and was not measured" in done.stdout


def test_what_is_missing_is_said_in_a_line(folder: Path) -> None:
    (folder / "meta.jsonl").write_text("")
    lacking = measure(folder)
    assert lacking.returncode == 2
    assert "lacks 1 in its set meta" in lacking.stderr
    (folder / "cast.jsonl").unlink()
    absent = measure(folder)
    assert absent.returncode == 2
    assert "cast.jsonl not found there" in absent.stderr
    (folder / "cast.jsonl").write_text("")
    (folder / "score.py").write_text("raise SystemExit('no such thing')")
    (folder / "labels.jsonl").write_text("")
    broken = measure(folder)
    assert broken.returncode == 1
    assert broken.stderr == "pullquote: score.py exited with 1: no such thing\n"
