"""First and last names of many languages, read once from Faker's lists when a name is first asked about."""

from __future__ import annotations

import importlib
import unicodedata
from functools import cache
from typing import NamedTuple

_LOCALES = (
    "en", "en_US", "en_GB", "en_IE", "en_IN", "en_NZ", "fr_FR", "de_DE", "es_ES",
    "es_MX", "it_IT", "sv_SE", "no_NO",
    "da_DK", "fi_FI", "nl_NL", "pl_PL", "cs_CZ", "pt_BR", "hu_HU", "ro_RO", "zh_CN", "ja_JP",
)  # fmt: skip
_FIRST = ("first_names", "first_romanized_names")
_LAST = ("last_names", "last_romanized_names")


class NameLists(NamedTuple):
    """Lower-case names, each with and without its accents."""

    first: frozenset[str]
    last: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]


def plain(word: str) -> str:
    """Lower-case a word and take its accents off.

    >>> plain("Léa")
    'lea'
    """
    lower = word.lower()
    if lower.isascii():
        return lower
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


@cache
def name_lists() -> NameLists:
    """Read the lists; about 0.3 s, once a process.

    >>> lists = name_lists()
    >>> "keanu" in lists.first, "lea" in lists.first, "smith" in lists.last, "anna" in lists.female
    (True, True, True, True)
    """
    providers = [importlib.import_module(f"faker.providers.person.{locale}").Provider for locale in _LOCALES]

    def gather(*fields: str) -> frozenset[str]:
        words = {
            plain(word) for provider in providers for field in fields for word in getattr(provider, field, ())
        }
        return frozenset(word for word in words if len(word) > 1 and word.isascii())

    female = gather("first_names_female", "first_romanized_names_female")
    male = gather("first_names_male", "first_romanized_names_male")
    return NameLists(gather(*_FIRST) | female | male, gather(*_LAST), female - male, male - female)
