"""Data flows one way: which part of the project may import which, read from the source without running it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BASE = {"bot.models", "bot.errors", "bot.text", "bot.views", "bot.words"}
# What each part may import of the project. The order is the flow of data: file, document, facts, store, reply.
ALLOWED = {
    "bot.models": set(),
    "bot.words": {"bot.models", "bot.views"},  # their enumerations
    "bot.errors": {"bot.words"},
    "bot.text": set(),
    "bot.views": {"bot.models"},
    "bot.daily": BASE,
    "bot.zones": BASE,
    "bot.corpus": BASE,
    "bot.extract": BASE,
    "bot.resolve": BASE | {"bot.extract"},  # its name lists
    "bot.sample": set(),
    "bot.pictures": {"bot.words"},
    "bot.store": BASE | {"bot.daily", "bot.resolve"},
    "bot.render": BASE
    | {
        "bot.corpus",
        "bot.pictures",
        "bot.daily",
        "bot.library",
        "bot.store",
        "bot.zones",
    },  # for what they speak of, not what they do
    "bot.settings": BASE,
    "bot.export": BASE | {"bot.store"},
    "bot.check": BASE | {"bot.store", "bot.settings"},
    "bot.plan": BASE | {"bot.store"},
    "bot.workers": BASE | {"bot.corpus", "bot.extract", "bot.store"},
    "bot.survey": BASE | {"bot.corpus", "bot.store", "bot.workers"},
    "bot.settle": BASE | {"bot.resolve", "bot.store"},
    "bot.ingest": BASE | {"bot.corpus", "bot.store", "bot.plan", "bot.settle", "bot.survey", "bot.workers"},
    "bot.library": BASE
    | {"bot.corpus", "bot.export", "bot.resolve", "bot.settle", "bot.store", "bot.workers"},
    "bot.tree": BASE | {"bot.render"},
    "bot.app": BASE | {"bot.library", "bot.pictures", "bot.store", "bot.render", "bot.tree"},
    "bot.eval": BASE
    | {"bot.corpus", "bot.extract", "bot.resolve", "bot.store"},  # only the command line uses it
    "bot.preview": BASE | {"bot.app", "bot.ingest", "bot.store", "bot.sample", "bot.settings"},
    "bot.gallery_scenes": set(),
    "bot.gallery": BASE | {"bot.gallery_scenes", "bot.preview", "bot.sample"},
    "cogs": BASE
    | {
        "bot.app",
        "bot.daily",
        "bot.export",
        "bot.library",
        "bot.pictures",
        "bot.render",
        "bot.store",
        "bot.tree",
        "bot.zones",
    },
}
# The pure parts: no database, no Discord connection.
PURE = {"bot.models", "bot.errors", "bot.text", "bot.views", "bot.words", "bot.daily", "bot.zones"}
PURE |= {"bot.corpus", "bot.extract", "bot.resolve"}
# The one pure part that may read files: it is what finds them.
IMPURE_LIBRARIES = {"aiosqlite", "sqlite3", "discord", "asyncio", "aiohttp", "socket"}


def part_of(module: str) -> str:
    pieces = module.split(".")
    return "cogs" if pieces[0] == "cogs" else ".".join(pieces[:2])


def modules() -> list[tuple[str, Path]]:
    found = []
    for top in ("bot", "cogs"):
        for path in sorted((ROOT / top).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            found.append((name, path))
    return found


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            base = node.module or ""
            names |= {f"{base}.{alias.name}" for alias in node.names} if base == "bot" else {base}
    return names


@pytest.mark.parametrize(("name", "path"), modules(), ids=[name for name, _ in modules()])
def test_imports_follow_the_flow_of_data(name: str, path: Path) -> None:
    part = part_of(name)
    if part in {"bot", "bot.__main__"}:  # the package itself and the command line stand above the flow
        return
    for used in imported(path):
        if used.split(".")[0] in {"bot", "cogs"}:
            other = part_of(used)
            assert other == part or other in ALLOWED[part], f"{name} imports {used}"
        elif part in PURE:
            assert used.split(".")[0] not in IMPURE_LIBRARIES, f"{name} is pure and imports {used}"


def test_bot_never_imports_cogs() -> None:
    assert not [
        name
        for name, path in modules()
        if name.startswith("bot")
        for used in imported(path)
        if used.startswith("cogs")
    ]


def test_sql_stays_in_the_store() -> None:
    outside = [
        name
        for name, path in modules()
        if part_of(name) != "bot.store" and {"aiosqlite", "sqlite3"} & imported(path)
    ]
    assert outside in ([], ["bot.preview"])  # the preview copies a database with SQLite's own backup
