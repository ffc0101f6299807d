"""Files -> Document: decoding, markup, front matter, the manifest and what each block of lines is."""

from __future__ import annotations

from bot.corpus.blocks import split_blocks
from bot.corpus.decode import decode
from bot.corpus.frontmatter import split_front_matter
from bot.corpus.html import merge_given, parse_html
from bot.corpus.manifest import ManifestEntry, entry_of, holders_of
from bot.corpus.markup import Stripped, strip_markup
from bot.corpus.page_tree import decode_page, has_tags, is_page
from bot.corpus.read import ListedFile, Listing, list_files, read_file, read_manifests
from bot.corpus.row import FORM as ROW
from bot.corpus.row import has_words, parse_row
from bot.corpus.rows import LIMITS, NO_MAPPING, ColumnMapping, Limits, Problem
from bot.corpus.told import untold
from bot.corpus.unpack import unpack
from bot.errors import FileRejected
from bot.models import Document, GivenFacts, RawFile
from bot.words import files as words

__all__ = [
    "LIMITS",
    "NO_MAPPING",
    "ColumnMapping",
    "Limits",
    "ListedFile",
    "Listing",
    "ManifestEntry",
    "Problem",
    "entry_of",
    "holders_of",
    "list_files",
    "parse_document",
    "parse_given",
    "read_file",
    "read_manifests",
    "unpack",
]


def parse_document(raw: RawFile, entry: ManifestEntry | None = None) -> Document:
    """Read one file's bytes as a review; what a manifest says of it wins over its own front matter.

    Raises FileRejected where the bytes are no text, or no word is left of them.

    >>> parse_document(RawFile("reviews", "a.md", "", b"---\\nrating: 4/5\\n---\\nTense.")).given.ratings
    (Given(value='4/5', where='front matter: rating'),)
    """
    stripped, given = _read(raw, entry)
    return Document(raw.source, stripped.text, split_blocks(stripped.text, given), given, stripped.emphasis)


def parse_given(raw: RawFile, entry: ManifestEntry | None = None) -> GivenFacts:
    """Read only what is stated beside a review's text; raises FileRejected."""
    return _read(raw, entry)[1]


def _read(raw: RawFile, entry: ManifestEntry | None) -> tuple[Stripped, GivenFacts]:
    raw, beside = untold(raw)
    stripped, given = parse_row(raw.data) if raw.form == ROW else _parse_file(raw)
    if not has_words(stripped.text):
        raise FileRejected(words.NO_WORDS)
    for said in filter(None, (beside, entry)):
        given = said.applied_to(given)
    return stripped, given


def _parse_file(raw: RawFile) -> tuple[Stripped, GivenFacts]:
    name = raw.source.casefold()
    named_page = name.endswith((".html", ".htm"))
    text = decode_page(raw.data) if named_page else decode(raw.data)
    given, source = split_front_matter(text, markdown=name.endswith((".md", ".markdown")))
    if is_page(source) or (named_page and has_tags(source)):
        stripped, stated = parse_html(source)
        return stripped, merge_given(given, stated)
    return strip_markup(source), given
