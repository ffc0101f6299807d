"""The rating that a page states or draws; what its readers think is none."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.corpus.page_nodes import Node, plain
from bot.corpus.page_record import OTHER_WORKS, Page, where
from bot.corpus.page_stars import drawn_row, gauge, laid_over, rows_of, short_text
from bot.models import Given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,2})?")
_RATED = re.compile(
    r"(?:^|[\s_-])(?:rating|rated|score|stars?|star-rating|verdict|grade)(?:$|[\s_-])", re.IGNORECASE
)
_READERS = re.compile(
    r"user|reader|visitor|audience|vote|poll|average|aggregate|your|legend|tomato|imdb|metacritic",
    re.IGNORECASE,
)
_STATED_RATING = re.compile(
    r"""(?:(?:(?:my|our|the|critic'?s?|overall|final|movie|film|star)\s){0,3}
      (?:rating|rated|score|verdict|grade|stars)\s?[:=–-]?\s)?
    (?:[★⭐☆]\uFE0F?\s?(?=\d))?(?P<rating>\d{1,2}(?:[.,]\d{1,2})?(?:\s(?:stars?|points?))?\s?(?:/|out\sof|of)\s?\d{1,3}(?:\.0{1,2})?(?:\s(?:stars?|points?))?
      | [★☆⭐✩✭½\uFE0F]{2,20} | (?:\d(?:[.,]\d)?|one|two|three|four|five)(?:½|\s½|\sand\sa\shalf)?\sstars?)
    (?:\sstars?)?[.!]?""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,2}(?:[.,]\s?\d{1,2}|\s[.,]\d{1,2})?")
_SCALE_BESIDE = re.compile(
    r"(?:/|out\sof|of)\s?(?P<best>\d{1,3}|four|five|six|ten)(?:\sstars?)?", re.IGNORECASE
)
_BEST = {"four": "4", "five": "5", "six": "6", "ten": "10"}
_SHOWS_SCALE = re.compile(r"/|\bof\b|[☆✩%]")
_WITH_SCALE = re.compile(r"\d\s?(?:stars?\s)?(?:/|out\sof|of)\s?\d", re.IGNORECASE)
_PICTURED = re.compile(
    r"""(?:^|[/_-])(?P<count>\d)(?:[._-]?(?P<half>5|half))?[_-]?stars?(?:[_-]?rating)?
    \.(?:gif|png|jpe?g|svg|webp)$""",
    re.VERBOSE | re.IGNORECASE,
)
_RATES = re.compile(r"star|rat(?:ed|ing)|scor|grade|verdict|out\sof", re.IGNORECASE)
_MAIN = re.compile(r"\b(?:overall|total|final|verdict|our\srating|my\srating|rating)\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(?:^|[\s_-])(?:empty|outer|back(?:ground)?|bg|base|off|track|under)(?:$|[\s_-])", re.IGNORECASE
)


def read_ratings(page: Page) -> tuple[Given, ...]:
    """The review's overall rating, with its scale where the page states one."""
    return tuple(islice(_ratings(page), 1))


def _ratings(page: Page) -> Iterator[Given]:
    loose = [node for node in page.nodes if "page" in node.kinds]  # microdata that belongs to nothing
    for node in [*page.reviews, *page.articles, *loose]:
        if any(item.kinds & OTHER_WORKS for item in node.nodes("itemreviewed")):
            continue
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
    """What the page draws or says beside its prose; what shows its scale goes before what doesn't."""
    found = [given for strategy in _SHOWN for given in islice(strategy(page), 20)]
    yield from sorted(found, key=lambda given: not _SHOWS_SCALE.search(given.value))


def _described(page: Page) -> Iterator[Given]:
    """ "Rated 3.5 out of 5" where a picture, an icon or a box of stars describes itself."""
    for element in page.elements:
        if _is_readers(element):
            continue
        rated = element.tag == "img" or bool(_RATED.search(_label(element)))
        for name in ("aria-label", "alt", "title"):
            value = plain(element.get(name) or "", 60)
            match = _STATED_RATING.fullmatch(value) if value else None
            if match and (rated or (_WITH_SCALE.search(value) and _RATES.search(value))):
                yield Given(match["rating"], "page: description of the rating")
        if element.tag == "img" and (match := _PICTURED.search((element.get("src") or "")[:300])):
            yield Given(
                f"{match['count']}{'.5' if match['half'] else ''} stars", "page: picture of the rating"
            )


def _boxed(page: Page) -> Iterator[Given]:
    """A box that is named for the rating and holds nothing else."""
    for element in page.elements:
        label = _label(element)
        if (
            element.tag == "img"
            or not _RATED.search(label)
            or _is_readers(element)
            or _BACKGROUND.search(label)
        ):
            continue
        match = _STATED_RATING.fullmatch(short_text(element, 60))
        if match is None:
            if rating := _with_scale_beside(element):
                yield Given(rating, "page: rating box")
            continue
        drawn = len(element) and any(laid_over(e) or drawn_row(e) for e in islice(element.iter("*"), 12))
        if laid_over(element) is None and not drawn:
            parent = element.getparent()
            beside = (
                [] if parent is None else [one for e in islice(parent.iter(), 12) if (one := laid_over(e))]
            )
            yield Given(
                beside[0] if beside and not _WITH_SCALE.search(match["rating"]) else match["rating"],
                "page: rating box",
            )


def _with_scale_beside(element: HtmlElement) -> str | None:
    """A number alone in its box, with the scale in the next one: "9.5", "out of ten"."""
    beside = element.getnext()
    if beside is None or _BARE.fullmatch(value := short_text(element, 20)) is None:
        return None
    scale = _SCALE_BESIDE.fullmatch(short_text(beside, 30))
    if scale is None:
        return None
    best = _BEST.get(scale["best"].lower(), scale["best"])
    number = "".join(value.split()).replace(",", ".")
    return f"{number}/{best}" if float(number) <= float(best) else None


def _drawn(page: Page) -> Iterator[Given]:
    """Stars that are pictures or icons; of several rows that differ only the one that says it is the main one."""
    found = [(parent, row) for parent, row in islice(rows_of(page.elements), 40) if not _is_readers(parent)]
    if len({row for _, row in found}) > 1:
        found = [(parent, row) for parent, row in found if _MAIN.search(_words_before(parent))]
        if len({row for _, row in found}) > 1:
            return
    for _, row in found[:1]:
        yield Given(row, "page: stars drawn")


def _laid_over(page: Page) -> Iterator[Given]:
    yield from _single(page, laid_over, "page: stars drawn")


def _gauged(page: Page) -> Iterator[Given]:
    yield from _single(page, gauge, "page: rating in an attribute")


def _single(page: Page, read: Callable[[HtmlElement], str | None], where: str) -> Iterator[Given]:
    """What one way of drawing gives, where the page draws but one rating so."""
    found = {text for e in page.elements if (text := read(e)) and not _is_readers(e)}
    if len(found) == 1:
        yield Given(found.pop(), where)


def _label(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _is_readers(element: HtmlElement) -> bool:
    """Whether an element, or one of the three around it, is named for what readers or others think."""
    around = [element, *islice(element.iterancestors(), 3)]
    return any(_READERS.search(_label(e)) for e in around if e.tag not in {"body", "html", "main", "article"})


def _words_before(element: HtmlElement) -> str:
    """The words on the left of an element, or those it opens with."""
    parent, previous = element.getparent(), element.getprevious()
    texts = [element.text or "", _label(element)]
    if previous is not None:
        texts += [previous.tail or "", short_text(previous, 60)]
    if parent is not None:
        texts += [parent.text or "", _label(parent)]
    return " ".join(texts)[:400]


_SHOWN: tuple[Callable[[Page], Iterator[Given]], ...] = (_described, _boxed, _laid_over, _drawn, _gauged)
"""The plainest first; what says its scale in words outdoes what only draws it."""
