"""Markdown and HTML -> the text a reader sees, with the spans that were set in italics or bold.

One pass over tokens, each a bounded pattern, so that hostile input costs no more than plain prose. Stars are
the trouble: ``**Rating:**`` is bold and ``**1/2 of ****`` is a verdict. A run of stars is a mark only where
an equal run closes it in the same paragraph and both stand against words, as type does and verdicts do not.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from bot.corpus.decode import clean_characters

OPEN, CLOSE = "\x01", "\x02"  # cleaned text holds no control characters, so these are free


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BREAKING = _names(
    """address article aside blockquote body center details dd div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 head header hr html main nav ol p pre section summary table tbody tfoot thead title
    ul"""
)
_LINE = _names("br li tr option")
_CELL = _names("td th")
_EMPHASIS = _names("b cite em i strong u")
_INLINE = _names(
    """a abbr acronym big button caption code data del dfn font img input ins kbd label link mark meta picture
    q s samp small source span strike sub sup time tt var wbr"""
)
_DROPPED = _names("audio canvas iframe noscript object script select style svg template textarea video")
_TAGS = _BREAKING | _LINE | _CELL | _EMPHASIS | _INLINE | _DROPPED

_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?P<name>[^\]\[\n^]{1,80})\]:[ \t]+   # "[1]: https://...", where a link's address is kept
        (?:<|https?:|www\.|mailto:|[/.\#]|\{[%{])[^\n]*$""",
    re.VERBOSE | re.MULTILINE,
)
_RULE_LINE = re.compile(
    r"^[ \t]*+(?:(?:-[ \t]*+){3,}|(?:_[ \t]*+){3,}|(?:=[ \t]*+){3,}|(?:~[ \t]*+){3,})$", re.MULTILINE
)
_HEADING = re.compile(r"^[ ]{0,3}\#{1,6}[ \t]++(?P<text>[^\n]*)$", re.MULTILINE)
_QUOTED_LINE = re.compile(r"^[ ]{0,3}(?:>[ \t]?)++", re.MULTILINE)

_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[\\`*_{}\[\]()\#+\-.!~>|])
    | (?P<comment><!--)
    | <!(?i:doctype)[^<>]*+>
    | <(?P<autolink>https?://[^\s<>]++)>
    | <(?P<slash>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*+)(?:[\s/][^<>]*+)?>
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
      # Jekyll: a tag, an output, attributes
    | (?P<template>\{%(?:[^%{}\n]|%(?!\}))*+%\} | \{\{[^{}\n]*+\}\} | \{:[^{}\n]*+\})
    | \[(?P<bbcode>/?(?:i|b|u|em))\]
    | (?P<footnote>\[\^[^\]\[\s]{1,40}\]:?)
    | (?P<image>!\[)
    | (?P<bracket>\[)
    | \](?P<target>\([ ]*+<?(?:[^()\s<>{}]|\([^()\s]{0,200}\)|\{[%{][^{}\n]*+\})*+>?
          (?:\s{1,3}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ ]*+\))
    | \]\[(?P<reference>[^\[\]\n]{0,80})\]
    | (?P<end>\])
    | (?P<url>https?://[^\s<>()\[\]"*]*+)
    | (?P<run>\*++|_++)
    | (?P<paragraph>\n[^\S\n]*+\n)
    """,
    re.VERBOSE,
)
# Where a token may begin. Each branch starts with a plain character, which makes this a fast search.
_SIGN = re.compile(r"\\|<|&|\{|\[|\]|\*|_|!\[|\n[^\S\n]*+\n|https?://")
_HALF = re.compile(r"[½¼¾⅓⅔]|[13]/[24](?!\*)")  # what follows the stars of a verdict
_BEFORE_CLOSE = frozenset("\"'”’)]}>!?.,…;:%*_½★")  # besides letters and digits
_AFTER_OPEN = frozenset("\"'“‘([{<¿¡#$&\\*_!")
# A run of blanks and marks, anything else than one plain blank, one line's end or one paragraph's.
_LAYOUT = re.compile(
    r"""[\s\x01\x02]
    (?:(?<=[^ \n]) | (?<=[ ])(?=[\s\x01\x02]) | (?<=\n)(?=[^\S\n]|[\x01\x02]|\n[\s\x01\x02]))
    [\s\x01\x02]*+""",
    re.VERBOSE,
)
_MOST_SIGNS = 100_000  # that may begin a token; what follows in a longer text stays as it is


@dataclass(frozen=True, slots=True)
class Stripped:
    """Text without marks, and the spans in it that were emphasised, in order."""

    text: str
    emphasis: tuple[tuple[int, int], ...]


def strip_markup(source: str) -> Stripped:
    """Resolve markup and collapse layout blanks; ``source`` is cleaned of control characters.

    >>> strip_markup("In *Rope*, **Rating:** ***½")
    Stripped(text='In Rope, Rating: ***½', emphasis=((3, 7), (9, 16)))
    >>> strip_markup("**1/2 of ****<br />M*A*S*H &amp; [more](http://a.b/c_d_e)").text
    '**1/2 of ****\\nM*A*S*H & more'
    """
    names = {match["name"].casefold() for match in _DEFINITION.finditer(source)}
    source = _DEFINITION.sub("", source)
    source = _RULE_LINE.sub("", source)
    source = _QUOTED_LINE.sub("", source)
    source = _HEADING.sub(_heading_text, source)
    return assemble(_Scanner(source, names).run())


def _heading_text(match: re.Match[str]) -> str:
    text = match["text"].rstrip()
    opened = text.rstrip("#")
    return opened.rstrip() if opened.endswith((" ", "\t")) else text  # "## C#" keeps its sharp


@dataclass(slots=True)
class _Scanner:
    """Walks the tokens once, collecting output; an opening mark is output until its closing one is met."""

    source: str
    names: set[str]  # of link definitions
    out: list[str] = field(default_factory=list)
    opened: dict[str, list[tuple[int, int]]] = field(
        default_factory=dict
    )  # run -> (piece, position behind it)
    brackets: list[tuple[int, int, bool]] = field(default_factory=list)  # piece, position behind it, image?
    unclosed: set[str] = field(default_factory=set)  # ends that no longer come

    def run(self) -> list[str]:
        position = start = 0
        source = self.source
        for _ in range(_MOST_SIGNS):
            sign = _SIGN.search(source, start)
            if sign is None:
                break
            if match := _TOKEN.match(source, sign.start()):
                self.out.append(source[position : match.start()])
                start = position = self._take(match)
            else:
                start = sign.start() + 1
        self.out.append(source[position:])
        return self.out

    def _take(self, match: re.Match[str]) -> int:
        """Handle one token and return where to go on."""
        kind, out = match.lastgroup, self.out
        if kind == "run":
            self._mark(match)
        elif kind == "paragraph":
            self._new_paragraph()
        elif kind == "tag":
            return self._tag(match, match["tag"].lower())
        elif kind == "comment":
            return self._skip_to("-->", match)
        elif kind == "entity":
            out.append(clean_characters(html.unescape(match[0])))
        elif kind == "bbcode":
            out.append(CLOSE if match[0][1] == "/" else OPEN)
        elif kind in {"bracket", "image"}:
            self.brackets.append((len(out), match.end(), kind == "image"))
            out.append(match[0])
        elif kind in {"target", "reference", "end"}:
            self._bracket_end(match)
        elif kind in {"escaped", "autolink", "url"}:
            out.append(match[kind])
        return match.end()

    def _tag(self, match: re.Match[str], tag: str) -> int:
        closing = match["slash"]
        if tag in _DROPPED and not closing:
            return self._skip_to(f"</{tag}>", match)
        if tag == "br":
            self._new_line()
            end = match.end()
            return end + 1 if self.source.startswith("\n", end) else end
        if tag in _EMPHASIS:
            self.out.append(CLOSE if closing else OPEN)
        elif tag in _BREAKING:
            self._new_paragraph()
        elif tag in _LINE:
            self.out.append("\n")
        elif tag in _CELL:
            self.out.append(" ")
        elif tag not in _TAGS:
            self.out.append(match[0])  # "<Untitled>" is prose
        return match.end()

    def _new_line(self) -> None:
        if len(self.out) > 1 and self.out[-2] == "\n" and not self.out[-1].strip():
            self.opened.clear()  # the second of two breaks ends a paragraph
        self.out.append("\n")

    def _new_paragraph(self) -> None:
        self.out.append("\n\n")
        self.opened.clear()
        self.brackets.clear()

    def _skip_to(self, end: str, match: re.Match[str]) -> int:
        """Leave out all up to ``end``; where it never comes, the opening alone."""
        if end not in self.unclosed:
            if found := re.compile(re.escape(end), re.IGNORECASE).search(self.source, match.end()):
                self.out.append(" ")
                return found.end()
            self.unclosed.add(end)
        return match.end()

    def _mark(self, match: re.Match[str]) -> None:
        """A run of stars or underscores: a closing mark, an opening one, or neither."""
        run, start, end, source = match[0], match.start(), match.end(), self.source
        before = source[start - 1] if start else " "
        after = source[end] if end < len(source) else " "
        stack = self.opened.setdefault(run, [])
        if len(run) <= 3 and stack and (before.isalnum() or before in _BEFORE_CLOSE) and not after.isalnum():
            piece, inside = stack[-1]
            if any(c.isalnum() for c in source[inside : min(start, inside + 64)]):
                self._forget(piece)
                self.out[piece] = OPEN
                self.out.append(CLOSE)
                return
        opens = (
            after.isalnum() or after in _AFTER_OPEN or source.startswith("...", end)
        ) and not before.isalnum()
        if len(run) <= 3 and opens and not (run[0] == "*" and _HALF.match(source, end)):
            stack.append((len(self.out), end))
        self.out.append(run)

    def _bracket_end(self, match: re.Match[str]) -> None:
        if not self.brackets:
            self.out.append(match[0])
            return
        piece, inside, image = self.brackets.pop()
        name = match["reference"]
        if match["target"] is not None:
            linked = True
        elif name is not None:
            linked = not name or name.isdigit() or name.casefold() in self.names
        else:
            linked = (
                match.start() - inside <= 80 and self.source[inside : match.start()].casefold() in self.names
            )
        if not linked:
            self.out.append(match[0])
        elif image:
            del self.out[piece:]
            self._forget(piece)
        else:
            self.out[piece] = ""

    def _forget(self, piece: int) -> None:
        """Opening marks from this piece on can no longer be closed."""
        for stack in self.opened.values():
            while stack and stack[-1][0] >= piece:
                stack.pop()


def assemble(pieces: list[str]) -> Stripped:
    """Join, collapse blanks, and turn the emphasis marks into spans of what remains."""
    marked = "".join(pieces).strip(" \n")
    out: list[str] = []
    spans: set[tuple[int, int]] = set()
    starts: list[int] = []
    length = position = 0
    for run in _LAYOUT.finditer(marked):
        out.append(marked[position : run.start()])
        length += run.start() - position
        position = run.end()
        opening = newlines = blanks = 0
        for sign in run[0]:
            if sign == OPEN:
                opening += 1
            elif sign != CLOSE:
                newlines += sign == "\n"
                blanks += 1
            elif opening:
                opening -= 1
            elif starts and (start := starts.pop()) < length:
                spans.add((start, length))
        if blanks and length and position < len(marked):
            gap = "\n" * min(newlines, 2) or " "
            out.append(gap)
            length += len(gap)
        starts.extend([length] * opening)
    out.append(marked[position:])
    return Stripped("".join(out), tuple(sorted(spans)))
