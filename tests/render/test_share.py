"""No answer reveals more than half of a review, over all its pages, unless its library lets it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st
from render import making

from bot.models import CastEntry
from bot.render import Look, Terms, render_cast, render_person, render_quote, render_review, wire
from bot.text import public_id
from bot.views import CastMember, Evidence, FilmCast, PersonCard, ReviewCard, Spoilers

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.render import Reply
    from bot.views import QuoteView, ReviewRef

_PAGES = 60


@dataclass(frozen=True)
class Made:
    """A review whose every word is its own, with passages of one to three sentences out of it."""

    text: str
    ref: ReviewRef
    quotes: tuple[QuoteView, ...]


@st.composite
def made_reviews(draw: st.DrawFn) -> Made:
    text, spans = "", []
    for number, words in enumerate(draw(st.lists(st.integers(1, 40), min_size=1, max_size=25))):
        start = len(text)
        text += " ".join(f"w{number}x{word}" for word in range(words)) + "."
        spans.append((start, len(text)))
        text += " "
    ref = making.review(
        body=sum(end - start for start, end in spans),
        url=draw(st.sampled_from([None, "https://x.example/a"])),
    )
    taken = draw(
        st.lists(
            st.tuples(st.integers(0, len(spans) - 1), st.integers(1, 3)), min_size=1, max_size=30, unique=True
        )
    )
    quotes = []
    for first, count in taken:
        start, end = spans[first][0], spans[min(len(spans), first + count) - 1][1]
        quotes.append(making.quote(text[start:end], ref, start=start, end=end, spoiler=draw(st.booleans())))
    return Made(text, ref, tuple(quotes))


def cast_of(one: Made, look: Look, page: int) -> Reply:
    members = tuple(
        CastMember(
            public_id("p", number),
            CastEntry(f"Person {number}", (), (), 1),
            (Evidence(quote.text, quote.start, quote.end, quote.review, quote.spoiler),),
        )
        for number, quote in enumerate(one.quotes)
    )
    return render_cast(FilmCast(making.film(), members, (), 1), look, page)


def person_of(one: Made, look: Look, page: int) -> Reply:
    half = len(one.quotes) // 2
    films = (
        making.PersonFilm(making.film(), (), (), 1, one.quotes[:half], ()),
        making.PersonFilm(making.film("Other"), (), (), 1, one.quotes[half:], ()),
    )
    return render_person(PersonCard(making.PersonRef(public_id("p"), "Nora"), (), films), look, page)


def review_of(one: Made, look: Look, page: int) -> Reply:
    card = ReviewCard(one.ref, None, (), one.quotes[0], one.quotes[1:], (), ())
    return render_review([card], look, page, lambda number: wire.OpenReview(one.ref.id, number))


def words_of(reply: Reply) -> str:
    return "\n".join(item.content for item in reply.walk_children() if isinstance(item, ui.TextDisplay))


def seen_of(one: Made, render: Callable[[int], Reply]) -> tuple[set[int], list[str], str]:
    """The places of the review's text that all pages together show, each excerpt, and the last page."""
    places: set[int] = set()
    found: list[str] = []
    told = ""
    for number in range(_PAGES):
        if (page := words_of(render(number))) == told:
            break  # beyond the last
        told = page
        for excerpt in re.findall(r"^> (?:\|\|)?[“…]*(.*?)[”…]*(?:\|\|)?$", page, re.MULTILINE):
            at = one.text.find(excerpt)
            assert at >= 0, excerpt
            places.update(range(at, at + len(excerpt)))
            found.append(excerpt)
    return places, found, told


@pytest.mark.parametrize("answer", [review_of, person_of, cast_of])
@given(one=made_reviews(), limit=st.integers(100, 2000), spoilers=st.sampled_from(Spoilers))
@settings(max_examples=25, deadline=None)
def test_all_pages_together_show_half_of_a_review_and_whole_ones_where_allowed(
    answer: Any, one: Made, limit: int, spoilers: Spoilers
) -> None:
    guarded = Look(spoilers, {0: Terms(limit)})
    places, _, told = seen_of(one, lambda page: answer(one, guarded, page))
    longest = max(quote.end - quote.start for quote in one.quotes)
    assert len(places) <= max(one.ref.body / 2, longest)
    free = Look(spoilers, {0: Terms(limit, whole_reviews=True)})
    wanted = [quote for quote in one.quotes if not (quote.spoiler and free.hides)]
    whole, found, all_told = seen_of(one, lambda page: answer(one, free, page))
    assert "not shown" not in all_told
    if answer is not cast_of and limit >= longest:
        assert {quote.text.rstrip(".") for quote in wanted} <= {words.rstrip(".") for words in found}
    if len(whole) > len(places):
        assert "not shown" in told
    for excerpts in (found, seen_of(one, lambda page: answer(one, guarded, page))[1]):
        assert all(len(words) <= limit for words in excerpts)
        # Cut at a word, never in one.
        assert all(re.fullmatch(r"w\d+x\d+", word.strip(".")) for words in excerpts for word in words.split())


def test_a_review_of_one_sentence_is_not_silent() -> None:
    ref = making.review(body=7)
    card = ReviewCard(ref, None, (), making.quote("A riot.", ref), (), (), ())
    assert "A riot." in words_of(
        render_review([card], Look(), 0, lambda number: wire.OpenReview(ref.id, number))
    )


def test_a_lone_quote_longer_than_its_librarys_limit_is_cut_at_a_word() -> None:
    quote = making.quote(" ".join(f"word{number:03}" for number in range(60)), making.review(library=7))
    shown = words_of(render_quote(quote, Look(terms={7: Terms(100)}), wire.DrawQuote()))
    (excerpt,) = re.findall(r"^> “(.*)”$", shown, re.MULTILINE)
    assert len(excerpt) <= 100
    assert re.fullmatch(r"(word\d{3} ?)+…", excerpt)
    assert quote.text in words_of(render_quote(quote, Look(terms={0: Terms(100)}), wire.DrawQuote()))
