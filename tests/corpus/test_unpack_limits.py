"""How large a file may be, whatever it is called and wherever it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.corpus import LIMITS, Problem, unpack

if TYPE_CHECKING:
    from pathlib import Path

SMALL = replace(LIMITS, text=2048, container=4096)
ROW = "Rope,It is a splendid and airless stunt.\n"
PAGE = "<!DOCTYPE html><html><body><article><p>{}</p></article></body></html>"


@pytest.mark.parametrize("on_disk", [False, True])
@pytest.mark.parametrize(
    ("name", "text", "larger", "reason"),
    [
        ("a.csv", "film,text\n" + ROW * 90, ROW * 20, "it is larger than 4 KiB"),
        ("a.txt", "Tense. " * 280, "Tense. " * 20, "it is larger than 2 KiB"),
        ("page.csv", PAGE.format("Tense. " * 250), "Tense. " * 50, "it is larger than 2 KiB"),
    ],
)
def test_a_file_beyond_its_limit_is_refused_in_words(
    tmp_path: Path, name: str, text: str, larger: str, reason: str, on_disk: bool
) -> None:
    def problems(data: bytes) -> list[str]:
        (tmp_path / name).write_bytes(data)
        file = tmp_path / name if on_disk else data
        found = unpack(file, name, root="reviews", limits=SMALL)
        return [item.reason for item in found if isinstance(item, Problem)]

    assert problems(text.encode()) == []
    assert problems((text + larger).encode()) == [reason]


def test_a_feed_has_limits_of_its_own() -> None:
    def problems(entries: int, padding: int = 0, rows: int = 3) -> list[str]:
        item = "<item><title>Rope</title><description>A splendid stunt.</description></item>"
        feed = (
            f'<rss version="2.0"><channel><title>Ada</title>{item * entries}</channel></rss>{" " * padding}'
        )
        found = unpack(feed.encode(), "a.xml", root="reviews", limits=replace(LIMITS, rows=rows))
        return [item.reason for item in found if isinstance(item, Problem)]

    assert problems(3) == []
    assert problems(4) == ["it holds more than 3 entries"]
    assert problems(3, padding=16 * 1024 * 1024) == ["it is larger than 16 MiB, which no feed is"]
