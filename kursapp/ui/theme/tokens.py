"""The colours by name, read from one file per theme."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

THEMES = ("light", "dark", "contrast")


class Tokens(NamedTuple):
    """One theme's colours as ``#RRGGBB`` by token name, and whether its ground is dark."""

    name: str
    dark: bool
    colours: dict[str, str]


def read_tokens(folder: Path, name: str) -> Tokens:
    """Read the theme ``name`` from ``folder`` (``assets/theme``).

    The files are TOML, but hold lines ``name = value`` only and are read as such: the first paint waits for them, and
    loading a TOML reader takes longer than all else the theme does.
    """
    pairs = (line.partition(" = ") for line in (folder / f"{name}.toml").read_text(encoding="utf-8").splitlines())
    values = {key: value.strip('"') for key, equals, value in pairs if equals}
    return Tokens(name, values.pop("dark") == "true", values)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` (WCAG 2.2, 0 black to 1 white)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
