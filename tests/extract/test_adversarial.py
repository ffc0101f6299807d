"""One megabyte of anything is read, from bytes to facts, about as fast as prose: no rule backtracks without bound."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """if True:
    import sys
    from bot.corpus import parse_document
    from bot.extract import extract
    from bot.models import RawFile

    LEAD = "Dark Star (1974)\\n\\nA good film by Anna Lee, starring Bob Ray as Eve.\\n\\nRating: 4/5\\n\\n"
    for piece in sys.argv[2:]:
        text = LEAD + piece * (1_000_000 // len(piece.encode()))
        if sys.argv[1] == "a.html":
            text = f"<html><body><p>{text}"
        document = parse_document(RawFile("reviews", sys.argv[1], "", text.encode()))
        facts = extract(document)
        assert all(0 <= s.start < s.end <= len(document.text) for s in facts.sentences)
        print("read", ascii(piece), flush=True)
    """
TIMEOUT = 60.0
"""Seconds for all pieces of a kind, which take a few; what backtracks without bound takes minutes or hours."""

TEXTS = {
    "signs": ["(", "*", "★ ", '"', "“‘", "- ", "!["],
    "names": ["Eve (Ana Lee) ", "AAAA", "Ana Lee ", "as Eve ", "played by "],
    "numbers": ["1/1/1/", "1,", "1. a\n"],
    "labels": ["Director: ", "Cast: Ana Lee (Eve), ", ";Cast: ", "Cast\n", "- Ana Lee - Eve\n"],
    "prose": ["of of of ", "He dies. ", "*a* ", "a\n\n"],
}
PAGES = {
    "breaks": ["A line of prose, and good.<br>\n", "<br>"],
    "page": ["<div>", "<i>A</i> ", "Eve (Ana Lee) "],
}


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        *(pytest.param("a.txt", pieces, id=kind) for kind, pieces in TEXTS.items()),
        *(pytest.param("a.html", pieces, id=kind) for kind, pieces in PAGES.items()),
    ],
)
def test_a_megabyte_of_anything_is_read(source: str, pieces: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, source, *pieces],
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.stdout.splitlines() == [f"read {piece!a}" for piece in pieces], done.stderr[-500:]
