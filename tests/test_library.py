"""A server's library from what members give to what is answered: the service, on a real database and real reviews."""

from __future__ import annotations

import asyncio
import csv
import io
import signal
import sys
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import Gone, LimitReached, NotAllowed, NotUnderstood
from bot.library import Librarian, LibraryLimits, parse_edits
from bot.models import Edits, Film
from bot.store import Store
from bot.store.records import OriginalState
from bot.views import Adders, LibrarySettings, Scope

CLUB, OTHER = 501, 502
ANN, BEN = 1, 2
OWN = Scope((CLUB,))

ROPE = """---
title: Rope
year: 1948
critic: Ada Sample
rating: 4/5
cast: [James Stewart as Rupert Cadell]
---
Hitchcock's camera glides through the flat with gruesome patience. The party is a superb exercise in nerves.
"""
FERN = """---
title: Fern
year: 1950
critic: Bo Example
---
A gentle comedy with a dull middle. The music is lovely and the ending is a marvellous surprise.
"""


class World:
    """A clock and a calendar that stand still until told."""

    def __init__(self):
        self.seconds = 0.0
        self.day = datetime(2026, 3, 1, tzinfo=UTC)

    def clock(self):
        return self.seconds

    def now(self):
        return self.day


@pytest.fixture
def world():
    return World()


@pytest.fixture
async def store(tmp_path):
    async with await Store.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def librarian(store, world):
    return Librarian(store, clock=world.clock, now=world.now)


async def add(librarian, text, name="a.md", library=CLUB, user=ANN, edits=None):
    understood = await librarian.understand(library, user, name, text.encode(), edits)
    return await librarian.add(library, user, understood)


async def texts(store, library=CLUB):
    return [one.text async for one in store.exported_reviews(library)]


async def sources(store, library=CLUB):
    return [one.source async for one in store.exported_reviews(library)]


def table(count, start=0):
    """A table of reviews, as bytes."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["film", "year", "critic", "rating", "text"])
    for n in range(start, start + count):
        writer.writerow(
            [f"Film {n}", 1950 + n % 50, f"Critic {n % 7}", "7/10", f"A superb and dreadful film {n}. Go!"]
        )
    return out.getvalue().encode()


async def begin(librarian, data, name="films.csv", library=CLUB, user=ANN):
    understood = await librarian.understand(library, user, name, data)
    return await librarian.begin_import(library, user, understood)


# --- what is understood


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


# --- limits


async def test_limits_are_worded(store, world):
    limits = LibraryLimits(reviews=2, upload=400, uploads=3, seconds=60)
    librarian = Librarian(store, clock=world.clock, now=world.now, limits=limits)
    with pytest.raises(LimitReached, match="larger than"):
        await librarian.understand(CLUB, ANN, "a.md", b"x" * 401)
    await add(librarian, ROPE)
    await add(librarian, FERN)
    full = await librarian.understand(CLUB, ANN, "c.md", b"A third one is a superb thing.")
    with pytest.raises(LimitReached, match="room for 0 more"):
        await librarian.add(CLUB, ANN, full)
    with pytest.raises(LimitReached, match="go on in 60 s"):
        await librarian.understand(CLUB, ANN, "c.md", b"A fourth.")
    await librarian.understand(CLUB, BEN, "c.md", b"Another member's.")
    world.seconds = 60
    await librarian.understand(CLUB, ANN, "c.md", b"A fourth.")
    assert len(await texts(store)) == 2
    big = await librarian.understand(CLUB, ANN, "t.csv", table(2))
    with pytest.raises(LimitReached, match="room for 0 more"):
        await librarian.begin_import(CLUB, ANN, big)
    assert await librarian.unfinished_imports() == ()


# --- one review


async def test_what_is_added_is_answered_from(librarian, store):
    public = await add(librarian, ROPE, "rope.md")
    assert (await store.film_card(OWN, "Rope")).scored == 1
    (card,) = await store.review_cards(OWN, "Rope", "Ada")
    assert (card.review.id, card.review.source) == (public, "rope.md")
    assert [member.entry.person for member in (await store.film_cast(OWN, "Rope")).cast] == ["James Stewart"]
    assert (await store.holdings(Scope((0, OTHER)))).reviews == 0
    # A second file of the same name is another review.
    assert await add(librarian, FERN, "rope.md") != public
    assert await sources(store) == ["rope-2.md", "rope.md"]
    choices = await librarian.complete(CLUB, "fern")
    assert [choice.name for choice in choices] == ["Fern (1950) · Bo Example · rope-2.md"]
    assert await librarian.complete(CLUB, "fern", user=BEN) == await librarian.complete(OTHER, "") == ()


async def test_an_edit_reads_what_was_given_again(librarian, store):
    public = await add(librarian, ROPE)
    assert [choice.value for choice in await librarian.complete(CLUB, "ada")] == [public]
    await librarian.edit(CLUB, public, Edits(film="Rope Unlimited", critic="Cora"))
    assert await librarian.complete(CLUB, "ada") == ()
    assert [choice.name for choice in await librarian.complete(CLUB, "")] == ["Rope Unlimited · Cora · a.md"]
    (card,) = await store.review_cards(OWN, "Rope Unlimited", "Cora")
    assert (card.review.id, card.scores[0].raw) == (public, "4/5")
    assert [one.name for one in await store.complete_films(OWN, "")] == ["Rope Unlimited"]
    await librarian.edit(CLUB, public, Edits())  # takes the place of the earlier ones
    assert (await store.review_cards(OWN, "Rope", "Ada Sample"))[0].review.id == public
    with pytest.raises(Gone):
        await librarian.edit(CLUB, public, Edits(), user=BEN)
    with pytest.raises(Gone):
        await librarian.edit(OTHER, public, Edits())


async def test_what_is_removed_is_gone(librarian, store):
    public = await add(librarian, ROPE)
    await add(librarian, FERN, "fern.md")
    for library, user in ((CLUB, BEN), (OTHER, None)):
        with pytest.raises(Gone):
            await librarian.remove(library, public, user=user)
    await librarian.remove(CLUB, public, user=ANN)
    assert await sources(store) == ["fern.md"]
    assert [one.film.title for one in await store.exported_films(CLUB)] == ["Fern"]
    with pytest.raises(Gone):
        await librarian.remove(CLUB, public)


async def test_a_member_takes_back_all_they_gave(librarian, store):
    await librarian.put_settings(CLUB, LibrarySettings(Adders.EVERYONE))
    await add(librarian, ROPE, user=BEN)
    kept = await add(librarian, FERN, user=ANN)
    await librarian.propose(CLUB, BEN, await librarian.understand(CLUB, BEN, "c.md", b"A superb third one."))
    await add(librarian, ROPE, user=BEN, library=OTHER)
    assert await librarian.remove_all_of(CLUB, BEN) == 2
    assert [one.id for one in (await store.originals(CLUB, list(OriginalState))).lines] == [kept]
    assert len(await texts(store, OTHER)) == 1


# --- proposals


async def test_members_propose_and_managers_approve(librarian, store):
    understood = await librarian.understand(CLUB, BEN, "rope.md", ROPE.encode())
    with pytest.raises(NotAllowed):
        await librarian.propose(CLUB, BEN, understood)
    await librarian.put_settings(CLUB, LibrarySettings(Adders.EVERYONE))
    first = await librarian.propose(CLUB, BEN, understood)
    second = await librarian.propose(CLUB, BEN, understood)
    assert await texts(store) == []
    await librarian.edit(CLUB, first, Edits(critic="Cora"), user=BEN)
    await librarian.approve(CLUB, first)
    assert (await store.review_cards(OWN, "Rope", "Cora"))[0].review.id == first
    await librarian.drop(CLUB, second)
    for change in (librarian.approve, librarian.drop):
        for original in (first, second):
            with pytest.raises(Gone):
                await change(CLUB, original)
    assert len(await texts(store)) == 1
    many = await librarian.understand(CLUB, BEN, "t.csv", table(2))
    with pytest.raises(NotAllowed):
        await librarian.propose(CLUB, BEN, many)


async def test_the_queue_is_bounded(store, world):
    librarian = Librarian(
        store, clock=world.clock, now=world.now, limits=LibraryLimits(waiting=3, waiting_each=2)
    )
    await librarian.put_settings(CLUB, LibrarySettings(Adders.EVERYONE))
    understood = await librarian.understand(CLUB, BEN, "rope.md", ROPE.encode())
    for _ in range(2):
        await librarian.propose(CLUB, BEN, understood)
    with pytest.raises(LimitReached, match="of yours"):
        await librarian.propose(CLUB, BEN, understood)
    await librarian.propose(CLUB, ANN, understood)
    with pytest.raises(LimitReached, match="wait for approval here"):
        await librarian.propose(CLUB, ANN, understood)


# --- many reviews


async def test_an_import_keeps_what_is_new(librarian, store):
    understood = await librarian.understand(
        CLUB, ANN, "films.csv", table(6) + b",,,,\nRope,1948,Ada,4/5,???\n"
    )
    assert (understood.many, understood.count, understood.known, len(understood.reviews)) == (True, 6, 0, 5)
    assert understood.reviews[0].film == Film("Film 0", 1950)
    import_id = await librarian.begin_import(CLUB, ANN, understood)
    told = []
    report = await librarian.run_import(CLUB, import_id, lambda done, total: told.append((done, total)))
    assert (report.total, report.kept, report.failed, report.cancelled) == (6, 6, [], False)
    assert told[-1] == (6, 6)
    assert (await store.holdings(OWN)).films == 6
    # Again with two more: what is held is left out, and the same once more is nothing new.
    understood = await librarian.understand(CLUB, ANN, "films.csv", table(8))
    assert (understood.count, understood.known) == (2, 6)
    await librarian.run_import(CLUB, await librarian.begin_import(CLUB, ANN, understood))
    assert len(await texts(store)) == 8
    assert min(await sources(store)) == "films-2.csv#00007"
    with pytest.raises(NotUnderstood, match="holds every review"):
        await begin(librarian, table(8))
    assert await librarian.unfinished_imports() == ()


async def test_what_cannot_be_read_costs_nothing_else(librarian, store):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("rope.md", ROPE)
        packed.writestr("empty.md", "---\ntitle: Nothing\n---\n")
        packed.writestr("draft.html", "<html><body><script>alert(1)</script></body></html>")
    report = await librarian.run_import(CLUB, await begin(librarian, out.getvalue(), "club.zip"))
    assert report.kept == 1
    assert {problem.source for problem in report.failed} == {"club.zip/draft.html", "club.zip/empty.md"}
    assert await sources(store) == ["club.zip/rope.md"]
    assert await store.count_originals(CLUB) == 1


async def test_an_import_that_was_broken_off_goes_on(tmp_path, world):
    path = tmp_path / "library.db"
    async with await Store.open(path) as store:
        librarian = Librarian(store, clock=world.clock, now=world.now)
        import_id = await begin(librarian, table(30))
        running = asyncio.create_task(
            librarian.run_import(CLUB, import_id, lambda done, total: running.cancel())  # as a bot that stops
        )
        with pytest.raises(asyncio.CancelledError):
            await running
        kept = await texts(store)
        assert 0 < len(kept) < 30
        assert await store.needs_resolution(CLUB)
    async with await Store.open(path) as store:
        librarian = Librarian(store, clock=world.clock, now=world.now)
        (left,) = await librarian.unfinished_imports()
        assert (left.library, left.id, left.user, left.total, left.cancelled) == (
            CLUB,
            import_id,
            ANN,
            30,
            False,
        )
        with pytest.raises(LimitReached, match="one at a time"):
            await begin(librarian, table(3, start=50))
        report = await librarian.run_import(CLUB, import_id)
        assert (report.total, report.kept) == (30, 30)
        assert len(set(await texts(store))) == 30
        assert (await store.holdings(OWN)).films == 30
        assert await store.integrity() == ()


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.library import Librarian
from bot.store import Store

async def main():
    async with await Store.open(Path(sys.argv[1])) as store:
        librarian = Librarian(store)
        understood = await librarian.understand(501, 1, "films.csv", sys.stdin.buffer.read())
        import_id = await librarian.begin_import(501, 1, understood)
        await librarian.run_import(501, import_id, lambda done, total: os.kill(os.getpid(), signal.SIGKILL))

asyncio.run(main())
"""


async def test_an_import_survives_a_kill(tmp_path, world):
    path = tmp_path / "library.db"
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, str(path), stdin=asyncio.subprocess.PIPE
    )
    await killed.communicate(table(30))
    assert killed.returncode == -signal.SIGKILL
    async with await Store.open(path) as store:
        librarian = Librarian(store, clock=world.clock, now=world.now)
        (left,) = await librarian.unfinished_imports()
        assert 0 < await store.count_imported(CLUB, left.id) < 30
        report = await librarian.run_import(CLUB, left.id)
        assert (report.kept, report.failed) == (30, [])
        assert (len(set(await texts(store))), (await store.holdings(OWN)).films) == (30, 30)
        assert await store.integrity() == ()


@pytest.mark.parametrize("at", ["before", "on the way", "after a crash"])
async def test_a_cancelled_import_leaves_nothing(librarian, store, world, at):
    kept = await add(librarian, ROPE, "films.md")
    import_id = await begin(librarian, table(30))
    if at == "before":
        await librarian.cancel_import(CLUB, import_id)
    elif at == "on the way":
        cancelling = []

        def cancel(done, total):
            if not cancelling:
                cancelling.append(asyncio.ensure_future(librarian.cancel_import(CLUB, import_id)))

        report = await librarian.run_import(CLUB, import_id, cancel)
        await asyncio.gather(*cancelling)
        assert (report.cancelled, report.kept) == (True, 0)
    else:
        running = asyncio.create_task(
            librarian.run_import(CLUB, import_id, lambda done, total: running.cancel())
        )
        with pytest.raises(asyncio.CancelledError):
            await running
        await store.mark_cancelled(CLUB, import_id)
        librarian = Librarian(store, clock=world.clock, now=world.now)
        assert (await librarian.run_import(CLUB, import_id)).cancelled
    assert [one.id for one in (await store.originals(CLUB, list(OriginalState))).lines] == [kept]
    assert [one.film.title for one in await store.exported_films(CLUB)] == ["Rope"]
    assert await librarian.unfinished_imports() == ()
    with pytest.raises(Gone):
        await librarian.cancel_import(CLUB, import_id)
    with pytest.raises(Gone):
        await librarian.run_import(CLUB, import_id)
    assert await store.integrity() == ()


async def test_others_have_their_turn_during_an_import(librarian, store):
    import_id = await begin(librarian, table(38))
    seen = []

    async def meanwhile():
        public = await add(librarian, ROPE, "rope.md")
        seen.append((await store.film_card(OWN, "Rope")).scored)
        await librarian.edit(CLUB, public, Edits(critic="Cora"))
        await add(librarian, FERN, "fern.md", library=OTHER)
        seen.append(len(await librarian.unfinished_imports()))

    report, _ = await asyncio.gather(librarian.run_import(CLUB, import_id), meanwhile())
    assert report.kept == 38
    assert seen[0] == 1
    assert (await store.holdings(OWN)).films == 39
    assert (await store.review_cards(OWN, "Rope", "Cora"))[0].review.source == "rope.md"
    assert await sources(store, OTHER) == ["fern.md"]


async def test_a_library_forgotten_during_an_import_stays_empty(librarian, store):
    import_id = await begin(librarian, table(38))
    forgetting = []

    def forget(done, total):
        if not forgetting:
            forgetting.append(asyncio.ensure_future(librarian.forget(CLUB)))

    report = await librarian.run_import(CLUB, import_id, forget)
    await asyncio.gather(*forgetting)
    assert report.total == 38
    assert await store.server_libraries() == {}
    assert await texts(store) == []
    await add(librarian, ROPE)
    assert (await store.holdings(OWN)).reviews == 1


# --- rules that change


async def test_later_rules_read_what_was_given_again(librarian, store, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("bot.workers.VERSION", "an earlier one")
        old = await add(librarian, ROPE, edits=Edits(critic="Cora"))
    await add(librarian, FERN, "fern.md")
    before = {mark.id: mark.fingerprint for mark in await store.kept_marks(CLUB)}
    assert await librarian.refresh_all() == 1
    after = {mark.id: mark.fingerprint for mark in await store.kept_marks(CLUB)}
    assert [public for public in after if after[public] != before[public]] == [old]
    assert (await store.review_cards(OWN, "Rope", "Cora"))[0].review.id == old
    assert await librarian.refresh_stale(CLUB) == 0


# --- the library as a whole


async def test_settings_are_checked_and_kept(librarian, store, world):
    await librarian.put_settings(CLUB, LibrarySettings(attribution="  From  the club "))
    assert (await librarian.settings(CLUB)).attribution == "From the club"
    assert await Librarian(store).settings(CLUB) == await librarian.settings(CLUB)
    for wrong in (LibrarySettings(excerpt_limit=5), LibrarySettings(attribution="x" * 201)):
        with pytest.raises(NotUnderstood):
            await librarian.put_settings(CLUB, wrong)
    await librarian.forget(CLUB)
    assert await librarian.settings(CLUB) == LibrarySettings()


async def test_a_spelling_is_settled(librarian, store):
    await add(librarian, ROPE.replace("James Stewart", "Jimmy Stewert"))
    await librarian.spell(CLUB, "Jimmy Stewert", "James Stewart")
    assert [one.name for one in await store.complete_people(OWN, "stew")] == ["James Stewart"]
    await librarian.unspell(CLUB, "Jimmy Stewert")
    assert [one.name for one in await store.complete_people(OWN, "stew")] == ["Jimmy Stewert"]
    with pytest.raises(NotUnderstood):
        await librarian.spell(CLUB, "...", "James Stewart")


async def test_a_server_that_was_left_is_forgotten_in_time(librarian, store, world):
    await add(librarian, ROPE)
    await add(librarian, FERN, library=OTHER)
    await librarian.left(CLUB)
    world.day += timedelta(days=20)
    await librarian.joined(CLUB)  # in time
    await librarian.present({CLUB})  # and the other is found to be left, on start
    world.day += timedelta(days=29)
    assert await librarian.sweep() == ()
    world.day += timedelta(days=1)
    assert await librarian.sweep() == (OTHER,)
    assert await store.server_libraries() == {CLUB: False}
    await librarian.present(set())
    await librarian.present({CLUB})
    world.day += timedelta(days=31)
    assert await librarian.sweep() == ()
    assert await texts(store) == [ROPE.split("---\n")[2].strip()]


async def test_the_operators_library_is_none_of_the_librarians(librarian):
    understood = await librarian.understand(CLUB, ANN, "a.md", ROPE.encode())
    for change in (librarian.add(0, ANN, understood), librarian.forget(0), librarian.left(0)):
        with pytest.raises(ValueError, match="operator"):
            await change
