"""Can a folder be trusted with what people write? Looked at before anything is kept there."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.files.failure import NOT_ALLOWED, write_failure
from kursapp.files.network import on_network
from kursapp.files.writing import SUFFIX, sync_folder


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder that may be used: for reading and writing, or ``read_only``."""

    path: Path
    read_only: bool


def check_data_folder(path: Path) -> FolderState:
    """Make the folder where it is missing and find out whether it can be written to.

    Raises KursappError: ``network-folder`` on a network drive, ``folder-unwritable`` where it cannot be made,
    ``not-a-folder`` where a file has its name. A folder that only can be read is an answer, not an error.
    """
    if on_network(path):
        raise refusal("network-folder", folder=path)
    if path.exists() and not path.is_dir():
        raise refusal("not-a-folder", folder=path)
    make_private_folder(path)
    return FolderState(path, read_only=not _writable(path))


def make_private_folder(path: Path) -> None:
    """Make a folder and its parents, readable by this person only; one that exists is left as it is."""
    make_folder(path, 0o700)


def make_folder(path: Path, mode: int = 0o777) -> None:
    """Make a folder and its parents, durably: what is written in it is not lost with its name.

    Raises KursappError as ``failure.write_failure`` names it.
    """
    try:
        missing = [place for place in (path, *path.parents) if not place.exists()]
        path.mkdir(mode=mode, parents=True, exist_ok=True)
        for place in reversed(missing):
            # A folder that may be written in and not read cannot be asked.
            with contextlib.suppress(PermissionError):
                sync_folder(place.parent)
    except OSError as error:
        raise write_failure(error, path) from error


def _writable(path: Path) -> bool:
    # Permissions alone tell too little (network shares, Windows, read-only disks): a file is made and removed.
    probe = path / f".{secrets.token_hex(4)}{SUFFIX}"
    try:
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        # A full disk is no read-only one: what is there can still be changed.
        return error.errno not in NOT_ALLOWED
    with contextlib.suppress(OSError):
        probe.unlink()
    return True
