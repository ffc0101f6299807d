"""The names on a page: a person's without what bylines put around it, an account's, a site's."""

from __future__ import annotations

import re

from bot.corpus.page_nodes import plain, word_set
from bot.text import fold

SITE_WORD = re.compile(
    r"""\b(?:films?|movies?|reviews?|blog|blogspot|cinema|news|magazine|times|post|daily|weekly|journal|gazette|herald|tribune
    |chronicle|press|media|network|online|critics?|screen|reel|studio|report|guide|digest|journalism|observer|courier|
    com|net|org|site|website|home|home\ ?page|archives?|thoughts|corner|club|zine)\b""",
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
    editor|writer|for)\b|\s(?:on|at|in|for|of)\s|\s(?:published|posted|updated|reviewed)\b|\s{1,2}@|\s\d).*$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


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
    return bool(SITE_WORD.search(name)) or len(name.split()) not in {2, 3} or name.lower().startswith("the ")
