"""/library import: what a file of many reviews holds, how far its reading is, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import library_wire
from bot.render.card import Card, Reply, accent, button
from bot.render.library import file_name, problem_lines
from bot.render.text import bar, clip, escape, film_title, moment, one_line, score_words
from bot.words.grammar import count, joined, percent

if TYPE_CHECKING:
    from bot.library import ImportReport, Preview, Understood
    from bot.store.records import ImportRecord

_NAME_LIMIT = 60
_WHOLE = 100


def render_many(understood: Understood, preview: str) -> Reply:
    """What was read of a file that holds many reviews, to be imported or dropped; ``preview`` is its key."""
    card = Card(accent(None))
    card.text(
        f"### Import {count(understood.count, 'review')}?", "Nothing is stored yet. This is what I found:"
    )
    card.text(
        f"- {count(understood.count, 'new review')} in {file_name(understood.name)}",
        f"- {understood.known:,} that are here already, or twice in the file: left out"
        if understood.known
        else None,
        f"- {count(len(understood.skipped), 'part')} passed over" if understood.skipped else None,
        f"- {count(len(understood.problems), 'part')} that can’t be read" if understood.problems else None,
    )
    if understood.reviews:
        card.rule().text("**The first of them**", *map(_sample, understood.reviews))
    if lines := problem_lines((*understood.problems, *understood.skipped)):
        card.rule().text(*lines)
    start = button("Import", library_wire.StartImport(preview), primary=True, emoji="📥")
    card.text(
        "-# The import posts one message in this channel that shows how far it is, and can be cancelled there."
        if understood.count
        else "Everything in it is here already, so there is nothing to import."
    )
    card.buttons(
        start if understood.count else None,
        button("Drop", library_wire.DropPreviewed(preview), emoji="🗑️"),
    )
    return card.reply()


def _sample(one: Preview) -> str:
    film = escape(film_title(one.film.title, one.film.year, _NAME_LIMIT)) if one.film else "No film found"
    critic = escape(clip(one_line(one.critic), _NAME_LIMIT)) if one.critic else "critic not named"
    alike = "one by the same critic is here already" if one.duplicates else None
    return f"- **{film}** · {joined((critic, score_words(one.score), count(one.quotes, 'quote'), alike))}"


def render_progress(record: ImportRecord, done: int, *, ending: bool = False) -> Reply:
    """How far an import is; ``ending`` once it was cancelled and is being taken back."""
    share = _WHOLE * done / record.total if record.total else 0.0
    card = Card(accent(None)).text(f"### Importing {count(record.total, 'review')}")
    if ending:
        return card.text("Cancelled: what came in so far is being taken back.", _who(record)).reply()
    card.text(f"{bar(share)} {percent(share)} · {done:,} of {record.total:,} read", _who(record))
    return card.buttons(button("Cancel", library_wire.CancelImport(record.id), emoji="✖️")).reply()


def render_imported(record: ImportRecord, report: ImportReport) -> Reply:
    """What an import did."""
    card = Card(accent(None))
    if report.cancelled:
        card.text("### Import cancelled", "Everything it had brought was taken back.")
    else:
        card.text("### Import done", f"{count(report.kept, 'review')} added to this server’s library.")
        if report.failed:
            card.text(
                f"{count(len(report.failed), 'review')} could not be read:", *problem_lines(report.failed)
            )
    return card.text(_who(record)).reply()


def render_import_broken(record: ImportRecord, reference: str) -> Reply:
    """Say that an import stopped through no fault of its file."""
    return (
        Card(accent(None))
        .text(
            "### Import interrupted",
            "Something went wrong on my side. What was read so far is kept, and the rest follows when I am "
            f"started again. The operator can look it up under `{reference}`.",
            _who(record),
        )
        .buttons(button("Cancel", library_wire.CancelImport(record.id), emoji="✖️"))
        .reply()
    )


def _who(record: ImportRecord) -> str:
    return f"-# Asked for by <@{record.user}> {moment(record.started_at, 'R')}"
