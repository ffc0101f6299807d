"""CPU milliseconds a review of every stage between a file's bytes and what it says.

python benchmarks/extract.py PATH... [--limit N] [--profile]

PATH is a folder or file of reviews, or a .jsonl file whose lines have a "text".
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import json
import pstats
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figures import line

import bot.extract
from bot.corpus import parse_document
from bot.corpus.read import list_files, read_file
from bot.errors import PullquoteError
from bot.models import RawFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Spent = dict[str, list[tuple[float, str]]]


def raw_files(path: Path) -> Iterator[RawFile]:
    """Yield the files below a folder, or the lines of a .jsonl file as files."""
    if path.suffix == ".jsonl":
        for number, row in enumerate(path.read_text(encoding="utf-8").split("\n")):
            if row.strip():
                data = json.loads(row)["text"].encode()
                yield RawFile(path.stem, f"{number:05d}.txt", hashlib.sha256(data).hexdigest(), data)
    else:
        listing = list_files(path)
        for file in listing.files:
            try:
                yield read_file(file, listing.root)
            except PullquoteError as error:
                print(f"{file.source}: {error}")


def watch_stages(spent: Spent, current: list[str]) -> None:
    """Wrap every stage that the composition in bot.extract calls, so that the real thing is measured."""
    for name, stage in list(vars(bot.extract).items()):
        if callable(stage) and getattr(stage, "__module__", "").startswith("bot.extract."):
            setattr(bot.extract, name, _timed(name, stage, spent, current))


def _timed(name: str, stage: Callable[..., Any], spent: Spent, current: list[str]) -> Callable[..., Any]:
    def timed(*args: Any, **named: Any) -> Any:
        start = time.process_time()
        result = stage(*args, **named)
        spent[name].append((1000 * (time.process_time() - start), current[0]))
        return result

    return timed


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="read at most this many reviews of each path")
    parser.add_argument(
        "--profile", action="store_true", help="show the functions that take most of the time instead"
    )
    args = parser.parse_args()

    files = [file for path in args.paths for file in islice(raw_files(path), args.limit)]
    if not files:
        parser.error("nothing to read there")
    bot.extract.extract(parse_document(files[0]))  # vocabulary and name lists load once, on first use
    if args.profile:
        profile = cProfile.Profile()
        profile.enable()
        for file in files:
            bot.extract.extract(parse_document(file))
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
        return

    spent: Spent = defaultdict(list)
    current = [""]
    watch_stages(spent, current)
    characters = 0
    for file in files:
        current[0] = file.source
        start = time.process_time()
        document = parse_document(file)
        parsed = time.process_time()
        bot.extract.extract(document)
        done = time.process_time()
        characters += len(document.text)
        spent["parse_document"].append((1000 * (parsed - start), file.source))
        spent["extract, all of it"].append((1000 * (done - parsed), file.source))
    print(f"{len(files)} reviews, {characters} characters")
    for name, times in sorted(spent.items(), key=lambda item: -sum(t for t, _ in item[1])):
        print(line(name, [t for t, _ in times], f"slowest: {max(times)[1]}"))


if __name__ == "__main__":
    main()
