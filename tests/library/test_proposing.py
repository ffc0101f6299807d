"""Members propose, managers approve."""

from __future__ import annotations

import asyncio
import random

import pytest
from giving import ANN, BEN, CLUB, FERN, OTHER, OWN, ROPE, add, table, texts

from bot.errors import Gone, LimitReached, NotAllowed, NotUnderstood
from bot.library import Librarian, LibraryLimits
from bot.library.proposing import QUEUE_PAGE
from bot.models import Edits
from bot.views import Adders, LibrarySettings


async def test_members_propose_and_managers_approve(librarian, store):
    understood = await librarian.understand(CLUB, BEN, "rope.md", ROPE.encode())
    with pytest.raises(NotAllowed):
        await librarian.propose(CLUB, BEN, understood)
    await librarian.put_settings(CLUB, LibrarySettings(Adders.EVERYONE))
    first = await librarian.propose(CLUB, BEN, understood)
    second = await librarian.propose(CLUB, BEN, understood)
    assert await texts(store) == []
    await librarian.edit(CLUB, first, Edits(critic="Cora"), user=BEN)
    await librarian.approve(CLUB, first)
    assert (await store.review_cards(OWN, "Rope", "Cora"))[0].review.id == first
    await librarian.drop(CLUB, second)
    for change in (librarian.approve, librarian.drop):
        for original in (first, second):
            with pytest.raises(Gone):
                await change(CLUB, original)
    assert len(await texts(store)) == 1
    many = await librarian.understand(CLUB, BEN, "t.csv", table(2))
    with pytest.raises(NotAllowed):
        await librarian.propose(CLUB, BEN, many)


async def test_the_queue_is_bounded(store, world):
    librarian = Librarian(
        store, clock=world.clock, now=world.now, limits=LibraryLimits(waiting=3, waiting_each=2)
    )
    await librarian.put_settings(CLUB, LibrarySettings(Adders.EVERYONE))
    understood = await librarian.understand(CLUB, BEN, "rope.md", ROPE.encode())
    for _ in range(2):
        await librarian.propose(CLUB, BEN, understood)
    with pytest.raises(LimitReached, match="of yours"):
        await librarian.propose(CLUB, BEN, understood)
    await librarian.propose(CLUB, ANN, understood)
    with pytest.raises(LimitReached, match="wait for this server"):
        await librarian.propose(CLUB, ANN, understood)


async def open_to_all(librarian, *libraries):
    for library in libraries or (CLUB,):
        await librarian.put_settings(library, LibrarySettings(Adders.EVERYONE))


async def propose(librarian, text, name="a.md", library=CLUB, user=BEN):
    understood = await librarian.understand(library, user, name, text.encode(), manages=False)
    return await librarian.propose(library, user, understood)


async def test_the_queue_is_read_oldest_first_and_page_by_page(librarian):
    await open_to_all(librarian)
    for number in range(QUEUE_PAGE + 1):
        await propose(librarian, ROPE.replace("Ada Sample", f"Critic {number}"), f"{number}.md")
    first, second = await librarian.queue(CLUB), await librarian.queue(CLUB, 1)
    assert [one.line.critic for one in first.proposals] == [f"Critic {n}" for n in range(QUEUE_PAGE)]
    assert [one.line.critic for one in second.proposals] == [f"Critic {QUEUE_PAGE}"]
    assert (first.proposals[0].line.film.title, first.proposals[0].preview.score.raw) == ("Rope", "4/5")
    await librarian.edit(CLUB, first.proposals[0].line.id, Edits(critic="Cora"))
    assert (await librarian.queue(CLUB)).proposals[0].line.critic == "Cora"
    assert await librarian.waiting(CLUB) == QUEUE_PAGE + 1


async def test_a_proposal_shows_how_it_begins_and_what_it_is_like(librarian):
    await open_to_all(librarian)
    await add(librarian, FERN, "fern.md")
    first, second = (
        await propose(librarian, FERN, "again.md"),
        await propose(librarian, FERN, "more.md", user=ANN),
    )
    found = await librarian.proposal(CLUB, first)
    assert found.opening.startswith("A gentle comedy")
    assert {(one.source, one.waiting) for one in found.preview.duplicates} == {
        ("fern.md", False),
        ("more.md", True),
    }
    await librarian.approve(CLUB, first)
    for gone in (first, "nothing0id"):
        with pytest.raises(Gone):
            await librarian.proposal(CLUB, gone)
    with pytest.raises(Gone):
        await librarian.proposal(OTHER, second)


async def test_members_see_no_proposals_but_their_own(librarian):
    await open_to_all(librarian, CLUB, OTHER)
    mine = await propose(librarian, ROPE, "mine.md", user=BEN)
    await propose(librarian, FERN, "theirs.md", user=ANN)
    await propose(librarian, FERN, "elsewhere.md", user=BEN, library=OTHER)
    assert [line.id for line in (await librarian.own(CLUB, BEN)).lines] == [mine]
    assert (await librarian.own_line(CLUB, BEN, mine)).film.title == "Rope"
    for library, user in ((CLUB, ANN), (OTHER, BEN)):
        with pytest.raises(Gone):
            await librarian.own_line(library, user, mine)
    for text, seen in ((ROPE, ["mine.md"]), (FERN, [])):
        understood = await librarian.understand(CLUB, BEN, "b.md", text.encode(), manages=False)
        again = await librarian.reconsider(CLUB, understood, Edits(outlet="The Lamp"))
        for one in (understood, again):
            assert [held.source for held in one.reviews[0].duplicates] == seen
    (known,) = (await librarian.understand(CLUB, BEN, "b.md", FERN.encode())).reviews[0].duplicates
    assert (known.source, known.waiting) == ("theirs.md", True)


async def test_what_a_message_says_itself_wins_over_who_posted_it(librarian):
    posted = Edits(critic="robin", url="https://discord.com/channels/1/2/3")
    for text, critic, poster in (
        (ROPE, "Ada Sample", None),
        ("A superb film, and a dull one.", "robin", "robin"),
    ):
        understood = await librarian.understand(CLUB, BEN, "m.md", text.encode(), otherwise=posted)
        (one,) = understood.reviews
        assert (one.critic, understood.poster, one.url) == (critic, poster, posted.url)
    assert (await librarian.reconsider(CLUB, understood, Edits())).reviews[0].critic is None


async def test_a_proposal_that_later_rules_cannot_read_is_still_listed(librarian, monkeypatch):
    await open_to_all(librarian)
    bad = await propose(librarian, ROPE)

    def refuse(job):
        raise NotUnderstood("Not any more.")

    monkeypatch.setattr("bot.library.proposing.read", refuse)
    assert (await librarian.queue(CLUB)).proposals[0].preview is None
    assert (await librarian.proposal(CLUB, bad)).opening == ""
    with pytest.raises(NotUnderstood):
        await librarian.approve(CLUB, bad)
    await librarian.drop(CLUB, bad)
    assert await librarian.waiting(CLUB) == 0


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_happens_to_a_proposal_at_once_one_decision_holds(librarian, store, seed):
    await open_to_all(librarian)
    await add(librarian, FERN, "fern.md")
    public = await propose(librarian, ROPE)
    at_once = [
        librarian.approve(CLUB, public),
        librarian.approve(CLUB, public),
        librarian.drop(CLUB, public),
        librarian.edit(CLUB, public, Edits(film="Fern", year=1950, critic="Bo Example"), user=BEN),
        librarian.edit(CLUB, public, Edits(critic="Cora")),
        librarian.remove(CLUB, public, user=BEN),
        librarian.remove_all_of(CLUB, BEN),
    ]
    random.Random(seed).shuffle(at_once)  # noqa: S311
    results = await asyncio.gather(*at_once, return_exceptions=True)
    assert {type(one) for one in results} <= {type(None), int, Gone}
    assert len(await texts(store)) == 1  # whoever gave it took all back
    assert await store.count_originals(CLUB, user=BEN) == 0
    assert not await store.needs_resolution(CLUB)
    assert await store.integrity() == ()


async def test_what_is_taken_back_while_it_is_read_can_be_proposed_once_more(librarian, store):
    await open_to_all(librarian)
    line = await store.original_line(CLUB, await propose(librarian, ROPE))
    await librarian.remove(CLUB, line.id)
    assert (await librarian._proposal(CLUB, line)).preview is None
    assert await propose(librarian, ROPE) == line.id
    assert (await librarian.proposal(CLUB, line.id)).preview.film.title == "Rope"
