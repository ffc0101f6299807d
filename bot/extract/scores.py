"""The printed verdicts of a review: its overall score, then its categories."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from bot.extract.score_claims import Claim, judge
from bot.extract.score_legends import find_legend
from bot.extract.score_printed import Printed, find_printed
from bot.extract.score_surroundings import surroundings
from bot.extract.view import normalise
from bot.models import BlockKind, Document, Given, Place, Score
from bot.text import fold

OVERALL = "Overall"

_BESIDE = 12  # signs between stars and the number that they show
_PLAIN = frozenset({"overall", "label", "label-above", "own-line"})


@dataclass(frozen=True, slots=True)
class _Verdict:
    printed: Printed
    claim: Claim


def extract_scores(document: Document, view: str) -> tuple[Score, ...]:
    """Read every score a review prints or was given, the overall one first.

    >>> text = "Story: 7/10\\nActing: 6/10\\nOverall: 6.5/10"
    >>> [(s.label, s.value, s.percent, s.raw) for s in extract_scores(Document("a.txt", text, ()), text)]
    [('Overall', 6.5, 65.0, '6.5/10'), ('Story', 7.0, 70.0, '7/10'), ('Acting', 6.0, 60.0, '6/10')]
    """
    verdicts = _in_the_review(_verdicts(view), document)
    boxed = any(v.claim.name in {"category", "overall"} for v in verdicts)
    categories = [v for v in verdicts if v.claim.category and (boxed or v.claim.name != "box-line")]
    overall = _best([v for v in verdicts if v not in categories and not _repeats_a_category(v, verdicts)])
    given = [score for rating in document.given.ratings if (score := parse_rating(rating))]
    main = _main(document.text, overall, given)
    seen: set[str] = set()
    scores = [main] if main else []
    for verdict in categories:
        label = verdict.claim.category or OVERALL
        if fold(label) not in seen:
            seen.add(fold(label))
            scores.append(_score(document.text, verdict, label))
    return tuple(scores)


def parse_rating(given: Given) -> Score | None:
    """Read a rating that stands in a field of its own, with the same notations as the text.

    >>> [parse_rating(Given(v, "front matter: rating")).percent for v in ("4/5", "B+", "★★★☆☆", "3.5")]
    [80.0, 83.33, 60.0, None]
    >>> parse_rating(Given("PG-13", "front matter: rating")) is None
    True
    """
    lead = "Rating: "
    view = lead + normalise(given.value.strip())[:100]
    for printed in find_printed(view):
        if printed.start == len(lead):
            place = Place.outside(given.where)
            return Score(
                OVERALL,
                printed.value,
                printed.scale,
                _percent(printed.value, printed.scale),
                given.value.strip(),
                place,
                f"given:{printed.notation.name}",
                1.0,
            )
    return None


def _verdicts(view: str) -> list[_Verdict]:
    legend = find_legend(view)
    verdicts: list[_Verdict] = []
    floor = 0
    found = find_printed(view)
    for place, printed in enumerate(found):
        if any(start <= printed.start < end for start, end in legend.spans):
            continue
        if place + 1 < len(found) and _only_shows(printed, found[place + 1], view):
            continue
        claim = judge(surroundings(view, printed, floor))
        floor = printed.end
        if claim:
            verdicts.append(_Verdict(_on_legend(printed, legend.scale), claim))
    return verdicts


def _only_shows(printed: Printed, number: Printed, view: str) -> bool:
    """Whether stars merely round the number that stands behind them: "★★★★★★ 6.4/10"."""
    return (
        printed.notation.name in {"stars", "full-and-empty-stars"}
        and number.notation.name in {"slash", "out-of"}
        and printed.value != number.value
        and not view[printed.end : number.start].strip(" *_(:=|-\ufe0f")
        and number.start - printed.end <= _BESIDE
    )


def _in_the_review(verdicts: list[_Verdict], document: Document) -> list[_Verdict]:
    """Leave out what stands in furniture (readers' comments, links), unless a plain label is all there is."""
    furniture = [block for block in document.blocks if block.kind is BlockKind.FURNITURE]
    starts = [block.start for block in furniture]

    def outside(verdict: _Verdict) -> bool:
        place = bisect_right(starts, verdict.printed.start) - 1
        return place < 0 or furniture[place].end <= verdict.printed.start

    kept = [verdict for verdict in verdicts if outside(verdict)]
    return kept or [verdict for verdict in verdicts if verdict.claim.name in _PLAIN]


def _on_legend(printed: Printed, scale: float | None) -> Printed:
    """Read bare stars against the scale that the review's own legend states."""
    if scale is None or printed.scale is not None or printed.notation.name not in {"stars", "star-words"}:
        return printed
    return Printed(printed.start, printed.end, printed.value, scale, printed.notation)


def _repeats_a_category(verdict: _Verdict, verdicts: list[_Verdict]) -> bool:
    """Whether a score box prints a category's score a second time on the next line."""
    place = verdicts.index(verdict)
    above = verdicts[place - 1] if place else None
    return (
        verdict.claim.name in {"own-line", "line-start"}
        and above is not None
        and above.claim.category is not None
        and (above.printed.value, above.printed.scale) == (verdict.printed.value, verdict.printed.scale)
    )


def _best(verdicts: list[_Verdict]) -> _Verdict | None:
    """The plainest verdict, with a stated scale if possible; of equals the first label or last sentence."""

    def weight(item: tuple[int, _Verdict]) -> tuple[bool, int, float, int]:
        place, verdict = item
        stated = verdict.printed.scale is not None and verdict.claim.rank >= 2
        sure = verdict.claim.confidence * verdict.printed.notation.confidence
        return stated, verdict.claim.rank, sure, -place if verdict.claim.rank >= 5 else place

    return max(enumerate(verdicts), key=weight)[1] if verdicts else None


def _main(text: str, overall: _Verdict | None, given: list[Score]) -> Score | None:
    """The overall score: what was given wins, unless the text prints the same value and more."""
    printed = _score(text, overall, OVERALL) if overall else None
    first = given[0] if given else None
    if first is None or printed is None:
        return first or printed
    same = first.value == printed.value and first.scale in {None, printed.scale}
    return printed if same or (first.percent is None and printed.percent is not None) else first


def _score(text: str, verdict: _Verdict, label: str) -> Score:
    printed, claim = verdict.printed, verdict.claim
    return Score(
        label,
        printed.value,
        printed.scale,
        _percent(printed.value, printed.scale),
        text[printed.start : printed.end],
        Place.span(printed.start, printed.end),
        f"{claim.name}:{printed.notation.name}",
        round(claim.confidence * printed.notation.confidence, 2),
    )


def _percent(value: float, scale: float | None) -> float | None:
    """Percent of the scale, or None where there is none or the value lies outside it."""
    return round(100 * value / scale, 2) if scale and 0 <= value <= scale else None
