"""Pictures are drawn once, beside the event loop, and held within bounds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.pictures import Colours, PictureRefused, QuoteCard, Studio

if TYPE_CHECKING:
    from collections.abc import Iterator

FOG = QuoteCard("The harbour is all fog.", "Fog Harbour", 1931, "Ada Lindqvist")
GEESE = QuoteCard("The geese steal every scene.", "Nine Geese", 1928, "Cora Vance")


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = Studio()
    yield made
    made.close()


async def test_who_asks_for_the_same_at_once_gets_one_drawing(studio: Studio) -> None:
    first, *others = await asyncio.gather(*(studio.card(FOG) for _ in range(5)))
    assert all(other is first for other in others)
    assert await studio.card(FOG) is first
    assert studio.drawn == 1
    assert await studio.card(FOG, Colours.LIGHT) != first
    assert await studio.card(GEESE) != first
    assert studio.drawn == 3


async def test_who_leaves_does_not_take_the_picture_from_the_others(studio: Studio) -> None:
    impatient = asyncio.create_task(studio.card(FOG))
    patient = asyncio.create_task(studio.card(FOG))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient
    assert impatient.cancelled()
    assert studio.drawn == 1


async def test_only_so_much_is_held() -> None:
    size = len(await Studio().card(FOG))
    studio = Studio(held=size * 3 // 2)
    await studio.card(FOG)
    await studio.card(GEESE)
    await studio.card(GEESE)
    assert studio.drawn == 2
    await studio.card(FOG)
    assert studio.drawn == 3


async def test_a_refusal_reaches_everyone_who_asked_and_the_next_is_drawn(studio: Studio) -> None:
    endless = QuoteCard("Fog and more fog. " * 200, None, None, "Ada")
    answers = await asyncio.gather(studio.card(endless), studio.card(endless), return_exceptions=True)
    assert all(isinstance(answer, PictureRefused) for answer in answers)
    assert await studio.card(FOG)


async def test_the_loop_goes_on_while_a_picture_is_drawn(studio: Studio) -> None:
    turns = 0
    drawing = asyncio.create_task(studio.card(GEESE))
    while not drawing.done():
        turns += 1
        await asyncio.sleep(0)
    assert turns > 20
