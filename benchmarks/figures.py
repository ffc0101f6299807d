"""Figures as plain lines."""

from __future__ import annotations


def quantile(sorted_values: list[float], q: float) -> float:
    """The value below which a share ``q`` of the values lies."""
    return sorted_values[min(len(sorted_values) - 1, int(q * len(sorted_values)))]


def line(name: str, milliseconds: list[float], note: str = "") -> str:
    """One line: how often, mean, p50, p99 and the worst, in milliseconds."""
    values = sorted(milliseconds)
    mean = sum(values) / len(values)
    figures = "  ".join(
        f"{label} {value:9.3f}"
        for label, value in (
            ("mean", mean),
            ("p50", quantile(values, 0.5)),
            ("p99", quantile(values, 0.99)),
            ("max", values[-1]),
        )
    )
    return f"{name:32} n {len(values):6}  {figures}  ms  {note}".rstrip()
