"""The one visual language: a coloured container whose parts stand in one order.

What it is about, who says so, the numbers, the words, where they come from, and what can be pressed.
"""

from __future__ import annotations

import io
from colorsys import hls_to_rgb
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from zlib import crc32

import discord
from discord import ui

from bot.render.text import clip
from bot.render.wire import DrawQuote, OpenCast, OpenFilm, OpenScores, State
from bot.words import answers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.render.pages import Block, PageOf, Pick
    from bot.views import FilmRef

COMPONENT_LIMIT = 40
"""Discord's, for all parts of a message together."""

TEXT_LIMIT = 4_000
"""Discord's, in characters, for all texts of a message together; discord.py doesn't check it."""

_SHARE_PARTS = 2  # the row and the button in it
_LABEL_LIMIT = 80
_OPTION_LIMIT = 100
_OPTIONS = 25
_URL_LIMIT = 512

# By the score's band, (lowest percent, colour); the number itself always stands in the text.
_BANDS: tuple[tuple[float, int], ...] = ((70.0, 0x3BA55D), (45.0, 0xE0A526), (0.0, 0xD6453D))
_PLAIN = 0x7A86B8
_HUES, _SHADES = (0.5, 0.92), 24  # of the colour circle


def accent(percent: float | None, film: FilmRef | None = None) -> int:
    """The colour of a score's band; where there is no score, the film's own colour, or a quiet one.

    A film's colour lies between teal and pink, so that none looks like a band.

    >>> accent(85.0) != accent(20.0) != accent(None)
    True
    >>> from bot.views import FilmRef
    >>> accent(None, FilmRef("k7q2m4abcd", "Rope", 1948)) == accent(None, FilmRef("k7q2m4abcd", "Rope", None))
    True
    """
    if percent is not None:
        return next((colour for lowest, colour in _BANDS if percent >= lowest), _BANDS[-1][1])
    if film is None:
        return _PLAIN
    first, last = _HUES
    hue = first + (last - first) * (crc32(film.id.encode()) % _SHADES) / _SHADES
    red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, 0.62, 0.55))
    return red << 16 | green << 8 | blue


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG under a name of its own within the answer, with words for who can't see it."""

    name: str
    png: bytes
    alt: str


class Reply(ui.LayoutView):
    """A finished answer. The cogs' dynamic items answer for every control, so discord.py need not keep it.

    ``state`` brings the same answer once more; None where there is no way to. ``illustrated`` makes it with its
    picture, which takes longer than an answer may; None where there is none to draw.
    """

    def __init__(
        self,
        *items: ui.Item[Any],
        state: State | None = None,
        pictures: Sequence[Picture] = (),
        illustrated: Callable[[], Awaitable[Reply]] | None = None,
    ) -> None:
        super().__init__(timeout=None)
        self.pictures = tuple(pictures)
        self.illustrated = illustrated
        for item in items:
            self.add_item(item)
        self.state = state
        self.stop()

    def files(self) -> list[discord.File]:
        """The pictures as they are sent; each may be sent once."""
        return [
            discord.File(io.BytesIO(picture.png), picture.name, description=picture.alt)
            for picture in self.pictures
        ]

    def shareable(self) -> Self:
        """Put a button below that posts the same answer for everybody, where there is one that may."""
        state, parts = self.state, self.total_children_count + _SHARE_PARTS
        if state is not None and state.shareable and parts <= COMPONENT_LIMIT:
            share: ui.Button[Any] = ui.Button(
                label=answers.SHARE, custom_id=state.custom_id(shared=True), emoji="📣"
            )
            self.add_item(ui.ActionRow(share))
        return self


class Card:
    """Collects the parts of a container in order, then becomes a :class:`Reply`."""

    def __init__(self, colour: int) -> None:
        self._colour = colour
        self._items: list[ui.Item[Any]] = []
        self._controls: list[ui.Item[Any]] = []
        self._state: State | None = None
        self._pictures: list[Picture] = []

    def brought_by(self, state: State | None) -> Self:
        """Say which state brings this answer once more, so that it can be shown to everybody."""
        self._state = state
        return self

    def text(self, *lines: str | None) -> Self:
        """Add one text of several lines, leaving out what is absent."""
        if content := "\n".join(line for line in lines if line):
            self._items.append(ui.TextDisplay(content))
        return self

    def picture(self, picture: Picture | None) -> Self:
        """Add a picture, if there is one."""
        if picture:
            self._pictures.append(picture)
            item = discord.MediaGalleryItem(f"attachment://{picture.name}", description=picture.alt)
            self._items.append(ui.MediaGallery(item))
        return self

    def rule(self, *, visible: bool = True) -> Self:
        """Add a thin line between two parts, or only room."""
        self._items.append(ui.Separator(visible=visible, spacing=discord.SeparatorSpacing.small))
        return self

    def notes(self, *lines: str | None) -> Self:
        """Add what is said of an answer as a whole, below its parts; nothing where there is nothing to say."""
        return self.rule(visible=False).text(*lines) if any(lines) else self

    def blocks(self, blocks: Sequence[Block]) -> Self:
        """Add a page's blocks with room between them, under their heading and speaker where those change."""
        above: Block | None = None
        for block in blocks:
            new = above is None or block.heading != above.heading
            if above is not None:
                self.rule(visible=new)
            if new:
                self.text(block.heading)
            said = block.speaker.line if block.speaker else None
            self.text(said if new or above is None or block.speaker != above.speaker else None, block.text)
            above = block
        return self

    def menu(self, state: State, placeholder: str, picks: Sequence[Pick], *, aside: bool = False) -> Self:
        """Add a menu of what can be opened; none where there is nothing."""
        seen: dict[str, Pick] = {pick.value: pick for pick in reversed(picks)}
        options = [
            discord.SelectOption(
                label=clip(pick.label, _OPTION_LIMIT),
                value=pick.value,
                description=clip(pick.description, _OPTION_LIMIT) if pick.description else None,
            )
            for pick in list(reversed(seen.values()))[:_OPTIONS]
        ]
        if options:
            select: ui.Select[Any] = ui.Select(
                custom_id=state.custom_id(aside=aside), placeholder=placeholder, options=options
            )
            self._controls.append(ui.ActionRow(select))
        return self

    def row(self, *buttons: ui.Button[Any]) -> Self:
        """Add a row of buttons between the words, where it belongs to those above it."""
        self._items.append(ui.ActionRow(*buttons))
        return self

    def buttons(self, *buttons: ui.Button[Any] | None) -> Self:
        """Add a row of buttons, leaving out what is absent."""
        present = [button for button in buttons if button is not None]
        if present:
            self._controls.append(ui.ActionRow(*present))
        return self

    def pager(self, page: PageOf, state: Callable[[int], State]) -> Self:
        """Add Previous and Next where there are several pages; both keep their seats at either end."""
        self._state = state(page.number)
        if page.pages < 2:
            return self
        self._controls.append(ui.TextDisplay(f"-# {answers.page_of(page.number + 1, page.pages)}"))
        before, after = page.number - 1, page.number + 1
        return self.buttons(
            button(answers.PREVIOUS, state(before) if before >= 0 else None, emoji="◀️", seat="previous"),
            button(answers.NEXT, state(after) if after < page.pages else None, emoji="▶️", seat="next"),
        )

    def reply(self) -> Reply:
        """The finished answer."""
        if self._controls:
            self.rule()
        container = ui.Container(*self._items, *self._controls, accent_colour=self._colour)
        return Reply(container, state=self._state, pictures=self._pictures)


def button(
    label: str,
    state: State | None,
    *,
    aside: bool = False,
    primary: bool = False,
    emoji: str | None = None,
    seat: str = "",
) -> ui.Button[Any]:
    """A button that carries its state; one without a state is there but cannot be pressed.

    ``aside`` where the answer must not take the place of the one the button stands under.
    """
    return ui.Button(
        label=clip(label, _LABEL_LIMIT),
        style=discord.ButtonStyle.primary if primary else discord.ButtonStyle.secondary,
        custom_id=state.custom_id(aside=aside) if state else f"pq:nowhere:{seat}",
        disabled=state is None,
        emoji=emoji,
    )


def link(label: str, url: str | None) -> ui.Button[Any] | None:
    """A button that leads to a web address; None where there is none fit for one."""
    if url is None or not web_address(url):
        return None
    return ui.Button(label=clip(label, _LABEL_LIMIT), url=url)


def ways_on(film: FilmRef | None, *, but: type[State] | None = None) -> list[ui.Button[Any]]:
    """What else can be asked of a film, but for the answer these buttons stand under."""
    if film is None:
        return []
    ways: tuple[tuple[str, State], ...] = (
        (answers.THE_FILM, OpenFilm(film.id)),
        (answers.SCORES, OpenScores(film.id)),
        (answers.CAST, OpenCast(film.id)),
        (answers.A_QUOTE, DrawQuote(film=film.id)),
    )
    # A quote leads nowhere back, so it doesn't take the card's place.
    return [
        button(label, state, aside=isinstance(state, DrawQuote))
        for label, state in ways
        if type(state) is not but
    ]


def web_address(url: str) -> bool:
    """Whether a text is a plain web address that Discord takes.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address("https://a b")
    (True, False, False)
    """
    starts = url.startswith(("https://", "http://"))
    return starts and len(url) <= _URL_LIMIT and url.isprintable() and not any(c in ' <>"' for c in url)
