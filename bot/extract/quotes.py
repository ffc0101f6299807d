"""Document -> quotes: opinionated sentences that stand alone, what they are about and how well they stand."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from bot.extract.excerpts import LONGEST, Excerpt
from bot.extract.judging import read_place, weigh_judging
from bot.extract.quote_weights import GOOD
from bot.extract.spoilers import Spoilers
from bot.extract.stance import read_stance
from bot.extract.standing import weigh_standing
from bot.extract.surroundings import Surroundings, read_surroundings
from bot.extract.themes import MOST, find_themes
from bot.extract.verdicts import find_verdict, labelled_spans, without_label
from bot.models import Quote
from bot.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.extract.opinion import Judgement
    from bot.models import Credit, Document, FilmCandidate, Score, Sentence, Theme

SHORTEST = 40  # characters
MOST_SENTENCES = 3
MOST_READ = 4_000
"""Sentences of one file that are read for quotes: a long book has about as many."""
_SOME_OPINION = 0.35  # less than this in its last sentence makes no quote
_KEEP = 0.84  # a quote below this weight is left out
_KEEP_FEW = 0.78
_KEEP_ONE = 0.45  # better a fair quote than none
_PER_QUOTE = 700  # characters of a review, of which one quote at least is asked
_FEWEST = 3  # the most that are asked of a long one
_LEAST = 0.01  # no chance is none at all
_EVEN = 0.0  # logit of even odds
_VEILED = 0.25  # what is hidden behind a bar is shown last


@dataclass(frozen=True, slots=True)
class _Candidate:
    parts: tuple[Excerpt, ...]
    first: int  # index of its first sentence
    weight: float

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def attributed(self) -> bool:
        """Whether it reports what others think."""
        return any(part.flaws["attributed"] or part.flaws["others"] for part in self.parts)


def read_sentences(view: str, sentences: Sequence[Sentence]) -> tuple[Excerpt, ...]:
    """Read each sentence's words once, for quotes and for spoilers; of a very long text only the first."""
    return tuple(Excerpt(view, s.start, s.end) for s in sentences[:MOST_READ])


def extract_quotes(
    document: Document,
    view: str,
    excerpts: Sequence[Excerpt],
    films: tuple[FilmCandidate, ...],
    credits_: Sequence[Credit] = (),
    scores: Sequence[Score] = (),
    spoilers: Spoilers | None = None,
) -> tuple[Quote, ...]:
    """Pick a review's quotes, in the order of the text, at most one of them its verdict."""
    title = normalise(films[0].title).casefold() if films else ""
    summaries = labelled_spans(view)
    spoilers = spoilers or Spoilers(view, excerpts)
    weighing = _Weighing(view, excerpts, title)
    found = find_verdict(
        document,
        view,
        excerpts,
        title,
        summaries,
        spoilers.among,
        lambda run: weighing.candidate(run.first, run.parts).weight,
    )
    verdict = weighing.candidate(found.first, found.parts) if found else None
    chosen = _choose(weighing, summaries, verdict)
    surroundings = read_surroundings(excerpts, credits_, scores)
    return tuple(
        _quote(
            view,
            candidate,
            surroundings,
            spoiler=spoilers.among(candidate.parts),
            verdict=candidate is verdict,
        )
        for candidate in chosen
    )


def _quote(
    view: str, candidate: _Candidate, surroundings: Surroundings, *, spoiler: bool, verdict: bool
) -> Quote:
    lows = [low for part in candidate.parts for low in part.lows]
    judgements = _judgements(candidate.parts)
    around = surroundings.around(candidate.first, len(candidate.parts))
    return Quote(
        without_label(view, candidate.parts[0]).start,
        candidate.end,
        _themes(candidate.parts, surroundings.people),
        None if candidate.attributed else read_stance(lows, judgements, around),
        verdict,
        spoiler,
        round(max(0.0, candidate.weight - (_VEILED if spoiler else 0.0)), 3),
    )


def _themes(parts: Sequence[Excerpt], people: Mapping[str, tuple[Theme, ...]]) -> tuple[Theme, ...]:
    """What each sentence's judgement is about, in the order of the sentences."""
    found = (
        theme
        for part in parts
        for theme in find_themes(
            part.lows,
            [judgement.at for judgement in part.judgements],
            people,
            part.names,
        )
    )
    return tuple(dict.fromkeys(found))[:MOST]


class _Weighing:
    """One review's sentences, each weighed once, when first asked for."""

    def __init__(self, view: str, excerpts: Sequence[Excerpt], title: str) -> None:
        self.view, self.excerpts, self.title = view, excerpts, title
        self.opinions = [excerpt.opinion for excerpt in excerpts]
        self._standing: dict[int, float] = {}
        self._judging: dict[int, float] = {}
        self._idling: dict[int, float] = {}

    def candidates(self, least: float) -> list[_Candidate]:
        """Every run of one to three sentences whose last one judges the film, and whose weight is enough."""
        ends = [
            opinion >= _SOME_OPINION and not excerpt.question
            for opinion, excerpt in zip(self.opinions, self.excerpts, strict=True)
        ]
        return [
            candidate
            for first in range(len(ends))
            if True in ends[first : first + MOST_SENTENCES]
            for candidate in self._runs(first, least)
        ]

    def candidate(self, first: int, parts: tuple[Excerpt, ...]) -> _Candidate:
        """One run, whatever it is worth; its parts may be shorter than the sentences."""
        judged = max(self._judged(first, first + len(parts) - 1), _LEAST)
        return _Candidate(parts, first, _weigh(_chance(self.standing(first)), judged))

    def _runs(self, first: int, least: float) -> Iterator[_Candidate]:
        """The runs that begin with one sentence; what is cheap to ask is asked first."""
        begin = self.excerpts[first].start
        # If it stood alone for certain, would it be worth its place?
        judged = {last: self._judged(first, last) for last in self._ends(first)}
        ends = [last for last, chance in judged.items() if _weigh(1.0, chance) >= least]
        if not ends or self._is_barred(first):
            return
        stands = _chance(self.standing(first))
        for last in range(first, ends[-1] + 1):
            if last > first and (self._is_barred(last) or not self._joins(first, last)):
                return
            weight = _weigh(stands, judged[last]) if last in ends else 0.0
            if weight >= least and self.excerpts[last].end - begin >= SHORTEST:
                yield _Candidate(tuple(self.excerpts[first : last + 1]), first, weight)

    def _ends(self, first: int) -> Iterator[int]:
        """The sentences that judge enough to be a run's last."""
        for last in range(first, min(first + MOST_SENTENCES, len(self.excerpts))):
            excerpt = self.excerpts[last]
            if excerpt.end - self.excerpts[first].start > LONGEST:
                return
            if self.opinions[last] < _SOME_OPINION or excerpt.question:
                continue
            if last == first or self.judging(last) > _EVEN:
                yield last

    def _judged(self, first: int, last: int) -> float:
        """The chance that one of these sentences is an opinion worth quoting."""
        idle = 1.0
        for index in range(first, last + 1):
            if self.opinions[index] >= _SOME_OPINION:
                idle *= self._idle(index)
        return 1.0 - idle

    def _idle(self, index: int) -> float:
        """The chance that a sentence is no opinion worth quoting."""
        if index not in self._idling:
            self._idling[index] = 1.0 - _chance(self.judging(index))
        return self._idling[index]

    def _is_barred(self, index: int) -> bool:
        return self.excerpts[index].barred or self.excerpts[index].personal

    def _joins(self, first: int, last: int) -> bool:
        """Whether a sentence goes on with the run before it: it leans on it, or all of them judge."""
        if self.view[self.excerpts[last - 1].end : self.excerpts[last].start] != " ":
            return False
        return (
            all(
                self.opinions[index] >= _SOME_OPINION and self.judging(index) > _EVEN
                for index in range(first, last + 1)
            )
            or self.standing(last) < _EVEN
        )

    def standing(self, index: int) -> float:
        """Logit of the chance that a sentence stands alone."""
        if index not in self._standing:
            excerpt, before = self.excerpts[index], self.excerpts[index - 1] if index else None
            opens = before is None or "\n" in self.view[before.end : excerpt.start]
            self._standing[index] = weigh_standing(excerpt, before, opens=opens)
        return self._standing[index]

    def judging(self, index: int) -> float:
        """Logit of the chance that a sentence is an opinion worth quoting."""
        if index not in self._judging:
            excerpt = self.excerpts[index]
            place = read_place(self.opinions, index)
            self._judging[index] = weigh_judging(excerpt, place, self.title)
        return self._judging[index]


def _weigh(stands: float, judged: float) -> float:
    """The chance that a run is a good quote, from those of its first sentence standing and of one of them judging."""
    return _chance(GOOD["any"] + GOOD["stands"] * log(stands) + GOOD["judges"] * log(judged))


def _chance(logit: float) -> float:
    return 1.0 / (1.0 + exp(-logit))


def _judgements(parts: Sequence[Excerpt]) -> list[Judgement]:
    """All parts' judgements, counted from the first part's first word."""
    offset, found = 0, []
    for part in parts:
        found += [judgement._replace(at=judgement.at + offset) for judgement in part.judgements]
        offset += len(part.lows)
    return found


def _choose(
    weighing: _Weighing, summaries: Sequence[tuple[int, int]], verdict: _Candidate | None
) -> list[_Candidate]:
    """The verdict and the heaviest candidates that share no sentence with it or each other, in the text's order.

    What the review itself sets apart as its summary needs no more than a review's only quote.
    """
    fewest = min(_FEWEST, len(weighing.view) // _PER_QUOTE)
    chosen = [] if summaries else _heaviest(weighing.candidates(_KEEP), summaries, verdict, fewest)
    if len(chosen) < max(1, fewest):
        chosen = _heaviest(weighing.candidates(_KEEP_ONE), summaries, verdict, fewest)
    return sorted(chosen, key=lambda c: c.start)


def _heaviest(
    candidates: Sequence[_Candidate],
    summaries: Sequence[tuple[int, int]],
    verdict: _Candidate | None,
    fewest: int,
) -> list[_Candidate]:
    chosen = [verdict] if verdict else []
    taken = set(range(verdict.first, verdict.first + len(verdict.parts))) if verdict else set()
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.first)):
        least = _KEEP if len(chosen) >= max(1, fewest) else _KEEP_FEW if chosen else _KEEP_ONE
        if candidate.weight < least and not any(start <= candidate.start < end for start, end in summaries):
            continue
        own = range(candidate.first, candidate.first + len(candidate.parts))
        if taken.isdisjoint(own):
            chosen.append(candidate)
            taken.update(own)
    return chosen
