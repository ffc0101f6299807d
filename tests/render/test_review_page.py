"""One critic's page: its parts stand in one order, and both sides of the critic's mind are shown."""

from __future__ import annotations

from render import making

from bot.models import CastEntry, Stance
from bot.render import render_review, wire
from bot.render.card import accent
from bot.render.look import Look
from bot.views import ReviewCard


def _shown(card: ReviewCard) -> str:
    reply = render_review([card], Look(), 0, lambda page: wire.OpenReview(card.review.id, page))
    return "\n".join(item.content for item in reply.walk_children() if hasattr(item, "content"))


def _quotes(**stances: Stance | None) -> tuple:
    return tuple(
        making.quote(f"{text}.", stance=stance, start=start, end=start + 9)
        for start, (text, stance) in zip(range(0, 900, 20), stances.items(), strict=False)
    )


def test_the_parts_of_a_page_stand_in_one_order() -> None:
    card = ReviewCard(
        making.review(),
        None,
        (making.score(), making.score(label="Story")),
        making.quote("It is a riot.", verdict=True, start=300, end=313),
        _quotes(bare=None, praise=Stance.FOR, blame=Stance.AGAINST),
        (CastEntry("Jack Merrow", ("Jack Merrow",), ("the farmer",), 1),),
        ("Ivo Brandt",),
    )
    shown = _shown(card)
    parts = (
        *("Nine Geese", "Ivo Brandt", "Ada Lindqvist", "7.5/10", "**Scores**", "Story"),
        *("**In short**", "riot", "**For it**", "praise", "**Against it**", "blame"),
        *("**Cast named here**", "Jack Merrow", "**More from this review**", "bare"),
    )
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_no_quote_stands_twice_and_no_side_stands_empty() -> None:
    card = ReviewCard(making.review(), None, (), None, _quotes(praise=Stance.FOR, bare=None), (), ())
    shown = _shown(card)
    assert shown.count("praise") == shown.count("bare") == 1
    assert "**For it**" in shown
    assert "**Against it**" not in shown


def test_a_film_without_a_score_has_a_colour_of_its_own_that_no_band_has() -> None:
    films = [making.film(title) for title in ("Nine Geese", "Fog Harbour", "Rope", "Laura", "Gilda")]
    own = {accent(None, film) for film in films}
    assert len(own) > 2
    assert not own & {accent(percent) for percent in range(101)}
    assert accent(80.0, films[0]) == accent(80.0)
