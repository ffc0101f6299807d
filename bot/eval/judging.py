"""When a fact counts as right: the judgement of the evaluation folder's scorer, for use in process."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.extract.name_words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_STOP = words(
    """
    the a an of and or in to at on for with mr mrs ms miss dr doctor sir lady lord king queen captain detective
    agent professor father mother sister brother uncle aunt young old man woman boy girl self himself herself
    """
)
_POSSESSIVE = re.compile(r"[’']s\b")
_NOT_PLAIN = re.compile(r"[^a-z0-9 ]+")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_ON_TEN_POINTS = 5.01  # percent: ratings of whole points out of ten, where the text may print halves
_ROUNDED = 1.01  # percent


def plain(text: str | None) -> str:
    """Fold as the scorer does, which keeps ASCII letters alone.

    >>> plain("Zoë’s Élan")
    'zoe elan'
    """
    kept = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    return _NOT_PLAIN.sub(" ", _POSSESSIVE.sub("", kept.lower())).strip()


def character_words(character: str) -> set[str]:
    """Give the words by which a character can be told.

    >>> sorted(character_words("the late Dr. Ben McKenna")), character_words("a man")
    (['ben', 'late', 'mckenna'], set())
    """
    return {word for word in plain(character).split() if len(word) > 2 and word not in _STOP}


def same_character(said: str, roles: Iterable[str]) -> bool:
    """Tell whether a character is one of an actor's: a shared word or the same phrase is enough.

    >>> same_character("Pine", ["Daniel Pine"]), same_character("Pine", ["Eve"])
    (True, False)
    """
    name, told_by = plain(said), character_words(said)
    return any(
        name == plain(role)
        or bool(told_by & character_words(role))
        or (len(name) > 3 and f" {name} " in f" {plain(role)} ")
        for role in roles
    )


def same_person(said: str, truth: str) -> bool:
    """Tell whether two names are one person's: the last name, and the first's initial if there is one.

    >>> same_person("A. Smith", "Ana Smith"), same_person("Smith", "Ana Smith"), same_person("Bo Smith", "Ana Smith")
    (True, True, False)
    """
    one, two = plain(said).split(), plain(truth).split()
    return bool(one and two) and (
        one == two or (one[-1] == two[-1] and (len(one) == 1 or one[0][:1] == two[0][:1]))
    )


def same_title(said: str | None, truth: str | None) -> bool:
    """Tell whether two titles are one film's, articles and blanks apart.

    >>> same_title("The Dark Star", "Darkstar"), same_title("Dark Star 2", "Dark Star")
    (True, False)
    """
    one, two = (_ARTICLE.sub("", plain(title)) for title in (said, truth))
    return one == two or bool(one and two and one.replace(" ", "") == two.replace(" ", ""))


def same_percent(said: float, truth: float, source: str) -> bool:
    """Tell whether a score is the true one, within what its ``source`` rounds.

    >>> same_percent(72.0, 70.0, "aclImdb"), same_percent(72.0, 70.0, "a site")
    (True, False)
    """
    return abs(said - truth) <= (_ON_TEN_POINTS if source.startswith("aclImdb") else _ROUNDED)
