"""Reviews of one film by several critics, resolved apart and together."""

from __future__ import annotations

from bot.eval.corroboration import Compared, compare, render_compared
from bot.eval.library import Row, read_reviews

CAST = [
    {"actor": "Laura Whitman", "characters": ["Eve Carter"]},
    {"actor": "Simon Reed", "characters": ["Albert"]},
]


def row(number: int, critic: str, body: str, *, headline: str = "Night Harbour (2021)") -> Row:
    pair = {"actor": "Laura Whitman", "named_character": True, "char_token_same_sentence": True}
    return {
        "id": f"made up {number}",
        "text": f"{headline}\n\nBy {critic}\n\n{body}\n",
        "film": {"title": "Night Harbour", "year": 2021, "directors": ["Hugh Marsh"]},
        "cast_all": CAST,
        "pairs": [pair] if "Whitman" in body else [],
    }


def figures(*rows: Row) -> dict[str, tuple[float | None, float | None]]:
    return {one.name: (one.alone, one.together) for one in compare(read_reviews(rows))}


def test_a_second_critic_raises_what_one_says_weakly() -> None:
    body = "Eve Carter (Laura Whitman) waits. {}, Hugh Marsh's film is a patient one."
    found = figures(row(1, "Vera Lindt", body.format("Still")), row(2, "Otto Brand", body.format("Yet")))
    assert found["credits_raised"] == (0, 2)
    assert found["credits_raised_judged"] == (0, 2)
    assert found["credits_raised_right"] == (0, 2)
    assert found["director_precision"] == (None, 1.0)
    assert found["cast_precision"] == (1.0, 1.0)
    assert found["cast_recall"] == (1.0, 1.0)
    assert found["reviews_with_company"] == (0, 2)


def test_one_critic_twice_raises_nothing() -> None:
    body = "Eve Carter (Laura Whitman) waits. Still, Hugh Marsh's film is a patient one."
    found = figures(row(1, "Vera Lindt", body), row(2, "Vera Lindt", body + " It lasts."))
    assert found["credits_raised"] == (0, 0)
    assert found["director_precision"] == (None, None)


def test_what_is_raised_may_be_wrong() -> None:
    body = "Eve Carter (Laura Whitman) waits. {}, Martin Webb's film is a patient one."
    found = figures(row(1, "Vera Lindt", body.format("Still")), row(2, "Otto Brand", body.format("Yet")))
    assert found["credits_raised_judged"] == (0, 2)
    assert found["credits_raised_right"] == (0, 0)
    assert found["director_precision"] == (None, 0.0)


def test_spellings_settle_on_one() -> None:
    found = figures(
        row(1, "Vera Lindt", "Eve Carter (Laura Whitman) waits at the pier. Whitman is fine."),
        row(2, "Otto Brand", "Eve Carter (Laura Whitman) waits by the sea, and Whitman is dull."),
        row(3, "Ida Falk", "Eve Carter (Laura Whitmann) waits all night, and Whitmann is sad."),
    )
    assert found["spellings_settled"] == (0, 1)


def test_a_year_comes_from_the_others() -> None:
    def dated(number: int, headline: str) -> Row:
        return {
            "id": f"made up {number}",
            "text": f"{headline}\n\nBy Vera Lindt\n\nNight Harbour is a patient film. In 2021 it rained.\n",
            "text_form": "assembled",
            "truth": {"title": "Night Harbour", "year": 2021},
            "in_text": {"title": True, "year": True},
        }

    found = figures(dated(1, "Night Harbour (2021)"), dated(2, "Night Harbour"))
    assert found["year_recall"] == (0.5, 1.0)
    assert found["year_precision"] == (1.0, 1.0)
    assert found["title_recall"] == (1.0, 1.0)


def test_one_line_a_figure() -> None:
    lines = [line.split() for line in render_compared([Compared("a", None, 0.5), Compared("b", 0, 3)])]
    assert lines == [["a", "alone", "-", "together", "0.500"], ["b", "alone", "0", "together", "3"]]
