"""Whatever a view holds, its answer keeps Discord's limits and quotes little of any one review."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from discord import ui
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from render import making

from bot.models import CastEntry, CrewEntry, Stance, Theme
from bot.render import (
    EXCERPT_LIMIT,
    Look,
    render_about,
    render_cast,
    render_critics,
    render_film,
    render_films,
    render_person,
    render_quote,
    render_review,
    render_scores,
    render_search,
    wire,
)
from bot.render.card import COMPONENT_LIMIT
from bot.text import public_id
from bot.views import (
    CastMember,
    CriticPage,
    CriticSummary,
    Evidence,
    FilmCard,
    FilmCast,
    FilmPage,
    FilmScores,
    FilmSummary,
    Holdings,
    Page,
    PersonCard,
    ReviewCard,
    ReviewLine,
    ReviewScores,
    Spoilers,
)

if TYPE_CHECKING:
    from bot.render import Reply

SEARCH = wire.Search(0, None, None, "geese")
LOOK = Look()
few = settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)


def review_state(number: int) -> wire.State:
    return wire.OpenReview(public_id("review"), number)


def text_of(reply: Reply) -> str:
    return "\n".join(item.content for item in reply.walk_children() if isinstance(item, ui.TextDisplay))


def controls(reply: Reply) -> list[Any]:
    return [item for item in reply.walk_children() if isinstance(item, ui.Button | ui.Select)]


def labels(reply: Reply) -> list[str]:
    return [item.label for item in controls(reply) if isinstance(item, ui.Button)]


def check_limits(reply: Reply) -> None:
    """What Discord would refuse."""
    assert reply.content_length() <= 4000
    assert (
        reply.total_children_count <= COMPONENT_LIMIT - 2
    )  # with room for the button that shows it to everyone
    custom_ids = [item.custom_id for item in controls(reply) if getattr(item, "url", None) is None]
    assert len(set(custom_ids)) == len(custom_ids)
    assert all(0 < len(custom_id) <= wire.CUSTOM_ID_LIMIT for custom_id in custom_ids)
    for item in controls(reply):
        if isinstance(item, ui.Select):
            assert 1 <= len(item.options) <= 25
            assert len({option.value for option in item.options}) == len(item.options)
            for option in item.options:
                assert 1 <= len(option.label) <= 100
                assert len(option.description or "") <= 100
        else:
            assert 1 <= len(item.label) <= 80
    for item in reply.walk_children():
        if isinstance(item, ui.TextDisplay):
            assert item.content.strip()


def excerpts(reply: Reply) -> list[str]:
    """Every excerpt of the answer as a reader sees it, without the marks around it."""
    found = re.findall(r"^> (?:\|\|)?(?P<words>.*?)(?:\|\|)?$", text_of(reply), re.MULTILINE)
    return [re.sub(r"\\(.)", r"\1", words.replace("**", "")) for words in found]


def pages_of(render: Any, limit: int = 60) -> list[Reply]:
    """All pages of an answer, each asked for by its number."""
    replies = []
    for number in range(limit):
        reply = render(number)
        replies.append(reply)
        following = [item for item in controls(reply) if getattr(item, "label", "") == "Next"]
        if not following or following[0].disabled:
            return replies
    return replies


@few
@given(making.quotes)
def test_a_quote_keeps_the_limits(quote: Any) -> None:
    reply = render_quote(quote, LOOK, wire.DrawQuote(about=Theme.PERFORMANCES))
    check_limits(reply)
    assert sum(map(len, excerpts(reply))) <= EXCERPT_LIMIT + 2


@few
@given(making.film_cards, st.integers(0, 4))
def test_a_film_keeps_the_limits(card: FilmCard, page: int) -> None:
    check_limits(render_film(card, LOOK, page))


@few
@given(making.film_scores, st.integers(0, 9))
def test_scores_keep_the_limits(scores: FilmScores, page: int) -> None:
    check_limits(render_scores(scores, LOOK, page))


@few
@given(making.film_casts, st.integers(0, 9))
def test_a_cast_keeps_the_limits(cast: FilmCast, page: int) -> None:
    check_limits(render_cast(cast, LOOK, page))


@few
@given(making.person_cards, st.integers(0, 9))
def test_a_person_keeps_the_limits(card: PersonCard, page: int) -> None:
    check_limits(render_person(card, LOOK, page))


@few
@given(making.search_pages())
def test_a_search_keeps_the_limits(page: Any) -> None:
    check_limits(render_search(page, LOOK, SEARCH))


@few
@given(st.lists(making.review_cards(), min_size=1, max_size=3), st.integers(0, 9))
def test_reviews_keep_the_limits_and_quote_little(cards: list[ReviewCard], page: int) -> None:
    reply = render_review(cards, LOOK, page, review_state)
    check_limits(reply)
    marks = 2 * len(excerpts(reply))
    assert sum(map(len, excerpts(reply))) <= EXCERPT_LIMIT + marks


LONG = [f"{letter * 3} " * 40 for letter in "abcdefghijklmnopqrstuvwxyz"]  # 160 characters each, none alike


def shown_of(reply: Reply, sources: dict[str, list[str]]) -> dict[str, int]:
    """How many characters of each review an answer shows; a review is known by its own words."""
    shown: dict[str, int] = defaultdict(int)
    for words in excerpts(reply):
        inner = words.strip("“”… ")
        for key, texts in sources.items():
            if any(inner[:20] in text for text in texts):
                shown[key] += len(inner)
    return shown


@given(st.permutations(LONG), st.integers(1, 3))
@few
def test_no_page_of_any_answer_shows_more_than_the_limit_of_one_review(
    texts: list[str], critics: int
) -> None:
    sources = {f"{n}.txt": texts[n::critics] for n in range(critics)}
    refs = {key: making.review(key, critic=making.critic(f"Critic {key}")) for key in sources}
    said = [making.quote(text.strip(), refs[key]) for key, own in sources.items() for text in own]
    evidence = [Evidence(quote.text, 1, 2, quote.review) for quote in said]
    film = making.film()
    entry = CastEntry("Jack Merrow", (), (), 1)
    members = tuple(CastMember(public_id("p", n), entry, (one,)) for n, one in enumerate(evidence))
    person = making.PersonFilm(film, ("actor",), (), 1, tuple(said), ())
    answers = [
        pages_of(lambda page: render_cast(FilmCast(film, members, (), critics), LOOK, page)),
        pages_of(
            lambda page: render_person(
                PersonCard(making.PersonRef(public_id("p"), "Jack Merrow"), (), (person,)), LOOK, page
            )
        ),
        pages_of(
            lambda page: render_review(
                [
                    ReviewCard(ref, None, (), None, tuple(q for q in said if q.review is ref), (), ())
                    for ref in refs.values()
                ],
                LOOK,
                page,
                review_state,
            )
        ),
    ]
    hits = tuple(making.SearchHit(quote.text, 1, 2, ((4, 7),), False, quote.review) for quote in said[:5])
    answers.append([render_search(making.SearchPage(hits, Page(0, 1, 5)), LOOK, SEARCH)])
    for replies in answers:
        for reply in replies:
            check_limits(reply)
            shown = shown_of(reply, sources)
            assert all(characters <= EXCERPT_LIMIT for characters in shown.values()), shown
    # Nothing is left out for it: the pages together show every quote.
    for replies in answers[1:3]:
        together = "\n".join(map(text_of, replies))
        assert all(quote.text in together for quote in said)


def test_a_hundred_critics_are_all_there_page_by_page() -> None:
    refs = [making.review(f"{n}.txt", critic=making.critic(f"Critic {n:03}")) for n in range(100)]
    lines = tuple(
        ReviewLine(ref, making.score(), making.quote(f"Verdict {ref.source}.", ref)) for ref in refs
    )
    card = FilmCard(making.film(), (), ("Ada Vance",), lines, 100, 75.0, 75.0, 75.0)
    replies = pages_of(lambda page: render_film(card, LOOK, page))
    for reply in replies:
        check_limits(reply)
    together = "\n".join(map(text_of, replies))
    offered = [
        o.value for r in replies for item in controls(r) if isinstance(item, ui.Select) for o in item.options
    ]
    assert offered == [ref.id for ref in refs]
    assert [together.count(f"**Critic {n:03}**") for n in range(100)] == [1] * 100
    assert "each 75%" in together


def test_many_categories_and_the_longest_names_are_all_there() -> None:
    scores = (making.score(), *(making.score(f"{n}/10", n * 4.0, f"Category {n:02} *") for n in range(25)))
    ref = making.review(film=making.film(making.WORST, 2025), critic=making.critic(making.WORST))
    card = ReviewCard(ref, making.WORST, scores, making.quote(making.WORST, ref), (), (), (making.WORST,) * 9)
    for replies in (
        pages_of(lambda page: render_review([card], LOOK, page, review_state)),
        pages_of(
            lambda page: render_scores(
                FilmScores(ref.film, (ReviewScores(ref, scores),), 1, 75.0), LOOK, page
            )
        ),
    ):
        for reply in replies:
            check_limits(reply)
        together = "\n".join(map(text_of, replies))
        assert all(f"Category {n:02} \\*" in together for n in range(25))


def test_the_longest_of_everything_at_once() -> None:
    worst = making.WORST
    film = making.film(worst, 2025)
    far = {
        "outlet": worst,
        "url": f"https://x.example/{'(' * 230}",
        "published": "2025-09-30",
        "source": "_" * 300,
    }
    refs = [making.review(f"r{n}", film=film, critic=making.critic(worst)) for n in range(5)]
    refs = [making.ReviewRef(**{**_fields(ref), **far}) for ref in refs]
    said = [
        making.quote(worst, ref, spoiler=True, start=10**7, end=10**7 + 1, themes=tuple(Theme))
        for ref in refs
    ]
    evidence = tuple(Evidence(worst, 10**7, 10**7 + 1, ref) for ref in refs)
    entry = CastEntry(worst, tuple(f"{n}{worst}" for n in range(9)), (worst,) * 9, 3)
    scores = tuple(making.score(worst, 75.0, worst) for _ in range(26))
    person = making.PersonFilm(film, (worst,) * 9, (worst,) * 9, 3, tuple(said), ())
    named = making.PersonRef(public_id("p"), worst)
    lines = tuple(ReviewLine(quote.review, scores[0], quote) for quote in said)
    hits = tuple(making.SearchHit(worst, 10**7, 10**7 + 1, ((0, 9),), True, ref) for ref in refs)
    crew = (CrewEntry(worst, worst, 2),) * 9
    answers = [
        lambda page: render_film(
            FilmCard(film, (worst,) * 9, (worst,) * 9, lines, 3, 75.0, 10.0, 90.0), LOOK, page
        ),
        lambda page: render_review(
            [ReviewCard(refs[0], worst, scores, said[0], (said[0],) * 4, (entry,) * 30, (worst,) * 9)],
            LOOK,
            page,
            review_state,
        ),
        lambda page: render_scores(
            FilmScores(film, tuple(ReviewScores(r, scores) for r in refs), 3, 75.0), LOOK, page
        ),
        lambda page: render_cast(
            FilmCast(film, (CastMember(public_id("p"), entry, evidence),) * 7, crew, 3), LOOK, page
        ),
        lambda page: render_person(PersonCard(named, entry.spellings, (person,) * 3), LOOK, page),
        lambda page: render_search(
            making.SearchPage(hits, Page(0, 1, 3)), LOOK, wire.Search(0, None, None, "_" * 60)
        ),
        lambda page: render_quote(said[0], LOOK, wire.DrawQuote(*[public_id("x")] * 3, Theme.PERFORMANCES)),
    ]
    for render in answers:
        for reply in pages_of(render):
            check_limits(reply)


def _fields(ref: Any) -> dict[str, Any]:
    return {name: getattr(ref, name) for name in ref.__slots__}


def test_a_quote_is_attributed_from_the_film_to_the_place() -> None:
    ref = making.review(
        outlet="Reel & Ratchet",
        published="--06-04",
        url="https://reviews.example/geese",
        source="geese_1.txt",
    )
    said = making.quote("A riot.", ref, themes=(Theme.ACTION, Theme.HUMOUR), stance=Stance.FOR)
    reply = render_quote(said, LOOK, wire.DrawQuote())
    assert text_of(reply).splitlines() == [
        "### Nine Geese (1928)",
        "**Ada Lindqvist** · Reel & Ratchet · 4 June",
        "> “A riot.”",
        "-# About action and humour · speaks for the film",
        "-# geese\\_1.txt, characters 700–707",
    ]
    assert labels(reply) == ["Another", "Open the review", "Keep", "Read it in full"]


def test_a_spoiler_is_veiled_and_says_so() -> None:
    words = text_of(render_quote(making.quote("He dies || twice.", spoiler=True), LOOK, wire.DrawQuote()))
    assert "> ||“He dies \\|\\| twice.”||" in words
    assert "gives the plot away" in words


def test_an_unnamed_critic_is_said_to_be_unnamed() -> None:
    ref = making.review(critic=making.critic(None), film=None)
    words = text_of(render_quote(making.quote("A riot.", ref), LOOK, wire.DrawQuote()))
    assert "**Unnamed critic**" in words
    assert "Film not named" in words


def test_a_film_without_a_score_says_so_in_words() -> None:
    card = FilmCard(making.film(), (), (), (ReviewLine(making.review(), None, None),), 0, None, None, None)
    words = text_of(render_film(card, LOOK))
    assert "The one review gives no score" in words
    assert "no score given" in words


def test_evidence_that_gives_the_plot_away_is_veiled_and_avoided() -> None:
    ref = making.review()
    told = Evidence("Ada Vance dies as Nora.", 0, 23, ref, spoiler=True)
    tame = Evidence("Ada Vance is Nora.", 30, 48, ref)
    entry = CastEntry("Ada Vance", ("Ada Vance",), ("Nora",), 1)

    def shown(*evidence: Evidence) -> str:
        member = CastMember(public_id("p"), entry, evidence)
        return text_of(render_cast(FilmCast(making.film(), (member,), (), 1), LOOK))

    assert "> ||“Ada Vance dies as Nora.”||\n-# Spoiler · Ada Lindqvist" in shown(told)
    assert "> “Ada Vance is Nora.”\n-# Ada Lindqvist" in shown(told, tame)
    film = making.PersonFilm(making.film(), ("actor",), ("Nora",), 1, (), (told,))
    person = PersonCard(making.PersonRef(public_id("p"), "Ada Vance"), (), (film,))
    assert "> ||“Ada Vance dies as Nora.”||\n-# Spoiler" in text_of(render_person(person, LOOK))


def test_what_is_said_of_a_person_takes_a_credit_from_critics_that_are_not_quoted() -> None:
    ada, bo = making.review("ada.txt"), making.review("bo.txt", critic=making.critic("Bo"))
    said = making.quote("Ada Vance is superb.", ada)
    named = (Evidence("Ada Vance is Nora.", 30, 48, ada), Evidence("Nora is Ada Vance’s.", 0, 20, bo))
    film = making.PersonFilm(making.film(), ("actor",), ("Nora",), 2, (said,), named)
    person = PersonCard(making.PersonRef(public_id("p"), "Ada Vance"), (), (film,))
    text = text_of(render_person(person, LOOK))
    assert "Ada Vance is superb." in text
    assert "Nora is Ada Vance’s." in text
    assert "Ada Vance is Nora." not in text


def test_a_quote_that_comes_by_itself_names_no_option_of_a_command() -> None:
    hiding = Look(Spoilers.HIDE)
    asked = text_of(render_quote(making.quote("Superb."), hiding, wire.DrawQuote()))
    posted = text_of(render_quote(making.quote("Superb."), hiding, wire.DrawQuote(), "Quote of the day"))
    assert "`spoilers: veil`" in asked
    assert "`spoilers: veil`" not in posted


def test_a_critic_is_named_once_over_what_they_say_in_a_row() -> None:
    ada, other = making.review("ada.txt"), making.review("b.txt", critic=making.critic(None, "Unnamed · b"))
    third = making.review("c.txt", critic=making.critic(None, "Unnamed · c"))
    said = [making.quote(f"Line {n}.", ref) for n, ref in enumerate((ada, ada, other, third))]
    person = making.PersonFilm(making.film(), ("actor",), ("Nora",), 3, tuple(said), ())
    named = making.PersonRef(public_id("p"), "Ada Vance")
    text = text_of(render_person(PersonCard(named, (), (person,)), LOOK))
    assert text.count("**Ada Lindqvist**") == 1
    assert text.count("**Unnamed critic**") == 2
    assert text.count("ada.txt") == 2
    hits = tuple(making.SearchHit(q.text, 0, 7, ((0, 4),), False, q.review) for q in said)
    text = text_of(render_search(making.SearchPage(hits, Page(0, 1, 4)), LOOK, SEARCH))
    assert text.count("**Ada Lindqvist** on") == 1
    assert text.count("**Unnamed critic** on") == 2


def test_a_critic_is_named_again_on_the_next_page() -> None:
    said = [making.quote(f"{'Word ' * 60}{n}.", making.review()) for n in range(3)]
    person = making.PersonFilm(making.film(), ("actor",), (), 1, tuple(said), ())
    named = making.PersonRef(public_id("p"), "Ada Vance")
    replies = pages_of(lambda page: render_person(PersonCard(named, (), (person,)), LOOK, page))
    assert [text_of(reply).count("**Ada Lindqvist**") for reply in replies] == [1] * len(replies)
    assert len(replies) > 1


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("Nine Geese", False),
        ("NINE GEESE (1928)", False),
        ("Review: Nine Geese, by Ada Lindqvist", False),
        ("Nine Geese: eight too many", True),
        ("Geese, and how to lose them", True),
    ],
)
def test_a_headline_that_only_repeats_the_title_is_left_out(headline: str, shown: bool) -> None:
    card = ReviewCard(making.review(), headline, (), None, (), (), ())
    text = text_of(render_review([card], LOOK, 0, review_state))
    assert ("-# Headline" in text) is shown
    assert (f"“{headline}”" in text) is shown


def test_more_hits_than_were_counted_are_said_to_be_more() -> None:
    hit = making.SearchHit("Geese.", 0, 6, ((0, 5),), False, making.review())
    counted, capped = (
        text_of(render_search(making.SearchPage((hit,), Page(0, 1, 2000, capped)), LOOK, SEARCH))
        for capped in (False, True)
    )
    assert "\n2,000 sentences, best first" in counted
    assert "\nMore than 2,000 sentences, best first" in capped


def test_a_category_is_never_taken_for_the_overall_score() -> None:
    story = making.score("7/10", 70.0, "Story")
    review = text_of(
        render_review([ReviewCard(making.review(), None, (story,), None, (), (), ())], LOOK, 0, review_state)
    )
    assert "No overall score given\n" in review
    assert "Story: **7/10 (70%)**" in review
    scores = text_of(
        render_scores(FilmScores(making.film(), (ReviewScores(making.review(), (story,)),), 0, None), LOOK)
    )
    assert "The one review gives no score" in scores
    assert "**Ada Lindqvist** — no overall score given\n" in scores
    assert "Story: **7/10 (70%)**" in scores


def test_a_score_without_a_scale_is_counted_apart() -> None:
    refs = [making.review(key) for key in "abc"]
    bare = making.score("★★½", None)
    given = [(refs[0], (making.score("9/10", 90.0),)), (refs[1], (bare,)), (refs[2], ())]
    card = FilmCard(
        making.film(),
        (),
        (),
        tuple(ReviewLine(ref, scores[0] if scores else None, None) for ref, scores in given),
        1,
        90.0,
        90.0,
        90.0,
    )
    told = "1 of 3 reviews gives a score, 1 more without a scale"
    assert told in text_of(render_film(card, LOOK))
    scores = FilmScores(making.film(), tuple(ReviewScores(*one) for one in given), 1, 90.0)
    assert told in text_of(render_scores(scores, LOOK))


def test_a_bot_without_a_version_says_why() -> None:
    holdings = Holdings(0, 0, 0, 0, (), None, ())
    assert "-# Version 1.2" in text_of(render_about(holdings, "1.2"))
    assert "not installed" in text_of(render_about(holdings, None))


def test_a_film_says_how_many_of_its_reviews_give_a_score() -> None:
    lines = (
        ReviewLine(making.review("a"), making.score("9.5/10", 95.0), None),
        ReviewLine(making.review("b"), making.score("★★★¾", 75.0), None),
        *(ReviewLine(making.review(key), None, None) for key in "cde"),
    )
    words = text_of(
        render_film(FilmCard(making.film(), (), ("Ada Vance",), lines, 2, 85.0, 75.0, 95.0), LOOK)
    )
    assert "**85%** on average" in words
    assert "2 of 5 reviews give a score" in words
    assert "from 75% to 95%" in words
    assert "Directed by **Ada Vance**" in words


@pytest.mark.parametrize(
    "reply",
    [
        lambda: render_cast(FilmCast(making.film(), (), (), 2), LOOK),
        lambda: render_films(FilmPage((), Page(0, 0, 0))),
        lambda: render_critics(CriticPage((), Page(0, 0, 0))),
        lambda: render_about(Holdings(0, 0, 0, 0, (), None, ()), "1.0"),
        lambda: render_review(
            [ReviewCard(making.review(), None, (), None, (), (), ())], LOOK, 0, review_state
        ),
        lambda: render_person(PersonCard(making.PersonRef(public_id("p"), "Nora"), (), ()), LOOK),
    ],
)
def test_an_empty_answer_is_still_an_answer(reply: Any) -> None:
    check_limits(reply())
    assert len(text_of(reply())) > 40


@pytest.mark.parametrize("before", [0, 5, 38, 39, 40, 41, 60])
def test_evidence_shows_the_name_it_is_evidence_for(before: int) -> None:
    text = f"{'words ' * before}as Nora (Ada Vance), {'who says it all and more ' * 9}at last."
    evidence = Evidence(text, 0, len(text), making.review())
    member = CastMember(
        public_id("p"), CastEntry("Ada Vance-Hill", ("Ada Vance", "Vance"), ("Nora",), 1), (evidence,)
    )
    (words,) = excerpts(render_cast(FilmCast(making.film(), (member,), (), 1), LOOK))
    assert "Ada Vance" in words
    assert "…" in words
    assert len(words) < 250


def test_previous_and_next_keep_their_seats() -> None:
    crew = tuple(CrewEntry(f"Name {n}", "editor", 1) for n in range(12))
    first, middle, last = pages_of(lambda page: render_cast(FilmCast(making.film(), (), crew, 1), LOOK, page))
    turning = [
        [(item.label, item.disabled) for item in controls(reply) if item.label in {"Previous", "Next"}]
        for reply in (first, middle, last)
    ]
    assert turning == [
        [("Previous", True), ("Next", False)],
        [("Previous", False), ("Next", False)],
        [("Previous", False), ("Next", True)],
    ]


def test_a_page_beyond_the_last_is_the_last() -> None:
    crew = tuple(CrewEntry(f"Name {n}", "editor", 1) for n in range(12))
    assert "Page 3 of 3" in text_of(render_cast(FilmCast(making.film(), (), crew, 1), LOOK, 99))


def test_lists_of_films_and_critics_with_the_longest_names() -> None:
    long = making.film(making.WORST, 2025)
    films = FilmPage(tuple(FilmSummary(long, 3, 2, 50.0) for _ in range(10)), Page(0, 2, 20))
    unnamed = making.critic(None, making.WORST)
    critics = tuple(CriticSummary(unnamed, 9, (making.WORST,) * 9, None) for _ in range(10))
    check_limits(render_films(films))
    check_limits(render_critics(CriticPage(critics, Page(1, 3, 30))))
    check_limits(
        render_about(
            Holdings(9, 9, 9, 9, (making.WORST,) * 99, "2025-06-04T00:00:00Z", (making.WORST,) * 9), "1"
        )
    )


def test_search_marks_the_hits_in_bold_and_nothing_else() -> None:
    hit = making.SearchHit("The *geese* and more geese.", 5, 32, ((5, 10), (21, 26)), False, making.review())
    words = text_of(render_search(making.SearchPage((hit,), Page(0, 1, 1)), LOOK, SEARCH))
    assert "> “The \\***geese**\\* and more **geese**.”" in words
    assert "**Ada Lindqvist** on **Nine Geese (1928)**" in words
    assert "1 sentence" in words


def test_search_shows_a_long_sentence_around_its_hit() -> None:
    text = "before " * 100 + "flamethrower" + " after" * 100
    start = text.index("flame")
    hit = making.SearchHit(text, 0, len(text), ((start, start + 12),), True, making.review())
    (words,) = excerpts(render_search(making.SearchPage((hit,), Page(0, 1, 1)), LOOK, SEARCH))
    assert words.startswith("…before")
    assert "flamethrower" in words
    assert words.endswith("after…")
