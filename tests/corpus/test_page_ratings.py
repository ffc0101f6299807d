"""A rating that a page states or draws, in the ways that themes and plug-ins have."""

from __future__ import annotations

import pytest

from bot.corpus import parse_document
from bot.extract import extract
from bot.models import RawFile

PROSE = (
    "<p>" + "The ferry leaves at dawn and the film, patient as its captain, waits on the quay. " * 4 + "</p>"
)
FULL, HALF, NONE = (
    '<i class="fa fa-star"></i>',
    '<i class="fa fa-star-half-o"></i>',
    '<i class="fa fa-star-o"></i>',
)
CHECKED, PLAIN = '<span class="fa fa-star checked"></span>', '<span class="fa fa-star"></span>'


def percent(markup: str) -> float | None:
    page = f"<!doctype html><title>Slow Ferry</title><h1>Slow Ferry</h1>{markup}{PROSE}"
    scores = extract(parse_document(RawFile("pages", "a.html", "", page.encode()))).scores
    return scores[0].percent if scores else None


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ('<div class="rating"><b>Rating:</b> <span class="rating-score">4.0 / 5.0</span></div>', 80),
        ("<p>Rating: 1.5 / 5.0</p>", 30),
        ('<div class="score">7.5/10</div>', 75),
        ('<span aria-label="Rated 3.5 out of 5" role="img"></span>', 70),
        ('<div class="star-rating" title="Rating: 4.00 out of 5"><span style="width:80%"></span></div>', 80),
        ('<div class="stars" aria-label="3.5 of 5 stars"></div>', 70),
        ('<img src="/i/bar.png" alt="Our rating: 4/5">', 80),
        ("<div>" + '<img alt="Star">' * 2 + '<img alt="Half Star">' + '<img alt="Empty Star">' * 2 + "</div>", 50),
        ("<p>" + '<img src="star-full.png">' * 4 + '<img src="star-empty.png">' + "</p>", 80),
        (f"<p>{FULL * 3}{HALF}{NONE}</p>", 70),
        (f"<div>{CHECKED * 3}{PLAIN * 2}</div>", 60),
        ("<p>" + '<i class="bi bi-star-fill"></i>' * 4 + '<i class="bi bi-star"></i></p>', 80),
        ("<p>" + '<i class="fas fa-star"></i>' * 2 + '<i class="far fa-star"></i>' * 3 + "</p>", 40),
        ("<p>" + '<span class="material-icons">star</span>' * 3 + '<span class="material-icons">star_border</span>' * 2
         + "</p>", 60),
        ("<p>" + '<span class="star filled">★</span>' * 3 + '<span class="star">★</span>' * 2 + "</p>", 60),
        ('<p><span class="stars-full">★★★</span><span class="stars-empty">★★</span></p>', 60),
        ('<div class="stars"><div class="stars-empty">★★★★★</div>'
         '<div class="stars-filled" style="width: 70.0%;">★★★★★</div></div>', 70),
        ('<div class="review-stars"><span class="stars-inner" style="width:90%"></span></div>', 90),
        ('<div data-rating="3.5" data-max="5"></div>', 70),
        ('<meter min="0" max="10" value="7"></meter>', 70),
        (f"<div><h4>Story</h4><p>{FULL * 5}</p><h4>Overall</h4><p>{FULL * 4}{NONE}</p></div>", 80),
    ],
)  # fmt: skip
def test_the_scale_is_stated_or_drawn(markup: str, wanted: float) -> None:
    assert percent(markup) == wanted


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{FULL * 3}</p>",  # of how many?
        '<div data-rating="3.5"></div>',
        '<div class="user-rating"><span aria-label="Rated 4 out of 5"></span></div>',
        f'<div class="reader-votes">{FULL * 4}{NONE}</div>',
        '<div class="progress" style="width:80%"></div>',
        '<button aria-label="Slide 1 of 5"></button><i aria-label="2 of 5"></i>',
        f"<p>Story {FULL * 4}{NONE}</p><p>Sound {FULL * 2}{NONE * 3}</p>",
        '<p><i class="icon-start"></i><i class="icon-restart"></i></p>',
    ],
)
def test_what_states_no_scale_or_is_not_the_critics_gives_no_percent(markup: str) -> None:
    assert percent(markup) is None
