"""Reviews and films as JSON Lines; the same database gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from bot.models import CastEntry, Credit, CrewEntry, Film, Place, Score
    from bot.store import Store
    from bot.store.records import ExportedFilm, ExportedQuote, ExportedReview

_BREAKS = str.maketrans(
    {"\u2028": "\\u2028", "\u2029": "\\u2029", "\u0085": "\\u0085"}
)  # line ends to many a reader


async def export_reviews(store: Store, library: int, out: BinaryIO) -> None:
    """Write one review a line, ordered by source."""
    async for review in store.exported_reviews(library):
        out.write(_line(review_json(review)))


async def export_films(store: Store, library: int, out: BinaryIO) -> None:
    """Write one film a line, ordered by title."""
    out.writelines(_line(film_json(film)) for film in await store.exported_films(library))


def review_json(review: ExportedReview) -> dict[str, object]:
    """One review as the export has it: names and order are a contract."""
    return {
        "source": review.source,
        "text": review.text,
        "headline": review.headline,
        "url": review.url,
        "published": review.published,
        "film": _film(review.film),
        "critic": review.critic,
        "outlet": review.outlet,
        "scores": [_score(score) for score in review.scores],
        "credits": [_credit(credit) for credit in review.credits],
        "quotes": [_quote(quote) for quote in review.quotes],
    }


def film_json(film: ExportedFilm) -> dict[str, object]:
    """One film as the export has it: names and order are a contract."""
    return {
        "title": film.film.title,
        "year": film.film.year,
        "aliases": list(film.film.aliases),
        "reviews": film.reviews,
        "scored": film.scored,
        "mean_percent": film.mean_percent,
        "cast": [_cast(entry) for entry in film.cast],
        "crew": [_crew(entry) for entry in film.crew],
    }


def _line(value: dict[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False).translate(_BREAKS) + "\n").encode()


def _film(film: Film | None) -> dict[str, object] | None:
    return {"title": film.title, "year": film.year} if film else None


def _place(place: Place) -> dict[str, object]:
    return {"start": place.start, "end": place.end, "given": place.given}


def _score(score: Score) -> dict[str, object]:
    return {
        "label": score.label,
        "value": _number(score.value),
        "scale": _number(score.scale),
        "percent": None if score.percent is None else round(score.percent, 2),
        "raw": score.raw,
        **_place(score.place),
    }


def _credit(credit: Credit) -> dict[str, object]:
    return {
        "person": credit.person,
        "as_written": credit.as_written,
        "role": credit.role,
        "character": credit.character,
        "kind": credit.kind.value,
        "certainty": credit.certainty.value,
        "rule": credit.rule,
        "confidence": round(credit.confidence, 3),
        **_place(credit.place),
    }


def _quote(exported: ExportedQuote) -> dict[str, object]:
    quote = exported.quote
    return {
        "id": exported.id,
        "text": exported.text,
        "start": quote.start,
        "end": quote.end,
        "themes": [theme.value for theme in quote.themes],
        "stance": quote.stance.value if quote.stance else None,
        "verdict": quote.verdict,
        "spoiler": quote.spoiler,
    }


def _cast(entry: CastEntry) -> dict[str, object]:
    return {
        "person": entry.person,
        "spellings": list(entry.spellings),
        "characters": list(entry.characters),
        "critics": entry.critics,
    }


def _crew(entry: CrewEntry) -> dict[str, object]:
    return {"person": entry.person, "role": entry.role, "critics": entry.critics}


def _number(value: float | None) -> float | None:
    """Whole numbers without a point: "scale": 10."""
    return int(value) if value is not None and value == int(value) else value
