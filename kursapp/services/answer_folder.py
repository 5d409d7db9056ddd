"""The folder participants hand in to: what lies in it, and what has come since one last looked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import overload

from kursapp.delivery import answer_file, progress_file
from kursapp.domain.problem import refusal

SUFFIXES = (answer_file.SUFFIX, progress_file.SUFFIX)
DEEPEST = 4
"""Folders below the one chosen that are looked into: a mail program saves each message in one of its own."""
MOST_FILES = 100_000

Mark = tuple[int, int]


class Listing(Sequence[Path]):
    """Paths kept as their names: ten thousand as objects would take as much memory as everything read from them."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._names = [str(path) for path in paths]

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, at: int) -> Path: ...

    @overload
    def __getitem__(self, at: slice) -> list[Path]: ...

    def __getitem__(self, at: int | slice) -> Path | list[Path]:
        return Path(self._names[at]) if isinstance(at, int) else [Path(name) for name in self._names[at]]


class AnswerFolder:
    """Remembers what it has given, so that a file is given once, and again when it has changed.

    ``others`` counts the files that are not called as answers are: one that was renamed is chosen by hand.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.others = 0
        self._given: dict[Path, Mark] = {}

    def fresh(self) -> tuple[Path, ...]:
        """Return the answer and progress files that are new or have changed, by name.

        Hidden files and those of systems are left alone. Raises KursappError: ``answer-folder-gone``,
        ``answer-folder-full``.
        """
        found, self.others = {}, 0
        for path, mark in _files(self.folder):
            if path.suffix.lower() in SUFFIXES:
                found[path] = mark
            else:
                self.others += 1
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
            elif entry.is_file():
                status = entry.stat()
                yield Path(entry.path), (status.st_size, status.st_mtime_ns)
        except OSError:
            # Taken away between being listed and being looked at.
            continue
