"""What a page states of its review beside the prose -> GivenFacts.

Each fact has an ordered tuple of strategies, the most explicit first; the first that gives a value wins. What
readers think of a film (AggregateRating) is no critic's score, and a site's name is no critic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from bot.corpus.dates import iso_date
from bot.corpus.page_names import PLATFORMS, Headings, cut_title, is_nobody, is_site_like, tidy_name
from bot.corpus.page_nodes import Node, plain, read_hreview, read_microdata
from bot.models import Given, GivenCredit, GivenFacts
from bot.text import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WHERE = "page metadata: "
_REVIEWS = frozenset(["review", "criticreview", "moviereview", "reviewnewsarticle"])
_ARTICLES = frozenset(
    ["article", "newsarticle", "blogposting", "posting",
     "opinionnewsarticle", "socialmediaposting", "report"]
)
_FILMS = frozenset(["movie", "film", "tvseries", "tvepisode", "shortfilm"])
_NO_FILMS = frozenset(["article", "newsarticle", "blogposting", "organization", "localbusiness", "person", "website", "webpage"])
_ORGANISATIONS = frozenset(["organization", "newsmediaorganization", "corporation", "website", "brand"])
_CREW = {
    "director": "director", "directors": "director", "musicby": "composer", "producer": "producer",
}
_AUTHOR_METAS = ("author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "dc.contributor.author",
                 "citation_author", "article:author", "book:author", "article:author_name", "cxenseparse:author")
_DATE_METAS = ("article:published_time", "article:published", "og:published_time", "datepublished", "pubdate", "publishdate",
               "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
               "dc.date", "dc.date.created", "date", "cxenseparse:recs:publishtime")
_SITE_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright-holder")
_YEAR = re.compile(r"(?<!\d)(?:18[89]|19\d|20\d)\d(?!\d)")
_FILM_WITH_YEAR = re.compile(r"(?P<title>.{1,200}?)\s?[(\[](?P<year>(?:18[89]|19\d|20\d)\d)[)\]]")
_REVIEW_WORD = re.compile(r"\breviews?\b", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,2})?")
_DATE = re.compile(
    r"""\d{4}-\d\d-\d\d | [A-Z][a-z]{2,8}\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ \d{4}
    | \d{1,2}(?:st|nd|rd|th)?\ (?:of\ )?[A-Z][a-z]{2,8}\.?,?\ \d{4} | \d{1,2}[/.]\d{1,2}[/.]\d{4}""",
    re.VERBOSE,
)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T.*)?$")  # 20081017T2100
_DATED = frozenset(
    """date published entry-date post-date posted-on post_date timestamp date-header dateline pubdate publish-date
    article-date updated meta-date byline-date dt-published submitted posted article__date published-date""".split()
)
_SIGNED = frozenset(
    """byline author by-author post-author entry-author author-name authorname byline-name vcard p-author writer
    article-author posted-by author__name post-byline byline__name article__byline entry-byline submitted""".split()
)
_BY = re.compile(
    r"""^\W{0,3}(?:(?:(?:film|movie|guest)\ )?review(?:ed)?\ by|(?:posted|published|words|text|submitted)\ by|by
      |author|critic|reviewer)\b\s{0,2}(?P<colon>[:|]?)\s{0,2}(?P<name>[^\W\d_][^\n|•·/()\[\]<>:@0-9]{1,60})(?P<rest>[^\n]{0,60})$""",
    re.VERBOSE | re.IGNORECASE,
)
_RATED = re.compile(r"(?:^|[\s_-])(?:rating|rated|score|stars?|star-rating|verdict|grade)(?:$|[\s_-])", re.IGNORECASE)
_READERS = re.compile(r"user|reader|visitor|audience|vote|poll|average|aggregate|your|legend|tomato|imdb|metacritic", re.IGNORECASE)
_STATED_RATING = re.compile(
    r"""(?:(?:rating|rated|score|verdict|our\ rating|grade)\s?:?\s)?
    (?P<rating>\d{1,2}(?:[.,]\d{1,2})?\s?(?:/|out\ of|of)\s?\d{1,3}(?:\s(?:stars?|points?))?
      | [★☆⭐✩✭½]{2,10} | (?:\d(?:[.,]\d)?|one|two|three|four|five)(?:\sand\sa\shalf)?\sstars?)\.?""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Page:
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
        return [n for n in self.nodes if n.kinds & _ARTICLES and not n.kinds & _REVIEWS and n.within != "comment"]

    def stated(self, names: tuple[str, ...]) -> Iterator[Given]:
        for name in names:
            for value in self.metas.get(name, ()):
                yield Given(value, f"{_WHERE}{name}")


def read_page_facts(tree: HtmlElement, elements: list[HtmlElement], nodes: list[Node], lines: list[str]) -> GivenFacts:
    """Read what a page states; ``elements`` and ``lines`` are those left after pruning, ``nodes`` its JSON-LD."""
    nodes = [*nodes, *read_microdata(elements), *read_hreview(tree)]
    metas: dict[str, list[str]] = {}
    for meta in islice(tree.iter("meta"), 2000):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and (value := plain(meta.get("content") or "")):
            metas.setdefault(name, []).append(value)
    title = plain(next((e.text_content() for e in tree.iter("title")), ""))
    url = _url(tree, metas, nodes)
    sites = [node.text("name") for node in nodes if node.kinds & {"website", "organization", "newsmediaorganization"} or node.within == "publisher"]
    stated = [value for name in _SITE_METAS for value in metas.get(name, ())]
    headings = Headings.read(elements, [*metas.get("og:title", ()), title], [*stated, *filter(None, sites)], url)
    page = _Page(elements, lines, nodes, metas, url, headings, _own_reviews(nodes))
    item = _item(page)
    film, headline = _first(_FILM, page), _first(_HEADLINE, page)
    year = None
    if film and (match := _FILM_WITH_YEAR.fullmatch(film.value)):
        film, year = Given(match["title"], film.where), Given(match["year"], film.where)
    return GivenFacts(
        headline=headline,
        film=film,
        year=year or (_year(item) if film and item else None) or _year_below(lines, headline),
        critic=_critic(page),
        outlet=_outlet(page),
        published=_first(_PUBLISHED, page),
        url=Given(url, f"{_WHERE}address") if url else None,
        ratings=tuple(islice(_ratings(page), 1)),
        credits=tuple(dict.fromkeys(_credits(item))) if item else (),
    )


_Strategy = Callable[[_Page], Iterator[Given]]


def _first(strategies: tuple[_Strategy, ...], page: _Page) -> Given | None:
    return next((given for strategy in strategies for given in strategy(page) if given.value), None)


def _outlet(page: _Page) -> Given | None:
    found = (given for strategy in _OUTLET for given in strategy(page))
    return next((given for given in found if given.value and fold(given.value) not in PLATFORMS), None)


def _where(node: Node, what: str) -> str:
    return f"{_WHERE}{node.origin} {what}"


# --- the review and the film it is of -------------------------------------------------------------------------------


def _own_reviews(nodes: list[Node]) -> list[Node]:
    """The reviews that are the page's own: those beside a film's record are its readers' where there are several."""
    reviews = [node for node in nodes if node.kinds & _REVIEWS]
    own = [node for node in reviews if node.within not in {"review", "reviews", "comment"}]
    return own or (reviews if len({node.origin for node in reviews}) == len(reviews) else [])


def _item(page: _Page) -> Node | None:
    for review in page.reviews:
        for item in review.nodes("itemreviewed", "about"):
            if not item.kinds & _NO_FILMS:
                return item
    films = [node for node in page.nodes if node.kinds & _FILMS and node.within in {None, "about", "itemreviewed"}]
    return films[0] if films and len({fold(node.text("name") or "") for node in films}) == 1 else None


def _film_item(page: _Page) -> Iterator[Given]:
    item = _item(page)
    names = [(item, item.text("name", "headline"))] if item else []
    names += [(review, review.text("itemreviewed")) for review in page.reviews if not review.nodes("itemreviewed")]
    for node, name in names:
        # a plug-in that knows no film gives the post's own title
        if name and not (_REVIEW_WORD.search(name) or (len(name) > 60 and fold(name) == page.headings.folded)):
            yield Given(name, _where(node, "itemReviewed name" if node.kinds - _FILMS else "Movie name"))


def _film_graph(page: _Page) -> Iterator[Given]:
    if any(value.lower() in {"video.movie", "movie"} for value in page.metas.get("og:type", ())):
        yield from page.stated(("og:title",))


def _year(item: Node) -> Given | None:
    for name in ("datecreated", "copyrightyear", "releasedate", "datepublished"):
        if (value := item.text(name)) and (match := _YEAR.search(value)):
            return Given(match[0], _where(item, f"Movie {name}"))
    return None


def _year_below(lines: list[str], headline: Given | None) -> Given | None:
    """A year in brackets on the line below the heading."""
    for line, below in pairwise(filter(None, lines)):
        if headline and line == headline.value and (match := re.fullmatch(r"[(\[]((?:18[89]|19\d|20\d)\d)[)\]]", below)):
            return Given(match[1], "page: below its heading")
    return None


def _credits(item: Node) -> Iterator[GivenCredit]:
    for name, role in (("actor", "actor"), ("actors", "actor"), *_CREW.items()):
        for value in item.fields.get(name, ())[:60]:
            node = value if isinstance(value, Node) else None
            person, character = (node.text("name"), None) if node else (str(value), None)
            if node and (player := node.text("actor")):  # a PerformanceRole
                person, character = player, node.text("charactername")
            for one in re.split(r",\s|\s&\s|;\s?", person or "") if node is None else [person]:
                if one and 2 < len(one) <= 60 and not one.startswith("http"):
                    yield GivenCredit(one, role, character, _where(item, f"Movie {name}"))


# --- who wrote it, where, when ------------------------------------------------------------------------------------


def _authors_of(page: _Page, kinds: frozenset[str]) -> Iterator[Given]:
    chosen = page.reviews if kinds is _REVIEWS else page.articles
    for node in chosen:
        kind = "Review" if node.kinds & _REVIEWS else "Article"
        for name in ("author", "reviewer", "creator"):
            people = [
                v if isinstance(v, str) else v.text("name") or ""
                for v in node.fields.get(name, ())
                if isinstance(v, str) or not v.kinds & _ORGANISATIONS
            ]
            real = [tidied for person in people if (tidied := _person(page, person))]
            if real:
                yield Given(", ".join(dict.fromkeys(real[:4])), _where(node, f"{kind} author"))


def _author_microdata(page: _Page) -> Iterator[Given]:
    for node in page.nodes:
        if node.origin == "microdata" and not node.kinds & _FILMS and not node.within:
            for name in node.texts("author", "reviewer"):
                yield Given(name, _where(node, "author"))


def _author_meta(page: _Page) -> Iterator[Given]:
    yield from page.stated(_AUTHOR_METAS)
    for number in ("1", "2"):
        if "written by" in " ".join(page.metas.get(f"twitter:label{number}", ())).lower():
            yield from page.stated((f"twitter:data{number}",))


def _author_link(page: _Page) -> Iterator[Given]:
    for element in page.elements:
        rel = (element.get("rel") or "").lower().split()
        if element.tag == "a" and "author" in rel:
            yield Given(plain(element.text_content()), "page: author link")


def _author_class(page: _Page) -> Iterator[Given]:
    for element in page.elements:
        if _SIGNED & set((element.get("class") or "").lower().split()) and element.tag not in {"body", "html", "main", "article"}:
            text = plain(element.text_content(), 160)
            if 2 < len(text) < 160:
                match = _BY.match(text)
                yield Given(match["name"] if match else text, "page: byline")


def _author_line(page: _Page) -> Iterator[Given]:
    for line in page.lines:
        if len(line) <= 140 and (match := _BY.match(line)):
            name = _DATE.sub("", match["name"]).strip(" ,-–—")
            words = name.split()
            if words and all(w[0].isupper() or w in {"de", "von", "van", "da", "del", "la", "le"} for w in words):
                labelled = bool(match["colon"]) or len(words) > 1
                if labelled and len(words) <= 4:
                    yield Given(name, "page: byline")


def _person(page: _Page, value: str) -> str | None:
    name = tidy_name(value)
    if name is None or is_nobody(name):
        return None
    squashed = fold(name).replace(" ", "")
    named_like_site = any(squashed == site.replace(" ", "") for site in page.headings.sites)
    return None if named_like_site and is_site_like(name) else name


def _critic(page: _Page) -> Given | None:
    """The first author with a first and a last name; else the first of any name (a pen name, an account)."""
    found = [
        Given(name, given.where)
        for strategy in _CRITIC
        for given in islice(strategy(page), 20)
        if (name := _person(page, given.value))
    ]
    full = (g for g in found if re.fullmatch(r"[^\W\d_a-z][\w.'’-]*(?: [\w.,'’-]+){1,9}", g.value))
    return next(full, None) or next(iter(found), None)


def _outlet_node(page: _Page) -> Iterator[Given]:
    people = {fold(name) for node in page.nodes for name in node.texts("author")}
    for node in [*page.reviews, *page.articles]:
        for publisher in node.nodes("publisher"):
            name = publisher.text("name") or ""
            if "person" not in publisher.kinds and (fold(name) not in people or is_site_like(name)):
                yield Given(name, _where(node, "publisher"))
        for author in node.nodes("author"):
            if author.kinds & _ORGANISATIONS:
                yield Given(author.text("name") or "", _where(node, "author"))


def _outlet_meta(page: _Page) -> Iterator[Given]:
    yield from page.stated(_SITE_METAS)


def _outlet_site(page: _Page) -> Iterator[Given]:
    yield from (Given(node.text("name") or "", _where(node, "WebSite")) for node in page.nodes if "website" in node.kinds)
    if page.headings.outlet:
        yield Given(page.headings.outlet, "page: site name in its title")


def _published_node(page: _Page) -> Iterator[Given]:
    rest = [n for n in page.nodes if n.kinds & {"webpage", "page"}]
    for node in [*page.reviews, *page.articles, *rest]:
        for value in node.texts("datepublished", "dtreviewed", "datecreated", "date"):
            if date := iso_date(_COMPACT.sub(r"\1-\2-\3", value)):
                yield Given(date, _where(node, "datePublished"))


def _published_meta(page: _Page) -> Iterator[Given]:
    for given in page.stated(_DATE_METAS):
        if date := iso_date(given.value):
            yield Given(date, given.where)


def _published_element(page: _Page) -> Iterator[Given]:
    marked = []
    for element in page.elements:
        labels = {part for name in (element.get("class"), element.get("id")) for part in (name or "").lower().split()}
        if element.tag == "time" or labels & _DATED:
            marked.append(("updated" in labels and "published" not in labels, element))
    for _, element in sorted(marked, key=lambda pair: pair[0]):
        text = element.get("datetime") or element.get("title") or ""
        for value in (text, plain(element.text_content(), 120)):
            if date := iso_date(value) or ((match := _DATE.search(value)) and iso_date(match[0])) or None:
                yield Given(date, "page: date")


def _published_line(page: _Page) -> Iterator[Given]:
    for line in page.lines:
        if len(line) <= 90 and (match := _DATE.search(line)):
            around = f"{line[: match.start()]} {line[match.end() :]}"
            if _BY.match(line) or len(re.sub(r"(?i)posted|published|reviewed|updated|on|date|\W|\d|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day", "", around)) <= 4:
                if date := iso_date(match[0]):
                    yield Given(date, "page: date")


# --- headline and score -------------------------------------------------------------------------------------------


def _headline_heading(page: _Page) -> Iterator[Given]:
    if page.headings.chosen:
        yield Given(page.headings.chosen, "page: heading")


def _headline_node(page: _Page) -> Iterator[Given]:
    for node in [*page.reviews, *page.articles]:
        if text := node.text("headline", *(["name"] if node.kinds & _REVIEWS else [])):
            yield Given(text, _where(node, "headline"))


def _headline_meta(page: _Page) -> Iterator[Given]:
    for title in page.headings.titles:
        yield Given(cut_title(title, page.headings.sites), "page: title")


def _ratings(page: _Page) -> Iterator[Given]:
    for node in [*page.reviews, *page.articles]:
        for value in node.fields.get("reviewrating", []) + node.fields.get("rating", []):
            if isinstance(value, Node) and "aggregaterating" in value.kinds:
                continue
            fields = value if isinstance(value, Node) else node
            text = value if isinstance(value, str) else fields.text("ratingvalue", "valuerating", "value", "name")
            best = fields.text("bestrating", "best") or (None if isinstance(value, str) else node.text("bestrating"))
            if text and (rating := _scaled(text, best, fields.text("worstrating", "worst"))):
                yield Given(rating, _where(node, "reviewRating"))
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
    if float(value) == 0 and (worst is None or float(worst) > 0 if worst is None or _NUMBER.fullmatch(worst) else True):
        return None  # what a plug-in writes where nobody has rated
    if best is None or not _NUMBER.fullmatch(best):
        return value
    if worst and worst.startswith("-") and _NUMBER.fullmatch(worst):
        return f"{float(value):+g} on a scale of {worst} to +{best.lstrip('+')}"
    return f"{value}/{best}"


def _ratings_shown(page: _Page) -> Iterator[Given]:
    """A rating that the page draws: its words stand in a description of the picture or in a box of its own."""
    for element in page.elements:
        label = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if _READERS.search(label):
            continue
        if element.tag == "img" or _RATED.search(label):
            for value in (element.get("aria-label"), element.get("alt"), element.get("title")):
                if value and (match := _STATED_RATING.fullmatch(plain(value))):
                    yield Given(match["rating"], "page: description of the rating")
            if element.tag != "img" and (match := _STATED_RATING.fullmatch(plain(element.text_content(), 60))):
                yield Given(match["rating"], "page: rating box")


def _url(tree: HtmlElement, metas: dict[str, list[str]], nodes: list[Node]) -> str | None:
    canonical = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    stated = [url for node in nodes if node.kinds & (_ARTICLES | _REVIEWS) for url in node.texts("url", "mainentityofpage")]
    for url in [*canonical, *metas.get("og:url", ()), *stated]:
        if re.match(r"https?://[^\s/]+", url):
            return url.strip()[:2000]
    return None


def _authors_of_reviews(page: _Page) -> Iterator[Given]:
    yield from _authors_of(page, _REVIEWS)


def _authors_of_articles(page: _Page) -> Iterator[Given]:
    yield from _authors_of(page, _ARTICLES)


_FILM: tuple[_Strategy, ...] = (_film_item, _film_graph)
_HEADLINE: tuple[_Strategy, ...] = (_headline_heading, _headline_node, _headline_meta)
_CRITIC: tuple[_Strategy, ...] = (
    _authors_of_reviews, _authors_of_articles, _author_microdata, _author_meta, _author_link, _author_class, _author_line,
)
_OUTLET: tuple[_Strategy, ...] = (_outlet_node, _outlet_meta, _outlet_site)
_PUBLISHED: tuple[_Strategy, ...] = (_published_node, _published_meta, _published_element, _published_line)
