"""A page's bytes -> a tree, and that tree without what is not the article's."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from bot.corpus.decode import check_textual, clean_characters, decode
from bot.corpus.page_nodes import word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SNIFFED = 2048
_DOCTYPE = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(
    r"<(?:p|div|br|body|table|article|h[1-6]|span|a|html|section|head|title)\b[^<>]{0,2000}>", re.IGNORECASE
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_CHARSETS = re.compile(
    r"(?:iso-?8859|windows-?125|cp125|latin|koi8|mac|shift|sjis|euc|gb|big5|utf-?(?:8|16|32)|us-ascii)",
    re.IGNORECASE,
)
_WESTERN = re.compile(r"(?:iso-?8859-?1$|latin-?1$|us-ascii$)", re.IGNORECASE)
_MARK = re.compile(r"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,20})")
_MANY_BREAKS = 3_000  # a page with more is one text; an element for each would cost more than its words
LINE_BREAK = "\u2028"
"""What stands for a break in such a page: a blank to whoever knows no better."""
_BREAK = re.compile(r"<br\b[^<>]{0,200}>", re.IGNORECASE)
_CLOSED_BREAK = re.compile(r"</br\s{0,9}>", re.IGNORECASE)  # which browsers take for a break
_VOID = word_set(
    """area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option"""
)
_MOST_TAGS = 30_000  # more than that in one megabyte is no page that somebody reads
_DEEPEST = 200  # libxml2 itself gives up at 256

_CODE = word_set(
    """script style template svg iframe object embed canvas audio video noscript select button input textarea"""
)
_ROLES = word_set("""navigation contentinfo complementary search menu menubar dialog alertdialog""")


def _words(text: str) -> str:
    return "|".join(text.split())


_AROUND = re.compile(
    rf"""(?:^|[\s_-])(?:{
        _words(
            '''comments? commentlist comment-?list commentarea comments-?area disqus respond livefyre replies
        trackbacks? pingbacks? related related-?posts relatedposts jp-relatedposts yarpp
        recommend(?:ed|ations)? read-?next read-?more-?posts more-?stories more-?from more-?posts also-?like
        you-?may up-?next outbrain taboola zergnet trending popular-?posts most-?(?:read|popular|viewed)
        latest-?(?:posts|news|reviews) recent-?(?:posts|comments|reviews) suggested post-?navigation
        nav-?links post-?nav prev-?next blog-?pager pagination pager breadcrumbs? breadcrumb-?trail navbar
        navigation nav main-?nav site-?nav menu sidebar side-?bar rail widget-?area sharedaddy
        share-?buttons? sharing shares? share-?bar share-?links addtoany addthis social
        social-?(?:links|share|icons|media) newsletter signup sign-?up subscribe subscription subscribe-?box
        subscription-?widget mailing-?list advert advertisement ads? ad-?(?:slot|unit|container|box)
        banner-?ad sponsored promo promos cookie cookies consent gdpr popup modal skip-?link
        screen-?reader-?text visually-?hidden reblog notes likes user-?(?:reviews?|ratings?)(?:-area)?
        (?:visitor|reader|post|kk-star)-?ratings? visitor-counter
        paywall-?(?:prompt|message|banner|offer|cta|overlay) regwall tag-?cloud blogroll archive-?list'''
        )
    })(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Class names and ids of what stands around an article."""
_BESIDE = re.compile(
    rf"""(?:^|[\s_-])(?:{
        _words(
            '''footer masthead site-?header topbar top-?bar header-?bar author-?(?:bio|box|info|card)
        about-?(?:the-?)?author post-?author bio post-?meta entry-?meta post-?footer entry-?footer
        post-?tags tags taglist labels? post-?labels categories byline meta caption wp-caption-text credit
        image-?credit rating-?legend toc table-?of-?contents copyright'''
        )
    })
        (?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Class names and ids of what belongs to an article and is none of its prose."""
_MAIN_SHARE = 0.4  # of the page's prose: what holds more is the article, whatever its class says


def is_page(text: str) -> bool:
    """Whether a text is a whole HTML page, whatever its file is called.

    >>> is_page("<!DOCTYPE html>\\n<title>Rope</title>"), is_page("<b>Rope</b> is tense.")
    (True, False)
    """
    return _DOCTYPE.match(text[:_SNIFFED]) is not None


def has_tags(text: str) -> bool:
    """Whether a text holds any of the common tags.

    >>> has_tags("Tense.<br/>Fine."), has_tags("1 < 2, and <Untitled> is prose")
    (True, False)
    """
    return _ANY_TAG.search(text) is not None


def decode_page(data: bytes) -> str:
    """Decode by byte order mark or as UTF-8, else by what the page declares, else as any other file.

    >>> decode_page('<meta charset="iso-8859-2">Ľúbiť'.encode("iso-8859-2"))
    '<meta charset="iso-8859-2">Ľúbiť'
    """
    check_textual(data)
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii") if declared else ""
    if _CHARSETS.match(name) and not _WESTERN.match(name) and b"\x00" not in data[:_SNIFFED]:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return clean_characters(data.decode(codecs.lookup(name).name))
            except (LookupError, UnicodeError):
                pass
    return decode(data)


def parse_page(text: str) -> HtmlElement | None:
    """Parse a page without running, loading or resolving anything; None where it is built to be no page."""
    if _is_hostile(text):
        return None
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _CLOSED_BREAK.sub("<br>", text)
    if text.count("<br") + text.count("<BR") > _MANY_BREAKS:
        text = _BREAK.sub(LINE_BREAK, text)

    try:
        return document_fromstring(
            text.encode(),
            parser=HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _is_hostile(text: str) -> bool:
    if text.count("<") > 3 * _MOST_TAGS:
        return True
    depth = deepest = 0
    for count, mark in enumerate(_MARK.finditer(text)):
        if mark["tag"].lower() not in _VOID:
            depth = max(0, depth - 1) if mark["close"] else depth + 1
            deepest = max(deepest, depth)
        if count > _MOST_TAGS:
            return True
    # unclosed formatting tags pile up as well; a page with a few hundred of those is merely old
    return deepest > 5 * _DEEPEST


def elements_of(tree: HtmlElement) -> list[HtmlElement]:
    """All elements in document order."""
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def prune_around(tree: HtmlElement) -> None:
    """Take out scripts, menus, comments, related posts, share bars and side columns."""
    _drop(tree, lambda e: e.tag in _CODE, lambda _: False)
    sizes = _prose_sizes(tree)
    most = _MAIN_SHARE * sizes.get(tree, 0)

    def around(element: HtmlElement) -> bool:
        if element.tag in {"nav", "aside", "dialog"} or element.get("role") in _ROLES:
            return True
        return bool(_AROUND.search(_label(element)))

    def kept(element: HtmlElement) -> bool:
        if element.tag in {"html", "body", "head", "main", "article", "h1"} or (
            "itemprop" in element.attrib and element.get("itemprop") in {"reviewBody", "articleBody"}
        ):
            return "comment" not in _label(element) or element.tag in {"html", "body", "head"}
        if "comment" in _label(element) and element.find(".//h1") is None and element.tag != "body":
            return False
        return sizes.get(element, 0) > most or (
            element.find(".//h1") is not None and sizes.get(element, 0) > 0
        )

    _drop(tree, around, kept)


def prune_beside(tree: HtmlElement) -> None:
    """Take out what belongs to the article and is none of its prose: byline rows, author boxes, captions, tags."""
    sizes = _prose_sizes(tree)
    most = _MAIN_SHARE * sizes.get(tree, 0)

    def beside(element: HtmlElement) -> bool:
        if element.tag in {"footer", "form", "figcaption", "figure"}:
            return True
        return bool(_BESIDE.search(_label(element)))

    _drop(
        tree,
        beside,
        lambda e: (
            e.tag in {"html", "body", "head", "main", "article", "p", "h1", "em", "i"}
            or sizes.get(e, 0) > most
        ),
    )


def _label(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()[:400]


def _prose_sizes(tree: HtmlElement) -> dict[HtmlElement, int]:
    """How many characters of prose each element holds: of texts that run longer than a menu's words."""
    elements = elements_of(tree)
    sizes: dict[HtmlElement, int] = {}
    for element in reversed(elements):
        own = [element.text or "", *(child.tail or "" for child in element)]
        sizes[element] = sum(len(t) for t in own if len(t) > 40) + sum(sizes.get(c, 0) for c in element)
    return sizes


def _drop(tree: HtmlElement, chosen: _Test, kept: _Test) -> None:
    for element in elements_of(tree):
        if element.getparent() is not None and chosen(element) and not kept(element):
            element.drop_tree()


if TYPE_CHECKING:
    from collections.abc import Callable

    _Test = Callable[[HtmlElement], bool]
