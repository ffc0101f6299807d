"""Numbers as reviews print them: digits, words, halves, rows of stars, letter grades."""

from __future__ import annotations

import re

from bot.extract.score_vocabulary import LETTERS, NUMBER_WORDS

STAR = "★⭐✭✮✯✪🌟"
EMPTY_STAR = "☆✩"
_WORD = "|".join(NUMBER_WORDS)

DIGITS = r"(?:\d{1,3}(?:[.,]\d{1,9})?|\.\d{1,9})"
HALVES = (
    r"(?:[ -]?[½¼¾]|[ -](?:and[ ])?[13]/[24](?!\d)"
    r"|[ ](?:and|&)[ ](?:an?[ ]|one[ -])?(?:half|quarter|½|1/2|three[ -]quarters))"
)
VALUE = rf"(?:(?:{DIGITS}|\b(?:{_WORD})\b){HALVES}?|½|(?<!\d[ ])1/2(?=[ ])|\b(?:an?[ ])?half(?:[ ]an?)?)"
"""A number to be read by :func:`parse_number`."""

SCALE = rf"(?:\d{{1,3}}(?:\.0{{1,2}})?|(?:a[ ])?\b(?:{_WORD})\b)"

STARS = rf"(?:(?:\*[ ]?){{1,10}}|(?:[{STAR}]\uFE0F?[ ]?){{1,10}})"
"""Full stars; blanks between them are common ("* * *")."""

HALF_STAR = r"(?:[ ]?(?:½|1/2(?!\d|/\d)|\.5(?!\d)|and[ ]a[ ]half))"

_NUMBER = re.compile(
    rf"""\s*(?P<whole>{DIGITS}|[a-z]+(?=\s|$|[-½¼¾,&]))?   # 3, .5, three
    (?P<rest>.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_PARTS = (
    (re.compile(r"¾|3/4|three[ -]quarters", re.IGNORECASE), 0.75),
    (re.compile(r"½|1/2|half", re.IGNORECASE), 0.5),
    (re.compile(r"¼|1/4|quarter", re.IGNORECASE), 0.25),
)
_FULL = re.compile(rf"[*{STAR}]")
_LETTER = re.compile(
    r"^(?P<letter>[A-DF])(?:\s?(?P<sign>[+-])|\s?-?\s?(?P<word>plus|minus))?$", re.IGNORECASE
)


def parse_number(text: str) -> float | None:
    """Read a printed number.

    >>> [parse_number(t) for t in ("7.5", ".5", "7,5", "3 1/2", "3½", "three and a half", "half a", "ten")]
    [7.5, 0.5, 7.5, 3.5, 3.5, 3.5, 0.5, 10.0]
    >>> parse_number("several") is None
    True
    """
    text = text.strip().lower()
    if text in {"1/2", "½", "half", "a half", "half a", "a half a", "an half"}:
        return 0.5
    text = text.removeprefix("a ")
    match = _NUMBER.match(text)
    if match is None or match["whole"] is None:
        return None
    whole, rest = match["whole"], match["rest"]
    number = NUMBER_WORDS.get(whole)
    if number is None:
        try:
            number = float(whole.replace(",", "."))
        except ValueError:
            return None
    return float(number) + next((part for pattern, part in _PARTS if pattern.search(rest)), 0.0)


def count_stars(text: str) -> float:
    """Count a row of stars and its half.

    >>> [count_stars(t) for t in ("***", "* * 1/2", "★★★½", "⭐⭐", "1/2 *", "****.5", "★★★☆☆")]
    [3.0, 2.5, 3.5, 2.0, 1.5, 4.5, 3.0]
    """
    return len(_FULL.findall(text)) + (0.5 if re.search(r"½|1/2|\.5|half", text) else 0.0)


def parse_letter(text: str) -> float | None:
    """Read a letter grade on the scale of 12.

    >>> [parse_letter(t) for t in ("A+", "b -", "B-minus", "A minus", "F-", "C plus", "D")]
    [12, 8, 8, 11, 0, 7, 3]
    >>> parse_letter("E") is None
    True
    """
    match = _LETTER.match(text.strip())
    if match is None:
        return None
    sign = match["sign"] or {"plus": "+", "minus": "-"}.get((match["word"] or "").lower(), "")
    return LETTERS.get(match["letter"].upper() + sign)
