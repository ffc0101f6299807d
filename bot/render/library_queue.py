"""/library queue: what members proposed, for those who decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import library_wire
from bot.render.attribution import quoted
from bot.render.card import Card, Reply, accent, button
from bot.render.library import LIST_NAME, alike_lines, fact_lines, file_name, measures, pick_of, what_line
from bot.render.pages import PageOf
from bot.render.text import moment, score_words
from bot.words.grammar import count, joined

if TYPE_CHECKING:
    from bot.library import Proposal, QueuePage
    from bot.store.records import OriginalLine

_HEADING = "## What waits"
_ORDER = "the longest waiting first"
_NOTHING = "Nothing waits for a decision."
_OPEN = "Members propose reviews with `/propose`, or with *Add as review* on a message."
_CLOSED = "Members can’t propose reviews here. `/library settings` can let everybody."
_UNREADABLE = "I find no review in it any more, so it can’t be approved."
_DECLINING = "Its text and what was said of it are deleted. This can’t be undone."


def render_queue(page: QueuePage, *, is_open: bool, note: str | None = None) -> Reply:
    """One page of what waits, under a ``note`` (markdown) on what was just done."""
    card = Card(accent(None)).text(_HEADING, note)
    if not page.proposals:
        return card.text(_NOTHING, _OPEN if is_open else _CLOSED).reply()
    total = count(page.page.total, "proposal")
    card.text(f"{total}, {_ORDER}" if page.page.total > 1 else total, None if is_open else _CLOSED).rule()
    card.text(*map(_item, page.proposals))
    card.menu(library_wire.PickProposal(), "Open one", [pick_of(one.line) for one in page.proposals])
    return card.pager(PageOf((), page.page.number, page.page.pages), library_wire.ListProposals).reply()


def _item(one: Proposal) -> str:
    score = score_words(one.preview.score) if one.preview else "can’t be read"
    return f"- **{what_line(one.line, LIST_NAME)}** · {score}\n  -# {_from(one.line)}"


def _from(line: OriginalLine) -> str:
    return joined((f"from <@{line.user}>", moment(line.added_at, "R"), file_name(line.source, LIST_NAME)))


def render_proposal(one: Proposal) -> Reply:
    """One that waits: what was understood, how it begins, and what can be done with it."""
    line, preview = one.line, one.preview
    card = Card(accent(None)).text(f"### {what_line(line)}", f"-# {_from(line)}")
    if preview is None:
        card.text(_UNREADABLE)
    else:
        card.text(*fact_lines(preview))
        card.text("**How it begins**", quoted(one.opening)[0], f"-# {joined(measures(preview))}")
        if lines := alike_lines(preview):
            card.rule().text(*lines)
    word = "Approve it all the same" if preview and preview.duplicates else "Approve"
    approve = button(word, library_wire.ApproveProposal(line.id), primary=True, emoji="✅")
    card.buttons(
        approve if preview else None,
        button("Correct", library_wire.CorrectProposal(line.id), emoji="✏️") if preview else None,
        button("Decline", library_wire.AskDecline(line.id), emoji="🗑️"),
    )
    card.buttons(
        button("Read all of it", library_wire.ReadProposal(line.id), aside=True, emoji="📄"),
        button("Back to the list", library_wire.ListProposals()),
    )
    return card.reply()


def render_decline(one: Proposal) -> Reply:
    """Ask before a proposal is refused."""
    card = Card(accent(None)).text(
        f"### Decline this proposal?\n{what_line(one.line)}", _DECLINING, f"-# {_from(one.line)}"
    )
    card.buttons(
        button("Decline it", library_wire.DeclineProposal(one.line.id), primary=True, emoji="🗑️"),
        button("Back", library_wire.ShowProposal(one.line.id)),
    )
    return card.reply()
