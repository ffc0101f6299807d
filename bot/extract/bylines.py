"""Who wrote a review, where it appeared and when: from what was given, bylines, courtesies and outros."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from bot.extract.byline_dates import MONTHS, find_date
from bot.extract.byline_stacks import NAME, is_critic, read_stacks
from bot.extract.names import is_person_name, person_score
from bot.models import Attribution, BlockKind, Document, Place
from bot.text import fold

if TYPE_CHECKING:
    from bot.models import Given

_BYLINE = re.compile(
    rf"""^[-*_#~\s]{{0,4}}
    (?i:(?:an?\ |the\ )?(?:(?:film|movie|full|guest)\ )?review(?:ed)?\ by
      |(?:words|text|written|posted|published|submitted|contributed|article|story)\ by|by
      |(?:words|text)\ ?(?=[:|])
      |(?:the\ )?(?:author|critic|reviewer|writer|by)\ ?(?=[:|])
      |(?:(?:film|movie)\ )?review\ courtesy(?:\ of)?)
    \ ?[:|]?\ {{0,2}}(?:-\ )?(?P<name>{NAME})
    (?P<rest>(?:(?:\ ?[,|@(/·•*<-]|\ (?i:on|for|of|at|in|from|and)\ |\ \d).{{0,160}})?)[.,;:*_]{{0,3}}$""",
    re.VERBOSE,
)
_IN_HEADLINE = re.compile(rf"\b[Rr]eview(?:ed)?\b.{{0,120}}\bby:?\ (?P<name>{NAME})\W{{0,3}}$", re.VERBOSE)
_SIGNED_OFF = re.compile(
    rf"[.!?)]\ (?:(?:--?|~)\ ?(?P<name>{NAME})\W{{0,2}}|\[(?P<bracketed>{NAME})\])$", re.VERBOSE
)
_RUNS_ON = re.compile(r"(?<=[a-z])(?=Published|Posted|Updated|Written)")  # "By Ada ByronPublished Jul 1"
_MAKERS = re.compile(r"^\W{0,3}(?:written\ by|writers?|screenplay|story\ by)\b", re.VERBOSE | re.IGNORECASE)
_NAME_ALONE = re.compile(rf"(?P<name>{NAME})", re.VERBOSE)
_LABEL_ALONE = re.compile(
    r"(?:(?:(?:film|movie)\ )?review(?:ed)?\ by|by|(?:words|text|posted|published)\ by|author|critic|reviewer)\ ?:?",
    re.VERBOSE | re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_MOST_LINES = 1000  # of one kind looked at; no page has more
_OUTLET_AFTER = re.compile(
    r"""^\ ?(?:[,|@(/·•-]\ ?|(?:for|of|from|at|in)\ )
    (?P<outlet>(?:the\ )?[A-Z][\w'&.]{0,24}
      (?:\ (?:of\ |the\ |and\ |&\ )?[A-Z][\w'&.]{0,24}){0,4})\)?""",
    re.VERBOSE,
)
_OUTLET_NAME = (
    r"(?:[Tt]he\ )?[A-Z][\w'&]{0,24}(?:\.com|\.net|\.org)?"
    r"(?:\ (?:of\ |the\ |and\ |&\ )?[A-Z][\w'&]{0,24}){0,4}"
)
_OUTRO = re.compile(
    rf"""\b(?:[Cc]heck\ out|[Rr]ead|[Ss]ee|[Ff]ind|[Ff]ollow|[Mm]ore\ of)\ (?:more\ of\ |all\ of\ )?
    (?P<name>{NAME})'s?\ (?:other|more|latest|previous|work|reviews?|columns?|articles?|full)\b
    (?P<rest>[^.!?\n]{{0,120}})""",
    re.VERBOSE,
)
_OUTRO_OUTLET = re.compile(rf"\b(?:on|at|for|in|over\ at)\ (?P<outlet>{_OUTLET_NAME})", re.VERBOSE)
_RAN = re.compile(r"(?:appeared|published|posted|ran|written) (?:on|in|at|by|for) ")
_ELSEWHERE = re.compile(
    rf"""\b(?:review|article|piece|post|column|this)\ (?:was\ |has\ been\ )?
      (?:first\ |originally\ |also\ |previously\ )
    (?:appeared|published|posted|ran|written)\ (?:on|in|at|by|for)\ (?P<outlet>{_OUTLET_NAME})
    |\b[Oo]riginally\ (?:published|posted|appeared|written)\ (?:on|in|at|by|for)\ (?P<other>{_OUTLET_NAME})""",
    re.VERBOSE,
)
_ABOUT = re.compile(
    r"^\W{0,3}about\ the\ (?:author|critic|reviewer|writer)\W{0,3}$", re.VERBOSE | re.IGNORECASE
)
_IS_CRITIC = re.compile(
    rf"""^(?P<name>{NAME})\ is\ (?:a|an|the|our)\ (?:[\w',-]{{1,20}}\ ){{0,5}}?
    (?:critic|writer|reviewer|journalist|editor|blogger|contributor|columnist)\b""",
    re.VERBOSE,
)
_DIRECTED = re.compile(
    r"^\W{0,3}(?:directed\ by|director|starring|cast)\b", re.VERBOSE | re.IGNORECASE | re.MULTILINE
)
_CAST_ABOVE = re.compile(
    r"(?:^|\n)\W{0,3}(?:the\ )?(?:cast|starring|stars|actors)(?:\ (?:and|&)\ crew|\ members)?\W{0,3}\n\s{0,4}\Z",
    re.VERBOSE | re.IGNORECASE,
)
_Strategy = Callable[[Document, str], Iterator[Attribution]]


def extract_critic(document: Document, view: str) -> Attribution | None:
    """Find the review's author; None where the text names none.

    >>> text = "Dark Star\\n\\nBy Ada Byron\\n\\nA drifting comedy."
    >>> from bot.models import Block
    >>> extract_critic(Document("a", text, (Block(BlockKind.BYLINE, 11, 23),)), text).value
    'Ada Byron'
    """
    return _first(_CRITIC, document, view)


def extract_outlet(document: Document, view: str) -> Attribution | None:
    """Find where the review appeared; studios and picture credits are no outlets."""
    return _first(_OUTLET, document, view)


def extract_published(document: Document, view: str) -> Attribution | None:
    """Find the date of the review in ISO 8601, ``--MM-DD`` where no year is printed.

    >>> text = "Ada Byron\\nJun 4"
    >>> from bot.models import Block
    >>> extract_published(Document("a", text, (Block(BlockKind.BYLINE, 0, 15),)), text).value
    '--06-04'
    """
    return _first(_PUBLISHED, document, view)


def _first(strategies: tuple[_Strategy, ...], document: Document, view: str) -> Attribution | None:
    return next((found for strategy in strategies for found in strategy(document, view)), None)


def _given(given: Given | None) -> Iterator[Attribution]:
    if given and given.value.strip():
        yield Attribution(given.value.strip(), Place.outside(given.where), "given", 1.0)


def _in_text(document: Document, start: int, end: int, rule: str, confidence: float) -> Attribution:
    while end > start and document.text[end - 1] in " .,;:*_":
        end -= 1
    return Attribution(document.text[start:end], Place.span(start, end), rule, confidence)


def _lines(document: Document, view: str, *kinds: BlockKind) -> Iterator[tuple[int, str]]:
    lines = (
        line
        for block in document.blocks
        if block.kind in kinds
        for line in _LINE.finditer(view, block.start, block.end)
    )
    for line in islice(lines, _MOST_LINES):
        yield line.start(), line.group()


def _bylines(document: Document, view: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Lines such as "By Ada Byron"; "Written by" in a list of the film's makers is none."""
    for start, line in _lines(document, view, BlockKind.BYLINE):
        match = _BYLINE.match(line)
        if match and is_critic(match["name"]):
            wrote = line.lower().lstrip("-*_ ").startswith(("written by", "story by", "writer"))
            if not (wrote and _DIRECTED.search(view, max(0, start - 200), start + len(line) + 200)):
                yield start, match


def _critic_given(document: Document, view: str) -> Iterator[Attribution]:
    yield from _given(document.given.critic)


def _critic_byline(document: Document, view: str) -> Iterator[Attribution]:
    for start, match in _bylines(document, view):
        glued = _RUNS_ON.search(view, start + match.start("name"), start + match.end("name"))
        end = glued.start() if glued else start + match.end("name")
        yield _in_text(document, start + match.start("name"), end, "byline", 0.99)


def _critic_below_label(document: Document, view: str) -> Iterator[Attribution]:
    """ "Reviewed by" alone on its line, the name on the next."""
    above = ""
    for start, line in _lines(document, view, BlockKind.BYLINE):
        name = _NAME_ALONE.fullmatch(line.strip())
        if _LABEL_ALONE.fullmatch(above.strip()) and name and is_critic(name["name"]):
            at = start + line.index(name["name"])
            yield _in_text(document, at, at + len(name["name"]), "byline: below its label", 0.95)
        above = line


def _critic_stack(document: Document, view: str) -> Iterator[Attribution]:
    """A bare name in the byline block: beside a date or a job, or whatever looks like a person."""
    heads = " ".join(
        [
            *(fold(view[b.start : b.end]) for b in document.blocks[:6] if b.kind is BlockKind.HEADLINE),
            fold(document.given.headline.value) if document.given.headline else "",
        ]
    )
    stacks = [stack for stack in read_stacks(document.blocks, view) if stack.critic]
    for stack in sorted(stacks, key=lambda one: not one.job):
        if stack.critic:
            start, end = stack.critic
            line = view.rfind("\n", 0, start) + 1
            if _MAKERS.match(view[line:start]) and _DIRECTED.search(view, max(0, line - 200), end + 200):
                continue
            if f" {fold(view[start:end])} " in f" {heads} " or _CAST_ABOVE.search(
                view, max(0, start - 40), start
            ):
                continue  # the film's title once more, or the first of its cast
            yield _in_text(document, start, end, "byline: bare name", 0.9)


def _critic_headline(document: Document, view: str) -> Iterator[Attribution]:
    """ "A review of Salt Road by Ada Byron", over a review."""
    for block in document.blocks[:6]:
        match = (
            _IN_HEADLINE.search(view, block.start, block.end) if block.kind is BlockKind.HEADLINE else None
        )
        if match and is_person_name(match["name"]) and is_critic(match["name"]):
            yield _in_text(document, match.start("name"), match.end("name"), "headline", 0.85)


def _critic_sign_off(document: Document, view: str) -> Iterator[Attribution]:
    """ "... a wonderful film. - Ada Byron", at a last paragraph's end; whoever follows a quotation said that."""
    tail = document.blocks[-5:]
    for before, block in pairwise(tail):
        match = _SIGNED_OFF.search(view, max(block.start, block.end - 60), block.end)
        # a last short line counts as the page's own, and so do readers' comments further down
        own = block.kind is BlockKind.BODY or (
            before.kind is BlockKind.BODY and "\n" not in view[block.start : block.end]
        )
        if match is None or not own:
            continue
        start, end = match.span("name" if match["name"] else "bracketed")
        if is_person_name(view[start:end]) and is_critic(view[start:end]):
            yield _in_text(document, start, end, "sign-off", 0.8)


def _critic_about(document: Document, view: str) -> Iterator[Attribution]:
    """ "Ada Byron is a film critic ..." in what stands after the review."""
    tail = document.blocks[-6:]
    for index, block in enumerate(tail):
        headed = index > 0 and _ABOUT.match(view[tail[index - 1].start : tail[index - 1].end])
        match = _IS_CRITIC.match(view[block.start : min(block.end, block.start + 200)])
        if (
            match
            and (headed or block.kind is BlockKind.FURNITURE)
            and person_score(tuple(fold(match["name"]).split())) >= 0.5
        ):
            yield _in_text(document, block.start, block.start + match.end("name"), "about the author", 0.85)


def _outros(document: Document, view: str) -> Iterator[tuple[int, re.Match[str]]]:
    for start, line in _lines(document, view, BlockKind.FURNITURE):
        match = _OUTRO.search(line)
        if match and is_critic(match["name"]):
            yield start, match


def _critic_outro(document: Document, view: str) -> Iterator[Attribution]:
    for start, match in _outros(document, view):
        yield _in_text(document, start + match.start("name"), start + match.end("name"), "outro", 0.8)


def _outlet_given(document: Document, view: str) -> Iterator[Attribution]:
    yield from _given(document.given.outlet)


def _outlet_byline(document: Document, view: str) -> Iterator[Attribution]:
    for start, match in _bylines(document, view):
        found = _OUTLET_AFTER.match(match["rest"])
        if (
            found
            and find_date(found["outlet"], 0, len(found["outlet"])) is None
            and not found["outlet"].isdigit()
        ):
            at = start + match.start("rest") + found.start("outlet")
            if found["outlet"].lower().rstrip(".")[:3] not in MONTHS and not is_person_name(found["outlet"]):
                yield _in_text(document, at, at + len(found["outlet"]), "byline", 0.8)


def _outlet_stack(document: Document, view: str) -> Iterator[Attribution]:
    """The outlet's name on a line of its own beside critic and date."""
    for stack in read_stacks(document.blocks, view):
        if stack.outlet:
            yield _in_text(document, *stack.outlet, "byline: stack", 0.75)


def _outlet_outro(document: Document, view: str) -> Iterator[Attribution]:
    for start, match in _outros(document, view):
        found = _OUTRO_OUTLET.search(match["rest"])
        if found:
            at = start + match.start("rest") + found.start("outlet")
            yield _in_text(document, at, at + len(found["outlet"]), "outro", 0.8)


def _outlet_elsewhere(document: Document, view: str) -> Iterator[Attribution]:
    """ "This review was first published in ..."."""
    for seed in islice(_RAN.finditer(view), _MOST_LINES):
        match = _ELSEWHERE.search(view, max(0, seed.start() - 60), seed.end() + 160)
        if match is None:
            continue
        group = "outlet" if match["outlet"] else "other"
        yield _in_text(document, match.start(group), match.end(group), "first published", 0.85)


def _published_given(document: Document, view: str) -> Iterator[Attribution]:
    yield from _given(document.given.published)


def _published_byline(document: Document, view: str) -> Iterator[Attribution]:
    for block in document.blocks:
        if block.kind is BlockKind.BYLINE:
            found = find_date(view, block.start, block.end)
            if found:
                value, start, end = found
                yield Attribution(value, Place.span(start, end), "byline", 0.9)


_CRITIC: tuple[_Strategy, ...] = (
    _critic_given,
    _critic_byline,
    _critic_below_label,
    _critic_stack,
    _critic_headline,
    _critic_sign_off,
    _critic_about,
    _critic_outro,
)
_OUTLET: tuple[_Strategy, ...] = (
    _outlet_given,
    _outlet_byline,
    _outlet_stack,
    _outlet_outro,
    _outlet_elsewhere,
)
_PUBLISHED: tuple[_Strategy, ...] = (_published_given, _published_byline)
