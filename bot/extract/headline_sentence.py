"""The title in a headline that is a sentence: "Salt Road shouts loudest", "Ada Byron shines in Salt Road"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extract.title_runs import SURELY_PERSON, person_likeness
from bot.extract.title_words import COPULAS, FILM_VERBS, LINKS, NEVER_ALONE, SENTENCE_OPENERS
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\s,;:|\"()\[\]]+")
_DOES = re.compile(r"(?:provides|has|is|was|[a-z]{3,12}(?:s|n't|ed))")
_MOST_WORDS = 40
_OWNER = re.compile(r"(?P<owner>[^\W\d_a-z][\w.-]{0,24}(?:\s[^\W\d_][\w.-]{0,24}){1,3})'s?\s(?=\S)")


def named_in_sentence(headline: str, body: str) -> Iterator[tuple[int, int, bool]]:
    """Spans of what may be the title in a headline with a verb in lower case, and whether the text names it too.

    >>> [[head[a:b] for a, b, _ in named_in_sentence(head, "")] for head in (
    ...     "Salt Road shouts loudest", "Ma provides jumps", "Ada Byron shines in Salt Road", "Superb acting saves it")]
    [['Salt Road'], ['Ma'], ['Salt Road'], []]
    """
    words = list(_WORD.finditer(headline))[:_MOST_WORDS]
    if all(not _is_plain(word.group()) or word.group() in COPULAS for word in words):
        return  # "Chain Is Missing" is a title in either case
    for first, last in _runs(headline, words):
        start, end = words[first].start(), words[last].end()
        owner = _OWNER.match(headline, start, end)
        if owner and person_likeness(owner["owner"]) >= SURELY_PERSON:
            start = owner.end()
        run = headline[start:end]
        if person_likeness(run) >= SURELY_PERSON or run.endswith("'s"):
            continue
        following = headline[words[last + 1].start() : words[last + 1].end()] if last + 1 < len(words) else ""
        said = _is_said(run, body)
        does = following in COPULAS or following in FILM_VERBS or bool(_DOES.fullmatch(following))
        alone = len(run.split()) == 1
        if alone and (fold(run) in NEVER_ALONE or (first == 0 and not (said or does))):
            continue
        yield start, end, said


def without_owner(title: str) -> int:
    """Where a title begins behind its maker's name: "Wes Anderson's The Grand Budapest Hotel"; 0 where none stands.

    >>> without_owner("Ada Byron's The Salt Road"), without_owner("Schindler's List")
    (12, 0)
    """
    owner = _OWNER.match(title)
    return owner.end() if owner and person_likeness(owner["owner"]) >= SURELY_PERSON else 0


def _is_plain(word: str) -> bool:
    return word[:1].islower() and word.lower() not in LINKS


def _is_said(run: str, body: str) -> bool:
    """Whether a text's prose has these words in the middle of a sentence."""
    return bool(re.search(rf"(?<=[\w,\"'] ){re.escape(run)}(?!\w)", body[:20_000])) or f'"{run}' in body


def _runs(headline: str, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words by their first and last, small words between them included."""
    first: int | None = None
    last = 0
    for index, word in enumerate(words):
        text = word.group()
        broken = first is not None and headline[words[index - 1].end() : word.start()] != " "
        if first is not None and (broken or _is_plain(text)):
            yield first, last
            first = None
        if text[:1].isupper() or (text[:1].isdigit() and not text.endswith("/")):
            if first is None:
                opener = text.lower() in SENTENCE_OPENERS and index == 0 and text not in {"The", "A", "An"}
                if opener:
                    continue
                first = index
            last = index
    if first is not None:
        yield first, last
