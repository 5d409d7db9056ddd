"""The weights of options as Moodle writes them: per cent with up to five decimals."""

from __future__ import annotations


def per_cent(parts: int) -> str:
    """Return one of so many equal parts of 100: ``50``, ``33.33333``, ``16.66667``."""
    return f"{100 / parts:.5f}".rstrip("0").rstrip(".")
