"""What a library makes of its reviews together: which film each is about, and one cast a film."""

from __future__ import annotations

from bot.resolve.cast import resolve_film
from bot.resolve.films import resolve_films

__all__ = ["resolve_film", "resolve_films"]
