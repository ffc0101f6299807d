"""Contrast is computed, in both themes."""

from __future__ import annotations

import pytest

from bot.pictures.palette import PALETTES, contrast


@pytest.mark.parametrize("theme", PALETTES)
def test_text_stands_out_from_its_background(theme: str) -> None:
    colours = PALETTES[theme]
    text = (colours.ink, colours.muted, *colours.accents, *(colour for _, colour in colours.bands))
    assert min(contrast(colour, colours.ground) for colour in text) >= 4.5


@pytest.mark.parametrize("theme", PALETTES)
def test_a_score_is_told_from_the_track_it_lies_on(theme: str) -> None:
    colours = PALETTES[theme]
    assert min(contrast(colour, colours.faint) for _, colour in colours.bands) >= 3


def test_a_film_keeps_its_colour() -> None:
    colours = next(iter(PALETTES.values()))
    assert colours.accent("Nine Geese") == colours.accent("NINE GEESE")
    assert len({colours.accent(f"Reel {number}") for number in range(40)}) == len(colours.accents)
