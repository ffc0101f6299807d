"""What the gallery shows: one scene a reply, in the order in which they are played on one stage.

A scene may lean on what an earlier one has left behind: a review that was added is listed afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Ask:
    """A slash command; options as typed, a file as its name and bytes."""

    command: str
    options: Mapping[str, object] = field(default_factory=dict)


HERE = object()
"""As an option's value: the channel that a scene is played in."""


@dataclass(frozen=True, slots=True)
class Newest:
    """Look at the newest message that everybody sees."""


@dataclass(frozen=True, slots=True)
class Context:
    """A message's own command, on a message that somebody else has posted."""

    command: str
    message: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button under the last answer, by its label."""

    label: str


@dataclass(frozen=True, slots=True)
class Choose:
    """A line of the menu under the last answer, counted from 0."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class Submit:
    """The form that is open, filled in."""

    values: Mapping[str, object]


Step = Ask | Context | Press | Choose | Submit | Newest


@dataclass(frozen=True, slots=True)
class Scene:
    """A reply and how to get it; ``name`` is the picture's, ``title`` stands above it on a sheet."""

    name: str
    title: str
    steps: tuple[Step, ...]
    manager: bool = False


_ROPE = """---
film: Rope
year: 1948
critic: Ines Calloway
outlet: Midnight Matinee
rating: 4/5
date: 2024-05-03
url: https://reviews.example/rope
---
James Stewart plays Rupert Cadell with a dry unease that carries the second half. The camera never blinks, and after
ten minutes neither do you. The dialogue is too pleased with itself now and then, but the suspense is superb.

Overall, Rope is a wicked little parlour trick, and one of the most enjoyable films about bad manners ever made.
"""
_NOTORIOUS = """---
film: Notorious
year: 1946
critic: Tobias Wren
rating: 9/10
---
Ingrid Bergman plays Alicia Huberman with a wounded wit that nobody else had. The kiss on the balcony lasts for ever and
is over too soon, and a wine cellar has never been so frightening. The last walk down the stairs is perfect.
"""
_TABLE = """film,year,critic,rating,review
Laura,1944,Tobias Wren,4/5,"Laura is a gorgeous puzzle, and Gene Tierney is luminous as Laura Hunt."
Gilda,1946,Tobias Wren,3/5,"Rita Hayworth is magnificent as Gilda. The plot is a muddle, and nobody will mind."
Detour,1945,Tobias Wren,4.5/5,"Detour is cheap, mean and brilliant. Ann Savage as Vera is frightening."
"""
_PLAIN = "A splendid evening. The picture is far too long, but Anna Holm is wonderful as the aunt."
_MESSAGE = "We watched Charade last night. Cary Grant is so charming, and that ending!"

_FOGGY = "I want something with shadows and a train chase, and a shadow of dread."

_FILM = {"film": "Charade"}
_DAILY = {"channel": HERE, "time": "8 pm", "timezone": "Berlin", "film": "Charade"}

SCENES: tuple[Scene, ...] = (
    Scene("review", "/review", (Ask("review", _FILM),)),
    Scene("review-two", "/review, few scores", (Ask("review", {"film": "Nosferatu"}),)),
    Scene("review-critic", "/review, one critic", (Ask("review", {**_FILM, "critic": "Desmond Hale"}),)),
    Scene(
        "review-categories",
        "/review, category scores",
        (Ask("review", {"film": "His Girl Friday", "critic": "Priya Raman"}),),
    ),
    Scene("review-menu", "/review, a critic chosen", (Ask("review", _FILM), Choose(1))),
    Scene(
        "quote",
        "/quote",
        (Ask("quote", {"film": "The General", "critic": "Priya Raman", "about": "action"}),),
    ),
    Scene("quote-another", "/quote, another", (Ask("quote"), Press("Another"))),
    Scene("quote-person", "/quote on a person", (Ask("quote", {"person": "Cary Grant"}),)),
    Scene("quote-card", "/quote style:card", (Ask("quote", {**_FILM, "style": "card"}),)),
    Scene("scores", "/scores", (Ask("scores", {"film": "His Girl Friday"}),)),
    Scene("scores-none", "/scores, without a plot", (Ask("scores", {"film": "Nosferatu"}),)),
    Scene("cast", "/cast", (Ask("cast", {"film": "Night of the Living Dead"}),)),
    Scene(
        "cast-next", "/cast, second page", (Ask("cast", {"film": "Night of the Living Dead"}), Press("Next"))
    ),
    Scene("person", "/person", (Ask("person", {"name": "Cary Grant"}),)),
    Scene("search", "/search", (Ask("search", {"text": "train"}),)),
    Scene("search-nothing", "/search, nothing found", (Ask("search", {"text": "zebra crossing"}),)),
    Scene("fitting", "Find reviews", (Context("Find reviews", _MESSAGE),)),
    Scene("fitting-words", "Find reviews, by words", (Context("Find reviews", _FOGGY),)),
    Scene(
        "fitting-nothing",
        "Find reviews, nothing fits",
        (Context("Find reviews", "Pizza at mine on Thursday?"),),
    ),
    Scene("favourites-none", "/favourites, none yet", (Ask("favourites"),)),
    Scene("quote-quietly", "/quote, quietly", (Ask("quote", {"film": "Charade", "quietly": True}),)),
    Scene(
        "quote-shown",
        "/quote, shown to everyone",
        (Ask("quote", {"film": "Charade", "quietly": True}), Press("Show to everyone")),
    ),
    Scene("quote-kept", "A quote kept", (Ask("quote", {"film": "Charade"}), Press("Keep"))),
    Scene("quote-kept-too", "Another quote kept", (Ask("quote", {"film": "Nosferatu"}), Press("Keep"))),
    Scene("favourites", "/favourites", (Ask("favourites"),)),
    Scene("favourites-drop", "/favourites, all off", (Ask("favourites"), Press("Take all of them off"))),
    Scene("favourites-server", "/favourites, the server’s", (Ask("favourites", {"whose": "server"}),)),
    Scene("films", "/films", (Ask("films"),)),
    Scene("critics", "/critics", (Ask("critics"),)),
    Scene("about", "/about", (Ask("about"),)),
    Scene("no-film", "A film nobody reviewed", (Ask("review", {"film": "Charate of Fire"}),)),
    Scene("no-person", "A person nobody names", (Ask("quote", {"person": "Zzyzx"}),)),
    Scene("library-empty", "/library list, empty", (Ask("library list"),), manager=True),
    Scene("library-form", "/library add, the form", (Ask("library add"),), manager=True),
    Scene(
        "library-preview",
        "/library add, the preview",
        (Ask("library add", {"file": ("rope.md", _ROPE.encode())}),),
        manager=True,
    ),
    Scene(
        "library-unsure",
        "/library add, facts missing",
        (Ask("library add"), Submit({"text": _PLAIN})),
        manager=True,
    ),
    Scene(
        "library-correct",
        "/library add, correcting",
        (Ask("library add"), Submit({"text": _PLAIN}), Press("Correct")),
        manager=True,
    ),
    Scene(
        "library-added",
        "/library add, done",
        (Ask("library add", {"file": ("rope.md", _ROPE.encode())}), Press("Add")),
        manager=True,
    ),
    Scene(
        "library-alike",
        "/library add, the same again",
        (Ask("library add", {"file": ("rope.md", _ROPE.encode())}),),
        manager=True,
    ),
    Scene(
        "library-many",
        "/library import, the preview",
        (Ask("library import", {"file": ("films.csv", _TABLE.encode())}),),
        manager=True,
    ),
    Scene(
        "library-import",
        "/library import, done",
        (Ask("library import", {"file": ("films.csv", _TABLE.encode())}), Press("Import")),
        manager=True,
    ),
    Scene("library-list", "/library list", (Ask("library list"),), manager=True),
    Scene("library-show", "/library show", (Ask("library show", {"review": "Rope"}),), manager=True),
    Scene(
        "library-edit", "/library edit, the form", (Ask("library edit", {"review": "Rope"}),), manager=True
    ),
    Scene("library-remove", "/library remove", (Ask("library remove", {"review": "Gilda"}),), manager=True),
    Scene("library-settings", "/library settings", (Ask("library settings"),), manager=True),
    Scene("library-export", "/library export", (Ask("library export"),), manager=True),
    Scene("propose-closed", "/propose, not allowed", (Ask("propose"),)),
    Scene("queue-empty", "/library queue, empty", (Ask("library queue"),), manager=True),
    Scene("privacy-empty", "/privacy, nothing given", (Ask("privacy"),)),
    Scene(
        "library-open",
        "/library settings, everybody proposes",
        (Ask("library settings", {"adders": "everyone"}),),
        manager=True,
    ),
    Scene(
        "propose-preview",
        "/propose, the preview",
        (Ask("propose", {"file": ("notorious.md", _NOTORIOUS.encode())}),),
    ),
    Scene(
        "propose-done",
        "/propose, done",
        (Ask("propose", {"file": ("notorious.md", _NOTORIOUS.encode())}), Press("Propose")),
    ),
    Scene("message-preview", "Add as review, the preview", (Context("Add as review", _MESSAGE),)),
    Scene("message-done", "Add as review, done", (Context("Add as review", _MESSAGE), Press("Propose"))),
    Scene("message-short", "Add as review, too short", (Context("Add as review", "Nice film."),)),
    Scene("queue", "/library queue", (Ask("library queue"),), manager=True),
    Scene("queue-open", "/library queue, one opened", (Ask("library queue"), Choose()), manager=True),
    Scene(
        "queue-read",
        "/library queue, all of it",
        (Ask("library queue"), Choose(), Press("Read all of it")),
        manager=True,
    ),
    Scene(
        "queue-decline",
        "/library queue, declining",
        (Ask("library queue"), Choose(1), Press("Decline")),
        manager=True,
    ),
    Scene(
        "queue-approved",
        "/library queue, approved",
        (Ask("library queue"), Choose(), Press("Approve")),
        manager=True,
    ),
    Scene("library-list-waiting", "/library list, something waits", (Ask("library list"),), manager=True),
    Scene("privacy", "/privacy", (Ask("privacy"),)),
    Scene("privacy-one", "/privacy, deleting one", (Ask("privacy"), Choose())),
    Scene("privacy-all", "/privacy, deleting all", (Ask("privacy"), Press("Delete all of mine here"))),
    Scene("library-forget", "/library forget, the form", (Ask("library forget"),), manager=True),
    Scene("daily-none", "/daily show, none set", (Ask("daily show"),), manager=True),
    Scene(
        "daily-time",
        "/daily set, a time nobody knows",
        (Ask("daily set", {**_DAILY, "time": "soon"}),),
        manager=True,
    ),
    Scene(
        "daily-zone",
        "/daily set, an offset for a timezone",
        (Ask("daily set", {**_DAILY, "timezone": "UTC+2"}),),
        manager=True,
    ),
    Scene("daily-set", "/daily set", (Ask("daily set", _DAILY),), manager=True),
    Scene("daily-next", "/daily next", (Ask("daily next"),), manager=True),
    Scene("daily-now", "/daily now", (Ask("daily now"),), manager=True),
    Scene("daily-post", "A quote of the day", (Ask("daily now"), Newest()), manager=True),
    Scene(
        "daily-card-set",
        "/daily set, as a card",
        (Ask("daily set", {**_DAILY, "style": "card"}),),
        manager=True,
    ),
    Scene("daily-card", "A quote of the day as a card", (Ask("daily now"), Newest()), manager=True),
    Scene("privacy-daily", "/privacy, a quote of the day set", (Ask("privacy"),), manager=True),
    Scene("daily-pause", "/daily pause", (Ask("daily pause"),), manager=True),
    Scene("daily-show", "/daily show, paused", (Ask("daily show"),), manager=True),
    Scene("daily-resume", "/daily resume", (Ask("daily resume"),), manager=True),
    Scene("daily-off", "/daily off", (Ask("daily off"),), manager=True),
)
