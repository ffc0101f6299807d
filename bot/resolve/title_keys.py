"""When two printed titles are one film's: keys that spellings share, full titles with their short forms."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.text import fold, fold_title

_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_WORDED = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "i": "1", "v": "5", "x": "10",
}  # fmt: skip
_NUMBERED = frozenset({"part", "chapter", "volume", "vol", "episode", "act", "book"})
_SEPARATOR = re.compile(r":\s|\s[-–—]\s")
_TAGLINE = re.compile(
    r"""^an?\b.{0,40}\b(?:story|tale|movie|film|adventure|romance|musical)$
    |^the\s(?:movie|film|motion\spicture)$""",
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def title_key(title: str) -> str:
    """Give what all spellings of one title share.

    >>> title_key("Spider-Man: No Way Home") == title_key("Spiderman – No Way Home")
    True
    >>> title_key("Rocky II") == title_key("Rocky 2"), title_key("Rocky II") == title_key("Rocky III")
    (True, False)
    """
    return "".join(_numbered_words(title))


@lru_cache(maxsize=65536)
def title_numbers(title: str) -> tuple[str, ...]:
    """List the numbers in a title, whichever way they are written.

    >>> title_numbers("Kill Bill: Volume Two"), title_numbers("2001: A Space Odyssey"), title_numbers("Se7en")
    (('2',), ('2001',), ())
    """
    return tuple(word for word in _numbered_words(title) if word.isdigit())


def _numbered_words(title: str) -> list[str]:
    words = fold_title(title.replace("&", " and ")).split()
    for index in range(1, len(words)):
        word = words[index]
        if word in _ROMAN or (words[index - 1] in _NUMBERED and word in _WORDED):
            words[index] = _ROMAN.get(word) or _WORDED[word]
    return words


@lru_cache(maxsize=65536)
def short_forms(title: str) -> tuple[str, ...]:
    """List keys of shorter titles for the same film: what stands behind a series' name or before a tagline.

    >>> title_key("Ballerina") in short_forms("From the World of John Wick: Ballerina")
    True
    >>> short_forms("John Wick: Chapter 4"), short_forms("Thor: Ragnarok") == (title_key("Ragnarok"),)
    ((), True)
    """
    found = []
    for match in _SEPARATOR.finditer(title):
        series, rest = title[: match.start()], title[match.end() :]
        if _TAGLINE.match(rest.strip()):
            short = series
        elif fold(rest).split()[:1] and fold(rest).split()[0] in _NUMBERED:
            continue
        else:
            short = rest
        if len(fold(short)) > 2 and title_numbers(short) == title_numbers(title):
            found.append(title_key(short))
    return tuple(dict.fromkeys(found))
