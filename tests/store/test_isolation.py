"""Whatever is added, changed, proposed, imported and forgotten in three servers, and loaded by the operator: after
each step every read, in every scope, sees exactly what a plain model says, and no word of another library.
"""

from __future__ import annotations

import inspect
import os
import random
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from library_model import Item, Model, Seen, mean, stated_cast
from library_texts import Texts

from bot.corpus import unpack
from bot.errors import Gone, NoMatch, NothingFound
from bot.ingest import load
from bot.library import Librarian
from bot.models import Edits, Film, RawFile, Spelling, Theme
from bot.store import Store
from bot.store.identity import SERVER_ROOT, film_id, review_id
from bot.store.records import OriginalState
from bot.text import fold
from bot.views import Adders, LibrarySettings, QuoteFilter, Scope

WORDS = {0: "Quillon", 501: "Vexmoor", 502: "Ashgrove", 503: "Dunmere"}
"""A word of each library, in every text and in most names of it."""

SERVERS = (501, 502, 503)
SCOPES = ((0,), *((0, server) for server in SERVERS), *((server,) for server in SERVERS), (0, 77))
STEPS = int(os.environ.get("ISOLATION_STEPS", "16"))
SEEDS = [int(seed) for seed in os.environ.get("ISOLATION_SEEDS", "1").split()]


class World:
    """The store beside the model, and one step after the other done to both."""

    def __init__(self, seed, tmp_path):
        self.random = random.Random(seed)  # noqa: S311
        self.texts = Texts(self.random, WORDS)
        self.path = tmp_path / "store.db"
        self.folder = tmp_path / "reviews"
        self.folder.mkdir()
        self.model = Model()
        self.day = datetime(2026, 3, 1, tzinfo=UTC)
        self.seconds = 0.0
        self.number = 0
        self.asked = Counter()
        self.steps = Counter()
        self.left = set()
        self.favourites = {}  # quote -> (library, server it was kept in)

    async def open(self):
        self.store = await Store.open(self.path)
        self.librarian = Librarian(self.store, clock=lambda: self.seconds, now=lambda: self.day)

    # --- steps

    async def begin(self):
        """Fill all libraries a little."""
        for library in SERVERS:
            for kind in (self.add, self.add, self.bring):
                await self.do(kind, library)
        await self.do(self.reload, 0)

    def plan(self, steps):
        """One step of each kind, and a library that is forgotten and filled again; then whatever comes."""
        each = [self.edit, self.edit, self.remove, self.propose, self.decide, self.cancel, self.spell]
        each += [self.spell, self.spell, self.reload, self.restart, self.leave]
        self.random.shuffle(each)
        kinds = [self.propose, *each, self.forget, self.add, self.add]
        weighted = [*each, self.forget, self.propose, self.decide, self.bring, *[self.add] * 5]
        return (kinds + self.random.choices(weighted, k=max(0, steps - len(kinds))))[:steps]

    async def do(self, kind, library=None):
        self.seconds += 100
        self.number += 1
        if library is None:
            library = self.random.choice(SERVERS)
            if kind not in {self.add, self.bring, self.leave, self.reload}:
                # Where there is something to do it to.
                model = self.model
                full = {self.decide: model.proposed, self.forget: model.spellings}.get(kind, model.kept)
                library = self.random.choice([one for one in SERVERS if full.get(one)] or SERVERS)
        before = self.model.films(library)
        await kind(library)
        self.model.pass_on_spellings(library, before)
        self.steps[kind.__name__] += 1

    def kept(self, library):
        return self.model.kept.setdefault(library, {})

    async def add(self, library):
        data, edits, user = self.texts.review(library).encode(), Edits(), self.random.randint(1, 3)
        if self.random.random() < 0.3:
            edits = self.texts.edits(library)
        name = f"{WORDS[library]}-{self.number}.md"
        understood = await self.librarian.understand(library, user, name, data, edits)
        public = await self.librarian.add(library, user, understood)
        assert public == review_id(library, SERVER_ROOT, name)
        self.kept(library)[public] = Item(name, data, "file", edits, user)

    async def edit(self, library):
        if held := self.kept(library):
            public, edits = self.random.choice(sorted(held)), self.texts.edits(library)
            await self.librarian.edit(library, public, edits)
            held[public] = replace(held[public], edits=edits)

    async def remove(self, library):
        if held := self.kept(library):
            public = self.random.choice(sorted(held))
            for elsewhere in {*SERVERS} - {library}:
                with pytest.raises(Gone):
                    await self.librarian.remove(elsewhere, public)
            await self.librarian.remove(library, public)
            del held[public]

    async def propose(self, library):
        await self.librarian.put_settings(
            library, LibrarySettings(Adders.EVERYONE, attribution=WORDS[library])
        )
        data, name = self.texts.review(library).encode(), f"{WORDS[library]}-{self.number}.md"
        understood = await self.librarian.understand(library, 3, name, data)
        public = await self.librarian.propose(library, 3, understood)
        self.model.proposed.setdefault(library, {})[public] = Item(name, data, user=3)

    async def decide(self, library):
        if waiting := self.model.proposed.get(library):
            public = self.random.choice(sorted(waiting))
            item = waiting.pop(public)
            if self.random.random() < 0.6:
                await self.librarian.approve(library, public)
                self.kept(library)[public] = item
            else:
                await self.librarian.drop(library, public)

    async def bring(self, library):
        data, name = self.texts.table(library), f"{WORDS[library]}-{self.number}.csv"
        understood = await self.librarian.understand(library, 2, name, data)
        report = await self.librarian.run_import(
            library, await self.librarian.begin_import(library, 2, understood)
        )
        assert report.kept == 2
        for raw in unpack(data, name, root=SERVER_ROOT):
            assert isinstance(raw, RawFile)
            public = review_id(library, SERVER_ROOT, raw.source)
            self.kept(library)[public] = Item(raw.source, raw.data, raw.form, user=2)

    async def cancel(self, library):
        understood = await self.librarian.understand(
            library, 2, f"{self.number}.csv", self.texts.table(library)
        )
        import_id = await self.librarian.begin_import(library, 2, understood)
        (first, _) = await self.store.import_batch(library, import_id, 2)
        assert first.state is OriginalState.IMPORTING
        await self.librarian.cancel_import(library, import_id)

    async def spell(self, library):
        seen, wanted = self.model.seen((library,)), self.model.spellings.setdefault(library, {})
        if wanted and self.random.random() < 0.3:
            film, folded = self.random.choice(sorted(wanted, key=str))
            await self.librarian.unspell(library, folded, film)
            del wanted[film, folded]
        elif seen.film_ids:
            shared = seen.film_ids & self.model.seen((0,)).film_ids
            film = self.random.choice(sorted(shared or seen.film_ids))
            if cast := stated_cast(seen.people(film)):
                name = self.random.choice(cast)
                where = self.random.choice([film, None])
                await self.librarian.spell(library, name, f"Mirela {WORDS[library]}", where)
                wanted[where, fold(name)] = Spelling(where, name, f"Mirela {WORDS[library]}")

    async def leave(self, library):
        """Leave a server; it is joined again in time, or forgotten."""
        held = library in await self.store.server_libraries()
        await self.librarian.left(library)
        self.day += timedelta(days=29)
        assert await self.librarian.sweep() == ()
        if self.random.random() < 0.6:
            await self.librarian.present(SERVERS)
        self.day += timedelta(days=2)
        gone = await self.librarian.sweep()
        assert gone in ((), (library,) if held else ())
        if gone:
            self._nothing_of(library)

    async def forget(self, library):
        await self.librarian.forget(library)
        self._nothing_of(library)

    def _nothing_of(self, library):
        for part in (self.model.kept, self.model.proposed, self.model.spellings):
            part.pop(library, None)
        self.favourites = {public: held for public, held in self.favourites.items() if library not in held}

    async def reload(self, _):
        """Change the operator's folder and load it again."""
        files = self.kept(0)
        for _ in range(self.random.randint(1, 2)):
            public = self.random.choice([None, *sorted(files)])
            if public is None or self.random.random() < 0.5:
                name = f"{self.number}.md" if public is None else files[public].source
                data = self.texts.review(0).encode()
                (self.folder / name).write_bytes(data)
                files[review_id(0, "reviews", name)] = Item(name, data)
            elif len(files) > 1:  # an empty folder may be a disk that isn't there
                (self.folder / files.pop(public).source).unlink()
        report = await load(self.store, self.folder)
        assert not report.failed

    async def restart(self, _):
        await self.store.flush_cursors()
        await self.store.close()
        await self.open()
        await self.librarian.refresh_all()

    # --- what everybody sees

    async def check(self):
        for libraries in SCOPES:
            await Asking(self, libraries).everything()
        for library in (0, *SERVERS):
            await self._check_library(library)

    async def _check_library(self, library):
        """What is asked of one library alone, by its managers and by the command line."""
        store, seen, model = self.store, self.model.seen((library,)), self.model
        exported = [one async for one in store.exported_reviews(library)]
        assert sorted((one.source, one.text) for one in exported) == sorted(
            (one.source, one.text) for one in seen.reviews
        )
        films = await store.exported_films(library)
        assert Counter(film_id(one.film) for one in films) == dict.fromkeys(seen.film_ids, 1)
        lines = await store.original_lines(library)
        page = await store.originals(library, list(OriginalState), per_page=99)
        waiting = model.proposed.get(library, {})
        held = model.kept.get(library, {}) if library else {}
        assert {line.id for line in lines} == set(held)
        assert {line.id for line in page.lines} == {*held, *waiting}
        assert {line.id: line.user for line in page.lines} == {
            public: item.user for public, item in {**held, **waiting}.items()
        }
        wanted = model.spellings.get(library, {})
        assert set(await store.spellings(library)) == set(wanted.values())
        gaps = await store.gaps(library)
        assert gaps.reviews == len(seen.reviews)
        settings, marks = await store.settings(library), await store.kept_marks(library)
        assert {mark.id: mark.given for mark in marks} == {
            public: item.edits for public, item in held.items()
        }
        alike = [await store.duplicates(library, "", "Ada Sample", Film("The Lamp", None))]
        choices = await self.librarian.complete(library, "") if library else ()
        assert {one.value for one in choices} == set(held)
        for one in choices:
            known = seen.by_id[one.value]
            called = known.said.critic.value if known.said.critic else "Unnamed critic"
            film = known.film.title if known.film else "Film not named"
            assert one.name.startswith(film)
            assert one.name.endswith(known.source)
            assert called in one.name
        digests = await store.stored_files(library, SERVER_ROOT if library else "reviews")
        assert set(digests) == {one.source for one in seen.reviews}
        answers = [exported, films, lines, page, gaps, settings, marks, alike, choices]
        for answer in answers:
            self.count("of one library")
            self.no_word_of_others(answer, (library,))

    def count(self, what):
        self.asked[what] += 1

    def no_word_of_others(self, answer, libraries):
        said = repr(answer).casefold()
        for other, word in WORDS.items():
            assert other in libraries or word.casefold() not in said, f"{word} is seen in {libraries}"


class Asking:
    """Every read there is, asked in one scope."""

    def __init__(self, world, libraries):
        self.world, self.store = world, world.store
        self.libraries, self.scope = libraries, Scope(libraries)
        self.seen = world.model.seen(libraries)
        self.others = [Seen(world.model, (library,)) for library in WORDS if library not in libraries]

    async def ask(self, name, *args, **kwargs):
        """Ask, and look through the answer or refusal for others' words; a refusal is None."""
        self.world.count(name)
        try:
            answer = await getattr(self.store, name)(self.scope, *args, **kwargs)
        except (NoMatch, NothingFound, Gone) as error:
            self.world.no_word_of_others(getattr(error, "nearest", ()), self.libraries)
            return None
        self.world.no_word_of_others(answer, self.libraries)
        return answer

    async def everything(self):
        await self.lists()
        for film in sorted(self.seen.film_ids):
            await self.film(film)
        await self.reviews()
        await self.quotes()
        await self.people()
        await self.searches()
        await self.others_things()

    async def lists(self):
        seen = self.seen
        page = await self.ask("films", per_page=99)
        assert Counter(one.film.id for one in page.films) == Counter(seen.film_ids)
        for one in page.films:
            members, film = seen.of_film(one.film.id), seen.film(one.film.id)
            given = [member.percent for member in members if member.percent is not None]
            assert (one.reviews, one.scored, one.mean_percent) == (len(members), len(given), mean(given))
            assert (one.film.title, one.film.year) == (film.title, film.year)
        page = await self.ask("critics", per_page=99)
        assert {one.critic.id: one.reviews for one in page.critics} == Counter(
            one.critic for one in seen.reviews
        )
        held = await self.ask("holdings")
        counted = (len(seen.reviews), len(seen.film_ids), len(seen.critic_ids), len(seen.quotes))
        assert (held.reviews, held.films, held.critics, held.quotes) == counted
        assert held.sources == seen.outlets()
        assert held.roots == (("reviews",) if 0 in self.libraries and self.world.kept(0) else ())
        assert {one.value for one in await self.ask("complete_films", "")} == seen.film_ids
        choices = await self.ask("complete_critics", "")
        assert {one.value for one in choices} == seen.critic_ids
        for one in choices:
            assert one.name.startswith(tuple(seen.labels(one.value)))

    async def film(self, film):
        seen, members = self.seen, self.seen.of_film(film)
        known, people = seen.film(film), seen.people(film)
        given = [one.percent for one in members if one.percent is not None]
        card = await self.ask("film_card", film)
        assert {line.review.id for line in card.lines} == {one.id for one in members}
        assert (card.scored, card.mean_percent, set(card.aliases)) == (
            len(given),
            mean(given),
            set(known.aliases),
        )
        assert card.directors == tuple(one.person for one in people.crew if one.role == "director")
        scores = await self.ask("film_scores", film)
        assert {one.review.id: one.scores for one in scores.reviews} == {
            one.id: one.said.scores for one in members
        }
        cast = await self.ask("film_cast", film)
        assert tuple(member.entry for member in cast.cast) == people.cast
        assert (cast.crew, cast.reviews) == (people.crew, len(members))
        shown = {one.review.id for member in cast.cast for one in member.evidence}
        assert shown <= {one.id for one in members}
        critics = {one.critic for one in members}
        assert {one.value for one in await self.ask("complete_critics", "", film)} == critics
        for critic in sorted(critics):
            cards = await self.ask("review_cards", film, critic)
            assert {one.review.id for one in cards} == {one.id for one in members if one.critic == critic}
        await self.round(QuoteFilter(film=film))
        for member in cast.cast:
            answer = await self.ask("person_card", member.id)
            if (
                len({one.library for one in members}) == 1
            ):  # else a spelling may be settled in the scope alone
                assert film in {one.film.id for one in answer.films}
            for one in answer.films if answer else ():
                assert {quote.id for quote in one.quotes} <= set(seen.quotes)
                assert {said.review.id for said in one.evidence} <= {
                    known.id for known in seen.of_film(one.film.id)
                }

    async def round(self, wanted):
        """Draw until all was shown: exactly the quotes there are, each once."""
        expected = {
            public
            for public, (one, quote) in self.seen.quotes.items()
            if wanted.film in {None, one.film_id}
            and wanted.critic in {None, one.critic}
            and (wanted.about is None or wanted.about in quote.themes)
        }
        if not expected:
            assert await self.ask("draw", wanted) is None
            return
        drawn = [(await self.ask("draw", wanted))[0].id for _ in expected]
        assert sorted(drawn) == sorted(expected)

    async def reviews(self):
        for one in self.seen.reviews:
            card = await self.ask("review_card", one.id)
            assert (card.scores, card.headline) == (one.said.scores, one.said.headline)
            shown = [*card.quotes, *([card.verdict] if card.verdict else [])]
            assert {quote.id for quote in shown} == set(one.quotes)
            assert (card.review.film.id if card.review.film else None, card.review.url) == (
                one.film_id,
                one.said.url,
            )
            assert (card.review.critic.id, card.review.outlet) == (one.critic, one.outlet)

    async def quotes(self):
        draw = self.world.random
        for public in draw.sample(sorted(self.seen.quotes), min(4, len(self.seen.quotes))):
            (one, quote) = self.seen.quotes[public]
            view = await self.ask("quote", public)
            assert (view.text, view.review.id) == (one.text[quote.start : quote.end], one.id)
        await self.favourites()
        await self.round(QuoteFilter())
        await self.round(QuoteFilter(about=draw.choice(list(Theme))))
        if self.seen.critic_ids:
            await self.round(QuoteFilter(critic=draw.choice(sorted(self.seen.critic_ids))))
        assert (await self.ask("draw_quote") is None) == (not self.seen.quotes)
        drawn = await self.ask("draw_behind", QuoteFilter(), draw.getrandbits(62))
        assert (drawn is None) == (not self.seen.quotes)

    async def favourites(self):
        """Keep something or keep it no longer; then exactly what is kept of this scope is seen."""
        world, held = self.world, self.world.favourites
        server = self.libraries[-1] if self.libraries[-1] in SERVERS else None
        for public in world.random.sample(sorted(self.seen.quotes), min(2, len(self.seen.quotes))):
            kept = await self.ask("toggle_favourite", 9, public, server, world.day)
            assert kept == (public not in held)
            if kept:
                held[public] = (self.seen.quotes[public][0].library, server)
            else:
                del held[public]
        for other in self.others:
            for public in world.random.sample(sorted(other.quotes), min(1, len(other.quotes))):
                assert await self.ask("toggle_favourite", 9, public, server, world.day) is None
        mine = await self.ask("favourites", 9)
        assert {one.id: one.quote and one.quote.id for one in mine} == {
            public: public if public in self.seen.quotes else None
            for public, (library, _) in held.items()
            if library in self.libraries
        }
        for place in SERVERS:
            assert {(one.quote.id, one.keepers) for one in await self.ask("most_kept", place)} == {
                (public, 1)
                for public, (_, server) in held.items()
                if server == place and public in self.seen.quotes
            }
        if world.random.random() < 0.1:
            dropped = {public for public, (library, _) in held.items() if library in self.libraries}
            assert await self.ask("drop_favourites", 9) == len(dropped)
            for public in dropped:
                del held[public]

    async def people(self):
        names = self.seen.names()
        for choice in await self.ask("complete_people", ""):
            assert choice.name in names
            card = await self.ask("person_card", choice.value)
            assert {one.film.id for one in card.films} <= self.seen.film_ids

    async def searches(self):
        for word in ("fog", *(word.casefold() for word in WORDS.values())):
            expected = self.seen.sentences(word)
            page = await self.ask("search", word, per_page=500)
            hits = Counter((hit.review.id, hit.text) for hit in page.hits) if page else Counter()
            assert hits == expected
            assert not page or page.page.total == sum(expected.values())
            await self.fitting(word)
        if self.seen.film_ids:
            film = self.world.random.choice(sorted(self.seen.film_ids))
            page = await self.ask("search", "fog", film=film, per_page=500)
            within = {one.id for one in self.seen.of_film(film)}
            expected = {key: count for key, count in self.seen.sentences("fog").items() if key[0] in within}
            hits = Counter((hit.review.id, hit.text) for hit in page.hits) if page else Counter()
            assert hits == expected

    async def fitting(self, word):
        """A word that only a quote has finds it; whatever is found is seen here."""
        found = await self.ask("fitting", f"some {word} please")
        for quote in found.quotes if found else ():
            one, said = self.seen.quotes[quote.id]
            assert quote.text == one.text[said.start : said.end]
        texts = [one.text[said.start : said.end] for one, said in self.seen.quotes.values()]
        assert found or not any(word in re.findall(r"[^\W_]+", text.casefold()) for text in texts)

    async def others_things(self):
        """Ask for what is another library's, by id and by name."""
        draw = self.world.random
        for other in self.others:
            for one in draw.sample(other.reviews, min(2, len(other.reviews))):
                assert await self.ask("review_card", one.id) is None
                if one.film_id not in self.seen.film_ids:
                    assert await self.ask("film_card", one.film_id) is None
                    assert await self.ask("film_cast", one.film_id) is None
                if one.critic not in self.seen.critic_ids:
                    assert await self.ask("draw_quote", critic=one.critic) is None
                for public in one.quotes[:2]:
                    assert await self.ask("quote", public) is None
        for library in set(WORDS) - set(self.libraries):
            word = WORDS[library]
            for name, args in (
                ("complete_films", (word[:4],)),
                ("complete_critics", (f"Cora {word}",)),
                ("complete_people", (f"Ivo {word}",)),
                ("film_card", (f"{word} Hal",)),
                ("film_scores", (f"{word} Hall",)),
                ("person_card", (f"Ivo {word}",)),
                ("review_cards", ("The Lamp", f"Cora {word}")),
                ("fitting", (f"{word} Hall: Ivo {word}, Cora {word}, The Lamp, a superb {word}",)),
            ):
                await self.ask(name, *args)


@pytest.mark.parametrize("seed", SEEDS)
async def test_every_scope_sees_its_own(seed, tmp_path, capsys):
    world = World(seed, tmp_path)
    await world.open()
    try:
        await world.begin()
        for kind in world.plan(STEPS):
            await world.do(kind)
            await world.check()
        assert await world.store.integrity() == ()
    finally:
        await world.store.flush_cursors()
        await world.store.close()
    reads = {
        name
        for name, method in inspect.getmembers(Store, inspect.isfunction)
        if not name.startswith("_") and "scope" in inspect.signature(method).parameters
    }
    assert reads <= set(world.asked), "a read is never asked"
    with capsys.disabled():
        if "ISOLATION_STEPS" in os.environ:
            print(f"\nseed {seed}: {sum(world.steps.values())} steps {dict(world.steps)}")
            print(f"{sum(world.asked.values())} reads {dict(world.asked)}")
