"""A form that shows what was understood -> what somebody said otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.library.edits import parse_edits

if TYPE_CHECKING:
    from bot.library.understanding import Preview
    from bot.models import Edits
    from bot.views import ReviewRef


@dataclass(frozen=True, slots=True)
class Fields:
    """A form's fields as text; an empty one is ``""``, as people leave it."""

    film: str = ""  # with its year in brackets
    critic: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""


def fields_of(shown: Preview | ReviewRef) -> Fields:
    """Fill a form with what is known of a review."""
    critic = shown.critic if shown.critic is None or isinstance(shown.critic, str) else shown.critic.name
    title = shown.film.title if shown.film else ""
    year = f" ({shown.film.year})" if shown.film and shown.film.year else ""
    return Fields(f"{title}{year}", critic or "", shown.outlet or "", shown.published or "", shown.url or "")


def corrected(before: Edits, shown: Fields, typed: Fields) -> Edits:
    """Take what somebody changed in a form over what they or others said before.

    A field left alone says what it said; an emptied one says nothing, so the review's own word counts again.
    Raises NotUnderstood.

    >>> from bot.models import Edits
    >>> corrected(Edits(outlet="The Lamp"), Fields("Rope (1948)", "Ada"), Fields("Rope (1948)", "Bo")).critic
    'Bo'
    >>> corrected(Edits(film="Rope"), Fields("Rope"), Fields(""))
    Edits(film=None, year=None, critic=None, outlet=None, published=None, url=None)
    """
    said = parse_edits(
        film=typed.film,
        critic=typed.critic,
        outlet=typed.outlet,
        published=typed.published,
        url=typed.url,
    )
    result = before
    if _differs(typed.film, shown.film):
        result = replace(result, film=said.film, year=said.year)
    for name in ("critic", "outlet", "published", "url"):
        if _differs(getattr(typed, name), getattr(shown, name)):
            result = replace(result, **{name: getattr(said, name)})
    return result


def _differs(one: str, other: str) -> bool:
    return one.split() != other.split()
