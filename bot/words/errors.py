"""What goes wrong, where any command may have to say it."""

from __future__ import annotations

_GONE = {
    "review": "That review",
    "proposal": "That proposal",
    "quote": "That quote",
    "film": "That film",
    "critic": "That critic",
    "person": "That person",
}


def gone(what: str | None) -> str:
    """What a control or a favourite points at isn't there any more."""
    return f"{_GONE.get(what or '', 'That')} is no longer here: the review behind it was changed or removed."


PREVIEW_OVER = (
    "This preview has expired, or was answered already. If nothing was added, give the review again."
)
