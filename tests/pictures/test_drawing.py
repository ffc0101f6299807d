"""The pictures themselves: their size, what they refuse, every script, and no trace outside the process."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from bot.pictures import Category, Colours, PictureRefused, QuoteCard, ScorePlot, ScoreRow
from bot.pictures.card import draw_card
from bot.pictures.plot import MOST_ROWS, draw_plot
from bot.pictures.sheet import Sheet, missing, width_of
from bot.pictures.wording import NO_GLYPH, fitted, listed, readable, runs_right_to_left, titled
from bot.words.pictures import NO_LETTERS, TOO_LONG

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = {
    "latin": "Čtyři ženy viděly ten film þrisvar – “quite” so… fi ffi",
    "greek": "Η ομίχλη είναι πιο όμορφη από την ιστορία",
    "cyrillic": "Туман снят лучше, чем сюжет того заслуживает",
    "hebrew": "הערפל יפה יותר מן הסיפור (1931)",
    "arabic": "الضباب أجمل من القصة، حقًا",
    "devanagari": "कोहरा कहानी से ज़्यादा सुंदर है",
    "thai": "หมอกสวยกว่าเรื่องราวเสียอีก",
    "japanese": "霧は物語よりも美しい。「本当に」",
    "chinese": "雾比故事更美，光影也动人。霧比故事更美",
    "hangul": "안개가 이야기보다 아름답다",
    "bengali": "কুয়াশা গল্পের চেয়ে সুন্দর",
    "tamil": "மூடுபனி கதையை விட அழகு",
    "georgian": "ნისლი ამბავზე ლამაზია",
    "armenian": "Մառախուղը պատմությունից գեղեցիկ է",
    "amharic": "ጭጋጉ ከታሪኩ ይልቅ ውብ ነው",
    "symbols": "★★★½ ☆ ✓ → ♥ 👍🏽 🎬",
}


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def card(text: str, **changes: str | int | None) -> QuoteCard:
    usual = {"film": "Nine Geese", "year": 1928, "critic": "Ada Lindqvist", "outlet": "The Carbide Lamp"}
    return QuoteCard(text, **{**usual, **changes})  # type: ignore[arg-type]


def plot(rows: int, **changes: object) -> ScorePlot:
    made = tuple(ScoreRow(f"Critic {n}", "7/10", 100 - 100 * n / max(1, rows - 1)) for n in range(rows))
    return ScorePlot(
        **{"title": "Nine Geese", "year": 1928, "mean_percent": 50.0, "rows": made, "reviews": rows} | changes
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("colours", Colours)
def test_a_picture_has_its_own_background(colours: Colours) -> None:
    for png in (draw_card(card("The geese steal every scene."), colours), draw_plot(plot(3), colours)):
        picture = opened(png)
        assert picture.width == 1200
        corners = {
            picture.getpixel(at) for at in ((1199, 0), (1199, picture.height - 1), (600, picture.height - 1))
        }
        assert len(corners) == 1  # drawn to the very edge
        assert (sum(corners.pop()) < 3 * 128) == (colours is Colours.DARK)  # type: ignore[arg-type]


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_has_its_letters(script: str) -> None:
    assert not missing(SCRIPTS[script])
    assert draw_card(card(SCRIPTS[script], critic=SCRIPTS[script]), Colours.DARK)


def test_a_letter_without_a_font_refuses_a_quote_and_is_a_box_in_a_name() -> None:
    with pytest.raises(PictureRefused, match=NO_LETTERS):
        draw_card(card("𓀀 is a glyph nobody brought."), Colours.DARK)
    assert readable("Ada 𓀀") == f"Ada {NO_GLYPH}"
    assert readable("Ada @઼") == f"Ada {NO_GLYPH}"  # a letter and a mark that no font has together
    assert draw_card(card("Fine.", critic="𓀀𓀀"), Colours.DARK)


def test_a_long_quote_is_set_smaller_and_a_longer_one_refused() -> None:
    for text in ("Fine.", "Fog and ships. " * 23, "Fog and ships. " * 40):
        assert 675 <= opened(draw_card(card(text), Colours.DARK)).height <= 1300
    with pytest.raises(PictureRefused, match=TOO_LONG):
        draw_card(card("Fog and ships. " * 100), Colours.DARK)


def test_a_right_to_left_quote_stands_on_the_right() -> None:
    def room(text: str) -> tuple[int, int]:
        """What is left empty on the left and on the right of a card's words, below the ornament."""
        words = opened(draw_card(card(text, film=None, critic="N"), Colours.DARK)).crop((100, 0, 1200, 675))
        left, _, right, _ = _ink(words)
        return left, 1100 - right

    left, right = room("Fog.")
    assert left < right
    left, right = room("ערפל.")
    assert right < left
    assert runs_right_to_left("“Ballerina” הוא סרט נפלא ויפה")
    assert not runs_right_to_left("A film named עיר")


def test_a_right_to_left_line_is_put_in_order() -> None:
    """The word that is read first stands on the right, also where it is a Latin one."""
    assert _alike(_written("Fog ערפל", rtl=True), _written("Fog"), from_right=True)
    assert _alike(_written("Fog ערפל"), _written("Fog"), from_right=False)
    assert _written("אב", rtl=True).tobytes() == _written("אב").tobytes()
    assert _alike(_written("אב"), _written("א"), from_right=True)


def _written(words: str, *, rtl: bool = False) -> Image.Image:
    sheet = Sheet(900, 140, "#000000")
    sheet.text(20, 90, words, "serif", 60, "#ffffff", rtl=rtl)
    picture = opened(sheet.png()).convert("L")
    left, _, right, _ = _ink(picture)
    return picture.crop((left, 0, right, picture.height))


def _ink(picture: Image.Image) -> tuple[int, int, int, int]:
    box = picture.convert("L").point(lambda value: 255 if value > 90 else 0).getbbox()
    assert box
    return box


def _alike(whole: Image.Image, part: Image.Image, *, from_right: bool) -> bool:
    """Whether a picture of a line ends, or begins, with a word; letters may be off by part of a pixel."""
    at = whole.width - part.width if from_right else 0
    found = whole.crop((at, 0, at + part.width, whole.height))
    off = sum(ImageChops.difference(found, part).get_flattened_data())
    return off < 0.35 * sum(part.get_flattened_data())


@pytest.mark.parametrize("rows", [2, 5, 12, 40, 52])
def test_a_plot_is_as_high_as_it_has_rows(rows: int) -> None:
    picture = opened(draw_plot(plot(rows), Colours.DARK))
    assert picture.size == opened(draw_plot(plot(rows), Colours.LIGHT)).size
    assert picture.height >= min(rows, MOST_ROWS) * 50


letters = st.sampled_from(sorted({*"".join(SCRIPTS.values()), *"$^_{}\\%\n\u200f\ufe0f𓀀\ud800"}))
words = st.text(letters, max_size=40)
rows = st.builds(
    ScoreRow,
    words,
    words,
    st.floats(0, 100),
    st.lists(st.builds(Category, words, words), max_size=4).map(tuple),
)


@settings(max_examples=10, deadline=None)
@given(st.lists(rows, min_size=1, max_size=12), words, st.lists(words, max_size=4))
def test_whatever_a_review_holds_can_be_drawn(rows: list[ScoreRow], title: str, undrawn: list[str]) -> None:
    made = ScorePlot(title, 1928, 50.0, tuple(rows), len(rows), tuple(undrawn))
    assert opened(draw_plot(made, Colours.DARK)).width == 1200


@settings(max_examples=15, deadline=None)
@given(st.text(letters, max_size=120), words, words)
def test_a_card_is_drawn_or_refused(text: str, film: str, critic: str) -> None:
    made = card(text, film=film, critic=critic, outlet=critic)
    with contextlib.suppress(PictureRefused):
        assert opened(draw_card(made, Colours.DARK)).width == 1200


def test_names_are_cut_at_words_to_the_room_there_is() -> None:
    name = "Wilhelmina Featherstonehaugh of the Northern Harbour Film Society"
    for room in (200, 400, 700):
        short = fitted(name, "sans-medium", 40, room)
        assert width_of(short, "sans-medium", 40) <= room
        assert short.endswith("…")
    assert fitted(name, "sans-medium", 40, 700).removesuffix("…") in name
    assert name[len(fitted(name, "sans-medium", 40, 700)) - 1] == " "
    assert fitted("Ada", "sans-medium", 40, 700) == "Ada"
    assert listed(["Ada", "Bruno", "Cora"], "sans-medium", 34, 260) == "Ada and 2 more"


def test_a_title_keeps_its_year_however_long_it_is() -> None:
    size, lines = titled("Nine Geese", 1928, "serif", (72, 50), 900)
    assert (size, lines) == (72, ["Nine Geese (1928)"])
    size, lines = titled("Nine Geese and " * 20, 1928, "serif", (72, 50), 900)
    assert size == 50
    assert len(lines) == 2
    assert lines[1].endswith("… (1928)")
    assert max(width_of(line, "serif", size) for line in lines) <= 900


def test_names_without_a_score_are_named() -> None:
    """A long name is shortened, not counted away: the note differs from that of another name."""
    one, other = (
        plot(2, undrawn=(f"{name} of the Northern Harbour Film Society of Old",)) for name in ("Ada", "Bo")
    )
    assert draw_plot(one, Colours.DARK) != draw_plot(other, Colours.DARK)


def test_nothing_is_written_to_the_home_folder(tmp_path: Path) -> None:
    code = (
        "import tempfile, os\n"
        "from bot.pictures import QuoteCard, Colours\n"
        "from bot.pictures.card import draw_card\n"
        "draw_card(QuoteCard('Fog.', None, None, 'Ada'), Colours.DARK)\n"
        "print(os.environ['MPLCONFIGDIR'])\n"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MPL", "XDG"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**kept, "HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    assert not list(tmp_path.iterdir())
    assert not Path(done.stdout.strip()).exists()
