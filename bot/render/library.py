"""/library: what was understood of a review, before and after it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.render import library_wire, wire
from bot.render.attribution import plain_title, quoted, title
from bot.render.card import Card, Reply, accent, button, link, web_address
from bot.render.pages import PageOf, Pick
from bot.render.text import clip, escape, film_title, moment, one_line, score_words
from bot.words import answers
from bot.words import library as words
from bot.words import library_adding as adding
from bot.words import library_queue as queue
from bot.words.grammar import date_words, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord import ui

    from bot.corpus import Problem
    from bot.library import Preview, Understood
    from bot.models import Film, Spelling
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


def render_note(heading: str, *lines: str) -> Reply:
    """A short word on what was done; ``heading`` and ``lines`` are markdown."""
    return Card(accent(None)).text(f"### {heading}", *lines).reply()


def render_understood(understood: Understood, preview: str, *, proposes: bool = False) -> Reply:
    """What was read of one review, to be added or proposed, corrected or dropped; ``preview`` is its key."""
    (one,) = understood.reviews
    card = Card(accent(None))
    card.text(f"### {adding.ASK}", adding.PROPOSING if proposes else adding.ADDING).rule(visible=False)
    card.text(*fact_lines(one, understood.poster))
    card.text(_sample(one), f"-# {joined((*measures(one), file_name(one.source)))}")
    if lines := [*alike_lines(one.duplicates), *problem_lines(understood.problems)]:
        card.rule().text(*lines)
    card.buttons(
        button(
            _yes(proposes=proposes, alike=bool(one.duplicates)),
            library_wire.AddPreviewed(preview),
            primary=True,
            emoji="✅",
        ),
        button(adding.CORRECT, library_wire.CorrectPreviewed(preview), emoji="✏️"),
        button(adding.DROP, library_wire.DropPreviewed(preview), emoji="🗑️"),
    )
    return card.reply()


def _yes(*, proposes: bool, alike: bool) -> str:
    if proposes:
        return adding.PROPOSE_ALIKE if alike else adding.PROPOSE
    return adding.ADD_ALIKE if alike else adding.ADD


def fact_lines(one: Preview, poster: str | None = None) -> list[str]:
    """What was read of a review, a fact a line; ``poster`` where that name stands for a critic's."""
    return [
        adding.film(_film(one.film), without_year=one.film.year is None)
        if one.film
        else adding.FILM_NOT_FOUND,
        adding.critic(_name(one.critic), is_poster=one.critic == poster),
        words.outlet(_name(one.outlet)),
        words.date(date_words(one.published)),
        words.score(score_words(one.score) if one.score else None),
        words.link(_address(one.url)),
    ]


def _film(film: Film) -> str:
    return escape(film_title(film.title, film.year, _NAME_LIMIT))


def _name(text: str | None, limit: int = _NAME_LIMIT) -> str | None:
    return escape(clip(one_line(text), limit)) if text else None


def _address(url: str | None) -> str | None:
    return escape(clip(url, _LINK_LIMIT)) if url and web_address(url) else None


def file_name(name: str, limit: int = _NAME_LIMIT) -> str:
    """A file's name, escaped."""
    return escape(clip(one_line(name), limit))


def measures(one: Preview) -> tuple[str, str]:
    """How much can be quoted of a review, and how long it is."""
    return adding.quotes(one.quotes), adding.length(one.length)


def _sample(one: Preview) -> str | None:
    return quoted(one.words, limit=_WORDS_LIMIT)[0] if one.words else None


def alike_lines(others: Sequence[Duplicate]) -> list[str]:
    """Say what of the library a review is like."""
    lines = [f"⚠️ {_alike(held)}" for held in others[:_ALIKE]]
    if len(others) > _ALIKE:
        lines.append(f"⚠️ {adding.more_alike(len(others) - _ALIKE)}")
    return lines


def _alike(held: Duplicate) -> str:
    file = file_name(held.source, LIST_NAME)
    if held.waiting:
        return adding.waits_already(file)
    if held.same_text:
        return adding.here_already(file)
    return adding.alike(_name(held.critic, LIST_NAME), title(held.film, LIST_NAME), file)


def problem_lines(problems: Sequence[Problem], limit: int = _NAME_LIMIT) -> list[str]:
    """Name the first of what could not be read, and how many more there are; names of ``limit`` characters."""
    reason = min(_REASON_LIMIT, 2 * limit)
    lines = [
        f"⚠️ {file_name(problem.source, limit)}: {escape(clip(one_line(problem.reason), reason))}"
        for problem in problems[:_FEW]
    ]
    if len(problems) > _FEW:
        lines.append(f"⚠️ {adding.more_unreadable(len(problems) - _FEW)}")
    return lines


def render_added(line: OriginalLine, waiting: int = 0) -> Reply:
    """A review that is now in the library, and how many ``waiting`` ones a manager may look at next."""
    card = Card(accent(None)).text(
        f"### {adding.added(what_line(line))}", adding.ADDED_MEANS, _waiting(waiting)
    )
    card.buttons(
        button(words.OPEN, wire.OpenReview(line.id), aside=True),
        button(words.EDIT, library_wire.EditGiven(line.id), emoji="✏️"),
        button(words.REMOVE, library_wire.AskRemoval(line.id), emoji="🗑️"),
        _to_queue(waiting),
    )
    return card.reply()


def render_proposed(understood: Understood) -> Reply:
    """A review that now waits for approval."""
    (one,) = understood.reviews
    what = joined((_film(one.film) if one.film else answers.NO_FILM, _name(one.critic) or answers.UNNAMED))
    card = Card(accent(None)).text(f"### {adding.proposed(what)}", adding.PROPOSED_MEANS)
    return card.buttons(button(adding.MINE_HERE, library_wire.ListOwn())).reply()


def _waiting(waiting: int) -> str | None:
    return f"📥 {queue.waiting(waiting)}" if waiting else None


def _to_queue(waiting: int) -> ui.Button[Any] | None:
    if not waiting:
        return None
    return button(queue.LOOK, library_wire.ListProposals(), aside=True, emoji="📥")


def what_line(line: OriginalLine, limit: int = _NAME_LIMIT) -> str:
    """A review's film and critic, escaped."""
    return joined((title(line.film, limit), _name(line.critic, limit) or answers.UNNAMED))


def pick_of(line: OriginalLine) -> Pick:
    """A review as a menu offers it."""
    label = joined((plain_title(line.film, 60), line.critic or answers.UNNAMED))
    return Pick(label, line.id, line.source)


def render_given_list(page: OriginalPage, waiting: int = 0) -> Reply:
    """One page of a server's own reviews, newest first, and how many ``waiting`` ones there are."""
    card = Card(accent(None)).text(f"## {words.LIST_HEADING}")
    if not page.lines:
        return card.text(words.EMPTY, _waiting(waiting)).buttons(_to_queue(waiting)).reply()
    card.text(words.listed(page.page.total), _waiting(waiting)).rule()
    card.text(*(f"- **{what_line(line, LIST_NAME)}**\n  -# {_from(line, LIST_NAME)}" for line in page.lines))
    card.menu(library_wire.PickGiven(), words.OPEN_ONE, [*map(pick_of, page.lines)], aside=True)
    card.pager(PageOf((), page.page.number, max(1, page.page.pages)), library_wire.ListReviews)
    return card.buttons(_to_queue(waiting)).reply()


def _from(line: OriginalLine, limit: int = _NAME_LIMIT) -> str:
    return joined((file_name(line.source, limit), words.given_by(f"<@{line.user}>"), moment(line.added_at)))


def render_given(
    line: OriginalLine,
    review: ReviewCard,
    respelled: Sequence[Spelling] = (),
    alike: Sequence[Duplicate] = (),
) -> Reply:
    """One review as its library holds it; ``respelled`` are the names that people corrected in its film.

    ``alike`` are the other reviews like it.
    """
    shown = review.review
    overall = next((score for score in review.scores if score.label == "Overall"), None)
    card = Card(accent(None)).text(f"### {what_line(line)}")
    card.text(
        words.outlet(_name(shown.outlet)),
        words.date(date_words(shown.published)),
        words.score(score_words(overall) if overall else None),
        words.link(_address(shown.url)),
        *map(_respelled, respelled[:_FEW]),
        f"-# {words.more_respelled(len(respelled) - _FEW)}" if len(respelled) > _FEW else None,
        f"-# {_from(line)}",
    )
    if alike:
        card.rule().text(*alike_lines(alike))
    card.buttons(
        button(words.EDIT, library_wire.EditGiven(line.id), primary=True, emoji="✏️"),
        button(words.REMOVE, library_wire.AskRemoval(line.id), emoji="🗑️"),
        button(words.OPEN, wire.OpenReview(line.id), aside=True),
        link(words.READ_IN_FULL, shown.url),
    )
    return card.reply()


def _respelled(one: Spelling) -> str:
    written, spelled = (escape(clip(one_line(name), LIST_NAME)) for name in (one.spelling, one.person))
    return words.respelled(written, spelled, everywhere=one.film is None)


def render_removal(line: OriginalLine) -> Reply:
    """Ask before a review is removed."""
    card = Card(accent(None)).text(
        f"### {words.ASK_REMOVAL}\n{what_line(line)}",
        words.REMOVAL_MEANS,
        f"-# {_from(line)}",
    )
    card.buttons(
        button(words.REMOVE_IT, library_wire.RemoveGiven(line.id), primary=True, emoji="🗑️"),
        button(words.KEEP_IT, library_wire.ShowGiven(line.id)),
    )
    return card.reply()
