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
from bot.words import privacy as words
from bot.words.grammar import joined

if TYPE_CHECKING:
    from bot.store.records import OriginalLine, OriginalPage

_STATES = {
    OriginalState.KEPT: words.IN_THE_LIBRARY,
    OriginalState.PROPOSED: words.WAITS,
    OriginalState.IMPORTING: words.BEING_IMPORTED,
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
        card.text(f"## {words.HEADING}", *(f"- {point}" for point in words.KEPT_OF_YOU)).rule()
        card.text(f"### {words.KEPT}", words.kept(kept) if kept else words.NONE_OF_KEPT)
        if kept:
            card.row(button(words.DELETE_FAVOURITES, AskForgetKept(), emoji="🗑️"))
        if dailies:
            card.rule().text(f"### {words.DAILIES}", words.dailies(dailies))
            card.row(button(words.DELETE_ID, library_wire.ForgetSetter(), emoji="🗑️"))
        card.rule()
    if page is None:
        return card.text(words.ELSEWHERE).reply()
    done = words.deleted(what_line(deleted)) if deleted else None
    heading = f"### {words.OWN}"
    if not page.lines:
        return card.text(heading, done, words.NONE if deleted is None else words.NONE_LEFT).reply()
    card.text(heading, done, words.own(page.page.total))
    card.text(*map(_item, page.lines))
    card.menu(library_wire.PickOwn(), words.DELETE_ONE, [*map(pick_of, page.lines)])
    card.pager(PageOf((), page.page.number, page.page.pages), library_wire.ListOwn)
    return card.buttons(button(words.DELETE_ALL, library_wire.AskRemoveAllOwn(), emoji="🗑️")).reply()


def render_setter_forgotten() -> Reply:
    """Somebody's user id was taken off the quotes of the day that they set."""
    return Card(accent(None)).text(f"### {words.DELETED}", words.NO_DAILIES).reply()


def _item(line: OriginalLine) -> str:
    return f"- **{what_line(line, LIST_NAME)}** · {_STATES[line.state]}\n  -# {_given(line)}"


def _given(line: OriginalLine) -> str:
    return joined((file_name(line.source, LIST_NAME), moment(line.added_at)))


def render_own_removal(line: OriginalLine) -> Reply:
    """Ask before one of what somebody gave is deleted."""
    card = Card(accent(None)).text(
        f"### {words.DELETE_THIS}\n{what_line(line)} · {_STATES[line.state]}",
        words.FINAL,
        f"-# {_given(line)}",
    )
    card.buttons(
        button(words.DELETE_IT, library_wire.RemoveOwn(line.id), primary=True, emoji="🗑️"),
        button(words.KEEP_IT, library_wire.ListOwn()),
    )
    return card.reply()


def render_all_removal(total: int) -> Reply:
    """Ask before all that somebody gave here is deleted."""
    card = Card(accent(None)).text(f"### {words.delete_all(total)}", words.FINAL, words.ID_AS_WELL)
    card.buttons(
        button(words.delete(total), library_wire.RemoveAllOwn(), primary=True, emoji="🗑️"),
        button(words.keep(total), library_wire.ListOwn()),
    )
    return card.reply()
