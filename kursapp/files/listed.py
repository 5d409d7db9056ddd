"""What lies in a folder, by a pattern: a disk that does not answer is no empty folder."""

from __future__ import annotations

from pathlib import Path

from kursapp.files.failure import read_failure


def listed(folder: Path, pattern: str) -> tuple[Path, ...]:
    """Return what is in a folder and called so, in order; nothing where there is no folder.

    Raises KursappError ``file-not-read``.
    """
    try:
        return tuple(sorted(folder.glob(pattern)))
    except OSError as error:
        raise read_failure(error, folder) from error
