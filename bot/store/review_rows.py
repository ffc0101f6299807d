"""The rows under one review: text, facts, scores, sentences with their full-text index, quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Extracted, Score, Sentence
from bot.store.codec import encode
from bot.store.identity import quote_ids, shuffle_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store.connections import Connection
    from bot.store.records import ReviewRecord


def overall_of(scores: Iterable[Score]) -> Score | None:
    """Pick the main verdict's score."""
    return next((score for score in scores if score.label == "Overall"), None)


async def clear_review(db: Connection, review: int) -> None:
    """Delete what was read from a review, links to people aside; the row itself and its former ids stay."""
    text = await db.row("SELECT text FROM review_texts WHERE review_id = :id", {"id": review})
    spans = await db.rows("SELECT id, start, stop FROM sentences WHERE review_id = :id", {"id": review})
    if text is not None:
        # The index must be told the very words it holds; the view would cut each anew from the whole text.
        await db.run_many(
            "INSERT INTO sentence_search (sentence_search, rowid, text) VALUES ('delete', :id, :text)",
            [{"id": row["id"], "text": text["text"][row["start"] : row["stop"]]} for row in spans],
        )
    await db.run("DELETE FROM sentences WHERE review_id = :id", {"id": review})
    await db.run("DELETE FROM quotes WHERE review_id = :id", {"id": review})
    await db.run("DELETE FROM scores WHERE review_id = :id", {"id": review})
    await db.run("DELETE FROM review_facts WHERE review_id = :id", {"id": review})
    await db.run("DELETE FROM review_texts WHERE review_id = :id", {"id": review})


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review's row, written in this transaction, and the first free rows for its parts."""

    id: int
    library: int
    public: str
    critic: str
    film: str | None
    first_sentence: int
    first_quote: int


async def insert_parts(db: Connection, row: ReviewRow, record: ReviewRecord) -> None:
    """Write what was read from a review."""
    said = record.extracted
    sources = Extracted(critic=said.critic, outlet=said.outlet, published=said.published)
    await db.run(
        "INSERT INTO review_texts (review_id, text) VALUES (:id, :text)", {"id": row.id, "text": record.text}
    )
    await db.run(
        """
        INSERT INTO review_facts (review_id, films, credits, mentions, sources)
        VALUES (:id, :films, :credits, :mentions, :sources)
        """,
        {
            "id": row.id,
            "films": encode(said.films),
            "credits": encode(said.credits),
            "mentions": encode(said.mentions),
            "sources": encode(sources),
        },
    )
    await _insert_scores(db, row.id, said.scores)
    await _insert_sentences(db, row, record)
    await _insert_quotes(db, row, record)


async def _insert_scores(db: Connection, review: int, scores: Iterable[Score]) -> None:
    await db.run_many(
        """
        INSERT INTO scores (
            review_id, ordinal, label, value, scale, percent, raw, start, stop, given, rule, confidence
        ) VALUES (
            :review, :ordinal, :label, :value, :scale, :percent,
            :raw, :start, :stop, :given, :rule, :confidence
        )
        """,
        [
            {
                "review": review,
                "ordinal": ordinal,
                "label": score.label,
                "value": score.value,
                "scale": score.scale,
                "percent": score.percent,
                "raw": score.raw,
                "start": score.place.start,
                "stop": score.place.end,
                "given": score.place.given,
                "rule": score.rule,
                "confidence": score.confidence,
            }
            for ordinal, score in enumerate(scores)
        ],
    )


async def _insert_sentences(db: Connection, row: ReviewRow, record: ReviewRecord) -> None:
    worth = _worth(record.extracted)
    values = [
        {
            "id": row.first_sentence + number,
            "review": row.id,
            "start": sentence.start,
            "stop": sentence.end,
            "worth": worth[sentence],
            "spoiler": sentence.spoiler,
            "text": record.text[sentence.start : sentence.end],
        }
        for number, sentence in enumerate(record.extracted.sentences)
    ]
    await db.run_many(
        """
        INSERT INTO sentences (id, review_id, start, stop, worth, spoiler)
        VALUES (:id, :review, :start, :stop, :worth, :spoiler)
        """,
        values,
    )
    await db.run_many("INSERT INTO sentence_search (rowid, text) VALUES (:id, :text)", values)


def _worth(said: Extracted) -> dict[Sentence, float]:
    """Weigh each sentence by the best quote that holds it."""
    worth = dict.fromkeys(said.sentences, 0.0)
    places = {sentence.start: number for number, sentence in enumerate(said.sentences)}
    for quote in said.quotes:
        # A quote starts where a sentence does: walk on from there instead of comparing all with all.
        for sentence in said.sentences[places.get(quote.start, len(places)) :]:
            if sentence.end > quote.end:
                break
            worth[sentence] = max(worth[sentence], quote.weight)
    return worth


async def _insert_quotes(db: Connection, row: ReviewRow, record: ReviewRecord) -> None:
    quotes = record.extracted.quotes
    ids = quote_ids(row.public, [record.text[quote.start : quote.end] for quote in quotes])
    values = [
        {
            "id": row.first_quote + number,
            "library": row.library,
            "review": row.id,
            "public": public,
            "film": row.film,
            "critic": row.critic,
            "start": quote.start,
            "stop": quote.end,
            "themes": " ".join(quote.themes),
            "stance": quote.stance,
            "verdict": quote.verdict,
            "spoiler": quote.spoiler,
            "weight": quote.weight,
            "shuffle": shuffle_of(public),
        }
        for number, (public, quote) in enumerate(zip(ids, quotes, strict=True))
    ]
    await db.run_many(
        """
        INSERT INTO quotes (
            id, library_id, review_id, public_id, film, critic, start, stop,
            themes, stance, verdict, spoiler, weight, shuffle
        ) VALUES (
            :id, :library, :review, :public, :film, :critic, :start, :stop,
            :themes, :stance, :verdict, :spoiler, :weight, :shuffle
        )
        """,
        values,
    )
    await db.run_many(
        """
        INSERT OR IGNORE INTO quote_themes (library_id, theme, shuffle, quote_id)
        VALUES (:library, :theme, :shuffle, :id)
        """,
        [
            {**value, "theme": theme}
            for value, quote in zip(values, quotes, strict=True)
            for theme in quote.themes
        ],
    )
