"""/library import: what a file of many reviews holds, how far its reading is, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import library_wire
from bot.render.card import TEXT_LIMIT, Card, Reply, accent, button
from bot.render.library import file_name, problem_lines
from bot.render.text import bar, clip, escape, film_title, moment, one_line, score_words
from bot.words import library_import as words
from bot.words.grammar import joined
from bot.words.library_adding import DROP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library import ImportReport, Preview, Understood
    from bot.library.understanding import Named
    from bot.store.records import ImportRecord

_NAME_LIMITS = (60, 30, 15)
"""Characters of a title or name; the first that leaves room for all."""

_WHOLE = 100
_EXAMPLES = 3


def render_many(understood: Understood, preview: str) -> Reply:
    """What was read of a file that holds many reviews, to be imported or dropped; ``preview`` is its key."""
    for limit in _NAME_LIMITS:
        reply = _many(understood, preview, limit)
        if reply.content_length() <= TEXT_LIMIT:
            break
    return reply


def _many(understood: Understood, preview: str, limit: int) -> Reply:
    card = Card(accent(None))
    card.text(f"### {words.asked(understood.count)}", words.FOUND)
    card.text(
        f"- {words.new(understood.count, file_name(understood.name))}",
        f"- {words.known(understood.known)}" if understood.known else None,
        _alike(understood.alike, limit),
        f"- {words.skipped(len(understood.skipped))}" if understood.skipped else None,
        f"- {words.unreadable(len(understood.problems))}" if understood.problems else None,
    )
    if understood.count and understood.reviews:
        card.rule().text(words.FIRST, *(_sample(one, limit) for one in understood.reviews))
    if lines := problem_lines((*understood.problems, *understood.skipped), limit * 5 // 3):
        card.rule().text(*lines)
    start = button(words.IMPORT, library_wire.StartImport(preview), primary=True, emoji="📥")
    card.text(f"-# {words.WHAT_FOLLOWS}" if understood.count else words.NOTHING_NEW)
    card.buttons(
        start if understood.count else None,
        button(DROP, library_wire.DropPreviewed(preview), emoji="🗑️"),
    )
    return card.reply()


def _alike(alike: Sequence[Named], limit: int) -> str | None:
    named = [
        words.review_of(
            escape(film_title(film.title, film.year, limit)),
            escape(clip(one_line(critic), limit)),
        )
        for critic, film in alike[:_EXAMPLES]
    ]
    return f"- ⚠️ {words.alike(len(alike), named)}" if alike else None


def _sample(one: Preview, limit: int) -> str:
    film = escape(film_title(one.film.title, one.film.year, limit)) if one.film else words.NO_FILM_FOUND
    critic = escape(clip(one_line(one.critic), limit)) if one.critic else words.NO_CRITIC
    alike = words.ALIKE if one.duplicates else None
    return f"- {joined((f'**{film}**', critic, score_words(one.score), words.quotes(one.quotes), alike))}"


def render_progress(record: ImportRecord, done: int, *, ending: bool = False) -> Reply:
    """How far an import is; ``ending`` once it was cancelled and is being taken back."""
    share = _WHOLE * done / record.total if record.total else 0.0
    card = Card(accent(None)).text(f"### {words.importing(record.total)}")
    if ending:
        return card.text(words.ENDING, _who(record)).reply()
    card.text(f"{bar(share)} {words.reached(share, done, record.total)}", _who(record))
    return card.buttons(button(words.CANCEL, library_wire.CancelImport(record.id), emoji="✖️")).reply()


def render_imported(record: ImportRecord, report: ImportReport) -> Reply:
    """What an import did."""
    card = Card(accent(None))
    if report.cancelled:
        card.text(f"### {words.CANCELLED}", words.TAKEN_BACK)
    else:
        card.text(f"### {words.DONE}", words.added(report.kept))
        if report.failed:
            card.text(words.failed(len(report.failed)), *problem_lines(report.failed))
    return card.text(_who(record)).reply()


def render_import_broken(record: ImportRecord, reference: str) -> Reply:
    """Say that an import stopped through no fault of its file."""
    return (
        Card(accent(None))
        .text(f"### {words.INTERRUPTED}", words.went_wrong(reference), _who(record))
        .buttons(button(words.CANCEL, library_wire.CancelImport(record.id), emoji="✖️"))
        .reply()
    )


def _who(record: ImportRecord) -> str:
    return f"-# {words.asked_by(f'<@{record.user}>', moment(record.started_at, 'R'))}"
