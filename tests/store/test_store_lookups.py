"""From what somebody types to what it means."""

from __future__ import annotations

import pytest
from store_making import GUILD, LAMP, OPERATOR, load, resolve, review

from bot.errors import Gone, NoMatch
from bot.models import Film
from bot.store.identity import film_id
from bot.store.records import FilmRecord
from bot.views import Scope

SOLARIS = (Film("Solaris", 1972), Film("Solaris", 2002))
ALIEN = Film("Alien 3", 1992)
MAN = Film("The Third Man", 1949)


async def fill(store):
    await load(
        store,
        review("l1.txt", "One.", people={"Mirela Stanek": "Nora", "Timothée Vale": "Abe"}),
        review("l2.txt", "Two.", critic="Bertil Ohm"),
        *(review(f"s{number}.txt", "S.", film=film) for number, film in enumerate(SOLARIS)),
        review("a.txt", "A.", film=ALIEN, critic="Zoë Strand"),
        review("m.txt", "M.", film=MAN, people={"Mirela Stone": "Anna"}),
    )


@pytest.fixture
async def full(filled):
    """Films with like names."""
    store, _ = await filled(fill)
    return store


@pytest.mark.parametrize(
    ("typed", "film"),
    [
        ("The Lamplighter's Daughter", LAMP),
        ("lamplighters daughter", LAMP),
        ("THE LAMPLIGHTER’S DAUGHTER (1931)", LAMP),
        ("Lampligther Daughter", LAMP),
        ("lamp", LAMP),
        ("daughter", LAMP),
        ("third man", MAN),
        ("The Thrid Man", MAN),
        ("Solaris (2002)", SOLARIS[1]),
        ("solaris 1972", SOLARIS[0]),
        ("alien 3", ALIEN),
        (film_id(MAN), MAN),
    ],
)
async def test_a_film_is_found(full, typed, film):
    found = (await full.film_card(OPERATOR, typed)).film
    assert (found.title, found.year) == (film.title, film.year)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Solaris", ("Solaris (1972)", "Solaris (2002)")),
        ("Solariss", ("Solaris (1972)", "Solaris (2002)")),
        ("Alien 4", ("Alien 3 (1992)",)),
        ("Solaris (1999)", ("Solaris (1972)", "Solaris (2002)")),
        ("qwxzvb", ()),
        ("!!!", ()),
    ],
)
async def test_a_film_is_not_found(full, typed, nearest):
    with pytest.raises(NoMatch) as caught:
        await full.film_card(OPERATOR, typed)
    assert (caught.value.kind, caught.value.text) == ("film", typed)
    assert caught.value.nearest[: len(nearest)] == nearest
    assert nearest or caught.value.nearest == ()


async def test_a_film_without_year_is_meant_by_its_bare_title(store):
    await load(
        store, review("a.txt", "A.", film=Film("Fern", 1950)), review("b.txt", "B.", film=Film("Fern", None))
    )
    assert (await store.film_card(OPERATOR, "fern")).film.year is None
    assert (await store.film_card(OPERATOR, "fern 1950")).film.year == 1950


async def test_an_article_tells_films_apart_where_nothing_else_does(store):
    await load(
        store,
        review("a.txt", "A.", film=Film("Fern", 1950)),
        review("b.txt", "B.", film=Film("The Fern", 1931)),
    )
    assert (await store.film_card(OPERATOR, "fern")).film.year == 1950
    assert (await store.film_card(OPERATOR, "the fern")).film.year == 1931
    with pytest.raises(NoMatch, match="more than one film") as caught:
        await store.film_card(OPERATOR, "a fern")
    assert caught.value.several


async def test_an_alias_finds_its_film(store):
    key = await store.put_review(0, review("a.txt", "A."))
    film = Film("Ballet Noir", 2001, ("From the Night Cycle: Ballet Noir",))
    await store.put_films(0, [FilmRecord(film, (key,), resolve([]), "d")])
    card = await store.film_card(OPERATOR, "from the night cycle: ballet noir")
    assert (card.film.title, card.aliases) == ("Ballet Noir", film.aliases)
    assert [choice.name for choice in await store.complete_films(OPERATOR, "from the n")] == [
        "Ballet Noir (2001)"
    ]


@pytest.mark.parametrize("typed", ["Zoë Strand", "zoe strand", "Strand", "zoe", "Zoe Strnad", "Strandd"])
async def test_a_critic_is_found(full, typed):
    assert (await full.draw_quote(OPERATOR, critic=typed)).review.critic.name == "Zoë Strand"


@pytest.mark.parametrize("typed", ["Timothee Vale", "Vale", "timothee", "Timothee Vael"])
async def test_a_person_is_found(full, typed):
    assert (await full.person_card(OPERATOR, typed)).person.name == "Timothée Vale"


async def test_an_ambiguous_person_is_asked_back(full):
    with pytest.raises(NoMatch) as caught:
        await full.person_card(OPERATOR, "Mirela")
    assert set(caught.value.nearest) == {"Mirela Stanek", "Mirela Stone"}


async def test_an_id_that_leads_nowhere_is_gone(full):
    with pytest.raises(Gone):
        await full.film_card(OPERATOR, "abcdefgh23")


async def test_nothing_typed_completes_to_the_most_reviewed(full):
    names = [choice.name for choice in await full.complete_films(OPERATOR, "")]
    assert names[0] == "The Lamplighter's Daughter (1931)"
    assert len(names) == 5
    critics = [choice.name for choice in await full.complete_critics(OPERATOR, "")]
    assert critics == ["Ada Lindqvist", "Bertil Ohm", "Zoë Strand"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sol", "Solaris (1972)"),
        ("MAN", "The Third Man (1949)"),
        ("the th", "The Third Man (1949)"),
        ("Solarsi", "Solaris (1972)"),
        ("dauhgter", "The Lamplighter's Daughter (1931)"),
        ("alien 3 (1992)", "Alien 3 (1992)"),
    ],
)
async def test_completion(full, typed, first):
    choices = await full.complete_films(OPERATOR, typed)
    assert choices[0].name == first
    assert (await full.film_card(OPERATOR, choices[0].value)).film.title in first


async def test_completion_narrows_to_a_film(full):
    assert [choice.name for choice in await full.complete_critics(OPERATOR, "", "Alien 3")] == ["Zoë Strand"]
    assert [choice.name for choice in await full.complete_people(OPERATOR, "mir", film_id(MAN))] == [
        "Mirela Stone"
    ]
    # A film half typed narrows nothing.
    assert len(await full.complete_critics(OPERATOR, "", "Sola")) == 3


async def test_choices_keep_within_what_discord_shows(store):
    long = [Film(f"{'Very ' * 40}Long {number:02}", 1900 + number) for number in range(30)]
    await load(store, *(review(f"{film.year}.txt", "X.", film=film) for film in long))
    choices = await store.complete_films(OPERATOR, "very")
    assert len(choices) == 25
    assert all(len(choice.name) <= 100 for choice in choices)
    assert choices[0].name.endswith("… (1900)")
    assert len({choice.value for choice in choices}) == 25


async def test_unnamed_critics_of_one_outlet_are_told_apart(store):
    await load(store, *(review(f"{name}.txt", "X.", critic=None, outlet="The Wick") for name in "ab"))
    assert [choice.name for choice in await store.complete_critics(OPERATOR, "")] == [
        "Unnamed critic · The Wick · a.txt",
        "Unnamed critic · The Wick · b.txt",
    ]


async def test_another_process_load_is_seen_at_once(full, open_store):
    assert [choice.name for choice in await full.complete_films(OPERATOR, "fern")] == []
    loader = await open_store()
    await load(
        loader, review("f.txt", "F.", film=Film("Fern", 1950), critic="Newcomer", people={"Abe Fox": "X"})
    )
    assert [choice.name for choice in await full.complete_films(OPERATOR, "fern")] == ["Fern (1950)"]
    assert [choice.name for choice in await full.complete_critics(OPERATOR, "newc")] == ["Newcomer"]
    assert [choice.name for choice in await full.complete_people(OPERATOR, "abe")] == ["Abe Fox"]
    await loader.remove_reviews(0, "reviews", ["f.txt"])
    assert await full.complete_films(OPERATOR, "fern") == ()
    assert await full.complete_critics(OPERATOR, "newc") == ()
    assert await full.complete_people(OPERATOR, "abe f") == ()


async def test_a_library_that_comes_later_is_seen(full):
    scope = Scope((0, GUILD))
    assert len(await full.complete_critics(scope, "")) == 3
    await load(full, review("g.txt", "G.", critic="Guest"), library=GUILD)
    assert [choice.name for choice in await full.complete_critics(scope, "gue")] == ["Guest"]
