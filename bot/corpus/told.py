"""A ZIP's member with what the manifest beside it says, as one file: it holds wherever the bytes are kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from bot.corpus.manifest import ManifestEntry
from bot.errors import FileRejected
from bot.models import GivenCredit, RawFile
from bot.words import files as words

if TYPE_CHECKING:
    from collections.abc import Mapping

FORM = "told"
"""Bytes of this form are a line of JSON, the entry and the form of the rest, and then the rest."""

_LONGEST = 16 * 1024  # bytes of an entry: one that holds for a table is kept with each of its rows


def told(raw: RawFile, entry: ManifestEntry | None) -> RawFile:
    """Put an entry to a file. Raises FileRejected for one too long to be kept with each review.

    >>> raw = RawFile("reviews", "a.zip/b.txt", "", b"Tense.")
    >>> told(raw, None) is raw
    True
    >>> untold(told(raw, ManifestEntry(film="Rope")))[1].film
    'Rope'
    """
    if entry is None:
        return raw
    said = json.dumps({"form": raw.form, "entry": asdict(entry)}, ensure_ascii=False).encode()
    if len(said) > _LONGEST:
        raise FileRejected(words.manifest_too_large(_LONGEST))
    data = b"\n".join((said, raw.data))
    return replace(raw, digest=hashlib.sha256(data).hexdigest(), data=data, form=FORM)


def untold(raw: RawFile) -> tuple[RawFile, ManifestEntry | None]:
    """Take a file and what was said of it apart."""
    if raw.form != FORM:
        return raw, None
    head, _, data = raw.data.partition(b"\n")
    said = json.loads(head)
    return replace(raw, data=data, form=said["form"]), _entry(said["entry"])


def _entry(fields: Mapping[str, object]) -> ManifestEntry:
    cast = fields["cast"]
    assert isinstance(cast, list)  # noqa: S101 - as it was written above
    known = {name: value for name, value in fields.items() if name != "cast"}
    return ManifestEntry(**known, cast=tuple(GivenCredit(**credit) for credit in cast))  # type: ignore[arg-type]
