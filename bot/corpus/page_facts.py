"""What a page states of its review beside the prose -> GivenFacts.

Each fact has an ordered tuple of strategies, the most explicit first; the first that gives a value wins. What
readers think of a film (AggregateRating) is no critic's score, and a site's name is no critic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.corpus.page_byline import read_critic, read_outlet, read_published
from bot.corpus.page_film import read_credits, read_film, read_headline
from bot.corpus.page_ratings import read_ratings
from bot.corpus.page_record import WHERE, read_page
from bot.models import Given, GivenFacts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from bot.corpus.page_nodes import Node


def read_page_facts(
    tree: HtmlElement, elements: list[HtmlElement], nodes: list[Node], lines: list[str]
) -> GivenFacts:
    """Read what a page states; ``elements`` and ``lines`` are those left after pruning, ``nodes`` its JSON-LD."""
    page = read_page(tree, elements, nodes, lines)
    headline = read_headline(page)
    film, year = read_film(page, headline)
    return GivenFacts(
        headline=headline,
        film=film,
        year=year,
        critic=read_critic(page),
        outlet=read_outlet(page),
        published=read_published(page),
        url=Given(page.url, f"{WHERE}address") if page.url else None,
        ratings=read_ratings(page),
        credits=read_credits(page),
    )
