"""The course that the window benchmarks open, and the size of every window.

Imports next to nothing, for it is asked from within what is measured: SQLAlchemy would be there before the first paint.
"""

from __future__ import annotations

from pathlib import Path

from kursapp import paths

FLAGSHIP = "god-barnevernledelse"
WIDTH, HEIGHT = 1280, 800
"""The size of every window that is measured, the bare one too."""


def flagship() -> Path:
    """Return the folder of the flagship course."""
    return paths.bundled_courses() / FLAGSHIP
