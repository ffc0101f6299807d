"""Credits of those behind the camera: "directed by A", "director A", "A directs", "A's direction"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extract.claims import Claim, claim
from bot.extract.credit_crew_verbs import read_crew_verb, read_pair, read_to_direct
from bot.extract.credit_people import names_right
from bot.extract.credit_subjects import pronoun_subject
from bot.extract.credit_words import (
    CREW_NOUNS,
    CREW_PARTICIPLES,
    CREW_VERBS,
    DIRECTING_NOUNS,
    OTHER_WORKS,
)
from bot.extract.name_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.extract.credit_page import Page

_BETWEEN = words("here again produced written co-written edited scored played starred narrated shot acted")
"""Words that may stand between a participle and its "by"."""

"""Verbs that share a subject with "directed": "directed and starred in", "has written and directed"."""
_INFLUENCE = words(
    """
    shadow influence spirit style vein works work films film ghost footsteps manner mould mold fan fans
    legacy tradition school imitation echoes traces hands kind sort likes league
    """
)
"""Words before "of director A" that make the director another film's."""

_TRIGGERS = (
    frozenset([*CREW_PARTICIPLES, *CREW_NOUNS, *CREW_VERBS])
    | DIRECTING_NOUNS
    | words("credited direct co-direct duo team pair")
)
_TEAMS = words("duo team pair")
_NOT_OF_FILM = words("art musical music stage fight dance vocal technical photography")
"""Words before "direction" that make it another trade's."""


def read_crew(page: Page) -> Iterator[Claim]:
    """Read every trade and what stands beside it.

    >>> from bot.extract.credit_page import Page
    >>> page = Page("Directed by Lulu Wang and Bo Roe. Writer/director Al Miller. See John Ford's direction.")
    >>> for c in read_crew(page):
    ...     print(c.rule, "|", c.person, "|", c.role)
    crew-by | Lulu Wang | director
    crew-by | Bo Roe | director
    crew-noun | Al Miller | writer
    crew-noun | Al Miller | director
    crew-possessive | John Ford | director
    """
    for index in page.spots(_TRIGGERS):
        word = page.tokens[index].lower
        if word in CREW_PARTICIPLES:
            yield from _by(page, index)
        if word in CREW_NOUNS:
            yield from _noun(page, index)
            yield from _not_director(page, index)
            yield from _is_director(page, index)
        if word in CREW_VERBS:
            yield from read_crew_verb(page, index)
        if word in DIRECTING_NOUNS:
            yield from _possessive(page, index)
        elif word == "credited":
            yield from _credited(page, index)
        elif word == "direct":
            yield from read_to_direct(page, index)
            yield from read_pair(page, index)
        elif word == "co-direct":
            yield from read_pair(page, index)
        elif word in _TEAMS:
            yield from _team(page, index)


def _by(page: Page, index: int) -> Iterator[Claim]:
    """Read "directed by A", "written, produced and directed by A", "under the direction of A"."""
    tokens = page.tokens
    if (
        tokens[index].lower == "helmed"
        and index
        and tokens[index - 1].lower in {"lead", "role", "cast", "part"}
    ):
        return
    marker = _marker(page, index)
    if marker is None or marker + 1 >= len(tokens) or tokens[marker + 1].edge:
        return
    roles = [*CREW_PARTICIPLES[tokens[index].lower]]
    first = index
    while first and index - first < 6 and not tokens[first].edge:
        before = tokens[first - 1].lower
        if before in CREW_PARTICIPLES and before.endswith(("ed", "en")):
            roles = [*CREW_PARTICIPLES[before], *roles]
        elif before not in {"and", "also"}:
            break
        first -= 1
    lead = {token.lower for token in tokens[max(0, first - 6) : index]}
    if lead & OTHER_WORKS and "director" not in roles:
        roles = ["composer"] if lead & {"soundtrack", "score", "music"} else []
    for name, person in names_right(page, marker + 1):
        for role in dict.fromkeys(roles):
            made = claim(page, "crew-by", 0.95 if role == "director" else 0.85, name, person, role=role)
            yield made._replace(start=min(tokens[first].start, made.start))


def _marker(page: Page, index: int) -> int | None:
    """Give the index of the "by" (or "of", or "starring") that the names of a participle follow."""
    tokens = page.tokens
    word = tokens[index].lower
    for step in range(index + 1, min(len(tokens), index + 5)):
        following = tokens[step].lower
        if tokens[step].edge:
            return None
        if following == "by":
            return step
        if following == "of" and word == "direction" and step == index + 1:
            return step if index and tokens[index - 1].lower in {"the", "under", "able"} else None
        if following == "starring" and word == "directed":
            return step
        if not (
            following.endswith("ly") or following in _BETWEEN or (following == "and" and word == "directed")
        ):
            return None
    return None


def _noun(page: Page, index: int) -> Iterator[Claim]:
    tokens = page.tokens
    if index + 1 >= len(tokens):
        return
    following = tokens[index + 1]
    roles = [*CREW_NOUNS[tokens[index].lower]]
    if following.gap in {"/", "-", " and "} and following.lower in CREW_NOUNS:
        return  # the last of "writer/director" reads both
    step = index
    while (
        step > 0
        and tokens[step].gap.strip() in {"/", "-"}
        and tokens[step - 1].lower in {*CREW_NOUNS, "star", "actor", "editor"}
    ):
        step -= 1
        roles = [*CREW_NOUNS.get(tokens[step].lower, ()), *roles]
    if (
        step == index
        and step > 1
        and tokens[step - 1].lower == "and"
        and tokens[step - 2].lower in CREW_NOUNS
    ):
        step -= 2
        roles = [*CREW_NOUNS[tokens[step].lower], *roles]
    before = tokens[step - 1] if step and not tokens[step].edge else None
    if (
        before
        and before.capital
        and before.lower not in {"the", "a", "from", "but", "and", "if"}
        and page.name_of[step - 1] is not None
    ):
        owner = page.name_of[step - 1]
        if (
            owner
            and not owner.owns
            and not page.title_at[step - 1]
            and len(owner.words) == 1
            and owner.text.isupper()
        ):
            return  # an office in the story: "CIA director Alan Hunley"
    label = following.gap.strip() == ":"
    if following.gap not in {" ", "\n", ", "} and not label:
        return
    name = page.name_of[index + 1]
    if following.edge and not label:
        return
    if name is None and following.lower in {"of", "for"}:
        return
    if following.gap == ", " and (name is None or page.view[name.end : name.end + 1] not in {",", ".", ")"}):
        return
    if name is None and not label:
        return
    plural = tokens[index].lower.endswith("s")
    if step > 1 and tokens[step - 1].lower == "of" and tokens[step - 2].lower in _INFLUENCE:
        return  # "in the shadow of director A"
    if roles == ["writer"] and OTHER_WORKS & {token.lower for token in tokens[max(0, step - 6) : step]}:
        return  # "based on the novel by writer A"
    for position, (person_name, person) in enumerate(
        names_right(page, index + 1, reach=2 if not label else 6)
    ):
        if position and not (plural or label):
            break
        for role in dict.fromkeys(roles):
            confidence = 0.95 if role == "director" else 0.75
            if following.gap == ", ":
                confidence -= 0.05
            made = claim(page, "crew-noun", confidence, person_name, person, role=role)
            yield made._replace(start=min(tokens[step].start, made.start))


def _not_director(page: Page, index: int) -> Iterator[Claim]:
    """Read "he's not the director": a denial of whom the sentence before named."""
    tokens = page.tokens
    if (
        tokens[index].lower != "director"
        or index < 3
        or [t.lower for t in tokens[index - 2 : index]] != ["not", "the"]
    ):
        return
    subject = pronoun_subject(page, index - 3)
    if subject:
        made = claim(page, "pronoun-not-director", 0.8, subject.name, subject.person, role="director")
        yield made._replace(end=max(made.end, tokens[index].end))


def _is_director(page: Page, index: int) -> Iterator[Claim]:
    """Read "the director is A", "the director of this film was A"; "the director of A" is another film's."""
    tokens = page.tokens
    if (
        tokens[index].lower not in {"director", "directors"}
        or not index
        or tokens[index - 1].lower not in {"the", "its"}
    ):
        return
    step = index + 1
    of = [token.lower for token in tokens[step : step + 3]]
    if (
        of[:1] == ["of"]
        and len(of) == 3
        and of[1] in {"this", "the"}
        and of[2] in {"film", "movie", "picture"}
    ):
        step += 3
    if (
        step + 1 >= len(tokens)
        or tokens[step].lower not in {"is", "was", "are", "were"}
        or tokens[step + 1].edge
    ):
        return
    if any(tokens[i].edge for i in range(index + 1, step + 1)):
        return
    for name, person in names_right(page, step + 1, reach=1):
        made = claim(page, "crew-is", 0.85, name, person, role="director")
        yield made._replace(start=min(tokens[index].start, made.start))


def _possessive(page: Page, index: int) -> Iterator[Claim]:
    """Read "A's direction", "A's directorial debut"."""
    tokens = page.tokens
    if index and tokens[index - 1].lower in _NOT_OF_FILM:
        return
    for step in range(index - 1, max(-1, index - 5), -1):
        if tokens[step + 1].edge:
            return
        name = page.name_of[step]
        if name is None:
            continue
        if name.owns and name.last == step and (person := page.person(name)):
            yield claim(page, "crew-possessive", 0.9, name, person, role="director", until=tokens[index].end)
        return


def _team(page: Page, index: int) -> Iterator[Claim]:
    """Read "the directing duo A and B", "filmmaking team A and B"."""
    tokens = page.tokens
    if not index or tokens[index - 1].lower not in {
        "directing",
        "directorial",
        "director",
        "filmmaking",
        "film-making",
    }:
        return
    for name, person in names_right(page, index + 1, reach=2):
        made = claim(page, "crew-team", 0.8, name, person, role="director")
        yield made._replace(start=min(tokens[index].start, made.start))


def _credited(page: Page, index: int) -> Iterator[Claim]:
    """Read "Credited to A" where the sentence before spoke of directing."""
    tokens = page.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "to":
        return
    begin = max(0, index - 25)
    if not any(
        tokens[step].lower in {"director", "directed", "directing", "direction"}
        for step in range(begin, index)
    ):
        return
    for name, person in names_right(page, index + 2, reach=2):
        made = claim(page, "crew-credited", 0.7, name, person, role="director")
        yield made._replace(start=min(tokens[index].start, made.start))
