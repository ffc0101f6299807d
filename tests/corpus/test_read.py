"""Listing a folder: what is a review, what is not, and nothing from outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.corpus import list_files, parse_document, read_file, read_manifests
from bot.corpus.manifest import ManifestError
from bot.corpus.read import SIZE_LIMIT, ListedFile
from bot.errors import FileRejected, SettingsError
from bot.models import RawFile


def write(folder: Path, *names: str, text: str = "A review.") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def sources(folder: Path) -> list[str]:
    return [file.source for file in list_files(folder).files]


def test_files_below_a_folder_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "sub/deep/c.MARKDOWN", "sub/a.txt", "A.txt")
    assert sources(tmp_path) == ["A.txt", "a.md", "b.txt", "sub/a.txt", "sub/deep/c.MARKDOWN"]
    assert list_files(tmp_path).root == tmp_path.name


def test_hidden_files_are_passed_over_and_others_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/x.txt", "notes.docx", "manifest.toml", "sub/manifest.toml")
    listing = list_files(tmp_path)
    assert [file.source for file in listing.files] == ["a.txt"]
    assert [(problem.source, problem.reason) for problem in listing.skipped] == [
        ("notes.docx", "not a format this version reads")
    ]
    assert [file.source for file in listing.manifests] == ["manifest.toml", "sub/manifest.toml"]


def test_links_neither_loop_nor_lead_out(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    write(root, "a.txt", ".data/real.txt")
    write(outside, "secret.txt")
    (root / "loop").symlink_to(root)
    (root / "self.txt").symlink_to(root / "self.txt")
    (root / "inside.txt").symlink_to(root / ".data" / "real.txt")
    (root / "out.txt").symlink_to(outside / "secret.txt")
    (root / "folder").symlink_to(outside)
    (root / "dangling.txt").symlink_to(root / "nowhere.txt")
    listing = list_files(root)
    assert [file.source for file in listing.files] == ["a.txt", "inside.txt"]
    assert [problem.source for problem in listing.skipped] == ["folder", "out.txt"]
    assert [problem.source for problem in listing.unreadable] == ["dangling.txt", "self.txt"]


def test_a_folder_that_is_itself_a_link_keeps_the_name_it_is_called_by(tmp_path: Path) -> None:
    write(tmp_path / "v2", "a.txt")
    (tmp_path / "reviews").symlink_to(tmp_path / "v2")
    listing = list_files(tmp_path / "reviews")
    assert (listing.root, [file.source for file in listing.files]) == ("reviews", ["a.txt"])


@pytest.mark.skipif(os.name != "posix", reason="POSIX names")
def test_names_that_no_database_takes_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "new\nline.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("A review.")
    os.mkfifo(tmp_path / "pipe.txt")
    listing = list_files(tmp_path)
    assert [file.source for file in listing.files] == ["a.txt"]
    assert len(listing.unreadable) == 2


def test_one_file_stands_for_itself_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt", "manifest.toml", text='["a.txt"]\nyear = 1948')
    listing = list_files(tmp_path / "a.txt")
    assert (listing.root, listing.whole) == (tmp_path.name, False)
    assert [file.source for file in listing.files] == ["a.txt"]
    assert read_manifests(listing)["a.txt"].year == 1948


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="There is no folder or file"):
        list_files(tmp_path / "nowhere")


def test_manifests_of_subfolders_name_files_below_them_and_win(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt")
    write(tmp_path, "manifest.toml", text='["sub/a.txt"]\nyear = 1948\n["b.txt"]\nyear = 1949')
    write(tmp_path, "sub/manifest.toml", text='["./a.txt"]\nyear = 1950')
    entries = read_manifests(list_files(tmp_path))
    assert {source: entry.year for source, entry in entries.items()} == {"sub/a.txt": 1950, "b.txt": 1949}


def test_a_manifest_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_bytes('["a.txt"]\nfilm = "Amélie"'.encode("cp1252"))
    with pytest.raises(ManifestError, match=r"manifest\.toml is not UTF-8"):
        read_manifests(list_files(tmp_path))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"x" * (SIZE_LIMIT + 1), "larger than 1024 KiB"),
    ],
)
def test_bytes_that_are_no_review(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(FileRejected, match=reason):
        read_file(ListedFile("a.txt", tmp_path / "a.txt"), "root")


def test_a_file_that_went_away_since(tmp_path: Path) -> None:
    with pytest.raises(FileRejected, match="cannot be read"):
        read_file(ListedFile("a.txt", tmp_path / "a.txt"), "root")


def test_punctuation_is_no_review() -> None:
    with pytest.raises(FileRejected, match="no words"):
        parse_document(RawFile("root", "a.txt", "", b"--- *** ---"))


def test_front_matter_is_no_part_of_the_text() -> None:
    document = parse_document(
        RawFile("root", "a.md", "", b"---\nfilm: Rope\n---\n\n# Rope\n\nIt is *tense*.\n")
    )
    assert document.text == "Rope\n\nIt is tense."
    assert [document.text[start:end] for start, end in document.emphasis] == ["tense"]
    assert document.given.film is not None
