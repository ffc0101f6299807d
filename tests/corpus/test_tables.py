"""CSV and TSV as rows: delimiters, quotes, columns by their names, and what comes in large or broken."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus import LIMITS, NO_MAPPING, ColumnMapping, Problem, parse_document, unpack
from bot.corpus.columns import recognise
from bot.corpus.rotten_tomatoes import parse_link
from bot.errors import FileRejected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.models import Document, GivenFacts, RawFile

HERE = Path(__file__).resolve().parents[2]
TOMATOES = (
    "rotten_tomatoes_link,critic_name,top_critic,publisher_name,"
    "review_type,review_score,review_date,review_content\n"
)
GOODREADS = (
    "Book Id,Title,Author,Author l-f,ISBN,My Rating,Average Rating,Publisher,Year Published,"
    "Original Publication Year,Date Read,Date Added,Exclusive Shelf,My Review,Spoiler,Private Notes\n"
)


def read(
    data: bytes | str, name: str = "a.csv", mapping: ColumnMapping = NO_MAPPING, **limits: int
) -> tuple[dict[str, Document], dict[str, str]]:
    """Each row's review and what is wrong with the others, by their names behind "#"."""
    found: dict[str, Document] = {}
    problems: dict[str, str] = {}
    data = data if isinstance(data, bytes) else data.encode()
    for item in unpack(data, name, root="reviews", mapping=mapping, limits=replace(LIMITS, **limits)):
        key = item.source.removeprefix(name).removeprefix("#")
        if isinstance(item, Problem):
            problems[key] = f"skipped: {item.reason}" if item.skipped else item.reason
        else:
            found[key] = parse_document(item)
    return found, problems


def items(text: str, **limits: int) -> Iterator[RawFile | Problem]:
    return unpack(text.encode(), "a.csv", root="reviews", limits=replace(LIMITS, **limits))


def only(data: bytes | str, name: str = "a.csv", mapping: ColumnMapping = NO_MAPPING) -> Document:
    found, problems = read(data, name, mapping)
    assert problems == {}
    [document] = found.values()
    return document


def facts(given: GivenFacts) -> dict[str, str]:
    """What is given, without where."""
    names = ("film", "year", "critic", "outlet", "published", "url", "headline")
    held = {name: value.value for name in names if (value := getattr(given, name))}
    return held | ({"rating": given.ratings[0].value} if given.ratings else {})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_the_delimiter_is_found_whatever_the_file_is_called(delimiter: str, name: str) -> None:
    rows = (("Film", "Year", "Review"), ("Rope", "1948", '"Tense, clever; and | short."'))
    document = only("\n".join(map(delimiter.join, rows)), name)
    assert document.text == "Tense, clever; and | short."
    assert facts(document.given) == {"film": "Rope", "year": "1948"}
    assert document.given.film is not None
    assert document.given.film.where == "column: Film"


def test_a_table_as_excel_writes_it() -> None:
    text = '\ufeffsep=;\r\nFilm;Critic;Review;Score;Out of;Date\r\nLéon;Ada;"Tense;\r\nand ""dry"".";4;5;2.3.2004\r\n'
    document = only(text.encode())
    assert document.text == 'Tense;\nand "dry".'
    assert facts(document.given) == {"film": "Léon", "critic": "Ada", "rating": "4/5"}  # 2.3. may be two days


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    document = only("film;review\r\nAmélie;Élan – and “wit”.\r\n".encode(encoding))
    assert facts(document.given) == {"film": "Amélie"}
    assert document.text == "Élan – and “wit”."


@pytest.mark.parametrize("cell", ["=1+1 is tense", "+1 from me", "-1 from me", "@home", "=cmd|'/c calc'!A1"])
def test_formulas_are_text(cell: str) -> None:
    assert only(f"film,review\nRope,{cell}\n").text == cell


def test_line_separators_within_a_cell_end_no_row() -> None:
    assert only("film,review\nRope,Tense\u2028and short\x85indeed\x00.\n").text == "Tense\nand short\nindeed."


def test_tsv_that_quotes_nothing() -> None:
    text = 'film\treview\nRope\t"Rope" is tense.\nGilda\t"Sharp", they say.\n'
    found, problems = read(text, "a.tsv")
    assert ([d.text for d in found.values()], problems) == (
        ['"Rope" is tense.', '"Sharp", they say.'],
        {},
    )


def test_quotes_after_a_backslash_as_databases_write_them() -> None:
    text = 'film,review,score\nRope,"He said \\"tense\\",\nand meant it.",4\nGilda,"Sharp, \\"dry\\"",5\nM,"C:\\",1\n'
    found, problems = read(text)
    assert [document.text for document in found.values()] == [
        'He said "tense",\nand meant it.',
        'Sharp, "dry"',
        "C:\\",
    ]
    assert problems == {}
    assert len(read('film,review\nRope,"Not \\"closed.\nGilda,Sharp.\n')[0]) == 1


def test_a_blank_after_the_delimiter_is_no_part_of_a_quoted_cell() -> None:
    assert only('film, year, review\nRope, 1948, "Tense, and short."\n').text == "Tense, and short."


def test_blank_lines_and_blank_rows_are_nothing() -> None:
    found, problems = read("\n\nfilm,review\n\nRope,Tense.\n,\n , \n\nGilda,Sharp.,,\n")
    assert (list(found), problems) == (["00001", "00004"], {})


def test_ragged_rows_are_told_by_their_numbers_and_cost_no_other() -> None:
    found, problems = read(
        "film,year,review\nRope,1948,Tense.\nGilda\nLaura,1944,Dry, sharp.\nM,1931,Dark.\n"
    )
    assert list(found) == ["00001", "00004"]
    assert problems == {
        "00002": "it has 1 cell where the header has 3",
        "00003": "it has 4 cells where the header has 3",
    }


@pytest.mark.parametrize("broken", ['Rope,"Tense.', 'Rope,"Tense" is what it is.', 'Rope,"Tense ""indeed.'])
def test_a_broken_quote_costs_its_row_alone(broken: str) -> None:
    found, problems = read(f"film,review\nM,Dark.\n{broken}\nGilda,Sharp.\nLaura,Dry.\n")
    assert [d.text for d in found.values()] == ["Dark.", "Sharp.", "Dry."]
    assert problems == {"00002": "its quotes are not closed, or not doubled within a cell"}


def test_a_huge_cell_costs_its_row_alone_and_no_limit_of_others_changes() -> None:
    before = csv.field_size_limit()
    found, problems = read(f"film,review\nRope,{'x' * 3000}\nGilda,Sharp.\n", cell=2048)
    assert list(found) == ["00002"]
    assert problems == {"00001": "a cell is larger than 2 KiB, or its quote is not closed"}
    assert csv.field_size_limit() == before
    long = "A tense film. " * 20_000  # 280 KB, more than Python's own limit of a field
    assert only(f'film,review\nRope,"{long}"\n').text == long.strip()


def test_a_quote_that_never_closes_in_a_large_file() -> None:
    many = "".join(f"Film {number},Sharp and dry.\n" for number in range(20_000))
    first, *others = items(f'film,review\nRope,"Tense.\n{many}', cell=65536)
    assert first == Problem("a.csv#00001", "a cell is larger than 64 KiB, or its quote is not closed")
    assert len(others) == 20_000
    assert not any(isinstance(item, Problem) for item in others)


@pytest.mark.parametrize(
    "line", ['"a\n', 'a,"\n', '""a"\n', ",,,,\n", "\n", '"\n\n\n', "a" * 70_000, '"' * 70_000]
)
def test_much_of_anything_is_read(line: str) -> None:
    found = list(items("film,review\n" + line * (200_000 // len(line)), cell=65536))
    assert len(found) <= 200_000 // len(line)


def test_rows_beyond_the_limit() -> None:
    rows = "film,review\n" + "Rope,Tense.\n" * 4
    assert len(read(rows, rows=4)[0]) == 4
    assert read(rows, rows=3) == ({}, {"": "it holds more than 3 rows"})
    broken = "film,review\n" + "Rope\n" * 4
    assert read(broken, rows=3) == ({}, {"": "it holds more than 3 rows"})


def test_too_many_columns() -> None:
    assert read("review" + ",x" * 1000 + "\n")[1] == {"": "it has more than 1,000 columns"}


def test_a_table_without_reviews_names_its_columns() -> None:
    text = "Const,Your Rating,Title,URL\ntt1,7,Rope,https://example.org\n"
    reason = "it has no column for the text of a review; its columns are Const, Your Rating, Title, URL"
    assert read(text) == ({}, {"": reason})


def test_rows_without_a_text_are_counted_in_one_line() -> None:
    text = "film,review,url\nRope,,\nM,null,\nGilda,\\N,\nLaura,https://example.org/laura,\nX,-,\nY,Fine.,\n"
    found, problems = read(text)
    assert (list(found), problems) == (["00006"], {"": "skipped: 5 rows without a review text"})


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("review_content,movie_title,critic_name", {"text": 0, "film": 1, "critic": 2}),
        (
            "Title,Year,Directors,Rating,WatchedDate,Review",
            {"film": 0, "year": 1, "director": 2, "rating": 3, "published": 4, "text": 5},
        ),
        ("reviewText,filmTitle,reviewerName,pubDate", {"text": 0, "film": 1, "critic": 2, "published": 3}),
        ("movie,name,review", {"film": 0, "critic": 1, "text": 2}),
        ("name,review", {"film": 0, "text": 1}),
        ("title,slug,author,content", {"headline": 0, "critic": 2, "text": 3}),
        ("title,slug,year,content", {"film": 0, "year": 2, "text": 3}),
        ("film,title,quote,body", {"film": 0, "headline": 1, "text": 3}),
        ("film,imdb_rating,metascore,average_rating,description,review", {"film": 0, "text": 5}),
        ("film,review,Score (out of 10)", {"film": 0, "text": 1, "rating": 2}),
        ("film,review,stars,out_of", {"film": 0, "text": 1, "rating": 2, "scale": 3}),
        ("Film,FILM,review,Review", {"film": 0, "text": 2}),
    ],
)
def test_columns_by_common_names(header: str, expected: dict[str, int]) -> None:
    names = header.split(",")
    assert recognise(names, NO_MAPPING) == {field: names[place] for field, place in expected.items()}


def test_a_scale_in_a_columns_name() -> None:
    assert facts(only("film,review,Rating10\nRope,Tense.,7\n").given)["rating"] == "7/10"
    assert facts(only("film,review,score_out_of_5\nRope,Tense.,3.5\n").given)["rating"] == "3.5/5"
    assert facts(only("film,review,score\nRope,Tense.,7\n").given)["rating"] == "7"
    assert facts(only("film,review,Rating10\nRope,Tense.,B+\n").given)["rating"] == "B+"


def test_mapped_columns_win_and_missing_ones_are_told() -> None:
    text = "nm,review,notes,film\nRope,Long.,Tense.,x\n"
    mapping = ColumnMapping.parse("film=NM,text=notes")
    document = only(text, mapping=mapping)
    assert (document.text, facts(document.given)) == ("Tense.", {"film": "Rope"})
    assert document.given.film is not None
    assert document.given.film.where == "column: nm"
    reason = 'it has no column "body"; its columns are nm, review, notes, film'
    assert read(text, mapping=ColumnMapping.parse("text=body")) == ({}, {"": reason})


def test_a_mapping_finds_the_delimiter_too() -> None:
    mapping = ColumnMapping.parse("text=b,film=a")
    assert only("a;b\nRope;Tense, and short.\n", mapping=mapping).text == "Tense, and short."


@pytest.mark.parametrize(
    ("other", "expected"),
    [("16.03.2004", "2004-03-02"), ("03.16.2004", "2004-02-03"), ("2004-03-16", None), ("", None)],
)
def test_one_date_tells_the_order_of_all(other: str, expected: str | None) -> None:
    found, _ = read(f"film,review,date\nRope,Tense.,02.03.2004\nM,Dark.,{other}\n")
    assert facts(found["00001"].given).get("published") == expected


def test_dates_in_both_orders_tell_nothing() -> None:
    found, _ = read("film,review,date\nA,Dry.,02/03/2004\nB,Dark.,16/03/2004\nC,Fine.,03/16/2004\n")
    assert [facts(document.given).get("published") for document in found.values()] == [
        None,
        "2004-03-16",
        "2004-03-16",
    ]


def test_a_users_number_is_no_critic() -> None:
    assert facts(only("film,review,user\nRope,Tense.,1044\n").given) == {"film": "Rope"}


def test_rows_go_by_their_own_ids() -> None:
    assert list(read("id,film,review\ntt9,Rope,Tense.\ntt7,M,Dark.\n")[0]) == ["tt9", "tt7"]
    assert list(read("id,film,review\ntt9,Rope,Tense.\ntt9,M,Dark.\n")[0]) == ["00001", "00002"]
    assert list(read("film,review,url\nRope,Tense.,https://example.org/2020/rope/\n")[0]) == ["rope"]


def test_critics_of_rotten_tomatoes() -> None:
    found, problems = read(
        TOMATOES
        + "m/rope_1948,Ada Brook,False,The Reel,Fresh,3.5/4,2004-01-02,A tense film.\n"
        + "m/wonder_woman_1984,Bo Lund,True,Time,Rotten,C+,2020-12-20,Wonder Woman 1984 is long.\n"
        + "m/wonder_woman_1984,Cy Reed,True,Time,Rotten,4,2020-12-21,Too long.\n"
        + "m/tale_2005,Cy Reed,True,Time,Rotten,,2001-12-21,Too early.\n"
        + "m/0814255,,False,Time,Fresh,,2010-02-06,Fun for anyone.\n"
    )
    assert problems == {}
    assert [facts(document.given) for document in found.values()] == [
        {"film": "Rope", "year": "1948", "critic": "Ada Brook", "outlet": "The Reel"}
        | {"published": "2004-01-02", "rating": "3.5/4"},
        {"film": "Wonder Woman 1984", "critic": "Bo Lund", "outlet": "Time"}
        | {"published": "2020-12-20", "rating": "C+"},
        {"film": "Wonder Woman 1984", "critic": "Cy Reed", "outlet": "Time"}
        | {"published": "2020-12-21", "rating": "4"},
        {"film": "Tale 2005", "critic": "Cy Reed", "outlet": "Time", "published": "2001-12-21"},
        {"outlet": "Time", "published": "2010-02-06"},
    ]
    rope = found["00001"].given
    assert rope.film is not None
    assert (rope.film.where, rope.ratings[0].where) == (
        "column: rotten_tomatoes_link",
        "column: review_score",
    )


def test_a_title_column_is_better_than_a_link() -> None:
    text = f"movie_title,{TOMATOES}Rope!,m/rope_1948,Ada,,,Fresh,,2004-01-02,A tense film.\n"
    assert facts(only(text).given) == {"film": "Rope!", "critic": "Ada", "published": "2004-01-02"}


def test_the_newer_columns_of_rotten_tomatoes() -> None:
    document = only(
        "id,reviewId,creationDate,criticName,isTopCritic,originalScore,reviewState,publicatioName,reviewText,"
        "scoreSentiment,reviewUrl\nrear_window,26,2019-11-10,Jim Kay,False,3/4,fresh,Q Desk,A droll film.,POSITIVE,"
        "https://example.org/4178\n"
    )
    assert facts(document.given) == {
        "film": "Rear Window",
        "critic": "Jim Kay",
        "outlet": "Q Desk",
        "published": "2019-11-10",
        "url": "https://example.org/4178",
        "rating": "3/4",
    }


@pytest.mark.parametrize(
    "link", ["", "m/", "tv/rope", "m/0814255", "https://example.org/m/rope", "m/" + "a_" * 99]
)
def test_links_that_hold_no_title(link: str) -> None:
    assert parse_link(link) is None


def test_goodreads_columns() -> None:
    text = (
        GOODREADS
        + '11,The Third Man,Graham Greene,"Greene, Graham","=""014""",4,3.9,Penguin,1999,1950,2020/03/04,2020/01/01,'
        + "read,A tight tale.<br/><br/>Read it.,,my secret\n"
        + "12,Laura,Vera Caspary,,,0,3.9,Penguin,1999,1943,,2020/01/01,read,Unrated.,,\n"
    )
    found, problems = read(text)
    assert (list(found), problems) == (["11", "12"], {})
    assert found["11"].text == "A tight tale.\n\nRead it."
    assert facts(found["11"].given) == {
        "film": "The Third Man",
        "year": "1950",
        "published": "2020-03-04",
        "rating": "4/5",
    }
    assert facts(found["12"].given) == {"film": "Laura", "year": "1943"}


_CELLS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029")
    | st.sampled_from("\",;|\t\n'"),
    max_size=30,
)


@given(st.lists(st.tuples(_CELLS, _CELLS), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_whatever_is_written_is_read(rows: list[tuple[str, str]], delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("film", "review"), *rows])
    held: list[tuple[str, str]] = []
    for item in unpack(out.getvalue().encode(), "a.csv", root="reviews"):
        if not isinstance(item, Problem):
            fields = json.loads(item.data)["fields"]
            held.append((fields.get("film", ""), fields["text"]))
    null = {"", "~", "-", "null", "none", "nan", "n/a"}
    expected = [
        (film if film.strip() else "", text)
        for film, text in rows
        if any(map(str.isalnum, text)) and text.strip().casefold() not in null
    ]
    assert held == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for item in unpack(b"film,review\n" + data, "a.csv", root="reviews"):
        if not isinstance(item, Problem):
            with contextlib.suppress(FileRejected):
                assert parse_document(item).text


def pullquote(cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=cwd,
        env={**os.environ, "PULLQUOTE_DATABASE": "pullquote.db", "PYTHONPATH": str(HERE)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def test_load_and_export_a_table_with_columns_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    table = "nm;yr;body_tx;who;pts;when\nRope;1948;A tense film.;Ada Brook;8/10;2004-01-02\n"
    (tmp_path / "reviews" / "club.csv").write_text(table, "utf-8")
    mapped = "text=body_tx,film=nm,year=yr,critic=who,rating=pts,date=when"
    done = pullquote(tmp_path, "load", "reviews", "--map", mapped)
    assert (done.returncode, done.stdout.split(",")[0]) == (0, "added 1"), done.stderr
    [line] = map(json.loads, pullquote(tmp_path, "export").stdout.splitlines())
    assert (line["source"], line["text"], line["film"], line["critic"], line["published"]) == (
        "club.csv#00001",
        "A tense film.",
        {"title": "Rope", "year": 1948},
        "Ada Brook",
        "2004-01-02",
    )
    assert [(score["raw"], score["given"]) for score in line["scores"]] == [("8/10", "column: pts")]
    done = pullquote(tmp_path, "load", "reviews", "--map", "text=nope")
    assert 'no column "nope"; its columns are nm, yr, body_tx, who, pts, when' in done.stderr
    done = pullquote(tmp_path, "load", "reviews", "--map", "txt=body_tx")
    assert (done.returncode, "text, film, year" in done.stderr) == (2, True)
