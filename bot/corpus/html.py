"""An HTML page -> the review's text with what was emphasised in it, and what the page states of itself."""

from __future__ import annotations

from dataclasses import fields, replace

from bot.corpus.markup import Stripped, strip_markup
from bot.corpus.page_facts import read_page_facts
from bot.corpus.page_nodes import read_json_ld
from bot.corpus.page_text import find_article, text_of
from bot.corpus.page_tree import elements_of, parse_page, prune_around, prune_beside
from bot.models import GivenFacts
from bot.text import fold


def parse_html(source: str) -> tuple[Stripped, GivenFacts]:
    """Read a page's article and its metadata; nothing is run, loaded or resolved.

    >>> page = "<title>Rope - Ada's Film Blog</title><p>In <i>Rope</i> the camera never blinks, or hardly ever.</p>"
    >>> stripped, given = parse_html(page)
    >>> stripped.text, stripped.emphasis, given.headline.value
    ('In Rope the camera never blinks, or hardly ever.', ((3, 7),), 'Rope')
    """
    tree = parse_page(source)
    if tree is None:
        return strip_markup(source), GivenFacts()
    nodes = read_json_ld(tree)
    prune_around(tree)
    given = read_page_facts(tree, elements_of(tree), nodes, text_of(tree).text.split("\n"))
    prune_beside(tree)
    article = find_article(tree, nodes)
    if not _has_words(
        article.text
    ):  # a page that calls all it holds a comment, or nests deeper than parsers go
        whole = parse_page(source)
        article = text_of(whole) if whole is not None else article
        if not _has_words(article.text):
            return strip_markup(source), given
    headline = given.headline
    if headline and headline.where == "page: heading" and not _opens_with(article.text, headline.value):
        shift = len(headline.value) + 2
        article = Stripped(
            f"{headline.value}\n\n{article.text}", tuple((a + shift, b + shift) for a, b in article.emphasis)
        )
    return article, given


def merge_given(first: GivenFacts, second: GivenFacts) -> GivenFacts:
    """What was given, the first source winning over the second field by field."""
    missing = {f.name: getattr(second, f.name) for f in fields(first) if not getattr(first, f.name)}
    if (
        first.film
        and "year" in missing
        and (second.film is None or fold(first.film.value) != fold(second.film.value))
    ):
        missing.pop("year")  # a year belongs to the film it was given with
    return replace(first, **missing)


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _opens_with(text: str, headline: str) -> bool:
    return any(line.strip() == headline for line in text[: 10 * len(headline) + 400].split("\n")[:6])
