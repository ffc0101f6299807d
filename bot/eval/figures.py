"""A figure, and the floors it may not fall below."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BASELINE = Path(__file__).with_name("baseline.json")
# Everything else is better the higher it is.
_LOWER_IS_BETTER = (
    "_bad_spans",
    "_false_positive_rate",
    "_not_loaded",
    "_invented_rate",
    "_furniture",
    "_spoilers",
    "_error",
)
# Which depends on the machine.
_UNBOUND = ("_seconds",)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value and how many things it was counted over; None where there was nothing to count."""

    name: str
    value: float | None
    n: int

    @property
    def bound(self) -> bool:
        """Whether a floor can hold it."""
        return not self.name.endswith(_UNBOUND) and self.value is not None

    @property
    def falls(self) -> bool:
        """Whether it is better the lower it is, so that its floor is a ceiling."""
        return self.name.removesuffix("_kept").endswith(_LOWER_IS_BETTER)

    def worse_than(self, floor: float) -> bool:
        """Whether the value lies on the wrong side of a floor.

        >>> Figure("cast_recall", 0.9, 10).worse_than(0.8), Figure("calibration_cast_error", 0.05, 10).worse_than(0.03)
        (False, True)
        """
        return self.value is not None and (self.value > floor if self.falls else self.value < floor)


def share(part: int, whole: int) -> float | None:
    """A part of a whole, to three places as all figures are."""
    return round(part / whole, 3) if whole else None


def load_floors(path: Path = BASELINE) -> dict[str, float]:
    """Read the committed floors by figure; none where there is no file yet."""
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def save_floors(floors: Mapping[str, float], path: Path = BASELINE) -> None:
    """Write floors so that a change of one figure is a change of one line."""
    path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


def move_floors(
    floors: Mapping[str, float], figures: Iterable[Figure], *, lower: bool = False
) -> dict[str, float]:
    """The floors after a measurement: up to every better value, and down to a worse one only where told.

    >>> figures = [Figure("recall", 0.9, 10), Figure("precision", 0.7, 10), Figure("new", 0.5, 2)]
    >>> move_floors({"recall": 0.8, "precision": 0.8}, figures)
    {'recall': 0.9, 'precision': 0.8, 'new': 0.5}
    >>> move_floors({"recall": 0.8, "precision": 0.8}, figures, lower=True)["precision"]
    0.7
    """
    moved = dict(floors)
    for figure in figures:
        if figure.bound and figure.value is not None:
            floor = moved.get(figure.name)
            if floor is None or lower or not figure.worse_than(floor):
                moved[figure.name] = figure.value
    return moved
