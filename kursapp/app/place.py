"""Where the person's things are: a folder somebody put on a network drive is refused, and the local one offered."""

from __future__ import annotations

import os
from pathlib import Path

from kursapp import paths


def refused_place() -> Path | None:
    """Return the folder somebody chose (``KURSAPP_DATA``), where it is on a network drive and the local one is not."""
    if not os.environ.get(paths.VARIABLE, "").strip():
        return None
    from kursapp.files.network import on_network

    chosen = paths.data_folder()
    return chosen if on_network(chosen) and not on_network(paths.local_folder()) else None


def is_local_in_use() -> bool:
    """Say whether somebody has begun in the local folder: then she has said yes to it before."""
    from kursapp.storage.profiles import ProfileList

    return bool(ProfileList(paths.local_folder()).all())


def use_local() -> None:
    """Let everything of this process, its worker too, be in the local folder."""
    os.environ.pop(paths.VARIABLE, None)
