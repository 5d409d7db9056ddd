"""The folder participants hand in to: what lies in it, and what has come since one last looked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kursapp.domain.problem import refusal

DEEPEST = 4
"""Folders below the one chosen that are looked into: a mail program saves each message in one of its own."""
MOST_FILES = 100_000
OWN_OTHERS = frozenset({".kull", ".nokkel", ".kurs", ".flytt"})
"""Files of Kursapp's that hold no answers and often lie beside those that do."""

Mark = tuple[int, int]


class AnswerFolder:
    """Remembers what it has given, so that a file is given once, and again when it has changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._given: dict[Path, Mark] = {}

    def fresh(self) -> tuple[Path, ...]:
        """Return the files that are new or have changed, by name. Raises ``answer-folder-gone``.

        Hidden files and those of systems are left alone; what is no answer file is given, and told so of when opened.
        """
        found = dict(_files(self.folder))
        fresh = sorted(path for path, mark in found.items() if self._given.get(path) != mark)
        self._given = found
        return tuple(fresh)

    def forget(self) -> None:
        """Give everything once more."""
        self._given = {}


def _files(folder: Path) -> Iterator[tuple[Path, Mark]]:
    for count, found in enumerate(_walk(folder, DEEPEST)):
        if count == MOST_FILES:
            raise refusal("answer-folder-full", folder=folder, most=MOST_FILES)
        yield found


def _walk(folder: Path, deeper: int) -> Iterator[tuple[Path, Mark]]:
    try:
        with os.scandir(folder) as entries:
            every = [entry for entry in entries if not entry.name.startswith((".", "~"))]
    except OSError as error:
        if deeper == DEEPEST:
            raise refusal("answer-folder-gone", folder=folder) from error
        return
    for entry in every:
        try:
            if entry.is_dir(follow_symlinks=False):
                if deeper:
                    yield from _walk(Path(entry.path), deeper - 1)
            elif entry.is_file() and Path(entry.name).suffix.lower() not in OWN_OTHERS:
                status = entry.stat()
                yield Path(entry.path), (status.st_size, status.st_mtime_ns)
        except OSError:
            # Taken away between being listed and being looked at.
            continue
