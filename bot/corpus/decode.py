"""Bytes -> clean characters: which encoding a file is in, and what in it is no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

from bot.errors import FileRejected
from bot.words import files as words

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"ID3", b"OggS"),
    *(b"%PDF-", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00"),
    *(b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"),
    *(b"\x7fELF", b"MZ\x90"),
)
_TEXT_CONTROLS = b"\t\n\r\x0b\x0c\x1b\x85"
_CONTROL_BYTES = bytes(set(range(32)) - set(_TEXT_CONTROLS)) + b"\x7f"
_CONTROL_SHARE = 0.03  # compressed data has a tenth of such bytes, text none or a stray few
_SNIFFED = 65536  # bytes looked at before a file is called binary

_NEWLINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_CLEAN = {
    **dict.fromkeys(range(32)),
    **dict.fromkeys(range(127, 160)),
    **dict.fromkeys(
        map(ord, _INVISIBLE)
    ),  # soft hyphens, zero widths and direction marks would hide in a quote
    **dict.fromkeys(map(ord, _NEWLINES), "\n"),
    ord("\t"): "\t",
    ord("\n"): "\n",
}
_UNCLEAN = re.compile("[" + "".join(re.escape(chr(sign)) for sign in _CLEAN if chr(sign) not in "\t\n") + "]")


def clean_characters(text: str) -> str:
    r"""Drop control and invisible characters, make every line end ``\n`` and compose accents (NFC).

    >>> clean_characters("a\x00b\r\nc\u2028d\u200b e\u0301")
    'ab\nc\nd é'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text.translate(_CLEAN) if _UNCLEAN.search(text) else text)


def check_textual(data: bytes) -> None:
    """Raise FileRejected for bytes that are empty or hold no text, whatever the encoding."""
    if not data.strip():
        raise FileRejected(words.EMPTY)
    if data.startswith(_SIGNATURES) or (_looks_binary(data) and _wide_codec(data) is None):
        raise FileRejected(words.BINARY)


def decode(data: bytes) -> str:
    r"""Decode by byte order mark, else as UTF-8, else as cp1252, else by what charset-normalizer makes of it.

    >>> decode("Léa".encode("utf-8-sig")), decode("Élan –".encode("cp1252")), decode("Léon".encode("utf-16"))
    ('Léa', 'Élan –', 'Léon')
    """
    return clean_characters(decode_as_it_is(data))


def decode_as_it_is(data: bytes) -> str:
    """Decode without cleaning: in a table, a line separator within a cell would else end the row."""
    check_textual(data)
    codec = _wide_codec(data)
    for name in (codec,) if codec else ("utf-8", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            if name == "utf-8" and (mended := _mended(data)) is not None:
                return mended
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise FileRejected(words.NO_ENCODING)
    return str(best)


def _mended(data: bytes) -> str | None:
    """UTF-8 with a few stray bytes, as pasting leaves them: those alone are read as cp1252."""
    text = data.decode("utf-8", "surrogateescape")
    stray = {c for c in text if "\udc80" <= c <= "\udcff"}
    strays = sum(map(text.count, stray))
    if sum(c > "\x7f" for c in text) < 5 * strays:
        return None
    return text.translate({ord(c): bytes([ord(c) - 0xDC00]).decode("cp1252", "ignore") for c in stray})


def _wide_codec(data: bytes) -> str | None:
    """The codec that a byte order mark names, or UTF-16 where every other byte is NUL."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return codec
    head = data[:_SNIFFED]
    if len(head) >= 4 and len(head) % 2 == 0:
        even, odd = head[::2].count(0), head[1::2].count(0)
        half = len(head) // 2
        if odd > 0.8 * half and even == 0:
            return "utf-16-le"
        if even > 0.8 * half and odd == 0:
            return "utf-16-be"
    return None


def _looks_binary(data: bytes) -> bool:
    head = data[:_SNIFFED]
    return len(head) - len(head.translate(None, _CONTROL_BYTES)) > _CONTROL_SHARE * len(head) + 2
