"""RSS and Atom as files: what an entry gives, and what no feed may do."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from bot.corpus import Problem, parse_document, unpack
from bot.models import Document, Given

if TYPE_CHECKING:
    from pathlib import Path

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Carbide Lamp</title><link>https://example.org/</link>
<item><title>Rope (1948) &amp; its cuts</title><link>https://example.org/rope-1948/?utm_source=rss</link>
 <dc:creator>Ada Lindqvist</dc:creator><pubDate>Wed, 04 Jun 2025 23:30:00 -0500</pubDate>
 <description>The camera never blinks ...</description>
 <content:encoded><![CDATA[<p>The camera <em>never</em> blinks.</p><script>alert(1)</script>
  <p>It is a splendid, airless stunt.</p><!-- <!ENTITY no> -->]]></content:encoded></item>
<item><title>Laura</title><link>https://example.org/2025/laura</link>
 <author>noreply@example.org (Bruno Achterberg)</author>
 <description>&lt;p&gt;Gene Tierney haunts every frame.&lt;/p&gt;</description></item>
<item><title>Episode 12</title><link>https://example.org/episode-12</link>
 <enclosure url="https://example.org/12.mp3" type="audio/mpeg" length="1"/>
 <description>We talk about noir.</description></item>
<item><title>Nothing said</title><link>https://example.org/nothing</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="iso-8859-1"?>
<!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ada's films</title><author><name>Ada</name></author>
<entry><title type="html">&lt;i&gt;Rope&lt;/i&gt;</title><id>tag:example.org,2025:1</id>
 <link href="https://example.org/rope"/><updated>2025-06-04T01:00:00+02:00</updated>
 <content type="html">&lt;p&gt;L\u00e9a was superb.&lt;/p&gt;</content></entry></feed>"""

LETTERBOXD = """<rss version="2.0" xmlns:letterboxd="https://letterboxd.com" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Letterboxd - Ada</title>
<item><title>Rope, 1948 - \u2605\u2605\u2605\u00bd (contains spoilers)</title>
 <link>https://letterboxd.com/ada/film/rope/</link><guid isPermaLink="false">letterboxd-review-1</guid>
 <pubDate>Sat, 7 Jun 2025 08:00:00 +1200</pubDate>
 <letterboxd:filmTitle>Rope</letterboxd:filmTitle><letterboxd:filmYear>1948</letterboxd:filmYear>
 <letterboxd:memberRating>3.5</letterboxd:memberRating>
 <description><![CDATA[ <p><img src="https://example.org/x.jpg"/></p>
  <p><em>This review may contain spoilers.</em></p> <p>A <i>splendid</i> stunt.</p> ]]></description>
 <dc:creator>Ada Lindqvist</dc:creator></item>
<item><title>Rope, 1948</title><link>https://letterboxd.com/ada/film/rope/1/</link>
 <letterboxd:filmTitle>Rope</letterboxd:filmTitle><letterboxd:filmYear>1948</letterboxd:filmYear>
 <description><![CDATA[<p><img src="x.jpg"/></p> <p>Watched on Friday June 6, 2025.</p>]]></description></item>
<item><title>Rope, 1948</title><link>https://letterboxd.com/ada/film/rope/2/</link>
 <letterboxd:filmTitle>Rope</letterboxd:filmTitle>
 <description><![CDATA[<p>Still splendid.</p>]]></description></item>
</channel></rss>"""


def read(data: str | bytes, name: str = "feed.xml") -> tuple[dict[str, Document], dict[str, str]]:
    found: dict[str, Document] = {}
    problems: dict[str, str] = {}
    for item in unpack(data if isinstance(data, bytes) else data.encode(), name, root="r"):
        if isinstance(item, Problem):
            problems[item.source] = f"skipped: {item.reason}" if item.skipped else item.reason
        else:
            found[item.source] = parse_document(item)
    return found, problems


def test_rss() -> None:
    found, problems = read(RSS)
    assert list(found) == ["feed.xml#rope-1948", "feed.xml#laura"]
    assert problems == {"feed.xml": "skipped: 2 rows without a review text"}
    rope, laura = found.values()
    assert rope.text == "The camera never blinks.\n\nIt is a splendid, airless stunt."
    assert rope.given.headline == Given("Rope (1948) & its cuts", "entry: title")
    assert rope.given.critic == Given("Ada Lindqvist", "entry: author")
    assert rope.given.outlet == Given("The Carbide Lamp", "entry: feed title")
    assert rope.given.published == Given("2025-06-04", "entry: published")  # the day it was there
    assert rope.given.url == Given("https://example.org/rope-1948/?utm_source=rss", "entry: link")
    assert laura.given.critic == Given("Bruno Achterberg", "entry: author")
    assert laura.text == "Gene Tierney haunts every frame."


def test_atom_in_the_encoding_it_names() -> None:
    found, problems = read(ATOM.encode("latin-1"), "feed.atom")
    assert not problems
    [document] = found.values()
    assert (document.source, document.text) == ("feed.atom#rope", "L\u00e9a was superb.")
    given = document.given
    assert [fact.value for fact in (given.headline, given.critic, given.published, given.outlet) if fact] == [
        "Rope",
        "Ada",
        "2025-06-04",
        "Ada's films",
    ]


def test_letterboxd_says_which_film_and_how_many_stars() -> None:
    found, problems = read(LETTERBOXD)
    assert list(found) == ["feed.xml#rope", "feed.xml#rope-2"]
    assert problems == {"feed.xml": "skipped: 1 row without a review text"}
    given = found["feed.xml#rope"].given
    assert found["feed.xml#rope"].text == "A splendid stunt."
    assert given.film == Given("Rope", "entry: letterboxd:filmTitle")
    assert given.year == Given("1948", "entry: year")
    assert given.ratings == (Given("3.5/5", "entry: letterboxd:memberRating"),)
    assert given.critic == Given("Ada Lindqvist", "entry: author")
    assert given.headline is None
    assert given.outlet is None


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>',
        '<!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % ext SYSTEM "http://127.0.0.1:1/x.dtd"> %ext;]>',
        '<!doctype rss\n [ <!ATTLIST rss a CDATA "x"> ]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_reads_them(head: str, encoding: str) -> None:
    body = RSS.replace('encoding="utf-8"', f'encoding="{encoding}"').replace("<rss", f"{head}<rss", 1)
    found, problems = read(body.replace("airless", "&xxe;").encode(encoding))
    assert not found
    assert problems == {"feed.xml": "it declares entities of its own, which are not read"}


def test_a_plain_doctype_is_harmless_and_no_feed_reaches_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    head = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss-0.91.dtd">'
    assert len(read(RSS.replace("<rss", f"{head}<rss", 1))[0]) == 2


def test_what_is_no_feed_says_so(tmp_path: Path) -> None:
    assert read('<?xml version="1.0"?><urlset><url>x</url></urlset>')[1] == {
        "feed.xml": "it is XML, but neither RSS nor Atom"
    }
    secret = tmp_path / "secret.xml"
    secret.write_text(RSS)
    found, problems = read(str(secret), "feed.rss")  # a path is no feed, and is not followed
    assert not found
    assert problems
    page = "<!doctype html><html><head><title>Rope</title></head><body><p>The camera never blinks.</p></body></html>"
    assert read(page)[0]["feed.xml"].text == "The camera never blinks."


def test_a_feed_that_breaks_off_gives_what_it_has() -> None:
    found, _ = read(RSS[: RSS.index("<item><title>Episode")])
    assert "feed.xml#rope-1948" in found


def test_a_feed_in_disorder_is_mended_and_an_empty_one_is_said_to_be() -> None:
    loose = RSS.replace("airless stunt", "airless&nbsp;stunt & more").replace(
        "<dc:creator>", "<oops><dc:creator>"
    )
    assert (
        "feed.xml#rope-1948"
        in read(loose.replace("<!-- <!ENTITY no> -->]]>", "").replace("<![CDATA[", ""))[0]
    )
    entity = RSS.replace("Rope (1948) &amp; its cuts", "Rope &ndash; a caf&eacute; & its cuts")
    headline = read(entity)[0]["feed.xml#rope-1948"].given.headline
    assert headline is not None
    assert headline.value.startswith("Rope \u2013 a caf\u00e9")
    assert read("<rss version='2.0'><channel><title>Ada</title></channel></rss>") == (
        {},
        {"feed.xml": "skipped: it holds no reviews"},
    )
    russian = ATOM.replace("iso-8859-1", "windows-1251").replace(
        "L\u00e9a was superb", "\u041b\u0430\u0443\u0440\u0430"
    )
    assert read(russian.encode("cp1251"))[0]["feed.xml#rope"].text == "\u041b\u0430\u0443\u0440\u0430."
