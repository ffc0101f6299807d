"""How much each measure of :mod:`bot.extract.theme_evidence` speaks for a theme: data only.

Fitted as a logistic regression on the labelled opinions that were looked at, and cross-validated by review.
"""

from __future__ import annotations

from bot.models import Theme

BASE = -1.23
"""Logit of a theme that nothing else is known of."""

WEIGHTS: dict[Theme | None, dict[str, float]] = {
    None: {
        "core": 1.47,
        "near": 1.16,
        "core judged": 1.02,
        "more core": 0.9,
        "more near": 0.69,
        "name subject": 0.62,
        "core qualified": 0.6,
        "short": 0.57,
        "core is judged": 0.49,
        "first": 0.49,
        "more full name": 0.47,
        "full name is judged": 0.46,
        "core subject": 0.44,
        "one rival": -0.44,
        "more faint": 0.39,
        "name": 0.39,
        "long": -0.38,
        "faint behind": -0.36,
        "faint subject": 0.33,
        "rivals": -0.33,
        "near is judged": -0.32,
        "name qualified": 0.27,
        "no judgement": 0.25,
        "name is judged": 0.21,
        "faint judged": 0.18,
        "full name behind": -0.15,
        "full name qualified": 0.15,
        "faint": 0.14,
        "name judged": 0.13,
        "near behind": -0.13,
        "near subject": -0.13,
        "full name subject": 0.11,
        "near qualified": 0.11,
        "core behind": -0.1,
        "faint is judged": 0.1,
        "more name": -0.1,
        "near judged": 0.1,
        "faint qualified": -0.09,
        "full name judged": -0.09,
        "name behind": -0.05,
    },
    Theme.ACTION: {
        "faint": -0.33,
        "core": 0.3,
        "near": 0.21,
        "any": 0.11,
    },
    Theme.STORY: {
        "near": 0.44,
        "any": 0.35,
        "core": -0.05,
    },
    Theme.PERFORMANCES: {
        "any": -0.65,
        "name": 0.51,
        "core": 0.45,
        "faint": 0.22,
        "near": -0.21,
    },
    Theme.DIRECTION: {
        "near": 0.15,
        "name": 0.14,
        "any": -0.11,
        "core": 0.06,
    },
    Theme.CHARACTERS: {
        "near": 0.45,
        "name": -0.34,
        "core": -0.14,
        "any": -0.12,
        "faint": 0.08,
    },
    Theme.VISUALS: {
        "core": 0.2,
        "faint": 0.19,
        "any": -0.07,
        "name": 0.03,
        "near": -0.03,
    },
    Theme.MUSIC: {
        "core": 0.21,
        "any": 0.15,
        "near": -0.09,
        "name": 0.03,
        "faint": -0.02,
    },
    Theme.HUMOUR: {
        "core": 0.27,
        "any": 0.25,
        "near": -0.06,
    },
    Theme.PACING: {
        "near": 0.24,
        "core": 0.12,
        "faint": 0.08,
        "any": 0.02,
    },
    Theme.WORLD: {
        "faint": -0.08,
        "core": 0.06,
        "near": 0.06,
        "any": 0.02,
    },
}
"""Logits: ``None`` holds those of every theme, the others what a theme adds; "any" counts once."""
