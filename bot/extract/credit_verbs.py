"""Credits around verbs and "as": "Ana plays Eve", "Eve, played by Ana", "Ana stars as Eve"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_as import read_as
from bot.extract.credit_pairs import pair_up
from bot.extract.credit_people import actor_right
from bot.extract.credit_roles import read_is, read_role
from bot.extract.credit_subjects import find_subjects, pronoun_subject
from bot.extract.credit_words import PERSON_NOUNS, PLAYED_BY, PLAYING, ROLE_NOUNS
from bot.extract.name_words import words
from bot.extract.names import FULL, Name
from bot.extract.noun_phrases import Phrase, is_person_noun, phrase_right
from bot.extract.noun_phrases_left import phrase_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_ADVERBS = words("here also again both all once simply brilliantly just always")
_BEFORE_PLAYED = words("is was are were and also being been has who which as here")
_BY_REACH = 5  # words between "played" and "by": "played to perfection by"

_TRIGGERS = PLAYED_BY | PLAYING | ROLE_NOUNS | words("as take is was makes made")


def read_verbs(page: Page) -> Iterator[Claim]:
    """Read every verb of playing, "played by" and "as".

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Katla, played by Ana Min, left. Bo Reed appears as Pine. Al Roe plays a girl named Eve.")
    >>> for c in read_verbs(page):
    ...     print(c.rule, "|", c.person, "|", page.text[c.phrase.start : c.phrase.end])
    character-played-by-actor | Ana Min | Katla
    actor-as-character | Bo Reed | Pine
    actor-plays-character | Al Roe | Eve
    """
    for index in page.spots(_TRIGGERS):
        token = page.tokens[index]
        word = token.lower
        if word in PLAYED_BY and (by := _by(page, index)):
            yield from _played_by(page, index, by)
        elif word in PLAYING:
            yield from _plays(page, index)
        elif word == "as":
            yield from read_as(page, index)
        elif (word in ROLE_NOUNS or word == "take") and not token.capital:
            yield from read_role(page, index)
        elif word in {"is", "was", "makes", "made"}:
            yield from read_is(page, index)


def _by(page: Page, index: int) -> int | None:
    """Give the index of the "by" that belongs to a participle."""
    for step in range(index + 1, min(index + 1 + _BY_REACH, len(page.tokens))):
        token = page.tokens[step]
        if token.edge or "(" in token.gap:
            return None
        if token.lower == "by":
            return step
        if page.name_of[step]:
            return None
    return None


def _played_by(page: Page, index: int, by: int) -> Iterator[Claim]:
    tokens = page.tokens
    found = actor_right(page, by + 1, single=True)
    if found is None:
        return
    name, person = found
    yield from _passive(page, index, name, person)
    second = name.last + 2
    if second < len(tokens) and tokens[second - 1].lower == "and" and not tokens[second].edge:
        other = page.name_of[second]
        if other and other.first == second and (whom := page.person(other, floor=FULL)):
            yield claim(page, "played-by", 0.7, other, whom)


def _passive(page: Page, index: int, name: Name, person: str) -> Iterator[Claim]:
    tokens = page.tokens
    step = index - 1
    while step >= 0 and index - step < 5 and (
        tokens[step].lower in _BEFORE_PLAYED
        or tokens[step].adverb
    ) and not tokens[step + 1].edge:  # fmt: skip
        step -= 1
    if (
        step < 0
        or tokens[step + 1].edge
        or tokens[step].lower in {"he", "she", "he's", "she's", "they", "it's", "it"}
    ):
        yield claim(page, "played-by", 0.7, name, person)
        return
    phrase = phrase_left(page, step)
    if phrase and phrase.name and phrase.name.words == name.words:
        phrase = None
    if phrase is None:
        yield claim(page, "played-by", 0.65, name, person)
        return
    yield claim(page, "character-played-by-actor", 0.96 if phrase.named else 0.85, name, person, phrase)


def _plays(page: Page, index: int) -> Iterator[Claim]:
    """Read "A plays C", "A, the star, plays C", "A and B play C and D", "She plays C"."""
    tokens = page.tokens
    step = index + 1
    while (
        step < len(tokens)
        and (tokens[step].lower in _ADVERBS or tokens[step].adverb)
        and not tokens[step].capital
    ):
        step += 1
    if step >= len(tokens) or tokens[step].edge:
        return
    reprised = tokens[index].lower.startswith("repris")
    if reprised or tokens[step].lower in {"role", "part"}:
        return  # "reprises his role as C": left to "as"
    phrase = phrase_right(page, step)
    if phrase and not phrase.named:
        phrase = _up_to_noun(page, phrase)
    if phrase is None:
        return
    subjects = find_subjects(page, index - 1)
    if len(subjects) > 1:
        yield from pair_up(page, subjects, phrase, "actors-play-characters")
        return
    subject = subjects[0] if subjects else pronoun_subject(page, index - 1)
    if subject is None:
        return
    if "respectively" in {token.lower for token in tokens[phrase.last + 1 : phrase.last + 8]}:
        yield claim(page, "actor-named", 0.7, subject.name, subject.person)
        return  # which of the characters is theirs can't be told
    confidence = min(0.93, subject.trust)
    if not phrase.named:
        confidence -= 0.05
    rule = "pronoun-plays-character" if subject.pronoun else "actor-plays-character"
    yield claim(page, rule, confidence, subject.name, subject.person, phrase)


def _up_to_noun(page: Page, phrase: Phrase) -> Phrase | None:
    """Cut a description behind the noun that says who it is: "a mother blinded by grief"."""
    tokens = page.tokens
    if _describes(tokens[phrase.last].lower):
        return phrase
    for step in range(phrase.last - 1, phrase.first, -1):
        if tokens[step].lower in PERSON_NOUNS:
            return phrase._replace(end=tokens[step].end, last=step)
    return None


def _describes(noun: str) -> bool:
    """Whether a noun tells whom somebody plays: "the character" doesn't."""
    return noun not in ROLE_NOUNS and is_person_noun(noun)
