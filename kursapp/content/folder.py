"""The files of a course folder: the one list that every link, image and session must be on."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kursapp.content.source import LARGEST_FILE
from kursapp.domain.problem import Problem, Severity, problem, refusal

MOST_FILES = 2_000
LARGEST_COURSE = 100_000_000
"""Bytes of all files together."""
MOST_TEXT = 10_000_000
"""Bytes of all its Markdown together: ten times a course of six days."""
LONGEST_PATH = 200
DEEPEST_PATH = 8
LEFT_OUT = frozenset({"folder-part-unreadable", "name-unreadable", "link-in-folder", "path-too-long"})
"""The codes of what a listing tells of: things in the folder that are no part of the course."""
COVERS = ("kurs.md", "course.md")
_WINDOWS_JUNCTION = 0xA0000003


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file without opening it: bytes, and times in nanoseconds."""

    size: int
    mtime_ns: int
    ctime_ns: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A course folder's files by path (``/`` between parts, composed letters), and what had to be left out.

    ``written`` holds the paths whose letters the disk writes otherwise.
    """

    root: Path
    cover: str
    files: dict[str, Stamp]
    written: dict[str, str]
    problems: tuple[Problem, ...] = ()

    def path(self, file: str) -> Path:
        """Return where on disk a listed file is; KeyError for any other."""
        if file not in self.files:
            raise KeyError(file)
        return self.root / self.written.get(file, file)

    def read(self, file: str, most: int) -> bytes:
        """Return a listed file's bytes, or the first ``most + 1`` of a larger one, which its reader then refuses."""
        with self.path(file).open("rb") as source:
            return source.read(most + 1)


def list_files(folder: Path) -> Listing:
    """List a course folder. Hidden files and links to elsewhere are no part of it.

    Raises ``KursappError`` where the folder is missing, unreadable, empty, no course, or larger than a course may
    be: ``course-folder-missing``, ``course-not-a-folder``, ``course-folder-unreadable``, ``empty-folder``,
    ``not-a-course``, ``too-many-files``, ``course-too-large``, ``course-too-much-text``, ``name-unreadable``.
    """
    root = folder.absolute()
    if not is_text(str(root)):
        raise refusal("name-unreadable", name=spelt(str(root)))
    cover = _find_cover(root)
    files: dict[str, Stamp] = {}
    written: dict[str, str] = {}
    problems: list[Problem] = []
    size = text = 0
    for path, found in _walk(root, problems):
        name = unicodedata.normalize("NFC", path)
        files[name] = found
        if name != path:
            written[name] = path
        size += found.size
        if len(files) > MOST_FILES:
            raise refusal("too-many-files", folder=root, limit=MOST_FILES)
        if size > LARGEST_COURSE:
            raise refusal("course-too-large", folder=root, limit=LARGEST_COURSE)
        # Of a file that is too large only so much is read as shows that it is.
        text += min(found.size, LARGEST_FILE) if is_markdown(name) else 0
        if text > MOST_TEXT:
            raise refusal("course-too-much-text", folder=root, limit=MOST_TEXT)
    return Listing(root, cover, files, written, tuple(problems))


def _find_cover(root: Path) -> str:
    """Return the cover's file name; refuse before walking through a folder that is no course."""
    if not root.exists():
        raise refusal("course-folder-missing", folder=root)
    if not root.is_dir():
        raise refusal("course-not-a-folder", folder=root)
    try:
        names = sorted(entry.name for entry in root.iterdir())
    except OSError as error:
        raise refusal("course-folder-unreadable", folder=root, reason=error.strerror) from error
    for cover in COVERS:
        for name in names:
            if name.casefold() == cover and (root / name).is_file():
                return name
    raise refusal("not-a-course" if names else "empty-folder", folder=root)


def _walk(root: Path, problems: list[Problem]) -> Iterator[tuple[str, Stamp]]:
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
        except OSError as error:
            if not folder:
                raise refusal("course-folder-unreadable", folder=root, reason=error.strerror) from error
            problems.append(problem("folder-part-unreadable", folder, 0, reason=error.strerror))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{folder}{entry.name}"
            if not is_text(path):
                problems.append(problem("name-unreadable", "", 0, name=spelt(path)))
                continue
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _WINDOWS_JUNCTION:
                problems.append(problem("link-in-folder", path, 0, severity=Severity.WARNING))
            elif path.count("/") >= DEEPEST_PATH or len(path) > LONGEST_PATH:
                problems.append(problem("path-too-long", path, 0, depth=DEEPEST_PATH, length=LONGEST_PATH))
            elif stat.S_ISDIR(found.st_mode):
                waiting.append(path + "/")
            elif stat.S_ISREG(found.st_mode):
                yield path, Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def is_markdown(path: str) -> bool:
    """Say whether a file is one that sessions are written in."""
    return path.casefold().endswith(".md")


def is_text(path: str) -> bool:
    """Say whether a name on disk is made of letters: elsewhere than on Windows it may be any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def spelt(path: str) -> str:
    """Return a name that is not text, with its strange bytes written out."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")
