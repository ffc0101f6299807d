"""Every slash command, as a member of a server meets it."""

from __future__ import annotations

from typing import Any

import pytest
from cogs_library import ADA, FOG, GEESE
from discord import AppCommandType
from reading import buttons, chosen, menu, private, public, words

from bot.models import Theme
from bot.store.identity import critic_id, film_id

COMMANDS = {
    *("review", "quote", "scores", "cast", "person", "search", "films", "critics", "about", "library"),
    *("propose", "privacy", "favourites", "daily"),
}
MENUS = {"Add as review", "Find reviews"}
ADA_ID = critic_id("Ada Lindqvist", "")


def test_these_are_the_commands_and_each_says_what_it_does(open_commands: Any) -> None:
    typed = [command for command in open_commands if command["type"] == AppCommandType.chat_input.value]
    assert {command["name"] for command in typed} == COMMANDS
    assert {command["name"] for command in open_commands} == COMMANDS | MENUS
    for command in typed:
        for described in (command, *command.get("options", [])):
            assert len(described["description"]) > 3
            assert not described["description"].endswith(".")


def test_a_search_takes_sixty_characters_and_a_theme_is_one_of_ten(open_commands: Any) -> None:
    options = {c["name"]: {o["name"]: o for o in c.get("options", [])} for c in open_commands}
    assert options["search"]["text"]["max_length"] == 60
    assert [choice["value"] for choice in options["quote"]["about"]["choices"]] == list(Theme)


@pytest.fixture
async def open_commands(club: Any) -> list[dict[str, Any]]:
    return [command.to_dict(club.bot.tree) for command in club.bot.tree.get_commands()]


async def test_review_of_a_film_shows_every_critic(club: Any) -> None:
    answer = public(await club.slash("review", film="Nine Geese"))
    text = words(answer)
    assert "Nine Geese (1928)" in text
    assert "Directed by **Ivo Brandt**" in text
    assert "**70%** on average" in text
    assert "2 of 3 reviews give a score, from 50% to 90%" in text
    assert "**Ada Lindqvist** — **9/10 (90%)**" in text
    assert "**Bruno Achterberg** — **★★½ (2.5 of 5, 50%)**" in text
    assert "**Unnamed critic** — no score given" in text
    assert "> “The chase through the brewery is a riot.”" in text
    assert "The Carbide Lamp · 4 June · ada.txt, characters 0–40 · [read it]" in text
    assert [option["label"] for option in menu(answer)["options"]] == [
        "Ada Lindqvist",
        "Bruno Achterberg",
        "Unnamed critic · unnamed.txt",
    ]


async def test_review_by_one_critic_shows_scores_quotes_and_cast(club: Any) -> None:
    answer = public(await club.slash("review", film="Nine Geese", critic="Ada Lindqvist"))
    text = words(answer)
    assert "**Ada Lindqvist** · The Carbide Lamp · 4 June" in text
    assert "**9/10 (90%)**" in text
    assert "Story: **8/10 (80%)**" in text
    assert "**Jack Merrow** as the farmer · **Nell Oakes** as Greta" in text
    assert "> “Jack Merrow has never been so funny.”" in text
    assert "> ||“Greta drowns in the last reel.”||\n-# Spoiler" in text
    assert buttons(answer)["Read it in full"]["url"] == ADA.url


async def test_review_reaches_an_unnamed_critic(club: Any) -> None:
    (choice,) = await club.complete("review", "critic", "unnamed", film="Nine Geese")
    assert choice["name"] == "Unnamed critic · unnamed.txt"
    text = words(public(await club.slash("review", film="Nine Geese", critic=choice["value"])))
    assert "**Unnamed critic**" in text
    assert "No score given" in text
    assert "Nine geese are eight too many." in text


async def test_several_reviews_by_one_critic_follow_each_other(club: Any) -> None:
    answer = public(await club.slash("review", film="Fog Harbour", critic="Ada Lindqvist"))
    assert "Review 1 of 2 by this critic" in words(answer)
    assert "Page 1 of 2" in words(answer)
    before = words(answer)
    after = words(public(await club.click(answer, "Next")))
    assert "Review 2 of 2 by this critic" in after
    assert "Page 2 of 2" in after
    assert {"again.txt" in before, "again.txt" in after} == {True, False}


async def test_a_typo_is_forgiven(club: Any) -> None:
    assert "Nine Geese (1928)" in words(
        public(await club.slash("review", film="nine gese", critic="ada linqvist"))
    )


@pytest.mark.parametrize(
    ("command", "options", "kind"),
    [
        ("review", {"film": "Xylophone Wars"}, "film"),
        ("scores", {"film": "Xylophone Wars"}, "film"),
        ("cast", {"film": "Xylophone Wars"}, "film"),
        ("review", {"film": "Nine Geese", "critic": "Xerxes Yquem"}, "critic"),
        ("quote", {"person": "Xerxes Yquem"}, "person"),
        ("person", {"name": "Xerxes Yquem"}, "person"),
        ("search", {"text": "geese", "film": "Xylophone Wars"}, "film"),
    ],
)
async def test_a_name_nobody_has_is_answered_privately(
    club: Any, command: str, options: dict[str, str], kind: str
) -> None:
    text = private(await club.slash(command, **options)).content
    assert f"No {kind} here matches “X" in text
    assert {"film": "/films", "critic": "/critics", "person": "/cast"}[kind] in text


async def test_no_match_names_the_nearest(club: Any) -> None:
    text = private(await club.slash("scores", film="reel")).content
    assert "“reel” could be more than one film here.\nChoose one: **Reel 00 (1900)**" in text


async def test_scores_as_printed_and_as_percent(club: Any) -> None:
    text = words(public(await club.slash("scores", film="Nine Geese")))
    assert "**9/10 (90%)**" in text
    assert "Story: **8/10 (80%)**" in text
    assert "★★½ (2.5 of 5, 50%)" in text
    assert "**Unnamed critic** — no score given" in text
    assert "2 of 3 reviews give a score" in text


async def test_scores_of_a_film_without_any(club: Any) -> None:
    assert "Neither review gives a score" in words(public(await club.slash("scores", film="Fog Harbour")))


async def test_cast_with_characters_critics_and_evidence(club: Any) -> None:
    answer = public(await club.slash("cast", film="Nine Geese"))
    text = words(answer)
    assert "**Jack Merrow** as the farmer\n-# Named by 2 of 3 critics" in text
    assert "> “Nell Oakes is Greta, who keeps the geese.”\n-# Ada Lindqvist" in text
    assert "**Ivo Brandt**, director" in text
    about = private(await club.member.select(answer, chosen(answer, "Jack Merrow")))
    assert "Jack Merrow has never been so funny." in words(about)


async def test_a_cast_nobody_names_says_so(club: Any) -> None:
    assert "No review of this film names its cast" in words(
        public(await club.slash("cast", film="Fog Harbour"))
    )


async def test_person_film_by_film(club: Any) -> None:
    answer = public(await club.slash("person", name="jack merrow"))
    text = words(answer)
    assert "## Jack Merrow" in text
    assert "as the farmer · named by 2 critics" in text
    assert "> “Jack Merrow has never been so funny.”" in text
    quoted = private(await club.click(answer, "A quote about them"))
    assert "Jack Merrow has never been so funny." in words(quoted)


async def test_search_marks_the_hits(club: Any) -> None:
    answer = public(await club.slash("search", text="geese"))
    assert "“Nine **geese** are eight too many.”" in words(answer)
    opened = private(await club.member.select(answer, chosen(answer, "Bruno Achterberg")))
    assert "★★½" in words(opened)
    narrowed = public(await club.slash("search", text="geese", film="Fog Harbour", critic="Ada Lindqvist"))
    assert "1 sentence on Fog Harbour (1931) by Ada Lindqvist, best first" in words(narrowed)


async def test_search_without_a_hit_is_answered_privately(club: Any) -> None:
    assert "xylophone" in private(await club.slash("search", text="xylophone")).content


async def test_films_and_critics_open_what_they_list(club: Any) -> None:
    films = public(await club.slash("films"))
    assert "14 films" in words(films)
    assert "Page 1 of 2" in words(films)
    opened = private(await club.member.select(films, chosen(films, "Nine Geese (1928)")))
    assert "2 of 3 reviews give a score" in words(opened)
    critics = public(await club.slash("critics"))
    assert "**Ada Lindqvist** · 3 reviews · The Carbide Lamp · 90% on average" in words(critics)
    club.clock.now += 60
    heard = private(await club.member.select(critics, chosen(critics, "Bruno Achterberg")))
    assert "**Bruno Achterberg**" in words(heard)


async def test_about_says_what_is_loaded(club: Any) -> None:
    text = words(public(await club.slash("about")))
    assert "**17 reviews** of **14 films** by **15 critics**" in text
    assert "the folder made" in text
    assert "The Carbide Lamp" in text
    assert all(f"**/{name}**" in text for name in COMMANDS - {"about", "library", "propose", "daily"})


async def test_autocomplete_offers_ids_that_the_commands_take(club: Any) -> None:
    films = await club.complete("scores", "film", "nine")
    assert films[0] == {"name": "Nine Geese (1928)", "value": film_id(GEESE)}
    critics = await club.complete("quote", "critic", "ada", film=film_id(FOG))
    assert [choice["value"] for choice in critics] == [ADA_ID]
    (person,) = await club.complete("person", "name", "jack")
    text = words(
        public(await club.slash("quote", film=films[0]["value"], critic=ADA_ID, person=person["value"]))
    )
    assert "**Ada Lindqvist**" in text
    assert "Nine Geese (1928)" in text


async def test_autocomplete_of_a_film_that_is_not_there_offers_all_critics(club: Any) -> None:
    offered = await club.complete("review", "critic", "", film="no such film")
    assert len(offered) == 15


async def test_a_direct_message_gets_the_operators_reviews(club: Any) -> None:
    result = await club.member.user.slash("review", film="Nine Geese")
    assert "2 of 3 reviews give a score" in words(result.response)
