"""Every sentence that a person reads in Discord stands in bot/words: worded, and translated, in one place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot import errors

ROOT = Path(__file__).resolve().parent.parent
# Where answers are made; nothing here holds words of its own.
SPEAKING = (
    "cogs",
    "bot/render",
    "bot/library",
    "bot/pictures",
    "bot/tree.py",
    "bot/errors.py",
    "bot/daily.py",
    "bot/zones.py",
)
# What is read by the operator alone, on a terminal or in the log, may stand where it is raised.
USER_ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.UserError)
}
# Why a file is not read is read by both.
REASONS = {"FileRejected", "Draft", "ManifestError", "Problem", "Broken", "Failure"}
_WORDS = re.compile(r"[A-Za-z]{2,}[,.:;]? [A-Za-z“(]|^[A-Z][a-z]{2,}|[a-z]{3,}[.…?!]$")
_TIMEZONE = re.compile(r"[A-Z][a-z]+/[A-Z][A-Za-z_]+")  # as the timezone database names them


def _modules() -> list[Path]:
    found: list[Path] = []
    for name in SPEAKING:
        path = ROOT / name
        found += [path] if path.suffix else sorted(path.rglob("*.py"))
    return found


def _silent(tree: ast.Module) -> set[int]:
    """The nodes whose text nobody in Discord reads: docstrings, what is logged, names of types, codes."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        hidden = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            owner = getattr(called.value, "id", "") if isinstance(called, ast.Attribute) else ""
            hidden = owner in {"log", "logging", "re"} or name in {
                "TypeVar",
                "cast",
                "AssertionError",
                "ValueError",
                "getattr",
            }
        if isinstance(node, ast.AnnAssign):
            silent |= {id(part) for part in ast.walk(node.annotation)}
        if isinstance(node, ast.Assign):
            hidden = any(getattr(target, "id", "") == "__all__" for target in node.targets)
        if isinstance(node, ast.ClassDef):
            hidden = any(getattr(base, "id", "") == "StrEnum" for base in node.bases)  # as they are stored
        # What is compared with is a code.
        hidden = hidden or isinstance(node, ast.Compare)
        if hidden:
            silent |= {id(part) for part in ast.walk(node)}
    return silent


def _said(path: Path) -> list[str]:
    """The words that a module holds itself, each with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = _silent(tree)
    return [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
        if _WORDS.search(node.value) and not _TIMEZONE.fullmatch(node.value)
    ]


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", _modules(), ids=_named)
def test_what_answers_takes_its_words_from_one_place(path: Path) -> None:
    assert _said(path) == []


@pytest.mark.parametrize("path", sorted((ROOT / "bot").rglob("*.py")), ids=_named)
def test_errors_that_a_member_reads_take_their_words_from_there_too(path: Path) -> None:
    if "words" in path.parts:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    raised = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in USER_ERRORS | REASONS
    ]
    said = [
        f"{part.lineno}: {part.value}"
        for node in raised
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and _WORDS.search(part.value)
    ]
    assert said == []
