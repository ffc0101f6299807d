"""What speaks for a sentence, or against it, as the one that sums its review up: named signs, there or not."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.extract.lexicon import SUMMING
from bot.extract.tokens import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self.bare = [_bare(excerpt) for excerpt in excerpts]
        self.twice = Counter(self.bare)
        judging = [index for index, excerpt in enumerate(excerpts) if excerpt.opinion >= _WEAK / 2]
        self.judging_ends = (judging[0], judging[-2:]) if judging else (-1, [])

    def signs(self, index: int) -> set[str]:
        """Name the signs of one sentence.

        >>> from bot.extract.excerpts import Excerpt
        >>> text = "Overall, this is a superb film."
        >>> evidence = Evidence([Excerpt(text, 0, len(text))], [True], [], [], None)
        >>> sorted(evidence.signs(0) & {"sums first", "is a", "judged film", "he or she"})
        ['is a', 'judged film', 'sums first']
        """
        excerpt = self.excerpts[index]
        if not excerpt.lows:
            return set()
        found = self._place(index)
        self._add_words(excerpt, found)
        self._add_judgement(excerpt, found)
        self._add_shape(index, found)
        whole = "film" in found or "title" in found or "whole" in found
        if "part" not in found:
            if whole:
                found.add("whole, no part")
                if "with the tone" in found and "many names" not in found:
                    found.add("plain")
            if excerpt.lows[0] in _ITSELF:
                found.add("it, no part")
        elif not whole:
            found.add("part, no whole")
        if whole and "first" in found:
            found.add("first and whole")
        if whole and "last" in found:
            found.add("last and whole")
        if "sums" in found and "far from end" not in found:
            found.add("last and sums")
        if "title soon" in found and "is a soon" in found:
            found.add("title is a")
        if "reaction" in found and not _FIRST_PERSON.isdisjoint(excerpt.lows):
            found.add("I react")
        if not excerpt.opinion and found.isdisjoint(_SAYING):
            found.add("says nothing")
        return found

    def _place(self, index: int) -> set[str]:
        found: set[str] = set()
        back, paragraph, final = len(self.excerpts) - 1 - index, self.paragraphs[index], self.paragraphs[-1]
        if index < 2:
            found.add("second" if index else "first")
        elif index > 3:
            found.add("far from start")
        if back < 2:
            found.add("last but one" if back else "last")
        elif back > 4:
            found.add("far from end")
        first, last = self.judging_ends
        if index == first:
            found.add("judges first")
        if index in last:
            found.add("judges last" if index == last[-1] else "judges last but one")
        start = self.excerpts[index].start
        if self.summaries and any(begin <= start < stop for begin, stop in self.summaries):
            found.add("labelled")
        if self.blurb and self.blurb[0] <= start < self.blurb[1]:
            found.add("blurb")
        if final < 2:
            return found
        if paragraph < 2:
            found.add("second paragraph" if paragraph else "first paragraph")
        if paragraph > final - 2:
            found.add("last paragraph" if paragraph == final else "last but one paragraph")
        closes = not back or self.paragraphs[index + 1] != paragraph
        if closes:
            found.add("closes paragraph")
        if not index or self.paragraphs[index - 1] != paragraph:
            found.add("opens paragraph")
            if closes:
                found.add("alone in paragraph")
            if paragraph == final:
                found.add("opens last paragraph")
        return found

    def _add_words(self, excerpt: Excerpt, found: set[str]) -> None:
        lows, parts = excerpt.lows, 0
        for at, _, kinds in excerpt.hits.find(SUMMING):
            for kind in kinds:
                if kind in found and kind in _MANY:
                    found.add(f"many {kind}")
                found.add(kind)
                if kind == "sums" and at == 0:
                    found.add("sums first")
                if (at < _SOON and kind in _SOON_KINDS) or (at < _EARLY and kind == "film"):
                    found.add(f"{kind} soon")
                if kind == "part":
                    parts += 1
                elif kind == "film":
                    for judgement in excerpt.judgements:
                        if 0 < at - judgement.at <= _BESIDE:
                            found.add("judged film")
                        elif 0 < judgement.at - at <= _BESIDE:
                            found.add("film judged")
        if parts > 2:
            found.add("listing parts")
        text = excerpt.text.casefold()
        places = [text.find(name) for name in self.names if name in text]
        if places:
            found.add("title")
            if min(places) < _TITLE_SOON:
                found.add("title soon")
        if lows[0] in _ITSELF:
            found.add("this first" if lows[0] == "this" else "it first")
        if "the film" in text or "the movie" in text:
            found.add("the film")
        if "this film" in text or "this movie" in text:
            found.add("this film")
        if not _PERSONS.isdisjoint(lows):
            found.add("he or she")
        for index, low in enumerate(lows[:-1]):
            if low in _COPULAS and lows[index + 1] in _PREDICATES:
                found.add("is a")
                if index < _EARLY:
                    found.add("is a soon")
                break

    def _add_judgement(self, excerpt: Excerpt, found: set[str]) -> None:
        judged, lows, opinion = excerpt.judgements, excerpt.lows, excerpt.opinion
        if not judged:
            return
        if opinion < _WEAK:
            if opinion > 0:
                found.add("weak opinion")
        elif opinion >= _STRONG:
            found.add("strong opinion")
        strengths = [judgement.strength for judgement in judged]
        if min(strengths) < 0 < max(strengths):
            found.add("both ways")
        own = sum(strengths)
        if abs(own) >= _SOME_TONE:
            if own * self.tone > 0:
                found.add("with the tone")
                if abs(own) >= _MUCH_TONE:
                    found.add("much with the tone")
            elif own * self.tone < 0:
                found.add("against the tone")
        if len(judged) > 2:
            found.add("judges thrice")
        if any(self.repeated[lows[j.at]] > 1 for j in judged):
            found.add("judges again")
        if lows[0] in _ITSELF or "title soon" in found:
            says = next((index for index, low in enumerate(lows[:8]) if low in _COPULAS), len(lows))
            if any(0 < j.at - says <= _BESIDE for j in judged):
                found.add("says of it")

    def _add_shape(self, index: int, found: set[str]) -> None:
        excerpt = self.excerpts[index]
        text, lows, known = excerpt.text, excerpt.lows, self.known
        names = len([at for at in excerpt.names if at and lows[at] not in known])
        short, long, longer = _LENGTHS
        if len(text) < short:
            found.add("short")
        elif len(text) >= long:
            found.add("long" if len(text) < longer else "very long")
        if names:
            found.add("names")
            if names >= 3:
                found.add("many names")
        if text.count(",") >= 3:
            found.add("commas")
        if "(" in text:
            found.add("brackets")
        if '"' in text:
            found.add("quotes")
        if "!" in text:
            found.add("exclaims")
        if ":" in lows[:4] and _ONE_SIDE.match(text):
            found.add("one side")
        if _VERBS.isdisjoint(lows) and not any(low.endswith(_VERB_ENDINGS) for low in lows):
            found.add("no verb")
        if self.twice[self.bare[index]] > 1:
            found.add("said twice")


def _bare(excerpt: Excerpt) -> str:
    return excerpt.text.strip(" .!")
