"""What goes wrong, where any command may have to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# --- a name that nobody has ----------------------------------------------------------------------------------

_NO_MATCH = {
    "film": "No film here matches “{text}”.",
    "critic": "No critic here matches “{text}”.",
    "person": "No person here matches “{text}”.",
    "timezone": "No timezone here matches “{text}”.",
    "review": "No review of this server’s library matches “{text}”.",
}
_WHERE_TO_LOOK = {
    "film": "/films lists what there is.",
    "critic": "/critics lists whose reviews there are.",
    "person": "/cast lists who is named for a film.",
    "timezone": "Name a large city in yours, as in Berlin or New York.",
    "review": "/library list shows what there is.",
}


def no_match(kind: str, text: str) -> str:
    """Nothing of a kind is called so."""
    return _NO_MATCH[kind].format(text=text)


_SEVERAL = {
    "film": "“{text}” could be more than one film here.",
    "critic": "“{text}” could be more than one critic here.",
    "person": "“{text}” could be more than one person here.",
    "timezone": "“{text}” could be more than one timezone.",
    "review": "“{text}” could be more than one review of this server’s library.",
}


def several(kind: str, text: str) -> str:
    """More than one of a kind is called so."""
    return _SEVERAL[kind].format(text=text)


def instead(kind: str, nearest: Sequence[str], *, several: bool = False) -> str:
    """What is called so, or nearly so (markdown), or where to look."""
    if several:
        return f"Choose one: {', '.join(nearest)}."
    return f"Nearest: {', '.join(nearest)}." if nearest else _WHERE_TO_LOOK[kind]


# --- what is no longer there ---------------------------------------------------------------------------------

_GONE = {
    "review": "That review is no longer here: it was changed or removed.",
    "proposal": "That proposal is no longer here: it was approved, declined or taken back.",
    "quote": "That quote is no longer here: the review behind it was changed or removed.",
    "film": "That film is no longer here: the reviews behind it were changed or removed.",
    "critic": "That critic is no longer here: the reviews behind them were changed or removed.",
    "person": "That person is no longer here: the reviews that name them were changed or removed.",
    "import": "That import is no longer here: it is done, or was taken back.",
}


def gone(what: str) -> str:
    """What a control or a favourite points at isn't there any more."""
    return _GONE[what]


PREVIEW_OVER = (
    "This preview has expired, or was answered already. If nothing was added, give the review again."
)

# --- what can't be done --------------------------------------------------------------------------------------

OUTDATED = (
    "Discord still shows an older form of this command. Try again once the bot's operator has synced it."
)
NOT_ALLOWED = "You can't use this here."
BAD_VALUE = "One of the options has a value this command can't use. Choose one that Discord offers for it."


def wait(seconds: int) -> str:
    """Somebody asked again too soon."""
    return f"One moment: try again in {seconds} s."


def went_wrong(reference: str) -> str:
    """What isn't theirs to mend who asked; the reference stands in the log."""
    return f"Something went wrong on my side. The operator can look it up under `{reference}`."
