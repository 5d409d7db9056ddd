"""Surroundings in which the window runs without a screen, and without touching anything of the person's own."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kursapp import paths

PLATFORM = "QT_QPA_PLATFORM"


def has_screen() -> bool:
    """Say whether there is something to show a window on, or somebody has said how to do without."""
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform != "linux" or bool(has_display or os.environ.get(PLATFORM))


def do_without_screen() -> None:
    """Let the window be drawn in memory where there is no display; before Qt is made."""
    if not has_screen():
        os.environ[PLATFORM] = "offscreen"


@contextmanager
def own_data_folder() -> Iterator[Path]:
    """Keep everything in a folder of its own meanwhile, which is gone afterwards."""
    before = os.environ.get(paths.VARIABLE)
    folder = Path(tempfile.mkdtemp(prefix="kursapp-demo-"))
    os.environ[paths.VARIABLE] = str(folder)
    try:
        yield folder
    finally:
        if before is None:
            del os.environ[paths.VARIABLE]
        else:
            os.environ[paths.VARIABLE] = before
        shutil.rmtree(folder, ignore_errors=True)
