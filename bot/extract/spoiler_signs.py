"""What in a sentence speaks for its telling the story, and what against: one named number each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.extract import spoiler_words as words
from bot.extract.leaning import is_name
from bot.extract.lexicon import TELLING
from bot.extract.spoiler_patterns import BESIDE, GRAVE, PATTERNS
from bot.extract.spoiler_warnings import read_warnings
from bot.extract.tokens import lower, read_words, spell_out, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.excerpts import Excerpt

Signs = dict[str, float]
"""How strong each sign is; a sign that is absent is not in it."""


class _Word(NamedTuple):
    """What one word may say of a story."""

    kinds: tuple[str, ...] = ()
    acts: bool = False
    patterns: tuple[int, ...] = ()  # those it may begin, by their place in PATTERNS


def _words() -> dict[str, _Word]:
    """One table for all lists, since each word of a review is looked up in all of them."""
    found: dict[str, _Word] = {}
    for kind, listed in (*words.KINDS.items(), ("excuses", words.PREMISE)):
        for word in spell_out(listed):
            known = found.get(word, _Word())
            found[word] = known._replace(kinds=(*known.kinds, kind))
    found |= {str(year): _Word(("year",)) for year in range(1900, 2050)}
    for index, (_, listed, _) in enumerate(PATTERNS):
        for word in spell_out(listed):
            known = found.get(word, _Word())
            found[word] = known._replace(patterns=(*known.patterns, index))
    for word in word_set(words.ACTS):
        found[word] = found.get(word, _Word())._replace(acts=True)
    return found


_WORDS = _words()
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
    patterns: set[int]  # that its words may begin
    told: bool  # it tells, and judges nothing

    def count(self, *kinds: str) -> int:
        found = 0
        for kind in kinds:
            if kind in self.counts:
                found += self.counts[kind]
        return found


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
    all_told = sum([one.told for one in sentences])
    share_told = all_told / len(sentences)
    retold = all_told >= _RETOLD and share_told > _MUCH
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
        if share_told:
            signs["review tells"] = share_told
        if retold:
            signs["retelling"] = 1.0
        if one.told and told:
            share = told / all_told
            if all_told > _NEAR:
                signs["told & told before"] = share
            if all_told >= _RETOLD and share > _HALF:
                signs["told & second half of retelling"] = 1.0
        if run:
            signs["told in a row"] = float(min(run, 4))
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
    tokens, lows, capitals = excerpt.tokens, excerpt.lows, excerpt.names
    if tokens:
        phrases = excerpt.hits.find(TELLING)
    else:  # longer than any quote
        tokens = read_words(view[excerpt.start : min(excerpt.end, excerpt.start + _LONGEST)])
        lows = lower(tokens)
        capitals = [index for index, token in enumerate(tokens) if is_name(token)]
        phrases = TELLING.find(lows)
    names = {
        index
        for index in capitals
        if tokens[index] != lows[index]
        and ((index and tokens[index - 1] not in _BEFORE_CAPITALS) or lows[index] in seen)
    }
    newcomers = 0
    if names:
        newcomers = sum([lows[index] not in seen for index in names])
        seen.update([lows[index] for index in names])
    counts: dict[str, int] = {}
    patterns: set[int] = set()
    acts = 0
    for index, low in enumerate(lows):
        if low in _WORDS:
            kinds, does, begun = _WORDS[low]
            for kind in kinds:
                counts[kind] = counts.get(kind, 0) + 1
            if does and _acts(lows, index, names):
                acts += 1
            if begun:
                patterns.update(begun)
    who = counts.get("he", 0) + counts.get("person", 0) + len(names)
    return _Sentence(
        excerpt,
        lows,
        counts,
        frozenset([kind for _, _, kind in phrases]),
        who,
        newcomers,
        acts,
        patterns,
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
    counts, phrases, who, lows, told = one.counts, one.phrases, one.who, one.lows, one.told
    end = "end" in counts or "in the end" in phrases
    signs: Signs = {kind: 2.0 if count > 1 else 1.0 for kind, count in counts.items()}
    for phrase in phrases:
        signs[phrase] = 1.0
    opinion, judged = one.excerpt.opinion, len(one.excerpt.judgements)
    drama = min(4, one.count("death", "outcome", "fight", "intimate", "reveal")) if counts else 0
    grave = 0
    if one.patterns:
        text = one.excerpt.text[:_LONGEST]
        for at in one.patterns:
            name, _, pattern = PATTERNS[at]
            if (name not in BESIDE or not BESIDE[name].isdisjoint(lows)) and pattern.search(text):
                signs[name] = 1.0
                grave += name in GRAVE
    if not who:
        signs["no who"] = 1.0
        if opinion > 0.6:
            signs["judges nobody"] = 1.0
    else:
        if end:
            signs["end & who"] = float(who)
        if "outcome" in counts:
            signs["outcome & who"] = float(who)
        if "death" in counts:
            signs["death & who"] = float(who)
        if drama:
            signs["drama & who"] = float(drama)
    if end and "when" in counts:
        signs["end & when"] = 1.0
    if "culprit" in counts and ("is" in lows or "was" in lows):
        signs["culprit & is"] = 1.0
    if "film" in counts and "he" in counts:
        signs["film & he"] = 1.0
    if "(" in lows:
        signs["bracket"] = 1.0
    if lows and lows[0] in _NEXT:
        signs["next step"] = 1.0
    if drama:
        signs["drama"] = float(drama)
    if grave:
        signs["grave"] = float(grave)
        if "premise" in phrases or "excuses" in counts:
            signs["grave & excuse"] = float(grave)
    if opinion:
        signs["opinion"] = min(opinion, 2.0)
    if judged:
        signs["judgements"] = float(min(judged, 3))
    if one.newcomers:
        signs["newcomers"] = float(min(one.newcomers, 3))
    if lows:
        signs["words"] = min(len(lows), _LONG) / 20
    if len(lows) < 9:
        signs["short"] = 1.0
    if told:
        signs["told"] = 1.0
    return signs


def _add_place(signs: Signs, one: _Sentence, place: float, index: int) -> None:
    """Where in the review it stands: premises come first."""
    if place:
        signs["place"] = place
    if place < 0.25:
        signs["early"] = 1.0
    elif place > 0.35:
        if place > 0.6:
            signs["late"] = 1.0
        if place > 0.85:
            signs["very late"] = 1.0
        if one.told and place > 0.5:
            signs["told & late"] = 1.0
        if place > 0.4 and "drama" in signs:
            signs["drama & late"] = signs["drama"]
        if "grave" in signs:
            signs["grave & late"] = signs["grave"]
    if index < 2:
        signs["first two"] = 1.0


def mean_near(scores: Sequence[float]) -> list[Signs]:
    """How much the sentences around each one tell, from scores between 0 and 1.

    >>> mean_near([1.0, 0.0, 1.0])[1]
    {'told right before': 1.0, 'told right behind': 1.0, 'told elsewhere': 1.0, 'told so far': 0.2, 'told nearby': 1.0}
    """
    found: list[Signs] = []
    total, so_far, others = sum(scores), 0.0, max(1, len(scores) - 1)
    for index, score in enumerate(scores):
        before, behind = scores[max(0, index - _NEAR) : index], scores[index + 1 : index + 1 + _NEAR]
        found.append(
            {
                "told right before": sum(before) / len(before) if before else 0.0,
                "told right behind": sum(behind) / len(behind) if behind else 0.0,
                "told elsewhere": (total - score) / others,
                "told so far": so_far / 5,
                "told nearby": max((*before, *behind), default=0.0),
            }
        )
        so_far += score
    return found
