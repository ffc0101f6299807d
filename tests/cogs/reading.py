"""What a member reads and can press in an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simcord.components import walk_components

if TYPE_CHECKING:
    import simcord


def acknowledged(club: Any) -> int:
    """How the last interaction was first answered: 4 with a message, 5 or 6 with a request for time."""
    calls = [call for call in club.env.http_requests if str(call.path).endswith("/callback")]
    return int(calls[-1].json["type"])


def words(message: Any) -> str:
    """All text of an answer."""
    return "\n".join(part["content"] for part in parts(message) if part["type"] == 10)


def buttons(message: Any) -> dict[str, dict[str, Any]]:
    """The buttons of an answer by label."""
    return {part["label"]: part for part in parts(message) if part["type"] == 2}


def menu(message: Any) -> dict[str, Any]:
    """The one menu of an answer: label to value, and its custom_id."""
    (found,) = (part for part in parts(message) if part["type"] == 3)
    return found


def chosen(message: Any, label: str) -> list[str]:
    """The menu's value behind a label, as a choice."""
    return [next(option["value"] for option in menu(message)["options"] if option["label"] == label)]


def parts(message: Any) -> list[dict[str, Any]]:
    """Every component of an answer, however deep."""
    return list(walk_components(message.components))


def public(result: simcord.InteractionResult) -> Any:
    """The answer that everybody sees."""
    message = result.response
    assert message is not None
    assert not message.ephemeral, message.content
    return message


def private(result: simcord.InteractionResult) -> Any:
    """The answer that only the user sees."""
    message = result.response
    assert message is not None
    assert message.ephemeral
    return message


def prefilled(modal: Any) -> dict[str, str]:
    """What stands in a form's text fields when it opens, by their custom_ids."""
    fields = (one for one in walk_components(modal["components"]) if one["type"] == 4)
    return {one["custom_id"]: one.get("value") or "" for one in fields}
