"""Labels and what the extractor says -> figures of quotes, spoilers, themes, stances and verdict lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus import parse_document
from bot.eval.figures import Figure, share
from bot.eval.labels import Label, LabelledReview, place_labels
from bot.extract import extract
from bot.models import RawFile, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.models import Quote

SHOWN = 5
"""Quotes of one review that are judged: the ones a film's or a review's card may show."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One error, for reading."""

    kind: str
    review: str
    text: str


def measure_quotes(
    reviews: Iterable[LabelledReview], texts: Mapping[tuple[str, str], str]
) -> tuple[list[Figure], list[Miss]]:
    """Extract every labelled review afresh and compare.

    ``texts`` holds the raw reviews by (set, id). Figures over all labelled reviews come first, then, with
    ``_kept`` behind their names, those over the reviews that nobody looked at while writing rules.
    """
    tallies: dict[str, Counter[str]] = {"": Counter(), "_kept": Counter()}
    misses: list[Miss] = []
    for review in reviews:
        raw = texts[review.set, review.id]
        tally = Counter(_judge(review, raw, misses))
        tallies[""] += tally
        if review.part == "kept":
            tallies["_kept"] += tally
    return [figure for suffix, tally in tallies.items() for figure in _figures(tally, suffix)], misses


def _figures(c: Counter[str], suffix: str) -> Iterator[Figure]:
    for name, part, whole in (
        ("quotes_precision_at_5", "good", "shown"),
        ("quotes_furniture", "furniture", "shown"),
        ("quotes_recall", "quotable quoted", "quotable"),
        ("quotes_reviews_with_one", "reviews quoted", "reviews quotable"),
        ("spoilers_precision", "spoilers right", "spoilers said"),
        ("spoilers_recall", "spoilers found", "spoilers"),
        ("quotes_unveiled_spoilers", "unveiled", "shown"),
        ("themes_precision", "themes right", "themes said"),
        ("themes_recall", "themes right", "themes"),
        ("stance_precision", "stances right", "stances said"),
        ("stance_recall", "stances right", "stances"),
        ("verdict_found", "verdicts found", "reviews with verdict"),
        ("verdict_precision", "verdicts right", "verdicts said"),
    ):
        yield Figure(name + suffix, share(c[part], c[whole]), c[whole])


def _judge(review: LabelledReview, raw: str, misses: list[Miss]) -> Iterator[str]:
    """Say one word for everything that is counted, and keep what went wrong."""
    data = raw.encode()
    document = parse_document(RawFile("eval", "review.txt", hashlib.sha256(data).hexdigest(), data))
    said, text = extract(document), document.text
    labels = tuple(place_labels(review.sentences, raw, text))

    def miss(kind: str, start: int, end: int) -> None:
        misses.append(Miss(kind, f"{review.part} {review.id}", text[start:end]))

    told = [s for s in said.sentences if s.spoiler]
    for label in labels:
        veiled = any(_half(label, s.start, s.end) for s in told)
        if label.spoiler:
            yield "spoilers"
        if veiled:
            yield "spoilers said"
        if veiled and label.veilable:
            yield "spoilers right"
        if label.spoiler and veiled:
            yield "spoilers found"
        if veiled and not label.veilable:
            miss("spoiler invented", label.start, label.end)
        if label.spoiler and not veiled:
            miss("spoiler missed", label.start, label.end)

    quotable = [label for label in labels if label.fit and not label.dangling]
    yield from ["reviews quotable"] * bool(quotable) + ["reviews quoted"] * bool(quotable and said.quotes)
    for label in quotable:
        yield "quotable"
        if any(_half(label, q.start, q.end) for q in said.quotes):
            yield "quotable quoted"

    for quote in sorted(said.quotes, key=lambda q: -q.weight)[:SHOWN]:
        within = _within(labels, quote)
        fault = _fault(within)
        yield "shown"
        yield fault or "good"
        if fault:
            miss(f"quote {fault}", quote.start, quote.end)
        if any(label.spoiler for label in within) and not quote.spoiler:
            yield "unveiled"

    for quote in said.quotes:
        opinions = [label for label in _within(labels, quote) if label.opinion]
        if not opinions:
            continue
        themes = frozenset().union(*(label.themes for label in opinions))
        yield from ["themes"] * len(themes) + ["themes said"] * len(quote.themes)
        for theme in quote.themes:
            if theme in themes:
                yield "themes right"
            else:
                miss(f"theme {theme} (is {','.join(sorted(themes)) or 'none'})", quote.start, quote.end)
        stance = _stance(opinions)
        yield from ["stances"] * bool(stance) + ["stances said"] * bool(quote.stance)
        if quote.stance and quote.stance is stance:
            yield "stances right"
        elif quote.stance:
            miss(f"stance {quote.stance} (is {stance})", quote.start, quote.end)

    verdicts = [quote for quote in said.quotes if quote.verdict]
    sums_up = [quote for quote in verdicts if any(label.verdict for label in _within(labels, quote))]
    yield from ["verdicts said"] * len(verdicts) + ["verdicts right"] * len(sums_up)
    if any(label.verdict for label in labels):
        yield "reviews with verdict"
        if sums_up:
            yield "verdicts found"
        else:
            for label in labels:
                if label.verdict:
                    miss("verdict missed", label.start, label.end)
    for quote in verdicts:
        if quote not in sums_up:
            miss("verdict wrong", quote.start, quote.end)


def _half(label: Label, start: int, end: int) -> bool:
    """Whether more than half of a labelled sentence lies within a span."""
    return 2 * (min(label.end, end) - max(label.start, start)) > label.end - label.start


def _within(labels: tuple[Label, ...], quote: Quote) -> list[Label]:
    """The labelled sentences a quote is made of, or the one it was cut from."""
    inside = [label for label in labels if _half(label, quote.start, quote.end)]
    return inside or [label for label in labels if label.start < quote.end and quote.start < label.end]


def _fault(within: list[Label]) -> str | None:
    """What makes a quote a bad one: only its first sentence may not lean on what stands before."""
    if not within or any(label.furniture for label in within):
        return "furniture"
    if within[0].dangling:
        return "dangling"
    if not any(label.opinion for label in within):
        return "plot only" if any("p" in label.marks for label in within) else "no opinion"
    return None if any(label.fit for label in within) else "unfit"


def _stance(opinions: list[Label]) -> Stance | None:
    """What several sentences say together: for or against only where none says the other."""
    found = {label.stance for label in opinions} - {None}
    return found.pop() if len(found) == 1 else None
