"""What is drawn, and its words for who can't see it."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from render.making import critic, film, film_scores, quote, quotes, review, score

from bot.render.illustrations import ALT_LIMIT, card_alt, card_of, plot_alt, plot_of
from bot.views import FilmScores, ReviewScores


def scores(*reviews: tuple[str | None, tuple[Any, ...]]) -> FilmScores:
    made = tuple(
        ReviewScores(review(f"{number}.txt", critic=critic(name)), own)
        for number, (name, own) in enumerate(reviews)
    )
    return FilmScores(film(), made, 2, 65.0)


STORY = score("8/10", 80.0, "Story")


def test_the_highest_stands_first_and_who_gives_no_percent_is_named_aside() -> None:
    plot = plot_of(
        scores(
            ("Una", ()),
            ("Bo", (score("5/10", 50.0),)),
            ("Cora", (score("7", None),)),
            ("Ada", (score("4/5", 80.0), STORY)),
        )
    )
    assert plot is not None
    assert [(row.critic, row.printed, row.percent) for row in plot.rows] == [
        ("Ada", "4/5", 80.0),
        ("Bo", "5/10", 50.0),
    ]
    assert [each.label for each in plot.rows[0].categories] == ["Story"]
    assert plot.undrawn == ("Cora", "Una")
    assert plot_alt(plot) == (
        "Scores for Nine Geese (1928), 65% on average from 2 of 4 reviews."
        " Ada: 4/5 (80%); Story 8/10. Bo: 5/10 (50%). Not drawn: Cora and Una."
    )


def test_one_score_makes_no_plot() -> None:
    assert plot_of(scores(("Ada", (score(),)), ("Una", ()))) is None


def test_an_unnamed_critic_is_told_by_outlet_or_file() -> None:
    plot = plot_of(scores((None, (score(),)), ("Ada", (score(),))))
    assert plot is not None
    assert "Unnamed critic · a.txt" in {row.critic for row in plot.rows}


def test_many_critics_are_described_as_far_as_there_is_room() -> None:
    many = [(f"Critic number {n} of the harbour", (score("3 of 4 lamps", 75.0),)) for n in range(60)]
    plot = plot_of(scores(*many, *((f"Silent {n}", ()) for n in range(60))))
    assert plot is not None
    alt = plot_alt(plot)
    assert len(alt) <= ALT_LIMIT
    told = alt.count("3 of 4 lamps (75%).")
    assert f"And {60 - told} more." in alt
    assert alt.endswith("Not drawn: 60 reviews without a score in percent.")


def test_a_card_is_described_word_for_word() -> None:
    of = review(outlet="The Carbide Lamp")
    text = "The geese are **loud**."
    assert card_alt(quote(text, of)) == (
        "Quote card: “The geese are **loud**.” — Ada Lindqvist, The Carbide Lamp, on Nine Geese (1928)"
    )
    assert card_of(quote(text, of)).text == text
    assert card_alt(quote(text, review(film=None, critic=critic(None)))).endswith("— Unnamed critic")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(film_scores)
def test_a_description_fits(made: FilmScores) -> None:
    plot = plot_of(made)
    assert plot is None or len(plot_alt(plot)) <= ALT_LIMIT


@given(quotes)
def test_a_card_s_description_fits(made: Any) -> None:
    assert len(card_alt(made)) <= ALT_LIMIT
