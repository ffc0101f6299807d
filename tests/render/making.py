"""Views made by hand and by hypothesis, for the tests of the render layer."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bot.models import CastEntry, CrewEntry, Place, Score, Stance, Theme
from bot.text import public_id
from bot.views import (
    CastMember,
    CriticRef,
    Evidence,
    FilmCard,
    FilmCast,
    FilmRef,
    FilmScores,
    Page,
    PersonCard,
    PersonFilm,
    PersonRef,
    QuoteView,
    ReviewCard,
    ReviewLine,
    ReviewRef,
    ReviewScores,
    SearchHit,
    SearchPage,
)

WORST = "*_" * 400  # doubles in length when escaped
ids = st.integers(0, 5).map(lambda number: public_id("made", number))
names = st.text(min_size=1, max_size=60).filter(lambda name: name.strip()) | st.sampled_from(
    ["Ada Lindqvist", "O'Hara-Vance", "N. N.", WORST, "Ёлка Иванова", "<@&1> **x**"]
)
passages = st.one_of(
    st.text(min_size=1, max_size=200),
    st.lists(st.text("abcdefgh ,.", min_size=3, max_size=30), min_size=1, max_size=60).map(" ".join),
    st.sampled_from([WORST, "word " * 300, "x" * 900, "Fine."]),
).filter(lambda passage: passage.strip())


def film(title: str = "Nine Geese", year: int | None = 1928) -> FilmRef:
    return FilmRef(public_id("film", title, year), title, year)


def critic(name: str | None = "Ada Lindqvist", label: str | None = None) -> CriticRef:
    return CriticRef(public_id("critic", name, label), name, label or name or "Unnamed critic · a.txt")


def review(key: str = "a.txt", **changes: Any) -> ReviewRef:
    given = {
        "id": public_id("review", key),
        "film": film(),
        "critic": critic(),
        "outlet": None,
        "url": None,
        "published": None,
        "source": key,
        "library": 0,
        "body": 10**6,
    }
    return ReviewRef(**{**given, **changes})


def quote(text: str, of: ReviewRef | None = None, **changes: Any) -> QuoteView:
    given = {
        "id": public_id("quote", text),
        "text": text,
        "start": 700,
        "end": 700 + len(text),
        "themes": (),
        "stance": None,
        "verdict": False,
        "spoiler": False,
        "review": of or review(),
    }
    return QuoteView(**{**given, **changes})


def score(raw: str = "7.5/10", percent: float | None = 75.0, label: str = "Overall") -> Score:
    return Score(label, 7.5, 10.0, percent, raw, Place.span(10, 16), "rule", 1.0)


reviews = st.builds(
    ReviewRef,
    id=ids,
    film=st.none() | st.builds(FilmRef, ids, names, st.none() | st.integers(1890, 2100)),
    critic=st.builds(CriticRef, ids, st.none() | names, names),
    outlet=st.none() | names,
    url=st.none() | st.sampled_from(["https://reviews.example/a_(b)", "ftp://x", "https://x/" + "y" * 600]),
    published=st.none() | st.sampled_from(["2025-06-04", "--06-04", "soon"]),
    source=st.sampled_from(["a.txt", "b_c_d.md", "deep/" * 60 + "a.txt"]),
    library=st.just(0),
    body=st.integers(0, 3000),
)
places = st.builds(Place.span, st.integers(0, 9), st.integers(10, 99)) | names.map(Place.outside)
scores = st.builds(
    Score,
    label=names,
    value=st.floats(0, 10),
    scale=st.none() | st.just(10.0),
    percent=st.none() | st.floats(0, 100),
    raw=st.sampled_from(["7/10", "★★★½", "B+", WORST, "85%"]),
    place=places,
    rule=st.just("rule"),
    confidence=st.just(1.0),
)
quotes = st.builds(
    QuoteView,
    id=ids,
    text=passages,
    start=st.integers(0, 10**7),
    end=st.integers(0, 10**7),
    themes=st.lists(st.sampled_from(Theme), unique=True).map(tuple),
    stance=st.none() | st.sampled_from(Stance),
    verdict=st.booleans(),
    spoiler=st.booleans(),
    review=reviews,
)
evidences = st.builds(Evidence, passages, st.integers(0, 99), st.integers(100, 999), reviews)
entries = st.builds(
    CastEntry,
    names,
    st.lists(names, max_size=9).map(tuple),
    st.lists(names, max_size=9).map(tuple),
    st.integers(1, 99),
)
films = st.builds(FilmRef, ids, names, st.none() | st.integers(1890, 2100))
percents = st.none() | st.floats(0, 100)


@st.composite
def review_cards(draw: st.DrawFn) -> ReviewCard:
    of = draw(reviews)
    own = st.builds(
        QuoteView,
        id=ids,
        text=passages,
        start=st.integers(0, 10**7),
        end=st.integers(0, 10**7),
        themes=st.just(()),
        stance=st.none() | st.sampled_from(Stance),
        verdict=st.booleans(),
        spoiler=st.booleans(),
        review=st.just(of),
    )
    return ReviewCard(
        review=of,
        headline=draw(st.none() | passages),
        scores=tuple(draw(st.lists(scores, max_size=26))),
        verdict=draw(st.none() | own),
        quotes=tuple(draw(st.lists(own, max_size=8))),
        cast=tuple(draw(st.lists(entries, max_size=30))),
        directors=tuple(draw(st.lists(names, max_size=9))),
    )


lines = st.builds(ReviewLine, reviews, st.none() | scores, st.none() | quotes)
film_cards = st.builds(
    FilmCard,
    film=films,
    aliases=st.lists(names, max_size=5).map(tuple),
    directors=st.lists(names, max_size=9).map(tuple),
    lines=st.lists(st.builds(ReviewLine, reviews, st.none() | scores, st.none() | quotes), max_size=12).map(
        tuple
    ),
    scored=st.integers(0, 12),
    mean_percent=percents,
    lowest_percent=percents,
    highest_percent=percents,
)
film_scores = st.builds(
    FilmScores,
    film=films,
    reviews=st.lists(
        st.builds(ReviewScores, reviews, st.lists(scores, max_size=26).map(tuple)), max_size=8
    ).map(tuple),
    scored=st.integers(0, 8),
    mean_percent=percents,
)
film_casts = st.builds(
    FilmCast,
    film=films,
    cast=st.lists(
        st.builds(CastMember, ids, entries, st.lists(evidences, max_size=4).map(tuple)), max_size=12
    ).map(tuple),
    crew=st.lists(st.builds(CrewEntry, names, names, st.integers(1, 9)), max_size=8).map(tuple),
    reviews=st.integers(1, 99),
)
person_cards = st.builds(
    PersonCard,
    person=st.builds(PersonRef, ids, names),
    spellings=st.lists(names, max_size=9).map(tuple),
    films=st.lists(
        st.builds(
            PersonFilm,
            films,
            st.lists(names, max_size=6).map(tuple),
            st.lists(names, max_size=6).map(tuple),
            st.integers(1, 99),
            st.lists(quotes, max_size=4).map(tuple),
            st.lists(evidences, max_size=4).map(tuple),
        ),
        max_size=5,
    ).map(tuple),
)


@st.composite
def search_hits(draw: st.DrawFn) -> SearchHit:
    text = draw(passages)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    marks = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    return SearchHit(text, 0, len(text), marks, draw(st.booleans()), draw(reviews))


@st.composite
def search_pages(draw: st.DrawFn) -> SearchPage:
    hits = tuple(draw(st.lists(search_hits(), min_size=1, max_size=5)))
    return SearchPage(hits, Page(draw(st.integers(0, 3)), 4, 17))
