"""The year that a review prints beside a film's title."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = re.compile(r"(?:18[89]|19\d|20\d)\d")
_YEAR = r"(?P<year>(?:18[89]|19\d|20\d)\d)"
_KIND = (
    r"(?:film|movie|feature|picture|comedy|drama|thriller|western|musical|horror|romance|classic|masterpiece|debut"
    r"|documentary|adaptation|remake|sequel|prequel|epic|noir|melodrama|satire|farce|fantasy|mystery|biopic|blockbuster"
    r"|silent|adventure|hit|romcom|rom-com|release|chiller|caper|production)"
)
YEAR_BEHIND = re.compile(
    rf"""['"*_]{{0,2}},?\ ?[\[(](?:[A-Z][^()\[\]\n]{{1,40}}?,\ ?|[a-z]{{2,12}}\.?\ )?
    {_YEAR}(?P<range>\ ?[-/]\ ?(?:\d\d(?:\d\d)?)?)?(?:[,;][^()\[\]\n]{{0,60}})?[\])]""",
    re.VERBOSE,
)
"""Title (1974), Title (Carpenter, 1974); a range of years is a series'."""
_BEFORE = re.compile(
    rf"""{_YEAR}(?:'s|\ (?:(?:[\w-]{{1,15}}\ ){{0,2}}{_KIND},?|version\ of))[\ \"'*_]{{1,3}}$""",
    re.VERBOSE,
)
_AFTER = (
    # , Keaton's 1926 comedy | , a 1926 silent comedy
    re.compile(
        rf"""['"*_]{{0,2}},\ (?:(?:an?|his|her|their)\ |(?:[A-Z][\w.-]{{0,20}}\ ){{0,3}}[A-Z][\w-]{{1,20}}'s?\ )
        (?:[\w-]{{1,20}}\ ){{0,2}}{_YEAR}\ (?:[\w'-]{{1,20}}\ ){{0,3}}?{_KIND}\b(?!')""",
        re.VERBOSE,
    ),
    # is a 1926 silent comedy
    re.compile(
        rf"""['"*_]{{0,2}}\ (?:is|was)\ (?:an?|the)\ (?:[\w'-]{{1,20}}\ ){{0,2}}
        {_YEAR}\ (?:[\w'-]{{1,20}}\ ){{0,4}}?{_KIND}\b(?!')""",
        re.VERBOSE,
    ),
    # , released in 1926 | was first released in 1926 | came out in 1926
    re.compile(
        rf"""['"*_]{{0,2}}(?:,|\ (?:was|is|had\ been))?\ (?:(?:first|originally|theatrically)\ )?
        (?:released|came\ out|premiered|opened)\ (?:in\ theaters\ |in\ cinemas\ )?(?:back\ )?
        in\ (?:[A-Z][a-z]{{2,8}}\ (?:of\ )?)?{_YEAR}\b""",
        re.VERBOSE,
    ),
)
_NEAR = 100  # signs behind a title in which its year may stand
_BACK = 40


def year_beside(view: str, start: int, end: int) -> int | None:
    """Read the year that stands beside the title at ``start`` to ``end``, None where none plainly does.

    >>> [year_beside(text, text.index("Dark"), text.index("Star") + 4) for text in (
    ...     "Dark Star (1974)", "1974's Dark Star", "Dark Star, a 1974 space comedy", "Dark Star was released in 1974",
    ...     "Dark Star, and in 1974 another film")]
    [1974, 1974, 1974, 1974, None]
    """
    near = _DIGITS.search(view, end, end + _NEAR)
    if near:
        behind = YEAR_BEHIND.match(view, end)
        if behind:
            return None if behind["range"] else int(behind["year"])
        for pattern in _AFTER:
            found = pattern.match(view, end, end + _NEAR + 60)
            if found:
                return int(found["year"])
    low = max(0, start - _BACK)
    if _DIGITS.search(view, low, start):
        found = _BEFORE.search(view[low:start])
        if found:
            return int(found["year"])
    return None


_FACTS = re.compile(
    r"""\b(?:\d{1,3}\s?min(?:ute)?s?|\d\s?h(?:ou)?rs?|directed\ by|dir\.|director|rated|pg(?:-13)?|nc-17
    |runtime|running\ time|starring|usa|uk|comedy|drama|horror|thriller|action|romance|documentary|animation
    |western|sci-fi|adventure|crime)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_THE_PAGE = re.compile(
    r"""\b(?:posted|published|updated|reviewed|written|watched|viewed|seen|comments?|read|copyright|by
    |jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?
    |nov(?:ember)?|dec(?:ember)?)\b|©|\(c\)""",
    re.VERBOSE | re.IGNORECASE,
)
_DIRECTED_BY = re.compile(r"\b(?:directed|written|produced)(?:\ (?:and|&)\ directed)?\ by\b", re.IGNORECASE)
_BETWEEN_FACTS = re.compile(r"\s?[|•·∙/,;()\[\]~]\s?|\s-{1,2}\s")
_YEAR_ALONE = re.compile(rf"(?:[A-Za-z.]{{2,12}}\s){{0,2}}{_YEAR}(?:\s[A-Z][A-Za-z]{{1,12}})?")
_LABELLED = re.compile(  # Year: 1974; Release date - 30 March 1974
    r"""^\W{0,4}(?:(?:theatrical|original|cinema|us|uk|film|movie)\ )?
    (?:year(?:\ of\ release|\ released)?|release(?:d|\ year|\ date)?(?:\ (?:in|on))?)\W{0,3}(?:[:=|]|\s-(?=\s))\s?
    (?P<rest>[^\n]{1,60})""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_LEADS = re.compile(rf"[^\w(]{{0,16}}\({_YEAR}\)(?!\w)")  # **** - (1974) - It drifts.
_COUNTRY_YEAR = re.compile(
    r"[A-Z][A-Za-z. ]{1,20}(?:[/,] ?[A-Z][A-Za-z. ]{1,20}){0,3},? (?:18[89]|19\d|20\d)\d"
)  # France/Italy 1962
_SHORTEST, _MOST_PLACES = 3, 50  # signs of a title, places it stands in, that are looked at
_LONGEST_FACT = 30
_HEAD_LINES, _FACT_LINES = 8, 30  # from the text's start: rows of facts, lines with a label


def year_in_facts(view: str) -> int | None:
    """The one year among the film's facts at a text's head: "Year: 1974", "1974 · 83 min · Rated PG".

    >>> [year_in_facts(f"Dark Star\\n{line}\\n\\nIt drifts.") for line in (
    ...     "Release date: 30 March 1974", "~ 1974 · Directed by Mel Hale ~", "USA 1974, 83 min", "Posted 1974 | USA")]
    [1974, 1974, 1974, None]
    """
    found: set[int] = set()
    lines = [line for line in view[:6000].split("\n")[: 2 * _FACT_LINES] if line.strip()]
    for place, line in enumerate(lines[:_FACT_LINES]):
        years = set(_DIGITS.findall(line[:200]))
        if (
            len(years) > 1
            and (released := _LABELLED.match(line))
            and "release" in released.group()[:20].lower()
        ):
            years = {min(years)}  # in one country after the other
        if len(years) != 1 or (len(line) > 200 and not _YEAR_LEADS.match(line)):
            continue
        labelled = _LABELLED.match(line)
        if labelled and _DIGITS.search(labelled["rest"]):
            year = int(years.pop())
            if line.lstrip(" *_•-").lower().startswith("year"):
                return year  # a disc's release has a date of its own
            found.add(year)
        elif place and place <= 2 and (leading := _YEAR_LEADS.match(line)):
            found.add(int(leading["year"]))
        elif (
            (0 < place < _HEAD_LINES or _DIGITS.match(line))
            and place < _HEAD_LINES
            and not _OF_THE_PAGE.search(_DIRECTED_BY.sub("", line))
        ):
            parts = [part.strip(" .*_") for part in _BETWEEN_FACTS.split(line)]
            leads = place <= 2 and 2 <= len(parts) <= 6 and max(map(len, parts)) <= _LONGEST_FACT
            if (
                _FACTS.search(line)
                or _COUNTRY_YEAR.fullmatch(line.strip())
                or (leads and _DIGITS.fullmatch(parts[0]))
            ):
                found |= {int(match["year"]) for part in parts if (match := _YEAR_ALONE.fullmatch(part))}
    return found.pop() if len(found) == 1 else None


_THIS_FILM = re.compile(
    rf"""(?:^|\n|[.!?]\ )(?:This|The)\ {_YEAR}\ (?:[\w-]{{1,15}}\ ){{0,2}}
    (?:film|movie|comedy|drama|thriller|documentary)\ (?:directed|written|starring)\b""",
    re.VERBOSE,
)


def year_of_this_film(view: str) -> int | None:
    """The one year a text's opening gives the film it speaks of without naming it.

    >>> year_of_this_film("It drifts. The 1974 film directed by Mel Hale is a comedy.")
    1974
    """
    found = {int(match["year"]) for match in _THIS_FILM.finditer(view, 0, 3000)}
    return found.pop() if len(found) == 1 else None


def year_of_title(view: str, title: str) -> int | None:
    """The one year that stands beside a title wherever a text prints it, in whichever case.

    >>> year_of_title("DARK STAR drifts. Dark Star is a 1974 space comedy.", "Dark Star")
    1974
    """
    lowered, wanted = view.lower(), title.lower()
    if len(lowered) != len(view) or len(wanted) < _SHORTEST:
        return None
    found: set[int] = set()
    at = lowered.find(wanted)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        end = at + len(wanted)
        whole = not (view[max(0, at - 1) : at].isalnum() or view[end : end + 1].isalnum())
        if whole and (year := year_beside(view, at, end)):
            found.add(year)
        at = lowered.find(wanted, end)
    return found.pop() if len(found) == 1 else None


def year_places(view: str) -> list[int]:
    """Give the offsets of all years in a text."""
    return [match.start() for match in _DIGITS.finditer(view)]


def are_near(places: Sequence[int], start: int, end: int) -> bool:
    """Whether a year stands so near to ``start`` or ``end`` that :func:`year_beside` may read it."""
    index = bisect_left(places, start - _BACK)
    return index < len(places) and places[index] < end + _NEAR
