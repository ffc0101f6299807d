"""Discord's own rules, for every payload the bot sends in the tests.

SimCord checks most limits while a test runs. What it lets through is checked here at the end of each test:
its request log against Discord's OpenAPI document, where that stands beside the checkout, and a few limits in
any case.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

DOCUMENT = Path(__file__).resolve().parents[2] / "shared" / "discord" / "openapi.json"

_CALLBACK = re.compile(r"/interactions/\d+/[^/]+/callback")
_FOLLOWUP = re.compile(r"/webhooks/\d+/[^/]+")
_EDIT = re.compile(r"/webhooks/\d+/[^/]+/messages/(?:@original|\d+)")
_COMMANDS = re.compile(r"/applications/\d+(?:/guilds/\d+)?/commands")

_CALLBACKS = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}

_TEXT_DISPLAY = 10
_MAX_CHOICES, _MAX_CHOICE_NAME, _MAX_DESCRIPTION = 25, 100, 100
_MAX_COMMAND = 4000  # characters of names, descriptions and values, everything below the command counted in
_MAX_COMMANDS = {1: 100, 2: 5, 3: 5}  # slash commands; in the menu of a person; in that of a message
_MAX_FILES, _MAX_COMPONENTS, _MAX_TEXT, _MAX_CUSTOM_ID, _MAX_LABEL = 10, 40, 4000, 100, 80


def problems(requests: Iterable[Any]) -> list[str]:
    """Everything Discord would refuse in SimCord's request log (``env.http_requests``), one line each."""
    found = []
    for request in requests:
        if request.method == "PUT" and _COMMANDS.fullmatch(request.path):
            found += [f"{request.method} {request.path}: {problem}" for problem in _too_many(request.json)]
        for schema, body in bodies(request.method, request.path, request.json):
            where = f"{request.method} {request.path}"
            found += [f"{where}: {problem}" for problem in _limits(body)]
            if DOCUMENT.exists() and (problem := _against_document(schema, json.dumps(body, sort_keys=True))):
                found.append(f"{where}: {schema}: {problem}")
    return found


def bodies(method: str, path: str, body: Any) -> Iterator[tuple[str, Any]]:
    """Each part of a request that the document has a schema for, in the form it was sent."""
    if method == "PUT" and _COMMANDS.fullmatch(path):
        yield from (("ApplicationCommandUpdateRequest", command) for command in body)
    elif method == "POST" and _CALLBACK.fullmatch(path):
        yield _CALLBACKS[body["type"]], body
    elif method == "POST" and _FOLLOWUP.fullmatch(path):
        yield "IncomingWebhookRequestPartial", body
    elif method == "PATCH" and _EDIT.fullmatch(path):
        yield "IncomingWebhookUpdateRequestPartial", body


# --- Discord's document --------------------------------------------------------------------------------


@cache
def _registry() -> Registry[Any]:
    contents = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    return Registry().with_resource("urn:discord", Resource.from_contents(contents, DRAFT202012)).crawl()


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(
        {"$ref": f"urn:discord#/components/schemas/{schema}"},
        registry=_registry(),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


@lru_cache(maxsize=4096)
def _against_document(schema: str, text: str) -> str | None:
    body = json.loads(text)
    for message in (body, body.get("data")):
        if isinstance(message, dict):
            for attachment in message.get("attachments") or ():
                attachment["id"] = str(attachment["id"])  # an index, which discord.py sends as a number
    error = best_match(_validator(schema).iter_errors(body))
    return f"{error.json_path}: {error.message[:300]}" if error else None


# --- what SimCord doesn't count ------------------------------------------------------------------------


def _limits(body: Mapping[str, Any]) -> Iterator[str]:
    message = body.get("data") if isinstance(body.get("data"), dict) else body
    yield from _choice_limits(message)
    if (files := len(message.get("attachments") or ())) > _MAX_FILES:
        yield f"{files} files"
    if body.get("description") is not None:
        yield from _description_limits(body)
        if (size := _command_size(body)) > _MAX_COMMAND:
            yield f"/{body['name']}: {size} characters in all"
    parts = list(_components(message.get("components") or ()))
    if len(parts) > _MAX_COMPONENTS:
        yield f"{len(parts)} components"
    text = sum(len(part.get("content") or "") for part in parts if part["type"] == _TEXT_DISPLAY)
    if text > _MAX_TEXT:
        yield f"{text} characters of text"
    for part in parts:
        for key, limit in (("custom_id", _MAX_CUSTOM_ID), ("label", _MAX_LABEL)):
            if len(part.get(key) or "") > limit:
                yield f"{key} of {len(part[key])} characters: {part[key]!r}"


def _choice_limits(holder: Mapping[str, Any]) -> Iterator[str]:
    choices = holder.get("choices") or ()
    if len(choices) > _MAX_CHOICES:
        yield f"{len(choices)} choices"
    for choice in choices:
        for key in ("name", "value"):
            if not 1 <= len(str(choice[key])) <= _MAX_CHOICE_NAME:
                yield f"a choice's {key} of {len(str(choice[key]))} characters: {choice[key]!r}"


def _description_limits(described: Mapping[str, Any]) -> Iterator[str]:
    description = described.get("description") or ""
    if not 1 <= len(description) <= _MAX_DESCRIPTION:
        yield f"{described['name']}: a description of {len(description)} characters"
    for option in described.get("options") or ():
        yield from _description_limits(option)
        yield from _choice_limits(option)


def _command_size(part: Mapping[str, Any]) -> int:
    choices = part.get("choices") or ()
    return (
        len(part["name"])
        + len(part.get("description") or "")
        + sum(len(choice["name"]) + len(str(choice["value"])) for choice in choices)
        + sum(map(_command_size, part.get("options") or ()))
    )


def _too_many(commands: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for kind, count in Counter(command["type"] for command in commands).items():
        if count > _MAX_COMMANDS[kind]:
            yield f"{count} commands of type {kind}"


def _components(parts: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Every component with all that is nested in it: Discord counts them all."""
    for part in parts:
        yield part
        yield from _components(part.get("components") or ())
        yield from _components([part["accessory"]] if part.get("accessory") else ())
