"""Vocabulary of labelled credits ("Director: A", "Cast: B, C"): data only."""

from __future__ import annotations

from bot.extract.name_words import words

LABEL_TRADES: dict[str, tuple[str, ...]] = {
    "director": ("director",),
    "directors": ("director",),
    "directed": ("director",),
    "direction": ("director",),
    "dir": ("director",),
    "dirs": ("director",),
    "helmer": ("director",),
    "writer": ("writer",),
    "writers": ("writer",),
    "written": ("writer",),
    "screenwriter": ("writer",),
    "screenwriters": ("writer",),
    "screenplay": ("writer",),
    "script": ("writer",),
    "scriptwriter": ("writer",),
    "scriptwriters": ("writer",),
    "producer": ("producer",),
    "producers": ("producer",),
    "produced": ("producer",),
    "cast": ("actor",),
    "starring": ("actor",),
    "stars": ("actor",),
    "star": ("actor",),
    "actor": ("actor",),
    "actors": ("actor",),
    "actresses": ("actor",),
    "featuring": ("actor",),
    "with": ("actor",),
    "voices": ("actor",),
    "billing": ("actor",),
    "music": ("composer",),
    "composer": ("composer",),
    "composers": ("composer",),
    "composed": ("composer",),
    "score": ("composer",),
    "cinematography": ("cinematographer",),
    "cinematographer": ("cinematographer",),
    "cinematographers": ("cinematographer",),
    "photography": ("cinematographer",),
    "dop": ("cinematographer",),
    "editor": ("editor",),
    "editors": ("editor",),
    "editing": ("editor",),
    "edited": ("editor",),
}
"""What a label's words say; each word of a label must be one of these or of ``BESIDE_TRADES``."""

BESIDE_TRADES = words("by and top main lead leading principal key voice co original notable full supporting")
"""Words that a label may hold beside its trades."""

WEAK_LABELS = words("written by editor editors edited score music script with direction editing stars star")
"""Labels made of these alone may head a byline or a score: they count beside another labelled credit."""

LABEL_FILLERS = words("and with also featuring introducing including")
"""Words between the people of a list."""

NO_CHARACTERS = words(
    "voice voices uncredited cameo archive footage himself herself themselves various narrator debut"
)
"""What may stand behind an actor's name where the character does."""

LABEL_CONFIDENCE = {"director": 0.96, "actor": 0.93, "writer": 0.92}
OTHER_TRADES = 0.9
