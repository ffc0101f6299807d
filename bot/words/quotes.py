"""Quotes and sentences: /quote and /search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.models import Stance, Theme
from bot.words.grammar import capital, count, joined, listing

if TYPE_CHECKING:
    from collections.abc import Sequence

# --- /quote --------------------------------------------------------------------------------------------------

QUOTE = "A random line from the reviews, word for word"
ABOUT_PERSON = "Only about this person"
ABOUT = "Only about this"
STYLE = "As text, or set as a picture to keep"
STYLES = {"text": "text", "card": "card"}
COLOURS = "The picture’s colours: dark unless you say light"
COLOURS_NAMED = {"dark": "dark", "light": "light"}
THEMES = {theme: theme.value for theme in Theme}

ANOTHER = "Another"
KEEP = "Keep"

SPOILED = "Spoiler: gives the plot away."
VEILED = "Spoiler: gives the plot away. Press the dark bar to read it."
LEFT_OUT = (
    "Quotes that give the story away are left out. Add `spoilers: veil` to the command to draw them too."
)

NO_FILES = "As text, because I may not attach files in this channel (the permission “Attach Files”)."
NO_SPOILERS = "As text, because cards don’t give the plot away."
NO_ROOM = "As text and shortened, because so much of one review may not be shown."

_STANCE = {Stance.FOR: "speaks for the film", Stance.AGAINST: "speaks against it"}


def about(themes: Sequence[Theme], stance: Stance | None) -> str | None:
    """What a quote is about and whether it speaks for the film; None where it says neither.

    >>> about([Theme.ACTION, Theme.PACING], Stance.FOR), about([], Stance.AGAINST)
    ('About action and pacing · speaks for the film', 'Speaks against it')
    """
    subject = f"About {listing([THEMES[theme] for theme in themes])}" if themes else None
    return capital(joined((subject, _STANCE[stance] if stance else None))) or None


# --- /search -------------------------------------------------------------------------------------------------

SEARCH = "Find sentences in the reviews by the words in them"
WHICH_WORDS = "Which words?"
OPEN_ONE = "Open one of these reviews"
ANOTHER_SENTENCE = "Another sentence of the same review: open it below to read on."


def sentences_found(total: int, *, capped: bool, film: str | None, critic: str | None) -> str:
    """How many sentences hold the words, and where was looked; ``capped`` where there are more than counted.

    >>> sentences_found(1, capped=False, film=None, critic="Ada")
    '1 sentence by Ada, best first'
    >>> sentences_found(500, capped=True, film="Rope", critic=None)
    'More than 500 sentences on Rope, best first'
    """
    found = f"{'More than ' if capped else ''}{count(total, 'sentence')}"
    return f"{found}{f' on {film}' if film else ''}{f' by {critic}' if critic else ''}, best first"
