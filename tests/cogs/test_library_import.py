"""/library import: a preview, one message that shows how far it is, cancelling, and going on after a crash."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import discord
import pytest
from importing import finished, held, manage, posted, press, preview, private_followup, table
from reading import buttons, private, public, words

from bot.render.library_import import render_progress
from bot.store.records import ImportRecord


@pytest.fixture
def written() -> tuple[()]:
    """The operator has nothing: what is found is the server's own."""
    return ()


def letterboxd() -> bytes:
    """An export as it is downloaded."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("profile.csv", "Date Joined,Username\n2020-01-01,ada_sample\n")
        archive.writestr("watched.csv", "Date,Name,Year,Letterboxd URI\n")
        archive.writestr(
            "reviews.csv",
            "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
            "2024-03-02,Rope,1948,https://boxd.it/aaaa,4.5,,A superb exercise in nerves.,,2024-03-01\n"
            "2024-03-03,Fern,1950,https://boxd.it/bbbb,2,,A gentle comedy with a <i>dull</i> middle.,,\n",
        )
    return out.getvalue()


async def test_a_preview_counts_and_shows_samples_before_anything_is_stored(club: Any) -> None:
    text = words(await preview(club, table(12) + b"Film 99,1999,,,\n" + table(1).splitlines()[1] + b"\n"))
    assert "12 new reviews in films.csv" in text
    assert "**Film 0 (1950)** · Critic 0 · 7/10 (70%)" in text
    assert "Film 4" in text
    assert "Film 5" not in text
    assert "1 that is here already, or twice in the file" in text
    assert await held(club) == 0
    assert posted(club) == []


async def test_letterboxds_export_is_imported_as_it_is_downloaded(club: Any) -> None:
    shown = await preview(club, letterboxd(), "letterboxd-ada.zip")
    assert "Rope (1948)" in words(shown)
    assert "ada_sample" in words(shown).replace("\\", "")
    await press(club, shown, "Import")
    await finished(club)
    assert await held(club) == 2
    assert "ada_sample" in words(public(await club.slash("review", film="Rope"))).replace("\\", "")


async def test_one_public_message_tells_what_came_of_it(club: Any) -> None:
    started = private(await press(club, await preview(club, table(5), critic="Ada Sample"), "Import"))
    await finished(club)
    (message,) = posted(club)
    assert str(message.id) in words(started)
    assert "5 reviews added" in words(message)
    assert buttons(message) == {}
    assert "5 reviews" in words(private(await manage(club, "list")))


async def test_a_preview_of_many_can_be_dropped(club: Any) -> None:
    shown = await preview(club, table(3))
    assert "Nothing was stored" in words(private(await press(club, shown, "Drop")))
    assert (await held(club), posted(club)) == (0, [])


async def test_add_takes_a_file_of_many_to_the_same_preview(club: Any) -> None:
    shown = private(await manage(club, "add", file=("films.csv", table(3))))
    assert "Import 3 reviews?" in words(shown)


async def test_import_takes_a_file_of_one_to_the_other_preview(club: Any) -> None:
    assert "Is this right?" in words(await preview(club, b"A gentle and lovely comedy.", "one.txt"))


async def test_what_is_here_already_is_left_out(club: Any) -> None:
    await press(club, await preview(club, table(3)), "Import")
    await finished(club)
    again = await preview(club, table(3))
    assert words(again).startswith("### Nothing new")
    assert "nothing to import" in words(again)
    assert "The first of them" not in words(again)
    assert list(buttons(again)) == ["Drop"]
    more = await preview(club, table(5))
    assert "Import 2 reviews?" in words(more)


async def test_where_the_bot_may_not_post_it_says_so_and_imports_nothing(club: Any) -> None:
    me = club.guild.default_role
    silent = club.guild.create_text_channel(
        "silent", overwrites={me: discord.PermissionOverwrite(send_messages=False)}
    )
    for role in club.guild.roles.values():
        if role.name not in {"Managers", "@everyone"}:
            role._role.permissions = discord.Permissions(view_channel=True, send_messages=True).value
    await club.env.settle()
    club.clock.now += 60
    answer = await club.manager.slash(silent, "library import", file=("films.csv", table(3)))
    refused = private(await press(club, private(answer), "Import"))
    assert "Send Messages" in refused.content
    assert await held(club) == 0


async def test_a_second_import_waits_for_the_first(club: Any) -> None:
    first, second = await preview(club, table(3)), await preview(club, table(3, start=10))
    understood = await club.bot.librarian.understand(club.guild.id, 1, "x.csv", table(3, start=20))
    import_id = await club.bot.librarian.begin_import(club.guild.id, 1, understood)
    assert "Wait until it is done" in private_followup(await press(club, first, "Import"))
    await club.bot.librarian.run_import(club.guild.id, import_id)
    await press(club, second, "Import")
    await finished(club)
    assert await held(club) == 6


async def begun(club: Any, count: int) -> Any:
    """An import that a crash broke off right after it had begun; its message."""
    understood = await club.bot.librarian.understand(club.guild.id, 1, "films.csv", table(count))
    import_id = await club.bot.librarian.begin_import(club.guild.id, club.manager.id, understood)
    record = await club.store.import_record(club.guild.id, import_id)
    message = await club.bot.get_channel(club.channel.id).send(view=render_progress(record, 0))
    await club.store.put_import_message(club.guild.id, import_id, club.channel.id, message.id)
    return message


async def test_it_goes_on_after_a_crash(club: Any) -> None:
    await begun(club, 5)
    await club.restart()
    await finished(club)
    assert await held(club) == 5
    (message,) = posted(club)
    assert "5 reviews added" in words(message)


async def test_its_message_may_be_gone_by_then(club: Any) -> None:
    message = await begun(club, 3)
    await message.delete()
    await club.restart()
    await finished(club)
    assert (await held(club), posted(club)) == (3, [])


async def test_cancelling_takes_everything_back(club: Any) -> None:
    await begun(club, 4)
    (message,) = posted(club)
    assert "0 of 4 read" in words(message)
    assert "taken back" in words((await press(club, message, "Cancel")).followups[0])
    (message,) = posted(club)
    assert "Import cancelled" in words(message)
    assert await held(club) == 0
    assert await club.store.unfinished_imports() == ()


async def test_a_cancel_that_a_crash_broke_off_is_finished_after_the_restart(club: Any) -> None:
    await begun(club, 4)
    (record,) = await club.store.unfinished_imports()
    await club.store.mark_cancelled(record.library, record.id)
    await club.restart()
    await finished(club)
    assert "Import cancelled" in words(posted(club)[0])
    assert await held(club) == 0


def test_how_far_it_is_stands_in_numbers_beside_the_bar() -> None:
    record = ImportRecord(1, "0a1b2c3d", 7, None, None, 39, datetime(2026, 3, 1, tzinfo=UTC), False)
    shown = str(render_progress(record, 20).to_components())
    assert "51% · 20 of 39 read" in shown
    assert "'Cancel'" in shown
    ending = str(render_progress(record, 20, ending=True).to_components())
    assert "being taken back" in ending
    assert "'Cancel'" not in ending


async def test_a_cancel_that_comes_too_late_says_so(club: Any) -> None:
    message = await begun(club, 2)
    (record,) = await club.store.unfinished_imports()
    await club.bot.librarian.run_import(record.library, record.id)
    assert "done already" in private_followup(await press(club, message, "Cancel"))
    assert await held(club) == 2


async def test_only_those_who_manage_the_server_may_cancel(club: Any) -> None:
    message = await begun(club, 2)
    assert "Manage Server" in private(await club.click(message, "Cancel")).content
    (record,) = await club.store.unfinished_imports()
    assert not record.cancelled


async def test_it_says_how_many_are_like_what_is_here_and_imports_them_all_the_same(club: Any) -> None:
    shown = await preview(club, table(6) + b"Rope,1948,Ada Sample,4/5,A superb exercise in nerves.\n")
    assert "of a film that" not in words(shown)
    await press(club, shown, "Import")
    await finished(club)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as held_twice:
        held_twice.writestr("old.csv", table(1))  # the same once more: left out, and so like none
        held_twice.writestr(
            "new.csv",
            "film,year,critic,text\n"
            "FILM 1,,critic 1,An airless bore.\n"
            "Film 2,1952,Critic 2,A superb bore.\nFilm 3,1953,Critic 3,A dull bore.\nFilm 4,1954,Critic 4,A bore.\n"
            "Film 5,1999,Critic 5,Another film of that name.\nFilm 1,1951,Critic 2,By somebody else.\n",
        )
        held_twice.writestr("plain.txt", "Rope (1948)\nBy Ada Sample\n\nRope is a stunt, and a superb one.")
    shown = await preview(club, out.getvalue(), "club.zip")
    assert "7 new reviews in club.zip" in words(shown)
    assert (
        "5 of the new ones are of a film that the same critic has a review of here: "
        "FILM 1 by critic 1, Film 2 (1952) by Critic 2, Film 3 (1953) by Critic 3 and 2 more. Both would stay."
    ) in words(shown)
    await press(club, shown, "Import")
    await finished(club)
    assert await held(club) == 14
