"""A small corpus of our own, of films in the public domain, so that a newcomer sees answers at once."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["reviews_path"]


def reviews_path() -> Path:
    """Give the folder of the sample reviews.

    >>> (reviews_path() / "manifest.toml").is_file()
    True
    """
    return Path(str(files("bot.sample"))) / "reviews"
