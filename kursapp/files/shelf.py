"""A folder of small secret files: written durably, readable by this person only, and destroyed when they go."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from kursapp.files.failure import read_failure, write_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.listed import listed
from kursapp.files.writing import sync_folder, write_bytes


class Shelf:
    """Files by name (``safe.json``, ``keys/1.key``) in a folder that is made when the first is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def place(self) -> str:
        """Return where it is, for people."""
        return str(self._folder)

    def names(self, part: str) -> tuple[str, ...]:
        """Return the names of the files in one part of the folder, sorted, without the part."""
        return tuple(path.name for path in listed(self._folder / part, "*") if not path.name.startswith("."))

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, None where there is none. Raises KursappError: ``file-not-read``."""
        path = self._folder / name
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise read_failure(error, path) from error

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file, durably. Raises KursappError as ``failure.write_failure`` names it."""
        path = self._folder / name
        make_private_folder(path.parent)
        write_bytes(path, data)

    def destroy(self, name: str) -> None:
        """Overwrite a file and remove it; one that is gone is no error.

        Not every disk writes in the same place, so what is destroyed is to be locked with a key besides.
        """
        path = self._folder / name
        try:
            size = path.stat().st_size
            with path.open("r+b") as file:
                file.write(secrets.token_bytes(size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
            sync_folder(path.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise write_failure(error, path) from error
