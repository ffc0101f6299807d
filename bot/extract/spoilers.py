"""Whether a quote gives away what happens: fates, culprits, reversals, endings."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from bot.extract import quote_words
from bot.extract import spoiler_words as words
from bot.extract.leaning import is_name
from bot.extract.tokens import Phrases, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.extract.excerpts import Excerpt
    from bot.models import Sentence

_MARKS: Phrases[str] = Phrases(
    {
        "none": words.NOT_ONE,
        "reveal": words.REVEALS,
        "event": words.EVENTS,
        "deed": words.DEEDS,
        "fate": words.FATES,
        "act": words.ACTS,
        "ending": words.ENDING,
        "ends": words.ENDS,
        "at last": words.AT_LAST,
        "kept": words.KEPT,
        "news": words.NEWS,
    }
)
# Without one of these nothing is told.
_TELLING: Phrases[bool] = Phrases(
    {True: " ".join([words.REVEALS, words.EVENTS, words.DEEDS, words.FATES, words.ENDING, words.ENDS])}
)
_PREMISE = word_set(words.PREMISE)
_OPEN = word_set(words.OPEN)
_ANYBODY = word_set(
    "who whoever nobody one no-one anyone auteur director filmmaker composer screenwriter writer"
)
_PERSONS = (word_set(quote_words.PERSONS) - _ANYBODY) | word_set("""
    friends people everybody family parents couple lovers crew team rest group members victims son heroes
    heroine villains killers brothers sisters assassin accomplice
""")
_SOMEBODY = word_set("he she they him them his her their he's she's they're everyone everybody both all")
_SPOKEN_OF = frozenset(["he", "she", "they", "his", "her", "him", "them", "ending", "twist"])
_OBJECTS = word_set("his her their him them both all everyone")
_POSSESSORS = word_set("his her their")
_OUTCOMES = word_set(words.OUTCOMES)
_MANNER = word_set(words.MANNER)
_AT_THE_END = word_set("in at by final last third")
_NOUN_SIGNS = word_set("the a an of these those some any more 's no serial such brutal grisly")
_KINDS = word_set("films movies sequels entries stories")
_DENIALS = word_set("not never no nobody without isn't doesn't didn't don't wasn't hardly")
_WE = word_set("i we you i'm we're you're viewer viewers audience audiences one it film movie")
_CLOSE = 4  # words between somebody and what befalls them
_BEHIND = 3  # words between "ends with" and whom it ends with
_STARTS = 8  # words that a premise reaches
_NEAR_THE_END = 0.7
_SET_UP = 0.3  # of the body: here a name with its actor in brackets is being introduced
_ACTS_WITHIN = 9  # words between "in the end" and what somebody does
_LATE = 0.45  # of the body: premises are told before it


def mark_spoilers(
    view: str, sentences: Sequence[Sentence], excerpts: Sequence[Excerpt]
) -> tuple[Sentence, ...]:
    """Mark the sentences that give the story away, whether they are quoted or not."""
    spoilers = Spoilers(view, excerpts)
    told = {excerpt.start for excerpt in excerpts if spoilers.among((excerpt,))}
    return tuple(replace(s, spoiler=True) if s.start in told else s for s in sentences)


class Spoilers:
    """Which sentences of one review give something away."""

    def __init__(self, view: str, excerpts: Sequence[Excerpt]) -> None:
        self.begin = excerpts[0].start if excerpts else 0
        self.length = max(1, excerpts[-1].end - self.begin) if excerpts else 1
        self.sections = warned_spans(view)
        self.announced = warns_at_once(view)

    def among(self, parts: Sequence[Excerpt]) -> bool:
        lows = parts[0].lows if len(parts) == 1 else [low for part in parts for low in part.lows]
        warned = any(start <= parts[0].start < end for start, end in self.sections)
        if not warned and not may_tell(lows):
            return False
        tokens = [token for part in parts for token in part.tokens]
        names = {index for index, token in enumerate(tokens) if token[0].isupper() and is_name(token)}
        if warned:
            return bool(names) or not _SPOKEN_OF.isdisjoint(lows)
        place = (parts[0].start - self.begin) / self.length
        return has_spoiler(lows, names, place=place, warned=self.announced)


def may_tell(lows: list[str]) -> bool:
    """Whether a closer look may find a spoiler; most sentences have no such word at all."""
    return _TELLING.may_find(lows)


def has_spoiler(lows: list[str], names: Collection[int], *, place: float, warned: bool) -> bool:
    """Whether an excerpt tells what a viewer would rather not know.

    ``names`` are the words that look like a name's part, ``place`` is where the excerpt stands in the body (0 to 1),
    ``warned`` whether the review announced spoilers before it.

    >>> has_spoiler("it turns out she is the killer".split(), (), place=0.1, warned=False)
    True
    >>> has_spoiler("the killer music never dies".split(), (), place=0.9, warned=False)
    False
    """
    marks = [mark for mark in _MARKS.find(lows) if mark[0] not in names]
    kinds = {kind for _, _, kind in marks}
    if kinds.isdisjoint({"reveal", "event", "deed", "fate", "ends", "ending"}) or kinds & {"kept", "news"}:
        return False
    if place < _SET_UP and "(" in lows and not warned:
        return False
    people = {i for i, low in enumerate(lows) if low in _SOMEBODY or low in _PERSONS}.union(names)
    ending = not kinds.isdisjoint({"ending", "ends"})
    at_last = "at last" in kinds
    late = warned or place > _LATE
    for index, length, kind in marks:
        if _unreal(lows, index, _OPEN if kind == "reveal" else _PREMISE):
            continue
        if kind == "reveal":
            told = bool(people)
        elif kind == "ends":
            told = _ends_with_somebody(lows, index, length, people)
        elif kind == "event":
            told = (ending or late or at_last) and _befalls(lows, index, people)
        elif kind == "deed":
            told = (ending or warned or (late and at_last) or place > _NEAR_THE_END) and _befalls(
                lows, index, people
            )
        elif kind == "fate":
            told = ((ending or late) and _has_possessor(lows, index, names)) or (
                "ending" in kinds and any(abs(index - one) <= _CLOSE for one in people)
            )
        elif kind == "ending":
            told = lows[index] in _AT_THE_END and _somebody_acts(lows, index + length, people)
        else:
            told = kind == "act" and "ending" in kinds and index - 1 in people
        if told:
            return True
    return False


def _unreal(lows: list[str], index: int, signs: frozenset[str] = _PREMISE) -> bool:
    """Whether what stands there starts the story, or never happens."""
    before = lows[max(0, index - _STARTS) : index]
    return not signs.isdisjoint(before) or not _DENIALS.isdisjoint(before[-3:])


def _befalls(lows: list[str], index: int, people: Collection[int]) -> bool:
    """Whether somebody in particular stands right before: "a killer who kills" is anybody."""
    nearest = max((one for one in people if index - _CLOSE <= one < index), default=-1)
    if nearest < 0 or lows[index - 1] in _NOUN_SIGNS:
        return False
    return not (lows[index - 1] == "who" and nearest > 1 and lows[nearest - 1] in {"a", "an"})


def _has_possessor(lows: list[str], index: int, names: Collection[int]) -> bool:
    """ "Her tragic death", "Tom's murder", "the death of Tom"."""
    for place in range(max(0, index - 2), index):
        if lows[place] in _POSSESSORS or (lows[place] == "'s" and place - 1 in names):
            return True
    return lows[index + 1 : index + 2] == ["of"] and index + 2 in names


def _somebody_acts(lows: list[str], begin: int, people: Collection[int]) -> bool:
    """Whether right behind "In the end" somebody does something, or is doing it: no manner of acting."""
    for place in range(begin, min(begin + _ACTS_WITHIN, len(lows) - 1)):
        if lows[place] in {".", "!", "?", ";"}:
            return False
        verb, after = lows[place + 1], lows[place + 2 : place + 3]
        if place not in people or lows[place] in _OBJECTS:
            continue
        if verb in {"is", "are"} and after and after[0].endswith("ing"):
            return True
        if verb.endswith("s") and len(verb) > 3 and verb not in _MANNER and place + 1 not in people:
            return True
    return False


def _ends_with_somebody(lows: list[str], index: int, length: int, people: Collection[int]) -> bool:
    behind = range(index + length, index + length + _BEHIND)
    if lows[index + 1 : index + 2] == ["up"]:  # somebody "ends up marrying her"
        if not any(index - _CLOSE <= one < index for one in people) or not _WE.isdisjoint(
            lows[max(0, index - _CLOSE) : index]
        ):
            return False
        verb = lows[index + length : index + length + 1]
        return not _OUTCOMES.isdisjoint(verb)
    if lows[index + 1 : index + 2] == ["by"] and index + length < len(lows):
        return lows[index + length].endswith("ing") and any(one in people for one in range(index))
    return any(one in people for one in behind) and _KINDS.isdisjoint(lows[:index])


_SPOILER = re.compile(r"spoiler", re.IGNORECASE)
_NO_WARNING = re.compile(
    r"\b(?:no|without|avoid\w*|won't|not|end|over|spoiler[- ]free|rear|tail|don't|isn't)\b", re.IGNORECASE
)
_ANNOUNCED = re.compile(
    r"""spoilers?[ ](?:alert|ahead|below|follow|begin|start|warning|coming|territory|from[ ]here|to[ ]come)
    | (?:(?<=^)|(?<=[.!?\n])) [^\w.!?\n]* (?:\w+[ ])? spoilers?\b [^\w.!?\n]""",
    re.VERBOSE | re.IGNORECASE,
)
_OVER = re.compile(
    r"\bend(?:s|ing)?[ ](?:of[ ])?(?:the[ ])?spoilers?|/spoilers?|\bspoilers?[ ](?:end|over)", re.IGNORECASE
)
# A line that heads the next section: short, after a blank line, and no mark ends it.
_HEADING = re.compile(r"\n[ ]?\n[ ]?(?=[A-Z0-9][^\n]{2,50}[^\n.!?,;:\"')]\n)")
_STOPS = ".!?\n"
_LINE = 60  # characters of a line that is a heading
_MOST_WARNINGS = 20
_FOREWORD = 0.12  # of the text: a warning up here speaks of the whole review


def warned_spans(view: str) -> tuple[tuple[int, int], ...]:
    """Where the writer announces spoilers, from the warning to the section's end.

    >>> warned_spans("A fine film that keeps its secrets well.\\n\\nSPOILERS \\n\\nTom did it. END OF SPOILERS. Fine.")
    ((42, 65),)
    >>> warned_spans("A film without spoilers. No spoilers here.")
    ()
    """
    found: list[tuple[int, int]] = []
    if "spoiler" not in view.casefold():
        return ()
    for warning in islice(_SPOILER.finditer(view), _MOST_WARNINGS):
        begin = max(view.rfind(stop, max(0, warning.start() - 200), warning.start()) for stop in _STOPS) + 1
        stops = [at for stop in _STOPS if (at := view.find(stop, warning.end(), warning.end() + 200)) >= 0]
        end = min(stops, default=min(len(view), warning.end() + 200))
        if _NO_WARNING.search(view, begin, end) or begin < len(view) * _FOREWORD:
            continue
        line = (view.rfind("\n", 0, warning.start()) + 1, view.find("\n", warning.end()))
        if 0 <= line[1] - line[0] <= _LINE:  # a heading: the section below it
            limits = [
                match.start()
                for match in (_OVER.search(view, line[1]), _HEADING.search(view, end + 2))
                if match
            ]
        elif _ANNOUNCED.search(view, begin, end):  # what is left of the paragraph
            limits = [line[1]] if line[1] >= 0 else []
        else:  # said in passing
            continue
        found.append((begin, min(limits, default=len(view))))
    return tuple(found)


def warns_at_once(view: str) -> bool:
    """Whether the review begins by announcing spoilers.

    >>> warns_at_once("Mild SPOILERS below. It is a film of two halves."), warns_at_once("No spoilers here. Fine.")
    (True, False)
    """
    head = view[: min(5_000, max(200, int(len(view) * _FOREWORD)))]
    for warning in islice(_SPOILER.finditer(head), _MOST_WARNINGS):
        begin = max(head.rfind(stop, 0, warning.start()) for stop in _STOPS) + 1
        end = min((at for stop in _STOPS if (at := head.find(stop, warning.end())) >= 0), default=len(head))
        if not _NO_WARNING.search(head, begin, end):
            return True
    return False
