"""Credits around nouns of acting and "is": "A in the role of C", "A's portrayal of C", "A is C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_pairs import pair_up
from bot.extract.credit_subjects import find_subjects
from bot.extract.credit_words import ACTING_SIGNS
from bot.extract.name_words import words
from bot.extract.names import FULL
from bot.extract.noun_phrases import phrase_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_PRAISE = words("a an the very really truly always such just") | (ACTING_SIGNS - words("as back role part"))


def read_role(page: Page, index: int) -> Iterator[Claim]:
    """Read "A in the role of C", "A's portrayal of C", "A's character, C"."""
    tokens = page.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].edge:
        return
    of = tokens[index + 1].lower == ("on" if tokens[index].lower == "take" else "of")
    character = tokens[index].lower == "character" and tokens[index + 1].gap in {", ", " "}
    if character and not page.name_of[index + 1]:
        return
    if not of and not character:
        return
    phrase = phrase_right(page, index + 1 + of)
    if phrase is None or not phrase.named:
        return
    if character:
        owner = page.name_of[index - 1] if index else None
        person = page.person(owner) if owner and owner.owns else None
        if owner and person:
            yield claim(page, "actors-character-named", 0.88, owner, person, phrase)
        return
    subjects = find_subjects(page, index - 1, owning=True)
    if len(subjects) > 1:
        yield from pair_up(page, subjects, phrase, "actors-play-characters")
    elif subjects:
        yield claim(page, "actor-in-role-of-character", 0.85, subjects[0].name, subjects[0].person, phrase)


def read_is(page: Page, index: int) -> Iterator[Claim]:
    """Read "A is C", "A makes a great C": a full name right before, a proper name right behind.

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Bo Reed is a great Max Pine.")
    >>> [(c.person, c.phrase.name.text) for c in read_is(page, 2)]
    [('Bo Reed', 'Max Pine')]
    """
    tokens = page.tokens
    name = page.name_of[index - 1] if index else None
    if (
        name is None
        or name.score < FULL
        or name.owns
        or tokens[index].gap not in {" ", "\n"}
        or index + 1 >= len(tokens)
    ):
        return
    person = page.person(name, floor=FULL)
    if person is None or tokens[index + 1].edge:
        return
    phrase = phrase_right(page, index + 1, reach=10)
    if (
        phrase
        and phrase.named
        and phrase.name
        and not phrase.name.owns
        and "," not in page.view[name.end : phrase.start]
    ):
        plainly = tokens[index].lower == "is" and phrase.first == index + 1  # not "was", nor "is now"
        between = {token.lower for token in tokens[index + 1 : phrase.name.first]}
        praised = len(between) > 1 and not between - _PRAISE  # "is a great Lex Luthor"
        if not praised and tokens[index].lower in {"makes", "made"}:
            return
        confidence = 0.75 if praised else 0.7 if plainly and phrase.name.score >= FULL else 0.4
        yield claim(page, "actor-is-character", confidence, name, person, phrase)
