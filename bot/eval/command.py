"""Everything measured at once, beside its floors."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.eval.calibration import by_confidence, expected_error, judge, render_calibration
from bot.eval.corroboration import compare, render_compared
from bot.eval.figures import BASELINE, Figure, load_floors, move_floors, save_floors
from bot.eval.labels import FILE as LABELS
from bot.eval.labels import load_labels
from bot.eval.library import read_reviews
from bot.eval.quotes import Miss, measure_quotes
from bot.eval.sets import SETS, check_folder, read_rows, read_texts, run_scorer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from bot.eval.calibration import Fact
    from bot.eval.library import Read

_ENOUGH = 50  # facts of a kind, below which their calibration is noise


def evaluate(
    folder: Path,
    say: Callable[[str], None],
    *,
    labels: Path = LABELS,
    baseline: Path = BASELINE,
    show: int = 0,
    tables: bool = False,
    raise_floors: bool = False,
    lower_floors: bool = False,
) -> bool:
    """Measure, print every figure with its floor, and say whether all floors hold.

    ``show`` prints up to so many errors of each kind, ``tables`` what each rule's confidence is worth and what the
    reviews of one film are to each other. ``raise_floors`` writes better values into ``baseline``;
    ``lower_floors`` writes worse ones too. Raises SettingsError where ``folder`` lacks a set or a
    labelled review.
    """
    check_folder(folder)
    floors, texts, labelled = load_floors(baseline), read_texts(folder), load_labels(labels)
    for review in labelled:
        if (review.set, review.id) not in texts:
            raise SettingsError(f"{folder} lacks {review.id} in its set {review.set}, which has labels.")
    quotes, misses = measure_quotes(labelled, texts)
    sets = {name: read_reviews(read_rows(folder, name)) for name in SETS}
    facts = [fact for reviews in sets.values() for fact in judge(reviews)]
    figures = [*run_scorer(folder, show), *quotes, *_calibration(facts)]
    for line in (*_errors(misses, show), *(_tables(sets, facts) if tables else ())):
        say(line)
    for line in render_figures(figures, floors):
        say(line)
    below = [f for f in figures if f.name in floors and f.worse_than(floors[f.name])]
    gone = sorted(floors.keys() - {f.name for f in figures if f.bound})
    for name in gone:
        say(f"{name} has a floor and was not measured")
    if raise_floors or lower_floors:
        moved = move_floors(floors, figures, lower=lower_floors)
        if lower_floors:
            moved = {name: floor for name, floor in moved.items() if name not in gone}
            below, gone = [], []
        save_floors(moved, baseline)
        changed = sum(moved.get(name) != floors.get(name) for name in moved.keys() | floors.keys())
        say(f"{changed} floors moved in {baseline.name}")
    say(f"{len(below) + len(gone)} below their floor" if below or gone else "every floor holds")
    return not below and not gone


def render_figures(figures: Iterable[Figure], floors: dict[str, float]) -> Iterable[str]:
    """One line a figure: its name, its value, what it was counted over, its floor.

    >>> print(*render_figures([Figure("recall", 0.9, 10)], {"recall": 0.95}), sep="\\n")
    recall                                      0.900  of    10   floor  0.950  BELOW
    """
    for figure in figures:
        value = "  none" if figure.value is None else f"{figure.value:6.3f}"
        line = f"{figure.name:<42} {value}  of {figure.n:>5}"
        floor = floors.get(figure.name)
        if floor is not None:
            word = "ceiling" if figure.falls else "floor"
            line += f"   {word} {floor:6.3f}" + ("  BELOW" if figure.worse_than(floor) else "")
        yield line.replace("  BELOW", "  ABOVE") if figure.falls else line


def _calibration(facts: Iterable[Fact]) -> Iterator[Figure]:
    """How far what is claimed lies from what is right, by kind of fact."""
    kinds: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        kinds[fact.kind].append(fact)
    for kind, found in kinds.items():
        if len(found) < _ENOUGH:
            continue
        name = f"calibration_{kind.replace(' ', '_')}_error"
        yield Figure(name, expected_error(by_confidence(found)), len(found))


def _tables(sets: dict[str, tuple[Read, ...]], facts: Iterable[Fact]) -> Iterator[str]:
    yield from render_calibration(facts)
    for name, reviews in sets.items():
        if reviews:
            yield f"{name}: reviews on their own, and together"
            yield from (f"  {line}" for line in render_compared(compare(reviews)))


def _errors(misses: Iterable[Miss], show: int) -> Iterable[str]:
    shown: Counter[str] = Counter()
    for miss in misses:
        kind = miss.kind.split(" (")[0]
        shown[kind] += 1
        if shown[kind] <= show:
            yield f"{miss.kind} | {miss.review} | {' '.join(miss.text.split())}"
