"""What in an excerpt speaks for a stance: counts of its judgements by kind and place, and of words that sway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract import stance_words as words
from bot.extract.lexicon import CRAFT
from bot.extract.opinion import find_craft
from bot.extract.tokens import Lexicon, Phrases, spell_out, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.opinion import Judgement
    from bot.extract.tokens import Hits

# What stands behind one of these outweighs what stands before.
_TURN: Phrases[bool] = Phrases(
    {
        True: """but yet however nevertheless nonetheless still_manages still_works even_so that_said that_being_said
        only_to unfortunately""",
        False: "but_something_to_say but_also but_rather nothing_but anything_but all_but but_not_least",
    }
)
# What follows one of these, up to the comma, is granted only to be outweighed.
_GRANT: Phrases[bool] = Phrases(
    {
        True: """despite in_spite_of although though even_though while even_if whatever notwithstanding not_without
        if_not if_you if_you're if_you've if_you'd as_much_as for_all if_sometimes if_occasionally aside_from apart_from
        other_than except_for regardless_of whatever_its not_perfect isn't_perfect not_flawless far_from_perfect
        isn't_without not_too_bad not_too_horrible""",
    }
)
_ONLY_FIRST = frozenset(["while", "if", "as", "for", "whatever"])  # elsewhere they say "meanwhile", "whether"
_OPENERS = frozenset([",", ";", "(", "-", "and", "but", '"', ".", "!", "?"])
_ENDS = frozenset([",", ";", ".", "!", "?"])
_STRONG = 1.5
_MOST = 3  # more of a kind says no more
_NEAR = 5  # tokens between a judgement and the craft it is of
_LONG = 40  # tokens

_SWAYING = (
    ("liking", words.LIKING),
    ("achieving", words.ACHIEVING),
    ("failing", words.FAILING),
    ("scorn", words.SCORN),
    ("wanting", words.WANTING),
    ("unreal", words.UNREAL),
    ("softening", words.SOFTENING),
    ("faint", words.FAINT),
    ("contrast", words.MIXED_CONTRAST),
    ("amplifying", words.AMPLIFYING),
    ("too", words.TOO),
    ("compared up", words.COMPARING_UP),
    ("compared down", words.COMPARING_DOWN),
)


def _table() -> Phrases[tuple[str, ...]]:
    """One table for all kinds, since a phrase may sway in several ways."""
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, listed in _SWAYING:
        for entry in dict.fromkeys(spell_out(listed)):
            kinds[entry] = (*kinds.get(entry, ()), kind)
    merged: dict[tuple[str, ...], list[str]] = {}
    for entry, found in kinds.items():
        merged.setdefault(found, []).append(entry.replace(" ", "_"))
    return Phrases({found: " ".join(entries) for found, entries in merged.items()})


_SWAY = _table()
_LEXICON = Lexicon(_TURN, _GRANT, _SWAY, CRAFT)
_EVENTS = word_set(words.EVENTS)
_HORROR = word_set(words.HORROR)


def weigh_evidence(lows: list[str], judgements: Sequence[Judgement]) -> dict[str, float]:
    """Measure an excerpt; what is absent counts 0.

    >>> from bot.extract.opinion import find_judgements
    >>> lows = "despite a dull start , a superb film".split()
    >>> sorted(weigh_evidence(lows, find_judgements(lows)))
    ['blame granted', 'contrast', 'last praises', 'only conceded blame', 'praise', 'short', 'strong praise']
    """
    found: dict[str, float] = {}

    def add(name: str, worth: float = 1.0) -> None:
        found[name] = min(_MOST, found.get(name, 0.0) + worth)

    hits = _LEXICON.read(lows)
    granted, craft = _granted(lows, hits), find_craft(lows, hits)
    last = max((j.at for j in judgements), default=-1)
    turn = max((index for index, _, turns in hits.find(_TURN) if turns and index < last), default=-1)
    for judgement in judgements:
        side = "praise" if judgement.strength > 0 else "blame"
        size = abs(judgement.strength)
        strong = size >= _STRONG
        if judgement.at in granted:
            add(f"{side} granted")
            continue
        after = lows[judgement.at + 1] if judgement.at + 1 < len(lows) else ""
        if after in _EVENTS:
            add(f"{side} of events")
            continue
        if lows[judgement.at] in _HORROR:
            add(f"{side} of horror")
            continue
        add(side)
        if not any(abs(judgement.at - place) <= _NEAR for place in craft):
            add(f"{side} away")
        if strong:
            add(f"strong {side}")
        if size in (0.8, 1.6):
            add(f"negated {side}")
        if turn >= 0:
            add(f"{side} {'behind' if judgement.at > turn else 'before'} turn")
    for _, _, names in hits.find(_SWAY):
        for name in names:
            add(name)
    praise, blame = found.get("praise", 0.0), found.get("blame", 0.0)
    if praise and blame:
        add("both")
    elif "contrast" in found and not granted.intersection(j.at for j in judgements):
        # what it is set against was not understood
        if praise:
            add("praise against something")
        if blame:
            add("blame against something")
    if judgements:
        add("last praises" if judgements[-1].strength > 0 else "last blames")
    if not blame and "blame granted" in found:
        add("only conceded blame")
    if not praise and "praise granted" in found:
        add("only conceded praise")
    if "?" in lows[-2:]:
        add("asks")
    if "!" in lows:
        add("exclaims")
    if len(lows) > _LONG:
        add("long")
    if len(lows) < 12:
        add("short")
    return found


def _granted(lows: list[str], hits: Hits) -> frozenset[int]:
    places: set[int] = set()
    for index, length, _ in hits.find(_GRANT):
        if lows[index] in _ONLY_FIRST and index and lows[index - 1] not in _OPENERS:
            continue
        for place in range(index, len(lows)):
            if place > index + length and lows[place] in _ENDS:
                break
            places.add(place)
    return frozenset(places)
