"""Running the program apart from the person's own: its data in a folder that is gone afterwards, its window unseen."""

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
CHATTER = "This plugin does not support"
"""How the messages begin that a window without a screen tells about itself."""


def do_without_screen() -> None:
    """Let the window be drawn in memory where there is no display; before Qt is made."""
    has_screen = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_screen:
        os.environ.setdefault(PLATFORM, "offscreen")


@contextmanager
def own_data_folder(prefix: str) -> Iterator[Path]:
    """Keep everything in a folder of its own, which is gone afterwards."""
    before = os.environ.get(paths.VARIABLE)
    folder = tempfile.mkdtemp(prefix=prefix)
    os.environ[paths.VARIABLE] = folder
    try:
        yield Path(folder)
    finally:
        if before is None:
            del os.environ[paths.VARIABLE]
        else:
            os.environ[paths.VARIABLE] = before
        shutil.rmtree(folder, ignore_errors=True)
