"""/privacy: what is kept of a person, and what they gave in a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import library_wire
from bot.render.card import Card, Reply, accent, button
from bot.render.favourites_wire import AskForgetKept
from bot.render.library import LIST_NAME, file_name, pick_of, what_line
from bot.render.pages import PageOf
from bot.render.text import moment
from bot.store.records import OriginalState
from bot.words.grammar import count, joined

if TYPE_CHECKING:
    from bot.store.records import OriginalLine, OriginalPage

KEPT_OF_YOU: tuple[str, ...] = (
    "**Reviews that you give to a server**: the file or text, what you say of it (film, critic, outlet, date, link), "
    "when you gave it, and your user id, so that you can find it and take it back. While an import of yours runs, "
    "your user id stands with that too.",
    "**Quotes that you keep**: which ones, when and in which server you pressed *Keep*, and your user id, until you "
    "take them off. A server’s own list shows how many people kept a quote, never who.",
    "**That you set a server’s quote of the day**: your user id, so that you can be told if it stops, until you "
    "delete it here, or somebody sets it anew or ends it with `/daily off`.",
    "**Nothing of what you ask.** Who used a command is remembered for some seconds, in memory, so that nobody asks "
    "too fast; a preview is held in memory for half an hour at most.",
    "**No messages.** I see one only when somebody uses *Add as review* or *Find reviews* on it. What they then add "
    "counts as given by them; if it was yours and shouldn’t be here, ask those who manage the server to remove it.",
    "Those who manage a server can correct, save and delete what was given there. Where I leave a server, all of it "
    "is deleted after 30 days.",
)
"""What is kept of a person and why, a point each (markdown)."""

_HEADING = "## What I keep of you"
_ELSEWHERE = (
    "What you gave belongs to the server you gave it to: ask me `/privacy` there to see it, and to delete it."
)
_KEPT = "### Quotes that you keep"
_DAILIES = "### Quotes of the day that you set"
_GOES_ON = (
    "Without your user id it goes on as it is set; should it stop, the server’s channel for system messages is "
    "told in your place."
)
_FORGOTTEN = "Your user id stands with no quote of the day any more. Each goes on as it is set."
_OWN = "### What you gave in this server"
_NONE = "Nothing so far."
_NONE_LEFT = "Nothing of yours is left here."
_DELETED = "🗑️ Deleted: **{what}**."
_FINAL = "The text, its quotes and what was said of it are deleted. This can’t be undone."
_SETTER = "If you set this server’s quote of the day, your user id is deleted there too; the quote goes on."
_STATES = {
    OriginalState.KEPT: "✅ in the library",
    OriginalState.PROPOSED: "⏳ waits for a manager",
    OriginalState.IMPORTING: "⏳ being imported",
}


def render_privacy(
    page: OriginalPage | None, *, kept: int = 0, dailies: int = 0, deleted: OriginalLine | None = None
) -> Reply:
    """What is kept of a person: how many quotes, of how many servers' quote of the day they are known as the setter,
    and a page of what they gave in this server, None without one.

    After one was ``deleted`` it says so, and nothing that was said before.
    """
    card = Card(accent(None))
    if deleted is None and (page is None or page.page.number == 0):
        card.text(_HEADING, *(f"- {point}" for point in KEPT_OF_YOU))
        card.text(_KEPT, f"{count(kept, 'quote')}, in all places together" if kept else _NONE)
        if kept:
            card.row(button("Delete my favourites", AskForgetKept(), emoji="🗑️"))
        if dailies:
            card.text(_DAILIES, f"{_dailies(dailies)} {_GOES_ON}")
            card.row(button("Delete my user id there", library_wire.ForgetSetter(), emoji="🗑️"))
        card.rule()
    if page is None:
        return card.text(_ELSEWHERE).reply()
    done = _DELETED.format(what=what_line(deleted)) if deleted else None
    if not page.lines:
        return card.text(_OWN, done, _NONE if deleted is None else _NONE_LEFT).reply()
    total = count(page.page.total, "review")
    card.text(_OWN, done, f"{total}, the newest first" if page.page.total > 1 else total)
    card.text(*map(_item, page.lines))
    card.menu(library_wire.PickOwn(), "Delete one", [*map(pick_of, page.lines)])
    card.pager(PageOf((), page.page.number, page.page.pages), library_wire.ListOwn)
    return card.buttons(button("Delete all of mine here", library_wire.AskRemoveAllOwn(), emoji="🗑️")).reply()


def render_setter_forgotten() -> Reply:
    """Somebody's user id was taken off the quotes of the day that they set."""
    return Card(accent(None)).text("### Deleted", _FORGOTTEN).reply()


def _dailies(number: int) -> str:
    return "In one server." if number == 1 else f"In {number:,} servers."


def _item(line: OriginalLine) -> str:
    return f"- **{what_line(line, LIST_NAME)}** · {_STATES[line.state]}\n  -# {_given(line)}"


def _given(line: OriginalLine) -> str:
    return joined((file_name(line.source, LIST_NAME), moment(line.added_at)))


def render_own_removal(line: OriginalLine) -> Reply:
    """Ask before one of what somebody gave is deleted."""
    card = Card(accent(None)).text(
        f"### Delete this review?\n{what_line(line)} · {_STATES[line.state]}", _FINAL, f"-# {_given(line)}"
    )
    card.buttons(
        button("Delete it", library_wire.RemoveOwn(line.id), primary=True, emoji="🗑️"),
        button("Keep it", library_wire.ListOwn()),
    )
    return card.reply()


def render_all_removal(total: int) -> Reply:
    """Ask before all that somebody gave here is deleted."""
    all_of = "the review" if total == 1 else f"all {total:,} reviews"
    card = Card(accent(None)).text(f"### Delete {all_of} that you gave here?", _FINAL, _SETTER)
    card.buttons(
        button(f"Delete {count(total, 'review')}", library_wire.RemoveAllOwn(), primary=True, emoji="🗑️"),
        button("Keep them" if total > 1 else "Keep it", library_wire.ListOwn()),
    )
    return card.reply()
