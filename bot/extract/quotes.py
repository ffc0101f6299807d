"""Document -> quotes: opinionated sentences that stand alone, with what they are about and how well they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extract.excerpts import Excerpt, read_excerpt
from bot.extract.spoilers import has_spoiler, warns_of_spoilers
from bot.extract.stance import read_stance
from bot.extract.themes import find_themes
from bot.extract.verdicts import find_verdict
from bot.models import Quote
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.models import Document, FilmCandidate, Sentence, Theme

SHORTEST, LONGEST = 40, 350
_AT_EASE = range(70, 241)  # lengths that read well in one glance
_KEEP = 0.5  # a quote below this weight is left out
_JOIN_COST = 0.05  # a second sentence must be worth its length
_ENOUGH_OPINION = 0.8
_SOME_OPINION = 0.65
_FEWEST = 3  # a review that gives fewer good ones is asked for its next best
_KEEP_FEW = 0.38


@dataclass(frozen=True, slots=True)
class _Candidate:
    parts: tuple[Excerpt, ...]
    first: int  # index of its first sentence
    weight: float
    themes: tuple[Theme, ...]

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def lows(self) -> tuple[str, ...]:
        return tuple(low for part in self.parts for low in part.lows)


def extract_quotes(
    document: Document, view: str, sentences: tuple[Sentence, ...], films: tuple[FilmCandidate, ...]
) -> tuple[Quote, ...]:
    """Pick a review's quotes, in the order of the text, at most one of them its verdict."""
    excerpts = [read_excerpt(view, s.start, s.end) for s in sentences]
    title = fold(films[0].title) if films else ""
    chosen = _choose(list(_candidates(view, excerpts, title)))
    verdict = find_verdict(document, view, excerpts, [(c.start, c.end) for c in chosen], title)
    warned_at = next((e.start for e in excerpts if warns_of_spoilers(view[e.start : e.end])), None)
    length = max(1, excerpts[-1].end - excerpts[0].start) if excerpts else 1
    return tuple(
        _quote(candidate, view, excerpts[0].start, length, warned_at, verdict=index == verdict)
        for index, candidate in enumerate(chosen)
    )


def _quote(
    candidate: _Candidate, view: str, begin: int, length: int, warned_at: int | None, *, verdict: bool
) -> Quote:
    lows = candidate.lows
    spoiler = has_spoiler(
        lows,
        view[candidate.start : candidate.end],
        place=(candidate.start - begin) / length,
        named=any(part.names for part in candidate.parts),
        warned=warned_at is not None and warned_at < candidate.start,
    )
    offset, judgements = 0, []
    for part in candidate.parts:
        judgements += [type(j)(j.index + offset, j.strength) for j in part.judgements]
        offset += len(part.lows)
    weight = candidate.weight - (0.15 if spoiler else 0.0)
    return Quote(
        candidate.start,
        candidate.end,
        candidate.themes,
        None if any(part.attributed for part in candidate.parts) else read_stance(lows, judgements),
        verdict,
        spoiler,
        round(min(1.0, max(0.0, weight)), 3),
    )


def _candidates(view: str, excerpts: Sequence[Excerpt], title: str) -> Iterator[_Candidate]:
    """Every run of one to three sentences that may be shown."""
    for first, excerpt in enumerate(excerpts):
        if excerpt.barred or excerpt.leans or excerpt.personal:
            continue
        parts = [excerpt]
        if not excerpt.question:
            yield _weigh(view, tuple(parts), first, title)
        for following in excerpts[first + 1 : first + 3]:
            gap = view[parts[-1].end : following.start]
            # Only what refers back is joined; all else is a quote of its own, or none.
            if "\n" in gap or not gap or following.barred or following.personal or not following.leans:
                break
            parts.append(following)
            if following.end - excerpt.start > LONGEST:
                break
            if not following.question:
                yield _weigh(view, tuple(parts), first, title)


def _weigh(view: str, parts: tuple[Excerpt, ...], first: int, title: str) -> _Candidate:
    text = view[parts[0].start : parts[-1].end]
    lows = tuple(low for part in parts for low in part.lows)
    themes = find_themes(lows, _judged(parts))
    opinions = [_opinion(part) for part in parts]
    weight = 0.0
    # The last part must earn its place, and somewhere the film must be judged.
    if opinions[-1] >= _SOME_OPINION and SHORTEST <= len(text) <= LONGEST:
        weight = 0.3 + 0.1 * min(4.0, max(opinions)) - _JOIN_COST * (len(parts) - 1)
        weight += 0.1 if len(text) in _AT_EASE else 0.0
        weight += 0.08 if themes else 0.0
        weight += 0.06 if title and title in fold(text) else 0.0
        weight += 0.04 if any(part.craft for part in parts) else 0.0
        weight -= 0.05 * max(0, sum(part.plot for part in parts) - 1)
        weight -= 0.1 if "i" in lows or "my" in lows or "i'm" in lows or "i've" in lows else 0.0
        weight -= 0.06 if len(text) > 280 else 0.0
        weight -= 0.1 if max(opinions) < _ENOUGH_OPINION else 0.0
        weight -= 0.12 if any(part.attributed for part in parts) else 0.0
        weight -= 0.06 if any(part.other_film for part in parts) else 0.0
        weight -= 0.1 * min(2, sum(part.history for part in parts))
        weight -= 0.08 if any(part.unended for part in parts) else 0.0
        weight -= 0.08 * min(3, sum(part.sloppy for part in parts))
    return _Candidate(parts, first, weight, themes)


def _judged(parts: Sequence[Excerpt]) -> list[int]:
    """Where judging words stand among the words of all parts."""
    offset, places = 0, []
    for part in parts:
        places += [judgement.index + offset for judgement in part.judgements]
        offset += len(part.lows)
    return places


def _opinion(part: Excerpt) -> float:
    """How much one sentence judges the film; away from any craft or maker's name, a judgement counts little."""
    strong = general = 0.0
    for judgement in part.judgements:
        worth = abs(judgement.strength)
        near, said = judgement.index in part.anchored, judgement.index in part.predicative
        if worth > 1:
            strong += worth * (1.0 if near else 0.6 if part.craft or said else 0.35)
        else:
            general += worth * (1.0 if near else 0.6 if said else 0.35)
    if part.plot >= 2 + len(part.craft):
        return 0.4 * (strong + general)
    return strong + min(general, 2.0)


def _choose(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The heaviest candidates that share no sentence, in the order of the text."""
    chosen: list[_Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.first)):
        if candidate.weight < (_KEEP if len(chosen) >= _FEWEST else _KEEP_FEW):
            break
        own = range(candidate.first, candidate.first + len(candidate.parts))
        if taken.isdisjoint(own):
            chosen.append(candidate)
            taken.update(own)
    return sorted(chosen, key=lambda c: c.start)
