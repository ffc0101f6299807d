"""Pages as publishing systems make them: the article and its facts come out, what stands around it does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus import list_files, parse_document, read_file
from bot.errors import FileRejected
from bot.extract import extract
from bot.models import Document, Extracted, RawFile

PAGES = Path(__file__).parent / "pages"


class Page(NamedTuple):
    file: str
    film: str
    year: int | None
    critic: str | None
    outlet: str | None
    published: str | None
    percent: float | None
    first: str  # how the article's prose begins
    last: str  # and ends, its score aside
    around: tuple[str, ...]  # words of the page that are no part of the review


TABLE = (
    Page("wordpress-plain.html", "The Salt Road", 2019, "Odette Farrow", "Matinee Ghost", "2021-03-14", 80.0,
         "Some films trudge", "in a cinema this year.",
         ("dreadfully boring", "Copper Orchard", "wet afternoons", "Tracking", "Share this", "Northlight", "Skip to")),
    Page("wordpress-plugin.html", "Glass Harbour", 2023, "Bram Okonjo", "Second Reel", "2023-10-06", 75.0,
         "There is a shot early", "a beat before we feel it.",
         ("insult to fishermen", "loveliest film", "refused entry", "Trailers", "4.1 out of 5", "Tweet")),
    Page("ghost.html", "Every Clock in the House", None, "Imke Solberg", "Lantern Slides", "2024-02-11", 80.0,
         "The ghost in Every Clock", "sent me home grinning.",
         ("One brilliant film", "never have been wound", "Nine Doors", "Powered by")),
    Page("blogger.html", "Paper Tigers", 1987, "Cornelius Batt", "The Velvet Usher", "2012-05-12", 75.0,
         "I have a weakness", "worth the whole wait.",
         ("late husband", "tearing tickets", "Email This", "Newer Post", "older opinions", "A to Z")),
    Page("wix.html", "Underneath the Viaduct", None, "Leopold Quay", "Popcorn Parish", "2022-08-19", 80.0,
         "Two brothers, one shovel", "digs up next.",
         ("Ninth Umbrella", "made me sick", "128 views", "Proudly created", "Members")),
    Page("squarespace.html", "SMALL HOURS", None, "Philippa Rune", "Aisle Seat Quarterly", "2018-11-30", 91.67,
         "Nurses do not sleep", "belongs in a duller film.",
         ("As a nurse", "Never miss", "Grocer's", "Pin", "Shop")),
    Page("substack.html", "The Beekeeper of Lisse", None, "Casper Thornley", "Flicker, Weekly", "2025-01-17", 50.0,
         "There is a theory", "feeling cheated.",
         ("reader-supported", "bicycles, which are", "Privacy", "Sign in")),
    Page("tables-2003.html", "Tin Cathedral", 2002, "Josephine Hurd", "Joe's Movie Barn", "2003-03-04", 50.0,
         "If you have ever wanted", "I counted.",
         ("Top Ten", "guestbook", "Best viewed", "visitor number", "E-mail Joe")),
    Page("aspx.html", "The Understudy's Husband", None, "Desmond Applegarth", "Tarrow Valley Courier", "2009-09-21",
         80.0,
         "Backstage comedies", "in front moved seats.",
         ("finest actor", "car park", "Email a friend", "Sport")),
    Page("drupal.html", "A Map of the Ceiling", None, "Renata Volk", "Tidewater Arts Journal", "2017-05-23", 90.0,
         "Patience is not a virtue", "cut anything else.",
         ("tedious film", "users online", "Skip to", "Theatre", "Submitted by")),
    Page("medium.html", "The Quiet Locksmith", None, "Amadou Prewitt", "Frame by Frame", "2020-07-08", 90.0,
         "Nobody raises a voice", "You will too.",
         ("purl stitch", "brilliant habits", "Open in app", "1.2K")),
    Page("microdata.html", "Café Nocturne", 1994, "Ottilie Wren-Hart", None, "2016-01-09", 85.0,
         "Lucien Gray’s Café Nocturne", "I adored every minute.",
         ("dreadful sequel", "text editor", "The list")),
    Page("hreview-2008.html", "Ferrymen", None, "Thaddeus Loam", "celluloid crumbs", "2008-10-17", 80.0,
         "Three generations", "devastating as a tide.",
         ("complete disgrace", "Wax Parade", "colophon")),
    Page("newspaper-paywall.html", "Salt and Iron", 2016, "Jocasta Penn", "The Marlhaven Post", "2016-09-02", 60.0,
         "The furnace in Salt and Iron", "bitter ending.",
         ("sofa sale", "Torchlight", "Continue reading", "one pound", "puddings", "Typical of the Post", "Reuse")),
    Page("tumblr.html", "The Orchard Keeper’s Daughter", 2015, None, "midnight projector", "2015-12-01", 80.0,
         "Honestly?", "deserves a raise.",
         ("metaphor for capitalism", "57 notes", "so you can sleep", "Archive")),
    Page("jekyll.html", "The Weather Forgers", 2022, "Wanda Ekström", "Grain and Gate", "2023-04-02", 70.0,
         "Forecasters make poor heroes", "rather wonderful film.",
         ("small gate", "About")),
    Page("fragment-htm.htm", "Nine Miles of Wire", 1958, "Archibald Soane", None, None, 90.0,
         "Everyone in Nine Miles", "Seek it out.", ()),
)  # fmt: skip


def read(name: str) -> tuple[Document, Extracted]:
    document = parse_document(RawFile("pages", name, "", (PAGES / name).read_bytes()))
    return document, extract(document)


def parse(page: str, name: str = "a.html") -> Document:
    return parse_document(RawFile("pages", name, "", page.encode()))


@pytest.mark.parametrize("page", TABLE, ids=[page.file for page in TABLE])
def test_a_page_gives_its_review_and_its_facts(page: Page) -> None:
    document, found = read(page.file)
    film, score = found.films[0], found.scores[0]
    assert (film.title, film.year, score.percent) == (page.film, page.year, page.percent)
    named = [said.value if said else None for said in (found.critic, found.outlet, found.published)]
    assert named == [page.critic, page.outlet, page.published]
    assert page.first in document.text
    assert page.last in document.text
    assert found.quotes
    start, end = document.text.index(page.first), document.text.index(page.last) + len(page.last)
    assert all(start <= quote.start < quote.end <= end for quote in found.quotes)
    raw = (PAGES / page.file).read_bytes().decode("utf-8", "replace")
    assert [words for words in page.around if words not in raw or words in document.text] == []


def test_every_page_is_in_the_table() -> None:
    listed = list_files(PAGES)
    assert {file.source for file in listed.files} == {page.file for page in TABLE}
    assert all(read_file(file, "pages").data for file in listed.files)


def test_emphasis_keeps_what_the_page_set_in_italics() -> None:
    for page in TABLE:
        document, _ = read(page.file)
        assert page.film.casefold() in {document.text[a:b].casefold() for a, b in document.emphasis}, (
            page.file
        )


PROSE = "<p>" + "The film is long, and its lamps are beautiful. " * 8 + "</p>"


def ld(record: str) -> str:
    return (
        f'<html><head><script type="application/ld+json">{record}</script></head><body>{PROSE}</body></html>'
    )


@pytest.mark.parametrize(
    ("record", "critic"),
    [
        ('{"@type":"Review","author":"Ada Byron"}', "Ada Byron"),
        ('{"@type":"Review","author":{"@type":"Person","name":"Ada Byron"}}', "Ada Byron"),
        ('{"@type":["Review"],"author":[{"name":"Ada Byron"},{"name":"Ivo Rask"}]}', "Ada Byron, Ivo Rask"),
        ('{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ada Byron"}]}',
         "Ada Byron"),
        ('{"@type":"http://schema.org/NewsArticle","author":{"name":"By Ada Byron, Film Critic"}}', "Ada Byron"),
        ('[{"@type":"BlogPosting","author":{"name":"admin"}}]', None),
        ('{"@type":"NewsArticle","author":{"@type":"Organization","name":"Ada Byron"}}', None),
        ('{"@type":"NewsArticle","author":"The Lamp Post","publisher":{"@type":"Organization","name":"The Lamp Post"}}',
         None),
        ('{"@type":"Review","author":"https://ada.example/me"}', None),
        ('{"@type":"Comment","author":"Ada Byron"}', None),
        ('{"@type":"Review","author":"Ada Byron",}', "Ada Byron"),
        ('{"@type":"Review","author":"Ada Byron"', None),
        ("[" * 20_000, None),
    ],
)  # fmt: skip
def test_the_author_of_a_record(record: str, critic: str | None) -> None:
    given = parse(ld(record)).given.critic
    assert (given.value if given else None) == critic


@pytest.mark.parametrize(
    ("rating", "percent"),
    [
        ('{"ratingValue":4,"bestRating":5,"worstRating":1}', 80.0),
        ('{"ratingValue":"3,5","bestRating":"5"}', 70.0),
        ('{"ratingValue":"B+"}', 83.33),
        ('{"ratingValue":"7/10"}', 70.0),
        ('{"ratingValue":2,"bestRating":4,"worstRating":-4}', 75.0),
        ('{"ratingValue":"4"}', None),
        ('{"ratingValue":"0","bestRating":"5"}', None),
        ('{"@type":"AggregateRating","ratingValue":"4","bestRating":"5"}', None),
    ],
)
def test_the_rating_of_a_record_has_the_scale_it_states(rating: str, percent: float | None) -> None:
    scores = extract(parse(ld(f'{{"@type":"Review","author":"Ada Byron","reviewRating":{rating}}}'))).scores
    assert (scores[0].percent if scores else None) == percent


@pytest.mark.parametrize(
    ("row", "critic", "published"),
    [
        ("<small>June 3rd, 2010 by Mack</small>", "Mack", "2010-06-03"),
        ("<b>Author : Kestrel</b>", "Kestrel", None),
        ("<div>A movie review by James Quill</div>", "James Quill", None),
        ('<p class="byline">By Ada Byron, Film Critic</p>', "Ada Byron", None),
        ("<p>By the sea</p>", None, None),
        ("<p>Written by: Ada Byron</p>", "Ada Byron", None),
        ("<p>Directed by: Mel Hale</p><p>Written by: Ada Byron</p>", None, None),
        ("<p>Posted by Ada Byron on June 3, 2010</p>", "Ada Byron", "2010-06-03"),
        ("<h2>Reviewed by ReelFan99 — June 3, 2010</h2>", "ReelFan99", "2010-06-03"),
        ("<p>Words: Ada Byron</p>", "Ada Byron", None),
        ("<p>Author - Ada Byron</p>", "Ada Byron", None),
        ("<h2>Movie Reviews by Ada</h2>", "Ada", None),
        ("<p>Reviewed by boredom</p>", None, None),
        ("<p>Posted by admin on June 3, 2010</p>", None, "2010-06-03"),
        ('<p class="byline">By Staff Writer</p>', None, None),
        ('<time datetime="2010-06-03T10:00:00Z">Thursday</time>', None, "2010-06-03"),
        ('<p class="date">03/04/2010</p>', None, None),
    ],
)
def test_byline_rows_on_the_page(row: str, critic: str | None, published: str | None) -> None:
    given = parse(f"<html><title>Rope</title><body><h1>Rope</h1>{row}{PROSE}</body></html>").given
    assert (given.critic.value if given.critic else None) == critic
    assert (given.published.value if given.published else None) == published


@pytest.mark.parametrize(
    ("head", "headline", "outlet"),
    [
        ('<title>Rope review | Film | The Daily Lamp</title></head><h1>Rope review</h1>',
         "Rope review", "The Daily Lamp"),
        ('<title>Rope – Film Shack</title></head><h1><a href="http://shack.example/">Film Shack</a></h1><h2>Rope</h2>',
         "Rope", "Film Shack"),
        ('<title>Ada\'s Barn - Reviews - Rope</title></head><a href="/"><img alt="Ada\'s Barn"></a>',
         "Rope", "Ada's Barn"),
        ('<title>Rope | Medium</title><meta property="og:site_name" content="Medium"></head><h1>Rope</h1>',
         "Rope", None),
        ("<title>Rope: a knot</title></head>", "Rope: a knot", None),
    ],
)  # fmt: skip
def test_the_sites_name_is_the_outlet_and_no_part_of_the_headline(
    head: str, headline: str, outlet: str | None
) -> None:
    given = parse(f"<html><head>{head}<body>{PROSE}</body></html>").given
    assert given.headline
    assert given.headline.value == headline
    assert (given.outlet.value if given.outlet else None) == outlet


def test_lines_of_typed_text_stay_lines() -> None:
    typed = "\n".join(["It is a splendid film that nobody", "should miss, and the lamps are fine."] * 6)
    document = parse(
        f"<html><body><h1>Rope</h1><a href=/>Home</a><pre>{typed}\n\nRating: ***</pre></body></html>"
    )
    assert document.text == f"Rope\n\n{typed}\n\nRating: ***"


def test_what_readers_think_is_no_review_of_the_pages_own() -> None:
    first = '{"@type":"Review","author":"X Y","reviewRating":{"ratingValue":1,"bestRating":5}}'
    readers = f'[{first},{{"@type":"Review","author":"Z Q"}}]'
    document = parse(
        ld(
            f'{{"@type":"Movie","name":"Rope","aggregateRating":{{"ratingValue":2,"bestRating":5}},"review":{readers}}}'
        )
    )
    assert (document.given.ratings, document.given.critic) == ((), None)
    assert document.given.film
    assert document.given.film.value == "Rope"


def test_front_matter_and_manifest_win_over_the_page() -> None:
    document = parse(
        "---\ncritic: Ivo Rask\n---\n" + ld('{"@type":"Review","author":"Ada Byron","name":"Lamps"}')
    )
    assert document.given.critic
    assert (document.given.critic.value, document.given.critic.where) == ("Ivo Rask", "front matter: critic")
    assert document.given.headline


def test_a_page_is_known_by_what_it_holds() -> None:
    page = f"<!doctype html><title>Rope</title><body><nav><p>Menus are furniture here.</p></nav>{PROSE}"
    assert "Menus" not in parse(page, "saved.txt").text
    plain = "Rope (1948)\n\nIt is < 90 minutes, and tense.\n\nRating: ***"
    assert parse(plain, "plain.html").text == parse(plain, "plain.txt").text


@pytest.mark.parametrize(
    ("codec", "declared"),
    [("utf-8", "utf-8"), ("utf-16", "utf-8"), ("cp1252", "iso-8859-1"), ("iso-8859-2", "iso-8859-2"),
     ("shift_jis", "Shift_JIS"), ("utf-8", "iso-8859-1"), ("cp1252", "no-such-code"), ("cp1252", "unicode_escape")],
)  # fmt: skip
def test_encodings(codec: str, declared: str) -> None:
    name = {"iso-8859-2": "Ľubomír Šťastný", "shift_jis": "黒澤"}.get(codec, "Zoë Bàrd")
    page = (
        f'<html><head><meta charset="{declared}"></head><body><p>{name} is in it. {PROSE}</p></body></html>'
    )
    data = page.encode(codec)
    assert name in parse_document(RawFile("pages", "a.html", "", data)).text


def test_nothing_is_loaded_run_or_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the hidden word")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body>{PROSE}<p>Here &x; it ends.</p>'
        '<script>document.write("scripted")</script></body></html>'
    )
    text = parse(page).text
    assert "hidden word" not in text
    assert "scripted" not in text


MEGABYTE = 1_000_000
HOSTILE = {
    "nested": "<div>" * 100_000 + "Deep words." + "</div>" * 50_000,
    "bold": "<b>" * 100_000 + "Deep words.",
    "flat": "<p>Flat words here.</p>" * 45_000,
    "links": "<a href=x>link words</a> " * 40_000,
    "items": "<ul>" + "<li>item words" * 70_000,
    "cells": "<table>" + "<tr><td>cell words" * 50_000,
    "scopes": "<i itemscope itemprop=a>" * 40_000 + "Words.",
    "open": "<" * MEGABYTE + "words",
    "quotes": "<a title='" * 100_000 + "words",
    "comments": "<!--" * 250_000 + "words",
    "entities": "words &amp;" * 90_000,
    "json": '<script type="application/ld+json">' + '{"a":' * 150_000 + "</script><p>Some words.</p>",
    "title": "<title>" + "words - " * 120_000 + "</title><p>Some words.</p>",
    "classes": f"<p class='{'comment ' * 100_000}'>Some words.</p>",
    "blanks": "<p>words" + " " * MEGABYTE + "end</p>",
    "metas": "<meta name=author content='By By'>" * 25_000 + "<p>Some words.</p>",
    "bylines": "<p class=byline>By A B C</p>" * 25_000,
    "near-depth": ("<div>" * 900 + "<p>Some words.</p>" + "</div>" * 900) * 15,
    "near-emphasis": "<b><i>" * 490 + "Some words. " * 50_000,
    "near-flat": "<p class=comment>Some words here.</p>" * 14_000,
    "near-comments": "<div class=comments>" * 900 + "<p>words</p>" * 13_000,
    "near-spans": "<p>" + "<span>long words of prose that go on and on for ever</span>" * 14_000,
    "near-lists": "<ul><li>" * 900 + "<li>words of the item" * 20_000,
    "near-items": "<div itemscope>" * 900 + "<p itemprop=author>words</p>" * 12_000,
    "near-reviews": "<div class=hreview>" * 900 + "<p class=rating>words</p>" * 12_000,
    "near-bodies": "<div class=entry-content>" * 900 + "<p>words</p>" * 12_000,
    "near-links": "<a href=/>words here</a> and so on<br>" * 14_000,
    "headings": "<h1>Words of it</h1>" * 29_000,
}  # fmt: skip


def test_hostile_pages_end_with_text_or_a_worded_rejection(tmp_path: Path) -> None:
    for name, page in HOSTILE.items():
        (tmp_path / f"{name}.html").write_text("<html><body>" + page[:MEGABYTE])
    program = """if True:
        import sys
        from pathlib import Path
        from bot.corpus import list_files, parse_document, read_file
        from bot.errors import FileRejected
        for file in list_files(Path(sys.argv[1])).files:
            try:
                print(file.source, len(parse_document(read_file(file, "r")).text))
            except FileRejected as rejected:
                print(file.source, rejected)
        """
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr[-500:]
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert said.keys() == {f"{name}.html" for name in HOSTILE}
    assert all(words.isdigit() or words.startswith("it ") for words in said.values())
    assert done.stderr == ""


def test_a_page_without_words_is_rejected() -> None:
    with pytest.raises(FileRejected, match="no words"):
        parse("<html><head><title></title></head><body><img src=a.png><script>words()</script></body></html>")


def test_other_files_do_not_wait_for_what_reads_pages() -> None:
    program = (
        "import sys; from bot.corpus import parse_document; from bot.models import RawFile\n"
        "parse_document(RawFile('r', 'a.txt', '', b'<b>Rope</b> is tense.'))\n"
        "print([m for m in ('lxml', 'trafilatura') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


TAGS = st.sampled_from(
    ["<p>", "</p>", "<br>", "<i>", "</i>", "<b>", "</b>", "<div>", "<div class=comments>", "</div>", "<li>", "<td>",
     "<pre>", "</pre>", "<h1>", "</h1>", "<em>", "</em>", "<nav>", "<!--", "-->", "<a href=/>", "</a>",
     "&amp;", "&#x41;", "\n", " ", "***½ ", "<title>", "</title>"]
)  # fmt: skip
WORDS = st.sampled_from(
    ["The lamps are beautiful. ", "Rope ", "By Ada Byron", "4/5", "“Rope” (1948)", "long words of prose " * 6]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(TAGS, WORDS), min_size=1, max_size=40))
def test_any_soup_gives_spans_that_hold(pieces: list[str]) -> None:
    try:
        document = parse("<html><body>" + "".join(pieces))
    except FileRejected:
        return
    assert all(
        0 <= a < b <= len(document.text) and document.text[a:b].strip() == document.text[a:b]
        for a, b in document.emphasis
    )
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
    assert document.text == document.text.strip()
