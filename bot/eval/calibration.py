"""Whether confidence means what it says: of what is said with confidence c, about c should be right.

The rules state their confidence themselves. The values were set from the tables made here, by
:func:`calibrated`: the share of a rule's facts that proved right, drawn to the mean of its kind where few were
judged. Actors whom the truth doesn't list count as wrong: read by eye, five in six of them are (players of other
films, makers, titles), so that leaving them out would flatter the rules. Where no truth tells (a weak rule that
rarely fires), what the rule read in the other sets was judged by eye. A title that the body alone gives has a
likelihood in place of a rule's constant; it is capped below what headlines state, and claims less than proves right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.eval.judging import character_words, plain, same_character, same_percent, same_person, same_title
from bot.eval.library import directors_of, film_of
from bot.extract.scores import OVERALL
from bot.models import Certainty, CreditKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.eval.library import Read, Settled
    from bot.models import Attribution, Credit

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""Where the bins of confidence begin."""

_VARIANTS = 7  # confidences that one rule may claim, by variants of it
_HELD = frozenset({Certainty.STATED, Certainty.UNSURE})


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of which the truth tells whether it is right."""

    kind: str
    rule: str
    confidence: float
    right: bool
    stated: bool  # False for what is not shown
    known: bool  # False where the truth may merely not list what was said
    review: str
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """Facts counted together."""

    name: str
    n: int
    confidence: float  # mean of what was claimed, 0 to 1
    right: float  # share, 0 to 1


# --- what was said -------------------------------------------------------------------------------------------------


def judge(reviews: Iterable[Read], settled: Settled | None = None) -> Iterator[Fact]:
    """Give every fact of some reviews that their truth can judge, as read, or as ``settled`` has its credits."""
    for review in reviews:
        said = review.facts.credits if settled is None else settled.credits[review.facts.key]
        own = [one for one in said if one.film is None and one.certainty in _HELD and one.rule != "given"]
        for find in (_actors, _directors):
            yield from find(review, own)
        for other in (_titles, _critics, _scores):
            yield from other(review)


def _actors(review: Read, said: Iterable[Credit]) -> Iterator[Fact]:
    """Judge who plays whom; an actor whom the truth doesn't list is not known to be wrong."""
    if "cast_all" not in review.row:
        return
    cast = [(one["actor"], one["characters"]) for one in review.row["cast_all"]]
    seen: set[tuple[str, str, str]] = set()
    for credit in said:
        if credit.role != "actor" or credit.kind is not CreditKind.NAMED:
            continue
        roles = [role for actor, role in cast if same_person(credit.person, actor)]
        key = (credit.rule, plain(credit.person), plain(credit.character))
        if key in seen:
            continue
        seen.add(key)
        if credit.character is None:
            yield _fact("actor", review, credit, bool(roles), credit.person)
        elif character_words(credit.character):
            right = any(same_character(credit.character, role) for role in roles)
            pair = f"{credit.person} as {credit.character}"
            yield _fact("cast", review, credit, right, pair, known=bool(roles))


def _directors(review: Read, said: Iterable[Credit]) -> Iterator[Fact]:
    truth = directors_of(review.row)
    seen: set[tuple[str, str]] = set()
    for credit in said:
        key = (credit.rule, plain(credit.person))
        if truth and credit.role == "director" and key not in seen:
            seen.add(key)
            right = any(same_person(credit.person, director) for director in truth)
            yield _fact("director", review, credit, right, credit.person)


def _titles(review: Read) -> Iterator[Fact]:
    """Judge the likeliest film of each review, and its year."""
    truth = film_of(review.row)
    if truth is None or not review.extracted.films:
        return
    best, row = review.extracted.films[0], review.row["id"]
    if truth.title and truth.title_printed:
        right = same_title(best.title, truth.title)
        yield Fact("title", best.rule, best.confidence, right, True, True, row, best.title)
    if truth.year and best.year is not None:
        right = best.year == truth.year
        yield Fact("year", best.rule, best.confidence, right, True, True, row, f"{best.title} {best.year}")


def _critics(review: Read) -> Iterator[Fact]:
    row = review.row
    if "in_text" not in row:
        return
    truth, printed, said = row["truth"], row["in_text"], review.extracted
    kinds: tuple[tuple[str, Attribution | None, str | None, bool], ...] = (
        ("critic", said.critic, truth.get("reviewer"), bool(printed.get("reviewer"))),
        ("outlet", said.outlet, truth.get("outlet"), bool(printed.get("outlet"))),
        ("published", said.published, truth.get("published"), bool(truth.get("published"))),
    )
    for kind, found, value, in_text in kinds:
        if found is not None and found.rule != "given" and (value or not in_text):
            right = in_text and plain(found.value) == plain(value)
            yield Fact(kind, found.rule, found.confidence, right, True, in_text, row["id"], found.value)


def _scores(review: Read) -> Iterator[Fact]:
    """Judge the overall score; one read where the review has none is wrong."""
    row = review.row
    if row.get("split") in {None, "conflict_do_not_score"}:
        return
    for score in review.extracted.scores[:1]:
        if score.label != OVERALL or (score.percent is None and row["split"] != "none"):
            continue
        right = (
            row["split"] != "none"
            and score.percent is not None
            and same_percent(score.percent, row["truth"]["norm100"], row["source"])
        )
        yield Fact("score", score.rule, score.confidence, right, True, True, row["id"], score.raw)


def _fact(kind: str, review: Read, credit: Credit, right: bool, said: str, *, known: bool = True) -> Fact:
    stated = credit.certainty is Certainty.STATED
    return Fact(kind, credit.rule, credit.confidence, right, stated, known, review.row["id"], said)


# --- how often it is right -----------------------------------------------------------------------------------------


def by_confidence(facts: Iterable[Fact]) -> list[Group]:
    """Group facts by bins of confidence, the surest first; empty bins are left out."""
    return sorted(
        _grouped(facts, lambda fact: f"{_bin(fact):.2f}"), key=lambda group: group.name, reverse=True
    )


def by_rule(facts: Iterable[Fact]) -> list[Group]:
    """Group facts by rule and the confidence it claims, the most used rule first.

    A rule that weighs each case, and so claims many confidences, is grouped by bins.
    """
    found = list(facts)
    uses = Counter(fact.rule for fact in found)
    claimed: defaultdict[str, set[float]] = defaultdict(set)
    for fact in found:
        claimed[fact.rule].add(fact.confidence)

    def name(fact: Fact) -> str:
        weighed = len(claimed[fact.rule]) > _VARIANTS
        return f"{fact.rule} {_bin(fact) if weighed else fact.confidence:.2f}"

    return sorted(_grouped(found, name), key=lambda one: (-uses[one.name.rpartition(" ")[0]], one.name))


def _bin(fact: Fact) -> float:
    return max(start for start in BINS if start <= fact.confidence + 1e-9)


def _grouped(facts: Iterable[Fact], name: Callable[[Fact], str]) -> list[Group]:
    groups: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[name(fact)].append(fact)
    return [
        Group(
            key,
            len(found),
            sum(fact.confidence for fact in found) / len(found),
            sum(fact.right for fact in found) / len(found),
        )
        for key, found in groups.items()
    ]


def calibrated(group: Group, prior: float, weight: float = 5.0) -> float:
    """The confidence that a group's rule deserves: its share right, drawn to ``prior`` where it is small.

    >>> round(calibrated(Group("a", 95, 0.5, 1.0), 0.8), 2), round(calibrated(Group("b", 5, 0.5, 1.0), 0.8), 2)
    (0.99, 0.9)
    """
    return (group.right * group.n + weight * prior) / (group.n + weight)


def expected_error(groups: Sequence[Group]) -> float:
    """The mean distance between what is claimed and what is right, weighted by how often it is said.

    >>> expected_error([Group("a", 3, 0.9, 0.9), Group("b", 1, 0.5, 0.9)])
    0.1
    """
    whole = sum(group.n for group in groups)
    return (
        round(sum(group.n * abs(group.confidence - group.right) for group in groups) / whole, 3)
        if whole
        else 0.0
    )


def render_groups(groups: Iterable[Group], prior: float | None = None) -> Iterator[str]:
    """One line a group; with ``prior`` also the confidence it deserves.

    >>> print(*render_groups([Group("played-by 0.70", 4, 0.7, 0.75)], 0.9), sep="\\n")
    played-by 0.70                                  4   claimed 0.70   right 0.75   deserves 0.83
    """
    for group in groups:
        line = f"{group.name:<44} {group.n:>4}   claimed {group.confidence:.2f}   right {group.right:.2f}"
        yield line if prior is None else f"{line}   deserves {calibrated(group, prior):.2f}"


def render_calibration(facts: Iterable[Fact]) -> Iterator[str]:
    """For each kind of fact: how often it is right, by confidence and by rule.

    >>> one = Fact("critic", "byline", 0.99, True, True, True, "a", "Ada Byron")
    >>> print(*render_calibration([one]), sep="\\n")
    critic: 1 judged, 1.00 right, off by 0.010
      0.95                                            1   claimed 0.99   right 1.00
      byline 0.99                                     1   claimed 0.99   right 1.00   deserves 1.00
    """
    kinds: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        kinds[fact.kind].append(fact)
    for kind, found in kinds.items():
        right = sum(fact.right for fact in found) / len(found)
        bins = by_confidence(found)
        yield f"{kind}: {len(found)} judged, {right:.2f} right, off by {expected_error(bins):.3f}"
        yield from (f"  {line}" for line in render_groups(bins))
        yield from (f"  {line}" for line in render_groups(by_rule(found), right))
