"""What is read of a file or a text before anything is stored, and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from giving import ANN, BEN, CLUB, FERN, OTHER, ROPE, add, table, texts

from bot.errors import LimitReached, NotUnderstood
from bot.library import Librarian, LibraryLimits, parse_edits
from bot.models import Edits, Film


async def test_a_review_is_understood_before_anything_is_stored(librarian, store):
    understood = await librarian.understand(CLUB, ANN, "rope.md", ROPE.encode())
    (review,) = understood.reviews
    assert (review.film, review.critic) == (Film("Rope", 1948), "Ada Sample")
    assert (review.score.raw, review.score.percent) == ("4/5", 80.0)
    assert review.quotes > 0
    assert review.words in ROPE
    assert (understood.many, understood.count, understood.problems) == (False, 1, ())
    assert await store.server_libraries() == {}


async def test_members_have_the_last_word(librarian, store):
    said = parse_edits(
        film="The Rope (1949)", critic="Cora", outlet="The Beacon", url="https://example.org/r"
    )
    understood = await librarian.understand(CLUB, ANN, "rope.md", ROPE.encode(), said)
    (review,) = understood.reviews
    assert (review.film, review.critic, review.outlet) == (Film("The Rope", 1949), "Cora", "The Beacon")
    again = await librarian.reconsider(CLUB, understood, Edits(critic="Dora"))
    assert (again.reviews[0].film, again.reviews[0].critic) == (Film("Rope", 1948), "Dora")
    public = await librarian.add(CLUB, ANN, again)
    (fact,) = await store.facts(CLUB)
    assert (fact.facts.critic, (await store.original(CLUB, public)).given) == ("Dora", Edits(critic="Dora"))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "can't|can be read"),
        ("a.txt", b"\x00\x01\x02\x03" * 100, "can be read"),
        ("a.txt", b"... --- ...", "no words"),
        ("a.zip", b"PK\x03\x04 and then nothing", "ZIP"),
        ("a.csv", b"only,a,header\n", "can be read"),
    ],
)
async def test_what_is_no_review_is_said_to_be_none(librarian, store, name, data, reason):
    with pytest.raises(NotUnderstood, match=reason):
        await librarian.understand(CLUB, ANN, name, data)
    assert await store.server_libraries() == {}


async def test_a_file_is_what_it_holds_and_not_what_it_is_called(librarian):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("rope.md", ROPE)
        packed.writestr("../../fern.md", FERN)
    understood = await librarian.understand(CLUB, ANN, "../holiday.txt", out.getvalue())
    assert understood.many
    assert [review.source for review in understood.reviews] == ["holiday.txt/rope.md"]
    assert [problem.source for problem in understood.problems] == ["holiday.txt/../../fern.md"]


async def test_what_is_like_another_is_pointed_out(librarian):
    await add(librarian, ROPE, "rope.md")
    other = ROPE.replace("gruesome", "endless")
    for data, same in ((ROPE, True), (other, False)):
        understood = await librarian.understand(CLUB, ANN, "again.md", data.encode())
        assert [(one.source, one.same_text) for one in understood.reviews[0].duplicates] == [
            ("rope.md", same)
        ]
        elsewhere = await librarian.understand(OTHER, ANN, "again.md", data.encode())
        assert elsewhere.reviews[0].duplicates == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"film": "x" * 201},
        {"film": "???"},
        {"year": "1948"},
        {"film": "Rope", "year": "soon"},
        {"film": "Rope", "year": "1066"},
        {"critic": "\u202eada"},
        {"published": "whenever"},
        {"url": "javascript:alert(1)"},
        {"url": "https://"},
        {"url": "https://example.org/a b"},
    ],
)
def test_fields_that_make_no_sense_are_refused(fields):
    with pytest.raises(NotUnderstood):
        parse_edits(**fields)


async def test_limits_are_worded(store, world):
    limits = LibraryLimits(reviews=2, upload=400, uploads=3, seconds=60)
    librarian = Librarian(store, clock=world.clock, now=world.now, limits=limits)
    with pytest.raises(LimitReached, match="larger than"):
        await librarian.understand(CLUB, ANN, "a.md", b"x" * 401)
    await add(librarian, ROPE)
    await add(librarian, FERN)
    full = await librarian.understand(CLUB, ANN, "c.md", b"A third one is a superb thing.")
    with pytest.raises(LimitReached, match="this one is full"):
        await librarian.add(CLUB, ANN, full)
    with pytest.raises(LimitReached, match="go on in 60 s"):
        await librarian.understand(CLUB, ANN, "c.md", b"A fourth.")
    await librarian.understand(CLUB, BEN, "c.md", b"Another member's.")
    world.seconds = 60
    await librarian.understand(CLUB, ANN, "c.md", b"A fourth.")
    assert len(await texts(store)) == 2
    big = await librarian.understand(CLUB, ANN, "t.csv", table(2))
    with pytest.raises(LimitReached, match="this one is full"):
        await librarian.begin_import(CLUB, ANN, big)
    assert await librarian.unfinished_imports() == ()
