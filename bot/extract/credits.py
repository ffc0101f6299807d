"""Who plays whom and who made the film, as one review says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extract.credit_boxes import read_labels
from bot.extract.credit_brackets import read_brackets
from bot.extract.credit_crew import read_crew
from bot.extract.credit_films import certainty, other_film
from bot.extract.credit_labels import find_labels, in_label, label_edges
from bot.extract.credit_makers import read_makers
from bot.extract.credit_page import Page, Title
from bot.extract.credit_possessives import (
    read_appearances,
    read_appositions,
    read_cast_lists,
    read_performances,
    read_possessives,
)
from bot.extract.credit_verbs import read_verbs
from bot.extract.credit_weighing import weigh
from bot.extract.credit_words import GIVEN_ROLES
from bot.extract.names import plain_view
from bot.extract.titles import find_titles
from bot.models import (
    Block,
    BlockKind,
    Certainty,
    Credit,
    CreditKind,
    Document,
    FilmCandidate,
    Place,
)
from bot.text import fold, fold_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.extract.claims import Claim
    from bot.extract.credit_labels import Label

_RULES: tuple[Callable[[Page], Iterator[Claim]], ...] = (
    read_brackets,
    read_verbs,
    read_possessives,
    read_crew,
    read_makers,
    read_appositions,
    read_cast_lists,
    read_appearances,
    read_performances,
)
_READ = 100_000  # signs: nothing longer is one review
_TITLES_CONSIDERED = 3  # candidates for this review's film


def extract_credits(document: Document, page: Page) -> tuple[Credit, ...]:
    """Read all credits of a review from its page; those of other films carry ``film``."""
    labelled = list(read_labels(page))
    others = [one for rule in _RULES for one in rule(page)]
    read = [label for label in page.labels if any(in_label(label, one) for one in labelled)]
    others = [one for one in others if not any(in_label(label, one) for label in read)]
    claims = weigh(page, labelled + others, _headlines(document))
    return (*_given(document), *_as_credits(page, claims))


def read_page(document: Document, view: str, films: tuple[FilmCandidate, ...]) -> Page:
    """Prepare a document for the rules; what stands in furniture is blanked out."""
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]
    text = document.text[:_READ]
    titles: list[Title] = []
    for title in sorted(find_titles(document, view), key=lambda mention: (mention.start, -mention.end)):
        if title.sign != "case" and title.end <= len(text) and (not titles or title.start >= titles[-1][1]):
            titles.append((title.start, title.end, fold_title(title.title)))
    labels = find_labels(plain_view(text))
    seen = _blank(text, document.blocks, labels)
    own = [film.title for film in films[:_TITLES_CONSIDERED]]
    return Page(seen, [*edges, *label_edges(labels)], titles, own, labels)


def _blank(text: str, blocks: tuple[Block, ...], labels: list[Label]) -> str:
    """Blank out bylines, and furniture that is no labelled credit."""
    pieces, done = [], 0
    for block in blocks:
        if block.kind not in _NO_PROSE or block.end > len(text):
            continue
        pieces.append(text[done : block.start])
        done = block.start
        for one in labels:
            if block.kind is BlockKind.BYLINE and one.roles == ("writer",):
                continue  # who wrote the review
            start, end = max(one.start, done), min(one.end, block.end)
            if start < end and one.begin < block.end:
                pieces += [" " * (start - done), text[start:end]]
                done = end
        pieces.append(" " * (block.end - done))
        done = block.end
    pieces.append(text[done:])
    return "".join(pieces)


def _headlines(document: Document) -> list[tuple[int, int]]:
    return [(block.start, block.end) for block in document.blocks if block.kind is BlockKind.HEADLINE]


def _as_credits(page: Page, claims: list[Claim]) -> Iterator[Credit]:
    """Turn claims into credits, the surest first where several say the same at one place."""
    best: dict[tuple[object, ...], Credit] = {}
    for one in sorted(claims, key=lambda c: (-c.confidence, c.start)):
        phrase = one.phrase
        character = " ".join(page.text[phrase.start : phrase.end].split()) if phrase else None
        credit = Credit(
            person=one.person,
            as_written=page.text[one.name.start : one.name.end],
            role=one.role,
            character=character,
            kind=CreditKind.DESCRIBED if phrase and not phrase.named else CreditKind.NAMED,
            certainty=certainty(page, one),
            rule=one.rule,
            confidence=one.confidence,
            place=Place.span(one.start, one.end),
            film=other_film(page, one),
        )
        key = (
            credit.person,
            credit.role,
            fold(character or ""),
            credit.film,
            credit.certainty in _HELD,
            one.name.start,
        )
        best.setdefault(key, credit)
    named = {credit.person for credit in best.values() if _plays(credit, CreditKind.NAMED)}
    kept = [
        credit
        for credit in best.values()
        if not (_plays(credit, CreditKind.DESCRIBED) and credit.person in named)
    ]
    yield from sorted(kept, key=lambda credit: (credit.place.start or 0, credit.place.end or 0, credit.role))


_NO_PROSE = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})
_OWNED = re.compile(r"['’][sS]?$")  # what a page's metadata cut out of its prose: "Ana Smith’s"
_HELD = frozenset({Certainty.STATED, Certainty.UNSURE})


def _plays(credit: Credit, kind: CreditKind) -> bool:
    """Whether a credit says whom somebody plays in this film, by name or by description."""
    return (
        credit.character is not None
        and credit.kind is kind
        and credit.film is None
        and credit.certainty in _HELD
    )


def _given(document: Document) -> Iterator[Credit]:
    for given in document.given.credits:
        yield Credit(
            person=_OWNED.sub("", given.person.strip()),
            as_written=given.person,
            role=GIVEN_ROLES.get(given.role.lower(), given.role.lower()),
            character=given.character,
            kind=CreditKind.NAMED,
            certainty=Certainty.STATED,
            rule="given",
            confidence=1.0,
            place=Place.outside(given.where),
        )
