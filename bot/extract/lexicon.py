"""The tables that nearly every sentence is looked up in, read together in one pass over its words."""

from __future__ import annotations

from bot.extract import opinion_words, quote_words, sign_words, spoiler_words, verdict_words
from bot.extract.tokens import Lexicon, Phrases, spell_out
from bot.extract.word_classes import WordClasses

VALUES: Phrases[float] = Phrases(
    {
        1.0: opinion_words.GOOD,
        -1.0: opinion_words.BAD,
        2.0: opinion_words.PRAISE,
        -2.0: opinion_words.FAULT,
        0.0: opinion_words.NEUTRAL,
    },
)
TURNS: Phrases[str] = Phrases(
    {
        "negation": opinion_words.NEGATION,
        "none": opinion_words.NO_NEGATION,
        "unreal": opinion_words.UNREAL,
        "compared": opinion_words.COMPARED,
    }
)
CRAFT: Phrases[bool] = Phrases({True: opinion_words.CRAFT})
FLAWS: Phrases[str] = Phrases(
    {
        "logistics": quote_words.LOGISTICS,
        "furniture": quote_words.FURNITURE,
        "attributed": quote_words.ATTRIBUTED,
        "others": quote_words.OTHERS,
        "other film": quote_words.OTHER_FILM,
        "history": quote_words.HISTORY,
        "plot": quote_words.PLOT,
    }
)
BACKWARD: Phrases[bool] = Phrases({True: quote_words.BACKWARD})
CLINGING: Phrases[bool] = Phrases({True: quote_words.CLINGING})
TELLING: Phrases[str] = Phrases(spoiler_words.PHRASES | {"revealed": spoiler_words.REVEALS})
TALK = WordClasses(sign_words.TALK)
LINKS = WordClasses(sign_words.LINKS)


def _summing() -> Phrases[tuple[str, ...]]:
    """One table for all lists, since a word ("waste") may stand in several."""
    kinds: dict[str, list[str]] = {}
    for kind, listed in verdict_words.KINDS.items():
        for phrase in spell_out(listed):
            kinds.setdefault(phrase, []).append(kind)
    merged: dict[tuple[str, ...], list[str]] = {}
    for phrase, of in kinds.items():
        merged.setdefault(tuple(of), []).append(phrase.replace(" ", "_"))
    return Phrases({of: " ".join(phrases) for of, phrases in merged.items()})


SUMMING = _summing()
LEXICON = Lexicon(
    VALUES, TURNS, CRAFT, FLAWS, BACKWARD, CLINGING, TELLING, SUMMING, TALK.phrases, LINKS.phrases
)
