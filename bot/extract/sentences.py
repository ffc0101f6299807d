"""Body blocks -> sentences: sentencex within each paragraph, and repairs for what film prose adds"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import sentencex

from bot.extract.view import normalise
from bot.models import Block, BlockKind, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW = 2_500
"""Characters handed to sentencex at once: its time grows with the square of the quote marks in one call."""

MOST = 30_000
"""Sentences of one text that are told apart: three long books have about as many."""

WRAPPED = range(50, 121)
"""Lengths of a line that may have been broken by an editor's right margin rather than by its writer."""

# A line that ends like this is complete, whatever its length.
_LINE_COMPLETE = re.compile(r"""[.!?:;*)\]"']$""")

# The best place to cut an overlong paragraph: behind a terminator, before a capital.
_CUT = re.compile(r"""[.!?]["')\]]{0,2}[ ](?=["'(\[]{0,2}[A-Z0-9])""", re.VERBOSE)

# Without a terminator and something behind it, there is nothing to split.
_ENDS_WITHIN = re.compile(r"[^\w\s,;:'\"()-]\W{0,3}.", re.DOTALL)

# A new sentence that sentencex does not see: "(Gabriel Byrne.) He broods.", "decades ago.Hanna was".
# The one group that took part spans the gap between the two.
_MISSED = re.compile(
    r"""
    [.!?] (?:
        [)\]] ([ ]+) (?= ["'(]? [A-Z] )                     # a whole sentence in brackets, then another
      | (?<= [a-z]{3} [.!?] ) (?<! www. ) () (?= [A-Z] [a-z]* [ ,'] )   # the blank between two sentences was lost
      | (?<= [ ][a-z]{2} [.!] ) (?<! vs. ) () (?= (?: I['] | [A-Z][a-z]* ) [ ,] )  # "thumbs up.I smiled"
      | (?<= [a-z]{2} [.!?] ) ([ ]+) (?= I[ '] )            # "floored me. I will": taken for an initial
      | (?<= [a-z][a-z)] [.!?] ) ["'] () (?= [A-Z] [a-z]* [ ] )
    )
    """,
    re.VERBOSE,
)

# "Guardians of the Galaxy Vol." belongs with the number behind it.
_NUMBERED = re.compile(r"\b(?:[Vv]ol|[Nn]o|[Pp]t|[Pp]art|[Cc]h|[Ee]p|[Nn]os|pp?|c|ca|approx|est)\.$")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Capt|Sgt|Lt|Col|Rev|Maj|Det|St|Sr|Sra)\.$")
_LEADS_ON = re.compile(r"\b(?:vs|www|[eE]\.g|[iI]\.e)\.$")  # "man-vs. nature": nothing ends behind these
_ABBREVIATED = 8  # characters of the longest of them, and the one before
_NUMBER = re.compile(r"(?:\d|[IVX]+\b)")

# A title that ends in a mark of its own ("Airplane!", "Moulin Rouge!", "What's Up, Doc?"): the sentence
# goes on in lower case.
_OPEN_END = re.compile(r"""[!?.]["')\]]*$""")
_GOES_ON = re.compile(r"""["')\]]*\s*[a-z]""")
_SHOUT = re.compile(r"[A-Z]+[!?]")
# Writers who never use a capital: what ends a sentence before a small letter, and no abbreviation does.
_SMALL_START = re.compile(r"""[.!?](?<=[a-z0-9)"'][a-z0-9)"'].)[)"']{0,2}([ ]+)(?=["'(]?[a-z])""")
_CAPITAL_START = re.compile(r"""[.!?](?<=[a-z].)[)"']{0,2}[ ]+(?=["'(]?[A-Z])""")
_SHORTENED = re.compile(
    r"\b(?:vs|e\.g|i\.e|mr|mrs|ms|dr|st|vol|no|pt|jr|sr|ft|feat|min|mins|approx|prof|incl|est)\.$"
)
_AT_LEAST = 3  # sentences that begin small, before a writer is taken for one who never uses a capital

# A part's heading whose line break is lost: "Final Thoughts This is ...", "The GoodThe cast ..."
_GLUED = re.compile(
    r"""(?:(?:The|My|Our|Final)[ ]){0,2}(?i:good|bad|ugly|plot|story|synopsis|verdict|review|summary|thoughts?
    |conclusion|overview|acting|performances|direction|music|visuals|pros|cons|bottom[ ]line|final[ ]words?|premise)
    (?:[ ]|(?<=[a-z]))
    (?=(?:The|This|That|A|An|It|It's|In|I|We|He|She|They|There|What|When|While|As|If|But|One|My|For|With|You)[ ])""",
    re.VERBOSE,
)
_TAIL = re.compile(r"""^[.!?…"')\]*]+$""")  # nothing but closing marks: never a sentence of its own


def split_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """Find the sentences of the body blocks, in order, without surrounding blanks.

    >>> body = "Airplane! is still a riot. Watch it."
    >>> [body[s.start : s.end] for s in split_sentences(body, (Block(BlockKind.BODY, 0, len(body)),))]
    ['Airplane! is still a riot.', 'Watch it.']
    """
    view = normalise(text)
    found: list[Sentence] = []
    small = _is_small(view)
    for block in blocks:
        if block.kind is BlockKind.BODY:
            behind = block.start
            for start, end in _told_apart(view, block, small=small):
                if len(found) >= MOST:
                    found += _stretches(view, behind, block.end)
                    break
                found.append(Sentence(start, end))
                behind = end
    return tuple(found)


def _is_small(view: str) -> bool:
    """Whether sentences begin with small letters throughout."""
    starts = _SMALL_START.finditer(view, 0, 20_000)
    small = sum(not _SHORTENED.search(view, max(0, m.start() - 8), m.start() + 1) for m in starts)
    return small >= _AT_LEAST and small > 2 * sum(1 for _ in _CAPITAL_START.finditer(view, 0, 20_000))


def _told_apart(view: str, block: Block, *, small: bool) -> Iterator[tuple[int, int]]:
    """Spans of a block's sentences; ``small`` where they begin with small letters."""
    for start, end in _paragraphs(view, block.start, block.end):
        begin = start
        if heading := _GLUED.match(view, start, end):
            yield _stripped(view, start, heading.end())
            begin = heading.end()
        if not _ENDS_WITHIN.search(view, begin, end):
            yield _stripped(view, begin, end)
            continue
        for span in _sentences(view, begin, end):
            yield from _small_sentences(view, *span) if small else (span,)


def _small_sentences(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span where a sentence begins with a small letter."""
    for gap in _SMALL_START.finditer(view, start, end):
        if not _SHORTENED.search(view, max(start, gap.start() - 8), gap.start() + 1):
            yield start, gap.start(1)
            start = gap.end()
    yield start, end


def _stretches(view: str, start: int, end: int) -> Iterator[Sentence]:
    """Text beyond what is told apart, in pieces."""
    for first, last in _windows(view, start, end):
        span = _stripped(view, first, last)
        if span[0] < span[1]:
            yield Sentence(*span)


def _paragraphs(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of lines that belong together: a line broken by a right margin goes on in the next."""
    begun: int | None = None
    position = start
    while position < end:
        stop = view.find("\n", position, end)
        stop = end if stop < 0 else stop
        line = view[position:stop].strip()
        if begun is None and line:
            begun = position
        if begun is not None and not (line and _goes_on(view, line, stop, end)):
            yield begun, stop
            begun = None
        position = stop + 1


def _goes_on(view: str, line: str, stop: int, end: int) -> bool:
    if len(line) not in WRAPPED or _LINE_COMPLETE.search(line):
        return False
    following = view[stop + 1 : min(end, stop + 3)]
    return bool(following) and (
        following[0].islower() or (line[-1].islower() and following[0] not in "\n-*#>")
    )


def _sentences(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence spans of one paragraph."""
    held: tuple[int, int] | None = None
    for first, last in _segments(view, start, end):
        span = _stripped(view, first, last)
        if span[0] >= span[1]:
            continue
        if held and _belongs(view, held, *span):
            held = (held[0], span[1])
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _stripped(view: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blanks at its ends."""
    piece = view[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _belongs(view: str, held: tuple[int, int], start: int, end: int) -> bool:
    """Whether the segment at ``start`` goes on with the sentence held so far."""
    before, after = view[max(held[0], held[1] - 40) : held[1]], view[start : start + 40]
    if end - start <= 6 and _TAIL.match(view[start:end]):
        return True
    if before.endswith("."):
        word = before[-_ABBREVIATED:]
        if _LEADS_ON.search(word):
            return True
        if after[:1].isupper() and _TITLED.search(word):
            return True
        if _NUMBER.match(after) and _NUMBERED.search(word):
            return True
    if before.endswith(
        "..."
    ):  # "tick, tick... BOOM! has a pulse": a shouted title that the sentence goes on from
        return bool(_SHOUT.fullmatch(view[start:end])) and bool(_GOES_ON.match(view[end : end + 4]))
    return bool(_GOES_ON.match(after)) and bool(_OPEN_END.search(before)) and not before.endswith(". .")


def _segments(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in _windows(view, start, end):
        for boundary in sentencex.get_sentence_boundaries("en", view[first:last]):
            begin, stop = first + boundary["start_index"], first + boundary["end_index"]
            for missed in _MISSED.finditer(view, max(0, begin - 1), stop):
                gap, behind = missed.span(missed.lastindex or 0)
                if gap > begin:
                    yield begin, gap
                    begin = behind
            yield begin, stop


def _windows(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong paragraph, between sentences where it has any."""
    while end - start > WINDOW:
        cut = start + WINDOW
        for sentence_end in _CUT.finditer(view, start + WINDOW // 2, cut):
            cut = sentence_end.end()
        yield start, cut
        start = cut
    yield start, end
