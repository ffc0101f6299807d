"""What stands above a review besides its headline: menus, breadcrumbs, labels, rows of byline parts."""

from __future__ import annotations

import re

from bot.corpus.block_words import DATE_LINE, NAME_LINE, NAVIGATION, READING_TIME

_FLAGS = re.VERBOSE | re.IGNORECASE

_SECTIONS = frozenset(
    """
    film|films|movie|movies|cinema|tv|television|tv & film|film & tv|film and tv|tv & radio|music|books|arts
    the arts|art|culture|stage|theatre|theater|theatre & dance|dance|games|gaming|video|videos|podcast|podcasts
    news|sport|sports|opinion|lifestyle|life|style|travel|food|business|politics|world|tech|technology|science
    entertainment|arts & entertainment|arts and entertainment|features|feature|interviews|interview|lists|essays
    reviews|review|film reviews|film review|movie reviews|movie review|cinema review|all reviews|latest reviews
    festivals|festival|festival review|film festivals|blu-ray|dvd|dvd review|blu-ray review|streaming|box office
    trailers|columns|criticism|critics|blog|magazine|new releases|now playing|in theaters|in theatres|in cinemas
    at the movies|coming soon|classics|classic|classic film|classic review|retro review|retrospective|capsule
    capsule review|full review|horror|comedy|drama|action|thriller|documentary|documentaries|animation|sci-fi
    silent|silent film|western|foreign|world cinema|indie|editor's pick|editors' pick|critic's pick
    critics' pick|exclusive|uncategorized|general|spoiler-free review|short review|quick review|first look
    watch|awards|oscars|celebrity|photos|weekend|the review|our review|film of the week|movie of the week
    """.replace("\n", "|").split("|")
)
_STEERS = frozenset(
    """
    home|homepage|front page|menu|open menu|search|subscribe|log in|login|sign in|sign up|register|my account
    account|about|about us|contact|contact us|archive|archives|newsletter|newsletters|shop|store|donate
    support|support us|advertise|cart|more|close|all posts|all|index|faq|site map|sitemap|team|our team|rss
    forum|forums|links|skip to content|skip to main content|jobs|events|home page|start here|follow|share|by
    ratings|directors|actors|a-z|print edition|e-paper|toggle navigation|staff|masthead|write for us|patreon
    """.replace("\n", "|").split("|")
)
SECTIONS = frozenset(item.strip() for item in _SECTIONS if item.strip())
"""Labels of a site's parts; alone on a line above a headline they are no headline."""
STEERS = frozenset(item.strip() for item in _STEERS if item.strip())
"""What leads about a site; a row of labels with one among them is a menu."""
_ITEMS = SECTIONS | STEERS
_WORDS = frozenset(word for item in _ITEMS for word in item.split())
_STEERING_WORDS = frozenset(
    ("menu", "search", "subscribe", "login", "home", "about", "contact", "archive", "archives", "newsletter")
)
_BETWEEN_ITEMS = re.compile(
    r"\s?[|>›→•·∙/]\s?|\s[-~\"]\s|\s::\s"
)  # a guillemet is a quotation mark in the plain view
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # labels whose line breaks are lost: "Latest ReviewsMOVIES"
_STARS = re.compile(r"(?<=\ )\d(?:\.5|½)?\ stars?$|^\d(?:\.5|½)?\ stars?(?=\ )")  # 3 Stars Movies: a category
_CRUMB = re.compile(r"\s?[>›→]\s?|\s[/\"]\s|\s::\s")
_MARKS = ' \t*_#[](){}<>‹›←→↑↓:.+-☰✕×"'

_SEGMENT = re.compile(r"\s?[|•·∙/]\s?|\s[-~]\s|,\s(?=by\s)", re.IGNORECASE)
_BY_SEGMENT = re.compile(
    r"^(?i:(?:(?:written|posted|published|reviewed|review|words|text)\ )?by:?)\ [^\W\d_].{1,50}$", re.VERBOSE
)
_SMALL_SEGMENT = re.compile(
    r"""^(?:(?:filed\ )?(?:in|under)\ [\w&,' -]{2,60}|\#?[\w-]{1,20}|@\w{2,30}
    |\d{1,5}\ (?:comments?|views?|likes?|shares?)|(?:no|leave\ a|add\ a|post\ a)\ (?:comments?|reply)
    |\d{1,2}[:.]\d\d(?:\ ?[ap]\.?m\.?)?(?:\ [a-z]{2,4})?|updated?.{0,40}|posted\ at\ .{3,14}
    |(?:film|movie|staff|chief|senior)\ (?:critic|writer|reviewer)|share|edit|permalink)$""",
    _FLAGS,
)
POSTED_BY = re.compile(
    r"""^(?:posted|published|written|reviewed|added|submitted)?\ ?(?:on\ )?(?P<date>.{6,40}?)
    ,?\ (?:-\ )?by\ (?P<name>[^\W\d_][^|\n]{1,60})$""",
    _FLAGS,
)
_POSTED_ON = re.compile(  # Posted: June 3, 2010 in Comedy, UK
    r"""^(?:posted|published)\ ?:?\ (?:on\ )?[a-z]{3,9}\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ \d{4}\b.{0,120}$""",
    _FLAGS,
)
JOB_LINE = re.compile(
    r"""^[^\W\d_a-z][\w'.-]{0,24}(?:\ [^\W\d_][\w'.-]{0,24}){1,3}(?:,\ |\ -\ |\ \|\ )(?:[\w&'-]{1,20}\ ){0,3}
    (?i:critic|writer|reviewer|editor|correspondent|contributor|columnist|reporter)$""",
    re.VERBOSE,
)
OUTLET_WORD = re.compile(
    r"\b(?:times|post|tribune|gazette|herald|journal|weekly|daily|review|reviews|magazine|observer|chronicle|news"
    r"|press|telegraph|guardian|critic|critics|blog|reel|reels|cinema|films?|movies?|screen|projector|\w+\.com)\b",
    re.IGNORECASE,
)


def is_menu(line: str) -> bool:
    """Whether a line is a site's menu, or a trail of breadcrumbs.

    >>> is_menu("MENU SEARCH SUBSCRIBE"), is_menu("Home | Reviews | About"), is_menu("Home > Film > Dark Star")
    (True, True, True)
    >>> is_menu("Review | Dark Star"), is_menu("Home Alone"), is_menu("Search Party")
    (False, False, False)
    """
    items = [item.strip(_MARKS).lower() for item in _BETWEEN_ITEMS.split(line)]
    items = [item for item in items if item]
    if len(items) >= 2:
        known = sum(item in _ITEMS for item in items)
        if known == len(items) or (len(items) >= 4 and known * 4 >= len(items) * 3):
            return True
        if items[0] in {"home", "you are here", "you are here: home", "homepage"}:
            return bool(_CRUMB.search(line))
        crumbs = len(_CRUMB.findall(line))
        return crumbs >= 2 and known >= 1 and (items[0] in _ITEMS or known >= len(items) - 1)
    words = [word.strip(_MARKS).lower() for word in line.split()]
    words = [word for word in words if word and word != "&"]
    return (
        len(words) >= 2
        and all(word in _WORDS for word in words)
        and (
            sum(word in _STEERING_WORDS for word in words) >= 2
            or (len(words) >= 3 and not _STEERING_WORDS.isdisjoint(words))
            or len(words) >= 5
        )
    )


def is_label(line: str) -> bool:
    """Whether a line is nothing but the name of a site's part, such as "FILM REVIEW" or "Film, Horror, Reviews".

    >>> [is_label(line) for line in ("FILM REVIEW", "Movies / Reviews", "Latest ReviewsMOVIES", "Dark Star Review")]
    [True, True, True, False]
    """
    bare = _STARS.sub("", line.strip(_MARKS).lower()).strip()
    if bare in _ITEMS:
        return True
    items = [item.strip(_MARKS) for item in re.split(r"\s?[|/•·∙,;>»]\s?|\s-\s", bare)]
    glued = [item.strip(_MARKS).lower() for item in _GLUED.split(line)]
    if len(glued) > 1 and all(item in _ITEMS for item in glued):
        return True
    return len(items) > 1 and all(item in _ITEMS for item in items)


def is_byline_row(line: str) -> bool:
    """Whether a line is a row of parts that stand around a byline: name, date, reading time, comments.

    >>> is_byline_row("Ada Byron | March 3, 2023 | 4 min read"), is_byline_row("Posted on March 3, 2023 by Ada Byron")
    (True, True)
    >>> is_byline_row("Dark Star | Review"), is_byline_row("2001 - by the light of the moon")
    (False, False)
    """
    if len(line) > 160:
        return False
    if JOB_LINE.match(line):
        return True
    if not _DIGIT.search(line):
        return False
    if _POSTED_ON.match(line):
        return True
    posted = POSTED_BY.match(line)
    if posted and DATE_LINE.match(posted["date"]):
        return True
    parts = [part.strip(_MARKS) for part in _SEGMENT.split(line)]
    parts = [part for part in parts if part]
    if not 2 <= len(parts) <= 7:
        return False
    sure = 0
    for part in parts:
        if DATE_LINE.match(part) or READING_TIME.match(part) or _BY_SEGMENT.match(part):
            sure += 1
        elif not (
            NAME_LINE.match(part) or _SMALL_SEGMENT.match(part) or NAVIGATION.match(part) or is_label(part)
        ):
            return False
    return sure > 0 and any(DATE_LINE.match(part) or READING_TIME.match(part) for part in parts)
