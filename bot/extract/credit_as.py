"""Credits around "as": "A as C", "A stars in the film as C", "A and B are fine as C and D"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_pairs import pair_up
from bot.extract.credit_subjects import find_subject, find_subjects, pronoun_subject
from bot.extract.credit_words import ACTING_SIGNS, NOT_BEFORE_AS
from bot.extract.name_words import words
from bot.extract.names import FULL
from bot.extract.noun_phrases import Phrase, is_person_noun, phrase_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_CLAUSE_VERBS = words("could would can did does do has had have will might may must is was were are")
_BE = words("is was are were looks seems feels")
_AND = re.compile(r",\ |,?\ and\ (?:(?:his|her|their|the)\ (?:[a-z-]{1,20}\ ){0,3})?")
_AGES = words("child kid boy girl teen teenager youngster adult")


def read_as(page: Page, index: int) -> Iterator[Claim]:
    """Read "A as C", "A stars in the film as C", "A is great as C".

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Bo Reed stars in the film as Pine.")
    >>> [(c.person, c.rule) for c in read_as(page, 6)]
    [('Bo Reed', 'actor-as-character')]
    """
    tokens = page.tokens
    if (
        not index
        or index + 1 >= len(tokens)
        or tokens[index + 1].edge
        or tokens[index].gap.strip() not in {"", ",", ")", "),"}
    ):
        return
    if tokens[index - 1].lower in NOT_BEFORE_AS and not _cast_word(page, index):
        return
    following = tokens[index + 1].lower
    inverted = following in {"is", "does", "did", "was", "are"}
    if inverted:  # "as is Judith Barr as Ann": the next "as" reads it
        return
    phrase = phrase_right(page, index + 1)
    if phrase is None or (index > 1 and tokens[index - 2].lower == "as") or _is_clause(page, phrase):
        return
    subject = find_subject(page, index - 1, reach=16)
    if subject is None or subject.name.last == index:
        if tokens[index - 1].lower in {"role", "performance", "turn", "part"}:
            subject = pronoun_subject(page, index - 1)
        if subject is None:
            return
    pairs = list(_parallel(page, index, phrase))
    if pairs:
        yield from pairs
        return
    between = {tokens[step].lower for step in range(subject.name.last + 1, index)}
    if between & {"he", "she", "they", "such"}:
        return
    direct = subject.name.last == index - 1 or subject.skipped
    if direct:
        confidence = 0.8
    elif between & ACTING_SIGNS:
        confidence = 0.78
    elif (
        tokens[subject.name.last + 1].lower in _BE
        and len(between) < 8
        and (len(subject.name.words) == 1 or subject.name.score >= FULL)
    ):
        confidence = 0.75
    else:
        confidence = 0.35
    if not phrase.named:
        noun = tokens[phrase.last].lower
        young = (
            noun in _AGES and phrase.last - phrase.first < 2 and tokens[phrase.first].lower == "a"
        )  # "was cast aside by Ben as a child"
        if (between & ACTING_SIGNS or direct) and is_person_noun(noun) and subject.full and not young:
            yield claim(page, "actor-as-description", confidence - 0.1, subject.name, subject.person, phrase)
        return
    yield claim(
        page, "actor-as-character", min(confidence, subject.trust), subject.name, subject.person, phrase
    )


def _parallel(page: Page, index: int, phrase: Phrase) -> Iterator[Claim]:
    """Read "A and B are fine as C and D": as many characters as actors, with nothing but "and" or commas."""
    tokens = page.tokens
    behind = phrase.last + 1
    if not phrase.named or behind >= len(tokens) or tokens[behind].edge:
        return
    if tokens[behind].lower != "and" and not (tokens[behind].gap == ", " and page.name_of[behind]):
        return
    subjects = find_subjects(page, index - 1)
    first = subjects[0].name.first if subjects else 0
    if len(subjects) < 2 or (first and tokens[first - 1].lower == "as"):
        return
    claims = list(pair_up(page, subjects, phrase, "actors-as-characters"))
    phrases = [one.phrase for one in claims if one.phrase and one.phrase.named]
    if len(phrases) != len(subjects):
        return
    gaps = [page.view[one.end : two.start] for one, two in pairwise(phrases)]
    after = phrases[-1].last + 1
    follows = tokens[after] if after < len(tokens) and not tokens[after].edge else None
    if follows and (follows.lower in {"as", "plays", "and"} or follows.gap.lstrip().startswith("(")):
        return  # the last name is the next actor's
    if all(_AND.fullmatch(gap) for gap in gaps):
        yield from claims


def _is_clause(page: Page, phrase: Phrase) -> bool:
    """Whether "as" begins a clause, not a role: "as Lubitsch could make it"."""
    following = page.tokens[phrase.last + 1] if phrase.last + 1 < len(page.tokens) else None
    return following is not None and following.lower in _CLAUSE_VERBS and following.gap == " "


def _cast_word(page: Page, index: int) -> bool:
    """Whether "great as C" or "best as C" follows "is": praise of a player, not a comparison."""
    before = page.tokens[index - 1].lower
    if before not in ACTING_SIGNS:
        return False
    return index < 2 or page.tokens[index - 2].lower != "as"
