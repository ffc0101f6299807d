"""Printed scores: golden pairs, what is no score, given ratings, and properties on any text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract.scores import OVERALL, extract_scores, parse_rating
from bot.extract.view import normalise
from bot.models import Block, BlockKind, Document, Given, GivenFacts, Place, Score


def scores_of(text: str, *ratings: str, blocks: tuple[Block, ...] = ()) -> tuple[Score, ...]:
    where = "front matter: rating"
    facts = GivenFacts(ratings=tuple(Given(rating, where) for rating in ratings))
    return extract_scores(Document("a.txt", text, blocks, facts), normalise(text))


def said(text: str, *ratings: str) -> list[tuple[str, float, float | None]]:
    return [(score.label, score.value, score.percent) for score in scores_of(text, *ratings)]


OVERALL_SCORES = [
    # a number over a number
    ("Rating: 4/5", "4/5", 4, 5, 80.0),
    ("Score: 7.5 / 10", "7.5 / 10", 7.5, 10, 75.0),
    ("Note : 7,5/10", "7,5/10", 7.5, 10, 75.0),
    ("Rating: .5/4", ".5/4", 0.5, 4, 12.5),
    ("Rating: 8.71245284/10", "8.71245284/10", 8.71245284, 10, 87.12),
    ("A bleak winter tale, well told.\n\n3 1/2/5", "3 1/2/5", 3.5, 5, 70.0),
    ("Run, do not walk. 7/10", "7/10", 7, 10, 70.0),
    ("It is all the sea that a film can hold, breathtaking.10/10", "10/10", 10, 10, 100.0),
    ("Rating: 4.5 / 5.0", "4.5 / 5.0", 4.5, 5, 90.0),
    ("My rating: ⭐️⭐️⭐️⭐️⭐️⭐️ 6.4/10", "6.4/10", 6.4, 10, 64.0),
    ("Nothing in it surprises -- 4/10- and yet I stayed.", "4/10", 4, 10, 40.0),
    # words
    ("I give it 9.5 out of 10.", "9.5 out of 10", 9.5, 10, 95.0),
    ("Final score: three and a half stars out of five", "three and a half stars out of five", 3.5, 5, 70.0),
    ("Score: 8 out of a possible 10", "8 out of a possible 10", 8, 10, 80.0),
    ("My score: 7 (out of 10)", "7 (out of 10)", 7, 10, 70.0),
    ("The verdict: 2 of 5 stars.", "2 of 5 stars", 2, 5, 40.0),
    ("Zero out of four stars.", "Zero out of four stars", 0, 4, 0.0),
    ("Half a star out of four.", "Half a star out of four", 0.5, 4, 12.5),
    ("The Gull's rating - 4 skulls out of 10", "4 skulls out of 10", 4, 10, 40.0),
    ("It's a 7 on a scale of 1 to 10.", "7 on a scale of 1 to 10", 7, 10, 70.0),
    ("On a scale of 1 to 10, I give this a 7.", "On a scale of 1 to 10, I give this a 7", 7, 10, 70.0),
    ("RATING (out of 5): 4", "(out of 5): 4", 4, 5, 80.0),
    ("Seven stars.", "Seven stars", 7, 10, 70.0),
    # stars
    ("A lark. **1/2 of ****", "**1/2 of ****", 2.5, 4, 62.5),
    ("Rating: ***/****", "***/****", 3, 4, 75.0),
    ("Rating:- * 1/2/*****", "* 1/2/*****", 1.5, 5, 30.0),
    ("A fine time at the pictures. *** (out of 4)", "*** (out of 4)", 3, 4, 75.0),
    ("It is fun.\n\n★★★½☆", "★★★½☆", 3.5, 5, 70.0),
    ("Verdict: ★★★★/★★★★★", "★★★★/★★★★★", 4, 5, 80.0),
    ("⭐⭐⭐⭐ out of 5", "⭐⭐⭐⭐ out of 5", 4, 5, 80.0),
    ("***** Superb **** Good *** Fair ** Poor * Awful\n\nIt is fun. ***", "***", 3, 5, 60.0),
    # letters, counted on a scale of 12
    ("My grade: B+", "B+", 10, 12, 83.33),
    ("Grade: A", "A", 12, 12, 100.0),
    ("Rating: C -", "C -", 5, 12, 41.67),
    ("I'd give it a B-minus.", "B-minus", 8, 12, 66.67),
    ("It earns a solid B.", "B", 9, 12, 75.0),
    ("What a bore.\n\nF", "F", 0, 12, 0.0),
    # percent
    ("Score: 85%", "85%", 85, 100, 85.0),
    ("I give the film 85%.", "85%", 85, 100, 85.0),
    # counted from a negative end
    ("+2 out of -4..+4", "+2 out of -4..+4", 6, 8, 75.0),
    ("Rating: -1 of -4 to +4", "-1 of -4 to +4", 3, 8, 37.5),
    # no scale stated and none evident, or a value outside it
    ("It is fun.\n\n★★★½", "★★★½", 3.5, None, None),
    ("Rating: 3.5", "3.5", 3.5, None, None),
    ("Three and a half stars.", "Three and a half stars", 3.5, None, None),
    ("I give it a 7.", "7", 7, None, None),
    ("Rating: 5/4", "5/4", 5, 4, None),
    ("I give it 11/10!", "11/10", 11, 10, None),
    # whose verdict it is
    ("My wife gave it 2 out of 5. I gave it 4 out of 5.", "4 out of 5", 4, 5, 80.0),
    ("Rotten Tomatoes Score: 93%\nMy score: 80%", "80%", 80, 100, 80.0),
    ("The first film was a 9/10, this one is a 6/10.", "6/10", 6, 10, 60.0),
    ("It never earns more than a 1/10 score!", "1/10", 1, 10, 10.0),
    ("Casablanca: 9/10", "9/10", 9, 10, 90.0),
    ("The Verdict\n\n4/5", "4/5", 4, 5, 80.0),
    ("2/10 today's score, 6/10 childhood score, 4/10 overall.", "4/10", 4, 10, 40.0),
]


@pytest.mark.parametrize(("text", "raw", "value", "scale", "percent"), OVERALL_SCORES)
def test_overall_score(text: str, raw: str, value: float, scale: float | None, percent: float | None) -> None:
    first = scores_of(text)[0]
    assert (first.label, first.raw, first.value, first.scale, first.percent) == (
        OVERALL,
        raw,
        value,
        scale,
        percent,
    )


NO_SCORES = [
    "Not one ferry of that year went beyond a very good (7/10) rating.",
    # somebody else's
    "Rotten Tomatoes gives it 93%.",
    "It has 93% on Rotten Tomatoes.",
    "IMDb 7.8/10",
    "IMDb Rating: 7.8/10",
    "It holds a 7.8/10 on IMDb.",
    "The 7 out of 10 rating on IMDb is a joke.",
    "Metacritic: 75/100",
    "CinemaScore: A-",
    "My wife gave it 2 out of 5.",
    "Critics gave it 4 out of 5.",
    "The jury voted 7/10.",
    # never given
    "It would have been a 9/10 without the ending.",
    "I'd give it 0/10 if I could.",
    "I cannot give it a perfect score.",
    "Far better than the original (4/10).",
    # counts, dates, ratios, lengths, ages
    "Nine out of 10 people will love it.",
    "1 of the 3 films is good.",
    "After 9/11 the world changed, 24/7, with 50/50 odds in 16/9.",
    "The film runs 1 1/2 hours and was released on 5/10.",
    "I have seen 3/4 of it; 1/2 of it is dull.",
    "Rating: PG-13\nRunning time: 98 minutes",
    "Rating: 15",
    "Hat October 4.0 | 10/31 | Countries 4/6 | Decades 3/10",
    "It made 85% of its budget back.",
    "The winner gets a 20% bump.",
    # letters and stars that are none
    "I give it an A for effort.",
    "It's a B-movie that gets a B movie cast.",
    "Grade : B / B+",
    "*** SPOILERS AHEAD ***\n\nHe dies.",
    "It ends.\n\n* * *\n\nWe wept.",
    "* Good acting\n* Bad plot",
    "It scared the living **** out of me.",
    "She stays in a five-star hotel and he is a rock star.",
    "One star of the film died.",
    "Two thumbs up!",
    "Rating: /5",
    "Rating: 1-5",
    "Rating: 3.5.5",
    "",
]


@pytest.mark.parametrize("text", NO_SCORES)
def test_no_score(text: str) -> None:
    assert scores_of(text) == ()


def test_score_box_keeps_the_reviews_labels_and_prints_each_once() -> None:
    box = "Overall\n7.5/10-\nStory - 7/10\n7/10\n-\nDirection - 7.5/10\n7.5/10\n-\nGeek Joy - 8.5/10\n8.5/10"
    assert said(box) == [
        ("Overall", 7.5, 75.0),
        ("Story", 7, 70.0),
        ("Direction", 7.5, 75.0),
        ("Geek Joy", 8.5, 85.0),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Story - 7/10\n7/10\n-\nActing - 8/10\n8/10", [("Story", 7, 70.0), ("Acting", 8, 80.0)]),
        ("| Acting | 8/10 |\n| Overall | 7/10 |", [("Overall", 7, 70.0), ("Acting", 8, 80.0)]),
        (
            "Acting: 8/10, Music: 9/10. Overall: 8/10",
            [("Overall", 8, 80.0), ("Acting", 8, 80.0), ("Music", 9, 90.0)],
        ),
        ("Plot 3/5\nTotal 7/10", [("Overall", 7, 70.0), ("Plot", 3, 60.0)]),
        ("7/10 for acting, 6/10 overall", [("Overall", 6, 60.0), ("acting", 7, 70.0)]),
        ("Overall Score: 9.5/10\n\nIt is good.\n\nHence the 9.5 out of 10.", [("Overall", 9.5, 95.0)]),
    ],
)
def test_categories_follow_the_overall_score(
    text: str, expected: list[tuple[str, float, float | None]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("rating", "value", "scale", "percent"),
    [
        ("4/5", 4, 5, 80.0),
        ("B+", 10, 12, 83.33),
        ("★★★½☆", 3.5, 5, 70.0),
        ("3.5", 3.5, None, None),
        ("85%", 85, 100, 85.0),
    ],
)
def test_given_rating(rating: str, value: float, scale: float | None, percent: float | None) -> None:
    (score,) = scores_of("A film about a lighthouse.", rating)
    assert (score.label, score.raw, score.place) == (OVERALL, rating, Place.outside("front matter: rating"))
    assert (score.value, score.scale, score.percent) == (value, scale, percent)


def test_given_rating_wins_over_another_but_the_same_one_is_shown_in_the_text() -> None:
    assert said("Rating: 2/5", "4/5") == [("Overall", 4, 80.0)]
    (score,) = scores_of("Rating: 4 out of 5", "4")
    assert (score.raw, score.percent, score.place.given) == ("4 out of 5", 80.0, None)


def test_given_age_of_admission_is_no_rating() -> None:
    assert parse_rating(Given("PG-13", "front matter: rating")) is None
    assert scores_of("A film about a lighthouse.", "R") == ()


def test_readers_comments_give_no_score() -> None:
    text = "A film about a lighthouse.\n\nI'd say 3/10, says a reader."
    start = text.index("I'd")
    body, comments = Block(BlockKind.BODY, 0, start), Block(BlockKind.FURNITURE, start, len(text))
    assert scores_of(text, blocks=(body, comments)) == ()
    assert scores_of(text, blocks=(Block(BlockKind.BODY, 0, len(text)),)) != ()


PIECES = [
    "4/5",
    "7.5",
    "/10",
    "out of",
    "ten",
    "three and a half",
    "stars",
    "★",
    "☆",
    "½",
    "*",
    "**",
    "1/2",
    "B+",
    "A-",
]
PIECES += [
    "Rating:",
    "Overall",
    "Story -",
    "I give it a",
    "85%",
    "(",
    ")",
    "\n",
    ". ",
    "|",
    "-4..+4",
    "+2",
    " of ",
]
PIECES += ["on a scale of 1 to 10", "IMDb", "would have been", "“", "–"]

fragments = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=300), fragments), st.one_of(st.none(), st.text(max_size=20), fragments))
def test_any_text_reads_to_true_spans_and_percents(text: str, rating: str | None) -> None:
    ratings = () if rating is None else (rating,)
    scores = scores_of(text, *ratings)
    assert all(score.percent is None or 0 <= score.percent <= 100 for score in scores)
    assert all(0 < score.confidence <= 1 and score.raw for score in scores)
    for score in scores:
        if score.place.start is None:
            assert score.place.given == "front matter: rating"
        else:
            assert text[score.place.start : score.place.end] == score.raw
    labels = [score.label for score in scores]
    assert OVERALL not in labels[1:]
    assert len(labels) == len(set(labels))


HOSTILE = """
import sys
from bot.extract.scores import extract_scores
from bot.extract.view import normalise
from bot.models import Document
for piece in sys.argv[1:]:
    text = piece * (1_000_000 // len(piece))
    extract_scores(Document("a.txt", text, ()), normalise(text))
print("read")
"""


def test_a_million_hostile_characters_are_read_in_linear_time() -> None:
    pieces = [
        "*",
        "☆",
        "7 ",
        "/",
        "5/10 ",
        "[(",
        "ABC ",
        '"',
        "Rating: ",
        "give it a ",
        "one ",
        "\n",
        "*** a ** b ",
    ]
    done = subprocess.run(
        [sys.executable, "-c", HOSTILE, *pieces], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "read"), done.stderr
