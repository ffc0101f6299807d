"""What the reviews don't hold: quotes, sentences and reviews that were asked for in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.grammar import listing

if TYPE_CHECKING:
    from bot.models import Theme

_SHOWS_IT = "The option “spoilers” shows it all the same."


def no_quote(
    film: str | None, critic: str | None, person: str | None, about: Theme | None, *, hidden: bool = False
) -> str:
    """There are no such quotes, or none but ``hidden`` ones, which give the story away.

    >>> no_quote("M", None, "Fritz Lang", None)
    'No quote here is from a review of M and names Fritz Lang. Ask for less at once, or try /search.'
    >>> no_quote(None, None, "Fritz Lang", None)
    'No quote here names Fritz Lang. /person shows the sentences that credit them.'
    >>> no_quote(None, None, None, None)
    'There are no quotes here yet. /about says what is loaded.'
    >>> no_quote("M", None, None, None, hidden=True)
    'Every quote here that is from a review of M gives the story away. The option “spoilers” shows it all the same.'
    """
    wanted = [
        f"{holds} {what}"
        for holds, what in (
            ("is from a review of", film),
            ("is by", critic),
            ("names", person),
            ("is about", about),
        )
        if what
    ]
    if hidden:
        which = f" that {listing(wanted)}" if wanted else ""
        return f"Every quote here{which} gives the story away. {_SHOWS_IT}"
    if not wanted:
        return "There are no quotes here yet. /about says what is loaded."
    if len(wanted) > 1:
        elsewhere = "Ask for less at once, or try /search."
    elif person:
        elsewhere = "/person shows the sentences that credit them."
    else:
        elsewhere = "Choose another theme, or try /search." if about else "Try /review, or another."
    return f"No quote here {listing(wanted)}. {elsewhere}"


NO_WORD = "There is no word to search for in that. Type some letters or digits."


def no_sentence(text: str, *, narrowed: bool = False) -> str:
    """No sentence holds what was searched for; ``narrowed`` where only a film's or a critic's were looked at."""
    if narrowed:
        return f"No sentence that you asked for holds “{text}”. Try other words, or leave out the film and the critic."
    return f"No sentence here holds “{text}”. Try fewer words, or other ones."


def all_hidden(count: int, text: str) -> str:
    """What was found gives the story away, all of it."""
    found = "The one sentence here" if count == 1 else "Every sentence here"
    return f"{found} that holds “{text}” gives the story away. {_SHOWS_IT}"


def no_review(film: str, critic: str) -> str:
    """A critic wrote nothing of a film."""
    return (
        f"There is no review of {film} by {critic} here. /review with the film alone shows who wrote on it."
    )


NO_WORDS_IN_MESSAGE = (
    "There are no words in this message that I could look for. Pick one that says something of a film."
)
NOTHING_FITS = (
    "No quote here fits this message: it names no film, critic or actor of these reviews and shares no "
    "telling word with them. /films lists what there is, /search looks for words of your own."
)
