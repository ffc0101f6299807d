"""A manifest gives, corrects and wins; a broken one says where."""

from __future__ import annotations

import pytest

from bot.corpus.manifest import ManifestError, parse_manifest
from bot.models import Given, GivenCredit, GivenFacts

MANIFEST = """
["a.txt"]
film = "Rope"
year = 1948
critic = "Ada Lindqvist"
outlet = "The Carbide Lamp"
date = 2021-03-04
url = "https://reviews.example/rope"
cast = ["James Stewart as Rupert Cadell", "John Dall"]

["deep/b.md"]
date = "--06-04"
"""


def test_every_field() -> None:
    given = parse_manifest(MANIFEST)["a.txt"].applied_to(GivenFacts())
    assert given == GivenFacts(
        film=Given("Rope", "manifest: film"),
        year=Given("1948", "manifest: year"),
        critic=Given("Ada Lindqvist", "manifest: critic"),
        outlet=Given("The Carbide Lamp", "manifest: outlet"),
        published=Given("2021-03-04", "manifest: date"),
        url=Given("https://reviews.example/rope", "manifest: url"),
        credits=(
            GivenCredit("James Stewart", "actor", "Rupert Cadell", "manifest: cast"),
            GivenCredit("John Dall", "actor", None, "manifest: cast"),
        ),
    )
    assert parse_manifest(MANIFEST)["deep/b.md"].published == "--06-04"


def test_it_wins_over_front_matter_and_leaves_the_rest() -> None:
    written = GivenFacts(
        film=Given("Rop", "front matter: film"),
        year=Given("1999", "front matter: year"),
        critic=Given("Bruno", "front matter: critic"),
        ratings=(Given("4/5", "front matter: rating"),),
        credits=(
            GivenCredit("Jimmy Stuart", "actor", None, "front matter: cast"),
            GivenCredit("Alfred Hitchcock", "director", None, "front matter: director"),
        ),
    )
    entry = parse_manifest('["a.txt"]\nfilm = "Rope"\ncast = ["James Stewart"]')["a.txt"]
    given = entry.applied_to(written)
    assert given.film == Given("Rope", "manifest: film")
    assert given.year is None  # it belonged to the other film
    assert given.critic == written.critic
    assert given.ratings == written.ratings
    assert [credit.person for credit in given.credits] == ["James Stewart", "Alfred Hitchcock"]


def test_any_edit_of_an_entry_changes_its_fingerprint() -> None:
    variants = [
        "",
        'film = "Rope"',
        'film = "Rope"\nyear = 1948',
        'critic = "Rope"',
        'cast = ["A as B"]',
        'cast = ["A", "B"]',
        'date = "2021"',
        'outlet = "Rope"',
    ]
    prints = {parse_manifest(f'["a.txt"]\n{fields}')["a.txt"].fingerprint() for fields in variants}
    assert len(prints) == len(variants)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a.txt\n", "not valid TOML"),
        ("[a.txt]\nfilm = 'Rope'", r'needs quotes in its heading: \["a.txt"\]'),
        ('film = "Rope"', '"film" should be a table'),
        ('["a.txt"]\nfilms = "Rope"', 'has a field "films", which is none of film, year'),
        ('["a.txt"]\nfilm = 1948', 'film of "a.txt" should be a text'),
        ('["a.txt"]\nfilm = " "', 'film of "a.txt" should be a text'),
        ('["a.txt"]\nyear = "1948"', 'year of "a.txt" should be a year'),
        ('["a.txt"]\nyear = 48', 'year of "a.txt" should be a year'),
        ('["a.txt"]\ndate = "someday"', 'date of "a.txt" should be a date'),
        ('["a.txt"]\ndate = "06/04/2025"', 'date of "a.txt" should be a date'),
        ('["a.txt"]\nurl = "javascript:alert(1)"', 'url of "a.txt" should be an address'),
        ('["a.txt"]\ncast = "James Stewart"', 'cast of "a.txt" should be a list'),
        ('["a.txt"]\ncast = [1, []]', 'cast of "a.txt" should be a list'),
        ("a = " + "[" * 3000, "not valid TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ManifestError, match=said) as caught:
        parse_manifest(text, "deep/manifest.toml")
    assert str(caught.value).startswith("deep/manifest.toml")
    assert "\n" not in str(caught.value)
