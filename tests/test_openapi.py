"""The net under all tests of commands holds: what Discord would refuse is found, what it takes passes."""

from __future__ import annotations

from typing import Any

import discord_api
import pytest
from discord import AllowedMentions, ui
from discord.http import handle_message_parameters
from simcord import HttpLogEntry

CALLBACK = "/interactions/1/token/callback"
BIG = {
    "type": 3,
    "name": "x" * 20,
    "description": "x" * 100,
    "choices": [{"name": "x" * 35, "value": "x" * 5}, {"name": "x" * 35, "value": "x" * 5}],
}
document = pytest.mark.skipif(not discord_api.DOCUMENT.exists(), reason="Discord's document is not here")


def post(path: str, body: Any, method: str = "POST") -> HttpLogEntry:
    return HttpLogEntry(method, path, {}, body, None)


def command(**changed: Any) -> dict[str, Any]:
    option = {"type": 3, "name": "film", "description": "Which film", "required": True, "autocomplete": True}
    return {"name": "review", "type": 1, "description": "A film at a glance", "options": [option], **changed}


def layout(*items: ui.Item[Any]) -> dict[str, Any]:
    view = ui.LayoutView()
    for item in items:
        view.add_item(item)
    with handle_message_parameters(view=view, allowed_mentions=AllowedMentions.none()) as parameters:
        return {"type": 4, "data": parameters.payload}


def choices(*names: str) -> dict[str, Any]:
    return {"type": 8, "data": {"choices": [{"name": name, "value": name[:100]} for name in names]}}


def test_what_discord_takes_passes() -> None:
    row: ui.ActionRow[Any] = ui.ActionRow(ui.Button(label="Another", custom_id="q:1"))
    sent = [
        post("/applications/1/commands", [command()], "PUT"),
        post(CALLBACK, layout(ui.Container(ui.TextDisplay("# A film"), ui.Separator(), row))),
        post(CALLBACK, {"type": 5, "data": {"flags": 64}}),
        post(CALLBACK, {"type": 6}),
        post(CALLBACK, choices(*(f"{number} " + "x" * 97 for number in range(10, 35)))),
        post("/webhooks/1/token", {"content": "Later", "attachments": [{"id": 0, "filename": "a.png"}]}),
        post("/webhooks/1/token/messages/@original", {"content": "Edited"}, "PATCH"),
    ]
    assert discord_api.problems(sent) == []


async def test_what_the_bot_sends_is_looked_at(club: Any) -> None:
    await club.slash("about")
    await club.complete("review", "film", "nine")
    sent = club.env.http_requests
    looked_at = {schema for one in sent for schema, _ in discord_api.bodies(one.method, one.path, one.json)}
    assert looked_at == {
        "ApplicationCommandUpdateRequest",
        "CreateMessageInteractionCallbackRequest",
        "ApplicationCommandAutocompleteCallbackRequest",
    }


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (post("/applications/1/commands", [command(description="x" * 101)], "PUT"), "101 characters"),
        (post("/applications/1/commands", [command(description="")], "PUT"), "0 characters"),
        (
            post("/applications/1/commands", [command(options=[BIG] * 20)], "PUT"),
            "/review: 4024 characters in all",
        ),
        (
            post("/applications/1/commands", [command(name=f"c{n}") for n in range(101)], "PUT"),
            "101 commands of type 1",
        ),
        (
            post("/applications/1/commands", [{"name": f"Menu {n}", "type": 3} for n in range(6)], "PUT"),
            "6 commands of type 3",
        ),
        (post(CALLBACK, choices(*map(str, range(26)))), "26 choices"),
        (post(CALLBACK, choices("x" * 101)), "101 characters"),
        (post(CALLBACK, choices("")), "0 characters"),
        (post(CALLBACK, layout(*(ui.TextDisplay("x" * 2001) for _ in range(2)))), "4002 characters of text"),
        (
            post(
                "/webhooks/1/t",
                {"content": "", "attachments": [{"id": n, "filename": "a"} for n in range(11)]},
            ),
            "11 files",
        ),
        (
            post(CALLBACK, {"type": 4, "data": {"components": [{"type": 10, "content": "x"}] * 41}}),
            "41 components",
        ),
        (
            post(
                CALLBACK,
                {
                    "type": 4,
                    "data": {
                        "components": [
                            {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x" * 101}]}
                        ]
                    },
                },
            ),
            "custom_id of 101",
        ),
    ],
)
def test_what_is_past_a_limit_is_found(request_: HttpLogEntry, said: str) -> None:
    assert any(said in problem for problem in discord_api.problems([request_]))


@document
@pytest.mark.parametrize(
    "request_",
    [
        post("/applications/1/commands", [command(name="x" * 33)], "PUT"),
        post("/applications/1/guilds/2/commands", [command(options=[{"type": 99, "name": "a"}])], "PUT"),
        post(CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}),
        post(CALLBACK, {"type": 7, "data": {"components": [{"type": 10}]}}),
        post(CALLBACK, {"type": 9, "data": {"title": "No fields", "custom_id": "m"}}),
        post("/webhooks/1/token", {"content": "x", "embeds": [{"title": "x" * 300}]}),
        post("/webhooks/1/token/messages/2", {"components": [{"type": 2}]}, "PATCH"),
    ],
)
def test_what_the_document_refuses_is_found(request_: HttpLogEntry) -> None:
    assert discord_api.problems([request_])
