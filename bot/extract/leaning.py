"""Whether a sentence can be understood without the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract import quote_words as words
from bot.extract.lexicon import BACKWARD
from bot.extract.tokens import Phrases, word_set

if TYPE_CHECKING:
    from bot.extract.tokens import Hits

_OPENINGS: Phrases[bool] = Phrases({True: words.LEANING, False: words.STANDING})
_FILM_NOUNS = word_set(words.FILM_NOUNS)
_PERSONS = word_set(words.PERSONS)
STARTERS = word_set(words.STARTERS)
_HE_SHE = word_set("he she his her him himself herself he's she's he'd she'd")
_POINTERS = word_set("that that's they they're they've these those their them neither both another such")
_SEVERAL = word_set(
    "and people everyone everybody someone nobody anyone cast crew men women children kids you we who couple pair"
)
_NO_PLURALS = word_set(
    "this does always perhaps sometimes unless less seems feels makes gives gets takes works has its is"
)
_POINTED = word_set("this that these those them it him her")
_OPENER = 5  # words of an opening such as "Quite frankly,"
_EXPLETIVE_GOES_ON = word_set("to that how when if watching seeing as")
_CLAUSE_STARTS = word_set(", but and that because though although while if when as ( -")
_SUBJECT_OF = word_set("""
    is was has had isn't wasn't makes made leads means ruins could would will can may might does did doesn't
    works gives allows creates helps seems feels becomes
""")


def is_name(word: str) -> bool:
    """Whether a word looks like a name's part, even as a sentence's first word."""
    return word[0].isupper() and len(word) > 1 and word.lower() not in STARTERS


def leans_back(tokens: list[str], lows: list[str], hits: Hits | None = None) -> bool:
    """Whether a sentence cannot be understood without the one before it; ``hits``: what the lexicon read there.

    >>> from bot.extract.tokens import lower, read_words
    >>> for text in ("It also has a dog.", "It is hard to dislike.", "Keaton knew his trains."):
    ...     tokens = read_words(text)
    ...     print(leans_back(tokens, lower(tokens)))
    True
    False
    False
    """
    first = 1 if lows and lows[0] in {'"', "("} else 0
    opening = lows[first : first + 12]
    if not opening:
        return True
    if opening[0] in {"it", "it's", "its", "this", "it'll", "it'd"}:
        if not _names_its_film(opening, lows):
            return True
    elif _OPENINGS.starts(opening) and not (opening[0] in _HE_SHE and names_ahead(tokens)):
        return True
    if _leans_behind_adverb(tokens, lows):
        return True
    if hits.find(BACKWARD) if hits else BACKWARD.find(lows):
        return True
    return _has_bare_this(lows) or _has_loose_they(lows) or _has_loose_pronoun(tokens, lows)


def _leans_behind_adverb(tokens: list[str], lows: list[str]) -> bool:
    """ "Unfortunately, that does not happen": what stands behind a short opening leans back."""
    comma = next((index for index in range(1, min(_OPENER, len(lows) - 2)) if lows[index] == ","), 0)
    if comma and lows[comma - 1] in _POINTED:  # "Outside of this, ..."
        return True
    if lows[0] == "i" and "it" in lows[2:4]:  # "I liked it"
        return True
    if not comma or any(is_name(token) for token in tokens[:comma]):
        return False
    rest = lows[comma + 1 : comma + 13]
    if rest[0] == "this":
        return not _film_soon(rest[:_OPENER])
    if rest[0] == "it" and len(rest) > 2 and rest[2] in {".", "!", ";"}:  # "Sadly, it doesn't."
        return True
    return rest[0] in _POINTERS or (
        rest[0] in _HE_SHE - {"his", "her"}
        and _PERSONS.isdisjoint(lows[:comma])
        and _HE_SHE.isdisjoint(lows[:comma])
    )


def _names_its_film(opening: list[str], lows: list[str]) -> bool:
    """ "This film", "It's a film that", "It is hard not to": nothing before is needed."""
    if opening[0] == "this":
        if not _FILM_NOUNS.isdisjoint(opening[1:4]):
            return True
        return (
            len(opening) > 1
            and opening[1] in {"is", "was", "isn't", "may", "has", "should"}
            and _film_soon(opening)
        )
    if opening[0] == "its":
        return False
    head = " ".join(opening[:2]) if opening[0] == "it" else opening[0]
    rest = opening[2:] if opening[0] == "it" else opening[1:]
    if (
        head in words.EXPLETIVE
        and not _EXPLETIVE_GOES_ON.isdisjoint(rest[:5])
        and rest[:1] not in (["to"], ["as"])
    ):
        return True
    return head in words.EXPLETIVE and _film_soon(opening)


def _film_soon(opening: list[str]) -> bool:
    for word in opening[1:]:
        if word in {",", ".", "that", "but", "and"}:
            return False
        if word in _FILM_NOUNS:
            return True
    return False


def names_ahead(tokens: list[str]) -> bool:
    """Whether a name follows its pronoun.

    >>> names_ahead(["In", "his", "prime", ",", "Keaton", "ran"]), names_ahead(["In", "his", "prime", ",", "he"])
    (True, False)
    """
    for index, word in enumerate(tokens[:16]):
        if word == "," and index + 1 < len(tokens):
            return is_name(tokens[index + 1]) and not is_name(tokens[index - 1])
    return False


def _has_bare_this(lows: list[str]) -> bool:
    """ "Needless to say, this ruins the mood": a "this" that is no film, as a clause's subject."""
    for index in range(1, len(lows) - 1):
        if lows[index] == "that" and lows[index - 1] == "but" and lows[index + 1] in {"is", "was", "isn't"}:
            return True
        if lows[index] == "this" and lows[index - 1] in _CLAUSE_STARTS and lows[index + 1] in _SUBJECT_OF:
            return not _film_soon(lows[index : index + 12])
    return False


def _has_loose_they(lows: list[str]) -> bool:
    """ "The fact that they fail": nothing before it stands in the plural."""
    if "they" not in lows:
        return False
    before = lows[: lows.index("they")]
    return not any(
        word in _SEVERAL or (word[-1] == "s" and len(word) > 3 and word not in _NO_PLURALS) for word in before
    )


def _has_loose_pronoun(tokens: list[str], lows: list[str]) -> bool:
    for index, low in enumerate(lows):
        if low not in _HE_SHE:
            continue
        for token in tokens[:index]:
            if token.lower() in _PERSONS or is_name(token):
                return False
        return not names_ahead(tokens)
    return False
