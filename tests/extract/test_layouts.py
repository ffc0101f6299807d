"""Whole pages as publishing systems print them: what is prose, which film, who wrote it, where and when."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from bot.corpus.blocks import split_blocks
from bot.extract.bylines import extract_critic, extract_outlet, extract_published
from bot.extract.films import extract_films
from bot.extract.view import normalise
from bot.models import BlockKind, Document, GivenFacts

PROSE = (
    "The Lamp Room keeps a man awake for ninety minutes and dares the audience to doze. Nobody in my row did.",
    "Ivo Sand plays the keeper as if he had swallowed the sea, and Peter Marsh shoots the rocks as if they "
    "owed him money. "
    "It is the rare picture that is wetter than its poster.",
    "There are longer films about lighthouses. The Lamp Room is the one that smells of them.",
)
BODY = "\n\n".join(PROSE)


class Page(NamedTuple):
    system: str
    above: str
    below: str
    headline: str
    critic: str | None = None
    outlet: str | None = None
    published: str | None = None
    year: int | None = None


PAGES = (
    Page(
        "WordPress, default theme",
        "Skip to content\nHarbour Film Blog\nMovies, mostly wet ones\nMenu\n\nThe Lamp Room (1958)\n\n"
        "Posted on March 9, 2021 by Ottoline Quay",
        "Share this:\nClick to share on Twitter (Opens in new window)\n"
        "Click to share on Facebook (Opens in new window)\n"
        "Like this:\nLike Loading...\nPosted in Reviews | Tagged lighthouses, salt | Leave a comment\n\n"
        "Post navigation\n← Gull Song (1951)\nSalt Wind (1949) →\n\n2 thoughts on “The Lamp Room (1958)”\n"
        "Nice one. I saw it in Hull, and it rained all through the second reel.\n\nProudly powered by WordPress",
        "The Lamp Room (1958)",
        critic="Ottoline Quay",
        published="2021-03-09",
        year=1958,
    ),
    Page(
        "WordPress, newer theme",
        "Home » Reviews » The Lamp Room\n\nREVIEWS\n\nReview: The Lamp Room\n\n"
        "By Ottoline Quay / March 9, 2021 / 3 Comments",
        "Filed Under: Reviews\nTagged With: lighthouses, salt\n\nAbout Ottoline Quay\n"
        "Ottoline Quay is a film critic who lives above a chandler's shop.\n\nReader Interactions\nComments\n"
        "I saw this twice and I am still damp.\n\nPrimary Sidebar\nCopyright © 2024 Harbour Film Blog",
        "Review: The Lamp Room",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "Blogger",
        "Harbour Film Blog\n\nTuesday, March 9, 2021\n\nThe Lamp Room (1958)",
        "Posted by Ottoline Quay at 9:41 PM\nEmail This BlogThis! Share to X Share to Facebook Share to Pinterest\n"
        "Labels: 1950s, lighthouses\n\nNo comments:\n\nPost a Comment\n\nNewer Post Older Post Home\n"
        "Subscribe to: Post Comments (Atom)\n\nBlog Archive\n▼ 2021 (12)\n► March (3)",
        "The Lamp Room (1958)",
        critic="Ottoline Quay",
        published="2021-03-09",
        year=1958,
    ),
    Page(
        "Squarespace",
        "Harbour Post\n0\nHome Reviews Essays About\n\nThe Lamp Room | Film Review\n\nMar 9\n"
        "Written By Ottoline Quay",
        "Film Review, Classics\n\nlighthouses, salt\n\nOttoline Quay\n\nPrevious\nGull Song | Film Review\n\nNext\n"
        "Ten Films With Fog In Them",
        "The Lamp Room | Film Review",
        critic="Ottoline Quay",
        published="--03-09",
    ),
    Page(
        "Wix",
        "top of page\nHARBOUR POST\nHome\nReviews\nAbout\nLog In\n\nAll Posts\n\n"
        "‘The Lamp Room’ Review: A Keeper Worth Keeping\n\nOttoline Quay\nMar 9, 2021\n4 min read\n\n"
        "Updated: Mar 12, 2021",
        "Recent Posts\nSee All\nGull Song Makes Landfall\nWhy I Love Fog\n\nComments\nWrite a comment...\n"
        "bottom of page",
        "‘The Lamp Room’ Review: A Keeper Worth Keeping",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "Substack",
        "Salt Water Pictures\nSubscribe\nSign in\n\nThe Lamp Room\nA keeper, a lamp and a very long night\n\n"
        "Ottoline Quay\nMar 09, 2021\n\n12\n3\nShare",
        "Thanks for reading Salt Water Pictures! Subscribe for free to receive new posts and support my work.\n\n"
        "12 Likes\n∙\n3 Restacks\n\nDiscussion about this post\n\nReady for more?\n© 2024 Ottoline Quay\n"
        "Privacy ∙ Terms ∙ Collection notice\nStart Writing\nGet the app\nSubstack is the home for great culture",
        "The Lamp Room",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "an old ASPX site",
        "Home | Reviews | Now Showing | DVD | Forum | Contact Us\n"
        "You are here: Home > Reviews > L > Lamp Room, The\n\n"
        "FILM REVIEW\nThe Lamp Room (1958)\nReviewed by: Ottoline Quay\nDate: 09/03/2021\n"
        "Director: Peter Marsh\nRunning time: 92 mins\nCertificate: PG",
        "Printer friendly version\nE-mail this article to a friend\nBack to top\n\n"
        "Copyright © 1999-2008 Harbour Pictures Online. All rights reserved.",
        "The Lamp Room (1958)",
        critic="Ottoline Quay",
        year=1958,
    ),
    Page(
        "a newspaper, byline stack",
        "Ottoline Quay\nThe Harbour Post\n9 March 2021\n\nThe Lamp Room leaves the light on all night",
        "Topics\nFilm\nDrama films\nReviews\nReuse this content",
        "The Lamp Room leaves the light on all night",
        critic="Ottoline Quay",
        outlet="The Harbour Post",
        published="2021-03-09",
    ),
    Page(
        "a newspaper with a standfirst and stars",
        "Film\n\nReview\n\nThe Lamp Room review – a keeper worth keeping\n\n★★★★\n\nOttoline Quay\n"
        "Tue 9 Mar 2021 07.00 GMT\n\nLast modified on Wed 10 Mar 2021 11.12 GMT\n\nShare",
        "The Lamp Room is released on 12 March.\n\nExplore more on these topics\nFilm\nDrama films\nreviews\n"
        "Share\nReuse this content\n"
        "Most viewed",
        "The Lamp Room review – a keeper worth keeping",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "a newspaper in the American way",
        "ADVERTISEMENT\nMOVIES | CRITIC’S PICK\n\nMovie Review: In ‘The Lamp Room,’ a Man and His Bulb\n\n"
        "By OTTOLINE QUAY | MARCH 9, 2021",
        "A version of this article appears in print on March 10, 2021, Section C, Page 6.\n\n"
        "Sign up for our newsletter\n"
        "Get the best of the Harbour Post in your inbox.\n\nMore in Movies\nGull Song Turns Seventy",
        "Movie Review: In ‘The Lamp Room,’ a Man and His Bulb",
        critic="OTTOLINE QUAY",
        published="2021-03-09",
    ),
    Page(
        "an alternative weekly",
        "MENU SEARCH SUBSCRIBE\nHOME > FILM > REVIEWS\n\nHot and wet: The Lamp Room\n\nby Ottoline Quay\n"
        "• 03.19.2021",
        "Got something to say? Send a letter to the editor.\n\nTags: Film Review, Lighthouses\n\n"
        "Related Stories\nGull Song Flies Again",
        "Hot and wet: The Lamp Room",
        critic="Ottoline Quay",
        published="2021-03-19",
    ),
    Page(
        "a magazine, everything in one row",
        "Film / Reviews\nThe Lamp Room: a keeper and the salt of the earth\n"
        "Ottoline Quay · 9 March 2021 · 5 min read",
        "Enjoyed this? Support us on Patreon.\n\nAuthor: Ottoline Quay\n\nYou may also like\n"
        "Gull Song: Feathers Everywhere\nSalt Wind: Blown Away",
        "The Lamp Room: a keeper and the salt of the earth",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "a festival diary",
        "Home | Reviews | Festivals | About\n\nFESTIVAL REVIEW\n\nHull 2021 – The Lamp Room\n\n"
        "9th March 2021\n\nWords: Ottoline Quay",
        "Follow us on Twitter @harbourpost\n\nLeave a Reply\n"
        "Your email address will not be published. Required fields are marked *\n"
        "Comment *\nName *\nEmail *",
        "Hull 2021 – The Lamp Room",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "a static site with a dated name below the title",
        "harbourpost.example.com\n\nThe Lamp Room\n\n2021-03-09 · Ottoline Quay · film, reviews",
        "← Previous: Gull Song\nNext: Salt Wind →\n\nBuilt with Hugo\nRSS",
        "The Lamp Room",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "Medium",
        "Open in app\nSign up\nSign in\nWrite\n\nThe Lamp Room Is the Wettest Film Ever Made\n\n"
        "Ottoline Quay\n\n·\nFollow\n"
        "4 min read\n·\nMar 9, 2021\n\n--\n\n2\n\nListen\n\nShare",
        "Film\nMovie Review\nCinema\n\n--\n\n2\n\nWritten by Ottoline Quay\n128 Followers\nFollow\n"
        "More from Ottoline Quay\n"
        "Why Gulls Cannot Act\nHelp\nStatus\nAbout\nCareers\nPrivacy\nTerms",
        "The Lamp Room Is the Wettest Film Ever Made",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "a forum",
        "Forum Index » Film » Reviews\n\nThe Lamp Room (1958) - review\n\nPosted: Tue Mar 09, 2021 9:41 pm",
        "Back to top\nDisplay posts from previous: All Posts\nPage 1 of 1",
        "The Lamp Room (1958) - review",
        published="2021-03-09",
        year=1958,
    ),
    Page(
        "a syndicated column, signed at the end",
        "A keeper worth keeping: The Lamp Room",
        "— Ottoline Quay\n\nThis review originally appeared in The Harbour Post.",
        "A keeper worth keeping: The Lamp Room",
        critic="Ottoline Quay",
        outlet="The Harbour Post",
    ),
    Page(
        "signed at the end without a mark",
        "The Lamp Room (1958)",
        "Martha Quay\n\n© 2021 Harbour Post",
        "The Lamp Room (1958)",
        critic="Martha Quay",
        year=1958,
    ),
    Page(
        "outlet above the critic",
        "THE HARBOUR POST\nOttoline Quay\nMarch 9, 2021\n\nOne keeper, one bulb: why The Lamp Room still shines",
        "Copyright 2021 The Harbour Post. All rights reserved.",
        "One keeper, one bulb: why The Lamp Room still shines",
        critic="Ottoline Quay",
        outlet="THE HARBOUR POST",
        published="2021-03-09",
    ),
    Page(
        "a college paper",
        "The Harbour Student\n\nARTS & ENTERTAINMENT\n\n‘The Lamp Room’ burns bright\n\n"
        "Ottoline Quay, Staff Writer\nMarch 9, 2021",
        "About the Writer\nOttoline Quay is a staff writer for the arts desk.\n\n"
        "Donate to The Harbour Student\n$500\nOf $1000 Contributed",
        "‘The Lamp Room’ burns bright",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "a menu one word a line",
        "Home\nNews\nReviews\nTrailers\nPodcast\nContact\n\nThe Lamp Room Review\n\nby Ottoline Quay\n"
        "March 9, 2021 at 9:41 am\n0\n\n"
        "Facebook\nTwitter\nPinterest\nWhatsApp",
        "SHARE\nFacebook\nTwitter\nPrevious article\nGull Song Review\nNext article\nSalt Wind Review\n"
        "Ottoline Quay\n\n"
        "RELATED ARTICLES\nMORE FROM AUTHOR",
        "The Lamp Room Review",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "an affiliate box and tags",
        "Movies\nThe Lamp Room Blu-ray Review\nBy Ottoline Quay, Harbour Post\nPublished Mar 9, 2021",
        "As an affiliate we earn from qualifying purchases.\n\nTags: lighthouses, Ivo Sand, 1958\n\n"
        "Join our mailing list\n"
        "Enter your email address\n\nTrending Now\nTen Films With Fog In Them",
        "The Lamp Room Blu-ray Review",
        critic="Ottoline Quay",
        outlet="Harbour Post",
        published="2021-03-09",
    ),
    Page(
        "advertisements between headline and prose",
        "Advertisement\n\nThe Lamp Room review: lights, camera, seagulls\n\nOttoline Quay\n\n"
        "Updated 9 March 2021, 10:15 AM\n\n"
        "Listen to this article\n\n3 min\n\nAdvertisement",
        "Advertisement\n\nLicense this article\n\nMost Viewed in Culture",
        "The Lamp Room review: lights, camera, seagulls",
        critic="Ottoline Quay",
        published="2021-03-09",
    ),
    Page(
        "nothing but a title",
        "The Lamp Room",
        "8/10",
        "The Lamp Room",
    ),
)


def paragraphs(text: str) -> list[str]:
    blocks = split_blocks(text, GivenFacts())
    return [text[block.start : block.end] for block in blocks if block.kind is BlockKind.BODY]


@pytest.mark.parametrize("page", PAGES, ids=[page.system for page in PAGES])
def test_pages(page: Page) -> None:
    text = f"{page.above}\n\n{BODY}\n\n{page.below}"
    document, view = Document("a.txt", text, split_blocks(text, GivenFacts())), normalise(text)
    headlines = [text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADLINE]
    assert headlines == [page.headline]
    film = extract_films(document, view)[0]
    assert (film.title, film.year) == ("The Lamp Room", page.year)
    found = extract_critic(document, view), extract_outlet(document, view), extract_published(document, view)
    assert tuple(fact and fact.value for fact in found) == (page.critic, page.outlet, page.published)
    read = paragraphs(text)
    assert read[read.index(PROSE[0]) : read.index(PROSE[0]) + len(PROSE)] == list(PROSE)
    assert len(read) <= len(PROSE) + 1, "furniture was taken for prose"
