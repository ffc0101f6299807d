"""The film that a page's record is of, with its year and makers, and the page's headline."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.corpus.page_headings import cut_title, is_masthead
from bot.corpus.page_nodes import Node, plain
from bot.corpus.page_record import FILMS, OTHER_WORKS, REVIEWS, Page, Strategy, first, where
from bot.models import Given, GivenCredit
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_FILMS = frozenset(
    ["article", "newsarticle", "blogposting", "organization", "localbusiness", "person", "website", "webpage"]
).union(OTHER_WORKS)
_CREW = {
    "director": "director",
    "directors": "director",
    "musicby": "composer",
    "producer": "producer",
}
_YEAR = re.compile(r"(?<!\d)(?:18[89]|19\d|20\d)\d(?!\d)")
_YEAR_ROW = re.compile(
    r"""[(\[](?P<year>(?:18[89]|19\d|20\d)\d)[)\]]
    | (?P<alone>(?:18[89]|19\d|20[0-3])\d)
    | (?P<first>(?:18[89]|19\d|20\d)\d)\s?[|•·/]\s(?!.*\b(?:read|comments?|posted|views?|by)\b).{2,60}""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_LABEL = re.compile(
    r"(?:(?:movie|film|release)\s)?(?:year(?:\sof\srelease)?|released|release\sdate)\s?:?", re.IGNORECASE
)
_YEAR_BEHIND = r"\W{0,4}[\s(\[|,:–—-](?P<year>(?:18[89]|19\d|20[0-3])\d)(?!\w)"
_FILM_WITH_YEAR = re.compile(r"(?P<title>.{1,200}?)\s?[(\[](?P<year>(?:18[89]|19\d|20\d)\d)[)\]]")
_TRANSLATED = re.compile(r"[^()\[\]:]{3,120} \([A-Z][^()\d&:]{2,20}(?: [^()\s\d&:,]{1,25}){3,11}\)")
_REVIEW_WORD = re.compile(r"\breviews?\b", re.IGNORECASE)
_LEAD = re.compile(  # "My Movie Review - Rope"
    r"^(?:(?:my|our|the|a|full|quick)\s){0,2}(?:(?:movie|film)\s)?reviews?\s?(?:[-–—:|]|of\b|for\b)\s?",
    re.IGNORECASE,
)
_YEAR_NAMES = re.compile(r"(?:(?:movie|film|release)[_-]?)?(?:year|release[_-]?date)", re.IGNORECASE)
_PIECES = re.compile(r"\s+(?:[|»«•·~/]|::|[-–—]{1,2})\s+|:\s")
_TOP_LINES = 60  # of a page, in which its heading stands
_HEADING = 100  # characters; a longer line is prose


def read_film(page: Page, headline: Given | None) -> tuple[Given | None, Given | None]:
    """The film and its year, as the page's record has them."""
    item, film = _item(page), first(_FILM, page)
    if film and (match := _FILM_WITH_YEAR.fullmatch(film.value)):
        return Given(match["title"], film.where), Given(match["year"], film.where)
    year = (_year(item) if film and item else None) or _year_below(page.lines, headline)
    printed = [*page.headings.titles, *(line for line in page.lines if len(line) <= _HEADING)]
    return film, year or _year_in_title(printed, headline) or _year_labelled(page) or _year_marked(page)


def read_credits(page: Page) -> tuple[GivenCredit, ...]:
    """The film's cast and crew, as its record has them."""
    item = _item(page)
    return tuple(dict.fromkeys(_credits(item))) if item else ()


def read_headline(page: Page) -> Given | None:
    """The article's own heading, else the headline of its record, else the page's title without the site's name."""
    return first(_HEADLINE, page)


def _item(page: Page) -> Node | None:
    for review in page.reviews:
        for item in review.nodes("itemreviewed", "about"):
            if not item.kinds & _NO_FILMS:
                return item
    films = [
        node for node in page.nodes if node.kinds & FILMS and node.within in {None, "about", "itemreviewed"}
    ]
    return films[0] if films and len({fold(node.text("name") or "") for node in films}) == 1 else None


def _film_item(page: Page) -> Iterator[Given]:
    item = _item(page)
    names = [(item, item.text("name", "headline"))] if item else []
    names += [
        (review, review.text("itemreviewed")) for review in page.reviews if not review.nodes("itemreviewed")
    ]
    for node, name in names:
        # a plug-in that knows no film gives the post's own title
        if name and not (
            _REVIEW_WORD.search(name) or (len(name) > 60 and fold(name) == page.headings.folded)
        ):
            yield Given(name, where(node, "itemReviewed name" if node.kinds - FILMS else "Movie name"))


def _film_heading(page: Page) -> Iterator[Given]:
    """A title with its translation in brackets is nothing but a title."""
    heading = page.headings.chosen or ""
    if not _REVIEW_WORD.search(heading) and _TRANSLATED.fullmatch(heading):
        yield Given(heading, "page: heading")


def _film_graph(page: Page) -> Iterator[Given]:
    if any(value.lower() in {"video.movie", "movie"} for value in page.metas.get("og:type", ())):
        yield from page.stated(("og:title",))


def _year(item: Node) -> Given | None:
    for name in ("datecreated", "copyrightyear", "releasedate", "datepublished"):
        if (value := item.text(name)) and (match := _YEAR.search(value)):
            return Given(match[0], where(item, f"Movie {name}"))
    return None


def _year_labelled(page: Page) -> Given | None:
    """A year beside its label, each in an element of its own: a table's row, a list's term, two spans."""
    found: set[str] = set()
    for element in page.elements:
        label = (element.text or "").strip()
        if not label or len(label) > 24 or not _YEAR_LABEL.fullmatch(label):
            continue
        beside = element.getnext()
        text = plain(
            (element.tail or "").strip() or (beside.text_content() if beside is not None else ""), 60
        )
        printed = set(_YEAR.findall(text))
        found |= printed if len(printed) == 1 and len(text) <= 40 else set()
    return Given(found.pop(), "page: labelled year") if len(found) == 1 else None


def _year_marked(page: Page) -> Given | None:
    """The one year in an element that is named for it: ``<b class="year">``, ``<span data-label="Year">``."""
    found: set[str] = set()
    for element in page.elements:
        names = (element.get("class") or "").split()
        label = element.get("data-label") or element.get("data-title") or ""
        if any(map(_YEAR_NAMES.fullmatch, names)) or _YEAR_LABEL.fullmatch(label.strip()):
            printed = set(_YEAR.findall(plain(element.text_content(), 40)))
            found |= printed if len(printed) == 1 else set()
    return Given(found.pop(), "page: labelled year") if len(found) == 1 else None


def _year_below(lines: list[str], headline: Given | None) -> Given | None:
    """A year on the line below the heading: in brackets, or at the head of a row of facts."""
    for line, below in pairwise(filter(None, lines)):
        if headline and line == headline.value and (match := _YEAR_ROW.fullmatch(below)):
            return Given(match["year"] or match["alone"] or match["first"], "page: below its heading")
    return None


def _year_in_title(titles: list[str], headline: Given | None) -> Given | None:
    """The year that the page's title sets behind the words of its heading."""
    if not headline or _YEAR.search(headline.value):
        return None
    words = re.findall(r"\w+", _REVIEW_WORD.sub("", _LEAD.sub("", headline.value)))[:20]
    if not words:
        return None
    printed = r"\W{1,4}".join(map(re.escape, words))
    named = re.compile(rf"(?<!\w){printed}{_YEAR_BEHIND}", re.IGNORECASE)
    found = {match["year"] for title in titles if (match := named.search(title))}
    return Given(found.pop(), "page: title") if len(found) == 1 else None


def _credits(item: Node) -> Iterator[GivenCredit]:
    for name, role in (("actor", "actor"), ("actors", "actor"), *_CREW.items()):
        for value in item.fields.get(name, ())[:60]:
            node = value if isinstance(value, Node) else None
            person, character = (node.text("name"), None) if node else (str(value), None)
            if node and (player := node.text("actor")):  # a PerformanceRole
                person, character = player, node.text("charactername")
            for one in re.split(r",\s|\s&\s|;\s?", person or "") if node is None else [person]:
                if one and 2 < len(one) <= 60 and not one.startswith("http"):
                    yield GivenCredit(one, role, character, where(item, f"Movie {name}"))


def _headline_heading(page: Page) -> Iterator[Given]:
    if page.headings.chosen:
        yield Given(page.headings.chosen, "page: heading")


def _headline_node(page: Page) -> Iterator[Given]:
    for node in [*page.reviews, *page.articles]:
        if text := node.text("headline", *(["name"] if node.kinds & REVIEWS else [])):
            yield Given(text, where(node, "headline"))


def _headline_line(page: Page) -> Iterator[Given]:
    """The line of a page without headings that its title ends in: "Flick Bits - Rope" over "Rope"."""
    lines = {fold(line): line for line in page.lines[:_TOP_LINES] if 1 < len(line) <= _HEADING}
    for title in page.headings.titles:
        for separator in _PIECES.finditer(title):
            line = lines.get(fold(title[separator.end() :]))
            if line and fold(line) not in page.headings.sites and not is_masthead(line):
                yield Given(line, "page: line in its title")


def _headline_meta(page: Page) -> Iterator[Given]:
    for title in page.headings.titles:
        cut = cut_title(title, page.headings.sites)
        if fold(cut) not in page.headings.sites and not is_masthead(cut):
            yield Given(cut, "page: title")


_FILM: tuple[Strategy, ...] = (_film_item, _film_graph, _film_heading)
_HEADLINE: tuple[Strategy, ...] = (_headline_heading, _headline_node, _headline_line, _headline_meta)
