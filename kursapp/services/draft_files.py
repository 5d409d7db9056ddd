"""The files of a draft's folder: read, looked at cheaply, and replaced only when they are what was expected."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from kursapp.content.folder import DEEPEST_PATH, LONGEST_PATH, Listing, Stamp, list_files
from kursapp.domain.problem import KursappError, refusal
from kursapp.files.failure import read_failure
from kursapp.files.folder import make_folder
from kursapp.files.portable_names import path_problem
from kursapp.files.text_file import digest_of
from kursapp.files.writing import SHARED, make_file, replacing, sweep, sync_file

LARGEST_TEXT = 4_000_000
"""Bytes of a text that is opened: more than a course takes, so that one grown too large can still be divided."""

_UNSURE = 2_000_000_000
"""Nanoseconds a file must have been left alone before its times tell that it is the same: those of a stick's file
system step by two seconds, and what is written twice within one step looks alike. Left alone is what its own time says
is so old, or what has looked the same for so long: a stick's clock may be an hour ahead."""

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

Changed = Callable[[], BaseException]
"""Makes the error that says that a file was changed while it was being written."""


class DraftFiles:
    """Reads and replaces files under ``folder`` by their course paths (``dag-1/quiz.md``)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[str, str] = {}
        self._seen: dict[str, tuple[Stamp, str]] = {}
        self._since: dict[str, tuple[Stamp, int]] = {}
        self._last: dict[str, str] = {}

    def names(self) -> tuple[str, ...]:
        """Return every file's path, sorted. Raises KursappError as ``content.folder.list_files``."""
        return tuple(sorted(self._listed().files))

    def need_folder(self) -> None:
        """Raise ``draft-folder-missing`` where the folder is gone, or empty as where a stick was taken out."""
        with contextlib.suppress(OSError):
            if next(self._folder.iterdir(), None) is not None:
                return
        raise refusal("draft-folder-missing", folder=self._folder)

    def content(self, file: str, most: int = LARGEST_TEXT) -> bytes | None:
        """Return a file's bytes, None where there is no such file.

        Raises KursappError: ``draft-folder-missing``, ``draft-path-unsafe``, ``draft-not-a-file``,
        ``draft-file-too-large``, ``file-not-read``.
        """
        path = self.path(file)
        try:
            with path.open("rb") as source:
                found = os.fstat(source.fileno())
                if found.st_size > most:
                    raise refusal("draft-file-too-large", file=file, limit=most, size=found.st_size)
                data = source.read(most + 1)
                after = os.fstat(source.fileno())
        except (FileNotFoundError, NotADirectoryError):
            self.need_folder()
            self._seen.pop(file, None)
            return None
        except OSError as error:
            raise read_failure(error, path) from error
        if _stamp(found) == _stamp(after):
            self._remember(file, found, digest_of(data))
        return data

    def digest(self, file: str) -> str:
        """Return the digest of a file's bytes, empty where there is no such file. Raises as ``content``."""
        path = self.path(file)
        try:
            found = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            self.need_folder()
            return ""
        except OSError as error:
            raise read_failure(error, path) from error
        return self._known(file, _stamp(found)) or self._fresh_digest(file, path)

    def digests(self) -> Mapping[str, str]:
        """Return the digest of every file, for one that cannot be read just now the last known. Raises as ``names``."""
        found = {}
        for file, stamp in self._listed().files.items():
            digest = self._last.get(file, "")
            with contextlib.suppress(KursappError):
                digest = self._known(file, stamp) or self.digest(file)
            if digest:
                found[file] = digest
        self._last = dict(found)
        return found

    def replace(self, file: str, data: bytes, before: bytes | None, changed: Changed) -> None:
        """Put ``data`` in place of ``before`` (None: there is no such file), durably, with the permissions it had.

        Where the file is another at the last moment, nothing is written and what ``changed`` makes is raised. Raises
        KursappError as ``files.writing`` does, ``draft-folder-missing``, ``draft-path-unsafe``, and
        ``draft-file-protected`` for a file nobody may write: a rename would not ask.
        """
        self.need_folder()
        path = self.path(file, new=before is None)
        mode = self._mode(path)
        if mode is not None and not mode & _WRITABLE:
            raise refusal("draft-file-protected", file=file)
        make_folder(path.parent)
        try:
            with replacing(path, overwrite=before is not None) as temporary:
                _write(temporary, data, mode)
                sync_file(temporary)
                if self.content(file) != before:
                    raise changed()
        except FileExistsError as error:
            raise changed() from error
        with contextlib.suppress(OSError):
            self._remember(file, path.stat(), digest_of(data))

    def sweep(self) -> None:
        """Remove temporary files that a killed program left in the folder and those in it."""
        folders = {self._folder, *(self._folder / Path(file).parent for file in self.names())}
        for folder in folders:
            sweep(folder)

    def path(self, file: str, *, new: bool = False) -> Path:
        """Return where a file is, or with ``new`` is to be. Raises ``draft-path-unsafe``, ``draft-not-a-file``."""
        parts = file.split("/")
        code = path_problem(file, LONGEST_PATH, DEEPEST_PATH) if new else ""
        if code or "\0" in file or not all(part and part not in (".", "..") for part in parts) or file.startswith("/"):
            raise refusal("draft-path-unsafe", file=file)
        path = self._folder / self._written.get(file, file)
        if not file.isascii() and not new and not path.exists():
            path = self._folder / self._as_written(file)
        for place in (path, *path.parents):
            if place == self._folder:
                break
            if place.is_symlink():
                raise refusal("draft-not-a-file", file=file)
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            raise refusal("draft-not-a-file", file=file)
        return path

    def _listed(self) -> Listing:
        self.need_folder()
        listing = list_files(self._folder)
        self._written = listing.written
        return listing

    def _known(self, file: str, stamp: Stamp) -> str:
        seen = self._seen.get(file)
        return seen[1] if seen is not None and seen[0] == stamp else ""

    def _fresh_digest(self, file: str, path: Path) -> str:
        try:
            with path.open("rb") as source:
                found = os.fstat(source.fileno())
                digest = hashlib.file_digest(source, "sha256").hexdigest()
                after = os.fstat(source.fileno())
        except OSError as error:
            raise read_failure(error, path) from error
        if _stamp(found) == _stamp(after):
            self._remember(file, found, digest)
        return digest

    def _as_written(self, file: str) -> str:
        """Return a path as the disk spells its letters: some systems take æ and ø and é apart."""
        for form in ("NFD", "NFC"):
            spelt = unicodedata.normalize(form, file)
            with contextlib.suppress(OSError):
                if (self._folder / spelt).exists():
                    return spelt
        return file

    def _remember(self, file: str, found: os.stat_result, digest: str) -> None:
        stamp, now = _stamp(found), time.monotonic_ns()
        if self._since.get(file, (None, 0))[0] != stamp:
            self._since[file] = (stamp, now)
        age = time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns)
        self._seen.pop(file, None)
        if max(age, now - self._since[file][1]) > _UNSURE:
            self._seen[file] = (stamp, digest)

    def _mode(self, path: Path) -> int | None:
        with contextlib.suppress(OSError):
            return stat.S_IMODE(path.stat().st_mode)
        return None


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _write(path: Path, data: bytes, mode: int | None) -> None:
    make_file(path, data, SHARED)
    if mode is not None:
        # A share may not know permissions at all; the text matters more.
        with contextlib.suppress(OSError):
            path.chmod(mode)
