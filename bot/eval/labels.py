"""Labels made by hand, sentence by sentence, on reviews that stay where they are: offsets and marks, no text.

``labels.jsonl`` holds one review a line: the set and id under which its text stands in the evaluation folder, its
``part`` (``dev`` was read while the rules were written; of ``kept`` only the figures were looked at, and thresholds
chosen by them, so that it flatters a little), and its sentences as
``[start, end, marks, stance, themes]``. Offsets count code points of the raw text. The marks, one letter each:

- ``o`` an opinion of this film, ``p`` plot or description, ``i`` information, ``f`` furniture;
- ``d`` dangling (makes no sense alone), ``v`` sums the review up, ``x`` an opinion unfit to quote;
- ``s`` a spoiler that gives the story away, ``m`` a mild one: tells more than a trailer does, better veiled.

Stance is ``+``, ``-`` or ``0`` for an opinion, else empty; themes are joined by commas.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from bot.models import Stance, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).with_name("labels.jsonl")
_STANCES = {"+": Stance.FOR, "-": Stance.AGAINST}


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader says of one sentence."""

    start: int
    end: int
    marks: str
    stance: Stance | None
    themes: frozenset[Theme]

    @property
    def opinion(self) -> bool:
        """Whether it says what the critic thinks of this film."""
        return "o" in self.marks

    @property
    def fit(self) -> bool:
        """Whether it is an opinion worth quoting."""
        return self.opinion and "x" not in self.marks

    @property
    def furniture(self) -> bool:
        """Whether it is no prose of the review at all."""
        return "f" in self.marks

    @property
    def dangling(self) -> bool:
        """Whether it makes no sense without what stands before it."""
        return "d" in self.marks

    @property
    def spoiler(self) -> bool:
        """Whether it gives the story away: this must be veiled."""
        return "s" in self.marks

    @property
    def veilable(self) -> bool:
        """Whether veiling it is no mistake."""
        return "s" in self.marks or "m" in self.marks

    @property
    def verdict(self) -> bool:
        """Whether it sums the review up."""
        return "v" in self.marks


@dataclass(frozen=True, slots=True)
class LabelledReview:
    """One review's labels, in the order of the text."""

    set: str
    id: str
    part: str
    sentences: tuple[Label, ...]


def load_labels(path: Path = FILE) -> tuple[LabelledReview, ...]:
    """Read a file of labels; ``path`` is the committed one unless told."""
    return tuple(
        LabelledReview(
            row["set"],
            row["id"],
            row["part"],
            tuple(
                Label(
                    start,
                    end,
                    marks,
                    _STANCES.get(stance),
                    frozenset(map(Theme, filter(None, themes.split(",")))),
                )
                for start, end, marks, stance, themes in row["sentences"]
            ),
        )
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    )


def place_labels(sentences: tuple[Label, ...], raw: str, stored: str) -> Iterator[Label]:
    """Move labels from the raw text to the text that reading made of it; what was dropped there goes.

    >>> label = Label(6, 11, "o", None, frozenset())
    >>> [(moved.start, moved.end) for moved in place_labels((label,), "A  *b* cde f", "A b cde f")]
    [(3, 8)]
    """
    where = _offsets(raw, stored)
    for label in sentences:
        start, end = where[label.start], where[label.end]
        if start < end:
            yield Label(start, end, label.marks, label.stance, label.themes)


def _offsets(raw: str, stored: str) -> list[int]:
    """For each offset of ``raw`` the one in ``stored``, by the fewest characters dropped and added."""
    where = [0] * (len(raw) + 1)
    for step in Indel.opcodes(raw, stored):
        for offset in range(step.src_start, step.src_end):
            where[offset] = (
                step.dest_start + offset - step.src_start if step.tag == "equal" else step.dest_start
            )
    where[len(raw)] = len(stored)
    return where
