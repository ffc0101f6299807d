"""A rating that a page draws: rows of pictures and icons, a strip of stars laid over another, gauges."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.corpus.page_nodes import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_GLYPHS = "★⭐✭✮✯✪🌟☆✩"
_HOLLOW = "☆✩"
_WORD = re.compile(r"[a-z]+|\d+")
_STAR = word_set("star stars starfull starhalf starempty staro")
_HALF = word_set("half halfstar starhalf")
_EMPTY = word_set(
    """empty o outline outlined off blank border white grey gray unfilled inactive unchecked hollow starempty
    staro disabled greyed dim muted no none"""
)
_LIT = word_set(
    "checked active filled fill on full selected lit gold yellow colored coloured starfull solid fas"
)
_LAID_OVER = word_set(
    "fill filled inner front top over overlay on value current active stars rating percent star"
)
_ICON_TAGS = frozenset(
    ["i", "span", "b", "em", "img", "li", "a", "div", "label", "svg", "use", "path", "ion-icon"]
)
_WIDTH = re.compile(r"(?:^|[;\s])width\s{0,2}:\s{0,2}(?P<percent>\d{1,3}(?:\.\d{1,3})?)\s{0,2}%")
_VARIABLE = re.compile(
    r"--(?:rating|score|stars?|value)\s{0,2}:\s{0,2}(?P<value>\d{1,2}(?:\.\d{1,2})?)(?![\d%.])"
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_DATA = ("data-rating", "data-score", "data-stars", "data-rate", "data-rateit-value", "data-rating-value")
_DATA_BEST = (
    "data-max",
    "data-best",
    "data-total",
    "data-rateit-max",
    "data-out-of",
    "data-max-rating",
    "data-scale",
)
_MOST = 3000  # elements with a star in their names that are looked at
_SCALES = frozenset([4, 5, 6, 10])


def short_text(element: HtmlElement, longest: int = 120) -> str:
    """An element's text, cut off behind ``longest`` characters without reading on."""
    found: list[str] = []
    size = 0
    for piece in element.itertext():
        found.append(piece[: 4 * longest])
        size += len(piece)
        if size > longest:
            break
    return " ".join("".join(found).split())[: longest + 1]


def drawn_row(parent: HtmlElement) -> str | None:
    """The stars that an element's children draw, a half and the empty ones with them; None where they draw none.

    >>> from lxml.html import fromstring
    >>> pictures = "<img alt='Star'>" * 2 + "<img alt='Half Star'><img alt='Empty Star'>"
    >>> icons = "<i class='fa fa-star checked'></i>" * 3 + "<i class='fa fa-star'></i>" * 2
    >>> drawn_row(fromstring(f"<p>{pictures}</p>")), drawn_row(fromstring(f"<p>{icons}</p>"))
    ('★★½☆', '★★★☆☆')
    """
    marks: list[tuple[float | None, int, bool]] = []
    for child in islice(parent, 40):
        if not isinstance(child.tag, str) or child.tag == "br":
            continue
        mark = _mark(child)
        if mark is None:
            if marks and short_text(child):
                break
            continue
        marks.append(mark)
    count = sum(many for _, many, _ in marks)
    if not 2 <= count <= 10:
        return None
    lit = any(is_lit for _, _, is_lit in marks)
    out = ""
    for state, many, is_lit in marks:
        value = state if state is not None else 1.0 if is_lit or not lit else 0.0
        out += {1.0: "★", 0.5: "½", 0.0: "☆"}[value] * many
    ordered = out.lstrip("★").removeprefix("½").strip("☆") == ""
    return out if ordered and (count in _SCALES or "☆" not in out) and out.strip("☆") else None


def _mark(element: HtmlElement) -> tuple[float | None, int, bool] | None:
    """What one child draws: full, half or empty, None for one that only its neighbours tell; how many; whether lit."""
    text = "".join(short_text(element).split()).replace("\ufe0f", "")
    inner = element
    while len(inner) == 1 and not (inner.text or "").strip() and isinstance(inner[0].tag, str):
        inner = inner[0]
    names = " ".join(
        value
        for e in {element, inner}
        for name in ("class", "alt", "src", "title", "aria-label", "href", "name", "data-icon")
        if (value := e.get(name))
    )
    words = set(_WORD.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names[:400]).lower()))
    icon = (
        text.lower() if text.lower() in {"star", "star_half", "star_border", "star_outline", "grade"} else ""
    )
    if icon:
        words |= set(icon.split("_")) | {"star"}
    elif text and (text.strip(_GLYPHS + "½") or len(text) > 10):
        return None
    many = len(text) if text and not icon else 1
    if text == "½" or words & _HALF:
        return (0.5, 1, False) if text or words & _STAR else None
    if not text and (not words & _STAR or element.tag not in _ICON_TAGS or len(inner)):
        return None
    if words & _EMPTY or {"far", "star"} <= words or (text and not icon and not text.strip(_HOLLOW)):
        return 0.0, many, False
    if {"bi", "star"} <= words and not words & _LIT:
        return 0.0, many, False
    lit = bool(words & (_LIT - {"fas"}))
    return None if not text and not words & _STAR else (1.0 if lit else None), many, lit


def laid_over(element: HtmlElement) -> str | None:
    """The stars of which a strip shows a share: a width in per cent over a row of as many.

    >>> from lxml.html import fromstring
    >>> strip = fromstring("<p><b class='back'>★★★★★</b><b class='front' style='width: 70%'>★★★★★</b></p>")
    >>> laid_over(strip[1])
    '3.5/5'
    """
    match = _WIDTH.search(element.get("style") or "")
    if match is None:
        return None
    words = set(_WORD.findall((element.get("class") or "").lower()))
    parent = element.getparent()
    if parent is not None:
        words |= set(_WORD.findall(f"{parent.get('class') or ''} {parent.get('id') or ''}".lower()))
    stars = "".join(c for c in short_text(element) if c in _GLYPHS)
    beside = "".join(c for c in short_text(parent) if c in _GLYPHS) if parent is not None else ""
    count = len(stars) or len(beside)
    if len(stars) > 10 or count > 20 or not (stars or words & (_STAR | {"rating", "ratings", "rated"})):
        return None
    percent = float(match["percent"])
    if count in _SCALES and 0 < percent <= 100:
        return f"{round(percent * count / 100, 2):g}/{count}"
    empty = not short_text(element)
    return f"{percent:g}%" if empty and 0 < percent <= 100 and words & _STAR and words & _LAID_OVER else None


def gauge(element: HtmlElement) -> str | None:
    """A number in an attribute, with its scale where another states it.

    >>> from lxml.html import fromstring
    >>> gauge(fromstring("<p data-rating='3.5' data-max='5'>")), gauge(fromstring("<meter value='7' max='10'>"))
    ('3.5/5', '7/10')
    """
    value = next((v for name in _DATA if (v := element.get(name))), None)
    best = next((v for name in _DATA_BEST if (v := element.get(name))), None)
    if element.tag in {"meter", "progress"}:
        value, best = element.get("value"), element.get("max")
    if value is None and (match := _VARIABLE.search(element.get("style") or "")):
        value = match["value"]
    value, best = (value or "").strip().replace(",", "."), (best or "").strip()
    if not _NUMBER.fullmatch(value) or float(value) == 0:
        return None
    return (
        f"{value}/{best}" if re.fullmatch(r"\d{1,3}(?:\.0)?", best) and float(value) <= float(best) else value
    )


def rows_of(elements: list[HtmlElement]) -> Iterator[tuple[HtmlElement, str]]:
    """Every element whose children draw a row of stars, with the row."""
    parents: dict[HtmlElement, None] = {}
    for element in elements:
        named = element.get("class") or element.get("alt") or element.get("src") or element.get("name") or ""
        text = element.text or ""
        if "star" in named.lower() or "star" in text or any(c in _GLYPHS for c in text):
            parent = element.getparent()
            if parent is not None and len(parent) > 1:
                parents.setdefault(parent)
            if parent is not None and len(parent) == 1 and (outer := parent.getparent()) is not None:
                parents.setdefault(outer)
        if len(parents) > _MOST:
            break
    for parent in parents:
        if any(_WIDTH.search(child.get("style") or "") for child in islice(parent, 20)):
            continue
        if row := drawn_row(parent):
            yield parent, row
