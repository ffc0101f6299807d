"""The real chain over the sample corpus: whatever the extractors say, the store keeps and answers."""

from __future__ import annotations

from pathlib import Path

from store_making import OPERATOR, exported

import bot.sample
from bot.ingest import load

SAMPLE = Path(bot.sample.__file__).parent / "reviews"


async def test_every_read_answers_for_the_sample(store):
    await load(store, SAMPLE)
    assert await store.integrity() == ()
    reviews, films = await exported(store)
    assert len(reviews) >= 12
    assert len(films) >= 4
    for one in reviews:
        assert all(one.text[quote.quote.start : quote.quote.end] == quote.text for quote in one.quotes)
    for choice in await store.complete_films(OPERATOR, ""):
        card = await store.film_card(OPERATOR, choice.value)
        assert card.lines
        assert len((await store.film_scores(OPERATOR, choice.name)).reviews) == len(card.lines)
        for member in (await store.film_cast(OPERATOR, choice.value)).cast:
            person = await store.person_card(OPERATOR, member.id)
            assert card.film.id in {film.film.id for film in person.films}
            assert all(evidence.text for evidence in member.evidence)
        for line in card.lines:
            found = await store.review_cards(OPERATOR, card.film.id, line.review.critic.id)
            assert line.review in [one.review for one in found]
    drawn = {(await store.draw_quote(OPERATOR)).id for _ in range((await store.holdings(OPERATOR)).quotes)}
    assert drawn == {quote.id for one in reviews for quote in one.quotes}
