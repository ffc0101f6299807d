"""Headlines, bylines, facts and sentences in the forms that sites nobody has looked at may print them in."""

from __future__ import annotations

import pytest

from bot.corpus import parse_document
from bot.extract import extract
from bot.models import Certainty, Extracted, RawFile

BODY = """It took me a while to warm to {it}, but its second hour is a marvel. A keeper loses his light in {it}.

The photography is careful and the script never hurries. I left the cinema happy, which comedies rarely manage.
"""


def read(text: str, name: str = "a.txt") -> Extracted:
    return extract(parse_document(RawFile("reviews", name, "", text.encode())))


def film(headline: str, it: str = "this one") -> tuple[str, int | None] | None:
    films = read(f"{headline}\n\nBy Ada Byron\n\n{BODY.format(it=it)}").films
    return (films[0].title, films[0].year) if films else None


@pytest.mark.parametrize(
    "headline",
    [
        "Salt Road shouts loudest",
        "Salt Road doesn't disappoint",
        "Salt Road, a slow and salty triumph",
        "Why Salt Road is the film we need",
        "Ada Byron shines in Salt Road",
        "Salt Road (R)",
        "Salt Road (15)",
        "Salt Road, cert 15",
        "Salt Road ★★★½",
        "Salt Road *** 1/2",
        "Salt Road (PG) ***",
        "★★★★ Salt Road",
        "Review: Salt Road ★★★★",
        "Salt Road - 7.5/10",
        "Salt Road (B+)",
        "Salt Road: Grade B",
        "Salt Road (Blu-ray)",
        "Salt Road - DVD",
        "Salt Road (second review)",
        "Film review: Salt Road – the sea has its price",
        "Film review: Salt Road, directed by Ada Byron - lost at sea",
        "Popcorn and Reflection: ‘Salt Road’: a lamp that never goes out",
        "At the Movies: Salt Road",
        "Now Showing: Salt Road",
        "Movie Monday: Salt Road",
        "31 Days of Horror, Day 12: Salt Road",
        "Best Horror of the 90s: Salt Road",
        "The Essential Shelf #76: Salt Road",
        "TIFF 2019: Salt Road",
        "#34: Salt Road",
        "Thoughts on Salt Road",
        "Ada's Review of Salt Road",
        "Max's Rating of Salt Road",
        "A review of “Salt Road” by Ada Byron",
        "Salt Road | The Reel Deal",
        "Salt Road | Ada Byron",
        "Reel Deal Reviews | Salt Road",
        "Salt Road in Review",
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(headline: str) -> None:
    assert film(headline) == ("Salt Road", None)
    assert film(headline, "Salt Road") == ("Salt Road", None)


@pytest.mark.parametrize(
    ("headline", "title", "year"),
    [
        ("Ma provides jumps", "Ma", None),
        ("Sundance 2018 Review: SALT ROAD, Where Lamps Go Out", "SALT ROAD", None),
        ("Chain is Missing", "Chain is Missing", None),
        ("Mission: Impossible – Fallout", "Mission: Impossible – Fallout", None),
        ("Review: Mission: Impossible – Fallout", "Mission: Impossible – Fallout", None),
        ("Fahrenheit 9/11", "Fahrenheit 9/11", None),
        ("Catch-22", "Catch-22", None),
        ("Let The Gulls In review", "Let The Gulls In", None),
        ("Salt Road (2019 film)", "Salt Road", 2019),
        ("Film Friday: Salt Road (2019)", "Salt Road", 2019),
        ("Review Salt Road (2019): lost at sea", "Salt Road", 2019),
        ("Salt Road *** (2019, Ada Byron, voice of Max Hale) – Movie Review", "Salt Road", 2019),
        ("Review: Salt Road, 2019, dir. Ada Byron", "Salt Road", 2019),
    ],
)
def test_titles_with_marks_of_their_own(headline: str, title: str, year: int | None) -> None:
    assert film(headline) == (title, year)


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Salt Road 2019", "Salt Road"),
        ("Salt Road, Ada Byron, Max Hale", "Salt Road"),
        ("Salt Road Ada Byron", "Salt Road"),
        ("Ada Byron's Salt Road Review", "Salt Road"),
        ("Salt Road (The Way of the Sea)", "Salt Road"),
        ("Tin Robots: Rust - Salt Road", "Tin Robots: Rust - Salt Road"),
    ],
)
def test_the_prose_tells_what_of_a_headline_is_the_title(headline: str, title: str) -> None:
    found = film(headline, "Salt Road")
    assert found
    assert found[0] == title


def test_a_menu_set_a_word_a_line_is_no_headline() -> None:
    menu = "\n".join(
        ("Film Feedback", "HOME", "LISTINGS", "NEWS", "MUSIC", "FILM", "ART", "BOOKS", "DANCE", "LETTERS")
    )
    found = read(f"{menu}\n\nSALT ROAD\n\n{BODY.format(it='this one')}").films
    assert found[0].title == "SALT ROAD"


@pytest.mark.parametrize(
    "above",
    [
        "Directed by\nAda Byron\n90 minutes\n\nReviewed by\nMax Hale\n\n",
        "Ada's horror reviews, news & experiments!\n\n",
        "movie film review | max hale\n\n",
        "Latest ReviewsMOVIES\n\n",
        "Film Review - The Tin Robot\nFilm Review - Focus\n\n",
    ],
)
def test_what_stands_above_the_headline_is_the_sites(above: str) -> None:
    assert read(f"{above}Salt Road Review\n\n{BODY.format(it='Salt Road')}").films[0].title == "Salt Road"


def test_a_film_that_every_sentence_begins_with() -> None:
    text = "Lantana is a hothouse thriller of tangled lives, set by the sea. The acting is careful, the ending bold.\n"
    assert read(text).films[0].title == "Lantana"


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("1962, UK, Directed by Ada Byron", 1962),
        ("United Kingdom/Germany 2014", 2014),
        ("★★☆☆ – (1990) – A keeper loses his light, and a village turns on him for it.", 1990),
        ("Released: June 8, 2001 (Mexico), March 5, 2002 (US)", 2001),
    ],
)
def test_the_year_below_a_headline(line: str, year: int) -> None:
    assert read(f"Salt Road\n\n{line}\n\n{BODY.format(it='this one')}").films[0].year == year


@pytest.mark.parametrize(
    ("head", "tail", "critic"),
    [
        ("Reviewed by\nAda Byron\n\n", "", "Ada Byron"),
        ("A review by Ada Byron\n\n", "", "Ada Byron"),
        ("Max Hale\n\nAda Byron, Staff Writer\n\n", "", "Ada Byron"),
        ("By Ada ByronPublished Jul 1, 2006\n\n", "", "Ada Byron"),
        ("", "A film for gulls. — Ada Byron\n", "Ada Byron"),
        ("", "A film for gulls. [Ada Byron]\n", "Ada Byron"),
        ("", "“A film for gulls.” — Ada Byron\n", None),
        ("Director: Max Hale\nWriter: John Logan, Max Hale, Ada Byron\n\n", "", None),
    ],
)
def test_bylines(head: str, tail: str, critic: str | None) -> None:
    found = read(f"Salt Road (2019)\n\n{head}{BODY.format(it='this one')}\n{tail}").critic
    assert (found.value if found else None) == critic


@pytest.mark.parametrize(
    ("sentence", "directors"),
    [
        ("The director was Ada Byron, who played Jim on television.", {"Ada Byron"}),
        ("The directors of this film are Ada Byron and Max Hale.", {"Ada Byron", "Max Hale"}),
        ("The film, directed and played by Ada Byron, holds.", {"Ada Byron"}),
        ("Ada Byron and Max Hale direct with care.", {"Ada Byron", "Max Hale"}),
        ("Ada Byron co-wrote and directed it with Max Hale.", {"Ada Byron", "Max Hale"}),
        ("Ada Byron directs alongside Max Hale.", {"Ada Byron", "Max Hale"}),
        ("The directing duo Ada Byron and Max Hale know the sea.", {"Ada Byron", "Max Hale"}),
        ("Ada Byron directed it with care.", {"Ada Byron"}),
        ("The director is a fan of the sea.", set()),
    ],
)
def test_directors(sentence: str, directors: set[str]) -> None:
    found = read(f"Salt Road (2019)\n\n{BODY.format(it='Salt Road')}\n{sentence} It is a marvel.\n").credits
    assert {c.person for c in found if c.role == "director" and c.certainty is Certainty.STATED} == directors


@pytest.mark.parametrize(
    ("headline", "raw", "percent"),
    [
        ("Salt Road ★★★", "★★★", None),
        ("Salt Road (PG) ***1/2", "***1/2", None),
        ("Salt Road - 4/5", "4/5", 80.0),
    ],
)
def test_a_score_in_the_headline(headline: str, raw: str, percent: float | None) -> None:
    scores = read(f"{headline}\n\n{BODY.format(it='this one')}").scores
    assert [(score.raw, score.percent) for score in scores] == [(raw, percent)]


@pytest.mark.parametrize(
    ("line", "raw"), [("Rating: B/", ["B"]), ("Rating: A-/B+", []), ("Rating: B/10", [])]
)
def test_a_grade_before_a_slash(line: str, raw: list[str]) -> None:
    text = f"Salt Road\n\n{BODY.format(it='this one')}\n{line}\n"
    assert [score.raw for score in read(text).scores] == raw


def sentences(text: str) -> list[str]:
    document = parse_document(RawFile("reviews", "a.txt", "", text.encode()))
    return [document.text[s.start : s.end] for s in extract(document).sentences]


def test_a_writer_without_capitals() -> None:
    text = (
        "i saw salt road. it is a marvel, vs. the last one! ada byron is superb as the keeper. go see it.\n"
    )
    assert sentences(f"Salt Road (2019)\n\n{text}") == [
        "i saw salt road.",
        "it is a marvel, vs. the last one!",
        "ada byron is superb as the keeper.",
        "go see it.",
    ]


def test_a_heading_whose_line_break_is_lost() -> None:
    text = "Salt Road (2019)\n\nFinal Thoughts This is a wonderful film.\n\nThe GoodThe cast never hurries. It holds.\n"
    assert sentences(text) == [
        "Final Thoughts",
        "This is a wonderful film.",
        "The Good",
        "The cast never hurries.",
        "It holds.",
    ]
