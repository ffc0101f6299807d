"""Which film a review is about."""

from __future__ import annotations

import pytest

from bot.corpus.blocks import split_blocks
from bot.extract.films import extract_films
from bot.extract.view import normalise
from bot.models import Document, FilmCandidate, Given, GivenFacts

BODY = "The keeper lights his lamp and waits for somebody to notice. Nobody does, which is the joke of it."


def films(text: str, given: GivenFacts | None = None, *marked: str) -> tuple[FilmCandidate, ...]:
    given = given or GivenFacts()
    spans = tuple((text.index(piece), text.index(piece) + len(piece)) for piece in marked)
    return extract_films(Document("a.txt", text, split_blocks(text, given), given, spans), normalise(text))


@pytest.mark.parametrize(
    ("headline", "title", "year"),
    [
        ("The Lamp Room", "The Lamp Room", None),
        ("The Lamp Room (1958)", "The Lamp Room", 1958),
        ("Lamp Room, The", "The Lamp Room", None),
        ("13. The Lamp Room", "The Lamp Room", None),
        ("The Lamp Room (PG-13)", "The Lamp Room", None),
        ("DVD: The Lamp Room", "The Lamp Room", None),
        ("Popcorn and Reflection: ‘The Salt Road’", "The Salt Road", None),
        ("The Lamp Room (Salt Coast Film Festival 1958)", "The Lamp Room", 1958),
        ("‘The Lamp Room’ Review: Ivo Sand's Best and Wettest Yet", "The Lamp Room", None),
        ("Review: The Lamp Room", "The Lamp Room", None),
        ("Movie Review – The Lamp Room (1958)", "The Lamp Room", 1958),
        ("The Lamp Room Movie Review", "The Lamp Room", None),
        ("The Lamp Room review – a wet delight", "The Lamp Room", None),
        ("The Lamp Room: The Long Night | Harbour Film Blog", "The Lamp Room: The Long Night", None),
        ("Lamp Room 2", "Lamp Room 2", None),
        ("The Lamp Room | 1958", "The Lamp Room", 1958),
        ("The Lamp Room [1958]", "The Lamp Room", 1958),
        ("The Lamp Room - 1958 - Movie Review", "The Lamp Room", 1958),
        ("(1958) The Lamp Room", "The Lamp Room", 1958),
        ("[Movie Review] The Lamp Room (1958)", "The Lamp Room", 1958),
        ("The Lamp Room: A Short Review", "The Lamp Room", None),
        ("Review: The Lamp Room (film)", "The Lamp Room", None),
        ("Movie: The Lamp Room", "The Lamp Room", None),
        ("Film of the Week: The Lamp Room", "The Lamp Room", None),
        ("Film #12 - The Lamp Room", "The Lamp Room", None),
        ("Gullathon: The Lamp Room", "The Lamp Room", None),
        ("The Lamp Room.", "The Lamp Room", None),
        ("Ivo Sand drowns us happily in The Lamp Room", "The Lamp Room", None),
    ],
)
def test_headlines(headline: str, title: str, year: int | None) -> None:
    best = films(
        f"{headline}\n\n{BODY}\n\nIn The Lamp Room nobody laughs. The Lamp Room is a film for gulls."
    )[0]
    assert (best.title, best.year) == (title, year)
    assert best.rule.startswith("headline")


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Release year: 1958", 1958),
        ("Released: 1958", 1958),
        ("Release date - 30 March 1958", 1958),
        ("~ 1958 · Directed by Peter Marsh ~", 1958),
        ("USA 1958, 83 min", 1958),
        ("Thriller | 1958 | 1h 23min", 1958),
        ("DVD released: 1958", None),
        ("Posted in 1958 | 5 min read", None),
        ("March 4, 1958 | Horror", None),
        ("Year: 1958, restored 2009", None),
    ],
)
def test_the_year_among_the_facts_below_a_headline(line: str, year: int | None) -> None:
    assert films(f"The Lamp Room\n\n{line}\n\n{BODY}")[0].year == year


@pytest.mark.parametrize("headline", ["Dear Peter Marsh,", "May 4, 1958"])
def test_a_salutation_or_a_date_names_no_film_for_sure(headline: str) -> None:
    best = films(f"{headline}\n\n{BODY}\n\nI saw “The Lamp Room” today. The Lamp Room is a film for gulls.")[
        0
    ]
    assert best.title == "The Lamp Room"


def test_line_one_above_its_byline_is_the_headline() -> None:
    text = f"The Lamp Room\n\nBy Ada Byron\n\nDear Ivo Sand\nPeter Marsh's Stunt Double\n\n{BODY} Ivo Sand swims."
    assert films(text)[0].title == "The Lamp Room"


def test_a_headline_gets_its_year_from_the_body() -> None:
    found = films(f"The Lamp Room\n\n{BODY}\n\nThe Lamp Room (1958) came after Gull Song (1951).")
    assert (found[0].title, found[0].year) == ("The Lamp Room", 1958)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The Lamp Room (1958) never blinks.", 1958),
        ("Marsh made 1958's The Lamp Room for nothing.", 1958),
        ("The Lamp Room, Peter Marsh's 1958 thriller, never blinks.", 1958),
        ("The 1958 sea-going melodrama The Lamp Room never blinks.", 1958),
        ("The Lamp Room is a dank 1958 film about a bulb.", 1958),
        ("The Lamp Room was first released in March 1958.", 1958),
        ("The Lamp Room takes place in 1958.", None),
        ("The Lamp Room, and in 1958 another film, made him rich.", None),
        ("Unlike The Lamp Room, the 1951 film has a bird.", None),
        ("The Lamp Room, like Sand's 1951 film's gull, is wet.", None),
        ("The Lamp Room was rated 7 in 1958.", None),
    ],
)
def test_years_in_prose(sentence: str, year: int | None) -> None:
    found = films(f"The Lamp Room review\n\n{BODY}\n\n{sentence}")
    assert (found[0].title, found[0].year) == ("The Lamp Room", year)


def test_another_films_year_is_not_taken() -> None:
    assert films(f"The Lamp Room\n\n{BODY}\n\nUnlike Gull Song (1951), it ends.")[0].year is None


def test_two_years_behind_one_title_tell_neither() -> None:
    text = (
        f"{BODY}\n\nIn The Lamp Room he sleeps. The Lamp Room (1931) and The Lamp Room (1958) are both films."
    )
    assert films(text)[0].title == "The Lamp Room"
    assert films(text)[0].year is None


@pytest.mark.parametrize(
    "text",
    [
        "Gull Song is a film that made its director's name.\n\nIn Gull Song, as in Salt Wind (1949), the sea wins.",
        "Peter Marsh plays a fisherman.\n\nThe first half of Gull Song is fine. Gull Song follows him home.",
        "She was better in Salt Wind, but Gull Song is the movie I watched twice.\n\nSee “Gull Song” on a big screen.",
    ],
)
def test_bodies_alone(text: str) -> None:
    assert films(text)[0].title == "Gull Song"


def test_italics_tell_a_film_from_its_hero() -> None:
    text = "Marsh is alone. Marsh rows. In Reckless the sea is loud, and Marsh hates it. Reckless works. Marsh sleeps."
    assert films(text, None, "Reckless")[0].title == "Reckless"


def test_given_film_wins_with_its_place() -> None:
    given = GivenFacts(film=Given("Gull Song (1951)", "manifest: film"))
    best = films(f"The Lamp Room (1958)\n\n{BODY}", given)[0]
    assert (best.title, best.year, best.place.given) == ("Gull Song", 1951, "manifest: film")


def test_given_year_beats_the_titles() -> None:
    given = GivenFacts(
        film=Given("Gull Song", "front matter: film"), year=Given("1952", "front matter: year")
    )
    assert films(BODY, given)[0].year == 1952


def test_a_given_headline_is_read() -> None:
    given = GivenFacts(headline=Given("Gull Song (1951) Review", "front matter: headline"))
    best = films(BODY, given)[0]
    assert (best.title, best.year, best.place.start) == ("Gull Song", 1951, None)


def test_places_are_where_the_title_stands() -> None:
    text = (
        f"Film Review: “The Lamp Room”\n\n{BODY}\n\nGull Song is a film with fewer lamps than The Lamp Room."
    )
    for film in films(text):
        assert text[film.place.start : film.place.end] == film.title


def test_a_diary_label_is_no_film() -> None:
    assert (
        films(f"Year 1, Day 40\n\nGull Song is a film about rope. I watched Gull Song twice.\n\n{BODY}")[
            0
        ].title
        == "Gull Song"
    )


def test_no_film_named() -> None:
    assert all(film.confidence < 0.16 for film in films(BODY))


def test_best_comes_first_and_titles_once() -> None:
    found = films(f"Gull Song\n\n{BODY}\n\nGull Song is a film. Salt Wind (1949) is older.")
    assert [film.confidence for film in found] == sorted((film.confidence for film in found), reverse=True)
    assert len({film.title for film in found}) == len(found)


def test_a_year_given_beside_the_text_belongs_to_the_film_of_the_headline() -> None:
    title, year = Given("Nosferatu", "front matter: title"), Given("1922", "front matter: year")
    first = films("A dull film.", GivenFacts(headline=title, year=year))[0]
    assert (first.title, first.year) == ("Nosferatu", 1922)
