"""Keeping quotes, and seeing what one keeps and what a server keeps."""

from __future__ import annotations

from typing import Any

from cogs_library import ADA, ROOT, SECRET, write
from reading import buttons, private, public, words
from simcord.components import walk_components

from bot.views import Scope

SHARE = "Show to everyone"
OPERATOR = Scope((0,))


async def keep(club: Any, message: Any, who: Any = None) -> str:
    """What whoever presses Keep is told."""
    club.clock.now += 60
    result = await (who or club.member).click(message, label="Keep")
    (told,) = result.followups or [result.response]
    assert told.ephemeral
    return str(told.content)


async def mine(club: Any, who: Any = None, channel: Any = None) -> Any:
    """The list of whoever asks."""
    club.clock.now += 60
    return private(await (who or club.member).slash(channel or club.channel, "favourites"))


def menu(message: Any, placeholder: str) -> dict[str, Any]:
    """The menu of that name."""
    menus = [part for part in walk_components(message.components) if part["type"] == 3]
    (found,) = (one for one in menus if one["placeholder"] == placeholder)
    return found


async def pick(club: Any, message: Any, placeholder: str, place: int) -> Any:
    club.clock.now += 60
    found = menu(message, placeholder)
    return await club.member.select(message, [found["options"][place]["value"]], custom_id=found["custom_id"])


async def test_a_press_keeps_a_quote_and_another_lets_go_of_it(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese", critic="Bruno Achterberg"))
    before = words(answer)
    said = next(line for line in before.splitlines() if line.startswith("> "))
    assert "Kept" in await keep(club, answer)
    assert words(answer) == before
    listed = await mine(club)
    assert said in words(listed)
    assert "1 quote, the newest first" in words(listed)
    assert "-# Kept <t:" in words(listed)
    assert await keep(club, answer) == "No longer kept."
    assert "You keep no quote" in words(await mine(club))


async def test_everybody_keeps_for_themselves(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese"))
    assert "Kept" in await keep(club, answer, club.manager)
    assert "You keep no quote" in words(await mine(club))
    assert "1 quote" in words(await mine(club, club.manager))


async def test_keeping_in_private_leaves_the_quote_where_it_is_even_after_a_restart(club: Any) -> None:
    quiet = private(await club.slash("quote", film="Nine Geese", quietly=True))
    await club.restart()
    before = words(quiet)
    assert "Kept" in await keep(club, quiet)
    assert words(quiet) == before


async def test_a_servers_favourites_are_counted_and_can_be_opened(club: Any) -> None:
    first = public(await club.slash("quote", film="Nine Geese"))
    second = public(await club.slash("quote", film="Nine Geese"))
    await keep(club, second)
    await keep(club, first)
    await keep(club, second, club.manager)
    top = public(await club.slash("favourites", whose="server"))
    assert words(top).index("Kept by **2 people**") < words(top).index("Kept by **one person**")
    opened = private(await pick(club, top, "Open one", 0))
    assert set(buttons(opened)) >= {"Another", "Keep", SHARE}
    said = [line for line in words(second).splitlines() if line.startswith("> ")]
    assert [line for line in words(opened).splitlines() if line.startswith("> ")] == said


async def test_ones_own_favourites_are_nobody_elses_business(club: Any) -> None:
    await keep(club, public(await club.slash("quote")))
    assert SHARE not in buttons(await mine(club))
    top = private(await club.slash("favourites", whose="server", quietly=True))
    assert SHARE in buttons(top)


async def test_one_is_taken_off_and_then_all_after_a_second_yes(club: Any) -> None:
    for _ in range(7):
        await keep(club, public(await club.slash("quote")))
    first = await mine(club)
    assert "7 quotes" in words(first)
    second = private(await club.click(first, "Next"))
    assert "Page 2 of" in words(second)
    left = (await pick(club, second, "Take one off", 0)).response or second
    assert left.id == second.id
    assert "6 quotes" in words(second)
    asked = private(await club.click(second, "Take all of them off"))
    assert "Take off all 6" in words(asked)
    kept = private(await club.click(asked, "Keep them"))
    assert "6 quotes" in words(kept)
    asked = private(await club.click(kept, "Take all of them off"))
    await club.click(asked, "Take off 6 quotes")
    assert "You keep no quote" in words(asked)
    assert await club.store.count_favourites_of(club.member.user.id) == 0


async def test_one_whose_quote_is_gone_says_so_and_can_be_taken_off(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese", critic="Ada Lindqvist"))
    await keep(club, answer)
    await club.store.remove_reviews(0, ROOT, [ADA.source])
    listed = await mine(club)
    assert "changed or removed" in words(listed)
    assert "-# Kept <t:" in words(listed)
    assert "Nobody has kept a quote" in words(public(await club.slash("favourites", whose="server")))
    assert menu(listed, "Take one off")["options"][0]["label"] == "One whose quote is gone"
    await pick(club, listed, "Take one off", 0)
    assert "You keep no quote" in words(listed)
    club.clock.now += 60
    gone = await club.member.click(answer, label="Keep")
    assert "no longer here" in str([one.content for one in (gone.response, *gone.followups) if one])


async def test_nothing_kept_of_a_server_shows_anywhere_else(club: Any) -> None:
    await write(club.store, club.guild.id, [SECRET])
    answer = public(await club.slash("quote", film="Members Only"))
    await keep(club, answer)
    assert "Members Only" in words(await mine(club))

    other = club.env.create_guild("Elsewhere")
    channel = other.create_text_channel("reviews")
    there = other.add_member(club.member.user)
    await club.env.settle()
    for gone in (False, True):
        if gone:
            await club.store.remove_reviews(club.guild.id, ROOT, [SECRET.source])
            assert "changed or removed" in words(await mine(club))
        elsewhere = await mine(club, there, channel)
        assert "You keep no quote" in words(elsewhere)
        club.clock.now += 60
        top = public(await there.slash(channel, "favourites", whose="server"))
        assert "Nobody has kept" in words(top)
        club.clock.now += 60
        direct = await club.member.user.slash("favourites")
        assert "You keep no quote" in words(direct.response)


async def test_what_is_kept_in_a_direct_message_counts_for_no_server(club: Any) -> None:
    answer = (await club.member.user.slash("quote")).response
    club.clock.now += 60
    await club.member.user.click(answer, label="Keep")
    assert await club.store.count_favourites_of(club.member.user.id) == 1
    assert "1 quote" in words(await mine(club))
    assert "Nobody has kept" in words(public(await club.slash("favourites", whose="server")))
    club.clock.now += 60
    refused = await club.member.user.slash("favourites", whose="server")
    assert "Only a server" in refused.response.content


async def test_a_kept_spoiler_is_veiled_or_hidden_as_anywhere(club: Any) -> None:
    from dataclasses import replace

    from bot.views import LibrarySettings, Spoilers

    for _ in range(40):
        answer = public(await club.slash("quote", film="Nine Geese", critic="Ada Lindqvist"))
        if "||" in words(answer):
            break
    await keep(club, answer)
    listed = await mine(club)
    assert "> ||“Greta drowns in the last reel.”||" in words(listed)
    assert "Greta" not in str(menu(listed, "Open one"))
    await club.bot.librarian.put_settings(club.guild.id, replace(LibrarySettings(), spoilers=Spoilers.HIDE))
    hidden = await mine(club)
    assert "Greta" not in words(hidden)
    assert "which this server leaves out" in words(hidden)
    top = public(await club.slash("favourites", whose="server"))
    assert "Greta" not in words(top)
    assert "1 passage that gives the story away is left out" in words(top)
    shown = private(await club.slash("favourites", spoilers="show"))
    assert "> “Greta drowns in the last reel.”" in words(shown)
    await pick(club, hidden, "Take one off", 0)
    assert "You keep no quote" in words(hidden)


async def test_privacy_says_how_many_one_keeps_and_deletes_them_everywhere(club: Any) -> None:
    for _ in range(3):
        await keep(club, public(await club.slash("quote")))
    await keep(club, public(await club.slash("quote")), club.manager)
    other = club.env.create_guild("Elsewhere")
    channel = other.create_text_channel("reviews")
    there = other.add_member(club.member.user)
    await club.env.settle()
    club.clock.now += 60
    told = private(await there.slash(channel, "privacy"))
    assert "### Quotes that you keep\n3 quotes" in words(told)
    asked = private(await there.click(told, label="Delete my favourites"))
    assert "Delete all 3 of your favourites, everywhere?" in words(asked)
    club.clock.now += 60
    await there.click(asked, label="Delete 3 favourites")
    assert "You keep no quote any more" in words(asked)
    assert "You keep no quote" in words(await mine(club))
    assert "1 quote" in words(await mine(club, club.manager))
    assert "Delete my favourites" not in buttons(private(await club.slash("privacy")))
