"""Letterboxd's account export, as the ZIP it comes in and as the bare reviews.csv."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.corpus import Problem, parse_document, unpack

if TYPE_CHECKING:
    from bot.models import Document, GivenFacts

HERE = Path(__file__).resolve().parents[2]
REVIEWS = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
DIARY = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
RATINGS = "Date,Name,Year,Letterboxd URI,Rating\n"
WATCHED = "Date,Name,Year,Letterboxd URI\n"
PROFILE = (
    "Date Joined,Username,Given Name,Family Name,Email Address,Location,Website,Bio,Pronoun,Favorite Films\n"
)
ROPE = '2024-02-12,Rope,1948,https://boxd.it/1aBc,3.5,,"A <i>tense</i>, ""sharp"" film.",club,2024-02-11\n'
GILDA = "2024-03-01,Gilda,1946,https://boxd.it/2cDe,,Yes,The best noir there is.,,2024-02-28\n"
FILES = {
    "reviews.csv": REVIEWS + ROPE + GILDA,
    "diary.csv": DIARY + "2024-03-01,Gilda,1946,https://boxd.it/2cDe,,Yes,,2024-02-28\n",
    "ratings.csv": RATINGS + "2024-03-01,Gilda,1946,https://boxd.it/film,4.5\n",
    "watched.csv": WATCHED + "2024-03-01,Gilda,1946,https://boxd.it/film\n",
    "watchlist.csv": WATCHED,
    "profile.csv": PROFILE + "2020-01-01,adab,Ada,Brook,secret@example.org,,,,,\n",
    "comments.csv": "Date,Content,Comment\n2024-01-01,https://boxd.it/5n,What a fine comment.\n",
    "likes/films.csv": WATCHED,
    "likes/reviews.csv": "Date,Content\n2023-08-07,https://boxd.it/4l\n",
    "lists/best.csv": "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n",
    "deleted/reviews.csv": REVIEWS + GILDA.replace("best", "worst"),
    "orphaned/reviews.csv": REVIEWS + "2025-02-14,A Show,2025,,,,Gone with its film.,,2025-02-09\n",
}


def zipped(files: dict[str, str], folder: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(folder + name, text)
    return out.getvalue()


def read(data: bytes | str, name: str = "export.zip") -> tuple[dict[str, Document], dict[str, str]]:
    found: dict[str, Document] = {}
    problems: dict[str, str] = {}
    for item in unpack(data if isinstance(data, bytes) else data.encode(), name, root="reviews"):
        if isinstance(item, Problem):
            problems[item.source] = f"skipped: {item.reason}" if item.skipped else item.reason
        else:
            found[item.source] = parse_document(item)
    return found, problems


def facts(given: GivenFacts) -> dict[str, tuple[str, str]]:
    """What is given, and where."""
    held = {
        name: (value.value, value.where)
        for name in ("film", "year", "critic", "published", "url", "outlet", "headline")
        if (value := getattr(given, name))
    }
    if given.ratings:
        held["rating"] = given.ratings[0].value, given.ratings[0].where
    return held


@pytest.mark.parametrize("folder", ["", "letterboxd-adab-2026-01-02-10-30-utc/"])
def test_the_export_as_downloaded(folder: str) -> None:
    found, problems = read(zipped(FILES, folder))
    assert list(found) == [f"export.zip/{folder}reviews.csv#{name}" for name in ("1aBc", "2cDe")]
    rope, gilda = found.values()
    assert rope.text == 'A tense, "sharp" film.'
    assert facts(rope.given) == {
        "film": ("Rope", "letterboxd: Name"),
        "year": ("1948", "letterboxd: Year"),
        "critic": ("Ada Brook", "letterboxd: profile.csv Given Name Family Name"),
        "published": ("2024-02-12", "letterboxd: Date"),
        "url": ("https://boxd.it/1aBc", "letterboxd: Letterboxd URI"),
        "rating": ("3.5/5", "letterboxd: Rating"),
    }
    assert facts(gilda.given)["rating"] == ("4.5/5", "letterboxd: ratings.csv Rating")
    [(source, reason)] = problems.items()
    assert source == f"export.zip/{folder}comments.csv"
    expected = "comments.csv, deleted, likes, lists, orphaned and watchlist.csv"
    assert reason == f"skipped: of Letterboxd's export only reviews are read, not {expected}"


def test_nothing_of_the_member_but_a_name_is_kept() -> None:
    assert not any(
        "secret" in item.data.decode() + item.source
        for item in unpack(zipped(FILES), "export.zip", root="reviews")
        if not isinstance(item, Problem)
    )


@pytest.mark.parametrize(
    ("profile", "critic"),
    [
        ("2020-01-01,adab,Ada,,x@example.org,,,,,", ("Ada", "letterboxd: profile.csv Given Name")),
        ("2020-01-01,adab,,,x@example.org,,,,,", ("adab", "letterboxd: profile.csv Username")),
        ("", None),
    ],
)
def test_whose_reviews_they_are(profile: str, critic: tuple[str, str] | None) -> None:
    found, _ = read(zipped(FILES | {"profile.csv": PROFILE + profile}))
    assert {facts(document.given).get("critic") for document in found.values()} == {critic}


def test_the_diary_fills_in_by_the_entrys_address() -> None:
    reviews = REVIEWS + ",Gilda,1946,https://boxd.it/2cDe,,,Fine.,,\n,M,1931,https://boxd.it/none,,,Dark.,,\n"
    diary = DIARY + "2024-03-01,Gilda,1946,https://boxd.it/2cDe,5,,,2024-02-28\n"
    found, _ = read(zipped(FILES | {"reviews.csv": reviews, "diary.csv": diary}))
    gilda, m = (facts(document.given) for document in found.values())
    assert gilda["published"] == ("2024-02-28", "letterboxd: Watched Date")
    assert gilda["rating"] == ("5/5", "letterboxd: diary.csv Rating")
    assert "published" not in m
    assert "rating" not in m


def test_a_films_rating_is_no_ones_where_it_was_reviewed_twice() -> None:
    again = GILDA.replace("2cDe", "3eFg").replace("best", "worst")
    found, _ = read(zipped(FILES | {"reviews.csv": REVIEWS + GILDA + again}))
    assert len(found) == 2
    assert not any(document.given.ratings for document in found.values())


def test_what_is_broken_beside_the_reviews_costs_no_review() -> None:
    files = FILES | {"diary.csv": "\0\1\2\3" * 90, "profile.csv": "", "ratings.csv": RATINGS + '"a,"b\n'}
    found, problems = read(zipped(files))
    assert len(found) == 2
    assert problems["export.zip/diary.csv"] == "it is binary, not text"
    assert problems["export.zip/profile.csv"] == "it is empty"


def test_broken_rows_and_rows_without_words() -> None:
    rated = "2024-04-01,Laura,1944,https://boxd.it/3,4,,,,2024-04-01\n"
    files = FILES | {"reviews.csv": REVIEWS + "Rope,1948\n" + ROPE + rated}
    found, problems = read(zipped(files))
    assert len(found) == 1
    assert problems["export.zip/reviews.csv#00001"] == "it has 2 cells where the header has 9"
    assert problems["export.zip/reviews.csv"] == "skipped: 1 row without a review text"


def test_an_export_without_reviews() -> None:
    files = {name: text for name, text in FILES.items() if name != "reviews.csv"}
    found, problems = read(zipped(files))
    assert found == {}
    assert "this export of Letterboxd holds no reviews.csv" in problems.values()
    assert read(zipped(FILES | {"reviews.csv": "a,b\n1,2\n"}))[0] == {}


def test_other_zips_are_no_export() -> None:
    text = "film,review\nRope,Tense.\n"
    found, problems = read(zipped({"reviews.csv": text, "ratings.csv": text}))
    assert (list(found), problems) == (
        ["export.zip/ratings.csv#00001", "export.zip/reviews.csv#00001"],
        {},
    )


def test_the_bare_file_wherever_it_stands() -> None:
    found, problems = read(REVIEWS + ROPE + GILDA, "sub/reviews.csv")
    assert (list(found), problems) == (["sub/reviews.csv#1aBc", "sub/reviews.csv#2cDe"], {})
    rope, gilda = (facts(document.given) for document in found.values())
    assert (rope["film"], rope["rating"]) == (
        ("Rope", "letterboxd: Name"),
        ("3.5/5", "letterboxd: Rating"),
    )
    assert "rating" not in gilda
    assert "critic" not in gilda


@pytest.mark.parametrize(
    "name", ["deleted/reviews.csv", "orphaned/reviews.csv", "likes/reviews.csv", "comments.csv"]
)
def test_the_other_tables_of_an_unpacked_export_give_no_reviews(name: str) -> None:
    found, problems = read(FILES[name], name)
    assert found == {}
    assert list(problems) == [name]


def test_quotations_leave_the_paragraphs_apart() -> None:
    text = "First of\nall.\n\nSecond & more.\n\n<blockquote>They said so.</blockquote>\n\nThird, I <3 it."
    [document] = read(REVIEWS + f'2024-02-12,Rope,1948,https://boxd.it/1,,,"{text}",,\n', "a.csv")[0].values()
    paragraphs = document.text.split("\n\n")
    assert [" ".join(paragraph.split()) for paragraph in paragraphs] == [
        "First of all.",
        "Second & more.",
        "They said so.",
        "Third, I <3 it.",
    ]


def test_load_and_export(tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "letterboxd.zip").write_bytes(zipped(FILES))

    def pullquote(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=tmp_path,
            env={**os.environ, "PULLQUOTE_DATABASE": "pullquote.db", "PYTHONPATH": str(HERE)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )

    done = pullquote("load", "reviews")
    assert (done.returncode, done.stdout.strip()) == (
        0,
        "added 2, changed 0, unchanged 0, moved 0, removed 0, failed 0",
    )
    lines = [json.loads(line) for line in pullquote("export").stdout.splitlines()]
    assert [
        (line["film"], line["critic"], line["published"], line["url"], line["scores"][0]["percent"])
        for line in lines
    ] == [
        ({"title": "Rope", "year": 1948}, "Ada Brook", "2024-02-12", "https://boxd.it/1aBc", 70.0),
        ({"title": "Gilda", "year": 1946}, "Ada Brook", "2024-03-01", "https://boxd.it/2cDe", 90.0),
    ]
    assert pullquote("load", "reviews").stdout.startswith("added 0, changed 0, unchanged 2")
    (tmp_path / "reviews" / "letterboxd.zip").write_bytes(
        zipped(FILES | {"reviews.csv": REVIEWS + ROPE.replace("3.5", "4")})
    )
    assert pullquote("load", "reviews").stdout.splitlines() == [
        "added 0, changed 1, unchanged 0, moved 0, removed 1, failed 0",
        "removed: reviews/letterboxd.zip/reviews.csv#2cDe",
    ]
