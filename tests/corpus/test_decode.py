"""Which bytes are text, and in which encoding."""

from __future__ import annotations

import codecs

import pytest

from bot.corpus.decode import decode
from bot.errors import FileRejected

TEXT = "“Amélie” – a naïve film; ★★★½."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
)
def test_unicode_encodings(data: bytes) -> None:
    assert decode(data) == TEXT


def test_utf_16_without_a_mark() -> None:
    assert decode("A plain review.".encode("utf-16-le")) == "A plain review."
    assert decode("A plain review.".encode("utf-16-be")) == "A plain review."


def test_windows_text_keeps_its_quotes_and_dashes() -> None:
    assert decode("“Amélie” – naïve".encode("cp1252")) == "“Amélie” – naïve"


def test_a_stray_byte_does_not_spoil_the_rest() -> None:
    assert decode("“Amélie” – naïve – café ".encode() + b"\x96 fin") == "“Amélie” – naïve – café – fin"


def test_bytes_that_are_neither_are_told_by_their_statistics() -> None:
    japanese = "この映画はとても面白かったので、二回も見に行きました。" * 20
    data = japanese.encode("shift_jis")
    assert b"\x81" in data  # for which cp1252 has no sign
    assert decode(data) == japanese


def test_controls_and_invisible_signs_go_and_every_line_ends_alike() -> None:
    assert decode(b"a\x00b\x07\r\nc\rd\x0ce" + "\u200b\u2028f\u00ad\u202eg".encode()) == "ab\nc\nd\ne\nfg"


def test_accents_are_composed() -> None:
    assert decode("Ame\u0301lie".encode()) == "Amélie"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"text " * 50, "binary"),
        (b"%PDF-1.7\n" + b"text " * 50, "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_rejected(data: bytes, reason: str) -> None:
    with pytest.raises(FileRejected, match=reason):
        decode(data)
