"""Document -> quotes: opinionated sentences that stand alone, what they are about and how well they stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.extract.excerpts import LONGEST, Excerpt
from bot.extract.leaning import is_name
from bot.extract.spoilers import Spoilers
from bot.extract.stance import read_stance
from bot.extract.surroundings import Surroundings, read_surroundings
from bot.extract.themes import find_themes
from bot.extract.verdicts import find_verdict, labelled_spans
from bot.models import Quote
from bot.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.extract.opinion import Judgement
    from bot.models import Credit, Document, FilmCandidate, Score, Sentence, Theme

SHORTEST = 40  # characters
MOST_SENTENCES = 3
MOST_READ = 4_000
"""Sentences of one file that are read for quotes: a long book has about as many."""
_LENGTHY = 280
_AT_EASE = range(70, 241)  # lengths that read well in one glance
_KEEP = 0.56  # a quote below this weight is left out
_JOIN_COST = 0.05  # a second sentence must be worth its length
_ONE_WORD = 1.4  # opinion that rests on a word or two said of anything
_ENOUGH_OPINION = 0.8
_SOME_OPINION = 0.65
_FEWEST = 3  # a review that gives fewer good ones is asked for its next best
_KEEP_FEW = 0.48
_KEEP_ONE = 0.38  # better one quote than none
_VERDICT = 0.8  # what sums a review up is among its best
# Sentences about films in general.
_PLURAL = frozenset(["films", "movies", "comedies", "thrillers", "dramas", "remakes", "sequels"])
_FIRST_PERSON = frozenset(["i", "my", "i'm", "i've"])
_SINGULAR = frozenset(["film", "movie", "picture", "it", "this"])


@dataclass(frozen=True, slots=True)
class _Candidate:
    parts: tuple[Excerpt, ...]
    first: int  # index of its first sentence
    weight: float
    themes: tuple[Theme, ...]
    attributed: bool  # it reports what others think

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def lows(self) -> list[str]:
        return [low for part in self.parts for low in part.lows]


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
    found = find_verdict(document, view, excerpts, title, summaries, spoilers.among)
    verdict = _weigh(found.parts, found.first, title) if found else None
    if verdict:
        verdict = replace(verdict, weight=max(verdict.weight, _VERDICT))
    chosen = _choose(list(_candidates(view, excerpts, title)), summaries, verdict)
    surroundings = read_surroundings(excerpts, credits_, scores)
    return tuple(
        _quote(candidate, surroundings, spoiler=spoilers.among(candidate.parts), verdict=candidate is verdict)
        for candidate in chosen
    )


def _quote(candidate: _Candidate, surroundings: Surroundings, *, spoiler: bool, verdict: bool) -> Quote:
    weight = candidate.weight - (0.25 if spoiler else 0.0)
    lows, judgements = candidate.lows, _judgements(candidate.parts)
    tokens = [token for part in candidate.parts for token in part.tokens]
    around = surroundings.around(candidate.first, len(candidate.parts))
    return Quote(
        candidate.start,
        candidate.end,
        find_themes(
            lows,
            [judgement.at for judgement in judgements],
            surroundings.people,
            [index for index, token in enumerate(tokens) if is_name(token)],
        ),
        None if candidate.attributed else read_stance(lows, judgements, around),
        verdict,
        spoiler,
        round(min(1.0, max(0.0, weight)), 3),
    )


def _candidates(view: str, excerpts: Sequence[Excerpt], title: str) -> Iterator[_Candidate]:
    """Every run of one to three sentences whose last one judges the film."""
    judging = [excerpt.opinion >= _SOME_OPINION for excerpt in excerpts]
    for first, excerpt in enumerate(excerpts):
        reach = max(
            (i for i, judges in enumerate(judging[first : first + MOST_SENTENCES]) if judges), default=-1
        )
        if reach < 0 or excerpt.leans or excerpt.barred or excerpt.personal:
            continue
        run = excerpts[first : first + reach + 1]
        for index, last in enumerate(run):
            # Only what refers back is joined; all else is a quote of its own, or none.
            if index and (
                view[run[index - 1].end : last.start] != " " or not last.leans or last.barred or last.personal
            ):
                break
            if last.end - excerpt.start > LONGEST:
                break
            if judging[first + index] and not last.question and last.end - excerpt.start >= SHORTEST:
                yield _weigh(tuple(run[: index + 1]), first, title)


def _weigh(parts: tuple[Excerpt, ...], first: int, title: str) -> _Candidate:
    """How well a run stands as an excerpt: opinion, length and subject for it, news, chat and slips against it."""
    length = parts[-1].end - parts[0].start
    lows = [low for part in parts for low in part.lows]
    known = set(lows)
    themes = find_themes(lows, [judgement.at for judgement in _judgements(parts)])
    opinion = max(part.opinion for part in parts)
    named = bool(title) and any(title in part.text.casefold() for part in parts)
    flaws = parts[0].flaws if len(parts) == 1 else sum((part.flaws for part in parts), Counter())
    crafted = any(part.craft for part in parts)
    weight = 0.3 + 0.1 * min(4.0, opinion)
    for bonus, holds in (
        (0.1, length in _AT_EASE),
        (0.08, themes),
        (0.06, named),
        (0.04, crafted),
        (-0.04, not crafted and not any(map(str.istitle, parts[0].tokens[1:]))),
        (-0.1, not known.isdisjoint(_FIRST_PERSON)),
        (-0.06, length > _LENGTHY),
        (-0.1, opinion < _ENOUGH_OPINION),
        (-0.12, flaws["attributed"]),
        (-0.3, flaws["others"]),
        (-0.16, opinion <= _ONE_WORD and any(part.plot or part.flaws["history"] for part in parts)),
        (-0.14, flaws["other film"]),
        (-0.06, not known.isdisjoint(_PLURAL) and known.isdisjoint(_SINGULAR) and not named),
        (-0.2, parts[0].chatty),
        (-0.08, any(part.unended for part in parts)),
    ):
        weight += bonus if holds else 0.0
    weight -= _JOIN_COST * (len(parts) - 1)
    weight -= 0.08 * max(0, sum(part.plot for part in parts) - 1)
    weight -= 0.15 * min(3, flaws["history"])
    weight -= 0.08 * min(3, sum(part.slips for part in parts))
    return _Candidate(parts, first, weight, themes, bool(flaws["attributed"] or flaws["others"]))


def _judgements(parts: Sequence[Excerpt]) -> list[Judgement]:
    """All parts' judgements, counted from the first part's first word."""
    offset, found = 0, []
    for part in parts:
        found += [judgement._replace(at=judgement.at + offset) for judgement in part.judgements]
        offset += len(part.lows)
    return found


def _choose(
    candidates: Sequence[_Candidate], summaries: Sequence[tuple[int, int]], verdict: _Candidate | None
) -> list[_Candidate]:
    """The verdict and the heaviest candidates that share no sentence with it or each other, in the text's order.

    What the review itself sets apart as its summary needs no more than a review's only quote.
    """
    chosen: list[_Candidate] = [verdict] if verdict else []
    taken = set(range(verdict.first, verdict.first + len(verdict.parts))) if verdict else set()
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.first)):
        least = _KEEP if len(chosen) >= _FEWEST else _KEEP_FEW if chosen else _KEEP_ONE
        if any(start <= candidate.start < end for start, end in summaries):
            least = _KEEP_ONE
        if candidate.weight < least:
            continue
        own = range(candidate.first, candidate.first + len(candidate.parts))
        if taken.isdisjoint(own):
            chosen.append(candidate)
            taken.update(own)
    return sorted(chosen, key=lambda c: c.start)
