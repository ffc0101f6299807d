"""What is shown of what members give fits into a message, however long and odd its names are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.corpus import Problem
from bot.library import ImportReport, Preview, Proposal, QueuePage, Understood
from bot.library.proposing import OWN_PAGE, QUEUE_PAGE
from bot.models import Edits, Film, Place, Score, Spelling
from bot.render.library import (
    render_added,
    render_given,
    render_given_list,
    render_proposed,
    render_understood,
)
from bot.render.library_import import render_imported, render_many
from bot.render.library_queue import render_decline, render_proposal, render_queue
from bot.render.library_settings import render_settings
from bot.render.privacy import render_own_removal, render_privacy
from bot.store.records import Duplicate, ImportRecord, OriginalLine, OriginalPage, OriginalState
from bot.views import (
    ATTRIBUTION_LIMIT,
    CriticRef,
    FilmRef,
    LibrarySettings,
    Page,
    ReviewCard,
    ReviewRef,
    Terms,
)

LONG = "*" * 300
NOBODY = 10**18
SCORE = Score("Overall", 4.0, 5.0, 80.0, "*" * 60, Place(0, 60), "stars", 1.0)
HELD = Duplicate("a" * 10, LONG, FilmRef("b" * 10, LONG, 1948), LONG, same_text=False)
PREVIEW = Preview(
    LONG,
    Film(LONG, 1948),
    LONG,
    LONG,
    "1948-05-03",
    "https://a.b/" + "_" * 400,
    SCORE,
    9,
    LONG,
    9,
    (HELD,) * 9,
)


def lines(count: int, state: OriginalState = OriginalState.KEPT) -> tuple[OriginalLine, ...]:
    film, when = FilmRef("f" * 10, LONG, 1948), "2026-01-01T00:00:00+00:00"
    return tuple(
        OriginalLine(f"{n:010}", LONG, LONG, NOBODY, when, state, film, LONG, Edits()) for n in range(count)
    )


def page(count: int, state: OriginalState = OriginalState.KEPT) -> OriginalPage:
    return OriginalPage(lines(count, state), Page(0, 9, count * 9))


WAITING = Proposal(lines(1, OriginalState.PROPOSED)[0], PREVIEW, "|" * 400)
UNDERSTOOD = Understood("a.txt", b"", Edits(), False, 1, 0, (PREVIEW,), (), (), poster=LONG)

CARD = ReviewCard(
    ReviewRef(
        "r" * 10,
        FilmRef("f" * 10, LONG, 1948),
        CriticRef("c" * 10, LONG, LONG),
        LONG,
        "https://a.b/" + "_" * 400,
        "1948-05-03",
        LONG,
        1,
        9,
    ),
    LONG,
    (SCORE,),
    None,
    (),
    (),
    (),
)
PROBLEM = Problem(LONG, LONG)
MANY = replace(
    UNDERSTOOD,
    many=True,
    count=9,
    known=9,
    reviews=(PREVIEW,) * 5,
    problems=(PROBLEM,) * 9,
    skipped=(PROBLEM,) * 9,
    alike=((LONG, Film(LONG, 1948)),) * 9,
)
IMPORT = ImportRecord(1, "0" * 8, NOBODY, 1, 1, 9, datetime(2026, 1, 1, tzinfo=UTC), False)

REPLIES = {
    "list": lambda: render_given_list(page(10), 7),
    "preview": lambda: render_understood(UNDERSTOOD, "0" * 10, proposes=True),
    "proposed": lambda: render_proposed(UNDERSTOOD),
    "added": lambda: render_added(lines(1)[0], 7),
    "queue": lambda: render_queue(
        QueuePage((WAITING,) * QUEUE_PAGE, Page(0, 9, 45)), is_open=False, note=f"**{LONG}**"
    ),
    "proposal": lambda: render_proposal(WAITING),
    "unreadable": lambda: render_proposal(replace(WAITING, preview=None, opening="")),
    "decline": lambda: render_decline(WAITING),
    "privacy": lambda: render_privacy(page(OWN_PAGE, OriginalState.PROPOSED), kept=999, dailies=999),
    "deleted": lambda: render_privacy(page(OWN_PAGE), deleted=lines(1)[0]),
    "given": lambda: render_given(
        lines(1)[0], CARD, [Spelling(None if n % 2 else "f" * 10, LONG, LONG) for n in range(9)], (HELD,) * 9
    ),
    "many": lambda: render_many(MANY, "0" * 10),
    "imported": lambda: render_imported(IMPORT, ImportReport(9, 0, [PROBLEM] * 9)),
    "settings": lambda: render_settings(
        LibrarySettings(attribution="*" * ATTRIBUTION_LIMIT), Terms(attribution="*" * ATTRIBUTION_LIMIT)
    ),
    "removal": lambda: render_own_removal(lines(1)[0]),
}


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_fits_into_a_message(name: str) -> None:
    reply = REPLIES[name]()
    assert 0 < reply.content_length() <= 4000
    assert reply.total_children_count <= 40
