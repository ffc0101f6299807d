"""Characters that the cast knows by one word, under the full name another review writes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.models import Certainty, Credit, CreditKind, Film, Mention, Place, ReviewFacts
from bot.resolve.cast import resolve_film

FILM = Film("Ballerina", 2025)


def credit(person: str, character: str | None, **changes: object) -> Credit:
    made = Credit(
        person, person, "actor", character, CreditKind.NAMED, Certainty.STATED, "test", 0.9, Place.span(0, 40)
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def characters(credits_: tuple[Credit, ...], *written: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The characters of a cast where other reviews write these names as characters'."""
    reviews = [ReviewFacts("a", "a.txt", None, (), credits_)]
    for number, names in enumerate(written):
        mentions = tuple(Mention(name, spot, spot + 5, character=True) for spot, name in enumerate(names))
        reviews.append(ReviewFacts(f"w{number}", f"w{number}.txt", None, (), (), mentions))
    forward, backward = resolve_film(FILM, reviews), resolve_film(FILM, reviews[::-1])
    assert (forward.cast, forward.credits) == (backward.cast, backward.credits)
    shown = {entry.person: entry.characters for entry in forward.cast}
    for one in forward.credits["a"]:
        assert one.kind is CreditKind.DESCRIBED or one.character in (*shown[one.person], None)
    return shown


EVE = credit("Ana Smith", "Eve")
WICK = credit("Keanu Reeves", "Wick")


@pytest.mark.parametrize(
    ("credits_", "written", "expected"),
    [
        ((EVE,), (("Eve Macarro",),), {"Ana Smith": ("Eve Macarro",)}),
        ((WICK,), (("John Wick",),), {"Keanu Reeves": ("John Wick",)}),
        # A slip in one review's spelling is no other name; the one most critics write is shown.
        ((EVE,), (("Eve Macarro",), ("Eve Maccarro",), ("Eve Macarro",)), {"Ana Smith": ("Eve Macarro",)}),
        # Two surnames: who knows which.
        ((EVE,), (("Eve Macarro",), ("Eve Harrington",)), {"Ana Smith": ("Eve",)}),
        # Another actor's character, or two who go by one word.
        ((WICK, credit("Jo Roe", "Helen")), (("Helen Wick",),), {"Keanu Reeves": ("Wick",), "Jo Roe": ("Helen",)}),
        ((EVE, credit("Jo Roe", "Eve")), (("Eve Macarro",),), {"Ana Smith": ("Eve",), "Jo Roe": ("Eve",)}),
        # Somebody credited in the film, or a woman's name for a man's part.
        ((EVE, credit("Eve Plumb", None)), (("Eve Plumb",),), {"Ana Smith": ("Eve",), "Eve Plumb": ()}),
        ((WICK,), (("Helen Wick",),), {"Keanu Reeves": ("Wick",)}),
        # The word must begin or end the name, and descriptions have no longer name.
        ((EVE,), (("Steve Macarro",), ("Eveline Roe",)), {"Ana Smith": ("Eve",)}),
        (
            (credit("Ana Smith", "father", kind=CreditKind.DESCRIBED),),
            (("Father Brown",),),
            {"Ana Smith": ("father",)},
        ),
    ],
)  # fmt: skip
def test_full_names(
    credits_: tuple[Credit, ...], written: tuple[tuple[str, ...], ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert characters(credits_, *written) == expected
