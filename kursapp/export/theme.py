"""The light theme's colours, for files that are printed: one source for window, spreadsheet and report."""

from __future__ import annotations

import tomllib

from kursapp.domain import colours
from kursapp.paths import assets

Theme = dict[str, str]


def light_theme() -> Theme:
    """Return the colours of the light theme by token."""
    return dict(tomllib.loads((assets() / "theme" / "light.toml").read_text(encoding="utf-8"))["colours"])


def scale(theme: Theme, steps: int) -> tuple[str, ...]:
    """Return one colour for each step of a scale."""
    five = [theme[f"likert5_{number}"] for number in range(1, 6)]
    six = [theme[f"likert6_{number}"] for number in range(1, 7)]
    return colours.scale_colours(five, six, steps)
