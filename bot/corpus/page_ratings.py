"""The rating that a page states or draws; what its readers think is none."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.corpus.page_nodes import Node, plain
from bot.corpus.page_record import Page, where
from bot.models import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,2})?")
_RATED = re.compile(
    r"(?:^|[\s_-])(?:rating|rated|score|stars?|star-rating|verdict|grade)(?:$|[\s_-])", re.IGNORECASE
)
_READERS = re.compile(
    r"user|reader|visitor|audience|vote|poll|average|aggregate|your|legend|tomato|imdb|metacritic",
    re.IGNORECASE,
)
_STATED_RATING = re.compile(
    r"""(?:(?:rating|rated|score|verdict|our\ rating|grade)\s?:?\s)?
    (?P<rating>\d{1,2}(?:[.,]\d{1,2})?\s?(?:/|out\ of|of)\s?\d{1,3}(?:\s(?:stars?|points?))?
      | [★☆⭐✩✭½]{2,10} | (?:\d(?:[.,]\d)?|one|two|three|four|five)(?:\sand\sa\shalf)?\sstars?)\.?""",
    re.VERBOSE | re.IGNORECASE,
)


def read_ratings(page: Page) -> tuple[Given, ...]:
    """The review's overall rating, with its scale where the page states one."""
    return tuple(islice(_ratings(page), 1))


def _ratings(page: Page) -> Iterator[Given]:
    loose = [node for node in page.nodes if "page" in node.kinds]  # microdata that belongs to nothing
    for node in [*page.reviews, *page.articles, *loose]:
        for value in node.fields.get("reviewrating", []) + node.fields.get("rating", []):
            if isinstance(value, Node) and "aggregaterating" in value.kinds:
                continue
            fields = value if isinstance(value, Node) else node
            text = (
                value
                if isinstance(value, str)
                else fields.text("ratingvalue", "valuerating", "value", "name")
            )
            best = fields.text("bestrating", "best") or (
                None if isinstance(value, str) else node.text("bestrating")
            )
            if text and (rating := _scaled(text, best, fields.text("worstrating", "worst"))):
                yield Given(rating, where(node, "reviewRating"))
    yield from _ratings_shown(page)


def _scaled(value: str, best: str | None, worst: str | None) -> str | None:
    """A rating with the scale its record states.

    >>> _scaled("4", "5", "1"), _scaled("B+", None, None), _scaled("7,5", "10", None), _scaled("3", None, None)
    ('4/5', 'B+', '7.5/10', '3')
    >>> _scaled("0", "5", None) is None
    True
    """
    value = value.strip().replace(",", ".")
    if not _NUMBER.fullmatch(value):
        return value if len(value) <= 40 else None
    if float(value) == 0 and (
        worst is None or float(worst) > 0 if worst is None or _NUMBER.fullmatch(worst) else True
    ):
        return None  # what a plug-in writes where nobody has rated
    if best is None or not _NUMBER.fullmatch(best):
        return value
    if worst and worst.startswith("-") and _NUMBER.fullmatch(worst):
        return f"{float(value):+g} on a scale of {worst} to +{best.lstrip('+')}"
    return f"{value}/{best}"


def _ratings_shown(page: Page) -> Iterator[Given]:
    """A rating that the page draws: its words stand in a description of the picture or in a box of its own."""
    for element in page.elements:
        label = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if _READERS.search(label):
            continue
        if element.tag == "img" or _RATED.search(label):
            for value in (element.get("aria-label"), element.get("alt"), element.get("title")):
                if value and (match := _STATED_RATING.fullmatch(plain(value))):
                    yield Given(match["rating"], "page: description of the rating")
            if element.tag != "img" and (
                match := _STATED_RATING.fullmatch(plain(element.text_content(), 60))
            ):
                yield Given(match["rating"], "page: rating box")
