"""What is shown of what members give fits into a message, however long and odd its names are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.library import Preview, Proposal, QueuePage, Understood
from bot.library.proposing import OWN_PAGE, QUEUE_PAGE
from bot.models import Edits, Film, Place, Score
from bot.render.library import render_added, render_given_list, render_proposed, render_understood
from bot.render.library_queue import render_decline, render_proposal, render_queue
from bot.render.privacy import render_own_removal, render_privacy
from bot.store.records import Duplicate, OriginalLine, OriginalPage, OriginalState
from bot.views import FilmRef, Page

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
    "removal": lambda: render_own_removal(lines(1)[0]),
}


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_fits_into_a_message(name: str) -> None:
    reply = REPLIES[name]()
    assert 0 < reply.content_length() <= 4000
    assert reply.total_children_count <= 40
