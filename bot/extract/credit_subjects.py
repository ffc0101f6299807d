"""Who does it: the actors before a verb or "as", and the person that "he" or "she" stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.extract.credit_words import HE, SHE
from bot.extract.name_lists import name_lists
from bot.extract.names import FULL, Name, Token

if TYPE_CHECKING:
    from bot.extract.credit_page import Page

_REACH = 22  # words between an actor and the verb
_OPENING = 30  # words of a sentence that may hold whom the next one's pronoun means


class Subject(NamedTuple):
    """An actor found beside a verb."""

    name: Name
    person: str
    trust: float  # the most that a rule may trust this subject, 0 to 1
    skipped: bool = False  # nothing but a bracket or an apposition lies between
    pronoun: bool = False
    full: bool = True  # the person's full name is known


def find_subject(page: Page, index: int, *, reach: int = _REACH) -> Subject | None:
    """Find the nearest actor at or left of token ``index`` in its sentence, over brackets and appositions."""
    tokens = page.tokens
    step = index
    floor = max(-1, index - reach)
    depth, commas, crossed = 0, 0, False
    while step > floor:
        following = tokens[step + 1] if step + 1 < len(tokens) else None
        if following is not None:
            if following.edge and step < index + 1 and step + 1 <= index + 1 and depth == 0:
                return None
            depth += following.gap.count(")") - following.gap.count("(")
            if depth < 0:
                depth = 0  # the verb stands inside the bracket: "A (who plays C)"
            if depth == 0:
                commas += following.gap.startswith(",")
                if ";" in following.gap or ":" in following.gap:
                    return None
        if depth > 0:
            crossed = True
            step -= 1
            continue
        name = page.name_of[step]
        if name is not None:
            person = page.person(name)
            full = person is not None
            if person is None and step == index:
                person = page.surname(name)
            if person is not None and not _is_object(page, name):
                near = index - name.last
                trust = 0.95 if near <= 1 or crossed else 0.88 if near <= 8 else 0.78
                if name.score < FULL and len(name.words) > 1:
                    trust -= 0.08
                skipped = crossed and near <= 14 and commas <= 1 and _only_bracket(tokens, name.last, index)
                return Subject(name, person, trust, skipped, full=full)
            step = name.first - 1
            continue
        step -= 1
    return None


def _only_bracket(tokens: list[Token], last: int, index: int) -> bool:
    """Whether nothing but one bracket lies between a name and the word behind token ``index``."""
    if last + 1 > index or index + 1 >= len(tokens):
        return False
    return tokens[last + 1].gap.strip().startswith("(") and tokens[index + 1].gap.lstrip(".!").startswith(")")


def _is_object(page: Page, name: Name) -> bool:
    """Whether a preposition of place or origin right before a name keeps it from being the subject."""
    if not name.first or page.tokens[name.first].edge:
        return False
    before = page.tokens[name.first - 1].lower
    return before in {
        "about",
        "against",
        "after",
        "opposite",
        "alongside",
        "unlike",
        "like",
        "directed",
        "to",
    }


def find_subjects(page: Page, index: int, *, owning: bool = False) -> list[Subject]:
    """Find one actor, or all of "A, B and C" right before token ``index + 1``."""
    subject = find_subject(page, index)
    if subject is None:
        return []
    if owning and not subject.name.owns:
        near = index - subject.name.last
        if near > 8:
            return []
    subjects = [subject]
    tokens = page.tokens
    while len(subjects) < 5:
        first = subjects[0].name.first
        if first < 2 or tokens[first].edge:
            break
        joined = (tokens[first - 1].lower == "and" and "(" not in tokens[first - 1].gap) or (
            tokens[first].gap == ", " and len(subjects) > 1
        )
        left = page.name_of[first - 2] if tokens[first - 1].lower == "and" else page.name_of[first - 1]
        if tokens[first].gap.strip() == "&":
            joined, left = True, page.name_of[first - 1]
        if not joined or left is None or tokens[first - 1].edge:
            break
        person = page.person(left)
        if person is None:
            break
        subjects.insert(0, Subject(left, person, 0.85))
    return subjects


def pronoun_subject(page: Page, index: int) -> Subject | None:
    """Find whom "she" before token ``index + 1`` stands for: somebody of this sentence or the two before.

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Ana Smith is good. She plays Eve.")
    >>> pronoun_subject(page, 4).person
    'Ana Smith'
    """
    tokens = page.tokens
    pronoun = None
    for step in range(index, max(-1, index - 4), -1):
        if tokens[step].lower in HE or tokens[step].lower in SHE:
            pronoun = step
            break
        if tokens[step].edge or page.name_of[step]:
            break
    if pronoun is None:
        return None
    women = tokens[pronoun].lower in SHE
    begin = page.sentence_start(pronoun)
    for start, end in _sentences_before(page, begin, pronoun):
        for step in range(start, min(end, start + _OPENING)):
            name = page.name_of[step]
            if name is None or name.first < step:
                continue
            person = page.person(name, floor=FULL)
            if person and _may_be(person, women=women) and not _is_object(page, name):
                return Subject(name, person, 0.82, pronoun=True)
    return None


def _sentences_before(page: Page, begin: int, pronoun: int) -> list[tuple[int, int]]:
    """Give this sentence up to the pronoun, then the two before it, as ranges of tokens."""
    ranges = [(begin, pronoun)]
    end = begin
    for _ in range(2):
        if not end:
            break
        start = page.sentence_start(end - 1)
        ranges.append((start, end))
        end = start
    return ranges


def _may_be(person: str, *, women: bool) -> bool:
    """Whether a person's first name fits the pronoun; a name for both, or an unknown one, fits."""
    first = person.split()[0].lower()
    lists = name_lists()
    return first not in (lists.male if women else lists.female)
