"""Who is named behind a word: the actor behind "played by", the people behind "directed by"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.names import POSSIBLE

if TYPE_CHECKING:
    from bot.extract.credit_page import Page
    from bot.extract.names import Name

_BEFORE_NAME = 9  # plain words between "by" and a name: "by the ever reliable craftsman"


def actor_right(page: Page, index: int, *, reach: int = 12, single: bool = False) -> tuple[Name, str] | None:
    """Find the actor that the phrase at token ``index`` names: "by Danish dancer Paul Marsh"."""
    tokens = page.tokens
    for step in range(index, min(index + reach, len(tokens))):
        token = tokens[step]
        if step > index and (token.edge or ";" in token.gap or "(" in token.gap or ")" in token.gap):
            return None
        name = page.name_of[step]
        if name is None:
            if token.lower in {"who", "which", "that", "when", "while", "is", "was", "in", "but"}:
                return None
            continue
        if name.first < step or name.owns:
            continue
        person = page.person(name)
        if person is None and single and (step == index or not tokens[step - 1].capital):
            person = page.surname(name)
        if person is not None:
            return name, person
    return None


def names_right(
    page: Page, index: int, *, reach: int = _BEFORE_NAME, floor: float = POSSIBLE
) -> list[tuple[Name, str]]:
    """Give the people that a list beginning at token ``index`` names: "genre veteran A, B and C"."""
    tokens = page.tokens
    found: list[tuple[Name, str]] = []
    step, limit = index, min(len(tokens), index + reach)
    while step < limit:
        token = tokens[step]
        if step > index and (token.edge or "(" in token.gap or ")" in token.gap or ";" in token.gap):
            break
        name = page.name_of[step]
        if name is None:
            if found and token.lower not in {"and", "with"}:
                break
            if token.lower in {
                "as",
                "who",
                "which",
                "that",
                "is",
                "was",
                "in",
                "from",
                "on",
                "it",
                "he",
                "she",
                "they",
                "his",
                "her",
            }:
                break
            step += 1
            continue
        if name.first < step:
            step += 1
            continue
        person = None if found and page.is_own_title(name) else page.person(name, floor=floor)
        if person is None:
            if found or page.is_title(name):
                break
            step = name.last + 1
            continue
        if found and tokens[name.first].gap not in {" ", ", ", " & ", "\n"}:
            break
        found.append((name, person))
        step = name.last + 1
        if name.owns:
            break
        limit = min(len(tokens), step + 3)
    return found
