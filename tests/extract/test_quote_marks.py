"""What a quote is marked with: themes, stance; and the word lists behind them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract import opinion_words
from bot.extract.leaning import is_name
from bot.extract.opinion import find_judgements
from bot.extract.stance import read_stance
from bot.extract.surroundings import Surroundings
from bot.extract.themes import MOST, find_themes
from bot.extract.tokens import Phrases, lower, read_words, spell_out
from bot.models import Stance, Theme


def lows(text: str) -> list[str]:
    return lower(read_words(text))


def stance(text: str) -> Stance | None:
    words = lows(text)
    return read_stance(words, find_judgements(words))


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("The chase along the roofs is thrilling.", Theme.ACTION),
        ("The plot is a tissue of coincidences.", Theme.STORY),
        ("Every actor in it is superb.", Theme.PERFORMANCES),
        ("Murnau's direction is assured.", Theme.DIRECTION),
        ("The villain is one-dimensional.", Theme.CHARACTERS),
        ("The cinematography is ravishing.", Theme.VISUALS),
        ("The soundtrack is unbearable.", Theme.MUSIC),
        ("The jokes land, every one of them.", Theme.HUMOUR),
        ("It drags, and it is far too long.", Theme.PACING),
        ("The atmosphere of the old port is superb.", Theme.WORLD),
    ],
)
def test_every_theme_can_be_reached(text: str, theme: Theme) -> None:
    assert find_themes(lows(text)) == (theme,)


@pytest.mark.parametrize(
    "text",
    [
        "The best film in the world.",
        "He was shot dead at noon.",
        "The dish tastes of the sea.",
        "In the end it is a superb action film.",
        "It is funny how seldom anybody asks.",
        "A romantic comedy of great charm.",
    ],
)
def test_no_theme_where_none_is_spoken_of(text: str) -> None:
    assert find_themes(lows(text)) == ()


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("As the mother, Magnani is superb.", Theme.PERFORMANCES),
        ("Rossellini is superb.", Theme.DIRECTION),
        ("Anna Magnani and Aldo Fabrizi are both superb.", Theme.PERFORMANCES),
    ],
)
def test_people_stand_for_what_they_do(text: str, theme: Theme) -> None:
    tokens = read_words(text)
    words = lower(tokens)
    people = {"magnani": (Theme.PERFORMANCES,), "rossellini": (Theme.DIRECTION,)}
    judged = [judgement.at for judgement in find_judgements(words)]
    names = [index for index, token in enumerate(tokens) if is_name(token)]
    assert theme in find_themes(words, judged, people, names)


FOR = [
    "A superb and moving film.",
    "The film is never boring.",
    "Despite a slow start, the film is a triumph.",
    "The script is thin, but the film is a gorgeous and thrilling ride.",
    "You will not be disappointed.",
    "It is not without flaws, yet it remains a masterpiece.",
    "Nothing short of brilliant.",
    "While the plot is predictable, the acting is superb and the jokes are hilarious.",
    "It is impossible to find fault in the photography.",
    "No complaints about the music.",
    "Nothing bad to say about this one.",
    "I absolutely love it.",
    "I cannot recommend it highly enough.",
    "This is not to say it is a bad score because it is good.",
]
AGAINST = [
    "A dull and lifeless film.",
    "The film is not funny and not moving.",
    "Despite a promising start, the film is a tedious mess.",
    "The photography is good, but the film is a boring and pretentious failure.",
    "The jokes fall flat.",
    "A complete waste of time.",
    "The film lacks charm.",
    "It could have been a great film.",
    "The killings happen for no reason at all.",
    "The plot makes no sense.",
    "It is far worse than the book.",
    "The film is dross from first to last.",
    "The last reel is poorly shot.",
]
NEITHER = [
    "The film was shot in Slovakia.",
    "A superb cast and a dreadful script.",
    "The first half is superb, but the second is not.",
    "A decent and watchable film, but no more.",
    "A brutal murder in a sleepy village.",
    "Hutter sells the house.",
    "Holy shit, the ship!",
    "This is a disaster film set on a ship.",
    "This is a crime film about a clerk.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *zip(FOR, itertools.repeat(Stance.FOR)),
        *zip(AGAINST, itertools.repeat(Stance.AGAINST)),
        *zip(NEITHER, itertools.repeat(None)),
    ],
)
def test_stance(text: str, expected: Stance | None) -> None:
    assert stance(text) is expected


def test_a_review_settles_a_doubt_and_turns_nothing_round() -> None:
    def read(text: str, *, balance: float, percent: float) -> Stance | None:
        words = lows(text)
        review = Surroundings((balance,) * 9, percent, {})
        return read_stance(words, find_judgements(words), review.around(4, 1))

    doubtful = "A strange film, but fine in parts."
    assert stance(doubtful) is None
    assert read(doubtful, balance=2.0, percent=95.0) is Stance.FOR
    assert read(doubtful, balance=-2.0, percent=5.0) is None
    assert stance("It is far worse than the book.") is Stance.AGAINST
    assert read("It is far worse than the book.", balance=2.0, percent=95.0) is not Stance.FOR
    assert read("Hutter sells the house.", balance=2.0, percent=95.0) is None


@given(st.lists(st.floats(-20, 20), max_size=12), st.none() | st.floats(0, 100), st.integers(0, 11))
def test_surroundings_are_bounded(balances: list[float], percent: float | None, first: int) -> None:
    measures = Surroundings(tuple(balances), percent, {}).around(first, 1)
    assert all(abs(value) <= 2 for value in measures.values())


def test_no_word_both_praises_and_blames() -> None:
    good = set(spell_out(opinion_words.PRAISE)) | set(spell_out(opinion_words.GOOD))
    bad = set(spell_out(opinion_words.FAULT)) | set(spell_out(opinion_words.BAD))
    assert not good & bad


@given(st.text(alphabet="ab'’-., \n😀()\"1", max_size=80))
def test_words_stand_in_the_text_in_order(text: str) -> None:
    place = 0
    for word in read_words(text):
        place = text.index(word, place) + len(word)


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases({"short": "waste", "long": "waste_of_time"})
    assert list(phrases.find(["a", "waste", "of", "time"])) == [(1, 3, "long")]
    assert list(phrases.find(["a", "waste", "of", "film"])) == [(1, 1, "short")]


def test_at_most_three_themes() -> None:
    words = lows("A gripping plot, superb acting, a gorgeous score, very funny jokes and a perfect pace.")
    judged = [judgement.at for judgement in find_judgements(words)]
    assert len(find_themes(words, judged)) == MOST
