"""Credits around verbs and "as": "Ana plays Eve", "Eve, played by Ana", "Ana stars as Eve"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_people import actor_right
from bot.extract.credit_subjects import Subject, find_subject, find_subjects, pronoun_subject
from bot.extract.credit_words import ACTING_SIGNS, NOT_BEFORE_AS, PLAYED_BY, PLAYING, ROLE_NOUNS
from bot.extract.name_words import words
from bot.extract.names import FULL, Name
from bot.extract.noun_phrases import Phrase, is_person_noun, phrase_left, phrase_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_ADVERBS = words("here also again both all once simply brilliantly just always")
_CLAUSE_VERBS = words("could would can did does do has had have will might may must is was were are")
_BEFORE_PLAYED = words("is was are were and also being been has who which as here")
_BE = words("is was are were looks seems feels")
_PRAISE = words("a an the very really truly always such just") | (ACTING_SIGNS - words("as back role part"))
_AND = re.compile(r",\ |,?\ and\ (?:(?:his|her|their|the)\ (?:[a-z-]{1,20}\ ){0,3})?")
_AGES = words("child kid boy girl teen teenager youngster adult")
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
            yield from _as(page, index)
        elif (word in ROLE_NOUNS or word == "take") and not token.capital:
            yield from _role_of(page, index)
        elif word in {"is", "was", "makes", "made"}:
            yield from _is(page, index)


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
    if phrase is None or not (phrase.named or _describes(tokens[phrase.last].lower)):
        return
    subjects = find_subjects(page, index - 1)
    if len(subjects) > 1:
        yield from _pairs(page, subjects, phrase, "actors-play-characters")
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


def _describes(noun: str) -> bool:
    """Whether a noun tells whom somebody plays: "the character" doesn't."""
    return noun not in ROLE_NOUNS and is_person_noun(noun)


def _pairs(page: Page, subjects: list[Subject], phrase: Phrase, rule: str) -> Iterator[Claim]:
    """Pair actors with characters in order ("A and B play C and D, respectively")."""
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


def _as(page: Page, index: int) -> Iterator[Claim]:
    """Read "A as C", "A stars in the film as C", "A is great as C"."""
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
    claims = list(_pairs(page, subjects, phrase, "actors-as-characters"))
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


def _role_of(page: Page, index: int) -> Iterator[Claim]:
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
        yield from _pairs(page, subjects, phrase, "actors-play-characters")
    elif subjects:
        yield claim(page, "actor-in-role-of-character", 0.85, subjects[0].name, subjects[0].person, phrase)


def _is(page: Page, index: int) -> Iterator[Claim]:
    """Read "A is C": only a full name right before, and a proper name right behind."""
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
