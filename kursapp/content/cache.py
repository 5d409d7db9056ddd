"""Keeps parsed courses on disk, by what their files hold: a course opened again is not parsed again.

Each course folder has a folder in the cache with two files, ``course`` (all that is needed to show it) and ``parsed``
(each file by itself, so that a change costs one file), and its rewritten figures. They are written whole and renamed
into place, and carry a checksum. What is not as it should be counts as missing: a cache can only ever cost time.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

import kursapp
from kursapp.content.codec import DamagedError, decode, encode
from kursapp.content.contents import Snapshot
from kursapp.content.exchange import CourseData
from kursapp.domain.problem import KursappError
from kursapp.files.writing import write_bytes

T = TypeVar("T")

MOST_COURSES = 40
"""Courses kept; beyond these the ones kept longest ago go."""

_COURSE = "course"
_PARSED = "parsed"
_CHECKSUM = 4


@dataclass(frozen=True, slots=True)
class StoredCourse:
    """A course as it is kept.

    ``reader`` is the version of the program's reader. ``media`` are the files that may be shown, with the path each has
    on disk, and ``figures`` the rewritten text of those that are SVG.
    """

    reader: str
    root: str
    snapshot: Snapshot
    data: CourseData
    media: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)


class CourseCache:
    """The cache of one course folder."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._all = folder
        self._root = str(root)
        self._folder = folder / _hash(self._root)

    def course(self) -> StoredCourse | None:
        """Return the course as it was kept; None where there is none, or another version kept it."""
        stored = self._load(_COURSE, StoredCourse)
        fits = stored and stored.reader == reader_version() and stored.root == self._root
        return stored if fits else None

    def parsed(self) -> dict[str, bytes]:
        """Return the parsed files as they were kept, by whatever keys they were kept under."""
        kept = self._load(_PARSED, dict[str, dict[str, bytes]]) or {}
        return kept.get(reader_version(), {})

    def keep(self, stored: StoredCourse, parsed: Mapping[str, bytes] | None = None) -> None:
        """Keep a course, and its parsed files where they are given. A disk that is full or locked is no problem."""
        with contextlib.suppress(KursappError, OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            if parsed is not None:
                self._save(_PARSED, {reader_version(): parsed})
            self._save(_COURSE, stored)
            current = {figure_name(svg) for svg in stored.figures.values()}
            for old in self._folder.glob("*.svg"):
                if old.name not in current:
                    old.unlink()
            self._forget_oldest()

    def keep_parsed(self, parsed: Mapping[str, bytes]) -> None:
        """Keep the parsed files alone: of a course that is being written."""
        with contextlib.suppress(KursappError, OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._save(_PARSED, {reader_version(): parsed})
            self._forget_oldest()

    def figure(self, svg: str) -> Path:
        """Return a file with this rewritten figure in it. Raises KursappError where none can be written."""
        path = self._folder / figure_name(svg)
        if not path.exists():
            write_bytes(path, svg.encode())
        return path

    def _load(self, name: str, kind: type[T]) -> T | None:
        with contextlib.suppress(OSError, DamagedError):
            data = (self._folder / name).read_bytes()
            if zlib.crc32(data[_CHECKSUM:]).to_bytes(_CHECKSUM) == data[:_CHECKSUM]:
                return decode(data[_CHECKSUM:], kind)
        return None

    def _save(self, name: str, value: object) -> None:
        data = encode(value)
        write_bytes(self._folder / name, zlib.crc32(data).to_bytes(_CHECKSUM) + data)

    def _forget_oldest(self) -> None:
        kept = sorted(self._all.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
        for folder in kept[MOST_COURSES:]:
            shutil.rmtree(folder, ignore_errors=True)


def figure_name(svg: str) -> str:
    """Return the name of the file a rewritten figure is kept in."""
    return f"{_hash(svg)}.svg"


@cache
def reader_version() -> str:
    """Return what tells this reader of courses from every other: the program's version, and its own files' stamps.

    A frozen program has no such files, and needs none: they only change with its version.
    """
    package = Path(__file__).parent
    stamps = [kursapp.__version__]
    for folder in (package, package.parent / "domain"):
        for path in sorted(folder.rglob("*.py")):
            found = path.stat()
            stamps.append(f"{path.name} {found.st_size} {found.st_mtime_ns}")
    return _hash("\n".join(stamps))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogateescape"), digest_size=10).hexdigest()
