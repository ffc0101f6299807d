"""What files are called: which endings stand for a review or for many, and what no name should hold."""

from __future__ import annotations

import unicodedata

REVIEWS = frozenset([".txt", ".md", ".markdown", ".html", ".htm"])
CONTAINERS = frozenset([".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".zip", ".xml", ".rss", ".atom"])


def is_text(name: str) -> bool:
    """Whether a name can be stored and shown: no control characters, no bytes that are no text."""
    return not any(unicodedata.category(char) in {"Cc", "Cs"} for char in name)
