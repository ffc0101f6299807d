"""Front matter of every kind ends up as the same given facts."""

from __future__ import annotations

import pytest

from bot.corpus.frontmatter import split_front_matter
from bot.errors import Draft
from bot.models import Given, GivenCredit, GivenFacts

YAML = """---
title: "A rope around the neck"
film: Rope
year: 1948
author: Ada Lindqvist
outlet: The Carbide Lamp
date: 2021-03-04 10:00:00 +0100
permalink: https://reviews.example/rope
rating: 3.50
out_of: 5
director: Alfred Hitchcock
cast:
  - James Stewart as Rupert Cadell
  - Farley Granger (Phillip)
  - actor: John Dall
    character: Brandon
---
Tense.
"""
TOML = """+++
headline = "A rope around the neck"
title = "Rope"
year = 1948
reviewer = "Ada Lindqvist"
publication = "The Carbide Lamp"
date = 2021-03-04
url = "https://reviews.example/rope"
score = "3.50/5"
directors = ["Alfred Hitchcock"]
[cast]
"James Stewart" = "Rupert Cadell"
"Farley Granger" = "Phillip"
"John Dall" = "Brandon"
+++
Tense.
"""
JSON = """{
"headline": "A rope around the neck",
"movie": {"title": "Rope", "year": 1948},
"critic": {"name": "Ada Lindqvist"},
"publication": "The Carbide Lamp",
"date": "4 March 2021",
"url": "https://reviews.example/rope",
"rating": {"value": 3.50, "best": 5},
"directed_by": "Alfred Hitchcock",
"actors": "James Stewart as Rupert Cadell, Farley Granger as Phillip, John Dall as Brandon"
}
Tense.
"""


@pytest.mark.parametrize("text", [YAML, TOML, JSON])
def test_the_same_facts_from_each_format(text: str) -> None:
    given, rest = split_front_matter(text)
    assert rest.strip() == "Tense."
    values = {
        name: getattr(given, name).value
        for name in ("headline", "film", "year", "critic", "outlet", "published", "url")
    }
    assert values == {
        "headline": "A rope around the neck",
        "film": "Rope",
        "year": "1948",
        "critic": "Ada Lindqvist",
        "outlet": "The Carbide Lamp",
        "published": "2021-03-04",
        "url": "https://reviews.example/rope",
    }
    assert [rating.value for rating in given.ratings] == ["3.50/5"]
    assert [(credit.person, credit.role, credit.character) for credit in given.credits] == [
        ("James Stewart", "actor", "Rupert Cadell"),
        ("Farley Granger", "actor", "Phillip"),
        ("John Dall", "actor", "Brandon"),
        ("Alfred Hitchcock", "director", None),
    ]


def test_each_fact_names_its_field() -> None:
    given, _ = split_front_matter(YAML)
    assert given.critic == Given("Ada Lindqvist", "front matter: author")
    assert given.ratings[0].where == "front matter: rating"
    assert given.credits[-1] == GivenCredit("Alfred Hitchcock", "director", None, "front matter: director")


def test_values_stay_as_printed() -> None:
    given, _ = split_front_matter("---\nfilm: 1917\ngrade: B+\nscore: 08\n---\nText")
    assert given.film == Given("1917", "front matter: film")
    assert [rating.value for rating in given.ratings] == ["08", "B+"]


def test_a_title_alone_is_a_headline() -> None:
    given, _ = split_front_matter("---\ntitle: Rope, revisited\n---\nText")
    assert given.film is None
    assert given.headline == Given("Rope, revisited", "front matter: title")


def test_category_ratings_carry_their_names() -> None:
    given, _ = split_front_matter("---\nratings:\n  story: 7\n  acting: 8\n  out_of: 10\n---\nText")
    assert [(rating.value, rating.where) for rating in given.ratings] == [
        ("7/10", "front matter: story"),
        ("8/10", "front matter: acting"),
    ]


def test_a_film_with_its_year_in_brackets() -> None:
    given, _ = split_front_matter("---\nfilm: Rope (1948)\n---\nText")
    assert (given.film, given.year) == (
        Given("Rope", "front matter: film"),
        Given("1948", "front matter: film"),
    )


def test_stars_are_a_rating_or_a_cast() -> None:
    assert split_front_matter("---\nstars: 4\n---\nText")[0].ratings == (Given("4", "front matter: stars"),)
    given, _ = split_front_matter("---\nstars: [James Stewart, John Dall]\n---\nText")
    assert given.ratings == ()
    assert [credit.person for credit in given.credits] == ["James Stewart", "John Dall"]


def test_yaml_that_is_none_is_read_line_by_line() -> None:
    given, rest = split_front_matter("---\nfilm: Alien: Covenant\nrating: 3/5\n---\nText")
    assert given.film is not None
    assert given.film.value == "Alien: Covenant"
    assert rest.strip() == "Text"


@pytest.mark.parametrize(
    "text",
    [
        "---\nJust a rule above a text.\n---\nMore.",
        "---\nfilm: Rope\nnever closed",
        "+++\nno toml at all\n+++\nText",
        "{\nno json\n}\nText",
        "No front matter at all.",
        "---\n" + "film: x\n" * 20000 + "---\nText",
        "---\n" + "[" * 5000 + "\n---\nText",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert split_front_matter(text) == (GivenFacts(), text)


def test_outside_markdown_only_known_fields_make_it_front_matter() -> None:
    text = "---\nremark: none\n---\nText"
    assert split_front_matter(text, markdown=True)[1].strip() == "Text"
    assert split_front_matter(text, markdown=False) == (GivenFacts(), text)
    assert split_front_matter("---\nfilm: Rope\n---\nText", markdown=False)[0].film is not None


@pytest.mark.parametrize(
    "field",
    ["film: ~", "film: ''", "film: null", "year: soon", "date: 06/04/2025", "url: /rope", "score: [1, 2]"],
)
def test_a_field_without_a_usable_value_gives_nothing(field: str) -> None:
    assert split_front_matter(f"---\nlayout: post\n{field}\n---\nText")[0] == GivenFacts()


def test_anchors_that_multiply_cost_nothing() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    given, _ = split_front_matter(
        "---\n" + "\n".join([*lines, "film: Rope", "cast: *a11", "author: *a11"]) + "\n---\nText"
    )
    assert given.film is not None
    assert given.credits == ()
    assert given.critic is None


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? "])
def test_nesting_without_end_takes_nobody_down(opening: str) -> None:
    text = f"---\nfilm: Rope\ndeep:\n {opening * 20_000}\n---\nText"
    assert split_front_matter(text)[1].endswith("Text")


@pytest.mark.parametrize(
    ("field", "name", "value"),
    [
        ("releaseYear: 1948", "year", "1948"),
        ("releaseDate: 23 August 1948", "year", "1948"),
        ("released: yes\nmovieYear: 1948", "year", "1948"),
        ("reviewDate: 2021-03-04", "published", "2021-03-04"),
        ("published: true\npubDate: 4 March 2021", "published", "2021-03-04"),
        ("reviewedBy: Ada Lindqvist", "critic", "Ada Lindqvist"),
        ("movie:\n  title: Rope\n  releaseYear: 1948", "year", "1948"),
    ],
)
def test_fields_in_other_spellings(field: str, name: str, value: str) -> None:
    given = getattr(split_front_matter(f"---\nlayout: post\n{field}\n---\nText")[0], name)
    assert given.value == value


def test_a_rating_that_stands_with_the_film() -> None:
    given, _ = split_front_matter("---\nmovie:\n  title: Rope\n  rating: 3.5\n  outOf: 5\n---\nText")
    assert [rating.value for rating in given.ratings] == ["3.5/5"]


@pytest.mark.parametrize("kind", ["type: movie", "mediaType: Film"])
def test_a_diary_of_many_things_calls_a_films_director_its_maker(kind: str) -> None:
    given, _ = split_front_matter(f"---\ntitle: Rope\n{kind}\ncreator: Alfred Hitchcock\n---\nText")
    assert [(credit.person, credit.role) for credit in given.credits] == [("Alfred Hitchcock", "director")]
    assert split_front_matter("---\ntitle: Rope\ncreator: Ada\n---\nText")[0].credits == ()


PELICAN = """Title: Rope: A Knot Review
Date: 2021-03-04T13:44:24+00:00
Category: Reviews
Slug: rope-review
Authors: Ada Lindqvist
Rating: 3.5/5
Director: Alfred Hitchcock
Summary: A rope,
    and what hangs by it.

Tense.
"""


def test_a_head_without_a_fence() -> None:
    given, rest = split_front_matter(PELICAN)
    assert rest == "\n\nTense.\n"
    assert given.headline == Given("Rope: A Knot Review", "front matter: title")
    assert given.critic == Given("Ada Lindqvist", "front matter: authors")
    assert given.published == Given("2021-03-04", "front matter: date")
    assert [rating.value for rating in given.ratings] == ["3.5/5"]
    assert [credit.person for credit in given.credits] == ["Alfred Hitchcock"]


@pytest.mark.parametrize(
    "text",
    [
        "Title: Rope\nDirector: Alfred Hitchcock\nRating: 4/5\n\nTense.",
        "Title: Rope\nDate: 2021-03-04\nWhat a film.\nTags: rope\n\nTense.",
        "Date: 2021-03-04\nTitle: Rope\nCategory: Reviews",
    ],
)
def test_facts_that_the_review_prints_stay_its_text(text: str) -> None:
    assert split_front_matter(text) == (GivenFacts(), text)


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: x\nparams:\n  film: Rope\n  rating: 4\n  maxRating: 5\n---\n",  # Hugo
        "+++\ntitle = 'x'\n[params]\nfilm = 'Rope'\nrating = 4\nout_of = 5\n+++\n",
        "+++\ntitle = 'x'\n[extra]\nfilm = 'Rope'\nrating = '4/5'\n+++\n",  # Zola
        '{\n"title": "x", "film": "Rope", "params": {"rating": "4/5"}\n}\n',
        '{"title": "x", "film": "Rope", "rating": 4, "scale": 5}\n',
        '---json\n{"title": "x", "film": "Rope", "rating": "4/5"}\n---\n',  # Eleventy
        "---toml\ntitle = 'x'\nfilm = 'Rope'\nrating = '4/5'\n---\n",
        "---js\n{title: 'x', film: 'Rope', rating: '4/5'}\n---\n",
        "---\ntitle: x\nreview:\n  film: Rope\n  rating: 4/5\n---\n",
        "---\ntitle: x\nfilm: Rope\nrating: 4/5\nparams:\n  film: Laura\n---\n",  # what stands above wins
    ],
)
def test_fields_of_ones_own_and_fences_that_name_a_language(head: str) -> None:
    given, rest = split_front_matter(f"{head}\nTense.")
    assert given.film is not None
    assert (given.film.value, given.ratings[0].value, rest.strip()) == ("Rope", "4/5", "Tense.")


def test_a_films_own_table_may_name_its_people() -> None:
    given, _ = split_front_matter("---\nmovie:\n  title: Rope\n  director: Alfred Hitchcock\n---\nTense.")
    assert [(credit.person, credit.role) for credit in given.credits] == [("Alfred Hitchcock", "director")]


def test_what_others_think_is_no_rating_of_the_critics() -> None:
    given, _ = split_front_matter("---\nfilm: Rope\nimdb_rating: 7.9\ntmdb: 8\nimdb: tt0040746\n---\nTense.")
    assert given.ratings == ()


@pytest.mark.parametrize(
    "field", ["draft: true", "draft: True", "published: false", "params:\n  draft: true"]
)
def test_a_draft_is_none_to_be_read(field: str) -> None:
    with pytest.raises(Draft, match="it is a draft"):
        split_front_matter(f"---\nfilm: Rope\n{field}\n---\nTense.")
    assert (
        split_front_matter("---\nfilm: Rope\ndraft: false\npublished: true\n---\nTense.")[0].film is not None
    )
