"""Sentence splitting: the hard cases of film prose, exact offsets, and no quadratic time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract.sentences import split_sentences
from bot.models import Block, BlockKind

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"
needs_eval = pytest.mark.skipif(not EVAL.is_dir(), reason="the evaluation texts are not here")


def sentences(text: str) -> list[str]:
    blocks = (Block(BlockKind.BODY, 0, len(text)),)
    return [text[s.start : s.end] for s in split_sentences(text, blocks)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. Caligari waits for J. J. Hunsecker Jr. in vain.", "We waited with him."],
        ["Vol. 2 is better than Vol. 1 ever was.", "By a mile."],
        ["Oliver! still sings.", "What Ever Happened to Baby Jane? never did."],
        ["Bang... CRASH! is not a film.", "It is a noise."],
        ["It was long... far too long.", "I slept."],
        ["I waited for the ending...", "None came."],
        ["The butler (a fine Walter Long.)", "He glowers."],
        ["“Run!” he cries.", "Nobody does."],
        ["A plain man-vs. nature story.", "Nature wins."],
        ["The old man-vs.-machine routine, e.g. Keaton's.", "The machine wins."],
        ["😀 The 🎬 opens.", "Nothing else does."],
    ],
)
def test_golden(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["It drags on and on.", "Then it stops."],
        ["Nobody could ask what he is up to.", "I smiled."],
        ["It is never in, or out, or up!", "This stops."],
        ["Mr.Griffith left the U.S.A.by ship and e.g.The Times noticed."],
        ["The stills are at www.Example.com and on nosferatu.org/About today."],
    ],
)
def test_a_lost_blank_between_sentences(expected: list[str]) -> None:
    assert sentences("".join(expected)) == expected


def test_lines_and_wrapped_lines() -> None:
    wrapped = (
        "The camera drifts through the opera house as if it had\n"
        "nowhere else to be, and neither had we. A short line\n\nA new paragraph"
    )
    assert sentences(wrapped) == [
        "The camera drifts through the opera house as if it had\nnowhere else to be, and neither had we.",
        "A short line",
        "A new paragraph",
    ]


def test_only_body_blocks_are_read() -> None:
    text = "The General Review\nBy Somebody. Or other.\nKeaton never smiles. Nor need he."
    first, second = text.index("\n"), text.index("\n", 20)
    blocks = (
        Block(BlockKind.HEADLINE, 0, first),
        Block(BlockKind.FURNITURE, first + 1, second),
        Block(BlockKind.BODY, second + 1, len(text)),
    )
    assert [text[s.start : s.end] for s in split_sentences(text, blocks)] == [
        "Keaton never smiles.",
        "Nor need he.",
    ]


@given(st.text(alphabet=st.sampled_from("aBé .!?…\"'“”‘’()[]\n😀𝔄-–12,*"), max_size=400))
def test_spans_are_ordered_bare_and_leave_nothing_out(text: str) -> None:
    spans = split_sentences(text, (Block(BlockKind.BODY, 0, len(text)),))
    position = 0
    for span in spans:
        assert position <= span.start < span.end
        piece = text[span.start : span.end]
        assert piece == piece.strip()
        assert not text[position : span.start].strip()
        position = span.end
    assert not text[position:].strip()


@pytest.mark.parametrize("unit", ["“", "'", '"', "(", "A. ", "! ", "*", "a.B", "x\n", "Vol. "])
def test_a_long_run_of_one_thing_is_read_to_its_end(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    spans = split_sentences(text, (Block(BlockKind.BODY, 0, len(text)),))
    assert spans[-1].end == len(text.rstrip())


@needs_eval
def test_hard_cases() -> None:
    rows = json.loads((EVAL / "sentences_hard.json").read_text(encoding="utf-8"))
    wrong = [row for row in rows if sentences(" ".join(row)) != row]
    assert len(wrong) <= 3, wrong
