"""From files to answers: whom quotes name, and what a cast shows, over the reviews of one film."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import NoMatch
from bot.ingest import load
from bot.models import OPERATOR_LIBRARY
from bot.store import Store
from bot.views import Scope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TEXTS = {
    "a.txt": """Night Harbour (2021)
By Ada Lindqvist

Eve (Anna Keller) keeps the lighthouse, and Norman Haskett appears as Daniel Pine, a smuggler. It is a superb,
tense thriller from start to finish, beautifully shot and played with great care.

4/5""",
    "b.txt": """Night Harbour (2021)
By Bruno Achterberg

The story follows the lighthouse keeper Eve Marrow as she hides a stranger from the police. Norman Haskett is
a welcome and magnetic presence, funnier than anybody else on the pier. The direction is dull, and the pacing
is dreadful in the second half of the film.

2/5""",
    "c.txt": """Night Harbour (2021)
By Cora Vance

Anna Keller gives a wonderful, fearless performance in this gorgeous film. Haskett steals every scene he is in
with a terrific, sly performance. Nobody here is as good as Pine and his awful, brilliant jokes about fish.

5/5""",
}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """The three reviews, loaded."""
    folder = tmp_path / "reviews"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    async with await Store.open(tmp_path / "chain.db") as opened:
        await load(opened, folder)
        yield opened


SCOPE = Scope((OPERATOR_LIBRARY,))


async def quotes_naming(store: Store, person: str) -> set[str]:
    return {(await store.draw_quote(SCOPE, person=person)).text for _ in range(12)}


async def test_quotes_name_a_person_that_only_other_critics_credit(store: Store) -> None:
    found = await quotes_naming(store, "Norman Haskett")
    assert any("magnetic presence" in quote for quote in found)
    assert any("steals every scene" in quote for quote in found)  # the cast explains the surname
    assert not any("brilliant jokes" in quote for quote in found)  # Pine is whom he plays


async def test_characters_are_no_people(store: Store) -> None:
    for name in ("Eve Marrow", "Daniel Pine"):
        with pytest.raises(NoMatch):
            await store.person_card(SCOPE, name)


async def test_critics_who_name_somebody_are_counted_and_quotes_come_from_all(store: Store) -> None:
    card = await store.person_card(SCOPE, "Norman Haskett")
    (film,) = card.films
    assert (film.critics, film.characters) == (3, ("Daniel Pine",))
    assert {quote.review.critic.name for quote in film.quotes} >= {"Bruno Achterberg", "Cora Vance"}


async def test_the_cast_shows_full_characters(store: Store) -> None:
    (film,) = await store.exported_films(OPERATOR_LIBRARY)
    assert {entry.person: entry.characters for entry in film.cast} == {
        "Anna Keller": ("Eve Marrow",),
        "Norman Haskett": ("Daniel Pine",),
    }
