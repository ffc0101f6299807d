"""What a page states of itself, gathered once for the readers of each fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bot.corpus.page_headings import Headings
from bot.corpus.page_nodes import Node, plain, read_hreview, read_microdata
from bot.models import Given

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WHERE = "page metadata: "
FILMS = frozenset(["movie", "film", "tvseries", "tvepisode", "shortfilm"])
OTHER_WORKS = frozenset(["book", "videogame", "game", "musicalbum", "musicrecording", "restaurant", "play"])
REVIEWS = frozenset(["review", "criticreview", "moviereview", "reviewnewsarticle"])
ARTICLES = frozenset(
    ["article", "newsarticle", "blogposting", "posting", "opinionnewsarticle", "socialmediaposting", "report"]
)
SITE_METAS = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
    "copyright-holder",
)


@dataclass(frozen=True, slots=True)
class Page:
    elements: list[HtmlElement]  # without menus, comments and related posts
    lines: list[str]
    nodes: list[Node]
    metas: dict[str, list[str]]  # by name in lower case, in order
    url: str | None
    headings: Headings
    reviews: list[Node]

    @property
    def articles(self) -> list[Node]:
        """The articles on the page, its readers' reviews and comments left out."""
        return [
            n for n in self.nodes if n.kinds & ARTICLES and not n.kinds & REVIEWS and n.within != "comment"
        ]

    def stated(self, names: tuple[str, ...]) -> Iterator[Given]:
        for name in names:
            for value in self.metas.get(name, ()):
                yield Given(value, f"{WHERE}{name}")


Strategy = Callable[[Page], Iterator[Given]]


def read_page(tree: HtmlElement, elements: list[HtmlElement], nodes: list[Node], lines: list[str]) -> Page:
    """Gather what a page states; ``elements`` and ``lines`` are those left after pruning, ``nodes`` its JSON-LD."""
    nodes = [*nodes, *read_microdata(elements), *read_hreview(tree)]
    metas: dict[str, list[str]] = {}
    for meta in islice(tree.iter("meta"), 2000):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and (value := plain(meta.get("content") or "")):
            metas.setdefault(name, []).append(value)
    title = plain(next((e.text_content() for e in tree.iter("title")), ""))
    url = _url(tree, metas, nodes)
    sites = [
        node.text("name")
        for node in nodes
        if node.kinds & {"website", "organization", "newsmediaorganization"} or node.within == "publisher"
    ]
    stated = [value for name in SITE_METAS for value in metas.get(name, ())]
    headings = Headings.read(
        elements, [*metas.get("og:title", ()), title], [*stated, *filter(None, sites)], url
    )
    return Page(elements, lines, nodes, metas, url, headings, _own_reviews(nodes))


def first(strategies: tuple[Strategy, ...], page: Page) -> Given | None:
    return next((given for strategy in strategies for given in strategy(page) if given.value), None)


def where(node: Node, what: str) -> str:
    return f"{WHERE}{node.origin} {what}"


def _own_reviews(nodes: list[Node]) -> list[Node]:
    """The reviews that are the page's own: those beside a film's record are its readers' where there are several."""
    reviews = [node for node in nodes if node.kinds & REVIEWS]
    own = [node for node in reviews if node.within not in {"review", "reviews", "comment"}]
    return own or (reviews if len({node.origin for node in reviews}) == len(reviews) else [])


def _url(tree: HtmlElement, metas: dict[str, list[str]], nodes: list[Node]) -> str | None:
    canonical = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()
    ]
    stated = [
        url
        for node in nodes
        if node.kinds & (ARTICLES | REVIEWS)
        for url in node.texts("url", "mainentityofpage")
    ]
    for url in [*canonical, *metas.get("og:url", ()), *stated]:
        if re.match(r"https?://[^\s/]+", url):
            return str(url).strip()[:2000]
    return None
