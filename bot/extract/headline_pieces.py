"""A headline by its pieces: which of them is the title, which a label, a column's or a site's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.extract.headline_sentence import named_in_sentence
from bot.extract.title_runs import SURELY_PERSON, person_likeness
from bot.extract.title_words import LINKS, SITE_WORDS
from bot.extract.titles import looks_like_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

REVIEW = (
    r"(?:(?:advance|early|spoiler-?free|non-?spoiler|full|quick|mini|my|dvd|blu-?ray|4k|uhd|streaming|theat(?:er|re)"
    r"|bd|ultra|hd|netflix|festival|sundance|tiff|cannes|sxsw|capsule|classic|throwback|movie|film|cinema"
    r"|short|brief|belated|honest|in-?depth|detailed|personal|spoilery?)\s){0,4}reviews?"
)

FESTIVAL = re.compile(r"fest|sundance|tiff|sxsw|cannes|venice|berlinale|telluride|premiere", re.IGNORECASE)
_NO_REVIEW = re.compile(
    r"\b(?:interviews?|trailers?|podcast|discussion|q&a|news|explained|premiere)$", re.IGNORECASE
)
SEGMENT = re.compile(r"\s[|»•·\"]\s|\s::\s|\s-{1,2}\s")
LABEL = re.compile(
    rf"^(?:{REVIEW}|film|movie|reviewed|news|cinema|now\sshowing|in\stheaters|spoilers?)$", re.IGNORECASE
)
_SITES_OWN = re.compile(r".{0,60}\b(?:reviews|films|movies|blog|news|critics)", re.IGNORECASE)
TRIM = " \t\"'*_,;:|-"


class HeadlineTitle(NamedTuple):
    """A title read from a headline; offsets count within it."""

    start: int
    end: int
    year: int | None
    rule: str
    confidence: float


def whole_headline(
    headline: str, body_keys: Sequence[str], fold: Callable[[str], str]
) -> Iterator[HeadlineTitle]:
    """A headline that is nothing but the title, with or without a site's name."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for separator in [*SEGMENT.finditer(headline), None]:
        end = separator.start() if separator else len(headline)
        piece = headline[at:end].strip(TRIM)
        sites = pieces or (_SITES_OWN.fullmatch(piece) and separator and fold(piece) not in body_keys)
        if not LABEL.match(piece) and not (sites and is_site(piece)):
            pieces.append((at, end))
        at = separator.end() if separator else end
    if not pieces:
        return
    known = [(start, end) for start, end in pieces if fold(headline[start:end].strip(TRIM)) in body_keys]
    if known and known[0] != pieces[0] and ": " in headline[slice(*pieces[0])]:
        known = [(pieces[0][0], known[0][1])]  # of a series: "Tin Robots: Rust - Fallout"
    elif known and ": " in headline[slice(*known[0])] and known[0] != pieces[-1]:
        following = pieces[pieces.index(known[0]) + 1]
        behind = headline[slice(*following)].strip(TRIM)
        if (
            headline[known[0][1] : following[0]] == " - "
            and len(behind.split()) <= 3
            and looks_like_title(behind)
        ):
            known = [(known[0][0], following[1])]
    start, end = known[0] if known else _first_pieces(headline, pieces)
    stretch = headline[start:end].strip(TRIM)
    inside = None if known else named_in(stretch, body_keys, fold, leading=False)
    words = stretch.split()
    if (names := _before_names(stretch, body_keys, fold)) and not known:
        yield HeadlineTitle(
            start, headline.index(stretch, start) + names, None, "headline: beside names", 0.85
        )
    plain = [word for word in words if word[:1].islower() and word.lower() not in LINKS]
    titled = looks_like_title(stretch) and not plain
    if inside and _NO_REVIEW.search(stretch):
        offset = headline.index(stretch, start)
        yield HeadlineTitle(offset + inside[0], offset + inside[1], None, "headline: named in the text", 0.85)
    if known or (titled and len(words) <= (7 if ":" in stretch else 5)):
        sure = 0.95 if known else 0.5 if person_likeness(stretch) >= SURELY_PERSON else 0.85
        yield HeadlineTitle(start, end, None, "headline: whole", sure)
    elif inside:
        offset = headline.index(stretch, start)
        yield HeadlineTitle(offset + inside[0], offset + inside[1], None, "headline: named in the text", 0.85)
    elif titled or (len(words) <= 4 and not any(named_in_sentence(headline, ""))):
        yield HeadlineTitle(start, end, None, "headline: whole", 0.7 if titled and len(words) <= 10 else 0.45)


def _first_pieces(headline: str, pieces: list[tuple[int, int]]) -> tuple[int, int]:
    """The pieces of a headline that the title is made of, where the text knows none of them."""
    (start, end), others = pieces[0], pieces[1:]
    if len(others) != 1 or headline[end : others[0][0]].strip(" -"):
        return start, end
    behind = headline[slice(*others[0])].strip(TRIM)
    if person_likeness(behind) >= SURELY_PERSON or FESTIVAL.search(behind) or not looks_like_title(behind):
        return start, end
    return start, others[0][1]


def _before_names(stretch: str, body_keys: Sequence[str], fold: Callable[[str], str]) -> int:
    """Where a title ends before its people's names: "Rope, Ada Byron, Max Hale", "Rope Ada Byron"; 0 without any."""
    title, *names = stretch.split(", ")
    if names and all(person_likeness(name) >= SURELY_PERSON for name in names):
        return len(title) if len(names) > 1 or fold(title) in body_keys else 0
    words = stretch.split()
    for size in (2, 3):
        title = " ".join(words[:-size])
        if fold(title) in body_keys[:3] and person_likeness(" ".join(words[-size:])) >= SURELY_PERSON:
            return len(title)
    return 0


def named_in(
    stretch: str, body_keys: Sequence[str], fold: Callable[[str], str], *, leading: bool
) -> tuple[int, int] | None:
    """The likeliest of the text's own titles that stands in a stretch; of overlapping ones the longer."""
    spans = [match.span() for match in re.finditer(r"\S+", stretch)][:30]
    folded = [fold(stretch[a:b]) or "\0" for a, b in spans]
    keys = set(body_keys)
    best: tuple[int, tuple[int, int]] | None = None
    for i in range(len(spans) if not leading else min(len(spans), 1)):
        if (
            not stretch[spans[i][0]].isupper()
            and not stretch[spans[i][0]].isdigit()
            and stretch[spans[i][0]] not in "\"'"
        ):
            continue
        for j in range(min(len(spans), i + 12), i, -1):
            key = fold(stretch[spans[i][0] : spans[j - 1][1]].strip(TRIM))
            if key in keys and not (j - i == 1 and len(folded[i]) < 3):
                rank = body_keys.index(key) - 2 * (j - i)
                if best is None or rank < best[0]:
                    best = rank, (spans[i][0], spans[j - 1][1])
                break
    return best[1] if best else None


def is_site(segment: str) -> bool:
    words = re.findall(r"[\w']+", segment.lower())
    return not words or any(word in SITE_WORDS for word in words) or "." in segment.strip(".")
