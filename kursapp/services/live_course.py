"""A draft as it is written: the course with texts that are not saved yet, and the page at a line."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kursapp.content.cache import CourseCache, StoredCourse, reader_version
from kursapp.content.contents import Contents, Snapshot
from kursapp.content.folder import list_files
from kursapp.content.page_marks import page_mark
from kursapp.content.parsing import Parsing
from kursapp.domain.course import Page, Session
from kursapp.domain.page_items import blocks_of
from kursapp.services.open_course import OpenedCourse
from kursapp.worker import Worker


class LiveCourse(OpenedCourse):
    """A course as its texts have it now, with where in the texts everything stands."""

    @cached_property
    def lines(self) -> dict[str, int]:
        """The first line of each session, page and item by its id: in the file of its session."""
        found: dict[str, int] = {}
        for head in self.course.sessions(banks=True):
            found.setdefault(head.id, 1)
            for page in self.session(head.id).pages:
                found.setdefault(page.id, page.place.first)
                for block in blocks_of(page):
                    found.setdefault(getattr(block, "id", page.id), block.place.first)
        return found

    def place_of(self, target_id: str) -> tuple[str, int] | None:
        """Return the file and line of a session, page or item; None where the course has none of this id."""
        found = self.page_of(target_id)
        if found is None:
            return None
        return self.course.session_head(found[0]).file, self.lines.get(target_id, 1)

    @cached_property
    def pictures_mark(self) -> str:
        """What is equal as long as every picture the course shows is the same."""
        held = [f"{file} {self._stored.snapshot.files[file].hash}" for file in sorted(self._stored.media)]
        return hashlib.sha256("\n".join(held).encode(errors="surrogateescape")).hexdigest()

    def mark_of(self, page: Page) -> str:
        """Return what is equal as long as a participant sees the same on a page."""
        return page_mark(page, {file: known.hash for file, known in self._stored.snapshot.files.items()})

    def page_at(self, file: str, line: int) -> tuple[str, str] | None:
        """Return the session and page a line of a file is on; None where the file is no session."""
        for head in self.course.sessions(banks=True):
            if head.file == file:
                at = max((n for n, page in enumerate(head.pages) if self.lines[page.id] <= line), default=0)
                return head.id, head.pages[at].id
        return None


@dataclass(frozen=True, slots=True)
class LiveStop:
    """A page one can go to from another: its title and session, and where its heading stands."""

    file: str
    line: int
    session_id: str
    session_title: str
    page_id: str
    title: str


@dataclass(frozen=True, slots=True)
class LivePage:
    """One page as the texts have it now.

    ``opened`` is the course around it, where the page is as new as here and the rest may be a moment older; ``session``
    holds this page alone. ``mark`` is equal as long as a participant would see the same. ``number`` of ``count`` is the
    page's place in its session, ``line`` the line it was asked for at, ``workload`` what it takes in minutes.
    """

    opened: LiveCourse
    session: Session
    page: Page
    mark: str
    line: int
    number: int
    count: int
    workload: float = 0
    before: LiveStop | None = None
    after: LiveStop | None = None

    @property
    def session_id(self) -> str:
        """Return the id of the session the page is in."""
        return self.session.id

    @property
    def page_id(self) -> str:
        """Return the page's id."""
        return self.page.id


class Looking:
    """Looks at drafts while they are written. Everything runs on the thread that made it; no draft is written to.

    ``texts`` are the files being written, by their paths in the course, with what they hold in the editor now; all
    other files are as they are on the disk.
    """

    def __init__(self, cache_folder: Path) -> None:
        self._worker = Worker()
        self._cache_folder = cache_folder
        self._parsed: dict[str, bytes] = {}
        self._snapshot: Snapshot | None = None

    def course(self, folder: Path, texts: Mapping[str, str]) -> LiveCourse:
        """Return the whole course with everything wrong with it. Raises KursappError as ``CourseReader.open``."""
        cache = CourseCache(self._cache_folder, folder.absolute())
        contents = Contents(
            list_files(folder), self._snapshot, time.time_ns(), {file: text.encode() for file, text in texts.items()}
        )
        parsing = Parsing(contents, self._worker, self._parsed)
        data = parsing.course()
        self._snapshot, self._parsed = contents.snapshot, parsing.parsed
        root = str(contents.listing.root)
        stored = StoredCourse(reader_version(), root, contents.snapshot, data, parsing.media, parsing.figures)
        return LiveCourse(folder.absolute(), stored, cache)

    def page(self, folder: Path, texts: Mapping[str, str], file: str, line: int) -> LivePage | None:
        """Return the page at a line of a file; None where the file is no session, or has no page there.

        Raises KursappError as ``course``.
        """
        opened = self.course(folder, texts)
        for head in opened.course.sessions(banks=True):
            if head.file == file:
                session = opened.session(head.id)
                at = max((n for n, page in enumerate(session.pages) if page.place.first <= line), default=0)
                page = session.pages[at]
                mark = opened.mark_of(page)
                return LivePage(opened, session, page, mark, line, at + 1, len(session.pages))
        return None

    def start(self) -> None:
        """Start the worker now, so that the first look need not wait for it."""
        self._worker.start()

    def close(self) -> None:
        """End the worker."""
        self._worker.close()
