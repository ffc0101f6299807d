"""Credits without a verb: "Ian McShane's Winston", "Katie, Margot Grahame,", and actors alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_people import names_right
from bot.extract.credit_words import ACTOR_NOUNS, FILM_NOUNS, OWNED_WORKS, PHRASE_STOPS, RELATIONS
from bot.extract.name_lists import name_lists
from bot.extract.name_words import FUNCTION_WORDS, NOT_PEOPLE, PARTICLES, words
from bot.extract.names import FULL, POSSIBLE, Name
from bot.extract.noun_phrases import Phrase, is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_TRUST = (0.9, 0.7, 0.4, 0.4, 0.4)  # by the number of plain words between
_UNHEARD = 0.2  # a word that is nobody's name elsewhere: likelier a work or a place ("Robert Ames's Harbour")
_NAMED_ONCE = 0.55  # "David Lynch's Elephant Man": as often a film
_ADJECTIVES = 4  # plain words allowed between an actor's name and the character's
_STARRING = words(
    """
    starring stars star featuring features cast actors actresses include includes including co-starring
    """
)
_FILMS = words("films movies works titles classics flicks sequels")
_INCLUDING = words("include includes including features featuring")
_LIST_ENDS = words("who which that in as directed with for is was when on at")
_OF_ACTORS = words(
    """
    stars star composed consisting consists made comprised cast casts likes talents performance performances
    appearance appearances cameo cameos turn turns work those standouts
    """
)
"""Words before "of" or "from" that actors still follow: "a cast composed of A", "a cameo from A"."""
_PERFORMING = words("performance performances acting portrayal turn turns cameo cameos presence")


def read_possessives(page: Page) -> Iterator[Claim]:
    """Read "A's C".

    >>> from bot.extract.credit_page import Page
    >>> page = Page("They visit Alan Corwin's Victor Hale and Edgar Barton’s kindly Moss.")
    >>> [(c.person, page.text[c.phrase.start:c.phrase.end]) for c in read_possessives(page)]
    [('Alan Corwin', 'Victor Hale'), ('Edgar Barton', 'Moss')]
    """
    tokens = page.tokens
    for owner in page.names:
        if not owner.owns:
            continue
        person = page.person(owner, floor=FULL)
        if person is None:
            continue
        step = owner.last + 1
        limit = min(len(tokens), step + _ADJECTIVES)
        while (
            step < limit
            and page.name_of[step] is None
            and not tokens[step].edge
            and tokens[step].gap in {" ", ", "}
        ):
            word = tokens[step].lower
            if (
                word in FILM_NOUNS
                or word in RELATIONS
                or word.rpartition("-")[2] in RELATIONS
                or word in FUNCTION_WORDS
                or word in PHRASE_STOPS
                or tokens[step].capital
            ):
                break
            step += 1
        name = page.name_of[step] if step < len(tokens) else None
        if any(t.lower in _PERFORMING for t in tokens[owner.last + 1 : step + 1]):
            yield claim(page, "actors-performance", 0.88, owner, person)
            continue
        if (
            name is None
            or name.first != step
            or tokens[step].edge
            or tokens[step].gap not in {" ", ' "', " '"}
        ):
            continue
        if not _can_be_owned(page, owner, name, step):
            continue
        phrase = Phrase(name.start, name.end, name.first, name.last, named=True, name=name)
        particle = name.words[0] in PARTICLES
        trust = _TRUST[step - owner.last - 1]
        if len(name.words) == 1 and page.occurrences(name) < 2 and not _is_name_word(name.words[0]):
            trust = min(trust, _UNHEARD)
        elif len(name.words) > 1 and page.occurrences(name) < 2 and name.score < FULL and not particle:
            trust = min(trust, _NAMED_ONCE)
        yield claim(page, "actors-character", trust, owner, person, phrase)


def _is_name_word(word: str) -> bool:
    """Whether a word is somebody's name, or what somebody is ("the Chancellor")."""
    lists = name_lists()
    return word in lists.first or word in lists.last or is_person_noun(word)


def _can_be_owned(page: Page, owner: Name, name: Name, step: int) -> bool:
    """Tell a character from a film, a book or a place that somebody owns."""
    if page.is_title(name) or page.is_own_title(name) or name.owns or not page.may_be_character(name):
        return False
    tokens = page.tokens
    if name.words[0] == "the" or tokens[step].lower == "the":
        return False
    if len(name.words) > 3 or tokens[step].lower in NOT_PEOPLE:
        return False
    if len(name.words) > 1 and name.words[-1] in _PERFORMING | FILM_NOUNS:
        return False  # "Career-Defining Performance": a heading
    if (
        name.last + 1 < len(tokens)
        and tokens[name.last + 1].lower in OWNED_WORKS
        and not tokens[name.last + 1].edge
    ):
        return False
    after = page.view[name.end : name.end + 2]
    return not after.startswith((":", ' "')) and page.person(name, floor=0.95) != page.person(owner)


def read_appositions(page: Page) -> Iterator[Claim]:
    """Read "Katie, Margot Grahame,": a weak rule."""
    tokens = page.tokens
    for character, actor in zip(page.names, page.names[1:], strict=False):
        if (
            actor.first != character.last + 1
            or tokens[actor.first].gap != ", "
            or character.owns
            or actor.owns
        ):
            continue
        if (
            actor.score < FULL
            or len(character.words) > 1
            or page.is_title(character)
            or tokens[actor.first].edge
        ):
            continue
        after = page.view[actor.end : actor.end + 2]
        if after not in {", ", ") "} or actor.last + 1 >= len(tokens) or page.name_of[actor.last + 1]:
            continue
        before = tokens[character.first - 1].lower if character.first else ""
        if tokens[character.first].gap.startswith(",") or before in {"and", "in", "of", "from", "at"}:
            continue
        if tokens[actor.last + 1].lower in {"and", "or"}:
            continue
        person = page.person(actor, floor=FULL)
        if person and page.may_be_character(character):
            phrase = Phrase(
                character.start, character.end, character.first, character.last, named=True, name=character
            )
            yield claim(page, "character-comma-actor", 0.3, actor, person, phrase)


def read_cast_lists(page: Page) -> Iterator[Claim]:
    """Read actors without a character: "starring A, B and C", "actors include A", "actress A".

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Returning actors include Alan Corwin, and the late Edgar Barton, who help.")
    >>> [c.person for c in read_cast_lists(page)]
    ['Alan Corwin', 'Edgar Barton']
    """
    tokens = page.tokens
    for index in page.spots(_STARRING | ACTOR_NOUNS):
        token = tokens[index]
        if (run := page.name_of[index]) and len(run.words) > 1:
            continue  # "Star Wars"
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.lower in _STARRING and not (following and following.lower in _STARRING):
            cast = _of_cast(page, index)
            if (following and following.lower == "and") or (not cast and _of_films(page, index)):
                continue  # "Bo stars and Al directs", "films including Night Sky"
            if token.lower != "star" or (following and (page.name_of[index + 1] or ":" in following.gap)):
                yield from _list(page, index + 1, cast=cast)
        elif token.lower in ACTOR_NOUNS and index + 1 < len(tokens):
            name = page.name_of[index + 1]
            if (
                name
                and name.first == index + 1
                and tokens[index + 1].gap == " "
                and (person := page.person(name, floor=FULL))
            ):
                yield claim(page, "actor-noun", 0.72, name, person)


_APPEARING = words("appear appears appeared cameos star stars co-stars")


def read_appearances(page: Page) -> Iterator[Claim]:
    """Read "A appears", "A briefly appears"."""
    tokens = page.tokens
    for index in page.spots(_APPEARING):
        token = tokens[index]
        if token.edge or not index:
            continue
        step = index - 1
        while (step > index - 3 and step > 0 and tokens[step].adverb) or tokens[step].lower == "also":
            step -= 1
        name = page.name_of[step]
        if name and name.last == step and not name.owns and (person := page.person(name, floor=FULL)):
            yield claim(page, "actor-appears", 0.85, name, person, until=token.end)


def _listed(page: Page, name: Name) -> bool:
    """Whether a name of two words stands in a plain list."""
    return (
        len(name.words) > 1
        and len(name.words[-1]) > 1
        and page.tokens[name.first].gap in {" ", ", ", " & ", ", & "}
    )


def read_performances(page: Page) -> Iterator[Claim]:
    """Read "performances from A and B".

    >>> from bot.extract.credit_page import Page
    >>> page = Page("It boasts standout performances from Michael Dean and Ana Cole. A turn of Bo Lee.")
    >>> [c.person for c in read_performances(page)]
    ['Michael Dean', 'Ana Cole']
    """
    tokens = page.tokens
    for index in page.spots(_PERFORMING):
        if index + 2 >= len(tokens) or tokens[index + 1].lower not in {"from", "by"}:
            continue
        if tokens[index + 1].edge or tokens[index + 2].edge:
            continue
        for name, person in names_right(page, index + 2, reach=6, floor=FULL):
            yield claim(page, "performance-by", 0.92, name, person)


def _of_cast(page: Page, index: int) -> bool:
    """Whether a word speaks of the cast: "starring", "the cast includes", not "moments include"."""
    tokens = page.tokens
    if tokens[index].lower not in _INCLUDING:
        return True
    return any(token.lower in _STARRING - _INCLUDING for token in tokens[max(0, index - 4) : index])


def _of_films(page: Page, index: int) -> bool:
    """Whether the words before "including" speak of several films."""
    return page.tokens[index].lower.startswith("includ") and any(
        token.lower in _FILMS for token in page.tokens[max(page.sentence_start(index), index - 8) : index]
    )


def _list(page: Page, index: int, *, cast: bool) -> Iterator[Claim]:
    """Read a list of actors behind a word that speaks of the ``cast``, or may include anything."""
    tokens = page.tokens
    step, limit, plain = index, min(len(tokens), index + 60), 0
    before = -2  # the last actor's last token
    listed = False  # an actor stands right before: an unknown name in the same list is another's
    while step < limit and not tokens[step].edge and plain < 6:
        if ";" in tokens[step].gap or "—" in tokens[step].gap:
            return
        name = page.name_of[step]
        if name is None:
            word = tokens[step].lower
            if word in _LIST_ENDS or word in _STARRING:
                return
            if word in {"of", "from"} and tokens[step - 1].lower not in _OF_ACTORS:
                return
            listed = listed and word == "and"
            plain += 1
            step += 1
            continue
        if name.owns or (tokens[step].lower in _STARRING and len(name.words) == 1):
            return
        person = page.person(name, floor=POSSIBLE if listed and _listed(page, name) else FULL)
        listed = person is not None and plain == 0
        if person and cast and "(" in tokens[name.first].gap and step - 1 == before:
            step = name.last + 1
            continue  # the character of the actor before the bracket
        if person:
            plain, before = 0, name.last
            yield claim(page, "cast-list", 0.82 if cast else 0.65, name, person, order="list" if cast else "")
        elif page.is_title(name):
            return
        step = name.last + 1
