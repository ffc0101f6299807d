"""An HTML page -> the review's text with what was emphasised in it, and what the page states of itself."""  # noqa: A005

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.corpus.decode import clean_characters
from bot.corpus.markup import CLOSE, OPEN, Stripped, assemble, strip_markup
from bot.corpus.page_facts import read_nodes, read_page_facts
from bot.corpus.page_tree import elements_of, parse_page, prune_around, prune_beside
from bot.models import GivenFacts
from bot.text import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from bot.corpus.page_nodes import Node

_LITTLE = 0.5  # of the largest block of text: an extraction that yields less has missed the review
_EMPHASIS = frozenset("i em b strong cite u hi".split())
_BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head header
    hr list main ol p pre quote section table tbody ul doc""".split()
)
_LINES = frozenset("br lb li tr item row".split())
_CELLS = frozenset("td th cell".split())
_UNSEEN = frozenset("script style template noscript title head".split())


def parse_html(source: str) -> tuple[Stripped, GivenFacts]:
    """Read a page's article and its metadata; nothing is run, loaded or resolved.

    >>> page = "<title>Rope - Ada's Film Blog</title><p>In <i>Rope</i> the camera never blinks, or hardly ever.</p>"
    >>> stripped, given = parse_html(page)
    >>> stripped.text, stripped.emphasis, given.headline.value
    ('In Rope the camera never blinks, or hardly ever.', ((3, 7),), 'Rope')
    """
    tree = parse_page(source)
    if tree is None:
        return strip_markup(source), GivenFacts()
    nodes = read_nodes(tree)
    prune_around(tree)
    given = read_page_facts(tree, elements_of(tree), nodes, _text(tree).text.split("\n"))
    prune_beside(tree)
    article = _article(tree, nodes)
    headline = given.headline
    if headline and headline.where == "page: heading" and not _opens_with(article.text, headline.value):
        shift = len(headline.value) + 2
        article = Stripped(
            f"{headline.value}\n\n{article.text}", tuple((a + shift, b + shift) for a, b in article.emphasis)
        )
    return article, given


def merge_given(first: GivenFacts, second: GivenFacts) -> GivenFacts:
    """What was given, the first source winning over the second field by field."""
    missing = {f.name: getattr(second, f.name) for f in fields(first) if not getattr(first, f.name)}
    if first.film and "year" in missing and (second.film is None or fold(first.film.value) != fold(second.film.value)):
        missing.pop("year")  # a year belongs to the film it was given with
    return replace(first, **missing)


def _opens_with(text: str, headline: str) -> bool:
    return any(line.strip() == headline for line in text[: 10 * len(headline) + 400].split("\n")[:6])


def _article(tree: HtmlElement, nodes: list[Node]) -> Stripped:
    """The article by trafilatura, or the largest block of text where that finds little."""
    extracted = _extracted(tree)
    found = _text(extracted) if extracted is not None else Stripped("", ())
    block = _text(_largest_block(tree))
    if len(found.text) < _LITTLE * len(block.text):
        found = block
    stated = max((t for n in nodes for t in n.texts("reviewbody", "articlebody")), key=len, default="")
    if len(found.text) < _LITTLE * len(stated):  # the page shows less than it states
        found = strip_markup(clean_characters(stated))
    return found


@cache
def _trafilatura() -> Any:  # its import takes most of a second, which no other file needs to wait for
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it can't read is reported as a rejected file
    return trafilatura


def _extracted(tree: HtmlElement) -> HtmlElement | None:
    document = _trafilatura().bare_extraction(
        deepcopy(tree), fast=True, include_comments=False, include_tables=True, include_formatting=True, with_metadata=False
    )
    return document.body if document is not None else None


def _largest_block(tree: HtmlElement) -> HtmlElement:
    """The element whose paragraphs, and those directly below it, hold the most text."""
    body = tree.find("body")
    weights: dict[HtmlElement, float] = {}
    for element in elements_of(tree):
        own = sum(len(t.strip()) for t in (element.text or "", *(c.tail or "" for c in element)))
        if own < 25 or element.tag in _UNSEEN:
            continue
        holder = element.getparent() if element.tag in {"p", "blockquote", "li", "span", "font", "i", "em", "b"} else element
        share = 1.0
        for _ in range(3):
            if holder is None:
                break
            weights[holder] = weights.get(holder, 0.0) + own * share
            holder, share = holder.getparent(), share * 0.6
    return max(weights, key=lambda e: weights[e]) if weights else (tree if body is None else body)


def _text(root: HtmlElement) -> Stripped:
    """An element's text as its reader sees it, without recursion."""
    pieces: list[str] = []
    for event, element in _walk(root):
        tag = element.tag
        mark = "\n\n" if tag in _BLOCKS else "\n" if tag in _LINES else " " if tag in _CELLS else ""
        if event == "start":
            pieces.append(mark)
            if tag in _EMPHASIS:
                pieces.append(OPEN)
            pieces.append(_plain(element.text))
        else:
            if tag in _EMPHASIS:
                pieces.append(CLOSE)
            if tag not in {"br", "lb"}:
                pieces.append(mark)
            if element is not root:
                pieces.append(_plain(element.tail))
    stripped = assemble(pieces)
    return Stripped(stripped.text.strip(), stripped.emphasis)


def _walk(root: HtmlElement) -> Any:
    from lxml import etree

    skipping: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if skipping is None and element.tag in _UNSEEN and event == "start" and element is not root:
            skipping = element
        if skipping is None or (element is skipping and event == "end"):
            yield event, element
        if element is skipping and event == "end":
            skipping = None


_BLANKS = re.compile(r"\s+")


def _plain(text: str | None) -> str:
    """Text between tags, where a line's end is a blank like any other."""
    return clean_characters(_BLANKS.sub(" ", text)).replace("\n", " ") if text else ""
