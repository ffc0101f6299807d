"""Which written names are one person's, and how that person is best spelled."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.extract.name_lists import name_lists
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior"})
_LONG = 9  # a token so long may differ in two signs
_SHORT = 3  # one so short may differ in one only where all the others are the same


@lru_cache(maxsize=16_384)
def name_tokens(name: str) -> tuple[str, ...]:
    """Fold a name into its words, without "Jr.".

    >>> name_tokens("Robert Downey Jr."), name_tokens("Choi Soo-young")
    (('robert', 'downey'), ('choi', 'soo', 'young'))
    """
    tokens = tuple(fold(name).split())
    kept = tuple(token for token in tokens if token not in _SUFFIXES)
    return kept or tokens


def _near(one: str, two: str) -> int | None:
    """Count the slips between two words, or None where they are different words."""
    if one == two:
        return 0
    allowed = 2 if min(len(one), len(two)) >= _LONG else 1
    slips = OSA.distance(one, two, score_cutoff=allowed)
    return slips if slips <= allowed else None


def same_person(one: str, two: str) -> bool:
    """Whether two full names are spellings of one person's.

    >>> same_person("Angelica Houston", "Anjelica Huston"), same_person("Ava De Armas", "Ana de Armas")
    (True, True)
    >>> same_person("Samuel Jackson", "Samuel L. Jackson"), same_person("Chris Evans", "Chris Pine")
    (True, False)
    >>> same_person("Bill Paxton", "Bill Pullman"), same_person("Jon Ford", "Jan Ford")
    (False, False)
    """
    a, b = name_tokens(one), name_tokens(two)
    if a == b:
        return True
    if "".join(a) == "".join(b):
        return True
    if min(len(a), len(b)) < 2 or (a[0][0], a[-1][0]) != (b[0][0], b[-1][0]):
        return False
    if len(a) != len(b):
        ends = zip((a[0], a[-1]), (b[0], b[-1]), strict=True)
        middle = max(a, b, key=len)[1:-1]
        return all(x == y for x, y in ends) and len(middle) == 1 and min(len(a), len(b)) == 2
    slips = 0
    for x, y in zip(a, b, strict=True):
        found = _near(x, y)
        if found is None:
            return False
        if found and min(len(x), len(y)) <= _SHORT and (len(a) < 3 or a[1:] != b[1:]):
            return False
        slips += found
    return slips <= 2


_VOWELS = str.maketrans("", "", "aeiouyhw")
_SOUNDS = str.maketrans("cqzvdbg", "kksftpj")


def _sound(word: str) -> str:
    """Give a word's consonants, those that sound alike as one, its first vowel kept."""
    head = "a" if word[0] in "aeiou" else word[0]
    sound = (head + word[1:].translate(_VOWELS)).replace("ph", "f").translate(_SOUNDS)
    return "".join(sign for spot, sign in enumerate(sound) if not spot or sign != sound[spot - 1])


def sounds_alike(one: str, two: str) -> bool:
    """Whether two full names differ in one word only, and that sounds alike: no proof alone.

    >>> sounds_alike("Dwayne Jones", "Duane Jones"), sounds_alike("Judith O'Day", "Judith O'Dea")
    (True, True)
    >>> sounds_alike("Kate Mara", "Rooney Mara")
    False
    """
    a, b = name_tokens(one), name_tokens(two)
    if len(a) != len(b) or len(a) < 2:
        return False
    other = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(other) == 1 and _sound(other[0][0]) == _sound(other[0][1])


def group_names(names: Iterable[str], same: Iterable[tuple[str, str]] = ()) -> dict[str, int]:
    """Number the people behind written names; equal numbers are one person. Independent of the names' order.

    ``same`` pairs names known to be one person's from elsewhere.

    A single word joins the one person whose first or last name it is; where several have it, it stays alone.

    >>> groups = group_names(["Ana de Armas", "de Armas", "Ana", "Ava De Armas", "Norman Reedus"])
    >>> len(set(groups.values())), groups["Ana"] == groups["Ava De Armas"] == groups["de Armas"]
    (2, True)
    """
    ordered = sorted(set(names))
    leader = {name: name for name in ordered}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    def join(one: str, two: str) -> None:
        first, second = sorted((find(one), find(two)))
        leader[second] = first

    full = [name for name in ordered if len(name_tokens(name)) > 1]
    buckets: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in full:
        tokens = name_tokens(name)
        buckets[tokens[0][0], tokens[-1][0]].append(name)
    for bucket in buckets.values():
        for spot, one in enumerate(bucket):
            for two in bucket[spot + 1 :]:
                if find(one) != find(two) and same_person(one, two):
                    join(one, two)
    for one, two in sorted(same):
        join(one, two)
    ends: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in full:
        tokens = name_tokens(name)
        ends[tokens[:1]].add(find(name))
        for cut in range(1, len(tokens)):
            ends[tokens[cut:]].add(find(name))
    for name in ordered:
        tokens = name_tokens(name)
        people = ends[tokens] - {find(name)} if tokens in ends else set()
        if len(people) == 1 and (len(tokens) == 1 or find(name) == name):
            join(name, people.pop())
    numbers = {root: number for number, root in enumerate(sorted({find(name) for name in ordered}))}
    return {name: numbers[find(name)] for name in ordered}


def best_spelling(
    votes: Mapping[str, int], official: Iterable[str] = (), uses: Mapping[str, int] | None = None
) -> str:
    """Choose how to show a person: officially, else as most critics spell the full name, else nearest to all.

    ``uses`` counts the places each spelling stands in, for where critics are even; then the longer one wins.

    >>> best_spelling({"Angelica Houston": 1, "Angelica Huston": 1, "Anjelica Huston": 1})
    'Angelica Huston'
    >>> best_spelling({"Keanui Reeves": 1, "Keanu Reeves": 1, "Reeves": 4})
    'Keanu Reeves'
    >>> best_spelling({"Angelica Houston": 5}, official=["Anjelica Huston"])
    'Anjelica Huston'
    """
    given = sorted(official)
    if given:
        return given[0]
    lists = name_lists()
    full = {name: count for name, count in votes.items() if len(name_tokens(name)) > 1} or dict(votes)

    def rank(name: str) -> tuple[int, int, int, int, int, str]:
        tokens = name_tokens(name)
        away = sum(OSA.distance(fold(name), fold(other)) for other in full)
        known = sum(token in lists.first or token in lists.last for token in tokens)
        used = (uses or {}).get(name, 0)
        return (-full[name], away, -known, -used, -len(name), name)

    return min(full, key=rank)
