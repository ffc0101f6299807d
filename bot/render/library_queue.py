"""/library queue: what members proposed, for those who decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import library_wire
from bot.render.attribution import quoted
from bot.render.card import Card, Reply, accent, button
from bot.render.library import LIST_NAME, alike_lines, fact_lines, file_name, measures, pick_of, what_line
from bot.render.pages import PageOf
from bot.render.text import moment, score_words
from bot.words import library_queue as words
from bot.words.grammar import joined
from bot.words.library import given_by

if TYPE_CHECKING:
    from bot.library import Proposal, QueuePage
    from bot.store.records import OriginalLine


def render_queue(page: QueuePage, *, is_open: bool, note: str | None = None) -> Reply:
    """One page of what waits, under a ``note`` (markdown) on what was just done."""
    card = Card(accent(None)).text(f"## {words.HEADING}", note)
    if not page.proposals:
        return card.text(words.NOTHING, words.MEMBERS_PROPOSE if is_open else words.CLOSED).reply()
    card.text(words.listed(page.page.total), None if is_open else words.CLOSED).rule()
    card.text(*map(_item, page.proposals))
    card.menu(library_wire.PickProposal(), words.OPEN_ONE, [pick_of(one.line) for one in page.proposals])
    return card.pager(PageOf((), page.page.number, page.page.pages), library_wire.ListProposals).reply()


def _item(one: Proposal) -> str:
    score = score_words(one.preview.score) if one.preview else words.UNREADABLE_SCORE
    return f"- **{what_line(one.line, LIST_NAME)}** · {score}\n  -# {_from(one.line)}"


def _from(line: OriginalLine) -> str:
    return joined(
        (given_by(f"<@{line.user}>"), moment(line.added_at, "R"), file_name(line.source, LIST_NAME))
    )


def render_proposal(one: Proposal) -> Reply:
    """One that waits: what was understood, how it begins, and what can be done with it."""
    line, preview = one.line, one.preview
    card = Card(accent(None)).text(f"### {what_line(line)}", f"-# {_from(line)}")
    if preview is None:
        card.text(words.UNREADABLE)
    else:
        card.text(*fact_lines(preview))
        card.text(words.OPENING, quoted(one.opening)[0], f"-# {joined(measures(preview))}")
        if lines := alike_lines(preview.duplicates):
            card.rule().text(*lines)
    word = words.APPROVE_ALIKE if preview and preview.duplicates else words.APPROVE
    approve = button(word, library_wire.ApproveProposal(line.id), primary=True, emoji="✅")
    card.buttons(
        approve if preview else None,
        button(words.CORRECT, library_wire.CorrectProposal(line.id), emoji="✏️") if preview else None,
        button(words.DECLINE, library_wire.AskDecline(line.id), emoji="🗑️"),
    )
    card.buttons(
        button(words.READ_ALL, library_wire.ReadProposal(line.id), aside=True, emoji="📄"),
        button(words.BACK_TO_LIST, library_wire.ListProposals()),
    )
    return card.reply()


def render_decline(one: Proposal) -> Reply:
    """Ask before a proposal is refused."""
    card = Card(accent(None)).text(
        f"### {words.ASK_DECLINE}\n{what_line(one.line)}", words.DECLINE_MEANS, f"-# {_from(one.line)}"
    )
    card.buttons(
        button(words.DECLINE_IT, library_wire.DeclineProposal(one.line.id), primary=True, emoji="🗑️"),
        button(words.BACK, library_wire.ShowProposal(one.line.id)),
    )
    return card.reply()
