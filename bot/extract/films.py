"""Which film a review is about: as given beside it, as its headline has it, as its prose speaks of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING

from bot.extract.film_evidence import TitleEvidence, weigh_titles
from bot.extract.film_headline import read_headline
from bot.extract.film_weights import WEIGHTS
from bot.extract.film_years import year_in_facts, year_of_this_film, year_of_title
from bot.extract.titles import TitleMention, find_mentions
from bot.models import BlockKind, Document, FilmCandidate, Given, Place
from bot.text import fold_title, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GIVEN_YEAR = re.compile(r"^(?P<title>.{1,200}?)\s?[(\[](?P<year>(?:18[89]|19\d|20\d)\d)[)\]]$")
_YEAR = re.compile(r"(?<!\d)(?:18[89]|19\d|20\d)\d(?!\d)")
_ARTICLE_LAST = re.compile(r"(?P<rest>[^,]{1,100}),\s(?P<article>The|An?|L[ea]s?|D(?:er|ie|as)|El|Los|Il)")
_weight = WEIGHTS.get
_MOST = 8  # candidates kept of the text's body
_BODY_CONFIDENCE = 0.8  # what the body says stays below what a headline states
_WEAKEST = 0.01
_STATED = 0.7  # at least so sure are titles that are given or stand in a headline
_FULL_TITLE = 10  # how much likelier its subtitle alone may be than a full title that still stands for both


def extract_films(document: Document, view: str) -> tuple[FilmCandidate, ...]:
    """List the films this review may be about, likeliest first.

    >>> text = "Dark Star (1974)\\n\\nDark Star is a comedy. It drifts."
    >>> from bot.models import Block
    >>> document = Document("a", text, (Block(BlockKind.HEADLINE, 0, 16), Block(BlockKind.BODY, 18, len(text))))
    >>> [(film.title, film.year, film.rule) for film in extract_films(document, text)][:1]
    [('Dark Star', 1974, 'headline: year')]
    """
    mentions = find_mentions(document, view)
    ranked = _rank(weigh_titles(document, view, mentions))
    years = _years(mentions)
    candidates: dict[str, FilmCandidate] = {}
    for strategy in (
        _given(document),
        _from_headline(document, view, [e.key for e, _ in ranked]),
        _from_body(document, ranked),
    ):
        for candidate in strategy:
            key = fold_title(candidate.title)
            if key and key not in candidates:
                year = candidate.year or years.get(key)
                candidates[key] = replace(candidate, year=year)
    found = sorted(candidates.values(), key=lambda c: -c.confidence)
    if found and found[0].year is None and found[0].confidence >= _STATED:
        named = normalise(found[0].title)
        year = year_of_title(view, named) or year_in_facts(view) or year_of_this_film(view)
        found[0] = replace(found[0], year=year)
    if found and (given := document.given.year) and (year_of := _YEAR.search(given.value)):
        found[0] = replace(
            found[0], year=int(year_of.group())
        )  # stated beside the text, whatever gave the title
    return tuple(found)


def _rank(evidence: list[TitleEvidence]) -> list[tuple[TitleEvidence, float]]:
    """Every title with how likely it is the film, the rest to 1 being that it is none of them."""
    logits = [sum([_weight(name, 0.0) * value for name, value in e.measures.items()]) for e in evidence]
    top = max(logits, default=0.0)
    powers = [exp(logit - top) for logit in logits]
    whole = sum(powers) + exp(WEIGHTS["none"] - top)
    likely = {e.key: power / whole for e, power in zip(evidence, powers, strict=True)}
    for e in evidence:
        short = fold_title(e.first.title.rpartition(": ")[2]) if ": " in e.first.title else ""
        if short != e.key and likely.get(short, 0.0) < _FULL_TITLE * likely[e.key]:
            likely[e.key] += likely.get(short, 0.0)
            if short in likely:
                likely[short] = 0.0
    return sorted(((e, likely[e.key]) for e in evidence), key=lambda pair: (-pair[1], pair[0].key))


def _years(mentions: Sequence[TitleMention]) -> dict[str, int]:
    """The year that stands behind each title, where the review gives it just one."""
    seen: dict[str, Counter[int]] = {}
    for mention in mentions:
        if mention.year is not None:
            seen.setdefault(fold_title(mention.title), Counter())[mention.year] += 1
    return {key: next(iter(years)) for key, years in seen.items() if len(years) == 1}


def _given(document: Document) -> Iterator[FilmCandidate]:
    film, year = document.given.film, document.given.year
    if film is None or not film.value.strip():
        return
    title, stated = film.value.strip(), None
    match = _GIVEN_YEAR.match(title)
    if match:
        title, stated = match["title"], int(match["year"])
    found = _YEAR.search(year.value) if year else None
    yield FilmCandidate(
        title, int(found.group()) if found else stated, Place.outside(film.where), "given", 1.0
    )


def _from_headline(document: Document, view: str, body_keys: list[str]) -> Iterator[FilmCandidate]:
    for block in document.blocks:
        if block.kind is BlockKind.HEADLINE:
            found = read_headline(view[block.start : block.end], body_keys, fold_title, view[block.end :])
            if found:
                start, end = block.start + found.start, block.start + found.end
                yield FilmCandidate(
                    _upright(document.text[start:end]),
                    found.year,
                    Place.span(start, end),
                    found.rule,
                    found.confidence,
                )
    given: Given | None = document.given.headline
    if given:
        plain = normalise(given.value)
        found = read_headline(plain, body_keys, fold_title, view.replace(plain, " ", 1))
        if found:
            title = _upright(given.value[found.start : found.end])
            yield FilmCandidate(title, found.year, Place.outside(given.where), found.rule, found.confidence)


def _upright(title: str) -> str:
    """A title as it is spoken, where a catalogue sets its article last.

    >>> _upright("Verdict, The"), _upright("Me, Myself & Irene")
    ('The Verdict', 'Me, Myself & Irene')
    """
    match = _ARTICLE_LAST.fullmatch(title)
    return f"{match['article']} {match['rest']}" if match else title


def _from_body(document: Document, ranked: list[tuple[TitleEvidence, float]]) -> Iterator[FilmCandidate]:
    for evidence, likelihood in ranked[:_MOST]:
        if likelihood >= _WEAKEST:
            mention = evidence.first
            place = Place.span(mention.start, mention.end)
            title = document.text[mention.start : mention.end]
            yield FilmCandidate(title, None, place, f"body: {mention.sign}", _BODY_CONFIDENCE * likelihood)
