"""What speaks for a printed score: the words around it make it the review's verdict, or a category's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract.score_rejections import REJECTIONS
from bot.extract.score_surroundings import MARKS
from bot.extract.score_vocabulary import (
    CATEGORY_WORDS,
    FILM_NOUNS,
    OVERALL_LABELS,
    RATING_NOUNS,
    RATING_WORDS,
    USUAL_SCALES,
)
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extract.score_surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Claim:
    """That a printed score is a verdict; its rank, 1 to 6, says how plainly the surroundings put it."""

    name: str
    rank: int
    confidence: float
    category: str | None = None  # the review's own label where it isn't the overall verdict


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE | re.IGNORECASE)


_SEPARATED = _pattern(r"[:=|]|-[ ]?[(\[*]*[ ]?$|[ ]-+[ ]?")
_COLON_AT_END = _pattern(r"[:=|-][ *(\[]*$")
_DIGIT = _pattern(r"\d")
_WORDS = _pattern(r"[a-z][\w'&/-]*")
_OVERALL_AFTER = _pattern(r"^[ ,(-]{0,3}(?:overall|in[ ]total|all[ ]in[ ]all)\b")

_RATING_LABEL = _pattern(
    rf"""\b{RATING_WORDS}\b[^.!?\n:=]{{0,50}}?[ ]?[:=|][\s:"'*\-(\[{{]*
    (?:an?[ ]|only[ ]|just[ ]|about[ ])*$"""
)
_RATING_DIRECTLY = _pattern(
    rf"""(?:^|\b(?:my|our|final|overall|official|the|personal|'s)[ ])
    (?:\w+[ ])?{RATING_NOUNS}[ ]?[-(\[*"' ]*$"""
)
_RATING_IS = _pattern(
    rf"""\b{RATING_WORDS}\b[^.!?\n:=]{{0,60}}?
    [ ](?:is|of|at|as|to|down[ ]to|it|gets|remains|would[ ]be)[ ](?:[\w'-]{{1,12}}[ ]){{0,3}}$"""
)
_VERB = _pattern(
    r"""\b(?:give|gives|giving|gave|given|rate|rates|rated|rating|award|awards|awarded|grade|graded
    |score|scores|scored|get|gets|getting|got|earn|earns|earned|receive|receives|assign|granted|call
    |(?P<weak>deserve|deserves|deserved|merit|merits|warrants))\b(?P<object>[^.!?\n]{0,90})$"""
)
_PART_OF_IT = _pattern(
    rf"""\bthe[ ](?:\w+[ ])?(?P<part>{"|".join(sorted(CATEGORY_WORDS))}|coverage|first|second|last|half)\b
    (?![ ]{FILM_NOUNS})"""
)
_LABEL_AFTER = _pattern(
    r"""^[ ]?[-:(]?[ ]?(?:for[ ](?:the[ ]|its[ ])?)?(?P<label>[a-z][a-z' -]{1,30}?)(?:[ ](?:score|rating))?
    [ ]?(?=[,.;)\n!]|$)"""
)
_QUALIFIED = _pattern(
    r"""^[ ]\(?(?P<label>(?!my\b|our\b|imdb\b|the\b)[a-z][\w'-]{1,20}(?:[ ][a-z][\w'-]{1,14})?
    [ ](?:rating|score))(?=[),.;]|$)"""
)
_SENTENCE_CLOSES = re.compile(
    r"""^[ ]?(?:$|[.,;:!?)\]}*\-"]|\(|[A-Z]|(?:for|because|from|only|simply|solely|with|and|but|if|in|as|on
    |at
    |http|overall|just|by|purely|mainly|rounded|due)\b)""",
    re.VERBOSE,
)
_IN_HEADLINES = frozenset(("stars", "full-and-empty-stars", "stars-of", "letter-in-brackets", "slash"))
_SENTENCE_OPENS = _pattern(r"""(?:^|[.!?…)\]*:"'-])[ ]?[-(\[{*"' ]*$""")


def _label_before(s: Surroundings) -> str | None:
    """The words between the sentence's or line's start and the score, or the line above it."""
    label = (s.before if s.line.strip(MARKS) else s.previous).strip(MARKS + ",")
    return label if label and not label.endswith((".", "!", "?")) and not _DIGIT.search(label) else None


def _is_overall(label: str) -> bool:
    words = fold(label).split()
    return any(" ".join(words[-n:]) in OVERALL_LABELS for n in range(1, min(4, len(words)) + 1))


def _overall(s: Surroundings) -> Claim | None:
    """Overall: 7.5/10; final verdict, 4 stars; 4/10 overall."""
    label = _label_before(s)
    if label and _is_overall(label) and (_SEPARATED.search(s.line) or len(label.split()) <= 4):
        return Claim("overall", 6, 0.99)
    if _OVERALL_AFTER.match(s.after):
        return Claim("overall", 6, 0.97)
    return None


def _category(s: Surroundings) -> Claim | None:
    """Story: 7/10; Acting 3 of 5; 7/10 for acting."""
    label = _label_before(s)
    if label and len(label) <= 40 and len(_WORDS.findall(label)) <= 4 and not _is_overall(label):
        separated = not s.line.strip(MARKS) or bool(_SEPARATED.search(s.before))
        words = set(fold(label).split())
        if words & CATEGORY_WORDS and (separated or len(words) == 1):
            return Claim("category", 5, 0.95, label)
    qualified = _QUALIFIED.match(s.after)
    if qualified and not _is_overall(qualified["label"]):
        return Claim("category-after", 5, 0.85, qualified["label"])
    after = _LABEL_AFTER.match(s.after)
    if after is None or _VERB.search(s.before):
        return None
    words = set(fold(after["label"]).split())
    named = len(words) <= 3 and words & CATEGORY_WORDS
    return Claim("category-after", 4, 0.85, after["label"].strip()) if named else None


def _rating_label(s: Surroundings) -> Claim | None:
    """Rating: 4/5; my score: 7; Grade: B+; "Our rating" on the line above."""
    labels = (_RATING_LABEL, s.before), (_RATING_LABEL, s.line[-60:]), (_RATING_DIRECTLY, s.before)
    if any(pattern.search(text) for pattern, text in labels):
        return Claim("label", 5, 0.99)
    if not s.line.strip(MARKS) and len(s.previous) <= 40 and _RATING_DIRECTLY.search(s.previous.rstrip(": ")):
        return Claim("label-above", 5, 0.98)
    return None


def _box_line(s: Surroundings) -> Claim | None:
    """A short line "Words - 8.5/10": a category if the box has others, else the film's title."""
    label = s.line.strip(MARKS)
    if not label or len(label) > 40 or len(_WORDS.findall(label)) > 5 or s.after.strip(" .*-)]}|"):
        return None
    return Claim("box-line", 4, 0.8, label) if _COLON_AT_END.search(s.line) else None


def _rating_is(s: Surroundings) -> Claim | None:
    """My rating of the film is 4 out of 10; a rating of 3."""
    return Claim("rating-is", 4, 0.95) if _RATING_IS.search(s.before) else None


def _given(s: Surroundings) -> Claim | None:
    """I give it 7 out of 10; this gets a B+; rated this one 9/10."""
    match = _VERB.search(s.before)
    if match is None:
        return None
    if match["weak"]:
        return Claim("deserved", 3, 0.92)
    part = _PART_OF_IT.search(match["object"])
    if part is None:
        return Claim("given", 4, 0.98)
    of_a_category = part["part"].lower() in CATEGORY_WORDS
    return Claim("part", 2 if of_a_category else 0, 0.7, part["part"])


def _headline(s: Surroundings) -> Claim | None:
    """Salt Road ★★★½, over a review."""
    label = s.line.strip(MARKS)
    alone = (
        s.previous in {"", label}
        and not s.after.strip(" .,*-)]}|\"'")
        and 0 < len(_WORDS.findall(s.line)) <= 20
    )
    return Claim("headline", 3, 0.93) if alone and s.printed.notation.name in _IN_HEADLINES else None


def _own_line(s: Surroundings) -> Claim | None:
    """A line that holds the score and nothing else."""
    if s.line.strip(MARKS):
        return None
    if not s.after.strip(" .,!*-)]}|\"'"):
        return Claim("own-line", 4, 0.98)
    return Claim("line-start", 3, 0.96) if _SENTENCE_CLOSES.match(s.after) else None


def _own_sentence(s: Surroundings) -> Claim | None:
    """... worth a watch. 7 out of 10."""
    if _SENTENCE_OPENS.search(s.line) and _SENTENCE_CLOSES.match(s.after):
        return Claim("own-sentence", 3, 0.97)
    return None


def _line_end(s: Surroundings) -> Claim | None:
    """... to sit through 3/10, at a paragraph's end."""
    rest = s.after.strip(" .,!*-)]}\"'")
    return Claim("line-end", 2, 0.9) if not rest and s.printed.scale else None


def _prose(s: Surroundings) -> Claim | None:
    """It is every inch a ten out of ten: a usual scale in running words."""
    return Claim("prose", 1, 0.8) if s.printed.scale in USUAL_SCALES else None


CLAIMS: tuple[Callable[[Surroundings], Claim | None], ...] = (
    _overall,
    _category,
    _rating_label,
    _rating_is,
    _given,
    _box_line,
    _headline,
    _own_line,
    _own_sentence,
    _line_end,
    _prose,
)
"""Tried in this order; the first that holds speaks for the score."""


def judge(s: Surroundings) -> Claim | None:
    """Decide what a printed score is, or None where it is no verdict of this review.

    >>> from bot.extract.score_printed import find_printed
    >>> from bot.extract.score_surroundings import surroundings
    >>> def said(view):
    ...     claim = judge(surroundings(view, find_printed(view)[0], 0))
    ...     return claim and claim.name
    >>> said("Rating: 4/5"), said("I give it 7 of 10."), said("IMDb says 7.8/10"), said("Better than a 9/10.")
    ('label', 'given', None, None)
    """
    claim = next((claim for find in CLAIMS if (claim := find(s))), None)
    if claim is None or claim.rank < s.printed.notation.floor:
        return None
    labelled = claim.rank >= 5
    if any(rejects(s) for rejects, overrules_label in REJECTIONS if overrules_label or not labelled):
        return None
    return claim
