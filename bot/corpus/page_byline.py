"""Who wrote a page's review, where it appeared and when: records first, then links, classes and byline rows."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.corpus.dates import iso_date
from bot.corpus.page_names import PLATFORMS, is_nobody, is_site_like, tidy_name
from bot.corpus.page_nodes import Node, plain, word_set
from bot.corpus.page_record import FILMS, REVIEWS, SITE_METAS, WHERE, Page, Strategy, first, where
from bot.models import Given
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORGANISATIONS = frozenset(["organization", "newsmediaorganization", "corporation", "website", "brand"])
_AUTHOR_METAS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor.author",
    "citation_author",
    "article:author",
    "book:author",
    "article:author_name",
    "cxenseparse:author",
)
_DATE_METAS = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "date",
    "cxenseparse:recs:publishtime",
)
_DATE = re.compile(
    r"""\d{4}-\d\d-\d\d | [A-Z][a-z]{2,8}\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ \d{4}
    | \d{1,2}(?:st|nd|rd|th)?\ (?:of\ )?[A-Z][a-z]{2,8}\.?,?\ \d{4} | \d{1,2}[/.]\d{1,2}[/.]\d{4}""",
    re.VERBOSE,
)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T.*)?$")  # 20081017T2100
_DATED = word_set(
    """date published entry-date post-date posted-on post_date timestamp date-header dateline pubdate
    publish-date article-date updated meta-date byline-date dt-published submitted posted article__date
    published-date"""
)
_SIGNED = word_set(
    """byline author by-author post-author entry-author author-name authorname byline-name vcard p-author
    writer article-author posted-by author__name post-byline byline__name article__byline entry-byline
    submitted"""
)
_SIGNED_PART = re.compile(  # storybyline, Blog-meta-item--author, user-name
    r"(?:^|[\s_-])(?:(?:story|post|article|entry|blog|content|meta)[_-]?)?(?:by-?line|author(?:[_-]?name)?|user-name)(?:$|\s)"
)
_BY = re.compile(
    r"""^\W{0,3}(?:(?P<sure>(?:an?\ )?(?:(?:film|movie|guest)\ )?review(?:ed)?\ by|(?:posted|published|submitted)\ by
        |(?:words|text|article|contributed)\ by|written\ (?:and\ posted\ )?by)
      |by|(?:the\ )?author|critic|reviewer|writer|words|text)\b\s{0,2}(?P<colon>[:|]?)(?:\s?[–—-]\s)?\s{0,2}
      (?P<name>[^\W\d_][^\n|•·/()\[\]<>:@]{1,60}?)(?P<rest>(?:\s?[|•·/(\[<:@–—]|\s-\s|,?\s\d|\s(?:on|in|at|for)\s)[^\n]{0,80})?$""",
    re.VERBOSE | re.IGNORECASE,
)
_MAKER = re.compile(
    r"""\W{0,3}(?:director|directed|starring|cast|stars|produced|producer|music|cinematograph|running\ time|runtime
    |genre|release|distribut|studio|country|language|rated|mpaa)""",
    re.VERBOSE | re.IGNORECASE,
)
_SITES_CRITIC = re.compile(
    r"""\W{0,3}(?i:(?:(?:the|my|some|honest|short)\s)?(?:(?:film|movie|cinema)\s)?(?:reviews|ratings|thoughts|blog)\sby\s)
    (?P<name>[^\W\d_a-z][\w.'’-]{1,24}(?:\s[^\W\d_a-z][\w.'’-]{0,24}){0,2})\W{0,3}""",
    re.VERBOSE,
)
_HANDLE = re.compile(r"[^\W\d_]+(?:[A-Z]\w*|\d\w*)")  # RoseFan, cyberdave99
_DATED_BY = re.compile(  # "June 3rd, 2010 by Ada"
    rf"""(?:{_DATE.pattern})[\s,|·•-]{{1,3}}by:?\s(?P<name>[^\W\d_][\w.'’ -]{{1,40}})""", re.VERBOSE
)
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [\w.,'’-]+){1,9}")
_PARTICLES = frozenset(["de", "von", "van", "da", "del", "la", "le"])
_AROUND_DATE = re.compile(
    r"posted|published|reviewed|updated|on|date|\W|\d|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day",
    re.IGNORECASE,
)


def read_critic(page: Page) -> Given | None:
    """The first author with a first and a last name; else the first of any name (a pen name, an account)."""
    found = [
        Given(name, given.where)
        for strategy in _CRITIC
        for given in islice(strategy(page), 20)
        if (name := _person(page, given.value))
    ]
    full = next((given for given in found if _FULL_NAME.fullmatch(given.value)), None)
    if full is None or full.where == f"{WHERE}author":
        printed = next(
            (Given(n, g.where) for g in _author_labelled(page) if (n := _person(page, g.value))), None
        )
        if printed and not (full and set(fold(printed.value).split()) <= set(fold(full.value).split())):
            return printed
    return full or next(iter(found), None)


def read_outlet(page: Page) -> Given | None:
    """The publisher of the record, else the name the page gives for its site; a platform is none."""
    found = (given for strategy in _OUTLET for given in strategy(page))
    return next((given for given in found if given.value and fold(given.value) not in PLATFORMS), None)


def read_published(page: Page) -> Given | None:
    """The day of publication in ISO 8601."""
    return first(_PUBLISHED, page)


def _person(page: Page, value: str) -> str | None:
    name = tidy_name(value)
    if name is None or is_nobody(name):
        return None
    squashed = fold(name).replace(" ", "")
    named_like_site = any(squashed == site.replace(" ", "") for site in page.headings.sites)
    return None if named_like_site and is_site_like(name) else name


def _authors_of(page: Page, chosen: list[Node]) -> Iterator[Given]:
    for node in chosen:
        kind = "Review" if node.kinds & REVIEWS else "Article"
        for name in ("author", "reviewer", "creator"):
            people = [
                v if isinstance(v, str) else v.text("name") or ""
                for v in node.fields.get(name, ())
                if isinstance(v, str) or not v.kinds & _ORGANISATIONS
            ]
            real = [tidied for person in people if (tidied := _person(page, person))]
            if real:
                yield Given(", ".join(dict.fromkeys(real[:4])), where(node, f"{kind} author"))


def _authors_of_reviews(page: Page) -> Iterator[Given]:
    yield from _authors_of(page, page.reviews)


def _authors_of_articles(page: Page) -> Iterator[Given]:
    yield from _authors_of(page, page.articles)


def _author_microdata(page: Page) -> Iterator[Given]:
    for node in page.nodes:
        if node.origin == "microdata" and not node.kinds & FILMS and not node.within:
            for name in node.texts("author", "reviewer"):
                yield Given(name, where(node, "author"))


def _author_meta(page: Page) -> Iterator[Given]:
    yield from page.stated(_AUTHOR_METAS)
    for number in ("1", "2"):
        if "written by" in " ".join(page.metas.get(f"twitter:label{number}", ())).lower():
            yield from page.stated((f"twitter:data{number}",))


def _author_link(page: Page) -> Iterator[Given]:
    for element in page.elements:
        rel = (element.get("rel") or "").lower().split()
        if element.tag == "a" and "author" in rel:
            yield Given(plain(element.text_content()), "page: author link")


def _author_class(page: Page) -> Iterator[Given]:
    for element in page.elements:
        names = f"{element.get('class') or ''} {element.get('data-hook') or ''}".lower()
        if (_SIGNED & set(names.split()) or _SIGNED_PART.search(names)) and element.tag not in {
            "body",
            "html",
            "main",
            "article",
        }:
            text = plain(element.text_content(), 160)
            if 2 < len(text) < 160:
                match = _BY.match(text)
                yield Given(match["name"] if match else text, "page: byline")


def _author_line(page: Page) -> Iterator[Given]:
    lines = [line for line in page.lines if line]
    for place, line in enumerate(lines):
        if len(line) > 140:
            continue
        match, dated = _BY.match(line), _DATED_BY.fullmatch(line)
        if not (found := dated or match):
            continue
        name = _DATE.sub("", found["name"]).strip(" ,-–—")
        words = name.split()
        if line.lower().lstrip(" -–—*").startswith(("written", "writer")) and any(
            _MAKER.match(other) for other in lines[max(0, place - 3) : place + 4]
        ):
            continue  # one of the film's makers
        # one name alone is a name where a colon, a date or the whole line says so
        labelled = (
            len(words) > 1
            or dated
            or (match and (match["colon"] or _HANDLE.fullmatch(name) or (match["sure"] and match["rest"])))
        )
        if 0 < len(words) <= 4 and labelled and all(w[0].isupper() or w in _PARTICLES for w in words):
            yield Given(name, "page: byline")


def _author_labelled(page: Page) -> Iterator[Given]:
    """A name behind a colon, "Author : Ada", is printed for this review; what a page's head says may be the site's."""
    for given in _author_line(page):
        if any(
            (match := _BY.match(line)) and (match["colon"] or match["sure"]) and given.value in line
            for line in page.lines
            if len(line) <= 140
        ):
            yield given


def _author_of_site(page: Page) -> Iterator[Given]:
    """ "Movie Reviews by Ada": one person's site says so at its head."""
    headings = (plain(e.text_content(), 120) for e in page.elements if e.tag in {"h1", "h2", "h3"})
    for text in [*headings, *(part for title in page.headings.titles for part in title.split(" | "))]:
        if match := _SITES_CRITIC.fullmatch(text):
            yield Given(match["name"], "page: site's heading")


def _outlet_node(page: Page) -> Iterator[Given]:
    people = {fold(name) for node in page.nodes for name in node.texts("author")}
    for node in [*page.reviews, *page.articles]:
        for publisher in node.nodes("publisher"):
            name = publisher.text("name") or ""
            if "person" not in publisher.kinds and (fold(name) not in people or is_site_like(name)):
                yield Given(name, where(node, "publisher"))
        for author in node.nodes("author"):
            if author.kinds & _ORGANISATIONS:
                yield Given(author.text("name") or "", where(node, "author"))


def _outlet_meta(page: Page) -> Iterator[Given]:
    yield from page.stated(SITE_METAS)


def _outlet_site(page: Page) -> Iterator[Given]:
    yield from (
        Given(node.text("name") or "", where(node, "WebSite"))
        for node in page.nodes
        if "website" in node.kinds
    )
    if page.headings.outlet:
        yield Given(page.headings.outlet, "page: site name in its title")


def _published_node(page: Page) -> Iterator[Given]:
    rest = [n for n in page.nodes if n.kinds & {"webpage", "page"}]
    for node in [*page.reviews, *page.articles, *rest]:
        for value in node.texts("datepublished", "dtreviewed", "datecreated", "date"):
            if date := iso_date(_COMPACT.sub(r"\1-\2-\3", value)):
                yield Given(date, where(node, "datePublished"))


def _published_meta(page: Page) -> Iterator[Given]:
    for given in page.stated(_DATE_METAS):
        if date := iso_date(given.value):
            yield Given(date, given.where)


def _published_element(page: Page) -> Iterator[Given]:
    marked = []
    for element in page.elements:
        labels = {
            part
            for name in (element.get("class"), element.get("id"))
            for part in (name or "").lower().split()
        }
        if element.tag == "time" or labels & _DATED:
            marked.append(("updated" in labels and "published" not in labels, element))
    for _, element in sorted(marked, key=lambda pair: pair[0]):
        text = element.get("datetime") or element.get("title") or ""
        for value in (text, plain(element.text_content(), 120)):
            if date := iso_date(value) or ((match := _DATE.search(value)) and iso_date(match[0])) or None:
                yield Given(date, "page: date")


def _published_line(page: Page) -> Iterator[Given]:
    for line in page.lines:
        if len(line) <= 90 and (match := _DATE.search(line)):
            around = f"{line[: match.start()]} {line[match.end() :]}"
            plain_row = len(_AROUND_DATE.sub("", around)) <= 4
            if (plain_row or _BY.match(line) or _DATED_BY.fullmatch(line)) and (date := iso_date(match[0])):
                yield Given(date, "page: date")


_CRITIC: tuple[Strategy, ...] = (
    _authors_of_reviews,
    _authors_of_articles,
    _author_microdata,
    _author_meta,
    _author_link,
    _author_class,
    _author_line,
    _author_of_site,
)
_OUTLET: tuple[Strategy, ...] = (_outlet_node, _outlet_meta, _outlet_site)
_PUBLISHED: tuple[Strategy, ...] = (_published_node, _published_meta, _published_element, _published_line)
