"""Data -> PNG: the plot of a film's scores and the quote card. Nothing here knows Discord.

Drawing needs matplotlib, whose import is slow and which one thread at a time may use: :class:`Studio` sees to both.
"""

from __future__ import annotations

from bot.pictures.data import Category, Colours, PictureRefused, QuoteCard, ScorePlot, ScoreRow
from bot.pictures.studio import Studio

__all__ = ["Category", "Colours", "PictureRefused", "QuoteCard", "ScorePlot", "ScoreRow", "Studio"]
