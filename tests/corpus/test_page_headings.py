"""Which words of a page are its film's: below a site's name, in a title, beside a label, behind a prefix."""

from __future__ import annotations

import pytest

from bot.corpus import parse_document
from bot.extract import extract
from bot.models import RawFile

PROSE = (
    "<p>The ferry leaves at dawn, and Slow Ferry, patient as its captain, waits on the quay with everybody who missed "
    "the last one. Nobody hurries. It is the most beautiful delay that I have sat through in years.</p>"
)


def film(head: str, body: str) -> tuple[str | None, int | None]:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    films = extract(parse_document(RawFile("pages", "a.html", "", page.encode()))).films
    return (films[0].title, films[0].year) if films else (None, None)


@pytest.mark.parametrize(
    ("head", "body", "year"),
    [
        ("<title>Ada's Little Blog</title>",
         f"<header><h1>Hi, I'm Ada!</h1></header><main><article><h2>Slow Ferry</h2>{PROSE}</article></main>", None),
        ("<title>Slow Ferry</title>", f"<h1>Movie Reviews by Ada</h1><div><h1>SLOW FERRY</h1>{PROSE}</div>", None),
        ("<title>Quayside Thoughts</title>", f"<h1>Quayside Movie Reviews</h1><h2>Slow Ferry</h2>{PROSE}", None),
        ("<title>Slow Ferry (1997) - The Tin Usher</title>", f"<h1>Slow Ferry</h1>{PROSE}", 1997),
        ("<title>Slow Ferry (1997), Movie Review</title>", f"<h2>Slow Ferry | 1997</h2>{PROSE}", 1997),
        ("<title>:: The Tin Usher :: Slow Ferry (1997) ::</title>", f"<h1>Slow Ferry</h1>{PROSE}", 1997),
        ("<title>Worth It? - Review: Slow Ferry</title>", f"<div id='head'>WORTH IT?</div>{PROSE}", None),
        ("<title>my.page</title>",
         f"<header><h3>my.page</h3></header><main><h1>Slow Ferry</h1>{PROSE}</main>", None),
        ("<title>Template</title>", f"<h3>PASSION</h3><p>We do.</p><h2>Slow Ferry</h2>{PROSE}", None),
        ("<title>Diary</title>", f"<p class='mov_title'>Slow Ferry</p>{PROSE}", None),
        ("<title>Slow Ferry</title>",
         f"<h1>Slow Ferry</h1><span><b>year</b><i>1997</i></span>{PROSE}", 1997),
        ("<title>Slow Ferry</title>",
         f"<h1>Slow Ferry</h1><p class='post-meta'>1997 &middot; Cinemas</p>{PROSE}", 1997),
        ("<title>Slow Ferry</title>",
         f"<h1>Slow Ferry</h1><p>~ 1997 &middot; Directed by Mel Hale ~</p>{PROSE}", 1997),
        ("<title>Slow Ferry</title>", f"<h1>Slow Ferry</h1><p>Posted 1997 &middot; 4 comments</p>{PROSE}", None),
    ],
)  # fmt: skip
def test_the_film_of_a_page(head: str, body: str, year: int | None) -> None:
    title, said = film(head, body)
    assert (title or "").casefold() == "slow ferry"
    assert said == year


def test_a_book_that_a_page_compares_gives_neither_year_nor_score() -> None:
    record = (
        '<script type="application/ld+json">{"@type": "Review", "reviewRating": {"@type": "Rating",'
        ' "ratingValue": "5", "bestRating": "5"}, "itemReviewed": {"@type": "Book",'
        ' "name": "Slow Ferry", "datePublished": "1965"}}</script>'
    )
    assert film("<title>Slow Ferry</title>" + record, f"<h1>Slow Ferry</h1>{PROSE}") == ("Slow Ferry", None)


def test_lists_and_headings_of_a_short_page_are_kept() -> None:
    body = (
        f"<h1>Slow Ferry</h1><div>{PROSE}<h3>Why it floats</h3><ul><li>The captain says little, and means all of it."
        f"</li><li>The quay is a character of its own.</li></ul><h3>Why it sinks</h3>{PROSE}</div>"
    )
    page = f"<!doctype html><title>Slow Ferry</title><body>{body}</body>"
    text = parse_document(RawFile("pages", "a.html", "", page.encode())).text
    for words in ("Why it floats", "The captain says little", "a character of its own", "Why it sinks"):
        assert words in text
