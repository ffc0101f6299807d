"""A page's tree -> the article's text, with what was emphasised in it.

Which lines are the article's, trafilatura says, or the page itself where it marks the article's body. The lines
are the page's own, so that not a blank of the prose is changed.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from bot.corpus.decode import clean_characters
from bot.corpus.markup import CLOSE, OPEN, Stripped, assemble, strip_markup
from bot.corpus.page_nodes import plain, word_set
from bot.corpus.page_tree import LINE_BREAK, elements_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from lxml.html import HtmlElement

    from bot.corpus.page_nodes import Node

_LITTLE = 0.5  # of the largest block of text: an extraction that yields less has missed the review
_MOST = 0.8  # of what was extracted: a choice of lines that holds less has missed some
_PROSE = 60  # characters; a line as long as that is a paragraph, not a label
_NEAR = 8  # lines between the prose and a label that belongs to it
_SHORTEST_BODY = 200  # characters of a marked body that are taken for the whole article
_MOST_LINES = 10_000  # a page of more is a text by itself, and takes trafilatura seconds
_EMPHASIS = frozenset(["i", "em", "b", "strong", "cite", "u", "hi"])
_BLOCKS = word_set(
    """address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
    head header hr list main ol p pre quote section table tbody ul doc"""
)
_LINES = frozenset(["br", "lb", "li", "tr", "item", "row"])
_CELLS = frozenset(["td", "th", "cell"])
_UNSEEN = frozenset(["script", "style", "template", "noscript", "title", "head"])
_BODY_PROPERTIES = frozenset(["reviewbody", "articlebody"])
_BODY_CLASSES = word_set(
    """entry-content post-content article-content article-body article__body post-body e-content story-body
    review-body"""
)
_BLANKS = re.compile(r"\s+")
_NOT_SIGN = re.compile(r"[\W_]+")
_BETWEEN_LINKS = re.compile(r"\s*[|·•»«>/,-]\s*|\s{2,}")
_SCORE_LINE = re.compile(
    r"""(?:(?:my|our|final|overall|the)\s)?(?:(?:rating|score|grade|verdict|mark|stars?|overall)\s?[:=-]?\s?)?
    (?:\d{1,2}(?:[.,]\d{1,2})?\s?(?:/|out\sof)\s?\d{1,3}(?:\sstars?)? | [★☆⭐½]{2,12}(?:\s?/\s?\d{1,2})?
      | \*{1,5}(?:\s?½|\s?1/2)?(?:\s(?:out\s)?of\s\*{4,5})? | [A-F][+-]?)[.!]?""",
    re.VERBOSE | re.IGNORECASE,
)
_COLOPHON = re.compile(
    r"""\W{0,3}(?:best\sviewed|you\sare\svisitor|all\srights\sreserved|©|\(c\)\s|copyright\b|powered\sby|last\s(?:updated|modified|changed)
    |sign\s(?:my|our|the)\sguestbook|back\sto\s(?:top|the)|return\sto|e-?mail\s(?:me|us|the)|share\sthis|print\sthis)""",
    re.VERBOSE | re.IGNORECASE,
)


def find_article(tree: HtmlElement, nodes: list[Node]) -> Stripped:
    """The article of a pruned page; ``nodes`` may hold its whole text where the page shows a part."""
    page = text_of(tree)
    links = {_signs(e.text_content()) for e in tree.iter("a") if e.get("href")}
    body = _marked_body(tree)
    if body is not None:
        found = _select(page, text_of(body).text, links, set())
    else:
        block = text_of(_largest_block(tree))
        extracted = None if page.text.count("\n") > _MOST_LINES else _extracted(tree)
        if extracted is None or len(extracted.text) < _LITTLE * len(block.text):
            extracted = block
        headings = {plain(e.text_content(), 200) for tag in ("h2", "h3", "h4", "h5") for e in tree.iter(tag)}
        found = _select(page, extracted.text, links, headings)
        if len(found.text) < _MOST * len(extracted.text):
            found = extracted
    stated = max((t for n in nodes for t in n.texts("reviewbody", "articlebody")), key=len, default="")
    if len(found.text) < _LITTLE * len(stated):
        return strip_markup(clean_characters(stated))
    return found


def _marked_body(tree: HtmlElement) -> HtmlElement | None:
    """The one element that is marked as the body of an article."""
    marks = (("itemprop", _BODY_PROPERTIES), ("class", _BODY_CLASSES))
    elements = elements_of(tree)
    for attribute, names in marks:
        found = [e for e in elements if names & set((e.get(attribute) or "").lower().split())]
        outer = (
            [element for element in found if not any(a in found for a in element.iterancestors())]
            if len(found) < 50
            else []
        )
        if len(outer) == 1 and len(text_of(outer[0]).text) >= _SHORTEST_BODY:
            return outer[0]
    typed = [element for element in elements if element.tag == "pre"]
    if len(typed) == 1 and 2 * len(text_of(typed[0]).text) > len(text_of(tree).text):
        return typed[0]
    return None


def _select(page: Stripped, wanted: str, links: set[str], headings: set[str]) -> Stripped:
    """The page's lines that stand in the wanted text, and the score that stands beside them."""
    lines = [(match.start(), match.end(), match[0]) for match in re.finditer(r"[^\n]+", page.text)]
    whole = {_signs(line) for line in wanted.split("\n")}
    joined = _signs(wanted)
    chosen = [
        (bool(signs := _signs(text)) and (signs in whole or (len(text) > 40 and signs in joined)))
        or (not signs and text in wanted)
        for _, _, text in lines
    ]
    prose = [
        i
        for i, (_, _, text) in enumerate(lines)
        if chosen[i] and len(text) > _PROSE and not _is_links(text, links)
    ]
    if not prose:
        prose = [i for i, one in enumerate(chosen) if one]
    if not prose:
        return Stripped("", ())
    kept: list[tuple[int, int]] = []
    for index in range(prose[0] + 1, prose[-1]):  # a heading between paragraphs belongs to the one below it
        chosen[index] = chosen[index] or (lines[index][2] in headings and chosen[index + 1])
    for index in range(max(0, prose[0] - _NEAR), min(len(lines), prose[-1] + _NEAR + 1)):
        start, end, text = lines[index]
        scored = _SCORE_LINE.fullmatch(text) is not None
        if not chosen[index] and not scored:
            continue
        if scored or not (
            _is_links(text, links) or (index > prose[len(prose) // 2] and _COLOPHON.match(text))
        ):
            kept.append((start, end))
    return _cut(page, kept)


def _cut(page: Stripped, kept: list[tuple[int, int]]) -> Stripped:
    """Some of a text's lines, each with the gap that stood before it, and the emphasis within them."""
    out: list[str] = []
    shifts: list[tuple[int, int, int]] = []
    length = 0
    for start, end in kept:
        if out:
            gap = "\n\n" if page.text[start - 2 : start] == "\n\n" else "\n"
            out.append(gap)
            length += len(gap)
        shifts.append((start, end, length - start))
        out.append(page.text[start:end])
        length += end - start
    emphasis: list[tuple[int, int]] = []
    spans = iter(sorted(page.emphasis))
    at = 0
    for a, b in spans:
        while at < len(shifts) and shifts[at][1] <= a:
            at += 1
        if at < len(shifts) and shifts[at][0] <= a and b <= shifts[at][1]:
            emphasis.append((a + shifts[at][2], b + shifts[at][2]))
    return Stripped("".join(out), tuple(emphasis))


def _signs(text: str) -> str:
    return _NOT_SIGN.sub("", text).casefold()


def _is_links(line: str, links: set[str]) -> bool:
    """Whether a short line is made of links alone, as menus are."""
    if not links or len(line) > 200:
        return False
    parts = [signs for part in _BETWEEN_LINKS.split(line) if (signs := _signs(part))]
    return bool(parts) and (_signs(line) in links or all(part in links for part in parts))


@cache
def _trafilatura() -> ModuleType:  # its import takes most of a second, which no other file needs to wait for
    import trafilatura

    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # what it can't read is reported as a rejected file
    return trafilatura


def _extracted(tree: HtmlElement) -> Stripped | None:
    document = _trafilatura().bare_extraction(
        deepcopy(tree),
        fast=True,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        with_metadata=False,
    )
    return text_of(document.body) if document is not None and document.body is not None else None


def _largest_block(tree: HtmlElement) -> HtmlElement:
    """The element whose paragraphs, and those directly below it, hold the most text."""
    body = tree.find("body")
    weights: dict[HtmlElement, float] = {}
    for element in elements_of(tree):
        own = sum(len(t.strip()) for t in (element.text or "", *(c.tail or "" for c in element)))
        if own < 25 or element.tag in _UNSEEN:
            continue
        holder = (
            element.getparent()
            if element.tag in {"p", "blockquote", "li", "span", "font", "i", "em", "b"}
            else element
        )
        share = 1.0
        for _ in range(3):
            if holder is None:
                break
            weights[holder] = weights.get(holder, 0.0) + own * share
            holder, share = holder.getparent(), share * 0.6
    return max(weights, key=lambda e: weights[e]) if weights else (tree if body is None else body)


def text_of(root: HtmlElement) -> Stripped:
    """An element's text as its reader sees it, without recursion."""
    pieces: list[str] = []
    verbatim = 0  # depth of <pre>
    for event, element in _walk(root):
        tag = element.tag
        mark = "\n\n" if tag in _BLOCKS else "\n" if tag in _LINES else " " if tag in _CELLS else ""
        if event == "start":
            verbatim += tag == "pre"
            pieces.append(mark)
            if tag in _EMPHASIS:
                pieces.append(OPEN)
            pieces.append(_plain(element.text, verbatim))
        else:
            verbatim -= tag == "pre"
            if tag in _EMPHASIS:
                pieces.append(CLOSE)
            if tag not in {"br", "lb"}:
                pieces.append(mark)
            if element is not root:
                pieces.append(_plain(element.tail, verbatim))
    stripped = assemble(pieces)
    lead = len(stripped.text) - len(stripped.text.lstrip())
    return Stripped(stripped.text.strip(), tuple((a - lead, b - lead) for a, b in stripped.emphasis))


def _walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    from lxml import etree

    skipping: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if skipping is None and element.tag in _UNSEEN and event == "start" and element is not root:
            skipping = element
        if skipping is None:
            yield event, element
        elif element is skipping and event == "end":
            skipping = None


def _plain(text: str | None, verbatim: int) -> str:
    """Text between tags, where a line's end is a blank like any other."""
    if not text:
        return ""
    if LINE_BREAK in text:
        return "\n".join(_plain(piece, verbatim) for piece in text.split(LINE_BREAK))
    return clean_characters(text) if verbatim else clean_characters(_BLANKS.sub(" ", text)).replace("\n", " ")
