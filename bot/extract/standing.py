"""Signs that a sentence can be understood without the one before it, weighed against each other."""

from __future__ import annotations

from math import fsum, log
from typing import TYPE_CHECKING

from bot.extract import quote_words, sign_words
from bot.extract.leaning import names_ahead
from bot.extract.lexicon import LINKS
from bot.extract.quote_weights import STANDS
from bot.extract.tokens import Phrases, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.excerpts import Excerpt

_OPENINGS: Phrases[str] = Phrases(sign_words.OPENINGS)
_ABOUT = word_set(sign_words.ABOUT)
_FILM_NOUNS = word_set(quote_words.FILM_NOUNS)
_FILM = word_set(sign_words.FILM)
_COPULAS = word_set(
    "is was 's are were isn't wasn't it's feels seems looks has makes gets will would does doesn't"
)
_FINITE = word_set(sign_words.FINITE)
_VERBAL = word_set(sign_words.BEHIND_A_BARE_THIS)
_THIS_FREE = word_set("time year kind type sort one way much good bad well far week month summer day")
_THOSE_FREE = word_set(sign_words.BEHIND_THOSE)
_PREPOSITIONS = word_set("""
    of in with for by like about at on from despite to after before without than beyond behind during as all just
""")
_NO_NOUN = word_set("""
    the a an i you he we she they it there his her their its my your our one if when what how is was are were has had
    this these no every all in on at
""")
_DO = word_set("do does did done doing but and ,")
_DETERMINED = word_set("of that who which in from between with for to")
_POINTERS = word_set("he she his her him them they their it its it's this that that's these those")
_PRONOUNS = _POINTERS - {"it's", "that's"}
_IT = frozenset(["it", "its", "it's"])
_CLAUSE = frozenset(["that", "to", "how", "when", "if"])
_OPENS_A_CLAUSE = frozenset(["and", "but", "so", "adverb", "chat", "sum", "grant", "if"])
_SURELY_LEANS = frozenset(["it also", "this does", "clings"])  # too rare to be weighed by counting
_NEVER = -5.0
_SOON = 8  # words
_FEW_WORDS = 9


def weigh_standing(excerpt: Excerpt, before: Excerpt | None, *, opens: bool) -> float:
    """Logit of the chance that a sentence stands alone; ``opens``: it is the first of its paragraph.

    >>> from bot.extract.excerpts import Excerpt
    >>> def stands(text): return weigh_standing(Excerpt(text, 0, len(text)), None, opens=True) > 0
    >>> stands("However, these scenes drag."), stands("Keaton is superb in this film.")
    (False, True)
    """
    signs = standing_signs(excerpt, before, opens=opens)
    if not signs.isdisjoint(_SURELY_LEANS):
        return _NEVER
    # fsum: a set has no order, and the sum shall not depend on one
    return fsum(
        [
            STANDS["any"],
            STANDS["length"] * log(len(excerpt.lows)),
            *[STANDS[sign] for sign in signs if sign in STANDS],
        ]
    )


def standing_signs(excerpt: Excerpt, before: Excerpt | None, *, opens: bool) -> set[str]:
    """Name what speaks for and against it.

    >>> from bot.extract.excerpts import Excerpt
    >>> sorted(standing_signs(Excerpt("It also has a dog.", 0, 18), None, opens=False))[:3]
    ['about nothing', 'also', 'first of all']
    """
    tokens, lows = excerpt.tokens, excerpt.lows
    start = 1 if lows[0] in {'"', "("} and len(lows) > 1 else 0
    names = excerpt.names
    signs = set(_opening_signs(excerpt, start, names))
    signs.update(LINKS.read(lows, excerpt.hits))
    if "than" in signs:
        signs.discard("more")
    signs.update(_pointing(names, lows, start))
    name = names[0] if names else len(lows)
    about = next((index for index, low in enumerate(lows) if low in _ABOUT), len(lows))
    if not _PRONOUNS.isdisjoint(lows[:name]):
        signs.add("pronoun first")
    if not _IT.isdisjoint(lows[start + 1 : min(name, about)]):
        signs.add("loose it")
    bare = _bare_articles(tokens, lows)
    if bare > 1:
        signs.add("bare thes")
    if excerpt.leans:
        signs.add("leans")
    if excerpt.clings:
        signs.add("clings")
    if not names:
        signs.add("no names")
    elif len(names) > 2:
        signs.add("many names")
    if not _FILM.isdisjoint(lows):
        signs.add("film")
    if about == len(lows):
        signs.add("about nothing")
    if _FINITE.isdisjoint(lows) and not any(low.endswith(("ed", "es")) for low in lows):
        signs.add("no verb")
    if len(lows) < _FEW_WORDS:
        signs.add("short")
    if opens:
        signs.add("first of paragraph")
    if before is None:
        signs.add("first of all")
    elif before.question:
        signs.add("answers")
    if excerpt.text.endswith("!"):
        signs.add("shouts")
    return signs


def _opening_signs(excerpt: Excerpt, start: int, names: list[int]) -> Iterator[str]:
    """How it begins, and with what behind."""
    lows = excerpt.lows[start:]
    opening = _OPENINGS.starts(lows)
    if opening in {"it", "its", "this"} and "also" in lows[:4]:
        yield "it also"
    if not opening:
        yield (
            "opens name"
            if names[:1] == [start]
            else "opens ing"
            if lows[0].endswith("ing")
            else "opens other"
        )
        return
    yield f"opens {opening}"
    following = lows[1] if len(lows) > 1 else "."
    judged = (
        min((judgement.at for judgement in excerpt.judgements if judgement.at > start), default=len(lows))
        - start
    )
    about = not _ABOUT.isdisjoint(lows[1:_SOON])
    if opening == "it":
        if lows[0] == "it's" or following in _COPULAS:
            yield "it is"
            if judged < _SOON:
                yield "it is judged"
        elif judged < _SOON - 2:
            yield "it does judged"
        if about:
            yield "it about"
        if not _CLAUSE.isdisjoint(lows[2:7]):
            yield "it that"
    elif opening == "this":
        if _names_film(lows[1:]):
            yield "this film opens"
        elif following in _COPULAS:
            yield "this is"
            if judged < _SOON:
                yield "this is judged"
        elif following in _VERBAL:
            yield "this does"
    elif opening == "the":
        if not _FILM.isdisjoint(lows[1:3]):
            yield "the film opens"
        elif not _ABOUT.isdisjoint(lows[1:4]):
            yield "the craft opens"
    elif opening == "he" and names_ahead(excerpt.tokens):
        yield "he ahead"
    elif opening in _OPENS_A_CLAUSE:
        comma = lows.index(",") + 1 if "," in lows[:6] else 1
        following = lows[comma] if comma < len(lows) else "."
        if following in _POINTERS:
            yield "then pronoun"


def _names_film(rest: list[str]) -> bool:
    """ "This great little film": whether the film is named before any verb."""
    for low in rest[:4]:
        if low in _FILM_NOUNS:
            return True
        if low in _VERBAL:
            return False
    return False


def _pointing(names: list[int], lows: list[str], start: int) -> Iterator[str]:
    """What "this", "that", "these" and "those" point at, each a sign of its own."""
    for index, low in enumerate(lows[:-1]):
        if low not in {"this", "that", "these", "those"}:
            continue
        following = lows[index + 1]
        early = index <= start + 7 and not (names and names[0] < index)
        place = "early" if early else "late"
        if low == "this":
            if _names_film(lows[index + 1 :]):
                yield "this film"
            elif following in _VERBAL:
                yield f"bare this {place}"
            elif following not in _THIS_FREE:
                yield f"this thing {place}"
        elif low == "these":
            if following != "days":
                yield f"these {place}"
        elif low == "those":
            if following not in _THOSE_FREE:
                yield "those"
        elif index == start or lows[index - 1] in _PREPOSITIONS:
            if following in _VERBAL:
                yield "bare that"
            elif following not in _NO_NOUN:
                yield "that thing"
        elif lows[index - 1] in _DO and following in _VERBAL:
            yield "bare that"


def _bare_articles(tokens: list[str], lows: list[str]) -> int:
    """How often "the" stands before a thing that is no craft of films and that nothing defines."""
    if lows.count("the") < 2:
        return 0  # one counts for nothing
    return len(
        [
            index
            for index, low in enumerate(lows[:-2])
            if low == "the"
            and not tokens[index + 1][0].isupper()
            and _ABOUT.isdisjoint(lows[index + 1 : index + 3])
            and _DETERMINED.isdisjoint(lows[index + 2 : index + 4])
        ]
    )
