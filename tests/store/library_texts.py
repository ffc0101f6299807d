"""Made-up reviews in which every sentence, and most names, carry a word of the library they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.models import Edits

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

SENTENCES = (
    "The {word} fog is a superb triumph of patience, and it never lets go.",
    "{actor} is magnificent here, the finest thing in a {word} picture.",
    "The {word} story is a dreadful bore from its first scene to its last.",
    "Every fight in the {word} harbour is staged with glorious, bruising wit.",
    "The music of {word} swells beautifully, though the pacing is painfully slow.",
    "In the end the {word} killer turns out to be the twin brother, who dies in the fire.",
    "What a gorgeous, generous and funny film {word} {number} makes of so little.",
    "The jokes of the {word} crew are tired, and the dialogue is worse.",
)


class Texts:
    """Draws what is given to libraries, each known by its word. Some films and critics are in several."""

    def __init__(self, draw: random.Random, words: Mapping[int, str]) -> None:
        self.random, self.words, self.number = draw, words, 0

    def review(self, library: int) -> str:
        """A review with front matter; no two are alike."""
        word, draw = self.words[library], self.random
        self.number += 1
        film = draw.choice(["The Lamp", "Lamp", f"{word} Hall", f"{word} Hall", f"The Road to {word}"])
        year = draw.choice([None, 1931, 1940])
        critic = draw.choice(["Ada Sample", f"Cora {word}", f"Bo {word}", None])
        cast = draw.sample(
            ["Mirela Stanek as Nora", f"Ivo {word} as The {word}", f"Mirella {word} as Nora", "Jon Vale"], 2
        )
        head = [f"title: {film}", f"cast: [{', '.join(cast)}]"]
        head += [f"year: {year}"] if year else []
        head += [f"critic: {critic}"] if critic else []
        head += draw.choice([[], [f"outlet: {word} Times"]])
        head += draw.choice([[], ["rating: 4/5"], ["rating: 35%"]])
        actor = cast[0].split(" as ")[0]
        said = draw.sample(SENTENCES, draw.randint(2, 5))
        body = " ".join(one.format(word=word, number=self.number, actor=actor) for one in said)
        return "---\n" + "\n".join(head) + f"\n---\n{body}\n"

    def edits(self, library: int) -> Edits:
        """What somebody says otherwise of a review."""
        word, draw = self.words[library], self.random
        return Edits(
            film=draw.choice([None, "The Lamp", f"{word} Manor"]),
            critic=draw.choice([None, "Ada Sample", f"Dora {word}"]),
            outlet=draw.choice([None, f"{word} Post"]),
            url=draw.choice([None, f"https://example.org/{word}"]),
        )

    def table(self, library: int) -> bytes:
        """A table of two reviews."""
        word = self.words[library]
        self.number += 1
        rows = [
            f"{word} Hall,1940,Cora {word},7/10,The {word} fog of row {self.number} is superb. A dreadful {word} end.",
            f"The Lamp,1931,Ada Sample,3/10,A dreadful bore of a {word} picture {self.number}. The fog is superb.",
        ]
        return ("film,year,critic,rating,text\n" + "\n".join(rows) + "\n").encode()
