"""Which film a credit belongs to, and how surely the review puts it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.extract.credit_words import FRANCHISE_NOUNS
from bot.extract.name_words import NOT_PEOPLE, PEOPLES
from bot.models import Certainty
from bot.text import fold_title

if TYPE_CHECKING:
    from bot.extract.claims import Claim
    from bot.extract.credit_page import Page

_IN_FILM = re.compile(r"""[\s,("'*_]* (?:in|on|from) \s [^.;:!?()]{0,60} \Z""", re.VERBOSE)
_QUOTED_IN = re.compile(r"""\s*,?\s*in\s["'](?P<title>[A-Z][^"'()]{2,60})["']""", re.VERBOSE)
_OWNING = frozenset({"director-possessive", "actors-character", "actors-performance", "crew-possessive"})
"""Rules whose claim a "not" before it says nothing of ("I didn't like A's film")."""
_LABELLED = frozenset({"label-cast", "label-crew"})
"""Rules of a credits box: it speaks of this film alone."""
_MAKING = frozenset({"crew-verb", "director-makes-film", "director-possessive"})
"""Rules whose work may be named right behind."""
_PLAYED_IN = re.compile(r"\s*(?:in|on)\s|\s*,\s*(?:in|on)\s")
_OTHERS = re.compile(
    r"\s+(?:(?!(?:as|than|like|while|but)\b)\w+\s+){0,3}?(?:such|all|both|many|several|other|previous|earlier|episodes|two|three|four|films|movies)\b",
    re.IGNORECASE,
)
_KNOWN_FOR = re.compile(
    r"""
    \b (?: (?:best|most|better|well|mostly|mainly|perhaps|also)\W+
           (?:known|famous|famously|remembered|recognised|recognized)
         | famous\s+(?:for|as) | known\s+(?:for|as) | rose\s+to\s+fame | made\s+(?:his|her)\s+name
         | since\s+(?:his|her|playing) | reminiscent\s+of | reminds?\s+(?:me|us|you|one)\s+of | [àa]\s+la
         | just\s+like | akin\s+to | similar\s+to | compared?\s+to | recalls? | evokes? | previously
         | earlier | years\s+before | (?:has|had)\s+(?:also\s+)?(?:played|starred)
         | went\s+on\s+to | would\s+(?:later|go\s+on)
       ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|isn't|wasn't|never|doesn't|didn't|won't|instead\s+of|rather\s+than|no\s+longer|without|originally|turned\s+down|passed\s+on"
    r"|was\s+(?:to\s+have|supposed)|almost|nearly|was\s+considered|wanted|auditioned|replac(?:ed|ing)|would\s+have|could\s+have|should\s+have)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"""\b(?:not|never|instead\s+of|rather\s+than|turned\s+down|supposed\s+to|would\s+have|could\s+have|should\s+have|was\s+considered
    |wanted\s+to|offered|auditioned|if\s+(?:he|she)\s+did)\b|n't\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PLURAL_WORKS = re.compile(
    r"(?<!both )(?<!all )\b(?:films|movies|flicks|pictures|sequels|instal+ments|entries) \Z"
)
_PLANNED = re.compile(
    r"""\b(?: (?:was|were|is|are|been) \s+ (?:originally\s+)? (?:set|slated|attached|lined\s+up|meant) \s+ (?:to|for)
          | originally | early\s+(?:production|development) | dropped\s+out | in\s+talks )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_RUMOURED = re.compile(
    r"\b(?:rumou?rs?|rumou?red|reportedly|reports?\s+(?:of|that)|allegedly|alleged|supposedly|apparently\s+(?:set|going)|my\s+money\s+is\s+on"
    r"|uncredited|unofficially)\b",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"(?:In|On|From)\ (?P<title>The(?:\ [A-Z][\w'-]{1,20}){1,4}),\ ")
_STARRING = re.compile(r"\b(?:starring|stars|starred|featuring|features)\b")
_BEFORE_STARRING = re.compile(r"""["'*_)]?,?(?:\ ?\((?:19|20)\d\d\))?,?\ (?:which\ |that\ |also\ )?""")
_STATED = 0.6  # what less often than that proves right needs a second critic
_WINDOW = 70  # signs before and behind a credit that are searched for hedges and titles


def other_film(page: Page, one: Claim) -> str | None:
    """Give the title of another film that a claim speaks of, or None where it is this film's.

    >>> from bot.extract.credit_verbs import read_verbs
    >>> from bot.extract.credit_page import Page
    >>> text = "Ana Smith plays Eve. Bo Lee was great as Paloma in Deadly Night."
    >>> page = Page(text, titles=[(51, 63, "deadly night")], own_titles=["Eve's War"])
    >>> [other_film(page, c) for c in read_verbs(page)]
    [None, 'Deadly Night']
    """
    if one.rule in _LABELLED:
        return None
    starts = page.title_starts
    begin = page.tokens[page.sentence_start(one.name.first)].start
    if one.role != "actor":
        return _crew_film(page, starts, begin, one)
    for edge in dict.fromkeys((one.name.end, one.end)):
        spot = bisect_left(starts, edge)
        if spot < len(page.titles):
            start, end, _ = page.titles[spot]
            inside = edge == one.name.end and one.name.start > (one.phrase.start if one.phrase else one.end)
            if edge != one.end and not (inside and _PLAYED_IN.match(page.view[edge:start])):
                continue
            if (
                start - edge < _WINDOW
                and _IN_FILM.match(page.view[edge:start])
                and not _own(page, start, end)
            ):
                return page.text[start:end]
    if one.end > one.name.end and (quoted := _QUOTED_IN.match(page.view, one.name.end, one.end)):
        return quoted["title"]
    lead = page.view[max(begin, one.start - 160) : one.start]
    hint = _KNOWN_FOR.search(lead)
    within = _KNOWN_FOR.search(page.view[one.start : one.end])
    if hint is None and within is None:
        return _lead_title(page, starts, begin, one)
    spot = bisect_left(starts, one.start)
    if spot < len(page.titles):
        start, end, _ = page.titles[spot]
        if start - one.end < 120 and not _own(page, start, end):
            return page.text[start:end]
    return "another film" if within or (hint and len(lead) - hint.end() < 40) else None


def _crew_film(page: Page, starts: list[int], begin: int, one: Claim) -> str | None:
    """Give another film that a trade is tied to: "Get Carter director A", "A directed B"."""
    tokens = page.tokens
    if one.rule in _MAKING:
        spot = bisect_left(starts, one.end)
        near = 30 if one.rule == "crew-verb" else 12
        if spot < len(page.titles) and page.titles[spot][0] - one.end < near:
            start, end, _ = page.titles[spot]
            return None if _own(page, start, end) else page.text[start:end]
        return (
            "other films"
            if one.rule == "crew-verb" and _OTHERS.match(page.view[one.end : one.end + 60])
            else None
        )
    if one.rule == "crew-by" and _PLURAL_WORKS.search(page.view[max(begin, one.start - 30) : one.start]):
        return "other films"
    if one.rule == "director-of-film":
        spot = bisect_left(starts, one.start)
        start, end, _ = page.titles[spot]
        return None if _own(page, start, end) else page.text[start:end]
    if one.rule != "crew-noun":
        return None
    index = one.name.first
    while index > 0 and tokens[index - 1].start >= one.start:
        index -= 1
    if not index or tokens[index].edge or tokens[index].gap not in {" ", ' "', '" ', "' "}:
        return None
    step = index - 1
    while step > 0 and tokens[step].lower in FRANCHISE_NOUNS:
        step -= 1
    name = page.name_of[step]
    if not page.title_at[step] and (
        name is None or name.owns or name.words[-1] in PEOPLES or name.words[-1] in NOT_PEOPLE
    ):
        return None
    spot = bisect_left(starts, tokens[step].end) - 1
    if page.title_at[step] and spot >= 0:
        start, end, _ = page.titles[spot]
    elif name:
        if step == index - 1 and tokens[name.first].edge and len(name.words) == 1:
            return None  # "Master director A"
        start, end = name.start, name.end
    else:
        return None
    return None if _own(page, start, end) and step == index - 1 else page.text[start:end]


def _lead_title(page: Page, starts: list[int], begin: int, one: Claim) -> str | None:
    """Give the other film that a sentence begins with: "In Deadly Night, Bo Lee plays ..."."""
    if one.rule == "cast-list" and (film := _starring(page, starts, begin, one)):
        return film
    article = _IN_THE.match(page.view, begin, one.start)
    if article and not _own(page, article.start("title"), article.end("title")):
        return page.text[article.start("title") : article.end("title")]
    spot = bisect_left(starts, begin)
    if spot < len(page.titles):
        start, end, _ = page.titles[spot]
        if (
            end <= one.start
            and re.fullmatch(r"""(?:In|On|From)\s["'*_]?""", page.view[begin:start])
            and not _own(page, start, end)
        ):
            return page.text[start:end]
    return None


def _starring(page: Page, starts: list[int], begin: int, one: Claim) -> str | None:
    """Give the other film right before a cast: "like White Zombie, starring A and B"."""
    verbs = list(_STARRING.finditer(page.view, begin, one.start))
    verb = verbs[-1] if verbs else None
    spot = bisect_left(starts, verb.start()) - 1 if verb else -1
    if verb is None or spot < 0:
        return None
    start, end, _ = page.titles[spot]
    near = start >= begin and _BEFORE_STARRING.fullmatch(page.view, end, verb.start())
    return page.text[start:end] if near and not _own(page, start, end) else None


def _own(page: Page, start: int, end: int) -> bool:
    title = fold_title(page.text[start:end])
    if not page.own_titles:
        return False
    return any(
        title == own or (len(title) > 3 and (f" {title} " in f" {own} " or f" {own} " in f" {title} "))
        for own in page.own_titles
    )


def certainty(page: Page, one: Claim) -> Certainty:
    """Tell how a claim is put: stated, weakly, as a rumour, or denied.

    >>> from bot.extract.credit_crew import read_crew
    >>> from bot.extract.credit_page import Page
    >>> page = Page("It is not directed by Bo Lee. Reportedly, it was directed by Al Roe.")
    >>> [str(certainty(page, c)) for c in read_crew(page)]
    ['denied', 'rumoured']
    """
    if one.rule in _LABELLED:
        return Certainty.STATED
    begin = page.tokens[page.sentence_start(one.name.first)].start
    lead = page.view[max(begin, one.start - _WINDOW) : one.start]
    clause = re.split(r"[,;:—(]", lead)[-1]
    if (
        one.phrase
        and one.phrase.start > one.name.end
        and _REFUSED.search(page.view[one.name.end : one.phrase.start][-40:])
    ):
        return Certainty.DENIED
    if one.rule == "crew-verb" and _PLANNED.search(
        page.view[max(begin, one.start - 2 * _WINDOW) : one.start]
    ):
        return Certainty.DENIED
    if _RUMOURED.search(lead):
        return Certainty.RUMOURED
    owning = one.rule in _OWNING or (one.rule == "crew-noun" and one.name.owns)
    if one.rule == "pronoun-not-director" or (not owning and _DENIED.search(clause[-30:])):
        return Certainty.DENIED
    return Certainty.STATED if one.confidence >= _STATED else Certainty.UNSURE
