"""The length-preserving view that every rule matches on, so that its offsets are the stored text's own."""

from __future__ import annotations

from bot.text import normalise

__all__ = ["normalise"]
