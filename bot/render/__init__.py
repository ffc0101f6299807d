"""Domain views -> Discord layouts and strings. Pure: no input or output, no connection, no clock."""

from __future__ import annotations

from bot.render.browse import render_about, render_critics, render_films
from bot.render.card import Reply
from bot.render.cast import render_cast
from bot.render.film import render_film
from bot.render.fitting import render_fitting
from bot.render.illustrations import card_of, card_picture, plot_of, plot_picture
from bot.render.look import Look, Terms
from bot.render.person import render_person
from bot.render.quote import render_card, render_quote
from bot.render.review import render_review
from bot.render.scores import render_scores
from bot.render.search import render_search
from bot.render.text import EXCERPT_LIMIT

__all__ = [
    "EXCERPT_LIMIT",
    "Look",
    "Reply",
    "Terms",
    "card_of",
    "card_picture",
    "plot_of",
    "plot_picture",
    "render_about",
    "render_card",
    "render_cast",
    "render_critics",
    "render_film",
    "render_films",
    "render_fitting",
    "render_person",
    "render_quote",
    "render_review",
    "render_scores",
    "render_search",
]
