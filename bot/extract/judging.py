"""Signs that a sentence says what the critic thinks of this film, and that somebody may want it quoted."""

from __future__ import annotations

import re
from math import fsum, log
from typing import TYPE_CHECKING, NamedTuple

from bot.extract import sign_words
from bot.extract.lexicon import TALK
from bot.extract.quote_weights import JUDGES
from bot.extract.tokens import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extract.excerpts import Excerpt
    from bot.extract.opinion import Judgement

_ABOUT = word_set(sign_words.ABOUT)
_FILM = word_set(sign_words.FILM)
_COPULAS = word_set("is was 's are were isn't wasn't has makes gets will would does feels seems looks")
_STORY_OPENS = word_set("when after as one in on at there there's")
_IT_OPENS = frozenset(["it", "it's", "this"])
_I_OPENS = frozenset(["i", "i'm", "i've"])
_DIGIT = re.compile(r"\d(?<!\w\d)")
_BESIDE = 4  # words
_SHORT = 8  # words
_LATE = 0.85  # place in the review
_NEIGHBOURS = 3
_MOST = 3.0  # opinion above which a neighbour counts no more


class Place(NamedTuple):
    """What stands around a sentence."""

    share: float  # 0 at the review's beginning, 1 at its end
    around: float  # mean opinion of the three sentences on either side
    before: float
    after: float


def read_place(opinions: Sequence[float], index: int) -> Place:
    """Where one sentence stands, and how much its neighbours judge.

    >>> read_place([1.0, 2.0, 0.0], 1)
    Place(share=0.3333333333333333, around=0.5, before=1.0, after=0.0)
    """
    before = [min(opinion, _MOST) for opinion in opinions[max(0, index - _NEIGHBOURS) : index]]
    after = [min(opinion, _MOST) for opinion in opinions[index + 1 : index + 1 + _NEIGHBOURS]]
    near = before + after
    return Place(
        index / len(opinions),
        sum(near) / len(near) if near else 0.0,
        before[-1] if before else 0.0,
        after[0] if after else 0.0,
    )


def weigh_judging(excerpt: Excerpt, place: Place, title: str) -> float:
    """Logit of the chance that a sentence is an opinion of this film worth quoting.

    >>> from bot.extract.excerpts import Excerpt
    >>> middle = Place(0.5, 0.5, 0, 0)
    >>> def judges(text): return weigh_judging(Excerpt(text, 0, len(text)), middle, "")
    >>> judges("Keaton is superb, and the film is very funny.") > 0 > judges("He meets a good man in the village.")
    True
    """
    signs = judging_signs(excerpt, place, title)
    # fsum: a set has no order, and the sum shall not depend on one
    return fsum(
        [
            JUDGES["any"],
            *[JUDGES[sign] for sign in signs if sign in JUDGES],
            *[JUDGES[name] * value for name, value in judging_measures(excerpt, place)],
        ]
    )


def judging_measures(excerpt: Excerpt, place: Place) -> tuple[tuple[str, float], ...]:
    """What is more or less rather than yes or no.

    >>> from bot.extract.excerpts import Excerpt
    >>> dict(judging_measures(Excerpt("Keaton is superb.", 0, 17), Place(0.9, 0, 0, 0)))["density"]
    2.5
    """
    words = len(excerpt.lows)
    return (
        ("opinion", min(excerpt.opinion, 4.0)),
        ("density", 10 * len(excerpt.judgements) / words),
        ("length", log(words)),
        ("place", place.share),
        ("around", place.around),
        ("before", place.before),
        ("after", place.after),
    )


def judging_signs(excerpt: Excerpt, place: Place, title: str) -> set[str]:
    """Name what speaks for and against it.

    >>> from bot.extract.excerpts import Excerpt
    >>> sorted(judging_signs(Excerpt("Keaton is superb.", 0, 17), Place(0.9, 0, 0, 0), "the general"))
    ['is', 'judges', 'late', 'name is', 'opens name', 'short', 'strong']
    """
    lows, names = excerpt.lows, excerpt.names
    signs = TALK.read(lows, excerpt.hits)
    signs.update([f"flaw {kind}" for kind in excerpt.flaws])
    about = [index for index, low in enumerate(lows) if low in _ABOUT]
    opens = names[:1] == [0]
    behind = len(names) - opens
    film = not _FILM.isdisjoint(lows)
    titled = bool(title) and title in excerpt.text.casefold()
    if excerpt.judgements:
        signs.add("judges")
        if about and _near(about, excerpt.judgements):
            signs.add("about judged")
        if any(abs(judgement.strength) > 1 for judgement in excerpt.judgements):
            signs.add("strong")
    if excerpt.craft:
        signs.add("craft")
    if about:
        signs.add("about")
    if film:
        signs.add("film")
    if titled:
        signs.add("title")
    if behind:
        signs.add("names")
        if behind > 3:
            signs.add("many names")
        if behind > 1 and not (film or titled or about):
            signs.add("names elsewhere")
    if _DIGIT.search(excerpt.text):
        signs.add("digits")
    if '"' in lows:
        signs.add("quotes")
    if "(" in lows:
        signs.add("brackets")
    if excerpt.question:
        signs.add("question")
    if "!" in lows:
        signs.add("shouts")
    if excerpt.slips:
        signs.add("slips")
    if len(lows) < _SHORT:
        signs.add("short")
    if place.share > _LATE:
        signs.add("late")
    if excerpt.personal:
        signs.add("personal")
    if excerpt.chatty:
        signs.add("chatty")
    opening = lows[0]
    if opening in _IT_OPENS:
        signs.add("opens it")
    elif opening == "the":
        signs.add("opens the")
    elif opening in _I_OPENS:
        signs.add("opens i")
    if opening in _STORY_OPENS:
        signs.add("opens story")
    if opens:
        signs.add("opens name")
    if not _COPULAS.isdisjoint([lows[at + 1] for at in names if at + 1 < len(lows)]):
        signs.add("name is")
    return signs


def _near(places: list[int], judgements: Sequence[Judgement]) -> bool:
    return any(abs(at - judgement.at) <= _BESIDE for at in places for judgement in judgements)
