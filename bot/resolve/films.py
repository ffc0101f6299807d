"""A library's reviews together -> which film each is about, with spellings, aliases and remakes settled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Film, FilmCandidate, ReviewFacts
from bot.resolve.title_keys import short_forms, title_key, title_numbers
from bot.text import fold, fold_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_STATED = 0.7  # at least so sure are given titles and those of headlines
_LEAST = 0.16  # a body's best guess below this is no film
_SURE_YEAR = 0.3  # a year needs a title at least so sure
_SUPPORTED_STATED = 1.8  # how much likelier a body's candidate is where another review states it
_SUPPORTED_BODY = 1.4  # the same, where another review's body makes it its best
_UNSURE_HEADLINE = 0.86  # a headline that the prose echoes, or that names a review or a year, is surer
_STRONG_BODY = 0.3  # what the prose speaks of so plainly outweighs such a headline
_SEPARATOR = re.compile(r":\s|\s[-–—]\s")
_SAME_RELEASE = 1  # years; festival and release often differ so much


@dataclass(frozen=True, slots=True)
class _Pick:
    """A review's film before reviews are compared by year."""

    review: ReviewFacts
    candidate: FilmCandidate
    key: str
    year: int | None


def resolve_films(reviews: Sequence[ReviewFacts]) -> dict[str, Film | None]:
    """Give each review (by key) its film, None where nothing tells; a pure function of the set of reviews.

    >>> from bot.models import Place
    >>> def review(key, title, year=None):
    ...     film = FilmCandidate(title, year, Place(0, 1), "headline", 0.9)
    ...     return ReviewFacts(key, key, None, (film,), ())
    >>> reviews = review("a", "Dark Star", 1974), review("b", "The Dark Star"), review("c", "Dark Star 2")
    >>> found = resolve_films(reviews)
    >>> found["a"] == found["b"], found["a"], found["c"].title
    (True, Film(title='Dark Star', year=1974, aliases=()), 'Dark Star 2')
    """
    ordered = sorted(reviews, key=lambda review: review.key)
    support = _support(ordered)
    chosen = {review.key: _choose(review, support) for review in ordered}
    roots = _united(chosen.values())
    clusters: dict[str, list[_Pick]] = defaultdict(list)
    for review in ordered:
        candidate = chosen[review.key]
        if candidate is not None:
            key = roots[title_key(candidate.title)]
            clusters[key].append(_Pick(review, candidate, key, _year(review, candidate, key, roots)))
    films: dict[str, Film | None] = {review.key: None for review in ordered}
    spoken_of = sorted({title_key(c.title) for review in ordered for c in review.films})
    for picks in clusters.values():
        title, aliases = _names(picks, spoken_of)
        for year, members in _releases(picks):
            film = Film(title, year, aliases)
            for pick in members:
                films[pick.review.key] = film
    return films


def _support(reviews: Iterable[ReviewFacts]) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Which reviews state each title, and which guess it; a full title counts for its short form too."""
    stated: dict[str, set[str]] = defaultdict(set)
    guessed: dict[str, set[str]] = defaultdict(set)
    for review in reviews:
        for place, candidate in enumerate(review.films):
            if candidate.confidence < _STATED and place > 0:
                break
            where = stated if candidate.confidence >= _STATED else guessed
            for key in (title_key(candidate.title), *short_forms(candidate.title)):
                where[key].add(review.key)
    keys = stated.keys() | guessed.keys()
    return {key: (frozenset(stated.get(key, ())), frozenset(guessed.get(key, ()))) for key in keys}


def _choose(
    review: ReviewFacts, support: Mapping[str, tuple[frozenset[str], frozenset[str]]]
) -> FilmCandidate | None:
    """The review's likeliest film; what a body alone says is weighed with what other reviews say."""
    if not review.films:
        return None
    best = max(review.films, key=lambda c: c.confidence)
    if best.confidence >= _STATED:
        return _better_supported(review, best, support) or best

    def weight(candidate: FilmCandidate) -> float:
        factor = 1.0
        for key in (title_key(candidate.title), *short_forms(candidate.title)):
            stated, guessed = support.get(key, (frozenset(), frozenset()))
            if stated - {review.key}:
                factor = max(factor, _SUPPORTED_STATED)
            elif guessed - {review.key}:
                factor = max(factor, _SUPPORTED_BODY)
        return candidate.confidence * factor

    best = max(review.films, key=lambda c: (weight(c), c.title))
    return best if weight(best) >= _LEAST else None


def _better_supported(
    review: ReviewFacts, best: FilmCandidate, support: Mapping[str, tuple[frozenset[str], frozenset[str]]]
) -> FilmCandidate | None:
    """The film that a review's prose speaks of and others state, where its headline's words are nobody else's.

    "Dark Star: Adrift in Style" and "Four Men and a Beach Ball" are headlines rather than titles where another
    review is about Dark Star.
    """
    if best.confidence > _UNSURE_HEADLINE or _stated_by_others(review, best, support):
        return None
    lead = _SEPARATOR.split(best.title)[0]
    for candidate in sorted(review.films, key=lambda c: (-c.confidence, c.title)):
        if candidate is best or not _stated_by_others(review, candidate, support):
            continue
        leads = title_key(candidate.title) == title_key(lead)
        if title_key(candidate.title) in title_key(best.title) and not leads:
            continue  # "Dark Star 2" is not Dark Star
        if (leads and title_numbers(candidate.title) == title_numbers(best.title)) or (
            not leads and candidate.confidence >= _STRONG_BODY
        ):
            return candidate
    return None


def _stated_by_others(
    review: ReviewFacts,
    candidate: FilmCandidate,
    support: Mapping[str, tuple[frozenset[str], frozenset[str]]],
) -> bool:
    keys = (title_key(candidate.title), *short_forms(candidate.title))
    return any(support.get(key, (frozenset(), frozenset()))[0] - {review.key} for key in keys)


def _united(chosen: Iterable[FilmCandidate | None]) -> dict[str, str]:
    """Each title's key with the key of the film it belongs to: a full title takes its short form in."""
    titles: dict[str, set[str]] = defaultdict(set)
    years: dict[str, set[int]] = defaultdict(set)
    for candidate in chosen:
        if candidate is not None:
            key = title_key(candidate.title)
            titles[key].add(candidate.title)
            if candidate.year is not None:
                years[key].add(candidate.year)
    fuller: dict[str, set[str]] = defaultdict(set)
    for key in sorted(titles):
        for title in titles[key]:
            for short in short_forms(title):
                if short in titles and short != key and _may_be_one(years[key], years[short]):
                    fuller[short].add(key)
    roots = {key: key for key in titles}
    for short, keys in sorted(fuller.items()):
        if len(keys) == 1:  # a short form that two films share tells neither
            roots[short] = next(iter(keys))
    return {key: _root(key, roots) for key in titles}


def _root(key: str, roots: Mapping[str, str]) -> str:
    seen = {key}
    while roots[key] != key and roots[key] not in seen:
        key = roots[key]
        seen.add(key)
    return key


def _may_be_one(some: set[int], others: set[int]) -> bool:
    return not some or not others or any(abs(a - b) <= _SAME_RELEASE for a in some for b in others)


def _year(review: ReviewFacts, chosen: FilmCandidate, root: str, roots: Mapping[str, str]) -> int | None:
    """The year the review gives its film, under whichever of its titles."""
    if chosen.confidence < _SURE_YEAR and chosen.confidence < _STATED:
        return None
    if chosen.year is not None:
        return chosen.year
    keys = {title_key(chosen.title), *short_forms(chosen.title)}
    years = {
        c.year
        for c in review.films
        if c.year is not None
        and title_numbers(c.title) == title_numbers(chosen.title)
        and (
            roots.get(title_key(c.title)) == root
            or not keys.isdisjoint({title_key(c.title), *short_forms(c.title)})
        )
    }
    return years.pop() if len(years) == 1 else None


def _names(picks: Sequence[_Pick], spoken_of: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The title most reviews use, in its commonest spelling, and the film's other titles.

    ``spoken_of`` holds the keys of all titles that any review mentions, sorted; a series' name begins some of them.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    sure: dict[str, float] = defaultdict(float)
    for pick in picks:
        spellings[title_key(pick.candidate.title)][pick.candidate.title] += 1
        sure[pick.candidate.title] = max(sure[pick.candidate.title], pick.candidate.confidence)

    def rank(title: str, count: int) -> tuple[bool, int, float, str]:
        return (title.isupper() and len(title) > 4, -count, -sure[title], title)

    best = {key: min(counts, key=lambda t: rank(t, counts[t])) for key, counts in spellings.items()}
    given = {title_key(pick.candidate.title) for pick in picks if pick.candidate.rule == "given"}
    stated = {title_key(p.candidate.title) for p in picks if p.candidate.confidence >= _STATED}

    def behind_one_prefix(key: str) -> bool:  # which one review alone sets before what another calls the film
        shorter = stated.intersection(short_forms(best[key])) - {key}
        series = title_key(_SEPARATOR.split(best[key])[0])
        at = bisect_left(spoken_of, series)
        begun = [other for other in spoken_of[at : at + 20] if other.startswith(series) and other not in best]
        return spellings[key].total() == 1 and key not in given and bool(shorter) and not begun

    ordered = sorted(
        best,
        key=lambda key: (
            key not in given,
            behind_one_prefix(key),
            -spellings[key].total(),
            -len(best[key]),
            best[key],
        ),
    )
    title = best[ordered[0]]
    others = {fold_title(best[key]): best[key] for key in reversed(ordered[1:])}
    others.pop(fold_title(title), None)
    return title, tuple(sorted(others.values()))


def _releases(picks: Sequence[_Pick]) -> list[tuple[int | None, list[_Pick]]]:
    """Part films of one title by year; without one, a review goes with the year whose people it names."""
    years = Counter(pick.year for pick in picks if pick.year is not None)
    groups: list[list[int]] = []
    for year in sorted(years):
        if groups and year - groups[-1][-1] <= _SAME_RELEASE:
            groups[-1].append(year)
        else:
            groups.append([year])
    if not groups:
        return [(None, list(picks))]
    named = {year: index for index, group in enumerate(groups) for year in group}
    shown = [max(group, key=lambda year: (years[year], -year)) for group in groups]
    members: list[list[_Pick]] = [[] for _ in groups]
    without: list[_Pick] = []
    for pick in picks:
        (members[named[pick.year]] if pick.year is not None else without).append(pick)
    if len(groups) == 1:
        return [(shown[0], [*members[0], *without])]
    people = [frozenset().union(*(_people(pick.review) for pick in group)) for group in members]
    undecided: list[_Pick] = []
    joined: list[list[_Pick]] = [list(group) for group in members]
    for pick in without:
        shared = [len(_people(pick.review) & names) for names in people]
        most = max(shared)
        if most and shared.count(most) == 1:
            joined[shared.index(most)].append(pick)
        else:
            undecided.append(pick)
    found: list[tuple[int | None, list[_Pick]]] = list(zip(shown, joined, strict=True))
    return [*found, (None, undecided)] if undecided else found


def _people(review: ReviewFacts) -> frozenset[str]:
    return frozenset(fold(credit.person) for credit in review.credits if credit.film is None)
