"""The sample corpus: every file's true facts come out of the whole chain, and every command has something to show."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache

import pytest

from bot.corpus import parse_document
from bot.corpus.manifest import parse_manifest
from bot.extract import extract
from bot.models import Document, Extracted, Film, RawFile, ReviewFacts, Theme
from bot.resolve import resolve_film, resolve_films
from bot.sample import reviews_path

CRANE, HALE, RAMAN = "Ottilie Crane", "Desmond Hale", "Priya Raman"
BELLWEATHER, CALLOWAY, WREN = "Marcus Bellweather", "Ines Calloway", "Tobias Wren"

# file: film, critic, overall percent, some of the cast it names
FACTS: dict[str, tuple[str, str | None, float | None, dict[str, str]]] = {
    "charade-calloway.txt": (
        "Charade",
        CALLOWAY,
        95,
        {"Audrey Hepburn": "Regina Lampert", "Cary Grant": "Peter Joshua", "Ned Glass": "Gideon"},
    ),
    "charade-hale.md": ("Charade", HALE, 83.33, {"Audrey Hepburn": "Regina Lampert"}),
    "charade-wren.txt": ("Charade", WREN, 60, {"George Kennedy": "Scobie"}),
    "his-girl-friday-bellweather.txt": ("His Girl Friday", BELLWEATHER, 91.67, {}),
    "his-girl-friday-crane.txt": (
        "His Girl Friday",
        CRANE,
        70,
        {"Cary Grant": "Walter Burns", "John Qualen": "Earl Williams", "Helen Mack": "Mollie Malloy"},
    ),
    "his-girl-friday-raman.txt": ("His Girl Friday", RAMAN, 100, {"Cary Grant": "Walter Burns"}),
    "night-of-the-living-dead-calloway.txt": (
        "Night of the Living Dead",
        CALLOWAY,
        92,
        {"Duane Jones": "Ben", "Karl Hardman": "Harry Cooper"},
    ),
    "night-of-the-living-dead-hale.md": (
        "Night of the Living Dead",
        HALE,
        80,
        {
            "Duane Jones": "Ben",
            "Karl Hardman": "Harry Cooper",
            "Marilyn Eastman": "Helen Cooper",
            "Keith Wayne": "Tom",
        },
    ),
    "night-of-the-living-dead-letter.txt": (
        "Night of the Living Dead",
        "Lena Hartog",
        90,
        {"Duane Jones": "Ben"},
    ),
    "night-of-the-living-dead-wren.txt": ("Night of the Living Dead", WREN, 40, {"Dwayne Jones": "Ben"}),
    "nosferatu-crane.txt": (
        "Nosferatu",
        CRANE,
        95,
        {"Gustav von Wangenheim": "Hutter", "Greta Schröder": "Ellen"},
    ),
    "nosferatu-hale.md": (
        "Nosferatu",
        HALE,
        60,
        {"Gustav von Wangenheim": "Hutter", "Alexander Granach": "Knock"},
    ),
    "nosferatu-unsigned.txt": ("Nosferatu", None, None, {"Greta Schröder": "Ellen"}),
    "the-general-bellweather.txt": ("The General", BELLWEATHER, 100, {"Marion Mack": "Annabelle"}),
    "the-general-lost-property.txt": ("The General", None, None, {"Marion Mack": "Annabelle Lee"}),
    "the-general-raman.txt": (
        "The General",
        RAMAN,
        97,
        {"Buster Keaton": "Johnnie Gray", "Marion Mack": "Annabelle Lee"},
    ),
}
YEARS = {
    "Charade": 1963,
    "His Girl Friday": 1940,
    "Night of the Living Dead": 1968,
    "Nosferatu": 1922,
    "The General": 1926,
}
DIRECTORS = {
    "His Girl Friday": {"Howard Hawks"},
    "Night of the Living Dead": {"George A. Romero"},
    "The General": {"Buster Keaton", "Clyde Bruckman"},
}


@cache
def corpus() -> dict[str, tuple[Document, Extracted]]:
    entries = parse_manifest((reviews_path() / "manifest.toml").read_text(encoding="utf-8"))
    read = {}
    for path in sorted(reviews_path().iterdir()):
        if path.suffix in {".txt", ".md"}:
            data = path.read_bytes()
            raw = RawFile("reviews", path.name, hashlib.sha256(data).hexdigest(), data)
            document = parse_document(raw, entries.get(path.name))
            read[path.name] = (document, extract(document))
    return read


@cache
def facts() -> tuple[ReviewFacts, ...]:
    return tuple(
        ReviewFacts(name, name, e.critic.value if e.critic else None, e.films, e.credits, e.mentions)
        for name, (_, e) in corpus().items()
    )


@cache
def films() -> dict[str, Film | None]:
    return resolve_films(facts())


def test_the_table_covers_every_file() -> None:
    assert set(FACTS) == set(corpus())


@pytest.mark.parametrize("name", FACTS)
def test_film_and_critic(name: str) -> None:
    title, critic, _, _ = FACTS[name]
    film, said = films()[name], corpus()[name][1].critic
    assert film is not None
    assert (film.title, film.year) == (title, YEARS[title])
    assert (said.value if said else None) == critic


@pytest.mark.parametrize("name", FACTS)
def test_overall_score(name: str) -> None:
    scores = [score for score in corpus()[name][1].scores if score.label == "Overall"]
    assert [score.percent for score in scores[:1]] == ([FACTS[name][2]] if scores else [])
    assert bool(scores) is (name != "the-general-lost-property.txt")


@pytest.mark.parametrize("name", [name for name, row in FACTS.items() if row[3]])
def test_cast(name: str) -> None:
    found = {
        (c.person, c.character) for c in corpus()[name][1].credits if c.role == "actor" and c.film is None
    }
    plain = {(person.replace("’", "'"), character) for person, character in found}
    assert set(FACTS[name][3].items()) <= plain


@pytest.mark.parametrize("title", DIRECTORS)
def test_directors(title: str) -> None:
    reviews = [review for review in facts() if (film := films()[review.key]) and film.title == title]
    film = films()[reviews[0].key]
    assert film is not None
    crew = resolve_film(film, reviews).crew
    assert {entry.person for entry in crew if entry.role == "director"} == DIRECTORS[title]


@pytest.mark.parametrize("name", FACTS)
def test_each_review_is_worth_quoting(name: str) -> None:
    document, extracted = corpus()[name]
    assert len(extracted.quotes) >= 2
    for line in (
        "Comments",
        "Share this",
        "SUBSCRIBE",
        "Image:",
        "image credit",
        "newsletter",
        "Overall Score",
        "min read",
    ):
        assert not any(line in document.text[q.start : q.end] for q in extracted.quotes)


def test_every_theme_stance_and_mark_is_there() -> None:
    quotes = [quote for _, extracted in corpus().values() for quote in extracted.quotes]
    themes = Counter(theme for quote in quotes for theme in quote.themes)
    assert all(themes[theme] >= 1 for theme in Theme), themes
    assert {quote.stance for quote in quotes} >= {"for", "against", None}
    assert any(quote.spoiler for quote in quotes)
    assert sum(any(q.verdict for q in extracted.quotes) for _, extracted in corpus().values()) >= 12


def test_critics_disagree_and_return() -> None:
    critics = Counter(row[1] for row in FACTS.values() if row[1])
    assert len(critics) >= 5
    assert max(critics.values()) >= 3
    percents = [
        row[2] for row in FACTS.values() if row[0] == "Night of the Living Dead" and row[2] is not None
    ]
    assert max(percents) - min(percents) >= 50
