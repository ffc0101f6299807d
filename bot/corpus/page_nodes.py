"""What a page says of itself in JSON-LD, microdata, RDFa and hReview -> nodes of one shape."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_MOST_NODES = 5000  # of one page; what comes after is not read
_DEEPEST = 40  # levels of JSON
_LONGEST = 400  # characters of a value that is looked at; only a review's own text is longer
_TAG = re.compile(r"<[^<>]{0,300}>")
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_LONG_FIELDS = frozenset(["reviewbody", "articlebody"])
_CONTENT = {"a": "", "time": "datetime", "link": "href", "img": "alt", "meta": "content", "data": "value"}


@dataclass(slots=True, eq=False)
class Node:
    """One thing that a page describes; types and field names in lower case, without their vocabulary's address."""

    origin: str  # "JSON-LD", "microdata", "hReview"
    kinds: frozenset[str]
    fields: dict[str, list[Node | str]] = field(default_factory=dict)
    within: str | None = None  # the field of another node that this one stands in

    def texts(self, *names: str) -> list[str]:
        """The plain values of the first of these fields that has any; of a node there, its name."""
        for name in names:
            found = [v if isinstance(v, str) else v.text("name") for v in self.fields.get(name, ())]
            if kept := [value for value in found if value]:
                return kept
        return []

    def text(self, *names: str) -> str | None:
        return next(iter(self.texts(*names)), None)

    def nodes(self, *names: str) -> list[Node]:
        return [v for name in names for v in self.fields.get(name, ()) if isinstance(v, Node)]

    def add(self, name: str, value: Node | str) -> None:
        if value != "":
            self.fields.setdefault(name, []).append(value)


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(words.split())


def plain(value: str, longest: int = _LONGEST) -> str:
    """A value without tags, entities and runs of blanks.

    >>> plain("Tom &amp;amp; Ada\\n <b>go</b> far")
    'Tom & Ada go far'
    """
    return " ".join(_TAG.sub("", html.unescape(html.unescape(value[: longest * 4]))).split())[:longest]


def read_json_ld(tree: HtmlElement) -> list[Node]:
    """Every node of a page's JSON-LD scripts, in order; a reference stands for what it refers to."""
    reader = _JsonReader()
    for script in islice(tree.iter("script"), 1000):
        if "ld+json" in (script.get("type") or "").lower():
            for value in _load(script.text or ""):
                reader.read(value, None, 0)
    for node in reader.nodes:
        for values in node.fields.values():
            values[:] = [reader.resolved(value) for value in values]
    return reader.nodes


def _load(text: str) -> Iterator[object]:
    text = _WRAPPING.sub("", _WRAPPING.sub("", text.strip())).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            yield json.loads(attempt, strict=False, parse_float=str, parse_int=str)
        except (ValueError, RecursionError):
            continue
        return


@dataclass(slots=True)
class _JsonReader:
    nodes: list[Node] = field(default_factory=list)
    known: dict[str, Node] = field(default_factory=dict)  # by @id

    def resolved(self, value: Node | str) -> Node | str:
        """What a mere reference refers to, anything else itself."""
        if isinstance(value, Node) and set(value.fields) == {"@id"}:
            return self.known.get(value.text("@id") or "", value)
        return value

    def read(self, value: object, within: str | None, depth: int) -> list[Node | str]:
        if depth > _DEEPEST or len(self.nodes) >= _MOST_NODES:
            return []
        if isinstance(value, list):
            return [found for item in value for found in self.read(item, within, depth + 1)]
        if not isinstance(value, dict):
            longest = 500_000 if within in _LONG_FIELDS else _LONGEST
            text = value[:longest].strip() if within in _LONG_FIELDS and isinstance(value, str) else ""
            return [text or plain(str(value), longest)] if isinstance(value, str | int | float) else []
        kinds = value.get("@type")
        node = Node("JSON-LD", _kinds(kinds if isinstance(kinds, list) else [kinds]), within=within)
        if len(value) > 1:
            self.nodes.append(node)
        for key, inner in value.items():
            name = str(key).rpartition("/")[2].rpartition(":")[2].lower()
            if name in {"@type", "@context"}:
                continue
            # what a graph or a list holds stands for itself
            role = None if name in {"@graph", "itemlistelement", "mainentity", "mainentityofpage"} else name
            for found in self.read(inner, role, depth + 1):
                node.add(name, found)
        if (ids := node.texts("@id")) and len(node.fields) > 1:
            self.known.setdefault(ids[0], node)
        return [node]


def _kinds(types: list[object]) -> frozenset[str]:
    return frozenset(re.split(r"[/#:]", str(kind).strip())[-1].lower() for kind in types if kind)


def read_microdata(elements: list[HtmlElement]) -> list[Node]:
    """Every node of a page's microdata and RDFa; ``elements`` are the page's own, in document order."""
    nodes: list[Node] = [Node("microdata", frozenset(["page"]))]  # for fields that belong to nothing
    owners: dict[HtmlElement, Node] = {}
    for element in elements:
        parent = element.getparent()
        owner = owners.get(parent, nodes[0])
        owners[element] = owner
        name = element.get("itemprop") or _property(element)
        kind = element.get("itemtype") or element.get("typeof")
        own = element.get("property") if kind and name != element.get("property") else None
        names = [part.rpartition(":")[2].rpartition("/")[2].lower() for part in (name or "").split()]
        if (kind or element.get("itemscope") is not None) and len(nodes) < _MOST_NODES:
            node = Node("microdata", _kinds(list((kind or "").split())), within=names[0] if names else None)
            nodes.append(node)
            owners[element] = node
            for part in names:
                owner.add(part, node)
            if (own and own.endswith("name")) or ("name" not in names and names and not len(element)):
                node.add("name", plain(element.text_content()))
        else:
            for part in names:
                if len(owner.fields.get(part, ())) < 100:
                    owner.add(part, _value(element, part))
    return [node for node in nodes if node.fields]


def _property(element: HtmlElement) -> str | None:
    if element.tag == "meta":
        return None  # OpenGraph
    parent = element.getparent()
    if element.get("typeof") and parent is not None and ":" in (parent.get("rel") or ""):
        return str(parent.get("rel"))
    return element.get("property")  # type: ignore[no-any-return]


def _value(element: HtmlElement, name: str) -> str:
    if (content := element.get("content")) is not None:
        return plain(content)
    if (attribute := _CONTENT.get(element.tag)) and (stated := element.get(attribute)):
        return plain(stated)
    return "" if name in _LONG_FIELDS else plain(element.text_content())


def read_hreview(tree: HtmlElement) -> list[Node]:
    """The reviews that a page marks with the class names of hReview."""
    nodes = []
    for root in islice(_classed(tree, "hreview"), 20):
        node = Node("hReview", frozenset(["review"]))
        for name, field_name in (("dtreviewed", "datepublished"), ("summary", "headline")):
            for element in islice(_classed(root, name), 1):
                node.add(field_name, plain(element.get("title") or element.text_content()))
        for item in islice(_classed(root, "item"), 1):
            thing = Node("hReview", frozenset(["movie"]), within="itemreviewed")
            named = next(_classed(item, "fn"), None)
            thing.add("name", plain((item if named is None else named).text_content()))
            node.add("itemreviewed", thing)
        for reviewer in islice(_classed(root, "reviewer"), 1):
            named = next(_classed(reviewer, "fn"), None)
            node.add("author", plain((reviewer if named is None else named).text_content()))
        for rating in islice(_classed(root, "rating"), 1):
            node.add("reviewrating", _hreview_rating(root, rating))
        nodes.append(node)
    return nodes


def _hreview_rating(root: HtmlElement, rating: HtmlElement) -> Node:
    found = Node("hReview", frozenset(["rating"]), within="reviewrating")
    for name in ("value", "best", "worst"):
        element = next(_classed(rating, name), None)
        if element is None and name != "value":
            element = next(_classed(root, name), None)
        if element is not None:
            found.add(f"{name}rating", plain(element.get("title") or element.text_content()))
    if not found.texts("valuerating"):
        found.add("valuerating", plain(rating.get("title") or rating.text_content()))
    return found


def _classed(tree: HtmlElement, name: str) -> Iterator[HtmlElement]:
    return (
        e for e in tree.iter() if isinstance(e.tag, str) and name in (e.get("class") or "").lower().split()
    )
