"""/library queue: what members proposed, for those who decide; and why somebody may propose nothing."""

from __future__ import annotations

from bot.words.grammar import count

COMMAND = "The reviews that members propose: approve or decline them"

# The list
HEADING = "What waits"
NOTHING = "Nothing waits for a decision."
MEMBERS_PROPOSE = "Members propose reviews with `/propose`, or with *Add as review* on a message."
CLOSED = "Members can’t propose reviews here. `/library settings` can let everybody."
OPEN_ONE = "Open one"
UNREADABLE_SCORE = "can’t be read"


def listed(total: int) -> str:
    """How many wait."""
    waiting = count(total, "proposal")
    return f"{waiting}, the longest waiting first" if total > 1 else waiting


def waiting(total: int) -> str:
    """How many wait, under something else."""
    verb = "waits" if total == 1 else "wait"
    return f"**{count(total, 'proposal')} {verb}** for a manager’s yes."


LOOK = "Look at what waits"

# One of them
UNREADABLE = "I find no review in it any more, so it can’t be approved."
OPENING = "**How it begins**"
APPROVE = "Approve"
APPROVE_ALIKE = "Approve it all the same"
CORRECT = "Correct"
DECLINE = "Decline"
READ_ALL = "Read all of it"
BACK_TO_LIST = "Back to the list"
WHOLE = "This is all of it, as it was given."

# Declined?
ASK_DECLINE = "Decline this proposal?"
DECLINE_MEANS = "Its text and what was said of it are deleted. This can’t be undone."
DECLINE_IT = "Decline it"
BACK = "Back"

# What was decided
WAS_DECLINED = "That proposal no longer waits: it was declined, or taken back by whoever gave it."


def approved(what: str) -> str:
    """It was approved just now."""
    return f"✅ Approved: **{what}**. Members of this server can ask for it now."


def declined(what: str) -> str:
    """It was declined just now."""
    return f"🗑️ Declined: **{what}**."


def was_approved(what: str) -> str:
    """Somebody else approved it before."""
    return f"That proposal was approved in the meantime: **{what}** is in the library."


# What members may not propose
NOT_OPEN = (
    "Reviews are added here by those who may manage this server (the permission “Manage Server”). One of them can "
    "let everybody propose reviews, with /library settings."
)
ONE_BY_ONE = (
    "That file holds many reviews: only those who may manage this server (“Manage Server”) import those."
)


def enough_of_yours(most: int) -> str:
    """A member's share of what waits is used up."""
    return (
        f"{count(most, 'review')} of yours {'waits' if most == 1 else 'wait'} for a manager already. Propose more once "
        "some of them were looked at, or take one back with /privacy."
    )


def enough_here(most: int) -> str:
    """A server's share of what waits is used up."""
    return (
        f"{count(most, 'proposal')} {'waits' if most == 1 else 'wait'} for this server’s managers already. Try again "
        "once they have looked at some."
    )
