"""JSON, JSON Lines and our own export as rows, and what a row gives its review."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus import LIMITS, NO_MAPPING, ColumnMapping, Problem, parse_document, unpack
from bot.errors import FileRejected, SettingsError
from bot.models import Given, GivenFacts, RawFile

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "The camera never blinks, and neither did I."


def read(
    data: bytes | str, name: str = "a.json", mapping: ColumnMapping = NO_MAPPING, **limits: int
) -> tuple[dict[str, RawFile], dict[str, str]]:
    found: dict[str, RawFile] = {}
    problems: dict[str, str] = {}
    data = data if isinstance(data, bytes) else data.encode()
    for item in unpack(data, name, root="reviews", mapping=mapping, limits=replace(LIMITS, **limits)):
        if isinstance(item, Problem):
            problems[item.source] = f"skipped: {item.reason}" if item.skipped else item.reason
        else:
            found[item.source] = item
    return found, problems


def given_of(item: Mapping[str, object], mapping: ColumnMapping = NO_MAPPING) -> GivenFacts:
    [raw] = read(json.dumps([item]), mapping=mapping)[0].values()
    return parse_document(raw).given


LINES = [{"film": "Rope", "text": TEXT}, {"film": "Laura", "text": TEXT[::-1]}]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps(LINES)),
        ("a.json", json.dumps(LINES, indent=2)),
        ("a.jsonl", json.dumps(LINES, indent=2)),
        ("a.json", json.dumps({"meta": {"count": 2}, "reviews": LINES, "tags": [{"a": 1}]})),
        ("a.json", json.dumps({"next": None, "whatever": LINES})),
        ("a.jsonl", "\n".join(map(json.dumps, LINES))),
        ("a.ndjson", "\r\n\r\n".join(map(json.dumps, LINES)) + "\r\n"),
        ("a.json", "\n".join(map(json.dumps, LINES))),
        ("a.csv", json.dumps(LINES)),
    ],
)
def test_every_shape_of_json(name: str, data: str) -> None:
    for encoded in (data.encode(), data.encode("utf-8-sig"), data.encode("utf-16")):
        found, problems = read(encoded, name)
        assert not problems
        assert list(found) == [f"{name}#00001", f"{name}#00002"]
        assert parse_document(found[f"{name}#00002"]).given.film == Given("Laura", "key: film")


def test_one_object_is_one_review_though_it_holds_a_list() -> None:
    cast = [{"name": "James Stewart", "character": "Rupert Cadell"}]
    found, problems = read(json.dumps({"movie": "Rope", "text": TEXT, "cast": cast}))
    assert not problems
    [credit] = parse_document(found["a.json#00001"]).given.credits
    assert (credit.person, credit.character, credit.where) == ("James Stewart", "Rupert Cadell", "key: cast")


def test_a_name_of_its_own_where_all_have_one() -> None:
    items = [{"id": "x/1", "text": TEXT}, {"id": "2", "text": TEXT}, {"rating": 4}]
    found, problems = read(json.dumps(items))
    assert list(found) == ["a.json#x-1", "a.json#2"]
    assert problems == {"a.json": "skipped: 1 row without a review text"}
    urls = [
        {"url": f"https://example.org/{slug}/?utm_source=x", "text": TEXT}
        for slug in ("rope", "film/laura/2")
    ]
    assert list(read(json.dumps(urls))[0]) == ["a.json#rope", "a.json#laura-2"]
    for spoilt in ({"text": TEXT}, {"id": "X-1", "text": TEXT}, {"id": "¿?", "text": TEXT}):
        assert list(read(json.dumps([*items, spoilt]))[0]) == ["a.json#00001", "a.json#00002", "a.json#00004"]


def test_what_a_row_gives() -> None:
    item = {
        "movie": "Rope (1948)",
        "critic": {"name": "Ada Lindqvist"},
        "outlet": " The Carbide\u200b Lamp ",
        "published": "2025-06-04T10:00:00Z",
        "url": "https://example.org/rope",
        "rating": 3.50,
        "scale": 5,
        "director": ["Alfred Hitchcock"],
        "cast": "James Stewart as Rupert Cadell, Joan Chandler",
        "text": TEXT,
    }
    given = given_of(item, ColumnMapping.parse("film=movie"))
    assert given.film == Given("Rope", "key: movie")
    assert given.year == Given("1948", "key: movie")
    assert given.critic == Given("Ada Lindqvist", "key: critic")
    assert given.outlet == Given("The Carbide Lamp", "key: outlet")
    assert given.published == Given("2025-06-04", "key: published")
    assert given.url == Given("https://example.org/rope", "key: url")
    assert given.ratings == (Given("3.5/5", "key: rating"),)
    assert [(c.person, c.role, c.character) for c in given.credits] == [
        ("James Stewart", "actor", "Rupert Cadell"),
        ("Joan Chandler", "actor", None),
        ("Alfred Hitchcock", "director", None),
    ]


def test_no_scale_is_invented_and_nested_facts_are_found() -> None:
    assert given_of({"text": TEXT, "rating": 7}).ratings == (Given("7", "key: rating"),)
    assert given_of({"text": TEXT, "rating": {"ratingValue": 7, "bestRating": 10}}).ratings[0].value == "7/10"
    given = given_of({"film": {"title": "Rope", "year": 1948}, "text": {"text": TEXT, "critic": "Ada"}})
    assert [fact.value for fact in (given.film, given.year, given.critic) if fact] == ["Rope", "1948", "Ada"]
    nothing = {
        "film": None,
        "critic": True,
        "outlet": [],
        "url": "javascript:alert(1)",
        "published": "06/04/2025",
    }
    assert given_of({"text": TEXT, **nothing}) == GivenFacts()


def test_text_is_read_as_in_files_and_data_is_never_evaluated() -> None:
    def text(value: str) -> str:
        [raw] = read(json.dumps([{"text": value}]))[0].values()
        return parse_document(raw).text

    assert (
        text("<p>A <i>splendid</i> stunt.</p><script>alert(1)</script><p>Fine.</p>")
        == "A splendid stunt.\n\nFine."
    )
    assert text("A *splendid* stunt.<br/>Fine &amp; dandy.\u0000") == "A splendid stunt.\nFine & dandy."
    for formula in ("=1+1", "+cmd|' /C calc'!A0", "-2 for effort", "@SUM(1)"):
        assert text(formula) == formula
    assert text("half a pair \ud83c here") == "half a pair ? here"


def test_bad_lines_cost_no_good_ones() -> None:
    good = json.dumps(LINES[0])
    data = "\n".join([good, "{broken", "[1]", '"text"', good[:-1], good, "[" * 5000])
    found, problems = read(data, "a.jsonl")
    assert list(found) == ["a.jsonl#00001", "a.jsonl#00006"]
    assert problems == {
        "a.jsonl#00002": "it is no valid JSON",
        "a.jsonl#00003": "it is no object",
        "a.jsonl#00004": "it is no object",
        "a.jsonl#00005": "it is no valid JSON",
        "a.jsonl#00007": "it is no valid JSON",
    }
    mixed = good.encode() + b"\n" + '{"text": "L\u00e9a was superb."}'.encode("cp1252")
    assert parse_document(read(mixed, "a.jsonl")[0]["a.jsonl#00002"]).text == "Léa was superb."


def test_a_file_that_breaks_off_keeps_what_came_before() -> None:
    found, problems = read(json.dumps(LINES)[:-10])
    assert list(found) == ["a.json#00001"]
    assert problems == {"a.json": "its JSON breaks off after 1 object (line 1)"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("{", "it is no valid JSON (line 1)"),
        ("[" * 100_000, "it is no valid JSON"),
        ("[]", "it holds no objects"),
        ('{"version": "1"}', "it has no key for the text of a review; its keys are version"),
        ('[{"lorem": "x", "ipsum": 1}]', "it has no key for the text of a review; its keys are lorem, ipsum"),
        ("[1, 2]", None),
        ("", "it is empty"),
        ("not JSON at all", "it is no valid JSON (line 1)"),
    ],
)
def test_what_is_no_corpus_says_so(data: str, reason: str | None) -> None:
    found, problems = read(data)
    assert not found
    assert reason is None or problems == {"a.json": reason}


def test_a_line_of_forty_megabytes_is_passed_over() -> None:
    """The line itself is held once; reading past it takes next to nothing more."""
    good = json.dumps(LINES[0]).encode()
    data = b"\n".join([good, b'{"text": "' + b"x" * 40_000_000 + b'"}', good])
    tracemalloc.start()
    found, problems = read(data, "a.jsonl")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert list(found) == ["a.jsonl#00001", "a.jsonl#00003"]
    assert problems == {"a.jsonl#00002": "its line is larger than 4 MiB"}
    assert peak < 5_000_000


def test_limits_of_rows_texts_and_files() -> None:
    lines = "\n".join([json.dumps(LINES[0])] * 4)
    assert read(lines, "a.jsonl", rows=3)[1] == {"a.jsonl": "it holds more than 3 rows"}
    assert read(json.dumps(LINES), text=20)[1] == {
        "a.json#00001": "its text is larger than 0 KiB",
        "a.json#00002": "its text is larger than 0 KiB",
    }
    assert read(json.dumps(LINES), container=50)[1] == {"a.json": "it is larger than 0 KiB"}


def test_a_mapping_says_which_key_holds_what() -> None:
    items = [{"words": TEXT, "text": "Spam.", "Film Title!": "Rope"}]
    mapping = ColumnMapping.parse("text=words,film=film title!")
    [raw] = read(json.dumps(items), mapping=mapping)[0].values()
    document = parse_document(raw)
    assert document.text == TEXT
    assert document.given.film == Given("Rope", "key: Film Title!")
    assert (
        raw.digest != read(json.dumps(items))[0]["a.json#00001"].digest
    )  # and so the next load reads it afresh
    lacking = ColumnMapping.parse("text=prose")
    assert read(json.dumps(items), mapping=lacking)[1] == {
        "a.json": 'it has no key "prose"; its keys are words, text, Film Title!'
    }
    assert not read(json.dumps([*items, {"prose": TEXT}]), mapping=lacking)[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("body=text", '"body" is no field of a review; there are text, film'),
        ("text", '"text" should be a field and a column, such as text=body'),
        ("text=", "should be a field and a column"),
        ("text=a,text=b", "The field text is mapped twice"),
    ],
)
def test_a_mapping_that_makes_no_sense(text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        ColumnMapping.parse(text)


def test_other_names_of_fields_in_a_mapping() -> None:
    assert ColumnMapping.parse("Date=when, movie=what").pairs == (("film", "what"), ("published", "when"))
    assert ColumnMapping.parse("") == NO_MAPPING


EXPORTED = {
    "source": "sub/Rope review.md",
    "text": "Rope\n\nThe [camera] never *blinks*. 9/10",
    "headline": "Rope",
    "url": "https://example.org/rope",
    "published": "--06-04",
    "film": {"title": "Rope", "year": 1948},
    "critic": "Ada Lindqvist",
    "outlet": None,
    "scores": [
        {"label": "Overall", "value": 9, "raw": "9/10", "start": 35, "end": 39, "given": None},
        {"label": "Overall", "value": 4, "raw": "4/5", "start": None, "end": None, "given": "front matter: stars"},
    ],
    "credits": [
        {"person": "James Stewart", "as_written": "Jim Stewart", "role": "actor", "character": "Rupert",
         "start": None, "end": None, "given": "manifest: cast"},
        {"person": "John Dall", "as_written": "John Dall", "role": "actor", "character": None, "start": 1, "end": 2,
         "given": None},
    ],
    "quotes": [],
}  # fmt: skip


def test_our_own_export_gives_back_what_was_given() -> None:
    found, problems = read(json.dumps(EXPORTED) + "\n", "export.jsonl")
    assert not problems
    document = parse_document(found["export.jsonl#sub-Rope-review.md"])
    given = document.given
    assert document.text == EXPORTED["text"]  # as stored: its stars and brackets are no marks any more
    assert given.ratings == (Given("4/5", "front matter: stars"),)
    [credit] = given.credits
    assert (credit.person, credit.character, credit.where) == ("Jim Stewart", "Rupert", "manifest: cast")
    assert given.published == Given("--06-04", "export: published")
    assert [fact.value for fact in (given.film, given.year, given.critic, given.url) if fact] == [
        "Rope", "1948", "Ada Lindqvist", "https://example.org/rope",
    ]  # fmt: skip
    assert given.headline is None  # it stands in the text
    assert given.outlet is None


def test_nobody_else_names_the_fields_of_others() -> None:
    """Only our own export says where a fact stood: a table's cast is never the manifest's word."""
    cast = [{"person": "Jim Stewart", "role": "actor", "where": "manifest: cast"}]
    rating = [{"value": "4/5", "where": "manifest: rating"}]
    given = given_of({"text": TEXT, "cast": cast, "rating": rating})
    assert {credit.where for credit in given.credits} == {"key: cast"}
    assert given.ratings == ()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(
                ["text", "film", "year", "rating", "scale", "cast", "director", "url", "id", "critic"]
            ),
            JSON_VALUES,
        ),
        max_size=4,
    )
)
def test_any_json_is_read_without_a_fault(items: list[dict[str, object]]) -> None:
    for name in ("a.json", "a.jsonl"):
        data = json.dumps(items) if name == "a.json" else "\n".join(map(json.dumps, items))
        found, _ = read(data, name)
        for raw in found.values():
            try:
                assert parse_document(raw).text
            except FileRejected as error:
                assert "no words" in str(error)  # noqa: PT017 - a text of marks alone
