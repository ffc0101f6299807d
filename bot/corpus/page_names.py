"""The names on a page: which heading is the article's, what is the site's own name, who is nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bot.corpus.page_nodes import plain, word_set
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s+(?:[|»«•·~/]|::|[-–—]{1,2})\s+|\s::\s|(?<=\w):\s(?=[A-Z])")
_SPLIT = re.compile(r"\s+(?:[|»«•·~/]|::|[-–—]{1,2})\s+")
_SITE_WORD = re.compile(
    r"""\b(?:films?|movies?|reviews?|blog|blogspot|cinema|news|magazine|times|post|daily|weekly|journal|gazette|herald|tribune
    |chronicle|press|media|network|online|critics?|screen|reel|studio|report|guide|digest|journalism|observer|courier|
    com|net|org|site|website|home|home\ ?page|archives?|thoughts|corner|club|zine)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SECTION = re.compile(
    r"""(?:the\s)?(?:(?:film|movie|dvd|blu-?ray|latest|all|our|my|cinema|home|theat(?:er|re))\s){0,2}
    (?:reviews?|film|films|movies?|blog|home|news|arts|culture|entertainment|features?|cinema|archives?)""",
    re.VERBOSE | re.IGNORECASE,
)
_NOBODY = word_set(
    """admin administrator webmaster editor editors editorial staff team anonymous anon unknown guest author
    root user test contributor contributors newsroom desk reviewer critic default wordpress blogger owner
    moderator site website none null nobody superuser siteadmin publisher member profile"""
)
PLATFORMS = word_set(
    """tumblr medium blogger blogspot wordpress wordpress com substack wix squarespace livejournal"""
)
"""Where sites are kept; none of them is an outlet."""
_LEAD = re.compile(
    r"""^\W{0,3}(?:(?:(?:film|movie)\ )?review(?:ed)?\ by|(?:posted|published|written|words|submitted)\ by|by|author
    |critic|reviewer)\b\s{0,2}[:|]?\s{0,2}""",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(
    r"""\s{0,3}(?:[|•·/(\[]|\s[-–—]\s|,\s(?:film|movie|chief|senior|staff|arts|special|contributing|guest|the|correspondent|critic|
    editor|writer|for)\b|\s(?:on|at|in|for|of)\s|\s{1,2}@|\s\d).*$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_TITLE_CLASSES = word_set(
    """entry-title post-title article-title p-name headline page-title blog-title-item article-headline summary
    storytitle title"""
)
_SITE_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:site-?(?:title|name)|logo|brand|blog-?title|masthead|header-title|navbar-brand)(?:$|[\s_-])",
    re.IGNORECASE,
)
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
        titles = [title for title in titles if title]
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
        named = _SITE_WORD.search(last) or last.lower().startswith("the ")
        repeated = fold(chosen or "") in fold(title) and fold(last) not in fold(chosen or "")
        if before and repeated and named and len(last.split()) <= 5 and not _SECTION.fullmatch(last):
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
    """The heading that the page's title repeats; else one marked as a title; else the only first-level one."""
    ranked: list[tuple[int, int, str]] = []
    folded = [fold(title) for title in titles]
    for element in elements:
        classes = set((element.get("class") or "").lower().split())
        level = int(element.tag[1]) if re.fullmatch(r"h[1-4]", element.tag) else None
        marked = bool(classes & _TITLE_CLASSES) or element.get("itemprop") == "headline"
        if level is None and not (marked and element.tag in {"div", "span", "p", "td", "a"}):
            continue
        text = plain(element.text_content(), 300)
        key = fold(text)
        if not key or len(text) > 250 or key in sites or _SECTION.fullmatch(text):
            continue
        repeated = any(
            f" {key} " in f" {title} " or (title and f" {title} " in f" {key} ") for title in folded
        )
        if repeated or (marked and level) or level == 1:
            ranked.append((-(4 * repeated + 2 * marked + (level == 1)), level or 5, text))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def cut_title(title: str, sites: frozenset[str]) -> str:
    """A page's title without the name of its site and section.

    >>> cut_title("Harbour Lights review – Film | The Carbide Lamp", frozenset(["the carbide lamp"]))
    'Harbour Lights review'
    >>> cut_title("Ada's Film Blog: Harbour Lights", frozenset()), cut_title("Alien: Romulus", frozenset())
    ('Harbour Lights', 'Alien: Romulus')
    """
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
            bool(_SITE_WORD.search(text)) and not re.search(r"\breview\b", text, re.IGNORECASE)
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


def tidy_name(value: str) -> str | None:
    """A person's name without what bylines put around it; None where it cannot be one.

    >>> tidy_name("By Ada Byron, Film Critic"), tidy_name("Posted by Ada Byron on June 4"), tidy_name("a@b.example")
    ('Ada Byron', 'Ada Byron', None)
    """
    if "://" in value or "@" in value:
        return None
    name = _END.sub("", _LEAD.sub("", plain(value, 200))).strip(" ,.;:|-–—\"'“”")
    words = name.split()
    if not words or len(name) < 2 or len(name) > 80 or len(words) > 10 or not any(c.isalpha() for c in name):
        return None
    if re.search(r"\bwww\.|\.(?:com|net|org|html?)\b", name, re.IGNORECASE):
        return None
    return name


def is_nobody(name: str) -> bool:
    """Whether a name is an account's or a desk's.

    >>> [is_nobody(name) for name in ("admin", "Staff Writer", "The Editors", "Ada Byron", "admin2")]
    [True, True, True, False, True]
    """
    words = fold(name).split()
    return (
        not words
        or any(w.rstrip("0123456789") in _NOBODY for w in (words[0], words[-1]))
        or not words[0].rstrip("0123456789")
    )


def is_site_like(name: str) -> bool:
    """Whether a name is rather a site's than a person's."""
    return bool(_SITE_WORD.search(name)) or len(name.split()) not in {2, 3} or name.lower().startswith("the ")
