"""Where the person's things are, where somebody has chosen a folder that cannot be used, or is not there now."""

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


def missing_place() -> Path | None:
    """Return the folder somebody chose (``KURSAPP_DATA``), where neither it nor the one it would be in is there.

    A folder that is only to be made has a place to be made in; a stick that is not put in has not.
    """
    if not os.environ.get(paths.VARIABLE, "").strip():
        return None
    chosen = paths.data_folder()
    return None if chosen.exists() or chosen.parent.exists() else chosen


def is_local_in_use() -> bool:
    """Say whether somebody has begun in the local folder: then she has said yes to it before."""
    from kursapp.storage.profiles import ProfileList

    return bool(ProfileList(paths.local_folder()).all())


def use_local() -> None:
    """Let everything of this process, its worker too, be in the local folder."""
    os.environ.pop(paths.VARIABLE, None)
