"""What speaks for a sentence, or against it, as the one that sums its review up: named signs, there or not."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.extract.leaning import is_name
from bot.extract.lexicon import SUMMING
from bot.extract.tokens import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.extract.excerpts import Excerpt

_Span = tuple[int, int]

_COPULAS = word_set("is was isn't wasn't remains makes delivers feels proves 's it's")
_PREDICATES = word_set("a an one the not nothing")
_PERSONS = word_set("he she his her him they their them")
_FIRST_PERSON = word_set("i i'm i've i'd my me")
_ITSELF = frozenset(["it", "it's", "this"])
_SAYING = frozenset(["quality", "whole", "advises", "rank", "reaction", "film verb"])
_MANY = ("quality", "rank", "balance")  # kinds that say more when there are several of them
_SOON_KINDS = frozenset(["sums", "whole", "balance", "part", "audience", "generally"])
_SOON = 3  # tokens
_EARLY = 6  # tokens within which a sentence about the film calls it one
_TITLE_SOON = 12  # characters
_BESIDE = 4  # words between a judgement and what it judges
_WEAK, _STRONG = 0.65, 2.5  # opinion
_SOME_TONE, _MUCH_TONE = 1, 2.5
_LENGTHS = (40, 140, 220)  # characters
_VERBS = word_set("""
    is are was were has have had does do did make/s made feel/s give/s gets get can will would could should be
    work/s deliver/s seem/s goes takes keeps wants comes it's i'm there's 's
""")
_VERB_ENDINGS = ("ed", "n't")
# "The Good: ...", "Cons: ...": half of a list.
_ONE_SIDE = re.compile(
    r"(?:the[ ])?(?:good|bad|ugly|pros?|cons?|positives?|negatives?|likes?|dislikes?|highs?|lows?)[ ]?:",
    re.IGNORECASE | re.VERBOSE,
)


class Evidence:
    """One review's sentences, and what each of them has for it."""

    def __init__(
        self,
        excerpts: Sequence[Excerpt],
        openings: Sequence[bool],
        names: Sequence[str],
        summaries: Sequence[_Span],
        blurb: _Span | None,
    ) -> None:
        """``openings`` tells which excerpts open a paragraph, ``names`` what the film is called, in lower case."""
        self.excerpts, self.names, self.summaries, self.blurb = excerpts, names, summaries, blurb
        self.known = frozenset(" ".join(names).split())
        self.paragraphs = [0] * len(excerpts)
        for index in range(1, len(excerpts)):
            self.paragraphs[index] = self.paragraphs[index - 1] + openings[index]
        judged = [judgement for excerpt in excerpts for judgement in excerpt.judgements]
        self.tone = sum(judgement.strength for judgement in judged)
        self.repeated = Counter(e.lows[judgement.at] for e in excerpts for judgement in e.judgements)
        self.twice = Counter(_bare(excerpt) for excerpt in excerpts)
        judging = [index for index, excerpt in enumerate(excerpts) if excerpt.opinion >= _WEAK / 2]
        self.judging_ends = (judging[0], judging[-2:]) if judging else (-1, [])

    def signs(self, index: int) -> frozenset[str]:
        """Name the signs of one sentence.

        >>> from bot.extract.excerpts import Excerpt
        >>> text = "Overall, this is a superb film."
        >>> evidence = Evidence([Excerpt(text, 0, len(text))], [True], [], [], None)
        >>> sorted(evidence.signs(0) & {"sums first", "is a", "judged film", "he or she"})
        ['is a', 'judged film', 'sums first']
        """
        excerpt = self.excerpts[index]
        if not excerpt.lows:
            return frozenset()
        found = {*self._place(index), *self._words(excerpt)}
        found.update(self._judgement(excerpt, found))
        found.update(self._shape(excerpt))
        whole = not found.isdisjoint(("film", "title", "whole"))
        for sign, holds in (
            ("I react", "reaction" in found and not _FIRST_PERSON.isdisjoint(excerpt.lows)),
            ("whole, no part", whole and "part" not in found),
            ("part, no whole", "part" in found and not whole),
            ("it, no part", excerpt.lows[0] in _ITSELF and "part" not in found),
            ("first and whole", whole and "first" in found),
            ("last and whole", whole and "last" in found),
            ("last and sums", "sums" in found and "far from end" not in found),
            ("title is a", "title soon" in found and "is a soon" in found),
            ("says nothing", not excerpt.opinion and found.isdisjoint(_SAYING)),
            (
                "plain",
                whole and "with the tone" in found and found.isdisjoint(("part", "many names")),
            ),
        ):
            if holds:
                found.add(sign)
        return frozenset(found)

    def _place(self, index: int) -> Iterator[str]:
        back, paragraph = len(self.excerpts) - 1 - index, self.paragraphs[index]
        yield from (("first",), ("second",))[index] if index < 2 else ("far from start",) * (index > 3)
        yield from (("last",), ("last but one",))[back] if back < 2 else ("far from end",) * (back > 4)
        first, last = self.judging_ends
        if index == first:
            yield "judges first"
        if index in last:
            yield "judges last" if index == last[-1] else "judges last but one"
        start = self.excerpts[index].start
        if any(begin <= start < stop for begin, stop in self.summaries):
            yield "labelled"
        if self.blurb and self.blurb[0] <= start < self.blurb[1]:
            yield "blurb"
        final = self.paragraphs[-1]
        if final < 2:
            return
        opens = not index or self.paragraphs[index - 1] != paragraph
        closes = not back or self.paragraphs[index + 1] != paragraph
        for sign, holds in (
            ("first paragraph", paragraph == 0),
            ("second paragraph", paragraph == 1),
            ("last paragraph", paragraph == final),
            ("last but one paragraph", paragraph == final - 1),
            ("opens paragraph", opens),
            ("closes paragraph", closes),
            ("alone in paragraph", opens and closes),
            ("opens last paragraph", opens and paragraph == final),
        ):
            if holds:
                yield sign

    def _words(self, excerpt: Excerpt) -> Iterator[str]:
        lows, count = excerpt.lows, Counter[str]()
        for at, _, kinds in excerpt.hits.find(SUMMING):
            for kind in kinds:
                count[kind] += 1
                if kind == "sums" and at == 0:
                    yield "sums first"
                if (at < _SOON and kind in _SOON_KINDS) or (at < _EARLY and kind == "film"):
                    yield f"{kind} soon"
                if kind == "film" and excerpt.judgements:
                    if any(0 < at - judgement.at <= _BESIDE for judgement in excerpt.judgements):
                        yield "judged film"
                    if any(0 < judgement.at - at <= _BESIDE for judgement in excerpt.judgements):
                        yield "film judged"
        yield from count
        yield from (f"many {kind}" for kind in _MANY if count[kind] > 1)
        if count["part"] > 2:
            yield "listing parts"
        text = excerpt.text.casefold()
        places = [text.find(name) for name in self.names if name in text]
        if places:
            yield "title"
            if min(places) < _TITLE_SOON:
                yield "title soon"
        for sign, holds in (
            ("it first", lows[0] in {"it", "it's"}),
            ("this first", lows[0] == "this"),
            ("the film", "the film" in text or "the movie" in text),
            ("this film", "this film" in text or "this movie" in text),
            ("he or she", not _PERSONS.isdisjoint(lows)),
        ):
            if holds:
                yield sign
        is_a = next((i for i, low in enumerate(lows[1:]) if low in _PREDICATES and lows[i] in _COPULAS), None)
        if is_a is not None:
            yield "is a"
            if is_a < _EARLY:
                yield "is a soon"

    def _judgement(self, excerpt: Excerpt, found: set[str]) -> Iterator[str]:
        judged, lows = excerpt.judgements, excerpt.lows
        own = sum(judgement.strength for judgement in judged)
        says = next((index for index, low in enumerate(lows[:8]) if low in _COPULAS), len(lows))
        for sign, holds in (
            ("weak opinion", 0 < excerpt.opinion < _WEAK),
            ("strong opinion", excerpt.opinion >= _STRONG),
            ("both ways", any(j.strength > 0 for j in judged) and any(j.strength < 0 for j in judged)),
            ("with the tone", own * self.tone > 0 and abs(own) >= _SOME_TONE),
            ("much with the tone", own * self.tone > 0 and abs(own) >= _MUCH_TONE),
            ("against the tone", own * self.tone < 0 and abs(own) >= _SOME_TONE),
            ("judges thrice", len(judged) > 2),
            ("judges again", any(self.repeated[lows[j.at]] > 1 for j in judged)),
            (
                "says of it",
                (lows[0] in _ITSELF or "title soon" in found)
                and any(0 < j.at - says <= _BESIDE for j in judged),
            ),
        ):
            if holds:
                yield sign

    def _shape(self, excerpt: Excerpt) -> Iterator[str]:
        text, lows = excerpt.text, excerpt.lows
        names = sum(
            token[0].isupper() and is_name(token) and token.lower() not in self.known
            for token in excerpt.tokens[1:]
        )
        short, long, longer = _LENGTHS
        for sign, holds in (
            ("short", len(text) < short),
            ("long", long <= len(text) < longer),
            ("very long", len(text) >= longer),
            ("names", names >= 1),
            ("many names", names >= 3),
            ("commas", text.count(",") >= 3),
            ("brackets", "(" in text),
            ("quotes", '"' in text),
            ("exclaims", "!" in text),
            ("one side", ":" in lows[:4] and bool(_ONE_SIDE.match(text))),
            ("no verb", _VERBS.isdisjoint(lows) and not any(low.endswith(_VERB_ENDINGS) for low in lows)),
            ("said twice", self.twice[_bare(excerpt)] > 1),
        ):
            if holds:
                yield sign


def _bare(excerpt: Excerpt) -> str:
    return excerpt.text.strip(" .!")
