"""Files that leave the laptop, or come to it: nothing about their making stands on the outside of them."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from kursapp.files.regular import open_regular
from kursapp.files.writing import SHARED, replacing

ALWAYS = 946_728_000
"""The modification time of every file, in seconds since 1970: noon (UTC) on 1 January 2000."""


def write_unmarked(folder: Path, data: bytes, suffix: str) -> Path:
    """Write a file with a random name and a constant time into a folder, durably, and return its path.

    Raises KursappError as ``files.failure.write_failure`` names it: a stick that is full or has been pulled out. What
    is left then is no half file.
    """
    path = folder / f"{secrets.token_hex(8)}{suffix}"
    with replacing(path, overwrite=False) as temporary:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), SHARED)
        with open(descriptor, "wb", buffering=0) as file:  # noqa: PTH123 - the descriptor is already open
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
        os.utime(temporary, (ALWAYS, ALWAYS))
    return path


def read_whole(path: Path, longest: int) -> bytes | None:
    """Return a file's bytes, or None where there are more than ``longest``, of which none is kept.

    Raises KursappError: ``file-not-read``.
    """
    with open_regular(path) as file:
        data = file.read(longest + 1)
    return data if len(data) <= longest else None
