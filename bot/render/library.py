"""/library: what was understood of a review, before and after it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.render import library_wire, wire
from bot.render.attribution import NO_FILM, plain_title, quoted, title
from bot.render.card import Card, Reply, accent, button, link, web_address
from bot.render.pages import PageOf, Pick
from bot.render.text import clip, escape, film_title, moment, one_line, score_words
from bot.words.grammar import count, date_words, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord import ui

    from bot.corpus import Problem
    from bot.library import Preview, Understood
    from bot.models import Spelling
    from bot.store.records import Duplicate, OriginalLine, OriginalPage
    from bot.views import ReviewCard

_NAME_LIMIT = 100
LIST_NAME = 50
"""Characters of a title or name where ten of them stand in a list."""

_LINK_LIMIT = 200
_REASON_LIMIT = 160
_FEW = 5
_ALIKE = 3
_WORDS_LIMIT = 300
_NO_FILM = "**not found**. Press *Correct* and name it, or nobody will find this review by its film"
_NO_CRITIC = "not named"
_NONE = "none given"
_ADDING = "Nothing is stored yet. This is what I read:"
_PROPOSING = (
    "Nothing is stored yet. Once you propose it, somebody who manages this server decides whether it joins the "
    "library. This is what I read:"
)
_PROPOSED = "It waits for somebody who manages this server. `/privacy` shows what has become of it, and takes it back."
_POSTER = " (who posted it, since it names nobody itself)"
_EMPTY = "Nobody has added a review to this server’s library yet. `/library add` takes one."


def render_note(heading: str, *lines: str) -> Reply:
    """A short word on what was done; ``heading`` and ``lines`` are markdown."""
    return Card(accent(None)).text(f"### {heading}", *lines).reply()


def render_understood(understood: Understood, preview: str, *, proposes: bool = False) -> Reply:
    """What was read of one review, to be added or proposed, corrected or dropped; ``preview`` is its key."""
    (one,) = understood.reviews
    card = Card(accent(None))
    card.text("### Is this right?", _PROPOSING if proposes else _ADDING)
    card.text(*fact_lines(one, understood.poster))
    card.text(_sample(one), f"-# {joined((*measures(one), file_name(one.source)))}")
    if lines := [*alike_lines(one), *problem_lines(understood.problems)]:
        card.rule().text(*lines)
    verb = "Propose" if proposes else "Add"
    word = f"{verb} it all the same" if one.duplicates else verb
    card.buttons(
        button(word, library_wire.AddPreviewed(preview), primary=True, emoji="✅"),
        button("Correct", library_wire.CorrectPreviewed(preview), emoji="✏️"),
        button("Drop", library_wire.DropPreviewed(preview), emoji="🗑️"),
    )
    return card.reply()


def fact_lines(one: Preview, poster: str | None = None) -> list[str]:
    """What was read of a review, a fact a line; ``poster`` where that name stands for a critic's."""
    film = escape(film_title(one.film.title, one.film.year, _NAME_LIMIT)) if one.film else _NO_FILM
    year = " (no year found)" if one.film and one.film.year is None else ""
    return [
        f"**Film** {film}{year}",
        f"**Critic** {_name(one.critic) or _NO_CRITIC}{_POSTER if one.critic and one.critic == poster else ''}",
        f"**Outlet** {_name(one.outlet) or _NONE}",
        f"**Date** {date_words(one.published) or _NONE}",
        f"**Score** {score_words(one.score)}",
        f"**Link** {_address(one.url) or _NONE}",
    ]


def _name(text: str | None, limit: int = _NAME_LIMIT) -> str | None:
    return escape(clip(one_line(text), limit)) if text else None


def _address(url: str | None) -> str | None:
    return escape(clip(url, _LINK_LIMIT)) if url and web_address(url) else None


def file_name(name: str, limit: int = _NAME_LIMIT) -> str:
    """A file's name, escaped."""
    return escape(clip(one_line(name), limit))


def measures(one: Preview) -> tuple[str, str]:
    """How much can be quoted of a review, and how long it is."""
    quotes = count(one.quotes, "quote") if one.quotes else "no sentence that stands alone as a quote"
    return quotes, count(one.length, "character")


def _sample(one: Preview) -> str | None:
    return quoted(one.words, limit=_WORDS_LIMIT)[0] if one.words else None


def alike_lines(one: Preview) -> list[str]:
    """Say what of the library a review is like."""
    lines = [_alike(held) for held in one.duplicates[:_ALIKE]]
    if len(one.duplicates) > _ALIKE:
        lines.append(f"⚠️ {count(len(one.duplicates) - _ALIKE, 'more review')} like it.")
    return lines


def _alike(held: Duplicate) -> str:
    if held.waiting:
        return f"⚠️ **This very text waits for approval already**, as {file_name(held.source, LIST_NAME)}."
    if held.same_text:
        return f"⚠️ **This very text is here already**, as {file_name(held.source, LIST_NAME)}."
    who = f"{_name(held.critic, LIST_NAME) or 'The same critic'} on {title(held.film, LIST_NAME)}"
    name = file_name(held.source, LIST_NAME)
    return f"⚠️ **A review by the same critic of this film is here already**: {who}, {name}."


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """Name the first of what could not be read, and how many more there are."""
    lines = [
        f"⚠️ {file_name(problem.source)}: {escape(clip(one_line(problem.reason), _REASON_LIMIT))}"
        for problem in problems[:_FEW]
    ]
    if len(problems) > _FEW:
        lines.append(f"⚠️ {count(len(problems) - _FEW, 'more part')} could not be read.")
    return lines


def render_added(line: OriginalLine, waiting: int = 0) -> Reply:
    """A review that is now in the library, and how many ``waiting`` ones a manager may look at next."""
    card = Card(accent(None)).text(
        f"### Added: {what_line(line)}", "Members of this server can ask for it now.", _waiting(waiting)
    )
    card.buttons(
        button("Open the review", wire.OpenReview(line.id), aside=True),
        button("Edit", library_wire.EditGiven(line.id), emoji="✏️"),
        button("Remove", library_wire.AskRemoval(line.id), emoji="🗑️"),
        _to_queue(waiting),
    )
    return card.reply()


def render_proposed(understood: Understood) -> Reply:
    """A review that now waits for approval."""
    (one,) = understood.reviews
    film = escape(film_title(one.film.title, one.film.year, _NAME_LIMIT)) if one.film else NO_FILM
    card = Card(accent(None)).text(
        f"### Proposed: {film} · {_name(one.critic) or 'Unnamed critic'}", _PROPOSED
    )
    return card.buttons(button("My reviews here", library_wire.ListOwn())).reply()


def _waiting(waiting: int) -> str | None:
    verb = "waits" if waiting == 1 else "wait"
    return f"📥 **{count(waiting, 'proposal')} {verb}** for a manager’s yes." if waiting else None


def _to_queue(waiting: int) -> ui.Button[Any] | None:
    if not waiting:
        return None
    return button("Look at what waits", library_wire.ListProposals(), aside=True, emoji="📥")


def what_line(line: OriginalLine, limit: int = _NAME_LIMIT) -> str:
    """A review's film and critic, escaped."""
    return f"{title(line.film, limit)} · {_name(line.critic, limit) or 'Unnamed critic'}"


def pick_of(line: OriginalLine) -> Pick:
    """A review as a menu offers it."""
    return Pick(f"{plain_title(line.film, 60)} · {line.critic or 'Unnamed critic'}", line.id, line.source)


def render_given_list(page: OriginalPage, waiting: int = 0) -> Reply:
    """One page of a server's own reviews, newest first, and how many ``waiting`` ones there are."""
    card = Card(accent(None)).text("## This server’s library")
    if not page.lines:
        return card.text(_EMPTY, _waiting(waiting)).buttons(_to_queue(waiting)).reply()
    card.text(f"{count(page.page.total, 'review')}, the newest first", _waiting(waiting)).rule()
    card.text(*(f"- **{what_line(line, LIST_NAME)}**\n  -# {_from(line, LIST_NAME)}" for line in page.lines))
    card.menu(library_wire.PickGiven(), "Show, edit or remove one", [*map(pick_of, page.lines)], aside=True)
    card.pager(PageOf((), page.page.number, max(1, page.page.pages)), library_wire.ListReviews)
    return card.buttons(_to_queue(waiting)).reply()


def _from(line: OriginalLine, limit: int = _NAME_LIMIT) -> str:
    return joined((file_name(line.source, limit), f"from <@{line.user}>", moment(line.added_at)))


def render_given(line: OriginalLine, review: ReviewCard, respelled: Sequence[Spelling] = ()) -> Reply:
    """One review as its library holds it; ``respelled`` are the names that people corrected in its film."""
    shown = review.review
    overall = next((score for score in review.scores if score.label == "Overall"), None)
    card = Card(accent(None)).text(f"### {what_line(line)}")
    card.text(
        f"**Outlet** {_name(shown.outlet) or _NONE}",
        f"**Date** {date_words(shown.published) or _NONE}",
        f"**Score** {score_words(overall)}",
        f"**Link** {_address(shown.url) or _NONE}",
        *map(_respelled, respelled[:_FEW]),
        f"-# {count(len(respelled) - _FEW, 'more name')} corrected" if len(respelled) > _FEW else None,
        f"-# {_from(line)}",
    )
    card.buttons(
        button("Edit", library_wire.EditGiven(line.id), primary=True, emoji="✏️"),
        button("Remove", library_wire.AskRemoval(line.id), emoji="🗑️"),
        button("Open the review", wire.OpenReview(line.id), aside=True),
        link("Read it in full", shown.url),
    )
    return card.reply()


def _respelled(one: Spelling) -> str:
    where = "in all films" if one.film is None else "in this film"
    return f"**Spelled** {_name(one.person)} {where}, where reviews write {_name(one.spelling)}"


def render_removal(line: OriginalLine) -> Reply:
    """Ask before a review is removed."""
    card = Card(accent(None)).text(
        f"### Remove this review?\n{what_line(line)}",
        "Its text, its quotes and what was said of it are deleted. This can’t be undone.",
        f"-# {_from(line)}",
    )
    card.buttons(
        button("Remove it", library_wire.RemoveGiven(line.id), primary=True, emoji="🗑️"),
        button("Keep it", library_wire.ShowGiven(line.id)),
    )
    return card.reply()
