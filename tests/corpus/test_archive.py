"""ZIPs: what is read, what is refused and in which words; real bombs, made here."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus import LIMITS, ManifestEntry, Problem, parse_document, unpack
from bot.corpus.archive import is_zip

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.models import RawFile

TEXT = "The camera never blinks, and neither did I. It is a splendid, airless stunt."
SMALL = replace(LIMITS, text=4096, container=65536, unpacked=20_000, ratio=20, ratio_from=1024, entries=12)


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data, method)
    return out.getvalue()


def opened(data: bytes, **changes: object) -> tuple[dict[str, RawFile], dict[str, str]]:
    """The reviews in a ZIP by source, and the reasons of what failed or was skipped."""
    limits = replace(LIMITS, **changes) if changes else LIMITS
    return sorted_out(unpack(data, "a.zip", root="reviews", limits=limits))


def sorted_out(items: Iterable[RawFile | Problem]) -> tuple[dict[str, RawFile], dict[str, str]]:
    found: dict[str, RawFile] = {}
    problems: dict[str, str] = {}
    for item in items:
        if isinstance(item, Problem):
            problems[item.source] = f"skipped: {item.reason}" if item.skipped else item.reason
        else:
            found[item.source] = item
    return found, problems


def test_members_are_files_below_the_zip() -> None:
    data = zipped(
        ("reviews/rope.md", f"---\nfilm: Rope\n---\n{TEXT}"),
        ("laura.txt", TEXT),
        ("more.json", '[{"id": "x1", "text": "Tense."}]'),
        ("poster.png", b"\x89PNG"),
        ("reviews/", b""),
        ("__MACOSX/._laura.txt", b"\x00\x05\x16\x07"),
        (".DS_Store", b"\x00"),
    )
    found, problems = opened(data)
    assert list(found) == ["a.zip/laura.txt", "a.zip/more.json#x1", "a.zip/reviews/rope.md"]
    assert found["a.zip/laura.txt"].data == TEXT.encode()
    assert found["a.zip/laura.txt"].form == "file"
    assert problems == {"a.zip/poster.png": "skipped: not a format this version reads"}


def test_a_zip_is_known_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    data = zipped(("a.txt", TEXT))
    for name in ("a.json", "a.txt", "a.csv", "a"):
        found, _ = sorted_out(unpack(data, name, root="reviews"))
        assert list(found) == [f"{name}/a.txt"]
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert is_zip(path)
    assert list(sorted_out(unpack(path, "a.zip", root="reviews"))[0]) == ["a.zip/a.txt"]
    for other in (b"Rope is tense.", b"PK", b""):
        assert sorted_out(unpack(other, "a.zip", root="reviews"))[1] == {
            "a.zip": "it is no ZIP, or a damaged one"
        }
    assert "cannot be read" in sorted_out(unpack(tmp_path / "none.zip", "a.zip", root="r"))[1]["a.zip"]


@pytest.mark.parametrize(
    "name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\evil.txt"]
)
def test_names_that_lead_out_are_reported_and_touch_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found, problems = opened(zipped((name, TEXT), ("good.txt", TEXT)))
    assert list(found) == ["a.zip/good.txt"]
    assert list(problems.values()) == ["its name leads out of the ZIP"]
    assert not list(tmp_path.iterdir())


def test_links_and_odd_names() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    found, problems = opened(zipped((link, "/etc/passwd"), ("a\nb.txt", TEXT), ("sub\\good.txt", TEXT)))
    assert list(found) == ["a.zip/sub/good.txt"]
    assert problems["a.zip/link.txt"] == "it is a link"
    assert problems["a.zip/a?b.txt"] == "its name holds characters that no name should"
    umlaut = zipped(("Fantome.txt", TEXT)).replace(b"Fantome", "Léon!".encode() + b"x")
    assert list(opened(umlaut)[0]) == ["a.zip/Léon!x.txt"]


def test_a_zip_in_a_zip_is_not_opened() -> None:
    inner = zipped(("a.txt", TEXT))
    found, problems = opened(zipped(("inner.zip", inner), ("disguised.txt", inner), ("b.txt", TEXT)))
    assert list(found) == ["a.zip/b.txt"]
    assert set(problems.values()) == {"a ZIP inside a ZIP is not opened"}
    assert len(problems) == 2


def test_encrypted_and_oddly_packed_members() -> None:
    locked = bytearray(zipped(("a.txt", TEXT)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + offset] |= 1
    assert opened(bytes(locked))[1] == {"a.zip/a.txt": "it is encrypted"}
    assert opened(zipped(("a.txt", TEXT), method=zipfile.ZIP_BZIP2))[1] == {
        "a.zip/a.txt": "it is packed with bzip2"
    }
    assert opened(zipped(("a.txt", TEXT), method=zipfile.ZIP_LZMA))[1] == {
        "a.zip/a.txt": "it is packed with lzma"
    }


def test_a_damaged_member_costs_no_other() -> None:
    data = bytearray(zipped(("a.txt", TEXT), ("b.txt", TEXT[::-1]), method=zipfile.ZIP_STORED))
    data[data.index(TEXT.encode())] ^= 1
    found, problems = opened(bytes(data))
    assert list(found) == ["a.zip/b.txt"]
    assert problems == {"a.zip/a.txt": "it is damaged within the ZIP"}


def test_a_member_that_lies_about_its_size() -> None:
    data = bytearray(zipped(("a.txt", b"x" * 3000)))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", data, data.index(signature) + offset, 30)
    assert opened(bytes(data))[1] == {"a.zip/a.txt": "it is damaged within the ZIP"}


def test_the_same_name_twice() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.txt", TEXT), ("a.txt", TEXT[::-1]))
    found, problems = opened(data)
    assert found["a.zip/a.txt"].data == TEXT.encode()
    assert problems == {"a.zip/a.txt": "the ZIP holds it twice; the first is read"}


def test_bombs() -> None:
    """Real ones: 62 MiB of blanks in 70 KB."""
    bomb = zipped(("bomb.csv", b" " * (60 << 20)), ("bomb.txt", b" " * (2 << 20)), ("good.txt", TEXT))
    assert len(bomb) < 70_000
    found, problems = opened(bomb)
    assert list(found) == ["a.zip/good.txt"]
    assert problems == {
        "a.zip/bomb.csv": "it grows to more than 200 times its size when unpacked",
        "a.zip/bomb.txt": "it is larger than 1024 KiB",
    }


def test_each_limit_in_words() -> None:
    many = zipped(*((f"{n}.txt", TEXT) for n in range(13)))
    assert sorted_out(unpack(many, "a.zip", root="r", limits=SMALL))[1] == {
        "a.zip": "it holds more than 12 files"
    }
    wide = zipped(*((f"{n}.txt", bytes(range(32, 127)) * 30) for n in range(8)), method=zipfile.ZIP_STORED)
    assert sorted_out(unpack(wide, "a.zip", root="r", limits=SMALL))[1] == {
        "a.zip": "what it holds is larger than 19 KiB when unpacked"
    }
    large = zipped(("a.txt", bytes(range(256)) * 300), method=zipfile.ZIP_STORED)
    assert sorted_out(unpack(large, "a.zip", root="r", limits=SMALL))[1] == {
        "a.zip": "it is larger than 64 KiB"
    }
    steep = zipped(("a.txt", b"fine " * 700))
    assert sorted_out(unpack(steep, "a.zip", root="r", limits=SMALL))[1] == {
        "a.zip/a.txt": "it grows to more than 20 times its size when unpacked"
    }


def test_a_directory_of_more_entries_than_are_read_is_refused_before_it_is() -> None:
    data = bytearray(zipped(("a.txt", TEXT)))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, 0x7FFFFFFF)
    assert opened(bytes(data))[1] == {"a.zip": "it holds more than 10,000 files"}


@given(st.binary(max_size=400), st.integers(0, 500), st.binary(max_size=8))
def test_whatever_bytes_a_zip_holds_nothing_is_raised(data: bytes, at: int, patch: bytes) -> None:
    whole = bytearray(zipped(("a.txt", data), ("b.json", data)))
    whole[at : at + len(patch)] = patch
    sorted_out(unpack(bytes(whole), "a.zip", root="r"))


def facts_of(raw: RawFile) -> dict[str, str]:
    """What is given beside a review, with where it was given."""
    facts = parse_document(raw).given
    fields = ("film", "year", "critic", "outlet", "published", "url")
    return {name: f"{one.value} ({one.where})" for name in fields if (one := getattr(facts, name))}


def test_a_manifest_inside_is_for_what_lies_beside_and_below_it() -> None:
    data = zipped(
        ("club/rope.md", f"---\ncritic: Bruno\noutlet: The Wick\n---\n{TEXT}"),
        ("club/old/gilda.txt", TEXT),
        ("club/more.json", '[{"id": "x1", "text": "Tense."}, {"id": "x2", "text": "Airless."}]'),
        ("gilda.txt", TEXT),
        (
            "club/manifest.toml",
            '["rope.md"]\nfilm = "Rope"\nyear = 1948\ncritic = "Ada"\ncast = ["James Stewart as Rupert Cadell"]\n'
            '["old/gilda.txt"]\nfilm = "Laura"\n["more.json"]\ncritic = "Ada"\n["more.json#x2"]\nfilm = "M"\n',
        ),
        ("club/old/manifest.toml", '["gilda.txt"]\nfilm = "Gilda"\n'),
    )
    found, problems = opened(data)
    assert problems == {}
    assert {source: facts_of(raw) for source, raw in found.items()} == {
        "a.zip/club/rope.md": {
            "film": "Rope (manifest: film)",
            "year": "1948 (manifest: year)",
            "critic": "Ada (manifest: critic)",
            "outlet": "The Wick (front matter: outlet)",
        },
        "a.zip/club/old/gilda.txt": {"film": "Gilda (manifest: film)"},
        "a.zip/club/more.json#x1": {"critic": "Ada (manifest: critic)"},
        "a.zip/club/more.json#x2": {"critic": "Ada (manifest: critic)", "film": "M (manifest: film)"},
        "a.zip/gilda.txt": {},
    }
    (credit,) = parse_document(found["a.zip/club/rope.md"]).given.credits
    assert (credit.person, credit.character, credit.where) == (
        "James Stewart",
        "Rupert Cadell",
        "manifest: cast",
    )
    assert found["a.zip/gilda.txt"].data == TEXT.encode()


def test_what_is_said_outside_wins_over_a_manifest_inside() -> None:
    data = zipped(
        ("rope.md", TEXT), ("manifest.toml", '["rope.md"]\nfilm = "Rope"\nyear = 1948\ncritic = "Ada"')
    )
    (raw,) = opened(data)[0].values()
    facts = parse_document(raw, ManifestEntry(critic="Bruno", given_by="edit")).given
    assert (facts.critic.value, facts.critic.where) == ("Bruno", "edit: critic")
    assert (facts.film.value, facts.film.where) == ("Rope", "manifest: film")
    assert parse_document(raw, ManifestEntry(film="Gilda")).given.year is None  # it was the other film's


def test_another_manifest_inside_is_another_digest() -> None:
    says = (
        '["rope.md"]\ncritic = "Ada"',
        '["rope.md"]\ncritic = "Bruno"',
        '["other.md"]\ncritic = "Ada"',
        "",
    )
    digests = [
        raw.digest
        for said in says
        for raw in opened(zipped(("rope.md", TEXT), ("manifest.toml", said)))[0].values()
    ]
    assert len(set(digests)) == 3
    assert digests[2] == digests[3]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("[rope.md\n", "sub/manifest.toml is not valid TOML"),
        ('["rope.md"]\nstars = 4\n', 'sub/manifest.toml: "rope.md" has a field "stars"'),
        (b"\xff\xfe", "sub/manifest.toml is not UTF-8"),
        (b"#" * 5000, "sub/manifest.toml in it can't be read: it is larger than 4 KiB"),
        ("#" * 4000, "sub/manifest.toml in it can't be read: it grows to more than 20 times"),
    ],
)
def test_a_broken_manifest_inside_is_the_whole_zips(said: bytes | str, reason: str) -> None:
    data = zipped(("rope.md", TEXT), ("sub/manifest.toml", said))
    found, problems = sorted_out(unpack(data, "a.zip", root="reviews", limits=SMALL))
    assert found == {}
    assert list(problems) == ["a.zip"]
    assert problems["a.zip"].startswith(reason)
    assert not problems["a.zip"].endswith(".")


def test_a_manifest_that_leads_out_says_nothing() -> None:
    data = zipped(("rope.md", TEXT), ("../manifest.toml", "[broken"))
    found, problems = opened(data)
    assert (list(found), problems) == (
        ["a.zip/rope.md"],
        {"a.zip/../manifest.toml": "its name leads out of the ZIP"},
    )


def test_an_entry_of_a_manifest_inside_without_a_file_is_named() -> None:
    data = zipped(
        ("rope.md", TEXT), ("manifest.toml", '["rope.md"]\n["gilda.md"]\nfilm = "Gilda"\n["a\\u0007"]\n')
    )
    missing = "skipped: the manifest names it, but there is no such file"
    assert opened(data)[1] == {"a.zip/gilda.md": missing, "a.zip/a?": missing}


def test_a_long_entry_isnt_kept_with_each_of_many_rows() -> None:
    cast = ", ".join(f'"Person Number {n}"' for n in range(1500))
    rows = '[{"text": "Tense."}, {"text": "Airless."}]'
    data = zipped(
        ("more.json", rows), ("manifest.toml", f'["more.json"]\ncast = [{cast}]'), ("rope.md", TEXT)
    )
    found, problems = opened(data)
    assert list(found) == ["a.zip/rope.md"]
    assert set(problems.values()) == {"its manifest says more than 16 KiB of it"}


def test_a_member_that_is_smaller_than_the_zip_says_is_not_read() -> None:
    data = bytearray(zipped(("rope.md", TEXT), ("laura.md", TEXT)))
    at = data.index(b"PK\x01\x02") + 24  # where the directory has the size unpacked
    struct.pack_into("<L", data, at, len(TEXT) + 10)
    found, problems = opened(bytes(data))
    assert list(found) == ["a.zip/laura.md"]
    assert problems == {"a.zip/rope.md": "it is not as large as the ZIP says"}


def test_what_is_called_a_zip_in_a_zip_isnt_looked_into() -> None:
    assert opened(zipped(("b.zip", TEXT)))[1] == {"a.zip/b.zip": "a ZIP inside a ZIP is not opened"}
