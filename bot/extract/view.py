"""The length-preserving view that every rule matches on, so that its offsets are the stored text's own."""

from __future__ import annotations

_SAME_LENGTH = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"), " "),
}


def normalise(text: str) -> str:
    """Replace curly quotes, dashes and odd blanks by plain ones, one code point for one.

    >>> normalise("De Armas’ “Eve” – fine")
    'De Armas\\' "Eve" - fine'
    """
    return text.translate(_SAME_LENGTH)
