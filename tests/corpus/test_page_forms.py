"""Pages as hand-made and student sites print them: where title, year, critic and rating stand on each."""

from __future__ import annotations

import pytest

from bot.corpus import parse_document
from bot.extract import extract
from bot.models import Extracted, RawFile

PROSE = (
    "<p>A lighthouse keeper counts ships that never come, and the camera waits with him. It is slow, and every "
    "minute of it is worth the wait.</p><p>Nobody raises a voice until the last reel, which is when the film "
    "shows what it had kept back.</p>"
)


def read(page: str, name: str = "a.html") -> Extracted:
    return extract(parse_document(RawFile("reviews", name, "", page.encode())))


def title_and_year(page: str) -> tuple[str, int | None] | None:
    films = read(page).films
    return (films[0].title, films[0].year) if films else None


@pytest.mark.parametrize(
    "head",
    [
        "<title>My Movie Review - HARBOUR LIGHTS</title>"
        '<header class="header">Harbour Lights (1974) - Movie Review</header>',
        "<title>Harbour Lights</title><h1>Harbour Lights</h1>"
        '<div class="title">Harbour Lights</div><div class="year">1974</div>',
        "<title>harbour lights</title><h1> Harbour Lights </h1> <h3>1974</h3>",
        '<title>Harbour Lights</title><h1>Harbour Lights</h1><p><span data-label="Year">1974</span>'
        '<span data-label="Runtime">83 min</span></p>',
    ],
    ids=[
        "beside the title on the page",
        "in an element of its own",
        "below the heading",
        "labelled by an attribute",
    ],
)
def test_the_year_is_read_where_the_page_sets_it(head: str) -> None:
    found = title_and_year(f"<html><body>{head}{PROSE}</body></html>")
    assert found is not None
    assert (found[0].casefold(), found[1]) == ("harbour lights", 1974)


def test_a_heading_that_states_its_review_goes_before_the_sites_name() -> None:
    page = (
        "<title>Movie Review | My Portfolio</title><header><h1>My Portfolio</h1></header>"
        f"<section><h2>Movie Review: Harbour Lights</h2>{PROSE}</section>"
    )
    assert title_and_year(f"<html><body>{page}</body></html>") == ("Harbour Lights", None)


def test_a_menu_set_as_a_heading_is_none() -> None:
    page = (
        '<title>Odeon</title><h1><ul><li><a href="a.html">SOON</a></li><li><a href="b.html">TONIGHT</a></li></ul></h1>'
        f"<div><h1>!! COMING SOON !!</h1></div><div><h1>Harbour Lights</h1></div>{PROSE}"
    )
    assert title_and_year(f"<html><body>{page}</body></html>") == ("Harbour Lights", None)


def test_a_place_in_a_list_is_no_part_of_a_title() -> None:
    assert title_and_year(f"<html><body><h2>13. Harbour Lights</h2>{PROSE}</body></html>") == (
        "Harbour Lights",
        None,
    )


@pytest.mark.parametrize(
    ("box", "raw", "percent"),
    [
        (
            '<div class="score-number">9<span>.5</span></div><div class="score-denom">Out of ten</div>',
            "9.5/10",
            95,
        ),
        ('<span class="rating">★ 8.0/10</span>', "8.0/10", 80),
        ('<span class="rating">★★☆☆☆</span>', "★★☆☆☆", 40),
    ],
)
def test_a_rating_box_is_read_with_its_scale(box: str, raw: str, percent: float) -> None:
    scores = read(f"<html><body><h1>Harbour Lights</h1>{box}{PROSE}</body></html>").scores
    assert [(score.raw, score.percent) for score in scores] == [(raw, percent)]


def test_a_number_beside_words_that_are_no_scale_is_no_rating() -> None:
    box = '<div class="score-number">9.5</div><div>readers agree</div>'
    assert all(
        s.scale is None for s in read(f"<html><body><h1>Harbour Lights</h1>{box}{PROSE}</body></html>").scores
    )


def test_a_name_ends_where_the_next_label_begins() -> None:
    row = "<div class='meta'><span>Reviewed by: Ada Byron</span> <span>Published: July 22, 2023</span></div>"
    found = read(f"<html><body><h1>Harbour Lights</h1>{row}{PROSE}</body></html>").critic
    assert found is not None
    assert found.value == "Ada Byron"


def test_a_cast_below_the_review_signs_nothing() -> None:
    cast = "<div><h2>Cast</h2><div>Ada Brown</div><div>Tom Miller</div></div>"
    assert read(f"<html><body><h1>Harbour Lights</h1>{PROSE}{cast}</body></html>").critic is None


def test_the_film_named_again_under_its_headline_is_no_critic() -> None:
    text = (
        "'Emma Stone' Review: A quick drive through town\n\nEmma Stone\n\n"
        "It is slow, and every minute of it is worth the wait. Nobody raises a voice until the last reel,"
        " which is when the film shows what it had kept back."
    )
    assert read(text, "a.txt").critic is None


@pytest.mark.parametrize("region", ["The Pacific Northwest", "May 31", "Part One"])
def test_regions_days_and_parts_are_no_films(region: str) -> None:
    text = (
        f"we went out to see it with friends, and {region} was cold. it drifts, and {region} never gets warm.\n\n"
        f"then {region} comes back, and nothing in it is worth the wait, however long {region} lasts."
    )
    assert region not in [film.title for film in read(text, "a.txt").films]


def test_a_page_of_breaks_keeps_its_lines() -> None:
    lines = [f"Line {n} says that the harbour is slow and worth the wait." for n in range(4000)]
    page = f"<html><body><h1>Harbour Lights</h1><p>{'<br>'.join(lines)}</p></body></html>"
    text = parse_document(RawFile("reviews", "a.html", "", page.encode())).text
    assert text.split("\n")[-4000:] == lines
