"""What a rule can say of how replies read without sight, without colours, and by keyboard; on every reply there is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from bot.pictures import Category, Colours, QuoteCard, ScorePlot, ScoreRow
from bot.pictures import card as cards
from bot.pictures import plot as plots
from bot.pictures.palette import PALETTES, contrast
from bot.pictures.sheet import Sheet
from bot.render.card import accent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playing import Gallery

Part = dict[str, Any]

ROW, BUTTON, MENU, INPUT, TEXT, GALLERY, SEPARATOR, CONTAINER, LABELLED = 1, 2, 3, 4, 10, 12, 14, 17, 18
MENUS = {MENU, 5, 6, 7, 8}
THUMBNAIL = 11

WORDS = re.compile(r"[^\W\d_]{2,}")
HEADING = re.compile(r"^(?P<marks>#{1,3}) (?P<words>.+)$", re.MULTILINE)
PERCENT = re.compile(r"(?P<value>\d+)%")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
BANDS = {accent(percent): percent for percent in (100.0, 60.0, 20.0)}


def every(parts: list[Part]) -> Iterator[Part]:
    """All parts of a message in reading order."""
    for part in parts:
        yield part
        yield from every([*part.get("components", ()), *filter(None, [part.get("accessory")])])


def texts(parts: list[Part]) -> list[str]:
    return [part["content"] for part in every(parts) if part["type"] == TEXT]


def checked(gallery: Gallery, find: Callable[[str, list[Part]], Iterator[Any]]) -> list[tuple[str, Any]]:
    """What is wrong in any message, with its scene's name."""
    return [(name, wrong) for name, parts in gallery.messages() for wrong in find(name, parts)]


# --- controls ----------------------------------------------------------------------------------------------------


def test_every_button_and_every_line_of_a_menu_says_in_words_what_it_does(gallery: Gallery) -> None:
    seen = set()

    def mute(_: str, parts: list[Part]) -> Iterator[Any]:
        for part in every(parts):
            seen.add(part["type"])
            labels = [part.get("label")] if part["type"] == BUTTON else []
            labels += [option["label"] for option in part.get("options", ())]
            yield from (part for label in labels if not WORDS.search(label or ""))

    assert checked(gallery, mute) == []
    assert {BUTTON, MENU} <= seen


def test_every_menu_says_what_it_is_for(gallery: Gallery) -> None:
    def nameless(_: str, parts: list[Part]) -> Iterator[Any]:
        menus = (part for part in every(parts) if part["type"] in MENUS)
        yield from (menu for menu in menus if not WORDS.search(menu.get("placeholder") or ""))

    assert checked(gallery, nameless) == []


def test_no_two_buttons_of_an_answer_are_called_the_same(gallery: Gallery) -> None:
    def alike(_: str, parts: list[Part]) -> Iterator[Any]:
        labels = [part["label"] for part in every(parts) if part["type"] == BUTTON]
        yield from {label for label in labels if labels.count(label) > 1}

    assert checked(gallery, alike) == []


def test_every_field_of_a_form_has_a_label(gallery: Gallery) -> None:
    forms = {name: reply["form"] for name, reply in gallery.replies.items() if reply["form"]}
    assert len(forms) > 3
    for name, form in forms.items():
        assert WORDS.search(form["title"]), name
        for part in form["components"]:
            assert part["type"] in {LABELLED, TEXT}, name
            assert WORDS.search(part.get("label") or part.get("content") or ""), name


def test_every_command_and_every_option_is_described(gallery: Gallery) -> None:
    def described(commands: list[Part]) -> Iterator[Part]:
        for command in commands:
            yield command
            yield from described(command.get("options", []))

    slash = [one for one in gallery.commands if one.get("type", 1) == 1]
    found = list(described(slash))
    assert len(found) > 60
    assert [one["name"] for one in found if len(WORDS.findall(one["description"])) < 1] == []
    choices = [choice["name"] for one in found for choice in one.get("choices", ())]
    assert choices
    assert [name for name in choices if not WORDS.search(name)] == []


# --- pictures, emoji and colours -----------------------------------------------------------------------------------


def pictures(parts: list[Part]) -> list[Part]:
    held = [part for part in every(parts) if part["type"] in {GALLERY, THUMBNAIL}]
    return [item for part in held for item in part.get("items", [part])]


def test_every_picture_is_described_by_facts_that_stand_in_words_beside_it(gallery: Gallery) -> None:
    described = {name: pictures(parts) for name, parts in gallery.messages() if pictures(parts)}
    assert {"scores", "quote-card"} <= set(described)
    for name, found in described.items():
        for picture in found:
            alt = picture.get("description") or ""
            assert len(WORDS.findall(alt)) > 5, name
            beside = "\n".join(texts(gallery.replies[name]["parts"])).replace("\\", "")
            assert set(NUMBER.findall(alt)) <= set(NUMBER.findall(beside)), name
            said = {word.casefold() for word in WORDS.findall(beside)}
            # What is neither a number nor a name tells what kind of picture it is.
            named = {word for word in WORDS.findall(alt) if word[0].isupper()}
            assert {word for word in named if word.casefold() not in said} <= {"Scores", "Quote", "Not"}, name


def test_the_plot_s_description_names_every_critic_and_score(gallery: Gallery) -> None:
    parts = gallery.replies["scores"]["parts"]
    (plot,) = pictures(parts)
    critics = re.findall(r"^\*\*(.+?)\*\*", "\n".join(texts(parts)), re.MULTILINE)
    assert len(critics) > 2
    assert [critic for critic in critics if critic not in plot["description"]] == []
    assert len(PERCENT.findall(plot["description"])) > len(critics)


def test_nothing_is_said_by_a_sign_alone(gallery: Gallery) -> None:
    def signs(_: str, parts: list[Part]) -> Iterator[str]:
        lines = (line for text in texts(parts) for line in text.splitlines())
        yield from (
            line for line in lines if line.strip() and not WORDS.search(line) and not NUMBER.search(line)
        )

    assert checked(gallery, signs) == []


def test_a_bar_always_has_its_number_beside_it(gallery: Gallery) -> None:
    bars = [
        (name, line)
        for name, parts in gallery.messages()
        for text in texts(parts)
        for line in text.splitlines()
        if "▰" in line or "▱" in line
    ]
    assert len(bars) > 5
    assert [(name, line) for name, line in bars if not NUMBER.search(line)] == []


def test_the_colour_of_a_band_of_scores_stands_beside_a_score_in_that_band(gallery: Gallery) -> None:
    coloured = set()

    def unsaid(name: str, parts: list[Part]) -> Iterator[Any]:
        for part in parts:
            colour = part.get("accent_color")
            if part["type"] != CONTAINER or colour not in BANDS:
                continue
            coloured.add(name)
            said = [float(share["value"]) for text in texts([part]) for share in PERCENT.finditer(text)]
            if not any(accent(share) == colour for share in said):
                yield part

    assert checked(gallery, unsaid) == []
    assert len(coloured) > 3
    assert len(BANDS) == 3


# --- the order of reading ------------------------------------------------------------------------------------------


def test_headings_come_in_order(gallery: Gallery) -> None:
    def disordered(_: str, parts: list[Part]) -> Iterator[Any]:
        levels = [len(found["marks"]) for text in texts(parts) for found in HEADING.finditer(text)]
        yield from (levels for before, after in pairwise(levels) if after > before + 1)
        if levels and min(levels) < levels[0]:
            yield levels

    assert checked(gallery, disordered) == []


def test_an_answer_says_first_what_it_is_about(gallery: Gallery) -> None:
    """Its heading, but for small print above it and a picture, which is described."""

    def late(_: str, parts: list[Part]) -> Iterator[Any]:
        lines = [line for text in texts(parts) for line in text.splitlines()]
        at = next((number for number, line in enumerate(lines) if HEADING.match(line)), 0)
        yield from (line for line in lines[:at] if not line.startswith("-# "))

    assert checked(gallery, late) == []


def test_controls_stand_below_the_words_that_they_belong_to(gallery: Gallery) -> None:
    """A row belongs to what stands above it: a line parts it from other words, but for the page's number."""
    rows = 0

    def below(_: str, parts: list[Part]) -> Iterator[Any]:
        nonlocal rows
        for part in (part for part in parts if part["type"] == CONTAINER):
            inside = part["components"]
            rows += sum(one["type"] == ROW for one in inside)
            if inside[0]["type"] not in {TEXT, GALLERY}:
                yield inside[0]
            for one, after in pairwise(inside):
                if one["type"] != ROW or after["type"] in {ROW, SEPARATOR}:
                    continue
                if not re.fullmatch(r"-# Page \d+ of \d+", after["content"]):
                    yield after

    assert checked(gallery, below) == []
    assert rows > 20


def test_numbers_come_before_words_and_words_between_their_critic_and_their_source(gallery: Gallery) -> None:
    quoting = set()

    def disordered(name: str, parts: list[Part]) -> Iterator[Any]:
        lines = [line for text in texts(parts) for line in text.splitlines()]
        quotes = [number for number, line in enumerate(lines) if line.startswith("> ")]
        if not quotes:
            return
        quoting.add(name)
        if not any("**" in line for line in lines[: quotes[0]]):
            yield "nobody named"
        for number in quotes:
            headline = lines[number - 1] == "-# Headline"  # which is the review's own
            if not headline and not "".join(lines[number + 1 : number + 2]).startswith("-# "):
                yield lines[number]
        mean = next((number for number, line in enumerate(lines) if "on average" in line), 0)
        if mean > quotes[0]:
            yield lines[mean]

    assert checked(gallery, disordered) == []
    assert {"review", "quote", "search", "person", "cast", "favourites", "fitting"} <= quoting


# --- contrast in pictures ------------------------------------------------------------------------------------------

PLOT = ScorePlot(
    "The Lamplighter’s Daughter",
    1931,
    60.0,
    tuple(
        ScoreRow(f"Critic {share}", f"{share}/100", float(share), (Category("Story", "3/5"),))
        for share in (95, 55, 10)
    ),
    4,
    ("Una",),
)
CARDS = tuple(QuoteCard("The fog is the star.", f"Film {n}", 1931, "Ada", "The Wick") for n in range(12))


@pytest.mark.parametrize("theme", Colours)
def test_text_in_pictures_stands_out_in_both_themes(theme: Colours, monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[str, set[str]] = {}
    write = Sheet.text

    def noted(sheet: Sheet, *given: Any, **named: Any) -> None:
        _, _, words, _, _, colour, *_ = given
        written.setdefault(colour, set()).add(words)
        write(sheet, *given, **named)

    monkeypatch.setattr(Sheet, "text", noted)
    plots.draw_plot(PLOT, theme)
    for one in CARDS:
        cards.draw_card(one, theme)
    assert len(written) > 4
    ground = PALETTES[theme].ground
    assert {colour: words for colour, words in written.items() if contrast(colour, ground) < 4.5} == {}
