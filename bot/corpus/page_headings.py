"""A page's headings: which one is the article's, and which names are the site's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bot.corpus.page_names import SITE_WORD
from bot.corpus.page_nodes import plain, word_set
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s+(?:[|»«•·~/]|::|[-–—]{1,2})\s+|\s::\s|(?<=\w):\s(?=[A-Z])")
_REVIEW_BEHIND = re.compile(  # Worth It? - Review: Rope
    r"^.{2,60}?\s(?:[|»«•·~/]|::|[-–—]{1,2})\s(?=(?:(?:film|movie)\s)?review\s?(?::|[-–—]\s)\s?\S)",
    re.IGNORECASE,
)
_RIM = re.compile(r"^\s*(?:::|[|»«•·~–—-]{1,2})\s|\s(?:::|[|»«•·~–—-]{1,2})\s*$")
_SPLIT = re.compile(r"\s+(?:[|»«•·~/]|::|[-–—]{1,2})\s+")
_SECTION = re.compile(
    r"""(?:the\s)?(?:(?:film|movie|dvd|blu-?ray|latest|all|our|my|cinema|home|theat(?:er|re))\s){0,2}
    (?:reviews?|film|films|movies?|blog|home|news|arts|culture|entertainment|features?|cinema|archives?)""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLE_CLASSES = word_set(
    """entry-title post-title article-title p-name headline page-title blog-title-item article-headline summary
    storytitle title"""
)
_SITE_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:site-?(?:title|name)|logo|brand|blog-?title|masthead|header-title|navbar-brand)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(
    r"""\W*(?:(?:hi|hello|hey|welcome)\b.{0,80}
    | (?:\w{1,20}\s){0,3}(?:film|movie|cinema)s?\s(?:reviews|blog|ratings|diary|journal|page|thoughts)\b.{0,40}
    | (?:\w{1,20}\s){0,2}reviews\s(?:by|from)\s.{2,40}
    | [\w.]{1,20}(?:'s|’s|s')\s(?:\w{1,20}\s){0,3}(?:blog|reviews|page|site|website|corner
      |journal|diary|films|movies|ratings)
    | (?:the\s|my\s|a\s)?(?:\w{1,20}\s){0,3}(?:blog|website|homepage|home\spage|podcast|reviews|ratings)
    )\W*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands at the head of every page of a site, as against over one review."""
_SUBHEAD = re.compile(
    r"""\W*(?:(?:the|my|our|final|a|quick|short|plot|story|movie|film)\s){0,2}(?:plot|story|synopsis|summary|verdict|reviews?|thoughts|cast
    |cast\s(?:and|&)\screw|overview|introduction|intro|about|details?|info(?:rmation)?|ratings?|scores?|trailers?|comments?|genres?
    |share|menu|search|coming\ssoon|now\s(?:showing|screening|playing)|in\s(?:theat(?:er|re)s|cinemas)|contents|table\sof\scontents|related.{0,40}|(?:leave|post|write)\sa.{0,30}|you\smay.{0,40}
    |(?:recent|latest|popular|other|more|similar)\s.{0,40}|director|actors|rated.{0,30}|spoilers?.{0,30})\W*
    |\W*(?:(?:film|movie|full|guest)\s)?(?:review(?:ed)?|written|posted|published|directed|words|by)\b.{0,12}\sby\b.{0,80}
    |\W*(?:by|author|posted|published|mailed|date|rating|score|starring|genre|director)\b\s?[:|-]?\s.{0,80}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A heading of a review's part, or a line that is set as one."""
_STATES_REVIEW = re.compile(r"(?:film|movie)\s+review\s?[:–—-]\s?\S", re.IGNORECASE)  # "Movie Review: Rope"
_DATED = re.compile(r"[(\[|,–—-]\s?(?:18[89]|19\d|20[0-3])\d\s?(?:[)\]|,–—-]|$)")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:movie|film|mov)[_-]?(?:main[_-]?)?(?:title|name|head(?:er|ing)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Class names and ids of what holds a film's title."""
_LONG = 120  # characters of an element's own text; one that has so many is prose
_HOMES = word_set("""/ ./ ../ ../../ index.html /index.html ../index.html default.aspx /default.aspx""")


_ROOT = re.compile(r"https?://[^/?#]{3,100}/?")  # a site's own front page, or another's


@dataclass(frozen=True, slots=True)
class Headings:
    """A page's headings and titles, with the names that are its site's."""

    chosen: str | None  # the article's own heading, as it stands on the page
    titles: list[str]  # og:title and <title>, as they stand
    sites: frozenset[str]  # folded
    outlet: str | None  # the site's name where the page's title has it too

    @property
    def folded(self) -> str:
        return fold(self.chosen or "")

    @classmethod
    def read(
        cls, elements: list[HtmlElement], titles: list[str], stated: list[str], url: str | None
    ) -> Headings:
        """Choose among a page's headings by its titles; ``stated`` are names the page gives for its site."""
        titles = [bare for title in titles if (bare := _RIM.sub("", title))]
        segments = {fold(part): part.strip() for title in titles for part in _SEPARATOR.split(title)}
        logos = list(islice(_logos(elements, url, segments), 10))
        sites = frozenset(filter(None, map(fold, [*stated, *logos])))
        outlet = next(
            (segments[fold(name)] for name in logos if fold(name) in segments and len(segments) > 1), None
        )
        chosen = _choose(elements, titles, sites)
        return cls(chosen, titles, sites, outlet or _last_segment(chosen, titles))


def _last_segment(chosen: str | None, titles: list[str]) -> str | None:
    """What a title ends in behind the article's heading, where that reads like a site's name."""
    for title in titles if chosen else ():
        *before, last = (part.strip() for part in _SPLIT.split(title))
        named = SITE_WORD.search(last) or last.lower().startswith("the ")
        repeated = fold(chosen or "") in fold(title) and fold(last) not in fold(chosen or "")
        if (
            before
            and repeated
            and named
            and len(last.split()) <= 5
            and not (_SECTION.fullmatch(last) or _DATED.search(last))
        ):
            return last
    return None


def _logos(elements: list[HtmlElement], url: str | None, segments: Mapping[str, str]) -> list[str]:
    """Texts that lead home, or are set as the site's name."""
    found = []
    address = re.match(r"https?://[^/]+", url or "")
    homes = {*_HOMES, *([address[0].lower(), f"{address[0].lower()}/"] if address else [])}
    for element in elements:
        target = (element.get("href") or "").strip().lower() if element.tag == "a" else ""
        leads_home = target in homes or (
            bool(_ROOT.fullmatch(target)) and fold(plain(element.text_content(), 80)) in segments
        )
        if leads_home or _SITE_CLASSES.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            pictures = (
                [image.get("alt") or "" for image in element.iter("img")][:1] if len(element) < 5 else []
            )
            text = plain(element.text_content(), 80) or plain("".join(pictures), 80)
            if 1 < len(text) <= 60 and not _SECTION.fullmatch(text):
                found.append(text)
    return found


def _choose(elements: list[HtmlElement], titles: list[str], sites: frozenset[str]) -> str | None:
    """The likeliest heading: one that the page's title repeats, that is marked as a title, that opens the article."""
    ranked: list[tuple[int, int, str]] = []
    folded = [title for title in map(fold, titles) if title and title not in sites]
    opening, prose = _openings(elements)
    headed = any(element.tag == "h1" for element in opening)
    for place, element in enumerate(elements):
        level = int(element.tag[1]) if re.fullmatch(r"h[1-4]", element.tag) else None
        marked = (
            bool(_TITLE_CLASSES & set((element.get("class") or "").lower().split()))
            or element.get("itemprop") == "headline"
        )
        if level is None and not (marked and element.tag in {"div", "span", "p", "td", "a"}):
            continue
        text = plain(element.text_content(), 300)
        key = fold(text)
        if not key or len(text) > 250 or key in sites or _SECTION.fullmatch(text.strip(" :")):
            continue
        if level and _is_menu(element, text):
            continue
        repeated = any(f" {key} " in f" {title} " or f" {title} " in f" {key} " for title in folded)
        opens = element in opening
        aside = bool(opening) and not opens and _in_masthead(element)
        first_level = level == 1 and (opens or not headed)
        dated = bool(level) and place < prose and bool(_DATED.search(text))
        states = bool(level) and place < prose and bool(_STATES_REVIEW.match(text))
        if not (repeated or (marked and level) or first_level or opens or dated or states):
            continue
        rank = 4 * repeated + 2 * marked + first_level + 2 * dated + opens + 6 * states
        if _MASTHEAD.fullmatch(text) or aside:
            rank -= 6
        if not repeated and _SUBHEAD.fullmatch(text):
            rank -= 4
        ranked.append((-rank, level or 5, text))
    best = min(ranked, key=lambda entry: entry[:2]) if ranked else None
    if best and best[0] <= 0:
        return best[2]
    return None if _is_echoed(titles, elements[prose:]) else _nearest(elements[:prose])


def _is_menu(element: HtmlElement, text: str) -> bool:
    """Whether a heading is made of several links and nothing else."""
    links = [plain(link.text_content(), 300) for link in islice(element.iter("a"), 20)]
    return len(links) > 1 and sum(map(len, links)) + len(links) >= len(text)


def _in_masthead(element: HtmlElement) -> bool:
    """Whether an element stands in the page's own header rather than in its article's."""
    around = [ancestor.tag for ancestor in element.iterancestors()]
    return "header" in around and not {"article", "main"} & set(around)


def _is_echoed(titles: list[str], elements: list[HtmlElement]) -> bool:
    """Whether a page's prose speaks of what its titles name."""
    words = {word for title in titles for word in fold(SITE_WORD.sub("", title)).split() if len(word) > 3}
    prose = fold(" ".join(plain(element.text or "", 2000) for element in elements[:200])[:20_000]).split()
    return not words.isdisjoint(prose)


def _nearest(above: list[HtmlElement]) -> str | None:
    """The last heading above the prose, or what is named for a film there."""
    found = [
        text
        for element in above
        if re.fullmatch(r"h[1-4]", element.tag)
        or _NAMED.search(f"{element.get('class')} {element.get('id')}")
        if 0 < len(text := plain(element.text_content(), 120)) < 100
        and not (
            _SUBHEAD.fullmatch(text) or _MASTHEAD.fullmatch(text) or _SECTION.fullmatch(text.strip(" :"))
        )
    ]
    return found[-1] if found else None


def _openings(elements: list[HtmlElement]) -> tuple[set[HtmlElement], int]:
    """The headings that an article opens with, and where on the page its prose begins."""
    prose = next(
        (
            place
            for place, element in enumerate(elements)
            if element.tag not in {"title", "head", "html"} and _own_text(element) > _LONG
        ),
        len(elements),
    )
    within = {"article", "main"}
    above = [element for element in elements[:prose] if re.fullmatch(r"h[1-4]", element.tag)]
    above = [
        e
        for e in above
        if plain(e.text_content(), 300) and not _SUBHEAD.fullmatch(plain(e.text_content(), 300))
    ]
    inside = [element for element in above if any(a.tag in within for a in element.iterancestors())]
    if inside:
        return {inside[0]}, prose
    titled = [element for element in above if not _MASTHEAD.fullmatch(plain(element.text_content(), 300))]
    # below a site's name the next heading is the article's
    return ({titled[0]} if titled and titled[0] is not above[0] else set()), prose


def _own_text(element: HtmlElement) -> int:
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)


def cut_title(title: str, sites: frozenset[str]) -> str:
    """A page's title without the name of its site and section.

    >>> cut_title("Harbour Lights review – Film | The Carbide Lamp", frozenset(["the carbide lamp"]))
    'Harbour Lights review'
    >>> cut_title("Ada's Film Blog: Harbour Lights", frozenset()), cut_title("Alien: Romulus", frozenset())
    ('Harbour Lights', 'Alien: Romulus')
    """
    if behind := _REVIEW_BEHIND.search(title):
        title = title[behind.end() :]
    parts: list[tuple[int, int]] = []
    at = 0
    for separator in _SEPARATOR.finditer(title):
        parts.append((at, separator.start()))
        at = separator.end()
    parts.append((at, len(title)))

    def is_site(part: tuple[int, int]) -> bool:
        text = title[part[0] : part[1]].strip()
        return fold(text) in sites or bool(_SECTION.fullmatch(text)) or not fold(text)

    def is_like_site(part: tuple[int, int]) -> bool:
        text = title[part[0] : part[1]]
        return is_site(part) or (
            bool(SITE_WORD.search(text)) and not re.search(r"\breview\b", text, re.IGNORECASE)
        )

    while len(parts) > 1 and is_site(parts[-1]):
        parts.pop()
    while len(parts) > 1 and is_site(parts[0]):
        parts.pop(0)
    if len(parts) > 1 and is_like_site(parts[-1]) and _SPLIT.match(title, parts[-2][1]):
        parts.pop()
    elif len(parts) > 1 and is_like_site(parts[0]) and not is_like_site(parts[-1]):
        parts.pop(0)
    return title[parts[0][0] : parts[-1][1]].strip()


def is_masthead(title: str) -> bool:
    """Whether a heading is that of a whole site.

    >>> [is_masthead(t) for t in ("Ada's Little Film Blog", "Movie Reviews by Ada", "Review: Rope", "Ada's Choice")]
    [True, True, False, False]
    """
    return bool(_MASTHEAD.fullmatch(title))
