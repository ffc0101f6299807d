"""What many critics are worth: the same reviews resolved one by one, and all as one library."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.eval.judging import character_words, plain, same_character, same_person, same_title
from bot.eval.library import directors_of, film_of, settle, settle_alone
from bot.models import Certainty, CreditKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.eval.library import Read, Row, Settled
    from bot.models import Credit


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure for reviews on their own and for all together; None where there was nothing to count."""

    name: str
    alone: float | None
    together: float | None


def compare(reviews: Sequence[Read]) -> list[Compared]:
    """Give every figure that resolution can move, without and with the other reviews."""
    alone, together = settle_alone(reviews), settle(reviews)
    without, with_others = _figures(reviews, alone), _figures(reviews, together)
    figures = [Compared(name, without[name], with_others[name]) for name in without]
    raised = list(_raised(reviews, alone, together))
    judged = [right for right in raised if right is not None]
    return [
        *figures,
        Compared("reviews_with_company", 0, _in_company(together)),
        Compared("spellings_settled", _respelled(reviews, alone), _respelled(reviews, together)),
        Compared("credits_raised", 0, len(raised)),
        Compared("credits_raised_judged", 0, len(judged)),
        Compared("credits_raised_right", 0, sum(judged)),
    ]


def _figures(reviews: Sequence[Read], settled: Settled) -> dict[str, float | None]:
    c: Counter[str] = Counter()
    for review in reviews:
        c.update(_film_counts(review, settled))
        stated = [
            one
            for one in settled.credits[review.facts.key]
            if one.certainty is Certainty.STATED and not one.film
        ]
        c.update(_cast_counts(review, stated))
        c.update(_director_counts(review, stated))
    precision, recall = _share(c["cast right"], c["cast said"]), _share(c["cast hit"], c["cast pairs"])
    f1 = round(2 * precision * recall / (precision + recall), 3) if precision and recall else None
    return {
        "title_recall": _share(c["title right"], c["titles"]),
        "year_recall": _share(c["year printed and right"], c["years printed"]),
        "year_precision": _share(c["year right"], c["year said"]),
        "cast_precision": precision,
        "cast_recall": recall,
        "cast_f1": f1,
        "director_recall": _share(c["director found"], c["directors printed"]),
        "director_precision": _share(c["director right"], c["director said"]),
    }


def _film_counts(review: Read, settled: Settled) -> Iterator[str]:
    film, truth = settled.films[review.facts.key], film_of(review.row)
    if truth is None:
        return
    if truth.title and truth.title_printed:
        yield "titles"
        if film and same_title(film.title, truth.title):
            yield "title right"
    if truth.year:
        right = film is not None and film.year == truth.year
        if truth.year_printed:
            yield "years printed"
            yield from ["year printed and right"] * right
        if film is not None and film.year is not None:
            yield "year said"
            yield from ["year right"] * right


def _cast_counts(review: Read, stated: Sequence[Credit]) -> Iterator[str]:
    """Count as the scorer does: what is named, stated and has a character that can be told, each pair once."""
    row = review.row
    if "cast_all" not in row:
        return
    hit: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for credit in stated:
        character = credit.character or ""
        if credit.role != "actor" or credit.kind is not CreditKind.NAMED or not character_words(character):
            continue
        key = (_last(credit.person), _last(character))
        if key not in seen:
            seen.add(key)
            who = _players(row, credit)
            yield "cast said"
            if any(same_character(character, roles) for roles in who.values()):
                yield "cast right"
                hit |= who.keys()
    for pair in row["pairs"]:
        if pair["named_character"] and pair["char_token_same_sentence"]:
            yield "cast pairs"
            yield from ["cast hit"] * (pair["actor"] in hit)


def _players(row: Row, credit: Credit) -> dict[str, list[str]]:
    """Give the credited actors who may be meant, with their characters."""
    cast = row["cast_all"]
    return {one["actor"]: one["characters"] for one in cast if same_person(credit.person, one["actor"])}


def _last(name: str) -> str:
    return " ".join(plain(name).split()[-1:])


def _director_counts(review: Read, stated: Sequence[Credit]) -> Iterator[str]:
    row = review.row
    said = [one.person for one in stated if one.role == "director"]
    for director in row.get("in_text", {}).get("directors") or ():
        yield "directors printed"
        yield from ["director found"] * any(same_person(person, director) for person in said)
    truth = directors_of(row)
    for person in said if truth else ():
        yield "director said"
        yield from ["director right"] * any(same_person(person, director) for director in truth)


# --- what changes between the two ----------------------------------------------------------------------------------


def _raised(reviews: Sequence[Read], alone: Settled, together: Settled) -> Iterator[bool | None]:
    """Tell of each credit that others raise to stated whether it is right; None where no truth tells."""
    for review in reviews:
        key = review.facts.key
        unsure = {_spot(one) for one in alone.credits[key] if one.certainty is Certainty.UNSURE}
        for credit in together.credits[key]:
            if credit.certainty is Certainty.STATED and _spot(credit) in unsure:
                yield _right(review.row, credit)


def _right(row: Row, credit: Credit) -> bool | None:
    if credit.role == "director" and (truth := directors_of(row)):
        return any(same_person(credit.person, director) for director in truth)
    if credit.role == "actor" and "cast_all" in row:
        who = _players(row, credit)
        if credit.character is None or credit.kind is not CreditKind.NAMED:
            return bool(who)
        return any(same_character(credit.character, roles) for roles in who.values())
    return None


def _in_company(settled: Settled) -> int:
    """Count the reviews that share their film with another."""
    uses = Counter(film for film in settled.films.values() if film is not None)
    return sum(count for count in uses.values() if count > 1)


def _respelled(reviews: Sequence[Read], settled: Settled) -> int:
    """Count the names that resolution writes otherwise than the review that uses them."""
    changed: set[tuple[str, str, str]] = set()
    for review in reviews:
        own = {_spot(one): one for one in review.facts.credits}
        for credit in settled.credits[review.facts.key]:
            before = own.get(_spot(credit))
            if before is not None and before.person != credit.person:
                changed.add((review.facts.key, before.person, credit.person))
    return len(changed)


def _spot(credit: Credit) -> tuple[object, ...]:
    """What a credit keeps whatever resolution makes of it."""
    return credit.place, credit.role, credit.rule, credit.as_written


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def render_compared(figures: Sequence[Compared]) -> Iterator[str]:
    """One line a figure: its value for reviews on their own, and for all together.

    >>> print(*render_compared([Compared("title_recall", 0.9, 0.95)]), sep="\\n")
    title_recall              alone  0.900   together  0.950
    """
    for one in figures:
        alone, together = (
            "     -" if value is None else f"{value:6d}" if isinstance(value, int) else f"{value:6.3f}"
            for value in (one.alone, one.together)
        )
        yield f"{one.name:<25} alone {alone}   together {together}"
