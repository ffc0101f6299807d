"""Document -> Extracted: what one review says, as a pure function of its text and given fields."""

from __future__ import annotations

from bot.extract.bylines import extract_critic, extract_outlet, extract_published
from bot.extract.credit_mentions import extract_mentions
from bot.extract.credits import extract_credits, read_page
from bot.extract.films import extract_films
from bot.extract.quotes import extract_quotes, read_sentences
from bot.extract.scores import extract_scores
from bot.extract.sentences import split_sentences
from bot.extract.spoilers import Spoilers, mark_spoilers
from bot.extract.view import normalise
from bot.models import BlockKind, Document, Extracted

VERSION = "3"
"""Part of every review's fingerprint: a new value makes the next load read every file afresh."""

__all__ = ["VERSION", "extract"]


def extract(document: Document) -> Extracted:
    """Read all that one review says of its film."""
    text, given = document.text, document.given
    view = normalise(text)
    sentences = split_sentences(text, document.blocks)
    excerpts = read_sentences(view, sentences)
    spoilers = Spoilers(view, excerpts)
    films = extract_films(document, view)
    page = read_page(document, view, films)
    credits_ = extract_credits(document, page)
    scores = extract_scores(document, view)
    return Extracted(
        headline=_headline(document),
        url=given.url.value if given.url else None,
        films=films,
        critic=extract_critic(document, view),
        outlet=extract_outlet(document, view),
        published=extract_published(document, view),
        scores=scores,
        credits=credits_,
        mentions=extract_mentions(page, credits_),
        sentences=mark_spoilers(sentences, spoilers),
        quotes=extract_quotes(document, view, excerpts, films, credits_, scores, spoilers=spoilers),
    )


def _headline(document: Document) -> str | None:
    if document.given.headline:
        return document.given.headline.value
    for block in document.blocks:
        if block.kind is BlockKind.HEADLINE:
            return document.text[block.start : block.end]
    return None
