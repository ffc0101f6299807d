"""RSS 2.0 (https://www.rssboard.org/rss-specification) and Atom (RFC 4287) -> rows; from bytes, never an address.

Letterboxd's RSS says in elements of its own which film an entry is about and how many stars its member gave.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.corpus.page_tree import decode_page
from bot.corpus.rows import LIMITS, Row
from bot.errors import FileRejected
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.corpus.rows import Limits, Value

_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF|(?:atom|a):feed)[\s>]", re.IGNORECASE)
_ELEMENT = re.compile(r"<[A-Za-z_]")
_DECLARATION = re.compile(r"<\?xml[^<>]*\?>")
_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};")  # of HTML, not of XML
_DECLARES = re.compile(r"<!(?:ENTITY\b|DOCTYPE\b[^<>\[]*\[)", re.IGNORECASE)
_LETTERBOXD = re.compile(  # what Letterboxd puts around a member's words
    r"<p>\s*(?:<em>\s*)?(?:Watched\ on\ [^<>]{5,60}|This\ review\ may\ contain\ spoilers\.)(?:\s*</em>)?\s*</p>",
    re.VERBOSE,
)
_TAG = re.compile(r"<[^<>]*>")
_SHOW_NOTES = 1500  # characters; what comes with a recording and is shorter describes it
_MOST_BYTES = 16 * 1024 * 1024


def read_feed(data: bytes, limits: Limits = LIMITS) -> Iterator[Row]:
    """Read a feed's entries. Raises FileRejected where it is no feed or declares entities.

    >>> item = b"<item><title>Rope</title><description>Tense.</description></item>"
    >>> feed = b"<rss version='2.0'><channel><title>Ada</title>" + item + b"</channel></rss>"
    >>> [row.fields["text"] for row in read_feed(feed)]
    ['Tense.']
    """
    if len(data) > _MOST_BYTES:
        raise FileRejected(words.feed_too_large(_MOST_BYTES))
    text = _DECLARATION.sub("", decode_page(data).lstrip(), count=1)
    if (root := _ELEMENT.search(text)) is None or not _ROOT.match(text, root.start()):
        raise FileRejected(words.NO_FEED)
    if _DECLARES.search(text, 0, root.start()) or _DECLARES.search(_without_data(text)):
        raise FileRejected(words.ENTITIES)
    import feedparser

    # From a stream: feedparser would take bytes for a file's name first.
    found = feedparser.parse(io.BytesIO(_mended(text)), resolve_relative_uris=False, sanitize_html=False)
    if found.bozo and not found.entries:
        raise FileRejected(words.BROKEN_FEED)
    outlet = _text(found.feed, "title")
    author = _author(found.feed)
    for number, entry in enumerate(found.entries, start=1):
        if number > limits.rows:
            raise FileRejected(words.too_many_entries(limits.rows))
        yield _row(entry, number, author, outlet)


def _mended(text: str) -> bytes:
    """A feed as well-formed XML; feedparser's own way with what isn't takes seconds for a hostile megabyte."""
    from lxml import etree

    plain = _NAMED_ENTITY.sub(lambda match: html.unescape(match[0]), text)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False
    )
    tree = etree.fromstring(plain.encode("utf-8", "replace"), parser)
    if tree is None:
        raise FileRejected(words.BROKEN_FEED)
    mended: bytes = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
    return mended


def _without_data(text: str) -> str:
    """A feed without its CDATA sections, in which a review of a book on XML may declare what it likes."""
    first, *rest = text.split("<![CDATA[")
    return first + "".join(part.partition("]]>")[2] for part in rest)


def _row(entry: Mapping[str, object], number: int, author: str | None, outlet: str | None) -> Row:
    film = _text(entry, "letterboxd_filmtitle")
    found: dict[str, str | None] = {
        "text": None if _is_recording(entry) else _content(entry),
        "critic": _author(entry) or author,
        "published": _text(entry, "published") or _text(entry, "updated"),
        "url": _text(entry, "link"),
    }
    printed: dict[str, str] = {"critic": "author", "url": "link"}
    if film:
        rating = _text(entry, "letterboxd_memberrating")
        found |= {"film": film, "year": _text(entry, "letterboxd_filmyear")}
        found |= {"rating": rating, "scale": "5" if rating else None}
        printed |= {"film": "letterboxd:filmTitle", "rating": "letterboxd:memberRating"}
    else:
        found |= {"headline": _text(entry, "title"), "outlet": outlet}
        printed |= {"headline": "title", "outlet": "feed title"}
    fields: dict[str, Value] = {field: value for field, value in found.items() if value}
    name = _text(entry, "link") or _text(entry, "id")
    return Row(name, number, fields, "entry", {f: called for f, called in printed.items() if f in fields})


def _content(entry: Mapping[str, object]) -> str | None:
    """The longest of an entry's texts: a summary may stand beside the whole."""
    contents = entry.get("content")
    texts = [_string(item, "value") for item in contents] if isinstance(contents, list) else []
    text = max([*texts, _string(entry, "summary")], key=len)
    if _text(entry, "letterboxd_filmtitle"):
        text = _LETTERBOXD.sub("", text)
    return text if text.strip() else None


def _is_recording(entry: Mapping[str, object]) -> bool:
    """Whether an entry is a podcast's or a video, and its text no more than says so."""
    enclosures = entry.get("enclosures")
    kinds = [_string(item, "type") for item in enclosures] if isinstance(enclosures, list) else []
    recorded = any(kind.startswith(("audio/", "video/")) for kind in kinds)
    return recorded and len(_content(entry) or "") < _SHOW_NOTES


def _author(entry: Mapping[str, object]) -> str | None:
    detail = entry.get("author_detail")
    name = _text(detail, "name") if isinstance(detail, Mapping) else None
    name = name or _text(entry, "author")
    return name if name and "@" not in name else None


def _text(entry: Mapping[str, object], key: str) -> str | None:
    """A line of text without tags; None where it is empty."""
    return " ".join(_TAG.sub("", _string(entry, key)).split()) or None


def _string(entry: object, key: str) -> str:
    value = entry.get(key) if isinstance(entry, Mapping) else None
    return value if isinstance(value, str) else ""
