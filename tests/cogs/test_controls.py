"""Buttons and menus: who may press them, after a restart, and when what they point at is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cogs_library import ADA, GEESE, ROOT, SECRET, Said, Written, write
from reading import buttons, chosen, menu, private, public, words

from bot.render.text import EXCERPT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable


async def test_another_quote_takes_the_place_of_the_last_until_all_were_shown(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese"))
    seen = [quoted(answer)]
    for _ in range(4):
        after = public(await club.click(answer, "Another"))
        assert after.id == answer.id
        seen.append(quoted(after))
    assert len(set(seen)) == 5
    assert quoted(public(await club.click(answer, "Another"))) == seen[0]


def quoted(message: Any) -> str:
    """The excerpt of a quote's answer."""
    (line,) = (line for line in words(message).splitlines() if line.startswith("> "))
    return line


async def test_a_filter_typed_as_text_goes_on_by_id(club: Any) -> None:
    answer = public(await club.slash("quote", person="jack merow", about="performances"))
    assert quoted(answer) == "> “Jack Merrow has never been so funny.”"
    again = public(await club.click(answer, "Another"))
    assert quoted(again) == "> “Jack Merrow has never been so funny.”"


async def test_a_theme_without_a_quote_says_so_privately(club: Any) -> None:
    assert private(await club.slash("quote", film="Fog Harbour", about="music")).content


async def test_pages_turn_in_place_for_who_asked(club: Any) -> None:
    answer = public(await club.slash("films"))
    assert buttons(answer)["Previous"]["disabled"]
    second = public(await club.click(answer, "Next"))
    assert second.id == answer.id
    assert "Page 2 of 2" in words(second)
    assert buttons(second)["Next"]["disabled"]
    assert "Page 1 of 2" in words(public(await club.click(second, "Previous")))


async def test_anybody_else_gets_a_copy_of_their_own(club: Any) -> None:
    answer = public(await club.slash("films"))
    copy = private(await club.manager.click(answer, label="Next"))
    assert "Page 2 of 2" in words(copy)
    assert "Page 1 of 2" in words(answer)
    back = await club.manager.click(copy, label="Previous")
    assert back.response.id == copy.id
    assert "Page 1 of 2" in words(back.response)


async def test_a_film_leads_to_its_reviews_scores_and_cast_and_back(club: Any) -> None:
    answer = public(await club.slash("review", film="Nine Geese"))
    club.clock.now += 60
    review = public(await club.member.select(answer, chosen(answer, "Bruno Achterberg")))
    assert review.id == answer.id
    assert "**Bruno Achterberg**" in words(review)
    assert "Behind the camera" in words(public(await club.click(review, "Cast")))
    assert "★★½" in words(public(await club.click(review, "Scores")))
    assert "Open one critic" in str(public(await club.click(review, "The film")).components)
    assert quoted(private(await club.click(review, "A quote")))
    assert "2 of 3 reviews" in words(review)


async def test_opening_the_review_leaves_the_quote_where_it_is(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese", critic="Bruno Achterberg"))
    before = words(answer)
    opened = private(await club.click(answer, "Open the review"))
    assert "**In short**" in words(opened)
    assert words(answer) == before


async def test_a_search_turns_its_pages_with_its_words_and_filter(club: Any) -> None:
    text = "reel spins"
    first = public(await club.slash("search", text=text))
    assert "12 sentences, best first" in words(first)
    assert "Page 1 of 3" in words(first)
    third = public(await club.click(public(await club.click(first, "Next")), "Next"))
    assert "Page 3 of 3" in words(third)
    assert "“reel spins”" in words(third)


async def test_every_control_outlives_a_restart(club: Any) -> None:
    answers = {
        "Next": public(await club.slash("films")),
        "Another": public(await club.slash("quote", film="Nine Geese")),
        "Scores": public(await club.slash("review", film="Nine Geese")),
        "Cast": public(await club.slash("scores", film="Nine Geese")),
        "The film": public(await club.slash("cast", film="Nine Geese")),
        "A quote about them": public(await club.slash("person", name="Jack Merrow")),
    }
    search = public(await club.slash("search", text="reel"))
    before = quoted(answers["Another"])
    await club.restart()
    for label, answer in answers.items():
        old = words(answer)
        result = await club.click(answer, label)
        assert words(result.response) != old
    assert quoted(answers["Another"]) != before
    assert "Page 2" in words(public(await club.click(search, "Next")))
    opened = await club.member.select(search, [search_value(search)])
    assert "**In short**" in words(opened.response) or "**More from this review**" in words(opened.response)


def search_value(message: Any) -> str:
    """What the first line of an answer's menu stands for."""
    return menu(message)["options"][0]["value"]


async def test_a_review_that_was_removed_is_said_to_be_gone(club: Any) -> None:
    answer = public(await club.slash("quote", film="Nine Geese", critic="Ada Lindqvist"))
    await club.store.remove_reviews(0, ROOT, [ADA.source])
    gone = private(await club.click(answer, "Open the review"))
    assert "no longer here" in gone.content
    assert quoted(answer)


async def test_a_server_sees_its_own_library_and_no_other_does(club: Any) -> None:
    await write(club.store, club.guild.id, [SECRET])
    answer = public(await club.slash("review", film="Members Only"))
    assert "**Zora Quill**" in words(answer)
    hit = public(await club.slash("search", text="house"))
    film_value = (await club.complete("review", "film", "members"))[0]["value"]
    review_value = search_value(hit)

    other = club.env.create_guild("Elsewhere")
    channel = other.create_text_channel("reviews")
    stranger = other.add_member(club.env.create_user("noor"))
    await club.env.settle()
    assert await stranger.autocomplete(channel, "review", "film", "members only") == []
    assert await stranger.autocomplete(channel, "quote", "critic", "zora") == []
    for name, options in (
        ("review", {"film": film_value}),
        ("scores", {"film": "Members Only"}),
        ("quote", {"critic": "Zora Quill"}),
        ("search", {"text": "house"}),
    ):
        club.clock.now += 60
        refusal = private(await stranger.slash(channel, name, **options))
        assert "Zora" not in refusal.content.replace("Zora Quill”", "")
    # A value from the other server, smuggled into a menu of one's own.
    club.clock.now += 60
    films = (await stranger.slash(channel, "films")).response
    assert "Members Only" not in words(films)
    assert review_value not in str(films.components)
    direct = await club.member.user.slash("review", film=film_value)
    assert "no longer here" in direct.response.content


async def test_no_answer_shows_more_of_a_review_than_the_limit(club: Any) -> None:
    long = [Said(f"Sentence {n} goes on {'and on ' * 20}.") for n in range(9)]
    await write(club.store, club.guild.id, [Written("long.txt", GEESE, tuple(long), "Una Lang")])
    answers: list[Callable[[], Any]] = [
        lambda: club.slash("review", film="Nine Geese", critic="Una Lang"),
        lambda: club.slash("search", text="goes on and on", critic="Una Lang"),
    ]
    for ask in answers:
        answer = public(await ask())
        lines = words(answer).replace("**", "").splitlines()
        shown = sum(len(line) - len("> “”") for line in lines if line.startswith("> “Sentence"))
        assert 0 < shown <= EXCERPT_LIMIT
