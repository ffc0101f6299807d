"""Several actors and as many characters, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.noun_phrases import Phrase, phrase_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page
    from bot.extract.credit_subjects import Subject


def pair_up(page: Page, subjects: list[Subject], phrase: Phrase, rule: str) -> Iterator[Claim]:
    """Pair actors with characters in order ("A and B play C and D, respectively").

    >>> from bot.extract.credit_page import Page
    >>> from bot.extract.credit_subjects import find_subjects
    >>> page = Page("Ana Cole and Bo Reed play Eve and Max.")
    >>> pairs = pair_up(page, find_subjects(page, 4), phrase_right(page, 6), "rule")
    >>> [(c.person, c.phrase.name.text) for c in pairs]
    [('Ana Cole', 'Eve'), ('Bo Reed', 'Max')]
    """
    phrases = [phrase]
    tokens = page.tokens
    while len(phrases) < len(subjects):
        step = phrases[-1].last + 1
        limit = min(len(tokens), step + 8)
        while step < limit and not tokens[step].edge and tokens[step].lower != "and" and not (
            tokens[step].gap == ", " and page.name_of[step]
        ):  # fmt: skip
            step += 1
        if step >= limit or tokens[step].edge:
            break
        following = phrase_right(page, step + (tokens[step].lower == "and"))
        if following is None:
            break
        phrases.append(following)
    if len(phrases) == len(subjects):
        for subject, one in zip(subjects, phrases, strict=True):
            yield claim(page, rule, 0.85 if one.named else 0.7, subject.name, subject.person, one)
    else:
        for subject in subjects:
            yield claim(page, "actor-named", 0.7, subject.name, subject.person)
