"""The evaluation folder: its sets of real reviews, and its own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from bot.errors import OperatorError, SettingsError
from bot.eval.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETS = ("scores", "cast", "rating_strings", "meta")


def check_folder(folder: Path) -> None:
    """Raise SettingsError where a folder holds no evaluation sets."""
    lacking = [name for name in ("score.py", *(f"{s}.jsonl" for s in SETS)) if not (folder / name).is_file()]
    if lacking:
        raise SettingsError(f"{folder} holds no evaluation sets: {', '.join(lacking)} not found there.")


def read_rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one set."""
    for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def read_texts(folder: Path) -> dict[tuple[str, str], str]:
    """Every raw review by (set, id)."""
    return {
        (name, row["id"]): row["text"] for name in SETS for row in read_rows(folder, name) if "text" in row
    }


def run_scorer(folder: Path, show: int = 0) -> list[Figure]:
    """Call the folder's ``score.py``, which loads and exports through the command line, for all its figures."""
    done = subprocess.run(  # noqa: S603 - the operator's own interpreter on a script they named
        [sys.executable, str(folder / "score.py"), "--show", str(show)],
        stdout=subprocess.PIPE,
        stderr=None if show else subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        reason = (done.stderr or "").strip().splitlines()[-1:]
        raise OperatorError(f"score.py exited with {done.returncode}: {' '.join(reason) or 'see above'}")
    rows = map(json.loads, done.stdout.splitlines())
    return [Figure(row["figure"], row["value"], row["n"]) for row in rows]
