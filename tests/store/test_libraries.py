"""A server's library in the store: settings, what people gave, imports, spellings, leaving and forgetting."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from store_making import BOTH, GUILD, LAMP, OPERATOR, exported, load, overall, review, settle

from bot.daily import Daily, Due
from bot.errors import Gone, NoMatch, NothingFound, StoreError
from bot.models import Edits, Film, Spelling, Theme
from bot.settle import settle_films
from bot.store import Store
from bot.store.records import NewOriginal, OriginalState
from bot.store.schema import MIGRATIONS
from bot.views import Adders, LibrarySettings, Scope, Searched, Spoilers

OTHER = 6
NOW = datetime(2026, 3, 1, tzinfo=UTC)
THEIRS = "Vexmoor"


def given(source, text="Fog.", **edits):
    """Something a member gave."""
    return NewOriginal(
        source, "file", source, zlib.compress(text.encode()), f"digest of {text}", Edits(**edits)
    )


def read(source, *sentences, **facts):
    """What is read from it."""
    return review(source, *(sentences or ("Fog.",)), root="discord", **facts)


async def keep(store, source, *sentences, library=GUILD, user=1, now=NOW, **facts):
    record = read(source, *sentences, **facts)
    return await store.put_kept(library, user, given(source, record.text.strip()), record, now)


def rows(path, sql):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


async def sources(store, library=GUILD):
    return [one.source for one in (await exported(store, library))[0]]


# --- the migration


def columns(path):
    tables = [name for (name,) in rows(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        (table, column) for table in tables for _, column, *_ in rows(path, f"PRAGMA table_info({table})")
    }


async def make_old(path, version, monkeypatch):
    """Take away what an earlier version of the database hasn't."""
    blank = path.with_name("blank.db")
    with monkeypatch.context() as patched:
        patched.setattr("bot.store.schema.MIGRATIONS", MIGRATIONS[:version])
        async with await Store.open(blank):
            pass
    kept, more = {table for table, _ in columns(blank)}, columns(path) - columns(blank)
    with contextlib.closing(sqlite3.connect(path)) as db:
        for table in {table for table, _ in more} - kept:
            db.execute(f"DROP TABLE {table}")
        for table, column in more:
            if table in kept:
                db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        db.execute(f"PRAGMA user_version = {version}")
        db.commit()


async def test_a_second_version_is_brought_up_with_all_it_holds(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    async with await Store.open(path) as store:
        record = review("b.txt", "Rain.", percent=40.0)
        await load(store, review("a.txt", "Fog. #visuals", percent=80.0))
        await load(store, record, library=GUILD)
        await store.put_settings(GUILD, LibrarySettings(attribution="Ours"))
        await store.put_spelling(GUILD, Spelling(None, "M. Stanek", "Mirela Stanek"))
        quote = await store.draw_quote(Scope((GUILD,)))
        await store.flush_cursors()
        before = [await exported(store), await exported(store, GUILD)]
    await make_old(path, 2, monkeypatch)
    assert rows(path, "PRAGMA user_version") == [(2,)]
    async with await Store.open(path, create=False) as store:
        assert [await exported(store), await exported(store, GUILD)] == before
        assert (await store.settings(GUILD)).attribution == "Ours"
        assert await store.favourites(BOTH, 1) == ()
        assert await store.toggle_favourite(BOTH, 1, quote.id, GUILD, NOW)
        assert [one.quote for one in await store.favourites(BOTH, 1)] == [quote]
        assert await store.integrity() == ()
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]


async def test_a_first_version_is_brought_up_with_all_it_holds(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    async with await Store.open(path) as store:
        await load(store, review("a.txt", "Fog. #visuals", percent=80.0, people={"Mirela Stanek": "Nora"}))
        await load(store, review("b.txt", "Rain."), library=GUILD)
        await store.draw_quote(BOTH)
        await store.flush_cursors()
        before = [await exported(store), await exported(store, GUILD)]
        card = await store.film_card(OPERATOR, LAMP.title)
    await make_old(path, 1, monkeypatch)
    assert rows(path, "PRAGMA user_version") == [(1,)]
    async with await Store.open(path, create=False) as store:
        assert [await exported(store), await exported(store, GUILD)] == before
        assert await store.film_card(OPERATOR, LAMP.title) == card
        assert len((await store.film_card(BOTH, LAMP.title)).lines) == 2
        assert await store.settings(GUILD) == LibrarySettings()
        assert await store.server_libraries() == {GUILD: False}
        await keep(store, "c.txt", "Hail.")
        assert await sources(store) == ["b.txt", "c.txt"]
        assert await store.integrity() == ()
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]


# --- settings


async def test_settings_are_the_defaults_until_put(store):
    wanted = LibrarySettings(Adders.EVERYONE, Spoilers.HIDE, Searched.OWN, 300, True, "From the club's blog")
    assert await store.settings(GUILD) == LibrarySettings()
    await store.put_settings(GUILD, wanted)
    assert await store.settings(GUILD) == wanted
    assert await store.settings(OTHER) == LibrarySettings()
    await store.put_settings(GUILD, LibrarySettings())
    assert await store.settings(GUILD) == LibrarySettings()


@pytest.mark.parametrize(
    ("searched", "libraries"),
    [(Searched.BOTH, (0, GUILD)), (Searched.OWN, (GUILD,)), (Searched.OPERATOR, (0,))],
)
def test_settings_choose_what_is_searched(searched, libraries):
    assert LibrarySettings(searched=searched).scope(GUILD) == Scope(libraries)


# --- originals


async def test_an_original_comes_with_its_review_and_goes_with_it(store):
    public = await keep(store, "a.txt", "Fog over the moor.", user=7)
    await settle(store, GUILD)
    kept = await store.original(GUILD, public)
    assert (kept.source, kept.user, kept.state) == ("a.txt", 7, OriginalState.KEPT)
    assert zlib.decompress(kept.packed) == b"Fog over the moor."
    assert (await store.review_card(Scope((GUILD,)), public)).review.source == "a.txt"
    line = await store.original_line(GUILD, public)
    assert (line.film.title, line.critic) == (LAMP.title, "Ada Lindqvist")
    for elsewhere in (OTHER, 0):
        with pytest.raises(Gone):
            await store.original(elsewhere, public)
        assert await store.remove_originals(elsewhere, [public]) == 0
    assert await store.remove_originals(GUILD, [public]) == 1
    await settle(store, GUILD)
    assert await sources(store) == []
    with pytest.raises(Gone):
        await store.original(GUILD, public)
    with pytest.raises(Gone):
        await store.review_card(Scope((GUILD,)), public)


async def test_a_review_that_cannot_be_written_leaves_no_original(store):
    broken = read("a.txt", "\ud800 is half a sign")
    with pytest.raises(StoreError):
        await store.put_kept(GUILD, 1, given("a.txt"), broken, NOW)
    assert await store.count_originals(GUILD) == 0
    await keep(store, "a.txt")
    with pytest.raises(StoreError):  # a source is one original's
        await keep(store, "a.txt", "Other words.")
    assert [one.text for one in (await exported(store, GUILD))[0]] == ["Fog. "]


async def test_a_proposal_is_no_review_until_it_is_approved(store):
    public = await store.put_proposed(GUILD, 7, given("a.txt", critic="Ada"), NOW)
    assert await sources(store) == []
    assert await store.count_originals(GUILD, OriginalState.PROPOSED, 7) == 1
    await store.edit_proposed(GUILD, public, Edits(critic="Bo"))
    assert (await store.original(GUILD, public)).given == Edits(critic="Bo")
    await store.keep_original(GUILD, public, read("a.txt", critic="Bo"))
    assert (await store.original(GUILD, public)).given == Edits(critic="Bo")
    assert await sources(store) == ["a.txt"]
    with pytest.raises(Gone):  # it is none any more
        await store.edit_proposed(GUILD, public, Edits())
    with pytest.raises(Gone):
        await store.keep_original(GUILD, "nothing", read("b.txt"))
    assert await sources(store) == ["a.txt"]


async def test_an_edit_comes_with_the_review_read_anew(store):
    public = await keep(store, "a.txt", critic=None, outlet="The Lamp Post")
    scope = Scope((GUILD,))
    await settle(store, GUILD)
    assert [one.critic.label for one in (await store.critics(scope)).critics] == [
        "Unnamed critic · The Lamp Post"
    ]
    assert [one.name for one in await store.complete_critics(scope, "")] == ["Unnamed critic · The Lamp Post"]
    wanted = Edits(outlet="The Beacon")
    await store.keep_original(GUILD, public, read("a.txt", critic=None, outlet="The Beacon"), wanted)
    await settle(store, GUILD)
    assert (await store.original(GUILD, public)).given == wanted
    # An unnamed critic's name in lists and options is made of the outlet.
    assert [one.name for one in await store.complete_critics(scope, "")] == ["Unnamed critic · The Beacon"]


async def test_lists_are_paged_by_state_and_person(store):
    for number in range(5):
        await keep(
            store, f"{number}.txt", f"Fog {number}.", user=number % 2, now=NOW + timedelta(hours=number)
        )
    await store.put_proposed(GUILD, 1, given("p.txt"), NOW)
    await keep(store, "elsewhere.txt", library=OTHER)
    first = await store.originals(GUILD, per_page=3)
    assert [line.source for line in first.lines] == ["4.txt", "3.txt", "2.txt"]
    assert (first.page.pages, first.page.total) == (2, 5)
    last = await store.originals(GUILD, page=9, per_page=3)
    assert [line.source for line in last.lines] == ["1.txt", "0.txt"]
    mine = await store.originals(GUILD, list(OriginalState), user=1)
    assert [line.source for line in mine.lines] == ["3.txt", "1.txt", "p.txt"]
    waiting = await store.originals(GUILD, [OriginalState.PROPOSED])
    assert [(line.source, line.film) for line in waiting.lines] == [("p.txt", None)]
    assert [line.source for line in await store.original_lines(GUILD)] == [
        f"{n}.txt" for n in (4, 3, 2, 1, 0)
    ]
    assert await store.count_originals(GUILD) == 6


@pytest.mark.parametrize(
    ("held", "name", "free"),
    [
        ((), "a.txt", "a.txt"),
        (("a.txt",), "a.txt", "a-2.txt"),
        (("a.txt", "a-2.txt"), "a.txt", "a-3.txt"),
        (("a.csv#00001", "a.csv#00002"), "a.csv", "a-2.csv"),
        (("a.zip/sub/b.md",), "a.zip", "a-2.zip"),
        (("sub.zip/a.txt", "ab.txt"), "a.txt", "a.txt"),
        (("a",), "a", "a-2"),
    ],
)
async def test_names_are_kept_apart(store, held, name, free):
    for source in held:
        await keep(store, source)
    await keep(store, name, library=OTHER)
    assert await store.free_name(GUILD, name) == free


async def test_what_is_like_another_is_found(store):
    same = await keep(store, "a.txt", "Fog.", film=Film("Fern", 1950), critic="Ada")
    await keep(store, "b.txt", "Rain.", film=Film("Fern", 1950), critic="Bo")
    await keep(store, "c.txt", "Hail.", film=Film("The Lamp", None), critic="Ada")
    await keep(store, "d.txt", "Fog.", film=Film("Fern", 1950), critic="Ada", library=OTHER)
    await settle(store, GUILD)

    async def like(text, critic, film):
        found = await store.duplicates(GUILD, f"digest of {text}", critic, film)
        return [(one.source, one.same_text) for one in found]

    assert await like("Fog.", None, None) == [("a.txt", True)]
    assert await like("Snow.", "ada", Film("fern", 1950)) == [("a.txt", False)]
    assert await like("Snow.", "Ada", Film("Fern", None)) == [("a.txt", False)]
    assert await like("Snow.", "Ada", Film("Fern", 1951)) == []
    assert await like("Snow.", "Ada", Film("The Lamp", 1931)) == [("c.txt", False)]
    assert await like("Rain.", "Ada", Film("Fern", 1950)) == [("b.txt", True), ("a.txt", False)]
    assert await like("Snow.", None, Film("Fern", 1950)) == []
    assert await store.held_digests(GUILD, {"digest of Fog.", "digest of Snow."}) == {"digest of Fog."}
    (found,) = await store.duplicates(GUILD, "digest of Fog.", None, None)
    assert (found.id, found.critic, found.film.title) == (same, "Ada", "Fern")


async def test_marks_tell_how_each_was_read(store):
    record = read("a.txt")
    public = await store.put_kept(GUILD, 1, given("a.txt", year=1931), record, NOW)
    await store.put_proposed(GUILD, 1, given("b.txt"), NOW)
    (mark,) = await store.kept_marks(GUILD)
    assert (mark.id, mark.source, mark.given.year) == (public, "a.txt", 1931)
    assert (mark.digest, mark.fingerprint) == ("digest of Fog.", record.fingerprint)


# --- imports


async def test_an_import_is_read_one_by_one(store):
    await store.begin_import(GUILD, "i", 7, [given(f"i.csv#{n}", f"Fog {n}.") for n in range(3)], NOW)
    (record,) = await store.unfinished_imports()
    assert (record.library, record.id, record.user, record.total, record.cancelled) == (
        GUILD,
        "i",
        7,
        3,
        False,
    )
    await store.put_import_message(GUILD, "i", 11, 12)
    record = await store.import_record(GUILD, "i")
    assert (record.channel, record.message, record.started_at) == (11, 12, NOW)
    assert await sources(store) == []
    (first, second) = await store.import_batch(GUILD, "i", 2)
    assert (first.source, first.state) == ("i.csv#0", OriginalState.IMPORTING)
    await store.keep_original(GUILD, first.id, read(first.source))
    assert await store.count_imported(GUILD, "i") == 1
    assert [one.source for one in await store.import_batch(GUILD, "i", 5)] == ["i.csv#1", "i.csv#2"]
    await store.remove_originals(GUILD, [second.id])  # nothing could be read from it
    (third,) = await store.import_batch(GUILD, "i", 5)
    await store.keep_original(GUILD, third.id, read(third.source))
    await store.finish_import(GUILD, "i")
    assert await store.unfinished_imports(GUILD) == ()
    assert await sources(store) == ["i.csv#0", "i.csv#2"]
    with pytest.raises(Gone):
        await store.import_record(GUILD, "i")
    with pytest.raises(Gone):
        await store.mark_cancelled(GUILD, "i")


async def test_an_import_begins_whole_or_not_at_all(store):
    await keep(store, "i.csv#2")
    with pytest.raises(StoreError):
        await store.begin_import(GUILD, "i", 7, [given(f"i.csv#{n}") for n in range(4)], NOW)
    assert await store.unfinished_imports() == ()
    assert await store.count_originals(GUILD) == 1


async def test_a_cancelled_import_is_taken_back(store):
    await keep(store, "before.txt", film=Film("Fern", 1950))
    await store.begin_import(GUILD, "i", 7, [given(f"i.csv#{n}") for n in range(3)], NOW)
    (first,) = await store.import_batch(GUILD, "i", 1)
    await store.keep_original(GUILD, first.id, read(first.source, film=LAMP))
    await settle(store, GUILD)
    await store.mark_cancelled(GUILD, "i")
    assert (await store.import_record(GUILD, "i")).cancelled
    assert [await store.take_back(GUILD, "i", 2) for _ in range(3)] == [2, 1, 0]
    await settle(store, GUILD)
    assert await store.unfinished_imports() == ()
    assert await sources(store) == ["before.txt"]
    assert [one.film.title for one in (await exported(store, GUILD))[1]] == ["Fern"]


# --- spellings


async def test_people_settle_a_spelling(store):
    for library in (0, GUILD, OTHER):
        for source, critic, name in (("a.txt", "Ada", "Mirella Stanec"), ("b.txt", "Bo", "Mirella Stanec")):
            text = f"!{name} plays Nora in fog."
            record = review(source, text, critic=critic, people={name: "Nora"}, root="discord")
            await load(store, record, library=library)
        await settle_films(store, library)

    async def names(scope):
        cast = (await store.film_cast(scope, LAMP.title)).cast
        listed = await store.complete_people(scope, "Mirel")
        return [member.entry.person for member in cast], [one.name for one in listed]

    own, both = Scope((GUILD,)), BOTH
    assert await names(own) == (["Mirella Stanec"], ["Mirella Stanec"])
    film = (await store.film_card(own, LAMP.title)).film.id
    wanted = Spelling(film, "Mirella Stanec", "Mirela Stanek")
    await store.put_spelling(GUILD, wanted)
    await settle_films(store, GUILD)
    assert await store.spellings(GUILD) == (wanted,)
    assert await names(own) == (["Mirela Stanek"], ["Mirela Stanek"])
    (member,) = (await store.film_cast(own, LAMP.title)).cast
    assert set(member.entry.spellings) == {
        "Mirela Stanek",
        "Mirella Stanec",
    }  # what was written is still known
    assert [quote.text for quote in (await store.person_card(own, "Mirela Stanek")).films[0].quotes]
    assert (await names(both))[0] == ["Mirela Stanek"]
    for scope in (OPERATOR, Scope((0, OTHER))):
        assert await names(scope) == (["Mirella Stanec"], ["Mirella Stanec"])
    await store.remove_spelling(GUILD, film, "mirella stanec")
    await settle_films(store, GUILD)
    assert await names(own) == (["Mirella Stanec"], ["Mirella Stanec"])
    assert (await names(both))[0] == ["Mirella Stanec"]


async def test_a_films_spelling_wins_over_that_of_all_films(store):
    people = {"Mirela Stanek": "Nora"}
    await load(store, read("a.txt", "Fog.", people=people), library=GUILD)
    await load(store, read("b.txt", "Rain.", film=Film("Fern", 1950), people=people), library=GUILD)
    await settle_films(store, GUILD)
    own = Scope((GUILD,))
    fern = (await store.film_card(own, "Fern")).film.id
    await store.put_spelling(GUILD, Spelling(None, "Mirela Stanek", "M. Stanek"))
    await store.put_spelling(GUILD, Spelling(fern, "Mirela Stanek", "Mirela S. Stanek"))
    await settle_films(store, GUILD)

    async def shown(scope):
        return [(await store.film_cast(scope, film)).cast[0].entry.person for film in ("Fern", LAMP.title)]

    assert await shown(own) == ["Mirela S. Stanek", "M. Stanek"]
    # What several libraries hold together is worked out on reading, and kept in memory.
    await load(
        store, read("a.txt", "Fog.", people=people), read("b.txt", film=Film("Fern", 1950), people=people)
    )
    assert await shown(BOTH) == ["Mirela S. Stanek", "M. Stanek"]
    await store.remove_spelling(GUILD, None, "Mirela Stanek")
    assert await shown(BOTH) == ["Mirela S. Stanek", "Mirela Stanek"]
    assert await shown(OPERATOR) == ["Mirela Stanek", "Mirela Stanek"]


# --- leaving and forgetting


async def test_a_left_server_expires_unless_it_comes_back(store):
    await keep(store, "a.txt")
    await keep(store, "a.txt", library=OTHER)
    await store.mark_left(GUILD, NOW)
    await store.mark_left(GUILD, NOW + timedelta(days=20))  # was left all the time
    await store.mark_left(99, NOW)  # nothing is held of it
    assert await store.server_libraries() == {GUILD: True, OTHER: False}
    assert await store.expired(NOW + timedelta(days=29)) == ()
    assert await store.expired(NOW + timedelta(days=30)) == (GUILD,)
    await store.unmark_left(GUILD)
    assert await store.expired(NOW + timedelta(days=99)) == ()
    assert await sources(store) == ["a.txt"]


async def fill(store, library, word):
    """A library with a row in every table, each with a word in it."""
    people = {"Mirela Stanek": f"{word}'s Nora", f"Ivo {word}": word}
    facts = {"critic": f"Cora {word}", "outlet": f"{word} Times", "scores": (overall(90.0, f"{word} 9"),)}
    for number in range(60):
        text = f"!{word} fog {number} with Ivo {word} and {word}{number}. #action"
        await keep(store, f"{word}{number}.txt", text, library=library, people=people, **facts)
    moved = read(f"old {word}.txt", f"{word} rain.", film=Film(f"{word} Hall", 1940), **facts)
    await store.put_review(library, moved)
    await store.move_review(library, "discord", f"old {word}.txt", f"new {word}.txt")
    await store.put_root(library, f"root of {word}", f"/{word}")
    await store.put_proposed(library, 1, given(f"{word}.md", word, critic=word), NOW)
    await store.begin_import(library, f"import {word}", 1, [given(f"{word}.csv#1", word)], NOW)
    await store.put_settings(library, LibrarySettings(attribution=word))
    await store.put_spelling(library, Spelling(None, "M. Stanek", f"Mirela {word}"))
    day = Due(NOW.date(), NOW)
    await store.put_daily(Daily(library, 1, 600, f"Europe/{word}", 1, day, 1))
    await store.claim_daily(await store.daily(library), Due(NOW.date(), NOW + timedelta(days=1)), 1, NOW)
    await settle(store, library)
    for whose in (library, 0):  # of this library, and the operator's, kept in this server
        for one in (await exported(store, whose))[0][:1]:
            await store.toggle_favourite(Scope((whose,)), library, one.quotes[0].id, library, NOW)
    await store.draw_quote(Scope((0, library)), about=Theme.ACTION)
    await store.draw_quote(Scope((library,)))
    await store.flush_cursors()


async def test_a_quote_of_the_day_set_while_a_library_is_forgotten_goes_with_it(store):
    await fill(store, GUILD, "Quince")
    daily = await store.daily(GUILD)
    await asyncio.gather(store.forget(GUILD), store.put_daily(daily))
    assert GUILD not in await store.server_libraries()
    assert await store.daily(GUILD) is None


def everything(path):
    """Each table's rows, and the words of the full-text index."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        tables = [name for (name,) in db.execute(named) if not name.startswith("sentence_search")]
        held = {
            name: db.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
            for name in tables
        }
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, sentence_search, row)")
        held["words"] = db.execute("SELECT term FROM temp.words").fetchall()
        raw = db.execute("SELECT block FROM sentence_search_data").fetchall()
    return held, b"".join(block for (block,) in raw)


async def test_nothing_is_left_of_a_forgotten_library(tmp_path):
    path = tmp_path / "store.db"
    async with await Store.open(path) as store:
        await load(store, review("a.txt", "Fog. #action", people={"Mirela Stanek": "Nora"}))
        await fill(store, OTHER, "Ashgrove")
        kept = everything(path)[0]
        others = await exported(store), await exported(store, OTHER)
        await fill(store, GUILD, THEIRS)
        full = everything(path)[0]
        assert all(full[table] for table in full), "the test leaves a table out"
        await store.draw_quote(Scope((GUILD,)))
        await store.forget(GUILD)
        held, index = everything(path)
        assert {table: rows for table, rows in held.items() if rows != kept[table]} == {}
        assert THEIRS.casefold().encode() not in index.lower()
        assert (await exported(store), await exported(store, OTHER)) == others
        assert await store.integrity() == ()
        await store.flush_cursors()
        assert everything(path)[0] == held
        for file in tmp_path.iterdir():
            assert THEIRS.casefold().encode() not in file.read_bytes().lower(), (
                f"it can be read in {file.name}"
            )


async def test_a_forgotten_librarys_names_are_not_remembered(store):
    await load(store, review("a.txt", "Fog."))
    own = Scope((0, GUILD))
    for word in ("Vexmoor", "Ashgrove"):  # the second begins afresh, whatever was known of the first
        await keep(store, "a.txt", film=Film(f"{word} Hall", 1940), critic=f"Cora {word}")
        await settle(store, GUILD)
        assert f"{word} Hall (1940)" in [one.name for one in await store.complete_films(own, "")]
        assert [one.name for one in await store.complete_critics(own, word)] == [f"Cora {word}"]
        await store.draw_quote(Scope((GUILD,)))
        await store.forget(GUILD)
        with pytest.raises(NoMatch) as caught:
            await store.film_card(own, f"{word} Hall")
        assert caught.value.nearest == ()
        with pytest.raises(NothingFound):
            await store.draw_quote(Scope((GUILD,)))


async def test_another_process_forgets_as_well(open_store):
    here, there = await open_store(), await open_store()
    own = Scope((GUILD,))
    for word in ("Vexmoor", "Ashgrove"):
        await keep(here, "a.txt", film=Film(f"{word} Hall", 1940))
        await settle(here, GUILD)
        assert [one.name for one in await there.complete_films(own, "")] == [f"{word} Hall (1940)"]
        await here.forget(GUILD)
        assert await there.complete_films(own, "") == ()


async def test_a_library_half_forgotten_is_among_the_expired(store, monkeypatch):
    await fill(store, GUILD, THEIRS)

    async def crash(*_):
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr("bot.store.forgetting.clear_review", crash)
        with pytest.raises(StoreError):
            await store.forget(GUILD)
    await store.unmark_left(GUILD)  # what is left of it doesn't come back
    assert await store.expired(NOW) == (GUILD,)
    await store.forget(GUILD)
    assert await store.server_libraries() == {}
    assert await exported(store, GUILD) == ([], ())


async def test_forgetting_what_is_not_there_is_fine(store):
    await store.forget(GUILD)
    assert await store.server_libraries() == {}
