"""What in a sentence speaks for its telling the story, and what against: one named number each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract import spoiler_words as words
from bot.extract.leaning import is_name
from bot.extract.spoiler_patterns import GRAVE, PATTERNS
from bot.extract.spoiler_warnings import read_warnings
from bot.extract.tokens import Phrases, lower, read_words, spell_out, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.excerpts import Excerpt

Signs = dict[str, float]
"""How strong each sign is; a sign that is absent is not in it."""

_KINDS: dict[str, tuple[str, ...]] = {}
for _kind, _list in words.KINDS.items():
    for _word in spell_out(_list):
        _KINDS[_word] = (*_KINDS.get(_word, ()), _kind)
for _word in spell_out(words.PREMISE):
    _KINDS[_word] = (*_KINDS.get(_word, ()), "excuses")
_KINDS |= {str(_year): ("year",) for _year in range(1900, 2050)}
_PHRASES: Phrases[str] = Phrases(words.PHRASES | {"revealed": words.REVEALS})
_PATTERNS: dict[str, tuple[int, ...]] = {}  # by the words that may begin one
for _index, (_name, _list, _) in enumerate(PATTERNS):
    for _word in spell_out(_list):
        _PATTERNS[_word] = (*_PATTERNS.get(_word, ()), _index)
_ACTS = word_set(words.ACTS)
_BETWEEN = word_set(words.BETWEEN)
_SUBJECTS = word_set(words.SUBJECTS, words.KINDS["person"])
_NEXT = word_set(words.NEXT)
_BEFORE_CAPITALS = frozenset('.!?"(:')
_LONGEST = 1_000  # characters of a sentence that are read
_LONG = 60  # words
_MUCH, _HALF = 0.4, 0.5  # shares
_RETOLD = 8  # told sentences of a review that retells its film
_SOME_OPINION = 0.9
_NEAR = 2  # sentences before and behind


@dataclass(slots=True)
class _Sentence:
    """What one sentence is made of."""

    excerpt: Excerpt
    lows: list[str]
    counts: dict[str, int]  # words of each kind
    phrases: frozenset[str]
    who: int  # words that name somebody
    newcomers: int  # names that did not stand before
    acts: int  # somebody, then what somebody does
    told: bool  # it tells, and judges nothing

    def count(self, *kinds: str) -> int:
        return sum(self.counts.get(kind, 0) for kind in kinds)


def read_signs(view: str, excerpts: Sequence[Excerpt]) -> list[Signs]:
    """Read every sentence of one review, with what stands around it.

    >>> from bot.extract.excerpts import Excerpt
    >>> view = "It is a fine film. In the end, Tom kills her."
    >>> signs = read_signs(view, (Excerpt(view, 0, 18), Excerpt(view, 19, 45)))[1]
    >>> sorted(sign for sign in signs if sign in {"in the end", "kills whom", "no who", "end & who"})
    ['end & who', 'in the end', 'kills whom']
    """
    seen: set[str] = set()
    sentences = [_read(view, excerpt, seen) for excerpt in excerpts]
    if not sentences:
        return []
    warned = read_warnings(view)
    begin = excerpts[0].start
    length = max(1, excerpts[-1].end - begin)
    all_told = sum(one.told for one in sentences)
    found: list[Signs] = []
    told = run = 0
    gave_away = False
    for index, one in enumerate(sentences):
        place = (one.excerpt.start - begin) / length
        signs = _own_signs(one)
        if gave_away:
            signs["after give away"] = 1.0
        gave_away = "give away" in signs
        if index == 0 or "\n" in view[sentences[index - 1].excerpt.end : one.excerpt.start]:
            signs["new paragraph"] = 1.0
        _add_place(signs, one, place, index)
        retold = all_told >= _RETOLD and all_told / len(sentences) > _MUCH
        share = told / max(1, all_told)
        for sign, value in (
            ("review tells", all_told / len(sentences)),
            ("retelling", retold),
            ("told & told before", one.told and all_told > _NEAR and share),
            ("told & second half of retelling", one.told and all_told >= _RETOLD and share > _HALF),
            ("told in a row", min(run, 4)),
        ):
            if value:
                signs[sign] = float(value)
        start = one.excerpt.start
        for first, last, sure in warned.sections:
            if first <= start < last:
                signs["warned section" if sure else "unsure section"] = 1.0
                if sure and one.who:
                    signs["warned section & who"] = 1.0
        if warned.head and _dramatic(one):
            signs["warned review & drama"] = 1.0
        if warned.elsewhere:
            signs["warned of another"] = 1.0
        found.append(signs)
        told += one.told
        run = run + 1 if one.told else 0
    return found


def _read(view: str, excerpt: Excerpt, seen: set[str]) -> _Sentence:
    tokens, lows = excerpt.tokens, excerpt.lows
    if not tokens:  # longer than any quote
        tokens = read_words(view[excerpt.start : min(excerpt.end, excerpt.start + _LONGEST)])
        lows = lower(tokens)
    counts: dict[str, int] = {}
    for low in lows:
        if low in _KINDS:
            for kind in _KINDS[low]:
                counts[kind] = counts.get(kind, 0) + 1
    names = {
        index
        for index, token in enumerate(tokens)
        if token != lows[index]
        and token[0].isupper()
        and is_name(token)
        and ((index and tokens[index - 1] not in _BEFORE_CAPITALS) or lows[index] in seen)
    }
    newcomers = sum(lows[index] not in seen for index in names)
    seen.update(lows[index] for index in names)
    acts = sum(_acts(lows, index, names) for index, low in enumerate(lows) if low in _ACTS)
    who = counts.get("he", 0) + counts.get("person", 0) + len(names)
    return _Sentence(
        excerpt,
        lows,
        counts,
        frozenset(kind for _, _, kind in _PHRASES.find(lows)),
        who,
        newcomers,
        acts,
        told=bool(who and acts)
        and "we" not in counts
        and "film" not in counts
        and excerpt.opinion < _SOME_OPINION,
    )


def _acts(lows: list[str], index: int, names: set[int]) -> bool:
    """Whether somebody stands right before a verb: "Tom then takes"."""
    if not index or index in names:
        return False
    before = lows[index - 1]
    if before in _SUBJECTS or index - 1 in names:
        return True
    between = before.endswith("ly") or before in _BETWEEN
    return between and index > 1 and (lows[index - 2] in _SUBJECTS or index - 2 in names)


def _dramatic(one: _Sentence) -> bool:
    return bool(one.who and (one.acts or one.count("death", "end", "fight", "outcome", "reveal")))


def _own_signs(one: _Sentence) -> Signs:
    """What a sentence says of itself."""
    counts, phrases, who, lows = one.counts, one.phrases, one.who, one.lows
    end = "end" in counts or "in the end" in phrases
    signs: Signs = {kind: float(min(count, 2)) for kind, count in counts.items()}
    signs |= dict.fromkeys(phrases, 1.0)
    opinion, judged = one.excerpt.opinion, len(one.excerpt.judgements)
    drama = min(4, one.count("death", "outcome", "fight", "intimate", "reveal"))
    excuses = "excuses" in counts
    text = one.excerpt.text[:_LONGEST]
    grave = 0
    for at in {at for low in lows if low in _PATTERNS for at in _PATTERNS[low]}:
        name, _, pattern = PATTERNS[at]
        if pattern.search(text):
            signs[name] = 1.0
            grave += name in GRAVE
    for sign, value in (
        ("no who", not who),
        ("end & who", end and who),
        ("end & when", end and "when" in counts),
        ("outcome & who", "outcome" in counts and who),
        ("death & who", "death" in counts and who),
        ("culprit & is", "culprit" in counts and ("is" in lows or "was" in lows)),
        ("film & he", "film" in counts and "he" in counts),
        ("judges nobody", opinion > 0.6 and not who),
        ("bracket", "(" in lows),
        ("next step", lows[:1] and lows[0] in _NEXT),
        ("drama", drama),
        ("drama & who", who and drama),
        ("grave", grave),
        ("grave & excuse", ("premise" in phrases or excuses) and grave),
        ("opinion", min(opinion, 2.0)),
        ("judgements", min(judged, 3)),
        ("newcomers", min(one.newcomers, 3)),
        ("words", min(len(lows), _LONG) / 20),
        ("short", len(lows) < 9),
        ("told", one.told),
    ):
        if value:
            signs[sign] = float(value)
    return signs


def _add_place(signs: Signs, one: _Sentence, place: float, index: int) -> None:
    """Where in the review it stands: premises come first."""
    for sign, value in (
        ("place", place),
        ("early", place < 0.25),
        ("late", place > 0.6),
        ("very late", place > 0.85),
        ("first two", index < 2),
        ("told & late", one.told and place > 0.5),
        ("drama & late", place > 0.4 and signs.get("drama")),
        ("grave & late", place > 0.35 and signs.get("grave")),
    ):
        if value:
            signs[sign] = float(value)


def mean_near(scores: Sequence[float]) -> list[Signs]:
    """How much the sentences around each one tell, from scores between 0 and 1.

    >>> mean_near([1.0, 0.0, 1.0])[1]
    {'told right before': 1.0, 'told right behind': 1.0, 'told elsewhere': 1.0, 'told so far': 0.2, 'told nearby': 1.0}
    """
    found: list[Signs] = []
    total, so_far = sum(scores), 0.0
    for index, score in enumerate(scores):
        before, behind = scores[max(0, index - _NEAR) : index], scores[index + 1 : index + 1 + _NEAR]
        found.append(
            {
                "told right before": sum(before) / max(1, len(before)),
                "told right behind": sum(behind) / max(1, len(behind)),
                "told elsewhere": (total - score) / max(1, len(scores) - 1),
                "told so far": so_far / 5,
                "told nearby": max(max(before, default=0.0), max(behind, default=0.0)),
            }
        )
        so_far += score
    return found
