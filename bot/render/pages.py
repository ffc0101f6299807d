"""Pages apart from layouts: blocks of text dealt out so that no page is too long or quotes too much."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_Item = TypeVar("_Item")

PAGE_CHARACTERS = 2400
"""What the blocks of one page may measure; the rest of Discord's 4,000 is for headings and notes."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A line of a menu: what a block offers to open."""

    label: str
    value: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words a block holds; two of the same name are told apart by the id."""

    id: str
    line: str  # markdown


@dataclass(frozen=True, slots=True)
class Excerpt:
    """How much a block shows of a review, and how much of that review a page may show, in characters."""

    review: str  # public id
    characters: int
    limit: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a card that is never divided."""

    text: str  # markdown
    excerpts: tuple[Excerpt, ...] = ()
    pick: Pick | None = None
    heading: str | None = None  # markdown; shown once above the blocks of a page that share it
    speaker: Speaker | None = None  # shown once above the blocks in a row that share it


@dataclass(frozen=True, slots=True)
class PageOf:
    """One page of blocks: pages count from 0."""

    blocks: tuple[Block, ...]
    number: int
    pages: int


def deal(blocks: Iterable[Block], per_page: int) -> tuple[tuple[Block, ...], ...]:
    """Deal blocks out in order; a page ends before it holds too many, too much text or too much of a review.

    >>> a, b = Block("a", (Excerpt("r", 400, 600),)), Block("b", (Excerpt("r", 300, 600),))
    >>> [len(page) for page in deal([a, b, Block("c")], 5)]
    [1, 2]
    """
    pages: list[tuple[Block, ...]] = []
    page: list[Block] = []
    length = 0
    quoted: Counter[str] = Counter()
    heading: str | None = None
    for block in blocks:
        adds = Counter[str]()
        for excerpt in block.excerpts:
            adds[excerpt.review] += excerpt.characters
        own = len(block.text) + (len(block.speaker.line) if block.speaker else 0)
        cost = own + (len(block.heading or "") if block.heading != heading else 0)
        full = len(page) == per_page or length + cost > PAGE_CHARACTERS
        much = any(quoted[one.review] + adds[one.review] > one.limit for one in block.excerpts)
        if page and (full or much):
            pages.append(tuple(page))
            page, length, quoted = [], 0, Counter()
            cost = own + len(block.heading or "")
        page.append(block)
        length += cost
        quoted.update(adds)
        heading = block.heading
    if page:
        pages.append(tuple(page))
    return tuple(pages)


def turn_to(pages: Sequence[tuple[Block, ...]], number: int) -> PageOf:
    """The page asked for, or the nearest there is.

    >>> turn_to(((Block("a"),), (Block("b"),)), 9).number
    1
    """
    if not pages:
        return PageOf((), 0, 1)
    number = max(0, min(number, len(pages) - 1))
    return PageOf(pages[number], number, len(pages))


def chunks(items: Iterable[_Item], size: int) -> Iterator[tuple[_Item, ...]]:
    """Items in tuples of at most ``size``.

    >>> list(chunks("abcde", 2))
    [('a', 'b'), ('c', 'd'), ('e',)]
    """
    left = iter(items)
    while chunk := tuple(islice(left, size)):
        yield chunk
