"""The bot itself: what it asks of Discord, whose libraries it shows to whom, and what it keeps."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from typing import TYPE_CHECKING, Any

import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app import COGS, FLUSH_SECONDS, Pullquote, sync_commands
from bot.models import OPERATOR_LIBRARY
from bot.views import Scope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.store import Store

OPERATOR = Scope((OPERATOR_LIBRARY,))


def last_interaction(club: Any) -> dict[str, Any]:
    """The payload of the latest interaction, as it came from the gateway."""
    return [payload for _, name, payload in club.env.backend.transcript if name == "INTERACTION_CREATE"][-1]


async def test_it_asks_for_servers_only_and_pings_nobody(club: Any) -> None:
    assert club.bot.intents.value == discord.Intents(guilds=True).value
    await club.slash("about")
    sent = club.env.http_requests[-1].json["data"]
    assert sent["allowed_mentions"] == {"parse": []}


async def test_it_registers_nothing_by_itself(club: Any) -> None:
    await club.restart()
    assert [request.method for request in club.env.http_requests].count("PUT") == 1  # the fixture's own


async def test_every_command_of_the_design_is_there(club: Any) -> None:
    assert set(club.member.available_commands(club.channel)) == {
        *("review", "quote", "scores", "cast", "person", "search", "films", "critics", "about"),
        *("propose", "privacy", "favourites"),
    }


async def test_a_server_sees_its_own_library_where_the_bot_is_a_member(club: Any) -> None:
    await club.slash("about")
    payload = last_interaction(club)

    def scope(**changed: Any) -> Scope:
        interaction = discord.Interaction(data={**payload, **changed}, state=club.bot._connection)
        return club.bot.scope(interaction)

    assert scope() == Scope((OPERATOR_LIBRARY, club.guild.id))
    assert scope(guild_id="424242") == OPERATOR  # installed by the user, used in a server without the bot
    direct = {key: value for key, value in payload.items() if key not in {"guild_id", "member"}}
    direct["user"] = payload["member"]["user"]
    assert club.bot.scope(discord.Interaction(data=direct, state=club.bot._connection)) == OPERATOR


async def test_the_walk_goes_on_after_a_restart(club: Any) -> None:
    everything = (await club.store.holdings(OPERATOR)).quotes
    assert everything > 4
    first = [(await club.store.draw_quote(OPERATOR)).id for _ in range(2)]
    await club.restart()
    rest = [(await club.store.draw_quote(OPERATOR)).id for _ in range(everything - 2)]
    assert len({*first, *rest}) == everything


async def test_the_walk_is_written_down_now_and_then(club: Any, store: Store) -> None:
    everything = (await store.holdings(OPERATOR)).quotes
    first = [(await club.store.draw_quote(OPERATOR)).id for _ in range(2)]
    await club.env.advance_time(FLUSH_SECONDS + 1)
    rest = [(await store.draw_quote(OPERATOR)).id for _ in range(everything - 2)]
    assert len({*first, *rest}) == everything


async def test_no_answer_waits_for_a_load(club: Any, database: Path) -> None:
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as loader:
        loader.execute("BEGIN IMMEDIATE")
        try:
            assert (await club.slash("quote")).response is not None
        finally:
            loader.execute("ROLLBACK")


async def test_closing_leaves_the_store_to_who_opened_it(store: Store) -> None:
    async with Pullquote(store) as bot:
        assert bot.store is store
    await bot.close()
    assert (await store.holdings(OPERATOR)).reviews


USER = {"id": "7", "username": "Pullquote", "discriminator": "0", "avatar": None}


def answer(data: Any, status: int = 200) -> web.Response:
    """JSON as Discord sends it: discord.py takes no charset beside the content type."""
    return web.Response(body=json.dumps(data).encode(), status=status, content_type="application/json")


class Portal:
    """Discord's API as far as registering commands goes, on a local port."""

    def __init__(self) -> None:
        self.commands: dict[str, list[Any]] = {}
        app = web.Application()
        app.router.add_get("/users/@me", self.user)
        app.router.add_get("/oauth2/applications/@me", self.application)
        app.router.add_put("/applications/7/commands", self.register)
        app.router.add_put("/applications/7/guilds/9/commands", self.register)
        self.server = TestServer(app)

    async def user(self, request: web.Request) -> web.Response:
        if request.headers["Authorization"] != "Bot good":
            return answer({"code": 0, "message": "401: Unauthorized"}, status=401)
        return answer(USER)

    async def application(self, _request: web.Request) -> web.Response:
        return answer(
            {"id": "7", "name": "Pullquote", "description": "", "icon": None, "flags": 0, "verify_key": ""}
            | {
                "bot_public": True,
                "bot_require_code_grant": False,
                "summary": "",
                "owner": USER,
                "team": None,
            }
        )

    async def register(self, request: web.Request) -> web.Response:
        body = self.commands[request.path] = await request.json()
        extra = {"application_id": "7", "default_member_permissions": None, "version": "1", "description": ""}
        return answer([{"id": str(n), **extra, **sent} for n, sent in enumerate(body, 1)])


@pytest.fixture
async def portal(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Portal]:
    portal = Portal()
    async with portal.server:
        monkeypatch.setattr(discord.http.Route, "BASE", str(portal.server.make_url("")).rstrip("/"))
        yield portal


@pytest.mark.parametrize(
    ("guild_id", "path"), [(None, "/applications/7/commands"), (9, "/applications/7/guilds/9/commands")]
)
async def test_syncing_registers_the_commands_where_asked(
    portal: Portal, guild_id: int | None, path: str
) -> None:
    names = await sync_commands("good", guild_id)
    assert list(portal.commands) == [path]
    assert sorted(names) == sorted(command["name"] for command in portal.commands[path])
    assert len(names) >= len(COGS)


async def test_syncing_with_a_refused_token_says_so(portal: Portal) -> None:
    with pytest.raises(discord.LoginFailure):
        await sync_commands("bad")
    assert not portal.commands
