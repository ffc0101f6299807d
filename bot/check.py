"""What an operator wants to know before starting: settings, the database's health, what the reviews lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.models import OPERATOR_LIBRARY
from bot.settings import DEFAULT_REVIEWS
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.settings import Settings
    from bot.store.records import Gaps

_NAMED = 3  # files named for each gap

_GAPS = (
    ("film", "a film"),
    ("year", "the film's year"),
    ("critic", "a critic"),
    ("outlet", "an outlet"),
    ("published", "a date"),
    ("score", "a score"),
    ("quote", "a quotable sentence"),
)


async def check(settings: Settings, say: Callable[[str], None]) -> bool:
    """Say how things stand, line by line; False where something is broken. Raises StoreError."""
    for line in _settings(settings):
        say(line)
    async with await Store.open(settings.database, create=False) as store:
        problems = await store.integrity()
        gaps = await store.gaps(OPERATOR_LIBRARY)
    for problem in problems:
        say(f"problem: {problem}")
    if not problems:
        say("The database is sound.")
    for line in _lacks(gaps):
        say(line)
    return not problems


def _settings(settings: Settings) -> Iterator[str]:
    token = "set" if settings.token else "not set (run and sync need it)"
    yield f"DISCORD_TOKEN: {token}"
    yield f"PULLQUOTE_DATABASE: {settings.database}"
    reviews = settings.reviews or DEFAULT_REVIEWS
    yield f"PULLQUOTE_REVIEWS: {reviews}{'' if reviews.exists() else ' (not there)'}"
    yield f"PULLQUOTE_LOG_LEVEL: {settings.log_level}"
    terms = settings.terms
    yield f"PULLQUOTE_EXCERPT_LIMIT: {terms.excerpt_limit} characters of one review in a reply"
    share = (
        "a review may be shown whole, page by page"
        if terms.whole_reviews
        else "at most half of a review in an answer"
    )
    yield f"PULLQUOTE_WHOLE_REVIEWS: {'yes' if terms.whole_reviews else 'no'} ({share})"
    yield f"PULLQUOTE_ATTRIBUTION: {terms.attribution or 'none'}"


def _lacks(gaps: Gaps) -> Iterator[str]:
    if not gaps.reviews:
        yield "It holds no reviews yet."
        return
    yield f"Reviews: {gaps.reviews}"
    for field, words in _GAPS:
        sources: tuple[str, ...] = getattr(gaps, field)
        if sources:
            more = ", ..." if len(sources) > _NAMED else ""
            yield f"Without {words}: {len(sources)} ({', '.join(sources[:_NAMED])}{more})"
