"""Which sentences of a review sum it up."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.excerpts import LONGEST, Excerpt
from bot.extract.tokens import word_set
from bot.extract.verdict_evidence import Evidence
from bot.extract.verdict_weights import BASE, WEIGHTS
from bot.models import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.models import Document

# A box or heading whose prose is the review's summary.
_SUMMARY_LABEL = re.compile(
    r"""^\W{0,3}
    (?:(?:the[ ])?(?:final[ ])?(?:verdict|summary|bottom[ ]line|conclusion|final[ ]thoughts|in[ ]short|consensus
        |takeaway))
    \W{0,3}$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# The same in front of its sentence, which is shown without it.
_RUN_IN_LABEL = re.compile(
    r"""(?:the[ ]|my[ ]|our[ ])?(?:final[ ]|overall[ ])?
    (?:comments?|take|opinion|thought
    |verdict|summary|bottom[ ]line|conclusion|final[ ]thoughts|thoughts|in[ ]short|consensus|takeaway|overall|tl;?dr)
    [ ]?:[ ]""",
    re.VERBOSE | re.IGNORECASE,
)
_MOST_SENTENCES = 3
_SHORTEST = 25  # characters
_HEARTS = 5  # sentences around which a verdict is looked for
_JOIN_COST = 0.2  # logits that another sentence must be worth
_NEVER = -20.0  # the logit of what is not read
_EDGE = 5  # sentences at either end that are read even where they judge nothing
_LEAST = -1.2  # logit below which a review is said to have no verdict
_AS_QUOTE = (
    2.0  # how much the chance of being a good quote counts beside that of summing up, both as logarithms
)
_HARDLY = 0.01  # the least of those chances that is told apart
_LEAST_SHOWN = -2.0  # the same of both together
_UNLIKELY = -3.0  # logit below which a sentence is joined only to hold up one that leans on it
# Openings that lean on the sentence before even where all of a film is judged.
_HANGING = word_set("""
    but and or nor so yet he she they his her their him them that that's these those however also then neither either
    both another such not
""")
_HANGING_PAIRS = (
    ["that", "said"],
    ["that", "being"],
    ["for", "example"],
    ["for", "instance"],
    ["even", "so"],
)
_THIS_FILM = word_set("is was isn't wasn't one will won't may might has film movie")
_WRITER = frozenset(["i", "i'm", "i've", "my", "we", "our"])
_ALSO = frozenset(["also", "too"])


class Verdict(NamedTuple):
    """One to three sentences in a row that sum a review up; ``first`` is the index of the first of them."""

    first: int
    parts: tuple[Excerpt, ...]


def find_verdict(
    document: Document,
    view: str,
    excerpts: Sequence[Excerpt],
    title: str,
    summaries: Sequence[tuple[int, int]],
    spoils: Callable[[Sequence[Excerpt]], bool],
    stands: Callable[[Verdict], float],
) -> Verdict | None:
    """Find what sums the review up best; what ``spoils`` only where nothing else does.

    ``title`` is the film's in lower case, ``summaries`` are the spans that the review itself sets apart as its summary;
    ``stands`` tells the chance, 0 to 1, that a run is a good quote.
    """
    bare = [without_label(view, excerpt) for excerpt in excerpts]
    labelled = [*summaries, *((b.start, b.end) for b, e in zip(bare, excerpts, strict=True) if b is not e)]
    openings = [
        not index or "\n" in view[excerpts[index - 1].end : excerpt.start]
        for index, excerpt in enumerate(excerpts)
    ]
    evidence = Evidence(bare, openings, film_names(title), labelled, _blurb(document, excerpts))
    odds = [
        BASE + sum([WEIGHTS[sign] for sign in evidence.signs(index) if sign in WEIGHTS])
        if excerpt.judgements or index < _EDGE or index >= len(bare) - _EDGE
        else _NEVER
        for index, excerpt in enumerate(bare)
    ]
    weighed = [
        (worth + _AS_QUOTE * math.log(max(stands(run), _HARDLY)), run)
        for worth, run in _runs(bare, openings, odds)
        if worth >= _LEAST
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].first))
    likely = [verdict for worth, verdict in weighed if worth >= _LEAST_SHOWN]
    return next((verdict for verdict in likely if not spoils(verdict.parts)), likely[0] if likely else None)


def _runs(
    excerpts: Sequence[Excerpt], openings: Sequence[bool], odds: Sequence[float]
) -> Iterator[tuple[float, Verdict]]:
    """Weigh every run of sentences of one paragraph around those with the best odds."""
    best = sorted((i for i, e in enumerate(excerpts) if e.lows), key=lambda index: -odds[index])
    hearts = [index for index in best[: 2 * _HEARTS] if _is_fit(excerpts[index])][:_HEARTS]
    starts = {first for heart in hearts for first in range(max(0, heart - _MOST_SENTENCES + 1), heart + 1)}
    for first in sorted(starts):
        if not excerpts[first].lows or _hangs(excerpts[first]):
            continue
        missed = 1.0  # the chance that none of them sums up
        for last in range(first, min(first + _MOST_SENTENCES, len(excerpts))):
            excerpt = excerpts[last]
            if (last > first and (openings[last] or odds[last] < _UNLIKELY)) or not _is_fit(excerpt):
                break
            if last == first + 1 and odds[first] < _UNLIKELY and not excerpt.leans:
                break
            length = excerpt.end - excerpts[first].start
            if length > LONGEST:
                break
            missed *= 1 / (1 + math.exp(odds[last]))
            if length >= _SHORTEST:
                worth = math.log((1 - missed) / missed) - _JOIN_COST * (last - first)
                yield worth, Verdict(first, tuple(excerpts[first : last + 1]))


def _is_fit(excerpt: Excerpt) -> bool:
    """Whether it may be part of a verdict: no furniture, rating, question, bare label or account of an evening."""
    if not excerpt.lows or excerpt.question or excerpt.barred or excerpt.describes:
        return False
    if excerpt.personal and (not excerpt.flaws["logistics"] or excerpt.lows[0] in _WRITER):
        return False
    return bool(excerpt.judgements) or len(excerpt.text) >= _SHORTEST


def _hangs(excerpt: Excerpt) -> bool:
    """Whether it makes no sense alone even as the sum of a review, where "it" and "the result" are the film's."""
    lows = excerpt.lows
    if excerpt.clings:
        return True
    return (
        lows[0] in _HANGING
        or not _ALSO.isdisjoint(lows[:4])
        or (lows[0] == "this" and _THIS_FILM.isdisjoint(lows[1:2]))
        or lows[:2] in _HANGING_PAIRS
    ) and excerpt.leans


def without_label(view: str, excerpt: Excerpt) -> Excerpt:
    """The sentence behind "Verdict:", "Comment:" and the like."""
    label = _RUN_IN_LABEL.match(excerpt.text) if ":" in excerpt.text[:30] else None
    if not label or not excerpt.text[label.end() : label.end() + 1].isupper():
        return excerpt
    return Excerpt(view, excerpt.start + label.end(), excerpt.end)


def film_names(title: str) -> tuple[str, ...]:
    """What prose calls a film of this title in lower case: all of it, what stands around its colon, no article.

    >>> film_names("the hobbit: the desolation of smaug")[:3]
    ('the hobbit: the desolation of smaug', 'the desolation of smaug', 'the hobbit')
    """
    names = [title, title.rpartition(": ")[2], title.partition(": ")[0]]
    names += [name.removeprefix("the ") for name in names if len(name) > 8]
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def labelled_spans(view: str) -> list[tuple[int, int]]:
    """The paragraphs under a heading such as "Verdict" or "Summary"."""
    found = []
    for label in _SUMMARY_LABEL.finditer(view):
        start = label.end()
        while start < len(view) and view[start].isspace():
            start += 1
        stop = view.find("\n", start)
        found.append((start, stop if stop >= 0 else len(view)))
    return found


def _blurb(document: Document, excerpts: Sequence[Excerpt]) -> tuple[int, int] | None:
    """A paragraph of one or two sentences right under the headline."""
    bodies = [b for b in document.blocks if b.kind is BlockKind.BODY]
    headed = any(b.kind is BlockKind.HEADLINE for b in document.blocks) or document.given.headline
    if not headed or len(bodies) < 3:
        return None
    inside = [e for e in excerpts if bodies[0].start <= e.start < bodies[0].end]
    return (bodies[0].start, bodies[0].end) if len(inside) <= 2 else None
