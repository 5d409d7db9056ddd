"""Keeps parsed courses on disk, by what their files hold: a course opened again is not parsed again.

Each course folder has a folder in the cache with three files, ``course`` (its outline, and the sessions edited since
the rest was written), ``sessions`` (all of them ready to show, and how they hang together) and ``parsed`` (each file by
itself, so that a change costs one file), and its rewritten figures. An edit writes ``course`` alone. They are written
whole and renamed into place, and carry a checksum; nobody waits for the disk to have them. What is not as it should be,
or does not belong together, counts as missing: a cache can only ever cost time.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import kursapp
from kursapp.content.codec import DamagedError, decode, encode
from kursapp.content.contents import Snapshot
from kursapp.content.course_data import CourseData
from kursapp.domain.course import Course
from kursapp.domain.problem import KursappError
from kursapp.files.writing import write_bytes

T = TypeVar("T")

MOST_COURSES = 200
MOST_BYTES = 500_000_000
"""What is kept; beyond these the courses kept longest ago go."""

_COURSE = "course"
_SESSIONS = "sessions"
_PARSED = "parsed"
_CHECKSUM = 4


@dataclass(frozen=True, slots=True)
class Edit:
    """A session file that has been edited: what it became, and as it is parsed, with the key of that."""

    session_id: str
    session: bytes
    key: str
    parsed: bytes


@dataclass(frozen=True, slots=True)
class StoredCourse:
    """A course as it is kept.

    ``reader`` is the version of the program's reader. ``media`` are the files that may be shown, with the path each has
    on disk, and ``figures`` the rewritten text of those that are SVG. ``edits`` are the session files edited since the
    whole was kept; ``data`` has what they became. ``decoded`` is the outline where it has just been made here: it is
    never kept.
    """

    reader: str
    root: str
    snapshot: Snapshot
    data: CourseData
    media: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    edits: dict[str, Edit] = field(default_factory=dict)
    decoded: Course | None = field(default=None, compare=False)

    def outline(self) -> Course:
        """Return the course's outline."""
        return self.decoded or decode(self.data.course, Course)

    def edited_files(self) -> dict[str, bytes]:
        """Return the parsed files that were edited since the whole was kept, by the keys they are kept under."""
        return {edit.key: edit.parsed for edit in self.edits.values()}


@dataclass(frozen=True, slots=True)
class _Sessions:
    """What is large in a course that is kept."""

    sessions: dict[str, bytes]
    joints: dict[str, bytes]


class CourseCache:
    """The cache of one course folder."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._all = folder
        self._root = str(root)
        self._folder = folder / _hash(self._root)
        self._mark = b""

    def course(self) -> StoredCourse | None:
        """Return the course as it was kept; None where there is none, or another version kept it."""
        mark, stored = self._load(_COURSE, tuple[bytes, StoredCourse]) or (b"", None)
        if stored is None or stored.reader != reader_version() or stored.root != self._root:
            return None
        found = self._load(_SESSIONS, _Sessions, mark)
        if found is None:
            return None
        self._mark = mark
        sessions = {**found.sessions, **{edit.session_id: edit.session for edit in stored.edits.values()}}
        return replace(stored, data=replace(stored.data, sessions=sessions, joints=found.joints))

    def parsed(self) -> dict[str, bytes]:
        """Return the parsed files as they were kept, by whatever keys they were kept under."""
        kept = self._load(_PARSED, dict[str, dict[str, bytes]]) or {}
        return kept.get(reader_version(), {})

    def keep(self, stored: StoredCourse, parsed: Mapping[str, bytes]) -> None:
        """Keep a course and its parsed files. A disk that is full or locked is no problem."""
        with contextlib.suppress(KursappError, OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._save(_PARSED, {reader_version(): parsed})
            self._mark = self._save(_SESSIONS, _Sessions(stored.data.sessions, stored.data.joints))
            self._save_outline(stored)
            current = {figure_name(svg) for svg in stored.figures.values()}
            for old in self._folder.glob("*.svg"):
                if old.name not in current:
                    old.unlink()
            self._forget_oldest()

    def keep_again(self, stored: StoredCourse) -> None:
        """Keep a course that was found here, with other edits and another snapshot."""
        with contextlib.suppress(KursappError, OSError):
            self._save_outline(stored)

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

    def _save_outline(self, stored: StoredCourse) -> None:
        slim = replace(stored, data=replace(stored.data, sessions={}, joints={}), decoded=None)
        self._save(_COURSE, (self._mark, slim))

    def _load(self, name: str, kind: type[T], mark: bytes | None = None) -> T | None:
        """Return what a file holds; None where it is not whole, or not the one that got this mark."""
        with contextlib.suppress(OSError, DamagedError):
            data = memoryview((self._folder / name).read_bytes())
            found, data = data[:_CHECKSUM], data[_CHECKSUM:]
            if mark in (None, found) and zlib.crc32(data).to_bytes(_CHECKSUM) == found:
                return decode(data, kind)
        return None

    def _save(self, name: str, value: object) -> bytes:
        """Write a file, and return the mark it gets."""
        data = encode(value)
        mark = zlib.crc32(data).to_bytes(_CHECKSUM)
        write_bytes(self._folder / name, mark + data, durable=False)
        return mark

    def _forget_oldest(self) -> None:
        kept = sorted(self._all.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
        size = 0
        for number, folder in enumerate(kept, start=1):
            size += sum(file.stat().st_size for file in folder.iterdir())
            if number > MOST_COURSES or (size > MOST_BYTES and number > 1):
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
