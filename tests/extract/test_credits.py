"""Who plays whom, who made it: one golden pair a rule, what must not be read, and what always holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract.credit_mentions import extract_mentions
from bot.extract.credits import extract_credits, read_page
from bot.extract.view import normalise
from bot.models import (
    Block,
    BlockKind,
    Certainty,
    Credit,
    CreditKind,
    Document,
    FilmCandidate,
    GivenCredit,
    GivenFacts,
    Place,
)

if TYPE_CHECKING:
    from bot.extract.credit_page import Page

OWN = (FilmCandidate("Night Harbour", 2021, Place.outside("test"), "test", 1.0),)


def document(text: str, kind: BlockKind = BlockKind.BODY, given_: GivenFacts | None = None) -> Document:
    return Document("a.txt", text, (Block(kind, 0, len(text)),) if text else (), given_ or GivenFacts())


def read(text: str) -> tuple[Credit, ...]:
    return credits_of(document(text))


def credits_of(made: Document) -> tuple[Credit, ...]:
    return extract_credits(made, page_of(made))


def page_of(made: Document) -> Page:
    return read_page(made, normalise(made.text), OWN)


def mentioned(text: str, *, character: bool = False) -> list[tuple[str, str]]:
    """Who is mentioned, and in which form."""
    made = document(text)
    page = page_of(made)
    return [
        (one.person, text[one.start : one.end])
        for one in extract_mentions(page, extract_credits(made, page))
        if one.character is character
    ]


def pairs(text: str) -> list[tuple[str, str | None]]:
    """Actors and characters stated of this film."""
    return [
        (credit.person, credit.character)
        for credit in read(text)
        if credit.role == "actor" and credit.film is None and credit.certainty is Certainty.STATED
    ]


def crew(text: str, role: str = "director") -> list[str]:
    return [
        credit.person
        for credit in read(text)
        if credit.role == role and credit.film is None and credit.certainty is Certainty.STATED
    ]


@pytest.mark.parametrize(
    ("text", "rule", "person", "character"),
    [
        ("Then Eve (Ana de Armas) runs.", "character-bracket-actor", "Ana de Armas", "Eve"),
        (
            "He meets the Chancellor (Gabriel Byrne.) At last.",
            "character-bracket-actor",
            "Gabriel Byrne",
            "the Chancellor",
        ),
        (
            "He shelters Mina Holt (Seo Min-jung, from Korea).",
            "character-bracket-actor",
            "Seo Min-jung",
            "Mina Holt",
        ),
        (
            "It centres on Joan (a woefully miscast Bette Davis).",
            "character-bracket-actor",
            "Bette Davis",
            "Joan",
        ),
        (
            "We meet Optimus (voiced by Peter Cullen) again.",
            "character-bracket-actor",
            "Peter Cullen",
            "Optimus",
        ),
        (
            "See Bruce Wayne/Batman (Christian Bale) brood.",
            "character-bracket-actor",
            "Christian Bale",
            "Bruce Wayne/Batman",
        ),
        ("Thor and Loki's (Tom Hiddleston) feud.", "character-bracket-actor", "Tom Hiddleston", "Loki"),
        (
            "Stoick the Vast (Gerard Butler) roars.",
            "character-bracket-actor",
            "Gerard Butler",
            "Stoick the Vast",
        ),
        (
            "Here is Charon, who keeps the desk (Lance Reddick in his last film).",
            "character-bracket-actor",
            "Lance Reddick",
            "Charon",
        ),
        ("His wife Jo, a former singer (Doris Day) sings.", "character-bracket-actor", "Doris Day", "Jo"),
        ("It has Charles Bateman (as Ben) driving.", "actor-bracket-as-character", "Charles Bateman", "Ben"),
        ("Jan-Michael Vincent plays Matt, a legend.", "actor-plays-character", "Jan-Michael Vincent", "Matt"),
        (
            "Cary Grant plays a dandy named Julian De Lussac.",
            "actor-plays-character",
            "Cary Grant",
            "Julian De Lussac",
        ),
        (
            "Kelsey Grammer plays CIA leader Harold Attinger.",
            "actor-plays-character",
            "Kelsey Grammer",
            "Harold Attinger",
        ),
        ("Urmila Matondkar, who plays Swati, shines.", "actor-plays-character", "Urmila Matondkar", "Swati"),
        ("Ana Smith stars in Night Harbour as Eve.", "actor-as-character", "Ana Smith", "Eve"),
        ("Edgar Barton, also appears as Simon Reed.", "actor-as-character", "Edgar Barton", "Simon Reed"),
        (
            "Josh Lawson steals it as the vile, yet funny, Kano.",
            "actor-as-character",
            "Josh Lawson",
            "Kano",
        ),
        (
            "Ann-Margret Olsen is fine as Harry's bitter wife Barbara.",
            "actor-as-character",
            "Ann-Margret Olsen",
            "Barbara",
        ),
        (
            "David Suchet is perfect as Hercule Poirot.",
            "actor-as-character",
            "David Suchet",
            "Hercule Poirot",
        ),
        (
            "Luke, a Dutch sailor played by Humphrey Bogart, waits.",
            "character-played-by-actor",
            "Humphrey Bogart",
            "Luke",
        ),
        (
            "We meet Winston, John's mentor played by Ian McShane.",
            "character-played-by-actor",
            "Ian McShane",
            "Winston",
        ),
        ("Edna is voiced brilliantly by Brad Bird.", "character-played-by-actor", "Brad Bird", "Edna"),
        ("They visit Alan Corwin’s Victor Hale there.", "actors-character", "Alan Corwin", "Victor Hale"),
        (
            "It is Jamie Lee Curtis' character, Laurie Strode.",
            "actors-character-named",
            "Jamie Lee Curtis",
            "Laurie Strode",
        ),
        ("David Arnott's portrayal of Alan works.", "actor-in-role-of-character", "David Arnott", "Alan"),
        (
            "Nicolas Cage is Peter Loew, who is tired.",
            "actor-is-character",
            "Nicolas Cage",
            "Peter Loew",
        ),
        ("Ana Smith is good. She plays Eve.", "pronoun-plays-character", "Ana Smith", "Eve"),
    ],
)
def test_each_rule_reads_its_golden_pair(text: str, rule: str, person: str, character: str) -> None:
    found = [credit for credit in read(text) if credit.rule == rule]
    assert [(credit.person, credit.character) for credit in found] == [(person, character)]
    assert found[0].certainty is Certainty.STATED
    assert found[0].kind is CreditKind.NAMED
    assert found[0].film is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Leslie Howard and Bette Davis play Philip Carey and Mildred Rogers, respectively.",
            [("Leslie Howard", "Philip Carey"), ("Bette Davis", "Mildred Rogers")],
        ),
        (
            "Bette Davis and Leslie Howard's portrayals of Mildred Rogers and Philip Carey convince.",
            [("Bette Davis", "Mildred Rogers"), ("Leslie Howard", "Philip Carey")],
        ),
        (
            "Keith Lowe and Judith Barr are likeable as Tom and Judy.",
            [("Keith Lowe", "Tom"), ("Judith Barr", "Judy")],
        ),
        (
            "Keith Lowe, Al Poe and Judith Barr star as Tom, Bert, and Judy.",
            [("Keith Lowe", "Tom"), ("Al Poe", "Bert"), ("Judith Barr", "Judy")],
        ),
        (
            "Bo Roe is great as John Smith and Ana Lee as Tom and Al Poe as Eve.",
            [("Bo Roe", "John Smith"), ("Ana Lee", "Tom"), ("Al Poe", "Eve")],
        ),
        (
            "It stars Lon Chaney as Talbot, Bela Lugosi as Ygor and Boris Karloff as Niemann.",
            [("Lon Chaney", "Talbot"), ("Bela Lugosi", "Ygor"), ("Boris Karloff", "Niemann")],
        ),
        (
            "Returning actors include Alan Corwin, and the late Edgar Barton, who help.",
            [("Alan Corwin", None), ("Edgar Barton", None)],
        ),
        (
            "A group of mobsters in Chicago (Frank Sinatra, Jack Palance and Peter Falk) sings.",
            [("Frank Sinatra", None)],
        ),
    ],
)
def test_lists(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [pair for pair in pairs(text) if pair in expected] == expected
    assert not [pair for pair in pairs(text) if pair[1] is not None and pair not in expected]


def test_a_described_character_is_told_from_a_named_one() -> None:
    (credit,) = read("They murdered her father (David Castaneda) long ago.")
    assert (credit.character, credit.kind) == ("her father", CreditKind.DESCRIBED)
    (credit,) = read("It is a monk, played by dancer and director, Seo Min-jung.")
    assert (credit.person, credit.character, credit.kind, credit.role) == (
        "Seo Min-jung",
        "a monk",
        CreditKind.DESCRIBED,
        "actor",
    )


@pytest.mark.parametrize(
    "text",
    [
        "We saw Raoul Walsh's The Big Trail again.",
        "As good as Robert Zemeckis's film was, this is better.",
        "Kate's son Peter finds out.",
        "Charlie's friend, Raymond, is kind.",
        "In Los Angeles (Ana Smith) it rains.",
        "Pierce Brosnan is as tall as Roger Moore.",
        "Music by Alex North (Spartacus, Cleopatra) helps.",
        "Emma Stone works as Director of Photography.",
    ],
)
def test_what_is_no_role_is_not_read_as_one(text: str) -> None:
    assert not [pair for pair in pairs(text) if pair[1] is not None]


def test_short_forms_stand_for_the_fullest() -> None:
    found = pairs(
        "Ana de Armas leads. De Armas stars as Eve. Ana copes. She plays Eve well."
        " It is thanks to de Armas's performance."
    )
    assert {person for person, _ in found} == {"Ana de Armas"}


def test_brackets_follow_the_reviews_own_order() -> None:
    text = (
        "Bette Davis (Mildred Rogers) and Leslie Howard (as Philip Carey) shine. Mildred Rogers is cruel."
        " Bette Davis (as Mildred) rules."
    )
    assert ("Bette Davis", "Mildred Rogers") in pairs(text)
    assert pairs("Mildred Rogers (Bette Davis) is cruel.") == [("Bette Davis", "Mildred Rogers")]


def test_a_sentence_goes_on_in_its_own_order() -> None:
    text = "Walter Lowe is dry as Bartholomew, while James Barr (Tex Panthollow) and George Poe make brutes."
    assert pairs(text) == [("Walter Lowe", "Bartholomew"), ("James Barr", "Tex Panthollow")]


def test_a_capital_adjective_is_no_part_of_a_name() -> None:
    assert pairs("Little Karen Cooper (Kyra Schon) bites.") == [("Kyra Schon", "Karen Cooper")]
    assert pairs("It is Little Caesar (Kyra Schon) again.") == [("Kyra Schon", "Little Caesar")]


def test_a_description_gives_way_to_a_name() -> None:
    text = "It follows a ruthless angel of death, played by Ana Smith. Bo Roe plays her father. "
    assert pairs(text) == [("Ana Smith", "a ruthless angel of death"), ("Bo Roe", "her father")]
    assert pairs(text + "Ana Smith is good as Eve.") == [("Bo Roe", "her father"), ("Ana Smith", "Eve")]


@pytest.mark.parametrize(
    ("text", "film"),
    [
        (
            'Edgar Barton, who is famous for his role as Luther on "The Long Field", is here.',
            "The Long Field",
        ),
        ('Bo Smith was great as Paloma in "No Time to Die" (2021).', "No Time to Die"),
        ('In "Casino Royale" (2006), Eva Green plays Vesper.', "Casino Royale"),
    ],
)
def test_roles_of_other_films_carry_their_film(text: str, film: str) -> None:
    found = [credit for credit in read(text) if credit.role == "actor" and credit.character]
    assert found
    assert {credit.film for credit in found} == {film}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is directed by Lulu Wang and Bo Burnham.", ["Lulu Wang", "Bo Burnham"]),
        ("Under the direction of stage veteran Paul Marsh it works.", ["Paul Marsh"]),
        ("Director Paul Marsh keeps it moving.", ["Paul Marsh"]),
        ("Writer/director Drew Pearce is back.", ["Drew Pearce"]),
        ("The notable director, Martin Scorsese, returns.", ["Martin Scorsese"]),
        ("David Frankel's directing helps.", ["David Frankel"]),
        ("Alfonso Cuarón directs this with care.", ["Alfonso Cuarón"]),
        ("George Stevens directed.", ["George Stevens"]),
        ("Written, produced, and directed by Paul Marsh, it is bold.", ["Paul Marsh"]),
        ("Written, directed and starring Rupert Everett.", ["Rupert Everett"]),
        ("Howard Bell directs the dialogue as other men direct cavalry.", ["Howard Bell"]),
        ("Yet he is no director, officially. Credited to Len Wiseman, it shows.", ["Len Wiseman"]),
        ("Director: Len Wiseman", ["Len Wiseman"]),
    ],
)
def test_directors(text: str, expected: list[str]) -> None:
    assert crew(text) == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Produced by Chad Stahelski, it moves.", "producer", ["Chad Stahelski"]),
        ("Written by Emma Stone and Al Roe.", "writer", ["Emma Stone", "Al Roe"]),
        ("The music by Alex North soars.", "composer", ["Alex North"]),
        ("Cinematography by Lee Garmes.", "cinematographer", ["Lee Garmes"]),
        ("Screenwriter Aaron Sorkin excels.", "writer", ["Aaron Sorkin"]),
        ("The soundtrack was written by Anthony Hopkins.", "writer", []),
        ("Based on the novel by writer Selma Lagerlof.", "writer", []),
    ],
)
def test_other_trades(text: str, role: str, expected: list[str]) -> None:
    assert crew(text, role) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Night Train franchise director Paul Marsh is missed.",
        "Paul Marsh, who directed all the Kane movies, is missed.",
        "The CIA director Alan Hunley (Alec Baldwin) objects.",
        "A sturdy cast helmed by Paul Marsh.",
    ],
)
def test_other_films_directors_are_not_this_ones(text: str) -> None:
    assert crew(text) == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("It was not directed by Bo Smith.", Certainty.DENIED),
        ("Reportedly it was directed by Bo Smith.", Certainty.RUMOURED),
        ("We admired Bo Smith's latest film.", Certainty.UNSURE),
        ("It was directed by Bo Smith.", Certainty.STATED),
    ],
)
def test_how_surely_it_is_put(text: str, certainty: Certainty) -> None:
    assert {credit.certainty for credit in read(text) if credit.role == "director"} == {certainty}


def test_bare_apposition_alone_is_unsure() -> None:
    found = [
        credit
        for credit in read("When Katie, Margot Grahame, arrives, he runs.")
        if credit.rule == "character-comma-actor"
    ]
    assert [(credit.person, credit.character, credit.certainty) for credit in found] == [
        ("Margot Grahame", "Katie", Certainty.UNSURE)
    ]


def test_furniture_says_nothing_of_the_cast() -> None:
    text = "Eve (Ana de Armas) runs."
    made = document(text, BlockKind.FURNITURE)
    assert credits_of(made) == ()


def test_given_credits_come_first_and_name_their_field() -> None:
    made = document(
        "Fine.", given_=GivenFacts(credits=(GivenCredit("Ana de Armas", "actor", "Eve", "manifest: cast"),))
    )
    (credit,) = credits_of(made)
    assert (credit.person, credit.character, credit.role, credit.place.given) == (
        "Ana de Armas",
        "Eve",
        "actor",
        "manifest: cast",
    )
    assert credit.place.start is None


def test_mentions_cover_every_form() -> None:
    text = "Eve (Ana de Armas) runs. De Armas shines, and Ana knows it. We liked Norman Reedus too."
    assert mentioned(text) == [
        ("Ana de Armas", "Ana de Armas"),
        ("Ana de Armas", "De Armas"),
        ("Ana de Armas", "Ana"),
        ("Norman Reedus", "Norman Reedus"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A first name that is also whom somebody plays, or that two have, stands for nobody.
        ("Anna Smith plays Anna. Anna is bold.", ["Anna Smith"]),
        ("Tom Cruz beats Tom Hagen. Tom is bold.", ["Tom Cruz", "Tom Hagen"]),
        # A surname alone is left to the film's cast; a capital, a title and a people are none.
        ("We liked Reedus. The French cheer. Rain falls, and rain again.", ["Reedus"]),
        ('See "Al Poe" (1999) or Captain Ahab.', []),
    ],
)
def test_who_is_mentioned(text: str, expected: list[str]) -> None:
    assert [form for _, form in mentioned(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It follows the assassin Eve Marrow to Rome.", ["Eve Marrow"]),
        ("Eve Marrow hides as she bleeds.", []),
        ("We see Eve Marrow as she bleeds.", ["Eve Marrow"]),
        ("We meet Winston, John Harker’s mentor.", ["John Harker"]),
        ("Eve runs. We see Eve Marrow run. So Eve Marrow wins.", ["Eve Marrow"]),
        # Real people, other films and mere words are none.
        ("Eve runs. See Eve Marrow’s script. So Eve Marrow wins.", []),
        ("It has singer Eve Marrow in it.", []),
        ("It is like Eve Marrow as she was.", []),
        ("Marrow helps. We thank Eve Marrow. So Eve Marrow wins.", []),
        ("We love the Eve Marrow films. We love the Eve Marrow films.", []),
        ("We love Eve Marrow: Part One as it is. We love Eve Marrow 3 as it is.", []),
        ("We see York City as he leaves.", []),
        ("We see Eve Marrow as he is. It is directed by Eve Marrow.", []),
    ],
)
def test_full_names_of_characters(text: str, expected: list[str]) -> None:
    assert sorted({form for _, form in mentioned(text, character=True)}) == expected


WORDS = [
    "Eve",
    "plays",
    "as",
    "(",
    ")",
    "and",
    ",",
    ".",
    "the",
    "She",
    "director",
    "in",
    "who",
    "is",
    "’s",
    "character",
    "of",
    "not",
    "with",
]
PIECES = st.sampled_from(
    [
        *WORDS,
        "Ana de Armas",
        "Keanu Reeves’",
        "played by",
        "her father",
        "directed by",
        "Len Wiseman",
        "\n\n",
        '"Night Harbour"',
        "the Director",
        "J. T. Walsh",
    ]
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25))
def test_what_is_written_stands_in_its_span(pieces: list[str]) -> None:
    text = " ".join(pieces)
    made = document(text)
    found = credits_of(made)
    for credit in found:
        assert credit.place.start is not None
        assert credit.place.end is not None
        assert credit.as_written in text[credit.place.start : credit.place.end]
        assert 0 < credit.confidence <= 1
    for mention in extract_mentions(page_of(made), found):
        assert 0 <= mention.start < mention.end <= len(text)
        if " " in text[mention.start : mention.end]:
            assert mention.person.split()[-1].lower() in text[mention.start : mention.end].lower()


@pytest.mark.parametrize(
    "piece", ["(", "((A B) ", "Ana Smith ", "Eve, ", "A. ", '"A ', "plays ", "as Eve ", "by A as ", "Ana's "]
)
def test_long_hostile_texts_are_read(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    made = document(text)
    assert isinstance(credits_of(made), tuple)
