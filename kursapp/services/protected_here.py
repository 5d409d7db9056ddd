"""Whether any profile of this machine may be under a passphrase: asked before the first paint, so nothing is loaded."""

from __future__ import annotations

from pathlib import Path

PLACES = ("profiler/*/nokkel.json", "profiler/*/sikkerhetskopier/nokkel.json")
"""Where key files lie under the data folder (``storage.key_file``); a leftover is one too."""


def is_any_protected(data_folder: Path) -> bool:
    """Say whether there is a key file; which profile it locks is then worth the time to find out."""
    return any(any(data_folder.glob(place)) for place in PLACES)
